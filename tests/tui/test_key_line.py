"""The key line says which keys work here: in a text field those with ctrl."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.exchange.config import Config
from ipt_tui.tui.app import IptApp
from ipt_tui.tui.screens.help_lines import HelpLinesScreen
from tests.tui.running import filled, press, running, said, screen_text, settle, write

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

FIELDS = {
    "a question": ("2", "tab", "e"),
    "adding": ("2", "n"),
    "search": ("slash",),
    "a dialog": ("1", "n"),
}


def key_line(text: str) -> str:
    return text.splitlines()[-1]


@pytest.mark.parametrize("keys", FIELDS.values(), ids=FIELDS)
async def test_in_a_field_the_way_to_the_help_lines_is_shown_and_works(
    keys: tuple[str, ...], vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock, size=(60, 16)) as pilot:
        await press(pilot, *keys)
        await write(pilot, "gh")
        assert not isinstance(pilot.app.screen, HelpLinesScreen)
        assert key_line(screen_text(pilot)).endswith("ctrl+g h help lines")
        await press(pilot, "ctrl+g", "h")
        assert isinstance(pilot.app.screen, HelpLinesScreen)


async def test_a_place_gone_to_from_a_dialog_is_reached_and_the_text_waits(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "n")
        await write(pilot, "M2")
        await press(pilot, "ctrl+g", "p")
        assert "NOW" in screen_text(pilot)
        assert not pilot.app.workers._workers
        await press(pilot, "1", "n")
        assert "M2" in screen_text(pilot)


async def test_where_nobody_types_the_letters_are_shown(vault: Vault, clock: Clock) -> None:
    filled(vault)
    config = Config(keys={"app.go": "m,ctrl+g", "people.form": "ctrl+g"})
    async with running(vault, clock, config=config) as pilot:
        assert "ctrl+g means" in said(pilot)[0]
        await press(pilot, "2")
        assert key_line(screen_text(pilot)).endswith("m h help lines")
        await press(pilot, "n")
        assert "ctrl+g go" in key_line(screen_text(pilot))
        await press(pilot, "ctrl+g", "h")
        assert isinstance(pilot.app.screen, HelpLinesScreen)


async def test_the_first_screens_show_it_too(tmp_path: Path, clock: Clock) -> None:
    app = IptApp(tmp_path / "new.ipt", clock, config=Config())
    async with app.run_test(size=(60, 16)) as pilot:
        await press(pilot, "1")
        assert key_line(screen_text(pilot)).endswith("ctrl+g h help lines")
        await settle(pilot)
