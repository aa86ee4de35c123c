"""The gap in a talk: marked, asked about below, and taken up with space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import turns
from tests.tui.running import press, running, screen_text
from tests.tui.talking import (
    WORDS,
    answer,
    area,
    asked,
    gap,
    kitchen,
    on_sheet,
    safety,
    to,
    told,
    turn,
    typed,
)

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


def gaps(vault: Vault) -> tuple[str, list[str]]:
    """Keep a talk with a gap on either side; return its uid and those of its turns."""
    uid = kitchen(vault, WORDS)
    there = [turn.uid for turn in told(vault, uid).turns]
    vault.write(turns.tell, there[0], meant="have you rung the flat", felt="tense", strength=3)
    vault.write(turns.tell, there[2], meant="please ask me", felt="hurt", strength=7)
    vault.write(turns.tell, there[3], guessed_felt="angry", asked="no")
    return uid, there


def marked(text: str) -> list[str]:
    """Return what the marked rows of the table say."""
    table = text.partition(" said")[2].partition("hoped for")[0]
    return [
        words
        for line in table.splitlines()
        for words in ("Have you rung", "I said I'd", "Do what", "Fine, I")
        if words in line and line.partition(words)[0].rstrip().split("│")[-1].split()[:1] == ["?"]
    ]


async def test_the_turns_with_a_gap_are_marked_and_no_others(vault: Vault, clock: Clock) -> None:
    gaps(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        assert marked(screen_text(pilot)) == ["Do what", "Fine, I"]


async def test_the_question_is_that_of_the_widest_gap_until_a_turn_with_one_is_lit(
    vault: Vault, clock: Clock
) -> None:
    _, there = gaps(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "4")
        assert gap(pilot) == "? What did you hope Sam would hear in “Do what you want”?"
        assert gap(pilot)[:40] in screen_text(pilot)
        await press(pilot, "enter")
        await to(pilot, f"turn:{there[3]}")
        assert "? You guessed “angry”. How could you find out?\nspace: what was" in gap(pilot)
        await to(pilot, f"turn:{there[2]}")
        assert "in “Do what you want”?\nspace: another line" in gap(pilot)
        await to(pilot, f"turn:{there[0]}")
        assert "in “Do what you want”?" in gap(pilot)
        assert "space" not in gap(pilot)


async def test_space_on_what_was_not_said_opens_a_line_for_that_turn(
    vault: Vault, clock: Clock
) -> None:
    uid, there = gaps(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, f"turn:{there[2]}")
        await press(pilot, "space")
        await safety(pilot, "n")
        assert asked(pilot) == "What could K7 say, in one line?"
        await answer(pilot, "Please ask me first.")
        (line,) = told(vault, uid).alternatives
        assert (line.line, line.turn) == ("Please ask me first.", there[2])
        assert "Please ask me first. (for turn 3)" in screen_text(pilot)


async def test_space_on_a_guess_opens_the_guess_and_asking_closes_the_gap(
    vault: Vault, clock: Clock
) -> None:
    uid, there = gaps(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, f"turn:{there[3]}")
        await press(pilot, "space")
        assert "what did K7 guess Sam meant or felt?" in asked(pilot)
        assert typed(pilot) == "angry; not asked"
        await press(pilot, "ctrl+u")
        await answer(pilot, "sad; asked")
        await press(pilot, "escape")
        found = turn(vault, uid, 4)
        assert (found.guessed_felt, found.asked) == ("sad", "yes")
        assert marked(screen_text(pilot)) == ["Do what"]


async def test_space_on_a_turn_of_the_other_never_opens_a_line_in_its_place(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "down", "space")
        assert "what did K7 guess Sam meant or felt?" in asked(pilot)


async def test_a_talk_without_a_gap_asks_nothing(vault: Vault, clock: Clock) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        assert gap(pilot) == ""
        assert not area(pilot).pane.gap_line.display
