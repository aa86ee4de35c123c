"""The list of talks as rows: when, with whom, about what, and how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.placing import VEIL
from ipt_tui.ipt.talk import with_words
from ipt_tui.ipt.talk_phrases import day_words, subject_words
from ipt_tui.ipt.talk_vocabulary import Stage
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from ipt_tui.ipt.talk import TalkLine, Talks
    from ipt_tui.tui.areas.talks.in_hand import Entry

ACROSS, BEGIN = "across", "begin:"
_DAY, _WHO = 8, 8
_EMPTY = {
    Audience.PRACTITIONER: "Here stand talks, looked at closely: what was said, what was meant, "
    "what was felt.",
    Audience.CLIENT: "Here stand talks that stayed with you. One line is enough.",
}
_FIRST = ("n notes one: !talk @Sam kitchen", "then its lines: me: …  sam: …")
_FEWEST = 2
"""So many talks there must be for anything to recur."""


def talk_list(talks: Talks | None, entry: Entry | None, audience: Audience) -> tuple[Row, ...]:
    """Return a row a talk, its uid the key.

    `entry` is what one came along with and has no talk: it comes first, and can be begun. Last
    comes the look across all of them. Where there is nothing yet, words say what belongs here.
    """
    rows: list[Row] = []
    if entry is not None:
        rows += [
            Row(f"{BEGIN}{entry.uid}", (Cell(f" + {entry.words}", "accent"),), wraps=True, most=3),
            Row(None),
        ]
    if not rows and not (talks and talks.lines):
        words = (_EMPTY[audience], "", *_FIRST)
        cells = (Cell(text, "muted") for text in words)
        return tuple(Row(None, (Cell("", width=1), cell), wraps=True) for cell in cells)
    if talks:
        rows += [_row(line, talks) for line in talks.lines]
    if talks and len(talks.lines) >= _FEWEST:
        rows += [Row(None), Row(ACROSS, (Cell(" ▸ across these talks", "accent"),))]
    return tuple(rows)


def _row(line: TalkLine, talks: Talks) -> Row:
    day = Cell(f" {day_words(line, talks.today)}", "label", _DAY)
    if line.veiled:
        return Row(line.uid, (day, Cell(VEIL, "muted")))
    subject = subject_words(line)
    if line.stage is Stage.NEW:
        subject = f"{Stage.NEW.label} · {subject}" if subject else Stage.NEW.label
    who = Cell(with_words(line), "strong", _WHO)
    return Row(line.uid, (day, who, Cell(subject)))
