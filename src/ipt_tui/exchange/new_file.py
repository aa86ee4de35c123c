"""Writing a file that leaves the vault: all of it or nothing, readable by its owner only."""

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.ipt.text import clean
from ipt_tui.vault.place import flush_folder

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_LINKS = (*_REFUSED, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


def write_new(path: Path, parts: Iterable[str], *, replace: bool = False) -> None:
    """Write the text made of `parts` to `path` as UTF-8, mode 0600.

    The text goes to a file without a telling name in the same folder, and takes the name `path`
    only once every byte is on the disk. Whatever goes wrong, nothing half-written stays.

    Raises ExchangeError with one sentence: `path` exists and `replace` is False, there is no such
    folder, it refuses, the disk is full.
    """
    refuse_taken(path, replace=replace)
    try:
        handle, name = tempfile.mkstemp(prefix=".ipt-tui-", dir=path.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.writelines(parts)
                file.flush()
                os.fsync(file.fileno())
            _settle(part, path, replace=replace)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ExchangeError(_sentence(error, path)) from None


def shown(path: Path) -> str:
    """Return a path as it may stand in a sentence."""
    return " ".join(clean(str(path)).split())


def refuse_taken(path: Path, *, replace: bool = False) -> None:
    """Raise ExchangeError where a folder has this name, or a file that is not to be replaced."""
    if path.is_dir():
        raise ExchangeError(f"{shown(path)} is a folder; please name a file in it.")
    if not replace and os.path.lexists(path):
        raise ExchangeError(_taken(path))


def _settle(part: Path, path: Path, *, replace: bool) -> None:
    """Give the finished file its name, never over another one unless asked to."""
    if replace:
        part.replace(path)
    else:
        try:
            path.hardlink_to(part)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            refuse_taken(path, replace=False)  # a disk that knows no links
            part.rename(path)
    flush_folder(path.parent)


def _sentence(error: OSError, path: Path) -> str:
    folder = shown(path.parent)
    if isinstance(error, FileExistsError):
        return _taken(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        if path.parent.is_dir():
            return f"In {folder} no file can be made, so nothing was written."
        return f"There is no folder {folder}, so nothing was written."
    if error.errno in _FULL:
        return "The disk is full, so nothing was written."
    if error.errno in _REFUSED:
        return f"Nothing can be written in {folder}: it refuses."
    return f"{shown(path)} could not be written: {error.strerror or 'the system refused'}."


def _taken(path: Path) -> str:
    return f"There is a file {shown(path)} already; it was left as it is."
