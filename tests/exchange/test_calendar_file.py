"""The sessions to come as iCalendar: as RFC 5545 wants it, and of the therapy no word."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui import __version__
from ipt_tui.exchange import calendar_file
from ipt_tui.exchange.calendar_file import OCTETS, calendar_lines
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.ipt.appointment import Appointment
from ipt_tui.ipt.audience import Audience

GOLDEN = Path(__file__).parent / "golden" / "coming.ics.txt"
MADE = datetime(2026, 11, 23, 18, tzinfo=UTC)
UID = "019a0000-0000-7000-8000-00000000000"
PLACE = "room 2; second floor, ring at “Brücke & Söhne”\nthen wait in the chair by the window\\door"
COMING = (
    Appointment(f"{UID}1", "K7", 8, datetime(2026, 11, 24, 14, tzinfo=UTC), 50, PLACE),
    Appointment(f"{UID}2", "M2", 3, datetime(2026, 11, 25, 8, 30, tzinfo=UTC)),
)


def unfolded(lines: list[str]) -> list[str]:
    return "\r\n".join(lines).replace("\r\n ", "").split("\r\n")


def test_the_calendar_is_as_it_was(tmp_path: Path) -> None:
    golden = GOLDEN.read_text("utf-8").replace("VERSION//", f"{__version__}//")
    for name in ("1.ics", "2.ics"):
        calendar_file.write(tmp_path / name, COMING, MADE, with_place=True)
        written = (tmp_path / name).read_bytes()
        assert written.decode() == golden.replace("\n", "\r\n")
        assert max(map(len, written.split(b"\r\n"))) <= OCTETS


def test_the_place_is_said_only_if_asked_for() -> None:
    told = "\n".join(calendar_lines(COMING, MADE))
    assert "LOCATION" not in told
    assert "room" not in told
    assert told.count("SUMMARY:") == 2


def test_in_ones_own_vault_it_is_a_meeting() -> None:
    told = list(calendar_lines(COMING[:1], MADE, Audience.CLIENT))
    assert "SUMMARY:Meeting 8" in told
    assert "K7" not in "".join(told)


@given(st.text(max_size=200))
def test_whatever_is_typed_stays_one_value(typed: str) -> None:
    each = Appointment(f"{UID}1", typed, 1, MADE, 50, typed)
    lines = list(calendar_lines((each,), MADE, with_place=True))
    assert all(len(line.encode()) <= OCTETS for line in lines)
    assert not any("\n" in line or "\r" in line for line in lines)
    names = [line.partition(":")[0] for line in unfolded(lines)]
    usual = [
        "BEGIN",
        "VERSION",
        "PRODID",
        "BEGIN",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DURATION",
        "SUMMARY",
    ]
    assert [name for name in names if name != "LOCATION"] == [*usual, "CLASS", "END", "END"]


def test_what_cannot_be_written_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "1.ics"
    path.write_text("mine")
    with pytest.raises(ExchangeError, match="already; it was left as it is"):
        calendar_file.write(path, COMING, MADE)
    assert path.read_text() == "mine"
    calendar_file.write(path, COMING, MADE, replace=True)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExchangeError, match=r"^The disk is full, so nothing was written\.$"):
        calendar_file.write(tmp_path / "2.ics", COMING, MADE)
    assert [each.name for each in tmp_path.iterdir()] == ["1.ics"]
