"""The line under a picture has its room, and the picture keeps its own."""

from textual.app import App, ComposeResult

from ipt_tui.tui import themes
from ipt_tui.tui.widgets.foot import Foot


class Shown(App[None]):
    def __init__(self) -> None:
        super().__init__()
        themes.register(self)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.defaults()

    def compose(self) -> ComposeResult:
        yield Foot()

    @property
    def foot(self) -> Foot:
        return self.query_one(Foot)

    def lines(self) -> list[str]:
        strips = self.screen._compositor.render_strips()
        return [strip.text.strip() for strip in strips[: self.foot.size.height]]


async def test_what_is_lit_gives_way_to_what_is_offered() -> None:
    app = Shown()
    async with app.run_test(size=(30, 10)) as pilot:
        app.foot.lit = "one two three four five six seven eight nine ten eleven twelve thirteen"
        await pilot.pause()
        assert app.lines() == ["one two three four five six", "seven eight nine ten eleven…"]
        app.foot.offered = "near: [b]this[/b]"
        await pilot.pause()
        assert app.lines() == ["one two three four five six…", "near: [b]this[/b]"]
        app.foot.lit = ""
        await pilot.pause()
        assert app.lines() == ["near: [b]this[/b]", ""]
