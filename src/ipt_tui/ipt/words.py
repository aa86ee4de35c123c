"""Vocabularies: closed lists of words that are stored as text and read forgivingly."""

from enum import StrEnum
from typing import Self


class Vocabulary(StrEnum):
    """A list of words. Each member's value is what is stored; `label` is what is read.

    Every vocabulary has a member OTHER. An unknown stored word reads as OTHER, and because
    records keep the text itself, it is written back unchanged.
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from its stored word and the words shown for it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value
        return member

    @classmethod
    def read(cls, stored: str | None) -> Self | None:
        """Return the member for a stored word, OTHER for an unknown one, None for none."""
        if not stored:
            return None
        try:
            return cls(stored)
        except ValueError:
            return cls("other")

    @classmethod
    def say(cls, stored: str | None) -> str:
        """Return the words shown for a stored word; an unknown word is shown as it stands."""
        member = cls.read(stored)
        if member is None:
            return ""
        return (stored or "") if member.value == "other" and stored != "other" else member.label
