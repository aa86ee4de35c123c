"""How each question about a talk reads: its words, its choices, what stands there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import shown
from ipt_tui.ipt.difficulties import difficulties, style_caveat, styles
from ipt_tui.ipt.talk import Safe, other, speaker_words, them_words
from ipt_tui.ipt.talk_questions import TalkQuestion, questions
from ipt_tui.ipt.talk_said import feeling_typed, guess_typed
from ipt_tui.ipt.text import one_line
from ipt_tui.tui.areas.talk_flow import (
    NEW_LINE,
    NEW_TURN,
    NOT_SAFE,
    ROLES,
    SAFE,
    SENSITIVE,
    WHICH_EVENT,
    WHICH_WISH,
)
from ipt_tui.tui.widgets.answer_bar import Asked

if TYPE_CHECKING:
    from ipt_tui.ipt.talk import TurnLine
    from ipt_tui.tui.areas.talk_flow import Asking

SAFE_QUESTION = "Could saying this put anyone in danger?"
NOT_HERE = (
    "Then let's not practise saying it here. It may be worth planning with someone who knows "
    "about this first. Kept as you wrote it."
)
NONE = "none"
_SAFE = (
    ("y", Safe.NO.value, "yes"),
    ("n", Safe.YES.value, "no"),
    ("?", Safe.UNSURE.value, "not sure"),
)
"""Yes to danger is not safe to raise."""
_SHORT, _CHOICE = 50, 60


def asked(asking: Asking, key: str) -> Asked | None:
    """Return the question of a key as it is shown, None if there is nothing to ask."""
    question = _question(asking, key)
    if question is None or asking.one_by_one is False:
        return question
    progress = asking.progress(key)
    if not progress:
        return question
    return Asked(
        question.key, f"{progress}   {question.question}", question.value, question.choices,
        question.hint, question.place, question.typed,
    )  # fmt: skip


def _question(asking: Asking, key: str) -> Asked | None:
    if key == SAFE:
        return Asked(key, SAFE_QUESTION, asking.talk.text("safe"), _SAFE, "y n ?")
    if key == NOT_SAFE:
        return Asked(key, NOT_HERE, "", (("1", "", "go back"),), "enter or 1")
    part, _, rest = key.partition(":")
    if part == "turn":
        return _turn(asking, key, rest)
    if key in _LISTED:
        return _LISTED[key](asking, key)
    if part == "way":
        return _at_turn(asking, key, rest)
    if part == "wish":
        return _wish(asking, key, rest)
    uid, _, name = rest.rpartition(":")
    kind = "alternative" if part == "say" and uid else part
    question = questions().get(f"{kind}:{name}" if uid else _NAMED.get(key, key))
    if question is None:
        return None
    row = _row(asking, part, uid) if uid else None
    if uid and row is None:
        return None
    said = _quoted(getattr(row, "text", "") or getattr(row, "line", ""))
    value, choices = _value(asking, question, row), _choices(question)
    hint = question.hinted(_words(asking, said))
    if question.field == "style":
        hint = style_caveat()
    if question.what == "difficulties":
        hint = _all_difficulties()
    typed = asking.held.get("composed", "") if key == NEW_LINE else ""
    return Asked(
        key, question.worded(asking.audience, _words(asking, said)), value, choices, hint,
        _place(asking, key), typed,
    )  # fmt: skip


_NAMED = {NEW_LINE: "say:say"}


def _words(asking: Asking, said: str = "", who: str = "") -> dict[str, str]:
    """Return what stands for the names in a question."""
    return {
        "name": them_words(asking.talk.line),
        "code": asking.audience.pick(asking.talk.code, "you"),
        "scale": asking.talk.scale.words,
        "said": said,
        "who": who,
    }


def _place(asking: Asking, key: str) -> str:
    """Return the name of the draft of a question."""
    return f"talk:{asking.talk.uid}:{key}"


def _row(asking: Asking, part: str, uid: str) -> object | None:
    """Return the line, option, round or try with this uid."""
    talk = asking.talk
    rows: dict[str, tuple[object, ...]] = {
        "say": talk.alternatives, "option": talk.options, "round": talk.rounds,
        "tried": talk.attempts,
    }  # fmt: skip
    return next((row for row in rows.get(part, ()) if getattr(row, "uid", "") == uid), None)


def _value(asking: Asking, question: TalkQuestion, row: object | None) -> str:
    """Return what the record holds, as it is typed or chosen."""
    talk, name = asking.talk, question.field
    if row is not None:
        held = getattr(row, name, "")
        if isinstance(held, bool):
            return "yes" if held else "no"
        return "" if held is None else str(held)
    special = {
        "people": ", ".join(person.name for person in talk.line.people),
        "others": ", ".join(person.name for person in talk.others),
        "when": _when(asking),
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


def _when(asking: Asking) -> str:
    line = asking.talk.line
    if line.at is not None:
        part = line.at.part
        return f"{line.at.day.isoformat()} {part.label if part else f'{line.at.at:%H:%M}'}"
    if line.when is None:
        return ""
    return line.when.edtf if line.when.exact else shown(line.when, asking.talk.today)


def _choices(question: TalkQuestion) -> tuple[tuple[str, str, str], ...]:
    if question.field == "style":
        return tuple(
            (str(number), style.value, f"{style.label}: {line}")
            for number, (style, line) in enumerate(styles(), 1)
        )
    return question.choices()


def _all_difficulties() -> str:
    return "\n".join(f"{n:>2}  {known.label}" for n, known in enumerate(difficulties(), 1))


# Turns.


def _turn(asking: Asking, key: str, rest: str) -> Asked | None:
    if key == NEW_TURN:
        return _new_turn(asking, key)
    uid, _, name = rest.partition(":")
    turn, question = asking.talk.turn(uid), questions().get(f"turn:{name}")
    if turn is None or question is None:
        return None
    words = _words(asking, quoted(turn), _speaker(asking, turn))
    value = {
        "felt": feeling_typed(turn.felt, turn.strength),
        "guessed": guess_typed(turn.guessed_meant, turn.guessed_felt, turn.asked),
    }.get(name)
    if value is None:
        value = str(getattr(turn, name))
    return Asked(
        key, question.worded(asking.audience, words), value, (), question.hinted(words),
        _place(asking, key),
    )  # fmt: skip


def _new_turn(asking: Asking, key: str) -> Asked:
    speaker = next_speaker(asking)
    name = them_words(asking.talk.line)
    me = asking.audience.pick(asking.talk.code, "me")
    who = {"me": me, "them": name}.get(speaker, speaker)
    first = not asking.talk.turns
    words = f"{who} said, first?" if first else f"{who} said, then?"
    begin = (
        "sam: … lets another begin"
        if name != "Sam"
        else f"{'sam' if speaker == 'me' else 'me'}: … for the other"
    )
    hint = f"{begin} · a pasted chat becomes turns · enter with nothing: that was all"
    return Asked(key, words, "", (), hint, _place(asking, key))


def next_speaker(asking: Asking) -> str:
    """Return whose turn comes next: they alternate; the client begins."""
    after = asking.talk.turn(asking.held.get("after_turn")) or next(
        iter(asking.talk.turns[-1:]), None
    )
    return other(after.speaker) if after else "me"


def _speaker(asking: Asking, turn: TurnLine) -> str:
    return speaker_words(turn, asking.talk, asking.audience)


def quoted(turn: TurnLine) -> str:
    """Return the words of a turn in a question: “Do what you want.”."""
    return _quoted(turn.said) if turn.said else f"Turn {turn.number}"


def _quoted(text: str) -> str:
    words = one_line(text, _SHORT)
    return words if not words or words.startswith(("“", '"', "(")) else f"“{words}”"


# Questions that choose among what stands in the record.


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


def _events(asking: Asking, key: str) -> Asked | None:
    choices = [
        (str(n), choice.uid, one_line(choice.words, _CHOICE))
        for n, choice in enumerate(asking.events[:8], 1)
    ]
    if not choices:
        return None
    choices.append(("9", NONE, "no, it is another"))
    return Asked(key, questions()[key].worded(asking.audience, {}), "", tuple(choices))


def _wishes(asking: Asking, key: str) -> Asked | None:
    choices = [
        (str(n), choice.uid, one_line(choice.words, _CHOICE))
        for n, choice in enumerate(asking.talk.wishes[:8], 1)
    ]
    if not choices:
        return None
    choices.append(("9", NONE, "no"))
    return Asked(key, questions()["tried:wish"].worded(asking.audience, {}), "", tuple(choices))


_LISTED = {
    SENSITIVE: _sensitive, ROLES: _roles, WHICH_EVENT: _events, WHICH_WISH: _wishes,
}  # fmt: skip


def _wish(asking: Asking, key: str, rest: str) -> Asked | None:
    uid, _, step = rest.rpartition(":")
    wish = next((choice for choice in asking.talk.wishes if choice.uid == uid), None)
    if wish is None:
        return None
    words = _quoted(wish.words)
    if step == "said":
        question, hint = f"{words}: was it said aloud?", "yes · no · or when: 12 nov"
    else:
        question, hint = f"{words}: is it met?", "yes · partly · no · enter leaves it open"
    return Asked(key, question, "", (), hint, _place(asking, key))


def _at_turn(asking: Asking, key: str, code: str) -> Asked | None:
    known = next((d for d in difficulties() if d.id == code), None)
    here = next((d for d in asking.talk.difficulties if d.code == code), None)
    if known is None or here is None:
        return None
    turn = asking.talk.turn(here.turn)
    words = f"{known.label}: at which turn? Its number."
    return Asked(key, words, str(turn.number) if turn else "", (), known.cue, _place(asking, key))
