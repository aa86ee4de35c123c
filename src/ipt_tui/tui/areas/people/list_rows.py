"""The circle in its other form: a list, one person a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from ipt_tui.ipt.people import Confide, Quality, Ring, View
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.circle import Circle, Placed

ORDER = (Ring.CLOSEST, Ring.CLOSE, Ring.WIDER, Ring.OUTSIDE, Ring.OFF, None)


def people_rows(circle: Circle, audience: Audience) -> tuple[Row, ...]:
    """Return the people grouped by ring, nearest first; keys are their uids."""
    rows: list[Row] = []
    shown = [person for person in circle.people if not person.veiled]
    name = _column((f"  {person.glyph} {person.label}" for person in shown), 14, 22)
    kind = _column((person.kind for person in shown), 10, 20)
    for ring in ORDER:
        group = [p for p in circle.people if p.ring == ring]
        if group:
            title = ring.label if ring is not None else "not placed yet"
            rows.append(Row(None, (Cell(title, "label"),)))
            rows += [_row(person, audience, circle.view, (name, kind)) for person in group]
    return tuple(rows)


def _column(texts: Iterable[str], least: int, most: int) -> int:
    """Return how wide a column is that has these texts, and a space after them."""
    return max(least, min(most, max(map(cell_len, texts), default=0) + 1))


def _row(person: Placed, audience: Audience, view: View, widths: tuple[int, int]) -> Row:
    if person.veiled:
        return Row(person.uid, (Cell(f"  {VEIL} sensitive", "muted"),))
    numbers = []
    if person.friction is not None:
        numbers.append(f"{audience.pick('friction', 'tension')} {person.friction}")
    if person.gives is not None or person.gets is not None:
        gives, gets = _or_dash(person.gives), _or_dash(person.gets)
        numbers.append(
            audience.pick(f"gives {gives} gets {gets}", f"you help {gives}, they help {gets}")
        )
    if person.confide:
        numbers.append(f"{audience.pick('confide', 'can tell')} {Confide.say(person.confide)}")
    moved = ""
    if view is not View.BEFORE and person.moved and person.before is not None:
        moved = f"from {person.before.label} · "
    return Row(
        person.uid,
        (
            Cell(f"  {person.glyph} {person.label}", "" if person.asked else "muted", widths[0]),
            Cell(person.kind, "muted", widths[1]),
            Cell(Quality.say(person.quality) if person.quality else "", "", 11),
            Cell(moved + " · ".join(numbers), "muted"),
        ),
    )


def _or_dash(value: int | None) -> str:
    return "–" if value is None else str(value)
