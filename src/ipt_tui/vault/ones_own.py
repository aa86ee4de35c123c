"""A record as it is in one's own vault, and in a practitioner's: whose it is there.

A client may be given the file of their record. What was written for the file, and that somebody
thought they may be in danger, is not theirs to find; and a concern would set lines aside for good,
since in one's own vault nothing closes it. The other way round, what somebody wrote in a vault of
their own is that of a client in a practitioner's: about one's own record no concern is raised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import settings
from ipt_tui.vault.clients import CLIENT, SELF

if TYPE_CHECKING:
    from sqlmodel import Session

    from ipt_tui.vault.entries import Data

_PRACTITIONERS = (
    "agenda_item", "technique", "todo", "progress_note", "addendum", "tidied_line", "concern",
    "concern_person",
)  # fmt: skip
_NOT_TOLD = dict.fromkeys(("note", "safety_asked", "safety_summary", "question", "self_check"), "")
"""What of a session is the practitioner's own: the client has when it was and what was planned."""


def as_here(session: Session, data: Data) -> Data:
    """Return a record, checked, as it is in this vault; unchanged where it is not said whose."""
    whose = settings.get(session, settings.AUDIENCE)
    if whose == "me":
        return _as_ones_own(data)
    if whose == "clients":
        return data | {"client": [row | {"role": CLIENT} for row in data["client"]]}
    return data


def _as_ones_own(data: Data) -> Data:
    return {
        **data,
        **{table: [] for table in _PRACTITIONERS},
        "client": [row | {"role": SELF} for row in data["client"]],
        "session": [row | _NOT_TOLD for row in data["session"]],
    }
