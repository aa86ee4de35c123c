"""What is typed into own notes is in the file of own notes, encrypted, and nowhere else."""

from __future__ import annotations

import json
import os
import tempfile
import traceback
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.own_note import Subject
from ipt_tui.tui import crash
from ipt_tui.tui.drafting import Drafting
from ipt_tui.tui.widgets.own_pad import OwnPad
from ipt_tui.vault import (
    backup,
    clients,
    connection,
    drafts,
    own_notes,
    people,
    place,
    search,
    sessions,
    steps,
    transfer,
    undo,
)
from ipt_tui.vault.errors import VaultError
from ipt_tui.vault.own_care import back_up
from ipt_tui.vault.own_file import OwnFile
from ipt_tui.vault.thread import VaultThread
from ipt_tui.vault.unlock import unlock
from tests.cli import prompt
from tests.conftest import NOW
from tests.tui.running import press, running, screen_text, send, settle

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.vault.key import Key
    from ipt_tui.vault.vault import Vault

MARKS = ("Quillfeather7391", "Zwölfmond", "Ёжик7391")
"""Words that stand in nothing else, in ASCII and not."""
COMMANDS = (
    ("show", "people", "--reveal", "--client", "K7"),
    ("show", "people", "--person", "Sam", "--reveal", "--client", "K7"),
    ("show", "timeline", "--zoom", "life", "--reveal", "--client", "K7"),
    ("show", "talks", "--reveal", "--client", "K7"),
    ("where",),
    ("backup",),
    ("help-lines",),
)


def forms(mark: str) -> set[bytes]:
    """Return a mark in every way it could stand in a file."""
    letters = {mark, mark.lower(), mark.upper(), mark.casefold()}
    written = {form for letter in letters for form in (letter, json.dumps(letter).strip('"'))}
    return {form.encode(code) for form in written for code in ("utf-8", "utf-16-le", "utf-16-be")}


FORMS = set[bytes]().union(*map(forms, MARKS))


def holds(whole: bytes) -> bool:
    return any(form in whole for form in FORMS)


def everything_in(path: Path, key: Key) -> bytes:
    """Return every value of every table of an encrypted file, the index's own tables too."""
    raw = connection.connect(path, key, read_only=True)
    try:
        named = "SELECT name FROM sqlite_master WHERE type = 'table'"
        names = [name for (name,) in raw.execute(named)]
        rows = [row for name in names for row in raw.execute(f'SELECT * FROM "{name}"')]
        rows += raw.execute("SELECT sql FROM sqlite_master").fetchall()
    finally:
        raw.close()
    values = (value for row in rows for value in row)
    return b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in values)


def in_every_way(own: OwnFile, client: str, subject: str) -> None:
    """Put the marks into own notes in every way there is."""
    said = " ".join(MARKS)
    first = own.write(own_notes.add, client, said, subject, Subject.PERSON)
    other = own.write(own_notes.add, client, f"{said} of the whole")
    own.write(own_notes.change, first, text=f"{said} changed")
    own.write(undo.undo_for, client)
    own.write(undo.redo_for, client)
    own.write(own_notes.remove, other)
    own.keep(drafts.save, f"own:{subject}", f"{said} half a sen", client)


def everywhere_on_disk(tmp_path: Path) -> dict[str, bytes]:
    """Return all files that anything here could have written to, by their names."""
    return {
        str(path): path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file() and path.name != "passphrase"
    }


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> prompt.Place:
    """The case K7, with every folder the program could write to below `tmp_path`."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "TMPDIR"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return prompt.k7(tmp_path / "home")


def test_nothing_of_own_notes_is_anywhere_else(home: prompt.Place, tmp_path: Path) -> None:
    vault = prompt.opened(home)
    client = vault.read(clients.listing)[0].uid
    sam = vault.read(people.circle, client, NOW.date()).people[0].uid
    own = OwnFile(vault)
    in_every_way(own, client, sam)
    assert own.path.with_name("record.own.ipt-wal").stat().st_size, "there is a log to look into"
    assert not any(holds(whole) for whole in everywhere_on_disk(tmp_path).values())
    nothing_is_found(vault)
    nothing_is_told(own, client)
    backup.make(vault.path, vault.key, NOW - timedelta(days=1))
    back_up(vault.path, vault.key, NOW - timedelta(days=1), how=backup.make)
    leave_a_crash_report(own, tmp_path)
    key, own_path = vault.key, own.path
    own.close()
    vault.close()
    said = [home.call(*words) for words in COMMANDS]
    assert [done.code for done in said] == [0] * len(COMMANDS)
    exported = home.call("export", "json", "--to", str(tmp_path / "out.json"))
    assert exported.code == 0
    assert not holds("".join(done.out + done.err for done in [*said, exported]).encode())
    found = everywhere_on_disk(tmp_path)
    assert len(found) >= 7, "the two files, two backups of each, the crash report, the export"
    assert not any(holds(whole) for whole in found.values())
    assert not any(MARKS[0].lower() in name.lower() for name in found)
    kept_apart(home, own_path, key)


def kept_apart(home: prompt.Place, own_path: Path, key: Key) -> None:
    """See with the key: the record and its backups hold nothing, own notes and theirs hold all."""
    assert holds(everything_in(own_path, key)), "or nothing was looked for"
    theirs, records = backup.listing(own_path), backup.listing(home.vault)
    assert len(theirs) == len(records) == 2
    for path in (made.path for made in theirs):
        assert holds(everything_in(path, key))
    for path in (home.vault, *(made.path for made in records)):
        assert not holds(everything_in(path, key))
        assert b"own_note" not in everything_in(path, key)


def nothing_is_found(vault: Vault) -> None:
    """Neither by a search, nor as a word that a misspelt one could have meant."""
    for mark in MARKS:
        found = vault.read(search.find, mark)
        assert not found.hits
        assert not holds(str(vault.read(search.find, f"{mark[:-1]}x")).encode())
    assert not holds(str(vault.read(transfer.dump)).encode())


def nothing_is_told(own: OwnFile, client: str) -> None:
    """Not by the history of own notes either, which may stand on a screen others see."""
    assert not holds(str(own.read(steps.listing_for, client)).encode())


def leave_a_crash_report(own: OwnFile, tmp_path: Path) -> None:
    """Fail in the middle of a write, with what was typed in hand and in the error itself."""

    def fail(session: object, words: str) -> None:
        raise RuntimeError(words)

    def wrong(session: object, words: str) -> None:
        own_notes.add(session, "c-1", "x", words * 9)  # type: ignore[arg-type]

    try:
        own.write(fail, " ".join(MARKS))
    except RuntimeError as error:
        made = crash.report(error, tmp_path / "home" / "crashes", NOW)
    assert made
    assert not holds(made.read_bytes())
    with pytest.raises(VaultError) as caught:
        own.write(wrong, MARKS[0])
    assert not holds("".join(traceback.format_exception(caught.value)).encode())


async def test_a_draft_of_the_screen_is_kept_with_own_notes(
    home: prompt.Place, clock: Clock, tmp_path: Path
) -> None:
    with closing(prompt.opened(home)) as vault:
        key = vault.key
    thread = VaultThread(clock)
    await thread.open(home.vault, key)
    drafting = Drafting(thread.own)
    drafting.remember("own:new", MARKS[0], None)
    await drafting.flush()
    drafting.remember("own:other", MARKS[1], None)
    drafting.flush_now()
    assert await drafting.find("own:new") == MARKS[0]
    assert not any(holds(whole) for whole in everywhere_on_disk(tmp_path).values())
    await thread.close()
    assert not holds(everything_in(home.vault, key))
    assert holds(everything_in(place.own_path(home.vault), key))


async def test_what_is_typed_on_the_screen_is_nowhere_else(
    home: prompt.Place, clock: Clock, tmp_path: Path
) -> None:
    with closing(prompt.opened(home)) as vault:
        key = vault.key
        async with running(vault, clock) as pilot:
            send(pilot, "ctrl+g", "o", *MARKS[0])
            await settle(pilot)
            assert MARKS[0] in screen_text(pilot)
            await press(pilot, "tab", "n")
            pilot.app.screen.query_one(OwnPad).insert(f"{MARKS[1]} {MARKS[2]}")
            await settle(pilot)
            app: Any = pilot.app
            await app._flush_drafts()
            assert not app.own_drafting.is_waiting
            app.action_go_to("people")
            await settle(pilot)
            assert not holds(screen_text(pilot).encode())
            assert not holds(str(app.title).encode())
            nothing_is_found(vault)
    assert not any(holds(whole) for whole in everywhere_on_disk(tmp_path).values())
    assert not holds(everything_in(home.vault, key))
    assert holds(everything_in(place.own_path(home.vault), key))


def test_only_one_export_has_them_and_only_if_it_is_named(
    home: prompt.Place, tmp_path: Path
) -> None:
    to = str(tmp_path / "own.txt")
    none = home.call("export", "own-notes", "--to", to)
    assert (none.code, none.out) == (1, "")
    with closing(prompt.opened(home)) as vault, closing(OwnFile(vault)) as own:
        vault.clock = Clock(NOW)
        client = vault.read(clients.listing)[0].uid
        about = vault.read(sessions.of_client, client)[0]
        own.write(own_notes.add, client, f"{MARKS[0]}\nhe said [no]", about.uid, Subject.SESSION)
        uid = own.write(own_notes.add, "gone-1", MARKS[1])
        own.write(own_notes.copy_text, uid)
    assert home.call("export", "json", "--to", str(tmp_path / "out.json")).code == 0
    assert not any(holds(whole) for whole in everywhere_on_disk(tmp_path).values())
    done = home.call("export", "own-notes", "--to", to)
    assert (done.code, done.out) == (0, f"Written to {to}: 2 own notes.\n")
    assert "not encrypted" in done.err
    assert not holds((done.out + done.err).encode())
    assert (tmp_path / "own.txt").read_text() == (
        "Own notes, kept apart from the record. Written 23 Nov 2026, 18:00.\n\n"
        f"K7\n==\n\n23 Nov 2026, 18:00 · session {about.number}\n\n{MARKS[0]}\nhe said [no]\n\n"
        "somebody who is not in the record any more\n==========================================\n"
        f"\n23 Nov 2026, 18:00 · copied into the record 23 Nov 2026, 18:00\n\n{MARKS[1]}\n"
    )
    again = home.call("export", "own-notes", "--to", to, "--client", "K7")
    assert again.code == 1
    assert "already" in again.err
    assert home.call("export", "own-notes", "--to", to, "--client", "K7", "--replace").code == 0
    assert MARKS[1] not in (tmp_path / "own.txt").read_text()


def test_only_a_copy_that_was_asked_for_comes_into_the_record(home: prompt.Place) -> None:
    with closing(prompt.opened(home)) as vault:
        client = vault.read(clients.listing)[0].uid
        own = OwnFile(vault)
        uid = own.write(own_notes.add, client, MARKS[0])
        copied = own.write(own_notes.copy_text, uid)
        assert not holds(everything_in(vault.path, vault.key))
        vault.write(clients.change, client, about=copied)
        assert vault.read(search.find, MARKS[0]).hits
        assert "an own note was copied" in own.read(steps.listing_for, client)[0].what
        own.close()


def test_own_notes_do_not_open_as_a_record(home: prompt.Place) -> None:
    with closing(prompt.opened(home)) as vault:
        own = OwnFile(vault)
        own.write(own_notes.add, "c-1", MARKS[0])
        own.close()
    with pytest.raises(VaultError, match="not by themselves"):
        unlock(own.path, prompt.PASSPHRASE)
    done = home.call("show", "people", "--vault", os.fspath(own.path))
    assert (done.code, done.out) == (1, "")
    assert "not by themselves" in done.err
    assert not holds(done.err.encode())
