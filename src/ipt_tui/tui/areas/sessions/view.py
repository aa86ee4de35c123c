"""A session as one looks at it: its note, what waits, what to do each time, where one types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from ipt_tui.ipt import moments
from ipt_tui.tui.areas.area import is_shown
from ipt_tui.tui.areas.asking_area import AskingArea
from ipt_tui.tui.areas.sessions import words
from ipt_tui.tui.areas.sessions.look_pane import LookPane
from ipt_tui.tui.areas.sessions.note_inquiry import NoteInquiry
from ipt_tui.tui.areas.sessions.note_keeper import NoteKeeper
from ipt_tui.tui.areas.sessions.note_pad import NotePad
from ipt_tui.tui.areas.sessions.note_rows import PART, note_rows
from ipt_tui.tui.areas.sessions.rows import AGENDA, NEW, each_time_rows, tidy_rows
from ipt_tui.tui.areas.sessions.where import typing_goes
from ipt_tui.tui.areas.talks.bar import TalkBar
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.open_loop import Loop
    from ipt_tui.ipt.session import Session
    from ipt_tui.ipt.tidy import TidyItem
    from ipt_tui.tui.areas.asking_bar import AskingBar
    from ipt_tui.tui.areas.inquiry import Inquiry

TICK = 10.0
"""Seconds after which the minutes are looked at again."""


class NotePane(Vertical, can_focus=True):
    """The note and what waits; with the focus the note is read, and nothing is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "read('up')", show=False),
        Binding("down,j", "read('down')", show=False),
        Binding("pageup", "read('page_up')", show=False),
        Binding("pagedown", "read('page_down')", show=False),
        Binding("home", "read('home')", show=False),
        Binding("end", "read('end')", show=False),
    ]

    def action_read(self, way: str) -> None:
        """Read on in the note."""
        getattr(self.query_one(NotePad), f"scroll_{way}")(animate=False)


class SessionsView(AskingArea):
    """The half that only looks; `SessionsArea` changes the record."""

    pad = query_one(NotePad)
    note_pane = query_one(NotePane)
    tidy = query_one("#tidy", Rows)
    each_time = query_one("#each-time", Rows)
    progress_note = query_one("#progress-note", Rows)
    look = query_one(LookPane)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with no session in hand: the one that runs, or the next, is taken."""
        super().__init__(id=id)
        self.keeper = NoteKeeper(self)
        self.items: tuple[TidyItem, ...] = ()
        self.loop: Loop | None = None
        self.as_progress_note = self._about_note = self._typed = self._tidied = False

    def compose(self) -> ComposeResult:
        """Above, which session; the note with what waits; what to do; the line that asks."""
        with Horizontal(id="session-top"):
            yield Words("", id="session-head")
            yield Words("", id="session-clock")
        yield Words("", id="session-plan", classes="muted")
        with Horizontal(id="session-panes"):
            with NotePane(id="note-pane"):
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

    @property
    def session(self) -> Session | None:
        """The session in hand."""
        return self.keeper.session

    @property
    def now(self) -> Moment:
        """The present moment."""
        app = self.ipt
        return moments.moment(app.clock.now(), day_starts_at=app.config.day_starts_at)

    # Where one is.

    def home(self) -> Widget:
        """The note, in its form; where there is none, what to do."""
        if self.progress_note.display:
            return self.progress_note
        return self.pad if self.pad.display else self.each_time

    def rest(self) -> Widget:
        """Return where nothing is typed: the rows beside the note, or the note as it is read."""
        home = self.home()
        if home is not self.pad:
            return home
        return self.note_pane if self.screen.has_class("-narrow") else self.each_time

    def typed_note(self) -> Widget:
        """Put the note in front as it is typed; return it, or what to do where there is none."""
        if self.as_progress_note:
            self.as_progress_note = False
            self.show()
        return self.pad if self.pad.display else self.home()

    def comes_to(self) -> Widget:
        """Come to the note with its session in hand, else to where one was.

        A digit alone never has one type into the note of a session that does not run.
        """
        if self.follows:
            self.follows = False
            return self.typed_note()
        kept = super().comes_to() or self.home()
        typed = self.keeper.runs and self._focus in (None, self.pad)
        return self.rest() if kept is self.pad and not typed else kept

    def focus_on(self, widget: Widget) -> None:
        """Go to a part; where there is room for one pane, it is the one that is shown."""
        self.set_class(widget is self.each_time, "-each")
        super().focus_on(widget)

    def on_descendant_focus(self) -> None:
        """Say where typing goes."""
        self.say_where()

    on_descendant_blur = on_descendant_focus

    def say_where(self) -> None:
        """Say above the panes where what is typed goes."""
        self.query_one("#session-panes").border_title, typing = typing_goes(self)
        self.set_class(typing, "-typing")
        self.show_head()
        self._say_loop()

    @property
    def types(self) -> bool:
        """Whether a letter is for the note, from within a look too."""
        return self.pad.display and (self.pad.has_focus or self.look.has_it)

    # Reading.

    def wanted(self) -> object:
        """Return what of the context decides what is read."""
        return self.ipt.context.client, self.ipt.context.session

    async def read(self) -> None:
        """Read and show the session in hand. Raises VaultError."""
        if self.ipt.together:
            self.bar.stop()
        await self.keeper.read()
        self.show()

    def turn_to_other_client(self) -> None:
        """Keep what was typed for the one before; nothing of them stays on screen."""
        self.keeper.keep()
        self.bar.stop()
        self.keeper.forget()
        self.show()

    def leave(self) -> None:
        """Go away: what was typed is kept in the record, an answer not given yet as a draft."""
        super().leave()
        self.bar.stop()
        self.keeper.keep()

    def shows(self, uid: str) -> bool:
        """Whether a session, or what is tied in it, is there to be asked about."""
        became = {each.uid for each in self.keeper.entered.values()}
        return uid in became or (self.session is not None and uid == self.session.uid)

    def ask(self, about: Inquiry, key: str | None) -> None:
        """Ask about something, and remember from where: what waits, the note, the note filed."""
        self._about_note, self._typed = isinstance(about, NoteInquiry), self.types
        self._tidied = self.tidy.has_focus
        super().ask(about, key)

    def ended(self, message: AskingBar.Ended) -> None:  # noqa: ARG002
        """Back to where it was asked: the progress note, the note as it is read, what is to do."""
        if self._about_note and self.progress_note.display:
            self.focus_on(self.progress_note)
        elif self._tidied and self.items:
            self.focus_on(self.tidy)
        else:
            read = self.rest() is self.note_pane and not self.has_class("-each")
            self.focus_on(self.note_pane if read else self.each_time)

    def take(self, uid: str) -> None:
        """Take another session in hand."""
        self.ipt.context = replace(self.ipt.context, session=uid)
        self.load()

    def beside(self, step: int) -> str | None:
        """Return the session before or after the one in hand."""
        uids = [line.uid for line in self.keeper.found.lines] if self.keeper.found else []
        at = uids.index(self.session.uid) + step if self.session else -1
        return uids[at] if 0 <= at < len(uids) else None

    # Showing.

    def show(self) -> None:
        """Show what was read."""
        session, why = self.session, self.keeper.why_unseen()
        form = session is not None and self.as_progress_note and not self.ipt.together
        self.query_one("#session-panes").display = session is not None  # at once, not by a class
        self.progress_note.display = form
        self.pad.display = session is not None and not why and not form
        if session is not None and not form and not self.pad.display:
            self.add_class("-each")  # where one pane has room it is the one with something in it
        self.keeper.fill_pad()
        said = self.query_one("#note-said", Words)
        said.say("" if form else why or (words.IN_BRIEF if self.keeper.in_brief else ""))
        said.display = bool(said.content)
        self._show_progress_note(form)
        self._show_each_time()
        self.show_tidy()
        self.refresh_bindings()
        if self.display and not ((focused := self.screen.focused) and is_shown(focused)):
            self.focus_on(self.rest())  # what had the focus is not shown any more
        self.say_where()

    def _show_progress_note(self, form: bool) -> None:
        """Show the note that is filed, first its first part: signing is never under the cursor."""
        found, listing = self.keeper.found, self.progress_note
        is_new = not any(row.key and row.key.startswith(PART) for row in listing.rows)
        listing.rows = note_rows(found.note) if found and form else ()
        if is_new and (keys := [row.key for row in listing.rows if row.key]):
            listing.cursor = keys[0]

    def _show_each_time(self) -> None:
        found, listing, app = self.keeper.found, self.each_time, self.ipt
        unmoved = not listing.has_focus and listing.cursor == NEW
        listing.rows = each_time_rows(
            found.session, found.carried, found.due, together=app.together,
            self_check=app.config.self_check,
        ) if found else ()  # fmt: skip
        if unmoved and found and found.session.agenda:
            listing.cursor = f"{AGENDA}{found.session.agenda[0].uid}"

    def show_head(self) -> None:
        """Show which session it is and how long it has been going on."""
        found = self.keeper.found
        head, clock, plan = words.NO_COURSE, "", ""
        if found is not None:
            head = words.head(found.session)
            plan = words.told_before(found.session, found.before)
            now, typing = self.ipt.clock.now(), self.pad.has_focus
            clock = words.clock(found.session, now, typing=typing) if found.timed else ""
        self.query_one("#session-head", Words).say(head)
        self.query_one("#session-clock", Words).say(clock)
        self.query_one("#session-plan", Words).say(plan)

    def show_tidy(self) -> None:
        """Show what the finished lines of the note would become, and what is open."""
        keeper = self.keeper
        self.items = keeper.waiting(self.pad.finished) if keeper.has_pad else ()
        self.loop = keeper.loop(self.items)
        self.query_one("#tidy-said").display = self.tidy.display = bool(self.items)
        self._say_loop()
        if self.items:
            self.query_one("#tidy-said", Words).say(words.counted(len(self.items)))
            self.tidy.styles.height = min(len(self.items), 5)
            self.tidy.rows = tidy_rows(self.items)

    def _say_loop(self) -> None:
        said, loop = self.query_one("#open-loop", Words), self.loop
        said.display = loop is not None
        if loop is not None:
            said.say(f"{loop.words}   {words.by_key('t ties', typing=self.pad.has_focus)}")
