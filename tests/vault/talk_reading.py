"""Reading talks in tests: one opened, the list of them, and what stands on the timeline."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.ipt.timeline import Zoom
from ipt_tui.vault import noting, talks, timeline, transfer
from ipt_tui.vault.timeline import Asked
from tests.vault.world import NOW, TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.talk import Talk, Talks
    from ipt_tui.ipt.timeline import Timeline
    from tests.vault.world import World


def opened(world: World, uid: str = "", *revealed: str) -> Talk:
    """Return a talk as it stands, the one of the small record if no other is named."""
    return world.vault.read(talks.talk, uid or world.talk, TODAY, frozenset(revealed))


def listed(world: World, *revealed: str, person: str | None = None) -> Talks:
    """Return the talks of the client as they stand in the list."""
    return world.vault.read(talks.talks, world.client, TODAY, person, frozenset(revealed))


def said(world: World, uid: str = "") -> list[tuple[str, str]]:
    """Return who said what in a talk."""
    return [(turn.speaker, turn.said) for turn in opened(world, uid).turns]


def rows(world: World, table: str) -> list[dict[str, Any]]:
    """Return all of a table, as a file would hold it."""
    return world.vault.read(transfer.dump)[table]


def month(world: World, *revealed: str, zoom: Zoom = Zoom.MONTH) -> Timeline:
    """Return the timeline around today."""
    return world.vault.read(
        timeline.timeline, world.client, Asked(TODAY, zoom, revealed=frozenset(revealed))
    )


def note(world: World, mark: Mark, text: str, *names: str, at: Moment = NOW, value: int = 5) -> str:
    """Put one more event, mood or line on the timeline; return its uid."""
    named = tuple(Mentioned(name, name) for name in names)
    piece = Captured(
        mark, 0, text, text, value if mark is Mark.MOOD else None, moment=at, names=named
    )
    return world.vault.write(noting.note, world.client, (piece,), at).uids[0]


def texts(held: Any) -> Iterator[str]:
    """Yield every text in a value, however deep it lies."""
    if isinstance(held, str):
        yield held
    elif is_dataclass(held):
        for field in fields(held):
            yield from texts(getattr(held, field.name))
    elif isinstance(held, tuple | list | frozenset | set):
        for inner in held:
            yield from texts(inner)
    elif hasattr(held, "items"):
        yield from _in_mapping(held)


def _in_mapping(held: Mapping[Any, Any]) -> Iterator[str]:
    for key, inner in held.items():
        yield from texts(key)
        yield from texts(inner)
