"""`show focus` from a vault on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.prompt import k7

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_worked_on_is_shown_and_a_day_that_is_none_refused(tmp_path: Path) -> None:
    place = k7(tmp_path / "home")
    done = place.call("show", "focus", "--client", "K7")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "K7, focus"
    assert "\nHalfway look · K7 · " in done.out
    assert "\nK7, ending\n" in done.out
    assert place.call("show", "focus", "--on", "never").code == 2
    own = k7(tmp_path / "own", "me")
    assert own.call("show", "focus").out.startswith("What you are working on\n")
