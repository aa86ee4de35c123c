"""Progress notes: what their parts are called, and what a draft takes from its session."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from ipt_tui.ipt.session import SessionLine

PARTS = ("first", "second", "third", "fourth")
"""The fields that hold the parts of a note, whatever its form calls them."""
SIGNED = "This note is signed, and what is signed stays as it is. You can add to it."


class NoteFormat(Vocabulary):
    """The form of a progress note."""

    SOAP = "soap", "SOAP"
    DAP = "dap", "DAP"
    BIRP = "birp", "BIRP"
    OTHER = "other"


_LABELS = {
    NoteFormat.SOAP: ("Subjective", "Objective", "Assessment", "Plan"),
    NoteFormat.DAP: ("Data", "Assessment", "Plan"),
    NoteFormat.BIRP: ("Behaviour", "Intervention", "Response", "Plan"),
}
_DONE_IN_FIRST = (NoteFormat.DAP,)
"""The forms in which what was done stands with what was told; in the others it stands after it."""


@dataclass(frozen=True, slots=True)
class AddendumLine:
    """What was added on a day to a signed note, and why; a veiled one has no words."""

    uid: str
    day: date
    reason: str = ""
    text: str = ""
    veiled: bool = False


@dataclass(frozen=True, slots=True)
class ProgressNote:
    """The progress note of one session.

    `values` holds its parts by the names of their fields; those in `veiled` name somebody or
    something sensitive and are empty. `signed_at` is None until it is signed.
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

    @property
    def parts(self) -> tuple[tuple[str, str, str], ...]:
        """The field, the label and the text of each part that this form has."""
        return tuple(
            (name, label, self.values.get(name, "")) for name, label in labels(self.format)
        )


def labels(kept: str) -> tuple[tuple[str, str], ...]:
    """Return the field and the label of each part of a kept form; an unknown one is as SOAP."""
    known = _LABELS.get(NoteFormat.read(kept) or NoteFormat.SOAP, _LABELS[NoteFormat.SOAP])
    return tuple(zip(PARTS, known, strict=False))


def drafted(
    kept: str,
    since_last: str,
    techniques: Sequence[str],
    practices: Sequence[str],
    plan_next: str,
) -> dict[str, str]:
    """Return the parts of a new note by their fields, from what its session says already.

    `techniques` and `practices` are words. Nothing is judged: what a draft cannot know is empty.
    """
    form = NoteFormat.read(kept) or NoteFormat.SOAP
    names = [name for name, _ in labels(kept)]
    told: dict[str, list[str]] = {name: [] for name in PARTS}
    told[names[0]].append(since_last)
    if techniques:
        told[names[0 if form in _DONE_IN_FIRST else 1]].append(
            f"Worked with: {listed(list(techniques))}."
        )
    told[names[-1]] += [*(f"To try: {what}" for what in practices), plan_next]
    return {name: "\n".join(filter(None, lines)) for name, lines in told.items()}
