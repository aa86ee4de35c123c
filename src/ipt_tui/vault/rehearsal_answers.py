"""Where each answer goes of somebody who rehearses alone: into a round, or a thing to try.

Each is one step. What was taken back meanwhile is written anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, select

from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.heard import number
from ipt_tui.ipt.practice import THERAPIST as FOR_THERAPIST
from ipt_tui.ipt.practice import for_therapist
from ipt_tui.ipt.rehearsal import (
    AFTER,
    BEFORE,
    END,
    KEEP,
    MINE,
    SAFE,
    SITUATION,
    THEIRS,
    THERAPIST,
    UNSAFE,
    WANT,
    Rehearsing,
    with_words,
)
from ipt_tui.ipt.safe_to_say import safe_heard
from ipt_tui.ipt.text import one_line
from ipt_tui.records import Client, Practice, Rehearsal, Talk
from ipt_tui.vault import practices, rounds, talking
from ipt_tui.vault.rehearsing import SHOWN, Place, people_of, subject_row, talk_of

if TYPE_CHECKING:
    from datetime import date


def answer(session: Session, subject: str, key: str, typed: str, today: date) -> bool:
    """Keep the answer to a question, as typed or as chosen, on the day lived.

    Returns whether what was kept stands beside another line that the thing to try had.
    Raises Gone, NotHeard or NotValid, each with one sentence; then nothing changed.
    """
    row, place, beside = subject_row(session, subject), Place.of(session, subject), False
    name = key.partition(":")[0]
    if name == SAFE:
        _safe(session, row, place, typed, today)
    elif name in (UNSAFE, WANT, END) and typed == THERAPIST:
        _for_therapist(session, row, today)
    elif name == END and typed == KEEP:
        beside = _keep(session, row, place, today)
    elif name in (BEFORE, AFTER):
        _tell(session, row, place, today, **{f"sure_{name}": number(typed, 0, 10)})
    elif name == SITUATION:
        _tell(session, row, place, today, situation=typed)
    elif name in (MINE, THEIRS):
        said = _rehearsing(session, row, place).said
        _tell(session, row, place, today, exchange=with_words(said, key, typed))
    if name == END:
        place = Place(safe=place.safe, safe_on=place.safe_on)
    place.put(session, subject)
    return beside


def _rehearsing(session: Session, row: Talk | Practice, place: Place) -> Rehearsing:
    """Return what was said by then; nobody is shown it."""
    held = rounds.of(session, Rehearsal.uid == place.round)
    return Rehearsing(row.uid, "", "", round=held[0] if held else None)


def _safe(
    session: Session, row: Talk | Practice, place: Place, typed: str, today: date
) -> None:  # fmt: skip
    safe = safe_heard(typed).value if typed else ""
    day = today.isoformat() if safe else ""
    if (talk := talk_of(session, row)) is not None:
        talking.tell(session, talk.uid, safe=safe, safe_on=day)
    else:
        place.safe, place.safe_on = safe, day


def _tell(session: Session, row: Talk | Practice, place: Place, today: date, **values: Any) -> None:
    """Write into the round; the first answer makes it."""
    talk, thing = talk_of(session, row), row.uid if isinstance(row, Practice) else None
    its_talk = talk.uid if talk else None
    place.round = rounds.tell(session, place.round, its_talk, thing, today, **values)


def _for_therapist(session: Session, row: Talk | Practice, today: date) -> None:
    """Note it for the therapist, once: a thing to try, with its talk or in its words."""
    what = FOR_THERAPIST
    if isinstance(row, Practice) and row.talk_id is None:
        if for_therapist(row.what):
            return
        what = f"{FOR_THERAPIST}: {one_line(row.what, SHOWN)}"
    talk = talk_of(session, row)
    there = select(Practice.id).where(
        Practice.client_id == row.client_id, Practice.what == what, Practice.looked_at == "",
        Practice.talk_id == (talk.id if talk else None),
    )  # fmt: skip
    if session.exec(there).first() is None:
        _agree(session, row, what, today, sensitive=isinstance(row, Practice) and row.sensitive)


def _keep(session: Session, row: Talk | Practice, place: Place, today: date) -> bool:
    """Keep it as a thing to try, or what was tried last with the one it was for.

    A line that this one has already stays before it; returns whether there is one.
    """
    rehearsing = _rehearsing(session, row, place)
    told: dict[str, Any] = {"line": rehearsing.last_line} if rehearsing.last_line else {}
    if rehearsing.round and rehearsing.round.sure_after is not None:
        told["sure"] = rehearsing.round.sure_after
    if isinstance(row, Practice):
        line = told.pop("line", "")
        beside = bool(row.line and line) and f"\n{line}\n" not in f"\n{row.line}\n"
        if line and (beside or not row.line):
            told["line"] = f"{row.line}\n{line}".strip("\n")
        practices.change(session, row.uid, **told)
        return beside
    names = listed([person.name for person in people_of(session, row)])
    _agree(session, row, f"Say it to {names}" if names else "Say it", today, **told)
    return False


def _agree(session: Session, row: Talk | Practice, what: str, today: date, **values: Any) -> None:
    client, talk, people = session.get_one(Client, row.client_id), talk_of(session, row), []
    people = people_of(session, row)
    practices.agree(
        session, client.uid, what, today, person=people[0].uid if len(people) == 1 else None,
        talk=talk.uid if talk else None, **values,
    )  # fmt: skip
