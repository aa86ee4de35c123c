"""`show talks`: the talks that were looked at, as plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.cli.opening import audience, chosen, lived_clock, opened
from ipt_tui.cli.show import person_named, revealed

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments


def talks(arguments: Arguments) -> None:
    """Print a client's talks, by default all of them, or those with one person.

    Raises VaultError with one sentence.
    """
    from ipt_tui.exchange.plain_talks import talks_lines
    from ipt_tui.vault.talks import talk
    from ipt_tui.vault.talks import talks as read

    clock = lived_clock()
    today = clock.today()
    with opened(arguments) as vault:
        client = chosen(vault, arguments.client).uid
        shown = revealed(arguments)
        person = person_named(vault, client, today, arguments)
        found = vault.read(read, client, today, person, shown, clock.day_starts_at)
        whole = [
            vault.read(talk, line.uid, today, shown, clock.day_starts_at)
            for line in found.lines
            if not line.veiled
        ]
        who = audience(vault)
    print("\n".join(talks_lines(found, whole, who)))
