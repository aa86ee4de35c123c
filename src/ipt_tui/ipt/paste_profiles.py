"""Paste profiles: in which sections a note is copied into another program. They are data."""

from dataclasses import dataclass, field
from pathlib import Path

from ipt_tui.ipt.note_forms import BESIDE, forms
from ipt_tui.ipt.own_list import Entry, Found, read_list

FILE = "paste.toml"
HEADER, LATE, PARTS, GOALS, ADDENDA = BESIDE
EACH_PART, EACH_GOAL = "each part", "each goal"


@dataclass(frozen=True, slots=True)
class Place:
    """A section of a profile: its title, and what of a note it holds."""

    title: str
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """How a note is copied. `names` are other names for what it holds, by id."""

    id: str
    name: str
    places: tuple[Place, ...]
    leaves_out: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)


def profiles(extra_dir: Path | None = None) -> Found[Profile]:
    """Return the profiles there are, a person's own among them, and what is wrong with those."""
    parts = {part.id for form in forms(extra_dir).items for part in form.parts}
    known = frozenset((*BESIDE, *parts))
    return read_list(FILE, "profile", lambda entry: _profile(entry, known), extra_dir)


def _profile(entry: Entry, known: frozenset[str]) -> Profile:
    places = tuple(_place(section, known) for section in entry.tables("section"))
    left_out = entry.texts("leaves_out")
    _check(entry, left_out, known)
    return Profile(entry.text("id"), entry.text("name"), places, left_out, entry.words("names"))


def _place(entry: Entry, known: frozenset[str]) -> Place:
    holds = entry.texts("holds")
    _check(entry, holds, known | {EACH_PART, EACH_GOAL})
    if not holds:
        raise entry.fault("has a section that holds nothing")
    alone = EACH_PART in holds or EACH_GOAL in holds
    if alone and len(holds) > 1:
        raise entry.fault(f"has a section that holds “{holds[0]}” and more; each is one of its own")
    return Place(entry.text("title", "" if EACH_PART in holds else None), holds)


def _check(entry: Entry, words: tuple[str, ...], known: frozenset[str]) -> None:
    unknown = next((word for word in words if word not in known), None)
    if unknown is not None:
        raise entry.fault(f"names “{unknown}”, and no note has that")
