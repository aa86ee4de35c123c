"""The line at the foot of People that asks: question after question about one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from ipt_tui.tui.areas.answers import keep
from ipt_tui.tui.areas.asking import asked
from ipt_tui.tui.areas.asking_bar import AskingBar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ipt_tui.ipt.inventory import Inventory
    from ipt_tui.tui.areas.interview import Interview
    from ipt_tui.tui.widgets.answer_bar import AnswerBar
    from ipt_tui.vault.thread import VaultThread

    Read = Callable[[], Awaitable[None]]


class InterviewBar(AskingBar["Interview"]):
    """Asks about the person of an interview, by what the record says of them by then."""

    DEFAULT_CSS = "InterviewBar { height: auto; }"

    @dataclass
    class Asking(Message):
        """A question stands; `key` is its line on the card."""

        key: str

    def __init__(self, vault: VaultThread, read: Read, *, id: str | None = None) -> None:  # noqa: A002
        """Keep answers in this vault; `read` has the inventory read again, see `turn_to`."""
        super().__init__(id=id)
        self._vault = vault
        self._read = read

    def begin(self, interview: Interview, key: str) -> None:
        """Ask this question first."""
        self.about = interview
        self.ask(key)

    def turn_to(self, inventory: Inventory | None) -> None:
        """Go on by what was read now; stop where the person is gone, or veiled."""
        if self.about is None or inventory is None:
            return
        card = inventory.cards.get(self.about.person)
        if card is None or card.veiled:
            self.stop()
        else:
            self.about.inventory = inventory

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence."""
        if self.about is not None:
            await keep(self.about, self._vault, key, value)

    async def read(self) -> None:
        """Have the inventory read again. Raises VaultError."""
        await self._read()

    def ask(self, key: str | None) -> None:
        """Ask the question of a key; stop where there is none."""
        question = asked(self.about, key) if self.about and key else None
        if question is None or key is None:
            self.stop()
            return
        self.open(question)
        self.post_message(self.Asking(key))

    def following(self, message: AnswerBar.Answered) -> str | None:
        """Return the key of the question after an answer that is not the last."""
        interview = self.about
        if interview is None:
            return None
        if way_back := interview.way_back(message.key):
            return way_back
        if message.then == "back":
            return interview.before(message.key)
        return interview.following(message.key, answered=message.value is not None)
