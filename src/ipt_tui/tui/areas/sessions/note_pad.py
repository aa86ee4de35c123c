"""The note of a session: one types, everything is safe, nothing is read before a line is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.message import Message
from textual.widgets import TextArea

from ipt_tui.ipt.session_note import (
    for_this_hour,
    is_for_this_hour,
    joined_with_this_hour,
    without_this_hour,
)
from ipt_tui.tui.widgets.editor import Editor
from ipt_tui.tui.widgets.field import remember
from ipt_tui.tui.widgets.long_line import LongLine
from ipt_tui.vault.pads import note_place

if TYPE_CHECKING:
    from datetime import datetime

    from rich.style import Style
    from rich.text import Text


THIS_HOUR = "note-pad--this-hour"
"""The look of lines for this hour only."""


class FaintLine(LongLine):
    """A line that stays faint where the cursor is in it, too."""

    def stylize(self, style: str | Style, start: int = 0, end: int | None = None) -> None:
        """Put a look on a part of it; one of the whole line goes below those it has."""
        if start == 0 and end is None:
            self.stylize_before(style)
        else:
            super().stylize(style, start, end)


JUST_TYPE = "Just type. esc leaves the note for the keys."
IN_THE_HOUR = "Just type. esc leaves the note for the keys; there s ends the session."


class NotePad(Editor):
    """The note; `session` is the uid of whose it is.

    `refused` is whether the note could not be kept, until one types on.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {THIS_HOUR}
    DEFAULT_CSS = f"""
    NotePad {{ height: 1fr; max-height: 100%; }}
    NotePad .{THIS_HOUR} {{ color: $ipt-faint; }}
    """

    @dataclass
    class Line(Message):
        """Other lines are finished than before."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty, and nobody's."""
        super().__init__(id=id)
        self.session: str | None = None
        self.refused = self._insists = False
        self._finished = ""
        self._row, self._came_to, self._before = 0, "", ""

    def turn_to(self, session: str | None, text: str, seen: datetime | None) -> None:
        """Show the note of a session; what was typed in it and is not in the record yet stays."""
        if session == self.session and (text == self.kept or self.is_changed):
            if text == self.kept:
                self.seen, self._insists = seen, False
            return
        hour = for_this_hour(self.text) if session and session == self.session else ""
        self.session = session
        self.refused = self._insists = False
        typed = "\n".join(filter(None, (text, hour))) if hour else ""
        self.open(note_place(session) if session else "", text, typed, seen=seen)
        if hour:  # the record came to hold something else, as after an undo
            remember(self, self.place, self.text)
        self._settle_in()

    @property
    def kept(self) -> str:
        """What the record holds of it."""
        return self._kept

    @property
    def over(self) -> dict[str, str] | None:
        """What the record is to hold still for the note to be kept, None for whatever it holds."""
        return None if self._insists else {"note": self._kept}

    @property
    def to_keep(self) -> str:
        """What the record is to hold of it: not what is for this hour only."""
        return without_this_hour(self.text)

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is to be in the record and is not yet."""
        return bool(self.session) and self.to_keep != self._kept

    @property
    def finished(self) -> str:
        """The note; the line one is typing in stands empty, so that numbers stay true."""
        lines = self.text.split("\n")
        row = self.cursor_location[0]
        if self.has_focus and not (row == self._row and lines[row] == self._came_to):
            lines[row] = ""
        return "\n".join(lines)

    def in_record(self, text: str) -> None:
        """Say that the record holds this text now; what else is typed stays a draft."""
        self._kept, self.seen = text, None
        self.refused = self._insists = False
        self._note()

    def forget_this_hour(self, text: str) -> None:
        """Go on with this text, the record's; what was for this hour only goes, its draft too."""
        remember(self, self.place, "")
        self.open(self.place, text, seen=self.seen)
        self._settle_in()

    def _settle_in(self) -> None:
        self._row = self.cursor_location[0]
        self._came_to = self.document.get_line(self._row)
        self._finished = self.finished
        self._before = self.text

    @on(TextArea.SelectionChanged)
    def _moved(self) -> None:
        row = self.cursor_location[0]
        if row != self._row:
            self._row, self._came_to = row, self.document.get_line(row)
        self.look()

    @on(TextArea.Changed)
    def _typed_on(self) -> None:
        if self.refused:  # whoever was told and types on wants this to be kept
            self.refused, self._insists = False, True
        before, self._before = self._before, self.text
        if self.has_focus and (
            said := joined_with_this_hour(before, self.text, self.cursor_location[0])
        ):
            cast("Any", self.app).tell(said)
        self.look()

    def on_focus(self) -> None:
        """The line one is typing in is not done any more."""
        self.look()

    def on_blur(self) -> None:
        """Every line is done."""
        self.look()

    def look(self) -> None:
        """Tell when other lines are finished than before."""
        if (finished := self.finished) != self._finished:
            self._finished = finished
            self.post_message(self.Line())

    def go_to_line(self, number: int) -> None:
        """Put the cursor at the end of a line, counted from 0."""
        self.focus()
        self.move_cursor((number, len(self.document.get_line(number))))

    # How it looks.

    def get_line(self, line_index: int) -> Text:
        """Return a line to be drawn; one for this hour only looks like what will not stay."""
        text = self.document.get_line(line_index)
        if not is_for_this_hour(text):
            return super().get_line(line_index)
        line = FaintLine(text, end="", no_wrap=True)
        line.wanted = self.wrapped_document._offset_to_line_info[self._drawn][1]  # noqa: SLF001
        line.stylize(self.get_component_rich_style(THIS_HOUR, partial=True))
        return line

    def _look(self) -> Any:
        """Return all that decides how the row looks: also whether its line is for this hour."""
        look = super()._look()
        if look is None:
            return None
        number, _ = self.wrapped_document._offset_to_line_info[self._drawn]  # noqa: SLF001
        return (*look, is_for_this_hour(self.document.get_line(number)))
