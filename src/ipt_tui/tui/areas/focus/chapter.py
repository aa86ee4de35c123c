"""A chapter of Focus: what it lists, what it shows of what is lit, and what each key does there."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipt_tui.tui.areas.focus.area import FocusArea
    from ipt_tui.tui.widgets.row import Row


class Chapter(ABC):
    """Reads its own part of the record, and answers for the rows it lists.

    The keys of its rows in the list begin with `name`, alone ("contract") or before a colon and a
    uid ("goal:<uid>"). `lit` is the key under the cursor of the list, `row` that of the pane, None
    while one is not in the pane.
    """

    name: ClassVar[str]
    keep_apart: ClassVar[bool] = True
    """Whether an empty line stands above it in the list."""

    def __init__(self, area: FocusArea) -> None:
        """Belong to an area: it reads, asks and writes there."""
        self.area = area

    @property
    def lit(self) -> str:
        """The key of its row under the cursor of the list, "" where that is another's."""
        key = self.area.listing.cursor or ""
        return key if self.owns(key) else ""

    @property
    def row(self) -> str | None:
        """The key of the row under the cursor of the pane, None while one is not there."""
        return self.area.pane.cursor if self.area.in_pane else None

    def owns(self, key: str) -> bool:
        """Whether a key of the list is one of its own."""
        return key.partition(":")[0] == self.name

    @abstractmethod
    async def read(self) -> None:
        """Read its part of the record of the client in hand. Raises VaultError."""

    @abstractmethod
    def forget(self) -> None:
        """Hold nothing any more: another client comes."""

    @abstractmethod
    def listed(self) -> tuple[Row, ...]:
        """Return its rows of the list."""

    @abstractmethod
    def shown(self, key: str) -> tuple[Row, ...]:
        """Return the rows of the pane for one of its rows of the list."""

    @property
    @abstractmethod
    def doing(self) -> Mapping[str, Callable[[], object]]:
        """What each key does where the cursor is, by its action ("new", "edit", "choose").

        An action that is not named here does nothing now, and the key line does not offer it.
        """

    def shows(self, uid: str) -> bool:  # noqa: ARG002
        """Whether something is there to be asked about, and not veiled."""
        return False

    def stands_at(self, key: str) -> str | None:  # noqa: ARG002
        """Return the row of the pane that a question is about, None where it is no row's."""
        return None
