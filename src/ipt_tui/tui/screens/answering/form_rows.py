"""A form as rows: all its items in view, or one on the screen with its answers below it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipt_tui.ipt.measure_words import answer_words
from ipt_tui.ipt.scoring import DECLINED
from ipt_tui.tui.widgets.row import Cell, Row, lines
from ipt_tui.tui.widgets.rows import BAR_WIDTH

if TYPE_CHECKING:
    from textual.geometry import Size

    from ipt_tui.ipt.instrument import Instrument, Item
    from ipt_tui.ipt.scoring import Answer, Answers

DECLINE = "-"
RATHER_NOT = "rather not say"
AT_END = "That was the last question."
WAYS_FROM_END = ("up: back to a question", "v: look over all of the answers")
GAP = Cell("", width=1)
_NUMBER, _ANSWER = 4, 28


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as far as it is filled in.

    `at` counts its items from 0, then the question about difficulty where it has one, then the
    end. `correcting` says that it was finished before.
    """

    instrument: Instrument
    answers: Answers
    difficulty: int | None = None
    at: int = 0
    correcting: bool = False

    @property
    def end(self) -> int:
        """The place after the last question."""
        return len(self.answers) + (self.instrument.difficulty is not None)

    @property
    def item(self) -> Item | None:
        """The question one is at, None at the end."""
        if self.at < len(self.answers):
            return self.instrument.items[self.at]
        return self.instrument.difficulty if self.at < self.end else None

    @property
    def answer(self) -> Answer:
        """What stands at the question one is at."""
        return self.answers[self.at] if self.at < len(self.answers) else self.difficulty

    @property
    def open(self) -> tuple[int, ...]:
        """The places of the items that have no answer yet."""
        return tuple(n for n, answer in enumerate(self.answers) if answer is None)

    @property
    def done(self) -> int:
        """How many items have an answer, or were rather not answered."""
        return len(self.answers) - len(self.open)

    def moved(self, to: int) -> Filled:
        """Return it at another place."""
        return replace(self, at=max(0, min(self.end, to)))

    def answered(self, answer: Answer) -> Filled:
        """Return it with this answer at the question one is at."""
        if self.at < len(self.answers):
            before, after = self.answers[: self.at], self.answers[self.at + 1 :]
            return replace(self, answers=(*before, answer, *after))
        return replace(self, difficulty=None if answer is DECLINED else _number(answer))

    def following(self, *, corrected: bool = False) -> Filled:
        """Return it at what is asked next: where all after it is answered, the first that is open.

        After an answer that was `corrected` it is simply the next.
        """
        later = [place for place in self.open if place > self.at]
        if corrected or later or self.at >= len(self.answers):
            return self.moved(self.at + 1)
        return self.resumed()

    def resumed(self) -> Filled:
        """Return it at the first item that is open, else after the last."""
        return self.moved(self.open[0] if self.open else len(self.answers))


def begun(instrument: Instrument, answers: Answers = (), difficulty: int | None = None) -> Filled:
    """Return a form with these answers; an empty one without."""
    return Filled(instrument, answers or (None,) * len(instrument.items), difficulty)


def _number(answer: Answer) -> int | None:
    return answer if isinstance(answer, int) else None


def whole_form(filled: Filled) -> tuple[Row, ...]:
    """Return every item with its answer, the question about difficulty, and the end."""
    form, answers = filled.instrument, filled.answers
    rows = [
        _item(str(n), n - 1, item, answer)
        for n, (item, answer) in enumerate(zip(form.items, answers, strict=True), 1)
    ]
    if form.difficulty is not None:
        rows.append(_item("+", len(answers), form.difficulty, filled.difficulty))
    return (
        *rows,
        Row(key(filled.end), (Cell(end_words(filled), "accent"),), wraps=True),
    )


def fitted(rows: tuple[Row, ...], at: str | None, size: Size) -> tuple[Row, ...]:
    """Return rows as they are; where there is no room for all their words, those of the one `at`.

    Before a list is laid out its `size` is nothing, and the rows are as they are.
    """
    room = size.width - BAR_WIDTH
    if not 0 < size.height < sum(len(lines(row, room)) for row in rows):
        return rows
    return tuple(row if row.key == at else replace(row, wraps=False) for row in rows)


def key(at: int) -> str:
    """Return the key of the row of a place."""
    return f"at:{at}"


def _item(number: str, at: int, item: Item, answer: Answer) -> Row:
    said = Cell(answer_words(item, answer), "strong", _ANSWER)
    return Row(key(at), (Cell(number, "label", _NUMBER), Cell(item.text), GAP, said), wraps=True)


def one_item(filled: Filled) -> tuple[Row, ...]:
    """Return the question one is at, alone, with an answer a line."""
    item = filled.item
    if item is None:
        return (
            Row(None, (Cell(AT_END, "muted"),)),
            Row(None),
            Row(key(filled.at), (Cell(end_words(filled), "strong"),), wraps=True),
            Row(None),
            *(Row(None, (Cell(words),), wraps=True) for words in WAYS_FROM_END),
        )
    inside = filled.at < len(filled.answers)
    where = f"{filled.at + 1} of {len(filled.answers)}" if inside else "and one more"
    options = [(str(one.value), one.label, filled.answer == one.value) for one in item.options]
    options.append((DECLINE, RATHER_NOT, filled.answer is DECLINED))
    return (
        Row(None, (Cell(where, "muted"),)),
        Row(None),
        Row(key(filled.at), (Cell(item.text, "strong"),), wraps=True),
        Row(None),
        *(_option(*option) for option in options),
    )


def _option(sign: str, label: str, chosen: bool) -> Row:
    words = f"{label} ✓" if chosen else label
    return Row(None, (Cell(f"  {sign}", "accent", 6), Cell(words, "strong" if chosen else "")))


def option_words(filled: Filled) -> tuple[str, ...]:
    """Return the answers there are at the question one is at: "0 Not at all", "1 Several days"."""
    item = filled.item
    if item is None:
        return ()
    return (*(f"{one.value} {one.label}" for one in item.options), f"{DECLINE} {RATHER_NOT}")


def end_words(filled: Filled) -> str:
    """Return what enter does at the end, and what is still open."""
    if filled.correcting:
        return "enter: that is right now"
    if not filled.done:
        return "nothing is answered yet; esc leaves it at that"
    count = f"{filled.done} of {len(filled.answers)} answered"
    if not filled.open:
        return f"enter: that is all, {count}"
    numbers = ", ".join(str(n + 1) for n in filled.open[:5])
    more = " …" if len(filled.open) > 5 else ""
    return f"enter: leave it at that, {count}; open: {numbers}{more}"
