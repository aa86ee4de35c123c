"""Who is taken out of the record while sensitive leaves nothing behind that says who it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import cards, clients, people, search, transfer, undo
from ipt_tui.vault.talks import talks
from ipt_tui.vault.timeline import Asked, timeline
from tests.tui.talking import WORDS, kitchen
from tests.vault import autumn

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault


def told(vault: Vault, client: str) -> str:
    """Return what the lenses show of the kitchen, and what the search finds of it."""
    shown = vault.read(timeline, client, Asked(autumn.TODAY))
    lines = vault.read(talks, client, autumn.TODAY).lines
    hits = vault.read(search.find, "kitchen", client).hits
    return " ".join(
        [
            *(event.title for event in shown.events if not event.veiled),
            *(line.title for line in lines if not line.veiled),
            *(hit.snippet for hit in hits if not hit.veiled),
        ]
    )


def test_what_named_somebody_sensitive_stays_veiled_without_them(vault: Vault) -> None:
    kitchen(vault, WORDS)
    (client,) = vault.read(clients.listing)
    sam = people_named(vault, client.uid)["Sam"]
    assert "kitchen" in told(vault, client.uid)
    vault.write(people.tell, sam, None, sensitive=True)
    before = vault.read(transfer.dump)
    veiled = told(vault, client.uid)
    assert "kitchen" not in veiled
    vault.write(people.remove, sam)
    assert told(vault, client.uid) == veiled
    vault.write(undo.undo_for, client.uid)
    assert vault.read(transfer.dump) == before


def test_what_named_somebody_who_is_not_sensitive_is_shown_without_them(vault: Vault) -> None:
    kitchen(vault, WORDS)
    (client,) = vault.read(clients.listing)
    vault.write(people.remove, people_named(vault, client.uid)["Sam"])
    assert "kitchen" in told(vault, client.uid)


def people_named(vault: Vault, client: str) -> dict[str, str]:
    """Return everybody's uid by name."""
    found = vault.read(cards.inventory, client, autumn.TODAY).circle.people
    return {person.name: person.uid for person in found}
