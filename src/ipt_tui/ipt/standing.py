"""How people stand on a date, read from dated records in which a missing field is unchanged."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.people import Ring, View


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as recorded, without what changes over time. `added` is an ISO date."""

    uid: str
    name: str
    kind: str
    life: str
    sensitive: bool
    added: str


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One dated standing of one person, as recorded. `day` is an ISO date."""

    person_uid: str
    view: str
    day: str
    ring: int | None = None
    quality: str | None = None
    contact: str | None = None
    gives: int | None = None
    gets: int | None = None
    friction: int | None = None
    confide: str | None = None
    why: str = ""


_LASTING = tuple(
    f.name for f in fields(StandingRow) if f.name not in ("person_uid", "view", "day", "why")
)


def effective(rows: Iterable[StandingRow], view: str, on: str) -> StandingRow | None:
    """Return how one person stands in `view` on the ISO date `on`, None if nothing is known.

    The newest given value of each field counts; `why` is that of the newest row with a ring.
    """
    known: StandingRow | None = None
    for row in sorted(rows, key=lambda row: row.day):
        if row.view != view or row.day > on:
            continue
        given = {n: getattr(row, n) for n in _LASTING if getattr(row, n) is not None}
        if row.ring is not None:
            given["why"] = row.why
        known = replace(known, day=row.day, **given) if known else row
    return known


def ring_of(row: StandingRow | None) -> Ring | None:
    """Return the ring of a standing, None where nobody has placed them."""
    return None if row is None or row.ring is None else Ring(row.ring)


@dataclass(frozen=True, slots=True)
class Whose:
    """The client whose circle is drawn: what the circle needs to know of them."""

    uid: str
    code: str
    before_label: str = ""


def build(
    client: Whose,
    people: Sequence[PersonRow],
    standings: Iterable[StandingRow],
    view: View,
    on: date,
    since: date | None = None,
    revealed: frozenset[str] = frozenset(),
) -> Circle:
    """Return the circle of `client` in `view` on `on`.

    The view *now* is compared with the date `since`, by default the first day on which anybody
    was placed; *before* and *hoped for* are compared with *now*, from which they also inherit
    the place (not `asked`) until moved. People added after `on` are left out. Somebody
    sensitive comes veiled, without name and kind, unless the uid is in `revealed`.
    """
    by_person: dict[str, list[StandingRow]] = defaultdict(list)
    for row in standings:
        by_person[row.person_uid].append(row)
    day = on.isoformat()
    there = [p for p in people if p.added <= day]
    snapshots = _snapshots(by_person, view, day)
    if view is View.NOW and since is None and snapshots and snapshots[0] < on:
        since = snapshots[0]
    if view is not View.NOW:
        since = None
    placed = []
    for person in there:
        rows = by_person[person.uid]
        now = effective(rows, View.NOW, day)
        drawn = _drawn(person, now, effective(rows, view, day), view)
        if view is View.NOW:
            compared = effective(rows, View.NOW, since.isoformat()) if since else None
        else:
            compared = now
        drawn = replace(drawn, before=ring_of(compared))
        placed.append(_veil(drawn, person, revealed))
    return Circle(
        client.uid, client.code, view, on, since, client.before_label, tuple(placed), snapshots
    )


def _snapshots(by_person: dict[str, list[StandingRow]], view: View, day: str) -> tuple[date, ...]:
    days = {
        row.day
        for rows in by_person.values()
        for row in rows
        if row.view == view and row.ring is not None and row.day <= day
    }
    return tuple(date.fromisoformat(day) for day in sorted(days))


def _drawn(
    person: PersonRow, now: StandingRow | None, own: StandingRow | None, view: View
) -> Placed:
    ring = ring_of(own)
    asked = ring is not None or view is View.NOW
    return Placed(
        uid=person.uid,
        name=person.name,
        kind=person.kind,
        ring=ring if asked else ring_of(now),
        asked=asked,
        quality=now.quality if now else None,
        life=person.life,
        friction=now.friction if now else None,
        gives=now.gives if now else None,
        gets=now.gets if now else None,
        confide=now.confide if now else None,
        why=own.why if own else "",
    )


def _veil(placed: Placed, person: PersonRow, revealed: frozenset[str]) -> Placed:
    if not person.sensitive or person.uid in revealed:
        return placed
    return Placed(
        uid=placed.uid,
        name="",
        ring=placed.ring,
        asked=placed.asked,
        before=placed.before,
        veiled=True,
    )
