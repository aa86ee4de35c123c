"""The measure in hand: its scores as a picture, or one response answer by answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.getters import query_one

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.measure_words import given_words
from ipt_tui.ipt.score_picture import legend
from ipt_tui.tui.areas.measures.head import FORMS, MeasureHead
from ipt_tui.tui.areas.measures.pane_rows import answer_rows, credit, quiet, title, told
from ipt_tui.tui.widgets.bare import Bare
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.scores import ScorePlot, ScoreSheet

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.measures import MeasureLine, Response
    from ipt_tui.ipt.score_picture import Behind

HELD = "Thank you. It is kept. enter shows what you came to, when you want to see it."
_Key = tuple[str, str, bool]
"""Of which measure, of which response, and whether what it came to is held back."""


class MeasurePane(Bare, Vertical):
    """Shows one measure; it reads and writes nothing. `given` is the response in hand.

    What is shown of a response is made once, and kept until other measures are read.
    """

    head = query_one(MeasureHead)
    plot = query_one(ScorePlot)
    answers = query_one("#answers", Rows)

    line: MeasureLine | None = None
    given: Response | None = None
    _held = False

    def compose(self) -> ComposeResult:
        """Which measure, and its picture with what is said of it, or its answers."""
        yield MeasureHead()
        yield ScorePlot()
        yield Rows(quiet=True, id="answers")

    @property
    def as_list(self) -> bool:
        """Whether the answers stand in place of the picture."""
        return self.has_class("-list")

    @property
    def body(self) -> Widget:
        """What is walked in: the picture, or the answers in its place."""
        return self.answers if self.as_list else self.plot

    def begin(
        self, behind: Behind, today: date, audience: Audience, settled: frozenset[str]
    ) -> None:
        """Begin with what was read: what stands behind the scores, the day, and for whom.

        `settled` are the responses with an outcome recorded.
        """
        self._behind, self._today, self._audience, self._settled = behind, today, audience, settled
        self._sheets: dict[_Key, ScoreSheet] = {}
        self._rows: dict[_Key, tuple[Row, ...]] = {}

    def show(self, line: MeasureLine | None, given: Response | None, *, held: bool = False) -> None:
        """Show a measure, and of it one response, what it came to `held` until it is asked for."""
        self.line, self.given, self._held = line, given, held
        when = given_words(given, self._today) if given else ""
        flag = self._flag(line, given) if self.as_list else ""
        self.head.tell(title(line), when, FORMS[self.as_list], flag)
        key = line.id if line else "", given.uid if given else "", held
        self.plot.show(None if line is None or self.as_list else self._sheet(key, line, given))
        rows = self._answered(key, line, given) if line is not None and self.as_list else ()
        if rows != self.answers.rows:
            self.answers.rows = rows

    def _answered(self, key: _Key, line: MeasureLine, given: Response | None) -> tuple[Row, ...]:
        if key not in self._rows:
            self._rows[key] = (
                (Row(None, (Cell(HELD),), wraps=True),)
                if self._held
                else answer_rows(line, given, self._today, self._audience)
            )
        return self._rows[key]

    def _sheet(self, key: _Key, line: MeasureLine, given: Response | None) -> ScoreSheet:
        own = self._audience is Audience.CLIENT
        if key not in self._sheets:
            self._sheets[key] = ScoreSheet(
                line, self._behind, self._today,
                pictured=self._pictured(line),
                bands=not own,
                lit=given.uid if given else None,
                flag=self._flag(line, given),
                told=(HELD,) if self._held else told(line, given, self._today, self._audience),
                legend=legend(line.instrument, self._behind),
                credit=" ".join(credit(line)),
            )  # fmt: skip
        return self._sheets[key]

    def _pictured(self, line: MeasureLine) -> bool:
        """Whether its scores are drawn: for a client none that are hidden, and no single dot."""
        if self._audience is Audience.PRACTITIONER:
            return bool(line.compared)
        return len(line.compared) > 1 and not (line.hidden or self._held)

    def _flag(self, line: MeasureLine | None, given: Response | None) -> str:
        """Return what needs a person, for the practitioner alone."""
        alone = self._audience is Audience.PRACTITIONER
        return quiet(line, given, self._settled) if alone else ""
