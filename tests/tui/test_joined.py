"""One record, three lenses: every pointer is followed in two keys, and a change is seen in all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.vault import pointers, timed
from tests.tui.running import press, running, said, screen_text, settle, write
from tests.tui.talking import WORDS, event, kitchen
from tests.vault import autumn

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


def context(pilot: Pilot[str]) -> Any:
    """Return what travels."""
    return pilot.app.context  # type: ignore[attr-defined]


def place(pilot: Pilot[str]) -> str:
    """Return the area on screen."""
    return str(pilot.app.screen.area.id)  # type: ignore[attr-defined]


async def on_card(pilot: Pilot[str], name: str) -> None:
    """Come to somebody's card."""
    await press(pilot, "2")
    circle = pilot.app.screen.area.inventory.circle  # type: ignore[attr-defined]
    uid = next(person.uid for person in circle.people if person.name == name)
    pilot.app.screen.area.take(uid)  # type: ignore[attr-defined]
    await press(pilot, "tab")


async def test_from_the_card_to_the_event_its_mood_the_talk_and_back_to_the_card(
    vault: Vault, clock: Clock
) -> None:
    talk = kitchen(vault, WORDS)
    happened = event(vault, "kitchen")
    mood = vault.read(pointers.across_tie, happened)
    async with running(vault, clock) as pilot:
        await on_card(pilot, "Sam")
        sam = context(pilot).person
        await press(pilot, "g", "e")
        assert place(pilot) == "timeline"
        newest = context(pilot).event
        assert newest == vault.read(pointers.event_with, sam, None, autumn.TODAY)
        pilot.app.screen.area.take(happened)  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "g", "e")
        assert (place(pilot), context(pilot).event) == ("timeline", mood)
        await press(pilot, "g", "t")
        assert (place(pilot), context(pilot).talk) == ("talks", talk)
        assert "Do what you want." in screen_text(pilot)
        await press(pilot, "g", "e")
        assert (place(pilot), context(pilot).event) == ("timeline", happened)
        await press(pilot, "g", "p")
        assert (place(pilot), context(pilot).person) == ("people", sam)
        assert "Sam" in screen_text(pilot)


async def test_what_is_tied_to_nothing_leads_nowhere_and_says_so(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    happened = event(vault, "kitchen")
    vault.write(timed.untie, str(vault.read(pointers.across_tie, happened)), happened)
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        pilot.app.screen.area.take(happened)  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "g", "e")
        assert context(pilot).event == happened
        assert "Nothing is tied to this one yet" in said(pilot)[-1]


async def test_the_event_in_hand_stays_in_hand_where_it_names_who_is(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    happened = event(vault, "kitchen")
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        pilot.app.screen.area.take(happened)  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "g", "p", "g", "e")
        assert context(pilot).event == happened


async def test_the_other_ones_filter_does_not_hide_where_one_is_led(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        pilot.app.screen.area.take(event(vault, "kitchen"))  # type: ignore[attr-defined]
        await press(pilot, "f")
        kept_to = context(pilot).only
        assert kept_to is not None
        await press(pilot, "2")
        circle = pilot.app.screen.area.inventory.circle  # type: ignore[attr-defined]
        other = next(
            person.uid
            for person in circle.people
            if person.uid != kept_to
            and vault.read(pointers.event_with, person.uid, None, autumn.TODAY)
        )
        pilot.app.screen.area.take(other)  # type: ignore[attr-defined]
        await press(pilot, "g", "e")
        assert context(pilot).only is None
        assert context(pilot).event == vault.read(pointers.event_with, other, None, autumn.TODAY)


async def test_a_name_changed_on_the_card_is_the_name_in_all_three(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock, size=(120, 36)) as pilot:
        await press(pilot, "4", "3")
        await on_card(pilot, "Sam")
        await press(pilot, "up", "up", "up", "up", "home", "e")
        await press(pilot, "end", "ctrl+u")
        await write(pilot, "Samuel")
        await press(pilot, "enter", "escape")
        assert "Samuel" in screen_text(pilot)
        await press(pilot, "4")
        assert "Samuel" in screen_text(pilot)
        await press(pilot, "3")
        pilot.app.screen.area.take(event(vault, "kitchen"))  # type: ignore[attr-defined]
        await settle(pilot)
        assert "Samuel" in screen_text(pilot)


async def test_what_is_noted_over_the_talks_stands_on_the_timeline_and_the_card(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock, size=(120, 36)) as pilot:
        await press(pilot, "3", "2", "4", "c")
        await write(pilot, "!Sam rang about the flat @Sam")
        await press(pilot, "enter", "escape", "3")
        noted = event(vault, "rang about the flat")
        pilot.app.screen.area.take(noted)  # type: ignore[attr-defined]
        await settle(pilot)
        assert "Sam rang about the flat" in screen_text(pilot)
        sam = context(pilot).person
        assert vault.read(pointers.event_with, sam, None, autumn.TODAY) == noted


async def test_an_event_called_otherwise_on_the_timeline_is_called_so_in_its_talk(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault)
    async with running(vault, clock, size=(120, 36)) as pilot:
        await press(pilot, "4", "3")
        pilot.app.screen.area.take(event(vault, "kitchen"))  # type: ignore[attr-defined]
        await press(pilot, "e", "end", "ctrl+u")
        await write(pilot, "the evening by the sink")
        await press(pilot, "enter", "escape", "4")
        assert "the evening by the sink" in screen_text(pilot)


@pytest.mark.parametrize(
    ("words", "area", "stands"),
    [
        ("Jo", "people", "Jo"),
        ("rota", "timeline", "rota"),
        ("Do what you want", "talks", "Do what you want."),
    ],
)
async def test_search_finds_all_three_kinds_and_opens_at_the_place(
    words: str, area: str, stands: str, vault: Vault, clock: Clock
) -> None:
    talk = kitchen(vault, WORDS)
    async with running(vault, clock, size=(120, 36)) as pilot:
        await press(pilot, "slash")
        await write(pilot, words)
        await settle(pilot)
        await press(pilot, "enter")
        assert place(pilot) == area
        assert stands in screen_text(pilot)
        if area == "talks":
            assert context(pilot).talk == talk
