"""An app that shows one circle and keeps what it says."""

from collections.abc import Iterator
from datetime import date

from rich.style import Style
from textual.app import App, ComposeResult
from textual.strip import Strip

from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.people import Quality, Ring, View
from ipt_tui.tui import themes
from ipt_tui.tui.widgets.circle import CirclePicture

PEOPLE = (
    Placed("sam", "Sam", ring=Ring.CLOSEST, before=Ring.CLOSEST, quality=Quality.STRESSFUL),
    Placed("mum", "Mum", ring=Ring.CLOSE, before=Ring.CLOSEST, quality=Quality.MIXED),
    Placed("dad", "Dad", ring=Ring.CLOSEST, before=Ring.CLOSEST, life="died"),
    Placed("lena", "Lena", ring=Ring.CLOSE, before=Ring.WIDER, quality=Quality.SUPPORTIVE),
    Placed("ben", "Ben", ring=Ring.WIDER, before=Ring.WIDER, asked=False),
    Placed("ito", "Mr Ito", ring=Ring.OUTSIDE, before=Ring.WIDER, quality=Quality.UNSAFE),
)
K7 = Circle("c", "K7", View.NOW, date(2026, 11, 23), people=PEOPLE)


class Shown(App[None]):
    """One picture and what it said."""

    CSS = "CirclePicture { border: round $primary; }"

    def __init__(self, value: Circle | None = K7) -> None:
        super().__init__()
        themes.register(self)
        self.value = value
        self.said: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.defaults()

    def compose(self) -> ComposeResult:
        yield CirclePicture()

    def on_mount(self) -> None:
        self.picture.circle = self.value

    def on_circle_picture_selected(self, event: CirclePicture.Selected) -> None:
        self.said.append(event.uid)

    @property
    def picture(self) -> CirclePicture:
        return self.query_one(CirclePicture)

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

    def place_of(self, name: str) -> tuple[int, int]:
        """The offset of a name on the widget, border included."""
        for y, line in enumerate(self.text().splitlines()):
            if name in line:
                return line.index(name) + 1, y + 1
        raise AssertionError(name)
