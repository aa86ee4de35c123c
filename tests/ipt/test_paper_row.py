"""A form on paper as a row of digits, checked as it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.instruments import shipped
from ipt_tui.ipt.paper_row import parse
from ipt_tui.ipt.scoring import DECLINED

PHQ = shipped()["phq9"]
K7 = (2, 3, 2, 3, 1, 2, 2, 1, 1)


@pytest.mark.parametrize(
    "typed",
    ["2 3 2 3 1 2 2 1 1 / 2", "232312211 2", "2323122112", "2,3,2,3,1,2,2,1,1,2", " 232 312 2112"],
)
def test_one_row_in_many_ways(typed: str) -> None:
    found = parse(PHQ, typed)
    assert (found.answers, found.difficulty, found.whole) == (K7, 2, True)


def test_the_last_question_may_be_left_out() -> None:
    found = parse(PHQ, "232312211")
    assert (found.answers, found.difficulty, found.whole) == (K7, None, True)
    assert parse(PHQ, "232312211 -").difficulty is None
    assert parse(PHQ, "232312211 /").whole
    assert parse(shipped()["ucla3"], "1/2/3").whole  # it has no last question


def test_what_is_missing_is_said_with_a_mark() -> None:
    found = parse(PHQ, "23-31.211")
    assert found.whole
    assert found.answers == (2, 3, DECLINED, 3, 1, None, 2, 1, 1)


@pytest.mark.parametrize(
    ("typed", "problem", "so_far"),
    [
        ("2 3 4", "Item 3: 4 is too high; the answers are 0 to 3.", 2),
        ("23x", "Item 3: “x” is no number; the answers are 0 to 3.", 2),
        ("2 3 ²", "Item 3: “²” is no number; the answers are 0 to 3.", 2),
        ("232312211 7", "The last question: 7 is too high; the answers are 0 to 3.", 9),
        ("232312211 2 1", "PHQ-9 has 9 items and one last question; here are more.", 9),
        ("2323122112 / 1", "PHQ-9 has 9 items and one last question; here are more.", 9),
        ("2 3 2 3 1 2 2 1 / 2",
         "Item 9 is missing before /: type . for an answer that is missing, - for one rather not "
         "given.", 8),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_once(typed: str, problem: str, so_far: int) -> None:
    found = parse(PHQ, typed)
    assert (found.problem, found.refusal, len(found.answers)) == (problem, problem, so_far)
    assert not found.whole


def test_eight_of_nine_are_not_kept() -> None:
    found = parse(PHQ, "23231221")
    assert (found.problem, found.whole) == ("", False)
    assert found.refusal.startswith("8 of 9: item 9 is missing; type . for")
    assert parse(PHQ, "").refusal.startswith("0 of 9: item 1 is missing")
    assert "here are more" in parse(shipped()["ucla3"], "1 2 3 1").problem
    assert parse(shipped()["mspss"], "0").problem == (
        "Item 1: 0 is no answer; the answers are 1 to 7."
    )


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_error(typed: str) -> None:
    found = parse(PHQ, typed)
    assert len(found.answers) <= 9
    assert found.whole == (not found.refusal)
