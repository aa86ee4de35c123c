"""One write of every kind that measures have, on the small record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.vault import measure_plans, measuring
from tests.vault.talk_writes import first

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlmodel import Session

    from ipt_tui.ipt.moments import Moment
    from tests.vault.world import World

PHQ = (2, 3, 2, 3, 1, 2, 2, 1, 1)


def _finish(session: Session, client: str, now: Moment) -> None:
    begun = measuring.answer(session, client, "ucla3", (1, None, 2), now, finished=False)
    measuring.go_on(session, begun.uid, (1, 3, 2), finished=True, when=now)


def _correct(session: Session, client: str, now: Moment) -> None:
    typed = measuring.enter(session, client, "epds", 12, now, parts={"item10": 0})
    measuring.correct_score(session, typed.uid, 13, {"item10": 1})


def writes(now: Moment) -> dict[str, Callable[[World], Any]]:
    """Return one write of every kind, by the name of its function."""
    return {
        "measuring.answer": lambda w: w.vault.write(
            measuring.answer, w.client, "phq9", PHQ, now,
            difficulty=2, session_uid=w.held, note="slowly",
        ),
        "measuring.enter": lambda w: w.vault.write(
            measuring.enter, w.client, "wsas", 21, now, parts={"work": 6}
        ),
        "measuring.go_on": lambda w: w.vault.write(
            measuring.go_on, first(w, "response"), PHQ, difficulty=1, finished=True
        ),
        "measuring.go_on to the end": lambda w: w.vault.write(_finish, w.client, now),
        "measuring.correct_score": lambda w: w.vault.write(_correct, w.client, now),
        "measuring.tell": lambda w: w.vault.write(
            measuring.tell, first(w, "response"), when=now, note="in the waiting room"
        ),
        "measuring.remove": lambda w: w.vault.write(measuring.remove, first(w, "response")),
        "measure_plans.ask": lambda w: w.vault.write(
            measure_plans.ask, w.client, "who5", "halves", now.day
        ),
        "measure_plans.hide": lambda w: w.vault.write(
            measure_plans.hide, w.client, "phq9", hidden=True
        ),
    }  # fmt: skip
