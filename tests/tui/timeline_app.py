"""An app that shows one timeline and keeps what it says."""

from collections.abc import Iterator

from rich.style import Style
from textual.app import App, ComposeResult
from textual.strip import Strip

from ipt_tui.ipt.timeline import Timeline
from ipt_tui.tui import themes
from ipt_tui.tui.widgets.timeline import TimelinePicture
from tests.ipt.k7_autumn import autumn


class Shown(App[None]):
    """One picture and what it said."""

    CSS = "TimelinePicture { border: round $primary; }"

    def __init__(self, value: Timeline | None = None, *, empty: bool = False) -> None:
        super().__init__()
        themes.register(self)
        self.value = None if empty else value or autumn()
        self.said: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.defaults()

    def compose(self) -> ComposeResult:
        yield TimelinePicture()

    def on_mount(self) -> None:
        self.picture.timeline = self.value

    def on_timeline_picture_selected(self, event: TimelinePicture.Selected) -> None:
        self.said.append(event.uid)

    @property
    def picture(self) -> TimelinePicture:
        return self.query_one(TimelinePicture)

    def strips(self) -> list[Strip]:
        """What the terminal gets of the picture, its border left out."""
        region = self.picture.content_region
        rows = self.screen._compositor.render_strips()[region.y : region.bottom]
        return [row.crop(region.x, region.right) for row in rows]

    def text(self) -> str:
        return "\n".join(strip.text for strip in self.strips())

    def letters(self) -> Iterator[tuple[str, Style]]:
        for strip in self.strips():
            for segment in strip:
                yield segment.text, segment.style or Style()

    def style_of(self, text: str) -> Style:
        return next(style for letters, style in self.letters() if text in letters)

    def place_of(self, text: str) -> tuple[int, int]:
        """The offset of a text on the widget, border included."""
        for y, line in enumerate(self.text().splitlines()):
            if text in line:
                return line.index(text) + 1, y + 1
        raise AssertionError(text)
