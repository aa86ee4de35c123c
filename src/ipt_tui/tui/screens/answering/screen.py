"""Answering a measure: a digit an item; each answer is kept as it is given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.measure_words import recall_sentence
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.scoring import DECLINED
from ipt_tui.tui.areas.measures.flags import quiet_for_client, quiet_line, take_up
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.screens.answering.asked_form import AskedForm
from ipt_tui.tui.screens.answering.form_rows import (
    DECLINE,
    Filled,
    begun,
    fitted,
    key,
    one_item,
    option_words,
    whole_form,
)
from ipt_tui.tui.widgets.bare import Bare
from ipt_tui.tui.widgets.flowing import flowed
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.words import Sentence, Words
from ipt_tui.vault import measures, measuring
from ipt_tui.vault.errors import ChangedElsewhere, Gone, VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from ipt_tui.ipt.instrument import Instrument
    from ipt_tui.ipt.measures import Response
    from ipt_tui.ipt.scoring import Answer, Raised
    from ipt_tui.tui.app import IptApp
    from ipt_tui.vault.measuring import Answered

STOPS = "up goes back   esc stops, and it is kept   v {}   ? help"
LEFT_OPEN = "That one is left open; up goes back to it, - is rather not to say."
ONE, WHOLE = "one at a time", "the whole form"
WIDTH = 76
"""So wide the screen is taken to be until it is laid out."""
THANKS = "Thank you. It is kept."
ELSEWHERE = "This was changed in another window meanwhile; what stands there is shown now."
TAKEN_OUT = "This was taken out in another window; the next answer keeps all of it anew."


class AnsweringScreen(Bare, Screen[str | None]):
    """Asks one measure; gives back the uid of what was kept, None where nothing was answered."""

    HELP = """A digit answers, - means that you would rather not say; that is not 0.
up, left or backspace goes back a question, down on; a digit there changes its answer.
esc stops anywhere: what is answered is kept, and the rest can be answered later.
Typing help opens the help lines."""
    CSS_PATH = "answering.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("answering")]

    follows_together: ClassVar[bool] = True
    form = query_one(AskedForm)

    def __init__(
        self,
        instrument: Instrument,
        client: str,
        given: Response | None = None,
        last: Response | None = None,
        session: str | None = None,
    ) -> None:
        """Take what is asked and of whom.

        `given` are the answers to go on with, or to correct where they are finished; `last` is when
        it was answered before, `session` the uid of the one that runs.
        """
        super().__init__()
        self._client, self._last, self._session = client, last, session
        self._uid = given.uid if given else None
        self._seen = given.updated_at if given else None
        filled = begun(instrument, given.answers, given.difficulty) if given else begun(instrument)
        correcting = given is not None and given.finished
        self.filled = replace(filled, correcting=True) if correcting else filled.resumed()
        self._raised: frozenset[Raised] = frozenset(given.flags if given else ())
        self._one = False

    @property
    def ipt(self) -> IptApp:
        """The application, by its own type."""
        return cast("IptApp", self.app)

    def compose(self) -> ComposeResult:
        """What is asked about; the form; the answers there are; how to stop."""
        yield Words(self.filled.instrument.title, id="asked-title")
        yield Sentence("\n".join(self._about()), id="asked-about")
        yield AskedForm(self, id="asked-form")
        yield Words("", id="asked-options")
        yield Words("", id="asked-flag")
        yield Words("", id="asked-said")
        yield Sentence(" ".join(self.filled.instrument.credit), id="asked-credit")
        yield KeyLine()

    def _about(self) -> list[str]:
        """Return instruction and stem of the form, and that it is asked soon, where it is."""
        form, today = self.filled.instrument, self.ipt.clock.today()
        fresh = self._last is not None and not self.filled.correcting
        soon = recall_sentence(form, self._last.day, today) if fresh and self._last else ""
        return [words for words in (form.instruction, form.stem, soon) if words]

    def on_mount(self) -> None:
        """Begin: one at a time in one's own vault, else the whole form."""
        self._one = self.ipt.audience_of_vault is Audience.CLIENT and not self.filled.correcting
        self.set_focus(self.form)
        self.watch(self.app, "together", self.show, init=False)
        self.show()
        self.ipt.gate.open()

    # Showing.

    def show(self) -> None:
        """Show the form as far as it is filled in."""
        filled = self.filled
        at = key(filled.at)
        whole = fitted(whole_form(filled), at, self.form.size)
        self.form.rows = one_item(filled) if self._one else whole
        self.form.cursor = at
        options = () if self._one else tuple(map(Content, option_words(filled)))
        self._say("#asked-options", flowed(options, self.form.size.width or WIDTH))
        alone = self.ipt.audience is Audience.PRACTITIONER
        raised = tuple(self._raised)
        self._say("#asked-flag", quiet_line(raised) if alone else quiet_for_client(raised))
        self.complain("")

    def on_resize(self) -> None:
        """Show as much of each item as there is room for."""
        self.call_after_refresh(self.show)

    def complain(self, words: str) -> None:
        """Say what is wrong with what was typed, else how one stops."""
        self._say("#asked-said", words or STOPS.format(WHOLE if self._one else ONE))

    def _say(self, name: str, words: str | Content) -> None:
        line = self.query_one(name, Words)
        line.display = bool(words)
        line.say(words)

    # Answering.

    async def give(self, sign: str) -> None:
        """Take a digit, or the sign for what one would rather not say, and keep it."""
        filled, item = self.filled, self.filled.item
        if item is None:
            self.complain("That was the last question; up goes back, enter ends.")
            return
        answer: Answer = DECLINED if sign == DECLINE else int(sign)
        if isinstance(answer, int) and not item.label(answer):
            self.complain(
                f"{sign} is no answer here; they go from {item.lowest} to {item.highest}."
            )
            return
        answered = filled.answered(answer)
        kept = await self._keep(answered, finished=filled.correcting)
        if kept is None:
            return
        self.filled = answered.following(corrected=filled.answer is not None)
        new = frozenset(kept.scored.flags) - self._raised
        self._raised = frozenset(kept.scored.flags)
        self.show()
        if new and self._uid:
            await take_up(self.ipt, tuple(new), self._uid)

    async def _keep(self, filled: Filled, *, finished: bool) -> Answered | None:
        """Keep what is answered so far; None, with a sentence, where that was refused.

        What is finished is of now and of the session that runs, whenever it was begun.
        """
        app, form = self.ipt, filled.instrument
        now = moment(app.clock.now(), day_starts_at=app.config.day_starts_at)
        try:
            if self._uid is None:
                kept = await app.vault.write(
                    measuring.answer, self._client, form.id, filled.answers, now,
                    difficulty=filled.difficulty, session_uid=self._session, finished=finished,
                )  # fmt: skip
            else:
                kept = await app.vault.write(
                    measuring.go_on, self._uid, filled.answers, difficulty=filled.difficulty,
                    finished=finished, seen=self._seen, session_uid=self._session,
                    when=now if finished and not filled.correcting else None,
                )  # fmt: skip
        except ChangedElsewhere:
            await self._read_anew(self._uid or "")
            return None
        except Gone:
            self._uid = self._seen = None
            app.tell(TAKEN_OUT, bad=True)
            return None
        except VaultError as error:
            app.tell(str(error), bad=True)
            return None
        self._uid, self._seen = kept.uid, kept.updated_at
        return kept

    async def _read_anew(self, uid: str) -> None:
        """Show what another window made of it meanwhile; from there one goes on."""
        app, at = self.ipt, self.filled.at
        starts = app.config.day_starts_at
        reading = app.vault.read(measures.response, uid, frozenset(), starts)
        given = await app.or_tell(reading)
        if given is None:
            return
        self._seen, self._raised = given.updated_at, frozenset(given.flags)
        filled = begun(self.filled.instrument, given.answers, given.difficulty)
        self.filled = replace(filled, correcting=given.finished).moved(at)
        self.show()
        app.tell(ELSEWHERE, bad=True)

    def go(self, to: int) -> None:
        """Go to another place of the form."""
        self.filled = self.filled.moved(to)
        self.show()

    async def enter(self) -> None:
        """Go on to the next question; at the end, keep it as it stands."""
        filled = self.filled
        if filled.at < filled.end:
            self.go(filled.at + 1)
            if filled.answer is None:
                self.complain(LEFT_OPEN)
        elif all(answer is None for answer in filled.answers):
            self.complain("Nothing is answered yet.")
        elif filled.correcting or await self._keep(filled, finished=True) is not None:
            if self.ipt.audience is Audience.CLIENT:
                self.ipt.tell(THANKS)
            self.dismiss(self._uid)

    def action_form(self) -> None:
        """The whole form, or one question at a time."""
        self._one = not self._one
        self.form.to_top()
        self.show()

    def action_back(self) -> None:
        """Stop here; what is answered is kept."""
        self.dismiss(self._uid)

    def action_help(self) -> None:
        """Show what this screen is for, and its keys."""
        from ipt_tui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("answering", self.HELP, everywhere=("app",)))
