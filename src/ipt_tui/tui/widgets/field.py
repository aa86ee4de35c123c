"""Fields to type in: what is typed is safe as a draft until it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from textual.widget import Widget


def _remember(widget: Widget, place: str, text: str) -> None:
    widget.app.remember_draft(place, text)  # type: ignore[attr-defined]


async def _draft(widget: Widget, place: str) -> str:
    draft: str = await widget.app.drafting.find(place)  # type: ignore[attr-defined]
    return draft


class Field(Input):
    """One line. `place` names the draft; a draft left behind is offered back on mounting."""

    def __init__(
        self,
        place: str,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Start with `value`, what the record holds."""
        super().__init__(value, placeholder=placeholder, id=id)
        self.place = place
        self._kept = value

    def on_mount(self) -> None:
        """Look for what was typed here before the program ended."""
        self._offer()

    @work
    async def _offer(self) -> None:
        draft = await _draft(self, self.place)
        if draft and self.value == self._kept and draft != self._kept:
            self.value = draft
            self.cursor_position = len(draft)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        if event.input is self and event.value != self._kept:
            _remember(self, self.place, event.value)

    def saved(self, value: str = "") -> None:
        """The text is in the record now (as `value`): forget the draft."""
        self._kept = value
        self.value = value
        _remember(self, self.place, "")


class Editor(TextArea):
    """Several lines, growing with the text; `enter` is left to whoever asks."""

    DEFAULT_CSS = "Editor { height: auto; max-height: 8; min-height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty; `open` gives it its place and text."""
        super().__init__(id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self.place = ""
        self._kept = ""

    def open(self, place: str, text: str) -> None:
        """Edit `text`, the record's own, under the draft name `place`."""
        self.place, self._kept = place, text
        self.load_text(text)
        self.move_cursor(self.document.end)
        self._offer()

    @work(exclusive=True)
    async def _offer(self) -> None:
        place = self.place
        draft = await _draft(self, place)
        if draft and place == self.place and self.text == self._kept and draft != self._kept:
            self.load_text(draft)
            self.move_cursor(self.document.end)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self.place and self.text != self._kept:
            _remember(self, self.place, self.text)

    def saved(self) -> None:
        """The text is in the record now: forget the draft."""
        if self.place:
            _remember(self, self.place, "")
        self.place = ""
