"""Tidy: what the marks in a session note would become, line after line, and what is done already.

The note is what was typed and stays so; tidying makes records of its marks. A line counts by its
words: one that was taken or left is not offered again, however the note is moved about.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.capture_words import in_short
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.concern import Kind, about, kind_of, said_in
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.ipt.talk_vocabulary import ME
from ipt_tui.ipt.timeline import Named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

_PLACED = (Mark.MOOD, Mark.EVENT, Mark.TALK, Mark.SYMPTOM, Mark.TREATMENT)
"""What has a place on the timeline or among the talks."""
NO_DAY = "day not said"
"""When that was which was told in a session without a date."""
TIDIED = (*_PLACED, Mark.TURN, Mark.PRACTICE, Mark.TODO, Mark.SAFETY, Mark.CONCERN)
"""The marks that become something; quotes and the focus are read from the note itself."""
_SORTS = {
    Mark.MOOD: "mood", Mark.EVENT: "event", Mark.SYMPTOM: "spell", Mark.TREATMENT: "spell",
    Mark.PRACTICE: "practice", Mark.TODO: "todo",
}  # fmt: skip
"""As what of the record an entry is kept that a mark became."""
ALIKE = 0.5
"""How much of two lines is the same, of 1, where one is taken to be the other, altered."""
COMPARED = 200
"""So many letters of a line are compared."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """A line that was looked at: `taken` or left, and the uid of the talk it became, if one.

    `fingerprint` is that of its words. `turn` is the uid of the turn it became, `speaker` whose.
    `became` are the entries made of it, "mood:UID event:UID"; as long as these stand, `was` says
    what they are ("mood 5") and `words` as what they were typed.
    """

    fingerprint: str
    taken: bool
    talk: str = ""
    turn: str = ""
    speaker: str = ""
    became: str = ""
    was: str = ""
    words: str = ""


def fingerprint(words: str, of: str = "") -> str:
    """Return what a line is known by in the session `of` (a uid): 64 hexadecimal digits.

    It does not say the words, but who has the record can try whether it is of words they guess.
    """
    return sha256(f"{of}\n{words}".encode(errors="surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class TidyItem:
    """What one line would become; a talk is one with the turns that follow it.

    `number` is its first line's in the note, from 0; `lines` the words of its lines as typed.
    `becomes` says it in plain words. `talk` is the uid of the talk that turns go on,
    `turn` that of the turn which an altered line was before, `changes` the entries it became then.
    """

    number: int
    lines: tuple[str, ...]
    pieces: tuple[Captured, ...]
    becomes: str
    talk: str = ""
    turn: str = ""
    changes: str = ""

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
    at before in the session `of`, a uid, the turns of a talk in their order. Turns that came after
    their talk was taken go on with it; one whose line was altered is offered as a change of it,
    and so is what a line became that reads much the same as one that is gone from the note.
    """
    known = tuple(done)
    found: list[TidyItem] = []
    talks: list[list[_Line]] = []
    lines = tuple(_lines(pieces, known, of))
    here = {line.fingerprint for line in lines}
    gone = [each for each in known if each.was and each.fingerprint not in here]
    for line in lines:
        if line.said and (not talks or Mark.TALK in line.marks):
            talks.append([])
        if line.said:
            talks[-1].append(line)
        elif line.was is None:
            was = _altered(line, gone)
            found.append(_item([line.pieces], today, scale, changes=was))
    for talk in talks:
        found += _of_talk(talk, _uid(talk, talks), known, today, scale)
    return tuple(sorted(found, key=lambda item: item.number))


def talk_of(pieces: Sequence[Captured], head: int, done: Iterable[Tidied], of: str = "") -> str:
    """Return the uid of the talk that begins at the line `head` of a note, "" until it is taken.

    Where that line was altered since, the talk is known by its turns.
    """
    lines = [line for line in _lines(pieces, done, of) if line.said]
    begins = [n for n, line in enumerate(lines) if Mark.TALK in line.marks]
    talks = [lines[n:end] for n, end in zip(begins, [*begins[1:], None], strict=True)]
    here = next((talk for talk in talks if talk[0].pieces[0].line == head), [])
    return _uid(here, talks)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a note that becomes something; `was` is what it was when it was looked at."""

    pieces: tuple[Captured, ...]
    fingerprint: str
    was: Tidied | None

    @property
    def marks(self) -> set[Mark]:
        return {piece.mark for piece in self.pieces}

    @property
    def said(self) -> bool:
        """Whether it begins a talk or goes on with one."""
        return bool(self.marks & {Mark.TALK, Mark.TURN})


def _lines(pieces: Sequence[Captured], done: Iterable[Tidied], of: str) -> Iterator[_Line]:
    were: defaultdict[str, list[Tidied]] = defaultdict(list)
    for each in reversed(tuple(done)):
        were[each.fingerprint].append(each)
    for _, group in groupby(pieces, key=lambda piece: piece.line):
        line = tuple(group)
        if {piece.mark for piece in line} & set(TIDIED):
            known = fingerprint(line[0].words, of)
            yield _Line(line, known, were[known].pop() if were[known] else None)


def _altered(line: _Line, gone: list[Tidied]) -> Tidied | None:
    """Return which of the lines that are `gone` this one was, and take it out of them."""

    def alike(was: Tidied) -> float:
        words = (was.words[:COMPARED].casefold(), line.pieces[0].words[:COMPARED].casefold())
        return SequenceMatcher(None, *words, autojunk=False).ratio()

    sorts = {_SORTS.get(mark, "") for mark in line.marks}
    same = [each for each in gone if _sorts_of(each) <= sorts and alike(each) >= ALIKE]
    best = max(same, key=alike, default=None)
    if best is not None:
        gone.remove(best)
    return best


def _sorts_of(line: Tidied) -> set[str]:
    return {each.partition(":")[0] for each in line.became.split()}


def _uid(talk: Sequence[_Line], talks: Iterable[Sequence[_Line]]) -> str:
    """Return the uid of the talk that these lines are of, "" until it was taken.

    One whose first line is gone from the note is known by its turns.
    """
    begin = {each[0].was.talk for each in talks if each[0].was}
    uids = [line.was.talk if line.was else "" for line in talk]
    altered = (uid for uid in uids[1:] if uid and uid not in begin)
    return next(iter(uids), "") or next(altered, "")


def _of_talk(
    talk: Sequence[_Line], uid: str, done: Sequence[Tidied], today: date, scale: Scale
) -> Iterator[TidyItem]:
    """Yield what waits of the lines of one talk; its first line is not taken a second time."""
    changes = _changes(talk, [line for line in done if line.turn and line.talk == uid])
    waits = [
        line.pieces
        for number, line in enumerate(talk)
        if not (line.was or number in changes or (uid and Mark.TALK in line.marks))
    ]
    if waits:
        yield _item(waits, today, scale, uid)
    for number, turn in changes.items():
        yield _item([talk[number].pieces], today, scale, uid, turn)


def _changes(talk: Sequence[_Line], were: Sequence[Tidied]) -> dict[int, str]:
    """Return which lines of a talk stand where another did that was taken: the uids of the turns.

    A line is no change of what somebody else said.
    """
    here = [line.fingerprint for line in talk]
    compared = SequenceMatcher(None, [line.fingerprint for line in were], here, autojunk=False)
    found: dict[int, str] = {}
    for what, first, stop, begin, end in compared.get_opcodes():
        gone = [line for line in were[first:stop] if line.fingerprint not in here]
        for number in range(begin, end if what == "replace" else begin):
            mine = talk[number].pieces[0].speaker == ME
            at = next((n for n, line in enumerate(gone) if (line.speaker == ME) == mine), None)
            if talk[number].was is None and Mark.TURN in talk[number].marks and at is not None:
                found[number] = gone[at].turn
                del gone[: at + 1]
    return found


def _item(
    lines: Sequence[tuple[Captured, ...]],
    today: date,
    scale: Scale,
    talk: str = "",
    turn: str = "",
    changes: Tidied | None = None,
) -> TidyItem:
    pieces = tuple(replace(p, line=n) for n, line in enumerate(lines) for p in line)
    turns = sum(line[0].mark is Mark.TURN for line in lines)
    begins = [] if lines[0][0].mark is Mark.TURN else [_words(lines[0], today, scale)]
    counted = [plural(turns, "turn")] if turns else []
    if counted and not begins:
        counted = [f"{counted[0]} more of the talk" if talk else counted[0]]
    becomes = "a turn of the talk, changed" if turn else ", ".join(begins + counted)
    words = tuple(line[0].words for line in lines)
    before = changes.became if changes else ""
    if changes:
        becomes = f"changes {changes.was}: {becomes}"
    return TidyItem(lines[0][0].line, words, pieces, becomes, talk, turn, before)


def _words(line: tuple[Captured, ...], today: date, scale: Scale) -> str:
    """Return what a line becomes: what, with whom and when first, or by its own mark."""
    first = next(piece for piece in line if piece.mark in TIDIED)
    if first.mark in _PLACED or any(name.is_open for piece in line for name in piece.names):
        return in_short(line, today, scale, NO_DAY)
    if first.mark is Mark.CONCERN:
        beside = [piece for piece in line if piece.mark in _PLACED]
        told = in_short(beside, today, scale, NO_DAY) if beside else ""
        return "; ".join(filter(None, (_concern(first), told)))
    return f"{first.mark.label}: {first.text}" if first.text else first.mark.label


def _concern(piece: Captured) -> str:
    """Return "concern (violence), about Sam: @Sam blocked the door"."""
    kind, words = said_in(piece)
    named = () if kind == Kind.SELF else piece.names
    told = about([Named("", name.name or name.typed) for name in named])
    head = ", ".join(filter(None, (f"{Mark.CONCERN.label} ({kind_of(kind).title})", told)))
    return f"{head}: {words}" if words else head
