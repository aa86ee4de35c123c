"""One write of every kind that courses and sessions have, on the small record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.course_plan import CoursePlan
from ipt_tui.ipt.instrument import FlagKind
from ipt_tui.ipt.scoring import Raised
from ipt_tui.ipt.tidy import to_tidy
from ipt_tui.vault import (
    agendas,
    concern_sources,
    concerns,
    course_setup,
    courses,
    practices,
    progress_notes,
    safety_plans,
    session_begin,
    session_end,
    session_times,
    session_told,
    tidying,
    todos,
)
from tests.vault.talk_writes import first

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlmodel import Session

    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.tidy import TidyItem
    from tests.vault.world import World

DAY = date(2026, 11, 23)
FINAL = (
    "progress_notes.sign", "progress_notes.add", "session_end.close bare", "concerns.conclude",
)  # fmt: skip
"""What is not taken back."""


def tell_plan(w: World, **values: str) -> None:
    """Change parts of the client's safety plan as it stands."""
    plan = w.vault.read(safety_plans.plan, w.client, DAY)
    w.vault.write(safety_plans.tell, w.client, plan.seen, **values)


def _begin_another(session: Session, client: str, course: str) -> None:
    courses.end(session, course, DAY)
    courses.begin(session, client, "maint", DAY)


def _set_up_another(session: Session, client: str, course: str, now: Moment) -> None:
    courses.end(session, course, DAY)
    plan = CoursePlan(now=2, first=now, place="room 2", kept="brief")
    course_setup.set_up(session, client, plan, DAY)


def _agree_anew(session: Session, client: str, now: Moment) -> None:
    stood = course_setup.standing(session, client, DAY, DAY_STARTS_AT)
    plan = replace(stood.plan, planned=20, first=now, place="room 4", why="a hard winter")
    course_setup.change(session, client, stood, plan, DAY)


def _hold(session: Session, uid: str, now: Moment) -> None:
    session_times.start(session, uid, now)
    session_times.end(session, uid, now)


def _close(session: Session, uid: str, now: Moment) -> None:
    session_times.start(session, uid, now)
    session_end.close(session, uid, now, "all of it", pad=f"session:{uid}:note")


def _close_bare(session: Session, course: str, now: Moment) -> None:
    """End a session of its own whose note is in the record: later it was agreed to keep less."""
    uid = session_times.plan(session, course)
    session_times.start(session, uid, now)
    session_told.tell(session, uid, note="all of it")
    session_end.close(session, uid, now, brief=True)


def _sign_another(session: Session, course: str) -> None:
    """Sign a note of a session of its own, so that it can be done once more."""
    note = progress_notes.draft(session, session_times.plan(session, course))
    progress_notes.tell(session, note, first="well")
    progress_notes.sign(session, note, "K. Aalto")


def _conclude_another(session: Session, client: str) -> None:
    """Close a concern of its own, so that it can be done once more."""
    uid = concerns.raise_concern(session, client, "violence", "said", words="the gate")
    concerns.conclude(session, uid, "told the surgery")


def _to_tidy(number: int) -> TidyItem:
    """Return what one line of this note would become."""
    note = (
        "!talk @Sam the flat\nme: ask me first\n>ring Sam\ntodo the letter\n!safety nothing new\n"
    )
    note += "!concern violence @Sam the door"
    return to_tidy(parse(note, DAY, ("Sam", "Noor")), (), DAY)[number]


def _late(w: World, table: str) -> str:
    """Return the uid of the last row of a table."""
    from tests.vault.world import value

    return str(value(w.vault, f"SELECT uid FROM {table} ORDER BY id DESC LIMIT 1"))


def writes(now: Moment) -> dict[str, Callable[[World], Any]]:
    """Return one write of every kind of a course, by the name of its function."""
    return {
        "courses.begin": lambda w: w.vault.write(_begin_another, w.client, w.course),
        "courses.change": lambda w: w.vault.write(courses.change, w.course, planned=12, minutes=45),
        "courses.renegotiate": lambda w: w.vault.write(
            courses.renegotiate, w.course, DAY, 20, "a hard winter", "both"
        ),
        "courses.correct": lambda w: w.vault.write(
            courses.correct, first(w, "renegotiation"), reason="less", day="2026-11-04"
        ),
        "courses.end": lambda w: w.vault.write(courses.end, w.course, DAY),
        "course_setup.set_up": lambda w: w.vault.write(_set_up_another, w.client, w.course, now),
        "course_setup.change": lambda w: w.vault.write(_agree_anew, w.client, now),
        "session_begin.start_next": lambda w: w.vault.write(
            session_begin.start_next, w.client, now.at, DAY, DAY_STARTS_AT
        ),
        "session_times.plan": lambda w: w.vault.write(
            session_times.plan, w.course, now, place="room 2"
        ),
        "session_times.plan_rest": lambda w: w.vault.write(session_times.plan_rest, w.course, now),
        "session_times.move": lambda w: w.vault.write(session_times.move, w.prepared, now),
        "session_times.start": lambda w: w.vault.write(session_times.start, w.planned, now),
        "session_times.end": lambda w: w.vault.write(_hold, w.prepared, now),
        "session_end.close": lambda w: w.vault.write(_close, w.prepared, now),
        "session_end.close bare": lambda w: w.vault.write(_close_bare, w.course, now),
        "session_begin.start_next this one": lambda w: w.vault.write(
            session_begin.start, w.prepared, now.at, DAY_STARTS_AT
        ),
        "session_times.attend": lambda w: w.vault.write(
            session_times.attend, w.prepared, "no_show"
        ),
        "session_times.remove": lambda w: w.vault.write(session_times.remove, w.prepared),
        "session_told.tell": lambda w: w.vault.write(
            session_told.tell, w.held, note="a longer note", safety_asked="yes"
        ),
        "session_told.add_to_note": lambda w: w.vault.write(
            session_told.add_to_note, w.held, "copied below"
        ),
        "session_told.use": lambda w: w.vault.write(
            session_told.use, w.held, ["clarification", "decision_analysis"]
        ),
        "agendas.fill": lambda w: w.vault.write(agendas.fill, w.planned),
        "agendas.add": lambda w: w.vault.write(
            agendas.add, w.prepared, "the forms", first(w, "agenda_item")
        ),
        "agendas.change": lambda w: w.vault.write(
            agendas.change, first(w, "agenda_item"), "how it has been"
        ),
        "agendas.tick": lambda w: w.vault.write(agendas.tick, first(w, "agenda_item")),
        "agendas.see_done": lambda w: w.vault.write(agendas.see_done, w.prepared, "since_last"),
        "agendas.move": lambda w: w.vault.write(agendas.move, first(w, "agenda_item"), 1),
        "agendas.remove": lambda w: w.vault.write(agendas.remove, first(w, "agenda_item")),
        "tidying.take": lambda w: w.vault.write(tidying.take, w.held, _to_tidy(0), now),
        "tidying.take a practice": lambda w: w.vault.write(tidying.take, w.held, _to_tidy(1), now),
        "tidying.take a to-do": lambda w: w.vault.write(tidying.take, w.held, _to_tidy(2), now),
        "tidying.take safety": lambda w: w.vault.write(tidying.take, w.held, _to_tidy(3), now),
        "tidying.take a concern": lambda w: w.vault.write(tidying.take, w.held, _to_tidy(4), now),
        "concerns.raise_concern": lambda w: w.vault.write(
            concerns.raise_concern,
            w.client,
            "violence",
            "said",
            people=[w.sam],
            words="the door",
            session_uid=w.held,
        ),
        "concerns.tell": lambda w: w.vault.write(
            concerns.tell, first(w, "concern"), kind="child", words="Noor heard it"
        ),
        "concerns.name": lambda w: w.vault.write(
            concerns.name, first(w, "concern"), DAY, [w.noor], ["Kim"]
        ),
        "concerns.tick": lambda w: w.vault.write(concerns.tick, first(w, "concern"), "alone"),
        "concerns.pause": lambda w: w.vault.write(
            concerns.pause, first(w, "concern"), f"practice:{first(w, 'practice')}"
        ),
        "concerns.resume": lambda w: w.vault.write(
            concerns.resume, first(w, "concern"), "pages:home"
        ),
        "concerns.raise_concern by answers": lambda w: w.vault.write(
            concern_sources.raise_by_answers,
            first(w, "response"),
            [Raised(FlagKind.SELF, "…", 1, 9)],
        ),
        "concerns.conclude": lambda w: w.vault.write(_conclude_another, w.client),
        "tidying.leave": lambda w: w.vault.write(tidying.leave, w.held, _to_tidy(0)),
        "practices.agree": lambda w: w.vault.write(
            practices.agree, w.client, "ring Noor", DAY, w.noor, w.talk, w.held, sure=8
        ),
        "practices.look_at": lambda w: w.vault.write(
            practices.look_at, first(w, "practice"), DAY, "part", happened="a start", mood_after=6
        ),
        "practices.change": lambda w: w.vault.write(
            practices.change, first(w, "practice"), what="ask once", if_then="then on Sunday"
        ),
        "practices.point": lambda w: w.vault.write(practices.point, first(w, "practice"), w.noor),
        "practices.remove": lambda w: w.vault.write(practices.remove, first(w, "practice")),
        "safety_plans.tell": lambda w: tell_plan(w, signs="no sleep", ask="ring @Noor"),
        "safety_plans.tell people": lambda w: tell_plan(w, ask="", around="the pool with Noor"),
        "safety_plans.tell emptied": lambda w: tell_plan(
            w, alone="", around="", ask="", look_again=""
        ),
        "todos.add": lambda w: w.vault.write(todos.add, w.client, "book the room", w.planned),
        "todos.change": lambda w: w.vault.write(todos.change, first(w, "todo"), "ring the surgery"),
        "todos.tick": lambda w: w.vault.write(todos.tick, first(w, "todo"), DAY),
        "todos.remove": lambda w: w.vault.write(todos.remove, first(w, "todo")),
        "progress_notes.draft": lambda w: w.vault.write(progress_notes.draft, w.planned, "birp"),
        "progress_notes.tell": lambda w: w.vault.write(
            progress_notes.tell, _late(w, "progress_note"), fourth="go on", format="dap"
        ),
        "progress_notes.sign": lambda w: w.vault.write(_sign_another, w.course),
        "progress_notes.add": lambda w: w.vault.write(
            progress_notes.add, first(w, "progress_note"), DAY, "left out", "slept well"
        ),
        "progress_notes.remove": lambda w: w.vault.write(
            progress_notes.remove, _late(w, "progress_note")
        ),
    }
