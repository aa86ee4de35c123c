"""The ending of a course: read as it may be seen, told part by part, what goes into its page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.course import ending_named_at
from ipt_tui.ipt.ending import Ending, EndingTold, with_line
from ipt_tui.ipt.ending_words import KEYS
from ipt_tui.ipt.session import number_on
from ipt_tui.records import Client, Course, CourseEnding, Talk, TalkPerson
from ipt_tui.records.ending import EndingFields
from ipt_tui.vault import courses, ending_offers, ending_veil, sessions, set_aside
from ipt_tui.vault.editing import changed, one, refuse_other_record
from ipt_tui.vault.ending_page import PageReader
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.session_times import next_number
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import datetime, time

    from ipt_tui.ipt import course as course_view
    from ipt_tui.ipt.ending import EndingPage

NO_COURSE = "No course goes on, and none has ended; an ending belongs to one."


# Read.


def ending(
    session: Session,
    client_uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> Ending | None:
    """Return the ending of a client's course with its page; None where there is no course.

    `revealed` unveils for the screen alone: what goes into the page is ticked.
    """
    found = told(session, client_uid, today, revealed, day_starts_at)
    if found is None:
        return None
    client, row = one(session, Client, client_uid).id or 0, _row(session, found.course)
    reader = _reader(session, client, found.course, row, today, day_starts_at)
    return Ending(
        found,
        reader.page(),
        tuple(ending_offers.offers(reader, found.texts.get("did", ""), revealed)),
        tuple(ending_offers.left_out(reader, revealed)),
    )


def page_to_take(
    session: Session, client_uid: str, today: date, day_starts_at: time = DAY_STARTS_AT
) -> EndingPage | None:
    """Return the same to be written to a file.

    Raises NotValid while pages to take home are set aside.
    """
    set_aside.refuse_pages(session, one(session, Client, client_uid).id or 0)
    return page(session, client_uid, today, day_starts_at)


def told(
    session: Session,
    client_uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> EndingTold | None:
    """Return what is told of the ending of a client's course; None where there is no course."""
    course = which(session, client_uid, today)
    if course is None:
        return None
    number, row = _number(session, course, today, day_starts_at), _row(session, course)
    if row is None:
        return EndingTold(course, today, number)
    unseen = ending_veil.parts(hidden_for(session, row.client_id, revealed), row)
    return EndingTold(
        course,
        today,
        number,
        row.uid,
        {key: "" if key in unseen else getattr(row, key) for key in KEYS},
        unseen,
        row.called,
        date.fromisoformat(row.agreed) if row.agreed else None,
        row.updated_at,
    )


def _number(session: Session, course: course_view.Course, today: date, day_starts_at: time) -> int:
    """Return the number of the session that runs or is next; of the last where all were held."""
    lines = sessions.of_course(session, course.uid, frozenset(), day_starts_at)
    number = number_on(lines, today)
    if number is not None:
        return number
    following = next_number(session, one(session, Course, course.uid))
    return following - 1 if course.planned and following > course.planned else following


def page(
    session: Session, client_uid: str, today: date, day_starts_at: time = DAY_STARTS_AT
) -> EndingPage | None:
    """Return the page of the ending of a client's course, None where there is no course."""
    course = which(session, client_uid, today)
    if course is None:
        return None
    client = one(session, Client, client_uid).id or 0
    row = _row(session, course)
    return _reader(session, client, course, row, today, day_starts_at).page()


def which(session: Session, client_uid: str, today: date) -> course_view.Course | None:
    """Return the course whose ending is meant.

    It is the one that goes on, unless that has not come near its end and one before it has an
    ending that was written; else the one that ended last.
    """
    going = courses.current(session, client_uid, today)
    if going is None:
        return courses.last_ended(session, client_uid)
    if _row(session, going) is not None or _is_near(session, going):
        return going
    before = [each for each in courses.of_client(session, client_uid) if each.uid != going.uid]
    return next((each for each in before if _row(session, each) is not None), going)


def _is_near(session: Session, course: course_view.Course) -> bool:
    number = next_number(session, one(session, Course, course.uid)) - 1
    return bool(course.planned) and number >= ending_named_at(course.planned)


def _row(session: Session, course: course_view.Course) -> CourseEnding | None:
    its = select(Course.id).where(Course.uid == course.uid).scalar_subquery()
    return session.exec(select(CourseEnding).where(col(CourseEnding.course_id) == its)).first()


def _reader(
    session: Session,
    client: int,
    course: course_view.Course,
    row: CourseEnding | None,
    today: date,
    day_starts_at: time,
) -> PageReader:
    on = min(today, course.ended) if course.ended else today
    seen = frozenset(row.ticked.split()) if row else frozenset[str]()
    return PageReader(session, client, course, row, on, seen, day_starts_at)


# Written.


def tell(
    session: Session,
    /,
    client_uid: str,
    today: date,
    seen: datetime | None = None,
    **values: str,
) -> None:
    """Write parts of the ending; `seen` is what it was read with, None where there was none.

    Raises ChangedElsewhere where it is not the one that was read, and NotValid with one sentence.
    """
    row = _meant(session, client_uid, today)
    if seen is not None and row.updated_at != seen:
        raise ChangedElsewhere
    _put(session, row, **values)
    describe(session, row.client_id, "the ending changed")


def take(session: Session, client_uid: str, today: date, line: str) -> None:
    """Take a line among what the client did that changed it; take it out where it stands there."""
    row = _meant(session, client_uid, today)
    did = with_line(row.did, " ".join(line.split()))
    _put(session, row, did=did)
    describe(session, row.client_id, "the ending: what was done that changed it")


def tick(session: Session, client_uid: str, today: date, key: str) -> None:
    """Let something sensitive go into the page by its key, or leave it out again."""
    row = _meant(session, client_uid, today)
    ticked = row.ticked.split()
    if key in ticked:
        ticked.remove(key)
    else:
        ticked.append(key)
    _put(session, row, ticked=" ".join(ticked))
    describe(session, row.client_id, "the ending: what goes into its page")


def compare(
    session: Session, client_uid: str, today: date, then: str | None, now: str | None
) -> None:
    """Choose the two talks that stand side by side, by their uids; None for none.

    Raises NotValid where both are one, or they were not with one person.
    """
    row = _meant(session, client_uid, today)
    earlier, later = (one(session, Talk, uid) if uid else None for uid in (then, now))
    for talk in (earlier, later):
        if talk is not None:
            refuse_other_record(row.client_id, talk.client_id)
    if earlier is not None and later is not None:
        _refuse_unlike(session, earlier, later)
    row.then_talk_id = earlier.id if earlier else None
    row.now_talk_id = later.id if later else None
    session.add(row)
    session.flush()
    describe(session, row.client_id, "the ending: two talks side by side")


def _refuse_unlike(session: Session, then: Talk, now: Talk) -> None:
    if then.id == now.id:
        raise NotValid("Please choose two talks that are not the same.")
    there = [
        set(session.exec(select(TalkPerson.person_id).where(TalkPerson.talk_id == talk.id)))
        for talk in (then, now)
    ]
    if not set.intersection(*there):
        raise NotValid("Two talks stand side by side where they were with the same person.")


def _meant(session: Session, client_uid: str, today: date) -> CourseEnding:
    """Return the row to write in, a new one where there is none yet. Raises NotValid."""
    course = which(session, client_uid, today)
    if course is None:
        raise NotValid(NO_COURSE)
    row = _row(session, course)
    if row is None:
        there = one(session, Course, course.uid)
        row = CourseEnding(client_id=there.client_id, course_id=there.id or 0)
    return row


def _put(session: Session, row: CourseEnding, **values: Any) -> None:
    changed(row, EndingFields, values)
    session.add(row)
    session.flush()
