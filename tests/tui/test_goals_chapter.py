"""The goals in Focus: set and rated by keys, closed with why, and read by whoever looks on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.areas.focus.area import FocusArea
from ipt_tui.vault import goals, people, practices
from tests.ipt.k7_goals import RATED
from tests.tui.running import NOW, press, resize, running, said, screen_text, write
from tests.vault.k7_goals import rate_all
from tests.vault.k7_met import meet

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.ipt.goal import Goal
    from ipt_tui.vault.vault import Vault

TODAY = NOW.date()


def seen(pilot: Pilot[str]) -> str:
    """Return what is on the screen, in one line."""
    return " ".join(screen_text(pilot).split())


def area(pilot: Pilot[str]) -> FocusArea:
    return pilot.app.screen.query_one(FocusArea)


def kept(vault: Vault, client: str) -> tuple[Goal, ...]:
    return vault.read(goals.of_client, client, TODAY)


async def test_k7s_goals_set_and_rated_by_keys(vault: Vault, clock: Clock) -> None:
    client = meet(vault).client
    async with running(vault, clock) as pilot:
        await press(pilot, "g", "f")
        area(pilot).listing.cursor = "goal:new"
        for text, values, target in RATED:
            await press(pilot, "n")
            await write(pilot, text)
            await press(pilot, "enter")
            await write(pilot, f"{values[0]} on 20 oct")
            await press(pilot, "enter")
            await write(pilot, str(target))
            await press(pilot, "enter")
            await press(pilot, "enter")
            for day, value in zip(("3 nov", "10 nov", "17 nov"), values[1:], strict=True):
                await press(pilot, "enter")
                await write(pilot, f"{value} on {day}")
                await press(pilot, "enter", "enter")
            await press(pilot, "escape")
        found = kept(vault, client)
        assert [(goal.text, goal.target) for goal in found] == [(t, x) for t, _, x in RATED]
        assert [tuple(each.value for each in goal.ratings) for goal in found] == [
            values for _, values, _ in RATED
        ]
        assert "answer my friends ▂▂▄▅ 6 of 7" in seen(pilot)
        assert "1 on 20 Oct, 6 on 17 Nov; target 7." in seen(pilot)
        assert "┈ target 7" in seen(pilot)
        await press(pilot, "tab")
        area(pilot).pane.cursor = f"rating:{found[2].ratings[-1].uid}"
        await press(pilot, "enter")
        await write(pilot, "12")
        await press(pilot, "enter")
        assert "Please type a whole number from 0 to 10." in seen(pilot)
        await press(pilot, "backspace", "backspace", "7", "enter")
        await write(pilot, "zebrafinch and Priya")
        await press(pilot, "enter")
        last = kept(vault, client)[2].last
        assert last is not None
        assert (last.value, last.note) == (7, "zebrafinch and Priya")
        await press(pilot, "x")
        assert said(pilot)[-1] == "The rating is taken out. u brings it back."
        await press(pilot, "u")
        assert "7 zebrafinch and Priya" in seen(pilot)


async def test_changed_dropped_with_why_and_taken_up_again(vault: Vault, clock: Clock) -> None:
    met = meet(vault)
    first, second, third = rate_all(vault, met.client)
    async with running(vault, clock, size=(160, 50)) as pilot:
        await press(pilot, "g", "f")
        area(pilot).listing.cursor = f"goal:{first}"
        await press(pilot, "o", "c")
        await write(pilot, "say it the same day")
        await press(pilot, "enter")
        await write(pilot, "before I'm angry was too late")
        await press(pilot, "enter")
        assert "changed on 23 Nov." in seen(pilot)
        assert "became say it the same day" in seen(pilot)
        old = next(goal for goal in kept(vault, met.client) if goal.uid == first)
        assert (old.why, len(old.ratings)) == ("before I'm angry was too late", 4)
        area(pilot).listing.cursor = f"goal:{third}"
        await press(pilot, "o", "d")
        await write(pilot, "enough for now")
        await press(pilot, "enter")
        assert "dropped on 23 Nov." in seen(pilot)
        await press(pilot, "enter")
        area(pilot).pane.cursor = "now"
        await press(pilot, "enter")
        assert said(pilot)[-1] == "This goal is closed; take it up again first."
        await press(pilot, "o", "a")
        assert "once left enough for now" in seen(pilot)
        await press(pilot, "escape")
        area(pilot).listing.cursor = f"goal:{second}"
        await press(pilot, "t")
        assert "1 ask Sam for Tuesdays" in seen(pilot)
        await press(pilot, "1", "enter")
        for n in range(10):  # newer ones; what is tied already stays to be seen, and tied
            vault.write(practices.agree, met.client, f"rest {n}", TODAY)
        await area(pilot).read_again()
        await press(pilot, "t")
        assert "1 ask Sam for Tuesdays 2 rest 9" in seen(pilot)
        await press(pilot, "end")
        await write(pilot, ", 2")
        await press(pilot, "enter", "o", "m")
        goal = next(goal for goal in kept(vault, met.client) if goal.uid == second)
        assert (goal.status, goal.practices[0].uid) == ("met", met.practice)
        await press(pilot, "w")
        assert "reached on 23 Nov." in seen(pilot)
        assert "You put it at 0 on 20 Oct and 4 on 17 Nov; you hope for 7." in seen(pilot)


async def test_a_goal_is_veiled_with_whom_it_names_and_asked_no_more(
    vault: Vault, clock: Clock
) -> None:
    met = meet(vault)
    uid = rate_all(vault, met.client)[1]
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "g", "f")
        area(pilot).listing.cursor = f"goal:{uid}"
        await press(pilot, "enter")
        area(pilot).pane.cursor = "person"
        await press(pilot, "enter")
        await write(pilot, "sam")
        await press(pilot, "enter")
        assert kept(vault, met.client)[1].person is not None
        await press(pilot, "e")
        assert "Where does it stand, 0 to 10?" in seen(pilot)
        await press(pilot, "enter")
        assert "What is to become different?" in seen(pilot)
        await press(pilot, "escape")
        vault.write(people.tell, met.sam, sensitive=True)
        area(pilot).load()
        await press(pilot, "escape")
        assert "evening" not in seen(pilot)
        assert "a goal, sensitive" in seen(pilot)
        await press(pilot, "e")  # nothing is asked of what is veiled
        assert "become different?" not in seen(pilot)
        await press(pilot, "enter")
        assert "one evening a week" in seen(pilot)
        await press(pilot, "w", "w")
        assert "one evening a week" not in seen(pilot)
        await resize(pilot, (100, 30))
        await press(pilot, "x")
        assert len(kept(vault, met.client)) == 3
