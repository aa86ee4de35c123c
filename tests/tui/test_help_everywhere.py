"""The help lines are reached from every screen there is, by key, by click and by a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.exchange.config import Config
from ipt_tui.tui.app import IptApp
from ipt_tui.tui.screens.curtain import CurtainScreen
from ipt_tui.tui.screens.help_lines import HelpLinesScreen
from ipt_tui.tui.widgets.key_line import HelpWords
from ipt_tui.vault import place
from tests.tui.running import filled, press, resize, running, screen_text, settle, write

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

UK = Config(region="UK")
PLACES: dict[str, tuple[str, ...]] = {
    "today": ("1",),
    "people": ("2",),
    "a question of a card": ("2", "e"),
    "adding people": ("2", "n"),
    "timeline": ("3",),
    "talks": ("4",),
    "a talk asked for": ("4", "n"),
    "sessions": ("5",),
    "capture line": ("c",),
    "search": ("slash",),
    "history": ("g", "u"),
    "own notes": ("g", "o"),
    "help": ("question_mark",),
    "new client": ("1", "n"),
    "course": ("1", "p"),
    "a to-do": ("1", "end", "n"),
    "palette": ("colon",),
}
WITH_ANSWERS = (
    ("2", "e", "enter"), ("2", "n"), ("c",), ("1", "n"), ("1", "p"), ("g", "h", "e"), ("4", "n"),
)  # fmt: skip
BY_ACTION = ("import_moods", "recovery_sheet", "about", "kept_where", "window_name")


async def test_every_screen_leads_there(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock, size=(80, 24), config=UK) as pilot:
        app: Any = pilot.app
        for name, keys in PLACES.items():
            await press(pilot, *keys)
            await reaches(pilot, name, words=name != "palette")
            await back_to_record(pilot)
        for action in BY_ACTION:
            getattr(app.record, f"action_{action}")()
            await settle(pilot)
            await reaches(pilot, action)
            await back_to_record(pilot)
        await press(pilot, "g", "h", "e")
        await reaches_none(pilot)
        await press(pilot, "escape", "escape")
        await resize(pilot, (40, 12))
        assert "A little more room" in screen_text(pilot)
        await reaches(pilot, "too small a terminal")
        await resize(pilot, (80, 24))
        assert screen_text(pilot).splitlines()[0].strip() == "K7"
        await press(pilot, "ctrl+l")
        await reaches(pilot, "curtain", words=False)
        assert isinstance(app.screen, CurtainScreen)
        await press(pilot, "g")
        assert "p people" not in screen_text(pilot)
        await press(pilot, "p")
        assert isinstance(app.screen, CurtainScreen), "behind it one goes nowhere else"


async def reaches(pilot: Pilot[Any], name: str, *, words: bool = True) -> None:
    """Go there by key and, where the words stand, by a click on them; and back each time."""
    app, here = pilot.app, pilot.app.screen
    await press(pilot, "ctrl+g", "h")
    assert "call 999" in screen_text(pilot), name
    await press(pilot, "escape")
    assert app.screen is here, name
    if words:
        assert "help lines" in screen_text(pilot), name
        await pilot.click(HelpWords)
        await settle(pilot)
        assert isinstance(app.screen, HelpLinesScreen), name
        await press(pilot, "escape")
        assert app.screen is here, name


async def reaches_none(pilot: Pilot[Any]) -> None:
    """From the plan's own form the page is already there, one key back."""
    assert "help lines" in screen_text(pilot)
    assert any(isinstance(screen, HelpLinesScreen) for screen in pilot.app.screen_stack)


async def back_to_record(pilot: Pilot[Any]) -> None:
    """Leave whatever is open."""
    app: Any = pilot.app
    while app.screen is not app.record:
        await press(pilot, "escape")
    if "CaptureLine" in {type(w).__name__ for w in app.screen.walk_children()}:
        await press(pilot, "escape")
    for _ in range(3):  # out of whatever asks within the area
        if app.screen.focused is not None and app.screen.focused.check_consume_key("a", "a"):
            await press(pilot, "escape")


async def test_the_word_help_is_no_answer(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock, config=UK) as pilot:
        for keys in WITH_ANSWERS:
            await press(pilot, *keys)
            await write(pilot, "Help me!")
            await press(pilot, "enter")
            assert "call 999" in screen_text(pilot), keys
            await press(pilot, "escape")
            assert not isinstance(pilot.app.screen, HelpLinesScreen)
            await back_to_record(pilot)
        app: Any = pilot.app
        app.record.action_import_moods()
        await settle(pilot)
        await write(pilot, "Help")
        await press(pilot, "enter")
        assert "call 999" in screen_text(pilot)


@pytest.mark.parametrize("made", [False, True], ids=["first run", "locked"])
async def test_before_any_passphrase(made: bool, tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "record.ipt"
    if made:
        path.write_bytes(b"IPT\x01" + b"x" * 4092)
        assert place.look(path) is place.Found.VAULT
    app = IptApp(path, clock, config=UK)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await reaches(pilot, "before")
        fields = ("passphrase",) if made else ("first", "again")
        if not made:
            await press(pilot, "2", "enter")
        for field in fields:
            assert pilot.app.screen.focused is not None
            assert pilot.app.screen.focused.id == field
            await write(pilot, "help")
            await press(pilot, "enter")
            assert "call 999" in screen_text(pilot), field
            await press(pilot, "escape")
            if not made:
                await write(pilot, "seven quiet otters swim")
                await press(pilot, "enter")
                made = True
