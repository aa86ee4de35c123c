"""The chapter of the halfway look: what was said at it, and the way to its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.course import halfway_at
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.halfway import FIELDS, VEILED, answer_words, question
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.areas.focus.chapter import Chapter
from ipt_tui.tui.screens.halfway.opening import open_halfway
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.vault import halfways

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ipt_tui.ipt.halfway import Told

ENTER = "enter opens it: scores, goals and circle at the start and now, and what is asked."
NAME, LABEL = 14, 24


class HalfwayChapter(Chapter):
    """Lists the halfway look in one row; it is looked at on a screen of its own."""

    name = "halfway"
    look: Told | None = None

    async def read(self) -> None:
        """Read the course of the client in hand. Raises VaultError."""
        ground = self.area.ground
        self.look = await ground.vault.read(
            halfways.told, ground.client, ground.today, ground.revealed
        )

    def forget(self) -> None:
        """Hold nothing any more."""
        self.look = None

    def listed(self) -> tuple[Row, ...]:
        """Return its one row; none where there is no course."""
        if self.look is None:
            return ()
        title = Cell("Halfway look", "strong", NAME)
        return (Row(self.name, (title, Cell(self._when(self.look), "muted"))),)

    def _when(self, look: Told) -> str:
        """Return when it was, or in which session it is due; "" in an open course."""
        if look.said is not None:
            return short(look.said.day, look.today)
        number = halfway_at(look.planned)
        session = self.area.ipt.audience.pick("session", "meeting")
        return f"in {session} {number}" if number else ""

    def shown(self, key: str) -> tuple[Row, ...]:  # noqa: ARG002
        """Return what was said at it."""
        return tuple(self._told(self.look)) if self.look is not None else ()

    def _told(self, look: Told) -> Iterator[Row]:
        yield Row(None, (Cell("Halfway look", "heading"),))
        if look.said is not None and look.said.veiled:
            yield Row(None, (Cell(f"{VEIL} {VEILED}", "muted"),), wraps=True)
        elif look.said is not None:
            for field in FIELDS:
                label = Cell(question(field, self.area.ipt.audience), "label", LABEL, wraps=True)
                yield Row(None, (label, Cell(answer_words(look, field))), wraps=True)
        yield Row(None)
        yield Row(f"{self.name}:open", (Cell(ENTER, "accent"),), wraps=True)

    @property
    def doing(self) -> Mapping[str, Callable[[], object]]:
        """Enter and e open its screen."""
        if self.look is None:
            return {}
        return {what: lambda: open_halfway(self.area.ipt) for what in ("open", "edit")}
