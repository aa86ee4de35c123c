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
from ipt_tui.vault.hidden import EVERYTHING, hidden_for
from ipt_tui.vault.session_times import next_number
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import datetime, time

    from ipt_tui.ipt import course as course_view
    from ipt_tui.ipt.ending import EndingPage
    from ipt_tui.ipt.session import SessionLine

_PAIR = frozenset(("then_talk_id", "now_talk_id"))


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
    course = which(session, client_uid, today)
    if course is None:
        return None
    reader = _reader(session, course, today, day_starts_at)
    found = _told(reader, today, revealed)
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
    return _told(_reader(session, course, today, day_starts_at), today, revealed)


def _told(reader: PageReader, today: date, revealed: frozenset[str]) -> EndingTold:
    session, course, row = reader.session, reader.course, reader.row
    number = _number(session, course, reader.lines, today)
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


def _number(
    session: Session, course: course_view.Course, lines: tuple[SessionLine, ...], today: date
) -> int:
    """Return the number of the session that runs or is next; of the last where all were held."""
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
    return None if course is None else _reader(session, course, today, day_starts_at).page()


def which(session: Session, client_uid: str, today: date) -> course_view.Course | None:
    """Return the course whose ending is meant.

    It is the one that goes on, unless that has not come near its end and one before it has an
    ending that was written; else the one that ended last.
    """
    going = courses.current(session, client_uid, today)
    if going is None:
        return courses.last_ended(session, client_uid)
    if _row(session, going.uid) is not None or _is_near(session, going):
        return going
    before = [each for each in courses.of_client(session, client_uid) if each.uid != going.uid]
    return next((each for each in before if _row(session, each.uid) is not None), going)


def _is_near(session: Session, course: course_view.Course) -> bool:
    number = next_number(session, one(session, Course, course.uid)) - 1
    return bool(course.planned) and number >= ending_named_at(course.planned)


def _row(session: Session, course_uid: str) -> CourseEnding | None:
    its = select(Course.id).where(Course.uid == course_uid).scalar_subquery()
    return session.exec(select(CourseEnding).where(col(CourseEnding.course_id) == its)).first()


def _reader(
    session: Session, course: course_view.Course, today: date, day_starts_at: time
) -> PageReader:
    row = _row(session, course.uid)
    # of the sessions only days and numbers are told, so nothing is looked through for the veil
    lines = sessions.of_course(session, course.uid, EVERYTHING, day_starts_at)
    return PageReader(
        session,
        one(session, Client, course.client).id or 0,
        course,
        lines,
        row,
        min(today, course.ended) if course.ended else today,
        frozenset(row.ticked.split()) if row else frozenset[str](),
        day_starts_at,
    )


# Written. Each write takes what the ending was read with, None where nothing was written yet, and
# raises ChangedElsewhere where it is not that one any more.


def tell(session: Session, /, course_uid: str, seen: datetime | None = None, **values: str) -> None:
    """Write parts of the ending of a course; a part with other words is not ticked any more.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    row = _meant(session, course_uid, seen)
    anew = _put(session, row, **values)
    describe(session, row.client_id, f"the ending changed{anew}")


def take(session: Session, course_uid: str, line: str, seen: datetime | None = None) -> None:
    """Take a line among what the client did that changed it; take it out where it stands there."""
    row = _meant(session, course_uid, seen)
    anew = _put(session, row, did=with_line(row.did, " ".join(line.split())))
    describe(session, row.client_id, f"the ending: what was done that changed it{anew}")


def tick(session: Session, course_uid: str, key: str, seen: datetime | None = None) -> None:
    """Let something sensitive go into the page by its key, or leave it out again."""
    row = _meant(session, course_uid, seen)
    ticked = row.ticked.split()
    if key in ticked:
        ticked.remove(key)
    else:
        ticked.append(key)
    anew = _put(session, row, ticked=" ".join(ticked))
    describe(session, row.client_id, f"the ending: what goes into its page{anew}")


def compare(
    session: Session,
    course_uid: str,
    then: str | None,
    now: str | None,
    seen: datetime | None = None,
) -> None:
    """Choose the two talks that stand side by side, by their uids; None for none.

    Raises NotValid where both are one, or they were not with one person.
    """
    row = _meant(session, course_uid, seen)
    earlier, later = (one(session, Talk, uid) if uid else None for uid in (then, now))
    for talk in (earlier, later):
        if talk is not None:
            refuse_other_record(row.client_id, talk.client_id)
    if earlier is not None and later is not None:
        _refuse_unlike(session, earlier, later)
    anew = _put(
        session,
        row,
        then_talk_id=earlier.id if earlier else None,
        now_talk_id=later.id if later else None,
    )
    describe(session, row.client_id, f"the ending: two talks side by side{anew}")


def _refuse_unlike(session: Session, then: Talk, now: Talk) -> None:
    if then.id == now.id:
        raise NotValid("Please choose two talks that are not the same.")
    there = [
        set(session.exec(select(TalkPerson.person_id).where(TalkPerson.talk_id == talk.id)))
        for talk in (then, now)
    ]
    if not set.intersection(*there):
        raise NotValid("Two talks stand side by side where they were with the same person.")


def _meant(session: Session, course_uid: str, seen: datetime | None) -> CourseEnding:
    """Return the row to write in, a new one where there is none yet.

    Raises Gone, or ChangedElsewhere where it is not the one that was read.
    """
    row = _row(session, course_uid)
    if (row.updated_at if row else None) != seen:
        raise ChangedElsewhere
    if row is None:
        course = one(session, Course, course_uid)
        row = CourseEnding(client_id=course.client_id, course_id=course.id or 0)
    return row


def _put(session: Session, row: CourseEnding, **values: Any) -> str:
    """Write what is told or chosen; return what to say of it where the page was agreed before.

    A part that has other words is not ticked any more, and another page is not agreed.
    """
    before = row.model_dump()
    for link in _PAIR & set(values):
        setattr(row, link, values.pop(link))
    changed(row, EndingFields, values)
    other = {name for name, value in before.items() if value != getattr(row, name)}
    if told_anew := other.intersection(KEYS, row.ticked.split()):
        row.ticked = " ".join(key for key in row.ticked.split() if key not in told_anew)
    lapsed = bool(before["agreed"] and other - {"agreed", "sensitive"}) and "agreed" not in other
    if lapsed:
        row.agreed = ""
    session.add(row)
    session.flush()
    return ", to be agreed anew" if lapsed else ""
