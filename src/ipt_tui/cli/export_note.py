"""`export note`: the progress note of one session, in the sections in which it is pasted."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from ipt_tui.cli.asking import who_could_read
from ipt_tui.cli.opening import audience, chosen, opened
from ipt_tui.cli.show import revealed
from ipt_tui.cli.show_sessions import chosen_session
from ipt_tui.ipt.text import clean
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments


def export(arguments: Arguments) -> None:
    """Write the note of the last session that took place, or of the one of a number.

    Raises VaultError where there is none, and ExchangeError where it cannot be written.
    """
    from ipt_tui.exchange import note_file
    from ipt_tui.exchange.config import config_path, read_config
    from ipt_tui.vault import note_sources, progress_notes, sessions

    config, seen = read_config(config_path(os.environ)), revealed(arguments)
    with opened(arguments) as vault:
        today, starts = vault.clock.today(), vault.clock.day_starts_at
        client = chosen(vault, arguments.client)
        who = audience(vault)
        uid = chosen_session(vault, client.uid, arguments.number, who)
        line = vault.read(sessions.session, uid, today, seen, starts)
        what = f"{who.pick('session', 'meeting')} {line.line.number}"
        if line.progress_note is None:
            raise VaultError(f"There is no progress note of {what} yet.")
        note = vault.read(progress_notes.note, line.progress_note, seen, starts)
        source = vault.read(note_sources.source, uid, today, seen, starts)
        who_could_read(arguments, vault, client.uid)
    texts = note_file.pasted(note, source, config)
    note_file.write(arguments.to, texts, config, replace=arguments.replace)
    if arguments.quiet:
        return
    state = "signed" if note.signed_at else "not signed yet"
    print(f"Written to {clean(str(arguments.to))}: {what}, {state}.")
    left_out = "" if not note.veiled else " What is marked sensitive is left out; --reveal adds it."
    print(f"It is not encrypted; keep it where only you can read it.{left_out}", file=sys.stderr)
