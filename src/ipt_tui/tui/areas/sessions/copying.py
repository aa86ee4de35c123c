"""A progress note on its way into another program: copied section by section, or as a file."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from ipt_tui.exchange import note_file
from ipt_tui.exchange.new_file import shown
from ipt_tui.ipt.audience import plural
from ipt_tui.vault import note_sources

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.exchange.config import Config
    from ipt_tui.ipt.note_source import NoteSource
    from ipt_tui.ipt.paste_text import Section
    from ipt_tui.ipt.progress_note import ProgressNote
    from ipt_tui.tui.areas.sessions.view import SessionsView

FILE_KEY = "Not arrived? Y writes a file."
"""No program can know whether a terminal hands on what is copied."""
NO_COPY = "v shows the progress note; there y copies it, section by section."
NO_NOTE = "v shows the progress note; there Y writes it to a file."
VEILED = "What is veiled is not in it."


class Copying:
    """Hands out the sections of a note, one after the other, and begins anew after the last."""

    def __init__(self) -> None:
        """Start with the first."""
        self._of: object = None
        self._at = 0

    def next(self, note: ProgressNote, source: NoteSource, config: Config) -> tuple[Section, str]:
        """Return the section to copy, and what is said of it; at the first also the other way."""
        of = (note.uid, note.updated_at, len(note.addenda))
        self._at = self._at + 1 if of == self._of else 0
        self._of = of
        texts = note_file.pasted(note, source, config)
        self._at %= len(texts)
        section, number, many = texts[self._at], self._at + 1, len(texts)
        letters = plural(section.length, "letter")
        if many == 1:
            said = [f"{section.title} is copied, all of it: {letters}."]
        else:
            said = [f"{number} of {many}, {section.title}, is copied: {letters}."]
            follows = f"y: {texts[number].title}." if number < many else "All done; y begins anew."
            said.append(follows)
        if number == 1:
            said.append(FILE_KEY)
        return section, " ".join(said)


class NoteOut:
    """Hands the progress note of an area to another program."""

    def __init__(self, area: SessionsView) -> None:
        """Start with nothing copied."""
        self._area = area
        self._copying = Copying()

    async def copy(self) -> None:
        """Copy the next section of the progress note."""
        area, app = self._area, self._area.ipt
        found = area.keeper.found
        if found is None or found.note is None or not area.as_progress_note:
            app.tell(NO_COPY)
            return
        source = await self._source(found.session.uid)
        if source is not None:
            section, said = self._copying.next(found.note, source, app.config)
            app.copy_to_clipboard(section.text)
            app.tell(said)

    async def _source(self, session: str) -> NoteSource | None:
        app = self._area.ipt
        starts, today = app.config.day_starts_at, app.clock.today()
        reading = app.vault.read(note_sources.source, session, today, app.revealed, starts)
        return await app.or_tell(reading)

    def file(self) -> None:
        """Write the progress note to a file that the person names."""
        area, app = self._area, self._area.ipt
        found = area.keeper.found
        if found is None or found.note is None or not area.as_progress_note or app.together:
            app.tell(NO_NOTE)
        else:
            app.gate.shut()
            area.run_worker(self._to_file(found.note, found.session.uid), group="dialog")

    async def _to_file(self, note: ProgressNote, session: str) -> None:
        from ipt_tui.tui.dialogs.file_form import FileForm

        app, source = self._area.ipt, await self._source(session)
        if source is None or app.is_covered:
            app.gate.open()
            return
        texts, config = note_file.pasted(note, source, app.config), app.config

        async def write(path: Path) -> None:
            await asyncio.to_thread(note_file.write, path, texts, config)

        holds = f"{_counted(texts)} {VEILED if note.veiled else ''}".rstrip()
        path = await app.push_screen_wait(FileForm("This note as a file", holds, write))
        if path is not None:
            app.tell(f"Written to {shown(path)}. Remove it once it has arrived.")


def _counted(texts: tuple[Section, ...]) -> str:
    """Return what a file will hold."""
    letters = sum(text.length for text in texts)
    titles = ", ".join(text.title for text in texts)
    return f"All of it, {letters} letters" + (f": {titles}." if len(texts) > 1 else ".")
