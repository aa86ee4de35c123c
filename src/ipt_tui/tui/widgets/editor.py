"""Several lines to type in, with a draft."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.widgets import TextArea
from textual.worker import WorkerCancelled, WorkerFailed

from ipt_tui.ipt.picks import with_pick
from ipt_tui.ipt.text import with_below
from ipt_tui.tui.widgets.field import drafts_of, find_draft, remember, safe_lines, typed_on
from ipt_tui.tui.widgets.rowed_text import RowedText

if TYPE_CHECKING:
    from datetime import datetime

    from textual.worker import Worker


class Editor(RowedText):
    """Several lines, growing with the text; `enter` is left to whoever asks."""

    DEFAULT_CSS = "Editor { height: auto; max-height: 8; min-height: 1; }"
    OWN: ClassVar[bool] = False
    """Whether it is for own notes: then its drafts stand in their file."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty; `open` gives it its place and text."""
        super().__init__(id=id)
        self.place = ""
        self.seen: datetime | None = None
        """When what the record holds was last changed, None where that is not known."""
        self.cursor_blink = False
        self.picks: tuple[tuple[str, str], ...] = ()
        """Digits, and the words that they put into the text."""
        self._kept = ""
        self._typed = False
        self._looking: Worker[None] | None = None

    def open(self, place: str, text: str, typed: str = "", *, seen: datetime | None = None) -> None:
        """Edit `text`, the record's own, under the draft name `place`; begin with `typed`."""
        self.seen = seen
        self.place, self._kept, self._typed = place, text, False
        self.load_text(typed or text)
        self.move_cursor(self.document.end)
        if self._looking is not None:
            self._looking.cancel()
        waiting = drafts_of(self, own=self.OWN).waiting(place)
        self._looking = None if typed else self._offer(waiting)

    @work(exclusive=True)
    async def _offer(self, waiting: str | None) -> None:
        place = self.place
        draft, at = await find_draft(self, place, waiting, own=self.OWN)
        if draft and place == self.place and draft not in (self._kept, self.text):
            self.load_text(typed_on(self.offered(draft, at), self._kept, self.text))
            self.move_cursor(self.document.end)

    async def looked(self) -> None:
        """Wait until a draft was looked for: what is given as an answer goes on from it."""
        if self._looking is not None:
            with suppress(WorkerCancelled, WorkerFailed):
                await self._looking.wait()

    def offered(self, draft: str, at: datetime | None) -> str:
        """Return what to go on with where a draft was found that was last typed at `at` (UTC).

        It stands below what the record came to hold later, as from another window.
        """
        newer = at is not None and self.seen is not None and at < self.seen
        return with_below(self._kept, draft) if newer else draft

    def come_to_hold(self, text: str) -> None:
        """Go on from this text, which the record came to hold; what is typed stands below it."""
        typed = with_below(text, self.text) if self.text != self._kept else text
        self._kept = text
        with self.prevent(TextArea.Changed):
            self.load_text(typed)
        self.move_cursor(self.document.end)
        self._note()

    async def _on_key(self, event: events.Key) -> None:
        """Put in the word a digit stands for; the handler of `TextArea` has every other key."""
        if self.picks and self.pick(event.character or ""):
            event.stop()
            event.prevent_default()

    def pick(self, digit: str) -> bool:
        """Put in the word a digit stands for; return whether it stands for one here."""
        picked = with_pick(self.text, digit, self.picks)
        if picked is not None:
            self.text = picked
            self.move_cursor(self.document.end)
        return picked is not None

    async def _on_paste(self, event: events.Paste) -> None:
        """Make the text safe; the handler of `TextArea` then puts it in."""
        event.text = safe_lines(event.text)

    @on(TextArea.Changed)
    def _note(self) -> None:
        if not self.place:
            return
        if self.text != self._kept:
            self._typed = True
            self._remember(self.text)
        elif self._typed:
            self._typed = False
            self._remember("")

    def _remember(self, text: str) -> None:
        remember(self, self.place, text, own=self.OWN)

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
            self._remember("")
        self.place = ""
        self.cursor_blink = False
