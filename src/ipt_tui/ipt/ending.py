"""The ending of a course as one value: what is told of it, and then and now beside it.

What stands on the page that the client takes along is one value of its own, `EndingPage`: screen,
preview and every form of the file are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.circle import Circle
from ipt_tui.ipt.course import ending_named_at, left_words
from ipt_tui.ipt.people import View
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from ipt_tui.ipt.called import WhoTheyAre
    from ipt_tui.ipt.course import Course
    from ipt_tui.ipt.talk import Talk

THIS_HOUR = "--"
AGENDA_CODES = frozenset(
    ("ending_feelings", "whose_gains", "early_signs", "if_it_returns", "then_and_now", "not_done",
     "afterwards")
)  # fmt: skip
"""The items of an agenda that are done on the screen of the ending."""


class Outcome(Vocabulary):
    """How it is, all in all, beside the beginning."""

    BETTER = "better", "better"
    PARTLY = "partly", "partly better"
    NOT = "not", "not better"
    OTHER = "other"

    @property
    def looks_on(self) -> bool:
        """Whether what else there is is talked over."""
        return self in (Outcome.PARTLY, Outcome.NOT)


class Coming(Vocabulary):
    """What comes after a course."""

    STOP = "stop", "we stop here"
    SESSIONS = "sessions", "now and then, as a new contract"
    OTHER = "other", "something else"


@dataclass(frozen=True, slots=True)
class WishThenNow:
    """What the client wanted of somebody: whether it was said aloud then and is now, and is met.

    `then` and `now` are None where nobody knows; `met` is a kept word of `ipt.people.Met`.
    """

    text: str
    who: str
    then: bool | None = None
    now: bool | None = None
    met: str = ""


@dataclass(frozen=True, slots=True)
class GoalThenNow:
    """A goal with its first and its last rating, 0–10; `status` and `why` say what became of it."""

    text: str
    first: int | None = None
    last: int | None = None
    target: int | None = None
    status: str = "active"
    why: str = ""


@dataclass(frozen=True, slots=True)
class ScoreThenNow:
    """The first and the last score of a measure, as sentences in the client's wording."""

    name: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TalksThenNow:
    """Two talks with one person; `who` is how the page calls them."""

    who: str
    then: Talk
    now: Talk


@dataclass(frozen=True, slots=True)
class EndingPage:
    """All that stands on the page; what is sensitive is not in it unless it was ticked.

    `on` is the day of "now", `since` that of "then". `held` counts the sessions that took place,
    of `planned` (0 in an open course), from `start` on; `last` is the day of the last of them.
    `focus` is what was worked on in plain words, `formulation` the agreed paragraph. `texts` are
    the parts of the ending by their keys. The circle is that of now, with where each stood then.
    """

    on: date
    start: date
    since: date
    last: date | None = None
    held: int = 0
    planned: int = 0
    focus: tuple[str, ...] = ()
    formulation: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    circle: Circle | None = None
    wishes: tuple[WishThenNow, ...] = ()
    goals: tuple[GoalThenNow, ...] = ()
    scores: tuple[ScoreThenNow, ...] = ()
    talks: TalksThenNow | None = None
    who: WhoTheyAre | None = None
    agreed: date | None = None

    def said(self, text: str, whose: str = "my") -> str:
        """Return a text of the record as it stands on the page: with names, or who they are.

        `whose` they are is "my" in the client's words, "your" in words to the client.
        """
        return self.who.text(text, whose) if self.who else text

    def text(self, key: str) -> str:
        """Return a part of the ending as it stands on the page, "" while nothing is told."""
        return self.said(leaves(self.texts.get(key, "")))


@dataclass(frozen=True, slots=True)
class Offer:
    """Something the client did, in their words; `taken` is whether it stands on the page."""

    key: str
    what: str
    words: str
    taken: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something sensitive that would be on the page if it was `ticked`.

    `kind` says what it is, `words` what it says, "" while it is veiled.
    """

    key: str
    kind: str
    words: str = ""
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class EndingTold:
    """What is told of the ending of a course so far, as it may be seen.

    `number` is that of the session that runs or is next. `texts` are the parts by their keys,
    without those in `veiled`. `called` is how people are called on the page. `seen` is the moment
    to save it with, None while nothing is written.
    """

    course: Course
    today: date
    number: int
    uid: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    veiled: frozenset[str] = frozenset()
    called: str = ""
    agreed: date | None = None
    seen: datetime | None = None

    @property
    def is_near(self) -> bool:
        """Whether the course has come to where its ending is spoken of."""
        course = self.course
        return bool(course.planned) and self.number >= ending_named_at(course.planned)


@dataclass(frozen=True, slots=True)
class Ending:
    """All that the screen of the ending shows: what is `told`, and what could go into it.

    `page` is the page as it would be written now.
    """

    told: EndingTold
    page: EndingPage
    offers: tuple[Offer, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def leaves(text: str) -> str:
    """Return a text as it may leave: without the lines that are for one hour only."""
    kept = (line for line in text.split("\n") if not _this_hour(line.lstrip()))
    return "\n".join(kept).strip()


def _this_hour(line: str) -> bool:
    return line.startswith(THIS_HOUR) and not line.startswith(f"{THIS_HOUR}-")


def with_line(text: str, line: str) -> str:
    """Return a text with one more line; without it where it stands there already."""
    lines = [each for each in text.split("\n") if each.strip()]
    if line in lines:
        lines.remove(line)
    else:
        lines.append(line)
    return "\n".join(lines)


def has_line(text: str, line: str) -> bool:
    """Whether a line stands in a text."""
    return line in text.split("\n")


def then_circle(circle: Circle, since: date) -> Circle:
    """Return the circle of then: everybody on their own side, where they stood on that day."""
    people = tuple(
        replace(person, ring=person.before, before=None, why="") for person in circle.people
    )
    return Circle(circle.client_uid, circle.code, View.NOW, since, people=people)


def bare(circle: Circle) -> Circle:
    """Return a circle as it may lie on a table: who stands where, and nothing of what it is like.

    Whoever is veiled is not on it.
    """
    people = tuple(
        replace(
            person, quality=None, friction=None, gives=None, gets=None, confide=None, why=""
        )
        for person in circle.people
        if not person.veiled
    )  # fmt: skip
    return replace(circle, people=people)


def renamed(circle: Circle, who: WhoTheyAre) -> Circle:
    """Return a circle in which people are called what they are to the client."""
    people = tuple(
        replace(person, name=who.label(person.name), kind="") for person in circle.people
    )
    return replace(circle, people=people)


def course_words(ending: EndingTold) -> str:
    """Return where the course is: "session 14 of 16, 2 left after it"; "ended 19 Jan" after it."""
    course, number = ending.course, ending.number
    if course.ended is not None:
        return f"the course ended {course.ended.day} {course.ended:%b %Y}"
    if not course.planned:
        return "a course without a number of sessions"
    left = left_words(course, number, today=False)
    return f"session {number} of {course.planned}, {left}"


def spoken_words(ending: EndingTold) -> str:
    """Return how the count is spoken from where the ending is named on, "" before that.

    Four before the end at the most; the practitioner says it, and the client reads it.
    """
    if not ending.is_near or ending.course.ended is not None:
        return ""
    left = ending.course.planned - ending.number
    if left <= 0:
        return "This is the last meeting."
    return f"{plural(left, 'meeting')} after this one."


_PLAIN = {
    "grief": ("losing {name}", "a loss"),
    "role_dispute": ("what you and {name} expect of each other", "what others expect, and you do"),
    "role_transition": ("a change in your life", "a change in your life"),
    "interpersonal_deficits": ("coming nearer to people", "coming nearer to people"),
}
"""A problem area in plain words: with somebody named, and without."""


def focus_words(area: str, about: str, name: str) -> str:
    """Return what was worked on in plain words, "" for an area that is not known."""
    named, alone = _PLAIN.get(area, ("", ""))
    return about or (named.format(name=name) if name else alone)
