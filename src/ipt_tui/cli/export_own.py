"""`export own-notes`: a practitioner's own notes, which leave the vault in no other way."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

from ipt_tui.cli.asking import who_could_read
from ipt_tui.cli.opening import chosen, opened
from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.text import clean
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments


def export(arguments: Arguments) -> None:
    """Write the own notes about one client, or about all, to a new text file.

    Raises VaultError where there are none, and ExchangeError where it cannot be written.
    """
    from ipt_tui.exchange import own_notes_file
    from ipt_tui.vault import clients, own_notes, sessions
    from ipt_tui.vault.own_file import OwnFile

    with opened(arguments) as vault, closing(OwnFile(vault)) as own:
        only = chosen(vault, arguments.client).uid if arguments.client else None
        notes = own.read(own_notes.of_client, only) if only else own.read(own_notes.of_all)
        codes = {line.uid: line.code for line in vault.read(clients.listing)}
        held = {uid: vault.read(sessions.of_client, uid) for uid in codes}
        made = vault.clock.now()
        if not notes:
            raise VaultError("There are no own notes, so nothing was written.")
        who_could_read(arguments, vault, only)
    own_notes_file.write(arguments.to, notes, codes, held, made, replace=arguments.replace)
    if not arguments.quiet:
        print(f"Written to {clean(str(arguments.to))}: {plural(len(notes), 'own note')}.")
        print(
            "It is not encrypted and holds what you wrote for yourself; keep it where only you "
            "can read it.",
            file=sys.stderr,
        )
