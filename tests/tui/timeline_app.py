"""An app that shows one timeline and keeps what it says."""

from textual.app import ComposeResult

from ipt_tui.ipt.timeline import Timeline
from ipt_tui.tui.widgets.timeline import TimelinePicture
from tests.ipt.k7_autumn import autumn
from tests.tui.picture_app import PictureApp


class Shown(PictureApp):
    """One picture and what it said."""

    CSS = "TimelinePicture { border: round $primary; }"

    def __init__(self, value: Timeline | None = None, *, empty: bool = False) -> None:
        super().__init__()
        self.value = None if empty else value or autumn()

    def compose(self) -> ComposeResult:
        yield TimelinePicture()

    def on_mount(self) -> None:
        self.picture.timeline = self.value

    def on_picture_selected(self, event: TimelinePicture.Selected) -> None:
        self.said.append(event.uid)

    @property
    def picture(self) -> TimelinePicture:
        return self.query_one(TimelinePicture)
