"""The pad for an own note: as safe as any field, and its drafts stand with own notes."""

from __future__ import annotations

from typing import ClassVar

from textual.message import Message

from ipt_tui.tui.widgets.editor import Editor


class OwnPad(Editor):
    """One own note being typed."""

    DEFAULT_CSS = "OwnPad { height: 1fr; max-height: 100%; }"
    OWN: ClassVar[bool] = True

    class Left(Message):
        """The cursor went elsewhere."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self.placeholder = "Just type: this is for you. esc goes back to where you were."

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is not in the note yet."""
        return bool(self.place) and self.text != self._kept

    def in_note(self, place: str, text: str) -> None:
        """Say that the note, whose draft has the name `place`, holds this text now.

        What was typed on meanwhile is a draft of that note.
        """
        self._remember("")
        self.place, self._kept, self._typed = place, text, False
        self._note()

    def on_blur(self) -> None:
        """Tell it: what was typed becomes a note."""
        self.post_message(self.Left())
