"""Things to try as rows: each on one in the list; in the pane all that was said of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.dates import short
from ipt_tui.ipt.hints import SOMEBODY
from ipt_tui.ipt.placing import VEIL
from ipt_tui.ipt.practice_words import own_done
from ipt_tui.tui.areas.rehearsed_rows import alone_rows
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ipt_tui.ipt.practice import Practice

TRY = "try:"
NEW = f"{TRY}new"
FIELDS = ("what", "who", "line", "when_words", "if_then", "sure")
LOOKED_AT = ("done", "happened", "learned")
LABELS = {
    "what": "to try", "who": "with", "line": "what I'd say", "when_words": "when, where",
    "if_then": "if not, then", "sure": "how sure", "done": "how it went",
    "happened": "what happened", "learned": "worth keeping",
}  # fmt: skip
LABEL, WENT = 15, 20
VEILED = "sensitive"
EMPTY = (
    "Something small to try, in your own time. You can say beforehand what you will do if it does "
    "not go as you hope."
)
ASIDE = "Put aside for now. Everything is kept as you wrote it."


def trying_list(practices: Sequence[Practice], today: date) -> tuple[Row, ...]:
    """Return a row for each thing to try, one that adds another, then those looked at again."""
    rows = [Row(None, (Cell("Things to try", "heading"),))]
    rows += [_listed(one, today) for one in practices if one.open]
    rows.append(Row(NEW, (Cell("+ something to try", "accent"),)))
    rows += [_listed(one, today) for one in practices if not one.open]
    return tuple(rows)


def _listed(one: Practice, today: date) -> Row:
    key = f"{TRY}{one.uid}"
    if one.veiled:
        return Row(key, (Cell(f"{VEIL} {VEILED}", "muted"),))
    if one.open:
        return Row(key, (Cell(one.what), Cell(one.when_words, "muted", WENT)), wraps=True, most=2)
    went = f"{own_done(one.done)} {short(one.looked_at, today)}" if one.looked_at else ""
    return Row(key, (Cell(one.what, "muted"), Cell(went, "muted", WENT)), wraps=True, most=2)


def trying_rows(one: Practice | None, today: date) -> tuple[Row, ...]:
    """Return all that was said of one thing to try; what it is for, where none is in hand."""
    if one is None:
        return (
            Row(None, (Cell(EMPTY, "muted"),), wraps=True),
            Row(None),
            Row(NEW, (Cell("n or enter begins one.", "accent"),)),
        )
    if one.veiled:
        return (Row("what", (Cell(f"{VEIL} {VEILED}; enter shows it", "muted"),)),)
    return tuple(_rows(one, today))


def _rows(one: Practice, today: date) -> Iterator[Row]:
    for name in FIELDS:
        yield _field(name, said(one, name))
    yield Row(None)
    for each in one.rounds:
        yield from alone_rows(each, "me", one.who.name if one.who else SOMEBODY, today)
    if one.rounds:
        yield Row(None)
    if one.set_aside:
        yield Row(None, (Cell(ASIDE, "muted"),), wraps=True)
        return
    for name in LOOKED_AT:
        told = said(one, name)
        if name == "done" and one.looked_at is not None:
            told = f"{own_done(one.done)}, {short(one.looked_at, today)}"
        yield _field(name, told)


def said(one: Practice, name: str) -> str:
    """Return what was said of one thing, as it stands in its field."""
    if name == "who":
        return one.who.name if one.who else ""
    told = getattr(one, name)
    return "" if told is None else str(told)


def _field(name: str, words: str) -> Row:
    cells = (Cell(LABELS[name], "label", LABEL), Cell(words or "·", "" if words else "muted"))
    return Row(name, cells, wraps=True)
