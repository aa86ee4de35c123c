"""What a person wrote in `config.toml` is what the program does."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING

from ipt_tui.exchange.config import Config
from ipt_tui.ipt.clock import Clock
from ipt_tui.tui.app import IptApp
from ipt_tui.vault import first, unlock
from tests.cli.prompt import PASSPHRASE
from tests.conftest import NOW
from tests.whole.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

SAYS_WHAT = re.compile(r"ipt|therap|K7|\bme\b", re.IGNORECASE)
"""The name of the program, what it is for, and the code of a record."""


def test_the_day_begins_for_every_screen_when_it_was_said_to(tmp_path: Path, clock: Clock) -> None:
    app = IptApp(tmp_path / "record.ipt", clock, config=Config(day_starts_at=time(19)))
    assert app.clock.today() == date(2026, 11, 22)


def test_things_move_as_much_as_was_asked_for(tmp_path: Path, clock: Clock) -> None:
    for level in ("none", "full"):
        app = IptApp(tmp_path / "record.ipt", clock, config=Config(animations=level))
        assert app.animation_level == level


def test_under_another_name_nothing_says_what_it_is_and_no_title_holds_what_is_typed(
    tmp_path: Path,
) -> None:
    (tmp_path / "config.toml").write_text('neutral_title = "notes"\n')
    key = unlock.create(tmp_path / "record.ipt", PASSPHRASE, Clock(NOW))
    first.begin(key, "me")
    key.close()
    with Terminal(home=tmp_path) as terminal:
        shown = terminal.wait("passphrase")
        assert "notes" in shown
        assert not SAYS_WHAT.search(shown)
        terminal.answer("not the passphrase")
        assert not SAYS_WHAT.search(terminal.wait("does not open"))
        (tmp_path / "other.ipt").write_text("Dear diary, it is me")
        terminal.type("\t")
        terminal.wait("path of another")
        terminal.answer(str(tmp_path / "other.ipt"))
        assert "a vault of this program" in terminal.wait("left as it is")
        terminal.type("\t")
        terminal.control("p")
        assert not SAYS_WHAT.search(terminal.wait("theme: contrast dark"))
        terminal.press("esc")
        terminal.wait_gone("theme: contrast dark")
        terminal.answer(PASSPHRASE)
        terminal.wait("How are you right now")
        terminal.type("c~3 lonely")
        terminal.wait("lonely")
        terminal.control("l")
        assert not SAYS_WHAT.search(terminal.wait("November 2026"))
        terminal.control("l")
        shown = terminal.wait("Locked")
        assert "lonely" not in shown
        assert not SAYS_WHAT.search(terminal.wait("notes"))
        titles = re.findall(rb"\x1b\][0-2];(.*?)(?:\x07|\x1b\\)", bytes(terminal.raw))
        assert set(titles) == {b"notes"}
        terminal.answer(PASSPHRASE)
        terminal.wait("1 text was begun")
        for name, title in (("diary", b"diary"), ("", b"")):
            terminal.type(":name of the")
            terminal.wait("Not ipt-tui")
            terminal.answer()
            terminal.wait("to be called")
            terminal.control("u")
            terminal.answer(name)
            terminal.wait(f"called {name or 'ipt-tui'} now")
            titles = re.findall(rb"\x1b\][0-2];(.*?)(?:\x07|\x1b\\)", bytes(terminal.raw))
            assert titles[-1] == title
    assert "title" not in (tmp_path / "config.toml").read_text()
