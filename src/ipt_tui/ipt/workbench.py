"""What is worked through in a problem area: prompts as data, and how each is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipt_tui.ipt.audience import Audience

THEM = "them"
"""Who is meant where nobody is named."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose; `id` is what is kept. One that `stops` sets aside what confronts."""

    id: str
    label: str
    client: str
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to work through; `id` is what is kept of it.

    `part` is the heading it stands under, `ask` the question and `own` the client's. It may have
    `many` answers; an answer may be a step that is `done` one day, and may have a `rating` from 0
    to 10, "" where nothing is rated. One that `confronts` is set aside where it is not safe, one
    that is `private` is for the practitioner alone.
    """

    id: str
    area: str
    part: str
    ask: str
    own: str
    many: bool = False
    done: bool = False
    rating: str = ""
    own_rating: str = ""
    confronts: bool = False
    private: bool = False
    choices: tuple[Choice, ...] = ()

    def words(self, audience: Audience, code: str, name: str) -> str:
        """Return the question; `name` is whom the area is about, "" where nobody is named."""
        return said_with(audience.pick(self.ask, self.own), code, name or THEM)

    def said(self, kept: str, audience: Audience) -> str:
        """Return a kept answer as it is read: of a choice its words, else as it was typed."""
        choice = self.choice(kept)
        return audience.pick(choice.label, choice.client) if choice else kept

    def choice(self, kept: str) -> Choice | None:
        """Return the choice that was kept, None for one that is not known."""
        return next((choice for choice in self.choices if choice.id == kept), None)


def said_with(words: str, code: str, name: str) -> str:
    """Put the client's code and a name into words that have a place for them."""
    return name.join(part.replace("{code}", code) for part in words.split("{name}"))
