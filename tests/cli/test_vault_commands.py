"""`new`, `where`, `backup`, `help-lines` and the demo that is kept."""

import shlex
import stat
from contextlib import closing
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest

from ipt_tui.cli.commands import SHEET_NOW
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.ipt import household
from ipt_tui.vault import backup, clients, own_notes, recovery, settings
from ipt_tui.vault.own_file import OwnFile
from ipt_tui.vault.place import own_path
from tests.cli.prompt import PASSPHRASE, Place, empty, k7, key, opened


@pytest.mark.parametrize(("words", "audience"), [((), "clients"), (("--for", "me"), "me")])
def test_a_new_vault(tmp_path: Path, words: tuple[str, ...], audience: str) -> None:
    place = empty(tmp_path / "home")
    done = place.call("new", *words)
    assert done.code == 0
    told = [] if audience == "clients" else list(household.before(str(place.vault)))
    said = done.out.split("\n\n")
    assert [" ".join(paragraph.split()) for paragraph in said[:-1]] == told
    assert said[-1].splitlines() == [
        f"Made {place.vault}. Open it with: ipt-tui",
        "The recovery sheet is not written down yet; Today shows it.",
    ]
    assert done.err.startswith("Strong.")
    assert stat.S_IMODE(place.vault.stat().st_mode) == 0o600
    with closing(opened(place)) as vault:
        assert vault.read(settings.get, settings.AUDIENCE) == audience
        assert vault.read(settings.get, settings.RECOVERY_SHEET_DUE) is True
        own = [(line.code, line.role) for line in vault.read(clients.listing)]
        assert own == ([("me", "self")] if audience == "me" else [])
    if audience == "me":  # it can be noted in at once
        with mock.patch("sys.stdin", StringIO("~6 tired\n")):
            assert place.call("log").out.endswith("1 mood noted.\n")
        shown = place.call("show", "measures")
        assert (shown.code, shown.err) == (0, "")


def test_the_recovery_sheet_is_shown_at_a_terminal(tmp_path: Path) -> None:
    place = empty(tmp_path / "home")
    answers = [("New passphrase: ", f"{PASSPHRASE}\n"), ("The same again: ", f"{PASSPHRASE}\n")]
    done = place.type("new", answers=answers)
    assert done.code == 0
    letters = recovery.encode(key(place).raw)
    assert all(group in done.out for group in letters.split())
    for answer, shown in (("now", True), ("", False)):
        own = empty(tmp_path / f"own{answer}")
        asked = [*answers, (SHEET_NOW, f"{answer}\n")]
        done = own.type("new", "--for", "me", answers=asked)
        assert done.code == 0
        assert (recovery.encode(key(own).raw).split()[0] in done.out) is shown
        assert ("Today shows it." in done.out) is not shown


def test_a_new_vault_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = empty(tmp_path / "home")
    monkeypatch.chdir(tmp_path)
    there = tmp_path / "deep er" / "x.ipt"
    done = place.call("new", "--vault", "deep er/x.ipt")
    assert done.code == 0
    command = done.out.splitlines()[0].partition("Open it with: ")[2]
    monkeypatch.chdir("/")
    program, *words = shlex.split(command)
    assert program == "ipt-tui"
    shown = place.call("show", "people", *words)
    assert shown.err == "There is nothing in this vault yet.\n"
    assert stat.S_IMODE(there.parent.stat().st_mode) == 0o700
    assert not place.vault.exists()


def test_a_new_vault_never_replaces_anything(tmp_path: Path) -> None:
    place = k7(tmp_path / "home")
    before = place.vault.read_bytes()
    done = place.run("new")
    assert (done.code, done.out) == (1, "")
    assert done.err == f"There is a vault at {place.vault} already. It was left as it is.\n"
    assert place.vault.read_bytes() == before
    place.vault.write_text("something else, long enough")
    done = place.run("new")
    assert done.err == "This is not an ipt-tui vault. It was left as it is.\n"
    assert place.vault.read_text() == "something else, long enough"


def test_where_it_is(tmp_path: Path) -> None:
    place = empty(tmp_path / "home")
    assert place.run("where").out.splitlines() == [
        f"Vault: {place.vault}",
        "There is none yet; ipt-tui makes it.",
        f"Backups: {place.folder}/backups (none yet)",
    ]
    place = k7(tmp_path / "home")
    assert place.call("backup", "--quiet").code == 0
    assert place.run("where").out.splitlines() == [
        f"Vault: {place.vault}",
        "It is there.",
        f"Backups: {place.folder}/backups (1, the newest of 23 Nov 2026, 18:00)",
    ]
    assert place.run("where", "--quiet").out == f"{place.vault}\n"
    place.vault.write_text("something else, long enough")
    done = place.run("where")
    assert done.code == 0
    assert done.out.splitlines()[1] == "This is not an ipt-tui vault. It was left as it is."


def test_where_own_notes_are(tmp_path: Path) -> None:
    place = k7(tmp_path / "home")
    with closing(opened(place)) as vault:
        own = OwnFile(vault)
        own.write(own_notes.add, "c-1", "a note")
        own.close()
    assert place.run("where").out.splitlines()[3:] == [
        f"Own notes: {place.folder}/record.own.ipt (backups: none yet)"
    ]
    done = place.call("backup")
    assert done.out.count("\n") == 1, "of the record"
    own.path.unlink()
    assert place.run("where").out.splitlines()[3:] == [
        f"Own notes: {place.folder}/record.own.ipt "
        "(missing; backups: 1, the newest of 23 Nov 2026, 18:00)"
    ]
    assert place.run("where", "--quiet").out == f"{place.vault}\n"


def test_a_backup_says_when_own_notes_are_not_in_it(tmp_path: Path) -> None:
    place = k7(tmp_path / "home")
    own_path(place.vault).write_text("something else, long enough")
    done = place.call("backup")
    assert done.code == 1
    assert done.out.startswith("Backed up and checked: ")
    assert done.err.startswith("Your own notes were not backed up. ")
    assert done.err.count("\n") == 1


def test_a_relative_path_is_told_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = empty(tmp_path / "home").call("where", "--vault", "x.ipt", "--quiet")
    assert done.out == f"{tmp_path}/x.ipt\n"


def test_a_backup_on_demand(tmp_path: Path) -> None:
    place = k7(tmp_path / "home")
    done = place.call("backup")
    made = backup.listing(place.vault)
    assert len(made) == 1
    assert done.out == f"Backed up and checked: {made[0].path}\n"
    backup.verify(made[0].path, key(place))


def test_help_lines_need_no_vault(tmp_path: Path) -> None:
    place = Place(tmp_path)
    done = place.run("help-lines", "--region", "uk")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].startswith("Help lines")
    assert "In an emergency  call 999" in lines
    assert "No one is monitoring this program." in lines
    assert place.run("help-lines").code == 0
    assert not list(tmp_path.iterdir())


def test_help_lines_follow_the_settings(tmp_path: Path) -> None:
    place = Place(tmp_path)
    config = tmp_path / "config.toml"
    config.write_text('region = "AU"\n')
    assert place.run("help-lines").out.splitlines()[0] == "Help lines · Australia"
    other = place.run("help-lines", "--region", "uk", env={"LANG": "en_CA.UTF-8"})
    assert other.out.splitlines()[0] == "Help lines · United Kingdom"
    config.write_text("region = 3\n")
    done = place.run("help-lines", env={"LANG": "en_CA.UTF-8"})
    assert done.out.splitlines()[0] == "Help lines · Canada"
    assert "“region” should be text" in done.err


def test_a_clock_that_is_none(tmp_path: Path) -> None:
    place = k7(tmp_path / "home")
    for words in (["help-lines"], ["show", "people"], ["backup"]):
        done = place.call(*words, env={"IPT_TUI_NOW": "soon"})
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("IPT_TUI_NOW should be a local date and time")


@pytest.mark.parametrize("damage", ["empty", "folder", "sqlite", "newer"])
def test_what_is_no_vault_is_told_before_anything_is_asked(tmp_path: Path, damage: str) -> None:
    place = empty(tmp_path / "home")
    if damage == "folder":
        place.vault.mkdir()
    else:
        contents = {"empty": b"", "sqlite": b"SQLite format 3\0", "newer": b"IPT\x63" + bytes(12)}
        place.vault.write_bytes(contents[damage])
    for words in (["show", "people"], ["backup"], ["export", "json", "--to", "x"]):
        done = place.run(*words)
        assert (done.code, done.out) == (1, "")
        assert done.err.count("\n") == 1
        assert "terminal" not in done.err


def test_a_demo_that_cannot_be_filled_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ExchangeError("The demo is not whole.")

    monkeypatch.setattr("ipt_tui.exchange.demo.fill", fail)
    monkeypatch.setattr("ipt_tui.cli.saying.need_terminal", lambda: None)
    place = empty(tmp_path / "home")
    done = place.call("demo", "--keep", str(tmp_path / "kept.ipt"))
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith("The demo is not whole.\n")
    assert not list(tmp_path.glob("kept*"))
