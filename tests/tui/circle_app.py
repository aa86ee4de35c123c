"""An app that shows one circle and keeps what it says."""

from datetime import date

from textual.app import ComposeResult

from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.people import Quality, Ring, View
from ipt_tui.tui.widgets.circle import CirclePicture
from tests.tui.picture_app import PictureApp

PEOPLE = (
    Placed("sam", "Sam", ring=Ring.CLOSEST, before=Ring.CLOSEST, quality=Quality.STRESSFUL),
    Placed("mum", "Mum", ring=Ring.CLOSE, before=Ring.CLOSEST, quality=Quality.MIXED),
    Placed("dad", "Dad", ring=Ring.CLOSEST, before=Ring.CLOSEST, life="died"),
    Placed("lena", "Lena", ring=Ring.CLOSE, before=Ring.WIDER, quality=Quality.SUPPORTIVE),
    Placed("ben", "Ben", ring=Ring.WIDER, before=Ring.WIDER, asked=False),
    Placed("ito", "Mr Ito", ring=Ring.OUTSIDE, before=Ring.WIDER, quality=Quality.UNSAFE),
)
K7 = Circle("c", "K7", View.NOW, date(2026, 11, 23), people=PEOPLE)


class Shown(PictureApp):
    """One picture and what it said."""

    CSS = "CirclePicture { border: round $primary; }"

    def __init__(self, value: Circle | None = K7) -> None:
        super().__init__()
        self.value = value

    def compose(self) -> ComposeResult:
        yield CirclePicture()

    def on_mount(self) -> None:
        self.picture.circle = self.value

    def on_picture_selected(self, event: CirclePicture.Selected) -> None:
        self.said.append(event.uid)

    @property
    def picture(self) -> CirclePicture:
        return self.query_one(CirclePicture)
