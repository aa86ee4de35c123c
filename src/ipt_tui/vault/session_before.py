"""What a session begins with: what was done in the last one, and what was planned then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, select

from ipt_tui.ipt.practice import tried_words
from ipt_tui.ipt.session import Before
from ipt_tui.ipt.talk import with_words
from ipt_tui.ipt.talk_phrases import subject_words
from ipt_tui.records import CourseSession, TidiedLine
from ipt_tui.vault import practices, sessions
from ipt_tui.vault.editing import one
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.talk_lines import Lines

if TYPE_CHECKING:
    from datetime import date, time

    from ipt_tui.ipt.talk import TalkLine


def before(
    session: Session, uid: str, today: date, revealed: frozenset[str], day_starts_at: time
) -> Before:
    """Return what there is to say of the session before this one; nothing of the veiled.

    That are the talks that were looked at in it, and the practices agreed in it with what came of
    them.
    """
    last = sessions.last_before(session, uid, revealed, day_starts_at)
    if last is None:
        return Before()
    talks = [
        ": ".join(filter(None, (f"talk with {with_words(line)}", subject_words(line))))
        for line in talks_in(session, last.uid, revealed, day_starts_at)
        if not line.veiled
    ]
    agreed = practices.of_client(session, last.client, revealed, session_uid=last.uid)
    tried = [tried_words(each).replace(" · ", ", ") for each in agreed if not each.veiled]
    told = sessions.session(session, last.uid, today, revealed, day_starts_at)
    return Before(told.text("plan_next"), (*talks, *tried))


def talks_in(
    session: Session, uid: str, revealed: frozenset[str], day_starts_at: time
) -> tuple[TalkLine, ...]:
    """Return the talks that were taken from the note of a session."""
    row = one(session, CourseSession, uid)
    taken = select(TidiedLine.talk_id).where(TidiedLine.session_id == row.id)
    numbers = {number for number in session.exec(taken) if number is not None}
    hidden = hidden_for(session, row.client_id, revealed)
    return tuple(Lines(session, row.client_id, hidden, day_starts_at, numbers)) if numbers else ()
