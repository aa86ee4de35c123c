"""One write of every kind that talks have, on the small record."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.moments import on_day
from ipt_tui.vault import (
    felt,
    noting,
    rehearsal_answers,
    talk_begin,
    talk_parts,
    talking,
    timed,
    turns,
)
from ipt_tui.vault.dating import on_one_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlmodel import Session

    from ipt_tui.ipt.moments import Moment
    from tests.vault.world import World

TODAY = date(2026, 11, 23)
SAID = (("me", "so"), ("them", "well"), ("Noor", "hi"))
LINE = Captured(Mark.TEXT, 0, "came home late", "came home late")


def _from_a_new_line(session: Session, client: str, person: str, now: Moment) -> None:
    noted = noting.note(session, client, (LINE,), now)
    talk_begin.begin_from_line(session, noted.jottings[0], [person])


def _without_room(session: Session, talk: str, turn: str) -> None:
    """Put so many turns before the same one that the others have to make room."""
    turns.split(session, turn, "You never", "ask.")
    for number in range(15):
        turns.add(session, talk, [("me", str(number))], turn)


def writes(now: Moment) -> dict[str, Callable[[World], Any]]:
    """Return one write of every kind of a talk, by the name of its function."""
    return {
        "talk_begin.begin": lambda w: w.vault.write(talk_begin.begin, w.tried),
        "talk_begin.begin_from_mood": lambda w: w.vault.write(
            talk_begin.begin_from_mood, w.other_mood
        ),
        "talk_begin.begin_from_line": lambda w: w.vault.write(
            _from_a_new_line, w.client, w.sam, now
        ),
        "talking.tell": lambda w: w.vault.write(
            talking.tell, w.talk, hoped="a word", sure_before=3, safe="no", safe_on="2026-11-23"
        ),
        "talking.be_with": lambda w: w.vault.write(talking.be_with, w.talk, TODAY, [w.noor, w.sam]),
        "talking.be_with nobody": lambda w: w.vault.write(talking.be_with, w.talk, TODAY, []),
        "talking.remove": lambda w: w.vault.write(talking.remove, w.talk),
        "turns.add": lambda w: w.vault.write(turns.add, w.talk, SAID),
        "turns.add between": lambda w: w.vault.write(turns.add, w.talk, SAID, first(w, "turn")),
        "turns.add without room": lambda w: w.vault.write(_without_room, w.talk, w.turn),
        "turns.tell": lambda w: w.vault.write(turns.tell, w.turn, tone="flat", asked="no"),
        "turns.say_again": lambda w: w.vault.write(turns.say_again, w.turn, SAID),
        "turns.say_instead": lambda w: w.vault.write(turns.say_instead, w.talk, SAID),
        "turns.split": lambda w: w.vault.write(turns.split, w.turn, "You", "never ask."),
        "turns.move": lambda w: w.vault.write(turns.move, w.turn, -1),
        "turns.remove": lambda w: w.vault.write(turns.remove, w.turn),
        "talk_parts.add alternative": lambda w: w.vault.write(
            talk_parts.add, "alternative", w.talk, w.turn, line="Ask me first."
        ),
        "talk_parts.add option": lambda w: w.vault.write(
            talk_parts.add, "option", w.talk, text="write a note", feasible=4
        ),
        "talk_parts.add rehearsal": lambda w: w.vault.write(
            talk_parts.add, "rehearsal", w.talk, day="2026-11-22", worst_case=True
        ),
        "rounds.tell": lambda w: w.vault.write(
            rehearsal_answers.answer, w.talk, "theirs:2", "well\nif so", TODAY
        ),
        "talk_parts.change": lambda w: w.vault.write(
            talk_parts.change, "attempt", first(w, "attempt"), done="part", left_me="glad"
        ),
        "talk_parts.remove": lambda w: w.vault.write(
            talk_parts.remove, "alternative", first(w, "alternative")
        ),
        "talk_parts.choose": lambda w: w.vault.write(talk_parts.choose, first(w, "option")),
        "talk_parts.mark_all": lambda w: w.vault.write(
            talk_parts.mark_all, w.talk, ["attack", "bad_timing"]
        ),
        "talk_parts.point": lambda w: w.vault.write(talk_parts.point, w.talk, "bad_timing", w.turn),
        "talk_parts.attempt": lambda w: w.vault.write(
            talk_parts.attempt, w.talk, now, "tried: the key", done="no"
        ),
        "talk_parts.attempt of an event": lambda w: w.vault.write(
            talk_parts.attempt, w.talk, now, "", w.event
        ),
        "felt.before": lambda w: w.vault.write(felt.before, w.event, 6, DAY_STARTS_AT),
        "felt.after": lambda w: w.vault.write(felt.after, w.event, 3, DAY_STARTS_AT),
        "felt.move": lambda w: w.vault.write(_dated_anew, w),
    }


def _dated_anew(session: Session, world: World) -> None:
    """Say that an event was on another day, and have its mood follow."""
    timed.change(session, "event", world.event, **on_one_day(on_day(TODAY - timedelta(days=1))))
    session.flush()
    felt.move(session, world.mood, world.event, DAY_STARTS_AT)


def first(world: World, table: str) -> str:
    """Return the uid of the first row of a table."""
    from tests.vault.world import value

    return str(value(world.vault, f"SELECT uid FROM {table} ORDER BY id LIMIT 1"))
