"""Today: what each key changes, and where it leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work

from ipt_tui.ipt.dates import short
from ipt_tui.ipt.session import Attendance
from ipt_tui.tui.areas.area import NO_CLIENT, VEILED, RecordChanged
from ipt_tui.tui.areas.today.inquiry import TEXT, WHEN, MoveInquiry, TodoInquiry
from ipt_tui.tui.areas.today.keys import CONCERN, RUNNING, TIDY, UNSIGNED
from ipt_tui.tui.areas.today.outcomes import BEGIN, LATE, MOVED, meant
from ipt_tui.tui.areas.today.view import TodayView
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.context import Context
from ipt_tui.tui.screens.review.opening import open_review
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import agendas, clients, session_begin, session_told, todos

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from textual.binding import BindingType

    from ipt_tui.ipt.today import ClientDay
    from ipt_tui.tui.areas.asking_bar import AskingBar
    from ipt_tui.tui.areas.today.outcomes import Meant
    from ipt_tui.vault.session_begin import Begun

SESSIONS, PEOPLE, OWN = "sessions", "people", ("next_session", "week")
SOON = timedelta(days=1)
"""A session begun so long before its day is taken for the one that was planned."""


class TodayArea(TodayView):
    """Clients by their next session on the left, the chosen one's day on the right."""

    HELP = """Who comes next, and what there is to say before. enter prepares the next session: its
agenda, and no clock; without one planned it opens the record. s begins the next session; o says of
the session that is lit, else of the next, that somebody came late, that it does not take place, to
when it is moved, or how one meets this once. p sets up the course of sessions, changes it or ends
it. enter on a line to tidy goes to it. n adds a client under a code. A client can be paused or
ended with e; nothing is lost by that. On the lines of to-dos n adds one, space ticks it, e changes
it, x removes it."""
    HELP_OWN = """What you wrote down. s asks how you are, one question at a time; a has evenings
for a first week; p makes a card for your next meeting. enter opens it; e is about you."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("today")]
    _moving: MoveInquiry | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say what is possible now; nothing while something is asked."""
        if self.bar.asked is not None:
            return False
        if action in ("choose", "remove"):
            return self.todo is not None
        if action == "start":
            return not self.on_todos
        if action in ("plan", "other"):
            return not self.alone and not self.on_todos
        return self.own_vault if action in OWN else action != "new" or not self.alone

    # Opening.

    @on(Rows.Chosen)
    async def _chosen(self) -> None:
        await self.action_open()

    async def action_open(self) -> None:
        """Prepare the session that is next, without one open the record; else what is in hand."""
        app, key = self.ipt, self.clients_list.cursor or ""
        if self.day.has_focus and self.opens_from_day():
            return
        if self.on_todos:
            self._open_todo()
        elif app.context.client is None:
            self.action_new()
        elif self.clients_list.has_focus and key.startswith((RUNNING, UNSIGNED)):
            app.context = replace(app.context, session=key.partition(":")[2])
            app.action_go_to(SESSIONS, then="form" if key.startswith(UNSIGNED) else "")
        elif self.clients_list.has_focus and key.startswith(CONCERN):
            app.action_concern(key.removeprefix(CONCERN))
        elif self.clients_list.has_focus and key.startswith(TIDY):
            app.context = replace(app.context, session=key.removeprefix(TIDY))
            app.action_go_to(SESSIONS, then="tidy")
        elif self.client is not None and self.client.session and not self.alone:
            app.gate.shut()  # keys wait for the session
            self._prepare(self.client)
        else:
            app.action_go_to(PEOPLE)

    @work
    async def _prepare(self, client: ClientDay) -> None:
        """Go to the session that is next, with what there is to do in it; no clock runs."""
        if not (client.running or self.refusal()):
            await self.write(agendas.fill, client.session)
        self.ipt.context = replace(self.ipt.context, session=client.session)
        self.ipt.action_go_to(SESSIONS)

    def _open_todo(self) -> None:
        one = self.todo
        if one is not None and one.todo.veiled:
            self.ipt.revealed |= {one.todo.uid}
            self.load()
        else:
            self._ask()

    # Clients, and their courses.

    def action_new(self) -> None:
        """Add a client; on the to-dos, one more of those."""
        if not self.on_todos:
            self.ipt.gate.shut()  # keys wait for the form
            self._new_client()
        elif self.ipt.context.client is None:
            self.ipt.tell(NO_CLIENT)
        else:
            self._ask(new=True)

    @work(group="dialog")
    async def _new_client(self) -> None:
        from ipt_tui.tui.dialogs.client_form import ClientForm

        uid = await self.app.push_screen_wait(ClientForm(followed=True))
        if uid:
            self._take_up(uid, plan=True)

    def action_edit(self) -> None:
        """Change the client in hand; on a to-do, its words."""
        if self.on_todos:
            self._ask()
        elif uid := self.ipt.context.client:
            self.ipt.gate.shut()
            self._edit_client(uid)

    @work(group="dialog")
    async def _edit_client(self, uid: str) -> None:
        from ipt_tui.tui.dialogs.client_form import ClientForm

        if await self.app.push_screen_wait(ClientForm(uid)):
            self._take_up(uid)

    @work
    async def _take_up(self, uid: str, *, plan: bool = False) -> None:
        """Take a client in hand who was added or changed; `plan` the course next."""
        app = self.ipt
        lines = await app.or_tell(app.vault.read(clients.listing)) or ()
        line = next((line for line in lines if line.uid == uid), None)
        if line:
            app.context = Context.of(line)
        self.post_message(RecordChanged())
        if plan:
            self._plan(uid)

    def action_plan(self) -> None:
        """Set up the course of the client in hand, or change it."""
        uid = self.ipt.context.client
        if uid is None:
            self.ipt.tell(NO_CLIENT)
        elif self.may_change():
            self.ipt.gate.shut()
            self._plan(uid)

    @work(group="dialog")
    async def _plan(self, uid: str) -> None:
        from ipt_tui.tui.dialogs.course_form import CourseForm

        if await self.app.push_screen_wait(CourseForm(uid)):
            self.post_message(RecordChanged())

    # The session that is next.

    @work
    async def action_start(self) -> None:
        """Begin the next session of the client in hand; in one's own vault the evening."""
        if self.own_vault:
            open_review(self.ipt)
            return
        client = self._with_course()
        if client is None:
            return
        self.ipt.gate.shut()
        begun = await self.write(session_begin.start_next, *self._now(client))
        if begun is not None:
            self._say_if_early(client)
        self._in_session(begun)

    def _say_if_early(self, client: ClientDay) -> None:
        """Say of a session begun days before it was planned for that it was; nobody is kept."""
        at = client.at
        if at is not None and not client.running and at.day - self.today > SOON:
            when = f"{at.day:%a} {short(at.day, self.today)}"
            self.ipt.tell(f"Session {client.number} was planned for {when}; esc u takes this back.")

    async def action_other(self) -> None:
        """Ask what other than beginning becomes of the session that is lit, else of the next."""
        from ipt_tui.tui.dialogs.letter_strip import LetterStrip

        client = self._with_course()
        if client is not None and self.may_change():
            row = self.clients_list.cursor if self.clients_list.has_focus else None
            one = meant(self.listed, row or "", client)
            strip = LetterStrip(one.letters, one.words)
            await self.app.push_screen(strip, partial(self._became, one, client))

    def _became(
        self, one: Meant, client: ClientDay, word: str | None, *, sure: bool = False
    ) -> None:
        if word == MOVED:
            self._moving = MoveInquiry(self.ground, one)
            self.ask(self._moving, WHEN)
        elif word == LATE[-1] and not sure and not one.begins(self.today):
            from ipt_tui.tui.dialogs.letter_strip import LetterStrip

            about = f"{one.words} is planned for {one.planned(self.today)}"
            sure_of = partial(self._became, one, client, sure=True)
            self.app.push_screen(LetterStrip((BEGIN,), about), sure_of)
        elif word is not None:
            self._say(one, client, word)

    @work
    async def _say(self, one: Meant, client: ClientDay, word: str) -> None:
        app = self.ipt
        name, _, value = word.partition(":")
        if value:
            told: dict[str, Any] = {name: value}
            with app.gate.held():
                await self.write(session_told.tell, one.uid, **told)
            return
        if word == Attendance.LATE.value:
            app.gate.shut()
            _, now, _, starts = self._now(client)
            self._in_session(
                await self.write(session_begin.late, one.uid, now, starts)
                if one.uid
                else await self.write(session_begin.came_late, *self._now(client))
            )
            return
        with app.gate.held():
            if await self.write(session_begin.missed, one.uid, word):
                counts = "It counts as one of those agreed; p agrees on more."
                app.tell(f"{one.words}: {Attendance.say(word)}. {counts} u takes that back.")

    def ended(self, message: AskingBar.Ended) -> None:
        """Back to the list; of a session that was moved it is said to when."""
        super().ended(message)
        asked, self._moving = self._moving, None
        if asked is not None and asked.moved is not None:
            when = replace(asked.session, at=asked.moved).planned(self.today)
            self.ipt.tell(f"{asked.session.words} is moved to {when}. u takes that back.")

    def _with_course(self) -> ClientDay | None:
        """Return the client in hand; None, with a sentence, without a course."""
        client = self.client
        if client is None:
            self.ipt.tell(NO_CLIENT)
        elif client.course is None:
            self.ipt.tell(f"{client.code} has no course of sessions yet; p sets one up.")
            return None
        return client

    def _now(self, client: ClientDay) -> tuple[str, datetime, date, time]:
        app = self.ipt
        return client.uid, app.clock.now(), self.today, app.config.day_starts_at

    def _in_session(self, begun: Begun | None) -> None:
        """Go to the session that runs; the gate opens there, at once where none was begun."""
        if begun is None:
            self.ipt.gate.open()
            return
        self.ipt.context = replace(self.ipt.context, session=begun.uid)
        self.ipt.action_go_to(SESSIONS)

    # To-dos.

    def _ask(self, *, new: bool = False) -> None:
        one, code = self.todo, self.ipt.context.code
        if one is not None and one.todo.veiled and not new:
            self.ipt.tell(VEILED)
            return
        todo = None if new or one is None else one.todo
        self.ask(TodoInquiry(self.ground, code, todo), TEXT)

    @work
    async def action_choose(self) -> None:
        """Tick the to-do under the cursor."""
        one = self.todo
        if one and await self.write(todos.tick, one.todo.uid, self.today) is not None:
            self.ipt.tell("Done. u takes that back.")

    @work
    async def action_remove(self) -> None:
        """Remove the to-do under the cursor."""
        one = self.todo
        if one and await self.write(todos.remove, one.todo.uid) is not None:
            self.ipt.tell("The to-do is removed. u brings it back.")
