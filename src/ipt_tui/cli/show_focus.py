"""`show focus`: the problem areas, and what is worked on, as plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.cli.opening import audience, chosen, lived_clock, opened
from ipt_tui.cli.show import day, revealed

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments


def focus(arguments: Arguments) -> None:
    """Print a client's focus, as it stands today or stood on the day of --on.

    Raises UsageError for a date that is none, and VaultError with one sentence.
    """
    from ipt_tui.exchange.plain_focus import focus_lines
    from ipt_tui.vault.problem_areas import of_client

    clock = lived_clock()
    today = clock.today()
    on = day("--on", arguments.on, today, last=True) or today
    with opened(arguments) as vault:
        client = chosen(vault, arguments.client).uid
        found = vault.read(of_client, client, on, revealed(arguments), clock.day_starts_at)
        who = audience(vault)
    print("\n".join(focus_lines(found, who)))
