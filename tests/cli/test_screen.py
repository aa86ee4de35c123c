"""What the program hands to the screen: which vault, what was given, which demo."""

from __future__ import annotations

import gc
import os
import sys
import types
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import ipt_tui.tui
from ipt_tui.exchange import demo
from ipt_tui.vault import clients
from tests.cli.prompt import PASSPHRASE, RECORD, empty, k7, opened

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock


@dataclass
class Screen:
    """Stands for the program on the screen: keeps what it was given."""

    vault: Path = Path()
    given: dict[str, Any] = field(default_factory=dict)
    typed: str | None = None
    collecting: bool = True
    folder: bool = False
    now: str | None = None

    def make(self, vault: Path, clock: Clock, **given: Any) -> Screen:
        self.vault, self.given = vault, {"clock": clock, **given}
        return self

    def run(self, app: Screen) -> int:
        vault, given = app.vault, app.given
        typed = given.pop("typed")
        self.typed = typed() if typed else None
        self.collecting = gc.isenabled()
        self.folder = vault.parent.is_dir()
        self.now = os.environ.get("IPT_TUI_NOW")
        return 7


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    shown = Screen()
    monkeypatch.setattr("ipt_tui.cli.saying.need_terminal", lambda: None)
    for name, stands in (("app", {"IptApp": shown.make}), ("run", {"run": shown.run})):
        module = types.ModuleType(f"ipt_tui.tui.{name}")
        vars(module).update(stands)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setattr(ipt_tui.tui, name, module, raising=False)
    return shown


def test_the_usual_vault(tmp_path: Path, screen: Screen) -> None:
    place = k7(tmp_path / "home")
    done = place.call("K7", env={"IPT_TUI_PASSPHRASE_FILE": ""})
    assert (done.code, done.out, done.err) == (7, "", "")
    assert screen.vault == place.vault
    clock = screen.given.pop("clock")
    assert clock.now().isoformat().startswith("2026-11-23T18:00")
    assert screen.given == {
        "client": "K7",
        "demo": None,
        "after_lock": False,
        "at_help_lines": False,
        "at_review": False,
    }
    assert screen.typed is None
    assert not screen.collecting


@pytest.mark.parametrize("words", [(), ("K7",), ("demo",), ("demo", "--keep", "kept.ipt")])
def test_without_a_terminal_there_is_one_sentence(
    tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = k7(tmp_path / "home").run(*words)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("There is no terminal to show this on")
    assert done.err.count("\n") == 1
    assert not (tmp_path / "kept.ipt").exists()


def test_a_clock_that_is_none_shows_no_screen(tmp_path: Path, screen: Screen) -> None:
    done = k7(tmp_path / "home").call(env={"IPT_TUI_NOW": "soon"})
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("IPT_TUI_NOW should be a local date and time")
    assert screen.given == {}


def test_a_given_passphrase_reaches_the_screen(tmp_path: Path, screen: Screen) -> None:
    place = k7(tmp_path / "home")
    assert place.call("--vault", "other.ipt").code == 7
    assert screen.vault == Path("other.ipt")
    assert screen.typed == PASSPHRASE


def test_a_passphrase_that_cannot_be_had_shows_no_screen(tmp_path: Path, screen: Screen) -> None:
    place = k7(tmp_path / "home")
    done = place.call("--passphrase-file", str(tmp_path / "no"))
    assert done.code == 1
    assert done.err.endswith("cannot be read.\n")
    assert screen.given == {}


def test_after_a_lock_no_given_passphrase_is_used(tmp_path: Path, screen: Screen) -> None:
    place = k7(tmp_path / "home")
    command = {"IPT_TUI_PASSPHRASE_COMMAND": "true"}
    words = ["--after-lock", "--at", "help-lines", "--passphrase-file", str(place.passphrase)]
    assert place.call(*words, env=command).code == 7
    assert screen.typed is None
    assert screen.given["after_lock"] is True
    assert screen.given["at_help_lines"] is True


@pytest.mark.parametrize(("words", "audience"), [((), "clients"), (("--mine",), "me")])
def test_the_demo(tmp_path: Path, screen: Screen, words: tuple[str, ...], audience: str) -> None:
    place = empty(tmp_path / "home")
    done = place.call("demo", *words, env={"IPT_TUI_NOW": ""})
    assert (done.code, done.err) == (7, "")
    assert screen.given["demo"] == audience
    assert screen.typed is None
    assert screen.now == "2026-11-23T18:00"
    assert screen.given["clock"].today().isoformat() == "2026-11-23"
    assert screen.folder
    assert not screen.vault.parent.exists()
    assert not place.vault.exists()


def test_the_demo_at_another_time(tmp_path: Path, screen: Screen) -> None:
    empty(tmp_path / "home").call("demo", env={"IPT_TUI_NOW": "2027-01-01T12:00"})
    assert screen.now == "2027-01-01T12:00"


def test_the_demo_has_a_vault_of_its_own(tmp_path: Path, screen: Screen) -> None:
    done = empty(tmp_path / "home").call("demo", "--vault", "x.ipt")
    assert done.code == 2
    assert done.err.startswith("The demo has a vault of its own; --keep PATH keeps it.")
    assert screen.given == {}


def test_a_demo_that_is_kept(
    tmp_path: Path, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "content"
    (folder / "demo").mkdir(parents=True)
    (folder / demo.OWN_FILE).write_bytes(RECORD.read_bytes())
    monkeypatch.setattr("ipt_tui.ipt.content._SHIPPED", folder)
    place = empty(tmp_path / "home")
    kept = tmp_path / "kept.ipt"
    done = place.call("demo", "--mine", "--keep", str(kept))
    assert done.code == 7
    assert screen.vault == kept
    assert screen.given["demo"] is None
    assert screen.typed == PASSPHRASE
    vault = opened(place, kept)
    assert [(line.code, line.role) for line in vault.read(clients.listing)] == [("K7", "self")]
    vault.close()
    again = place.call("demo", "--keep", str(kept))
    assert again.err == f"There is a vault at {kept} already. It was left as it is.\n"
