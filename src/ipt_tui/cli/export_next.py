"""`export next`: the card for one's next session, as it was put together on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.cli.asking import who_could_read
from ipt_tui.cli.opening import audience, chosen, opened
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.text import clean
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments


def export(arguments: Arguments) -> None:
    """Write the lines that were put on the card to a text or Markdown file.

    Raises VaultError in a practitioner's vault and for a no, ExchangeError where it cannot be
    written or nothing is on it.
    """
    from ipt_tui.exchange import next_card as file
    from ipt_tui.exchange.errors import ExchangeError
    from ipt_tui.ipt.next_card import NOT_OWN, veiled_words
    from ipt_tui.vault import next_card

    file.form_of(arguments.to)
    with opened(arguments) as vault:
        if audience(vault) is not Audience.CLIENT:
            raise VaultError(NOT_OWN)
        client, clock = chosen(vault, arguments.client), vault.clock
        card = vault.read(next_card.card, client.uid, clock.today(), clock.day_starts_at)
        if not card.kept:
            raise ExchangeError(file.EMPTY)
        who_could_read(arguments, vault, client.uid)
    file.write(arguments.to, card, replace=arguments.replace)
    if not arguments.quiet:
        print(f"Written to {clean(str(arguments.to))}.")
        if veiled := veiled_words(card):
            print(veiled)
