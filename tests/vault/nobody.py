"""Being somebody without rights for a while, for folders and files that refuse."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def without_rights(*folders: Path) -> Iterator[None]:
    """Give up being root, if one is, having opened the way to these folders."""
    if os.getuid() != 0:
        yield
        return
    changed = {}
    for folder in folders:
        for above in folder.parents:
            mode = above.stat().st_mode
            if not mode & 0o001:
                changed[above] = mode
                above.chmod(mode | 0o011)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        for above, mode in changed.items():
            above.chmod(mode)


def give_away(*paths: Path) -> None:
    """Let these belong to whoever `without_rights` is."""
    if os.getuid() == 0:
        for path in paths:
            os.chown(path, NOBODY, NOBODY)
