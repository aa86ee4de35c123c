"""What is looked at beside the note: each one value, in the pane that it has in its own area."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual.widget import Widget

from ipt_tui.ipt.content import load as load_content
from ipt_tui.ipt.people import View
from ipt_tui.ipt.questions import questions
from ipt_tui.ipt.timeline import Zoom
from ipt_tui.tui.areas.people.card_rows import card_rows
from ipt_tui.tui.areas.people.circle_pane import CirclePane
from ipt_tui.tui.areas.people.snapshots import Snapshots
from ipt_tui.tui.areas.picture_pane import PicturePane
from ipt_tui.tui.areas.talks.pane import TalkPane
from ipt_tui.tui.areas.timeline.pane import TimelinePane
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import cards, talks, timeline

if TYPE_CHECKING:
    from ipt_tui.ipt.card import Card
    from ipt_tui.ipt.inventory import Inventory
    from ipt_tui.ipt.talk import Talk
    from ipt_tui.ipt.timeline import Timeline
    from ipt_tui.ipt.walking import Direction
    from ipt_tui.tui.areas.inquiry import Ground


W = TypeVar("W", bound=Widget)
P = TypeVar("P", bound=PicturePane)


@dataclass
class Look(ABC, Generic[W]):
    """One thing looked at. `uid` is who or what is lit in it, None for nothing; `why` which it is.

    `LETTER` follows `ctrl+g`, `NAME` is how it is called, `AREA` the area one goes to for good.
    """

    LETTER: ClassVar[str]
    NAME: ClassVar[str]
    AREA: ClassVar[str]

    uid: str | None = None
    why: str = ""

    @abstractmethod
    async def read(self, ground: Ground) -> None:
        """Read what is shown, veiled as everywhere. Raises VaultError, Gone if it is not there."""

    @abstractmethod
    def pane(self) -> W:
        """Make the pane it is shown in."""

    @abstractmethod
    def fill(self, pane: W, ground: Ground) -> None:
        """Show in its pane what was read."""

    @abstractmethod
    def home(self, pane: W) -> Widget:
        """Return what of the pane has the focus while one is in it."""

    @property
    def veiled(self) -> frozenset[str]:
        """The uids with which it would be shown, none where nothing is veiled."""
        return frozenset()

    def walk(self, pane: W, direction: Direction) -> None:
        """Light what comes next in a direction."""

    def come_to(self, pane: W, uid: str) -> None:
        """Light something else."""


@dataclass
class CircleLook(Look[CirclePane]):
    """The circle of now."""

    LETTER, NAME, AREA = "c", "circle", "people"
    _found: Inventory | None = None

    async def read(self, ground: Ground) -> None:
        """Read the inventory."""
        self._found = await _inventory(ground)

    def pane(self) -> CirclePane:
        """Make the left pane of People."""
        return _seen_only(CirclePane(), 2)

    def fill(self, pane: CirclePane, ground: Ground) -> None:
        """Show the circle."""
        pane.show(self._found, View.NOW, Snapshots(), ground.today, ground.audience)
        pane.light(self.uid)

    def home(self, pane: CirclePane) -> Widget:
        """The picture."""
        return pane.body

    def walk(self, pane: CirclePane, direction: Direction) -> None:
        """Light the next person."""
        if uid := pane.picture.neighbour(direction):
            self.come_to(pane, uid)

    def come_to(self, pane: CirclePane, uid: str) -> None:
        """Light somebody else."""
        self.uid = uid
        pane.light(uid)


@dataclass
class PersonLook(Look[Rows]):
    """The card of one person."""

    LETTER, NAME, AREA = "p", "person", "people"
    _found: Inventory | None = None

    async def read(self, ground: Ground) -> None:
        """Read the inventory, of which it is one card."""
        self._found = await _inventory(ground)

    def pane(self) -> Rows:
        """Make the right pane of People."""
        return Rows(quiet=True, id="look-card")

    def fill(self, pane: Rows, ground: Ground) -> None:
        """Show the card, unfolded: here nothing is opened."""
        found, card = self._found, self._card
        if found is None or card is None:
            pane.rows = ()
            return
        pane.rows = card_rows(
            card, questions(load_content("card.toml")), code=found.circle.code, onset=found.onset,
            today=ground.today, audience=ground.audience, unfolded=True,
        )  # fmt: skip

    def home(self, pane: Rows) -> Widget:
        """The card."""
        return pane

    @property
    def _card(self) -> Card | None:
        return self._found.cards.get(self.uid or "") if self._found else None

    @property
    def veiled(self) -> frozenset[str]:
        """The person, while their card is veiled."""
        card = self._card
        return frozenset({card.uid}) if card is not None and card.veiled else frozenset()


@dataclass
class TimelineLook(Look[TimelinePane]):
    """The timeline around now, or around an entry."""

    LETTER, NAME, AREA = "l", "timeline", "timeline"
    _found: Timeline | None = None

    async def read(self, ground: Ground) -> None:
        """Read the month with the entry, else the last days."""
        read, starts = ground.vault.read, ground.day_starts_at
        around = None
        if self.uid:
            around = await read(timeline.day_of, ground.client, self.uid, starts)
        asked = timeline.Asked(
            ground.today, around=around, revealed=ground.revealed, day_starts_at=starts,
            audience=ground.audience,
        )  # fmt: skip
        self._found = await read(timeline.timeline, ground.client, asked)

    def pane(self) -> TimelinePane:
        """Make the pane of the timeline."""
        return _seen_only(TimelinePane(), 3)

    def fill(self, pane: TimelinePane, ground: Ground) -> None:
        """Show the days, lit the entry, else the last one."""
        found = self._found
        if found is not None and found.entry(self.uid) is None:
            self.uid = found.entries[-1].uid if found.entries else None
        pane.show(found, Zoom.MONTH, ground.audience)
        self._light(pane)

    def _light(self, pane: TimelinePane) -> None:
        pane.light(self.uid)
        pane.show_entry(self._found, self._found.entry(self.uid) if self._found else None)

    def home(self, pane: TimelinePane) -> Widget:
        """The picture."""
        return pane.body

    def walk(self, pane: TimelinePane, direction: Direction) -> None:
        """Light the next entry of the days on screen."""
        if uid := pane.picture.neighbour(direction):
            self.come_to(pane, uid)

    def come_to(self, pane: TimelinePane, uid: str) -> None:
        """Light another entry, and say what it is."""
        self.uid = uid
        self._light(pane)

    @property
    def veiled(self) -> frozenset[str]:
        """The entry that is lit, while it is veiled."""
        entry = self._found.entry(self.uid) if self._found else None
        return frozenset({entry.uid}) if entry is not None and entry.veiled else frozenset()


@dataclass
class EventLook(TimelineLook):
    """The timeline around what a line of the note became, or what last happened with someone."""

    LETTER, NAME = "e", "event"


@dataclass
class TalkLook(Look[TalkPane]):
    """One talk, as a table."""

    LETTER, NAME, AREA = "t", "talk", "talks"
    found: Talk | None = None

    async def read(self, ground: Ground) -> None:
        """Read the talk."""
        self.found = await ground.vault.read(
            talks.talk, self.uid or "", ground.today, ground.revealed, ground.day_starts_at
        )

    def pane(self) -> TalkPane:
        """Make the pane of a talk."""
        return TalkPane()

    def fill(self, pane: TalkPane, ground: Ground) -> None:
        """Show the talk."""
        pane.audience = ground.audience
        pane.open(self.found)

    def home(self, pane: TalkPane) -> Widget:
        """The rows of the talk."""
        return pane.rows

    @property
    def veiled(self) -> frozenset[str]:
        """The talk and its event, while it is veiled."""
        line = self.found.line if self.found else None
        return frozenset({line.uid, line.event}) if line and line.veiled else frozenset()


LOOKS: tuple[type[Look[Any]], ...] = (PersonLook, CircleLook, EventLook, TimelineLook, TalkLook)
"""In the order in which their letters are shown."""


async def _inventory(ground: Ground) -> Inventory:
    return await ground.vault.read(
        cards.inventory, ground.client, ground.today, View.NOW, None, ground.revealed
    )


def _seen_only(pane: P, tab: int) -> P:
    """Have a pane say how the first is added from a look, where a letter goes to the note."""
    pane.first_added = f"esc esc {tab} {pane.first_added}"
    return pane
