"""The application: which screen is on, what travels between them, where one can go."""

from __future__ import annotations

import gc
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.keys import format_key
from textual.reactive import var

from ipt_tui.exchange.config import Config, config_path, read_config
from ipt_tui.ipt.about import PROGRAM
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.regions import is_southern
from ipt_tui.tui import commands, keymap, themes
from ipt_tui.tui.context import Context
from ipt_tui.tui.named_app import NamedApp
from ipt_tui.tui.tabs import TABS
from ipt_tui.vault import place
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType
    from textual.command import Provider
    from textual.message import Message
    from textual.screen import Screen

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.tui.screens.record import RecordScreen

_WARM = (
    "ipt_tui.tui.screens.record",
    *(tab.whole_module for tab in TABS),
    "ipt_tui.tui.areas.capture_bar",
)


def _commands() -> type[Provider]:
    from ipt_tui.tui.palette import Palette

    return Palette


class IptApp(NamedApp):
    """ipt-tui on the screen."""

    CSS_PATH: ClassVar[list[Any]] = [
        "app.tcss",
        themes.CSS_PATH,
        "screens/unlock.tcss",
        "screens/first_run.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("app")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high"), (28, "-tall")]  # noqa: RUF012
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
        at_review: bool = False,
        config: Config | None = None,
    ) -> None:
        """Take where the vault is and how to begin.

        `client` is a code to open at, `typed` gives a passphrase so that no screen asks, `demo` is
        "clients" or "me" for a throw-away vault, `after_lock` says that this is the screen after a
        lock.
        """
        config = config or read_config(config_path(os.environ))
        super().__init__(replace(clock, day_starts_at=config.day_starts_at), config, demo=demo)
        self.title = config.neutral_title or PROGRAM
        self.animation_level = config.animations
        themes.register(self)
        self.theme = self.config.theme
        self.path = vault
        self.client = client
        self.typed = typed
        self.after_lock = after_lock
        self.at_help_lines, self.at_review = at_help_lines, at_review
        self.audience_of_vault = Audience.PRACTITIONER
        self.problem = self.config.problem
        self.revealed: frozenset[str] = frozenset()
        self._keys: dict[str, str] = {}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own style variables a value under any theme."""
        return themes.defaults()

    def watch_context(self, old: Context, new: Context) -> None:
        """Veil what was unveiled of another client."""
        if old.client != new.client:
            self.revealed = frozenset()

    @property
    def audience(self) -> Audience:
        """For whom the words on screen are."""
        return Audience.CLIENT if self.together else self.audience_of_vault

    @property
    def southern(self) -> bool:
        """Whether the seasons of the client in hand are those of the southern hemisphere."""
        return is_southern(self.context.region or self.config.region)

    @property
    def record(self) -> RecordScreen | None:
        """The record, under whatever screens are on top of it."""
        from ipt_tui.tui.screens.record import RecordScreen

        return next((s for s in self.screen_stack if isinstance(s, RecordScreen)), None)

    async def on_mount(self) -> None:
        """Look after the record; import the rest meanwhile, on the vault's thread."""
        self._bind_keys()
        self.name_terminal()
        self.guard()
        if self.at_help_lines:
            await self.action_help_lines()
        self.call_after_refresh(self._prepare)

    def _prepare(self) -> None:
        """Have ready what the next screens need, while a person is still typing.

        Every style sheet is read at once: Textual reads all of them anew for each that comes later.
        """
        if not self.demo:  # there nobody types, and imports would stand before the first readings
            self.vault.warm(*_WARM)
        self.stylesheet.read_all(sorted(Path(__file__).parent.rglob("*.tcss")))
        self.stylesheet.reparse()

    def get_default_screen(self) -> Screen[Any]:
        """Return the first screen, one that `switch_screen` can take away again.

        A screen pushed onto Textual's empty one would be painted later by a tenth.
        """
        screen = self._first_screen()
        screen._push_result_callback(screen, None)  # noqa: SLF001 - push_screen does; the switch pops
        return screen

    def _first_screen(self) -> Screen[Any]:
        """Return what says that the demo is made, the first run, or the one that asks."""
        if self.demo:
            from ipt_tui.tui.screens.opening import OpeningScreen

            return OpeningScreen()
        problem = None
        try:
            found = place.look(self.path)
        except VaultError as error:
            found, problem = place.Found.VAULT, str(error)
        if found is place.Found.NOTHING:
            from ipt_tui.tui.screens.first_run import FirstRunScreen

            return FirstRunScreen()
        from ipt_tui.tui.screens.unlock import UnlockScreen

        return UnlockScreen(problem)

    def open_record(self) -> None:
        """Show the record of the vault that was just opened, at the place where one was.

        Keys typed meanwhile wait for it. Not awaited: the screen that asks goes away.
        """
        self.gate.shut()
        self.run_worker(self._open_record(), group="open")

    async def _open_record(self) -> None:
        from ipt_tui.tui.screens.cover import CoverScreen
        from ipt_tui.tui.screens.record import RecordScreen

        with self.gate.held():
            covered = isinstance(self.screen, CoverScreen)
            if covered:
                await self.pop_screen()
            await self.switch_screen(RecordScreen())
            if covered:
                await self.push_screen(CoverScreen())
        self.vault.warm(*_WARM)
        gc.freeze()
        gc.enable()

    def _bind_keys(self) -> None:
        self._keys, problem = keymap.keymap(dict(self.config.keys))
        self.problem = self.problem or problem
        self.always = keymap.always(self._keys)
        if self._keys:
            self.set_keymap(self._keys)

    def shown_key(self, command: commands.Command) -> str:
        """Return the key of a command as people read it, a remapped one too."""
        chosen = self._keys.get(command.id)
        return format_key(chosen.partition(",")[0]) if chosen else command.shown

    def draft_client(self) -> str | None:
        """Return the uid of the client that what is typed belongs to."""
        return self.context.client

    async def remember_place(self) -> None:
        """Keep where one is, to come back to."""
        from ipt_tui.vault import settings

        record = self.record
        if record is not None and not self.vault.vault.read_only:
            await self.vault.keep(settings.put, settings.PLACE, record.place())

    # Going places.

    async def action_go(self) -> None:
        """Show the letters of the places one can go to."""
        from ipt_tui.tui.dialogs.go_strip import GoStrip

        if not isinstance(self.screen, GoStrip):
            await self.push_screen(GoStrip(), self._gone)

    async def _gone(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    def action_in_area(self, name: str, *what: str) -> None:
        """Do what the area on screen does under this name."""
        if self.record is not None and self.record.area is not None:
            getattr(self.record.area, f"action_{name}")(*what)

    def action_go_to(self, area: str, follow: bool = True, then: str = "") -> None:
        """Show an area of the record anew; with `follow` at what belongs to who or what is in hand.

        `then` is what the area does next, by the name of its action.

        Keys typed meanwhile wait for it. Not awaited: whoever asks may be one of the screens that
        go away.
        """
        self.gate.shut()
        self.run_worker(self._go_to(area, follow=follow, then=then), group="go")

    async def _go_to(self, area: str, *, follow: bool, then: str) -> None:
        with self.gate.held():
            if record := self.record:
                while self.screen is not record and len(self.screen_stack) > 1:
                    await self.screen.dismiss()
                record.mark_stale()
                await record.show(area, follow=follow)
                if then:
                    self.action_in_area(then)

    def record_changed(self, message: Message) -> None:
        """Tell the record, under whatever screen is on top, that it has to be read again."""
        if record := self.record:
            record.post_message(message)

    async def action_curtain(self) -> None:
        """Draw the curtain; what was unveiled is veiled again by the time it opens."""
        if self.revealed:
            from ipt_tui.tui.areas.area import RecordChanged

            self.revealed = frozenset()
            self.record_changed(RecordChanged())
        await super().action_curtain()

    def action_help_quit(self) -> None:
        """Tell who presses ctrl+c, where nothing can be copied, how to end."""
        key = self.shown_key(commands.find("app.quit"))
        self.tell(f"{key} ends the program; everything you typed is kept.")

    async def action_history(self) -> None:
        """Show what was done to the record on screen, and take single steps back."""
        from ipt_tui.tui.screens.history import HistoryScreen

        if self.vault.is_open and not isinstance(self.screen, HistoryScreen):
            await self.push_screen(HistoryScreen())
