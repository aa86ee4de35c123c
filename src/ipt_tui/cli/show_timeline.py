"""`show timeline`: moods and events as plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.cli.opening import audience, chosen, lived_clock, opened
from ipt_tui.cli.show import day, person_named, revealed
from ipt_tui.ipt.regions import is_southern
from ipt_tui.ipt.timeline import Zoom

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.cli.arguments import Arguments


def timeline(arguments: Arguments) -> None:
    """Print the days around one day, by default today, or what names one person in them.

    Raises UsageError for a date that is none and VaultError for everything else.
    """
    from ipt_tui.exchange.plain_timeline import timeline_lines
    from ipt_tui.vault.timeline import Asked
    from ipt_tui.vault.timeline import timeline as read

    clock = lived_clock()
    today = clock.today()
    _days(arguments, today)
    with opened(arguments) as vault:
        client = chosen(vault, arguments.client)
        around, split = _days(arguments, today, southern=is_southern(client.region))
        person = person_named(vault, client.uid, today, arguments)
        who = audience(vault)
        asked = Asked(
            today,
            Zoom(arguments.zoom),
            around,
            person,
            split,
            revealed(arguments),
            clock.day_starts_at,
            who,
        )
        found = vault.read(read, client.uid, asked)
    print("\n".join(timeline_lines(found, who)))


def _days(
    arguments: Arguments, today: date, *, southern: bool = False
) -> tuple[date | None, date | None]:
    """Return the day in the middle and the one to split at, where one was named."""
    around = day("--on", arguments.on, today, last=True, southern=southern)
    split = day("--split", arguments.split, today, last=False, southern=southern)
    return around, split
