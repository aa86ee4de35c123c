"""Taking a step back and bringing it back: the history replayed, in one transaction."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Table, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from ipt_tui.records import Client, Step
from ipt_tui.vault import schema, steps
from ipt_tui.vault.errors import CannotUndo, NothingToUndo

_TIME = "updated_at"
_Image = dict[str, Any]


def undo(session: Session, client_id: int | None) -> str:
    """Take back the last step of this record since the unlock; return what it was.

    Raises NothingToUndo if there is none, CannotUndo with a sentence if it is final.
    """
    step = steps.to_undo(session, client_id, session.info["opened_at_step"])
    if step is None:
        raise NothingToUndo
    return undo_step(session, step)


def redo(session: Session, client_id: int | None) -> str:
    """Bring back the step that was taken back last; return what it was."""
    step = steps.to_redo(session, client_id, session.info["opened_at_step"])
    if step is None:
        raise CannotUndo("There is nothing to bring back.")
    return redo_step(session, step)


def undo_for(session: Session, client_uid: str | None) -> str:
    """Take back the last step of the client with this uid; see `undo`."""
    return undo(session, _client_id(session, client_uid))


def redo_for(session: Session, client_uid: str | None) -> str:
    """Bring back the last step of the client with this uid; see `redo`."""
    return redo(session, _client_id(session, client_uid))


def undo_step(session: Session, step_id: int) -> str:
    """Take back one step from the history list; return what it was.

    Raises CannotUndo if it is final, was taken back already, or a row has changed since.
    """
    step = _step(session, step_id)
    if step.final:
        what = steps.said_of(session, step)
        raise CannotUndo(f"This is final and cannot be taken back: {what}.")
    if step.kind != "do" or steps.taken_back(session, step.client_id, [step_id]):
        raise CannotUndo("That was taken back already.")
    return _replayed(session, step, "undo")


def redo_step(session: Session, step_id: int) -> str:
    """Bring back one step from the history list that was taken back; return what it was.

    Raises CannotUndo if it stands, or a row has changed since.
    """
    step = _step(session, step_id)
    if step.kind != "do" or not steps.taken_back(session, step.client_id, [step_id]):
        raise CannotUndo("That stands, so there is nothing to bring back.")
    return _replayed(session, step, "redo")


def _client_id(session: Session, uid: str | None) -> int | None:
    """Return the id of a client; one whose adding was taken back is found in the history."""
    if uid is None:
        return None
    known = session.exec(select(Client.id).where(Client.uid == uid)).first()
    return known if known is not None else _removed_id(session, uid)


def _removed_id(session: Session, uid: str) -> int | None:
    return session.execute(
        text(
            """SELECT row FROM history WHERE "table" = 'client'
            AND json_extract(coalesce(after, before), '$.uid') = :uid LIMIT 1"""
        ),
        {"uid": uid},
    ).scalar()


def _step(session: Session, step_id: int) -> Step:
    step = session.get(Step, step_id)
    if step is None:
        raise CannotUndo
    return step


def _replayed(session: Session, step: Step, kind: str) -> str:
    """Replay a step, say so in the history, and return what it was."""
    what = steps.said_of(session, step)
    try:
        _replay(session, step, backwards=kind == "undo")
    except IntegrityError:
        raise CannotUndo("It does not fit with what was added since, so it stays.") from None
    session.info["said"] = steps.Said(step.client_id, step.what, kind, step.id)
    return what


def _replay(session: Session, step: Step, *, backwards: bool) -> None:
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    rows = session.execute(
        text('SELECT "table", row, before, after FROM history WHERE step = :step ORDER BY id'),
        {"step": step.id},
    ).all()
    tables = {table.name: table for table in _tables(session)}
    for name, row, before, after in reversed(rows) if backwards else rows:
        old, new = (_image(after), _image(before)) if backwards else (_image(before), _image(after))
        _change(session, tables[name], row, old, new)
    for name, row, before, after in rows:
        if (after is None) is backwards:
            _refuse_orphan(session, tables[name], row)
        if name == Client.__tablename__ and "code" in (
            _image(before if backwards else after) or ()
        ):
            _refuse_code(session, row)


def _tables(session: Session) -> list[Table]:
    return schema.tables(session.info["schema"].recorded)


def _image(stored: str | None) -> _Image | None:
    return None if stored is None else json.loads(stored)


def _change(
    session: Session, table: Table, row: int, old: _Image | None, new: _Image | None
) -> None:
    """Bring one row from the image `old` to the image `new`; refuse if it is not at `old`."""
    current = _current(session, table, row)
    _refuse_final(table, current, old)
    if old is None:
        if current is not None or new is None:
            raise CannotUndo("It was put back meanwhile, so this cannot be done again.")
        session.execute(text(_insert(table, new)), new)
    elif current is None or any(
        current[name] != value for name, value in old.items() if name != _TIME
    ):
        raise CannotUndo("It has been changed since, so it cannot be taken back alone.")
    elif new is None:
        _refuse_needed(session, table, row)
        session.execute(text(f"DELETE FROM {table.name} WHERE id = :id"), {"id": row})  # noqa: S608
    else:
        if current[_TIME] != old.get(_TIME, current[_TIME]):
            new = new | {_TIME: _after(session, current[_TIME])}
        columns = ", ".join(f'"{name}" = :{name}' for name in new)
        changed = text(f"UPDATE {table.name} SET {columns} WHERE id = :row_id")  # noqa: S608
        session.execute(changed, {**new, "row_id": row})


def _refuse_final(table: Table, current: _Image | None, old: _Image | None) -> None:
    """Refuse to change a row that was made final after the image `old`, such as a signed note."""
    final = table.info.get("final_once")
    if final and current and current[final] and not (old or {}).get(final):
        raise CannotUndo("That is final by now, and what is final stays as it is.")


def _insert(table: Table, image: _Image) -> str:
    names = ", ".join(f'"{name}"' for name in image)
    values = ", ".join(f":{name}" for name in image)
    return f"INSERT INTO {table.name} ({names}) VALUES ({values})"  # noqa: S608


def _after(session: Session, seen: str) -> str:
    """Return the time of a row that was changed since as well: none at which it was ever read."""
    read = datetime.fromisoformat(seen).replace(tzinfo=UTC)
    return f"{steps.later(session.info['clock'].utc(), read):%Y-%m-%d %H:%M:%S.%f}"


def _refuse_needed(session: Session, table: Table, row: int) -> None:
    """Refuse to remove a row that others have come to point at."""
    for other in _tables(session):
        for key in other.foreign_keys:
            if key.column.table is table and _there(session, other, key.parent.name, row):
                raise CannotUndo("Something was added to it since; take that back first.")


def _refuse_orphan(session: Session, table: Table, row: int) -> None:
    """Refuse to leave a row behind whose own has been removed since."""
    current = _current(session, table, row) or {}
    for key in table.foreign_keys:
        owner = current.get(key.parent.name)
        if owner is not None and not _there(session, key.column.table, "id", owner):
            raise CannotUndo("What it belongs to was removed since; bring that back first.")


def _refuse_code(session: Session, row: int) -> None:
    """Refuse to leave two clients under one code: by its code a record is asked for."""
    codes = {
        number: code.casefold() for number, code in session.exec(select(Client.id, Client.code))
    }
    mine = codes.pop(row, None)
    if mine in codes.values():
        raise CannotUndo("Another client has that code by now; give that one another code first.")


def _there(session: Session, table: Table, column: str, value: int) -> bool:
    found = text(f'SELECT 1 FROM {table.name} WHERE "{column}" = :value LIMIT 1')  # noqa: S608
    return session.execute(found, {"value": value}).first() is not None


def _current(session: Session, table: Table, row: int) -> _Image | None:
    found = session.execute(text(f"SELECT * FROM {table.name} WHERE id = :id"), {"id": row})  # noqa: S608
    first = found.mappings().first()
    return None if first is None else dict(first)
