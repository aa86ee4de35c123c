"""A crash report: where it failed, each in a file of its own, without anybody's words."""

import stat
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.worker import WorkerFailed

from ipt_tui.exchange.config import Config
from ipt_tui.ipt.clock import Clock
from ipt_tui.tui import crash
from ipt_tui.tui.app import IptApp

if TYPE_CHECKING:
    from rich.segment import Segments

NOW = datetime(2026, 11, 23, 18)  # noqa: DTZ001


def test_reports_of_one_moment_stand_side_by_side(tmp_path: Path) -> None:
    paths = [
        crash.report(error("her own words"), tmp_path / "c", NOW) for error in (KeyError, OSError)
    ]
    assert None not in paths
    first, second = (path.read_text() for path in paths if path)
    assert "KeyError" in first
    assert "OSError" in second
    assert "her own words" not in first + second
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in paths if path)


def test_of_a_worker_it_is_told_what_made_it_fail(tmp_path: Path) -> None:
    try:
        raise KeyError("her own words")
    except KeyError as error:
        failed = WorkerFailed(error)
    path = crash.report(failed, tmp_path / "c", NOW)
    assert path is not None
    told = path.read_text()
    assert "KeyError\n  test_crash.py:" in told
    assert "her own words" not in told


def test_where_nothing_can_be_written_there_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "c").touch()
    assert crash.report(KeyError(), tmp_path / "c", NOW) is None


def test_under_another_name_it_does_not_say_what_it_is(clock: Clock, tmp_path: Path) -> None:
    for title, called in ((None, "ipt-tui"), ("notes", "This program")):
        app = IptApp(tmp_path / "record.ipt", clock, config=Config(neutral_title=title))
        app._fatal_error()
        (said,) = cast("list[Segments]", app._exit_renderables)
        assert "".join(part.text for part in said.segments).startswith(f"{called} stopped")
