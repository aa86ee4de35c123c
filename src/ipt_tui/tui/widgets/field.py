"""Fields to type in: what is typed is safe as a draft until it is saved.

What is pasted comes in without what could steer a terminal or turn a line around.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events, work
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from ipt_tui.ipt.text import clean, with_below

if TYPE_CHECKING:
    from textual.widget import Widget

    from ipt_tui.tui.drafting import Drafting, Found


def remember(widget: Widget, place: str, text: str, *, own: bool = False) -> None:
    """Have what is typed at a place kept as a draft, among `own` notes or not; "" forgets it."""
    widget.app.remember_draft(place, text, own=own)  # type: ignore[attr-defined]


def drafts_of(widget: Widget, *, own: bool = False) -> Drafting:
    """Return where drafts are kept, among `own` notes or not."""
    app: Any = widget.app
    drafting: Drafting = app.own_drafting if own else app.drafting
    return drafting


async def find_draft(
    widget: Widget, place: str, waiting: str | None, *, own: bool = False
) -> Found:
    """Return the draft at a place and of when it is, "" for none; `waiting` if that is not None.

    What waits is looked at before anything can be typed: what is typed from then on is no draft.
    """
    if waiting is not None:
        return waiting, None
    app: Any = widget.app
    found: Found | None = await app.or_tell(drafts_of(widget, own=own).left(place))
    return found or ("", None)


def typed_on(draft: str, held: str, typed: str) -> str:
    """Return a draft with what was typed before it was found, over what the record held there."""
    return draft + typed[len(held) :] if typed.startswith(held) else with_below(draft, typed)


def safe_lines(text: str) -> str:
    """Return pasted text with plain line ends, without what could steer a terminal."""
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))


class Line(Input):
    """One line; several pasted ones are joined, so that nothing pasted is lost."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """How wide the text is. Textual lays the screen out anew when it changes, at every letter."""

    def on_focus(self) -> None:
        """Stand still: nothing blinks."""
        self.cursor_blink = False

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
        self.place = place
        self._kept = value
        self._typed = False
        super().__init__(value, placeholder=placeholder, id=id)  # which looks at what is kept

    def on_mount(self) -> None:
        """Look for what was typed here before the program ended."""
        self._offer(drafts_of(self).waiting(self.place))

    def turn_to(self, place: str) -> None:
        """Belong to another place from now on: what was typed waits as the draft of its own."""
        if place != self.place:
            self.place, self._kept, self._typed = place, "", False
            self.value = ""
            self._offer(drafts_of(self).waiting(place))

    @work(exclusive=True)
    async def _offer(self, waiting: str | None) -> None:
        place = self.place
        draft, _ = await find_draft(self, place, waiting)
        if draft and place == self.place and draft not in (self._kept, self.whole):
            self.take(typed_on(draft, self._kept, self.whole))

    @property
    def whole(self) -> str:
        """All that was typed here: what the draft holds."""
        return self.value

    @property
    def untouched(self) -> bool:
        """Whether nothing was typed over what the record holds."""
        return self.whole == self._kept

    def take(self, text: str) -> None:
        """Go on with this text, at its end; what two windows left stands in one line."""
        self.value = " ".join(text.split("\n"))
        self.cursor_position = len(self.value)

    def restore(self) -> None:
        """Put back what the record holds: what was typed was no answer."""
        self.value = self._kept

    def watch_value(self) -> None:
        """Remember what is typed; not what the record holds already."""
        if self.whole != self._kept:
            self._typed = True
            remember(self, self.place, self.whole)
        elif self._typed:
            self._typed = False
            remember(self, self.place, "")

    def saved(self, value: str = "") -> None:
        """The text is in the record now (as `value`): forget the draft."""
        self._kept, self._typed = value, False
        self.value = value
        remember(self, self.place, "")
