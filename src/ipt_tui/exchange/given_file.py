"""A file that somebody named to be read: what the system says against it becomes one sentence."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.new_file import shown

LARGEST = 1_000_000_000
"""No file of more bytes is read."""


@contextmanager
def readable(path: Path) -> Iterator[str]:
    """Read the file at `path` within; yields its name as it may stand in a sentence.

    Raises ExchangeError with one sentence: there is none, it is a folder or no plain file, it is
    too large, it refuses.
    """
    name = shown(Path(path.name))
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise ExchangeError(f"{name or shown(path)} is a folder; please name a file in it.")
        if not stat.S_ISREG(found.st_mode):
            raise ExchangeError(f"{name} is not a file that can be read as a whole.")
        if found.st_size > LARGEST:
            raise ExchangeError(f"{name} is larger than any record, so it was not read.")
        yield name
    except (FileNotFoundError, NotADirectoryError):
        raise ExchangeError(f"There is no file {shown(path)}.") from None
    except PermissionError:
        raise ExchangeError(f"{name} cannot be read: this account has no permission.") from None
    except (OSError, ValueError):
        raise ExchangeError(f"{name} cannot be read.") from None
