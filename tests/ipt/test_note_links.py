"""Mood and event as a note tells them: what was tied, before and after, and never a cause."""

from __future__ import annotations

from datetime import UTC, date, datetime

from ipt_tui.ipt.dates import read
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.note_links import mood_links
from ipt_tui.ipt.timeline import EventEntry, Link, MoodEntry, Timeline, Window, Zoom

WINDOW = Window(Zoom.OTHER, date(2026, 11, 10), date(2026, 11, 17), date(2026, 11, 17))


def mood(uid: str, day: int, value: int) -> MoodEntry:
    return MoodEntry(uid, moment(datetime(2026, 11, day, 20, tzinfo=UTC)), value)


def event(uid: str, title: str, when: str) -> EventEntry:
    return EventEntry(uid, title, read(when))


def told(*links: Link, events: tuple[EventEntry, ...] = ()) -> tuple[str, ...]:
    moods = (mood("a", 12, 6), mood("b", 14, 7), mood("c", 15, 5))
    before = (mood("z", 11, 3),)
    return mood_links(Timeline("k", "K7", WINDOW, moods, events, before=before, links=links))


def test_what_is_tied_is_told_with_the_moods_around_it() -> None:
    asked = event("e", "asked Sam for Tuesdays", "2026-11-12")
    spring = event("f", "the move", "2025-21")
    links = (Link("a", "e"), Link("c", "f"), Link("b", "f"))
    assert told(*links, events=(spring, asked)) == (
        "3 of 3 moods tied to an event.",
        "“the move”: mood 7, 5.",
        "“asked Sam for Tuesdays”, 12 Nov: mood 3 before, 6 after.",
    )


def test_where_nothing_is_tied_nothing_is_said() -> None:
    assert told(events=(event("e", "Lena answered", "2026-11-14"),)) == ()
    assert told(Link("a", "veiled")) == ()
    assert told(Link("z", "e"), events=(event("e", "on the phone", "2026-11-11"),)) == ()
