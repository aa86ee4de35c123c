"""A record as it is in one's own vault: nothing in it that is for a practitioner alone.

A client may be given the file of their record. What was written for the file, and that somebody
thought they may be in danger, is not theirs to find; and a concern would set lines aside for good,
since in one's own vault nothing closes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import settings
from ipt_tui.vault.clients import SELF

if TYPE_CHECKING:
    from sqlmodel import Session

    from ipt_tui.vault.entries import Data

_PRACTITIONERS = (
    "agenda_item", "technique", "todo", "progress_note", "addendum", "tidied_line", "concern",
    "concern_person",
)  # fmt: skip
_NOT_TOLD = dict.fromkeys(("note", "safety_asked", "safety_summary", "question", "self_check"), "")
"""What of a session is the practitioner's own: the client has when it was and what was planned."""


def is_ones_own(session: Session) -> bool:
    """Whether this vault is that of one person, for their own record."""
    return bool(settings.get(session, settings.AUDIENCE) == "me")


def as_ones_own(data: Data) -> Data:
    """Return a record, checked, with the wording of one's own and without what is not for them."""
    return {
        **data,
        **{table: [] for table in _PRACTITIONERS},
        "client": [row | {"role": SELF} for row in data["client"]],
        "session": [row | _NOT_TOLD for row in data["session"]],
    }
