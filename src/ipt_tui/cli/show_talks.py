"""`show talks`: the talks that were looked at, as plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.cli.opening import audience, chosen, clock, opened
from ipt_tui.cli.show import named
from ipt_tui.ipt.people import View

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.cli.arguments import Arguments
    from ipt_tui.vault.vault import Vault


def talks(arguments: Arguments) -> None:
    """Print a client's talks, by default all of them, or those with one person.

    Raises VaultError with one sentence.
    """
    from ipt_tui.exchange.plain_talks import talks_lines
    from ipt_tui.vault.people import circle
    from ipt_tui.vault.talks import talk
    from ipt_tui.vault.talks import talks as read

    today = clock().today()
    with opened(arguments) as vault:
        client = chosen(vault, arguments.client).uid
        shown = _everything(vault, client, today) if arguments.reveal else frozenset()
        person = None
        if arguments.person:
            everybody = vault.read(circle, client, today, View.NOW, None, shown)
            person = named(everybody, arguments.person)[0].uid
        found = vault.read(read, client, today, person, shown)
        whole = [
            vault.read(talk, line.uid, today, shown) for line in found.lines if not line.veiled
        ]
        who = audience(vault)
    print("\n".join(talks_lines(found, whole, who)))


def _everything(vault: Vault, client: str, today: date) -> frozenset[str]:
    """Return the uids of the people, the talks and what was tried: all that may be veiled here."""
    from ipt_tui.vault.people import circle
    from ipt_tui.vault.talks import talks as read

    people = frozenset(p.uid for p in vault.read(circle, client, today).people)
    lines = vault.read(read, client, today, None, people).lines
    uids = people | {uid for line in lines for uid in (line.uid, line.event)}
    lines = vault.read(read, client, today, None, uids).lines  # of the veiled, what was tried too
    return uids | {each.event for line in lines for each in line.tried}
