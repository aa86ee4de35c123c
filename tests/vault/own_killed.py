"""Starts writers of own notes to be killed, the first of each vault while it makes the file."""

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import text

from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import clients, drafts, own_notes, undo
from ipt_tui.vault.key import Key, random_key
from ipt_tui.vault.own_file import OwnFile
from ipt_tui.vault.vault import Vault
from tests.vault.killed import say, serve

LINES = 12
"""So many lines are said until the writes begin anew."""
CLIENT, OTHER = "0190-one", "0190-two"
PLACE = "own:new"


def writes(own: OwnFile) -> Iterator[str]:
    """Write in every way there is, for ever; yield what has been kept after each."""

    def step() -> str:
        return f"step {newest(own)}"

    for turn in itertools.count(newest(own)):
        own.keep(drafts.save, PLACE, f"{turn} {'x' * 3000}", CLIENT)
        yield f"draft {turn}"
        uid = own.write(own_notes.add, CLIENT, f"note {turn} {'y' * 4000}")
        yield step()
        own.write(own_notes.change, uid, text=f"note {turn} {'z' * 9000}")
        yield step()
        own.write(own_notes.add, OTHER, f"other {turn}", f"session-{turn}", "session")
        yield step()
        for fn in (undo.undo_for, undo.redo_for):
            own.write(fn, CLIENT)
            yield step()
        own.write(own_notes.copy_text, uid)
        yield step()
        own.keep(drafts.save, own_notes.place_of_new(CLIENT), f"typed {turn}", CLIENT)
        own.write(own_notes.keep_typed, CLIENT, own_notes.place_of_new(CLIENT), f"typed {turn}")
        yield step()
        own.keep(drafts.save, own_notes.place_of_new(OTHER), f"left {turn}", OTHER)
        own.write(own_notes.finish, OTHER, "")
        yield step()
        if turn % 3 == 0:
            own.write(own_notes.remove, uid)
            yield step()


def newest(own: OwnFile) -> int:
    """Return the number of the newest step."""
    sql = text("SELECT coalesce(max(id), 0) FROM step")
    return int(own.read(lambda session: session.execute(sql).scalar_one()))


def write_until_killed(path: Path, key: Key, asked: dict[str, Any]) -> None:
    """Write, into the record as well, and say of each write that it was kept."""
    vault = Vault.open(path, key, Clock())
    own = OwnFile(vault)
    say("open 1")
    for number, kept in enumerate(writes(own)):
        say(kept)
        if own._open and number == 0:
            own._open._raw.execute("PRAGMA wal_autocheckpoint=20")
        vault.write(clients.add, f"K{newest(own)}-{number}")


def warm() -> None:
    """Do everything once, so that the writers need not begin by learning how."""
    with tempfile.TemporaryDirectory() as folder:
        vault = Vault.create(Path(folder) / "warm.ipt", random_key())
        own = OwnFile(vault)
        for _ in itertools.islice(writes(own), LINES):
            pass
        own.close()
        vault.close()


if __name__ == "__main__":
    warm()
    serve(write_until_killed)
