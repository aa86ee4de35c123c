"""Questions about a talk that choose among what stands in the record already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.concern import SET_ASIDE
from ipt_tui.ipt.difficulties import find
from ipt_tui.ipt.safe_to_say import NOT_HERE, SAFE_HINT, SAFE_QUESTION, danger_word
from ipt_tui.ipt.talk import them_words
from ipt_tui.ipt.talk_questions import questions
from ipt_tui.ipt.text import one_line
from ipt_tui.tui.areas.talks.keys import NOT_SAFE, ROLES, SAFE, SENSITIVE, WHICH_EVENT, WHICH_WISH
from ipt_tui.tui.areas.talks.wording import short
from ipt_tui.tui.verbs import VERBS
from ipt_tui.tui.widgets.answer_bar import Asked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ipt_tui.ipt.talk import Choice
    from ipt_tui.tui.areas.talks.inquiry import TalkInquiry

NONE = "none"
_CHOICE, _TURNS = 60, 9
_SIGNS = "123456789abcdefghijklmnopqrstuvwxyz"


def _is_safe(inquiry: TalkInquiry, key: str) -> Asked:
    said = danger_word(inquiry.talk.text("safe"))
    hint = f"{SAFE_HINT} · so far: {said}" if said else SAFE_HINT
    return Asked(key, SAFE_QUESTION, "", (), hint, inquiry.place(key))


def _not_here(inquiry: TalkInquiry, key: str) -> Asked:
    words = SET_ASIDE if inquiry.talk.set_aside else NOT_HERE
    return Asked(key, words, "", (("1", "back", "go back"),), f"{VERBS['go'].typing} h help lines")


def _sensitive(inquiry: TalkInquiry, key: str) -> Asked:
    question = questions()[key]
    value = "yes" if inquiry.talk.line.sensitive else "no"
    return Asked(key, question.worded(inquiry.ground.audience, {}), value, question.choices())


def _roles(inquiry: TalkInquiry, key: str) -> Asked:
    name = them_words(inquiry.talk.line)
    me = inquiry.ground.audience.pick(inquiry.talk.code, "I")
    own, turned = (
        (f"{me} plays {me}", f"{me} plays {name}")
        if inquiry.ground.audience is Audience.PRACTITIONER
        else ("I am me", f"I am {name}")
    )
    question = questions()[key].worded(inquiry.ground.audience, {})
    return Asked(
        key, question, "", (("1", "me", own), ("2", "reversed", f"{turned}: roles reversed"))
    )


def _listed(choices: Sequence[Choice], none: str) -> tuple[tuple[str, str, str], ...]:
    """Return what can be chosen with the digit or letter of each, and 0 for none of them."""
    if not choices:
        return ()
    known = zip(_SIGNS, choices, strict=False)
    listed = [(sign, each.uid, one_line(each.words, _CHOICE)) for sign, each in known]
    return (*listed, ("0", NONE, none))


def _events(inquiry: TalkInquiry, key: str) -> Asked | None:
    choices = _listed(inquiry.events, "no, it is another")
    if not choices:
        return None
    return Asked(key, questions()[key].worded(inquiry.ground.audience, {}), "", choices)


def _wishes(inquiry: TalkInquiry, key: str) -> Asked | None:
    choices = _listed(inquiry.talk.wishes, "no")
    if not choices:
        return None
    return Asked(key, questions()["tried:wish"].worded(inquiry.ground.audience, {}), "", choices)


LISTED: dict[str, Callable[[TalkInquiry, str], Asked | None]] = {
    SAFE: _is_safe,
    NOT_SAFE: _not_here,
    SENSITIVE: _sensitive, ROLES: _roles, WHICH_EVENT: _events, WHICH_WISH: _wishes,
}  # fmt: skip


def wish_question(inquiry: TalkInquiry, key: str, rest: str) -> Asked | None:
    """Return the question what became of an expectation."""
    uid, _, step = rest.rpartition(":")
    wish = next((choice for choice in inquiry.talk.wishes if choice.uid == uid), None)
    if wish is None:
        return None
    words = short(wish.words)
    if step == "said":
        question, hint = f"{words}: was it said aloud?", "yes · no · or when: 12 nov"
    else:
        question, hint = f"{words}: is it met?", "yes · partly · no · enter leaves it open"
    return Asked(key, question, "", (), hint, inquiry.place(key))


def way_question(inquiry: TalkInquiry, key: str, code: str) -> Asked | None:
    """Return the question at which turn something got in the way."""
    known = find(code)
    here = next((d for d in inquiry.talk.difficulties if d.code == code), None)
    if known is None or here is None:
        return None
    turn = inquiry.talk.turn(here.turn)
    words = f"{known.label}: at which turn? Its number, or nothing."
    told = (f"{turn.number} {one_line(turn.said, 24)}" for turn in inquiry.talk.turns[:_TURNS])
    hint = f"{known.cue}\n{'   '.join(told)}"
    return Asked(key, words, str(turn.number) if turn else "", (), hint, inquiry.place(key))
