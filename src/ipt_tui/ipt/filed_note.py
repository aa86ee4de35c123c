"""A progress note as it is kept, in the shape in which notes are pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.note_draft import Draft, DraftPart
from ipt_tui.ipt.note_forms import form_of
from ipt_tui.ipt.note_source import day_words, header

if TYPE_CHECKING:
    from ipt_tui.ipt.note_source import NoteSource
    from ipt_tui.ipt.progress_note import AddendumLine, ProgressNote


def filed(note: ProgressNote, source: NoteSource) -> Draft:
    """Return a note with what stands above it; `source` is what its session says by now."""
    form = form_of(note.format)
    parts = tuple(
        DraftPart(part.id, name, text)
        for part, (_, name, text) in zip(form.parts, note.parts, strict=False)
    )
    addenda = tuple(_added(number, one) for number, one in enumerate(note.addenda, 1))
    return Draft(form.id, (*header(source), *_signed(note)), parts, source.goals, "", addenda)


def _signed(note: ProgressNote) -> tuple[tuple[str, str], ...]:
    if note.signed_at is None:
        return (("Signed", "not yet"),)
    return (("Signed", f"{note.signed_by}, {day_words(note.signed_at.astimezone().date())}"),)


def _added(number: int, one: AddendumLine) -> str:
    why = f" (reason: {one.reason})" if one.reason else ""
    by = f", {one.signed_by}" if one.signed_by else ""
    return f"Addendum {number}, {day_words(one.day)}{by}{why}: {one.text}"
