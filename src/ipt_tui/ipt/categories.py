"""What sort of thing an event was, and the lane of the timeline it is drawn in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.content import load
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.words import Vocabulary

FILE = "events.toml"


class Lane(Vocabulary):
    """A row of the timeline in which events of one kind stand."""

    FRICTION = "friction", "friction"
    CONTACT = "contact", "contact"
    CHANGE = "change", "change"
    LOSS = "loss", "loss"
    HEALTH = "health", "health"
    OTHER = "other", "other"

    @property
    def glyph(self) -> str:
        """The sign of its events, one cell wide."""
        return _GLYPHS[self]


_GLYPHS = {
    Lane.FRICTION: "◆",
    Lane.CONTACT: "●",
    Lane.CHANGE: "■",
    Lane.LOSS: "▼",
    Lane.HEALTH: "○",
    Lane.OTHER: "○",
}


@dataclass(frozen=True, slots=True)
class Category:
    """A category of events. `id` is what is kept, `client` how it is said to the client."""

    id: str
    label: str
    client: str
    lane: Lane
    aliases: tuple[str, ...] = ()


@cache
def categories() -> tuple[Category, ...]:
    """Return every category there is, in the order in which they are offered."""
    return tuple(
        Category(
            entry["id"],
            entry["label"],
            entry.get("client", entry["label"]),
            Lane.read(entry["lane"]) or Lane.OTHER,
            tuple(entry.get("aliases", ())),
        )
        for entry in load(FILE)["category"]
    )


def find(word: str) -> Category | None:
    """Return the category that a whole text says by its id, its label or an alias."""
    return _by_word().get(_key(word))


def label(kept: str, audience: Audience = Audience.PRACTITIONER) -> str:
    """Return how a kept category is said; one that is not known is said as it stands."""
    category = _by_id().get(kept)
    if category is None:
        return kept
    return audience.pick(category.label, category.client)


def lane(kept: str) -> Lane:
    """Return the lane of a kept category, OTHER for one that is not known or not given."""
    category = _by_id().get(kept)
    return category.lane if category else Lane.OTHER


@cache
def _by_id() -> Mapping[str, Category]:
    return {category.id: category for category in categories()}


@cache
def _by_word() -> Mapping[str, Category]:
    return {
        _key(word): category
        for category in categories()
        for word in (*category.aliases, category.client, category.label, category.id)
    }


def _key(word: str) -> str:
    """Return what is left of a word when nothing but letters counts."""
    return "".join(char for char in folded(word) if char.isalpha())
