"""A course for the small record, with some of all that may belong to one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ipt_tui.records import (
    Addendum,
    AgendaItem,
    Concern,
    ConcernPerson,
    MeasurePlan,
    Practice,
    ProgressNote,
    Renegotiation,
    Response,
    Technique,
    TidiedLine,
)
from ipt_tui.records import Todo as TodoRow
from ipt_tui.records.course import Course
from ipt_tui.records.person import Person
from ipt_tui.records.session import CourseSession
from ipt_tui.records.talk import Talk
from ipt_tui.vault import courses
from ipt_tui.vault.editing import one
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from sqlmodel import Session

BEGUN = date(2026, 10, 6)
SAID = "2026-11-23"
SIGNED = "2026-11-10T15:10:00+00:00"


def meet(
    session: Session, client: str, person: str, other: str, talk: str
) -> tuple[str, str, str, str]:
    """Begin a course of three sessions: held and signed, prepared with a draft, only planned.

    Return the uids of the course and of the sessions.
    """
    uid = courses.begin(session, client, "ipt16", BEGUN)
    course = one(session, Course, uid)
    whose: dict[str, Any] = {"client_id": course.client_id}
    its: dict[str, Any] = {"course_id": course.id, **whose}
    held, prepared, planned = (
        CourseSession(
            number=1, planned="2026-11-10T14:00", started="2026-11-10T14:02",
            ended="2026-11-10T14:52", attendance="attended", note="an umbrella left here",
            since_last="foggy", plan_next="halfway", **its,
        ),
        CourseSession(number=2, planned="2026-11-24T14:00", plan="the lantern", **its),
        CourseSession(number=3, planned="2026-12-01T14:00", **its),
    )  # fmt: skip
    session.add_all([held, prepared, planned])
    session.flush()
    first, second = {"session_id": held.id, **whose}, {"session_id": prepared.id, **whose}
    signed = ProgressNote(first="calmer", signed_at=SIGNED, signed_by="K. Aalto", **first)
    closed = Concern(
        kind="child", raised_by="said", at="2026-11-03T14:20", words="a cold lunch box",
        outcome="the school knows", concluded_at="2026-11-03T15:00:00+00:00", **whose,
    )  # fmt: skip
    session.add_all(
        [
            Renegotiation(
                course_id=course.id or 0, day="2026-11-03", before=12, after=16,
                reason="more room", agreed_by="both", **whose,
            ),
            AgendaItem(position=1024, code="since_last", text="How has it been?", **second),
            AgendaItem(position=2048, text="bring the forms", **second),
            Technique(code="role_play", **first),
            Technique(code="clarification", **second),
            Practice(
                what="ask for one evening", line="Could we keep it free?", day="2026-11-10", sure=6,
                person_id=one(session, Person, person).id, talk_id=one(session, Talk, talk).id,
                **first,
            ),
            TodoRow(text="letter to the surgery", **first),
            TidiedLine(
                fingerprint="5e", taken=True, talk_id=one(session, Talk, talk).id, **first
            ),
            Response(
                instrument="phq9", name="PHQ-9", version="1", at="2026-11-10T14:05",
                answers="[1, 2, null, null, null, null, null, null, null]", finished=False,
                note="before the pier", **first,
            ),
            MeasurePlan(
                instrument="phq9", often="every", often_said=SAID, **whose
            ),
            Concern(
                kind="self", raised_by="said", at="2026-11-10T14:20", words="a thin thread",
                ticked="asked", paused="pages:home", session_uid=held.uid, **whose,
            ),
            closed,
            signed,
            ProgressNote(first="drafty", **second),
        ]
    )  # fmt: skip
    session.flush()
    session.add(
        ConcernPerson(
            concern_id=closed.id or 0, person_id=one(session, Person, other).id or 0, **whose
        )
    )
    session.add(
        Addendum(progress_note_id=signed.id or 0, day="2026-11-12", reason="left out",
                 text="slept badly", **whose)
    )  # fmt: skip
    session.flush()
    describe(session, course.client_id, "a course")
    return uid, held.uid, prepared.uid, planned.uid
