"""One write of every kind that an ending has, on the small record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.vault import endings, talk_begin, talking
from tests.vault.talk_writes import first

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlmodel import Session

    from ipt_tui.ipt.moments import Moment
    from tests.vault.world import World


def _compare(
    session: Session, client: str, event: str, person: str, talk: str, now: Moment
) -> None:
    """Have a second talk with the same person, and put the two side by side."""
    other = talk_begin.begin(session, event)
    talking.be_with(session, other, now.day, [person])
    endings.compare(session, client, now.day, talk, other)


def writes(now: Moment) -> dict[str, Callable[[World], Any]]:
    """Return one write of every kind, by the name of its function."""
    day = now.day
    return {
        "endings.tell": lambda w: w.vault.write(
            endings.tell, w.client, day, changed="I ask first", coming="stop", agreed="2026-11-20"
        ),
        "endings.take": lambda w: w.vault.write(endings.take, w.client, day, "asked at supper"),
        "endings.tick": lambda w: w.vault.write(endings.tick, w.client, day, w.noor),
        "endings.compare": lambda w: w.vault.write(
            _compare, w.client, w.tried, w.sam, first(w, "talk"), now
        ),
    }
