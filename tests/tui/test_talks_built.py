"""A line to say built from its parts: I feel … when … because … I'd like …"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.tui.app import IptApp
from tests.tui.running import press, running, write
from tests.tui.talking import (
    BUILT,
    answer,
    asked,
    compose,
    on_sheet,
    remark,
    safe,
    to,
    told,
    typed,
)

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def test_the_parts_make_the_line_which_can_be_changed_and_is_kept(
    vault: Vault, clock: Clock
) -> None:
    uid = safe(vault)
    async with running(vault, clock) as pilot:
        await compose(pilot)
        await press(pilot, "ctrl+o")
        assert asked(pilot).startswith("I feel …")
        await answer(pilot, "left out", "the flat goes ahead without me", "it is my home too")
        assert asked(pilot) == "I'd like … : one thing that Sam could do"
        await answer(pilot, "us to decide together on Sunday")
        assert asked(pilot) == "What could K7 say, in one line?"
        assert typed(pilot) == BUILT
        assert told(vault, uid).alternatives == (), "nothing is kept until it is given"
        await write(pilot, " Please.")
        await press(pilot, "enter")
        assert [line.line for line in told(vault, uid).alternatives] == [f"{BUILT} Please."]
        await to(pilot, "say:")
        await press(pilot, "n", "ctrl+o")
        assert typed(pilot) == "", "the parts of a line that is kept are gone"


async def test_a_line_built_for_a_turn_stands_in_its_place(vault: Vault, clock: Clock) -> None:
    uid = safe(vault)
    third = told(vault, uid).turns[2].uid
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, f"turn:{third}")
        await press(pilot, "space", "ctrl+o")
        await answer(pilot, "hurt", "", "", "you to ask me first")
        await press(pilot, "enter")
        (line,) = told(vault, uid).alternatives
        assert (line.line, line.turn) == ("I feel hurt. I'd like you to ask me first.", third)


@pytest.mark.parametrize(
    ("typed_", "question"),
    [
        ("that you ignore me", "That sounds like a thought: what do you feel when you think it?"),
        ("ignored", "That says what Sam may have done: what did it feel like for you?"),
        ("left out", ""),
    ],
)
async def test_a_feeling_is_told_from_a_thought(
    typed_: str, question: str, vault: Vault, clock: Clock
) -> None:
    safe(vault)
    async with running(vault, clock) as pilot:
        await compose(pilot)
        await press(pilot, "ctrl+o")
        await write(pilot, typed_)
        assert (f"? {question}" in remark(pilot)) == bool(question)
        assert ("? " in remark(pilot)) == bool(question)


@pytest.mark.parametrize(
    ("typed_", "question"),
    [
        ("you to be nicer", "What would Sam do, that one could see, if that came true?"),
        ("you to stop shouting", "What would you like instead?"),
        ("us to decide together on Sunday", ""),
    ],
)
async def test_a_request_is_told_from_a_wish(
    typed_: str, question: str, vault: Vault, clock: Clock
) -> None:
    safe(vault)
    async with running(vault, clock) as pilot:
        await compose(pilot)
        await press(pilot, "ctrl+o", "enter", "enter", "enter")
        await write(pilot, typed_)
        assert (f"? {question}" in remark(pilot)) == bool(question)
        assert ("? " in remark(pilot)) == bool(question)
        await press(pilot, "enter")
        assert typed_ in typed(pilot), "what was typed is kept to the letter"


async def test_the_parts_survive_the_end_of_the_program(vault: Vault, clock: Clock) -> None:
    uid = safe(vault)
    async with running(vault, clock) as pilot:
        assert isinstance(pilot.app, IptApp)
        await compose(pilot)
        await press(pilot, "ctrl+o")
        await answer(pilot, "left out")
        await write(pilot, "the flat goes ahead without me")
        pilot.app.drafting.flush_now()
    async with running(vault, clock) as pilot:
        await compose(pilot)
        await press(pilot, "ctrl+o")
        assert typed(pilot) == "left out"
        await press(pilot, "enter")
        assert typed(pilot) == "the flat goes ahead without me"
        await press(pilot, "enter", "enter")
        await answer(pilot, "us to decide together")
        assert typed(pilot) == (
            "I feel left out when the flat goes ahead without me. I'd like us to decide together."
        )
        await press(pilot, "enter")
        assert len(told(vault, uid).alternatives) == 1


async def test_the_line_that_was_put_together_survives_the_end_of_the_program(
    vault: Vault, clock: Clock
) -> None:
    safe(vault)
    async with running(vault, clock) as pilot:
        assert isinstance(pilot.app, IptApp)
        await compose(pilot)
        await press(pilot, "ctrl+o")
        await answer(pilot, "left out", "", "", "us to decide together on Sunday")
        line = typed(pilot)
        pilot.app.drafting.flush_now()
    async with running(vault, clock) as pilot:
        await compose(pilot)
        assert typed(pilot) == line
