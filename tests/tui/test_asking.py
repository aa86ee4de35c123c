"""Questions at the foot: what is refused can be given again or left, and nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.heard import EMPTY_SKIPS, ONCE_MORE
from ipt_tui.ipt.moments import moment
from ipt_tui.tui.areas.asking_bar import LINE_KEPT, AskingBar
from ipt_tui.tui.areas.people.area import PeopleArea
from ipt_tui.tui.widgets.editor import Editor
from ipt_tui.vault import cards, drafts, noting, people, timed, transfer
from tests.tui.running import filled, press, running, said, screen_text, settle, write

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

MEANWHILE = "changed in another window"


def sam(vault: Vault, clock: Clock, client: str) -> str:
    """Return the uid of the one person there is."""
    return next(iter(vault.read(cards.inventory, client, clock.today()).cards))


def told(vault: Vault, clock: Clock, client: str, name: str) -> object:
    """Return what the file says of the one person there is."""
    (card,) = vault.read(cards.inventory, client, clock.today()).cards.values()
    return card.values[name]


async def asked_what_it_is_like(pilot: Pilot[str]) -> AskingBar[Any]:
    await press(pilot, "2", "e", "enter", "enter", "enter")
    assert "What is it like" in screen_text(pilot)
    return pilot.app.screen.query_one("#answer", AskingBar)


async def test_an_answer_refused_for_another_window_can_be_given_again(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, ("Sam partner 1",))
    async with running(vault, clock) as pilot:
        await asked_what_it_is_like(pilot)
        vault.write(people.tell, sam(vault, clock, client), notes="by the other window")
        await write(pilot, "quiet")
        await press(pilot, "enter")
        assert MEANWHILE in screen_text(pilot)
        await press(pilot, "enter")
        assert told(vault, clock, client, "like") == "quiet"
        assert told(vault, clock, client, "notes") == "by the other window"


@pytest.mark.parametrize(
    ("typed", "why"), [("2017", MEANWHILE), ("last Blursday", "could not be read")]
)
async def test_a_refused_answer_can_be_left_and_waits(
    typed: str, why: str, vault: Vault, clock: Clock
) -> None:
    client = filled(vault, ("Sam partner 1",))
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "e", "enter")
        vault.write(people.tell, sam(vault, clock, client), notes="by the other window")
        await write(pilot, typed)
        await press(pilot, "escape")
        bar = pilot.app.screen.query_one("#answer", AskingBar)
        assert bar.asked is None
        assert why in said(pilot)[-1]
        assert told(vault, clock, client, "since") == ""
        assert why in screen_text(pilot)
        await press(pilot, "3")
        assert why not in screen_text(pilot)
        await press(pilot, "2", "tab", "e", "enter")
        assert bar.query_one(Editor).text == typed


async def test_somebody_removed_in_another_window_is_not_asked_about_any_more(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, ("Sam partner 1",))
    async with running(vault, clock) as pilot:
        bar = await asked_what_it_is_like(pilot)
        vault.write(people.remove, sam(vault, clock, client))
        await write(pilot, "quiet")
        await press(pilot, "enter")
        assert bar.asked is None
        assert "no longer there" in said(pilot)[-1]


async def test_a_word_typed_at_a_choice_is_no_row_of_commands(vault: Vault, clock: Clock) -> None:
    client = filled(vault, ("Sam partner 1",))
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "e", "enter")
        await write(pilot, "2017")
        await press(pilot, "enter")
        assert "Is Sam living" in screen_text(pilot)
        await write(pilot, "unwell /")
        await settle(pilot)
        assert "Is Sam living" in screen_text(pilot)
        assert "unwell /" in screen_text(pilot)
        await press(pilot, "enter")
        assert "Is Sam living" in screen_text(pilot)
        assert "Press 1 to 4, or type the word; enter goes on without." in screen_text(pilot)
        assert "taken back" not in " ".join(said(pilot)).lower()
        assert told(vault, clock, client, "since") == "2017"
        await press(pilot, "1")
        assert told(vault, clock, client, "life") == "living"
        assert MEANWHILE not in screen_text(pilot)


async def test_the_word_of_a_choice_answers_it_too(vault: Vault, clock: Clock) -> None:
    client = filled(vault, ("Sam partner 1",))
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "e", "enter", "enter")
        assert "Is Sam living" in screen_text(pilot)
        await write(pilot, "estrang")
        await press(pilot, *["backspace"] * 7)
        await write(pilot, "out of")
        await press(pilot, "enter")
        assert told(vault, clock, client, "life") == "estranged"


async def test_a_digit_within_words_is_none_and_words_wait_for_a_question_that_takes_them(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, ("Sam partner 1",))
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "e", "enter", "enter")
        assert "enter go on; a digit answers" in screen_text(pilot)
        await write(pilot, "awake until 1 crying")
        assert "awake until 1 crying" in screen_text(pilot)
        assert "enter keep, next" in screen_text(pilot)
        assert "Is Sam living" in screen_text(pilot)
        await press(pilot, "enter")
        assert "enter go on; a digit answers" in screen_text(pilot)
        await press(pilot, "enter")
        assert "awake until 1 crying" in screen_text(pilot)
        await press(pilot, *["enter"] * 6)
        assert told(vault, clock, client, "like") == "awake until 1 crying"
        assert told(vault, clock, client, "life") == ""
        assert "How do the arguments end?" in screen_text(pilot)
        await write(pilot, "x1")
        await press(pilot, "backspace", "backspace")
        await press(pilot, "1")
        assert told(vault, clock, client, "argue_outcome") == "resolved"
        assert "Around June: was Sam closer" in screen_text(pilot)
        await press(pilot, "enter", "enter")
        assert "Does Sam know how K7 is?" in screen_text(pilot)
        await write(pilot, "so cold")
        app: Any = pilot.app
        await app._flush_drafts()
        place = f"carried:{client}"
        assert [line.text for line in vault.read(drafts.load_all, place)] == ["so cold"]
        await write(pilot, ", 2 days")
        await press(pilot, "escape")
        await app._flush_drafts()
        assert vault.read(drafts.load, place) is None
        assert said(pilot)[-1] == LINE_KEPT
        assert told(vault, clock, client, "knows") == ""
    assert [row["text"] for row in vault.read(transfer.dump)["jotting"]] == ["so cold, 2 days"]
    vault.keep(drafts.save, place, "left by a lock", client)
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "e", "enter", "enter", "escape")
        assert said(pilot)[-1] == LINE_KEPT
    assert len(vault.read(transfer.dump)["jotting"]) == 2


def noted(vault: Vault, clock: Clock, client: str) -> str:
    """Note an event of now; return its uid."""
    piece = Captured(Mark.EVENT, 1, text="the rota", words="!the rota")
    return vault.write(noting.note, client, (piece,), moment(clock.now())).events[0]


async def test_an_entry_refused_can_be_given_again_or_left(vault: Vault, clock: Clock) -> None:
    client = filled(vault, ())
    uid = noted(vault, clock, client)
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "e")
        bar = pilot.app.screen.query_one("#entry-answer", AskingBar)
        vault.write(timed.change, "event", uid, None, words="by the other window")
        await write(pilot, " again")
        await press(pilot, "enter")
        assert MEANWHILE in screen_text(pilot)
        await press(pilot, "enter")
        assert MEANWHILE not in screen_text(pilot)
        vault.write(timed.remove, "event", uid)
        bar.query_one(Editor).text = "yesterday"
        await press(pilot, "escape")
        assert bar.asked is None
        assert "no longer there" in said(pilot)[-1]


async def test_words_at_a_number_wait_as_a_draft_and_given_twice_go_on_as_a_line(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, ("Sam partner 1",))
    place = f"{sam(vault, clock, client)}:field:gets"
    async with running(vault, clock) as pilot:
        app: Any = pilot.app
        await press(pilot, "2")
        pilot.app.screen.query_one(PeopleArea)._ask("field:gets")
        await settle(pilot)
        await write(pilot, "he hits me")
        await press(pilot, "enter")
        assert f"{EMPTY_SKIPS} {ONCE_MORE}" in " ".join(screen_text(pilot).split())
        await press(pilot, "escape")
        await app._flush_drafts()
        assert [line.text for line in vault.read(drafts.load_all, place)] == ["he hits me"]
        pilot.app.screen.query_one(PeopleArea)._ask("field:gets")
        await settle(pilot)
        await press(pilot, "enter", "enter")
        await app._flush_drafts()
        assert vault.read(drafts.load_all, place) == ()
        assert "How much support comes back" not in screen_text(pilot)
        await press(pilot, "escape")
        assert said(pilot)[-1] == LINE_KEPT
    assert [row["text"] for row in vault.read(transfer.dump)["jotting"]] == ["he hits me"]
