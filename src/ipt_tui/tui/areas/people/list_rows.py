"""The circle in its other form: a list, one person a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.people import Confide, Quality, Ring, View
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.circle import Circle, Placed

ORDER = (Ring.CLOSEST, Ring.CLOSE, Ring.WIDER, Ring.OUTSIDE, Ring.OFF, None)


def people_rows(circle: Circle, audience: Audience) -> tuple[Row, ...]:
    """Return the people grouped by ring, nearest first; keys are their uids."""
    rows: list[Row] = []
    for ring in ORDER:
        group = [p for p in circle.people if p.ring == ring]
        if group:
            title = ring.label if ring is not None else "not placed yet"
            rows.append(Row(None, (Cell(title, "label"),)))
            rows += [_row(person, audience, circle.view) for person in group]
    return tuple(rows)


def _row(person: Placed, audience: Audience, view: View) -> Row:
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
            Cell(f"  {person.glyph} {person.label}", "" if person.asked else "muted", 22),
            Cell(person.kind, "muted", 14),
            Cell(Quality.say(person.quality) if person.quality else "", "", 11),
            Cell(moved + " · ".join(numbers), "muted"),
        ),
    )


def _or_dash(value: int | None) -> str:
    return "–" if value is None else str(value)
