"""The note of a session: one types, everything is safe, nothing is read before a line is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from ipt_tui.tui.widgets.editor import Editor

if TYPE_CHECKING:
    from datetime import datetime


class NotePad(Editor):
    """The note; `session` is the uid of whose it is, `seen` when the record's text was read."""

    DEFAULT_CSS = "NotePad { height: 1fr; max-height: 100%; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "rest", "keys", show=False)]

    @dataclass
    class Line(Message):
        """Other lines are finished than before."""

    class Rested(Message):
        """One wants the keys of the screen."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty, and nobody's."""
        super().__init__(id=id)
        self.session: str | None = None
        self.seen: datetime | None = None
        self._finished: tuple[str, ...] = ()

    def turn_to(self, session: str | None, text: str, seen: datetime | None) -> None:
        """Show the note of a session, unless one is at it already and has typed since."""
        if session == self.session and (text == self.kept or self.is_changed):
            self.seen = self.seen if self.is_changed and text != self.kept else seen
            return
        self.session, self.seen = session, seen
        self.open(f"session:{session}:note" if session else "", text)
        self._finished = self.finished

    @property
    def kept(self) -> str:
        """What the record holds of it."""
        return self._kept

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is not in the record yet."""
        return bool(self.session) and self.text != self._kept

    @property
    def finished(self) -> tuple[str, ...]:
        """The lines that are done: all while one is elsewhere, else all but the one one is at."""
        lines = self.text.split("\n")
        if self.has_focus:
            del lines[self.cursor_location[0]]
        return tuple(lines)

    def in_record(self, text: str, seen: datetime | None) -> None:
        """Say that the record holds this text now; what was typed meanwhile stays a draft."""
        self._kept, self.seen = text, seen
        self._note()

    @on(TextArea.SelectionChanged)
    @on(TextArea.Changed)
    def _moved(self) -> None:
        self.look()

    def on_focus(self) -> None:
        """The line one is at is not done any more."""
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

    def action_rest(self) -> None:
        """Give the keys of the screen."""
        self.post_message(self.Rested())
