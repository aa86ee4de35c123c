"""Focus as somebody new to it uses it: what is typed, refused, asked and said where."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.heard import NotHeard
from ipt_tui.tui.areas.area import VEILED
from ipt_tui.tui.areas.focus.agree_inquiry import SURE, WHO, AgreeInquiry
from ipt_tui.tui.areas.focus.ending_chapter import STAYS
from ipt_tui.tui.areas.focus.formulation_chapter import NAMES_IT
from ipt_tui.vault import (
    contracts,
    courses,
    formulating,
    formulations,
    goals,
    people,
    problem_areas,
)
from ipt_tui.vault.formulating import AGREED_STAYS
from tests.tui.running import (
    FIRST_DAY,
    NOW,
    filled,
    ground,
    press,
    resize,
    running,
    said,
    screen_text,
    write,
)
from tests.tui.test_focus_areas import answered, area, at, focus
from tests.vault.k7_focus import focused

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def test_a_draft_belongs_to_its_own_question(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "7", "end", "home", "n", "2")
        await answered(pilot, "Sam is awful to me")
        assert "is not on the circle yet; @" in screen_text(pilot)
        await press(pilot, "escape", "x", "n", "1")
        assert "Who died?" in screen_text(pilot)
        assert "awful" not in screen_text(pilot)
        await press(pilot, "escape")
        # a number that is refused waits nowhere for the next time
        area(pilot).listing.cursor = "goal:new"
        await press(pilot, "n")
        await answered(pilot, "rest")
        await press(pilot, "enter")
        await answered(pilot, "99")
        assert "from 0 to 10" in screen_text(pilot)
        await press(pilot, "escape", "e", "enter", "enter")
        assert "Where is it to come to" in screen_text(pilot)
        assert "99" not in screen_text(pilot)
        await write(pilot, "8")
        await press(pilot, "enter")


def test_who_agreed_and_on_a_day_that_is_one_and_has_been() -> None:
    async def nothing(*_: object) -> bool:
        return True

    asking = AgreeInquiry(ground(), "1", "K7", "version 2", "", nothing, nothing, date(2026, 11, 9))
    for typed, refused in (
        ("K7, 31 feb", "“31 feb” is not a day"),
        ("30 nov", "type 30 Nov 2025 for last year"),
        ("K7, tomorrow", "still to come"),
    ):
        with pytest.raises(NotHeard, match=refused):
            asyncio.run(asking.keep(WHO, typed))
    for typed, question in (
        ("K7, Sam and me", "Agreed by K7, Sam and me on 23 Nov, as it stands?"),
        ("K7, 20 nov", "Agreed by K7 on 20 Nov, as it stands?"),
        ("K7, 2 nov", "Agreed by K7 on 2 Nov, before it began (9 Nov), as it stands?"),
    ):
        asyncio.run(asking.keep(WHO, typed))
        asked = asking.asked(SURE)
        assert asked is not None
        assert asked.question.strip() == question


async def test_a_version_begins_with_a_change_and_its_veil_stays_lifted(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault)
    uid = vault.write(formulating.begin, client, NOW.date())
    vault.write(formulating.tell, uid, NOW.date(), shows="low with zebrafinch")
    vault.write(formulating.veil, uid, sensitive=True)
    async with running(vault, clock, size=(80, 30)) as pilot:
        await press(pilot, "7")
        area(pilot).listing.cursor = "formulation"
        await press(pilot, "tab", "enter", "n")
        assert said(pilot)[-1].startswith("Version 1 is a draft still")
        vault.write(formulating.agree, uid, NOW.date(), "K7", NOW.date())
        area(pilot).load()
        await press(pilot, "home", "e", "enter")
        area(pilot).pane.cursor = "part:onset"
        await press(pilot, "e", "enter", "enter", "escape")
        assert len(vault.read(formulations.of_client, client, NOW.date())) == 1
        area(pilot).pane.cursor = "part:shows"
        await press(pilot, "e")
        await write(pilot, ", tired")
        await press(pilot, "enter")
        assert said(pilot)[-1] == "Version 2 begins as a draft; version 1 stays as it was agreed."
        assert "What do we call it?" in screen_text(pilot)
        await press(pilot, "escape")
        assert "zebrafinch, tired" in screen_text(pilot)
        area(pilot).pane.cursor = "part:shows"
        await press(pilot, "comma", "e")
        assert said(pilot)[-1] == AGREED_STAYS
        assert area(pilot).bar.asked is None
        assert VEILED not in screen_text(pilot)


async def test_what_is_chosen_is_asked_with_what_is_to_be_known(vault: Vault, clock: Clock) -> None:
    k7 = focused(vault)
    vault.write(problem_areas.be_about, k7.grief, NOW.date(), (k7.sam,))
    vault.write(problem_areas.add, k7.client, "interpersonal_deficits")
    vault.begin()
    async with running(vault, clock, size=(120, 40)) as pilot:
        await press(pilot, "7", "tab", "g", "escape")
        # safety stands above all else until it is answered, and once only
        assert area(pilot).pane.rows[2].key == "prompt:dispute_safe"
        await press(pilot, "escape", "down", "e", "enter")
        assert "Sam is not marked as having died." in screen_text(pilot)
        await press(pilot, "escape", "end")
        area(pilot).listing.cursor = f"area:{focus(vault).areas[-1].uid}"
        await press(pilot, "space")
        assert (
            "Only where none of the others fits; dispute and grief are there already."
            in screen_text(pilot)
        )
        await press(pilot, "escape", "home", "tab", "n")
        # what is typed at a choice is kept for the words that come next
        assert "Does it speak for" in screen_text(pilot)
        await write(pilot, "we talk")
        await press(pilot, "enter")
        assert "▏we talk" in screen_text(pilot)
        await press(pilot, "1")
        assert "What speaks for it?" in screen_text(pilot)
        await press(pilot, "enter", "escape")
        assert "we talk" in [line.text for line in focus(vault).areas[0].evidence]
        # one answer is changed, and nothing else is asked
        await at(pilot, "answer:")
        await press(pilot, "e")
        await answered(pilot, ", twice")
        assert area(pilot).bar.asked is None
        await at(pilot, "prompt:dispute_keeps")
        await press(pilot, "enter", "1")
        assert area(pilot).bar.asked is None


async def test_what_is_not_taken_out_says_why_and_a_goal_is_rated_first(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault)
    course = vault.write(courses.begin, client, "ipt16", FIRST_DAY)
    vault.write(contracts.tell, course, NOW.date(), relieved="overtime")
    contract = vault.read(contracts.of_client, client, NOW.date())
    vault.write(contracts.agree, contract.uid or "", NOW.date(), "K7", contract.seen)
    uid = vault.write(formulating.begin, client, NOW.date())
    vault.write(formulating.tell, uid, NOW.date(), shows="low")
    vault.write(formulating.agree, uid, NOW.date(), "K7", NOW.date())
    vault.write(formulating.veil, uid, sensitive=True)
    goal = vault.write(goals.add, client, "rest", NOW.date())
    async with running(vault, clock, size=(120, 40)) as pilot:
        await press(pilot, "7")
        for chapter, why in (
            ("formulation", formulating.NOT_REMOVED),
            ("contract", contracts.NOT_REMOVED),
            ("ending", STAYS),
        ):
            area(pilot).listing.cursor = chapter
            await press(pilot, "x")
            assert said(pilot)[-1] == why
        area(pilot).listing.cursor = "formulation"
        await press(pilot, "o")
        assert said(pilot)[-1] == VEILED
        assert "a sensitive entry; enter shows it" in screen_text(pilot)
        # what stands above the first row that can be lit is seen again at home
        await press(pilot, "tab", "enter")
        await resize(pilot, (80, 16))
        await press(pilot, "end")
        assert "Formulation v1, agreed" not in screen_text(pilot)
        await press(pilot, "home")
        assert "Formulation v1, agreed" in screen_text(pilot)
        await press(pilot, "escape")
        await resize(pilot, (120, 40))
        area(pilot).listing.cursor = f"goal:{goal}"
        await press(pilot, "e")
        await answered(pilot, "4")
        await press(pilot, "enter")
        assert area(pilot).bar.asked is None
        (found,) = vault.read(goals.of_client, client, NOW.date())
        assert (found.text, [each.value for each in found.ratings]) == ("rest", [4])


async def test_unticked_it_says_why_it_stays_veiled(vault: Vault, clock: Clock) -> None:
    client = filled(vault)
    sam = vault.read(people.names, client)["Sam"]
    uid = vault.write(formulating.begin, client, NOW.date())
    vault.write(formulating.tick, uid, "person", sam, NOW.date())
    vault.write(formulating.write, uid, "It is about Sam.", NOW.date())
    vault.write(people.tell, sam, sensitive=True)
    async with running(vault, clock, size=(120, 50)) as pilot:
        await press(pilot, "7")
        area(pilot).listing.cursor = "formulation"
        await press(pilot, "tab", "enter")
        area(pilot).pane.cursor = f"tick:{sam}"
        await press(pilot, "space")
        assert said(pilot)[-1] == NAMES_IT
