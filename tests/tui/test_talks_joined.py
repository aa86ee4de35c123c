"""A talk is joined to its event, its people and its moods: from each of them one comes to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.vault import clients, noting, people, talks
from tests.tui.running import press, running, said, screen_text, settle, write
from tests.tui.talking import (
    WORDS,
    another,
    answer,
    area,
    asked,
    event,
    heard,
    kitchen,
    on_sheet,
    to,
    told,
)
from tests.vault import autumn

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


def here(pilot: Pilot[str]) -> Any:
    """Return the area on screen."""
    return pilot.app.screen.area  # type: ignore[attr-defined]


async def lit_on_timeline(pilot: Pilot[str], uid: str) -> None:
    """Take an entry in hand there."""
    await press(pilot, "3")
    here(pilot).take(uid)
    await settle(pilot)


def mood_of(vault: Vault, title: str) -> str:
    """Return the uid of a mood tied to an event."""
    from ipt_tui.vault.timeline import Asked, timeline

    (client, *_) = vault.read(clients.listing)
    shown = vault.read(timeline, client.uid, Asked(autumn.TODAY))
    return shown.tied(event(vault, title))[0]


# To it.


@pytest.mark.parametrize("mood", [False, True], ids=["event", "mood"])
async def test_g_t_goes_from_an_event_and_its_mood_to_the_talk(
    mood: bool, vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    another(vault, "February")
    entry = mood_of(vault, "kitchen") if mood else event(vault, "kitchen")
    async with running(vault, clock) as pilot:
        await lit_on_timeline(pilot, entry)
        await press(pilot, "g", "t")
        assert area(pilot).talk is not None
        assert area(pilot).talk.uid == uid  # type: ignore[union-attr]
        assert "Do what you want." in screen_text(pilot)


async def test_of_an_event_without_a_talk_one_is_offered_and_begun_by_enter(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await lit_on_timeline(pilot, event(vault, "February"))
        await press(pilot, "g", "t")
        assert "no talk is noted of it yet" in screen_text(pilot)
        assert "Do what you want." not in screen_text(pilot)
        await press(pilot, "enter")
        assert asked(pilot) == "K7 said, first?"
        await answer(pilot, "February is coming.")
        await press(pilot, "escape")
        begun = vault.read(talks.uid_of, event(vault, "February"))
        assert begun is not None
        assert heard(vault, begun) == [("me", "February is coming.")]
        assert [who.name for who in told(vault, begun).line.people] == ["Sam"]


async def test_an_offer_that_is_not_taken_changes_nothing(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await lit_on_timeline(pilot, event(vault, "February"))
        await press(pilot, "g", "t", "down", "down")
        assert area(pilot).talk.uid == uid  # type: ignore[union-attr]
        assert vault.read(talks.uid_of, event(vault, "February")) is None


async def test_a_line_on_the_timeline_becomes_a_talk_with_it_as_its_note(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault)
    (client, *_) = vault.read(clients.listing)
    words = "Sam asked twice if all was well"
    piece = Captured(Mark.TEXT, 0, words, words, names=(Mentioned("Sam", "Sam"),))
    line = vault.write(noting.note, client.uid, (piece,), autumn.NOW).uids[0]
    async with running(vault, clock) as pilot:
        await lit_on_timeline(pilot, line)
        await press(pilot, "g", "t", "enter", "escape")
        uid = vault.read(talks.uid_of, line)
        assert uid is not None
        assert told(vault, uid).text("note") == words
        assert [who.name for who in told(vault, uid).line.people] == ["Sam"]
        assert words[:20] in screen_text(pilot)


async def test_g_t_goes_from_a_person_to_the_talk_with_them(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, WORDS)
    another(vault, "Mum's visit")
    (client, *_) = vault.read(clients.listing)
    async with running(vault, clock) as pilot:
        app: Any = pilot.app
        for person, wanted in (("Mum", None), ("Sam", uid)):
            there = vault.read(people.names, client.uid)[person]
            await press(pilot, "2")
            app.context = replace(app.context, person=there)
            await press(pilot, "g", "t")
            talk = area(pilot).talk
            assert talk is not None
            assert [who.name for who in talk.line.people] == [person]
            assert wanted in (None, talk.uid)


# From it.


async def test_g_p_and_g_l_go_to_its_person_and_its_event(vault: Vault, clock: Clock) -> None:
    kitchen(vault, WORDS)
    another(vault, "Mum's visit")
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "g", "p")
        assert "Sam   partner" in screen_text(pilot)
        await press(pilot, "4", "g", "l")
        assert here(pilot).id == "timeline"
        assert "kitchen" in here(pilot).entry.title
        await press(pilot, "4", "tab", "down")
        assert [who.name for who in area(pilot).talk.line.people] == ["Mum"]  # type: ignore[union-attr]
        await press(pilot, "g", "p")
        assert "Mum   " in screen_text(pilot)
        await press(pilot, "4", "g", "l")
        assert "Mum's visit" in here(pilot).entry.title


async def test_search_finds_a_turn_and_opens_its_talk(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, WORDS)
    another(vault, "February")
    async with running(vault, clock) as pilot:
        await press(pilot, "slash")
        await write(pilot, "what you wan")
        await settle(pilot)
        assert "Do what you want" in screen_text(pilot)
        await press(pilot, "enter")
        assert here(pilot) is area(pilot)
        assert area(pilot).talk.uid == uid  # type: ignore[union-attr]


async def test_f_keeps_to_one_person_and_shows_all_again(vault: Vault, clock: Clock) -> None:
    kitchen(vault, WORDS)
    another(vault, "Mum's visit")
    async with running(vault, clock) as pilot:
        await press(pilot, "4", "f")
        assert [line.people[0].name for line in area(pilot).talks.lines] == ["Sam"]  # type: ignore[union-attr]
        await press(pilot, "f")
        assert len(area(pilot).talks.lines) == 2  # type: ignore[union-attr]


# Captured.

LINES = (
    "!talk @Sam kitchen", "me: have you rung them", "sam: saturday", "me: do what you want",
    "sam: fine, i will",
)  # fmt: skip
TURNS = [
    ("me", "have you rung them"), ("them", "saturday"), ("me", "do what you want"),
    ("them", "fine, i will"),
]  # fmt: skip


@pytest.mark.parametrize("quick", [False, True], ids=["line by line", "in one burst"])
async def test_lines_captured_one_after_the_other_are_one_talk(
    quick: bool, vault: Vault, clock: Clock
) -> None:
    autumn.fill(vault)
    vault.begin()
    async with running(vault, clock) as pilot:
        await press(pilot, "4", "c")
        for line in LINES:
            await write(pilot, line)
            await (pilot.press("enter") if quick else press(pilot, "enter"))
        await settle(pilot)
        await press(pilot, "escape")
        (client, *_) = vault.read(clients.listing)
        (one,) = vault.read(talks.talks, client.uid, autumn.TODAY).lines
        assert heard(vault, one.uid) == TURNS
        assert [who.name for who in one.people] == ["Sam"]
        assert area(pilot).talk.uid == one.uid  # type: ignore[union-attr]
        assert said(pilot) == []


async def test_n_on_the_list_opens_the_line_with_its_mark(vault: Vault, clock: Clock) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await press(pilot, "4", "n")
        await write(pilot, "@Mum the ashes")
        await press(pilot, "enter", "escape")
        (client, *_) = vault.read(clients.listing)
        lines = vault.read(talks.talks, client.uid, autumn.TODAY).lines
        assert next((line.people[0].name, line.subject) for line in lines) == ("Mum", "the ashes")
        await press(pilot, "f", "n")
        assert '!talk @"' in screen_text(pilot)


async def test_a_talk_taken_out_leaves_its_event_and_comes_back(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await press(pilot, "4", "x")
        assert "u brings it back" in said(pilot)[-1]
        assert area(pilot).talk is None
        assert event(vault, "kitchen")
        assert "Here stand talks, looked" in screen_text(pilot)
        await press(pilot, "u")
        assert heard(vault, uid) == list(WORDS)
        await on_sheet(pilot)
        await to(pilot, "turn:")
        assert "Do what you want." in screen_text(pilot)
