"""The evening on the screen: begun on Today, left at a question, gone on with, ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ipt_tui.ipt.heard import EMPTY_SKIPS
from ipt_tui.ipt.review_words import AT_ANY_HOUR, HOW_LONG, NOT_OWN, SKIP
from ipt_tui.ipt.safe_now import Because
from ipt_tui.tui.screens.cover import CoverScreen
from ipt_tui.tui.screens.review.opening import open_review
from ipt_tui.tui.screens.review.screen import ReviewScreen
from ipt_tui.tui.screens.safe_now import SafeNowScreen
from ipt_tui.vault import people, talking, talks, transfer
from tests.tui.running import filled, press, resize, running, said, screen_text, settle, write

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.tui.app import IptApp
    from ipt_tui.vault.vault import Vault


def seen(pilot: Pilot[str]) -> str:
    """Return what is on the screen, in one line."""
    return " ".join(screen_text(pilot).split())


async def give(pilot: Pilot[str], *answers: str) -> None:
    """Answer one question after the other; an empty answer skips."""
    for typed in answers:
        await write(pilot, typed)
        await press(pilot, "enter")


async def test_an_evening_is_closed_at_a_question_and_goes_on_there(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    jo = vault.read(people.names, client)["Jo"]
    vault.write(people.stand, jo, clock.today(), confide="yes")
    async with running(vault, clock, size=(80, 24)) as pilot:
        assert "How are you right now?" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert HOW_LONG in seen(pilot)
        assert "1 a minute 2 about ten 3 as long as it takes" in seen(pilot)
        assert SKIP in seen(pilot)
        await press(pilot, "2")
        assert "1 worst – 10 best" in seen(pilot)
        await give(pilot, "11")
        assert "A mood here is a whole number" in seen(pilot)
        assert EMPTY_SKIPS in seen(pilot)
        await press(pilot, *["backspace"] * 2)
        await give(pilot, "tired")
        assert "One word for it?" in seen(pilot)
        assert "tired" in seen(pilot)
        await press(pilot, "shift+tab")
        await give(pilot, "4", ", low", "the kitchen", " SAM ", "")
        await write(pilot, "me: Do what")
        await resize(pilot, (40, 12))
        assert isinstance(pilot.app.screen, CoverScreen)
        await resize(pilot, (80, 24))
        assert "me: Do what" in seen(pilot)
        await pilot.app._flush_drafts()  # type: ignore[attr-defined]  # the terminal closes
    held = vault.read(transfer.dump)
    assert [row["title"] for row in held["event"]] == ["the kitchen"]
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "1", "s")
        assert "You stopped earlier today, at: “What was said, as near as you recall?”" in seen(
            pilot
        )
        await press(pilot, "1")
        assert "me: Do what" in seen(pilot)
        await press(pilot, "shift+tab")
        assert "When was it?" in seen(pilot)
        await press(pilot, "enter")
        await give(pilot, " you want.", "2 hurt")
        assert "1 leave it there for tonight 2 look at what was said" in seen(pilot)
        await press(pilot, "1")
        told = (
            "You noted: This evening: 4, tired, low. The kitchen, with Sam. It left you at 2, hurt."
        )
        assert told in seen(pilot)
        assert AT_ANY_HOUR in seen(pilot)
        assert "Someone you said you can talk to: Jo." in seen(pilot)
        await press(pilot, "2")
        assert "Can I be with you for a while?" in seen(pilot)
        await press(pilot, "1", "4")
        assert "the kitchen" in screen_text(pilot)
    (line,) = vault.read(talks.talks, client, clock.today()).lines
    (turn,) = vault.read(talks.talk, line.uid, clock.today()).turns
    assert turn.said == "Do what you want."


async def test_who_looks_is_asked_first_whether_it_is_safe_and_help_is_an_answer(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    async with running(vault, clock, size=(60, 16)) as pilot:
        await press(pilot, "1", "s", "3")
        await give(pilot, "help")
        assert isinstance(pilot.app.screen, SafeNowScreen)
        await press(pilot, "escape")
        await give(pilot, "", "trapped")
        assert "Was there a moment" in seen(pilot)
        assert "a call · ctrl+g h help lines" in seen(pilot)
        await give(pilot, "the car", "Sam", "", "", "")
        await press(pilot, "2")
        assert "the car What had you hoped for?" in seen(pilot)
        (line,) = vault.read(talks.talks, client, clock.today()).lines
        vault.write(talking.tell, line.uid, hoped="told in another window")
        await give(pilot, "told here")
        assert "This was changed in another window meanwhile." in seen(pilot)
        assert "told here" in seen(pilot)
        assert vault.read(talks.talk, line.uid, clock.today()).text("hoped").endswith("window")
        await press(pilot, "enter")
        assert vault.read(talks.talk, line.uid, clock.today()).text("hoped") == "told here"
        await press(pilot, "1")
        assert "Could saying this put anyone in danger?" in seen(pilot)
        await give(pilot, "not sure")
        assert isinstance(pilot.app.screen, SafeNowScreen)
        assert Because.DANGER.label in seen(pilot)
        await press(pilot, "escape")
        assert AT_ANY_HOUR in seen(pilot)
        await press(pilot, "2")
        assert Because.HELP.label in seen(pilot)
        await press(pilot, "escape")
        assert "Then let's not practise saying it here." in seen(pilot)
        await press(pilot, "shift+tab")
        assert "Could saying this put anyone in danger?" in seen(pilot)
        await press(pilot, "enter")  # as it stands it is an answer once more
        assert isinstance(pilot.app.screen, SafeNowScreen)
        await press(pilot, "escape")
        assert "Then let's not practise saying it here." in seen(pilot)
        assert "good night" in seen(pilot)
        assert "What might you say?" not in seen(pilot)
        await press(pilot, "1")
        assert not isinstance(pilot.app.screen, ReviewScreen)


async def test_in_a_practitioners_vault_it_is_not_there(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        assert "How are you right now?" not in screen_text(pilot)
        open_review(cast("IptApp", pilot.app))
        await settle(pilot)
        assert said(pilot) == [NOT_OWN]


async def click(pilot: Pilot[str], words: str) -> None:
    """Click where these words stand."""
    lines = screen_text(pilot).splitlines()
    y = next(y for y, line in enumerate(lines) if words in line)
    await pilot.click(offset=(lines[y].index(words) + 1, y))
    await settle(pilot)


async def test_a_minute_is_told_with_the_mouse(vault: Vault, clock: Clock) -> None:
    filled(vault, whose="me")
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "1", "s")
        await click(pilot, "a minute")
        await give(pilot, "4")
        await click(pilot, "worried")
        await click(pilot, "angry")
        assert "worried, angry" in screen_text(pilot)
        await press(pilot, "enter")
        await click(pilot, "good night")
        assert not isinstance(pilot.app.screen, ReviewScreen)
    (mood,) = vault.read(transfer.dump)["mood"]
    assert (mood["value"], mood["feelings"]) == (4, "worried, angry")
