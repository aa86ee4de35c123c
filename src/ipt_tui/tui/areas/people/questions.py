"""How each question of the interview reads: its words, its choices, what stands there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.kinds import Group
from ipt_tui.ipt.people import Life
from ipt_tui.tui.areas.inquiry import YES_PARTLY_NO
from ipt_tui.tui.areas.people.keys import NEW_DEMAND, NEW_WISH, REVERSE, TIE_KIND, TIE_WHO
from ipt_tui.tui.widgets.answer_bar import Asked

if TYPE_CHECKING:
    from ipt_tui.ipt.card import ExpectationLine
    from ipt_tui.ipt.questions import Question
    from ipt_tui.tui.areas.people.inquiry import PersonInquiry

_HINTS = {
    "rating": "a number from 0 to 10",
    "date": "2017 · spring 2019 · around March",
    "kind": "partner, mother, friend … or a word of your own",
}
_ONE_WISH = "one {}; enter with nothing goes on"
_MAY_BE_UNBORN = (Group.CHILD, Group.SIBLING, Group.OTHER_FAMILY, Group.OTHER)
_NAMES_SHOWN, _WORDS_SHOWN = 12, 60


def asked(inquiry: PersonInquiry, key: str) -> Asked | None:
    """Return the question of a key as it is shown, None if it is not to be asked."""
    if inquiry.card.veiled:
        return None
    subject, _, rest = key.partition(":")
    if subject == "field":
        question = inquiry.question(rest)
        return _field(inquiry, key, question) if question else None
    if key in (NEW_WISH, NEW_DEMAND):
        return _new_wish(inquiry, key)
    if subject == "wish":
        return _wish(inquiry, key)
    if subject == "move":
        return _move(inquiry, key)
    return _other(inquiry, key)


def _field(inquiry: PersonInquiry, key: str, question: Question) -> Asked:
    circle = inquiry.inventory.circle
    words = question.worded(
        inquiry.card, circle.code, inquiry.inventory.onset, inquiry.ground.audience
    )
    choices = tuple(
        (word if question.what == "ring" else str(number), word, label)
        for number, (word, label) in enumerate(question.choices(), 1)
        if question.field != "life" or _may_be(word, inquiry)
    )
    value = _stored(inquiry, question) if choices else question.typed(inquiry.card)
    hint = _HINTS.get(question.what, "")
    told = question.what == "text" and question.field != "name"
    return Asked(key, words, value, choices, hint, inquiry.place(key), takes_words=told)


def _may_be(life: str, inquiry: PersonInquiry) -> bool:
    """Whether to offer this of a person: of one who is known no birth is awaited or lost."""
    kind = inquiry.inventory.kinds.find(inquiry.card.text("kind"))
    of_birth = life in (Life.EXPECTED, Life.LOST)
    unborn = kind is None or kind.group in _MAY_BE_UNBORN
    return unborn or not of_birth or inquiry.card.text("life") == life


def _stored(inquiry: PersonInquiry, question: Question) -> str:
    """Return the word that a choice is kept under."""
    card = inquiry.card
    if question.what == "ring":
        ring = getattr(card, question.field.partition(".")[2])
        return "" if ring is None else str(int(ring))
    if question.what == "yes_no":
        return "yes" if card.values.get(question.field) else "no"
    return card.text(question.field)


def _new_wish(inquiry: PersonInquiry, key: str) -> Asked:
    name, own = inquiry.card.name, inquiry.ground.audience is Audience.CLIENT
    code = "you" if own else inquiry.inventory.circle.code
    hint = _ONE_WISH.format(_wish_word(inquiry.ground.audience))
    words = f"What does {name} want from {code}?"
    if key == NEW_WISH:
        words = f"What {'do' if own else 'does'} {code} want from {name}?"
    return Asked(key, words, hint=hint, place=inquiry.place(key), takes_words=True)


def _wish(inquiry: PersonInquiry, key: str) -> Asked | None:
    line, step = inquiry.wish(key), key.rsplit(":", 1)[-1]
    if line is None:
        return None
    place, words = inquiry.place(key), f"“{_short(line.text)}”"
    if step == "said":
        hint = "no · yes · or when: 12 nov"
        return Asked(key, f"{words}: has it been said aloud?", _said(line), hint=hint, place=place)
    if step == "met":
        hint = "yes · partly · no · partly since 17 nov"
        return Asked(key, f"{words}: is it met?", line.met or "", hint=hint, place=place)
    if step == "realistic":
        could = inquiry.ground.audience.pick("is it realistic?", "could it really happen?")
        return Asked(key, f"{words}: {could}", line.realistic, YES_PARTLY_NO)
    hint = "empty removes it"
    whose = inquiry.ground.audience.pick("their", "your")
    words = f"The {_wish_word(inquiry.ground.audience)}, in {whose} words"
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


def _move(inquiry: PersonInquiry, key: str) -> Asked | None:
    move, place = inquiry.move(key), inquiry.place(key)
    if move is None:
        return None
    if key.endswith(":why"):
        return Asked(key, "Why, in a few words?", move.why, place=place, takes_words=True)
    words = f"When did {inquiry.card.name} move?"
    return Asked(key, words, move.day, hint="3 nov · yesterday · 2026-11-03", place=place)


def _other(inquiry: PersonInquiry, key: str) -> Asked | None:
    name, place = inquiry.card.name, inquiry.place(key)
    if key == TIE_WHO:
        people = inquiry.inventory.circle.people
        others = [p.name for p in people if p.uid != inquiry.person and not p.veiled]
        hint = " · ".join(others[:_NAMES_SHOWN]) or "there is nobody else here yet"
        return Asked(key, f"{name} and who?", hint=hint, place=place)
    if key == TIE_KIND:
        other = inquiry.inventory.cards.get(inquiry.held.get("other", ""))
        if other is None or other.veiled:
            return None
        return Asked(
            key, f"{name} is {other.name}'s …?", hint="father, friend, boss …", place=place
        )
    if key == REVERSE:
        word = inquiry.held.get("kind", "")
        words = f"“{_short(word)}” is new. What is the way back: to a {_short(word)}, one is a …?"
        hint = "mother – child; friend – friend; esc leaves it open"
        return Asked(key, words, hint=hint, place=place)
    return None
