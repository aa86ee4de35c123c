"""The turns of a talk, written: said, split, moved, told, removed."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.talk_vocabulary import other
from ipt_tui.records import Alternative, Difficulty, Talk, TidiedLine, Turn
from ipt_tui.records.talk import TurnFields
from ipt_tui.vault.editing import changed, one
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.session_told import see_analysed
from ipt_tui.vault.steps import describe
from ipt_tui.vault.talking import GAP, beside, say, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

POINTING: tuple[Any, ...] = (Difficulty, Alternative, TidiedLine)
"""What may point at a turn."""

ANALYSING = ("meant", "felt", "guessed_meant", "guessed_felt")
"""What is asked of a turn where a talk is analysed, and not only noted."""


def add(
    session: Session, talk_uid: str, said: Iterable[tuple[str, str]], after: str | None = None
) -> str:
    """Add turns, each a speaker and what was said, at the end or after a turn; return the last uid.

    Raises NotValid for none, and after a turn of another talk.
    """
    talk = one(session, Talk, talk_uid)
    last = one(session, Turn, after) if after else None
    if last is not None and last.talk_id != talk.id:
        raise NotValid("That turn belongs to another talk.")
    before = last
    for speaker, words in said:
        last = say(session, talk, speaker, words, last)
    if last is None or last is before:
        raise NotValid("Nothing was said there; type a few words first.")
    describe(session, talk.client_id, "a talk: said")
    return last.uid


def tell(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change fields of a turn; `seen` is the `updated_at` it was read with.

    Where a session runs, telling what was meant, felt or guessed is analysing the talk in it.
    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    turn = one(session, Turn, uid, seen)
    what = changed(turn, TurnFields, values)
    if any(values.get(name) for name in ANALYSING):
        session.flush()
        see_analysed(session, session.get_one(Talk, turn.talk_id), turn.updated_at)
    describe(session, turn.client_id, f"a talk: {what}")


def say_again(
    session: Session,
    uid: str,
    said: Sequence[tuple[str, str]],
    seen: datetime | None = None,
) -> None:
    """Put other words in a turn, and another speaker if one was named; more turns follow it.

    With no words the turn stays, and is told by what was meant and felt.
    """
    turn = one(session, Turn, uid, seen)
    (speaker, words), *more = said or [(turn.speaker, "")]
    changed(turn, TurnFields, {"speaker": speaker, "said": words})
    talk, last = session.get_one(Talk, turn.talk_id), turn
    for who, rest in more:
        last = say(session, talk, who, rest, last)
    describe(session, turn.client_id, "a talk: said")


def say_instead(
    session: Session,
    talk_uid: str,
    said: Sequence[tuple[str, str]],
    as_now: Callable[[str], str] = str,
) -> None:
    """Put these turns, each a speaker and what was said, in place of all there are in a talk.

    A turn whose speaker is the same stays with what was told of it and has other words; only what
    is left over is added or removed. `as_now` tells who a stored speaker is among those of `said`.
    """
    talk = one(session, Talk, talk_uid)
    query = select(Turn).where(Turn.talk_id == talk.id).order_by(col(Turn.position), col(Turn.id))
    there, kept = session.exec(query).all(), list[Turn]()
    former = [(as_now(turn.speaker), turn.said) for turn in there]
    if former == list(said):
        return
    for same, old, new in _alike(former, list(said)):
        if same:
            kept += there[old]
            continue
        speakers = [who for who, _ in former[old]], [who for who, _ in said[new]]
        for again, of_old, of_new in _alike(*speakers):
            turns, words = there[old][of_old], said[new][of_new]
            if again:
                for turn, (_, rest) in zip(turns, words, strict=True):
                    changed(turn, TurnFields, {"said": rest})
                kept += turns
                continue
            for turn in turns:
                remove(session, turn.uid)
            kept += [say(session, talk, *each) for each in words]
    places = [turn.position for turn in kept]
    if any(this >= following for this, following in pairwise(places)):
        for number, turn in enumerate(kept, 1):
            turn.position = number * GAP
    describe(session, talk.client_id, "a talk: said")


def _alike(former: Sequence[Any], now: Sequence[Any]) -> Iterator[tuple[bool, slice, slice]]:
    """Yield which parts of two lists are the same, and which stand in each other's place."""
    for tag, start, stop, begin, end in SequenceMatcher(
        None, former, now, autojunk=False
    ).get_opcodes():
        yield tag == "equal", slice(start, stop), slice(begin, end)


def split(session: Session, uid: str, first: str, rest: str, seen: datetime | None = None) -> str:
    """Leave `first` in a turn; `rest` is the next one, of the other speaker. Return its uid."""
    turn = one(session, Turn, uid, seen)
    if not first.strip() or not rest.strip():
        raise NotValid("Put the cursor between two words; there the turn becomes two.")
    changed(turn, TurnFields, {"said": first.strip()})
    talk = session.get_one(Talk, turn.talk_id)
    new = say(session, talk, other(turn.speaker), rest.strip(), turn)
    describe(session, turn.client_id, "a talk: a turn made two")
    return new.uid


def move(session: Session, uid: str, direction: int) -> bool:
    """Let a turn and the one before it (-1) or after it (1) change places; False at the ends."""
    turn = one(session, Turn, uid)
    neighbour = beside(session, turn, direction)
    if neighbour is None:
        return False
    if turn.position == neighbour.position:
        spread(session, session.get_one(Talk, turn.talk_id))
    turn.position, neighbour.position = neighbour.position, turn.position
    describe(session, turn.client_id, "a talk: a turn moved")
    return True


def remove(session: Session, uid: str) -> str:
    """Remove a turn; what pointed at it stays with the talk.

    Returns what it was, as the history calls it.
    """
    turn = one(session, Turn, uid)
    for table in POINTING:
        for row in session.exec(select(table).where(table.turn_id == turn.id)):
            row.turn_id = None
    session.flush()
    session.delete(turn)
    describe(session, turn.client_id, "a talk: a turn removed")
    return "a turn"
