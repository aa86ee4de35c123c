"""Steps: what was done, one undoable thing at a time. `undo.py` takes them back."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import text
from sqlmodel import Session, col, select

from ipt_tui.records import Client, Person, Step
from ipt_tui.records.base import Record
from ipt_tui.vault.errors import VaultError

VEILED = "a sensitive entry"
LISTED = 500
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Said:
    """What a write says of itself: for the history list and for "took back …"."""

    client_id: int | None
    what: str
    kind: str = "do"
    target: int | None = None
    final: bool = False


def describe(session: Session, client_id: int | None, what: str, *, final: bool = False) -> None:
    """Say what the running write does. Every write must; the last word counts."""
    session.info["said"] = Said(client_id, what, final=final)


@contextmanager
def step(session: Session) -> Iterator[int]:
    """Open a step around a write; yields its id. A write that changed nothing leaves no step.

    Raises VaultError if something was changed and not described; then nothing is kept.
    """
    row = Step(at=session.info["clock"].utc(), schema_version=session.info["schema"].version)
    session.add(row)
    session.flush()
    number = cast("int", row.id)
    session.execute(text("UPDATE now SET step = :step"), {"step": number})
    session.info["step"] = number
    yield number
    session.flush()
    session.execute(text("UPDATE now SET step = NULL"))
    if not _changed(session, number):
        session.delete(row)
        return
    said: Said | None = session.info.pop("said", None)
    if said is None:
        raise VaultError("This change did not say what it was, so it was not kept.")
    row.client_id, row.what, row.kind = said.client_id, said.what, said.kind
    row.target, row.final = said.target, said.final


def stamp(session: Session, *_: Any) -> None:
    """Give every record that is about to be written the vault's own time.

    Runs before every flush. `updated_at` always grows, even while the clock stands still, so
    that a row that was changed can be told from the one that was read.
    """
    now = session.info["clock"].utc()
    for row in session.new:
        if isinstance(row, Record):
            row.created_at = row.updated_at = now
    for row in session.dirty:
        if isinstance(row, Record) and session.is_modified(row):
            row.updated_at = later(now, row.updated_at)


def later(now: datetime, seen: datetime) -> datetime:
    """Return `now`, or the moment after `seen` if the clock has not gone past it."""
    return max(now, seen + _TICK)


def _changed(session: Session, step_id: int) -> bool:
    found = session.execute(
        text("SELECT 1 FROM history WHERE step = :step LIMIT 1"), {"step": step_id}
    )
    return found.first() is not None


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step as the history list shows it. `standing` is False once it was taken back.

    `whole_vault` is True for one that belongs to no single record, such as a large import.
    """

    id: int
    at: datetime
    what: str
    whole_vault: bool
    final: bool
    standing: bool
    before_unlock: bool


_NEWEST = text(
    """SELECT id, kind, target FROM step
WHERE client_id IS :client AND id > :after AND id <> :running ORDER BY id DESC"""
)
_TAKEN = text(
    """SELECT target, kind FROM step
WHERE client_id IS :client AND id > :first AND target IS NOT NULL ORDER BY id"""
)


def to_undo(session: Session, client_id: int | None, after: int = 0) -> int | None:
    """Return the step of one record that is taken back next, None if there is none.

    It is the newest one done or brought back after step `after` that still stands.
    """
    taken: set[int] = set()
    for number, kind, target in _newest(session, client_id, after):
        step = number if kind == "do" else target
        if kind == "undo":
            taken.add(step)
        elif step not in taken:
            return step
    return None


def to_redo(session: Session, client_id: int | None, after: int = 0) -> int | None:
    """Return the step that is brought back next: the last one taken back since anything was done.

    None if there is none.
    """
    brought: set[int] = set()
    for _, kind, target in _newest(session, client_id, after):
        if kind == "do":
            return None
        if kind == "redo":
            brought.add(target)
        elif target not in brought:
            return target
    return None


def taken_back(session: Session, client_id: int | None, steps: Sequence[int]) -> set[int]:
    """Return those of a record's steps that do not stand any more."""
    if not steps:
        return set()
    asked = {"client": client_id, "first": min(steps)}
    last = {row.target: row.kind for row in session.execute(_TAKEN, asked)}
    return {step for step in steps if last.get(step) == "undo"}


def _newest(session: Session, client_id: int | None, after: int) -> Iterator[tuple[int, str, int]]:
    """Yield the steps of one record, newest first, but for the one being written.

    They are read one by one, so whoever looks for the last need not wait for the first.
    """
    asked = {"client": client_id, "after": after, "running": session.info.get("step", 0)}
    with session.execute(_NEWEST, asked) as rows:
        for row in rows:
            yield row.id, row.kind, row.target


def listing(session: Session, client_id: int | None, limit: int = LISTED) -> tuple[StepLine, ...]:
    """Return the newest steps of one record, newest first; those about veiled people unnamed."""
    rows = session.exec(
        select(Step)
        .where(col(Step.client_id) == client_id, col(Step.kind) == "do")
        .order_by(col(Step.id).desc())
        .limit(limit)
    ).all()
    numbers = [row.id for row in rows if row.id is not None]
    taken, veiled = taken_back(session, client_id, numbers), _veiled(session, numbers)
    opened = session.info["opened_at_step"]
    return tuple(
        StepLine(
            id=row.id,
            at=row.at,
            what=VEILED if row.id in veiled else row.what,
            whole_vault=row.client_id is None,
            final=row.final,
            standing=row.id not in taken,
            before_unlock=row.id <= opened,
        )
        for row in rows
        if row.id is not None
    )


def said_of(session: Session, step: Step) -> str:
    """Return what a step was, for anybody who may be looking."""
    return VEILED if _veiled(session, [step.id]) else step.what


def listing_for(
    session: Session, client_uid: str | None, *, whole_vault: bool = True
) -> tuple[StepLine, ...]:
    """Return the newest steps of the client with this uid; see `listing`.

    Among them are, unless told otherwise, those of the whole vault, which no record has a list of.
    """
    client = session.exec(select(Client.id).where(Client.uid == client_uid)).first()
    lines = listing(session, client) if client is not None else ()
    if whole_vault:
        lines += listing(session, None)
    return tuple(sorted(lines, key=lambda line: line.id, reverse=True)[:LISTED])


_VEILED = text(
    """WITH touched(step, tbl, row) AS (
  SELECT DISTINCT step, "table", row FROM history
  WHERE step IN (SELECT value FROM json_each(:steps))),
made(step, image) AS (
  SELECT t.step, coalesce(h.after, h.before) FROM touched t
  JOIN history h ON h."table" = t.tbl AND h.row = t.row
  WHERE h.before IS NULL OR h.after IS NULL),
owner(step, id) AS (
  SELECT step, row FROM touched WHERE tbl = 'person'
  UNION SELECT step, json_extract(image, '$.person_id') FROM made
  UNION SELECT step, json_extract(image, '$.other_id') FROM made
  UNION SELECT m.step, json_extract(coalesce(h.after, h.before), '$.person_id') FROM made m
  JOIN history h ON h."table" = 'expectation' AND h.row = json_extract(m.image, '$.expectation_id')
  WHERE h.before IS NULL OR h.after IS NULL)
SELECT DISTINCT step FROM owner WHERE coalesce(
  (SELECT sensitive FROM person WHERE person.id = owner.id),
  (SELECT json_extract(before, '$.sensitive') FROM history
   WHERE "table" = 'person' AND row = owner.id AND after IS NULL ORDER BY id DESC LIMIT 1))"""
)


def _veiled(session: Session, step_ids: Iterable[int | None]) -> set[int]:
    """Return those of the steps that are about somebody sensitive, even if removed since.

    In a file that holds no people there are none.
    """
    if Person not in session.info["schema"].recorded:
        return set()
    asked = {"steps": json.dumps(list(step_ids))}
    return set(session.execute(_VEILED, asked).scalars())
