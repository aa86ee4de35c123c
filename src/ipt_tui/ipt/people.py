"""The interpersonal inventory: the words for people and for how they stand to the client.

Fields and words follow the person record of the inventory used in IPT: felt closeness in three
rings, contact, support both ways, friction, what can be said, expectations said or unsaid.
"""

from enum import IntEnum

from ipt_tui.ipt.words import Vocabulary


class View(Vocabulary):
    """Which drawing of the circle: as it is, as it was before, as it is hoped for."""

    NOW = "now", "now"
    BEFORE = "before", "before"
    HOPED = "hoped", "hoped for"
    OTHER = "other"


class Ring(IntEnum):
    """Felt closeness: 1 is nearest the client, 4 is beyond the last ring, 0 is off the circle."""

    OFF = 0
    CLOSEST = 1
    CLOSE = 2
    WIDER = 3
    OUTSIDE = 4

    @property
    def label(self) -> str:
        """The ring in words, as it stands beside a name: "closest"."""
        return RING_LABELS[self]

    def nearer(self) -> "Ring":
        """One step towards the centre; someone off the circle enters at the widest ring."""
        if self in (Ring.OFF, Ring.OUTSIDE):
            return Ring.WIDER
        return Ring(max(1, self - 1))

    def farther(self) -> "Ring":
        """One step outwards; beyond OUTSIDE is off the circle."""
        return Ring.OFF if self in (Ring.OFF, Ring.OUTSIDE) else Ring(self + 1)


RING_LABELS = {
    Ring.OFF: "off the circle",
    Ring.CLOSEST: "closest",
    Ring.CLOSE: "close",
    Ring.WIDER: "wider circle",
    Ring.OUTSIDE: "outside",
}


class Quality(Vocabulary):
    """What a relationship is like, as the person who lives it says."""

    SUPPORTIVE = "supportive", "supportive"
    MIXED = "mixed", "mixed"
    STRESSFUL = "stressful", "stressful"
    NEUTRAL = "neutral", "neutral"
    UNSAFE = "unsafe", "unsafe"
    OTHER = "other"

    @property
    def glyph(self) -> str:
        """The one-cell sign that always stands beside the word."""
        return GLYPHS.get(self, "○")


GLYPHS = {
    Quality.SUPPORTIVE: "●",
    Quality.MIXED: "◐",
    Quality.STRESSFUL: "◆",
    Quality.NEUTRAL: "○",
    Quality.UNSAFE: "▲",
}
DIED_GLYPH = "†"


class Life(Vocabulary):
    """Whether someone is there: said with tact, never asked twice."""

    LIVING = "living", "living"
    DIED = "died", "died"
    ESTRANGED = "estranged", "out of touch"
    UNKNOWN = "unknown", "not known"
    EXPECTED = "expected", "expected"
    LOST = "lost", "lost before birth"
    OTHER = "other"


class Contact(Vocabulary):
    """How often they are in touch."""

    DAILY = "daily", "daily"
    SEVERAL_WEEK = "several_week", "several times a week"
    WEEKLY = "weekly", "weekly"
    MONTHLY = "monthly", "monthly"
    FEW_YEAR = "few_year", "a few times a year"
    RARELY = "rarely", "rarely"
    NONE = "none", "not at all"
    OTHER = "other"


class Confide(Vocabulary):
    """Whether the client can tell this person what matters."""

    YES = "yes"
    SOME = "some"
    NO = "no"
    OTHER = "other"


class Knows(Vocabulary):
    """Whether this person knows how the client is."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_SAFE = "not_safe", "not safe to tell"
    OTHER = "other"


class Ending(Vocabulary):
    """How arguments with this person end."""

    RESOLVED = "resolved", "settled"
    DROPPED = "dropped", "dropped"
    COLD_SILENCE = "cold_silence", "in silence"
    ESCALATES = "escalates", "it gets bigger"
    PHYSICAL = "physical", "it gets physical"
    OTHER = "other"


class Shift(Vocabulary):
    """What became of the closeness around the time the low mood began."""

    CLOSER = "closer", "closer"
    SAME = "same", "the same"
    FURTHER = "further", "further"
    NEW = "new", "new since then"
    LOST = "lost", "lost"
    OTHER = "other"


class Whose(Vocabulary):
    """Whose expectation it is: the client's of the person, or the person's of the client."""

    MINE = "mine", "the client's"
    THEIRS = "theirs", "the other's"
    OTHER = "other"


class Met(Vocabulary):
    """Whether an expectation is met; also used for whether it is realistic."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    OTHER = "other"
