"""What a progress note of a session is drafted from, read; the veiled is left out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ipt_tui.ipt import moments
from ipt_tui.ipt.agenda import technique_words
from ipt_tui.ipt.brief_moods import SO_FAR
from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.course import Modality, left_after
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.focus_words import both
from ipt_tui.ipt.goal_words import note_line
from ipt_tui.ipt.joined import tied_titles
from ipt_tui.ipt.marks_as_words import as_words
from ipt_tui.ipt.measure_words import note_change, score_words
from ipt_tui.ipt.note_links import mood_links
from ipt_tui.ipt.note_source import NotedMood, NoteSource, ScoreLine
from ipt_tui.ipt.practice_words import line_of
from ipt_tui.ipt.talk_phrases import found_words
from ipt_tui.vault import (
    goals,
    measures,
    note_decided,
    noting,
    practices,
    problem_areas,
    sessions,
    todos,
)
from ipt_tui.vault.days import back, days
from ipt_tui.vault.session_before import talks_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time

    from sqlmodel import Session

    from ipt_tui.ipt.captured import Captured
    from ipt_tui.ipt.session import Session as SessionView
    from ipt_tui.ipt.session import SessionLine
    from ipt_tui.ipt.timeline import MoodEntry, Timeline

_NOT_IN_A_NOTE = (Mark.THIS_HOUR, Mark.CONCERN)
_ASKED = {"yes": True, "no": False}


def source(
    session: Session,
    session_uid: str,
    today: date,
    revealed: frozenset[str],
    day_starts_at: time,
) -> NoteSource:
    """Return what was noted of a session, as a progress note may tell it.

    Of its note only the client's own words are told; a line for this hour and a concern are told
    nowhere. Raises Gone if there is no such session.
    """
    found = sessions.session(session, session_uid, today, revealed, day_starts_at)
    line, course = found.line, found.course
    day = line.day or today

    def read(text: str) -> tuple[Captured, ...]:
        return noting.read(session, course.client, text, day, revealed, day_starts_at)

    def leaves(name: str) -> str:
        return _leaves(found.text(name), day, read, course.code)

    shown = _since_last(session, line, day, revealed, day_starts_at)
    agreed = practices.of_client(session, course.client, revealed, session_uid=session_uid)
    every = practices.of_client(session, course.client, revealed)
    return NoteSource(
        course.code,
        line.number,
        day,
        course.planned or None,
        line.at.at.time() if line.at else None,
        line.ended.at.time() if line.ended else None,
        modality=Modality.say(line.modality),
        place=line.place,
        participants=_present(found),
        focus=both(problem_areas.chosen(session, course.client, day, revealed)),
        since_last=leaves("since_last"),
        moods=tuple(_mood(mood, shown, day) for mood in shown.moods),
        scores=_scores(session, found, day, revealed, day_starts_at),
        quotes=tuple(p.text for p in read(found.text("note")) if p.mark is Mark.QUOTE),
        links=mood_links(shown),
        worked_on=tuple(item.text for item in found.agenda if item.done and item.text),
        talks=tuple(
            found_words(talk, day)
            for talk in talks_in(session, session_uid, revealed, day_starts_at)
            if not talk.veiled
        ),
        techniques=tuple(map(technique_words, found.techniques)),
        safety_asked=_ASKED.get(found.text("safety_asked")),
        safety=leaves("safety_summary"),
        practice_looked_at=tuple(
            line_of(each) for each in reversed(every) if each.looked_at == line.day and each.what
        ),
        practice_agreed=tuple(each.what for each in reversed(agreed) if each.what),
        todos=tuple(
            todo.text
            for todo in todos.of_client(session, course.client, revealed, still_open=False)
            if todo.session == session_uid and todo.text
        ),
        plan_next=leaves("plan_next"),
        decided=tuple(note_decided.decided(session, course.client, day, revealed, day_starts_at)),
        rated=tuple(note_decided.rated(session, course.client, day, revealed)),
        sessions_left=left_after(course, line.number) if line.held else None,
        goals=tuple(
            note_line(goal, day)
            for goal in goals.of_client(session, course.client, day, revealed)
            if not goal.veiled and (goal.open or goal.closed == day)
        ),
    )


def _scores(
    session: Session, found: SessionView, day: date, revealed: frozenset[str], day_starts_at: time
) -> tuple[ScoreLine, ...]:
    """Return the measures completed in a session, or on its day where no session was said."""
    days = measures.course_days(session, found.course, found.line.number, day_starts_at)
    read = measures.of_course(session, found.course.client, day, days, revealed, day_starts_at)
    return tuple(
        ScoreLine(line.name, score_words(line.instrument, line.last), note_change(line, day))
        for line in read.lines
        if line.last is not None
        and (line.last.session == found.uid or (not line.last.session and line.last.day == day))
    )


def _present(found: SessionView) -> tuple[str, ...]:
    """Return who was there, nobody where it did not take place."""
    there = (found.course.code, found.text("attendees")) if found.line.held else ()
    return tuple(filter(None, there))


def _since_last(
    session: Session, line: SessionLine, day: date, revealed: frozenset[str], day_starts_at: time
) -> Timeline:
    """Return the days from the end of the last session to that of this one, with their moods."""
    last = sessions.last_before(session, line.uid, revealed, day_starts_at)
    since = (last.ended or last.at) if last else None
    first = since.day if since else back(day, timedelta(days=SO_FAR - 1))
    return days(
        session, line.client, first, day, revealed, day_starts_at, since=since, until=line.ended
    )


def _mood(mood: MoodEntry, shown: Timeline, day: date) -> NotedMood:
    """Return a mood with its day as it is said on the day of the session."""
    when = moments.words(mood.when, day)
    if mood.since is not None:
        when = f"since {mood.since:%a} {short(mood.since, day)}"
    return NotedMood(mood.value, when, mood.feelings, tied_titles(shown, mood), mood.scale)


def _leaves(text: str, day: date, read: Callable[[str], tuple[Captured, ...]], code: str) -> str:
    """Return a text of a session as it may leave: marks as words, some lines not at all."""
    left_out = {piece.line for piece in read(text) if piece.mark in _NOT_IN_A_NOTE}
    lines = enumerate(text.split("\n"))
    text = "\n".join(line for number, line in lines if number not in left_out)
    return as_words(text, read(text), day, me=code)
