"""A line without an end, as it is pasted: drawn as any other, and typing in it stays quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App, ComposeResult
from textual.widgets.text_area import Selection

from ipt_tui.tui.widgets import rowed_text
from ipt_tui.tui.widgets.editor import Editor
from ipt_tui.tui.widgets.long_line import LongLine
from ipt_tui.tui.widgets.rowed_text import RowedText

if TYPE_CHECKING:
    import pytest

TEXT = " ".join(f"{n} she said [no]\tand “nö” 漢字," for n in range(60)) + "\nshort\n" + "x" * 500


class Alone(App[None]):
    """The editor and nothing else."""

    def remember_draft(self, place: str, text: str) -> None:
        """Nothing is kept here."""

    def compose(self) -> ComposeResult:
        """The editor."""
        yield Editor()


async def test_row_by_row_a_line_looks_as_it_does_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Alone().run_test(size=(40, 30)) as pilot:
        area = pilot.app.query_one(Editor)
        area.styles.max_height = 30
        area.load_text(TEXT)
        area.focus()
        look = RowedText._look
        for start, end in (((0, 3), (0, 3)), ((0, 50), (0, 900)), ((0, 1000), (2, 7))):
            area.selection = Selection(start, end)
            await pilot.pause()
            drawn = []
            for long, rows in ((10, 0), (10**6, 0), (10**6, 200)):
                monkeypatch.setattr(rowed_text, "LONG", long)
                monkeypatch.setattr(RowedText, "_look", look if rows else lambda _: None)
                drawn += [[area._render_line(y) for y in range(30)] for _ in "12"]
            assert all(one == drawn[0] for one in drawn)
            assert len(set(map(str, drawn[0]))) > 10


def test_of_a_long_line_one_row_is_made() -> None:
    line = LongLine("word " * 20_000)
    line.wanted = 900
    rows = line.divide(range(50, 100_000, 50))
    assert rows[900].plain == "word " * 10
    assert rows[899].plain == "", "the others are not looked at"
