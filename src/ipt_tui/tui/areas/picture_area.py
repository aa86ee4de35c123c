"""An area that is a picture one walks in, and the list of the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.getters import query_one

from ipt_tui.tui.areas.asking_area import AskingArea
from ipt_tui.tui.areas.picture_pane import PicturePane
from ipt_tui.tui.widgets.picture import Picture

if TYPE_CHECKING:
    from textual.widget import Widget

    from ipt_tui.ipt.walking import Direction


class PictureArea(AskingArea):
    """Base of such areas. `take` lights something, in the picture and in all that goes with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "walk('left')", show=False),
        Binding("right,l", "walk('right')", show=False),
        Binding("up,k", "walk('up')", show=False),
        Binding("down,j", "walk('down')", show=False),
    ]

    pane = query_one(PicturePane)

    def on_mount(self) -> None:
        """Follow the cursor of the list in the frame in which it moves; a message comes later."""
        self.watch(self.pane.listing, "cursor", self._walked, init=False)

    def home(self) -> Widget:
        """The picture, or the list in its place."""
        return self.pane.body

    @property
    def lit(self) -> str | None:
        """The uid of what is in hand."""
        raise NotImplementedError

    def take(self, uid: str | None) -> None:
        """Take something in hand: picture, list and what is told of it follow in the same frame."""
        raise NotImplementedError

    def show(self) -> None:
        """Show what was read."""
        raise NotImplementedError

    def come_to(self, uid: str) -> None:
        """Take in hand what somebody walked to, or clicked."""
        self.take(uid)

    async def action_walk(self, direction: Direction) -> None:
        """Light what comes next in that direction."""
        if uid := self.pane.picture.neighbour(direction):
            self.come_to(uid)

    @on(Picture.Selected)
    def _picked(self, message: Picture.Selected) -> None:
        self.come_to(message.uid)

    def _walked(self, uid: str | None) -> None:
        if uid is not None and uid != self.lit:
            self.come_to(uid)

    def action_form(self) -> None:
        """The picture as a list, and back."""
        had = self.home().has_focus
        self.pane.toggle_class("-list")
        self.show()
        if had:
            self.screen.set_focus(self.home())
