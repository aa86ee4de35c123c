"""Tidy: what the marks in a session note would become, line after line, and what is done already.

The note is what was typed and stays so; tidying makes records of its marks. A line counts by its
words: one that was taken or left is not offered again, however the note is moved about.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.capture_words import preview
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.concern import about, kind_in, kind_of
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.ipt.timeline import Named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

_PLACED = (Mark.MOOD, Mark.EVENT, Mark.TALK, Mark.SYMPTOM, Mark.TREATMENT)
"""What has a place on the timeline or among the talks."""
TIDIED = (*_PLACED, Mark.TURN, Mark.PRACTICE, Mark.TODO, Mark.SAFETY, Mark.CONCERN)
"""The marks that become something; quotes and the focus are read from the note itself."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """A line that was looked at: `taken` or left, and the uid of the talk it became, if one.

    `fingerprint` is that of its words.
    """

    fingerprint: str
    taken: bool
    talk: str = ""


def fingerprint(words: str, of: str = "") -> str:
    """Return what a line is known by in the session `of` (a uid): 64 hexadecimal digits.

    It does not say the words, but who has the record can try whether it is of words they guess.
    """
    return sha256(f"{of}\n{words}".encode(errors="surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class TidyItem:
    """What one line would become; a talk is one with the turns that follow it.

    `number` is its first line's in the note, from 0; `lines` the words of its lines as typed.
    `becomes` says it in plain words. `talk` is the uid of the talk that turns go on.
    """

    number: int
    lines: tuple[str, ...]
    pieces: tuple[Captured, ...]
    becomes: str
    talk: str = ""

    @property
    def mark(self) -> Mark:
        """What it is, by its first mark that becomes something."""
        return next(piece.mark for piece in self.pieces if piece.mark in TIDIED)

    @property
    def is_open(self) -> bool:
        """Whether it names somebody who could be several people; then it cannot be taken."""
        return any(name.is_open for piece in self.pieces for name in piece.names)


def to_tidy(
    pieces: Sequence[Captured],
    done: Iterable[Tidied],
    today: date,
    scale: Scale = USUAL,
    of: str = "",
) -> tuple[TidyItem, ...]:
    """Return what waits to be taken, changed or left, in the order of the note.

    `pieces` are the note's, as `capture.parse` reads its finished lines; `done` the lines looked
    at before in the session `of`, a uid. Turns that came after their talk was taken go on with it.
    """
    lines = [tuple(line) for _, line in groupby(pieces, key=lambda piece: piece.line)]
    return tuple(
        _item(group, talk, today, scale) for group, talk in _waiting(lines, list(done), of)
    )


def _waiting(
    lines: Iterable[tuple[Captured, ...]], done: Sequence[Tidied], of: str
) -> Iterator[tuple[list[tuple[Captured, ...]], str]]:
    """Yield what belongs together and was not looked at, with the talk that it goes on."""
    seen = Counter(line.fingerprint for line in done)
    talks = {line.fingerprint: line.talk for line in done if line.talk}
    group: list[tuple[Captured, ...]] = []
    talk = ""
    for line in lines:
        known, marks = fingerprint(line[0].words, of), {piece.mark for piece in line}
        is_turn = Mark.TURN in marks
        if marks <= {Mark.THIS_HOUR}:
            continue
        if not is_turn and group:
            yield group, talk
            group = []
        becomes = bool(marks & set(TIDIED))
        was_seen = becomes and seen[known] > 0
        seen[known] -= was_seen
        if not is_turn:
            talk = talks.get(known, "") if was_seen else ""
        if was_seen or not becomes:
            continue
        group.append(line)
        if Mark.TALK not in marks and not is_turn:
            yield group, talk
            group = []
    if group:
        yield group, talk


def _item(lines: Sequence[tuple[Captured, ...]], talk: str, today: date, scale: Scale) -> TidyItem:
    pieces = tuple(replace(p, line=n) for n, line in enumerate(lines) for p in line)
    turns = sum(line[0].mark is Mark.TURN for line in lines)
    begins = [] if lines[0][0].mark is Mark.TURN else [_words(lines[0], today, scale)]
    counted = [plural(turns, "turn")] if turns else []
    if counted and not begins:
        counted = [f"{counted[0]} more of the talk" if talk else counted[0]]
    words = tuple(line[0].words for line in lines)
    return TidyItem(lines[0][0].line, words, pieces, ", ".join(begins + counted), talk)


def _words(line: tuple[Captured, ...], today: date, scale: Scale) -> str:
    """Return what a line becomes: as it is previewed while it is typed, or by its own mark."""
    first = next(piece for piece in line if piece.mark in TIDIED)
    if first.mark in _PLACED or any(name.is_open for piece in line for name in piece.names):
        return preview(line, today, scale)
    if first.mark is Mark.CONCERN:
        return _concern(first)
    return f"{first.mark.label}: {first.text}" if first.text else first.mark.label


def _concern(piece: Captured) -> str:
    """Return "concern (violence), about Sam: he blocked the door"."""
    kind, words = kind_in(piece.text)
    told = about([Named("", name.name or name.typed) for name in piece.names])
    head = ", ".join(filter(None, (f"{Mark.CONCERN.label} ({kind_of(kind).label})", told)))
    return f"{head}: {words}" if words else head
