"""Containers that only hold others."""

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget
else:
    Widget = object  # the styles of a Textual class come from the first of its bases that is one


class Bare(Widget):
    """Mixed into a container without border: between its children nothing but its background.

    Textual composes every line of every container for each frame; this makes one for all of them.
    """

    _blank: tuple[object, Strip] = (None, Strip.blank(0))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the background."""
        style, filters = self.visual_style.rich_style, self.get_line_filters()
        made_for = crop.width, style, filters
        if self._blank[0] != made_for:
            strip = Strip.blank(crop.width, style)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, self.background_colors[1])
            self._blank = made_for, strip
        return [self._blank[1]] * crop.height
