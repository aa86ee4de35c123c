"""Noting: what was captured, written as one undoable step; nothing that was typed is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.capture_words import shown
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.regions import is_southern
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.records import Client, Event, Talk
from ipt_tui.vault.clients import scale_of
from ipt_tui.vault.editing import one, refuse_other_record
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.note_writer import Writer
from ipt_tui.vault.noted import Noted
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, time

    from ipt_tui.ipt.captured import Captured, Mentioned
    from ipt_tui.ipt.moments import Moment

ANCHORS = 300
"""So many events, the newest, can be dated by."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What reading a captured line rests on: names known, those that may be shown, the scale.

    `anchors` are the dates, as EDTF, of the events one may date by, by their titles.
    """

    names: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    scale: Scale = USUAL
    anchors: Mapping[str, str] = field(default_factory=dict)


def ground(session: Session, client_uid: str, revealed: frozenset[str] = frozenset()) -> Ground:
    """Return what a line captured for this client is read with; the veiled are not offered."""
    client = one(session, Client, client_uid)
    hidden = hidden_for(session, client.id or 0, revealed)
    events = session.execute(
        select(Event.title, Event.happened)
        .where(Event.client_id == client.id, Event.happened != "", ~col(Event.sensitive))
        .order_by(col(Event.first_day).desc())
        .limit(ANCHORS)
    )
    return Ground(
        tuple(named.name for named in hidden.people.values()),
        tuple(who.name for number, who in hidden.people.items() if number not in hidden.numbers),
        scale_of(client),
        {e.title: e.happened for e in events if not hidden.in_any([e.title])},
    )


def read(
    session: Session,
    client_uid: str,
    text: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> tuple[Captured, ...]:
    """Return what the marks of a text say that was written on `today`; nobody veiled is named."""
    known = ground(session, client_uid, revealed)
    southern = is_southern(one(session, Client, client_uid).region)
    pieces = parse(
        text, today, known.names, known.scale, southern=southern, day_starts_at=day_starts_at,
        anchors=known.anchors,
    )  # fmt: skip
    return shown(pieces, known.offered)


def note(
    session: Session,
    client_uid: str,
    pieces: Sequence[Captured],
    now: Moment,
    talk: str | None = None,
    happened: Mapping[str, Any] | None = None,
    *,
    session_uid: str | None = None,
) -> Noted:
    """Keep captured pieces as one step; what stands on one line is tied together.

    A mood, event or talk without a date is of `now`; what happened is of the date whose fields
    `happened` holds, where it is given. Whoever is new is added beside the circle. A
    line in which nothing has a place of its own is kept as it was typed; one for this hour only is
    not kept. Turns belong to the talk before them; `talk` is the uid of the one that turns at the
    beginning continue, `session_uid` the session in whose note they stand. Raises NotValid for a
    name that could be several people, before anything is kept.
    """
    client = one(session, Client, client_uid)
    for piece in pieces:
        _refuse_open(piece.names)
    begun = one(session, Talk, talk) if talk else None
    if begun is not None:
        refuse_other_record(client.id, begun.client_id)
    writer = Writer(session, client, now, begun, happened, session_uid=session_uid)
    for _, line in groupby(pieces, key=lambda piece: piece.line):
        writer.line(tuple(line))
    noted = writer.noted()
    if noted.told:
        describe(session, client.id, noted.step())
    return noted


def _refuse_open(names: Iterable[Mentioned]) -> None:
    for name in names:
        if name.is_open:
            raise NotValid(
                f"@{name.typed} could be several people; type a little more of the name."
            )


__all__ = ["Ground", "Noted", "ground", "note"]
