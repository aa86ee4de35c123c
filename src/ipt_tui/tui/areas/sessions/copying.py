"""Copying a progress note into another program, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.filed_note import filed
from ipt_tui.ipt.paste_profiles import profiles
from ipt_tui.ipt.paste_text import Section, sections

if TYPE_CHECKING:
    from ipt_tui.exchange.config import Config
    from ipt_tui.ipt.note_source import NoteSource
    from ipt_tui.ipt.progress_note import ProgressNote

USUAL = "plain"


class Copying:
    """Hands out the sections of a note, one after the other, and begins anew after the last."""

    def __init__(self) -> None:
        """Start with the first."""
        self._of: object = None
        self._at = 0

    def next(self, note: ProgressNote, source: NoteSource, config: Config) -> tuple[Section, str]:
        """Return the section to copy, and what is said of it."""
        of = (note.uid, note.updated_at, len(note.addenda))
        self._at = self._at + 1 if of == self._of else 0
        self._of = of
        known = {one.id: one for one in profiles().items}
        profile = known.get(config.paste_profile, known[USUAL])
        texts = sections(
            filed(note, source),
            profile,
            ascii_only=config.paste_ascii,
            width=config.paste_width or None,
        )
        self._at %= len(texts)
        section, last = texts[self._at], self._at == len(texts) - 1
        more = "" if last else f" y copies the next: {texts[self._at + 1].title}."
        return section, f"{section.title} is copied, {section.length} letters.{more}"
