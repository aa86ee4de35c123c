"""Questions about a talk that choose among what stands in the record already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.difficulties import find
from ipt_tui.ipt.talk import Safe, them_words
from ipt_tui.ipt.talk_questions import questions
from ipt_tui.ipt.text import one_line
from ipt_tui.tui.areas.talk_keys import NOT_SAFE, ROLES, SAFE, SENSITIVE, WHICH_EVENT, WHICH_WISH
from ipt_tui.tui.areas.talk_wording import place, short
from ipt_tui.tui.verbs import VERBS
from ipt_tui.tui.widgets.answer_bar import Asked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ipt_tui.ipt.talk import Choice
    from ipt_tui.tui.areas.talk_flow import Asking

SAFE_QUESTION = "Could saying this put anyone in danger?"
NOT_HERE = (
    "Then let's not practise saying it here. It may be worth planning with someone who knows "
    "about this first. Kept as you wrote it."
)
NONE = "none"
SAFE_HINT = "y yes · n no · ? not sure"
SAFE_WORDS = {
    "yes": Safe.NO, "y": Safe.NO, "no": Safe.YES, "n": Safe.YES, "not sure": Safe.UNSURE,
    "?": Safe.UNSURE, "unsure": Safe.UNSURE, "maybe": Safe.UNSURE,
}  # fmt: skip
"""Yes to danger is not safe to raise. Typed, and kept with enter: no slip of a key answers it."""
_CHOICE, _TURNS = 60, 9
_SIGNS = "123456789abcdefghijklmnopqrstuvwxyz"


def _is_safe(asking: Asking, key: str) -> Asked:
    now = asking.talk.text("safe")
    said = next((word for word, safe in SAFE_WORDS.items() if safe == now), "")
    hint = f"{SAFE_HINT} · so far: {said}" if said else SAFE_HINT
    return Asked(key, SAFE_QUESTION, "", (), hint, place(asking, key))


def _not_here(_: Asking, key: str) -> Asked:
    return Asked(
        key, NOT_HERE, "", (("1", "back", "go back"),), f"{VERBS['go'].typing} h help lines"
    )


def _sensitive(asking: Asking, key: str) -> Asked:
    question = questions()[key]
    value = "yes" if asking.talk.line.sensitive else "no"
    return Asked(key, question.worded(asking.audience, {}), value, question.choices())


def _roles(asking: Asking, key: str) -> Asked:
    name = them_words(asking.talk.line)
    me = asking.audience.pick(asking.talk.code, "I")
    own, turned = (
        (f"{me} plays {me}", f"{me} plays {name}")
        if asking.audience is Audience.PRACTITIONER
        else ("I am me", f"I am {name}")
    )
    question = questions()[key].worded(asking.audience, {})
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


def _events(asking: Asking, key: str) -> Asked | None:
    choices = _listed(asking.events, "no, it is another")
    if not choices:
        return None
    return Asked(key, questions()[key].worded(asking.audience, {}), "", choices)


def _wishes(asking: Asking, key: str) -> Asked | None:
    choices = _listed(asking.talk.wishes, "no")
    if not choices:
        return None
    return Asked(key, questions()["tried:wish"].worded(asking.audience, {}), "", choices)


LISTED: dict[str, Callable[[Asking, str], Asked | None]] = {
    SAFE: _is_safe,
    NOT_SAFE: _not_here,
    SENSITIVE: _sensitive, ROLES: _roles, WHICH_EVENT: _events, WHICH_WISH: _wishes,
}  # fmt: skip


def wish_question(asking: Asking, key: str, rest: str) -> Asked | None:
    """Return the question what became of an expectation."""
    uid, _, step = rest.rpartition(":")
    wish = next((choice for choice in asking.talk.wishes if choice.uid == uid), None)
    if wish is None:
        return None
    words = short(wish.words)
    if step == "said":
        question, hint = f"{words}: was it said aloud?", "yes · no · or when: 12 nov"
    else:
        question, hint = f"{words}: is it met?", "yes · partly · no · enter leaves it open"
    return Asked(key, question, "", (), hint, place(asking, key))


def way_question(asking: Asking, key: str, code: str) -> Asked | None:
    """Return the question at which turn something got in the way."""
    known = find(code)
    here = next((d for d in asking.talk.difficulties if d.code == code), None)
    if known is None or here is None:
        return None
    turn = asking.talk.turn(here.turn)
    words = f"{known.label}: at which turn? Its number, or nothing."
    told = (f"{turn.number} {one_line(turn.said, 24)}" for turn in asking.talk.turns[:_TURNS])
    hint = f"{known.cue}\n{'   '.join(told)}"
    return Asked(key, words, str(turn.number) if turn else "", (), hint, place(asking, key))
