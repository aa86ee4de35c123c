"""What is told of a session, written: its texts, its techniques."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, select

from ipt_tui.ipt.clock import DAY_STARTS_AT, SESSION_AT_MOST
from ipt_tui.ipt.text import clean
from ipt_tui.records import CourseSession, Technique
from ipt_tui.records.session import TechniqueFields
from ipt_tui.vault import agendas, drafts
from ipt_tui.vault.editing import one, validated
from ipt_tui.vault.errors import ChangedElsewhere
from ipt_tui.vault.pads import note_place
from ipt_tui.vault.session_lines import moment_of
from ipt_tui.vault.session_times import put
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from ipt_tui.records import Talk

ANALYSED = "communication_analysis"
"""The technique of a talk of which it was asked what was meant, felt or guessed."""
_LABELS = {
    "plan_next": "the plan for next time",
    "since_last": "how it has been since",
    "modality": "how one meets",
    "format": "with whom one meets",
    "started": "when it began",
    "ended": "when it ended",
    "safety_asked": "whether safety was asked about",
    "safety_summary": "safety",
    "question": "a question for supervision",
    "self_check": "self-check",
}


def tell(
    session: Session,
    /,
    uid: str,
    seen: datetime | None = None,
    *,
    over: Mapping[str, str] | None = None,
    **values: Any,
) -> None:
    """Change fields of a session.

    `seen` is the `updated_at` it was read with, `over` are the texts that are typed over. One that
    comes to be by video or phone has its agenda begin with whether one is alone. Raises Gone,
    ChangedElsewhere, or NotValid with one sentence.
    """
    row = one(session, CourseSession, uid, seen)
    if any(getattr(row, name) != clean(text) for name, text in (over or {}).items()):
        raise ChangedElsewhere
    put(session, row, values)
    if "modality" in values:
        agendas.begin_far(session, row)
    names = [_LABELS.get(name, name.replace("_", " ")) for name in values if "offset" not in name]
    describe(session, row.client_id, f"a session: {', '.join(names) or 'told'}")


def add_to_note(session: Session, uid: str, text: str) -> None:
    """Put a text below the note of a session, and below what is typed there and not kept yet.

    Raises Gone, or NotValid where the note would become too long.
    """
    row = one(session, CourseSession, uid)
    put(session, row, {"note": _below(row.note, text)})
    describe(session, row.client_id, "a session: note")
    for draft in drafts.load_all(session, note_place(uid)):
        drafts.save(session, draft.place, _below(draft.text, text), window=draft.window)


def _below(note: str, text: str) -> str:
    """Return a note with a text on lines of its own below it."""
    return f"{note}{'' if note.endswith(chr(10)) or not note else chr(10)}{text}"


def see_analysed(session: Session, talk: Talk, now: datetime) -> None:
    """Note that a talk was analysed, where a session of its client's runs. Nothing is described."""
    runs = CourseSession.client_id == talk.client_id, CourseSession.started != ""
    for row in session.exec(select(CourseSession).where(*runs, CourseSession.ended == "")):
        began = moment_of(row, "started", DAY_STARTS_AT)
        if began is not None and began.instant >= now - SESSION_AT_MOST:
            known = Technique.session_id == row.id, Technique.code == ANALYSED
            if session.exec(select(Technique.id).where(*known)).first() is None:
                _add(session, row, ANALYSED)


def _add(session: Session, row: CourseSession, code: str) -> None:
    fields = validated(TechniqueFields, code=code)
    session.add(Technique(client_id=row.client_id, session_id=row.id or 0, **fields.model_dump()))


def use(
    session: Session, uid: str, codes: Iterable[str], over: Iterable[str] | None = None
) -> None:
    """Say which techniques were used in a session, all of them; `over` are those it is told over.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    row = one(session, CourseSession, uid)
    wanted = dict.fromkeys(codes)
    there = session.exec(select(Technique).where(Technique.session_id == row.id)).all()
    if over is not None and {technique.code for technique in there} != set(over):
        raise ChangedElsewhere
    for technique in there:
        if technique.code not in wanted:
            session.delete(technique)
    known = {technique.code for technique in there}
    for code in wanted:
        if code not in known:
            _add(session, row, code)
    describe(session, row.client_id, "a session: techniques")
