"""A picture of the record, and the list of the same in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.getters import query_one

from ipt_tui.tui.widgets.bare import Bare
from ipt_tui.tui.widgets.picture import Picture
from ipt_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.widget import Widget


class PicturePane(Bare, Vertical):
    """Shows a value as a picture or as a list; it reads and writes nothing.

    What is lit in one is lit in the other. The list is filled only while it is on screen.
    `first_added` is how the first is added where there is nothing to show.
    """

    first_added: str

    DEFAULT_CSS = """
    PicturePane > Rows { display: none; }
    PicturePane.-list > Rows { display: block; }
    PicturePane.-list > Picture { display: none; }
    """

    picture = query_one(Picture)
    listing = query_one(Rows)

    @property
    def as_list(self) -> bool:
        """Whether the list stands in place of the picture."""
        return self.has_class("-list")

    @property
    def body(self) -> Widget:
        """What is walked in: the picture, or the list in its place."""
        return self.listing if self.as_list else self.picture

    def light(self, uid: str | None) -> None:
        """Light one thing, in both forms."""
        self.picture.selected = uid
        if uid is not None and self.listing.cursor != uid:
            self.listing.cursor = uid
