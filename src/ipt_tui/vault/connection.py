"""The raw connection to a SQLCipher file, with every setting the vault's promises rest on."""

import os
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from ipt_tui.vault.errors import WrongPassphrase, explain
from ipt_tui.vault.key import Key

_SETTINGS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA cache_size=-16000",
)
BUSY_SECONDS = 5.0


def connect(path: Path, key: Key, *, read_only: bool = False) -> Any:
    """Open the file at `path` with `key` and return the driver's connection.

    To read only, a whole file that cannot be written is taken as one that nobody changes, so
    that nothing is put beside it. Raises WrongPassphrase if the key does not fit or the first
    page is damaged (SQLCipher cannot tell these apart; `backup` can), else what `explain` makes
    of the driver's error.
    """
    connection = None
    try:
        connection = _open(path, read_only=read_only)
        _set_up(connection, key, read_only=read_only)
    except dbapi2.Error as error:
        if connection is not None:
            connection.close()
        if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
            raise WrongPassphrase from None
        raise explain(error) from None
    return connection


def _open(path: Path, *, read_only: bool) -> Any:
    mode = "?mode=rw"
    if read_only:
        mode = "?mode=ro&immutable=1" if _is_frozen(path) else "?mode=ro"
    return dbapi2.connect(
        f"{path.absolute().as_uri()}{mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def _is_frozen(path: Path) -> bool:
    """Whether the file is refused to us and whole: no log with newer changes stands beside it."""
    log = path.with_name(path.name + "-wal")
    refused = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    return refused and not (log.exists() and log.stat().st_size)


def _set_up(connection: Any, key: Key, *, read_only: bool) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f'PRAGMA key="{key.literal}"')
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for setting in _SETTINGS:
        if not (read_only and "journal_mode" in setting):
            connection.execute(setting)
