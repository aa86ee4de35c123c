"""`export ending`: one question first, then the page, in the form its name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.at_home import COULD_BE_READ
from ipt_tui.vault import unlock
from tests.cli.prompt import PASSPHRASE, Done, Place, ready
from tests.exchange.ended import SECRETS, ended

if TYPE_CHECKING:
    from pathlib import Path

NOW = {"IPT_TUI_NOW": "2027-01-19T18:00"}


def _ended(place: Place) -> None:
    vault = unlock.create(place.vault, PASSPHRASE)
    ended(vault)
    vault.close()


def test_it_asks_first_and_writes_what_the_name_says_over_nothing(tmp_path: Path) -> None:
    place, path = ready(tmp_path / "home", _ended), tmp_path / "page.md"
    call = ("export", "ending", "--to", str(path))
    asked = place.call(*call, env=NOW)
    assert (asked.code, path.exists()) == (1, False)
    assert "say --may-be-read to write it without being asked" in asked.err
    done = place.call(*call, "--may-be-read", env=NOW)
    assert done.out == f"Written to {path}.\n"
    assert "not encrypted" in done.err
    written = path.read_text()
    assert written.startswith("# Then, now, and from here on\n")
    assert not [secret for secret in SECRETS.values() if secret in written]
    again = place.call(*call, "--may-be-read", env=NOW)
    assert again == Done(1, "", f"There is a file {path} already; it was left as it is.\n")
    assert place.call(*call, "--may-be-read", "--replace", "--quiet", env=NOW) == Done(0, "", "")
    other = place.call(
        "export", "ending", "--to", str(tmp_path / "page.doc"), "--may-be-read", env=NOW
    )
    assert "should end in .md, .html or .txt" in other.err


def test_at_a_terminal_a_no_writes_nothing(tmp_path: Path) -> None:
    place, path = ready(tmp_path / "home", _ended), tmp_path / "page.html"
    words = ("export", "ending", "--to", str(path), "--passphrase-file", str(place.passphrase))
    done = place.type(*words, answers=[(COULD_BE_READ, "n\n")])
    assert done.code == 1
    assert "Nothing was written." in done.out
    assert not path.exists()
    assert place.type(*words, answers=[("Write it there? y/n", "y\n")]).code == 0
    assert path.read_text().startswith("<!DOCTYPE html>")
