"""`show measures` from a vault on disk, and the files by which one adds measures of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt import instruments
from tests.cli.prompt import k7
from tests.ipt.test_instruments import OWN

if TYPE_CHECKING:
    from pathlib import Path


def test_scores_what_is_due_and_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    place = k7(tmp_path / "home")
    try:
        done = place.call("show", "measures", "--client", "K7")
        assert (done.code, done.err) == (0, "")
        lines = done.out.splitlines()
        assert lines[:4] == [
            "K7, measures",
            "Due: PHQ-9, GAD-7",
            "",
            "PHQ-9, 17 Nov: 9 of 27, mild.",
        ]
        assert "17 Nov, session 7, from paper: 9 of 27, mild" in lines
        early = place.call("show", "measures", "--on", "2026-10-30").out
        assert "PHQ-9, 27 Oct: 13 of 27, moderate." in early
        assert "17 Nov" not in early

        folder = place.folder / "content" / "instruments"
        folder.mkdir(parents=True)
        (folder / "mine.toml").write_text(OWN.replace("reversed = [2]", "reversed = [3]"))
        (place.folder / "config.toml").write_text("noncommercial_measures = false\n")
        last = place.call("show", "measures").out.splitlines()[-1]
        assert last == (
            "instruments/mine.toml, line 11: names item 3 in reversed, which there is not; "
            "it was left out."
        )
        assert instruments.in_use().get("who5") is None
        own = k7(tmp_path / "own", "me")
        assert own.call("show", "measures").out.startswith("What you filled in\nTo fill in: PHQ-9")
    finally:
        instruments.use(None)
