"""The names of the rows on Today; a client's row has the client's uid."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipt_tui.ipt.today import Today

RECOVERY, START, TODOS = "recovery", "start", "todos"
UNSIGNED, RUNNING, UNSAID, TODO = "unsigned:", "running:", "unsaid:", "todo:"
TIDY, CONCERN = "tidy:", "concern:"
DUE, HALFWAY, REVIEW, NEXT, WEEK = "due", "halfway", "review", "next", "week"
DRAFTS, THIS_WEEK, TALKS = "drafts", "this-week", "talks"
"""The rows that say which measures are due, and that it is the session of the halfway look; those
that begin the evening's questions, open the card for the next session, and lead to the first week;
those that lead to a text begun, to the timeline and to the talks."""


def whose(today: Today) -> dict[str, str]:
    """Return the uid of the client whom each row is about."""
    found = {client.uid: client.uid for client in today.clients}
    for kind, owed in (
        (RUNNING, today.running),
        (UNSAID, today.unsaid),
        (UNSIGNED, today.unsigned),
    ):
        found |= {f"{kind}{one.uid}": one.client for one in owed}
    found |= {f"{TIDY}{one.session.uid}": one.session.client for one in today.to_tidy}
    found |= {f"{CONCERN}{one.uid}": one.client for one in today.concerns}
    return found | {f"{TODO}{one.todo.uid}": one.client for one in today.todos}


def is_todo(key: str | None) -> bool:
    """Whether a row is a to-do, or the line of to-dos."""
    return key == TODOS or (key or "").startswith(TODO)
