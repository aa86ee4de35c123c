"""Putting a backup back: of a record, or of own notes where they are named."""

import os
import secrets
import shutil
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from ipt_tui.vault import backup, place
from ipt_tui.vault.connection import connect
from ipt_tui.vault.errors import Busy, NoPermission, NotAVault, VaultError, explain
from ipt_tui.vault.key import Key
from ipt_tui.vault.schema import RECORD, Schema
from ipt_tui.vault.vault import side_files

_OPEN = "Another window has this open. Close it, and restore then."


def restore(
    path: Path, key: Key, made: Path, now: datetime, of: Schema = RECORD
) -> tuple[Path, ...]:
    """Put the backup `made` in the place of the file at `path`, whatever stands there.

    Return where what it replaces is kept now: nothing is removed. `key` opens the backup, `of` is
    what has to be in it. Raises VaultError with one sentence, Busy if another window has the file
    open; then nothing was changed.
    """
    backup.verify(made, key)
    if _sort(made, key) != of.application_id:
        raise NotAVault("That is a backup of something else. Nothing was changed.")
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    place.make_room(part)
    try:
        shutil.copyfile(made, part)
        backup.verify(part, key)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        _come_to_rest(path, key)
        kept = _set_aside(path, now)
        place.give_name(part, path)
    except OSError:
        raise NoPermission(f"Nothing could be restored in {path.parent}.") from None
    finally:
        for leftover in (part, *side_files(part)):
            leftover.unlink(missing_ok=True)
    return kept


def _sort(made: Path, key: Key) -> int:
    raw = connect(made, key, read_only=True)
    try:
        return int(raw.execute("PRAGMA application_id").fetchone()[0])
    finally:
        raw.close()


def _come_to_rest(path: Path, key: Key) -> None:
    """Bring the log into a file that can be opened; raise Busy while another window has it open.

    That window would take the log of the new file for its own.
    """
    try:
        raw = connect(path, key)
    except VaultError:
        return  # nothing is there, or nothing that opens: it is kept as it is
    try:
        raw.execute("PRAGMA journal_mode=DELETE")
    except dbapi2.Error as error:
        problem = explain(error)
        raise Busy(_OPEN) if isinstance(problem, Busy) else problem from None
    finally:
        raw.close()


def _set_aside(path: Path, now: datetime) -> tuple[Path, ...]:
    """Give a file, and a log that stands beside it, another name; return the new names."""
    name = f"{path.stem}-replaced-{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}{path.suffix}"
    aside = path.with_name(name)
    kept = []
    for old, new in zip((path, *side_files(path)), (aside, *side_files(aside)), strict=True):
        if os.path.lexists(old):
            old.rename(new)
            kept.append(new)
    return tuple(kept)
