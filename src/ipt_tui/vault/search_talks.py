"""What search says of a talk and of its parts: the day of the talk, and whether it is veiled."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.records import Event, Talk
from ipt_tui.vault.search_owners import Owner, day_of
from ipt_tui.vault.talk_veil import PARTS, veiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ipt_tui.vault.hidden import Hidden

TABLES: dict[str, Any] = {"talk": Talk, **PARTS}


def talks(
    session: Session, uids: Mapping[str, Iterable[str]], hidden: Callable[[int], Hidden]
) -> dict[str, Owner]:
    """Return whose the rows of talks are; `uids` are what was found, by the kind it is.

    `hidden` gives what must not be told of, by a client's number. Whatever was found of a talk is
    veiled with it; a rehearsal of no talk is left out. One question for each kind, and for all of
    them one look at the talks.
    """
    belongs: dict[str, int] = {}
    for kind, found in uids.items():
        table = TABLES[kind]
        talk: Any = table.id if table is Talk else table.talk_id
        query = select(table.uid, talk).where(table.uid.in_(found), talk.is_not(None))
        belongs |= dict(session.execute(query).all())
    its = (
        select(Talk.id, Talk.uid, Talk.client_id, Event.first_day)
        .join(Event, col(Event.id) == Talk.event_id)
        .where(col(Talk.id).in_(set(belongs.values())))
    )
    rows = {row.id: row for row in session.execute(its)} if belongs else {}
    of_client: dict[int, set[int]] = defaultdict(set)
    for number, row in rows.items():
        of_client[row.client_id].add(number)
    secret = [veiled(session, hidden(client), client, some) for client, some in of_client.items()]
    unseen = set().union(*secret)
    return {
        uid: Owner(
            rows[number].client_id,
            ", ".join(filter(None, ("talk", day_of(rows[number].first_day)))),
            number in unseen,
            talk_uid=rows[number].uid,
        )
        for uid, number in belongs.items()
    }
