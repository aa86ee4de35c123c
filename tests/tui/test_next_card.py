"""The card on the screen: put together, copied, and written after one question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from ipt_tui.exchange.next_card import as_text, copied
from ipt_tui.ipt import at_home, next_card
from ipt_tui.ipt.at_home import COPIED, STAYS, asked
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.next_card import NOT_OWN, NOTED, NextCard, since_words, veiled_words
from ipt_tui.tui.dialogs.home_question import HomeQuestion
from ipt_tui.tui.screens.next import inquiry, rows, screen
from ipt_tui.tui.screens.next.opening import open_next
from ipt_tui.tui.screens.next.screen import CHOOSE_FIRST, NextScreen
from ipt_tui.vault import people, review_answers, reviewing
from ipt_tui.vault.next_card import card
from tests.ipt.reading_age import grade, hard_words
from tests.tui.running import NOW, filled, press, resize, running, said, screen_text, settle, write

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.tui.app import IptApp
    from ipt_tui.vault.vault import Vault

OLDEST = 6.0


def noted(vault: Vault) -> str:
    """Fill one's own vault with an evening; return whose it is."""
    client = filled(vault, whose="me")
    vault.keep(reviewing.begin, client, "ten", NOW.date())
    for key, typed in {"mood": "5", "moment": "the kitchen", "who": "Sam", "left": "2"}.items():
        vault.write(review_answers.answer, client, key, typed, moment(NOW))
    vault.begin()
    return client


def here(pilot: Pilot[str]) -> NextScreen:
    """Return the screen of the card."""
    return cast("NextScreen", pilot.app.screen)


async def test_it_is_put_together_and_leaves_as_it_stands_there(
    vault: Vault, clock: Clock, tmp_path: Path
) -> None:
    client = noted(vault)
    async with running(vault, clock, size=(100, 30)) as pilot:
        assert "For my next meeting" in screen_text(pilot)
        await press(pilot, "1", "p", "y", "Y")
        assert said(pilot) == [CHOOSE_FIRST]
        assert isinstance(pilot.app.screen, NextScreen)
        assert "The kitchen, with Sam, Monday" in screen_text(pilot)
        await press(pilot, "n")
        await write(pilot, "how to ask for Sundays")
        await press(pilot, "enter")
        await write(pilot, "the letter")
        await press(pilot, "enter", "escape")
        here(pilot).lines.cursor = here(pilot).found.of(next_card.Part.MOMENT)[0].key
        await press(pilot, "space")
        here(pilot).lines.cursor = here(pilot).found.of(next_card.Part.OWN)[1].key
        await press(pilot, "e", "s", "enter")
        assert "the letters" in screen_text(pilot)
        await press(pilot, "x")
        assert "the letter" not in screen_text(pilot)
        now = vault.read(card, client, NOW.date())
        lines = [row.cells[0].text for row in here(pilot).card.rows]
        assert lines == as_text(now)
        assert [line for line in lines if line.startswith("- ")] == [
            "- how to ask for Sundays",
            "- The kitchen, with Sam, Monday: then 2.",
        ]
        await press(pilot, "y")
        assert pilot.app.clipboard == copied(now)
        assert said(pilot)[-1] == COPIED
        path = tmp_path / "next.txt"
        await press(pilot, "Y")
        await write(pilot, str(path))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HomeQuestion)
        shown = "".join(screen_text(pilot).replace("│", "").split())
        assert asked(str(path)).replace(" ", "") in shown
        await press(pilot, "3")  # somewhere else: the path is there to be changed
        assert "next.txt" in screen_text(pilot)
        await press(pilot, "enter", "2")
        assert (said(pilot)[-1], path.exists()) == (STAYS, False)
        await press(pilot, "Y")
        await write(pilot, str(path))
        await press(pilot, "enter", "1")
        assert said(pilot)[-1] == f"Written to {path}."
        assert path.read_text() == copied(now)
        # at eighty columns one of the two is there
        pilot.app.clear_notifications()
        await resize(pilot, (80, 24))
        assert screen.AS_IT_IS not in screen_text(pilot)
        await press(pilot, "tab")
        assert screen.AS_IT_IS in screen_text(pilot)
        await press(pilot, "escape", "u")
        assert "the letters" in screen_text(pilot)
        await press(pilot, "escape", "colon")
        await write(pilot, "next meeting")
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, NextScreen)
        assert "✓ The kitchen" in screen_text(pilot)


async def test_a_line_that_names_the_sensitive_is_shown_when_asked_for_and_never_on_it(
    vault: Vault, clock: Clock
) -> None:
    client = noted(vault)
    vault.write(people.tell, vault.read(people.names, client)["Sam"], sensitive=True)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "p", "n")
        await write(pilot, "what Sam said")
        await press(pilot, "enter", "escape")
        assert said(pilot)[-1] == screen.VEILED
        assert "Sam" not in screen_text(pilot).replace(screen.VEILED, "")
        assert "2 things are veiled" in screen_text(pilot)
        await press(pilot, "home", "enter")
        assert "what Sam said (veiled)" in screen_text(pilot)
        await press(pilot, "space", "y")
        assert said(pilot)[-1] == CHOOSE_FIRST
        await press(pilot, "e")
        await write(pilot, " then")
        await press(pilot, "ctrl+l", "escape")
        assert here(pilot).bar.asked is None
        assert "what Sam" not in screen_text(pilot)
        await press(pilot, "enter", "e")
        assert "what Sam said then" in screen_text(pilot)  # the draft
        await press(pilot, "escape")
        assert pilot.app.clipboard == ""


async def test_in_a_practitioners_vault_it_is_not_there(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        assert "next meeting" not in screen_text(pilot)
        open_next(cast("IptApp", pilot.app))
        await settle(pilot)
        assert said(pilot) == [NOT_OWN]


def test_a_client_can_read_it() -> None:
    found = NextCard(NOW.date(), NOW.date(), True, veiled=2)
    words = [
        asked("~/next.txt"), STAYS, COPIED, *(words for _, _, words in at_home.ANSWERS),
        *NOTED.values(), *(part.label for part in NOTED), next_card.NAME, next_card.NOTHING_KEPT,
        since_words(found), since_words(replace(found, since_session=False)), veiled_words(found),
        rows.ADD, rows.HOW, screen.AS_IT_IS, screen.CHOOSE_FIRST, screen.VEILED, screen.HOLDS,
        inquiry.QUESTION, " ".join(NextScreen.HELP.split()),
    ]  # fmt: skip
    assert hard_words(words) == []
    assert grade(words) < OLDEST
