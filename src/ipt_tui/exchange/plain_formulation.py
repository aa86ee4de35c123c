"""The formulation as plain lines: for any terminal, for screen readers, for pasting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.plain import line, spaced, wrapped
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.formulation import parts, state, title
from ipt_tui.ipt.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ipt_tui.ipt.formulation import Formulation

NONE_YET = "Nothing is said yet of how it hangs together."
VEILED = "veiled (sensitive)"
EMPTY = "nothing in it yet"


def formulation_lines(
    versions: Sequence[Formulation],
    audience: Audience,
    today: date,
    *,
    width: int | None = None,
) -> list[str]:
    """Return the versions as lines, the newest first; a client reads the newest paragraph alone.

    What stands in “…” are the client's own words, as they were typed.

    Args:
        versions: The oldest first.
        audience: For whom the lines are worded.
        today: The day it is read on.
        width: In cells; lines are wrapped only if it is given.
    """
    if not versions:
        return wrapped([title(audience), NONE_YET], width)
    newest = versions[-1]
    if audience is Audience.CLIENT:
        return wrapped([title(audience), "", *_paragraph(newest)], width)
    told = [f"{newest.code}, {title(audience).casefold()}"]
    for version in reversed(versions):
        told += ["", line(state(version, today)), *_paragraph(version)]
        told += _parts(version) if version is newest else ()
    return wrapped(told, width)


def _paragraph(version: Formulation) -> list[str]:
    if version.veiled:
        return [VEILED]
    return [line(each) for each in clean(version.paragraph).splitlines()] or [EMPTY]


def _parts(version: Formulation) -> Iterator[str]:
    """Yield the parts it grew from, and what is ticked, in words of their own."""
    told = [
        f"{part.label}: {version.parts[part.id]}" for part in parts() if _told(version, part.id)
    ]
    ticked = [
        _ticked(each.words, each.when) for each in version.offered if each.uid in version.ticked
    ]
    yield from spaced(line(each) for each in told)
    if ticked:
        yield line(f"ticked: {'; '.join(ticked)}")


def _told(version: Formulation, part: str) -> bool:
    return bool(version.parts.get(part))


def _ticked(words: str, when: str) -> str:
    return f"{words} ({when})" if when else words
