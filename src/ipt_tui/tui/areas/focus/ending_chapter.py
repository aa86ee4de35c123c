"""The chapter of the ending: where the course is, what is told, and the way to its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.ending import course_words, spoken_words
from ipt_tui.ipt.ending_words import shipped
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.areas.focus.chapter import Chapter
from ipt_tui.tui.screens.course_opening import open_ending
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.vault import endings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ipt_tui.ipt.ending import EndingTold

NOT_NEAR = "Its time is still to come; what is told here now is kept for then."
STAYS = "The ending belongs to its course; enter opens it, and each of its parts can be emptied."
ENTER = "enter opens it: its parts, then and now, and the page that is taken along."
_LABEL = 26


class EndingChapter(Chapter):
    """Lists the ending in one row; it is told on a screen of its own."""

    name = "ending"
    ending: EndingTold | None = None

    async def read(self) -> None:
        """Read the ending of the course of the client in hand. Raises VaultError."""
        ground = self.area.ground
        self.ending = await ground.vault.read(
            endings.told, ground.client, ground.today, ground.revealed, ground.day_starts_at
        )

    def forget(self) -> None:
        """Hold nothing any more."""
        self.ending = None

    def listed(self) -> tuple[Row, ...]:
        """Return its one row; none where there is no course."""
        if self.ending is None:
            return ()
        where = self.area.ipt.audience.pick(course_words(self.ending), spoken_words(self.ending))
        cells = (Cell("Ending", "strong", 9), Cell(where, "muted"))
        return (Row(self.name, cells, wraps=True),)

    def shown(self, key: str) -> tuple[Row, ...]:  # noqa: ARG002
        """Return where the course is, and what is told so far."""
        return tuple(self._told(self.ending)) if self.ending is not None else ()

    def _told(self, ending: EndingTold) -> Iterator[Row]:
        yield Row(None, (Cell("Ending", "heading"),))
        if self.area.ipt.audience is Audience.PRACTITIONER:
            yield Row(None, (Cell(course_words(ending), "label"),), wraps=True)
        spoken = spoken_words(ending)
        if not ending.is_near and ending.course.ended is None:
            spoken = NOT_NEAR
        if spoken:
            yield Row(None, (Cell(spoken, "strong"),), wraps=True)
        yield Row(None)
        for part in shipped().parts:
            text = VEIL if part.key in ending.veiled else part.says(ending.texts.get(part.key, ""))
            if text:
                cells = (Cell(part.title, "label", _LABEL, wraps=True), Cell(text))
                yield Row(f"{self.name}:{part.key}", cells, wraps=True)
        yield Row(None)
        yield Row(f"{self.name}:open", (Cell(ENTER, "accent"),), wraps=True)

    @property
    def doing(self) -> Mapping[str, Callable[[], object]]:
        """Enter and e open its screen."""
        if self.ending is None:
            return {}
        does: dict[str, Callable[[], object]] = dict.fromkeys(
            ("open", "edit"), lambda: open_ending(self.area.ipt)
        )
        return {**does, "remove": lambda: self.area.ipt.tell(STAYS)}
