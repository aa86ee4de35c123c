"""Drafts: text being typed, safe before it is finished. Kept without a history.

Each window, a run of the program, writes drafts of its own, so that what is typed in one is never
written over by another. What a window found at a place goes once it keeps its own there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from ipt_tui.ipt.text import clean
from ipt_tui.records import Client, Draft
from ipt_tui.vault import forgetting, pads


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft: the field it belongs to, the text, when it was last typed at (UTC), by whom."""

    place: str
    text: str
    at: datetime
    window: str = ""


def save(
    session: Session, place: str, text: str, client_uid: str | None = None, window: str = ""
) -> None:
    """Keep the text of a field, as `validated` would keep it; an empty text forgets the draft.

    Of a session's note only what may stay is kept.
    """
    typed, row = clean(text), _row(session, place, window)
    text = pads.may_stay(session, place, typed)
    if text != typed:
        forgetting.out_of_log(session)
    if not text:
        if row:
            session.delete(row)
        return
    if row is None:
        client = None
        if client_uid:
            client = session.exec(select(Client.id).where(Client.uid == client_uid)).first()
        session.add(Draft(place=place, text=text, client_id=client, window=window))
    elif row.text != text:
        row.text = text


def save_all(
    session: Session,
    waiting: Mapping[str, tuple[str, str | None]],
    window: str = "",
    offered: Iterable[DraftLine] = (),
) -> None:
    """Keep the texts of several fields: text and the client's uid by the name of the field.

    Those that were `offered` there go, unless somebody has typed on in them since.
    """
    for place, (text, client_uid) in waiting.items():
        save(session, place, text, client_uid, window)
    for line in offered:
        row = _row(session, line.place, line.window)
        if line.place in waiting and line.window != window and row and row.text == line.text:
            session.delete(row)


def load(session: Session, place: str) -> DraftLine | None:
    """Return the newest draft of a field, None if there is none."""
    return next(reversed(load_all(session, place)), None)


def load_all(session: Session, place: str) -> tuple[DraftLine, ...]:
    """Return the drafts of a field, of every window; the newest last."""
    rows = session.exec(
        select(Draft).where(Draft.place == place).order_by(col(Draft.updated_at), col(Draft.id))
    )
    return tuple(DraftLine(row.place, row.text, row.updated_at, row.window) for row in rows)


def places(session: Session, start: str) -> frozenset[str]:
    """Return the fields whose names begin so, and of which there is a draft."""
    found = select(Draft.place).where(col(Draft.place).startswith(start, autoescape=True))
    return frozenset(session.exec(found))


def forget(session: Session, place: str, window: str | None = None) -> None:
    """Take the drafts of a field out of the file and its log: of one window, of all for None."""
    for row in session.exec(select(Draft).where(Draft.place == place)):
        if window in (None, row.window):
            session.delete(row)
    forgetting.out_of_log(session)


def let_go(session: Session) -> None:
    """Forget of the drafts of notes what was for an hour that is over."""
    for row in session.exec(select(Draft).where(col(Draft.place).like(pads.NOTES))).all():
        save(session, row.place, row.text, window=row.window)


def _row(session: Session, place: str, window: str) -> Draft | None:
    return session.exec(select(Draft).where(Draft.place == place, Draft.window == window)).first()
