"""Rehearsing alone, in one's own vault: what was tried, and which question follows which.

It is about a talk or about a thing to try. Whether saying it is safe is asked before anything else;
without a plain answer nothing is rehearsed. Nothing here leads to saying it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.content import load
from ipt_tui.ipt.talk_vocabulary import ME, THEM, Safe, other

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ipt_tui.ipt.talk import Round

FILE = "rehearse.toml"
SAFE, UNSAFE, WANT, END = "safe", "unsafe", "want", "end"
BEFORE, SITUATION, MINE, THEIRS, MORE, AFTER = (
    "before", "situation", "mine", "theirs", "more", "after",
)  # fmt: skip
HELP, THERAPIST, LEAVE, TRY, AGAIN, KEEP = "help", "therapist", "leave", "try", "again", "keep"
STAYS = (BEFORE, SITUATION, MINE, THEIRS, MORE, AFTER, END)
"""The questions at which one goes on another time."""
_NEXT_LINE = "  "


@dataclass(frozen=True, slots=True)
class RehearsalQuestion:
    """One question; the fields are said in `content/rehearse.toml`."""

    id: str
    kind: str
    ask: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rehearsing:
    """What is rehearsed, as it stands by now.

    `subject` is the uid of the talk or the thing to try, `about` its words, `them` whom it is to be
    said to. `safe` is what was answered last, on the day `safe_on`. `line` and `where` are what the
    record offers to begin with. `at` is the question at which one left, `day` when that was, None
    where nothing was begun. `round` is what is kept of it by then. `can_be_tried` is whether it can
    be kept as a thing to try: not with somebody who died.
    """

    subject: str
    about: str
    them: str
    safe: str = ""
    safe_on: date | None = None
    line: str = ""
    where: str = ""
    at: str = ""
    day: date | None = None
    round: Round | None = None
    can_be_tried: bool = True

    @property
    def may_rehearse(self) -> bool:
        """Whether it was said, on whichever day, that saying it puts nobody in danger."""
        return Safe.read(self.safe) is Safe.YES

    def may_rehearse_on(self, today: date) -> bool:
        """Whether it was said on this very day: what was safe once need not be so now."""
        return self.may_rehearse and self.safe_on == today

    @property
    def can_go_on(self) -> bool:
        """Whether one left at a question after the first ones, of which something is kept."""
        known = self.at.partition(":")[0] in STAYS
        return known and self.round is not None and self.may_rehearse

    @property
    def said(self) -> tuple[str, ...]:
        """What was tried and what came back, by turns, one's own first; "" for what was skipped."""
        return by_turns(spoken(self.round.exchange)) if self.round else ()

    def words_at(self, key: str) -> str:
        """Return what was said at a question such as `mine:2`, "" for nothing."""
        place = place_of(key)
        return self.said[place] if place < len(self.said) else ""

    @property
    def last_line(self) -> str:
        """One's own words that were tried last."""
        return next((words for words in reversed(self.said[::2]) if words), "")


# What was said, as it is kept.


def written(said: Iterable[tuple[str, str]]) -> str:
    """Return who says what as one text: `me: …` or `them: …`, more lines of one set in.

    What has no words at the end is left out.
    """
    turns = list(said)
    while turns and not turns[-1][1]:
        turns.pop()
    return "\n".join(
        f"{speaker}: " + words.replace("\n", f"\n{_NEXT_LINE}") for speaker, words in turns
    )


def spoken(exchange: str) -> tuple[tuple[str, str], ...]:
    """Return who says what in such a text; a line that says of nobody goes on from the one before.

    A text of another form is one's own words.
    """
    turns: list[tuple[str, str]] = []
    for line in exchange.split("\n") if exchange else ():
        speaker, colon, words = line.partition(":")
        if colon and speaker in (ME, THEM):
            turns.append((speaker, words.removeprefix(" ")))
        elif turns:
            before, so_far = turns[-1]
            turns[-1] = before, f"{so_far}\n{line.removeprefix(_NEXT_LINE)}"
        else:
            turns.append((ME, line))
    return tuple(turns)


def by_turns(said: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the words by turns, one's own first, with "" where somebody is silent."""
    found: list[str] = []
    for speaker, words in said:
        if (len(found) % 2 == 0) is not (speaker == ME):
            found.append("")
        found.append(words)
    return tuple(found)


def with_words(said: tuple[str, ...], key: str, words: str) -> str:
    """Return what was said, as it is kept, with other words at a question such as `theirs:1`."""
    at = place_of(key)
    turns = [*said, *[""] * (at + 1 - len(said))]
    turns[at] = words
    speaker, told = ME, []
    for each in turns:
        told.append((speaker, each))
        speaker = other(speaker)
    return written(told)


def place_of(key: str) -> int:
    """Return which turn a question is about, from 0: `mine:1`, then `theirs:1`."""
    name, _, number = key.partition(":")
    return 2 * (int(number) - 1) + (name == THEIRS)


# Which question follows which.


@cache
def questions() -> dict[str, RehearsalQuestion]:
    """Return every question by its id."""
    return {table["id"]: _question(table) for table in load(FILE)["question"]}


def following(key: str, about: Rehearsing, today: date, word: str = "") -> str | None:
    """Return the question after this one, None at the end; `word` is the choice that was made.

    After SAFE it is the one at which one left, where one goes on (`word` is it), else WANT.
    """
    name, _, number = key.partition(":")
    if name == SAFE:
        return (word or WANT) if about.may_rehearse_on(today) else UNSAFE
    if name == UNSAFE:
        return UNSAFE if word == HELP else None
    if name == WANT:
        return BEFORE if word == TRY else None
    if name == MORE:
        return f"{MINE}:{int(number) + 1}" if word == AGAIN else AFTER
    if name in (MINE, THEIRS):
        return f"{THEIRS if name == MINE else MORE}:{number}"
    return {BEFORE: SITUATION, SITUATION: f"{MINE}:1", AFTER: END}.get(name)


def before(key: str, about: Rehearsing) -> str | None:
    """Return the question before this one, None for the first."""
    name, _, number = key.partition(":")
    if name == MINE:
        return SITUATION if number == "1" else f"{MORE}:{int(number) - 1}"
    if name in (THEIRS, MORE):
        return f"{MINE if name == THEIRS else THEIRS}:{number}"
    if name == AFTER:
        return f"{THEIRS}:{max(1, (len(about.said) + 1) // 2)}"
    return {WANT: SAFE, UNSAFE: SAFE, BEFORE: WANT, SITUATION: BEFORE, END: AFTER}.get(name)


def _question(table: dict[str, Any]) -> RehearsalQuestion:
    choices = tuple((each["word"], each["label"]) for each in table.get("choices", ()))
    return RehearsalQuestion(
        table["id"], table["kind"], table["ask"], table.get("hint", ""), choices
    )
