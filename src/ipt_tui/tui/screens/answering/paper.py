"""A form on paper, keyed in: a row of digits, or the score alone; checked as it is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.heard import NotHeard, been
from ipt_tui.ipt.instrument import told
from ipt_tui.ipt.measure_words import recall_sentence
from ipt_tui.ipt.measures import Source
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.paper_row import PaperRow, parse
from ipt_tui.ipt.score_row import ScoreRow, format_score, parse_score, score_example
from ipt_tui.ipt.session import met_on
from ipt_tui.tui.areas.measures.flags import take_up
from ipt_tui.tui.areas.measures.inquiry import NO_DAY
from ipt_tui.tui.areas.measures.paper_place import paper_place
from ipt_tui.tui.screens.answering.form_rows import fitted
from ipt_tui.tui.screens.answering.heard_rows import comes_to, heard_items, heard_score
from ipt_tui.tui.widgets.field import Field
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.lined import Lined, Lines
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Sentence, Words
from ipt_tui.vault import measuring
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from ipt_tui.ipt.instrument import Instrument
    from ipt_tui.ipt.measures import Response
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.session import SessionLine
    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.widgets.row import Line
    from ipt_tui.vault.measuring import Answered

_DIGITS = "a digit an item, - rather not said, . missing; = before a total"
_OF = "a digit an item, - rather not said, . missing; total ={}"
TOTAL = "="
"""What begins a total where the answers are not known."""
_SCORE = "the score, {} to {}"
_PARTS = ", then its parts, each after a /"
NOT_BOTH = f"{TOTAL} comes first, before a total alone: answers and a total do not go together."
NO_SCORE = "Please type a score."
KEPT = "Kept."


class PaperLine(Lined, Horizontal):
    """A field, and before it what it is called."""

    def __init__(self, label: str) -> None:
        """Take the name of the field."""
        super().__init__()
        self._label = label

    def laid_out(self, width: int, height: int) -> Sequence[Line]:  # noqa: ARG002
        """Return the name; the field stands over the rest."""
        return [((self._label, ""),)]


class PaperForm(ModalScreen[str | None]):
    """Keys in one form; gives back the uid of what was kept, None where nothing was."""

    CSS_PATH = "answering.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close; what is typed waits", key_display="esc"),
        Binding("enter", "keep", "keep", key_display="enter", priority=True),
        Binding("down,tab", "app.focus_next", "the day", show=False, priority=True),
        Binding("up,shift+tab", "app.focus_previous", show=False, priority=True),
    ]

    follows_together: ClassVar[bool] = True

    def __init__(
        self,
        instrument: Instrument,
        client: str,
        sessions: Sequence[SessionLine] = (),
        last: Response | None = None,
        given: Response | None = None,
    ) -> None:
        """Take what is keyed in and for whom.

        A form of a day belongs to the one of `sessions` on that day; `last` is the one answered
        before; `given` is a score to correct.
        """
        super().__init__()
        self._instrument, self._client = instrument, client
        self._sessions, self._last, self._given = sessions, last, given
        place = paper_place(client, instrument.id, given=given.uid if given else "")
        mark = TOTAL if instrument.asked else ""
        self._row = Field(
            place,
            f"{mark}{format_score(instrument, given)}" if given else "",
            placeholder=_example(instrument),
            id="paper-row",
        )
        self._day = Field(f"{place}:day", placeholder="today", id="paper-day")
        self._day.disabled = given is not None  # it is corrected by a key of its own

    @property
    def ipt(self) -> IptApp:
        """The application, by its own type."""
        return cast("IptApp", self.app)

    @property
    def _of_items(self) -> bool:
        """Whether its answers are keyed in, not the score alone."""
        return self._instrument.asked and not self._row.value.lstrip().startswith(TOTAL)

    def compose(self) -> ComposeResult:
        """The row, the day, what was heard, what it comes to."""
        form = self._instrument
        with Vertical(id="paper"):
            yield Words(f"{form.full_name}, from paper", classes="strong")
            with PaperLine("answers" if form.asked else "score"):
                yield self._row
            with PaperLine("day"):
                yield self._day
                yield Words("", id="paper-session")
            yield Lines(least=3, id="paper-said")
            yield Rows(quiet=True, id="paper-heard")
            yield Sentence(" ".join(form.credit), id="paper-credit", classes="muted")
        yield KeyLine()

    def on_mount(self) -> None:
        """Type at once."""
        self._row.select_on_focus = False  # the first letter typed must not replace it all
        self._row.action_end()
        if self._given is not None:
            self._day.placeholder = short(self._given.day, self.ipt.clock.today())
        self.query_one(Rows).can_focus = False
        self.set_focus(self._row)
        self.watch(self.app, "together", self._typed, init=False)
        self._show()
        for field in (self._row, self._day):  # in the frame of the key; a message comes later
            self.watch(field, "value", self._typed, init=False)
        self.ipt.gate.open()

    # While it is typed.

    def _typed(self) -> None:
        self._show()

    def _heard(self) -> PaperRow | ScoreRow:
        typed, form = self._row.value, self._instrument
        if self._of_items:
            row = parse(form, typed)
            return replace(row, problem=NOT_BOTH) if TOTAL in typed else row
        return parse_score(form, typed.strip().removeprefix(TOTAL))

    def _show(self, problem: str = "") -> None:
        """Show item by item what is heard; under the fields what is wrong."""
        row, form = self._heard(), self._instrument
        self._list(row)
        try:
            at = self._when()
        except NotHeard:  # it is said when it is to be kept: a date is not whole at every letter
            at = None
        session = self._session(at) if at else None
        belongs = f"session {session.number}" if session else ""
        self.query_one("#paper-session", Words).say(belongs)
        earlier = at is not None and self._last is not None and self._last.day < at.day
        last = self._last if earlier and not self._given else None
        today, alone = self.ipt.clock.today(), self.ipt.audience is Audience.PRACTITIONER
        said = (
            (problem or row.problem, "warn"),
            (comes_to(form, row, last, today) if alone else "", "strong"),
            (recall_sentence(form, last.day, at.day) if last and at else "", "muted"),
        )
        rows = [Row(None, (Cell(words, role),), wraps=True) for words, role in said if words]
        self.query_one(Lines).say(*rows)

    def _list(self, row: PaperRow | ScoreRow) -> None:
        """Show item by item what is heard, the one typed last in all its words."""
        listing, form = self.query_one(Rows), self._instrument
        if isinstance(row, PaperRow):
            last = f"heard:{max(1, len(row.answers))}"
            listing.rows = fitted(heard_items(form, row), last, listing.size)
            listing.cursor = last
        else:
            listing.rows = heard_score(form, row)

    def on_resize(self) -> None:
        """Show as much of each item as there is room for."""
        self.call_after_refresh(self._typed)

    def _when(self) -> Moment:
        """Return when it was answered: now, or the day that is typed. Raises NotHeard."""
        app, typed = self.ipt, self._day.value.strip()
        starts, today = app.config.day_starts_at, app.clock.today()
        if not typed:
            return moment(app.clock.now(), day_starts_at=starts)
        _, at = been(typed, today, southern=app.southern, day_starts_at=starts)
        if at is None:
            raise NotHeard(NO_DAY)
        return at

    def _session(self, at: Moment) -> SessionLine | None:
        """Return the session it was answered in: the one that runs, else one held on that day."""
        return None if self._given else met_on(self._sessions, at.day)

    # Keeping.

    async def action_keep(self) -> None:
        """Keep it; where that cannot be, say why, and what is typed stays."""
        app = self.ipt
        for field in (self._row, self._day):
            if await app.asks_for_help(field.value):
                field.restore()
                return
        app.gate.shut()
        self._keep()

    @work
    async def _keep(self) -> None:
        app, row = self.ipt, self._heard()
        try:
            if not row.whole:
                missing = row.refusal if isinstance(row, PaperRow) else row.problem or NO_SCORE
                raise NotHeard(missing)
            kept = await self._write(row, self._when())
        except (VaultError, NotHeard) as problem:
            self._show(str(problem))
            app.gate.open()
            return
        self._row.saved()
        self._day.saved()
        app.tell(KEPT)
        self.dismiss(kept.uid)
        app.run_worker(self._take_up(kept), group="dialog")

    async def _take_up(self, kept: Answered) -> None:
        """Take up what needs a person, in the name of the app: this form goes away."""
        with self.ipt.gate.held():
            await take_up(self.ipt, kept.scored.flags, kept.uid)

    async def _write(self, row: PaperRow | ScoreRow, at: Moment) -> Answered:
        write, form = self.ipt.vault.write, self._instrument
        session = self._session(at)
        uid = session.uid if session else None
        if isinstance(row, PaperRow):
            return await write(
                measuring.answer, self._client, form.id, row.answers, at,
                difficulty=row.difficulty, source=Source.PAPER.value, session_uid=uid,
            )  # fmt: skip
        if (given := self._given) is not None:
            return await write(
                measuring.correct_score, given.uid, row.total, row.parts, given.updated_at
            )
        return await write(
            measuring.enter, self._client, form.id, row.total, at, parts=row.parts, session_uid=uid
        )

    def _done(self, uid: str | None) -> None:
        self.ipt.gate.open()
        self.dismiss(uid)

    def action_close(self) -> None:
        """Close; what is typed waits as a draft."""
        self._done(None)


def _example(instrument: Instrument) -> str:
    """Return what is to be typed, in as few words as stand in a field."""
    if instrument.asked and instrument.step > 1:
        return _OF.format(score_example(instrument).partition(" ")[0])
    if instrument.asked:
        return _DIGITS
    span = _SCORE.format(told(instrument.lowest), told(instrument.highest))
    return span + (_PARTS if instrument.parts else "")
