"""The page of an ending, section by section: what every form of the file is made from.

Nothing on it is markup: each text is what a person typed or a sentence of ours, as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience, listed, plural
from ipt_tui.ipt.circle_words import known_as, sentence
from ipt_tui.ipt.ending import Coming, Outcome, then_circle
from ipt_tui.ipt.ending_words import shipped
from ipt_tui.ipt.people import Life, Met, Ring
from ipt_tui.ipt.then_now import then_now, then_now_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipt_tui.ipt.circle import Circle, Placed
    from ipt_tui.ipt.ending import EndingPage, GoalThenNow, WishThenNow

NOBODY_KNOWS = "not known"
DIED, NOBODY = "has died", "nobody"
_RINGS = (Ring.CLOSEST, Ring.CLOSE, Ring.WIDER, Ring.OUTSIDE, Ring.OFF)
_CLOSED = {"met": "reached", "changed": "became another goal", "dropped": "let go"}
_MET: dict[Met | None, str] = {Met.YES: "met", Met.PARTLY: "partly met", Met.NO: "not met"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text; `own` is whether it is the client's, in their words."""

    text: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list of texts."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many texts as the head has."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Circles:
    """The circle then and now, with what the pair of pictures shows in `words`.

    Where no picture can be drawn the table beside it says the same.
    """

    then: Circle
    now: Circle
    words: str


Block = Paragraph | Items | Table | Circles


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; `key` names it, whatever its title."""

    key: str
    title: str
    blocks: tuple[Block, ...]


def title() -> str:
    """Return what stands above the page: no name and no code."""
    return shipped().title


def span_words(page: EndingPage) -> str:
    """Return "6 October 2026 to 19 January 2027 · 16 of 16 meetings"."""
    until = f" to {_long(page.last)}" if page.last and page.last != page.start else ""
    of = f" of {page.planned}" if page.planned else ""
    met = f"{page.held}{of} {'meeting' if page.held == 1 and not of else 'meetings'}"
    return f"{_long(page.start)}{until} · {met}"


def sections(page: EndingPage) -> tuple[Section, ...]:
    """Return the parts of the page that have something in them, in their order."""
    found = (
        _about(page),
        _own(page, "changed", *_all_in_all(page)),
        _did(page),
        _circle(page),
        _wishes(page),
        _goals(page),
        _scores(page),
        _talks(page),
        _own(page, "not_done"),
        _besides(page),
        _own(page, "sad", *map(Paragraph, shipped().sad)),
        _signs(page),
        _own(page, "plan"),
        _own(page, "tell"),
        _coming(page),
        _agreed(page),
    )
    return tuple(section for section in found if section.blocks)


def _about(page: EndingPage) -> Section:
    blocks: list[Block] = []
    if page.focus:
        blocks.append(Items(tuple(page.said(one, "your") for one in page.focus)))
    if page.formulation:
        blocks.append(Paragraph(page.said(page.formulation, "your"), own=True))
    return Section("about", "What it was about", tuple(blocks))


def _own(page: EndingPage, key: str, *before: Block) -> Section:
    """Return a part in the client's words, after what is said by us."""
    text = page.text(key)
    own = (Paragraph(text, own=True),) if text else ()
    return Section(key, shipped().part(key).title, (*before, *own))


def _all_in_all(page: EndingPage) -> Iterator[Block]:
    """Yield how it is all in all, where somebody said."""
    part, kept = shipped().part("outcome"), page.texts.get("outcome", "")
    if kept:
        yield Paragraph(f"{part.title}: {part.says(kept)}.")


def _did(page: EndingPage) -> Section:
    lines = tuple(line.strip() for line in page.text("did").split("\n") if line.strip())
    return Section("did", shipped().part("did").title, (Items(lines),) if lines else ())


def _circle(page: EndingPage) -> Section:
    circle, name = page.circle, "The circle, then and now"
    if circle is None or not circle.drawn:
        return Section("circle", name, ())
    words = sentence(circle, Audience.CLIENT)
    then = then_circle(circle, page.since)
    blocks = (Circles(then, circle, words), ring_table(then, circle), Paragraph(words))
    return Section("circle", name, blocks)


def ring_table(then: Circle, now: Circle) -> Table:
    """Return who stood in which ring then, and who does now."""
    rows = [
        (ring.label, *(listed(in_ring(each, ring)) or NOBODY for each in (then, now)))
        for ring in _RINGS
        if (in_ring(now, ring) or in_ring(then, ring)) and (ring or _taken_off(then, now))
    ]
    return Table(("", "then", "now"), tuple(rows))


def _taken_off(then: Circle, now: Circle) -> bool:
    return any(p.ring is Ring.OFF for p in now.people) and bool(then.people)


def in_ring(circle: Circle, ring: Ring) -> list[str]:
    """Return who stands in a ring, the dead said to be dead."""
    return [_named(person) for person in circle.people if person.ring is ring]


def _named(person: Placed) -> str:
    return f"{known_as(person)} ({DIED})" if person.life == Life.DIED else known_as(person)


def _wishes(page: EndingPage) -> Section:
    blocks: tuple[Block, ...] = ()
    if page.wishes:
        rows = tuple(_wish(page, wish) for wish in page.wishes)
        blocks = (Table(("what I want", "then", "now"), rows), Paragraph(_count(page.wishes)))
    return Section("wishes", "Said aloud, then and now", blocks)


def _wish(page: EndingPage, wish: WishThenNow) -> tuple[str, str, str]:
    met = _MET.get(Met.read(wish.met), wish.met)
    now = ", ".join(filter(None, (_said(wish.now), met)))
    return f"{page.said(wish.text)} ({wish.who})", _said(wish.then), now


def _said(said: bool | None) -> str:
    return NOBODY_KNOWS if said is None else "said" if said else "not said"


def _count(wishes: tuple[WishThenNow, ...]) -> str:
    """Return "3 of 3 wishes are said aloud; then it was none."."""
    now = sum(bool(wish.now) for wish in wishes)
    of = plural(len(wishes), "wish", "wishes")
    told = f"{now or 'None'} of {of} {'is' if now == 1 else 'are'} said aloud"
    if any(wish.then is None for wish in wishes):
        return f"{told}."
    then = sum(bool(wish.then) for wish in wishes)
    return f"{told}; then it was {then or 'none'}."


def _goals(page: EndingPage) -> Section:
    rows = tuple(_goal(page, goal) for goal in page.goals)
    head = ("goal, 0 to 10", "then", "now", "aimed for")
    return Section("goals", "Goals, then and now", (Table(head, rows),) if rows else ())


def _goal(page: EndingPage, goal: GoalThenNow) -> tuple[str, ...]:
    closed = _CLOSED.get(goal.status, "")
    why = page.said(goal.why) if closed else ""
    told = f" ({': '.join(filter(None, (closed, why)))})" if closed else ""
    numbers = (goal.first, goal.last, goal.target)
    return f"{page.said(goal.text)}{told}", *("" if n is None else str(n) for n in numbers)


def _scores(page: EndingPage) -> Section:
    told = (Paragraph(f"{one.name}: {' '.join(one.sentences)}") for one in page.scores)
    return Section("scores", "Scores, first and last", tuple(told))


def _talks(page: EndingPage) -> Section:
    pair = page.talks
    if pair is None:
        return Section("talks", "", ())
    rows = then_now(pair.then, pair.now, Audience.CLIENT)
    table = Table(("", "then", "now"), tuple((a, page.said(b), page.said(c)) for a, b, c in rows))
    words = page.said(then_now_sentence(pair.then, pair.now, Audience.CLIENT))
    blocks: tuple[Block, ...] = (table, Paragraph(words)) if words else (table,)
    return Section("talks", f"Two talks with {pair.who}", blocks)


def _besides(page: EndingPage) -> Section:
    """Return what else there is, where it is not better or only partly: without blame."""
    outcome, words = Outcome.read(page.texts.get("outcome")), shipped()
    if outcome is None or not outcome.looks_on:
        return Section("besides", "", ())
    lead = words.not_helped if outcome is Outcome.NOT else words.partly_helped
    return Section("besides", "What else there is", (Paragraph(lead), Items(words.others)))


def _signs(page: EndingPage) -> Section:
    """Return the early signs, those with people first."""
    blocks: list[Block] = []
    for key in ("signs_people", "signs"):
        if text := page.text(key):
            blocks += [Paragraph(f"{shipped().part(key).title}:"), Paragraph(text, own=True)]
    return Section("signs", "Early signs", tuple(blocks))


def _coming(page: EndingPage) -> Section:
    part, blocks = shipped().part("coming"), list[Block]()
    coming = page.texts.get("coming", "")
    if coming:
        said = part.says(coming)
        blocks.append(Paragraph(f"{said[:1].upper()}{said[1:]}."))
    if text := page.text("coming_words"):
        blocks.append(Paragraph(text, own=True))
    if Coming.read(coming) is Coming.SESSIONS:
        blocks.append(Paragraph(shipped().new_contract))
    return Section("coming", part.title, tuple(blocks))


def _agreed(page: EndingPage) -> Section:
    told = (Paragraph(f"Agreed together on {_long(page.agreed)}."),) if page.agreed else ()
    return Section("agreed", "", told)


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
