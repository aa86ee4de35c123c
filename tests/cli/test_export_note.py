"""`export note`: one progress note, for where nothing can be pasted."""

from __future__ import annotations

import stat
from contextlib import closing
from typing import TYPE_CHECKING

from ipt_tui.vault import clients, courses, people, progress_notes, sessions
from tests.cli.prompt import Done, k7, opened

if TYPE_CHECKING:
    from pathlib import Path


def test_the_note_of_a_session_is_written_once_and_what_is_veiled_only_if_asked_for(
    tmp_path: Path,
) -> None:
    place, path = k7(tmp_path / "home"), tmp_path / "note.txt"
    with closing(opened(place)) as vault:
        client = vault.read(clients.listing)[0].uid
        course = vault.read(courses.current, client, vault.clock.today())
        assert course is not None
        lines = vault.read(sessions.of_course, course.uid)
        begun = next(line for line in lines if not line.signed)
        note = vault.write(progress_notes.draft, begun.uid)
        vault.write(progress_notes.tell, note, first="Lighter.", second="Noor was there.")
        vault.write(people.tell, vault.read(people.names, client)["Noor"], sensitive=True)
    call = ("export", "note", "--client", "K7", "--to", str(path))
    done = place.call(*call, "--number", str(begun.number))
    assert done.out == f"Written to {path}: session {begun.number}, not signed yet.\n"
    assert "not encrypted" in done.err
    assert "--reveal adds it" in done.err
    assert "Lighter." in path.read_text()
    assert "Noor" not in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    again = place.call(*call, "--number", str(begun.number))
    assert again == Done(1, "", f"There is a file {path} already; it was left as it is.\n")
    revealed = ("--number", str(begun.number), "--reveal", "--replace", "--quiet")
    assert place.call(*call, *revealed) == Done(0, "", "")
    assert "Noor was there." in path.read_text()
    none = place.call(*call, "--number", str(lines[-1].number + 1), "--replace")
    assert none.err.startswith("There is no ")
    assert "Noor was there." in path.read_text()
    wrong = place.call("export", "json", "--to", str(path), "--reveal")
    assert wrong.code == 2
    assert "--reveal is for a note or a plan" in wrong.err
