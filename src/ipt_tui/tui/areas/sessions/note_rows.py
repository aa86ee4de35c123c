"""A progress note as rows: its parts, who signed it, what was added later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.dates import short
from ipt_tui.ipt.note_forms import form_of
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from ipt_tui.ipt.progress_note import ProgressNote

PART, SIGN, ADD, BEGIN = "part:", "sign:", "addendum:", "note:begin"
ANEW, FORM = "note:anew", "note:form"
MADE_OF = " drafted from marks, ticks and scores; your own words stand in the note"
NEWER = " newer than this draft (enter drafts it anew):"
_EMPTY = "nothing noted for it"


def note_rows(note: ProgressNote | None) -> tuple[Row, ...]:
    """Return the rows of a note; without one, the row that begins it."""
    if note is None:
        return (
            Row(None, (Cell(" There is no note of this session yet.", "muted"),)),
            Row(BEGIN, (Cell(" + draft one from what is there", "accent"),)),
        )
    rows: list[Row] = []
    if note.signed_at is None:
        rows.append(Row(None, (Cell(MADE_OF, "muted"),), wraps=True))
    for name, label, text in note.parts:
        told = VEIL if name in note.veiled else text or _EMPTY
        rows.append(Row(None, (Cell(f" {label}", "heading"),)))
        rows.append(
            Row(
                f"{PART}{name}",
                (Cell("", width=3), Cell(told, "" if text else "muted")),
                wraps=True,
            )
        )
        rows.append(Row(None))
    if note.signed_at is None:
        told = f" written as {form_of(note.format).name}; enter drafts it in another form"
        rows.append(Row(FORM, (Cell(told, "muted"),), wraps=True))
        if note.newer:
            rows.append(Row(ANEW, (Cell(NEWER, "accent"),), wraps=True))
            rows += [
                Row(None, (Cell("", width=3), Cell(line, "muted")), wraps=True)
                for line in note.newer
            ]
            rows.append(Row(None))
        rows.append(Row(SIGN, (Cell(" not signed: enter signs it, for good", "accent"),)))
        return tuple(rows)
    at = note.signed_at.astimezone()
    signed = f" signed by {note.signed_by}, {short(at.date())}, {at:%H:%M}"
    rows.append(Row(None, (Cell(signed, "strong"),)))
    for number, later in enumerate(note.addenda, 1):
        told = VEIL if later.veiled else f"{later.text}{later.aside}"
        lead = Cell(f" addendum {number}, {short(later.day)}", "label", 28)
        rows.append(Row(None, (lead, Cell(told)), wraps=True))
    rows.append(Row(ADD, (Cell(" + add to it", "accent"),)))
    return tuple(rows)
