"""The table of results, for the terminal and for docs/performance.md."""

from __future__ import annotations

import importlib.metadata
import platform
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ipt_tui import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.rounds import Result
    from benchmarks.world import World

BEGIN, END = "<!-- figures begin -->", "<!-- figures end -->"
_HEAD = ("figure", "ratio", "rounds", "budget", "met", "measured", "floor", "floor is")


def rows(results: Sequence[Result]) -> list[tuple[str, ...]]:
    """Return the cells of the table under their headings."""
    return [_HEAD, *(_row(result) for result in results)]


def _row(result: Result) -> tuple[str, ...]:
    figure = result.figure
    ratio, spread = f"{result.ratio:.2f} ×", f"{result.least:.2f}–{result.most:.2f}"
    budget = "–" if figure.budget is None else f"≤ {figure.budget:.1f} ×"
    if figure.over_floor is not None:
        ratio, spread, budget = "–", "–", f"≤ floor + {figure.over_floor:g} {figure.unit}"
    met = {True: "yes", False: "no", None: "–"}[result.met]
    values = (f"{value:.1f} {figure.unit}" for value in (result.value, result.floor))
    return (figure.what, ratio, spread, budget, met, *values, result.against)


def plain(results: Sequence[Result]) -> str:
    """Return the table for a terminal."""
    table = rows(results)
    widths = [max(len(row[n]) for row in table) for n in range(len(_HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    )


def markdown(results: Sequence[Result], world: World, rounds: int) -> str:
    """Return the table for the docs, with when and in which versions it was measured."""
    head, *body = rows(results)
    lines = [_said(world, rounds), "", _line(head), _line(("---",) * len(head))]
    return "\n".join([*lines, *(_line(row) for row in body)])


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _said(world: World, rounds: int) -> str:
    versions = {
        name: importlib.metadata.version(name)
        for name in ("textual", "rich", "sqlmodel", "sqlcipher3")
    }
    told = ", ".join(f"{name} {version}" for name, version in versions.items())
    return (
        f"Measured on {datetime.now(UTC):%d %B %Y}: ipt-tui {__version__}, "
        f"Python {platform.python_version()}, "
        f"{told}, {platform.system()} {platform.machine()}, {rounds} rounds after one to warm up, "
        f"a big vault of {world.big_clients} clients."
    )


def write(path: Path, text: str) -> None:
    """Put the table between its marks in the file at `path`, which keeps its other words."""
    words = path.read_text()
    before, _, rest = words.partition(BEGIN)
    after = rest.partition(END)[2]
    path.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}")
