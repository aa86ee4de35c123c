"""Measures written: answered, gone on with, typed as a score, corrected, removed, planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlmodel import Session, select

from ipt_tui.ipt.instruments import in_use
from ipt_tui.ipt.kept_answers import (
    answers_text,
    flags_text,
    number_text,
    parts_text,
    read_answers,
)
from ipt_tui.ipt.measures import Source
from ipt_tui.ipt.scoring import Scored, entered, missing, score
from ipt_tui.records import Client, CourseSession, MeasurePlan, Response
from ipt_tui.records.response import MeasurePlanFields, ResponseFields
from ipt_tui.vault.dating import timed
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ipt_tui.ipt.instrument import Instrument
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.scoring import Answers


class Answered(NamedTuple):
    """What was kept: the uid of it, and what there is to say of it, `scored.flags` first."""

    uid: str
    scored: Scored


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
    return Answered(row.uid, scored)


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
    return Answered(row.uid, scored)


def go_on(
    session: Session,
    /,
    uid: str,
    answers: Answers,
    *,
    difficulty: int | None = None,
    finished: bool = False,
    seen: datetime | None = None,
) -> Answered:
    """Put other answers in place of those kept: to go on with them, to finish, or to correct them.

    `seen` is the `updated_at` it was read with. Raises Gone, ChangedElsewhere, or NotValid with one
    sentence, also where the form has changed since, and where only a score was kept.
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
    was = row.finished
    changed(row, ResponseFields, values)
    done = "corrected" if was and finished else "answered" if finished else "gone on with"
    describe(session, row.client_id, f"a measure {done}")
    return Answered(row.uid, scored)


def finish(session: Session, uid: str, seen: datetime | None = None) -> Answered:
    """Say that what was begun is finished as it stands; what is missing stays missing.

    Raises NotValid where nothing at all is answered.
    """
    row = one(session, Response, uid, seen)
    answers = read_answers(row.answers)
    if len(missing(answers)) == len(answers):
        raise NotValid("Nothing is answered yet.")
    return go_on(session, uid, answers, difficulty=row.difficulty, finished=True)


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
    changed(row, ResponseFields, _kept(scored, finished=True))
    describe(session, row.client_id, "a score corrected")
    return Answered(row.uid, scored)


def tell(
    session: Session,
    /,
    uid: str,
    seen: datetime | None = None,
    *,
    when: Moment | None = None,
    **values: Any,
) -> None:
    """Say when it was answered, put a `note` to it, or say that the note is `sensitive`.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence, and KeyError for another field.
    """
    row = one(session, Response, uid, seen)
    if other := set(values) - {"note", "sensitive"}:
        raise KeyError(min(other))
    changed(row, ResponseFields, {**values, **(timed(when) if when is not None else {})})
    describe(session, row.client_id, "a measure: what is told of it")


def remove(session: Session, /, uid: str) -> str:
    """Remove answers, or a score; return what it was, as the history calls it."""
    row = one(session, Response, uid)
    session.delete(row)
    describe(session, row.client_id, "a measure removed")
    return "a measure"


def plan(
    session: Session,
    client_uid: str,
    instrument: str,
    *,
    often: str | None = None,
    hidden: bool | None = None,
) -> str:
    """Say how often a measure is asked for, or whether its scores are hidden from the client.

    Returns its id. `often` is a word of `ipt.measure_schedule.Often`. What is None stays as it is.
    """
    client = one(session, Client, client_uid)
    told = {"often": often, "hidden": hidden}
    values = {name: value for name, value in told.items() if value is not None}
    row = session.exec(
        select(MeasurePlan).where(
            MeasurePlan.client_id == client.id, MeasurePlan.instrument == instrument
        )
    ).first()
    if row is None:
        fields = validated(MeasurePlanFields, instrument=instrument, **values)
        session.add(MeasurePlan(client_id=client.id or 0, **fields.model_dump()))
        session.flush()
    else:
        changed(row, MeasurePlanFields, values)
    describe(session, client.id, "a measure: how often it is asked for, or who sees its score")
    return instrument


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
    if session_uid is not None:
        there = one(session, CourseSession, session_uid)
        refuse_other_record(client.id, there.client_id)
        row.session_id = there.id
    session.add(row)
    session.flush()
    return row


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
