"""A version of the formulation as rows: its paragraph, its parts, what can be ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.entry_words import VEILED
from ipt_tui.ipt.formulation import EVENT, PERSON, parts, sentences, state, title
from ipt_tui.ipt.own_words import (
    ADDED,
    CLOSE,
    END,
    OPEN,
    TAKEN,
    are_in,
    compared,
    marked,
    shown,
)
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ipt_tui.ipt.formulation import Formulation, Offered

TEXT, PART, TICK = "text", "part:", "tick:"
BEGIN = "begin"
_THEIRS = ((OPEN, CLOSE, "theirs"),)
_CHANGES = ((ADDED, END, "added"), (TAKEN, END, "taken"), *_THEIRS)
_LABEL, _MARGIN, _TICK = 15, 6, 3
NONE_YET = (
    "Here grows a paragraph on how it hangs together, from events and people you tick and a few "
    "short answers. n begins it."
)
NONE_TO_READ = "Nothing is written here yet."
EMPTY = "Nothing in it yet: tick below what belongs to it, or e asks its parts."
FOLLOWS = "It follows what is ticked and told. enter on it changes any word."
BY_HAND = "Written by hand: it stays as it is. o b builds it anew, in a new draft."
NO_EVENTS = "No event is marked as near the onset yet: on the timeline, in life, space marks one."
NO_PEOPLE = "Nobody is on the circle yet."
_SORTS = ((EVENT, "Around then, and before", NO_EVENTS), (PERSON, "On the circle", NO_PEOPLE))


def listed(versions: Sequence[Formulation], audience: Audience, today: date) -> str:
    """Return what the list says of the versions there are: "v1 agreed · v2 draft"."""
    agreed = [each for each in versions if each.agreed]
    if audience is Audience.CLIENT or not versions:
        return ""
    newest = versions[-1]
    if newest.agreed is not None:
        return f"v{newest.version} agreed {short(newest.agreed, today)}"
    said = [f"v{each.version} agreed" for each in agreed[-1:]]
    return " · ".join([*said, f"v{newest.version} draft"])


def version_rows(versions: Sequence[Formulation], at: int, today: date) -> tuple[Row, ...]:
    """Return the rows of one of the versions, for a practitioner."""
    one = versions[at]
    rows = [_head(one, len(versions), today), Row(None)]
    if one.veiled:
        return (*rows, Row(TEXT, (Cell(f"{VEIL} {VEILED}; enter shows it", "muted"),)))
    text = one.paragraph
    rows.append(
        Row(TEXT, (Cell(shown(text), marks=_THEIRS) if text else Cell(EMPTY, "muted"),), wraps=True)
    )
    if are_in(text):
        rows.append(_said(f"{OPEN}…{CLOSE} {one.code}'s own words"))
    if one.agreed is None and text:
        rows.append(_said(BY_HAND if one.by_hand else FOLLOWS))
    return (*rows, *_parts(one), *_ticks(one))


def _head(one: Formulation, count: int, today: date) -> Row:
    others = f" · {one.version} of {count}" if count > 1 else ""
    begun = f" · begun {short(one.day, today)}" if one.is_draft else ""
    return Row(
        None,
        (Cell(f"{title(Audience.PRACTITIONER)} {state(one, today)}{begun}{others}", "heading"),),
    )


def _said(words: str) -> Row:
    return Row(None, (Cell(words, "muted"),), wraps=True)


def _parts(one: Formulation) -> Iterator[Row]:
    yield from (Row(None), Row(None, (Cell("Told", "heading"),)))
    for part in parts():
        told = one.parts.get(part.id, "")
        said = Cell(shown(told), marks=_THEIRS) if told else Cell(part.ask, "muted")
        yield Row(f"{PART}{part.id}", (Cell(part.label, "label", _LABEL), said), wraps=True)


def _ticks(one: Formulation) -> Iterator[Row]:
    for sort, heading, none in _SORTS:
        yield from (Row(None), Row(None, (Cell(heading, "heading"),)))
        offered = [each for each in one.offered if each.sort == sort]
        for each in offered:
            yield _tick(each, ticked=each.uid in one.ticked)
        if not offered:
            yield _said(none)


def _tick(each: Offered, *, ticked: bool) -> Row:
    sign = Cell("✓" if ticked else "·", "accent" if ticked else "muted", _TICK)
    if each.veiled:
        words = Cell(f"{VEIL} {VEILED}", "muted")
    else:
        words = Cell(each.words, "" if ticked else "muted")
    beside = [each.when, "marked" if each.marked else "", _moved(each)]
    when = Cell(" · ".join(filter(None, beside)), "muted", 26)
    return Row(f"{TICK}{each.uid}", (sign, words, when), wraps=True)


def _moved(each: Offered) -> str:
    return {"nearer": "closer than before", "farther": "farther than before"}.get(each.moved, "")


def compared_rows(versions: Sequence[Formulation], at: int, today: date) -> tuple[Row, ...]:
    """Return a version beside the one before it, word by word."""
    old, new = versions[at - 1], versions[at]
    rows = [
        Row(None, (Cell(f"{state(old, today)} → {state(new, today)}", "heading"),), wraps=True),
        _said(f"{ADDED}added{END} {TAKEN}taken away{END}"),
        Row(None),
    ]
    if old.veiled or new.veiled:
        return (*rows, Row(TEXT, (Cell(f"{VEIL} {VEILED}; enter shows it", "muted"),)))
    words = marked(compared(shown(old.paragraph), shown(new.paragraph)))
    return (*rows, Row(TEXT, (Cell(words, marks=_CHANGES),), wraps=True, quiet=True))


def aloud_rows(one: Formulation | None, *, narrow: bool) -> tuple[Row, ...]:
    """Return the paragraph alone, a sentence at a time, to be read out looking together."""
    margin = 2 if narrow else _MARGIN
    heading = Cell(title(Audience.CLIENT), "heading")
    rows = [Row(None), Row(None, (Cell("", width=margin), heading)), Row(None)]
    if one is None or not (one.veiled or one.paragraph):
        return (*rows, Row(None, (Cell("", width=margin), Cell(NONE_TO_READ)), wraps=True))
    if one.veiled:
        return (*rows, Row(TEXT, (Cell("", width=margin), Cell(f"{VEIL} {VEILED}", "muted"))))
    side = Cell("", width=margin)
    for n, sentence in enumerate(sentences(shown(one.paragraph))):
        cells = (side, Cell(sentence, wraps=True, marks=_THEIRS), side)
        rows += [Row(TEXT if n == 0 else f"{TEXT}:{n}", cells, quiet=True), Row(None)]
    return tuple(rows)
