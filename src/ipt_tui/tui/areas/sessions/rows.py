"""A session as rows: what waits to be tidied, what to do each time, what was carried over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.agenda import technique_words
from ipt_tui.ipt.course import Format, Modality
from ipt_tui.ipt.placing import VEIL
from ipt_tui.ipt.practice import tried_words
from ipt_tui.ipt.self_check import lines
from ipt_tui.ipt.self_check import words as answered_words
from ipt_tui.ipt.session import is_with_others
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipt_tui.ipt.practice import Practice
    from ipt_tui.ipt.session import Session
    from ipt_tui.ipt.tidy import TidyItem

TIDY, AGENDA, PRACTICE, FIELD, USED = "tidy:", "agenda:", "practice:", "field:", "used:"
NEW, FILL, USED_NEW = f"{AGENDA}new", f"{AGENDA}fill", f"{USED}new"
TICKED = "✓"
SELF_CHECK = "self:"
_LABEL = 12
FIELDS = (
    ("since_last", "since then"),
    ("plan_next", "next time"),
    ("safety_summary", "safety"),
    ("format", "one meets"),
    ("attendees", "with"),
    ("modality", "how"),
    ("place", "where"),
    ("started", "began"),
    ("ended", "ended"),
    ("question", "my question"),
)
"""What is told of a session beside its note, and how it is called."""
_ALONE = ("safety_summary", "question")


def tidy_rows(items: Sequence[TidyItem]) -> tuple[Row, ...]:
    """Return a row for each line that waits, its place in the note the key."""
    return tuple(
        Row(f"{TIDY}{n}", (Cell(f" {item.lines[0].strip()}", "label", 24), Cell(item.becomes)))
        for n, item in enumerate(items)
    )


def each_time_rows(
    session: Session,
    practices: Sequence[Practice],
    *,
    together: bool = False,
    self_check: bool = False,
) -> tuple[Row, ...]:
    """Return what to do this time, what was done, what was agreed before, what is told beside.

    Looking `together` what is the practitioner's alone is left out. `self_check` is whether one
    asks oneself; then its row is there once the session took place, answered or not.
    """
    rows = [Row(None, (Cell(" each time", "heading"),))]
    for line in session.agenda:
        sign = Cell(f" {TICKED}" if line.done else "", "accent", 3)
        words = Cell(VEIL if line.veiled else line.text, "muted" if line.done else "")
        rows.append(Row(f"{AGENDA}{line.uid}", (sign, words), wraps=True))
    if not session.agenda and session.line.ahead:
        rows.append(Row(FILL, (Cell("", width=3), Cell("prepare what belongs to it", "accent"))))
    rows.append(Row(NEW, (Cell("", width=3), Cell("something else to do", "muted"))))
    if not together:
        rows += _used(session)
    if practices:
        rows += [Row(None), Row(None, (Cell(" practice", "heading"),))]
        rows += [
            Row(
                f"{PRACTICE}{one.uid}",
                (Cell("", width=3), Cell(VEIL if one.veiled else tried_words(one))),
                wraps=True,
            )
            for one in practices
            if not (together and one.paused)
        ]
    rows += [Row(None), Row(None, (Cell(" this session", "heading"),))]
    for name, label in FIELDS:
        if (together and name in _ALONE) or not applies(session, name):
            continue
        told = VEIL if name in session.veiled else told_words(session, name)
        asks = name == "attendees" and not told and is_with_others(session)
        cell = Cell("who is there?", "accent") if asks else Cell(told or "·")
        cells = (Cell("", width=3), Cell(label, "label", _LABEL), cell)
        rows.append(Row(f"{FIELD}{name}", cells, wraps=True))
    answered = answered_words(session.text("self_check"))
    asked = self_check and session.line.held and not session.line.running
    if not together and (answered or asked):
        cells = (Cell("", width=3), Cell("self-check", "label", _LABEL), Cell(answered or "·"))
        rows.append(Row(f"{SELF_CHECK}{lines()[0].id}", cells, wraps=True))
    return tuple(rows)


def _used(session: Session) -> list[Row]:
    """Return what was done in it, once it has begun."""
    if session.line.ahead and not session.techniques:
        return []
    rows = [Row(None), Row(None, (Cell(" did today", "heading"),))]
    rows += [
        Row(f"{USED}{code}", (Cell("", width=3), Cell(technique_words(code))), wraps=True)
        for code in session.techniques
    ]
    return [*rows, Row(USED_NEW, (Cell("", width=3), Cell("what was done", "muted")))]


def applies(session: Session, name: str) -> bool:
    """Whether something is told of a session: of its clock only what has been."""
    return name not in ("started", "ended") or getattr(session.line, name) is not None


def told_words(session: Session, name: str) -> str:
    """Return what is told of a session, in a line; "" for nothing."""
    line = session.line
    if name in ("started", "ended"):
        at = getattr(line, name)
        return f"{at.at:%H:%M}" if at is not None else ""
    if name == "modality":
        return Modality.say(line.modality)
    if name == "format":
        return Format.say(line.format)
    return session.text(name).replace("\n", " · ")
