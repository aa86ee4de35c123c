"""A concern as rows: what it is, what is gone through, what is still open, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.concern import RaisedBy, kind_of, names, since, summary
from ipt_tui.ipt.dates import short
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipt_tui.ipt.concern import Concern

KIND, WHO, WORDS, OUTCOME, SURE = "kind", "who", "words", "outcome", "sure"
FIELDS = (KIND, WHO, WORDS, OUTCOME)
CHECK, THING = "check:", "thing:"
LABEL = 13
NOBODY = "·"
ONLY_AN_OUTCOME = "none yet; e writes one, and only that closes the concern"
NOT_RECORDED = "not recorded yet; e goes on"


def concern_rows(concern: Concern, today: date) -> tuple[Row, ...]:
    """Return a concern as the rows of its screen; of a closed one nothing can be ticked."""
    return tuple(_rows(concern, today))


def _rows(concern: Concern, today: date) -> Iterator[Row]:
    yield _field(KIND, "kind", kind_of(concern.kind).title)
    yield _field(WHO, "about", names(concern.people))
    yield _field(WORDS, "in words", concern.words)
    raised = (
        f"{since(concern.at, today).removeprefix('since ')} · {RaisedBy.say(concern.raised_by)}"
    )
    yield Row(None, (Cell("since", "label", LABEL), Cell(raised, "muted")), wraps=True)
    yield Row(None)
    yield _head("To go through", summary(concern))
    for check in concern.checks:
        done = check.id in concern.ticked
        mark = Cell("✓" if done else "·", "accent" if done else "muted", 3)
        yield Row(f"{CHECK}{check.id}", (mark, Cell(check.label)), wraps=True)
    yield Row(None)
    if concern.still_open:
        yield _head(f"Still open with {names(concern.people)}", "space: pause, and go on again")
        for thing in concern.still_open:
            state = Cell(thing.state, "strong" if thing.paused else "muted", 11)
            cells = (state, Cell(thing.thing.label, "label", 21), Cell(thing.words))
            yield Row(f"{THING}{thing.key}", cells, wraps=True)
        yield Row(None)
    yield from _outcome(concern, today)


def _outcome(concern: Concern, today: date) -> Iterator[Row]:
    if concern.concluded is not None:
        day = short(concern.concluded.astimezone().date(), today)
        yield _head("Outcome", f"recorded {day}; it stays as it is")
        yield Row(OUTCOME, (Cell(concern.outcome),), wraps=True)
        return
    yield _head("Outcome", NOT_RECORDED if concern.outcome else "")
    words = Cell(concern.outcome or ONLY_AN_OUTCOME, "" if concern.outcome else "muted")
    yield Row(OUTCOME, (words,), wraps=True)


def _head(title: str, said: str) -> Row:
    return Row(None, (Cell(title, "heading", max(LABEL, len(title) + 2)), Cell(said, "muted")))


def _field(key: str, label: str, value: str) -> Row:
    told = Cell(value or NOBODY, "" if value else "muted")
    return Row(key, (Cell(label, "label", LABEL), told), wraps=True)
