"""An app that shows one picture and reads back what the terminal gets of it."""

from collections.abc import Iterator

from rich.style import Style
from textual.app import App
from textual.strip import Strip
from textual.widget import Widget

from ipt_tui.tui import themes


class PictureApp(App[None]):
    """Shows one `picture`, with a border, and keeps the uids it `said` were selected."""

    def __init__(self) -> None:
        super().__init__()
        themes.register(self)
        self.said: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.defaults()

    @property
    def picture(self) -> Widget:
        raise NotImplementedError

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
