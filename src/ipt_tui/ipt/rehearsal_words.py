"""How rehearsing alone asks and what it says: short, and with nothing that leads to saying it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.rehearsal import (
    AFTER,
    BEFORE,
    END,
    KEEP,
    LEAVE,
    MINE,
    SAFE,
    SITUATION,
    THERAPIST,
    UNSAFE,
    Rehearsing,
    questions,
    spoken,
)
from ipt_tui.ipt.review import RESUME
from ipt_tui.ipt.review_words import SKIP, Ask, go_on, numbered
from ipt_tui.ipt.safe_to_say import NOT_HERE, SAFE_HINT, danger_word
from ipt_tui.ipt.talk_vocabulary import ME
from ipt_tui.ipt.text import filled, one_line

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.talk import Round

WHICH = "Which of these would you like to try out?"
NOT_OWN = "Rehearsing alone is for a vault of one's own; with a client it is r in a talk."
NONE_YET = (
    "There is nothing to try out yet. It begins from a talk, or from a thing to try: n adds one."
)
UNANSWERED = "That is fine. Nothing is tried out here until that is answered."
KEPT = {
    KEEP: "Kept. It stands with the things to try; nothing there is ever late.",
    THERAPIST: "Noted for your therapist. It stands with the things to try.",
    LEAVE: "Left there. You need not come back to it.",
}
"""What is said at the end, by the choice that was made."""
BESIDE = "Kept. The line that stood there is kept, too, above it."
_SHOWN = 60


def ask(key: str, about: Rehearsing, today: date) -> Ask:
    """Return how a question reads, asked on the day lived."""
    if key == RESUME:
        return _resume(about, today)
    name = key.partition(":")[0]
    question = questions()[name]
    words = filled(question.ask, {"them": about.them})
    if name == SAFE:
        return _safe(about, words, question.hint, today)
    if name in (BEFORE, AFTER) and (line := about.line or about.about):
        words = f"{one_line(line, _SHOWN)}\n\n{words}"
    if name == UNSAFE:
        words = f"{UNANSWERED if not about.safe or about.may_rehearse else NOT_HERE}\n\n{words}"
    if name == END:
        words = f"{given_back(about)}\n\n{words}".strip()
    choices = question.choices
    if name == END and not about.can_be_tried:
        choices = tuple(each for each in choices if each[0] != KEEP)
    hint = SKIP if name == BEFORE else ""
    hint = " · ".join(filter(None, (question.hint, hint)))
    return Ask(words, hint, _value(key, name, about), numbered(choices))


def offered(key: str, about: Rehearsing) -> str:
    """Return what stands in the field to begin with, where nothing was answered yet."""
    if key == SITUATION:
        return about.where
    return about.line if key == f"{MINE}:1" else ""


def given_back(about: Rehearsing) -> str:
    """Return what was tried and how sure one was, "" where nothing was; it weighs nothing."""
    tried = len([words for words in about.said[::2] if words])
    parts = [f"You tried out {plural(tried, 'line')}."] if tried else []
    if about.round and (sure := sure_words(about.round)):
        parts.append(f"How sure you were: {sure}.")
    return " ".join(parts)


def sure_words(each: Round) -> str:
    """Return "3 → 6": how sure one was before and after one round, "" where nobody said."""
    known = [str(n) for n in (each.sure_before, each.sure_after) if n is not None]
    if len(known) == 2:
        return " → ".join(known)
    return f"{known[0]} {'before' if each.sure_before is not None else 'after'}" if known else ""


def alone_head(each: Round, today: date) -> str:
    """Return "alone, 28 Nov: sure 3 → 6", the heading of what somebody rehearsed alone."""
    sure = sure_words(each)
    return f"alone, {short(each.day, today)}" + (f": sure {sure}" if sure else "")


def alone_lines(each: Round, me: str, them: str) -> tuple[tuple[str, str], ...]:
    """Return who says what in it, by their names; who was skipped is left out."""
    return tuple(
        (me if speaker == ME else them, words) for speaker, words in spoken(each.exchange) if words
    )


def _safe(about: Rehearsing, words: str, hint: str, today: date) -> Ask:
    said, hints = danger_word(about.safe), [SAFE_HINT, hint]
    if said:
        when = f", {short(about.safe_on, today)}" if about.safe_on else ""
        hints.append(f"so far: {said}{when}")
    about_words = one_line(about.about, _SHOWN)
    words = f"{about_words}\n\n{words}" if about_words else words
    return Ask(words, " · ".join(hints), "")


def _value(key: str, name: str, about: Rehearsing) -> str:
    each = about.round
    if each is None:
        return ""
    if name in (BEFORE, AFTER):
        sure = each.sure_before if name == BEFORE else each.sure_after
        return "" if sure is None else str(sure)
    if name == SITUATION:
        return each.situation
    return about.words_at(key) if ":" in key and questions()[name].kind == "text" else ""


def _resume(about: Rehearsing, today: date) -> Ask:
    name = about.at.partition(":")[0]
    asked = filled(questions()[name].ask, {"them": about.them})
    earlier = about.day is not None and about.day != today
    on = f"on {short(about.day, today)}" if earlier and about.day else "earlier today"
    return go_on(on, asked)
