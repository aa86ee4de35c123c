"""The safety plan as a value: how it is read, who may be turned to, when to look at it again."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ipt_tui.exchange.plain_plan import plan_lines
from ipt_tui.ipt import safety_plan
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.safety_plan import PARTS, SafetyPlan, Stands, can_be_asked, day_ahead, doubts

TODAY = date(2026, 11, 23)
SEEN = datetime(2026, 11, 3, 12, tzinfo=UTC)


def test_it_has_six_parts_and_what_matters_and_never_the_name_of_somebody_elses_form() -> None:
    assert [part.key for part in PARTS[:6]] == [
        "signs", "alone", "around", "ask", "professionals", "surroundings"
    ]  # fmt: skip
    assert PARTS[6].key == "matters"
    shown = " ".join([*(f"{part.title} {part.asks}" for part in PARTS), safety_plan.TITLE])
    assert "Stanley" not in shown
    assert "may stay empty" in PARTS[5].asks


def test_it_is_read_part_by_part_and_says_when_it_is_to_be_looked_at() -> None:
    texts = {"alone": "walk\nthe radio", "ask": "", "matters": "the cat", "signs": ""}
    plan = SafetyPlan("u", "K7", texts, date(2026, 12, 15), date(2026, 11, 3), SEEN)
    plan = replace(plan, veiled=frozenset({"ask"}))
    page = safety_plan.page(plan, Audience.PRACTITIONER, TODAY)
    assert page is not None
    assert plan_lines(page) == [
        "Safety plan of K7", "",
        "What I can do alone: walk", "  the radio",
        "Whom I can ask: veiled",
        "What matters to me: the cat", "",
        "Last changed on 3 November 2026.", "To be looked at again on 15 December 2026.",
    ]  # fmt: skip
    own = safety_plan.page(plan, Audience.CLIENT, date(2026, 12, 15))
    assert own is not None
    assert own.title == "My safety plan"
    assert own.foot[1] == "It was to be looked at again on 15 December 2026."
    assert safety_plan.page(SafetyPlan("u", "K7", {}), Audience.CLIENT, TODAY) is None


@pytest.mark.parametrize(
    ("stands", "may"),
    [
        (Stands("Jo", confide="yes"), True),
        (Stands("Jo", confide="some", life="living", quality="stressful"), True),
        (Stands("Jo"), False),
        (Stands("Jo", confide="no"), False),
        (Stands("Jo", confide="yes", life="died"), False),
        (Stands("Jo", confide="yes", life="estranged"), False),
        (Stands("Jo", confide="yes", quality="unsafe"), False),
        (Stands("Jo", confide="yes", knows="not_safe"), False),
        (Stands("Jo", confide="yes", arguments="physical"), False),
    ],
)
def test_only_who_is_there_and_can_be_told_and_is_safe_is_offered(
    stands: Stands, may: bool
) -> None:
    assert can_be_asked(stands) is may


def test_who_is_named_and_unsafe_or_dead_is_said_so() -> None:
    people = [Stands("Jo"), Stands("Sam", quality="unsafe"), Stands("Dad", life="died")]
    assert doubts(people) == (
        "Named here, and marked as not safe on the circle: Sam.",
        "Named here, and has died: Dad.",
    )
    assert doubts([Stands("Jo")]) == ()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("4 weeks", date(2026, 12, 21)),
        ("in 10 days", date(2026, 12, 3)),
        ("15 jan", date(2027, 1, 15)),
        ("29 feb 2028", date(2028, 2, 29)),
        ("24 nov", date(2026, 11, 24)),
        ("  ", None),
    ],
)
def test_a_day_to_look_again_lies_ahead(typed: str, day: date | None) -> None:
    assert day_ahead(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["1 jan 2020", "january", "soon", "31 feb", "0 days"])
def test_what_is_no_day_to_come_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        day_ahead(typed, TODAY)


def test_more_than_a_page_is_told() -> None:
    assert safety_plan.fits_a_page(["a walk"] * 7)
    assert not safety_plan.fits_a_page(["a walk\n" * 60])
