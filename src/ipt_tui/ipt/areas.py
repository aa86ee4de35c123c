"""The problem areas of IPT, and the words by which they are named."""

from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.words import Vocabulary


class Area(Vocabulary):
    """A problem area."""

    GRIEF = "grief", "grief"
    DISPUTE = "role_dispute", "dispute"
    TRANSITION = "role_transition", "transition"
    DEFICITS = "interpersonal_deficits", "loneliness"
    OTHER = "other"


_ALIASES = {
    "loss": Area.GRIEF,
    "bereavement": Area.GRIEF,
    "disputes": Area.DISPUTE,
    "transitions": Area.TRANSITION,
    "change": Area.TRANSITION,
    "isolation": Area.DEFICITS,
    "deficits": Area.DEFICITS,
    "sensitivities": Area.DEFICITS,
}


def find(word: str) -> Area | None:
    """Return the area that a word names by its kept word, its label or an alias."""
    return _BY_WORD.get(_key(word))


def _key(word: str) -> str:
    return "".join(char for char in folded(word) if char.isalnum())


_NAMED = [area for area in Area if area is not Area.OTHER]
_BY_WORD = (
    _ALIASES
    | {_key(area.label): area for area in _NAMED}
    | {_key(area.value): area for area in _NAMED}
)
