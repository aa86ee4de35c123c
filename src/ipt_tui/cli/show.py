"""`show`: the same values as the screens, as plain lines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipt_tui.cli.arguments import Arguments, UsageError
from ipt_tui.cli.opening import audience, chosen, lived_clock, opened
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.people import View
from ipt_tui.ipt.regions import is_southern
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.circle import Circle, Placed
    from ipt_tui.ipt.inventory import Inventory
    from ipt_tui.vault.vault import Vault

SHOW = "show"


def people(arguments: Arguments) -> None:
    """Print the circle, or the card of one person.

    Raises UsageError for a date that is none, before anything is asked, and VaultError for
    everything else.
    """
    from ipt_tui.exchange.plain import circle_lines

    today = lived_clock().today()
    _days(arguments, today)
    with opened(arguments) as vault:
        client = chosen(vault, arguments.client)
        on, since = _days(arguments, today, southern=is_southern(client.region))
        found = _inventory(vault, client.uid, on, since, arguments)
        who = audience(vault)
    if arguments.person:
        told = _cards(found, arguments.person, today, who)
    else:
        told = circle_lines(found.circle, who, unsaid=found.unsaid)
    print("\n".join(told))


def _inventory(
    vault: Vault, client_uid: str, on: date, since: date | None, arguments: Arguments
) -> Inventory:
    from ipt_tui.vault.cards import inventory

    return vault.read(inventory, client_uid, on, View(arguments.view), since, revealed(arguments))


def revealed(arguments: Arguments) -> frozenset[str]:
    """Return what is to be shown of what is sensitive: nothing, or with --reveal all of it."""
    from ipt_tui.vault.hidden import EVERYTHING

    return EVERYTHING if arguments.reveal else frozenset()


def person_named(vault: Vault, client_uid: str, today: date, arguments: Arguments) -> str | None:
    """Return the uid of whom --person names, None where it was not given. Raises VaultError."""
    from ipt_tui.vault.people import circle

    if not arguments.person:
        return None
    everybody = vault.read(circle, client_uid, today, View.NOW, None, revealed(arguments))
    return _named(everybody, arguments.person)[0].uid


def _cards(found: Inventory, name: str, today: date, who: Audience) -> list[str]:
    from ipt_tui.exchange.plain_card import card_lines
    from ipt_tui.ipt import content
    from ipt_tui.ipt.questions import questions

    asked = questions(content.load("card.toml"))
    lines: list[str] = []
    for person in _named(found.circle, name):
        gap = [""] if lines else []
        lines += gap + card_lines(
            found.cards[person.uid],
            asked,
            today,
            code=found.circle.code,
            audience=who,
            onset=found.onset,
        )
    return lines


def _named(circle: Circle, name: str) -> list[Placed]:
    """Return who is called `name`, else the one whose name begins so; nobody who is veiled."""
    wanted = folded(name)
    there = [person for person in circle.people if person.name]
    whole = [person for person in there if folded(person.name) == wanted]
    found = whole or [person for person in there if folded(person.name).startswith(wanted)]
    if not found:
        raise VaultError(f"Nobody called {name} is on this circle.")
    if len(found) > 1 and not whole:
        names = ", ".join(person.name for person in found)
        raise VaultError(f"Several names begin with {name}: {names}. Please give one whole.")
    return found


def _days(arguments: Arguments, today: date, *, southern: bool = False) -> tuple[date, date | None]:
    """Return the day asked about and the one compared with, if one was named."""
    on = day("--on", arguments.on, today, last=True, southern=southern) or today
    since = day("--since", arguments.since, today, last=False, southern=southern)
    if since and View(arguments.view) is not View.NOW:
        raise UsageError("--since goes with the view now; the others are compared to now.", SHOW)
    if since and since >= on:
        raise UsageError("--since should be a day before the one shown.", SHOW)
    return on, since


def day(
    option: str, typed: str | None, today: date, *, last: bool, southern: bool = False
) -> date | None:
    """Return the day that was typed, in ISO or in words; of a month its last or first day."""
    if typed is None:
        return None
    from ipt_tui.ipt.dates import DateNotUnderstood
    from ipt_tui.ipt.spoken import parse

    try:
        when = parse(typed, today, southern)
    except DateNotUnderstood as error:
        raise UsageError(f"{option}: {error}", SHOW) from None
    if date.min in (when.first, when.last) or when.last == date.max:
        raise UsageError(f"{option}: please give a day, a month or a year.", SHOW)
    return when.last if last else when.first
