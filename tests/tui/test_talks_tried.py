"""What was tried: an event of its day, what became of a wish, and where both stand from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import cards, clients, expectations, people
from tests.tui.running import press, running, said, screen_text, settle
from tests.tui.talking import (
    WORDS,
    answer,
    area,
    ask_at,
    asked,
    event,
    kitchen,
    on_sheet,
    pick,
    sheet,
    to,
    told,
)
from tests.vault import autumn

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.card import Card
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


def sam(vault: Vault) -> str:
    """Return Sam's uid."""
    (client, *_) = vault.read(clients.listing)
    return vault.read(people.names, client.uid)["Sam"]


def card(vault: Vault) -> Card:
    """Return Sam's card as the file has it."""
    (client, *_) = vault.read(clients.listing)
    return vault.read(cards.inventory, client.uid, autumn.TODAY).cards[sam(vault)]


async def begin_try(pilot: Pilot[str], day: str) -> None:
    """Say on which day it was tried."""
    await ask_at(pilot, "tried:new")
    assert asked(pilot) == "When was it tried?"
    await answer(pilot, day)


async def entry(pilot: Pilot[str], uid: str) -> str:
    """Return what the timeline says of an entry."""
    await press(pilot, "3")
    timeline = pilot.app.screen.area  # type: ignore[attr-defined]
    timeline.take(uid)
    await settle(pilot)
    return next(line.strip() for line in screen_text(pilot).splitlines() if " · Sam · " in line)


async def test_the_event_of_that_day_is_offered_and_says_it_was_tried(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await begin_try(pilot, "12 nov")
        assert asked(pilot) == "Does it stand on the timeline already?"
        assert "1 asked Sam for Tuesdays; he listened" in screen_text(pilot)
        await pick(pilot, "1")
        assert asked(pilot) == "Was it done as it was planned?"
        await pick(pilot, "2")
        await answer(pilot, "", "Tuesdays yes", "lighter", "quiet")
        assert asked(pilot) == ""
        (attempt,) = told(vault, uid).attempts
        assert (attempt.event, attempt.done, attempt.happened) == (
            event(vault, "Tuesdays"), "part", "Tuesdays yes",
        )  # fmt: skip
        assert (attempt.left_me, attempt.left_them) == ("lighter", "quiet")
        assert "12 Nov, part: Tuesdays yes" in screen_text(pilot)
        assert await entry(pilot, attempt.event) == (
            "Thu 12 Nov   asked Sam for Tuesdays; he listened · surprised, hopeful · Sam · "
            "mood 3 → 6 · tried"
        )


async def test_where_there_is_no_event_one_is_made_with_whom_it_was(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await begin_try(pilot, "20 nov")
        assert asked(pilot) == "Was it done as it was planned?"
        await pick(pilot, "1")
        await press(pilot, "escape")
        (attempt,) = told(vault, uid).attempts
        assert attempt.title.startswith("tried: ")
        assert str(attempt.day) == "2026-11-20"
        assert await entry(pilot, attempt.event) == (
            'Fri 20 Nov   tried: kitchen, "do what you want" · Sam · mood 5 → 6 · tried'
        )


async def test_none_of_the_events_offered_makes_one_too(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await begin_try(pilot, "12 nov")
        await pick(pilot, "0")
        assert asked(pilot) == "Was it done as it was planned?"
        (attempt,) = told(vault, uid).attempts
        assert attempt.event != event(vault, "asked Sam for Tuesdays")
        assert str(attempt.day) == "2026-11-12"


async def test_a_day_that_is_none_or_to_come_is_refused_and_stays(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await begin_try(pilot, "soon")
        assert asked(pilot) == "When was it tried?"
        assert "soon" in screen_text(pilot)
        await press(pilot, "ctrl+u")
        await answer(pilot, "24 nov 2026")
        assert asked(pilot) == "When was it tried?"
        await press(pilot, "ctrl+u", "escape")
        assert told(vault, uid).attempts == ()
        assert not said(pilot)


async def test_a_try_leads_to_the_wish_it_changed_which_points_at_the_talk(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    wish = vault.write(expectations.add, sam(vault), "evenings together")
    async with running(vault, clock) as pilot:
        await begin_try(pilot, "12 nov")
        await pick(pilot, "1", "1")
        await press(pilot, *["enter"] * 4)
        assert asked(pilot) == "Does this change what has been said?"
        assert "1 evenings together" in screen_text(pilot)
        await pick(pilot, "1")
        assert asked(pilot) == "“evenings together”: was it said aloud?"
        await answer(pilot, "12 nov")
        assert asked(pilot) == "“evenings together”: is it met?"
        await answer(pilot, "partly")
        assert asked(pilot) == ""
        news = told(vault, uid).news
        assert {(n.expectation, n.said, n.met) for n in news} >= {(wish, True, None)}
        assert any(n.met == "partly" for n in news)
        assert "said aloud evenings together, 12 Nov" in sheet(pilot)
        line = card(vault).expectations[0]
        assert (line.said, line.said_on, line.met) == (True, "2026-11-12", "partly")
        await press(pilot, "u", "u")
        assert told(vault, uid).news == ()


async def test_t_says_what_a_talk_changed_and_without_wishes_says_where_they_are_written(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "t")
        assert asked(pilot) == ""
        assert "Nothing is written down yet that is wanted of them" in said(pilot)[-1]
        vault.write(expectations.add, sam(vault), "evenings together")
        await press(pilot, "1", "2", "4")
        vault.write(expectations.add, sam(vault), "ask me before")
        await press(pilot, "w", "w", "t")
        assert asked(pilot) == "Does this change what has been said?"
        assert "2 ask me before" in screen_text(pilot)
        await pick(pilot, "0")
        assert asked(pilot) == ""


async def test_the_card_of_whom_it_was_with_leads_to_the_talks(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, WORDS)
    assert card(vault).talks == 1
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "ctrl+g", "p")
        assert "1 talk · 9 Nov" in screen_text(pilot)
        people_area = pilot.app.screen.area  # type: ignore[attr-defined]
        await press(pilot, "tab")
        people_area.card.cursor = "talks"
        await press(pilot, "enter")
        shown = area(pilot)
        assert pilot.app.screen.area is shown  # type: ignore[attr-defined]
        assert shown.talk is not None
        assert shown.talk.uid == uid


async def test_what_was_tried_is_taken_out_and_its_event_stays(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await begin_try(pilot, "12 nov")
        await pick(pilot, "1", "1")
        await press(pilot, "escape")
        await to(pilot, "tried:")
        await press(pilot, "x")
        assert told(vault, uid).attempts == ()
        assert event(vault, "asked Sam for Tuesdays")
        await press(pilot, "u")
        assert len(told(vault, uid).attempts) == 1
