"""The day as plain lines: its sessions in their order, what is not signed, what is to be done."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.exchange.plain_brief import no_brief, today_lines
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.session import SessionLine
from ipt_tui.ipt.text import cells
from tests.ipt.k7_course import BEFORE_EIGHTH, TODAY

GOLDEN = Path(__file__).parent / "golden" / "today.txt"
BRIEF = replace(BEFORE_EIGHTH, day=TODAY, working_on="", own_working_on="", measures=(), due=())


def line(code: str, number: int, day: int, hour: int, attendance: str) -> SessionLine:
    at = moment(datetime(2026, 11, day, hour, tzinfo=UTC))
    return SessionLine(code, code, code, "c", number, 16, at, attendance=attendance)


TOLD = (line("M2", 3, 23, 9, "attended"), BRIEF, line("R4", 2, 23, 16, "cancelled_me"))
UNSIGNED = (line("A11", 10, 20, 9, "attended"),)
TODOS = (("K7", "letter to GP"), ("M2", "ring the ward"))


def test_the_day_in_lines() -> None:
    told = today_lines(TODAY, TOLD, UNSIGNED, TODOS)
    assert told == GOLDEN.read_text("utf-8").splitlines()
    assert told == today_lines(TODAY, TOLD, UNSIGNED, TODOS)


def test_a_day_without_a_session_says_so() -> None:
    assert today_lines(TODAY, ()) == [
        "Today, Mon 23 Nov 2026", "", "No session is planned for today.",
    ]  # fmt: skip
    undated = SessionLine("a", "k", "K7", "c", 4)
    assert today_lines(TODAY, (undated,))[2:] == ["K7 · session 4"]


def test_in_ones_own_vault_the_words_are_ones_own() -> None:
    own = "\n".join(today_lines(TODAY, TOLD, (), TODOS[:1], Audience.CLIENT))
    assert "Meeting 8 today 14:00, room 2\nWhat we planned: halfway look" in own
    assert "Meeting 3 today 09:00, took place" in own
    assert "Meeting 2 today 16:00, did not take place" in own
    assert own.endswith("To do: letter to GP")
    for word in ("session", "K7", "M2", "promised", "median"):
        assert word not in own.replace("Since session", "")
    assert today_lines(TODAY, (), audience=Audience.CLIENT)[-1] == "No meeting is today."


def test_without_a_course_there_is_a_sentence() -> None:
    assert no_brief("K7", Audience.PRACTITIONER) == "K7: no course goes on."
    assert no_brief("K7", Audience.CLIENT) == "No meetings are noted here."


@pytest.mark.parametrize("width", [12, 30, 80])
def test_wrapped_no_line_is_wider(width: int) -> None:
    told = today_lines(TODAY, TOLD, UNSIGNED, TODOS, width=width)
    assert max(map(cells, told)) <= width


@given(st.text(max_size=40), st.sampled_from(list(Audience)))
def test_nothing_that_was_typed_steers_the_terminal(typed: str, who: Audience) -> None:
    told = replace(BRIEF, plan=typed, place=typed, talks=(typed,), promised=(typed,))
    lines = today_lines(TODAY, (told,), (), ((typed, typed),), who)
    shown = "".join(lines)
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in shown)
