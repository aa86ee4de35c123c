"""Concerns from the keys, from a card, from Today; and what one's own vault does instead."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.safe_now import QUESTION
from ipt_tui.tui.areas.people.area import PeopleArea
from ipt_tui.tui.areas.people.keys import NEW_WISH
from ipt_tui.tui.covered_app import OFFER
from ipt_tui.tui.screens.concern.screen import CLOSED, ConcernScreen
from ipt_tui.tui.screens.help_lines import HelpLinesScreen
from ipt_tui.tui.screens.record import RecordScreen
from ipt_tui.tui.screens.safe_now import SafeNowScreen
from ipt_tui.vault import cards, clients, concerns, people, session_times
from ipt_tui.vault.hidden import EVERYTHING
from tests.tui.running import FIRST_DAY, NOW, filled, press, running, said, screen_text, write
from tests.tui.sitting import eighth, held

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.ipt.concern import Concern
    from ipt_tui.vault.vault import Vault

WORDS = "the mulberry bruise"


def told(vault: Vault, client: str) -> tuple[Concern, ...]:
    return vault.read(concerns.all_for, client, NOW.date(), EVERYTHING)


def one_line(pilot: Pilot[str]) -> str:
    return " ".join(screen_text(pilot).replace("│", " ").split())


async def test_outside_a_text_its_screen_asks_the_rest_and_back_keeps_it(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "exclamation_mark", "v")
        screen = pilot.app.screen
        assert isinstance(screen, ConcernScreen)
        await write(pilot, "Sam, @Kim")
        await press(pilot, "enter")
        await write(pilot, WORDS)
        await press(pilot, "escape", "escape")
        (one,) = told(vault, client)
        assert ([who.name for who in one.people], one.words) == (["Sam", "Kim"], WORDS)
        assert "Open concern: K7, since 18:00" in screen_text(pilot)
        assert WORDS not in screen_text(pilot)
        # one row of Today leads there; e and not yet keep the words and leave it open
        await press(pilot, "j", "enter", "e")
        await write(pilot, "spoke to her GP")
        await press(pilot, "enter", "2")
        assert told(vault, client)[0].is_open
        assert "spoke to her GP" in screen_text(pilot)
        await press(pilot, "u")
        assert told(vault, client)[0].outcome == ""
        await press(pilot, "U", "e", "enter", "1")
        assert told(vault, client)[0].outcome == "spoke to her GP"
        await press(pilot, "e")
        assert said(pilot)[-1] == CLOSED
        # another one beside it; what was raised by mistake is taken back
        await press(pilot, "n", "c", "escape", "escape")
        assert [c.is_open for c in told(vault, client)] == [True, False]
        await press(pilot, "u")
        assert [c.is_open for c in told(vault, client)] == [False]
        # a search finds the closed one, and esc leads back to where one was
        await press(pilot, "2", "slash")
        await write(pilot, "mulberry")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ConcernScreen)
        assert "spoke to her GP" in screen_text(pilot)
        await press(pilot, "escape")
        assert "Kim" in screen_text(pilot)
        other = vault.write(clients.add, "M2")
        vault.write(concerns.raise_concern, other, "child", "said", words="tangerine")
        await press(pilot, "slash")
        await write(pilot, "tangerine")
        await press(pilot, "enter")
        assert "M2 · concern: a child" in screen_text(pilot)
        await press(pilot, "escape")
        assert "Kim" not in screen_text(pilot)


async def test_unsafe_on_a_card_offers_one_and_raises_none(vault: Vault, clock: Clock) -> None:
    client = filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "e")
        await _say_unsafe(pilot)
        assert said(pilot)[-1] == OFFER
        assert told(vault, client) == ()
        await press(pilot, "escape", "exclamation_mark", "v", "escape", "escape")
        (one,) = told(vault, client)
        sam = vault.read(cards.inventory, client, NOW.date()).circle.people[0]
        assert (one.raised_by, one.source, one.people[0].name) == ("unsafe", sam.uid, "Sam")
        assert "Concern open since 23 Nov" in one_line(pilot)
        # whether a wish was said aloud is set aside: neither before nor behind another question
        await press(pilot, "e")
        pilot.app.screen.query_one(PeopleArea).bar.ask(NEW_WISH)
        await write(pilot, "an evening")
        await press(pilot, "enter")
        assert "is it met?" in one_line(pilot)
        await press(pilot, "up")
        assert "said aloud" not in one_line(pilot)
        await press(pilot, "escape", "w")
        assert "oncern" not in screen_text(pilot)


async def test_in_ones_own_vault_the_person_comes_first_then_the_numbers(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    jo = vault.read(people.names, client)["Jo"]
    vault.write(people.stand, jo, FIRST_DAY, confide="yes")
    async with running(vault, clock) as pilot:
        await press(pilot, "exclamation_mark")
        assert "oncern" not in screen_text(pilot)
        await press(pilot, "2", "e")
        await _say_unsafe(pilot)
        assert isinstance(pilot.app.screen, SafeNowScreen)
        assert QUESTION in screen_text(pilot)
        await press(pilot, "question_mark", "enter")
        assert isinstance(pilot.app.screen, HelpLinesScreen)
        emergency = screen_text(pilot).index("In an emergency")
        assert emergency < screen_text(pilot).index("No one is monitoring this program.")
        asked = screen_text(pilot).index("Someone you can talk to: Jo.")
        assert emergency < asked < screen_text(pilot).index("No safety plan yet.")
        await press(pilot, "escape")
        await write(pilot, "help")
        await press(pilot, "enter")
        assert QUESTION in screen_text(pilot)
        await press(pilot, "y", "enter")
        assert "Good that you are." in screen_text(pilot)
        assert isinstance(pilot.app.screen, SafeNowScreen)
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, HelpLinesScreen)
        await press(pilot, "escape")
        assert "Good that you are." in screen_text(pilot)
        await press(pilot, "escape")
        assert vault.read(concerns.all_for, client, NOW.date()) == ()
        assert vault.read(clients.listing)[0].role == "self"


async def _say_unsafe(pilot: Pilot[str]) -> None:
    """Answer on Sam's card that it is unsafe."""
    area = pilot.app.screen.query_one(PeopleArea)
    area.bar.ask("field:quality")
    await press(pilot, "5")


async def test_what_lies_beneath_own_notes_is_not_what_they_are_about(
    vault: Vault, clock: Clock
) -> None:
    client = held(vault)
    began = moment(NOW - timedelta(minutes=20))
    vault.write(session_times.start, eighth(vault, client).uid, began)
    async with running(vault, clock) as pilot:
        await press(pilot, "5")
        await write(pilot, "@Sam shouted")
        await press(pilot, "enter")
        await write(pilot, "!concern self pills")
        await press(pilot, "enter", "ctrl+g", "y", "enter")
        (one,) = told(vault, client)
        assert one.at.at == NOW, "it is open from when it was taken, not from the session's start"
        await press(pilot, "ctrl+home", "ctrl+g", "o")
        await write(pilot, "I worry")
        await press(pilot, "ctrl+g", "exclamation_mark", "v")
        assert told(vault, client)[-1].people == (), "the note beneath is not seen here"
        await press(pilot, "ctrl+g", "w")
        assert "I worry" not in screen_text(pilot), "they go once others look on"
        # also from beneath a concern, and a concern from beneath them
        await press(pilot, "w", "g", "o", "tab", "exclamation_mark", "g", "w")
        assert isinstance(pilot.app.screen, RecordScreen)
        await press(pilot, "w", "exclamation_mark", "g", "o", "tab", "g", "w")
        assert isinstance(pilot.app.screen, RecordScreen)
        await press(pilot, "w", "g", "o", "tab")
        assert "I worry" in screen_text(pilot)
