"""Where a vault is, and what stands at a path, told before any passphrase."""

import errno
import os
import stat
from contextlib import suppress
from enum import Enum
from pathlib import Path

from ipt_tui.vault.errors import AlreadyThere, NewerFile, NoPermission, NotAVault, NoVault
from ipt_tui.vault.key import PROFILE, SALT_LENGTH, is_ours

SUFFIX = ".ipt"
_SQLITE = b"SQLite format 3\0"
_NO_LINKS = (errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


class Found(Enum):
    """What stands at a path."""

    NOTHING = "nothing"
    VAULT = "vault"


def home() -> Path:
    """Return the folder vaults live in: IPT_TUI_HOME, else the user data folder."""
    if chosen := os.environ.get("IPT_TUI_HOME"):
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("ipt-tui", appauthor=False))


def default_path() -> Path:
    """Return the vault opened when none is named."""
    return home() / f"record{SUFFIX}"


def own_path(vault: Path) -> Path:
    """Return where the own notes of a vault are: NAME.own.ipt beside NAME.ipt."""
    return vault.with_name(f"{vault.name.removesuffix(SUFFIX)}.own{SUFFIX}")


def plan_copy(vault: Path) -> Path:
    """Return where the copy of a plan is that opens while locked: NAME.plan.txt beside NAME.ipt."""
    return vault.with_name(f"{vault.name.removesuffix(SUFFIX)}.plan.txt")


def named(words: str) -> Path:
    """Return the path that somebody typed; "~" is their home. Raises NoVault for none at all."""
    try:
        if words.strip() and "\0" not in words:
            return Path(words.strip()).expanduser()
    except RuntimeError:
        pass
    raise NoVault("Type the path of a file.")


def look(path: Path) -> Found:
    """Return whether there is nothing or a vault at `path`.

    Raises NotAVault, NewerFile or NoPermission, each with a sentence, for everything else.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return Found.NOTHING
    except OSError:
        raise NoPermission from None
    if stat.S_ISDIR(mode):
        raise NotAVault("That path is a folder, not a vault. Name a file inside it.")
    if not stat.S_ISREG(mode):
        raise NotAVault
    header = _header(path)
    if not header:
        raise NotAVault("That file is empty, so it is not a vault. Remove it or choose another.")
    if header == _SQLITE:
        raise NotAVault("That is an unencrypted SQLite file of another program, not a vault.")
    if not is_ours(header):
        raise NotAVault
    if header[3] > PROFILE:
        raise NewerFile("This vault was made by a newer ipt-tui. Please update to open it.")
    return Found.VAULT


def salt_of(path: Path) -> bytes:
    """Return the 16-byte salt of the vault at `path`; raise NoVault where there is none."""
    if look(path) is Found.NOTHING:
        raise NoVault(f"There is no vault at {path}.")
    return _header(path)


def make_room(path: Path) -> None:
    """Create the folder (0700) and an empty file (0600) for a new vault.

    Raises AlreadyThere if anything stands at `path`, NoPermission if the folder refuses.
    """
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(mode=0o700, parents=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        if isinstance(error, FileExistsError) and path.parent.is_dir():
            raise AlreadyThere from None
        raise NoPermission(f"A vault cannot be made in {path.parent}: it refuses.") from None


def give_name(part: Path, path: Path) -> None:
    """Give a finished file its name, whole or not at all.

    Raises AlreadyThere if anything stands at `path` by now, NoPermission if the folder refuses.
    """
    try:
        try:
            path.hardlink_to(part)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            if os.path.lexists(path):
                raise AlreadyThere from None
            part.rename(path)
    except FileExistsError:
        raise AlreadyThere from None
    except OSError:
        raise NoPermission(f"A vault cannot be made in {path.parent}: it refuses.") from None
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Bring a new name in a folder to the disk, where the file system lets a folder be flushed."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(SALT_LENGTH)
    except OSError:
        raise NoPermission from None
