"""What a list asks to be drawn again: the rows that look other than what is on the screen."""

from typing import Any, Self

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region

from ipt_tui.tui import themes
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.tui.widgets.rows import ABOVE, BAR, BELOW, Rows


def rows(*texts: str) -> tuple[Row, ...]:
    return tuple(Row(f"k{n}", (Cell(text),)) for n, text in enumerate(texts))


class Noted(Rows):
    asked: set[int]

    def refresh(self, *regions: Region, **kinds: Any) -> Self:
        for region in regions or (Region(0, 0, 1, 99),):
            self.asked |= set(region.line_range)
        return super().refresh(*regions, **kinds)


class Shown(App[None]):
    def __init__(self, *texts: str, quiet: bool = False) -> None:
        super().__init__()
        themes.register(self)
        self.rows = Noted.__new__(Noted)
        self.rows.asked = set()
        self.rows.__init__(rows(*texts), quiet=quiet)  # type: ignore[misc]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.defaults()

    def compose(self) -> ComposeResult:
        yield self.rows

    def lines(self) -> list[str]:
        return [strip.text for strip in self.screen._compositor.render_strips()]


@pytest.mark.painted
async def test_a_step_draws_the_row_left_and_the_row_come_to() -> None:
    app = Shown("a", "b", "c", "d")
    async with app.run_test(size=(30, 8)) as pilot:
        app.rows.focus()
        await pilot.pause()
        app.rows.asked.clear()
        await pilot.press("down")
        assert app.rows.asked == {0, 1}


@pytest.mark.painted
async def test_other_rows_draw_the_lines_that_changed() -> None:
    app = Shown("a", "b", "c", "d")
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        app.rows.asked.clear()
        app.rows.rows = rows("a", "x", "c")
        assert app.rows.asked == {1, 3}
        await pilot.pause()
        assert [line.strip() for line in app.lines()[:4]] == ["a", "x", "c", ""]


@pytest.mark.painted
async def test_a_quiet_list_leaves_no_second_cursor_behind() -> None:
    app = Shown("a", "b", "c", quiet=True)
    async with app.run_test(size=(30, 8)) as pilot:
        app.rows.focus()
        await pilot.pause()
        app.set_focus(None)
        await pilot.pause()
        app.rows.rows = rows("x", "y", "z")
        await pilot.pause()
        app.rows.focus()
        await pilot.pause()
        app.rows.asked.clear()
        await pilot.press("down")
        assert {0, 1} <= app.rows.asked


async def test_after_the_wheel_a_click_among_equal_rows_shows_the_cursor() -> None:
    app = Shown(*["same"] * 40)
    async with app.run_test(size=(30, 8)) as pilot:
        app.rows.focus()
        await pilot.pause()
        app.rows.scroll_y = 5
        await pilot.pause()
        app.rows.asked.clear()
        await pilot.click(offset=(3, 2))
        assert app.rows.cursor == "k7"
        assert 2 in app.rows.asked


async def test_the_bar_says_where_one_is_and_a_click_on_it_goes_there() -> None:
    app = Shown(*map(str, range(40)))
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        assert [line[29] for line in app.lines()] == [BAR, *" " * 6, BELOW]
        await pilot.click(offset=(29, 7))
        assert app.rows.scroll_y == app.rows.max_scroll_y == 32
        assert app.lines()[7].startswith("39")
        assert [line[29] for line in app.lines()] == [ABOVE, *" " * 5, BAR, " "]
        app.rows.rows = rows("a", "b")
        await pilot.pause()
        assert not {BAR, ABOVE, BELOW} & set("".join(app.lines()))
