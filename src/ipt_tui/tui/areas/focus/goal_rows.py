"""Goals as rows: each with its small picture in the list; in the pane all that is told of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.dates import short
from ipt_tui.ipt.goal import ordered
from ipt_tui.ipt.goal_picture import picture
from ipt_tui.ipt.goal_words import (
    AREA,
    NOT_RATED,
    NOW,
    PERSON,
    PRACTICE,
    VEILED,
    picture_words,
    status_words,
    text_of,
    told,
)
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.goal import Goal

GOAL = "goal:"
NEW = f"{GOAL}new"
TEXT, TARGET, RATING = "text", "target", "rating:"
NOTHING = "·"
LABEL, VALUE, PICTURE, ENDED = 12, 4, 16, 20
_LAST_FEW = 6
_MOST = 2
EMPTY = "What is to become different, in the client's own words, and where it stands from 0 to 10."
EMPTY_OWN = "What you would like to become different, and where it stands from 0 to 10."


def goal_list(goals: Sequence[Goal], today: date, audience: Audience) -> tuple[Row, ...]:
    """Return a row a goal; below the ones that go on one more can be added, then the closed."""
    rows = [Row(None, (Cell(audience.pick("Goals", "Your goals"), "heading"),))]
    in_order = ordered(goals)
    rows += [_open(goal) for goal in in_order if goal.open]
    rows.append(Row(NEW, (Cell("+ a goal", "accent"),)))
    rows += [_closed(goal, today, audience) for goal in in_order if not goal.open]
    return tuple(rows)


def _open(goal: Goal) -> Row:
    if goal.veiled:
        return Row(f"{GOAL}{goal.uid}", (Cell(f"{VEIL} {VEILED}", "muted"),))
    spark = goal.spark[-_LAST_FEW:]
    said = picture_words(goal).removeprefix(goal.spark).strip() if spark else NOT_RATED
    stands = Cell(f"{spark} {said}".strip(), "accent" if spark else "muted", PICTURE)
    return Row(f"{GOAL}{goal.uid}", (Cell(text_of(goal)), stands), wraps=True, most=_MOST)


def _closed(goal: Goal, today: date, audience: Audience) -> Row:
    said = status_words(goal, today, audience)
    words = f"{VEIL} {VEILED}" if goal.veiled else text_of(goal)
    return Row(f"{GOAL}{goal.uid}", (Cell(words, "muted"), Cell(f" {said}", "muted", ENDED)))


def new_rows(audience: Audience) -> tuple[Row, ...]:
    """Return what a goal is, where none is in hand."""
    return (
        Row(None, (Cell(audience.pick(EMPTY, EMPTY_OWN), "muted"),), wraps=True),
        Row(None),
        Row(NEW, (Cell("n or enter begins one.", "accent"),)),
    )


def goal_rows(
    goal: Goal,
    goals: Sequence[Goal],
    today: date,
    audience: Audience,
    areas: Mapping[str, str],
    width: int,
) -> tuple[Row, ...]:
    """Return all there is of one goal: the sentence, what it belongs to, its picture, its ratings.

    `areas` are the problem areas in words, by their uids; `width` is that of the pane in cells.
    """
    if goal.veiled:
        day = f"{VEIL} {VEILED}, set {short(goal.day, today)}"
        return (Row(TEXT, (Cell(day, "muted"),)), Row(None, (Cell("enter shows it.", "muted"),)))
    return tuple(_rows(goal, goals, today, audience, areas, width))


def _rows(
    goal: Goal,
    goals: Sequence[Goal],
    today: date,
    audience: Audience,
    areas: Mapping[str, str],
    width: int,
) -> Iterator[Row]:
    there = tuple(told(goal, goals, today, audience, areas))
    yield Row(None, (Cell(goal.text, "strong"),), wraps=True)
    for number, each in enumerate(there):
        again = number and there[number - 1].key == each.key
        key = each.key if not again else f"{each.key}:{number}"
        yield _field(key, "" if again else each.label, each.words)
    told_keys = {each.key for each in there}
    target = "" if goal.target is None else str(goal.target)
    unsaid = (
        (TARGET, audience.pick("target", "hoped for"), target),
        (PERSON, "with", ""),
        *(((AREA, audience.pick("belongs to", "part of"), ""),) if areas else ()),
        (PRACTICE, audience.pick("practice", "to try"), ""),
    )
    for key, label, words in unsaid:
        if key not in told_keys:
            yield _field(key, label, words)
    lines = picture(goal, today, width)
    if lines:
        yield Row(None)
        yield from (Row(None, (Cell(line),)) for line in lines)
    if goal.ratings:
        yield Row(None)
    for rating in reversed(goal.ratings):
        note = "a note, sensitive; enter shows it" if rating.veiled else rating.note
        cells = (
            Cell(short(rating.day, today), "label", LABEL),
            Cell(str(rating.value), "strong", VALUE),
            Cell(note, "muted" if rating.veiled else ""),
        )
        yield Row(f"{RATING}{rating.uid}", cells, wraps=True)


def _field(key: str, label: str, words: str) -> Row:
    role = "" if words else "muted"
    if key == NOW:
        role = "accent"
    return Row(key, (Cell(label, "label", LABEL), Cell(words or NOTHING, role)), wraps=True)
