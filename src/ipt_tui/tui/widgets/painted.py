"""Widgets that draw whole lines themselves and keep each line as long as it looks the same."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style as VisualStyle

if TYPE_CHECKING:
    from textual.widget import Widget
else:
    Widget = object  # the styles of a Textual class come from the first of its bases that is one

_LIT = frozenset({"cursor", "cell", "lit"})
KEPT = 1000
"""Lines kept at most: more than any screen has, few enough to hold nothing of weight."""


class Painted(Widget):
    """Mixed into a widget that is drawn line by line.

    Textual asks for every line of every widget between what changed at the top and what changed
    at the bottom of the screen, and most look as they did. So a line is painted once for what is
    to be seen on it, its *look*, and kept, for each state of focus, until the colours or its
    `ground` are others. With a border or padding Textual's own way is taken.
    """

    ALLOW_SELECT: ClassVar[bool] = False
    STYLES: ClassVar[Mapping[str, str]] = {}
    """What is drawn in which style, as Textual writes one: "bold $accent on $panel".

    One under "name:focus" takes the place of "name" while the widget has the focus. Component
    classes would be matched with every rule there is, each time the focus moves.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start with nothing painted."""
        super().__init__(id=id)
        self._painted: dict[Hashable, Strip] = {}
        self._styles: dict[tuple[bool, tuple[str, ...]], Style] = {}
        self._painted_for: object = None

    def ground(self) -> object:
        """Return what the lines are drawn of; of another one all of them are painted anew."""
        raise NotImplementedError

    def looks(self, lines: range) -> Sequence[Hashable]:
        """Return what is to be seen on these lines of the screen, line by line.

        What looks the same is painted once.
        """
        raise NotImplementedError

    def paint(self, y: int) -> Strip:
        """Paint a line, as wide as the widget."""
        raise NotImplementedError

    def style_of(self, *names: str) -> Style:
        """Return some of the STYLES over the widget's own, a later one over those before it."""
        key = self.has_focus, names
        if key not in self._styles:
            style = self.visual_style
            for name in names:
                written = self.STYLES[name]
                if self.has_focus:
                    written = self.STYLES.get(f"{name}:focus", written)
                style += VisualStyle.parse(written)
            if self.has_focus and _LIT.intersection(names) and self._few_colours:
                style += VisualStyle(reverse=True)
            self._styles[key] = style.rich_style
        return self._styles[key]

    @property
    def _few_colours(self) -> bool:
        """Whether a shade may not be told from the ground: a bare console has eight of them."""
        return self.app.console.color_system in ("standard", "windows")

    def notify_style_update(self) -> None:
        """Draw anew in what may be other colours."""
        super().notify_style_update()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line for Textual to frame."""
        return self.paint(y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a region, painting those that look as none did before."""
        painted_for = self.app.theme, self.visual_style, self.ground()
        if painted_for != self._painted_for:
            self._painted_for = painted_for
            self._painted.clear()
            self._styles.clear()
        if self.styles.gutter:
            return super().render_lines(crop)
        lines = crop.line_range
        looks = zip(lines, self.looks(lines), strict=True)
        strips = [self._line(y, (self.has_focus, look)) for y, look in looks]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _line(self, y: int, look: Hashable) -> Strip:
        strip = self._painted.get(look)
        if strip is None:
            strip = self.paint(y)
            for line_filter in self.get_line_filters():
                strip = strip.apply_filter(line_filter, self.background_colors[1])
            if len(self._painted) >= KEPT:
                self._painted.clear()
            self._painted[look] = strip
        return strip
