"""A person's card as rows: an interview first, ratings and moves under a fold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience, plural
from ipt_tui.ipt.card import who_wants
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.people import Met, View
from ipt_tui.tui.areas.people.keys import NEW_WISH
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipt_tui.ipt.card import Card, ExpectationLine, Move
    from ipt_tui.ipt.questions import Question

LABEL = 18
FOLD, ENTRIES, TALKS = "fold", "entries", "talks"
_KEEP_IN_VIEW = ("like", "can_talk", "cannot_talk", "onset_change", "knows")


def card_rows(
    card: Card,
    questions: Sequence[Question],
    *,
    code: str,
    onset: str,
    today: date,
    audience: Audience,
    unfolded: bool,
) -> tuple[Row, ...]:
    """Return the rows of a card. The keys begin with what a row is about: `field:…`, `fold`."""
    if card.veiled:
        return (Row("veil", (Cell("sensitive · enter shows it", "muted"),), wraps=True),)
    rows = [_heading(card), *_concern(card, today, audience)]
    rows += [
        row
        for question in questions
        if question.part == "talk" and (row := _told(question, card, onset, audience))
    ]
    rows += _wishes(card, code, today, audience)
    rows += _ties(card)
    rows += _entries(card, today)
    rows += _mentions(card)
    rows += _more(card, questions, onset, today, audience, unfolded=unfolded)
    return tuple(rows)


def _heading(card: Card) -> Row:
    words = f"{card.name}   {card.heading}" if card.heading else card.name
    return Row("field:name", (Cell(words, "heading"),), wraps=True)


def _concern(card: Card, today: date, audience: Audience) -> Iterator[Row]:
    """Yield that a concern about them is open, to a practitioner alone."""
    if card.concern and audience is Audience.PRACTITIONER:
        words = f"open since {short(date.fromisoformat(card.concern), today)}; ! looks at it"
        yield Row(None, (Cell("Concern", "label", LABEL), Cell(words, "warn")), wraps=True)


def _told(question: Question, card: Card, onset: str, audience: Audience) -> Row | None:
    """Return the row of a question: told ones, and the few that invite to be asked."""
    if not question.applies(card):
        return None
    shown = question.shown(card)
    if not shown and question.field not in _KEEP_IN_VIEW:
        return None
    label = Cell(question.labelled(onset, audience), "label", LABEL)
    return Row(
        f"field:{question.field}", (label, Cell(shown or "·", "" if shown else "muted")), wraps=True
    )


def _wishes(card: Card, code: str, today: date, audience: Audience) -> list[Row]:
    head = Row(
        None,
        (
            Cell(audience.pick("Expectations", "Wishes"), "label"),
            Cell("said?", "label", 9),
            Cell("met?", "label", 8),
        ),
    )
    rows = [Row(None), head]
    for whose in ("mine", "theirs"):
        lines = [line for line in card.expectations if (line.whose == "mine") == (whose == "mine")]
        rows += [
            _wish(line, card, code, today, audience, first=n == 0) for n, line in enumerate(lines)
        ]
    if not card.expectations:
        ask = audience.pick("what is wanted?", "what do you want from them?")
        rows.append(Row(NEW_WISH, (Cell(f" {ask}", "muted"),)))
    return rows


def _wish(
    line: ExpectationLine, card: Card, code: str, today: date, audience: Audience, *, first: bool
) -> Row:
    who = who_wants(line, card.name, code, audience)
    return Row(
        f"wish:{line.uid}",
        (
            Cell(f" {who}" if first else "", "label", 12),
            Cell(line.text),
            Cell(_said(line, today), "strong" if line.said else "muted", 9),
            Cell(Met.say(line.met) or "·", "" if line.met else "muted", 8),
        ),
        wraps=True,
    )


def _said(line: ExpectationLine, today: date) -> str:
    if line.said is None:
        return "·"
    if not line.said:
        return "no"
    return short(date.fromisoformat(line.said_on), today) if line.said_on else "yes"


def _ties(card: Card) -> list[Row]:
    if not card.ties:
        return []
    rows = [Row(None)]
    for number, tie in enumerate(card.ties):
        label = Cell("Tied to" if number == 0 else "", "label", LABEL)
        words = f"{tie.name}, {tie.kind}" if tie.kind else tie.name
        rows.append(Row(f"tie:{tie.uid}", (label, Cell(words)), wraps=True))
    return rows


def _entries(card: Card, today: date) -> list[Row]:
    """Return the lines that lead to the entries that name them, and to the talks with them."""
    rows = []
    if card.named_in:
        words = plural(card.named_in, "entry", "entries")
        if card.latest:
            words += f" · {card.latest}"
        rows.append(Row(ENTRIES, (Cell("Named in", "label", LABEL), Cell(words)), wraps=True))
    if card.talks:
        words = plural(card.talks, "talk")
        if card.talked:
            words += f" · {short(date.fromisoformat(card.talked), today)}"
        rows.append(Row(TALKS, (Cell("Talks", "label", LABEL), Cell(words)), wraps=True))
    return [Row(None), *rows] if rows else []


def _mentions(card: Card) -> list[Row]:
    return [
        Row(
            f"mention:{number}",
            (
                Cell("Named with" if number == 0 else "", "label", LABEL),
                Cell(f"{m.where}: {m.line}"),
            ),
            wraps=True,
        )
        for number, m in enumerate(card.mentions)
    ]


def _more(
    card: Card,
    questions: Sequence[Question],
    onset: str,
    today: date,
    audience: Audience,
    *,
    unfolded: bool,
) -> list[Row]:
    rows = [
        Row(None),
        Row(
            FOLD,
            (Cell(("▾ " if unfolded else "▸ ") + _summary(card, audience), "accent"),),
            wraps=True,
        ),
    ]
    if not unfolded:
        return rows
    for question in questions:
        if question.part == "talk" or question.field == "name" or not question.applies(card):
            continue
        shown = question.shown(card)
        label = Cell(f"  {question.labelled(onset, audience)}", "label", LABEL)
        rows.append(
            Row(
                f"field:{question.field}",
                (label, Cell(shown or "·", "" if shown else "muted")),
                wraps=True,
            )
        )
    rows += [_move(move, today, first=number == 0) for number, move in enumerate(card.moves)]
    return rows


def _move(move: Move, today: date, *, first: bool) -> Row:
    view = "" if move.view == View.NOW else f" ({View.say(move.view)})"
    ring = move.ring.label if move.ring is not None else ""
    words = f"{short(date.fromisoformat(move.day), today)}  {ring}{view}"
    why = f" · {move.why}" if move.why else ""
    return Row(
        f"move:{move.uid}",
        (Cell("  Moves" if first else "", "label", LABEL), Cell(words + why)),
        wraps=True,
    )


def _summary(card: Card, audience: Audience) -> str:
    """Return the one line that stands for what is under the fold."""
    parts = []
    gives, gets = card.text("gives"), card.text("gets")
    if gives or gets:
        gives, gets = gives or "–", gets or "–"
        parts.append(
            audience.pick(
                f"support gives {gives} gets {gets}", f"you help {gives}, they help {gets}"
            )
        )
    if friction := card.text("friction"):
        parts.append(f"{audience.pick('friction', 'tension')} {friction}")
    moved = [m for m in card.moves if m.view == View.NOW]
    if card.now is not None and moved and moved[0].ring is not None and card.now != moved[0].ring:
        parts.append(f"{moved[0].ring.label} → {card.now.label}")
    return " · ".join([*parts, "more"])
