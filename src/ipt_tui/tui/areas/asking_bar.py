"""What the lines that ask have in common: each answer is kept before the next question stands."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from textual import on, work
from textual.message import Message

from ipt_tui.ipt.heard import NotHeard
from ipt_tui.tui.widgets.answer_bar import AnswerBar
from ipt_tui.vault.errors import VaultError

S = TypeVar("S")


class AskingBar(AnswerBar, Generic[S]):
    """Keeps each answer, and reads the record again before it words the next question.

    `about` is what is asked about, None while nothing is.
    """

    class Kept(Message):
        """An answer is in the record."""

    class Ended(Message):
        """Nothing more is asked."""

    about: S | None = None

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence."""
        raise NotImplementedError

    async def read(self) -> None:
        """Read what is asked about as it is by now. Raises VaultError."""
        raise NotImplementedError

    def ask(self, key: str | None) -> None:
        """Ask the question of a key; stop where there is none."""
        raise NotImplementedError

    def following(self, message: AnswerBar.Answered) -> str | None:
        """Return the key of the question after an answer that is not the last."""
        raise NotImplementedError

    def stop(self) -> None:
        """Ask nothing more; what is being typed stays as a draft."""
        if self.about is not None:
            self.about = None
            self.close()
            self.post_message(self.Ended())

    @on(AnswerBar.Answered)
    @work
    async def _answered(self, message: AnswerBar.Answered) -> None:
        message.stop()
        asked = self.asked
        refusal = ""
        if asked is not None and message.value is not None:
            refusal = await self._keep(message.key, message.value)
        if self.asked is not asked or asked is None:  # stopped meanwhile
            self._tell(refusal)
        elif message.then == "close":
            self._tell(refusal)
            self.stop()
        elif refusal:
            self.say(refusal, problem=True)
        else:
            self.ask(self.following(message))

    async def _keep(self, key: str, value: str) -> str:
        """Keep an answer; return the sentence if it is refused, else "".

        What was read is read again either way: an answer refused because of another window can
        be given once more by whoever has been told so.
        """
        refusal = ""
        try:
            await self.keep(key, value)
            self.kept()
            self.post_message(self.Kept())
        except (VaultError, NotHeard) as error:
            refusal = str(error)
        try:
            await self.read()
        except VaultError as error:
            refusal = refusal or str(error)
        return refusal

    def _tell(self, refusal: str) -> None:
        """Say at the edge of the screen what the line, which closes, cannot say any more."""
        app: Any = self.app
        if refusal:
            app.tell(refusal, bad=True)
        if self.asked is None:
            app.gate.open()
