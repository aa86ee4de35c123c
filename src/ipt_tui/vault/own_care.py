"""Looking after the own notes of a vault without asking them anything: backups, and a new key."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event

from sqlcipher3 import dbapi2

from ipt_tui.vault import backup, connection, place
from ipt_tui.vault.backup import Backup
from ipt_tui.vault.errors import VaultError, WrongPassphrase, explain
from ipt_tui.vault.key import Key
from ipt_tui.vault.own_file import about_own
from ipt_tui.vault.place import Found
from ipt_tui.vault.vault import writable

How = Callable[[Path, Key, datetime, Event | None], Backup | None]


def back_up(
    record: Path, key: Key, now: datetime, stop: Event | None = None, how: How = backup.daily
) -> Backup | None:
    """Back up the own notes of the vault at `record`, into files of their own beside its backups.

    None where there are none, where they may not be written, or where `how` had nothing to do.
    Raises VaultError with one sentence that says which file is meant.
    """
    path = place.own_path(record)
    if not path.exists() or not writable(path):
        return None
    try:
        return how(path, key, now, stop)
    except VaultError as error:
        problem = about_own(error, path)
    raise type(problem)(f"Your own notes were not backed up. {problem}")


def rekey(record: Path, old: Key, new: Key) -> None:
    """Put the own notes of the vault at `record` under a new key, which has the same salt.

    For a change of passphrase: own notes go first, then the record. The new key is tried first,
    so a change that was interrupted between the two is completed by doing it again. No window may
    have them open. Raises WrongPassphrase if neither key opens them.
    """
    path = place.own_path(record)
    try:
        if place.look(path) is Found.NOTHING or _opens(path, new):
            return
        raw = connection.connect(path, old)
        try:
            raw.execute(f'PRAGMA rekey="{new.literal}"')
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except dbapi2.Error as error:
            raise explain(error) from None
        finally:
            raw.close()
    except VaultError as error:
        raise about_own(error, path) from None


def _opens(path: Path, key: Key) -> bool:
    try:
        connection.connect(path, key, read_only=True).close()
    except WrongPassphrase:
        return False
    return True
