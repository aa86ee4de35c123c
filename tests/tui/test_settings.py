"""What a person wrote in `config.toml` is what the program does."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from ipt_tui.exchange.config import Config
from ipt_tui.tui.app import IptApp
from tests.whole.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.ipt.clock import Clock


def test_the_day_begins_for_every_screen_when_it_was_said_to(tmp_path: Path, clock: Clock) -> None:
    app = IptApp(tmp_path / "record.ipt", clock, config=Config(day_starts_at=time(19)))
    assert app.clock.today() == date(2026, 11, 22)


def test_things_move_as_much_as_was_asked_for(tmp_path: Path, clock: Clock) -> None:
    for level in ("none", "full"):
        app = IptApp(tmp_path / "record.ipt", clock, config=Config(animations=level))
        assert app.animation_level == level


def test_the_terminal_bears_the_neutral_title(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('neutral_title = "notes"\n')
    with Terminal(home=tmp_path) as terminal:
        terminal.wait("passphrase|Who is")
        assert b"\x1b]2;notes\x07" in terminal.raw
