"""K7's sessions keyed in through the program: the notes with their marks, tidied, ended, signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.content import load
from ipt_tui.ipt.tidy import fingerprint
from tests.whole import k7_focus, k7_sessions
from tests.whole.record import comparable

if TYPE_CHECKING:
    from ipt_tui.vault.transfer import Data

pytestmark = [pytest.mark.timeout(200), pytest.mark.first]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Data:
    """The record after the seventh session."""
    home = tmp_path_factory.mktemp("k7")
    k7_sessions.without_sessions(home)
    k7_sessions.key_in(home)
    return k7_sessions.kept(home)


def test_the_sessions_of_the_demo_are_what_was_keyed_in(record: Data) -> None:
    assert comparable(record) == comparable(load("demo/k7.json"))


def test_what_was_typed_stands_in_the_notes_to_the_letter(record: Data) -> None:
    told = {row["number"]: row["note"] for row in record["session"] if row["started"]}
    for number, held in enumerate(k7_sessions.SESSIONS, 1):
        assert told[number].splitlines() == list(held.note)


def test_each_line_that_was_taken_is_known_again(record: Data) -> None:
    notes = {row["uid"]: row["note"].splitlines() for row in record["session"]}
    for row in record["tidied_line"]:
        known = {fingerprint(line, row["session"]) for line in notes[row["session"]]}
        assert row["fingerprint"] in known
    assert len(record["tidied_line"]) == sum(held.takes for held in k7_sessions.SESSIONS)


def test_the_focus_stands_on_the_days_it_belongs_to(record: Data) -> None:
    (formulation,) = record["formulation"]
    assert formulation["text"] == k7_focus.FORMULATION
    days = [formulation["agreed"], record["contract"][0]["agreed"]]
    days += [row["day"] for table in ("focus_choice", "dispute_stage") for row in record[table]]
    assert days == ["2026-10-20"] * 4 + ["2026-10-27", "2026-11-17"]
    given = sorted((row["day"], row["value"]) for row in record["goal_rating"])
    held = {number: k7_sessions.SESSIONS[number - 1].day for number in (3, *k7_focus.RATED_IN)}
    assert given == sorted(
        (day, int(goal.rated[which]))
        for goal in k7_focus.GOALS
        for which, day in enumerate(held.values())
    )
    assert not record["halfway"]


def test_nothing_of_the_weeks_between_was_made_twice(record: Data) -> None:
    demo = load("demo/k7.json")
    for table in ("mood", "event", "mood_link", "talk", "turn", "jotting", "person"):
        assert len(record[table]) == len(demo[table])
