"""`export ics`: the sessions to come for a calendar, never over a file that is there."""

from __future__ import annotations

import stat
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import clients, courses, session_times
from tests.cli.prompt import Done, Place, k7, new, opened, ready
from tests.vault.k7_met import at

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return k7(tmp_path / "home")


def test_what_is_to_come_is_written(place: Place, tmp_path: Path) -> None:
    path = tmp_path / "1.ics"
    done = place.run("export", "ics", "--to", str(path), "--passphrase-file", str(place.passphrase))
    assert done == Done(
        0,
        f"Written to {path}: 1 session.\n",
        "It is not encrypted and says clients' codes and when you meet.\n",
    )
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    written = path.read_bytes().decode()
    assert "SUMMARY:K7\\, session 8\r\n" in written
    assert "DTSTART:20261124T140000Z\r\nDURATION:PT50M\r\n" in written
    assert "DTSTAMP:20261123T180000Z\r\n" in written
    again = tmp_path / "2.ics"
    assert place.call("export", "ics", "--to", str(again), "--quiet") == Done(0, "", "")
    assert again.read_bytes() == path.read_bytes()


def test_with_its_place_only_if_asked_for(place: Place, tmp_path: Path) -> None:
    with closing(opened(place)) as vault:
        client = vault.write(clients.add, "M2")
        course = vault.write(courses.begin, client, "ipt12", date(2026, 11, 23))
        vault.write(session_times.plan, course, at(date(2026, 11, 30)), place="room 9")
    path = tmp_path / "1.ics"
    assert place.call("export", "ics", "--to", str(path)).code == 0
    assert "LOCATION" not in path.read_text()
    assert place.call("export", "ics", "--to", str(path), "--with-place", "--replace").code == 0
    assert "LOCATION:room 9" in path.read_text()
    assert place.call("export", "ics", "--to", str(path), "--client", "K7", "--replace").code == 0
    assert "M2" not in path.read_text()
    done = place.call("export", "json", "--to", str(path), "--with-place")
    assert done == Done(
        2, "", "--with-place is for a calendar; say export ics. Help: ipt-tui export --help\n"
    )


def test_it_is_refused_in_one_sentence(place: Place, tmp_path: Path) -> None:
    path = tmp_path / "1.ics"
    path.write_text("mine")
    done = place.call("export", "ics", "--to", str(path))
    assert done == Done(1, "", f"There is a file {path} already; it was left as it is.\n")
    assert path.read_text() == "mine"
    gone = place.call("export", "ics", "--to", str(tmp_path / "no" / "1.ics"))
    assert gone.err == f"There is no folder {tmp_path}/no, so nothing was written.\n"
    bare = ready(tmp_path / "bare", new)
    none = bare.call("export", "ics", "--to", str(tmp_path / "2.ics"))
    assert none == Done(1, "", "No session is planned from today on, so nothing was written.\n")
    assert not (tmp_path / "2.ics").exists()


def test_in_ones_own_vault_it_is_a_meeting(tmp_path: Path) -> None:
    path = tmp_path / "1.ics"
    own = k7(tmp_path / "own", "me")
    done = own.call("export", "ics", "--to", str(path), "--may-be-read")
    assert done.out == f"Written to {path}: 1 meeting.\n"
    assert "SUMMARY:Meeting 8" in path.read_text()
    assert "K7" not in path.read_text()
