"""The forms of a progress note, SOAP and the like: which part takes what. They are data."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ipt_tui.ipt.own_list import Entry, Found, read_list

FILE = "notes.toml"
SOURCES = tuple(
    (
        "since_last moods quotes practice_looked_at scores score_changes links worked_on talks "
        "techniques response decided rated safety practice_agreed todos plan_next sessions_left"
    ).split()
)
"""What there is of a session for a part to take."""
MOST_PARTS = 4
"""How many parts a note can hold."""
USUAL = "soap"
BESIDE = ("header", "late", "parts", "goals", "addenda")
"""What a note has beside its parts, so that none of them is called so."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Something a part takes of a session, and the words that lead to it."""

    source: str
    lead: str


@dataclass(frozen=True, slots=True)
class FormPart:
    """One part of a form."""

    id: str
    name: str
    takes: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class NoteForm:
    """A form of a progress note. `id` is what is kept."""

    id: str
    name: str
    parts: tuple[FormPart, ...]


def forms(extra_dir: Path | None = None) -> Found[NoteForm]:
    """Return the forms there are, a person's own among them, and what is wrong with those."""
    leads = read_list(FILE, "lead", _lead, extra_dir)
    words = {lead.source: lead.lead for lead in leads.items}
    found = read_list(FILE, "form", lambda entry: _form(entry, words), extra_dir)
    return Found(found.items, tuple(dict.fromkeys((*leads.problems, *found.problems))))


def form_of(kept: str) -> NoteForm:
    """Return the form that came with the program under a kept word; for any other it is SOAP."""
    known = _shipped()
    return known.get(kept, known[USUAL])


@cache
def _shipped() -> Mapping[str, NoteForm]:
    return {form.id: form for form in forms().items}


def _lead(entry: Entry) -> Taken:
    if entry.text("id") not in SOURCES:
        raise entry.fault("leads to nothing that a part could take")
    return Taken(entry.text("id"), entry.text("words", ""))


def _form(entry: Entry, leads: dict[str, str]) -> NoteForm:
    parts = tuple(_part(part, leads) for part in entry.tables("part"))
    if len({part.id for part in parts}) < len(parts):
        raise entry.fault("has two parts with one id")
    if len(parts) > MOST_PARTS:
        raise entry.fault(f"has {len(parts)} parts, and a note holds {MOST_PARTS}")
    return NoteForm(entry.text("id"), entry.text("name"), parts)


def _part(entry: Entry, leads: dict[str, str]) -> FormPart:
    takes = entry.texts("takes")
    if entry.text("id") in BESIDE:
        raise entry.fault(f"has a part called “{entry.text('id')}”, which every note has anyway")
    unknown = next((source for source in takes if source not in leads), None)
    if unknown is not None:
        raise entry.fault(f"takes “{unknown}”, and there is nothing of that name")
    taken = tuple(Taken(source, leads[source]) for source in takes)
    return FormPart(entry.text("id"), entry.text("name"), taken)
