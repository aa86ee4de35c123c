"""A session as a value: whether it runs, took place or is ahead, and how long it has taken."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ipt_tui.ipt.moments import Moment, moment
from ipt_tui.ipt.note_forms import MOST_PARTS
from ipt_tui.ipt.progress_note import PARTS, ProgressNote
from ipt_tui.ipt.session import Attendance, Kept, SessionLine, clock_problem, minutes_in

AT = datetime(2026, 11, 24, 14, tzinfo=UTC)


def later(minutes: int) -> Moment:
    return moment(AT + timedelta(minutes=minutes))


def line(
    attendance: str = "planned", started: Moment | None = None, ended: Moment | None = None
) -> SessionLine:
    return SessionLine("s", "k", "K7", "c", 8, 16, later(0), started, ended, attendance=attendance)


def test_what_is_ahead_runs_and_then_took_place() -> None:
    steps = [line(), line("attended", later(2)), line("late", later(9), later(50))]
    assert [(one.ahead, one.running, one.held) for one in steps] == [
        (True, False, False), (False, True, True), (False, False, True),
    ]  # fmt: skip
    assert steps[0].day == AT.date()
    assert steps[2].at == later(9)


@pytest.mark.parametrize("word", ["no_show", "cancelled_client", "cancelled_me"])
def test_one_that_was_missed_is_neither_ahead_nor_took_place(word: str) -> None:
    assert (line(word).ahead, line(word).held, line(word, later(0)).held) == (False, False, False)
    known = Attendance.read(word)
    assert known is not None
    assert known.absent


def test_a_word_from_elsewhere_is_read_forgivingly() -> None:
    assert line("rescheduled twice").ahead
    assert Attendance.say("rescheduled twice") == "rescheduled twice"
    assert Kept.say("brief") == "in brief"


def test_how_many_minutes_it_has_taken() -> None:
    begun = line("attended", later(2))
    assert minutes_in(begun, AT + timedelta(minutes=14, seconds=59)) == 12
    assert minutes_in(begun, AT) == 0
    assert minutes_in(line(), AT) is None
    assert minutes_in(line("attended", later(2), later(52)), AT + timedelta(days=2)) == 50


def test_it_may_end_after_midnight_and_not_before_it_began() -> None:
    late = moment(datetime(2026, 11, 24, 23, 40, tzinfo=UTC))
    after = moment(datetime(2026, 11, 25, 0, 20, tzinfo=UTC))
    before = moment(datetime(2026, 11, 24, 0, 20, tzinfo=UTC))
    assert clock_problem(late, after) == ""
    said = clock_problem(late, before)
    assert "00:20, before it began at 23:40" in said
    assert "the next day" in said
    assert clock_problem(late, late) == ""
    assert clock_problem(late, None) == ""
    assert clock_problem(None, None) == ""
    assert "only after it has begun" in clock_problem(None, after)


def test_a_clock_that_goes_back_an_hour_in_autumn_is_no_fault() -> None:
    summer, winter = timezone(timedelta(hours=1)), timezone(timedelta())
    began = moment(datetime(2026, 10, 25, 1, 40, tzinfo=summer))
    ended = moment(datetime(2026, 10, 25, 1, 20, tzinfo=winter))
    assert clock_problem(began, ended) == ""
    assert minutes_in(line("attended", began, ended), AT) == 40


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("soap", ["Subjective", "Objective", "Assessment", "Plan"]),
        ("dap", ["Data", "Assessment", "Plan"]),
        ("birp", ["Behaviour", "Intervention", "Response", "Plan"]),
        ("from later", ["Subjective", "Objective", "Assessment", "Plan"]),
    ],
)
def test_the_parts_of_a_note_are_called_as_its_form_has_them(form: str, words: list[str]) -> None:
    note = ProgressNote("n", line(), form, {"first": "calmer"})
    assert [name for _, name, _ in note.parts] == words
    assert note.parts[0] == ("first", words[0], "calmer")
    assert len(PARTS) == MOST_PARTS
