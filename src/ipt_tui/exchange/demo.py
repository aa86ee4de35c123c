"""The demo: the fictional course of K7, loaded into an empty vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange import json_file
from ipt_tui.ipt import content
from ipt_tui.vault import settings, transfer

if TYPE_CHECKING:
    from ipt_tui.vault.transfer import Data
    from ipt_tui.vault.vault import Vault

FILE = "demo/k7.json"
_PRACTITIONERS = (
    "agenda_item", "technique", "todo", "progress_note", "addendum", "tidied_line", "concern",
    "concern_person",
)  # fmt: skip
_NOT_TOLD = dict.fromkeys(("note", "safety_asked", "safety_summary", "question", "self_check"), "")
"""What of a session is the practitioner's own: the client has when it was and what was planned."""


def fill(vault: Vault, mine: bool) -> None:
    """Load the demo into an empty vault, as one write.

    With `mine` it is the client's own vault: the record is their own and the wording theirs, and
    nothing is in it that only the practitioner would have written.

    Raises ExchangeError or ContentError if the demo's file is not one, NotValid if what is in it
    does not fit.
    """
    _, data = json_file.record(content.load(FILE), FILE)
    vault.keep(settings.put, settings.AUDIENCE, "me" if mine else "clients")
    vault.write(transfer.load, _own(data) if mine else data)


def _own(data: Data) -> Data:
    return {
        **data,
        **{table: [] for table in _PRACTITIONERS},
        "client": [{**row, "role": "self"} for row in data.get("client", [])],
        "session": [{**row, **_NOT_TOLD} for row in data.get("session", [])],
    }
