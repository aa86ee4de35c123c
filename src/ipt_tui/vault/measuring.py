"""Measures written: answered, gone on with, typed as a score, corrected, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.instruments import in_use
from ipt_tui.ipt.kept_answers import (
    answers_text,
    flags_text,
    number_text,
    parts_text,
    read_flags,
)
from ipt_tui.ipt.measures import Source
from ipt_tui.ipt.scoring import Scored, entered, score
from ipt_tui.ipt.session import met_on
from ipt_tui.records import Client, CourseSession, Response
from ipt_tui.records.response import ResponseFields
from ipt_tui.vault import concern_sources, sessions
from ipt_tui.vault.dating import timed
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, time

    from sqlmodel import Session

    from ipt_tui.ipt.instrument import Instrument
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.scoring import Answers


class Answered(NamedTuple):
    """What was kept: the uid of it, and what there is to say of it, `scored.flags` first.

    `updated_at` is what the next change of it has to have seen.
    """

    uid: str
    scored: Scored
    updated_at: datetime


def answer(
    session: Session,
    /,
    client_uid: str,
    instrument: str,
    answers: Answers,
    when: Moment,
    *,
    difficulty: int | None = None,
    source: str = Source.ASKED.value,
    session_uid: str | None = None,
    finished: bool = True,
    note: str = "",
) -> Answered:
    """Keep answers to an instrument, one for each of its items; they need not be `finished`.

    What is not finished has no score, but what needs a person is in `scored.flags` all the same.
    Raises Gone, or NotValid with one sentence.
    """
    client = one(session, Client, client_uid)
    form = _form(instrument)
    scored = _scored(form, answers)
    row = _added(
        session,
        client,
        form,
        when,
        session_uid,
        answers=answers_text(answers),
        difficulty=_difficulty(form, difficulty),
        source=source,
        finished=finished,
        note=note,
        **_kept(scored, finished=finished),
    )
    describe(session, client.id, f"a measure {'answered' if finished else 'begun'}")
    return _answered(session, row, scored)


def enter(
    session: Session,
    /,
    client_uid: str,
    instrument: str,
    total: float | None,
    when: Moment,
    *,
    parts: Mapping[str, float] | None = None,
    session_uid: str | None = None,
    note: str = "",
) -> Answered:
    """Keep a score that was counted on paper, with its `parts` by their ids; no item is kept.

    Raises Gone, or NotValid with one sentence.
    """
    client = one(session, Client, client_uid)
    form = _form(instrument)
    if total is None and not parts:
        raise NotValid("Please type a score.")
    scored = _entered(form, total, parts)
    row = _added(
        session, client, form, when, session_uid, source=Source.SCORE.value, note=note,
        **_kept(scored, finished=True),
    )  # fmt: skip
    describe(session, client.id, "a score kept")
    return _answered(session, row, scored)


def go_on(
    session: Session,
    /,
    uid: str,
    answers: Answers,
    *,
    difficulty: int | None = None,
    finished: bool = False,
    seen: datetime | None = None,
    when: Moment | None = None,
    session_uid: str | None = None,
) -> Answered:
    """Put other answers in place of those kept: to go on with them, to finish, or to correct them.

    `seen` is the `updated_at` it was read with. With `when` it is of that moment from now on, and
    of that session or of none: what was begun a week ago is of the day it is finished.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence, also where the form has changed
    since, and where only a score was kept.
    """
    row = one(session, Response, uid, seen)
    if row.source == Source.SCORE:
        raise NotValid("Of this only the score was kept; correct that.")
    form = _same_form(row)
    scored = _scored(form, answers)
    values = {
        "answers": answers_text(answers),
        "difficulty": _difficulty(form, difficulty),
        "finished": finished,
        **_kept(scored, finished=finished),
    }
    if when is not None:
        values |= timed(when)
        row.session_id = _session(session, row.client_id, session_uid)
    was, flagged = row.finished, read_flags(row.flags)
    changed(row, ResponseFields, values)
    concern_sources.tell_corrected(session, row, flagged, scored.flags)
    done = "corrected" if was and finished else "answered" if finished else "gone on with"
    describe(session, row.client_id, f"a measure {done}")
    return _answered(session, row, scored)


def correct_score(
    session: Session,
    /,
    uid: str,
    total: float | None,
    parts: Mapping[str, float] | None = None,
    seen: datetime | None = None,
) -> Answered:
    """Put another score in place of one that was typed. Raises as `enter` does."""
    row = one(session, Response, uid, seen)
    if row.source != Source.SCORE:
        raise NotValid("This score was counted from its answers; change those.")
    scored = _entered(_same_form(row), total, parts)
    flagged = read_flags(row.flags)
    changed(row, ResponseFields, _kept(scored, finished=True))
    concern_sources.tell_corrected(session, row, flagged, scored.flags)
    describe(session, row.client_id, "a score corrected")
    return _answered(session, row, scored)


def tell(
    session: Session,
    /,
    uid: str,
    seen: datetime | None = None,
    *,
    when: Moment | None = None,
    day_starts_at: time = DAY_STARTS_AT,
    **values: Any,
) -> None:
    """Say when it was answered, put a `note` to it, or say that the note is `sensitive`.

    On another day it belongs to the session held on that day, or to none.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence, and KeyError for another field.
    """
    row = one(session, Response, uid, seen)
    if other := set(values) - {"note", "sensitive"}:
        raise KeyError(min(other))
    if when is not None:
        values |= timed(when)
        whose = session.get_one(Client, row.client_id).uid
        held = met_on(sessions.of_client(session, whose, day_starts_at), when.day)
        row.session_id = _session(session, row.client_id, held.uid if held else None)
    changed(row, ResponseFields, values)
    describe(session, row.client_id, "a measure: what is told of it")


def remove(session: Session, /, uid: str) -> str:
    """Remove answers, or a score; return what it was, as the history calls it."""
    row = one(session, Response, uid)
    session.delete(row)
    describe(session, row.client_id, "a measure removed")
    return "a measure"


def _added(
    session: Session,
    client: Client,
    form: Instrument,
    when: Moment,
    session_uid: str | None,
    **values: Any,
) -> Response:
    whose = {"instrument": form.id, "name": form.short, "version": form.version}
    fields = validated(ResponseFields, **whose, **timed(when), **values)
    row = Response(client_id=client.id or 0, **fields.model_dump())
    row.session_id = _session(session, row.client_id, session_uid)
    session.add(row)
    session.flush()
    return row


def _session(session: Session, client_id: int, uid: str | None) -> int | None:
    """Return the number of a session by its uid; it has to be of the same client."""
    if uid is None:
        return None
    there = one(session, CourseSession, uid)
    refuse_other_record(client_id, there.client_id)
    return there.id


def _answered(session: Session, row: Response, scored: Scored) -> Answered:
    session.flush()  # which stamps it
    return Answered(row.uid, scored, row.updated_at)


def _form(instrument: str) -> Instrument:
    form = in_use().get(instrument)
    if form is None:
        raise NotValid("There is no such measure here.")
    return form


def _same_form(row: Response) -> Instrument:
    form = in_use().get(row.instrument, row.version)
    if form is None:
        raise NotValid("This form has changed since, so its answers stay as they were given.")
    return form


def _scored(form: Instrument, answers: Answers) -> Scored:
    if not form.asked:
        raise NotValid(f"Of {form.short} only the score is kept; its words may not be shown here.")
    try:
        return score(form, answers)
    except ValueError as problem:
        sentence = str(problem)
    raise NotValid(sentence)


def _entered(form: Instrument, total: float | None, parts: Mapping[str, float] | None) -> Scored:
    try:
        return entered(form, total, parts)
    except ValueError as problem:
        sentence = str(problem)
    raise NotValid(sentence)


def _difficulty(form: Instrument, answer: int | None) -> int | None:
    item = form.difficulty
    if answer is None:
        return None
    if item is None or not item.label(answer):
        raise NotValid(f"{form.short} has no such answer to its last question.")
    return answer


def _kept(scored: Scored, *, finished: bool) -> dict[str, Any]:
    """Return what is kept of a score; while the form is not finished what needs a person alone."""
    flags = flags_text(scored.flags)
    if not finished:
        return {"total": "", "band": "", "parts": "", "flags": flags}
    band, parts = scored.band.words if scored.band else "", parts_text(scored.parts)
    return {"total": number_text(scored.total), "band": band, "parts": parts, "flags": flags}
