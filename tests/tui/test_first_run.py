"""The first run: one page that no terminal is too low for, and no untrue complaint."""

from __future__ import annotations

import stat
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from ipt_tui.exchange.config import Config
from ipt_tui.ipt import household
from ipt_tui.ipt.passphrase import judge
from ipt_tui.tui.app import IptApp
from ipt_tui.tui.dialogs.window_name import WindowName
from ipt_tui.tui.screens.help import HelpScreen
from ipt_tui.tui.screens.kept_where import KeptWhereScreen
from ipt_tui.tui.screens.recovery import RecoveryScreen
from tests.tui.running import press, screen_text, settle, write

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock

PASSPHRASE = "seven lanterns over harbour"
SIZES = ((60, 16), (60, 18), (80, 24))


@asynccontextmanager
async def first_run(
    folder: Path, clock: Clock, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[str]]:
    app = IptApp(folder / "ipt" / "record.ipt", clock, config=Config())
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot
        await app.vault.close()


def focused(pilot: Pilot[str]) -> str | None:
    return pilot.app.screen.focused.id if pilot.app.screen.focused else None


async def until_sheet(pilot: Pilot[str]) -> None:
    """Wait for the page that comes once a key is derived, and for it to know its height."""
    while not (
        isinstance(pilot.app.screen, RecoveryScreen)
        and {"-low", "-high", "-tall"} & set(pilot.app.screen.classes)
    ):
        await pilot.pause(0.05)
    await settle(pilot)


def whole(pilot: Pilot[str]) -> bool:
    """Whether what has the focus can be seen, with a line to itself."""
    at = pilot.app.screen.focused
    assert at is not None
    placed = pilot.app.screen.find_widget(at)
    return placed.region.area > 0 and placed.visible_region == placed.region


async def test_enter_at_an_empty_passphrase_stays_and_says_so(tmp_path: Path, clock: Clock) -> None:
    async with first_run(tmp_path, clock) as pilot:
        await press(pilot, "enter")
        assert "Say first who it is for" in screen_text(pilot)
        await write(pilot, "lantern")
        assert "lantern" not in screen_text(pilot)
        assert "Only 1 or 2 goes here" in screen_text(pilot)
        await press(pilot, "1", "enter")
        assert focused(pilot) == "first"
        assert "Choose a passphrase first" in screen_text(pilot)
        await write(pilot, "abc")
        await press(pilot, "enter")
        assert focused(pilot) == "first"
        assert screen_text(pilot).count(judge("abc").sentence[:30]) == 1
        await press(pilot, "ctrl+u")
        await write(pilot, PASSPHRASE)
        await settle(pilot)
        assert "Choose a passphrase first" not in screen_text(pilot)
        await press(pilot, "enter", "enter")
        assert focused(pilot) == "again"
        assert "once more." in screen_text(pilot)
        await write(pilot, "another")
        await press(pilot, "enter")
        assert "not the same" in screen_text(pilot)
        assert pilot.app.screen.query_one("#again", Input).value == ""
        await write(pilot, "s")
        await settle(pilot)
        assert "not the same" not in screen_text(pilot)


async def test_help_is_shown_and_comes(tmp_path: Path, clock: Clock) -> None:
    async with first_run(tmp_path, clock) as pilot:
        assert "f1 help" in screen_text(pilot).splitlines()[-1]
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "Nobody can reset it" in screen_text(pilot)
        await press(pilot, "escape", "1")
        assert "f1 help" in screen_text(pilot).splitlines()[-1]
        await press(pilot, "question_mark", "f1")
        assert isinstance(pilot.app.screen, HelpScreen)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_field_can_be_seen(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    async with first_run(tmp_path, clock, size) as pilot:
        shown = screen_text(pilot)
        assert "four or more unrelated words" in shown
        assert "once more" in shown
        await press(pilot, "1")
        assert whole(pilot)
        await write(pilot, PASSPHRASE)
        await press(pilot, "enter")
        assert whole(pilot)
        await write(pilot, PASSPHRASE)
        await press(pilot, "enter")
        await until_sheet(pilot)
        assert "Recovery sheet" in screen_text(pilot)
        assert "ctrl+d when it is written down" in screen_text(pilot)
        assert whole(pilot)
        await press(pilot, "escape")
        assert "New client" in screen_text(pilot)
        for name in ("code", "onset_words", "region", "languages", "scale", "about"):
            assert focused(pilot) == name
            assert whole(pilot)
            await press(pilot, "tab")


async def test_the_course_follows_the_first_client_and_esc_leaves_it(
    tmp_path: Path, clock: Clock
) -> None:
    async with first_run(tmp_path, clock) as pilot:
        await press(pilot, "1")
        await write(pilot, PASSPHRASE)
        await press(pilot, "enter")
        await write(pilot, PASSPHRASE)
        await press(pilot, "enter")
        await until_sheet(pilot)
        there, sheet = tmp_path / "there.txt", tmp_path / "sheet.txt"
        there.write_text("mine")
        await write(pilot, str(there))
        await press(pilot, "enter")
        assert "already; it was left as it is" in " ".join(screen_text(pilot).split())
        await press(pilot, "ctrl+u")
        await write(pilot, str(sheet))
        await press(pilot, "enter")
        assert (there.read_text(), stat.S_IMODE(sheet.stat().st_mode)) == ("mine", 0o600)
        await press(pilot, "escape")
        await write(pilot, "K7")
        await press(pilot, *["enter"] * 6)
        shown = screen_text(pilot)
        assert "The course of K7. esc leaves it for later" in shown
        assert "Today is session" in shown
        await press(pilot, "escape")
        await settle(pilot)
        shown = screen_text(pilot)
        assert "Clients" in shown
        assert "p sets up the course" in shown
        await press(pilot, "p", "enter")
        await write(pilot, "2")
        await press(pilot, *["enter"] * 7)
        assert "2 of 16" in screen_text(pilot)


async def test_for_oneself_all_there_is_to_know_is_said_before_the_passphrase(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPT_TUI_HOME", str(tmp_path))
    async with first_run(tmp_path, clock, (100, 30)) as pilot:
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, KeptWhereScreen)
        shown = " ".join(screen_text(pilot).split())
        first = [shown.index(words[:40]) for words in (household.LOST, household.WHO)]
        assert first == sorted(first)
        assert "record.ipt" in shown.replace(" ", "")
        assert "type “name”" in shown
        assert "ctrl+l hides the screen" in shown
        await write(pilot, "seven")  # a passphrase typed too soon is no name, and stands nowhere
        assert isinstance(pilot.app.screen, KeptWhereScreen)
        await press(pilot, "ctrl+n", "ctrl+u")
        assert isinstance(pilot.app.screen, WindowName)
        await write(pilot, "n" * 41)
        await press(pilot, "enter")
        assert "should be text of at most 40 characters" in " ".join(screen_text(pilot).split())
        await press(pilot, "ctrl+u")
        await write(pilot, "my notes")
        await press(pilot, "enter")
        assert (tmp_path / "config.toml").read_text() == 'neutral_title = "my notes"\n'
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert "my notes" in shown
        assert "ipt-tui" not in shown.replace(str(tmp_path), "")
        assert focused(pilot) == "first"
        assert pilot.app.screen.query_one("#first", Input).value == ""
        await press(pilot, "ctrl+l")
        assert "ipt-tui" not in screen_text(pilot)
