"""The curtain: a page of a calendar, as anybody might have open."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult


class CurtainScreen(Screen[None]):
    """Hides whatever was on screen. `esc`, `enter` or `space` draw it back."""

    HELP = "esc, enter or space draw the curtain back; ctrl+l locks."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space", "draw_back", "back", show=False)
    ]
    DEFAULT_CSS = """
    CurtainScreen { align: center middle; }
    CurtainScreen ToastRack { display: none; }
    CurtainScreen Static { width: auto; height: auto; color: $ipt-faint; }
    """

    def compose(self) -> ComposeResult:
        """This month."""
        today = self.app.clock.now()  # type: ignore[attr-defined]
        yield Static(calendar.TextCalendar().formatmonth(today.year, today.month), markup=False)

    def action_draw_back(self) -> None:
        """Show again what was there."""
        self.dismiss()
