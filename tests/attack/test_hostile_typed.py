"""Hostile text typed into every question of the three areas, and into every line beside them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.entry_words import sort_of
from ipt_tui.ipt.people import Ring
from ipt_tui.tui.areas.timeline.keys import FIELDS as ENTRY_FIELDS
from ipt_tui.vault import expectations, noting, people
from ipt_tui.vault.errors import NotValid
from tests.attack import shelf
from tests.attack.hostile import PIECES, chosen
from tests.attack.size import TALLY, TYPED_A_QUESTION
from tests.attack.typed import answer, nothing_steers
from tests.tui.running import filled, press, running, settle
from tests.tui.talking import on_sheet, paste
from tests.tui.test_talks_hostile import QUESTIONS, ask, whole
from tests.vault import autumn
from tests.vault.world import LINES, TODAY

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

TEXTS_A_LINE = 30 if TYPED_A_QUESTION else 1
FEW = 2
"""So many questions of an area get a text in a short run."""
ABOUT_PEOPLE = (
    "field:name", "field:kind", "field:since", "field:died", "field:like", "field:feels",
    "field:together", "field:can_talk", "field:cannot_talk", "field:arguments",
    "field:onset_words", "field:good", "field:hard", "field:would_change", "field:notes",
    "field:gives", "field:gets", "field:friction", "field:trust", "wish:new:mine",
    "wish:new:theirs", "wish:0:text", "wish:0:said", "wish:0:met", "move:0:day", "move:0:why",
    "tie:who", "tie:kind",
)  # fmt: skip
"""Every question of a card that is answered in words."""
ABOUT_TALKS = (*QUESTIONS, "turn:new", "head:people")
ROUNDS = range(max(1, TYPED_A_QUESTION))


def some(questions: Iterable[Any], chance: random.Random) -> list[Any]:
    """Return all questions in a long run, a few of them in a short one."""
    every = list(questions)
    return every if TYPED_A_QUESTION else chance.sample(every, min(FEW, len(every)))


@pytest.mark.parametrize("number", ROUNDS)
async def test_every_question_about_a_person(
    number: int, vault: Vault, clock: Clock, chance: random.Random
) -> None:
    client = filled(vault, ("Sam partner 1", "Dad father 2 died 2019", "Jo colleague 3"))
    uids = vault.read(people.names, client)
    vault.write(expectations.add, uids["Dad"], "that he asks")
    async with running(vault, clock) as pilot:
        await press(pilot, "2")
        for key in some(ABOUT_PEOPLE, chance):
            area = pilot.app.screen.area  # type: ignore[attr-defined]
            area.take(uids["Dad"])
            await settle(pilot)
            if key == "tie:kind":
                await _ask_person(pilot, area, "tie:who")
                area.bar.about.held["other"] = uids["Jo"]
                area.bar.ask(key)
                await settle(pilot)
            else:
                await _ask_person(pilot, area, key)
            if area.bar.asked is not None:
                await answer(pilot, vault, area.bar, chosen(chance))
            await press(pilot, "escape")


async def _ask_person(pilot: Pilot[Any], area: Any, key: str) -> None:
    card = area.inventory.cards[area.lit]
    if ":0:" in key:
        rows = card.expectations if key.startswith("wish") else card.moves
        if not rows:
            return
        key = key.replace(":0:", f":{rows[0].uid}:")
    area._ask(key)
    await settle(pilot)


@pytest.mark.parametrize("number", ROUNDS)
async def test_every_question_about_an_entry(
    number: int, vault: Vault, clock: Clock, chance: random.Random
) -> None:
    client = autumn.fill(vault)
    vault.write(noting.note, client, LINES, autumn.NOW)
    vault.begin()
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "plus")
        area = pilot.app.screen.area  # type: ignore[attr-defined]
        shown = area.timeline
        entries = (shown.moods[-1], shown.events[-1], *shown.spells[:1], *shown.jottings[:1])
        asked = [(entry, key) for entry in entries for key in ENTRY_FIELDS[sort_of(entry)]]
        for entry, key in some(asked, chance):
            area.take(entry.uid)
            await settle(pilot)
            area._ask(key)
            await settle(pilot)
            if area.bar.asked is not None and not area.bar.asked.choices:
                await answer(pilot, vault, area.bar, chosen(chance))
            await press(pilot, "escape")
            nothing_steers(pilot)


@pytest.mark.parametrize("number", ROUNDS)
async def test_every_question_about_a_talk(
    number: int, vault: Vault, clock: Clock, chance: random.Random
) -> None:
    uid = whole(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        area = pilot.app.screen.area  # type: ignore[attr-defined]
        for question in some(ABOUT_TALKS, chance):
            await ask(pilot, vault, uid, question)
            await answer(pilot, vault, area.bar, chosen(chance))
            await press(pilot, "escape")


LINES_OPENED = {
    "capture": ("1", "c"),
    "a mood": ("3", "n"),
    "a person": ("2", "n"),
    "search": ("1", "slash"),
    "client": ("1", "n"),
}
"""The lines beside the questions, by the keys that open them."""


async def test_every_line_takes_anything(vault: Vault, clock: Clock, chance: random.Random) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        for keys in LINES_OPENED.values():
            for text in chance.sample(PIECES, TEXTS_A_LINE):
                TALLY["hostile texts typed"] += 1
                before = shelf.rows(vault)
                await press(pilot, *keys)
                await paste(pilot, text)
                nothing_steers(pilot)
                await press(pilot, "enter")
                nothing_steers(pilot)
                await press(pilot, "escape", "escape", "escape")
                nothing_steers(pilot)
                changes = shelf.change(before, shelf.rows(vault)).values()
                assert all(old is None for old, _ in changes), "what was there changed"


async def test_every_field_of_a_client_takes_anything(
    vault: Vault, clock: Clock, chance: random.Random
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        for _ in range(10 * TYPED_A_QUESTION or 1):
            await press(pilot, "1", "e")
            for _field in range(7):
                TALLY["hostile texts typed"] += 1
                await press(pilot, "end", "ctrl+u")
                await paste(pilot, chosen(chance))
                nothing_steers(pilot)
                await press(pilot, "tab")
            await press(pilot, *["enter"] * 9, "escape", "escape")
            nothing_steers(pilot)


async def test_a_record_full_of_it_can_be_walked(
    vault: Vault, clock: Clock, chance: random.Random
) -> None:
    """Names, titles and lines of every kind of text, seen in every area."""
    client = filled(vault, ())
    for text in some(PIECES, chance):
        TALLY["hostile texts seen"] += noted(vault, client, text)
        with suppress(NotValid):
            vault.write(people.add, client, PersonLine(text[:100], "friend", Ring.CLOSE), TODAY)
            TALLY["hostile texts seen"] += 1
    async with running(vault, clock) as pilot:
        for keys in (["1"], ["2", "v"], ["3", "plus", "v"], ["4"], ["g", "u"], ["escape"]):
            await press(pilot, *keys, "down", "down", "end", "enter", "escape")
            nothing_steers(pilot)


def noted(vault: Vault, client: str, text: str) -> int:
    """Keep an event, a talk and a line of a text; return how many of them were not refused."""
    kept, words = 0, text[:110]
    for mark in (Mark.EVENT, Mark.TALK, Mark.TEXT):
        with suppress(NotValid):
            vault.write(noting.note, client, (Captured(mark, 0, words, words),), autumn.NOW)
            kept += 1
    return kept
