"""`show measures`: what was filled in, how scores went and what is due, as plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.cli.opening import audience, chosen, lived_clock, opened
from ipt_tui.cli.show import day, revealed

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments


def measures(arguments: Arguments) -> None:
    """Print a client's measures, as they stand today or stood on the day of --on.

    Raises UsageError for a date that is none, and VaultError with one sentence.
    """
    from ipt_tui.exchange.plain_measures import measures_lines
    from ipt_tui.ipt.instruments import in_use
    from ipt_tui.vault.concerns import settled
    from ipt_tui.vault.measures import measures as read

    clock = lived_clock()
    today = clock.today()
    on = day("--on", arguments.on, today, last=True) or today
    with opened(arguments) as vault:
        client = chosen(vault, arguments.client).uid
        found = vault.read(read, client, on, revealed(arguments), clock.day_starts_at)
        done = vault.read(settled, client, on, clock.day_starts_at)
        who = audience(vault)
    print("\n".join(measures_lines(found, who, in_use().problems, settled=done)))
