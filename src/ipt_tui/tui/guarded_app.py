"""What guards the record whatever is on screen: drafts, keys in order, idleness, the way out."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from textual import events

from ipt_tui.ipt import household
from ipt_tui.ipt.about import PROGRAM
from ipt_tui.ipt.clock import SESSION_AT_MOST
from ipt_tui.tui import crash
from ipt_tui.tui.drafting import Drafting
from ipt_tui.tui.idle import Away, IdleWatch
from ipt_tui.tui.key_gate import KeyGate
from ipt_tui.tui.thrifty_app import ThriftyApp
from ipt_tui.vault import place
from ipt_tui.vault.errors import VaultError
from ipt_tui.vault.thread import VaultThread

if TYPE_CHECKING:
    from collections.abc import Awaitable
    from pathlib import Path

    from textual.message import Message

    from ipt_tui.exchange.config import Config
    from ipt_tui.ipt.clock import Clock

T = TypeVar("T")

LOCKED, LOCKED_AT_HELP = "locked", "locked at help lines"
DRAFT_SECONDS, IDLE_LOOK_SECONDS, TOLD_SECONDS = 1.0, 20.0, 6.0
ONCE_MORE = "Quit once more to end without what you typed last."
PATIENCE_WITH_THE_DEAD = 2.0
"""Seconds after everything is saved."""
_TOUCHES = events.Key | events.Paste | events.MouseDown


def leave_a_dead_terminal() -> None:
    """End this process in a while, whatever it still waits for; everything is saved by then.

    Textual's last words to a terminal that is gone are never taken, and it would wait for ever.
    """
    last = threading.Timer(PATIENCE_WITH_THE_DEAD, os._exit, (0,))
    last.daemon = True
    last.start()


class GuardedApp(ThriftyApp[str]):
    """Loses nothing that is typed, and shows nothing to somebody who was not there."""

    def __init__(self, clock: Clock, config: Config, *, demo: str | None) -> None:
        """Start without a vault; the demo, which holds nobody's words, is never locked."""
        self.gate = KeyGate()
        self.always: dict[str, str] = {}
        super().__init__()
        self.clock = clock
        self.config = config
        self.demo = demo
        self.vault = VaultThread(clock)
        self.drafting = Drafting(self.vault)
        self.own_drafting = Drafting(self.vault.own)
        self.idle = IdleWatch(clock, config.idle_curtain_minutes, config.idle_lock_minutes)
        self._draft_timer: Any = None
        self._draft_problem = ""
        self._warned = False
        self.told = ""
        """What was said last at the edge of the screen."""
        self._crash_report: Path | None = None
        self._ended = False
        self._by_signal = False

    def guard(self) -> None:
        """Begin to look after idleness and signals."""
        self.begin_anew_on_resume()
        self.set_interval(IDLE_LOOK_SECONDS, self._look_at_idle)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._end_by_signal)

    def _end_by_signal(self) -> None:
        self._by_signal = True
        self._ending = asyncio.ensure_future(self._end("quit"))

    # What is typed.

    def draft_client(self) -> str | None:
        """Return the uid of the client that what is typed belongs to."""
        return None

    def remember_draft(self, place_: str, text: str, *, own: bool = False) -> None:
        """Note what is being typed; it reaches the file, the `own` notes', within a second."""
        drafting = self.own_drafting if own else self.drafting
        drafting.remember(place_, text, self.draft_client())
        self._flush_soon()

    def _flush_soon(self) -> None:
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(DRAFT_SECONDS, self._flush_drafts)

    async def _flush_drafts(self) -> None:
        """Write the drafts; one that cannot be is told once, and tried again until it is."""
        self._draft_timer = None
        before, problem = self._draft_problem, await self._unsaved()
        if problem:
            self._flush_soon()
            if problem != before:
                self.tell(problem, bad=True)

    async def _unsaved(self) -> str:
        """Save what is being typed; return the sentence where that is not possible, else ""."""
        problem = ""
        for drafting in (self.drafting, self.own_drafting):
            try:
                await drafting.flush()
            except VaultError as error:
                problem = problem or str(error)
        self._draft_problem = problem
        self._warned = self._warned and bool(problem)
        return problem

    def _flush_now(self) -> None:
        self.drafting.flush_now()
        self.own_drafting.flush_now()

    def tell(self, sentence: str, *, bad: bool = False) -> None:
        """Say one sentence at the edge of the screen; typed text in it is never markup."""
        self.hush()  # one at a time: several would lie over what is worked on
        self.told = sentence
        severity = "error" if bad else "information"
        self.notify(sentence, severity=severity, markup=False, timeout=TOLD_SECONDS)  # type: ignore[arg-type]

    def hush(self) -> None:
        """Take away what was said."""
        self.told = ""
        self.clear_notifications()
        for screen in self.screen_stack:
            screen.query("ToastHolder").remove()  # what is left of one would push the next down

    async def or_tell(self, reading: Awaitable[T]) -> T | None:
        """Return what is read; None, with the sentence told, where the vault refuses."""
        try:
            return await reading
        except VaultError as error:
            self.tell(str(error), bad=True)
            return None

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there; give keys in their order, one after the other."""
        if isinstance(event, _TOUCHES) and self._ended:
            return  # nobody is left to take it, and the end should not wait behind it
        if isinstance(event, _TOUCHES) and self.idle.touch() is Away.LOCK:
            await self.went_away(Away.LOCK)
            return
        if not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
            return
        if event.is_forwarded:
            await super().on_event(event)
            return
        if not await self.gate.passed(event):
            return
        given = (self.focused or self.screen) if self.screen_stack else None
        self.gate.send(event)
        await super().on_event(event)
        if await self.gate.handled(given):
            await super().on_event(event)

    def post_message(self, message: Message) -> bool:
        """Take a key that nobody had a use for back at once, before those typed after it.

        The curtain and the way out do not wait behind a shut gate.
        """
        if self.gate.comes_back(message):
            return True
        if isinstance(message, events.Key) and self.gate.is_shut and message.key in self.always:
            self.gate.overtake(message)
            self.run_worker(self.run_action(self.always[message.key]), group="always")
            return True
        return super().post_message(message)

    # Nobody there, the lock, the way out.

    async def _look_at_idle(self) -> None:
        in_session = self.idle.is_due and await self._in_session()
        await self.went_away(self.idle.look(in_session=in_session))

    async def _in_session(self) -> bool:
        """Whether a session runs, so that somebody sits here and listens."""
        if not self.vault.is_open:
            return False
        from ipt_tui.vault import sessions

        since = self.clock.now() - SESSION_AT_MOST
        with contextlib.suppress(VaultError):
            return await self.vault.read(sessions.one_runs, since)
        return False

    async def went_away(self, away: Away) -> None:
        """Draw the curtain or lock; the demo, and a vault not yet open, are never locked."""
        if away is Away.NOTHING or not self.vault.is_open:
            return
        if away is Away.LOCK and not self.demo:
            await self.lock()
        else:
            await self.draw_curtain()

    async def draw_curtain(self) -> None:
        """Hide what is on screen, but for the help lines."""

    @property
    def at_help(self) -> bool:
        """Whether the help lines are open: they stay when everything else goes."""
        return False

    async def action_quit(self) -> None:
        """Save and end; if what is being typed cannot be saved say so, and stay the first time."""
        problem = await self._unsaved()
        if problem and not self._warned:
            self._warned = True
            self.tell(f"{problem} {ONCE_MORE}", bad=True)
        else:
            await self._end("quit")

    async def lock(self) -> None:
        """Save, close, and start anew so that nothing readable stays in memory.

        Where what is being typed cannot be saved the curtain has to do.
        """
        if self.demo or not self.vault.is_open:
            return
        if await self._unsaved():
            await self.draw_curtain()
        else:
            await self._end(LOCKED_AT_HELP if self.at_help else LOCKED)

    async def _end(self, result: str) -> None:
        """Save what can be saved, wait for every write, close the vault, end."""
        if self.vault.is_open:
            await self._unsaved()
            with contextlib.suppress(VaultError):
                await self.remember_place()
            await self.vault.close()
        self._ended = True
        if self._by_signal:
            leave_a_dead_terminal()
        self.exit(result)

    async def remember_place(self) -> None:
        """Keep where one is, to come back to."""

    def close_now(self) -> None:
        """Whatever happened: keep what was typed and close the vault."""
        self._flush_now()
        self.vault.close_now()

    @property
    def all_kept(self) -> bool:
        """Whether everything typed so far is in the file."""
        waiting = self.drafting.is_waiting or self.own_drafting.is_waiting
        return self.vault.is_open and not waiting

    # Faults of our own.

    def _handle_exception(self, error: Exception) -> None:
        self._flush_now()
        self._crash_report = crash.report(error, place.home() / "crashes", self.clock.now())
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        from rich.segment import Segments
        from rich.text import Text

        called = household.NAMELESS if self.config.neutral_title else PROGRAM
        said = Text(crash.sentence(self._crash_report, kept=self.all_kept, called=called))
        self._exit_renderables.append(Segments(self.console.render(said)))
        self._close_messages_no_wait()
