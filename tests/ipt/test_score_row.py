"""A score from paper, checked as it is typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.instruments import shipped
from ipt_tui.ipt.measures import Response
from ipt_tui.ipt.moments import on_day
from ipt_tui.ipt.score_row import format_score, parse_score
from ipt_tui.ipt.scoring import entered


def test_a_total_and_its_parts() -> None:
    epds, edeq = shipped()["epds"], shipped()["edeq"]
    found = parse_score(epds, "12 / 1")
    assert (found.total, found.parts, found.whole) == (12, {"item10": 1}, True)
    assert parse_score(epds, "12").parts == {}
    found = parse_score(edeq, "2,35 . 3.5")
    assert (found.total, found.parts) == (2.35, {"eating": 3.5})
    assert not parse_score(epds, "").whole
    assert parse_score(epds, ". 2").whole
    for typed in ("12,1", "12, 1"):  # not 12.1 with item 10 unknown
        assert parse_score(epds, typed).parts == {"item10": 1}
    assert parse_score(edeq, "2.355").problem == "The score has 2 decimals at most."
    assert parse_score(shipped()["mspss"], "5.25").problem == "The score has 1 decimal at most."


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("31", "The score goes from 0 to 30."),
        ("12 4", "Item 10, harming oneself goes from 0 to 3."),
        ("twelve", "The score: “twelve” is no number."),
        ("1 2 3", "EPDS has one score and 1 part; here are more numbers."),
        ("-1", "The score goes from 0 to 30."),
        ("12.5", "The score is a whole number."),
        ("12 / 0.5", "Item 10, harming oneself is a whole number."),
    ],
)
def test_what_is_wrong_is_said_at_once(typed: str, problem: str) -> None:
    found = parse_score(shipped()["epds"], typed)
    assert (found.problem, found.whole) == (problem, False)
    assert "here are more" in parse_score(shipped()["scoff"], "1 2").problem


@given(st.text(max_size=30), st.sampled_from(["epds", "scoff", "wsas", "who5"]))
def test_whatever_is_typed_can_be_kept_or_says_why_not(typed: str, name: str) -> None:
    found = parse_score(shipped()[name], typed)
    if found.whole:
        entered(shipped()[name], found.total, found.parts)


@pytest.mark.parametrize(
    ("typed", "total", "problem"),
    [
        ("15/25", 60, ""),
        ("60 / 100", 60, ""),
        ("60", 60, ""),
        ("0", 0, ""),
        ("15", None, "Is that 15 of 25, as it is counted, or of 100? Type 15/25 or 15/100."),
        ("15/100", None, "WHO-5 goes from 0 to 100 in steps of 4; 15 is none of them."),
        ("30", None, "WHO-5 goes from 0 to 100 in steps of 4; 30 is none of them."),
        ("26/25", None, "The score goes from 0 to 100."),
        ("12/50", None, "The score is of 25, as it is counted, or of 100."),
        ("good", None, "The score: “good” is no number; type 15/25 or 60/100."),
    ],
)
def test_a_sum_and_what_it_is_multiplied_to(typed: str, total: float | None, problem: str) -> None:
    """A raw WHO-5 of 15 is 60, not “possible depression”."""
    who = shipped()["who5"]
    found = parse_score(who, typed)
    assert (found.total, found.problem) == (total, problem)
    if total is not None:
        assert entered(who, total).total == total
        kept = Response("r", "who5", "WHO-5", "1", on_day(date(2026, 11, 23)), total=total)
        assert parse_score(who, format_score(who, kept)).total == total
    with pytest.raises(ValueError, match="in steps of 4"):
        entered(who, 15)


def test_no_more_decimals_than_the_form_has_are_kept() -> None:
    """No score between two bands, and no answer that is more than none and flagged by nobody."""
    for name, total, parts in (("wsas", 9.5, {}), ("epds", 12, {"item10": 0.5})):
        with pytest.raises(ValueError, match="is a whole number"):
            entered(shipped()[name], total, parts)
    assert entered(shipped()["edeq"], 2.35).total == 2.35
