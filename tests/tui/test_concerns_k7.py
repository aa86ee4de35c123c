"""A violence concern about Sam in mid-session, over a copy of the demo: paused, hidden, cleared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from ipt_tui.exchange import demo
from ipt_tui.ipt.concern import SET_ASIDE
from ipt_tui.tui.areas.sessions.area import SessionsArea
from ipt_tui.tui.screens.concern.screen import ConcernScreen
from ipt_tui.vault import clients, concerns, talks
from ipt_tui.vault.hidden import EVERYTHING
from tests.tui.running import NOW, press, running, said, screen_text, write
from tests.tui.talking import asked

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.ipt.concern import Concern
    from ipt_tui.tui.app import IptApp
    from ipt_tui.vault.vault import Vault

DOOR = "he stood in the damson door"
"""A sentinel: these words stand on the screen of the concern and nowhere else."""


def told(vault: Vault, client: str) -> tuple[Concern, ...]:
    """Return the concerns about somebody's violence; the demo holds one of another kind, closed."""
    every = vault.read(concerns.all_for, client, NOW.date(), EVERYTHING)
    return tuple(one for one in every if one.kind == "violence")


def one_line(pilot: Pilot[str]) -> str:
    return " ".join(screen_text(pilot).replace("│", " ").split())


async def row(pilot: Pilot[str], start: str) -> None:
    """Put the cursor of the concern on a row."""
    screen = pilot.app.screen
    assert isinstance(screen, ConcernScreen)
    rows = screen.listing.rows
    screen.listing.cursor = next(r.key for r in rows if r.key and r.key.startswith(start))


async def test_what_is_paused_what_is_hidden_and_how_it_is_cleared(
    vault: Vault, clock: Clock
) -> None:
    demo.fill(vault, mine=False)
    vault.begin()
    client = vault.read(clients.listing)[0].uid
    kitchen = next(
        line.uid for line in vault.read(talks.talks, client, NOW.date()).lines
        if line.day and line.day.isoformat() == "2026-11-09"
    )  # fmt: skip
    async with running(vault, clock, size=(160, 50)) as pilot:
        await press(pilot, "s")
        await write(pilot, "late again, @Sam shouted ")
        await press(pilot, "ctrl+g", "exclamation_mark", "v")
        area = pilot.app.screen.query_one(SessionsArea)
        assert area.pad.has_focus, "the note goes on"
        await write(pilot, "and then")
        assert area.pad.text == "late again, @Sam shouted and then"
        (concern,) = told(vault, client)
        assert (concern.kind, [who.name for who in concern.people]) == ("violence", ["Sam"])
        assert concern.session == area.session.uid  # type: ignore[union-attr]
        quiet = one_line(pilot)
        assert "Open concern: violence, since 18:00" in quiet
        # its screen: words, a tick, a pause
        await press(pilot, "ctrl+g", "exclamation_mark", "exclamation_mark")
        await row(pilot, "words")
        await press(pilot, "enter")
        await write(pilot, DOOR)
        await press(pilot, "escape")
        await row(pilot, "check:today")
        await press(pilot, "space")
        await row(pilot, "thing:practice:")
        await press(pilot, "space")
        (concern,) = told(vault, client)
        assert concern.words == DOOR
        assert concern.ticked == {"today"}
        assert [(t.thing.value, t.paused) for t in concern.still_open] == [
            ("practice", True), ("talk", False), ("pages", False),
        ]  # fmt: skip
        assert "paused" in one_line(pilot)
        await press(pilot, "escape")
        assert area.pad.has_focus, "back where one was typing"
        await press(pilot, "ctrl+g", "exclamation_mark", "exclamation_mark", "g", "w")
        assert "oncern" not in screen_text(pilot), "also from here one looks together"
        await press(pilot, "w")
        # set aside: lines, rehearsal, what was said aloud
        app = cast("IptApp", pilot.app)
        app.context = replace(app.context, talk=kitchen)
        await press(pilot, "4", "tab")
        assert f"lines {SET_ASIDE}" in one_line(pilot)
        await press(pilot, "t")
        assert asked(pilot) == SET_ASIDE
        await press(pilot, "escape", "r")
        assert asked(pilot) == "", "nor is a script opened"
        # hidden while others look on: on every tab, in help, palette, strip and search
        await press(pilot, "w")
        for tab in "12345":
            await press(pilot, tab)
            await press(pilot, "escape", "exclamation_mark")
            assert "oncern" not in screen_text(pilot), tab
        await press(pilot, "question_mark")
        assert "oncern" not in screen_text(pilot)
        await press(pilot, "escape", "g")
        assert "oncern" not in screen_text(pilot)
        await press(pilot, "exclamation_mark")
        assert said(pilot)[-1] == "That is not shown while you look together."
        await press(pilot, "slash")
        await write(pilot, "damson")
        assert "Nothing with these words." in screen_text(pilot)
        await press(pilot, "escape", "g", "u")
        assert "oncern" not in screen_text(pilot)
        assert DOOR not in screen_text(pilot)
        await press(pilot, "escape", "w", "1")
        assert "Open concern" in one_line(pilot)
        # only an outcome clears it, after one question, and that is final
        await press(pilot, "exclamation_mark", "e")
        await write(pilot, "her sister knows; Thursday 10:00 by phone")
        await press(pilot, "enter")
        assert "Open concern" in one_line(pilot) or isinstance(pilot.app.screen, ConcernScreen)
        assert told(vault, client)[0].is_open, "it is asked once more"
        await press(pilot, "1")
        assert not told(vault, client)[0].is_open
        await press(pilot, "u")
        assert not told(vault, client)[0].is_open
        await press(pilot, "space", "escape", "1")
        assert "Open concern" not in one_line(pilot)
        assert not vault.read(talks.talk, kitchen, NOW.date()).set_aside
