"""How each question about a talk reads: its words, its choices, what stands there already."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipt_tui.ipt.dates import shown
from ipt_tui.ipt.difficulties import difficulties, style_caveat, styles
from ipt_tui.ipt.talk_questions import TalkQuestion, questions
from ipt_tui.tui.areas.talks.choice_questions import LISTED, way_question, wish_question
from ipt_tui.tui.areas.talks.keys import NEW_LINE
from ipt_tui.tui.areas.talks.turn_questions import turn_question
from ipt_tui.tui.areas.talks.wording import names, short
from ipt_tui.tui.widgets.answer_bar import Asked

if TYPE_CHECKING:
    from ipt_tui.ipt.audience import Audience
    from ipt_tui.tui.areas.talks.inquiry import TalkInquiry

STOP_ANYWHERE = "stop anywhere: it is kept"


def asked(inquiry: TalkInquiry, key: str) -> Asked | None:
    """Return the question of a key as it is shown, None if there is nothing to ask."""
    question = _question(inquiry, key)
    if question is None or inquiry.one_by_one is False:
        return question
    progress = inquiry.progress(key)
    if not progress:
        return question
    if not inquiry.counts:
        hint = " · ".join(filter(None, (question.hint, STOP_ANYWHERE)))
        return replace(question, hint=hint)
    return replace(question, question=f"{progress}   {question.question}")


def _question(inquiry: TalkInquiry, key: str) -> Asked | None:
    part, _, rest = key.partition(":")
    if key in LISTED:
        return LISTED[key](inquiry, key)
    if part in _PARTS:
        return _PARTS[part](inquiry, key, rest)
    return _told(inquiry, key, part, rest)


_PARTS = {"turn": turn_question, "way": way_question, "wish": wish_question}


def _told(inquiry: TalkInquiry, key: str, part: str, rest: str) -> Asked | None:
    """Return a question about the talk as a whole, or about something that grew out of it."""
    uid, _, name = rest.rpartition(":")
    kind = "alternative" if part == "say" and uid else part
    question = questions().get(f"{kind}:{name}" if uid else _NAMED.get(key, key))
    if question is None:
        return None
    row = _row(inquiry, part, uid) if uid else None
    if uid and row is None:
        return None
    said = short(getattr(row, "text", "") or getattr(row, "line", ""))
    value, choices = _value(inquiry, question, row), _choices(question, inquiry.ground.audience)
    hint = question.hinted(names(inquiry, said))
    if question.field == "style":
        hint = style_caveat()
    if question.what == "difficulties":
        hint = _all_difficulties()
    typed = inquiry.held.get("composed", "") if key == NEW_LINE else ""
    return Asked(
        key, question.worded(inquiry.ground.audience, names(inquiry, said)), value, choices, hint,
        inquiry.place(key), typed, takes_words=question.what == "text",
    )  # fmt: skip


_NAMED = {NEW_LINE: "say:say"}


def _row(inquiry: TalkInquiry, part: str, uid: str) -> object | None:
    """Return the line, option, round or try with this uid."""
    talk = inquiry.talk
    rows: dict[str, tuple[object, ...]] = {
        "say": talk.alternatives, "option": talk.options, "round": talk.rounds,
        "tried": talk.attempts,
    }  # fmt: skip
    return next((row for row in rows.get(part, ()) if getattr(row, "uid", "") == uid), None)


def _value(inquiry: TalkInquiry, question: TalkQuestion, row: object | None) -> str:
    """Return what the record holds, as it is typed or chosen."""
    talk, name = inquiry.talk, question.field
    if row is not None:
        held = getattr(row, name, "")
        if isinstance(held, bool):
            return "yes" if held else "no"
        return "" if held is None else str(held)
    special = {
        "people": ", ".join(person.name for person in talk.line.people),
        "others": ", ".join(person.name for person in talk.others),
        "when": _when(inquiry),
        "about": talk.line.subject,
        "way": ", ".join(
            str(number)
            for number, known in enumerate(difficulties(), 1)
            if any(d.code == known.id for d in talk.difficulties)
        ),
        "sensitive": "yes" if talk.line.sensitive else "no",
    }
    if question.part in ("say", "build", "tried") or question.what in ("mood", "roles"):
        return ""
    if question.part == "option" or (question.part == "round" and not name.startswith("sure")):
        return ""
    return special[name] if name in special else talk.text(name)


def _when(inquiry: TalkInquiry) -> str:
    line = inquiry.talk.line
    if line.at is not None:
        part = line.at.part
        return f"{line.at.day.isoformat()} {part.label if part else f'{line.at.at:%H:%M}'}"
    if line.when is None:
        return ""
    return line.when.edtf if line.when.exact else shown(line.when, inquiry.talk.today)


def _choices(question: TalkQuestion, audience: Audience) -> tuple[tuple[str, str, str], ...]:
    if question.field == "style":
        return tuple(
            (str(number), style.value, audience.pick(f"{style.label}: {line}", line))
            for number, (style, line) in enumerate(styles(), 1)
        )
    return question.choices()


def _all_difficulties() -> str:
    return "\n".join(f"{n:>2}  {known.label}" for n, known in enumerate(difficulties(), 1))
