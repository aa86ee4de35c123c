"""Backups: verified copies beside the vault, one a day, seven days and eight weeks of them.

All of it runs on a connection of its own, so that nothing waits for it.
"""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Event

from sqlcipher3 import dbapi2

from ipt_tui.vault.connection import connect
from ipt_tui.vault.errors import Damaged, VaultError, WrongPassphrase, explain
from ipt_tui.vault.key import Key
from ipt_tui.vault.place import flush_folder

DAILY, WEEKLY = 7, 8
_ONCE = "PRAGMA cache_size=-2000"
"""Pages are read once and in their order here: keeping many of them would only fill the memory."""
_STAMP = "%Y%m%d-%H%M%S"
_PART = ".part"
_STALE_SECONDS = 3600
_LOOK_UP = 1000
"""After how many steps of the database's machine the copying looks whether it should stop."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file and the local time it was made."""

    path: Path
    made: datetime


def folder(vault: Path) -> Path:
    """Return the folder of a vault's backups."""
    return vault.parent / "backups"


def listing(vault: Path) -> tuple[Backup, ...]:
    """Return the backups of a vault, newest first."""
    found = []
    for path in _beside(vault):
        try:
            made = datetime.strptime(path.stem[len(vault.stem) + 1 :], _STAMP)  # noqa: DTZ007
        except ValueError:
            continue
        if path.name == _name(vault, made):
            found.append(Backup(path, made))
    return tuple(sorted(found, key=lambda backup: backup.made, reverse=True))


def make(vault: Path, key: Key, now: datetime, stop: Event | None = None) -> Backup:
    """Copy the vault, verify the copy by opening it, and only then give it its name.

    Whoever wants the vault closed sets `stop`: the copying ends at once. Raises VaultError with a
    sentence; a copy that is not whole is removed again.
    """
    stop = stop or Event()
    target = folder(vault) / _name(vault, now)
    part = target.with_name(f"{target.name}.{os.getpid()}{_PART}")
    try:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        _copy(vault, key, part, stop)
        _check(part, key)
        _settle(part, target)
    except dbapi2.Error as error:
        raise explain(error) from None
    except OSError:
        raise VaultError(f"No backup could be written to {target.parent}.") from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    _rotate(vault, target)
    return Backup(target, now.replace(tzinfo=None, microsecond=0))


def daily(vault: Path, key: Key, now: datetime, stop: Event | None = None) -> Backup | None:
    """Make the day's backup unless there is one; return it, or None if there was one."""
    if any(backup.made.date() == now.date() for backup in listing(vault)):
        return None
    return make(vault, key, now, stop)


def verify(path: Path, key: Key) -> None:
    """Open a file and read every page of it; raise Damaged if it is not whole."""
    raw = connect(path, key, read_only=True)
    try:
        raw.execute(_ONCE)
        problems = raw.execute("PRAGMA cipher_integrity_check").fetchall()
        whole = raw.execute("PRAGMA quick_check").fetchone()
        raw.execute("SELECT count(*) FROM step").fetchone()
    except dbapi2.DatabaseError:
        raise Damaged from None
    finally:
        raw.close()
    if problems or not whole or whole[0] != "ok":
        raise Damaged


def newest_whole(vault: Path, key: Key) -> Backup | None:
    """Return the newest backup that this key opens, None if there is none.

    It tells a damaged file from a wrong passphrase: both give SQLCipher's same error, but a
    backup has the same salt, so a key that opens the backup should have opened the file.
    """
    for backup in listing(vault):
        try:
            verify(backup.path, key)
        except (VaultError, OSError):
            continue
        return backup
    return None


def _check(part: Path, key: Key) -> None:
    """Verify a copy; here the key is right, so whatever is wrong is wrong with the copy."""
    try:
        verify(part, key)
    except (Damaged, WrongPassphrase):
        raise VaultError("The backup could not be read back, so it was not kept.") from None


def _name(vault: Path, made: datetime) -> str:
    return f"{vault.stem}-{made:{_STAMP}}{vault.suffix}"


def _beside(vault: Path) -> Iterator[Path]:
    """Return what stands in the folder of backups under the name of this vault."""
    with suppress(OSError):
        for path in folder(vault).iterdir():
            if path.name.startswith(f"{vault.stem}-"):
                yield path


def _copy(vault: Path, key: Key, part: Path, stop: Event) -> None:
    raw = connect(vault, key)
    try:
        raw.execute(_ONCE)
        raw.set_progress_handler(stop.is_set, _LOOK_UP)
        raw.execute("VACUUM INTO ?", (str(part),))
    finally:
        raw.close()


def _settle(part: Path, target: Path) -> None:
    """Make sure that every byte is on the disk before the copy gets its name."""
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.rename(target)
    flush_folder(target.parent)


def _rotate(vault: Path, made: Path) -> None:
    """Keep the newest backups of seven days, and one of each of eight weeks before them.

    The one just made stays, whatever day the clock says it is. What a backup that was interrupted
    has left behind goes as well.
    """
    backups = listing(vault)
    days = sorted({backup.made.date() for backup in backups}, reverse=True)[:DAILY]
    weeks: dict[tuple[int, int], None] = {_week(day): None for day in days}
    covered = len(weeks)
    for backup in backups:
        if backup.path == made or backup.made.date() in days:
            continue
        week = _week(backup.made.date())
        if week in weeks or len(weeks) - covered == WEEKLY:
            _remove(backup.path)
        else:
            weeks[week] = None
    for part in _beside(vault):
        if part.name.endswith(_PART) and _is_stale(part):
            _remove(part)


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _is_stale(part: Path) -> bool:
    with suppress(OSError):
        return time.time() - part.stat().st_mtime > _STALE_SECONDS
    return False


def _remove(path: Path) -> None:
    """Remove a file; one that stays does not make the new backup any less good."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
