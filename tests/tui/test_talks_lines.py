"""A line to say: remarks while it is composed, and what is told of it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import talk_parts, turns
from tests.tui.running import press, running, screen_text, settle, write
from tests.tui.talking import (
    ABSOLUTE,
    CHARGED,
    NO_REQUEST,
    WORDS,
    answer,
    area,
    ask_at,
    asked,
    compose,
    kitchen,
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

# Remarks.


async def test_one_remark_at_a_time_and_ctrl_n_leaves_it(vault: Vault, clock: Clock) -> None:
    uid = safe(vault)
    async with running(vault, clock) as pilot:
        await compose(pilot)
        await write(pilot, CHARGED)
        assert remark(pilot).startswith(ABSOLUTE)
        assert "What could Sam do" not in screen_text(pilot)
        await press(pilot, "ctrl+n")
        assert remark(pilot).startswith(NO_REQUEST)
        await press(pilot, "ctrl+n")
        assert "? " not in remark(pilot)
        await write(pilot, " Always.")
        assert "? " not in remark(pilot), "what was left does not come again"
        await press(pilot, "enter")
        (line,) = told(vault, uid).alternatives
        assert line.line == f"{CHARGED} Always.", "a remark changes nothing"


async def test_a_line_written_before_is_remarked_on_while_it_is_changed(
    vault: Vault, clock: Clock
) -> None:
    uid = safe(vault)
    vault.write(talk_parts.add, "alternative", uid, line=CHARGED)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "say:")
        await write(pilot, " ")
        assert remark(pilot).startswith("? ")


async def test_nothing_is_remarked_on_what_was_said_meant_or_felt(
    vault: Vault, clock: Clock
) -> None:
    safe(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        for key, column in (
            ("turn:new", ""), ("turn:", "said"), ("turn:", "meant"), ("after:hoped", ""),
            ("after:result", ""),
        ):  # fmt: skip
            await to(pilot, key, column)
            await press(pilot, "enter", "ctrl+u")
            await write(pilot, CHARGED)
            assert "? " not in remark(pilot)
            assert "ctrl+n" not in screen_text(pilot)
            await press(pilot, "escape")


async def test_looking_together_nothing_is_remarked(vault: Vault, clock: Clock) -> None:
    safe(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "w")
        await compose(pilot)
        await write(pilot, CHARGED)
        assert typed(pilot) == CHARGED
        assert "? " not in remark(pilot)


async def test_more_than_one_time_is_asked_about_once(vault: Vault, clock: Clock) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "fold")
        await to(pilot, "head:about")
        await press(pilot, "enter", "ctrl+u")
        await write(pilot, "we always fight about money")
        assert remark(pilot).startswith("? Pick the most recent time")
        await press(pilot, "ctrl+u")
        await write(pilot, "the flat")
        assert "? " not in remark(pilot)


# Changed.


async def test_a_line_emptied_is_taken_out_and_u_brings_it_back(vault: Vault, clock: Clock) -> None:
    uid = safe(vault)
    vault.write(talk_parts.add, "alternative", uid, line="Please ask me.", why="clearer")
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, "say:")
        await press(pilot, "enter", "ctrl+u", "enter")
        assert told(vault, uid).alternatives == ()
        assert asked(pilot) == ""
        await press(pilot, "u")
        (line,) = told(vault, uid).alternatives
        assert (line.line, line.why) == ("Please ask me.", "clearer")


async def test_why_and_what_it_may_cost_are_asked_of_a_line(vault: Vault, clock: Clock) -> None:
    uid = safe(vault)
    vault.write(talk_parts.add, "alternative", uid, line="Please ask me.")
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, "say:")
        await press(pilot, "enter", "enter")
        await answer(pilot, "it asks", "he may say no")
        (line,) = told(vault, uid).alternatives
        assert (line.why, line.risk) == ("it asks", "he may say no")
        await press(pilot, "escape")
        assert area(pilot).pane.rows.has_focus


async def test_beside_some_feelings_the_key_of_the_help_lines_is_shown(
    vault: Vault, clock: Clock
) -> None:
    uid = safe(vault)
    vault.write(turns.tell, told(vault, uid).turns[0].uid, meant="wait")
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "turn:", "felt")
        await write(pilot, "sad 4")
        assert "ctrl+g h" not in remark(pilot)
        await press(pilot, "ctrl+u")
        await write(pilot, "hopeless 8")
        await settle(pilot)
        assert "ctrl+g h" in remark(pilot)
