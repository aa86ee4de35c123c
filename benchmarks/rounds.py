"""The rounds: every pair of scenes in turn, first one first, then the other."""

from __future__ import annotations

import statistics
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.figures import Figure, Pair
    from benchmarks.scenes import Measures
    from benchmarks.world import World


@dataclass(slots=True)
class Measured:
    """What the rounds gave for one pair: the program's measures and its floor's, round by round."""

    pair: Pair
    rounds: list[tuple[Measures, Measures]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Result:
    """One figure measured: medians, and the median of the ratios within each round."""

    figure: Figure
    against: str
    value: float
    floor: float
    ratio: float
    least: float
    most: float

    @property
    def met(self) -> bool | None:
        """Whether the budget is met; None where there is none."""
        if self.figure.over_floor is not None:
            return self.value <= self.floor + self.figure.over_floor
        return None if self.figure.budget is None else self.ratio <= self.figure.budget


def run(pairs: Sequence[Pair], world: World, rounds: int, *, warm_up: bool) -> list[Result]:
    """Run the pairs and return their results; a scene that fails is told and left out."""
    measured = [Measured(pair) for pair in pairs]
    for number in range(-1 if warm_up else 0, rounds):
        for one in measured:
            word = f"round {number + 1} of {rounds}" if number >= 0 else "to warm up"
            print(f"{word}: {one.pair.name}", file=sys.stderr, flush=True)
            both = _once(one.pair, world, turned=bool(number % 2))
            if both and number >= 0:
                one.rounds.append(both)
    return [result for one in measured for result in results(one)]


def _once(pair: Pair, world: World, *, turned: bool) -> tuple[Measures, Measures] | None:
    try:
        if turned:
            floor = pair.floor(world)
            return pair.program(world), floor
        return pair.program(world), pair.floor(world)
    except RuntimeError as error:
        print(f"{pair.name} could not be measured: {error}", file=sys.stderr, flush=True)
        return None


def results(measured: Measured) -> list[Result]:
    """Return the results of one pair."""
    found = []
    for figure in measured.pair.figures:
        pairs = [
            (program[figure.measure], floor[figure.floor])
            for program, floor in measured.rounds
            if figure.measure in program and figure.floor in floor
        ]
        if pairs:
            ratios = [mine / theirs if theirs else 0.0 for mine, theirs in pairs]
            found.append(
                Result(
                    figure,
                    "the key derivation" if figure.floor == "derivation" else measured.pair.against,
                    statistics.median(mine for mine, _ in pairs),
                    statistics.median(theirs for _, theirs in pairs),
                    statistics.median(ratios),
                    min(ratios),
                    max(ratios),
                )
            )
    return found
