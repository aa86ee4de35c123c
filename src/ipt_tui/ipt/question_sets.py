"""Sets of questions that are asked one at a time, read from content: `review.toml` and others.

They are the review of an evening, the evenings of the first week, and what fits somebody.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.content import ContentError, load
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE, WEEK_FILE, FIT_FILE = "review.toml", "first_week.toml", "fit.toml"
REVIEW, FIT = "review", "fit"
"""Two of the sets by name; the others are the evenings of the first week."""


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
    NAMES = "names"
    KIND = "kind"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    """One question; the fields are said in `content/review.toml`.

    `only_if` are the tables of `if`, `unless` those of its own: any of them, each wholly.
    """

    id: str
    kind: Kind
    ask: str
    lengths: frozenset[str] = frozenset()
    hint: str = ""
    after: tuple[str, ...] = ()
    only_if: tuple[Mapping[str, str], ...] = ()
    unless: tuple[Mapping[str, str], ...] = ()
    needs: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    picks: tuple[str, ...] = ()
    each: str = ""
    gone: str = ""
    theirs: str = ""
    label: str = ""
    most: int = 0
    only: str = ""

    @property
    def several_lines(self) -> bool:
        """Whether an answer may have lines."""
        return self.kind in (Kind.LINES, Kind.NAMES)

    @property
    def takes_words(self) -> bool:
        """Whether any sentence is an answer, as none is to a number, a day, a name, or safety."""
        return self.kind in (Kind.TEXT, Kind.FEELINGS, Kind.LINES)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """One set of questions; `opening` stands before them, "" where they begin at once.

    `stands` says at the end what stands where by then, by the count named `counts`: for none, for
    one, and for more. `offers` is whether people one can talk to are named there.
    """

    id: str
    title: str
    questions: Mapping[str, ReviewQuestion]
    opening: str = ""
    counts: str = ""
    stands: tuple[str, str, str] = ("", "", "")
    offers: bool = True


@cache
def sets() -> dict[str, QuestionSet]:
    """Return every set of questions by its name.

    Raises ContentError for a condition on a question that does not stand before it.
    """
    found = [_set(FILE, {"id": REVIEW, **load(FILE)})]
    found += [_set(WEEK_FILE, table) for table in load(WEEK_FILE)["evening"]]
    found.append(_set(FIT_FILE, {"id": FIT, **load(FIT_FILE)}))
    return {one.id: one for one in found}


def week() -> tuple[QuestionSet, ...]:
    """Return the evenings of the first week, in the order in which they are suggested."""
    return tuple(one for name, one in sets().items() if name not in (REVIEW, FIT))


def questions(which: str = REVIEW) -> Mapping[str, ReviewQuestion]:
    """Return every question of a set by its id, in the order in which they are asked."""
    return sets()[which].questions


def _set(file: str, table: Mapping[str, Any]) -> QuestionSet:
    found: dict[str, ReviewQuestion] = {}
    for each in table["question"]:
        question = _question(each)
        named = {
            *question.after,
            *(name for one in (*question.only_if, *question.unless) for name in one),
        }
        if unknown := named - set(found):
            raise ContentError(file, f"{question.id} asks for {min(unknown)}, which is not before")
        found[question.id] = question
    stands = table.get("stands", {})
    return QuestionSet(
        table["id"],
        table.get("title", ""),
        found,
        table.get("opening", ""),
        stands.get("counts", ""),
        (stands.get("none", ""), stands.get("one", ""), stands.get("many", "")),
        table.get("offers", True),
    )


def _question(table: Mapping[str, Any]) -> ReviewQuestion:
    return ReviewQuestion(
        table["id"],
        Kind(table["kind"]),
        table["ask"],
        frozenset(table.get("lengths", ())),
        table.get("hint", ""),
        tuple(table.get("after", ())),
        tuple(table.get("if", ())),
        tuple(table.get("unless", ())),
        table.get("needs", ""),
        tuple((each["word"], each["label"]) for each in table.get("choices", ())),
        tuple(table.get("picks", ())),
        table.get("each", ""),
        table.get("gone", ""),
        table.get("theirs", ""),
        table.get("label", ""),
        table.get("most", 0),
        table.get("only", ""),
    )
