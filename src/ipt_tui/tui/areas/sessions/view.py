"""A session as one looks at it: which one, its note, what waits, what to do each time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from ipt_tui.ipt import moments
from ipt_tui.ipt.open_loop import Loop, open_loop
from ipt_tui.ipt.session import Kept
from ipt_tui.ipt.tidy import TidyItem, to_tidy
from ipt_tui.tui.areas.asking_area import AskingArea
from ipt_tui.tui.areas.sessions import words
from ipt_tui.tui.areas.sessions.look_pane import LookPane
from ipt_tui.tui.areas.sessions.note_inquiry import NoteInquiry
from ipt_tui.tui.areas.sessions.note_pad import NotePad
from ipt_tui.tui.areas.sessions.note_rows import PART, note_rows
from ipt_tui.tui.areas.sessions.reading import Marks, Read, read_entered, read_session
from ipt_tui.tui.areas.sessions.rows import AGENDA, NEW, each_time_rows, tidy_rows
from ipt_tui.tui.areas.talks.bar import TalkBar
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.captured import Captured
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.open_loop import Entered
    from ipt_tui.ipt.session import Session
    from ipt_tui.tui.areas.asking_bar import AskingBar
    from ipt_tui.tui.areas.inquiry import Inquiry

TICK = 10.0
"""Seconds after which the minutes are looked at again."""


class SessionsView(AskingArea):
    """The half that only looks; `SessionsArea` changes the record."""

    pad = query_one(NotePad)
    tidy = query_one("#tidy", Rows)
    each_time = query_one("#each-time", Rows)
    progress_note = query_one("#progress-note", Rows)
    look = query_one(LookPane)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with no session in hand: the one that runs, or the next, is taken."""
        super().__init__(id=id)
        self.read_last: Read | None = None
        self.items: tuple[TidyItem, ...] = ()
        self.loop: Loop | None = None
        self.as_progress_note = self._about_note = False
        self.marks = Marks()
        self.entered: Mapping[str, Entered] = {}
        self.notes_kept = 0

    def compose(self) -> ComposeResult:
        """Above, which session; the note with what waits; what to do; the line that asks."""
        with Horizontal(id="session-top"):
            yield Words("", id="session-head")
            yield Words("", id="session-clock")
        yield Words("", id="session-plan", classes="muted")
        with Horizontal(id="session-panes"):
            with Vertical(id="note-pane"):
                yield NotePad(id="note")
                yield Rows(quiet=True, id="progress-note")
                yield Words("", id="note-said")
                yield Words("", id="open-loop")
                yield Words("", id="tidy-said", classes="muted")
                yield Rows(quiet=True, id="tidy")
            with Vertical(id="each-time-pane"):
                yield Rows(quiet=True, id="each-time")
            yield LookPane(self.type_on, id="look")
        yield TalkBar(id="session-answer")

    def type_on(self, text: str) -> bool:
        """Type into the note from elsewhere; return whether there is a note to type into."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Look at the clock now and then."""
        self.set_interval(TICK, self.show_head)

    def home(self) -> Widget:
        """The note, in its form; where there is none, what to do."""
        if self.progress_note.display:
            return self.progress_note
        return self.pad if self.pad.display else self.each_time

    async def enter(self) -> None:
        """Come back; who comes along to a session comes to its note."""
        await super().enter()
        if self.follows:
            self.follows = False
            self.screen.set_focus(self.home(), scroll_visible=False)

    @property
    def session(self) -> Session | None:
        """The session in hand."""
        return self.read_last.session if self.read_last else None

    @property
    def now(self) -> Moment:
        """The present moment."""
        app = self.ipt
        return moments.moment(app.clock.now(), day_starts_at=app.config.day_starts_at)

    # Reading.

    def wanted(self) -> object:
        """Return what of the context decides what is read."""
        return self.ipt.context.client, self.ipt.context.session

    async def read(self) -> None:
        """Read and show the session in hand, else the one that runs or is next.

        Raises VaultError.
        """
        app, ground = self.ipt, self.ground
        if app.together:
            self.bar.stop()
        found, kept = None, -1
        while ground.client and kept != self.notes_kept:  # or what was read is older than the pad
            kept = self.notes_kept
            found = await read_session(ground, app.context.session, together=app.together)
        if found is not None:
            text = found.session.text("note")
            if self.pad.session == found.session.uid:
                text = self.pad.text
            self.entered = await read_entered(ground, self.marks.of(text, found, ground))
            if app.context.client == ground.client:
                app.context = replace(app.context, session=found.session.uid)
        self.read_last = found
        self.show()

    def turn_to_other_client(self) -> None:
        """Begin anew with another client: nothing of the one before stays on screen."""
        self.bar.stop()
        self.read_last, self.entered = None, {}
        self.show()

    def shows(self, uid: str) -> bool:
        """Whether a session, or what is tied in it, is there to be asked about."""
        known = {self.session.uid if self.session else "", self.loop.entry if self.loop else ""}
        return uid in known - {""}

    def ask(self, about: Inquiry, key: str | None) -> None:
        """Ask about something, and remember whether it was the progress note."""
        self._about_note = isinstance(about, NoteInquiry)
        super().ask(about, key)

    def ended(self, message: AskingBar.Ended) -> None:  # noqa: ARG002
        """Back to what is to do, or to the parts of the progress note, if that was asked about."""
        about_note = self._about_note and self.progress_note.display
        self.screen.set_focus(self.progress_note if about_note else self.each_time)

    def take(self, uid: str) -> None:
        """Take another session in hand."""
        self.ipt.context = replace(self.ipt.context, session=uid)
        self.load()

    def beside(self, step: int) -> str | None:
        """Return the session before or after the one in hand."""
        uids = [line.uid for line in self.read_last.lines] if self.read_last else []
        at = uids.index(self.session.uid) + step if self.session else -1
        return uids[at] if 0 <= at < len(uids) else None

    @property
    def in_brief(self) -> bool:
        """Whether of a note only what is taken stays; a note of when more was kept stays."""
        found = self.read_last
        if found is None or found.kept is not Kept.BRIEF:
            return False
        return found.session.line.running or found.session.uid != self.pad.session

    @property
    def is_veiled(self) -> bool:
        """Whether something of the session in hand is veiled."""
        session = self.session
        return session is not None and bool(
            session.veiled or any(line.veiled for line in session.agenda)
        )

    def why_no_note(self) -> str:
        """Return why the note is not shown, "" if it is."""
        found = self.read_last
        if found is None:
            return ""
        if self.ipt.together:
            return words.TOGETHER
        runs = found.session.line.running
        earlier = not runs and bool(found.session.text("note"))  # of when more was kept
        if found.kept is Kept.DATES and not earlier:
            return words.DATES_ONLY
        if found.kept is Kept.BRIEF and not runs and not earlier:
            return words.NO_PAD
        return words.VEILED if "note" in found.session.veiled else ""

    # Showing.

    def show(self) -> None:
        """Show what was read."""
        session, why = self.session, self.why_no_note()
        form = session is not None and self.as_progress_note and not self.ipt.together
        self.query_one("#session-panes").display = session is not None  # at once, not by a class
        self.progress_note.display = form
        self.pad.display = session is not None and not why and not form
        if session is not None and not form and not self.pad.display:
            self.add_class("-each")  # where one pane has room it is the one with something in it
        if session is None or why:
            self.pad.turn_to(None, "", None)
        else:
            self.pad.turn_to(session.uid, session.text("note"), session.updated_at)
        said = self.query_one("#note-said", Words)
        said.say("" if form else why or (words.IN_BRIEF if self.in_brief else ""))
        said.display = bool(said.content)
        self._show_progress_note(form)
        self._show_each_time()
        self.show_head()
        self.show_tidy()
        self.refresh_bindings()
        focused = self.screen.focused
        hidden = focused in (self.pad, self.progress_note) and not focused.display
        if (focused is None or hidden) and self.display:  # what had the focus is not shown
            self.screen.set_focus(self.home(), scroll_visible=False)

    def _show_progress_note(self, form: bool) -> None:
        """Show the note that is filed, first its first part: signing is never under the cursor."""
        found, listing = self.read_last, self.progress_note
        is_new = not any(row.key and row.key.startswith(PART) for row in listing.rows)
        listing.rows = note_rows(found.note) if found and form else ()
        keys = [row.key for row in listing.rows if row.key]
        if keys and is_new:
            listing.cursor = keys[0]

    def _show_each_time(self) -> None:
        found, listing = self.read_last, self.each_time
        unmoved = not listing.has_focus and listing.cursor == NEW
        rows = each_time_rows(found.session, found.carried, self.ipt.together) if found else ()
        listing.rows = rows
        if unmoved and found and found.session.agenda:
            listing.cursor = f"{AGENDA}{found.session.agenda[0].uid}"

    def show_head(self) -> None:
        """Show which session it is and how long it has been going on."""
        found = self.read_last
        head, clock, plan = words.NO_COURSE, "", ""
        if found is not None:
            head = words.head(found.session)
            plan = words.told_before(found.session, found.before)
            clock = words.clock(found.session, self.ipt.clock.now()) if found.timed else ""
        self.query_one("#session-head", Words).say(head)
        self.query_one("#session-clock", Words).say(clock)
        self.query_one("#session-plan", Words).say(plan)

    def show_tidy(self) -> None:
        """Show what the finished lines of the note would become, and what is open."""
        self._read_marks()
        said, loop = self.query_one("#tidy-said", Words), self.query_one("#open-loop", Words)
        said.display = self.tidy.display = bool(self.items)
        loop.display = self.loop is not None
        if self.loop is not None:
            loop.say(f"{self.loop.words}   esc t ties")
        if self.items:
            said.say(words.counted(len(self.items)))
            self.tidy.styles.height = min(len(self.items), 5)
            self.tidy.rows = tidy_rows(self.items)

    def items_in(self, note: str) -> tuple[TidyItem, ...]:
        """Return what waits to be taken in a note, the line one is typing in as well."""
        found = self.read_last
        return self._waiting(self.marks.of(note, found, self.ground), found) if found else ()

    def _waiting(self, pieces: tuple[Captured, ...], found: Read) -> tuple[TidyItem, ...]:
        return to_tidy(pieces, found.done, found.day, found.ground.scale, of=found.session.uid)

    def _read_marks(self) -> None:
        found = self.read_last
        self.items, self.loop = (), None
        if found is None or self.pad.session != found.session.uid:
            return
        pieces: tuple[Captured, ...] = self.marks.of(self.pad.finished, found, self.ground)
        uid = found.session.uid
        self.items = self._waiting(pieces, found)
        code = found.session.line.code
        self.loop = open_loop(pieces, self.items, found.done, self.entered, code, of=uid)
