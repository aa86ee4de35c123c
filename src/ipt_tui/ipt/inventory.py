"""The interpersonal inventory as one value: the circle and everybody's card."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ipt_tui.ipt.card import Card
from ipt_tui.ipt.circle import Circle
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.ipt.people import Quality

DANGER = frozenset(("quality", "argue_outcome"))
"""The fields of a card that say whether somebody is safe to be with."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """Everything the People screen shows of one client on one date.

    `cards` are by the person's uid. `unsaid` names, for each wish of the client that has not
    been said aloud, the person it is about. `onset` is when the low mood began, as it was said.
    """

    circle: Circle
    cards: Mapping[str, Card]
    kinds: Kinds
    unsaid: tuple[str, ...] = ()
    onset: str = field(default="")

    def looked_on(self) -> "Inventory":
        """Return it without the mark of who is not safe to be with: who looks on may be the one."""
        people = tuple(
            replace(one, quality=None) if Quality.read(one.quality) is Quality.UNSAFE else one
            for one in self.circle.people
        )
        return replace(self, circle=replace(self.circle, people=people))
