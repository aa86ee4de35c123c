"""Going from person to person on the picture of the circle: in a direction, or round and round."""

from collections.abc import Iterable
from itertools import pairwise
from math import hypot, inf
from typing import Literal

from ipt_tui.ipt.braille import Point
from ipt_tui.ipt.placing import Placing, Spot

Direction = Literal["left", "right", "up", "down"]
Steps = dict[tuple[str, Direction], str]
"""Who is reached from somebody in a direction, by uid."""

ASIDE = 0.01
"""Dots by which those without room are told apart, should they belong to one cell."""


def order(placing: Placing) -> tuple[str, ...]:
    """Return everyone's uid, clockwise from the top, the inner ring first."""
    rings = placing.rings

    def turn(spot: Spot) -> tuple[int, float]:
        return spot.person.ring or 0, rings.angle(spot.cell)

    return tuple(spot.person.uid for spot in sorted(placing.spots + placing.hidden, key=turn))


def steps(placing: Placing) -> Steps:
    """Return who is nearest to whom in each direction, so that everyone can be reached.

    Looking for the nearest can leave somebody out whom nobody is nearest to. In that rare case
    left and right go through all of them from side to side.
    """
    dot = placing.rings.dot
    places = {spot.person.uid: dot(spot.cell) for spot in placing.spots}
    for index, spot in enumerate(placing.hidden, 1):
        x, y = dot(spot.cell)
        places[spot.person.uid] = x + ASIDE * index, y + ASIDE * index**2
    found = _nearest(places)
    if not _all_reached(found, places):
        for left, right in pairwise(sorted(places, key=lambda uid: places[uid])):
            found[left, "right"], found[right, "left"] = right, left
    return found


def _nearest(places: dict[str, Point]) -> Steps:
    """Return the nearest in each direction; who lies more ahead than aside goes first."""
    best: dict[tuple[str, Direction], tuple[bool, float, str]] = {}
    for uid, (x, y) in places.items():
        for other, (across, down) in places.items():
            for direction, ahead, aside in _ways(across - x, down - y):
                beside = aside > ahead
                rate = beside, hypot(ahead, aside) + beside * aside, other
                if ahead and rate < best.get((uid, direction), (True, inf, "")):
                    best[uid, direction] = rate
    return {way: other for way, (_, _, other) in best.items()}


def _ways(right: float, below: float) -> tuple[tuple[Direction, float, float], ...]:
    """Return the two directions somebody lies in, with the dots ahead and aside."""
    return (
        ("right" if right > 0 else "left", abs(right), abs(below)),
        ("down" if below > 0 else "up", abs(below), abs(right)),
    )


def _all_reached(found: Steps, everyone: Iterable[str]) -> bool:
    """Whether one can walk from each to each: from one to all, and from all to that one."""
    ways: dict[str, set[str]] = {uid: set() for uid in everyone}
    back: dict[str, set[str]] = {uid: set() for uid in everyone}
    for (uid, _), other in found.items():
        ways[uid].add(other)
        back[other].add(uid)
    return all(len(_reached(graph)) == len(graph) for graph in (ways, back))


def _reached(graph: dict[str, set[str]]) -> set[str]:
    reached = set(list(graph)[:1])
    new = list(reached)
    while new:
        more = graph[new.pop()] - reached
        reached |= more
        new.extend(more)
    return reached
