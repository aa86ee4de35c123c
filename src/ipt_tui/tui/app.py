"""The application: which screen is on, the vault behind it, the lock, the way out."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import sys
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.reactive import var

from ipt_tui.ipt.audience import Audience
from ipt_tui.tui import commands, crash, themes
from ipt_tui.tui.config import Config, config_path, read_config, remember_theme
from ipt_tui.tui.context import Context
from ipt_tui.tui.drafting import Drafting
from ipt_tui.tui.idle import Away, IdleWatch
from ipt_tui.tui.key_gate import KeyGate
from ipt_tui.vault import place
from ipt_tui.vault.errors import VaultError
from ipt_tui.vault.thread import VaultThread

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.binding import BindingType
    from textual.command import Provider
    from textual.message import Message

    from ipt_tui.ipt.clock import Clock

LOCKED, LOCKED_AT_HELP = "locked", "locked at help lines"
DRAFT_SECONDS, IDLE_LOOK_SECONDS = 1.0, 20.0
_WARM = ("ipt_tui.tui.screens.record", "ipt_tui.tui.areas.today", "ipt_tui.tui.areas.people")


def _commands() -> type[Provider]:
    from ipt_tui.tui.palette import Palette

    return Palette


class IptApp(App[str]):
    """ipt-tui on the screen."""

    CSS_PATH: ClassVar[list[Any]] = ["app.tcss", themes.CSS_PATH]
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("app")]
    COMMANDS: ClassVar[set[Any]] = {_commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True

    context: var[Context] = var(Context())
    together: var[bool] = var(False)

    def __init__(
        self,
        vault: Path,
        clock: Clock,
        *,
        client: str | None = None,
        typed: Callable[[], str] | None = None,
        demo: str | None = None,
        after_lock: bool = False,
        at_help_lines: bool = False,
        config: Config | None = None,
    ) -> None:
        """Take where the vault is and how to begin; see `run`."""
        self.config = config or read_config(config_path(os.environ))
        super().__init__()
        themes.register(self)
        self.theme = self.config.theme
        self.path = vault
        self.clock = clock
        self.client = client
        self.typed = typed
        self.demo = demo
        self.after_lock = after_lock
        self.at_help_lines = at_help_lines
        self.audience_of_vault = Audience.PRACTITIONER
        self.vault = VaultThread(clock)
        self.drafting = Drafting(self.vault)
        self.idle = IdleWatch(
            clock, self.config.idle_curtain_minutes, self.config.idle_lock_minutes
        )
        self.gate = KeyGate()
        self.problem = self.config.problem
        self.revealed: frozenset[str] = frozenset()
        self._draft_timer: Any = None

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own style variables a value under any theme."""
        return themes.defaults()

    @property
    def audience(self) -> Audience:
        """For whom the words on screen are."""
        return Audience.CLIENT if self.together else self.audience_of_vault

    async def on_mount(self) -> None:
        """Show the first screen; import the rest meanwhile, on the vault's thread."""
        self._bind_keys()
        self._follow_signals()
        self.set_interval(IDLE_LOOK_SECONDS, self._look_at_idle)
        await self._first_screen()
        self.call_after_refresh(self.vault.warm, *_WARM)

    async def _first_screen(self) -> None:
        if self.demo:
            from ipt_tui.tui.screens.opening import OpeningScreen

            await self.push_screen(OpeningScreen())
            return
        problem = None
        try:
            found = place.look(self.path)
        except VaultError as error:
            found, problem = place.Found.VAULT, str(error)
        if found is place.Found.NOTHING:
            from ipt_tui.tui.screens.first_run import FirstRunScreen

            await self.push_screen(FirstRunScreen())
        else:
            from ipt_tui.tui.screens.unlock import UnlockScreen

            await self.push_screen(UnlockScreen(problem))
        if self.at_help_lines:
            await self.action_help_lines()

    def open_record(self) -> None:
        """Show the record of the vault that was just opened, at the place where one was.

        Not awaited: the screen that asks goes away, and what it awaits would go with it.
        """
        self.call_later(self._open_record)

    async def _open_record(self) -> None:
        from ipt_tui.tui.screens.record import RecordScreen

        await self.switch_screen(RecordScreen())
        gc.freeze()
        gc.enable()

    def _bind_keys(self) -> None:
        keys, problem = commands.keymap(dict(self.config.keys))
        self.problem = self.problem or problem
        if keys:
            self.set_keymap(keys)

    # Drafts and the way out.

    def remember_draft(self, place_: str, text: str) -> None:
        """Note what is being typed; it reaches the file within a second."""
        self.drafting.remember(place_, text, self.context.client)
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
        self.notify(sentence, severity="error" if bad else "information", markup=False, timeout=6)

    async def action_quit(self) -> None:
        """Save what is being typed, wait for every write, close the vault, end."""
        await self._leave()
        self.exit("quit")

    async def lock(self) -> None:
        """Save, close, and start anew so that nothing readable stays in memory."""
        if self.demo or not self.vault.is_open:
            return
        from ipt_tui.tui.screens.help_lines import HelpLinesScreen

        at_help = any(isinstance(screen, HelpLinesScreen) for screen in self.screen_stack)
        await self._leave()
        self.exit(LOCKED_AT_HELP if at_help else LOCKED)

    async def _leave(self) -> None:
        if not self.vault.is_open:
            return
        with contextlib.suppress(VaultError):
            await self.drafting.flush()
        with contextlib.suppress(VaultError):
            await self._remember_place()
        await self.vault.close()

    async def _remember_place(self) -> None:
        from ipt_tui.tui.screens.record import RecordScreen
        from ipt_tui.vault import settings

        record = next((s for s in self.screen_stack if isinstance(s, RecordScreen)), None)
        if record is not None and not self.vault.vault.read_only:
            await self.vault.keep(settings.put, settings.PLACE, record.place())

    def close_now(self) -> None:
        """Whatever happened: keep what was typed and close the vault."""
        self.drafting.flush_now()
        self.vault.close_now()

    def _follow_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, lambda: asyncio.ensure_future(self.action_quit()))

    # The curtain, the help lines, going places.

    async def action_curtain(self) -> None:
        """Draw the curtain; a second time, lock."""
        from ipt_tui.tui.screens.curtain import CurtainScreen

        if isinstance(self.screen, CurtainScreen):
            await self.lock()
        else:
            await self.push_screen(CurtainScreen())

    async def action_help_lines(self) -> None:
        """Show the help lines, from anywhere, locked or not."""
        from ipt_tui.tui.screens.help_lines import HelpLinesScreen

        if not isinstance(self.screen, HelpLinesScreen):
            await self.push_screen(HelpLinesScreen())

    async def action_go(self) -> None:
        """Show the letters of the places one can go to."""
        from ipt_tui.tui.dialogs.go_strip import GoStrip

        if not isinstance(self.screen, GoStrip):
            await self.push_screen(GoStrip(), self._gone)

    async def _gone(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    def action_go_to(self, area: str) -> None:
        """Show an area of the record with the context in hand, whatever was read there before.

        Not awaited: whoever asks may be one of the screens that go away.
        """
        self.call_later(self._go_to, area)

    async def _go_to(self, area: str) -> None:
        from ipt_tui.tui.areas.area import RecordChanged
        from ipt_tui.tui.screens.record import RecordScreen

        if record := next((s for s in self.screen_stack if isinstance(s, RecordScreen)), None):
            while self.screen is not record and len(self.screen_stack) > 1:
                await self.pop_screen()
            await record.show(area)
            record.post_message(RecordChanged("context"))

    def record_changed(self, message: Message) -> None:
        """Tell the record, under whatever screen is on top, that it has to be read again."""
        from ipt_tui.tui.screens.record import RecordScreen

        if record := next((s for s in self.screen_stack if isinstance(s, RecordScreen)), None):
            record.post_message(message)

    def choose_theme(self, name: str) -> None:
        """Wear a theme, now and the next time."""
        self.theme = name
        try:
            remember_theme(config_path(os.environ), name)
        except OSError:
            self.tell("The theme could not be remembered; it holds until you quit.", bad=True)

    async def action_history(self) -> None:
        """Show what was done to the record on screen, and take single steps back."""
        from ipt_tui.tui.screens.history import HistoryScreen

        if self.vault.is_open and not isinstance(self.screen, HistoryScreen):
            await self.push_screen(HistoryScreen())

    async def on_resize(self, event: events.Resize) -> None:
        """Ask for more room where there is too little, and go on when there is enough."""
        from ipt_tui.tui.screens.cover import CoverScreen, too_small

        covered = isinstance(self.screen, CoverScreen)
        if too_small(event.size.width, event.size.height) and not covered:
            await self.push_screen(CoverScreen())
        elif covered and not too_small(event.size.width, event.size.height):
            self.screen.dismiss()

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there; give keys in their order, one after the other."""
        if isinstance(event, events.MouseDown):
            self.idle.touch()
        if not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
            return
        if self.idle.touch() is Away.LOCK:
            await self.lock()
        await self.gate.passed()
        target = self.screen.focused if self.screen_stack else None
        await super().on_event(event)
        await self.gate.handled(target)

    async def _look_at_idle(self) -> None:
        from ipt_tui.tui.screens.curtain import CurtainScreen
        from ipt_tui.tui.screens.help_lines import HelpLinesScreen

        away = self.idle.look()
        if away is Away.NOTHING or not self.vault.is_open:
            return
        if away is Away.LOCK and not self.demo:
            await self.lock()
        elif not isinstance(self.screen, CurtainScreen | HelpLinesScreen):
            await self.push_screen(CurtainScreen())

    # Faults of our own.

    def _handle_exception(self, error: Exception) -> None:
        self.drafting.flush_now()
        self._failed = crash.report(error, place.home() / "crashes", self.clock.now())
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        from rich.segment import Segments
        from rich.text import Text

        said = Text(crash.sentence(getattr(self, "_failed", None)))
        self._exit_renderables.append(Segments(self.console.render(said)))
        self._close_messages_no_wait()


def run(
    vault: Path,
    *,
    clock: Clock,
    client: str | None = None,
    typed: Callable[[], str] | None = None,
    demo: str | None = None,
    after_lock: bool = False,
    at_help_lines: bool = False,
) -> int:
    """Run the program on the vault at `vault` until it ends; return the exit code.

    `client` is a code to open at, `typed` gives a passphrase so that no screen asks, `demo` is
    "clients" or "me" for a throw-away vault, `after_lock` says that this is the screen after a
    lock. After a lock the process replaces itself, so that memory holds nothing readable.
    """
    app = IptApp(
        vault,
        clock,
        client=client,
        typed=typed,
        demo=demo,
        after_lock=after_lock,
        at_help_lines=at_help_lines,
    )
    try:
        result = app.run()
    finally:
        app.close_now()
    if result in (LOCKED, LOCKED_AT_HELP):
        _start_again(vault, at_help_lines=result == LOCKED_AT_HELP)
    return app.return_code or 0


def _start_again(vault: Path, *, at_help_lines: bool) -> None:
    """Replace this process by a locked one; until it paints, the terminal says "Locked."."""
    sys.stdout.write("\x1b[?1049h\x1b[2J\x1b[H\x1b[?25l\r\n  Locked.\r\n")
    sys.stdout.flush()
    arguments = [sys.executable, "-m", "ipt_tui", "--vault", str(vault), "--after-lock"]
    if at_help_lines:
        arguments += ["--at", "help-lines"]
    os.execv(sys.executable, arguments)  # noqa: S606
