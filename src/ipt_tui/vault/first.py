"""What a new vault begins with: whose it is, and in one's own the record of oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import clients, settings

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

ME = "me"
"""For whom a vault of one's own is, as its setting says; and the code of its record."""


def begin(vault: Vault, whose: str) -> str | None:
    """Say whose a new vault is, `clients` or `me`, and that its recovery sheet is due.

    Returns the uid of one's own record, which can only be noted in once it is there; None in a
    practitioner's.
    """
    vault.keep(settings.put, settings.AUDIENCE, whose)
    vault.keep(settings.put, settings.RECOVERY_SHEET_DUE, True)
    return vault.write(clients.add, ME, role=clients.SELF) if whose == ME else None
