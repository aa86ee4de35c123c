"""The circle's picture alone, a key draws another: `python -m benchmarks.picture PEOPLE`."""

from __future__ import annotations

import sys
from datetime import date

from textual.app import App, ComposeResult
from textual.widgets import Static

from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.people import Quality, Ring, View
from ipt_tui.tui import themes
from ipt_tui.tui.widgets.circle import CirclePicture

_RINGS = (Ring.CLOSEST, Ring.CLOSE, Ring.WIDER, Ring.CLOSE, Ring.OUTSIDE, Ring.WIDER)
_QUALITIES = tuple(Quality)


def circle(people: int, turn: int) -> Circle:
    """Return a circle in which everybody moves at every turn."""
    placed = (
        Placed(
            f"p{n}",
            f"Name {n}",
            ring=_RINGS[(n + turn) % len(_RINGS)],
            before=_RINGS[n % len(_RINGS)],
            quality=_QUALITIES[n % len(_QUALITIES)].value,
        )
        for n in range(people)
    )
    return Circle("c", "K7", View.NOW, date(2026, 11, 23), people=tuple(placed))


class Picture(App[None]):
    """The picture, drawn anew at every key."""

    def __init__(self, people: int) -> None:
        """Begin with the first circle."""
        super().__init__()
        themes.register(self)
        self.people, self.turn = people, 0

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Know the circle's colours."""
        return themes.defaults()

    def compose(self) -> ComposeResult:
        """A word to wait for, and the picture."""
        yield Static("ready")
        yield CirclePicture()

    def on_mount(self) -> None:
        """Draw the first."""
        self.query_one(CirclePicture).circle = circle(self.people, 0)

    def on_key(self) -> None:
        """Draw the next."""
        self.turn += 1
        self.query_one(CirclePicture).circle = circle(self.people, self.turn)


if __name__ == "__main__":
    Picture(int(sys.argv[1])).run()
