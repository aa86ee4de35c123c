"""Concerns in words: the lists are whole, nothing is graded, and since when is said plainly."""

from datetime import UTC, date, datetime

import pytest

from ipt_tui.ipt.concern import Concern, StillOpen, kind_in, kind_of, kinds, line, quiet_line, since
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.timeline import Named

AT = moment(datetime(2026, 11, 24, 14, 21, tzinfo=UTC))


def test_each_kind_has_a_letter_and_a_list_and_none_a_grade() -> None:
    assert [kind.id for kind in kinds()] == ["self", "violence", "child", "other"]
    assert len({kind.key for kind in kinds()}) == len(kinds())
    for kind in kinds():
        ids = [check.id for check in kind.checks]
        assert len(ids) == len(set(ids)) >= 5
        assert {"told", "agreed", "noted"} <= set(ids)
        said = " ".join(check.label for check in kind.checks).lower()
        assert not {"low", "medium", "high", "risk", "score"} & set(said.split())


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "since 14:21"),
        (date(2026, 11, 25), "since yesterday"),
        (date(2026, 11, 30), "since Tuesday"),
        (date(2026, 12, 1), "since 24 Nov"),
        (date(2027, 1, 4), "since 24 Nov 2026"),
    ],
)
def test_since_when_is_said_plainly(day: date, words: str) -> None:
    assert since(AT, day) == words


@pytest.mark.parametrize(
    ("typed", "kind", "rest"),
    [
        ("violence Sam blocked the door", "violence", "Sam blocked the door"),
        ("Self: lost", "self", "lost"),
        ("selfish of him", "other", "selfish of him"),
        ("", "other", ""),
    ],
)
def test_a_line_may_begin_with_its_kind(typed: str, kind: str, rest: str) -> None:
    assert kind_in(typed) == (kind, rest)


def test_an_unknown_kind_keeps_its_word_and_who_is_veiled_is_someone() -> None:
    one = Concern("u", "c", "K7", "elder abuse", "said", AT, (Named("s", ""), Named("n", "Noor")))
    assert kind_of("elder abuse").checks == kind_of("other").checks
    told = "elder abuse, about someone and Noor, since 14:21"
    assert line(one, AT.day) == told
    assert quiet_line([one], AT.day) == f"Open concern: {told}"
    assert quiet_line([], AT.day) == ""
    things = [
        StillOpen("practice:p", ""),
        StillOpen("practice:p", "", True),
        StillOpen("talk:t", ""),
    ]
    assert [thing.state for thing in things] == ["not paused", "paused", "set aside"]
