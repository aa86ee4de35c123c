"""One question before anything that is somebody's own is written outside the vault.

Whatever writes a file on the screen goes through `ask_who_could_read`, and nothing else asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from ipt_tui.exchange.new_file import shown
from ipt_tui.ipt.at_home import ANSWERS, LEAVE, WRITE, asked
from ipt_tui.ipt.fit import before_sharing
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault import fits, settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import ComposeResult

    from ipt_tui.tui.app import IptApp


async def ask_who_could_read(
    app: IptApp, path: Path, then: Callable[[str], None], *, always: bool = False
) -> None:
    """Ask about a file in one's own vault; `then` is told WRITE, LEAVE or ELSEWHERE.

    A practitioner is asked only about what is a client's own (`always`). The gate is shut when
    `then` is called, which opens it. Raises VaultError.
    """
    own = await app.vault.read(settings.get, settings.AUDIENCE) == "me"
    if not (own or always):
        then(WRITE)
        return
    first, client = "", app.context.client
    if client is not None:
        first = before_sharing(await app.vault.read(fits.fit, client, app.revealed))
    await app.push_screen(HomeQuestion(path, first), lambda answer: then(answer or LEAVE))


class HomeQuestion(ModalScreen[str]):
    """Gives back the word of an answer; esc leaves it. Who must not know is said before it."""

    CSS_PATH = "file_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(digit, f"answer('{word}')", words, show=False) for digit, word, words in ANSWERS),
        Binding("escape,q", f"answer('{LEAVE}')", "leave it", key_display="esc"),
    ]

    def __init__(self, path: Path, first: str = "") -> None:
        """Ask about a file at this path; `first` says who must not know."""
        super().__init__()
        self._path, self._first = path, first

    def compose(self) -> ComposeResult:
        """The question, and its answers, one below the other."""
        with Sheet(id="home-question"):
            if self._first:
                yield Static(self._first, classes="problem", markup=False)
            yield Static(asked(shown(self._path.absolute())), classes="strong", markup=False)
            answers = "\n".join(f"{digit}  {words}" for digit, _, words in ANSWERS)
            yield Static(answers, markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Wait for the answer."""
        app: Any = self.app
        app.gate.open()

    def action_answer(self, word: str) -> None:
        """Give back what was answered; keys after it wait for what follows."""
        app: Any = self.app
        app.gate.shut()
        self.dismiss(word)
