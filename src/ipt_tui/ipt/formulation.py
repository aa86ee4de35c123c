"""The formulation: a paragraph in plain words that grows from what is ticked and typed.

Its sentences stand in `content/formulation.toml`. What it says of an event is when it was, of
somebody how they stand by now, and of neither that it is the cause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.content import load
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.numbers import in_words
from ipt_tui.ipt.own_words import rebuilt

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.dates import FuzzyDate

FILE = "formulation.toml"
EVENT, PERSON = "event", "person"
BEFORE_IT, AFTER_IT = timedelta(days=92), timedelta(days=31)
"""What was so long before the onset, or after it, was around then: three months, and one."""
OFFERED_BEFORE = timedelta(days=2 * 366)
"""Events of two years before the onset are offered unasked, those marked whenever they were."""
_NAME = re.compile(r"\{(\w+)\}")
_AROUND, _EARLIER, _LATER, _UNDATED = "around", "earlier", "later", "undated"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts of which the paragraph is made; `id` is its field."""

    id: str
    label: str
    ask: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """An event, or somebody who is on the circle, that can be ticked.

    `sort` is event or person, `words` the title or the name. `when` says when an event was,
    `place` where that is by the onset: around, earlier, later or undated; `marked` is whether it
    was marked as near the onset. `moved` is nearer or farther where somebody stands other than
    before. A veiled one has its sort and its time, and not a word.
    """

    uid: str
    sort: str
    words: str
    when: str = ""
    place: str = ""
    marked: bool = False
    moved: str = ""
    veiled: bool = False


@dataclass(frozen=True, slots=True)
class Formulation:
    """One version; see `records.formulation.FormulationFields` for its fields.

    `parts` are the texts of the parts by their ids, `text` the paragraph as it was written by
    hand or agreed, "" as long as it is what grows; with `grown` it goes on growing, from that on.
    `offered` is what can be ticked, `ticked` the uids of what is.
    `left` is how many meetings are left, None where the course is open or there is none. A veiled
    one has its day and its state, and not a word.
    """

    uid: str
    client: str
    code: str
    version: int
    day: date
    parts: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    grown: str = ""
    offered: tuple[Offered, ...] = ()
    ticked: frozenset[str] = frozenset()
    left: int | None = None
    agreed: date | None = None
    agreed_by: str = ""
    sensitive: bool = False
    veiled: bool = False
    updated_at: datetime | None = None

    @property
    def built(self) -> str:
        """The paragraph as it grows from the parts and what is ticked."""
        ticked = [each for each in self.offered if each.uid in self.ticked]
        return build(self.parts, ticked, self.left)

    @property
    def paragraph(self) -> str:
        """The paragraph that is read: one that was agreed as it was then."""
        if self.veiled or not self.is_draft or self.by_hand:
            return self.text
        return grown_on(self.built, self.text)

    @property
    def by_hand(self) -> bool:
        """Whether somebody has written it, so that it does not follow what is ticked any more."""
        return not follows(self.grown, self.text)

    @property
    def is_draft(self) -> bool:
        """Whether it is not agreed yet."""
        return self.agreed is None


def follows(grown: str, text: str) -> bool:
    """Whether a text is what had `grown` with no more than the client's own words in it."""
    return not text or text == rebuilt(grown, text)


def grown_on(built: str, text: str) -> str:
    """Return a text that follows, as it grows by now, with the client's own words kept."""
    return rebuilt(built, text) if text else built


def build(parts: Mapping[str, str], ticked: Iterable[Offered], left: int | None) -> str:
    """Return the paragraph, "" where nothing is told yet.

    Args:
        parts: What was typed, by the ids of the parts.
        ticked: The events and people that belong to it.
        left: How many meetings are left, None where nobody knows.
    """
    told = {name: _within(text) for name, text in parts.items()} | _told(list(ticked))
    if left:
        told["one_left" if left == 1 else "left"] = in_words(left)
    said: dict[str, str] = {}
    for sentence in _content()["sentence"]:
        names = {*_NAME.findall(sentence["words"]), *sentence.get("needs", ())}
        if sentence["part"] not in said and all(told.get(name) for name in names):
            said[sentence["part"]] = _NAME.sub(lambda name: told[name[1]], sentence["words"])
    return " ".join(said.values())


def _told(ticked: list[Offered]) -> dict[str, str]:
    """Return what is said of what is ticked, by the names it has in the sentences."""
    told = {}
    for place in (_AROUND, _EARLIER, _LATER, _UNDATED):
        events = [e for e in ticked if e.sort == EVENT and e.place == place]
        told[place] = _listed([_titled(e) for e in events])
    people = [_known(each) for each in ticked if each.sort == PERSON]
    if people:
        told["person" if len(people) == 1 else "people"] = _listed(people)
    return told


def _titled(event: Offered) -> str:
    """Return an event as it was noted, with its time where that is another than the onset's."""
    title = _within(event.words)
    return f"{title} ({event.when})" if event.place in (_EARLIER, _LATER) else title


def _known(person: Offered) -> str:
    moved = _content()["moved"].get(person.moved, "")
    return f"{person.words} ({moved})" if moved else person.words


def _listed(texts: list[str]) -> str:
    """Return several as one list; with semicolons where one of them has a comma of its own."""
    return "; ".join(texts) if any("," in text for text in texts) else listed(texts)


def _within(text: str) -> str:
    """Return what was typed as it stands within a sentence: on one line, without its full stop."""
    line = " ".join(text.split())
    return line[:-1] if line.endswith(".") and not line.endswith("..") else line


def as_of(versions: Iterable[Formulation], day: date) -> tuple[Formulation, ...]:
    """Return the versions there were on a day; one that was agreed later was a draft then."""
    return tuple(
        replace(each, agreed=None, agreed_by="") if each.agreed and each.agreed > day else each
        for each in versions
        if each.day <= day
    )


def place_of(when: FuzzyDate | None, onset: FuzzyDate | None) -> str:
    """Return when an event was by the onset: around, earlier, later, or undated."""
    if when is None or onset is None:
        return _UNDATED
    begins = when.first if when.first.year > 1 else when.last
    ends = when.last if when.last.year < _OPEN_YEAR else begins
    first, last = around(onset)
    return _EARLIER if ends < first else _LATER if begins > last else _AROUND


_OPEN_YEAR = 9000


def around(onset: FuzzyDate, before: timedelta = BEFORE_IT) -> tuple[date, date]:
    """Return the first and the last day that count as around an onset."""
    last = onset.last if onset.last.year < _OPEN_YEAR else onset.first
    first = onset.first if onset.first.year > 1 else onset.last
    earliest = type(first).min + before
    return max(first, earliest) - before, min(last, type(last).max - AFTER_IT) + AFTER_IT


def parts() -> tuple[Part, ...]:
    """Return the parts in the order in which they are asked."""
    return tuple(Part(**table) for table in _content()["part"])


def title(audience: Audience) -> str:
    """Return what it is called; a client reads no word of the trade."""
    return audience.pick("Formulation", "How it hangs together")


def state(formulation: Formulation, today: date) -> str:
    """Return "v1, agreed 20 Oct by K7" or "v2, draft"."""
    if formulation.agreed is None:
        return f"v{formulation.version}, draft"
    by = f" by {formulation.agreed_by}" if formulation.agreed_by else ""
    return f"v{formulation.version}, agreed {short(formulation.agreed, today)}{by}"


def sentences(text: str) -> list[str]:
    """Return a paragraph in its sentences, as it is read out; its own lines stay apart."""
    found = []
    for line in text.splitlines():
        start = 0
        for end, sign in enumerate(line):
            if (
                sign in ".!?"
                and line[end + 1 : end + 2] == " "
                and line[end + 2 : end + 3].isupper()
            ):
                found.append(line[start : end + 1].strip())
                start = end + 1
        found.append(line[start:].strip())
    return [each for each in found if each]


@cache
def _content() -> dict[str, Any]:
    return load(FILE)
