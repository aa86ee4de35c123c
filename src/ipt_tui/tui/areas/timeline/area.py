"""The timeline: moods and what happened, as they go together; looking at it and changing it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from ipt_tui.ipt.entry_words import sort_of
from ipt_tui.ipt.timeline import EventEntry, MoodEntry, Zoom
from ipt_tui.ipt.timeline_marks import ScoreMark
from ipt_tui.tui.areas.area import VEILED
from ipt_tui.tui.areas.timeline.inquiry import EntryInquiry
from ipt_tui.tui.areas.timeline.keys import TIE
from ipt_tui.tui.areas.timeline.view import TimelineView
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.widgets.capture_line import MOOD
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import timed

if TYPE_CHECKING:
    from textual.binding import BindingType

    from ipt_tui.ipt.timeline import Entry
    from ipt_tui.tui.areas.asking_bar import AskingBar

NOTHING_TO_TIE = "There is nothing near it to tie it to; + and - show other days."


class TimelineArea(TimelineView):
    """Moods and events, tied by the person whose life it is."""

    HELP = """Moods and what happened, side by side. Longer gaps stay gaps.
A tie between them is made by a person; what only lies near in time is offered as near, never \
as a cause.
+ and - change how much time is on screen; f keeps to one person; v shows it as a list."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("timeline")]

    async def action_new(self) -> None:
        """Open the capture line, a mood's mark typed already."""
        record = self.ipt.record
        if record is not None:
            await record.note(MOOD)

    @work
    async def action_remove(self) -> None:
        """Take the entry in hand out of the record."""
        entry = self.entry
        if entry is None or isinstance(entry, ScoreMark):
            return
        if said := await self.write(timed.remove, sort_of(entry), entry.uid):
            self.ipt.tell(
                f"The {said.partition(' ')[2]} is taken out of the record. u brings it back."
            )

    # Ties.

    @work
    async def action_choose(self) -> None:
        """Tie what is offered; with one person alone, split there; in a life, mark for onset."""
        entry, shown = self.entry, self.timeline
        if entry is None or shown is None:
            return
        if shown.window.zoom is Zoom.LIFE:
            await self._mark(entry)
        elif shown.person is not None:
            self.days.split_at(entry.first)
            self.load()
        elif pair := self.offered():
            await self.write(timed.tie, *pair)
        else:
            self.ipt.tell("Nothing near is offered here; t ties a mood and an event.")

    async def _mark(self, entry: Entry) -> None:
        if not isinstance(entry, EventEntry):
            self.ipt.tell("Events are marked here: those around the time the low mood began.")
            return
        if entry.veiled:
            self.ipt.tell(VEILED)
            return
        await self.write(
            timed.change, "event", entry.uid, entry.updated_at, near_onset=not entry.near_onset
        )

    @work
    async def action_apart(self) -> None:
        """Leave what is offered: it is not offered again."""
        if pair := self.offered():
            await self.write(timed.set_apart, *pair)

    def action_tie(self) -> None:
        """Ask which event a mood, or which mood an event, belongs together with."""
        self._ask(TIE)

    # Opening and changing.

    async def action_open(self) -> None:
        """Enter: show what is veiled; else the questions of the entry."""
        entry = self.entry
        if entry is None:
            return
        if entry.veiled:
            self.ipt.revealed |= {entry.uid}
            if self.timeline is not None:
                self.ipt.revealed |= set(self.timeline.tied(entry.uid))
            self.load()
        else:
            self.action_edit()

    @on(Rows.Chosen, "#entries")
    async def _chosen(self) -> None:
        await self.action_open()

    def action_edit(self) -> None:
        """Ask about the entry in hand."""
        self._ask("")

    def _ask(self, key: str) -> None:
        entry, shown = self.entry, self.timeline
        if entry is None or shown is None:
            return
        if isinstance(entry, ScoreMark):
            self.ipt.context = replace(self.ipt.context, response=entry.uid)
            self.ipt.action_go_to("measures")
            return
        if entry.veiled:
            self.ipt.tell(VEILED)
            return
        about = EntryInquiry(self.ground, shown, entry)
        key = key or about.first
        if key == TIE and not isinstance(entry, MoodEntry | EventEntry):
            self.ipt.tell("A tie is between a mood and an event.")
        elif about.asked(key) is None:
            self.ipt.tell(NOTHING_TO_TIE)
        else:
            self.ask(about, key)

    def ended(self, message: AskingBar.Ended) -> None:  # noqa: ARG002
        """Back to the picture or the list."""
        self.screen.set_focus(self.home())
