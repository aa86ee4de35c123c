"""People on the screen: adding, moving, asking, taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.people import Ring
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import cards, clients
from tests.tui.running import filled, press, running, said, screen_text, send, settle, write

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.card import Card
    from ipt_tui.ipt.circle import Circle
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def on_people(pilot: Pilot[str]) -> None:
    await press(pilot, "2")


def card(vault: Vault, clock: Clock, name: str) -> Card:
    """Return somebody's card as the file has it."""
    client = vault.read(clients.listing)[0].uid
    found = vault.read(cards.inventory, client, clock.today()).cards.values()
    return next(card for card in found if card.name == name)


async def test_a_line_adds_somebody_and_stays_open(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await on_people(pilot)
        await press(pilot, "n")
        await write(pilot, "Lena friend 3 2 2")
        await press(pilot, "enter")
        assert "5 people" in screen_text(pilot)
        await write(pilot, "Ben brother 3")
        await press(pilot, "enter")
        await write(pilot, "LENA friend 1")
        await press(pilot, "enter")
        assert "“LENA” is here already" in screen_text(pilot)
        await press(pilot, *["backspace"] * 13, "escape")
        assert "6 people" in screen_text(pilot)
        lena = card(vault, clock, "Lena")
        assert (lena.now, lena.before, lena.hoped) == (Ring.WIDER, Ring.CLOSE, Ring.CLOSE)


async def test_lines_typed_in_one_burst_all_arrive(vault: Vault, clock: Clock) -> None:
    filled(vault, ())
    async with running(vault, clock) as pilot:
        await on_people(pilot)
        keys = ["n"]
        for line in ("Ada friend 1", "Bo uncle 2", "Cy aunt 3", "Di boss 3", "Ed friend 2"):
            keys += ["space" if char == " " else char for char in line] + ["enter"]
        send(pilot, *keys)
        await settle(pilot)
        there = [p.name for p in vault.read(_circle, clock).people]
        assert there == ["Ada", "Bo", "Cy", "Di", "Ed"]


def _circle(session: Any, clock: Clock) -> Circle:
    from ipt_tui.vault import people

    client = clients.listing(session)[0].uid
    return people.circle(session, client, clock.today())


async def test_plus_moves_nearer_dated_today_and_u_says_what_it_took_back(
    vault: Vault, clock: Clock
) -> None:
    filled(vault, ("Jo colleague 3",))
    async with running(vault, clock) as pilot:
        await on_people(pilot)
        await press(pilot, "plus")
        moved = card(vault, clock, "Jo")
        assert (moved.now, moved.moves[-1].day) == (Ring.CLOSE, "2026-11-23")
        assert "Jo nearer" in screen_text(pilot)
        await press(pilot, "u")
        assert card(vault, clock, "Jo").now is Ring.WIDER
        assert said(pilot)[-1] == "Taken back: Jo to close."
        await press(pilot, "U")
        assert card(vault, clock, "Jo").now is Ring.CLOSE


async def test_an_earlier_snapshot_is_looked_at_and_not_changed(vault: Vault, clock: Clock) -> None:
    filled(vault, ("Jo colleague 3",))
    async with running(vault, clock) as pilot:
        await on_people(pilot)
        await press(pilot, "plus", "comma")
        assert "as on 13 Oct" in screen_text(pilot)
        await press(pilot, "minus")
        assert "earlier day" in said(pilot)[-1]
        await press(pilot, "full_stop")
        assert "as on" not in screen_text(pilot)
        assert card(vault, clock, "Jo").now is Ring.CLOSE


async def test_questions_follow_each_other_and_answers_stay(vault: Vault, clock: Clock) -> None:
    filled(vault, ("Sam partner 1",))
    async with running(vault, clock) as pilot:
        await on_people(pilot)
        await press(pilot, "e", "enter", "enter", "1")
        await write(pilot, "we talk [logistics] [/]")
        await press(pilot, "enter", "escape")
        told = card(vault, clock, "Sam")
        assert told.values["life"] == "living"
        assert told.values["like"] == "we talk [logistics] [/]"
        assert "we talk [logistics] [/]" in screen_text(pilot)


async def test_what_is_not_understood_stays_with_a_sentence(vault: Vault, clock: Clock) -> None:
    filled(vault, ("Sam partner 1",))
    async with running(vault, clock) as pilot:
        await on_people(pilot)
        await press(pilot, "e", "enter")
        await write(pilot, "last Blursday")
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert "could not be read as a date" in shown
        assert "Since when?" in shown
        assert card(vault, clock, "Sam").values["since"] == ""


async def test_expectations_said_and_met_are_dated(vault: Vault, clock: Clock) -> None:
    filled(vault, ("Sam partner 1",))
    async with running(vault, clock) as pilot:
        await on_people(pilot)
        await press(pilot, "tab")
        rows = pilot.app.screen.query_one("#card", Rows)
        while not (rows.cursor or "").startswith("wish"):
            await press(pilot, "down")
        await press(pilot, "n")
        await write(pilot, "evenings together")
        await press(pilot, "enter")
        await write(pilot, "yes 12 nov")
        await press(pilot, "enter")
        await write(pilot, "partly since 17 nov")
        await press(pilot, "enter", "1", "escape")
        wish = card(vault, clock, "Sam").expectations[0]
        assert (wish.said, wish.said_on) == (True, "2026-11-12")
        assert (wish.met, wish.met_on) == ("partly", "2026-11-17")
        assert wish.realistic == "yes"


async def test_a_word_of_ones_own_asks_for_the_way_back(vault: Vault, clock: Clock) -> None:
    filled(vault, ("Sam 1", "Noor 2"))
    async with running(vault, clock) as pilot:
        await on_people(pilot)
        await press(pilot, "e")
        await write(pilot, "song brother")
        await press(pilot, "enter")
        assert "What is the way back" in screen_text(pilot)
        await write(pilot, "song sister")
        await press(pilot, "enter", "escape")
        assert card(vault, clock, "Sam").values["kind"] == "song brother"
        from ipt_tui.vault import ties

        assert vault.read(ties.kinds).reverse("song brother") == "song sister"


async def test_somebody_removed_comes_back_whole(vault: Vault, clock: Clock) -> None:
    filled(vault)
    from ipt_tui.vault import transfer

    before = vault.read(transfer.dump)
    async with running(vault, clock) as pilot:
        await on_people(pilot)
        await press(pilot, "x")
        assert "3 people" in screen_text(pilot)
        await press(pilot, "u")
        assert "4 people" in screen_text(pilot)
    assert vault.read(transfer.dump) == before


async def test_a_tie_reads_from_both_sides(vault: Vault, clock: Clock) -> None:
    filled(vault, ("Sam partner 1", "Noor friend 2"))
    async with running(vault, clock) as pilot:
        await on_people(pilot)
        await press(pilot, "t")
        await write(pilot, "noo")
        await press(pilot, "enter")
        await write(pilot, "father")
        await press(pilot, "enter")
    assert [(t.name, t.kind) for t in card(vault, clock, "Noor").ties] == [("Sam", "father")]
    assert [(t.name, t.kind) for t in card(vault, clock, "Sam").ties] == [("Noor", "child")]
