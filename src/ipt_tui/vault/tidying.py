"""Tidying a session's note: its marks become records, each line once, each as one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.dates import read
from ipt_tui.ipt.tidy import Tidied, fingerprint
from ipt_tui.records import Client, CourseSession, Talk, TidiedLine, Turn
from ipt_tui.records.talk import TurnFields
from ipt_tui.vault import (
    agendas,
    became,
    noting,
    people,
    practices,
    progress_notes,
    sessions,
    todos,
)
from ipt_tui.vault.dating import of_event
from ipt_tui.vault.editing import changed, one
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.session_times import put
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time

    from ipt_tui.ipt.captured import Captured
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.tidy import TidyItem

_FROM = "from a session: "
TIED, AGREED = "mood_event", "practice"
"""The items of the agenda that are done by a mood tied to an event, and by a practice."""


def done(session: Session, session_uid: str) -> tuple[Tidied, ...]:
    """Return the lines of a session's note that were looked at, turns in their order."""
    row = one(session, CourseSession, session_uid)
    query = (
        select(  # type: ignore[call-overload]
            TidiedLine.fingerprint,
            TidiedLine.taken,
            Talk.uid,
            Turn.uid,
            Turn.speaker,
            TidiedLine.became,
        )
        .join(Talk, col(Talk.id) == TidiedLine.talk_id, isouter=True)
        .join(Turn, col(Turn.id) == TidiedLine.turn_id, isouter=True)
        .where(TidiedLine.session_id == row.id)
        .order_by(col(Turn.position), col(TidiedLine.id))
    )
    found = session.exec(query).all()
    stand = became.standing(session, [entries for *_, entries in found])
    return tuple(
        Tidied(
            words,
            taken,
            talk or "",
            turn or "",
            speaker or "",
            entries,
            *stand.get(entries, ("", "")),
        )
        for words, taken, talk, turn, speaker, entries in found
    )


def take(
    session: Session,
    session_uid: str,
    item: TidyItem,
    now: Moment,
    known: Iterable[Tidied] | None = None,
    day_starts_at: time = DAY_STARTS_AT,
) -> str:
    """Make of an item what it says; a draft of the progress note that nobody changed has it too.

    `now` is when a mood without a date was; what happened without one was since the session before.
    `known` are the lines that had been looked at when it was offered, None for whatever they are.
    Returns what came of it, counted. Raises NotValid where a name could be several people, or the
    lines were looked at meanwhile.
    """
    row = one(session, CourseSession, session_uid)
    _refuse_twice(session, row, item, known)
    if item.is_open:
        raise NotValid("It names somebody who could be several people; type a little more.")
    if item.turn:
        told = _worded_anew(session, row, item)
        what = f"{_FROM}{told} noted"
    elif item.changes:
        told = _told_anew(session, row, item, now)
        what = f"{_FROM}{told} noted"
    else:
        made = _made(session, row, item, now)
        told, what = made.told, made.what or f"{_FROM}{made.told} noted"
        _looked_at(session, row, item, made, taken=True)
    progress_notes.keep_up(session, session_uid, day_starts_at)
    describe(session, row.client_id, what)
    return told


def leave(
    session: Session, session_uid: str, item: TidyItem, known: Iterable[Tidied] | None = None
) -> None:
    """Leave an item as the text it is; it is not offered again. For `known` see `take`."""
    row = one(session, CourseSession, session_uid)
    _refuse_twice(session, row, item, known)
    _looked_at(session, row, item, taken=False)
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


@dataclass(frozen=True, slots=True)
class _Made:
    """What an item became: in words, the talk it is of, its turns, or the entries made of it.

    `what` is how the history says it, where that is other.
    """

    told: str = ""
    what: str = ""
    talk: Talk | None = None
    turns: tuple[str, ...] = ()
    entries: str = ""


def _made(session: Session, row: CourseSession, item: TidyItem, now: Moment) -> _Made:
    """Write an item; return what it became."""
    client, mark = session.get_one(Client, row.client_id), item.mark
    first = next(piece for piece in item.pieces if piece.mark is mark)
    marks = {piece.mark for piece in item.pieces}
    if mark is Mark.PRACTICE:
        known = people.names(session, client.uid)
        whom = next((known[name.name] for name in first.names if name.name in known), None)
        when = first.when.words if first.when else ""
        uid = practices.agree(
            session, client.uid, first.text, now.day, whom, None, row.uid, when_words=when
        )
        agendas.see_done(session, row.uid, AGREED)
        return _Made("1 practice", entries=became.called(practice=[uid]))
    if mark is Mark.TODO:
        uid = todos.add(session, client.uid, _with_date(first), row.uid)
        return _Made("1 to-do", entries=became.called(todo=[uid]))
    if mark is Mark.SAFETY:
        told = "\n".join(filter(None, (row.safety_summary, _with_date(first))))
        put(session, row, {"safety_asked": "yes", "safety_summary": told})
        return _Made("safety asked")
    happened = _since_last(session, row, now.day)
    noted = noting.note(
        session, client.uid, item.pieces, now, item.talk or None, happened, session_uid=row.uid
    )
    if {Mark.MOOD, Mark.EVENT} <= marks:
        agendas.see_done(session, row.uid, TIED)
    if uid := noted.talks[-1] if noted.talks else item.talk:
        return _Made(noted.told, noted.step(_FROM), one(session, Talk, uid), noted.turns)
    entries = became.called(mood=noted.moods, event=noted.events, spell=noted.spells)
    return _Made(noted.told, noted.step(_FROM), entries=entries)


def _since_last(session: Session, row: CourseSession, day: date) -> dict[str, Any]:
    """Return the fields of a date that nobody said: since the last session, or none before one."""
    last = sessions.last_before(session, row.uid)
    known = last is not None and last.day is not None and last.day < day
    return of_event(read(f"{last.day}/{day}") if last and known else None, None)


def _worded_anew(session: Session, row: CourseSession, item: TidyItem) -> str:
    """Put the words of an altered line into the turn it was; return what that was in words.

    Raises NotValid where the turn was worded otherwise in the talk meanwhile.
    """
    turn, piece = one(session, Turn, item.turn), item.pieces[0]
    here = TidiedLine.session_id == row.id, TidiedLine.turn_id == turn.id
    line = session.exec(select(TidiedLine).where(*here)).first()
    before = piece.words.rstrip().removesuffix(piece.text) + turn.said
    if line is None or line.fingerprint != fingerprint(before, row.uid):
        raise NotValid("That turn reads differently in the talk by now; change it there.")
    changed(turn, TurnFields, {"said": piece.text})
    line.fingerprint = fingerprint(piece.words, row.uid)
    return "a turn, changed,"


def _told_anew(session: Session, row: CourseSession, item: TidyItem, now: Moment) -> str:
    """Put what an altered line says into the entries it was; return what that was in words.

    Raises NotValid where one of them was changed or removed since the line was taken.
    """
    here = TidiedLine.session_id == row.id, TidiedLine.became == item.changes
    line = session.exec(select(TidiedLine).where(*here)).first()
    if line is None:
        raise NotValid("This line was taken or left in another window meanwhile.")
    were = became.unchanged(session, item.changes, line.updated_at)
    made = _made(session, row, item, now)
    line.became = became.pour(session, were, made.entries)
    line.fingerprint = fingerprint(item.lines[0], row.uid)
    session.flush()
    return f"{became.sorts(were)}, changed,"


def _with_date(piece: Captured) -> str:
    """Return the text of a piece with the date that was read out of it, in the words it had."""
    return ", ".join(filter(None, (piece.text, piece.when.words if piece.when else "")))


def _looked_at(
    session: Session,
    row: CourseSession,
    item: TidyItem,
    made: _Made = _Made(),
    *,
    taken: bool,
) -> None:
    turns = iter(made.turns)
    are_said = {piece.line for piece in item.pieces if piece.mark is Mark.TURN}
    for number, words in enumerate(item.lines):
        uid = next(turns, None) if number in are_said else None
        session.add(
            TidiedLine(
                client_id=row.client_id,
                session_id=row.id or 0,
                talk_id=made.talk.id if made.talk else None,
                turn_id=one(session, Turn, uid).id if uid else None,
                fingerprint=fingerprint(words, row.uid),
                taken=taken,
                became=made.entries,
            )
        )
    session.flush()
