"""What is asked about is shown for as long as that, and veiled again after, in every lens."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.moments import on_day
from ipt_tui.vault import clients, goals, measuring
from tests.tui.running import press, running, screen_text, settle, to_focus
from tests.tui.talking import WORDS, event, kitchen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

LENSES = [
    ("2", "field:sensitive", "What it's like"),
    ("3", "sensitive", "do what you want"),
    ("4", "end:sensitive", "Do what you want."),
    ("6", "sensitive", "asked for by Sam"),
    ("7", "sensitive", "evenings of our own"),
]
in_every_lens = pytest.mark.parametrize(
    ("tab", "key", "words"), LENSES, ids=["person", "event", "talk", "measure", "goal"]
)


def here(pilot: Pilot[str]) -> Any:
    """Return the area on screen."""
    return pilot.app.screen.area  # type: ignore[attr-defined]


async def lit(pilot: Pilot[str], vault: Vault, tab: str) -> None:
    """Come to Sam, to the event in the kitchen, to its talk, a measure, or a goal."""
    if tab == "6":
        client = vault.read(clients.listing)[0].uid
        when = on_day(date(2026, 11, 17))
        vault.write(measuring.answer, client, "phq9", (1,) * 9, when, note="asked for by Sam")
    elif tab == "7":
        client = vault.read(clients.listing)[0].uid
        goal = vault.write(goals.add, client, "evenings of our own", date(2026, 11, 17))
        await to_focus(pilot, f"goal:{goal}")
    await press(pilot, tab)
    if tab == "2":
        people = here(pilot).inventory.circle.people
        here(pilot).take(next(person.uid for person in people if person.name == "Sam"))
    elif tab == "3":
        here(pilot).take(event(vault, "kitchen"))
    await settle(pilot)


async def ask(pilot: Pilot[str], key: str) -> None:
    """Ask a question about what is in hand."""
    area = here(pilot)
    getattr(area, "chapter", area)._ask(key)
    await settle(pilot)


@in_every_lens
async def test_what_is_marked_as_sensitive_while_asked_about_is_veiled_when_that_ends(
    tab: str, key: str, words: str, vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock, size=(120, 36)) as pilot:
        await lit(pilot, vault, tab)
        assert words in screen_text(pilot)
        await ask(pilot, key)
        await press(pilot, "1", "escape")
        assert here(pilot).bar.asked is None
        assert words not in screen_text(pilot)
        assert pilot.app.revealed == frozenset()  # type: ignore[attr-defined]


@in_every_lens
async def test_what_was_shown_by_hand_stays_shown_after_it_was_asked_about(
    tab: str, key: str, words: str, vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock, size=(120, 36)) as pilot:
        await lit(pilot, vault, tab)
        await ask(pilot, key)
        await press(pilot, "1", "escape", "enter")
        assert words in screen_text(pilot)
        await ask(pilot, key)
        await press(pilot, "escape")
        assert words in screen_text(pilot)


@in_every_lens
async def test_looking_together_ends_what_is_asked_about_something_sensitive(
    tab: str, key: str, words: str, vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock, size=(120, 36)) as pilot:
        await lit(pilot, vault, tab)
        await ask(pilot, key)
        await press(pilot, "1", "escape", "enter")
        await ask(pilot, key)
        pilot.app.screen.action_together()  # type: ignore[attr-defined]
        await settle(pilot)
        assert here(pilot).bar.asked is None
        assert words not in screen_text(pilot)
