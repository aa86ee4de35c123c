"""The open loop of a session: a mood that nothing is said of yet, something that left no feeling.

It is made only from the marks of the note: to tie a mood to what happened is the heart of IPT.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.tidy import fingerprint
from ipt_tui.ipt.timeline_phrases import titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipt_tui.ipt.tidy import Tidied, TidyItem

_HAPPENED = {Mark.EVENT, Mark.TALK}


@dataclass(frozen=True, slots=True)
class Entered:
    """What a line of a note became: the uid of its mood or event, and whether that is tied."""

    uid: str
    tied: bool


@dataclass(frozen=True, slots=True)
class Loop:
    """What is open: in words, and the uid of its entry, or the item that waits to be taken."""

    words: str
    entry: str = ""
    item: TidyItem | None = None


def open_loop(
    pieces: Sequence[Captured],
    items: Iterable[TidyItem],
    done: Iterable[Tidied],
    entered: Mapping[str, Entered],
    code: str,
    of: str = "",
) -> Loop | None:
    """Return the last mood without an event, or event without a feeling, of a note; None for none.

    `entered` says by the words of a line what it became; a line that was left in the
    session `of` is not asked about.
    """
    waiting = {line: item for item in items for line in item.lines}
    left = {line.fingerprint for line in done if not line.taken}
    lines = [tuple(line) for _, line in groupby(pieces, key=lambda piece: piece.line)]
    for line in reversed(lines):
        words, marks = line[0].words, {piece.mark for piece in line}
        became, item = entered.get(words), waiting.get(words)
        is_done = item is None and (became is None or became.tied or fingerprint(words, of) in left)
        question = _question(line, marks, code)
        if question and not is_done:
            return Loop(question, became.uid if became and item is None else "", item)
    return None


def _question(line: tuple[Captured, ...], marks: set[Mark], code: str) -> str:
    if Mark.MOOD in marks and not marks & _HAPPENED:
        mood = next(piece for piece in line if piece.mark is Mark.MOOD)
        since = f" since {mood.since:%A}" if mood.since else ""
        return f"mood {mood.value}{since} · with what, with whom?"
    if Mark.EVENT in marks and Mark.MOOD not in marks:
        event = next(piece for piece in line if piece.mark is Mark.EVENT)
        return f"“{titled(event.text)}” · how did that leave {code}?"
    return ""
