"""The copy of the plan that opens while locked: only by choice, only ours, in step, gone again."""

from __future__ import annotations

import os
import stat
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.exchange import plan_copy
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.ipt.safety_plan import SafetyPlan
from ipt_tui.vault import place

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 23)
TEXTS = {"signs": "no sleep", "alone": "walk\n  the radio\n\n", "ask": "Quillon", "matters": "a: b"}
SEEN = datetime(2026, 11, 3, tzinfo=UTC)


def plan(veiled: frozenset[str] = frozenset(), **texts: str) -> SafetyPlan:
    return SafetyPlan("u", "me", TEXTS | texts, changed=TODAY, seen=SEEN, veiled=veiled)


def test_it_is_read_as_the_plan_was_written_and_only_by_its_owner(tmp_path: Path) -> None:
    vault = tmp_path / "record.ipt"
    assert plan_copy.read(vault) is None
    plan_copy.write(vault, plan(), TODAY)
    path = place.plan_copy(vault)
    assert path == tmp_path / "record.plan.txt"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    read = plan_copy.read(vault)
    assert read is not None
    assert read.title == "My safety plan"
    assert read.rows == (
        ("How I notice it", "no sleep"),
        ("What I can do alone", "walk\nthe radio"),
        ("Whom I can ask", "Quillon"),
        ("What matters to me", "a: b"),
    )


def test_what_is_veiled_is_not_in_it(tmp_path: Path) -> None:
    vault = tmp_path / "record.ipt"
    plan_copy.write(vault, plan(frozenset({"ask"})), TODAY)
    assert "Quillon" not in place.plan_copy(vault).read_text()
    assert "Whom I can ask" not in place.plan_copy(vault).read_text()


def test_it_follows_the_plan_and_goes_with_it(tmp_path: Path) -> None:
    vault = tmp_path / "record.ipt"
    assert plan_copy.follow(vault, plan(), TODAY) == ""
    assert not plan_copy.is_there(vault), "nothing but a choice makes a copy"
    plan_copy.write(vault, plan(), TODAY)
    assert plan_copy.follow(vault, plan(), TODAY) == ""
    assert plan_copy.follow(vault, plan(alone="swim"), TODAY) == plan_copy.FOLLOWED
    assert "swim" in place.plan_copy(vault).read_text()
    assert plan_copy.follow(vault, SafetyPlan("u", "me", {}), TODAY) == plan_copy.WENT_TOO
    assert list(tmp_path.iterdir()) == []


def test_it_is_taken_away(tmp_path: Path) -> None:
    vault = tmp_path / "record.ipt"
    plan_copy.write(vault, plan(), TODAY)
    plan_copy.remove(vault)
    plan_copy.remove(vault)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_somebody_elses_is_neither_shown_nor_touched(tmp_path: Path) -> None:
    vault = tmp_path / "record.ipt"
    other = place.plan_copy(vault)
    other.write_bytes(b"my garden\xff\x1b[2J")
    assert plan_copy.read(vault) is None
    with pytest.raises(ExchangeError, match="left as it is"):
        plan_copy.write(vault, plan(), TODAY)
    plan_copy.remove(vault)
    assert plan_copy.follow(vault, plan(), TODAY) == ""
    assert other.read_bytes() == b"my garden\xff\x1b[2J"


def test_without_a_plan_there_is_no_copy(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="no plan of your own"):
        plan_copy.write(tmp_path / "record.ipt", None, TODAY)


def test_what_somebody_wrote_into_it_cannot_steer(tmp_path: Path) -> None:
    vault = tmp_path / "record.ipt"
    hostile = f"{plan_copy.HEAD}\n\x1b[2Jodd\nHow I notice it: x\n  more\x07\n"
    place.plan_copy(vault).write_text(hostile)
    read = plan_copy.read(vault)
    assert read is not None
    assert (read.title, read.rows) == ("[2Jodd", (("How I notice it", "x\nmore"),))


def test_only_a_file_of_its_own_is_ours(tmp_path: Path) -> None:
    vault = tmp_path / "record.ipt"
    path, elsewhere = place.plan_copy(vault), tmp_path / "elsewhere.txt"
    plan_copy.write(vault, plan(), TODAY)
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert plan_copy.read(vault) is None, "what it leads to could not be taken away"
    plan_copy.remove(vault)
    assert path.is_symlink()
    with pytest.raises(ExchangeError, match="another file"):
        plan_copy.write(vault, plan(), TODAY)
    path.unlink()
    os.mkfifo(path)
    assert not plan_copy.is_there(vault), "nor does one wait at a pipe"


def test_a_copy_taken_away_meanwhile_needs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = tmp_path / "record.ipt"
    plan_copy.write(vault, plan(), TODAY)
    text = plan_copy._text

    def taken_away(*asked: Any) -> str | None:
        place.plan_copy(vault).unlink()
        return text(*asked)

    monkeypatch.setattr(plan_copy, "_text", taken_away)
    assert plan_copy.follow(vault, plan(), TODAY) == ""
