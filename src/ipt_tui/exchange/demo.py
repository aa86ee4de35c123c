"""The demo: the fictional course of K7, loaded into an empty vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange import json_file
from ipt_tui.ipt import content
from ipt_tui.vault import settings, transfer

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

FILE = "demo/k7.json"


def fill(vault: Vault, mine: bool) -> None:
    """Load the demo into an empty vault, as one write.

    With `mine` it is the client's own vault: the record is their own and the wording theirs, and
    nothing is in it that only the practitioner would have written.

    Raises ExchangeError or ContentError if the demo's file is not one, NotValid if what is in it
    does not fit.
    """
    _, data = json_file.record(content.load(FILE), FILE)
    vault.keep(settings.put, settings.AUDIENCE, "me" if mine else "clients")
    vault.write(transfer.load, data)
