"""The timeline as one looks at it: zoom, days, the entry that is lit, only one person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.getters import query_one
from textual.reactive import reactive

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.entry_words import what_words, when_words
from ipt_tui.ipt.offer import offer_words, offered
from ipt_tui.ipt.timeline import ZOOMS, Entry, EventEntry, MoodEntry, Timeline, Zoom
from ipt_tui.ipt.timeline_phrases import period
from ipt_tui.ipt.timeline_words import sentence
from ipt_tui.tui.areas.area import Area
from ipt_tui.tui.areas.days import Days
from ipt_tui.tui.areas.entry_bar import EntryBar
from ipt_tui.tui.areas.timeline_rows import timeline_rows
from ipt_tui.tui.widgets.foot import Foot
from ipt_tui.tui.widgets.help_hint import help_hint
from ipt_tui.tui.widgets.one_of import one_of
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.timeline import TimelinePicture
from ipt_tui.tui.widgets.words import Words
from ipt_tui.vault.errors import VaultError
from ipt_tui.vault.timeline import Asked, day_of, next_day
from ipt_tui.vault.timeline import timeline as read_timeline

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.walking import Direction

EMPTY = {
    Audience.PRACTITIONER: "Here stand this person's moods, and what happened, as they go "
    "together.\n\nn notes the first: ~3 tired    or what happened: !rota changed on 8 oct",
    Audience.CLIENT: "Here stand how you have been, and what happened.\nA number is enough.\n\n"
    "n notes the first: ~3 tired    or what happened: !rota changed on 8 oct",
}
HERE = ("edit", "remove", "tie", "open")


class TimelineView(Area):
    """The half of the timeline that only looks; `TimelineArea` changes the record."""

    timeline: reactive[Timeline | None] = reactive(None, init=False)

    picture = query_one(TimelinePicture)
    listing = query_one("#entries", Rows)
    span = query_one("#span", Words)
    foot = query_one(Foot)
    told = query_one("#told", Words)
    answer = query_one(EntryBar)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with the month of today."""
        super().__init__(id=id)
        self.days = Days()
        self._client: str | None = None
        self._only: str | None = None
        self._left_lit: str | None = None
        self._able: object = None

    def compose(self) -> ComposeResult:
        """Which days, the picture or the list, the entry in hand, what is offered, the sentence."""
        yield Words(id="span")
        yield TimelinePicture()
        yield Rows(id="entries")
        yield Foot()
        yield Words(id="told")
        yield EntryBar(id="entry-answer")

    def on_mount(self) -> None:
        """Follow the cursor of the list in the frame in which it moves; a message comes later."""
        self.watch(self.listing, "cursor", self._walked, init=False)

    def home(self) -> Widget:
        """The picture, or the list in its place."""
        return self.listing if self.has_class("-list") else self.picture

    @property
    def lit(self) -> Entry | None:
        """The entry in hand."""
        return self.timeline.entry(self.ipt.context.event) if self.timeline else None

    async def enter(self) -> None:
        """Come back, maybe with another client, person or entry in hand."""
        context = self.ipt.context
        self.stale = self.stale or context.client != self._client or context.only != self._only
        if context.event and self.timeline and self.timeline.entry(context.event) is None:
            self.stale = True
        await super().enter()
        self.take(self.ipt.context.event)

    # Reading.

    @work(exclusive=True, group="timeline-read")
    async def load(self) -> None:
        """Read the days on screen."""
        await self.read()

    async def read(self) -> None:
        """Read the days on screen, those of the entry in hand if it is elsewhere."""
        app = self.ipt
        if app.context.client != self._client:
            self._other_client()
        self._only = app.context.only
        if app.context.client is None:
            self.timeline = None
            return
        try:
            found = await app.vault.read(read_timeline, app.context.client, self.asked())
            if app.context.event and found.entry(app.context.event) is None:
                day = await app.vault.read(
                    day_of, app.context.client, app.context.event, app.config.day_starts_at
                )
                if day is not None:
                    self.days.hold(day)
                    found = await app.vault.read(read_timeline, app.context.client, self.asked())
        except VaultError as error:
            app.tell(str(error), bad=True)
            return
        self.timeline = found

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
        )

    def _other_client(self) -> None:
        self._client = self.ipt.context.client
        self.days.restart()
        self.timeline, self._left_lit = None, None
        self.answer.stop()

    def watch_timeline(self, timeline: Timeline | None) -> None:
        """Show what was read: picture, list, sentence and entry, in one go."""
        asked_about = timeline and self.answer.about and timeline.entry(self.answer.about.uid)
        if asked_about and asked_about.veiled:  # it was unveiled only for as long as that
            self.answer.stop()
        self.picture.timeline = timeline
        as_list = self.has_class("-list")
        self.listing.rows = timeline_rows(timeline) if timeline and as_list else ()
        self.span.say(self._span(timeline))
        empty = timeline is None or timeline.is_empty
        words = EMPTY[self.ipt.audience] if empty else ""
        if timeline is not None and not empty:
            words = sentence(timeline, self.ipt.audience)
        self.told.say(words)
        lit = self.ipt.context.event
        if timeline is not None and timeline.entry(lit) is None:
            entries = timeline.entries
            lit = entries[-1].uid if entries else None
        self.take(lit)

    def _span(self, timeline: Timeline | None) -> Content:
        """Return "19 Oct – 22 Nov   week ▸ MONTH ▸ course ▸ life   only Sam"."""
        zooms = one_of((zoom.label for zoom in ZOOMS), self.days.zoom.label)
        if timeline is None:
            return zooms
        line = Content(f"{period(timeline)}   ").stylize("$ipt-faint") + zooms
        if timeline.person is not None:
            name = timeline.person.name or "someone"
            line += Content(f"   only {name}").stylize("$accent")
        return line

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
        self.picture.selected = uid
        if uid is not None and self.listing.cursor != uid:
            self.listing.cursor = uid
        self._show_entry(entry)
        able = entry is None, self.offered() is None, self.check_action("only", ())
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

    def _show_entry(self, entry: Entry | None) -> None:
        words, near = "", ""
        if self.timeline is not None and entry is not None:
            words = f"{when_words(entry, self.timeline)}   {what_words(entry, self.timeline)}"
            if entry.veiled:
                words += " · enter shows it"
            if isinstance(entry, MoodEntry):
                words += help_hint(self.ipt, entry.feelings)
            near = offer_words(self.timeline, entry)
        self.foot.lit, self.foot.offered = words, near

    def offered(self) -> tuple[str, str] | None:
        """Return the mood and event of the first tie that is offered for the entry in hand."""
        entry = self.lit
        pair = offered(self.timeline, entry) if self.timeline and entry else None
        return (pair[0].uid, pair[1].uid) if pair else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what is possible now."""
        if action == "walk":
            return bool(self.picture.has_focus)
        if action in HERE:
            return self.lit is not None and self.answer.asked is None
        if action == "apart":
            return self.offered() is not None
        if action == "only":
            return bool(self.ipt.context.only or self.ipt.context.person)
        return True

    # Walking, in the entries and in the time.

    def action_walk(self, direction: Direction) -> None:
        """Light the next entry in that direction; beyond the last one, in the days beyond."""
        uid = self.picture.neighbour(direction)
        if uid:
            self.take(uid)
            return
        shown = self.timeline
        if shown is not None and shown.window.zoom is not Zoom.LIFE:
            self.ipt.gate.shut()  # the next step begins where this one ends
            self._walk_on(shown, -1 if direction in ("left", "up") else 1)

    @work(exclusive=True, group="timeline-walk")
    async def _walk_on(self, shown: Timeline, direction: int) -> None:
        try:
            await self._beyond(shown, direction)
        finally:
            self.ipt.gate.open()

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
        await self.read()
        found = self.timeline.entries if self.timeline else ()
        if direction < 0:
            found = tuple(entry for entry in found if entry.first < shown.window.first)
            self.take(found[-1].uid if found else None)
        else:
            found = tuple(entry for entry in found if entry.first > shown.window.last)
            self.take(found[0].uid if found else None)

    @on(TimelinePicture.Selected)
    def _picked(self, message: TimelinePicture.Selected) -> None:
        self.take(message.uid)

    def _walked(self, uid: str | None) -> None:
        if uid is not None and uid != self.ipt.context.event:
            self.take(uid)

    def action_nearer(self) -> None:
        """Less time on screen."""
        self._zoomed(-1, "This is as near as it goes.")

    def action_farther(self) -> None:
        """More time on screen."""
        self._zoomed(1, "This is the whole life there is.")

    def _zoomed(self, direction: int, at_the_end: str) -> None:
        lit = self.lit
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

    def action_form(self) -> None:
        """The picture as a list, and back."""
        had = self.home().has_focus
        self.toggle_class("-list")
        self.watch_timeline(self.timeline)
        if had:
            self.screen.set_focus(self.home())

    def action_only(self) -> None:
        """Only what names the person in hand, and everything again."""
        context = self.ipt.context
        self.days.split = None
        self.ipt.context = replace(context, only=None if context.only else context.person)
        self.load()
