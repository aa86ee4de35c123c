"""`show timeline`: moods and events as plain lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipt_tui.cli.opening import audience, chosen, clock, opened
from ipt_tui.cli.show import day, named
from ipt_tui.ipt.regions import is_southern
from ipt_tui.ipt.timeline import Zoom

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.cli.arguments import Arguments
    from ipt_tui.ipt.timeline import Entry


def timeline(arguments: Arguments) -> None:
    """Print the days around one day, by default today, or what names one person in them.

    Raises UsageError for a date that is none and VaultError for everything else.
    """
    from ipt_tui.exchange.plain_timeline import timeline_lines
    from ipt_tui.vault.people import circle
    from ipt_tui.vault.timeline import Asked
    from ipt_tui.vault.timeline import timeline as read

    today = clock().today()
    _days(arguments, today)
    with opened(arguments) as vault:
        client = chosen(vault, arguments.client)
        around, split = _days(arguments, today, southern=is_southern(client.region))
        everybody = vault.read(circle, client.uid, today)
        person = named(everybody, arguments.person)[0].uid if arguments.person else None
        shown = frozenset(p.uid for p in everybody.people) if arguments.reveal else frozenset()
        asked = Asked(today, Zoom(arguments.zoom), around, person, split, shown)
        found = vault.read(read, client.uid, asked)
        if arguments.reveal:
            entries: list[Entry] = [*found.moods, *found.events, *found.spells, *found.jottings]
            asked = replace(asked, revealed=shown | {entry.uid for entry in entries})
            found = vault.read(read, client.uid, asked)
        who = audience(vault)
    print("\n".join(timeline_lines(found, who)))


def _days(
    arguments: Arguments, today: date, *, southern: bool = False
) -> tuple[date | None, date | None]:
    """Return the day in the middle and the one to split at, where one was named."""
    around = day("--on", arguments.on, today, last=True, southern=southern)
    split = day("--split", arguments.split, today, last=False, southern=southern)
    return around, split
