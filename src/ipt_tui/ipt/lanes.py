"""The lanes of the timeline: events of one sort stand on one row, each sort with its glyph."""

from ipt_tui.ipt.words import Vocabulary


class Lane(Vocabulary):
    """What sort of event stands on a row, in the order of the rows from the top."""

    FRICTION = "friction", "friction"
    CONTACT = "contact", "contact"
    CHANGE = "change", "change"
    LOSS = "loss", "loss"
    OTHER = "other", "other"


GLYPHS = {
    Lane.FRICTION: "◆",
    Lane.CONTACT: "●",
    Lane.CHANGE: "■",
    Lane.LOSS: "†",
    Lane.OTHER: "○",
}

_LANES = {
    **dict.fromkeys(("conflict", "separation", "abuse"), Lane.FRICTION),
    **dict.fromkeys(("support", "reconciliation", "celebration"), Lane.CONTACT),
    **dict.fromkeys(("move", "migration", "work", "money", "legal"), Lane.CHANGE),
    **dict.fromkeys(("birth", "illness"), Lane.CHANGE),
    **dict.fromkeys(("death", "support_lost", "anniversary"), Lane.LOSS),
}


def lane_of(category: str) -> Lane:
    """Return the lane for an event's category, as it is stored."""
    return _LANES.get(category, Lane.OTHER)
