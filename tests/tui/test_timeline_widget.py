"""The timeline on a screen: walking, clicking, what is repainted, themes."""

from dataclasses import replace
from datetime import date

import pytest
from textual.strip import Strip

from ipt_tui.ipt.text import Measure
from ipt_tui.ipt.timeline import EventEntry, Timeline, Zoom
from ipt_tui.ipt.timeline_lit import Picture
from ipt_tui.ipt.timeline_picture import picture
from ipt_tui.tui import themes
from ipt_tui.tui.widgets import timeline as widget_module
from ipt_tui.tui.widgets.timeline import TimelinePicture
from tests.ipt.k7_autumn import EVENTS, MOODS, SAM, WEEK, autumn, fuzzy, life
from tests.tui.timeline_app import Shown

SIZE = (100, 21)
KITCHEN = next(event.uid for event in EVENTS if "kitchen" in event.title)
EVENING = next(mood.uid for mood in MOODS if mood.value == 2 and mood.first.month == 11)


async def test_the_lit_mood_has_caps_its_number_and_a_line_through_its_column() -> None:
    app = Shown()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "▐" not in app.text()
        app.picture.selected = EVENING
        await pilot.pause()
        assert "▐• 2▌" in app.text() or "▐2 •▌" in app.text()
        assert app.style_of("• 2").bold
        column = app.text().splitlines()[0].rindex("│")
        assert app.text().splitlines()[1][column] == "│"
        app.picture.selected = KITCHEN
        await pilot.pause()
        assert "▐◆▌" in app.text()
        assert app.text().count("▐") == 1
        app.picture.selected = "nobody"
        await pilot.pause()
        assert "▐" not in app.text()


async def test_left_and_right_walk_the_entries_in_time() -> None:
    app = Shown()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        entries = [entry.uid for entry in autumn().entries]
        assert app.picture.neighbour("right") == entries[-1]
        app.picture.selected = entries[0]
        assert app.picture.neighbour("left") is None
        assert app.picture.neighbour("up") is None
        walked = [entries[0]]
        while (after := app.picture.neighbour("right")) is not None:
            walked.append(after)
            app.picture.selected = after
            await pilot.pause()
            assert "▐" in app.text() or "▌" in app.text()
        assert walked == entries


async def test_from_a_mood_that_does_not_name_them_one_walks_on() -> None:
    value = replace(autumn(), person=SAM, naming=frozenset({"m7", "m9"}), events=(), jottings=())
    app = Shown(value)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.picture.selected = "m8"
        assert app.picture.neighbour("left") == "m7"
        assert app.picture.neighbour("right") == "m9"


async def test_a_click_selects_and_says_so_and_beside_everything_changes_nothing() -> None:
    app = Shown()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        x, y = app.place_of("◆")
        await pilot.click(TimelinePicture, offset=(x, y))
        assert app.picture.selected == app.said[0]
        await pilot.click(TimelinePicture, offset=(1, 1))
        assert len(app.said) == 1


async def test_selecting_does_not_lay_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def counted(value: Timeline, width: int, height: int, top: int, measure: Measure) -> Picture:
        calls.append(1)
        return picture(value, width, height, top, measure)

    monkeypatch.setattr(widget_module, "picture", counted)
    app = Shown()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        before = len(calls)
        for uid in (EVENING, KITCHEN, None, "nobody"):
            app.picture.selected = uid
            app.picture.neighbour("left")
            await pilot.pause()
        assert len(calls) == before
        app.picture.timeline = WEEK
        await pilot.pause()
        assert len(calls) == before + 1


@pytest.mark.painted
async def test_walking_repaints_only_what_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Shown(life())
    async with app.run_test(size=(100, 30)) as pilot:
        app.picture.selected = "dad"
        await pilot.pause()
        painted: list[int] = []
        real = TimelinePicture.paint

        def noted(self: TimelinePicture, y: int) -> Strip:
            painted.append(y)
            return real(self, y)

        monkeypatch.setattr(TimelinePicture, "paint", noted)
        painted.clear()
        app.picture.selected = "second"
        await pilot.pause()
        assert set(painted) == {3, 4}


async def test_a_life_is_walked_up_and_down_and_scrolls_along() -> None:
    app = Shown(life())
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.pause()
        walked: list[str] = []
        while (after := app.picture.neighbour("down")) is not None:
            app.picture.selected = after
            walked.append(after)
            await pilot.pause()
            assert "▌" in app.text() or "▐" in app.text()
        assert walked[0] == "first"
        assert walked[-1] == "piano"
        assert len(walked) == 13
        assert "↑" in app.text()
        while (before := app.picture.neighbour("up")) is not None:
            app.picture.selected = before
        await pilot.pause()
        assert "▐━ first low spell▌" in app.text()


@pytest.mark.parametrize("size", [(78, 15), (158, 40), (42, 10), (8, 4), (2, 2)])
async def test_a_new_size_gives_a_new_picture(size: tuple[int, int]) -> None:
    app = Shown()
    async with app.run_test(size=SIZE) as pilot:
        app.picture.selected = EVENING
        await pilot.pause()
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert len(app.strips()) == size[1] - 2
        assert {strip.cell_length for strip in app.strips()} <= {size[0] - 2}


async def test_a_new_theme_gives_new_colours() -> None:
    app = Shown()
    async with app.run_test(size=SIZE) as pilot:
        app.picture.selected = EVENING
        await pilot.pause()
        before = list(app.letters())
        app.theme = "ipt-light"
        await pilot.pause()
        after = list(app.letters())
        assert [text for text, _ in before] == [text for text, _ in after]
        assert all(old != new for (_, old), (_, new) in zip(before, after, strict=True))


@pytest.mark.parametrize("theme", themes.NAMES)
async def test_lanes_have_their_colours_in_every_theme(theme: str) -> None:
    app = Shown()
    async with app.run_test(size=SIZE) as pilot:
        app.theme = theme
        await pilot.pause()
        assert app.style_of("◆").color != app.style_of("●").color


async def test_without_colours_what_is_lit_is_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Shown()
    async with app.run_test(size=SIZE) as pilot:
        app.picture.selected = KITCHEN
        await pilot.pause()
        assert "▐◆▌" in app.text()


async def test_between_two_signs_what_is_lit_is_turned_round() -> None:
    days = ("2026-11-10", "2026-11-11", "2026-11-12")
    window = replace(WEEK.window, zoom=Zoom.COURSE, first=date(2026, 6, 1), last=date(2026, 11, 30))
    events = tuple(EventEntry(f"e{n}", "x", fuzzy(day)) for n, day in enumerate(days * 3))
    app = Shown(replace(WEEK, window=window, events=events, moods=(), jottings=()))
    async with app.run_test(size=(190, 21)) as pilot:
        app.picture.selected = "e1"
        await pilot.pause()
        assert any(style.underline for _, style in app.letters())
        app.picture.selected = "e0"
        await pilot.pause()
        assert not any(style.underline for _, style in app.letters())


async def test_words_never_become_markup() -> None:
    hostile = ("[/]", "[b]x[/b]", "[@click=app.quit]x", "\x1b[2J", "日本語", "\ud800")
    events = tuple(EventEntry(f"e{n}", title, fuzzy("2019")) for n, title in enumerate(hostile, 1))
    app = Shown(replace(life(), events=events))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for verbatim in ("[/]", "[b]x[/b]", "[@click=app.quit]x", "日本語"):
            assert verbatim in app.text()
        app.text().encode()


async def test_nothing_loaded_is_nothing() -> None:
    app = Shown(empty=True)
    async with app.run_test(size=SIZE) as pilot:
        app.picture.selected = EVENING
        await pilot.pause()
        assert app.text().strip() == ""
        assert app.picture.neighbour("left") is None
        await pilot.click(TimelinePicture, offset=(5, 5))
        assert app.said == []


class Bare(Shown):
    """As it stands in the program: without a frame, so that kept lines are drawn."""

    CSS = ""


async def test_nothing_stays_of_a_timeline_that_is_gone() -> None:
    app = Bare()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        assert "best" in app.text()
        app.picture.timeline = None
        await pilot.pause()
        assert not app.text().strip()
