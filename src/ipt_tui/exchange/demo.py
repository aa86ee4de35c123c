"""The demo: the fictional course of K7, loaded into an empty vault.

There are two files: the course as a practitioner keeps it, and as K7 keeps it at home, with a week
of her own evenings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange import json_file
from ipt_tui.ipt import content
from ipt_tui.vault import settings, transfer

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

FILE, OWN_FILE = "demo/k7.json", "demo/k7_own.json"


def fill(vault: Vault, mine: bool) -> None:
    """Load the demo into an empty vault, as one write.

    With `mine` it is the client's own vault: the record is their own and the wording theirs.

    Raises ExchangeError or ContentError if the demo's file is not one, NotValid if what is in it
    does not fit.
    """
    file = OWN_FILE if mine else FILE
    _, data = json_file.record(content.load(file), file)
    vault.keep(settings.put, settings.AUDIENCE, "me" if mine else "clients")
    vault.write(transfer.load, data)
