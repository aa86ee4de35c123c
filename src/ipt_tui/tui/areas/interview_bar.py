"""The line at the foot of People that asks: question after question about one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from ipt_tui.ipt.heard import NotHeard
from ipt_tui.tui.areas.answers import keep
from ipt_tui.tui.areas.asking import asked
from ipt_tui.tui.widgets.answer_bar import AnswerBar
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ipt_tui.ipt.inventory import Inventory
    from ipt_tui.tui.areas.interview import Interview
    from ipt_tui.vault.thread import VaultThread

    Read = Callable[[], Awaitable[Inventory]]


class InterviewBar(AnswerBar):
    """Asks, keeps each answer, and reads the record again before it words the next question."""

    DEFAULT_CSS = "InterviewBar { height: auto; }"

    @dataclass
    class Asking(Message):
        """A question stands; `key` is its line on the card."""

        key: str

    class Kept(Message):
        """An answer is in the record."""

    class Ended(Message):
        """Nothing more is asked."""

    def __init__(self, vault: VaultThread, read: Read, *, id: str | None = None) -> None:  # noqa: A002
        """Keep answers in this vault; `read` gives the inventory as it is by then."""
        super().__init__(id=id)
        self._vault = vault
        self._read = read
        self.interview: Interview | None = None

    def begin(self, interview: Interview, key: str) -> None:
        """Ask this question first."""
        self.interview = interview
        self._ask(key)

    def stop(self) -> None:
        """Ask nothing more; what is being typed stays as a draft."""
        if self.interview is not None:
            self.interview = None
            self.close()
            self.post_message(self.Ended())

    def _ask(self, key: str | None) -> None:
        question = asked(self.interview, key) if self.interview and key else None
        if question is None or key is None:
            self.stop()
            return
        self.open(question)
        self.post_message(self.Asking(key))

    @on(AnswerBar.Answered)
    @work
    async def _answered(self, message: AnswerBar.Answered) -> None:
        message.stop()
        interview = self.interview
        if interview is None:
            self.close()
            return
        if message.value is not None and not await self._keep(interview, message):
            return
        if self.interview is interview:
            self._ask(_next(interview, message))

    async def _keep(self, interview: Interview, message: AnswerBar.Answered) -> bool:
        """Keep an answer; one that is not understood stays, with a sentence."""
        try:
            await keep(interview, self._vault, message.key, message.value or "")
            self.kept()
            interview.inventory = await self._read()
        except (VaultError, NotHeard) as error:
            self.say(str(error), problem=True)
            return False
        self.post_message(self.Kept())
        return True


def _next(interview: Interview, message: AnswerBar.Answered) -> str | None:
    """Return the key of the question that follows an answer, None at the end."""
    if message.then == "close" or interview.person not in interview.inventory.cards:
        return None
    if way_back := interview.way_back(message.key):
        return way_back
    if message.then == "back":
        return interview.before(message.key)
    return interview.following(message.key, answered=message.value is not None)
