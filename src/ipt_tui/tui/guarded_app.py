"""What guards the record whatever is on screen: drafts, keys in order, idleness, the way out."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App

from ipt_tui.tui import crash
from ipt_tui.tui.drafting import Drafting
from ipt_tui.tui.idle import Away, IdleWatch
from ipt_tui.tui.key_gate import KeyGate
from ipt_tui.vault import place
from ipt_tui.vault.errors import VaultError
from ipt_tui.vault.thread import VaultThread

if TYPE_CHECKING:
    from pathlib import Path

    from textual.message import Message

    from ipt_tui.exchange.config import Config
    from ipt_tui.ipt.clock import Clock

LOCKED, LOCKED_AT_HELP = "locked", "locked at help lines"
DRAFT_SECONDS, IDLE_LOOK_SECONDS, TOLD_SECONDS = 1.0, 20.0, 6.0
_TOUCHES = events.Key | events.Paste | events.MouseDown


class GuardedApp(App[str]):
    """Loses nothing that is typed, and shows nothing to somebody who was not there."""

    def __init__(self, clock: Clock, config: Config, *, demo: str | None) -> None:
        """Start without a vault; the demo, which holds nobody's words, is never locked."""
        self.gate = KeyGate()
        super().__init__()
        self.clock = clock
        self.config = config
        self.demo = demo
        self.vault = VaultThread(clock)
        self.drafting = Drafting(self.vault)
        self.idle = IdleWatch(clock, config.idle_curtain_minutes, config.idle_lock_minutes)
        self._draft_timer: Any = None
        self._crash_report: Path | None = None

    def guard(self) -> None:
        """Begin to look after idleness and signals."""
        self.set_interval(IDLE_LOOK_SECONDS, self._look_at_idle)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._end_by_signal)

    def _end_by_signal(self) -> None:
        self._ending = asyncio.ensure_future(self.action_quit())

    # What is typed.

    def draft_client(self) -> str | None:
        """Return the uid of the client that what is typed belongs to."""
        return None

    def remember_draft(self, place_: str, text: str) -> None:
        """Note what is being typed; it reaches the file within a second."""
        self.drafting.remember(place_, text, self.draft_client())
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(DRAFT_SECONDS, self._flush_drafts)

    async def _flush_drafts(self) -> None:
        self._draft_timer = None
        try:
            await self.drafting.flush()
        except VaultError as error:
            self.tell(str(error), bad=True)

    def tell(self, sentence: str, *, bad: bool = False) -> None:
        """Say one sentence at the edge of the screen; typed text in it is never markup."""
        severity = "error" if bad else "information"
        self.notify(sentence, severity=severity, markup=False, timeout=TOLD_SECONDS)  # type: ignore[arg-type]

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there; give keys in their order, one after the other."""
        if isinstance(event, _TOUCHES) and self.idle.touch() is Away.LOCK:
            await self.went_away(Away.LOCK)
            return
        if not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
            return
        if event.is_forwarded:
            await super().on_event(event)
            return
        await self.gate.passed()
        given = (self.focused or self.screen) if self.screen_stack else None
        self.gate.send(event)
        await super().on_event(event)
        if await self.gate.handled(given):
            await super().on_event(event)

    def post_message(self, message: Message) -> bool:
        """Take a key that nobody had a use for back at once, before those typed after it."""
        return self.gate.comes_back(message) or super().post_message(message)

    # Nobody there, the lock, the way out.

    async def _look_at_idle(self) -> None:
        await self.went_away(self.idle.look())

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
        """Save what is being typed, wait for every write, close the vault, end."""
        await self._leave()
        self.exit("quit")

    async def lock(self) -> None:
        """Save, close, and start anew so that nothing readable stays in memory."""
        if self.demo or not self.vault.is_open:
            return
        at_help = self.at_help
        await self._leave()
        self.exit(LOCKED_AT_HELP if at_help else LOCKED)

    async def _leave(self) -> None:
        if not self.vault.is_open:
            return
        with contextlib.suppress(VaultError):
            await self.drafting.flush()
        with contextlib.suppress(VaultError):
            await self.remember_place()
        await self.vault.close()

    async def remember_place(self) -> None:
        """Keep where one is, to come back to."""

    def close_now(self) -> None:
        """Whatever happened: keep what was typed and close the vault."""
        self.drafting.flush_now()
        self.vault.close_now()

    # Faults of our own.

    def _handle_exception(self, error: Exception) -> None:
        self.drafting.flush_now()
        self._crash_report = crash.report(error, place.home() / "crashes", self.clock.now())
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        from rich.segment import Segments
        from rich.text import Text

        said = Text(crash.sentence(self._crash_report))
        self._exit_renderables.append(Segments(self.console.render(said)))
        self._close_messages_no_wait()
