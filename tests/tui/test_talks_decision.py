"""Deciding and rehearsing: options weighed, one chosen, rounds with the roles reversed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import talk_parts, talking
from tests.once import once
from tests.tui.running import press, running, screen_text
from tests.tui.talking import WORDS, answer, area, asked, kitchen, on_sheet, pick, sheet, to, told

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

TWO = "A decision needs at least two; doing nothing is one, getting help is another."


@once
def safe(vault: Vault) -> str:
    """Keep the kitchen talk, safe to raise; return its uid."""
    uid = kitchen(vault, WORDS)
    vault.write(talking.tell, uid, safe="yes", safe_on="2026-11-20", about="the flat")
    return uid


@once
def with_a_line(vault: Vault) -> str:
    """Keep it with a line to rehearse; return its uid."""
    uid = safe(vault)
    vault.write(talk_parts.add, "alternative", uid, line="Could we sit down?")
    return uid


# Weighing.


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_doing_nothing_and_getting_help_are_offered_and_can_be_taken(
    key: str, vault: Vault, clock: Clock
) -> None:
    uid = safe(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "d")
        assert "What could be done? the flat" in sheet(pilot)
        assert TWO[:40] in screen_text(pilot)
        await to(pilot, "offer:say nothing")
        await press(pilot, key)
        assert [option.text for option in told(vault, uid).options] == ["say nothing for now"]
        assert TWO[:40] in screen_text(pilot)
        await to(pilot, "offer:ask somebody")
        await press(pilot, key)
        assert len(told(vault, uid).options) == 2
        assert TWO[:40] not in screen_text(pilot)
        assert not any(
            row.key and row.key.startswith("offer:") for row in area(pilot).pane.rows.rows
        )
        await press(pilot, "u", "u")
        assert told(vault, uid).options == ()


async def test_an_option_is_weighed_question_after_question(vault: Vault, clock: Clock) -> None:
    uid = safe(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "d", "n")
        assert asked(pilot) == "What could be done? One option."
        await answer(pilot, "write a note", "calmer", "he may not answer", "", "", "", "11")
        assert "number from 0 to 10" in screen_text(pilot)
        await press(pilot, "ctrl+u")
        await answer(pilot, "6")
        assert asked(pilot).endswith("is it safe?")
        await pick(pilot, "1")
        assert asked(pilot) == "What could be done? One option.", "and the next"
        await press(pilot, "enter")
        assert asked(pilot) == ""
        (option,) = told(vault, uid).options
        assert (option.pros, option.cons, option.likely, option.feasible, option.safe) == (
            "calmer", "he may not answer", "", 6, "yes",
        )  # fmt: skip
        assert "not looked at yet: likely answer" in screen_text(pilot)


async def test_space_chooses_exactly_one(vault: Vault, clock: Clock) -> None:
    uid = safe(vault)
    first = vault.write(talk_parts.add, "option", uid, text="write a note")
    second = vault.write(talk_parts.add, "option", uid, text="ask for Tuesdays")

    def chosen() -> list[str]:
        return [option.text for option in told(vault, uid).options if option.chosen]

    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "d")
        assert "space chooses the option under the cursor." in screen_text(pilot)
        await to(pilot, f"option:{first}")
        await press(pilot, "space")
        assert chosen() == ["write a note"]
        await to(pilot, f"option:{second}")
        await press(pilot, "space")
        assert chosen() == ["ask for Tuesdays"]
        assert "ask for Tuesdays   (chosen)" in screen_text(pilot)
        await press(pilot, "d")
        assert "decided ask for Tuesdays" in sheet(pilot)
        await press(pilot, "d")
        await to(pilot, f"option:{second}")
        await press(pilot, "space")
        assert chosen() == []


async def test_enter_and_e_open_the_option_the_cursor_is_on(vault: Vault, clock: Clock) -> None:
    uid = safe(vault)
    vault.write(talk_parts.add, "option", uid, text="write a note")
    second = vault.write(talk_parts.add, "option", uid, text="ask for Tuesdays", pros="clear")
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "d")
        for key in ("enter", "e"):
            await to(pilot, f"option:{second}:pros")
            await press(pilot, key)
            assert asked(pilot) == "“ask for Tuesdays”: what speaks for it?"
            await press(pilot, "escape")


async def test_an_option_is_taken_out_and_comes_back(vault: Vault, clock: Clock) -> None:
    uid = safe(vault)
    only = vault.write(talk_parts.add, "option", uid, text="write a note", pros="calm")
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "d")
        await to(pilot, f"option:{only}")
        await press(pilot, "x")
        assert told(vault, uid).options == ()
        await press(pilot, "u")
        assert [option.pros for option in told(vault, uid).options] == ["calm"]


# Rehearsing.


async def test_rounds_follow_each_other_between_how_sure_before_and_after(
    vault: Vault, clock: Clock
) -> None:
    uid = with_a_line(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "r", "n")
        assert asked(pilot) == "How sure is K7 now of saying it?"
        await answer(pilot, "4")
        assert asked(pilot) == "Who plays whom this time?"
        assert "K7 plays K7" in screen_text(pilot)
        assert "K7 plays Sam: roles reversed" in screen_text(pilot)
        await pick(pilot, "1")
        await answer(pilot, "Could we take Tuesdays?", "slower")
        await pick(pilot, "1")
        assert asked(pilot) == "Once more?"
        await pick(pilot, "1", "2")
        await answer(pilot, "Which evening?", "")
        await pick(pilot, "2", "2")
        assert asked(pilot) == "And how sure is K7 by now?"
        await answer(pilot, "7")
        assert asked(pilot) == ""
        talk = told(vault, uid)
        assert [(r.line, r.reversed, r.worst_case) for r in talk.rounds] == [
            ("Could we take Tuesdays?", False, True), ("Which evening?", True, False),
        ]  # fmt: skip
        assert (talk.text("sure_before"), talk.text("sure_after")) == ("4", "7")
        text = sheet(pilot)
        assert "2 rounds, sure 4 → 7, 23 Nov" in text
        assert "round 2, 23 Nov: K7 as Sam, roles reversed" in text
        await press(pilot, "r")
        assert "rehearsed 2 rounds, sure 4 → 7, 23 Nov" in sheet(pilot)


async def test_one_more_round_does_not_ask_again_how_sure_one_was(
    vault: Vault, clock: Clock
) -> None:
    uid = with_a_line(vault)
    vault.write(talking.tell, uid, sure_before=4)
    vault.write(talk_parts.add, "rehearsal", uid, day="2026-11-20", line="Please.")
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "r")
        await to(pilot, "round:who")
        await press(pilot, "enter")
        assert asked(pilot) == "Who plays whom this time?"


async def test_the_script_has_what_could_be_said_in_place_of_what_was(
    vault: Vault, clock: Clock
) -> None:
    uid = safe(vault)
    turn = told(vault, uid).turns[2].uid
    vault.write(talk_parts.add, "alternative", uid, turn=turn, line="Please ask me first.")
    vault.write(talk_parts.add, "alternative", uid, line="Could we sit down?")
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "r")
        text = screen_text(pilot)
        assert "“Please ask me first.”" in text
        assert "Do what you want." not in text
        assert "“Could we sit down?”" in text
        assert "I said I'd see it Saturday." in text
        assert "Fine, I will." not in text, "what came of the other words is not to come"
        await press(pilot, "escape")
        assert "Do what you want." in screen_text(pilot)


async def test_how_sure_goes_from_nought_to_ten_and_can_be_left_out(
    vault: Vault, clock: Clock
) -> None:
    uid = with_a_line(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "r", "n")
        await answer(pilot, "quite")
        assert "number from 0 to 10" in screen_text(pilot)
        await press(pilot, "ctrl+u", "enter")
        assert asked(pilot) == "Who plays whom this time?"
        assert told(vault, uid).text("sure_before") == ""
        await press(pilot, "escape")
        assert told(vault, uid).rounds == (), "a round begins when somebody plays"


async def test_a_long_script_can_be_walked_from_its_first_line(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, tuple(("me", f"line {number}") for number in range(60)))
    vault.write(talking.tell, uid, safe="yes", safe_on="2026-11-20")
    vault.write(talk_parts.add, "alternative", uid, line="Could we sit down?")
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "r")
        assert "“line 0”" in screen_text(pilot)
        await press(pilot, "end")
        assert "“line 59”" in screen_text(pilot)
        await press(pilot, "home", "down")
        assert "“line 0”" in screen_text(pilot)
        await press(pilot, "enter")
        assert asked(pilot) == "How sure is K7 now of saying it?"


async def test_without_a_line_there_is_nothing_to_rehearse_and_one_is_asked_for(
    vault: Vault, clock: Clock
) -> None:
    safe(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "r")
        assert "There is no line to rehearse yet" in sheet(pilot)
        await press(pilot, "n")
        assert asked(pilot) == "What could K7 say, in one line?"
