"""The circle as plain lines: for any terminal, for screen readers, for pasting.

No line relies on its place, a sign or a colour: ring, quality and death stand there as words.
What people wrote is cleaned of anything that could steer a terminal.
"""

from collections.abc import Iterable, Iterator

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.circle_words import VEILED, noticed, roughly, sentence
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.people import Life, Quality, Ring, View
from ipt_tui.ipt.text import cells, clean
from ipt_tui.ipt.wrapping import wrap

SENSITIVE = f"{VEILED} (sensitive)"
NOBODY = "No one is on the circle yet."
NOT_PLACED = "not placed yet"

_RINGS = (Ring.CLOSEST, Ring.CLOSE, Ring.WIDER, Ring.OUTSIDE, None, Ring.OFF)
_LIFE_SAID = (Life.DIED, Life.ESTRANGED, Life.EXPECTED, Life.LOST, Life.OTHER)


def circle_lines(
    circle: Circle,
    audience: Audience = Audience.PRACTITIONER,
    *,
    unsaid: tuple[str, ...] = (),
    width: int | None = None,
) -> list[str]:
    """Return the circle as lines: heading, one line a person by ring, sentence, what is noticed.

    Args:
        circle: What to tell.
        audience: Whether "K7" or "you" is spoken of.
        unsaid: For each wish not said aloud, the name it is about; see `circle_words.noticed`.
        width: In cells; lines are wrapped only if it is given.
    """
    people = [
        line(f"{_place(ring)}: {_person(person, circle, audience)}")
        for ring in _RINGS
        for person in circle.people
        if person.ring is ring
    ]
    told = [sentence(circle, audience)]
    if circle.view is View.NOW:
        told += noticed(circle, unsaid, audience)
    heading = line(_heading(circle, audience))
    return wrapped([heading, "", *(people or [NOBODY]), *spaced(map(line, told))], width)


def line(text: str) -> str:
    """Return a text as one line without anything that could steer a terminal."""
    return " ".join(clean(text).split())


def spaced(lines: Iterable[str]) -> list[str]:
    """Return the lines that are not empty, after an empty one if there are any."""
    kept = [text for text in lines if text]
    return ["", *kept] if kept else []


def wrapped(lines: Iterable[str], width: int | None) -> list[str]:
    """Return the lines without trailing spaces, each at most `width` cells if that is given."""
    if width is None:
        return [text.rstrip() for text in lines]
    return [part.rstrip() for text in lines for part in wrap(text.rstrip(), width, cells)]


def _heading(circle: Circle, audience: Audience) -> str:
    whose = "Your circle" if audience is Audience.CLIENT else f"{circle.code}, circle"
    if circle.view is View.NOW:
        since = f", compared with {short(circle.since)}" if circle.since else ""
        return f"{whose} on {short(circle.on)}{since}"
    label = circle.view.label
    if circle.view is View.BEFORE and circle.before_label:
        label = f"{label} {roughly(circle.before_label)}"
    return f"{whose} {label}, as told by {short(circle.on)}, compared with now"


def _place(ring: Ring | None) -> str:
    return NOT_PLACED if ring is None else ring.label


def _person(person: Placed, circle: Circle, audience: Audience) -> str:
    if person.veiled:
        return ", ".join([SENSITIVE, *_shift(person, circle, audience)])
    parts = [person.name, person.kind, _life(person)]
    if circle.view is View.NOW:  # ratings are of now, so they say nothing of other views
        parts.append(Quality.say(person.quality))
        parts.append(_friction(person, audience))
    return ", ".join([*filter(None, parts), *_shift(person, circle, audience)])


def _friction(person: Placed, audience: Audience) -> str:
    """Return how much friction there is; nobody who has died is in friction."""
    gone = Life.read(person.life) in (Life.DIED, Life.LOST)
    if gone or person.friction is None:
        return ""
    return f"{audience.pick('friction', 'tension')} {person.friction}"


def _life(person: Placed) -> str:
    """Return what is to be said of their life, which a lost pregnancy has said already."""
    life = Life.read(person.life)
    said_already = life is Life.LOST and person.kind
    return Life.say(person.life) if life in _LIFE_SAID and not said_already else ""


def _shift(person: Placed, circle: Circle, audience: Audience) -> Iterator[str]:
    """Say where they stand at the date compared with, or that nobody has asked."""
    if not person.asked:
        yield audience.pick("not asked", "not filled in yet")
    elif person.moved and person.before is not None:
        verb = "was" if circle.view is View.NOW else "now"
        yield f"{verb} {person.before.label}"
    elif circle.view is View.NOW and circle.since and person.before is None and person.on_circle:
        yield "new"
