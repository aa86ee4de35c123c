"""The course of the fictional case K7 on top of its autumn: its sessions and what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.ipt.dates import read
from ipt_tui.ipt.moments import Moment, Part, moment, on_day
from ipt_tui.vault import (
    courses,
    expectations,
    noting,
    people,
    practices,
    session_times,
    session_told,
    talk_parts,
    todos,
)
from ipt_tui.vault.cards import inventory
from tests.once import once
from tests.vault.autumn import NOW, TODAY, fill
from tests.vault.k7_measured import answer_all

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

BEGUN = date(2026, 10, 6)
DAYS = tuple(
    date(2026, *day) for day in ((10, 6), (10, 13), (10, 20), (10, 27), (11, 3), (11, 10), (11, 17))
)
WISHES = ("evenings together when I am off", "ask me before deciding about the flat",
          "that he'd know February is hard")  # fmt: skip
PLAN = "halfway look: scores, goals, circle, is the focus right"


@dataclass(frozen=True)
class Met:
    """The uids of the client, the course, eight sessions, two people, a practice and a talk."""

    client: str
    course: str
    sessions: tuple[str, ...]
    sam: str
    mum: str
    practice: str
    kitchen: str


def at(day: date, hour: int = 14, minute: int = 0) -> Moment:
    return moment(datetime.combine(day, time(hour, minute), UTC))


@once
def meet(vault: Vault) -> Met:
    """Keep K7's autumn and the course in an empty vault, as it was before the eighth session."""
    write = vault.write
    client = fill(vault)
    named = vault.read(people.names, client)
    for card in vault.read(inventory, client, TODAY).cards.values():
        for move in card.moves:
            write(people.redate, move.uid, day=BEGUN)
    course = write(courses.begin, client, "ipt16", BEGUN)
    uids = []
    for day in DAYS:
        uid = write(session_times.plan, course, at(day), place="room 2")
        write(session_times.start, uid, at(day))
        write(session_times.end, uid, at(day, 14, 50))
        uids.append(uid)
    uids.append(write(session_times.plan, course, at(date(2026, 11, 24)), place="room 2"))
    write(session_told.tell, uids[6], plan_next=PLAN)
    for words, said in zip(WISHES, ("2026-11-12", "2026-11-12", "2026-11-21"), strict=True):
        wish = write(expectations.add, named["Sam"], words)
        write(expectations.note, wish, DAYS[1], said=False)
        write(expectations.note, wish, date.fromisoformat(said), said=True)
    kitchen = _talk(vault, client, "Sam", "kitchen", on_day(date(2026, 11, 9), Part.EVENING), "me")
    _talk(vault, client, "Mum", "was I happy", at(date(2026, 11, 6), 18))
    tried = on_day(date(2026, 11, 12), Part.EVENING)
    write(talk_parts.attempt, kitchen, tried, "asked", done="part", happened="Tuesdays yes")
    practice = write(
        practices.agree, client, "ask Sam for Tuesdays", DAYS[5], named["Sam"], kitchen, uids[5]
    )
    write(todos.add, client, "letter to GP", uids[6])
    answer_all(vault, client, tuple(uids))
    return Met(client, course, tuple(uids), named["Sam"], named["Mum"], practice, kitchen)


def _talk(vault: Vault, client: str, who: str, about: str, when: Moment, *speakers: str) -> str:
    """Note a talk with the turns of these speakers; return its uid."""
    words = f"!talk @{who} {about}"
    usual = {"line": 0, "words": words, "moment": when, "when": read(when.day.isoformat())}
    pieces = [Captured(Mark.TALK, text=about, names=(Mentioned(who, who),), **usual)]  # type: ignore[arg-type]
    pieces += [
        Captured(Mark.TURN, line, f"{name}: so", "so", speaker=name)
        for line, name in enumerate(speakers, 1)
    ]
    return vault.write(noting.note, client, pieces, NOW).talks[0]


__all__ = ["BEGUN", "DAYS", "NOW", "PLAN", "TODAY", "Met", "at", "meet"]
