"""The vocabularies of a talk, and how far one has been looked at."""

from ipt_tui.ipt.words import Vocabulary

ME, THEM = "me", "them"
"""The two speakers every talk has; a third is stored by the name they go by."""


def other(speaker: str) -> str:
    """Return who speaks after somebody: the two of a talk by turns, after a third the client."""
    return THEM if speaker == ME else ME


class Stage(Vocabulary):
    """How far a talk has been looked at. Read from what is there, never set."""

    NEW = "new", "new"
    BEGUN = "begun", "begun"
    LOOKED_AT = "looked_at", "looked at"
    OTHER = "other"


class Channel(Vocabulary):
    """How they talked."""

    IN_PERSON = "in_person", "in person"
    PHONE = "phone", "phone"
    VIDEO = "video", "video"
    MESSAGES = "messages", "messages"
    LETTER = "letter", "letter"
    OTHER = "other", "another way"


class Across(Vocabulary):
    """Whether what was meant got across."""

    YES = "yes", "yes"
    PARTLY = "partly", "partly"
    NO = "no", "no"
    UNKNOWN = "unknown", "not known"
    OTHER = "other"


class Safe(Vocabulary):
    """Whether saying it is safe; where it is not, or not surely, nothing is practised here."""

    YES = "yes", "yes"
    NO = "no", "no"
    UNSURE = "unsure", "not sure"
    OTHER = "other"


class Done(Vocabulary):
    """Whether what was planned was done when it came to it."""

    YES = "yes", "done"
    PART = "part", "part"
    NO = "no", "not done"
    OTHER = "other"


def may_be_said(safe: str) -> bool:
    """Whether a line may be said, by the stored word: nobody said that it may not be safe."""
    return Safe.read(safe) in (None, Safe.YES)


class Style(Vocabulary):
    """The style of one's own words: an optional look, never a label on anybody else."""

    PASSIVE = "passive", "passive"
    AGGRESSIVE = "aggressive", "aggressive"
    PASSIVE_AGGRESSIVE = "passive_aggressive", "passive-aggressive"
    ASSERTIVE = "assertive", "assertive"
    MIXED = "mixed", "mixed, or not sure"
    OTHER = "other"


def stage(*, told: bool, mine: int, theirs: int, result: str) -> Stage:
    """Return how far a talk has been looked at.

    It is looked at with a turn of each side and what came of it: the least a communication
    analysis needs. `told` is whether anything but a note stands, `mine` and `theirs` count turns.
    """
    if mine and theirs and result:
        return Stage.LOOKED_AT
    return Stage.BEGUN if told or mine or theirs else Stage.NEW
