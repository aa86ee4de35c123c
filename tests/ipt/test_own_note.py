"""Which session an own note is about, and which one a copy of it goes into."""

from datetime import UTC, date, datetime

from ipt_tui.ipt import own_note
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.session import SessionLine

TODAY = date(2026, 11, 24)


def line(number: int, day: int, *, ended: bool = True, begun: bool = True) -> SessionLine:
    at = moment(datetime(2026, 11, day, 14, tzinfo=UTC))
    return SessionLine(
        f"s{number}", "c", "K7", "course", number,
        planned=at, started=at if begun else None, ended=at if begun and ended else None,
    )  # fmt: skip


HELD = (line(6, 10), line(7, 17))
AHEAD = line(9, 30, begun=False)


def words(found: SessionLine | None) -> str:
    return own_note.session_words(found)


def test_a_new_note_is_about_the_session_shown_or_running_or_of_today() -> None:
    eighth, running = line(8, 24), line(8, 24, ended=False)
    assert words(own_note.session_at_hand((*HELD, running, AHEAD), "s6", TODAY)) == "session 6"
    assert words(own_note.session_at_hand((*HELD, running, AHEAD), None, TODAY)) == "session 8"
    assert words(own_note.session_at_hand((*HELD, eighth, AHEAD), "of another", TODAY)) == (
        "session 8"
    )
    assert words(own_note.session_at_hand((*HELD, AHEAD), None, TODAY)) == ""
    assert words(own_note.session_at_hand((), "s6", TODAY)) == ""


def test_a_copy_goes_into_the_session_that_runs_else_the_last_one_held() -> None:
    running = line(8, 24, ended=False)
    assert words(own_note.session_to_copy_into((running, *HELD, AHEAD))) == "session 8"
    assert words(own_note.session_to_copy_into((HELD[1], HELD[0], AHEAD))) == "session 7"
    assert words(own_note.session_to_copy_into((AHEAD,))) == ""
