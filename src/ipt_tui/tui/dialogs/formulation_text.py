"""The paragraph of the formulation, written by hand: a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.formulation import title
from ipt_tui.tui.widgets.editor import Editor
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault import formulating, formulations
from ipt_tui.vault.errors import ChangedElsewhere, VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ipt_tui.ipt.formulation import Formulation

HINT = 'Every word can be changed. {code}\'s own words go between "…", and stay when it grows.'
HINT_OWN = 'Every word can be changed. Your own words go between "…", and stay so.'
GROWS = "Once you change it, it does not follow what is ticked any more."
NEXT = "Version {now} was agreed and stays; what you change here begins the next one."
BOTH = (
    "This was changed in another window meanwhile. That stands here now, what you typed below it."
)
HELD = "It stays as a draft; esc once more closes."


class FormulationText(ModalScreen["str | None"]):
    """Writes the paragraph; gives back the uid of the version it stands in, None if unchanged."""

    CSS_PATH = "formulation_text.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "keep, close", key_display="esc", priority=True),
        Binding("enter", "keep", "keep, close", show=False, priority=True),
        Binding("ctrl+j", "newline", "new line", key_display="ctrl+j", priority=True),
    ]

    def __init__(self, version: Formulation) -> None:
        """Take the version as it was read."""
        super().__init__()
        self._version = version
        self._refused = False

    @property
    def _ipt(self) -> Any:
        return self.app

    @property
    def editor(self) -> Editor:
        """The paragraph."""
        return self.query_one(Editor)

    def compose(self) -> ComposeResult:
        """What it is, the paragraph, what holds of it."""
        with Sheet(id="form"):
            yield Static(self._title(), classes="strong", markup=False)
            yield Editor(id="formulation-text")
            yield Static(self._hint(), id="formulation-hint", classes="muted", markup=False)
            yield Static("", id="formulation-said", classes="problem", markup=False)
        yield KeyLine()

    def _title(self) -> str:
        audience = self._ipt.audience
        number = f", version {self._version.version}"
        return f"{title(audience)}{audience.pick(number, '')}"

    def _hint(self) -> str:
        one, audience = self._version, self._ipt.audience
        said = [audience.pick(HINT.format(code=one.code), HINT_OWN)]
        if audience is Audience.PRACTITIONER and not one.is_draft:
            said.append(NEXT.format(now=one.version))
        elif audience is Audience.PRACTITIONER and not one.by_hand:
            said.append(GROWS)
        return " ".join(said)

    def on_mount(self) -> None:
        """Open what stands; a draft left from before is offered."""
        one = self._version
        self.editor.open(f"formulation:{one.uid}:text", one.paragraph, seen=one.updated_at)
        self.set_focus(self.editor)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._refused = False
        self.query_one("#formulation-said", Static).update("")

    def action_newline(self) -> None:
        """Start a new line."""
        self.editor.insert("\n")

    async def action_keep(self) -> None:
        """Keep and close; "help" is no text, and opens the numbers."""
        if await self._ipt.asks_for_help(self.editor.text):
            self.editor.restore()
        else:
            self._save()

    def action_close(self) -> None:
        """Keep and close; where that was refused, close, and what is typed waits as a draft."""
        if self._refused:
            self.dismiss(None)
        else:
            self._save()

    @work(exclusive=True)
    async def _save(self) -> None:
        app, one, text = self._ipt, self._version, self.editor.text.strip()
        with app.gate.held():
            uid = None
            if text != one.paragraph.strip():
                try:
                    uid = await app.vault.write(
                        formulating.write, one.uid, text, app.clock.today(), one.updated_at
                    )
                except VaultError as error:
                    if isinstance(error, ChangedElsewhere) and await self._take_in():
                        self.query_one("#formulation-said", Static).update(BOTH)
                        return
                    self._refused = True
                    self.query_one("#formulation-said", Static).update(f"{error} {HELD}")
                    return
            self.editor.saved()
            self.dismiss(uid)

    async def _take_in(self) -> bool:
        """Go on from the version as another window left it; return whether it can be seen so."""
        app, one = self._ipt, self._version
        try:
            found = await app.vault.read(
                formulations.of_client, one.client, app.clock.today(), app.revealed | {one.uid},
                app.config.day_starts_at,
            )  # fmt: skip
        except VaultError:
            return False
        now = next((each for each in found if each.uid == one.uid), None)
        if now is None:
            return False
        self._version = now
        self.editor.seen = now.updated_at
        self.editor.come_to_hold(now.paragraph)
        self.query_one("#formulation-hint", Static).update(self._hint())
        return True
