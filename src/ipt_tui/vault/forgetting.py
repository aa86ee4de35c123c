"""What is to leave the file for good: also its history, the search index and the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlmodel import Session

    from ipt_tui.records.base import Record

_SAID = """"table" = :name AND row = :row
AND coalesce(json_extract(before, :path), '') || coalesce(json_extract(after, :path), '') <> ''"""
_STAYS = f"UPDATE step SET final = 1 WHERE id IN (SELECT step FROM history WHERE {_SAID})"  # noqa: S608
_EMPTIED = f"""UPDATE history SET
before = iif(json_type(before, :path) IS NULL, before, json_set(before, :path, '')),
after = iif(json_type(after, :path) IS NULL, after, json_set(after, :path, ''))
WHERE {_SAID}"""  # noqa: S608
_OUT_OF_INDEX = "INSERT INTO search(search) VALUES('optimize')"
"""Until parts of the index are merged the words of a text that is gone stand in the older ones."""


def out_of_log(session: Session) -> None:
    """Have the write-ahead log emptied once the running write is kept."""
    session.info["forgotten"] = True


def text_of(session: Session, row: Record, name: str) -> None:
    """Empty one text of a row, as if nothing had ever stood there.

    Whoever calls describes it, as final; so are the steps from now on that once wrote the text.
    """
    setattr(row, name, "")
    session.flush()
    session.execute(text(_STAYS), _where(row, name))
    trace_of(session, row, name)
    session.execute(text(_OUT_OF_INDEX))


def trace_of(session: Session, row: Record, name: str) -> None:
    """Empty what is no text of anybody's, but could tell of one: the steps that wrote it stay."""
    setattr(row, name, "")
    session.flush()
    session.execute(text(_EMPTIED), _where(row, name))
    out_of_log(session)


def _where(row: Record, name: str) -> dict[str, Any]:
    return {"path": f"$.{name}", "name": row.__tablename__, "row": row.id}
