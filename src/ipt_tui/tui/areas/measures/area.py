"""Measures: questionnaires answered here or keyed in from paper, and what came of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.instruments import in_use
from ipt_tui.ipt.measure_schedule import Often
from ipt_tui.ipt.measures import Source, offered
from ipt_tui.tui.areas.area import NO_CLIENT, VEILED, RecordChanged
from ipt_tui.tui.areas.measures.inquiry import DAY, NOTE, SENSITIVE, ResponseInquiry
from ipt_tui.tui.areas.measures.list_rows import begun_words
from ipt_tui.tui.areas.measures.view import MeasuresView
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.dialogs.letter_strip import LetterStrip
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import measure_plans, measures, measuring, sessions

if TYPE_CHECKING:
    from ipt_tui.ipt.instrument import Instrument
    from ipt_tui.ipt.measures import MeasureLine, Response
    from ipt_tui.ipt.session import SessionLine

GONE_FORM = "The file of this form is gone, so it cannot be answered; its scores stay."
OLDER = "This form has changed since, so its answers stay as they were given."
ANEW_FORM = "{} has changed since {}, so it begins anew. x takes out what was begun."
STAYS = "What was begun on {} stays until x takes it out."
TWO = "There are two {} of {} now; x takes out the one in hand."
ANSWERS, HIDE, SHOW, GO_ON, ANEW = "answers", "hide", "show", "on", "anew"
SOME_DAYS = 2
"""So many days after a form was begun it is asked whether to go on: it asks about other weeks."""
_BEGUN = (("g", "go on with it", GO_ON), ("a", "begin anew", ANEW))
_OFTEN = (
    ("s", Often.EVERY), ("f", Often.FOURTH), ("h", Often.HALVES), ("n", Often.NEVER),
)  # fmt: skip


class MeasuresArea(MeasuresView):
    """Measures as a list; below it the scores of one, or the answers of one time."""

    HELP = """Questionnaires: the last score, what their authors call it, how it changed and by \
whose rule. A score is for screening; it is not a diagnosis.
n asks the one under the cursor, i keys it in from paper: a row of digits.
, and . go from one time to another; v shows the answers; tab, then down reads on \
below the picture. o says how often it is asked for."""
    HELP_OWN = """How you have been, as you said it yourself on a form. Nothing here has to be \
filled in; stop anywhere, and it is kept.
n begins the one under the cursor. v shows what you answered. o can hide the scores."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("measures"),
        Binding("left,h", "walk('left')", show=False),
        Binding("right,l", "walk('right')", show=False),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what is possible now; nothing while something is asked."""
        if self.bar.asked is not None:
            return False
        line = self.line
        if action in ("edit", "remove"):
            return self.at_hand is not None
        if action == "form":
            return self.given is not None
        if action in ("earlier", "later"):
            return line is not None and len(line.responses) > 1
        if action == "back":
            return self.has_class("-scores")
        if action == "other":
            return line is not None
        return True

    @property
    def _alone(self) -> bool:
        """Whether the practitioner looks at it alone."""
        return self.ipt.audience is Audience.PRACTITIONER

    # Answering.

    def action_new(self) -> None:
        """Ask the measure in hand; on the last row, one that is chosen first."""
        self._begin(from_paper=False)

    def action_paper(self) -> None:
        """Key the measure in hand in from paper."""
        self._begin(from_paper=True)

    def _begin(self, *, from_paper: bool) -> None:
        if self.ipt.context.client is None:
            self.ipt.tell(NO_CLIENT)
        elif self.line is not None and self.line.instrument is None:
            self.ipt.tell(GONE_FORM)
        elif self.may_change():
            self.ipt.gate.shut()  # keys wait for the screen
            self._ask_measure(from_paper=from_paper)

    @work(group="dialog")
    async def _ask_measure(self, *, from_paper: bool) -> None:
        line = self.line
        instrument = line.instrument if line else await self._chosen_instrument()
        if instrument is None:
            return
        known = self.measures.line(instrument.id) if self.measures else None
        begun = known.begun if known else None
        if from_paper or not instrument.asked:
            await self._key_in(instrument)
        elif begun is None:
            await self._answer(instrument, None)
        elif begun.older:
            self.ipt.tell(ANEW_FORM.format(begun.name, short(begun.day, self.today)))
            await self._answer(instrument, None)
        elif (self.today - begun.day).days < SOME_DAYS:
            await self._answer(instrument, begun)
        else:
            words = f"{begun.name}, {begun_words(begun, self.today)}"
            strip = LetterStrip(_BEGUN, words.partition(":")[0])
            await self.app.push_screen(strip, partial(self._go_on, instrument, begun))
            self.ipt.gate.open()

    def _go_on(self, instrument: Instrument, begun: Response, word: str | None) -> None:
        if word is None:
            return
        self.ipt.gate.shut()
        if word == ANEW:
            self.ipt.tell(STAYS.format(short(begun.day, self.today)))
        self._open_form(instrument, begun if word == GO_ON else None)

    async def _chosen_instrument(self) -> Instrument | None:
        from ipt_tui.tui.screens.answering.choose import ChooseScreen

        if self.measures is None:
            self.ipt.gate.open()
            return None
        known = in_use()
        name = await self.app.push_screen_wait(ChooseScreen(offered(self.measures, known)))
        return known.get(name) if name else None

    async def _sessions(self) -> tuple[SessionLine, ...]:
        ground = self.ground
        reading = self.ipt.vault.read(sessions.of_client, ground.client, ground.day_starts_at)
        return await self.ipt.or_tell(reading) or ()

    def _last(self, instrument: Instrument) -> Response | None:
        """Return when it was answered last."""
        known = self.measures.line(instrument.id) if self.measures else None
        return known.last if known else None

    async def _answer(self, instrument: Instrument, given: Response | None) -> None:
        """Ask, go on, or correct; take what was kept in hand."""
        from ipt_tui.tui.screens.answering.screen import AnsweringScreen

        running = next((one.uid for one in await self._sessions() if one.running), None)
        last = self._last(instrument)
        screen = AnsweringScreen(instrument, self.ground.client, given, last, running)
        kept = await self.app.push_screen_wait(screen)
        await self._take_up(kept, new=given is None or not given.finished)

    async def _key_in(self, instrument: Instrument, given: Response | None = None) -> None:
        from ipt_tui.tui.screens.answering.paper import PaperForm

        last = self._last(instrument)
        form = PaperForm(instrument, self.ground.client, await self._sessions(), last, given)
        await self._take_up(await self.app.push_screen_wait(form), new=given is None)

    async def _take_up(self, kept: str | None, *, new: bool) -> None:
        """Show what was kept, however the screen was left; say if it is the second of its day."""
        if kept:
            self._taken, self._held = None, kept
            self.ipt.context = replace(self.ipt.context, response=kept)
        self.post_message(RecordChanged())
        if kept and new:
            reading = self.ipt.vault.read(measures.twice, kept, self.ground.day_starts_at)
            if (given := await self.ipt.or_tell(reading)) is not None:
                self.ipt.tell(TWO.format(given.name, short(given.day, self.today)))

    # Opening.

    @on(Rows.Chosen, "#measures")
    def _chosen(self) -> None:
        self.action_open()

    @on(Rows.Chosen, "#answers")
    def _chosen_answer(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Go on with what was begun; show what is veiled; else go to the scores."""
        line, given = self.line, self.given
        if line is None or (line.begun is not None and not self.on_scores):
            self.action_new()
        elif given is not None and given.veiled and self._alone:
            self.ipt.revealed |= {given.uid}
            self.load()
        else:
            self._turn(to_scores=True)

    # Changing.

    async def action_edit(self) -> None:
        """Ask what is to be corrected: a letter follows."""
        given = self.at_hand
        if given is None or not self.may_change():
            return
        letters = [
            ("a", "the answers" if given.answers else "the score", ANSWERS),
            ("d", "the day", DAY),
        ]
        if self._alone:
            letters += [("n", "a note", NOTE)]
            letters += [("v", "veil the note", SENSITIVE)] if given.note else []
        await self.app.push_screen(LetterStrip(letters, "correct"), self._correct)

    def _correct(self, word: str | None) -> None:
        given = self.at_hand
        if word is None or given is None:
            return
        if word != ANSWERS:
            self._ask(word)
            return
        form = in_use().get(given.instrument, given.version)
        if form is None or given.older:
            self.ipt.tell(OLDER)
            return
        self.ipt.gate.shut()
        self._open_form(form, given)

    def _ask(self, key: str) -> None:
        given = self.at_hand
        if given is not None and given.veiled:
            self.ipt.tell(VEILED)
        elif given is not None:
            self.ask(ResponseInquiry(self.ground, given), key)

    @work(group="dialog")
    async def _open_form(self, form: Instrument, given: Response | None) -> None:
        if given is not None and given.source == Source.SCORE:
            await self._key_in(form, given)
        else:
            await self._answer(form, given)

    async def action_remove(self) -> None:
        """Take the response in hand out of the record, in the list the one that is begun."""
        given = self.at_hand
        if given is None:
            return
        with self.ipt.gate.held():
            if await self.write(measuring.remove, given.uid) is not None:
                self._out, day = given.uid, short(given.day, self.today)
                which = f" of {day}" if given.finished else f", begun {day},"
                self.ipt.tell(f"{given.name}{which} is taken out. u brings it back.")

    async def action_other(self) -> None:
        """Ask how often it is asked for, or whether its scores are hidden: a letter follows."""
        line = self.line
        if line is None or not self.may_change():
            return
        letters = [
            (letter, f"{often.label} ✓" if often.value == line.often else often.label, often.value)
            for letter, often in (_OFTEN if await self._has_sessions() else ())
        ]
        hides = ("x", "show scores", SHOW) if line.hidden else ("x", "hide scores", HIDE)
        await self.app.push_screen(LetterStrip([*letters, hides], line.name), self._plan)

    async def _has_sessions(self) -> bool:
        """Whether something can be asked for at sessions: in one's own vault there may be none."""
        practitioners = self.ipt.audience_of_vault is Audience.PRACTITIONER
        return practitioners or bool(await self._sessions())

    def _plan(self, word: str | None) -> None:
        if word is not None and self.line is not None:
            self._planned(self.line, word)

    @work
    async def _planned(self, line: MeasureLine, word: str) -> None:
        client = self.ground.client
        if word in (HIDE, SHOW):
            whom = self.ipt.audience_of_vault.pick("the client", "you")
            hides = "not shown" if word == HIDE else "shown"
            done = await self.write(measure_plans.hide, client, line.id, hidden=word == HIDE)
            words = f"The scores of {line.name} are {hides} to {whom}."
        else:
            done = await self.write(measure_plans.ask, client, line.id, word, self.today)
            words = f"{line.name}: {Often.say(word)}."
        if done is not None:
            self.ipt.tell(words)
