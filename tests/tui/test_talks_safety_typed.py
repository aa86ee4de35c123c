"""Safety as it is answered: with a word and enter, and never by a slip of a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import left, talk_parts
from tests.tui.running import press, running, settle, write
from tests.tui.talking import (
    WORDS,
    area,
    ask_at,
    asked,
    heard,
    kitchen,
    on_sheet,
    safety,
    to,
    told,
    typed,
)

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

LINE = "What could K7 say, in one line?"
QUESTION = "Could saying this put anyone in danger?"
NOT_HERE = (
    "Then let's not practise saying it here. It may be worth planning with someone who knows "
    "about this first. Kept as you wrote it."
)


@pytest.mark.parametrize("ahead", ["yes|xxu", "y|es", "y| 22", "?|xk", "not sure|wdr"])
async def test_letters_typed_ahead_after_the_answer_are_no_commands(
    ahead: str, vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "say:new")
        sign, _, rest = ahead.partition("|")
        await write(pilot, sign)
        await pilot.press("enter", *("space" if letter == " " else letter for letter in rest))
        await settle(pilot)
        assert asked(pilot) == NOT_HERE
        assert heard(vault, uid) == list(WORDS)
        assert area(pilot).has_class("-sheet")
        assert told(vault, uid).text("safe") in ("no", "unsure")


async def test_after_no_letters_typed_ahead_are_the_line(vault: Vault, clock: Clock) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "say:new")
        await pilot.press("n", "enter", *"please", "space", *"ask")
        await settle(pilot)
        assert typed(pilot) == "please ask"


async def test_left_unanswered_it_is_asked_the_next_time(vault: Vault, clock: Clock) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, "say:new")
        await press(pilot, "enter", "enter")
        assert asked(pilot) == ""
        await press(pilot, "enter")
        assert asked(pilot) == QUESTION


@pytest.mark.parametrize(
    "signs", [["enter"], ["y", "enter", "enter"], ["n", "enter", "enter"]], ids=" ".join
)
async def test_one_by_one_the_last_questions_come_whatever_the_answer(
    signs: list[str], vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    vault.keep(left.leave, uid, "after:their_side")
    async with running(vault, clock) as pilot:
        await press(pilot, "4", "v")
        assert "How may it have looked" in asked(pilot)
        await press(pilot, "enter")
        assert QUESTION in asked(pilot)
        await press(pilot, *signs)
        assert "what stays with you of it?" in asked(pilot)
        await press(pilot, "enter")
        assert "Is it sensitive?" in asked(pilot)


async def test_what_is_none_of_the_three_is_refused_and_one_slip_answers_nothing(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, "say:new")
        await press(pilot, "enter", "n")
        assert told(vault, uid).text("safe") == ""
        await press(pilot, "x", "enter")
        assert asked(pilot) == QUESTION
        assert told(vault, uid).text("safe") == ""


async def test_it_is_asked_before_the_first_round_too(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, WORDS)
    vault.write(talk_parts.add, "alternative", uid, line="Could we sit down?")
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "r")
        assert asked(pilot) == QUESTION
        await safety(pilot, "n")
        assert asked(pilot) == "How sure is K7 now of saying it?"
