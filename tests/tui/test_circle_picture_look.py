"""The circle on a screen: colours, sizes, themes, and names that mean harm."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from ipt_tui.ipt.circle import Placed
from ipt_tui.ipt.people import Ring
from ipt_tui.tui import themes
from tests.tui.circle_app import K7, PEOPLE, Shown


async def test_the_trail_is_brighter_for_who_is_selected() -> None:
    app = Shown()
    async with app.run_test(size=(46, 23)) as pilot:
        await pilot.pause()
        still = app.style_of("⠶")
        app.picture.selected = "lena"
        await pilot.pause()
        styles = {style for letters, style in app.letters() if "⠶" in letters}
        assert still in styles
        assert len(styles) == 2


async def test_what_was_not_asked_is_faint_and_colours_follow_the_glyph() -> None:
    app = Shown()
    async with app.run_test(size=(46, 23)) as pilot:
        await pilot.pause()
        assert app.style_of("Ben") != app.style_of("Mum")
        assert app.style_of("Mum") == app.style_of("Sam")
        glyphs = [app.style_of(glyph).color for glyph in "◆◐●▲"]
        assert len(set(glyphs)) == 4


async def test_a_veiled_person_is_a_veil() -> None:
    value = replace(K7, people=(replace(PEOPLE[0], veiled=True, name=""),))
    app = Shown(value)
    async with app.run_test(size=(46, 23)) as pilot:
        await pilot.pause()
        assert "◆ ▒▒▒" in app.text()


@pytest.mark.parametrize("size", [(26, 11), (46, 23), (62, 30), (82, 42), (8, 4), (2, 2)])
async def test_a_new_size_gives_a_new_picture(size: tuple[int, int]) -> None:
    app = Shown()
    async with app.run_test(size=(46, 23)) as pilot:
        await pilot.pause()
        await pilot.resize_terminal(*size)
        await pilot.pause()
        strips = app.strips()
        assert len(strips) == size[1] - 2
        assert {strip.cell_length for strip in strips} <= {size[0] - 2}
        if size[0] > 24:
            assert "Sam" in app.text()


async def test_a_new_theme_gives_new_colours() -> None:
    app = Shown()
    async with app.run_test(size=(46, 23)) as pilot:
        app.picture.selected = "sam"
        await pilot.pause()
        before = list(app.letters())
        app.theme = "ipt-light"
        await pilot.pause()
        after = list(app.letters())
        assert [text for text, _ in before] == [text for text, _ in after]
        assert all(old != new for (_, old), (_, new) in zip(before, after, strict=True))


@pytest.mark.parametrize("theme", themes.NAMES)
async def test_it_is_drawn_in_every_theme(theme: str) -> None:
    app = Shown()
    async with app.run_test(size=(46, 23)) as pilot:
        app.theme = theme
        app.picture.selected = "sam"
        await pilot.pause()
        assert "▐◆ Sam▌" in app.text()


async def test_without_the_focus_the_light_is_dimmer() -> None:
    app = Shown()
    async with app.run_test(size=(46, 23)) as pilot:
        app.picture.selected = "sam"
        app.picture.focus()
        await pilot.pause()
        focused = app.style_of("Sam").bgcolor
        app.screen.set_focus(None)
        await pilot.pause()
        assert app.style_of("Sam").bgcolor != focused


HOSTILE = (
    "[/]",
    "[b]",
    "[@click=app.quit]x",
    "\x1b[2J\x9b",
    "a\nb\tc",
    "\u202eevil",
    "x" * 10_000,
    "👩‍👩‍👧‍👦",
    "日本語",
    "מירה",
    "Z" + "\u0337" * 5_000,
    "",
    "\ud800",
)


async def test_hostile_names_stay_text_and_stay_in_their_cells() -> None:
    people = [Placed(str(n), name, ring=Ring(1 + n % 4)) for n, name in enumerate(HOSTILE)]
    app = Shown(replace(K7, people=tuple(people)))
    async with app.run_test(size=(82, 42)) as pilot:
        await pilot.pause()
        text = app.text()
        for verbatim in ("[/]", "[b]", "[@click=app.quit]x", "a b c", "日本語", "evil"):
            assert verbatim in text
        assert not set(text) & set("\x1b\x9b\t\u202e\ud800")
        text.encode()
        for strip in app.strips():
            assert cell_len(strip.text) == strip.cell_length == 80
        for uid in app.picture.order():
            app.picture.selected = uid
            await pilot.pause()
