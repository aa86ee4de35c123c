"""Safety is asked once, before the first line; where it may not be safe nothing is practised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import talk_parts, talking, turns
from tests.once import once
from tests.tui.running import press, running, screen_text, write
from tests.tui.talking import (
    WORDS,
    area,
    ask_at,
    asked,
    gap,
    kitchen,
    on_sheet,
    remark,
    safety,
    sheet,
    to,
    told,
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


def one_line(text: str) -> str:
    """Return what stands on the screen as one line, without the frame."""
    return " ".join(text.replace("│", " ").split())


@pytest.mark.parametrize(
    ("place", "keys"),
    [("say:new", ["enter"]), ("say:new", ["n"]), ("turn:", ["space"])],
    ids=["row", "new", "space"],
)
async def test_it_is_asked_before_the_first_line_and_only_once(
    place: str, keys: list[str], vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, place)
        await press(pilot, *keys)
        assert asked(pilot) == QUESTION
        await safety(pilot, "n")
        assert asked(pilot) == LINE
        assert (told(vault, uid).text("safe"), told(vault, uid).text("safe_on")) == (
            "yes", "2026-11-23",
        )  # fmt: skip
        await press(pilot, "escape")
        assert "danger in saying it: no, 23 Nov" in one_line(screen_text(pilot))
        await to(pilot, "say:new")
        await press(pilot, "enter")
        assert asked(pilot) == LINE


@pytest.mark.parametrize(
    ("sign", "stored", "shown"), [("y", "no", "yes"), ("?", "unsure", "not sure")]
)
async def test_yes_and_not_sure_keep_everything_and_say_so(
    sign: str, stored: str, shown: str, vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    first = told(vault, uid).turns[0].uid
    vault.write(turns.tell, first, meant="please wait for me")
    vault.write(talk_parts.add, "alternative", uid, line="You never ask me.")
    vault.write(talk_parts.add, "rehearsal", uid, day="2026-11-20", line="Could we talk?")
    before = told(vault, uid)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        assert gap(pilot)
        await to(pilot, "say:")
        await press(pilot, "n")
        assert asked(pilot) == QUESTION
        await safety(pilot, sign)
        assert asked(pilot) == NOT_HERE
        assert NOT_HERE in one_line(screen_text(pilot))
        await press(pilot, "enter")
        assert asked(pilot) == ""
        after = told(vault, uid)
        assert (after.text("safe"), after.text("safe_on")) == (stored, "2026-11-23")
        assert after.turns == before.turns
        assert after.alternatives == before.alternatives
        assert after.rounds == before.rounds
        assert f"danger in saying it: {shown}, 23 Nov" in one_line(screen_text(pilot))
        assert gap(pilot) == "", "no question invites to practise"
        assert "You never ask me." in screen_text(pilot), "kept as it was written"


@once
def unsafe(vault: Vault) -> str:
    """Keep a talk that may not be safe to raise, with a line from before."""
    uid = kitchen(vault, WORDS)
    vault.write(talking.tell, uid, safe="unsure", safe_on="2026-11-20")
    vault.write(talk_parts.add, "alternative", uid, line="You never ask me.")
    return uid


async def test_where_it_may_not_be_safe_no_line_is_composed(vault: Vault, clock: Clock) -> None:
    uid = unsafe(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        assert "danger not sure, so nothing is practised here" in sheet(pilot)
        await to(pilot, "turn:")
        await press(pilot, "space")
        assert asked(pilot) == NOT_HERE
        await write(pilot, "please")
        await press(pilot, "enter", "enter")
        assert asked(pilot) == ""
        await to(pilot, "say:")
        await press(pilot, "n")
        assert asked(pilot) == NOT_HERE
        await press(pilot, "1")
        assert asked(pilot) == ""
        assert len(told(vault, uid).alternatives) == 1


async def test_where_it_may_not_be_safe_nothing_is_remarked_on_a_line_from_before(
    vault: Vault, clock: Clock
) -> None:
    unsafe(vault)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "say:")
        await write(pilot, " You always decide alone.")
        assert "? " not in remark(pilot)


async def test_where_it_may_not_be_safe_there_is_no_script_to_rehearse(
    vault: Vault, clock: Clock
) -> None:
    uid = unsafe(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        before = screen_text(pilot)
        await press(pilot, "r")
        assert screen_text(pilot) == before
        assert "r rehearse" not in before
        assert "danger not sure, so nothing is practised here" in sheet(pilot)
        area(pilot).turn_to("script")
        await press(pilot, "n")
        assert sheet(pilot) == NOT_HERE
        assert asked(pilot) in ("", NOT_HERE)
        assert told(vault, uid).rounds == ()


async def test_the_answer_can_be_changed_and_lines_are_there_again(
    vault: Vault, clock: Clock
) -> None:
    uid = unsafe(vault)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "safe")
        assert asked(pilot) == QUESTION
        await press(pilot, "ctrl+u")
        await safety(pilot, "n")
        assert asked(pilot) == ""
        assert told(vault, uid).text("safe_on") == "2026-11-23"
        assert "nothing is practised here" not in sheet(pilot)
        await to(pilot, "say:")
        await press(pilot, "n")
        assert asked(pilot) == LINE
