"""An evening of questions asked one at a time, and which follows which.

It is one value, made of what stands in the record and of a few choices. Every question can be
skipped; nothing here weighs an answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import time
from itertools import groupby
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.question_sets import FIT, REVIEW, Kind, QuestionSet, ReviewQuestion, sets
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from ipt_tui.ipt.moments import Moment

_DIGIT = re.compile(r"\d")
LENGTH, RESUME, END, BYE = "length", "resume", "end", "bye"
"""What is asked around the questions: how long or whether to begin, to go on, and at the end."""


class Length(Vocabulary):
    """How much somebody has in them."""

    MINUTE = "minute", "a minute"
    TEN = "ten", "about ten"
    LONG = "long", "as long as it takes"
    OTHER = "other"


EVENING_BEGINS = time(17)
LATE = frozenset(["thing", "happened", "goal"])
"""What is asked about what there was before the evening."""
LENGTHS = (Length.MINUTE, Length.TEN, Length.LONG)


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
    `offered` are the names of those one can talk to. `which` names the set of questions; `each`
    holds the people, uid and name, of whom some of them are asked one by one, `gone` those who
    died. `counts` is how much there is in the record by now, `own_words` are one's own words for
    feelings; `for_whom` the questions are worded. `unread` are the questions for which more has to
    be read before they are asked: a thing to try, a goal, who can be offered at the end. `uid`
    tells it from every other evening. `by_day` is whether it is told before the evening of the day.
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
    which: str = REVIEW
    each: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict)
    own_words: tuple[str, ...] = ()
    for_whom: Audience = Audience.CLIENT
    unread: frozenset[str] = frozenset()
    uid: str = ""
    by_day: bool = False

    @property
    def can_go_on(self) -> bool:
        """Whether something was answered, and a question stands."""
        return self.at in keys(self) and bool(self.answers)

    def shown(self, key: str) -> str:
        """Return the answer that stands in a question, "" for none and for what is veiled."""
        return "" if key in self.veiled else self.answers.get(key, "")

    @property
    def set(self) -> QuestionSet:
        """The set of questions that is asked."""
        return sets()[self.which]

    def question(self, key: str) -> ReviewQuestion | None:
        """Return the question of a key, None for what is asked around them."""
        return self.set.questions.get(key.partition(":")[0])


def is_by_day(now: datetime, day_starts_at: time) -> bool:
    """Whether nobody goes to bed at this hour yet: from when a day begins until late afternoon."""
    return day_starts_at <= now.time() < EVENING_BEGINS


def draft(client: str, which: str, key: str, evening: Evening | None) -> str:
    """Return the name of the draft of a question, of this evening alone; what fits has but one.

    It holds the day, by which it is said where a text waits.
    """
    if which == FIT or evening is None:
        return f"{which}:{client}:{key}"
    return f"{which}:{client}:{evening.day.isoformat()}:{evening.uid}:{key}"


def keys(evening: Evening) -> list[str]:
    """Return what may be asked on an evening, in order.

    A question that is asked of each of some people has a key for each: "ring:" and the uid. What
    stands together and is asked of the same is asked of one after the other.
    """
    found: list[str] = []
    for each, together in groupby(evening.set.questions.values(), key=lambda one: one.each):
        block = tuple(together)
        for uid in evening.each.get(each, ()):
            found += [f"{one.id}:{uid}" for one in block if _is_for(one, uid, evening)]
        found += [one.id for one in block if not each]
    return found


def _is_for(question: ReviewQuestion, uid: str, evening: Evening) -> bool:
    return not question.only or uid in evening.each.get(question.only, ())


def asks(key: str, evening: Evening) -> bool:
    """Whether a question is asked on an evening, by what was answered so far.

    Of what fits somebody nothing is asked that is covered: it would be written over unseen.
    """
    question = evening.question(key)
    if question is None or (evening.which == FIT and key in evening.veiled):
        return False
    answers = evening.answers
    if uid := key.partition(":")[2]:
        own = {name.removesuffix(f":{uid}"): told for name, told in answers.items()}
        answers = {**own, **answers}
    return (
        (not question.lengths or evening.length in question.lengths)
        and (not question.needs or question.needs in evening.about)
        and all(answers.get(name) for name in question.after)
        and not any(_holds(one, answers) for one in question.unless)
        and (not question.only_if or any(_holds(one, answers) for one in question.only_if))
    )


def first(evening: Evening) -> str:
    """Return the question with which an evening begins."""
    return _found(keys(evening), evening)


def following(key: str, evening: Evening) -> str | None:
    """Return the question after this one, END after the last, None after what stands there.

    After one about somebody who is not asked about any more comes the end.
    """
    if key == END:
        return BYE if evening.offered else None
    if evening.question(key) is None:
        return None
    names = keys(evening)
    return _found(names[names.index(key) + 1 :], evening) if key in names else END


def taken_by(key: str, typed: str, evening: Evening) -> str:
    """Return the question that takes an answer: words without a number are the word for a mood."""
    question = evening.question(key)
    if question is None or question.kind is not Kind.MOOD or not typed or _DIGIT.search(typed):
        return key
    after = evening.question(following(key, evening) or "")
    return after.id if after is not None and after.kind is Kind.FEELINGS else key


def before(key: str, evening: Evening) -> str | None:
    """Return the question before this one, None before the first and after the end."""
    names = keys(evening)
    if key not in names and key != END:
        return None
    earlier = names if key == END else names[: names.index(key)]
    return next((name for name in reversed(earlier) if asks(name, evening)), None)


def _found(names: Iterable[str], evening: Evening) -> str:
    return next((name for name in names if asks(name, evening)), END)


def _holds(condition: Mapping[str, str], answers: Mapping[str, str]) -> bool:
    return all(answers.get(name) == wanted for name, wanted in condition.items())
