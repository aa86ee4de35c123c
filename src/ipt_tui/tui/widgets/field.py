"""Fields to type in: what is typed is safe as a draft until it is saved.

What is pasted comes in without what could steer a terminal or turn a line around.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events, on, work
from textual.widgets import Input, TextArea

from ipt_tui.ipt.text import clean

if TYPE_CHECKING:
    from textual.widget import Widget


def _remember(widget: Widget, place: str, text: str) -> None:
    widget.app.remember_draft(place, text)  # type: ignore[attr-defined]


async def _draft(widget: Widget, place: str) -> str:
    app: Any = widget.app
    draft: str | None = await app.or_tell(app.drafting.find(place))
    return draft or ""


def safe_lines(text: str) -> str:
    """Return pasted text with plain line ends, without what could steer a terminal."""
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))


class Line(Input):
    """One line; several pasted ones are joined, so that nothing pasted is lost."""

    def _on_paste(self, event: events.Paste) -> None:
        """Make the text fit one line; the handler of `Input` then puts it in."""
        lines = safe_lines(event.text).replace("\t", " ").splitlines()
        event.text = " ".join(lines).strip()


class Field(Line):
    """A line with a draft. `place` names it; what was left behind is offered back."""

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
        self._typed = False

    def on_mount(self) -> None:
        """Look for what was typed here before the program ended."""
        self._offer()

    def turn_to(self, place: str) -> None:
        """Belong to another place from now on: what was typed waits as the draft of its own."""
        if place != self.place:
            self.place, self._kept, self._typed = place, "", False
            self.value = ""
            self._offer()

    @work(exclusive=True)
    async def _offer(self) -> None:
        place = self.place
        draft = await _draft(self, place)
        if draft and place == self.place and self.whole == self._kept and draft != self._kept:
            self.take(draft)

    @property
    def whole(self) -> str:
        """All that was typed here: what the draft holds."""
        return self.value

    def take(self, text: str) -> None:
        """Go on with this text, at its end."""
        self.value = text
        self.cursor_position = len(text)

    def restore(self) -> None:
        """Put back what the record holds: what was typed was no answer."""
        self.value = self._kept

    def watch_value(self) -> None:
        """Remember what is typed; not what the record holds already."""
        if self.whole != self._kept:
            self._typed = True
            _remember(self, self.place, self.whole)
        elif self._typed:
            self._typed = False
            _remember(self, self.place, "")

    def saved(self, value: str = "") -> None:
        """The text is in the record now (as `value`): forget the draft."""
        self._kept, self._typed = value, False
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
        self._typed = False

    def open(self, place: str, text: str) -> None:
        """Edit `text`, the record's own, under the draft name `place`."""
        self.place, self._kept, self._typed = place, text, False
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

    async def _on_paste(self, event: events.Paste) -> None:
        """Make the text safe; the handler of `TextArea` then puts it in."""
        event.text = safe_lines(event.text)

    @on(TextArea.Changed)
    def _note(self) -> None:
        if not self.place:
            return
        if self.text != self._kept:
            self._typed = True
            _remember(self, self.place, self.text)
        elif self._typed:
            self._typed = False
            _remember(self, self.place, "")

    def restore(self) -> None:
        """Put back what the record holds: what was typed was no answer."""
        self.load_text(self._kept)
        self.move_cursor(self.document.end)

    def can_go(self, step: str) -> bool:
        """Whether up ("back") or down ("next") leads to another line of this text."""
        at = self.cursor_location
        if step == "back":
            return not self.navigator.is_first_wrapped_line(at)
        return not self.navigator.is_last_wrapped_line(at)

    def saved(self) -> None:
        """The text is in the record now: forget the draft."""
        if self.place:
            _remember(self, self.place, "")
        self.place = ""
