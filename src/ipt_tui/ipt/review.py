"""The evening's questions in one's own vault: data from content, and which follows which.

An evening is one value, made of what stands in the record and of a few choices. Every question can
be skipped; nothing here weighs an answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.content import ContentError, load
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ipt_tui.ipt.moments import Moment

FILE = "review.toml"
LENGTH, RESUME, END, BYE = "length", "resume", "end", "bye"
"""What is asked around the questions: how long, whether to go on, and at the end."""


class Length(Vocabulary):
    """How much somebody has in them."""

    MINUTE = "minute", "a minute"
    TEN = "ten", "about ten"
    LONG = "long", "as long as it takes"
    OTHER = "other"


LENGTHS = (Length.MINUTE, Length.TEN, Length.LONG)


class Kind(Vocabulary):
    """How a question is answered."""

    MOOD = "mood"
    FEELINGS = "feelings"
    TEXT = "text"
    LINES = "lines"
    PEOPLE = "people"
    WHEN = "when"
    SAFE = "safe"
    CHOICE = "choice"
    NUMBER = "number"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    """One question; the fields are said in `content/review.toml`.

    `only_if` are the tables of `if`: any of them, each wholly.
    """

    id: str
    kind: Kind
    ask: str
    lengths: frozenset[str]
    hint: str = ""
    after: tuple[str, ...] = ()
    only_if: tuple[Mapping[str, str], ...] = ()
    unless: Mapping[str, str] = field(default_factory=dict)
    needs: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What was noted, as it is given back; None and "" where nothing was, or where it is veiled.

    `mood` was noted at `mood_at`, `moment` is of `moment_at` and left one at `left`, with
    `left_feelings`. `people` are
    those who were in it, also in what was put aside before.
    """

    mood: int | None = None
    feelings: str = ""
    mood_at: Moment | None = None
    moment: str = ""
    moment_at: Moment | None = None
    people: tuple[str, ...] = ()
    left: int | None = None
    left_feelings: str = ""


@dataclass(frozen=True, slots=True)
class Evening:
    """One evening: begun on `day`, of a length, at the question that stands.

    `answers` are those given, by question; of the `veiled` only that there is one. `about` holds
    what there is to ask about and the words for it: a talk put aside, a thing to try, a goal.
    `offered` are the names of those one can talk to.
    """

    day: date
    length: str
    at: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    veiled: frozenset[str] = frozenset()
    about: Mapping[str, str] = field(default_factory=dict)
    given: Given = Given()
    offered: tuple[str, ...] = ()
    scale: Scale = USUAL

    @property
    def can_go_on(self) -> bool:
        """Whether something was answered, and a question stands."""
        return self.at in questions() and bool(self.answers)


@cache
def questions() -> dict[str, ReviewQuestion]:
    """Return every question by its id, in the order in which they are asked.

    Raises ContentError for a condition on a question that does not stand before it.
    """
    found: dict[str, ReviewQuestion] = {}
    for table in load(FILE)["question"]:
        question = _question(table)
        named = {
            *question.after,
            *(name for one in (*question.only_if, question.unless) for name in one),
        }
        if unknown := named - set(found):
            raise ContentError(FILE, f"{question.id} asks for {min(unknown)}, which is not before")
        found[question.id] = question
    return found


def asks(question: ReviewQuestion, evening: Evening) -> bool:
    """Whether a question is asked on an evening, by what was answered so far."""
    answers = evening.answers
    return (
        evening.length in question.lengths
        and (not question.needs or question.needs in evening.about)
        and all(answers.get(name) for name in question.after)
        and not (question.unless and _holds(question.unless, answers))
        and (not question.only_if or any(_holds(one, answers) for one in question.only_if))
    )


def first(evening: Evening) -> str:
    """Return the question with which an evening begins."""
    return _found(questions(), evening)


def following(key: str, evening: Evening) -> str | None:
    """Return the question after this one, END after the last, None after what stands there."""
    if key == END:
        return BYE if evening.offered else None
    if key not in questions():
        return None
    names = list(questions())
    return _found(names[names.index(key) + 1 :], evening)


def before(key: str, evening: Evening) -> str | None:
    """Return the question before this one, None before the first and after the end."""
    names = list(questions())
    if key not in names and key != END:
        return None
    earlier = names if key == END else names[: names.index(key)]
    return next((n for n in reversed(earlier) if asks(questions()[n], evening)), None)


def _found(names: Iterable[str], evening: Evening) -> str:
    return next((name for name in names if asks(questions()[name], evening)), END)


def _holds(condition: Mapping[str, str], answers: Mapping[str, str]) -> bool:
    return all(answers.get(name) == wanted for name, wanted in condition.items())


def _question(table: Mapping[str, Any]) -> ReviewQuestion:
    return ReviewQuestion(
        table["id"],
        Kind(table["kind"]),
        table["ask"],
        frozenset(table["lengths"]),
        table.get("hint", ""),
        tuple(table.get("after", ())),
        tuple(table.get("if", ())),
        table.get("unless", {}),
        table.get("needs", ""),
        tuple((each["word"], each["label"]) for each in table.get("choices", ())),
    )
