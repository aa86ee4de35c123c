"""A progress note on its way out: the sections in which it is pasted, or all of them as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.new_file import write_new
from ipt_tui.ipt.filed_note import filed
from ipt_tui.ipt.paste_profiles import profiles
from ipt_tui.ipt.paste_text import Section, sections
from ipt_tui.ipt.plain_ascii import to_ascii

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipt_tui.exchange.config import Config
    from ipt_tui.ipt.note_source import NoteSource
    from ipt_tui.ipt.progress_note import ProgressNote

USUAL = "plain"


def pasted(note: ProgressNote, source: NoteSource, config: Config) -> tuple[Section, ...]:
    """Return the sections of a note as the settings want them to be pasted."""
    known = {one.id: one for one in profiles().items}
    return sections(
        filed(note, source),
        known.get(config.paste_profile, known[USUAL]),
        ascii_only=config.paste_ascii,
        width=config.paste_width or None,
    )


def write(path: Path, texts: tuple[Section, ...], config: Config, *, replace: bool = False) -> None:
    """Write sections to a new file. Raises ExchangeError as `new_file.write_new` does."""
    write_new(path, _parts(texts, ascii_only=config.paste_ascii), replace=replace)


def _parts(texts: tuple[Section, ...], *, ascii_only: bool) -> Iterator[str]:
    """Yield each section under its title, which is no part of what is pasted; one alone bare."""
    if len(texts) == 1:
        yield f"{texts[0].text}\n"
        return
    for number, section in enumerate(texts):
        title = to_ascii(section.title) if ascii_only else section.title
        yield "\n" if number else ""
        yield f"[{title}]\n{section.text}\n"
