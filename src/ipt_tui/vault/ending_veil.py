"""What is veiled of an ending: part by part, so that the others can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.records import CourseEnding
from ipt_tui.vault.search_owners import Owner
from ipt_tui.vault.session_veil import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ipt_tui.vault.hidden import Hidden

TITLE = "ending"


def parts(hidden: Hidden, row: CourseEnding, ticked: Iterable[str] = ()) -> frozenset[str]:
    """Return the fields that tell of somebody or something sensitive, but for those `ticked`."""
    return frozenset(
        name
        for name in written(CourseEnding)
        if name not in ticked
        and (text := getattr(row, name))
        and hidden.veils(row.uid, row.sensitive, (), (text,))
    )


def veiled(session: Session, hidden: Hidden, client: int) -> set[int]:
    """Return the numbers of a client's endings of which any part is veiled."""
    rows = session.exec(select(CourseEnding).where(CourseEnding.client_id == client)).all()
    return {row.id or 0 for row in rows if parts(hidden, row)}


def owners(
    session: Session, uids: Iterable[str], hidden: Callable[[int], Hidden]
) -> dict[str, Owner]:
    """Return whose the endings with these uids are; one with a veiled part is veiled."""
    rows = session.exec(select(CourseEnding).where(col(CourseEnding.uid).in_(uids))).all()
    return {
        row.uid: Owner(row.client_id, TITLE, bool(parts(hidden(row.client_id), row)))
        for row in rows
    }


def untick(session: Session, client: int, uid: str) -> None:
    """Leave something that has other words now out of the pages it was ticked for.

    Such a page is not agreed any more. Nothing is described.
    """
    for row in session.exec(select(CourseEnding).where(CourseEnding.client_id == client)):
        ticked = row.ticked.split()
        if uid in ticked:
            ticked.remove(uid)
            row.ticked, row.agreed = " ".join(ticked), ""
    session.flush()
