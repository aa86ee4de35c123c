"""A session as one looks at it: which one, its note, what waits, what to do each time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from ipt_tui.ipt import capture, moments
from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.open_loop import open_loop
from ipt_tui.ipt.session import Kept
from ipt_tui.ipt.tidy import TidyItem, to_tidy
from ipt_tui.tui.areas.asking_area import AskingArea
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.sessions import words
from ipt_tui.tui.areas.sessions.note_pad import NotePad
from ipt_tui.tui.areas.sessions.note_rows import note_rows
from ipt_tui.tui.areas.sessions.rows import AGENDA, NEW, each_time_rows, tidy_rows
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Words
from ipt_tui.vault import clients, courses, noting, practices, progress_notes, sessions, tidying
from ipt_tui.vault.entered import entered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.captured import Captured
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.open_loop import Entered, Loop
    from ipt_tui.ipt.practice import Practice
    from ipt_tui.ipt.progress_note import ProgressNote
    from ipt_tui.ipt.session import Session, SessionLine
    from ipt_tui.ipt.tidy import Tidied

MOST_LINES = 200
TICK = 10.0
"""Seconds after which the minutes are looked at again."""


@dataclass(frozen=True, slots=True)
class Read:
    """One session with all that is shown around it."""

    session: Session
    lines: tuple[SessionLine, ...]
    before: str
    carried: tuple[Practice, ...]
    done: tuple[Tidied, ...]
    ground: noting.Ground
    kept: Kept
    note: ProgressNote | None
    entered: Mapping[str, Entered]


class SessionsView(AskingArea):
    """The half that only looks; `SessionsArea` changes the record."""

    pad = query_one(NotePad)
    tidy = query_one("#tidy", Rows)
    each_time = query_one("#each-time", Rows)
    progress_note = query_one("#progress-note", Rows)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with no session in hand: the one that runs, or the next, is taken."""
        super().__init__(id=id)
        self.read_last: Read | None = None
        self.items: tuple[TidyItem, ...] = ()
        self.loop: Loop | None = None
        self._pieces: tuple[Captured, ...] = ()
        self._wanted: str | None = None
        self.as_progress_note = False

    def compose(self) -> ComposeResult:
        """Above, which session; the note with what waits; what to do; the line that asks."""
        yield Words("", id="session-head")
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
        yield AskingBar(id="session-answer")

    def on_mount(self) -> None:
        """Look at the clock now and then."""
        self.set_interval(TICK, self.show_head)

    def home(self) -> Widget:
        """The note, in its form; where there is none, what to do."""
        if self.progress_note.display:
            return self.progress_note
        return self.pad if self.pad.display else self.each_time

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

    async def read(self) -> None:
        """Read and show the session in hand, else the one that runs or is next. Raises VaultError.

        What is typed in its note is its own veil: who is at a session sees it.
        """
        app, client = self.ipt, self.ipt.context.client
        self.read_last = await self._read(client) if client else None
        if app.together:
            self.bar.stop()
        self.show()

    async def _read(self, client: str) -> Read | None:
        app, read, starts = self.ipt, self.ipt.vault.read, self.ipt.config.day_starts_at
        course = await read(courses.current, client, self.today)
        if course is None:
            return None
        lines = await read(sessions.of_course, course.uid, app.revealed, starts)
        uid = await self._found(client, lines)
        if uid is None:
            return None
        running = any(line.uid == uid and line.running for line in lines) and not app.together
        revealed = app.revealed | {uid} if running else app.revealed
        last = await read(sessions.last_before, uid, revealed, starts)
        before = ""
        if last is not None:
            told = await read(sessions.session, last.uid, self.today, app.revealed, starts)
            before = told.text("plan_next")
        return Read(
            await read(sessions.session, uid, self.today, revealed, starts),
            lines,
            before,
            await self._carried(client, uid),
            await read(tidying.done, uid),
            await read(noting.ground, client, app.revealed),
            await read(clients.kept, client),
            await self._note_of(uid, revealed),
            await read(entered, client, self._marked()),
        )

    async def _found(self, client: str, lines: tuple[SessionLine, ...]) -> str | None:
        if any(line.uid == self._wanted for line in lines):
            return self._wanted
        found = await self.ipt.vault.read(sessions.next_of, client, self.today)
        last = lines[-1] if lines else None
        line = found if found in lines or last is None else last
        self._wanted = line.uid if line else None
        return self._wanted

    def _marked(self) -> tuple[str, ...]:
        """Return the last lines of the note that hold a mood or an event."""
        pieces = (piece for piece in self._pieces if piece.mark in (Mark.MOOD, Mark.EVENT))
        return tuple(dict.fromkeys(piece.words for piece in pieces))[-MOST_LINES:]

    async def _note_of(self, uid: str, revealed: frozenset[str]) -> ProgressNote | None:
        read, starts = self.ipt.vault.read, self.ipt.config.day_starts_at
        session = await read(sessions.session, uid, self.today, revealed, starts)
        note = session.progress_note
        return await read(progress_notes.note, note, revealed, starts) if note else None

    async def _carried(self, client: str, uid: str) -> tuple[Practice, ...]:
        """Return what was agreed in this session, and what is still to be looked at."""
        found = await self.ipt.vault.read(practices.of_client, client, self.ipt.revealed)
        return tuple(
            one for one in found if one.open or one.session == uid or one.looked_at == self.today
        )

    def turn_to_other_client(self) -> None:
        """Begin anew with another client: nothing of the one before stays on screen."""
        self.bar.stop()
        self.read_last, self._wanted = None, None
        self.show()

    def shows(self, uid: str) -> bool:
        """Whether a session, or what is tied in it, is there to be asked about."""
        known = {self.session.uid if self.session else "", self.loop.entry if self.loop else ""}
        return uid in known - {""}

    def take(self, uid: str) -> None:
        """Take another session in hand."""
        if uid != self._wanted:
            self._wanted = uid
            self.load()

    def beside(self, step: int) -> str | None:
        """Return the session before or after the one in hand."""
        lines = self.read_last.lines if self.read_last else ()
        uids = [line.uid for line in lines]
        at = uids.index(self.session.uid) + step if self.session else -1
        return uids[at] if 0 <= at < len(uids) else None

    # Showing.

    def show(self) -> None:
        """Show what was read."""
        found, session = self.read_last, self.session
        self.set_class(session is None, "-none")
        why = self._why_no_note()
        form = session is not None and self.as_progress_note and not self.ipt.together
        self.progress_note.display = form
        self.pad.display = session is not None and not why and not form
        why = "" if form else why
        said = self.query_one("#note-said", Words)
        said.say(why or (words.IN_BRIEF if self.in_brief else ""))
        said.display = bool(said.content)
        if session is None:
            self.pad.turn_to(None, "", None)
        elif not self._why_no_note():
            self.pad.turn_to(session.uid, session.text("note"), session.updated_at)
        rows = each_time_rows(session, found.carried) if session and found else ()
        was_empty = not self.each_time.has_focus and self.each_time.cursor == NEW
        self.each_time.rows = rows
        if was_empty and session and session.agenda:
            self.each_time.cursor = f"{AGENDA}{session.agenda[0].uid}"
        self.progress_note.rows = note_rows(found.note) if found and form else ()
        self.show_head()
        self.show_tidy()
        self.refresh_bindings()

    @property
    def in_brief(self) -> bool:
        """Whether of a note only what is taken stays."""
        return self.read_last is not None and self.read_last.kept is Kept.BRIEF

    def _why_no_note(self) -> str:
        """Return why the note is not shown, "" if it is."""
        if self.session is None:
            return ""
        if self.ipt.together:
            return words.TOGETHER
        if self.read_last is not None and self.read_last.kept is Kept.DATES:
            return words.DATES_ONLY
        return words.VEILED if "note" in self.session.veiled else ""

    def show_head(self) -> None:
        """Show which session it is and how long it has been going on."""
        session, before = self.session, self.read_last.before if self.read_last else ""
        if session is None:
            first, second = words.NO_COURSE, ""
        else:
            first, second = words.head(session, self.ipt.clock.now(), before)
        self.query_one("#session-head", Words).say(first)
        self.query_one("#session-plan", Words).say(second)

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

    def _read_marks(self) -> None:
        found = self.read_last
        self._pieces, self.items, self.loop = (), (), None
        if found is None or not self.pad.session or self.ipt.together:
            return
        day, ground = (found.session.line.at or self.now).day, found.ground
        self._pieces = capture.parse(
            self._finished_note(), day, ground.names, ground.scale,
            southern=self.ipt.southern, day_starts_at=self.ipt.config.day_starts_at,
            anchors=ground.anchors,
        )  # fmt: skip
        self.items = to_tidy(self._pieces, found.done, day, ground.scale)
        code = found.session.line.code
        self.loop = open_loop(self._pieces, self.items, found.done, found.entered, code)

    def _finished_note(self) -> str:
        """Return the note with the line one is at left empty, so that numbers stay true."""
        lines = self.pad.text.split("\n")
        if self.pad.has_focus:
            lines[self.pad.cursor_location[0]] = ""
        return "\n".join(lines)
