"""How each question of the interview reads: its words, its choices, what stands there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.people import Met
from ipt_tui.tui.areas.interview import NEW_DEMAND, NEW_WISH, REVERSE, TIE_KIND, TIE_WHO
from ipt_tui.tui.widgets.answer_bar import Asked

if TYPE_CHECKING:
    from ipt_tui.ipt.card import ExpectationLine
    from ipt_tui.ipt.questions import Question
    from ipt_tui.tui.areas.interview import Interview

_HINTS = {
    "rating": "a number from 0 to 10",
    "date": "2017 · spring 2019 · around March",
    "kind": "partner, mother, friend … or a word of your own",
}
_ONE_WISH = "one {}; enter with nothing goes on"
_NAMES_SHOWN, _WORDS_SHOWN = 12, 60
YES_PARTLY_NO = tuple(
    (str(number), word.value, word.label)
    for number, word in enumerate((Met.YES, Met.PARTLY, Met.NO), 1)
)


def asked(interview: Interview, key: str) -> Asked | None:
    """Return the question of a key as it is shown, None if it is not to be asked."""
    if interview.card.veiled:
        return None
    subject, _, rest = key.partition(":")
    if subject == "field":
        question = interview.question(rest)
        return _field(interview, key, question) if question else None
    if key in (NEW_WISH, NEW_DEMAND):
        return _new_wish(interview, key)
    if subject == "wish":
        return _wish(interview, key)
    if subject == "move":
        return _move(interview, key)
    return _other(interview, key)


def _place(interview: Interview, key: str) -> str:
    """Return the name of the draft of a question."""
    return f"people:{interview.person}:{key}"


def _field(interview: Interview, key: str, question: Question) -> Asked:
    circle = interview.inventory.circle
    words = question.worded(
        interview.card, circle.code, interview.inventory.onset, interview.audience
    )
    choices = tuple(
        (word if question.what == "ring" else str(number), word, label)
        for number, (word, label) in enumerate(question.choices(), 1)
    )
    value = _stored(interview, question) if choices else question.typed(interview.card)
    hint = _HINTS.get(question.what, "")
    return Asked(key, words, value, choices, hint, _place(interview, key))


def _stored(interview: Interview, question: Question) -> str:
    """Return the word that a choice is kept under."""
    card = interview.card
    if question.what == "ring":
        ring = getattr(card, question.field.partition(".")[2])
        return "" if ring is None else str(int(ring))
    if question.what == "yes_no":
        return "yes" if card.values.get(question.field) else "no"
    return card.text(question.field)


def _new_wish(interview: Interview, key: str) -> Asked:
    name, own = interview.card.name, interview.audience is Audience.CLIENT
    code = "you" if own else interview.inventory.circle.code
    hint = _ONE_WISH.format(_wish_word(interview.audience))
    words = f"What does {name} want from {code}?"
    if key == NEW_WISH:
        words = f"What {'do' if own else 'does'} {code} want from {name}?"
    return Asked(key, words, hint=hint, place=_place(interview, key))


def _wish(interview: Interview, key: str) -> Asked | None:
    line, step = interview.wish(key), key.rsplit(":", 1)[-1]
    if line is None:
        return None
    place, words = _place(interview, key), f"“{_short(line.text)}”"
    if step == "said":
        hint = "no · yes · or when: 12 nov"
        return Asked(key, f"{words}: has it been said aloud?", _said(line), hint=hint, place=place)
    if step == "met":
        hint = "yes · partly · no · partly since 17 nov"
        return Asked(key, f"{words}: is it met?", line.met or "", hint=hint, place=place)
    if step == "realistic":
        could = interview.audience.pick("is it realistic?", "could it really happen?")
        return Asked(key, f"{words}: {could}", line.realistic, YES_PARTLY_NO)
    hint = "empty removes it"
    words = (
        f"The {_wish_word(interview.audience)}, in {interview.audience.pick('their', 'your')} words"
    )
    return Asked(key, words, line.text, hint=hint, place=place)


def _wish_word(audience: Audience) -> str:
    return audience.pick("expectation", "wish")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WORDS_SHOWN else f"{line[: _WORDS_SHOWN - 1]}…"


def _said(line: ExpectationLine) -> str:
    if line.said is None:
        return ""
    return f"yes {line.said_on}" if line.said else "no"


def _move(interview: Interview, key: str) -> Asked | None:
    move, place = interview.move(key), _place(interview, key)
    if move is None:
        return None
    if key.endswith(":why"):
        return Asked(key, "Why, in a few words?", move.why, place=place)
    words = f"When did {interview.card.name} move?"
    return Asked(key, words, move.day, hint="3 nov · yesterday · 2026-11-03", place=place)


def _other(interview: Interview, key: str) -> Asked | None:
    name, place = interview.card.name, _place(interview, key)
    if key == TIE_WHO:
        people = interview.inventory.circle.people
        others = [p.name for p in people if p.uid != interview.person and not p.veiled]
        hint = " · ".join(others[:_NAMES_SHOWN]) or "there is nobody else here yet"
        return Asked(key, f"{name} and who?", hint=hint, place=place)
    if key == TIE_KIND:
        other = interview.inventory.cards[interview.held["other"]].name
        return Asked(key, f"{name} is {other}'s …?", hint="father, friend, boss …", place=place)
    if key == REVERSE:
        word = interview.held["kind"]
        words = f"“{_short(word)}” is new. What is the way back: to a {_short(word)}, one is a …?"
        hint = "mother – child; friend – friend; esc leaves it open"
        return Asked(key, words, hint=hint, place=place)
    return None
