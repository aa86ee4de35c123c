"""Tidying a session's note: its marks become records, each line once, each as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.tidy import Tidied, fingerprint
from ipt_tui.records import Client, CourseSession, Talk, Technique, TidiedLine
from ipt_tui.records.session import TechniqueFields
from ipt_tui.vault import agendas, noting, people, practices, todos
from ipt_tui.vault.editing import one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.session_times import put
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipt_tui.ipt.captured import Captured
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.tidy import TidyItem

TIED, AGREED = "mood_event", "practice"
"""The items of the agenda that are done by a mood tied to an event, and by a practice."""
ANALYSED = "communication_analysis"
"""The technique of a talk with turns."""


def done(session: Session, session_uid: str) -> tuple[Tidied, ...]:
    """Return the lines of a session's note that were looked at."""
    row = one(session, CourseSession, session_uid)
    query = (
        select(TidiedLine.fingerprint, TidiedLine.taken, Talk.uid)
        .join(Talk, col(Talk.id) == TidiedLine.talk_id, isouter=True)
        .where(TidiedLine.session_id == row.id)
        .order_by(col(TidiedLine.id))
    )
    return tuple(Tidied(words, taken, talk or "") for words, taken, talk in session.exec(query))


def take(
    session: Session,
    session_uid: str,
    item: TidyItem,
    now: Moment,
    known: Iterable[Tidied] | None = None,
) -> str:
    """Make of an item what it says; `now` is when what has no date of its own was.

    `known` are the lines that had been looked at when it was offered, None for whatever they are.
    Returns what came of it, counted. Raises NotValid where a name could be several people, or the
    lines were looked at meanwhile.
    """
    row = one(session, CourseSession, session_uid)
    _refuse_twice(session, row, item, known)
    if item.is_open:
        raise NotValid("It names somebody who could be several people; type a little more.")
    told, talk = _made(session, row, item, now)
    _looked_at(session, row, item, talk, taken=True)
    describe(session, row.client_id, f"from a session: {told} noted")
    return told


def leave(
    session: Session, session_uid: str, item: TidyItem, known: Iterable[Tidied] | None = None
) -> None:
    """Leave an item as the text it is; it is not offered again. For `known` see `take`."""
    row = one(session, CourseSession, session_uid)
    _refuse_twice(session, row, item, known)
    _looked_at(session, row, item, None, taken=False)
    describe(session, row.client_id, "from a session: a line left as text")


def _refuse_twice(
    session: Session, row: CourseSession, item: TidyItem, known: Iterable[Tidied] | None
) -> None:
    if known is None:
        return
    prints = {fingerprint(words, row.uid) for words in item.lines}
    here = TidiedLine.session_id == row.id, col(TidiedLine.fingerprint).in_(prints)
    if len(session.exec(select(TidiedLine.id).where(*here)).all()) != sum(
        each.fingerprint in prints for each in known
    ):
        raise NotValid("This line was taken or left in another window meanwhile.")


def _made(
    session: Session, row: CourseSession, item: TidyItem, now: Moment
) -> tuple[str, Talk | None]:
    """Write an item; return what it was in words, and the talk where it is one."""
    client, mark = session.get_one(Client, row.client_id), item.mark
    first = next(piece for piece in item.pieces if piece.mark is mark)
    marks = {piece.mark for piece in item.pieces}
    if mark is Mark.PRACTICE:
        known = people.names(session, client.uid)
        whom = next((known[name.name] for name in first.names if name.name in known), None)
        when = first.when.words if first.when else ""
        practices.agree(
            session, client.uid, first.text, now.day, whom, None, row.uid, when_words=when
        )
        agendas.see_done(session, row.uid, AGREED)
        return "1 practice", None
    if mark is Mark.TODO:
        todos.add(session, client.uid, _with_date(first), row.uid)
        return "1 to-do", None
    if mark is Mark.SAFETY:
        told = "\n".join(filter(None, (row.safety_summary, _with_date(first))))
        put(session, row, {"safety_asked": "yes", "safety_summary": told})
        return "safety asked", None
    noted = noting.note(
        session, client.uid, item.pieces, now, item.talk or None, session_uid=row.uid
    )
    if {Mark.MOOD, Mark.EVENT} <= marks:
        agendas.see_done(session, row.uid, TIED)
    uid = noted.talks[-1] if noted.talks else item.talk
    talk = one(session, Talk, uid) if uid else None
    if talk is not None and noted.turns:
        _use(session, row, ANALYSED)
    return noted.told, talk


def _with_date(piece: Captured) -> str:
    """Return the text of a piece with the date that was read out of it, in the words it had."""
    return ", ".join(filter(None, (piece.text, piece.when.words if piece.when else "")))


def _looked_at(
    session: Session, row: CourseSession, item: TidyItem, talk: Talk | None, *, taken: bool
) -> None:
    for words in item.lines:
        session.add(
            TidiedLine(
                client_id=row.client_id,
                session_id=row.id or 0,
                talk_id=talk.id if talk else None,
                fingerprint=fingerprint(words, row.uid),
                taken=taken,
            )
        )
    session.flush()


def _use(session: Session, row: CourseSession, code: str) -> None:
    """Note a technique that was used, if it is not noted yet."""
    here = Technique.session_id == row.id, Technique.code == code
    if session.exec(select(Technique.id).where(*here)).first() is None:
        fields = validated(TechniqueFields, code=code)
        session.add(
            Technique(client_id=row.client_id, session_id=row.id or 0, **fields.model_dump())
        )
        session.flush()
