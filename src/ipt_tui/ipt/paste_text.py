"""A note as sections to paste: plain text in the order of a profile, each with its length."""

from collections.abc import Iterator
from dataclasses import dataclass

from ipt_tui.ipt.note_draft import Draft
from ipt_tui.ipt.note_forms import BESIDE
from ipt_tui.ipt.paste_profiles import (
    ADDENDA,
    EACH_GOAL,
    EACH_PART,
    GOALS,
    HEADER,
    LATE,
    PARTS,
    Place,
    Profile,
)
from ipt_tui.ipt.plain_ascii import to_ascii
from ipt_tui.ipt.text import clean
from ipt_tui.ipt.wrapping import wrap

_TITLES = {HEADER: "Session details", LATE: "Late entry", GOALS: "Goals", ADDENDA: "Addenda"}


@dataclass(frozen=True, slots=True)
class Section:
    """One text to paste. The title says where it goes and is not part of it."""

    title: str
    text: str

    @property
    def length(self) -> int:
        """How many characters are copied."""
        return len(self.text)


def sections(
    note: Draft, profile: Profile, *, ascii_only: bool = False, width: int | None = None
) -> tuple[Section, ...]:
    """Return a note as the sections of a profile; a section without text is left out.

    What the profile neither holds nor leaves out follows as sections of its own.

    Args:
        note: A draft, or a note as it was signed.
        profile: Where it goes.
        ascii_only: Whether it is told in ASCII alone.
        width: In characters; lines are wrapped only if it is given.
    """
    made = [Section(title, _set(text, ascii_only, width)) for title, text in _told(note, profile)]
    return tuple(section for section in made if section.text)


def _set(text: str, ascii_only: bool, width: int | None) -> str:
    text = clean("\n".join(text.splitlines()))
    text = to_ascii(text) if ascii_only else text
    lines = text.split("\n") if width is None else wrap(text, width)
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _told(note: Draft, profile: Profile) -> Iterator[tuple[str, str]]:
    held: set[str] = set()
    for place in profile.places:
        held.update(*(_ids(word, note) for word in place.holds))
        yield from _place(place, note, profile)
    for word in _ids_of(note):
        if word not in held and not _is_left_out(word, note, profile):
            yield from _place(Place(_title(word, note, profile), (word,)), note, profile)


def _ids_of(note: Draft) -> tuple[str, ...]:
    """Return the parts of a note and what is beside them, in the order in which they are read."""
    return (HEADER, LATE, *(part.id for part in note.parts), GOALS, ADDENDA)


def _ids(word: str, note: Draft) -> tuple[str, ...]:
    """Return what of a note a word of a profile stands for."""
    if word in (PARTS, EACH_PART):
        return tuple(part.id for part in note.parts)
    return (GOALS,) if word == EACH_GOAL else (word,)


def _is_left_out(word: str, note: Draft, profile: Profile) -> bool:
    return any(word in _ids(left_out, note) for left_out in profile.leaves_out)


def _title(word: str, note: Draft, profile: Profile) -> str:
    names = _TITLES | {part.id: part.name for part in note.parts} | profile.names
    return names.get(word, word)


def _place(place: Place, note: Draft, profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield the title and text of each section that a place of a profile stands for."""
    if EACH_PART in place.holds:
        for part in note.parts:
            yield _title(part.id, note, profile), part.text
    elif EACH_GOAL in place.holds:
        for number, goal in enumerate(note.goals, start=1):
            yield f"{place.title} {number}", goal
    else:
        ids = [word for held in place.holds for word in _ids(held, note)]
        told = [(word, text) for word in ids if (text := _text(word, note))]
        alone = len(ids) == 1
        blocks = [text if alone else _headed(word, text, note, profile) for word, text in told]
        yield place.title, "\n\n".join(blocks)


def _headed(word: str, text: str, note: Draft, profile: Profile) -> str:
    """Return a text under its name; what stands above a note and a late entry have none."""
    return text if word in (HEADER, LATE) else f"{_title(word, note, profile)}\n{text}"


def _text(word: str, note: Draft) -> str:
    if word in BESIDE:
        return {
            HEADER: "\n".join(f"{label}: {text}" for label, text in note.header),
            LATE: note.late,
            GOALS: "\n".join(note.goals),
            ADDENDA: "\n".join(note.addenda),
        }.get(word, "")
    return "\n\n".join(part.text for part in note.parts if part.id == word)
