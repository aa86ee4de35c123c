"""For whom a sentence is worded."""

from enum import Enum


class Audience(Enum):
    """The practitioner reads about "K7"; the client, alone or looking together, reads "you"."""

    PRACTITIONER = "practitioner"
    CLIENT = "client"

    def pick(self, theirs: str, own: str) -> str:
        """Return the practitioner's wording, or the client's `own`."""
        return own if self is Audience.CLIENT else theirs


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return "1 person" or "9 people"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def listed(names: list[str] | tuple[str, ...]) -> str:
    """Return "Jo", "Jo and Lena", "Jo, Lena and Ben"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
