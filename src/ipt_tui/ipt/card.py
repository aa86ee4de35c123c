"""A person's card as one value: what was told of them, what is wanted, what became of it."""

from dataclasses import dataclass, field
from datetime import datetime

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.people import Ring, Whose


@dataclass(frozen=True, slots=True)
class ExpectationLine:
    """One expectation as it stands on the card's date.

    `said` is None while nobody has asked whether it was said aloud. The days are ISO dates.
    """

    uid: str
    whose: str
    text: str
    realistic: str
    said: bool | None
    said_on: str | None
    met: str | None
    met_on: str | None
    updated_at: datetime


def who_wants(line: ExpectationLine, name: str, code: str, audience: Audience) -> str:
    """Return whose expectation it is: "I want", "K7 wants", or with the person's `name`."""
    if line.whose != Whose.MINE:
        return f"{name} wants"
    return "I want" if audience is Audience.CLIENT else f"{code} wants"


@dataclass(frozen=True, slots=True)
class Move:
    """One dated standing: where to, and why."""

    uid: str
    view: str
    day: str
    ring: Ring | None
    why: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class TieLine:
    """A tie as seen from the card's person: `name` is their `kind` ("Noor", "child")."""

    uid: str
    other_uid: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A line elsewhere that names the person, exactly as it was typed."""

    where: str
    line: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything about one person on one date.

    `values` holds the told fields and the standing of now by their field names; an absent or
    empty one has not been told. `named_in` counts the entries of the timeline that name them, a
    mood with its event being one; `latest` is the newest dated event of these, with its day.
    `talks` counts the talks that were with them, `talked` is the ISO date of the newest. `concern`
    is the ISO date since which a concern about them is open, for the practitioner alone.
    A veiled card holds nothing but its uid.
    """

    uid: str
    client_uid: str
    name: str = ""
    values: dict[str, str | int | bool | None] = field(default_factory=dict)
    now: Ring | None = None
    before: Ring | None = None
    hoped: Ring | None = None
    expectations: tuple[ExpectationLine, ...] = ()
    moves: tuple[Move, ...] = ()
    ties: tuple[TieLine, ...] = ()
    mentions: tuple[Mention, ...] = ()
    named_in: int = 0
    latest: str = ""
    talks: int = 0
    talked: str = ""
    concern: str = ""
    updated_at: datetime | None = None
    veiled: bool = False

    def text(self, name: str) -> str:
        """Return a told field as text, "" if not told."""
        value = self.values.get(name)
        return "" if value is None or isinstance(value, bool) else str(value)

    @property
    def heading(self) -> str:
        """Return the name with what they are: "partner since 2017 · closest"."""
        parts = [self.text("kind")]
        if since := self.text("since_words"):
            parts[0] = f"{parts[0]} since {since}".strip()
        if died := self.text("died_words"):
            parts.append(f"died {died}")
        elif self.text("life") == "died":
            parts.append("died")
        elif self.text("life") == "estranged":
            parts.append("out of touch")
        if self.now is not None:
            parts.append(self.now.label)
        return " · ".join(part for part in parts if part)
