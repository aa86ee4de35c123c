"""The timeline as one looks at it: zoom, days, the entry that is lit, only one person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.getters import query_one

from ipt_tui.ipt.offer import offered
from ipt_tui.ipt.timeline import Entry, EventEntry, MoodEntry, Timeline, Zoom
from ipt_tui.ipt.timeline_marks import ScoreMark
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.picture_area import PictureArea
from ipt_tui.tui.areas.timeline.days import Days
from ipt_tui.tui.areas.timeline.pane import TimelinePane
from ipt_tui.vault import pointers
from ipt_tui.vault.timeline import Asked, day_of, next_day, timeline

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ipt_tui.ipt.walking import Direction

NO_EVENT = "No dated event names them yet."
NOT_TIED = "Nothing is tied to this one yet; t ties a mood and an event."
HERE = ("edit", "remove", "tie", "open")


class TimelineView(PictureArea):
    """The half of the timeline that only looks; `TimelineArea` changes the record."""

    pane = query_one(TimelinePane)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with the month of today."""
        super().__init__(id=id)
        self.timeline: Timeline | None = None
        self.days = Days()
        self._left_lit: str | None = None
        self._able: object = None

    def compose(self) -> ComposeResult:
        """The timeline, and at the foot the line that asks."""
        yield TimelinePane()
        yield AskingBar(id="entry-answer")

    @property
    def lit(self) -> str | None:
        """The uid of the entry in hand."""
        return self.ipt.context.event

    @property
    def entry(self) -> Entry | None:
        """The entry in hand."""
        return self.timeline.entry(self.lit) if self.timeline else None

    def wanted(self) -> object:
        """Return what of the context decides what is read."""
        return self.ipt.context.client, self.ipt.context.only

    async def enter(self) -> None:
        """Come back, maybe with another entry in hand, which may be of other days."""
        if self.follows:
            self.follows = False
            await self.ipt.or_tell(self._follow())
        self.stale = self.stale or (self.lit is not None and self.entry is None)
        await super().enter()
        self.take(self.lit)

    async def _follow(self) -> None:
        """Take along who was in hand to an event with them; from an entry go across its tie."""
        app, context = self.ipt, self.ipt.context
        if self.is_here and context.event is not None:
            event = await app.vault.read(pointers.across_tie, context.event)
            if event is None:
                app.tell(NOT_TIED)
        elif context.person is not None:
            event = await app.vault.read(
                pointers.event_with, context.person, context.event, self.today, app.revealed
            )
            if event is None:
                app.tell(NO_EVENT)
        else:
            return
        if event is not None:
            only = context.only if context.only == context.person else None
            app.context = replace(context, event=event, only=only)

    # Reading.

    async def read(self) -> None:
        """Read and show the days on screen, or those of the entry in hand if it is elsewhere.

        Raises VaultError.
        """
        app, client, lit = self.ipt, self.ipt.context.client, self.lit
        found = await app.vault.read(timeline, client, self.asked()) if client else None
        if client and found and lit and found.entry(lit) is None:
            day = await app.vault.read(day_of, client, lit, app.config.day_starts_at)
            if day is not None:
                self.days.hold(day)
                found = await app.vault.read(timeline, client, self.asked())
        self.timeline = found
        self.show()

    def asked(self) -> Asked:
        """Return which part of the time is asked for."""
        app = self.ipt
        return Asked(
            self.today,
            self.days.zoom,
            self.days.around,
            app.context.only,
            self.days.split,
            app.revealed,
            app.config.day_starts_at,
            app.audience,
        )

    def turn_to_other_client(self) -> None:
        """Begin anew with another client: nothing of the one before stays on screen."""
        self.days.restart()
        self.bar.stop()
        self.timeline, self._left_lit = None, None
        self.show()

    def shows(self, uid: str) -> bool:
        """Whether an entry may be asked about: one of other days may, a veiled one not."""
        entry = self.timeline.entry(uid) if self.timeline else None
        return self.timeline is not None and (entry is None or not entry.veiled)

    def show(self) -> None:
        """Show what was read: picture, list, sentence and entry, in one go."""
        self.pane.show(self.timeline, self.days.zoom, self.ipt.audience)
        lit = self.lit
        if self.timeline is not None and self.entry is None:
            entries = self.timeline.entries
            lit = entries[-1].uid if entries else None
        self.take(self._listed(lit))

    def _listed(self, uid: str | None) -> str | None:
        """Return what the list lights in place of an entry it leaves out: the one before it."""
        keys = [row.key for row in self.pane.listing.rows if row.key is not None]
        shown, left_out = self.timeline, self.timeline.entry(uid) if self.timeline else None
        if not self.pane.as_list or not keys or uid in keys or shown is None or left_out is None:
            return uid
        found = [entry for key in keys if (entry := shown.entry(key)) is not None]
        before = [entry.uid for entry in found if entry.first <= left_out.first]
        return before[-1] if before else keys[0]

    # What is in hand.

    def take(self, uid: str | None) -> None:
        """Take an entry in hand: picture, list and the line about it follow in the same frame."""
        app, entry = self.ipt, self.timeline.entry(uid) if self.timeline else None
        if entry is not None and uid != app.context.event:
            person = app.context.person
            if isinstance(entry, MoodEntry | EventEntry) and not app.context.only:
                person = self._who(entry) or person
            app.context = replace(app.context, event=uid, person=person)
        if entry is None and app.context.event is not None and self.timeline is not None:
            app.context = replace(app.context, event=None)
        self.pane.light(uid)
        self.pane.show_entry(self.timeline, entry)
        able = self.check_action("edit", ()), self.offered() is None, self.check_action("only", ())
        if able != self._able:  # or the keys would be gathered anew at every step
            self._able = able
            self.refresh_bindings()

    def _who(self, entry: MoodEntry | EventEntry) -> str | None:
        """Return the first person an entry names, or what it is tied to."""
        assert self.timeline is not None  # noqa: S101 - an entry is of it
        others = (self.timeline.entry(uid) for uid in self.timeline.tied(entry.uid))
        named = [*entry.people]
        for other in others:
            if isinstance(other, MoodEntry | EventEntry):
                named += other.people
        return named[0].uid if named else None

    def offered(self) -> tuple[str, str] | None:
        """Return the mood and event of the first tie that is offered for the entry in hand."""
        entry = self.entry
        pair = offered(self.timeline, entry) if self.timeline and entry else None
        return (pair[0].uid, pair[1].uid) if pair else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what is possible now."""
        if action == "walk":
            return self.pane.picture.has_focus
        if action in HERE:
            told_here = action == "open" or not isinstance(self.entry, ScoreMark)
            return self.entry is not None and told_here and self.bar.asked is None
        if action == "apart":
            return self.offered() is not None
        if action == "only":
            return bool(self.ipt.context.only or self.ipt.context.person)
        return True

    # Walking, in the entries and in the time.

    def come_to(self, uid: str) -> None:
        """Take in hand what somebody came to: what was lit before a zoom is not come back to."""
        self._left_lit = None
        self.take(uid)

    async def action_walk(self, direction: Direction) -> None:
        """Light the next entry in that direction; beyond the last one, in the days beyond."""
        uid = self.pane.picture.neighbour(direction)
        if uid:
            self.come_to(uid)
            return
        shown = self.timeline
        if shown is not None and shown.window.zoom is not Zoom.LIFE:
            with self.ipt.gate.held():  # the next step begins where this one ends
                await self._beyond(shown, -1 if direction in ("left", "up") else 1)

    async def _beyond(self, shown: Timeline, direction: int) -> None:
        client = self.ipt.context.client
        if client is None:
            return
        reading = self.ipt.vault.read(next_day, client, shown.window, direction, self.asked())
        day = await self.ipt.or_tell(reading)
        if day is None:
            return
        self.days.hold(day)
        self.ipt.context = replace(self.ipt.context, event=None)
        await self.read_again()
        found = self.timeline.entries if self.timeline else ()
        if direction < 0:
            found = tuple(entry for entry in found if entry.first < shown.window.first)
            self.take(found[-1].uid if found else None)
        else:
            found = tuple(entry for entry in found if entry.first > shown.window.last)
            self.take(found[0].uid if found else None)

    def action_nearer(self) -> None:
        """Less time on screen."""
        self._zoomed(-1, "This is as near as it goes.")

    def action_farther(self) -> None:
        """More time on screen."""
        self._zoomed(1, "This is the whole life there is.")

    def _zoomed(self, direction: int, at_the_end: str) -> None:
        lit = self.entry
        if not self.days.turn(direction, lit, self.today):
            self.ipt.tell(at_the_end)
            return
        if self.days.leaves_out(lit):
            self._left_lit = self._left_lit or self.ipt.context.event
            self.ipt.context = replace(self.ipt.context, event=None)
        elif self._left_lit:
            self.ipt.context = replace(self.ipt.context, event=self._left_lit)
            self._left_lit = None
        self.load()

    def action_earlier(self) -> None:
        """Half a screen of days back."""
        self._step(-1)

    def action_later(self) -> None:
        """Half a screen of days on; not beyond today."""
        self._step(1)

    def _step(self, direction: int) -> None:
        if self.timeline is None:
            return
        if refusal := self.days.step(self.timeline.window, direction, self.today):
            self.ipt.tell(refusal)
            return
        self.ipt.context = replace(self.ipt.context, event=None)
        self.load()

    def action_only(self) -> None:
        """Only what names the person in hand, and everything again."""
        context = self.ipt.context
        self.days.split = None
        self.ipt.context = replace(context, only=None if context.only else context.person)
        self.load()
