"""The line at the foot that asks: each answer is kept before the next question stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual import on, work
from textual.message import Message

from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.heard import NotHeard, and_goes_on, are_words
from ipt_tui.ipt.moments import moment
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.widgets.answer_bar import AnswerBar
from ipt_tui.vault import noting
from ipt_tui.vault.errors import Gone, VaultError

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.widgets.answer_bar import Asked

I = TypeVar("I", bound=Inquiry)  # noqa: E741
LINE_KEPT = "What you typed where a digit was asked for is kept, as a line on the timeline."
"""Said of words at a number or a day, too."""


async def _keep_words(app: IptApp, client: str, words: tuple[str, ...]) -> None:
    """Keep what was typed at choices and no question took: lines as from the capture line."""
    pieces = tuple(Captured(Mark.TEXT, n, text=each, words=each) for n, each in enumerate(words))
    now = moment(app.clock.now(), day_starts_at=app.config.day_starts_at)
    if await app.or_tell(app.vault.write(noting.note, client, pieces, now)) is None:
        app.remember_draft(f"carried:{client}", "\n".join(words))
    else:
        app.record_changed(RecordChanged())
        app.tell(LINE_KEPT)


class AskingBar(AnswerBar, Generic[I]):
    """Keeps each answer, and reads the record again before it words the next question.

    `about` is what is asked about, None while nothing is.
    """

    DEFAULT_CSS = "AskingBar { height: auto; }"

    @dataclass
    class Stands(Message):
        """A question about `uid` stands."""

        uid: str
        key: str

    class Kept(Message):
        """An answer is in the record."""

    @dataclass
    class Ended(Message):
        """Nothing more is asked about `uid`; `all_asked` is whether that was all there is."""

        uid: str
        all_asked: bool = False

    about: I | None = None
    _refusal = ""
    _refused = ("", "")
    """The question, and the words, that were not understood last."""
    _unheard = False

    @property
    def ipt(self) -> IptApp:
        """The application, by its own type."""
        return cast("IptApp", self.app)

    def begin(self, about: I, key: str | None) -> None:
        """Ask this question first."""
        self.forget_refusal()
        self.about, self.carried_place = about, f"carried:{about.ground.client}"
        self._find_carried(self.carried_place)
        self.ask(key)

    def ask(self, key: str | None) -> None:
        """Ask the question of a key; stop where there is none."""
        question = self.about.asked(key) if self.about is not None and key else None
        if question is None or self.about is None:
            self.stop()
            return
        self.open(question)
        self.post_message(self.Stands(self.about.uid, question.key))

    @work
    async def _find_carried(self, place: str) -> None:
        """Go on with what was typed at choices and left by a lock or a crash."""
        drafting = self.ipt.drafting
        if self._carried or drafting.waiting(place) is not None:
            return
        left = await self.ipt.or_tell(drafting.left(place))
        if left and left[0] and self.about is not None and self.carried_place == place:
            self._carried = (*left[0].split("\n"), *self._carried)

    def stop(self, *, all_asked: bool = False) -> None:
        """Ask nothing more; what is being typed stays as a draft."""
        if self.about is not None:
            about, self.about = self.about, None
            if self.asked is not None and self.asked.choices:
                self._carry()
            self.close()
            self.post_message(self.Ended(about.uid, all_asked))
            if words := self.carried():  # by the app: the screen that asks may go with its end
                self.ipt.run_worker(_keep_words(self.ipt, about.ground.client, words))

    def stop_if_veiled(self) -> None:
        """Stop once something was veiled again that the question may have named."""
        if self.about is not None and not self.about.ground.revealed <= self.ipt.revealed:
            self.stop()

    @on(AnswerBar.Answered)
    @work
    async def _answered(self, message: AnswerBar.Answered) -> None:
        message.stop()
        asked = self.asked
        refusal, given = "", message.value is not None
        if asked is not None and message.value is not None:
            refusal = await self._keep(message.key, message.value)
            if refusal and self.asked is asked and message.then == "next":
                refusal = self._or_carried(asked, message.value, refusal)
                given = bool(refusal)
        if self.asked is not asked or asked is None or self.about is None:  # stopped meanwhile
            self._tell(refusal)
        elif message.then == "close":
            self._tell(refusal)
            self.stop()
        elif refusal:
            self.say(refusal, problem=True)
        elif message.then == "back":
            await self._turn_to(self.about.before(message.key))
        else:
            key = self.about.following(message.key, answered=given)
            if key is None:
                self.stop(all_asked=self.about.is_last(message.key))
            else:
                await self._turn_to(key)

    def _or_carried(self, asked: Asked, words: str, refusal: str) -> str:
        """Return why an answer was refused; "" where its words, given twice, go on as a line."""
        if not self._unheard or asked.takes_words or not are_words(words):
            return refusal
        if (asked.key, words) == self._refused:
            self.kept()
            self.carry(words)
            return ""
        self._refused = asked.key, words
        return and_goes_on(refusal)

    async def _turn_to(self, key: str | None) -> None:
        """Ask a question once all is read that it needs."""
        about = self.about
        try:
            key = await about.ready(key) if about is not None and key else None
        except VaultError as error:
            self._tell(str(error))
            self.stop()
            return
        if self.about is about:
            self.ask(key)

    async def _keep(self, key: str, value: str) -> str:
        """Keep an answer; return the sentence if it is refused, else "".

        What was read is read again either way: an answer refused because of another window can
        be given once more by whoever has been told so.
        """
        about, refusal = self.about, ""
        if about is None:
            return refusal
        try:
            await about.keep(key, value)
            self.kept()
            self.post_message(self.Kept())
            if about.unsafe:
                about.unsafe = False
                await self.ipt.told_unsafe(about.because)
        except (VaultError, NotHeard) as error:
            refusal, self._unheard = str(error), isinstance(error, NotHeard)
        try:
            there = await about.read()
        except Gone:
            there = False
        except VaultError as error:
            if not refusal:  # it is kept: asked once more, it would be kept twice
                there, refusal = False, str(error)
            else:
                there = True
        if not there and self.about is about:
            self.stop()
        return refusal

    def forget_refusal(self) -> None:
        """Take away what was told of an answer when the line closed: one is somewhere else now."""
        refusal, self._refusal = self._refusal, ""
        if refusal and self.ipt.told == refusal:
            self.ipt.hush()

    def _tell(self, refusal: str) -> None:
        """Say at the edge of the screen what the line, which closes, cannot say any more."""
        if refusal:
            self._refusal = refusal
            self.ipt.tell(refusal, bad=True)
        if self.asked is None:
            self.ipt.gate.open()
