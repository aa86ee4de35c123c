"""The circle in words: one sentence for the picture, and what else it shows, counted.

Everything here describes; nothing is scored as good or bad.
"""

import re

from ipt_tui.ipt.audience import Audience, listed, plural
from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.people import Confide, Life, Ring, View

VEILED = "someone"
_LEADING = re.compile(
    r"""(?:(?:since|from|between|in|on|at|around|about|circa|ca?\.?|approx(?:\.|imately)?|roughly
    |perhaps|maybe|possibly|probably|some\s?time)\s+|~\s*)+""",
    re.IGNORECASE | re.VERBOSE,
)


def known_as(person: Placed) -> str:
    """Return the name to say, or "someone" while it is veiled."""
    return person.name or VEILED


def sentence(circle: Circle, audience: Audience = Audience.PRACTITIONER) -> str:
    """Return what the picture shows, in one or a few short sentences with counts."""
    if not circle.people:
        return ""
    if len(circle.people) <= 2 and circle.view is View.NOW and not circle.since:
        names = [known_as(p) for p in circle.people]
        where = "not placed yet" if len(circle.tray) == len(names) else "here so far"
        return f"{listed(names)} {'is' if len(names) == 1 else 'are'} {where}."
    if circle.view is View.BEFORE:
        return _before(circle, audience)
    if circle.view is View.HOPED:
        return _hoped(circle, audience)
    parts = [_count(circle, audience), *_since(circle), *_tray(circle)]
    return " ".join(part for part in parts if part)


def _count(circle: Circle, audience: Audience) -> str:
    closest = sum(p.ring is Ring.CLOSEST for p in circle.people)
    if all(p.ring is None for p in circle.people):
        return f"{len(circle.people)} people, not placed yet."
    where = audience.pick("in the closest ring", "closest to you")
    return f"{plural(len(circle.people), 'person', 'people')}, {closest} {where}."


def _since(circle: Circle) -> list[str]:
    if circle.since is None:
        return []
    nearer, farther = _moves(circle.people)
    new = [known_as(p) for p in circle.people if p.before is None and p.on_circle]
    off = [known_as(p) for p in circle.people if p.moved and p.ring is Ring.OFF]
    told = []
    if nearer:
        told.append(f"{listed(nearer)} nearer")
    if farther:
        told.append(f"{listed(farther)} farther")
    if new:
        told.append(f"new on the circle: {listed(new)}")
    if not told and not off:
        return [f"No one has moved since {short(circle.since, circle.on)}."]
    parts = [f"Since {short(circle.since, circle.on)}: {'; '.join(told)}."] if told else []
    taken = f"Taken off the circle: {listed(off)}." if off else "No one was taken off the circle."
    return [*parts, taken]


def _moves(people: tuple[Placed, ...]) -> tuple[list[str], list[str]]:
    """Return who is nearer and who is farther than where they are compared with."""
    moved = [p for p in people if p.moved and p.ring]
    nearer = [known_as(p) for p in moved if _out(p.ring) < _out(p.before)]
    farther = [known_as(p) for p in moved if _out(p.ring) > _out(p.before)]
    return nearer, farther


def _out(ring: Ring | None) -> int:
    return 9 if not ring else int(ring)


def moves(circle: Circle) -> tuple[str, ...]:
    """Return who stands elsewhere than at the date compared with: "Lena: close, was wider circle".

    Who was not on the circle then is new.
    """
    return tuple(
        f"{known_as(p)}: {p.ring.label}, "
        + (f"was {p.before.label}" if p.before is not None else "new")
        for p in circle.people
        if p.ring is not None and (p.moved or (p.before is None and p.on_circle))
    )


def roughly(words: str) -> str:
    """Return the words for a time without "since" or "around", to put a word of ours before it."""
    return _LEADING.sub("", words) or words


def _tray(circle: Circle) -> list[str]:
    waiting = [known_as(p) for p in circle.people if p.ring is None]
    if len(waiting) == len(circle.people):
        return []  # said with how many they are
    return [f"Not placed yet: {listed(waiting)}."] if waiting else []


def _before(circle: Circle, audience: Audience) -> str:
    when = f"Before {roughly(circle.before_label)}" if circle.before_label else "Before"
    absent = [known_as(p) for p in circle.people if p.asked and p.ring is Ring.OFF]
    not_there = [f"{listed(absent)} not there yet"] if absent else []
    whom = audience.pick("everyone asked about", "everyone filled in")
    return _compared(when, circle, audience, not_there, f"{whom} was where they are now")


def _hoped(circle: Circle, audience: Audience) -> str:
    whom = audience.pick("everyone asked about", "everyone filled in")
    return _compared("Hoped for", circle, audience, [], f"as it is now, for {whom}")


def _compared(when: str, circle: Circle, audience: Audience, more: list[str], same: str) -> str:
    """Say who of those asked about is nearer or farther than now; `same` where nobody is."""
    asked = tuple(p for p in circle.people if p.asked)
    nearer, farther = _moves(asked)
    told = [f"{listed(nearer)} nearer than now"] if nearer else []
    told += [f"{listed(farther)} farther than now"] if farther else []
    told += more
    if asked and not told:
        told = [same]
    said = f"{when}: {'; '.join(told)}." if told else f"{when}."
    return " ".join([said, *_unasked(circle, audience)])


def _unasked(circle: Circle, audience: Audience) -> list[str]:
    unasked = [known_as(p) for p in circle.people if not p.asked]
    if not unasked:
        return []
    if len(unasked) == len(circle.people):
        label = audience.pick("Not asked yet", "Not filled in yet")
        return [f"{label}: everyone stands where they are now."]
    return [f"{audience.pick('Not asked', 'Not filled in yet')}: {listed(unasked)}."]


def noticed(
    circle: Circle,
    unsaid: tuple[str, ...] = (),
    audience: Audience = Audience.PRACTITIONER,
) -> list[str]:
    """Return what else the circle shows, one counted line each; `unsaid` names wishes' people."""
    living = [p for p in circle.people if p.life not in (Life.DIED, Life.LOST)]
    lines = [
        *_confidants(living, audience),
        *_friction(living, audience),
        *_balance(
            living,
            audience.pick(f"{circle.code} gives", "You give"),
            audience.pick("support", "help"),
        ),
        *_one_source(living, audience),
        *_away(circle),
    ]
    if unsaid:
        names = listed(sorted(set(unsaid)))
        lines.append(f"Wishes not said aloud: {len(unsaid)}, with {names}.")
    return lines


def _confidants(people: list[Placed], audience: Audience) -> list[str]:
    yes = [known_as(p) for p in people if p.confide == Confide.YES]
    some = [known_as(p) for p in people if p.confide == Confide.SOME]
    asked = [p for p in people if p.confide]
    if not asked:
        return []
    label = audience.pick("Can be told what matters", "You can tell what matters to")
    own = audience is Audience.CLIENT
    placed = [p for p in people if p.ring is not None]
    if own and 2 * len(asked) <= len(placed):
        return []  # of few it says little, and reads as a verdict
    told = [f"{label}: {listed(yes) if yes else 'no one so far'}."] if yes or not own else []
    return [" ".join((*told, f"Some of it: {listed(some)}."))] if some else told


def _friction(people: list[Placed], audience: Audience) -> list[str]:
    rated = [p for p in people if p.friction is not None]
    high = [known_as(p) for p in rated if p.friction is not None and p.friction >= 6]
    label = audience.pick("Friction 6 or more", "Tension of 6 or more")
    of = audience.pick("asked", "answered")
    return [f"{label}: {listed(high)} ({len(high)} of {len(rated)} {of})."] if high else []


def _balance(people: list[Placed], who_gives: str, what: str) -> list[str]:
    more = [
        f"{known_as(p)} ({p.gives} to {p.gets})"
        for p in people
        if p.gives is not None and p.gets is not None and p.gives - p.gets >= 3
    ]
    return [f"{who_gives} clearly more {what} than comes back: {listed(more)}."] if more else []


def _one_source(people: list[Placed], audience: Audience) -> list[str]:
    rated = [p for p in people if p.gets is not None]
    much = [p for p in rated if p.gets is not None and p.gets >= 5]
    if len(rated) < 3 or len(much) != 1:
        return []
    words = audience.pick("Support of 5 or more comes", "You get help of 5 or more")
    return [f"{words} from one person: {known_as(much[0])}."]


def _away(circle: Circle) -> list[str]:
    died = [known_as(p) for p in circle.people if p.life == Life.DIED]
    apart = [known_as(p) for p in circle.people if p.life == Life.ESTRANGED]
    told = []
    if died:
        told.append(f"{listed(died)} {'has' if len(died) == 1 else 'have'} died.")
    if apart:
        told.append(f"Out of touch: {listed(apart)}.")
    return [" ".join(told)] if told else []
