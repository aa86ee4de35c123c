"""Moods from a file: its path, a number for each of its words, what would be new, then enter."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Input, Static

from ipt_tui.exchange import mood_file
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.mood_preview import preview
from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.scales import USUAL
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.tui.widgets.field import Line
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.word_numbers import MANY, WordNumbers
from ipt_tui.vault import imported, place
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ipt_tui.ipt.imported import MoodFile

ASK_PATH = "A CSV file from Daylio, or one with columns named date and mood."
ASK_WORDS = "Which number is each word on {words}? Left empty, its rows are left out."
ASK_IMPORT = "enter imports them · esc leaves everything as it was"
IMPORTING = "Importing, after a backup …"
NOTHING_NEW = "There is nothing to import · esc goes back"
TOO_MANY = "It has {count:,} different mood words, so its mood column is something else."


class ImportMoodsScreen(Screen[None]):
    """Nothing is kept until the last enter; then it is one step."""

    HELP = "Bring in moods from another program. Nothing changes before the last enter."
    CSS_PATH = "import_moods.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "leave everything as it was", key_display="esc"),
        Binding("enter", "next", "go on", key_display="enter", priority=True),
    ]

    path = query_one("#import-path", Input)
    said = query_one("#import-said", Static)
    words = query_one(WordNumbers)
    shown = query_one("#import-preview", Rows)

    def __init__(self) -> None:
        """Start without a file."""
        super().__init__()
        self._file: MoodFile | None = None
        self._scale = USUAL
        self._plan: imported.Plan | None = None
        self._mapping: dict[str, int | None] = {}
        self._busy = False

    def compose(self) -> ComposeResult:
        """The path, what is said, the words, the preview."""
        with Vertical(id="import"):
            yield Static("Import moods", classes="strong", markup=False)
            yield Line(placeholder="the file, like ~/Downloads/daylio.csv", id="import-path")
            yield Static(ASK_PATH, id="import-said", classes="muted", markup=False)
            yield WordNumbers(id="import-words")
            yield Rows(id="import-preview", quiet=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Wait for the path."""
        self.set_focus(self.path)

    @on(Input.Changed)
    async def _changed(self, event: Input.Changed) -> None:
        """Forget what was made of what stood there before."""
        self._plan = None
        self.shown.rows = ()
        if event.input is self.path and self._file is not None:
            self._file = None
            await self.words.remove_children()
            self._say(ASK_PATH)

    @work
    async def action_next(self) -> None:
        """Read the file; go from word to word; show what would be new; import it."""
        if self._busy:
            return
        gate = self.app.gate  # type: ignore[attr-defined]
        gate.shut()
        self._busy = True
        try:
            if self._file is None:
                await self._read()
            elif self._plan is not None:
                await self._import(self._file)
            elif field := self.words.next_field():
                self.set_focus(field)
            else:
                await self._preview(self._file)
        except (ExchangeError, VaultError, ValueError) as problem:
            self._say(str(problem), bad=True)
        finally:
            self._busy = False
            gate.open()

    async def _read(self) -> None:
        app: Any = self.app
        if await app.asks_for_help(self.path.value):
            self.path.value = ""
            return
        path = place.named(self.path.value)
        found = await asyncio.to_thread(mood_file.read, path, app.clock.now())
        scale = await app.vault.read(imported.scale_of, app.context.client)
        asked = found.words()
        if len(asked) > MANY:  # numbers as they are may be many, words may not
            asked = found.without_number({})
        if len(asked) > MANY:
            raise ExchangeError(TOO_MANY.format(count=len(asked)))
        self._file, self._scale = found, scale
        await self.words.ask(asked, scale)
        if field := self.words.query(Input).first() if asked else None:
            self.set_focus(field)
            self._say(ASK_WORDS.format(words=scale.words))
        else:
            await self._preview(found)

    async def _preview(self, file: MoodFile) -> None:
        app: Any = self.app
        self._mapping = self.words.mapping(self._scale)
        plan = await app.vault.read(imported.plan, app.context.client, file, self._mapping)
        lines = preview(plan, file, self._mapping, self._scale)
        self._plan = plan
        self.shown.rows = tuple(
            Row(str(n), (Cell(text),), wraps=True) for n, text in enumerate(lines)
        )
        self.set_focus(self.shown)
        self._say(ASK_IMPORT if plan.new else NOTHING_NEW)

    async def _import(self, file: MoodFile) -> None:
        app: Any = self.app
        if self._plan is None or not self._plan.new:
            return
        self._say(IMPORTING)
        await app.vault.backup_now()
        done = await app.vault.write(imported.load, app.context.client, file, self._mapping)
        app.record_changed(RecordChanged())
        app.tell(f"Imported {plural(done.new, 'mood')}; u takes them back.")
        self.dismiss()

    def _say(self, sentence: str, *, bad: bool = False) -> None:
        self.said.set_class(bad, "problem")
        self.said.set_class(not bad, "muted")
        self.said.update(sentence)

    def action_close(self) -> None:
        """Leave everything as it was; what is being done is done to its end."""
        if not self._busy:
            self.dismiss()
