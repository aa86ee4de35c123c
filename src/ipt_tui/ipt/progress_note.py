"""A progress note as one value: its parts, who signed it and when, and what was added."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipt_tui.ipt.note_forms import form_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from ipt_tui.ipt.session import SessionLine

PARTS = ("first", "second", "third", "fourth")
"""The fields that hold the parts of a note, whatever its form calls them."""
SIGNED = "This note is signed, and what is signed stays as it is. You can add to it."


@dataclass(frozen=True, slots=True)
class AddendumLine:
    """What was added on a day to a signed note, why and by whom; a veiled one has no words."""

    uid: str
    day: date
    reason: str = ""
    text: str = ""
    veiled: bool = False
    signed_by: str = ""

    @property
    def aside(self) -> str:
        """Why it was added and by whom, " (left out; K. Aalto)"; "" where neither was said."""
        told = "; ".join(filter(None, (self.reason, self.signed_by)))
        return f" ({told})" if told else ""


@dataclass(frozen=True, slots=True)
class ProgressNote:
    """The progress note of one session.

    `values` holds its parts by the names of their fields; those in `veiled` name somebody or
    something sensitive and are empty. `signed_at` is None until it is signed; until then `newer`
    are the lines that a draft made now would have and the one it began with had not.
    """

    uid: str
    session: SessionLine
    format: str
    values: Mapping[str, str] = field(default_factory=dict)
    veiled: frozenset[str] = frozenset()
    signed_at: datetime | None = None
    signed_by: str = ""
    addenda: tuple[AddendumLine, ...] = ()
    updated_at: datetime | None = None
    newer: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[tuple[str, str, str], ...]:
        """The field, the name and the text of each part that its form has."""
        return tuple(
            (name, part.name, self.values.get(name, ""))
            for name, part in zip(PARTS, form_of(self.format).parts, strict=False)
        )
