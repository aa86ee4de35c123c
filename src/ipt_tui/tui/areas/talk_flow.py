"""A talk asked about: which question comes after which.

A question has a key: `head:when`, `turn:new`, `turn:<uid>:said`, `after:hoped`, `say:new`,
`build:feel`, `say:<uid>:why`, `option:<uid>:pros`, `round:who`, `round:<uid>:line`, `tried:new`,
`tried:<uid>:done`, `wish:which`, `wish:<uid>:said`, `way:<code>`, `safe`, `end:sensitive`. How it
reads is in `talk_asking`, where its answer goes in `talk_answers`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipt_tui.ipt.talk_questions import fields

if TYPE_CHECKING:
    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.talk import Choice, Talk, TurnLine

NEW_TURN, NEW_LINE, NEW_OPTION, NEW_TRY = "turn:new", "say:new", "option:new", "tried:new"
WHICH_EVENT, WHICH_WISH = "tried:which", "wish:which"
SURE_BEFORE, SURE_AFTER = "round:sure_before", "round:sure_after"
ROLES, AGAIN = "round:who", "round:again"
BUILD = "build:feel"
SAFE, NOT_SAFE = "safe", "not safe"
NOTE, SENSITIVE = "end:note", "end:sensitive"
_LOOKED_AT = tuple(name for name in fields("after") if name != "style")
"""The style of one's own words is an optional look, asked for only where somebody opens it."""
_NEEDED = ("people", "when")
"""With whom and when: the least that has to be told of where a talk was."""


@dataclass
class Asking:
    """Asking about one talk, by what the record says of it by then.

    `held` keeps what was answered and waits for the next answer. `events` may be what was tried.
    `one_by_one` is the form of one question at a time, in which each says how far one is.
    """

    talk: Talk
    audience: Audience
    one_by_one: bool = False
    events: tuple[Choice, ...] = ()
    held: dict[str, str] = field(default_factory=dict)

    @property
    def sequence(self) -> list[str]:
        """The keys of the whole talk in order: where, what was said, what it was, what now.

        In the table the words come first; of where and when only what it cannot do without.
        """
        head = fields("head") if self.one_by_one else _NEEDED
        return [
            *(key for key in map("head:{}".format, head) if self._applies(key)),
            *(f"turn:{turn.uid}:said" for turn in self.talk.turns),
            NEW_TURN,
            *(key for turn in self.talk.turns for key in meaning(turn)),
            *(key for key in map("after:{}".format, _LOOKED_AT) if self._applies(key)),
            *([NEW_LINE] if self.talk.may_practise else []),
            NOTE,
            SENSITIVE,
        ]

    def _applies(self, key: str) -> bool:
        """Whether it is to be asked: a mood not where one stands, nor where no day is known."""
        line = self.talk.line
        known = line.day is not None and (
            line.at is not None or bool(line.when and line.when.exact)
        )
        if not self.one_by_one and key.startswith("head:"):
            return not self._told(key)
        if key == "head:mood_before":
            return known and self.talk.mood_before is None
        if key == "after:mood_after":
            return known and self.talk.mood_after is None
        return True

    def progress(self, key: str) -> str:
        """Return "7 of 15", "" for a question that is no step of the whole."""
        keys = self.sequence
        return f"{keys.index(key) + 1} of {len(keys)}" if key in keys else ""

    def start(self, left_at: str) -> str:
        """Return where to go on: where one left, else the first that nothing is told of."""
        keys = self.sequence
        if left_at in keys:
            return left_at
        return next((key for key in keys if not self._told(key)), keys[0])

    def gated(self, key: str) -> str:
        """Return the key to ask: safety first, once, before the first line; no line if unsafe."""
        if not key.startswith(("say:new", "build:", "round:")):
            return key
        if not self.talk.text("safe"):
            self.held["after"] = key
            return SAFE
        return key if self.talk.may_practise else NOT_SAFE

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the key of the next question, None at the end."""
        subject, _, rest = key.partition(":")
        if subject in _GROWN:
            return _GROWN[subject](self, rest, answered)
        if key == SAFE:
            after = self.held.pop("after", None)
            if not answered and not self.talk.text("safe"):
                return None
            return after if self.talk.may_practise else NOT_SAFE
        if key == NEW_TURN:
            return NEW_TURN if answered else self._after_words()
        if subject == "turn" and rest.endswith((":tone", ":body")):
            return self._down_the_column(key)
        return self._beside(key, 1)

    def before(self, key: str) -> str | None:
        """Return the key of the question before, None at the beginning."""
        head, _, name = key.rpartition(":")
        part = key.partition(":")[0]
        for known in ("build", "option", "tried", "alternative"):
            names = fields(known)
            if part == ("say" if known == "alternative" else known) and name in names[1:]:
                return f"{head}:{names[names.index(name) - 1]}"
        return self._beside(key, -1)

    def _beside(self, key: str, step: int) -> str | None:
        keys = self.sequence
        if key not in keys:
            return None
        at = keys.index(key) + step
        return keys[at] if 0 <= at < len(keys) else None

    def _after_words(self) -> str | None:
        """Return what follows the words: the first thing of which nothing is told."""
        keys = self.sequence[self.sequence.index(NEW_TURN) + 1 :]
        return next((key for key in keys if not self._told(key)), None)

    def _down_the_column(self, key: str) -> str | None:
        _, uid, name = key.split(":")
        turns = [turn.uid for turn in self.talk.turns]
        at = turns.index(uid) + 1 if uid in turns else len(turns)
        return f"turn:{turns[at]}:{name}" if at < len(turns) else None

    def _told(self, key: str) -> bool:
        """Whether something is told already of what a question asks."""
        part, _, rest = key.partition(":")
        talk = self.talk
        if part == "turn":
            turn = talk.turn(rest.split(":")[0])
            return turn is not None and is_told(turn, rest.rpartition(":")[2])
        told = {
            "head:people": bool(talk.line.people),
            "head:when": talk.line.day is not None,
            "head:about": bool(talk.line.subject),
            "head:others": bool(talk.others),
            "after:way": bool(talk.difficulties),
            NEW_LINE: bool(talk.alternatives),
        }
        return told[key] if key in told else bool(talk.text(rest))


# What grows out of a talk.


def _after_line(asking: Asking, rest: str, answered: bool) -> str | None:  # noqa: ARG001
    if rest == "new":
        return NOTE if asking.one_by_one else None
    uid, _, name = rest.partition(":")
    return _next("say", uid, name, fields("alternative"))


def _after_part_of_line(
    asking: Asking,  # noqa: ARG001
    rest: str,
    answered: bool,  # noqa: ARG001
) -> str | None:
    names = fields("build")
    at = names.index(rest) + 1
    return f"build:{names[at]}" if at < len(names) else NEW_LINE


def _after_option(asking: Asking, rest: str, answered: bool) -> str | None:
    names = fields("option")[2:]  # but for the two that ask for its words
    if rest == "new":
        return f"option:{asking.held['option']}:{names[0]}" if answered else None
    uid, _, name = rest.partition(":")
    if name not in names:
        return f"option:{uid}:{names[0]}"
    return _next("option", uid, name, names) or NEW_OPTION


def _after_round(asking: Asking, rest: str, answered: bool) -> str | None:
    if rest == "sure_before":
        return ROLES
    if rest == "who":
        return f"round:{asking.held['round']}:line" if answered else SURE_AFTER
    if rest == "again":
        return ROLES if asking.held.pop("again", "") == "yes" else SURE_AFTER
    if rest == "sure_after":
        return None
    uid, _, name = rest.partition(":")
    return _next("round", uid, name, ("line", "changed", "worst_case")) or AGAIN


def _after_try(asking: Asking, rest: str, answered: bool) -> str | None:
    names = ("done", "what", "happened", "left_me", "left_them")
    if rest in ("new", "which"):
        if not answered:
            return None
        if rest == "new" and "tried" not in asking.held:
            return WHICH_EVENT
        return f"tried:{asking.held.pop('tried')}:{names[0]}"
    uid, _, name = rest.partition(":")
    return _next("tried", uid, name, names) or (WHICH_WISH if asking.talk.wishes else None)


def _after_wish(asking: Asking, rest: str, answered: bool) -> str | None:
    if rest == "which":
        chosen = asking.held.pop("wish", "")
        return f"wish:{chosen}:said" if answered and chosen else None
    return (rest.endswith(":said") and f"wish:{rest.removesuffix(':said')}:met") or None


_GROWN = {
    "say": _after_line,
    "build": _after_part_of_line,
    "option": _after_option,
    "round": _after_round,
    "tried": _after_try,
    "wish": _after_wish,
}


def meaning(turn: TurnLine) -> tuple[str, ...]:
    """Return what is asked of a turn once the words stand: of one's own, and of another's."""
    names = ("meant", "felt") if turn.is_mine else ("guessed",)
    return tuple(f"turn:{turn.uid}:{name}" for name in names)


def is_told(turn: TurnLine, name: str) -> bool:
    """Whether something stands in a column of a turn."""
    if name == "guessed":
        return bool(turn.guessed_meant or turn.guessed_felt or turn.asked)
    if name == "felt":
        return bool(turn.felt) or turn.strength is not None
    return bool(getattr(turn, name))


def _next(part: str, uid: str, name: str, names: tuple[str, ...]) -> str | None:
    at = names.index(name) + 1
    return f"{part}:{uid}:{names[at]}" if at < len(names) else None
