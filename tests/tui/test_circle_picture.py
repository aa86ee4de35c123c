"""The circle on a screen: who is lit, what a click does, what is repainted."""

from dataclasses import replace

import pytest
from textual.strip import Strip

from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.people import Ring
from ipt_tui.ipt.placing import Placing, place
from ipt_tui.ipt.text import Measure
from ipt_tui.tui.widgets import circle as widget_module
from ipt_tui.tui.widgets.circle import CirclePicture
from tests.tui.circle_app import K7, PEOPLE, Shown


async def test_everyone_stands_on_the_picture_with_their_glyph() -> None:
    async with Shown().run_test(size=(46, 23)) as pilot:
        await pilot.pause()
        app = pilot.app
        assert isinstance(app, Shown)
        for name in ("◆ Sam", "◐ Mum", "○ Dad †", "● Lena", "○ Ben", "▲ Mr Ito", "you"):
            assert name in app.text()


async def test_who_is_selected_is_lit_and_marked_without_colour() -> None:
    app = Shown()
    async with app.run_test(size=(46, 23)) as pilot:
        await pilot.pause()
        assert "▐" not in app.text()
        app.picture.selected = "sam"
        await pilot.pause()
        lit, other = app.style_of("Sam"), app.style_of("Mum")
        assert "▐◆ Sam▌" in app.text()
        assert lit.bold
        assert lit.bgcolor != other.bgcolor
        app.picture.selected = "mum"
        await pilot.pause()
        assert "▐◐ Mum▌" in app.text()
        assert app.text().count("▐") == 1
        assert app.style_of("Sam").bgcolor == other.bgcolor


async def test_nobody_is_lit_when_nobody_is_selected_any_more() -> None:
    app = Shown()
    async with app.run_test(size=(46, 23)) as pilot:
        for uid, lit in (("sam", 1), ("nobody", 0), ("lena", 1), (None, 0)):
            app.picture.selected = uid
            await pilot.pause()
            assert app.text().count("▐") == app.text().count("▌") == lit


@pytest.mark.painted
async def test_selecting_does_not_place_anybody_again(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def counted(value: Circle, width: int, height: int, word: str, measure: Measure) -> Placing:
        calls.append(1)
        return place(value, width, height, word, measure)

    monkeypatch.setattr(widget_module, "place", counted)
    app = Shown()
    async with app.run_test(size=(46, 23)) as pilot:
        await pilot.pause()
        before = len(calls)
        for uid in app.picture.order():
            app.picture.selected = uid
            app.picture.neighbour("left")
            await pilot.pause()
        assert len(calls) == before
        app.picture.circle = replace(K7, people=PEOPLE[:3])
        await pilot.pause()
        assert len(calls) == before + 1


@pytest.mark.painted
async def test_selecting_repaints_the_rows_of_two_people_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Shown()
    async with app.run_test(size=(46, 23)) as pilot:
        app.picture.selected = "sam"
        await pilot.pause()
        painted: list[int] = []
        real = CirclePicture.paint

        def noted(self: CirclePicture, y: int) -> Strip:
            painted.append(y)
            return real(self, y)

        monkeypatch.setattr(CirclePicture, "paint", noted)
        rows = {app.place_of("Sam")[1] - 1, app.place_of("Ben")[1] - 1}
        painted.clear()
        app.picture.selected = "ben"
        await pilot.pause()
        assert set(painted) == rows
        painted.clear()
        app.picture.selected = "nobody"
        await pilot.pause()
        app.picture.selected = None
        await pilot.pause()
        assert set(painted) == {app.place_of("Ben")[1] - 1}


async def test_a_click_on_a_name_or_glyph_selects_and_says_so() -> None:
    app = Shown()
    async with app.run_test(size=(46, 23)) as pilot:
        await pilot.pause()
        await pilot.click(CirclePicture, offset=app.place_of("Mum"))
        assert app.picture.selected == "mum"
        await pilot.click(CirclePicture, offset=app.place_of("● Lena"))
        assert app.picture.selected == "lena"
        assert app.said == ["mum", "lena"]


@pytest.mark.parametrize("offset", [(0, 0), (1, 1), (45, 22)])
async def test_a_click_beside_everyone_changes_nothing(offset: tuple[int, int]) -> None:
    app = Shown()
    async with app.run_test(size=(46, 23)) as pilot:
        app.picture.selected = "sam"
        await pilot.pause()
        await pilot.click(CirclePicture, offset=offset)
        assert app.picture.selected == "sam"
        assert app.said == []


async def test_every_person_is_reached_with_the_arrows() -> None:
    people = [Placed(str(n), f"Person {n}", ring=Ring(1 + n % 4)) for n in range(17)]
    app = Shown(replace(K7, people=tuple(people)))
    async with app.run_test(size=(62, 30)) as pilot:
        await pilot.pause()
        picture = app.picture
        first = picture.neighbour("left")
        assert first == picture.order()[0]
        seen, new = {first}, [first]
        while new:
            picture.selected = new.pop()
            for direction in ("left", "right", "up", "down"):
                other = picture.neighbour(direction)
                if other and other not in seen:
                    seen.add(other)
                    new.append(other)
        assert seen == set(picture.order()) == {str(n) for n in range(17)}


async def test_who_has_no_room_lights_the_count() -> None:
    people = [Placed(str(n), "Anna", ring=Ring.CLOSEST) for n in range(30)]
    app = Shown(replace(K7, people=tuple(people)))
    async with app.run_test(size=(26, 11)) as pilot:
        await pilot.pause()
        lit = set()
        for uid in app.picture.order():
            app.picture.selected = uid
            await pilot.pause()
            glyph_lit = "▐" in app.text() or "▌" in app.text()
            lit.add((glyph_lit, app.style_of("+").bold))
        assert lit == {(True, None), (False, True)}


async def test_nothing_loaded_and_nobody_there() -> None:
    app = Shown(None)
    async with app.run_test(size=(46, 23)) as pilot:
        app.picture.selected = "sam"
        await pilot.pause()
        assert app.text().strip() == ""
        assert app.picture.order() == ()
        assert app.picture.neighbour("up") is None
        app.picture.circle = replace(K7, people=())
        app.picture.word = "K7"
        await pilot.pause()
        assert "K7" in app.text()
        assert app.picture.neighbour("up") is None


class Bare(Shown):
    """As it stands in the program: without a frame, so that kept lines are drawn."""

    CSS = ""


async def test_kept_lines_follow_who_is_lit_and_the_theme() -> None:
    app = Bare()
    async with app.run_test(size=(46, 23)) as pilot:
        for uid, lit in (("sam", "▐◆ Sam▌"), ("mum", "▐◐ Mum▌"), ("sam", "▐◆ Sam▌")):
            app.picture.selected = uid
            await pilot.pause()
            assert lit in app.text()
            assert app.text().count("▐") == 1
        dark = app.style_of("Mum")
        app.theme = "ipt-light"
        await pilot.pause()
        assert app.style_of("Mum").color != dark.color


async def test_nothing_stays_of_a_circle_that_is_gone() -> None:
    app = Bare()
    async with app.run_test(size=(46, 23)) as pilot:
        await pilot.pause()
        assert "Sam" in app.text()
        app.picture.circle = None
        await pilot.pause()
        assert not app.text().strip()
