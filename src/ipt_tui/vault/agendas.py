"""The agenda of a session, written: filled, added to, ticked, changed, moved, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.agenda import prefilled, remote
from ipt_tui.records import AgendaItem, Course, CourseSession
from ipt_tui.records.session import AgendaItemFields
from ipt_tui.vault.courses import bounds_of
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from ipt_tui.ipt.agenda import Agendas

GAP = 1024
"""How far apart the positions of new items are, so that others fit between them."""


def prefill(session: Session, row: CourseSession, agendas: Agendas | None = None) -> int:
    """Give a session that has no agenda the one its course has for it. Nothing is described.

    Returns how many items were added.
    """
    if _items(session, row):
        return 0
    course = session.get_one(Course, row.course_id)
    items = prefilled(course.template, bounds_of(course), row.number, row.modality, agendas)
    for place, item in enumerate(items, 1):
        fields = validated(AgendaItemFields, position=place * GAP, code=item.code, text=item.text)
        session.add(_belonging_to(row, fields))
    session.flush()
    return len(items)


def fill(session: Session, session_uid: str, agendas: Agendas | None = None) -> int:
    """Prepare the agenda of a session that has none yet; return how many items it got."""
    row = one(session, CourseSession, session_uid)
    added = prefill(session, row, agendas)
    describe(session, row.client_id, "a session: its agenda")
    return added


def add(session: Session, session_uid: str, text: str, after: str | None = None) -> str:
    """Add an item at the end of an agenda, or after another; return its uid.

    A session that is still to begin gets the agenda of its course first: with something of one's
    own it would get none when it begins. Raises NotValid for nothing to do, and after an item of
    another session.
    """
    row = one(session, CourseSession, session_uid)
    before = one(session, AgendaItem, after) if after else None
    if before is not None and before.session_id != row.id:
        raise NotValid("That belongs to another session.")
    if not row.started:
        prefill(session, row)
    fields = validated(AgendaItemFields, text=text, position=_place(session, row, before))
    item = _belonging_to(row, fields)
    session.add(item)
    session.flush()
    describe(session, row.client_id, "a session: something to do, added")
    return item.uid


def begin_far(session: Session, row: CourseSession) -> None:
    """Have an agenda that is there begin with what comes first by video or phone.

    Nothing is described.
    """
    items = _items(session, row)
    known = {item.code for item in items}
    missing = [item for item in remote(row.modality) if items and item.code not in known]
    for item in reversed(missing):
        if items[0].position < 2:
            _spread(items)
        place = items[0].position // 2
        fields = validated(AgendaItemFields, position=place, code=item.code, text=item.text)
        session.add(_belonging_to(row, fields))
        session.flush()
        items = _items(session, row)


def change(session: Session, uid: str, text: str, seen: datetime | None = None) -> None:
    """Put other words in an item, which keeps its code; `seen` is the `updated_at` it was read at.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    item = one(session, AgendaItem, uid, seen)
    changed(item, AgendaItemFields, {"text": text})
    describe(session, item.client_id, "a session: something to do, changed")


def tick(session: Session, uid: str) -> bool:
    """Tick an item, or take the tick away; return whether it is done now."""
    item = one(session, AgendaItem, uid)
    item.done = not item.done
    describe(session, item.client_id, f"a session: {'done' if item.done else 'not done yet'}")
    return item.done


def see_done(session: Session, session_uid: str, code: str) -> bool:
    """Tick what is done by something else, such as a mood tied to an event, by its code.

    Returns whether anything was ticked; what has been ticked stays so.
    """
    if not code:
        raise NotValid("What is one's own is ticked by hand.")
    row = one(session, CourseSession, session_uid)
    items = [item for item in _items(session, row) if item.code == code and not item.done]
    for item in items:
        item.done = True
    describe(session, row.client_id, "a session: done")
    return bool(items)


def move(session: Session, uid: str, direction: int) -> bool:
    """Let an item and the one before it (-1) or after it (1) change places; False at the ends."""
    item = one(session, AgendaItem, uid)
    items = _items(session, session.get_one(CourseSession, item.session_id))
    place = items.index(item) + (-1 if direction < 0 else 1)
    if not 0 <= place < len(items):
        return False
    neighbour = items[place]
    if item.position == neighbour.position:
        _spread(items)
    item.position, neighbour.position = neighbour.position, item.position
    describe(session, item.client_id, "a session: the agenda in another order")
    return True


def remove(session: Session, uid: str) -> str:
    """Remove an item; return what it was, as the history calls it."""
    item = one(session, AgendaItem, uid)
    session.delete(item)
    describe(session, item.client_id, "a session: something to do, removed")
    return "something to do"


def _belonging_to(row: CourseSession, fields: AgendaItemFields) -> AgendaItem:
    return AgendaItem(client_id=row.client_id, session_id=row.id or 0, **fields.model_dump())


def _items(session: Session, row: CourseSession) -> Sequence[AgendaItem]:
    return session.exec(
        select(AgendaItem)
        .where(AgendaItem.session_id == row.id)
        .order_by(col(AgendaItem.position), col(AgendaItem.id))
    ).all()


def _place(session: Session, row: CourseSession, after: AgendaItem | None) -> int:
    """Return a position at the end, or right after an item; others move only for want of room."""
    items = _items(session, row)
    if after is None or after is items[-1]:
        return (items[-1].position if items else 0) + GAP
    following = items[items.index(after) + 1]
    if following.position - after.position < 2:
        _spread(items)
        session.flush()
    return after.position + (following.position - after.position) // 2


def _spread(items: Sequence[AgendaItem]) -> None:
    """Give every item a place of its own with room after it."""
    for number, item in enumerate(items, 1):
        item.position = number * GAP
