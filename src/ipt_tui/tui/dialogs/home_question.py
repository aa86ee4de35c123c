"""One question before anything that is a client's own leaves the vault: who could read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from ipt_tui.exchange.ending_page import COULD_BE_READ
from ipt_tui.ipt.fit import before_sharing
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault import fits

if TYPE_CHECKING:
    from textual.app import ComposeResult

ANSWERS = (
    ("1", "no, nobody", True),
    ("2", "yes, and they may", True),
    ("3", "yes, or I am not sure: leave it here", False),
)
BESIDE = (
    "The file is not encrypted, and a page on paper lies about. What it says of people can be said "
    "without their names: o, before this, says who they are instead."
)


class HomeQuestion(ModalScreen[bool]):
    """Gives back whether to go on; esc is no. Who must not know is said before it."""

    CSS_PATH = "file_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(digit, f"answer({on})", words, show=False) for digit, words, on in ANSWERS),
        Binding("escape,q", "answer(False)", "write nothing", key_display="esc"),
    ]

    def __init__(self, client: str) -> None:
        """Ask about what belongs to a client."""
        super().__init__()
        self._client = client

    def compose(self) -> ComposeResult:
        """The question, its answers, and what there is to know first."""
        with Sheet(id="home-question"):
            yield Static("", id="home-first", classes="problem", markup=False)
            yield Static(COULD_BE_READ, classes="strong", markup=False)
            answers = "\n".join(f"{digit}  {words}" for digit, words, _ in ANSWERS)
            yield Static(answers, markup=False)
            yield Static(BESIDE, classes="muted", markup=False)
        yield KeyLine()

    @work
    async def on_mount(self) -> None:
        """Say who must not know, where that was told; then wait for the answer."""
        app: Any = self.app
        fit = await app.or_tell(app.vault.read(fits.fit, self._client, app.revealed))
        if not self.is_attached:
            return
        first = self.query_one("#home-first", Static)
        words = before_sharing(fit) if fit is not None else ""
        first.update(words)
        first.display = bool(words)
        app.gate.open()

    def action_answer(self, on: bool) -> None:
        """Give back what was answered; keys after it wait for what follows."""
        app: Any = self.app
        app.gate.shut()
        self.dismiss(on)
