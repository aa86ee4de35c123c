"""The interpersonal inventory as one value: the circle and everybody's card."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ipt_tui.ipt.card import Card
from ipt_tui.ipt.circle import Circle
from ipt_tui.ipt.kinds import Kinds


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
