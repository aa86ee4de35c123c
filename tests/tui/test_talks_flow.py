"""Which question about a talk comes after which, as plain values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ipt_tui.ipt.dates import FuzzyDate
from ipt_tui.ipt.talk import Talk, TalkLine, TurnLine
from ipt_tui.ipt.timeline import Named
from ipt_tui.tui.areas.talks.inquiry import TalkInquiry
from tests.tui.running import ground

DAY = date(2026, 11, 9)
TURNS = (TurnLine("a", 1, "me", "Do what you want."), TurnLine("b", 2, "them", "Fine, I will."))


def talk(*turns: TurnLine, **values: str) -> Talk:
    """Return a talk with Sam of a known day."""
    when = FuzzyDate("2026-11-09", "9 nov", DAY, DAY)
    line = TalkLine("t", "e", (Named("s", "Sam"),), "kitchen", when=when)
    return Talk(line, "c", "K7", date(2026, 11, 23), values, turns=turns)


def asking(*turns: TurnLine, one_by_one: bool = False, **values: str) -> TalkInquiry:
    """Return the asking about it."""
    return TalkInquiry(ground(), talk(*turns, **values), one_by_one)


def test_words_come_first_then_what_was_behind_them_then_the_whole() -> None:
    keys = asking(*TURNS).sequence
    wanted = [
        "turn:a:said", "turn:b:said", "turn:new", "turn:a:meant", "turn:a:felt", "turn:b:guessed",
        "after:hoped",
    ]  # fmt: skip
    assert keys[: len(wanted)] == wanted
    assert keys[-3:] == ["say:new", "end:note", "end:sensitive"]
    assert "after:style" not in keys, "an optional look is never asked for"


def test_with_whom_and_when_are_asked_first_only_where_nobody_has_said() -> None:
    known = asking(*TURNS)
    unknown = replace(known.talk, line=replace(known.talk.line, people=(), when=None))
    assert TalkInquiry(ground(), unknown).sequence[:2] == ["head:people", "head:when"]
    assert not [key for key in known.sequence if key.startswith("head:")]


def test_progress_counts_every_question_of_the_whole_once() -> None:
    whole = asking(*TURNS, one_by_one=True)
    keys = whole.sequence
    assert len(set(keys)) == len(keys)
    assert [whole.progress(key) for key in keys] == [
        f"{number} of {len(keys)}" for number in range(1, len(keys) + 1)
    ]
    assert whole.progress("tried:new") == ""
    question = whole.asked(keys[0])
    assert question is not None
    assert question.question.startswith(f"1 of {len(keys)}   ")
    in_table = asking(*TURNS).asked(keys[0])
    assert in_table is not None
    assert " of " not in in_table.question


def test_each_question_leads_to_the_next_and_back_again() -> None:
    whole = asking(*TURNS, one_by_one=True, safe="yes")
    keys = [key for key in whole.sequence if not key.startswith(("turn:new", "say:"))]
    for one, other in zip(whole.sequence, whole.sequence[1:], strict=False):
        assert whole.before(other) == one
        if one in keys and other in keys:
            assert whole.following(one, answered=True) == other
    assert whole.following(keys[-1], answered=True) is None
    assert whole.before(whole.sequence[0]) is None


def test_tone_and_body_go_down_their_column_and_end_there() -> None:
    for name in ("tone", "body"):
        assert asking(*TURNS).following(f"turn:a:{name}", answered=False) == f"turn:b:{name}"
        assert asking(*TURNS).following(f"turn:b:{name}", answered=True) is None


@pytest.mark.parametrize("key", ["say:new", "build:feel", "round:sure_before"])
@pytest.mark.parametrize(
    ("safe", "wanted"), [("", "safe"), ("yes", ""), ("no", "not safe"), ("unsure", "not safe")]
)
def test_safety_stands_before_all_that_is_practised(key: str, safe: str, wanted: str) -> None:
    assert asking(*TURNS, safe=safe).gated(key) == (wanted or key)


@pytest.mark.parametrize("key", ["turn:new", "after:hoped", "option:new", "tried:new", "end:note"])
def test_safety_stands_before_nothing_else(key: str) -> None:
    assert asking(*TURNS).gated(key) == key
    assert asking(*TURNS, safe="no").gated(key) == key


def test_where_it_may_not_be_safe_no_line_is_asked_for() -> None:
    assert "say:new" not in asking(*TURNS, safe="no").sequence
