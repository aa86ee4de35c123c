"""`export ics`: the sessions to come, written for a calendar."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ipt_tui.cli.asking import who_could_read
from ipt_tui.cli.opening import audience, chosen, opened
from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.text import clean
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments


def export(arguments: Arguments) -> None:
    """Write what is planned from today on, of one client or of all, to a new calendar file.

    Raises VaultError where nothing is, and ExchangeError where it cannot be written.
    """
    from ipt_tui.exchange import calendar_file
    from ipt_tui.vault import appointments

    with opened(arguments) as vault:
        clock, who = vault.clock, audience(vault)
        uid = chosen(vault, arguments.client).uid if arguments.client else None
        found = vault.read(appointments.coming, clock.today(), uid, clock.day_starts_at)
        made = clock.utc()
        what = who.pick("session", "meeting")
        if not found:
            raise VaultError(f"No {what} is planned from today on, so nothing was written.")
        who_could_read(arguments, vault, uid)
    calendar_file.write(
        arguments.to,
        found,
        made,
        who,
        with_place=arguments.with_place,
        replace=arguments.replace,
    )
    if not arguments.quiet:
        print(f"Written to {clean(str(arguments.to))}: {plural(len(found), what)}.")
        holds = who.pick("clients' codes and when you meet", "when you meet")
        print(f"It is not encrypted and says {holds}.", file=sys.stderr)
