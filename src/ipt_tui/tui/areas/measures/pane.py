"""The measure in hand: its scores as a picture, or one response answer by answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.getters import query_one

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.measure_words import given_words
from ipt_tui.ipt.score_picture import legend
from ipt_tui.tui.areas.measures.flags import quiet_line
from ipt_tui.tui.areas.measures.list_rows import begun_words
from ipt_tui.tui.areas.measures.pane_rows import answer_rows, credit, told
from ipt_tui.tui.widgets.bare import Bare
from ipt_tui.tui.widgets.one_of import one_of
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.scores import ScorePlot
from ipt_tui.tui.widgets.words import Sentence, Words

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.measures import MeasureLine, Response
    from ipt_tui.ipt.score_picture import Behind

FORMS = ("picture", "answers")
_EMPTY = "Not answered yet. n asks it here; i keys it in from paper."
_ONLY_SCORE = "Only the score of this form is kept here: its words may not be shown. i types it."
_GONE = "The file of this form is gone. Its scores stay, and are not compared."


class MeasurePane(Bare, Vertical):
    """Shows one measure; it reads and writes nothing. `given` is the response in hand."""

    plot = query_one(ScorePlot)
    answers = query_one("#answers", Rows)

    line: MeasureLine | None = None
    given: Response | None = None

    def compose(self) -> ComposeResult:
        """Which measure, its picture or its answers, what is said of it, and whose it is."""
        yield Words(id="measure-head")
        yield Words(id="measure-forms")
        yield ScorePlot()
        yield Rows(quiet=True, id="answers")
        yield Words(id="flag")
        yield Sentence(id="measure-told")
        yield Words(id="behind")
        yield Sentence(id="credit")

    @property
    def as_list(self) -> bool:
        """Whether the answers stand in place of the picture."""
        return self.has_class("-list")

    @property
    def body(self) -> Widget:
        """What is walked in: the picture, or the answers in its place."""
        return self.answers if self.as_list else self.plot

    def show(
        self,
        line: MeasureLine | None,
        given: Response | None,
        behind: Behind,
        today: date,
        audience: Audience,
        settled: frozenset[str] = frozenset(),
    ) -> None:
        """Show a measure, and of it one response; `settled` are those with an outcome recorded."""
        self.line, self.given = line, given
        own = audience is Audience.CLIENT
        pictured = line is not None and line.compared and not (own and line.hidden)
        self.plot.shown = (line, behind, today, not own) if line and pictured else None
        self.plot.selected = given.uid if given else None
        self.set_class(given is None, "-empty")
        rows = answer_rows(line, given, today, audience) if line and given and self.as_list else ()
        self.answers.rows = rows
        self._say("#measure-head", _head(line, given, today))
        forms = self.query_one("#measure-forms", Words)
        forms.display = given is not None
        forms.say(one_of(FORMS, FORMS[self.as_list]))
        words = told(line, given, today, audience) if line and given else _without(line, today)
        self._say("#measure-told", "" if rows else "\n".join(words))
        self._say("#flag", "" if own else _quiet(line, given, settled))
        self._say("#behind", legend(behind) if pictured and not self.as_list else "")
        self._say("#credit", "" if line is None or rows else " ".join(credit(line)))

    def _say(self, name: str, words: str) -> None:
        line = self.query_one(name, Words)
        line.display = bool(words)
        line.say(words)


def _head(line: MeasureLine | None, given: Response | None, today: date) -> str:
    if line is None:
        return ""
    title = line.instrument.title if line.instrument else ""
    name = f"{line.name}, {title}" if title and title != line.name else line.name
    return f"{name}   {given_words(given, today)}" if given else name


def _quiet(line: MeasureLine | None, given: Response | None, settled: frozenset[str]) -> str:
    """Return what needs a person in the response in hand, and in one that is not finished.

    Only an outcome that is recorded takes it away.
    """
    asked = (line.begun if line else None, given)
    open_ = [each for each in asked if each is not None and each.uid not in settled]
    words = quiet_line(tuple(dict.fromkeys(flag for each in open_ for flag in each.flags)))
    return f"{words}   ! looks at it" if words else ""


def _without(line: MeasureLine | None, today: date) -> tuple[str, ...]:
    """Return what is said of a measure of which there is no finished response."""
    if line is None:
        return ()
    if line.instrument is None:
        return (_GONE,)
    if line.begun is not None:
        return (f"{begun_words(line.begun, today)}.",)
    return (_EMPTY if line.instrument.asked else _ONLY_SCORE,)
