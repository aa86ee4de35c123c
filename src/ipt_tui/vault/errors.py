"""What can go wrong with a vault, each as one sentence a person can act on."""

# ruff: noqa: N818 - their names are read as sentences, like their texts


class VaultError(Exception):
    """Base of all; `str(error)` is the sentence to show."""

    sentence = "Something went wrong with the vault. Nothing was changed."

    def __init__(self, sentence: str | None = None) -> None:
        """Take the sentence to show, or the class's own."""
        super().__init__(sentence or self.sentence)


class WrongPassphrase(VaultError):
    """The key does not open this file."""

    sentence = "That passphrase does not open this file."


class Damaged(VaultError):
    """The file is ours but its pages are not whole."""

    sentence = "This file is damaged. Nothing in it was changed."


class NotAVault(VaultError):
    """There is something else at this path."""

    sentence = "This is not an ipt-tui vault. It was left as it is."


class NoVault(VaultError):
    """There is nothing at this path."""

    sentence = "There is no vault here yet."


class AlreadyThere(VaultError):
    """A new vault was asked for where something stands already."""

    sentence = "There is a file here already. It was left as it is; choose another place."


class NoPermission(VaultError):
    """The file or its folder may not be read or written."""

    sentence = "This file cannot be opened: this account has no permission to read it."


class NewerFile(VaultError):
    """The file was made by a newer version."""

    sentence = "This vault was made by a newer ipt-tui. It was opened to read only; please update."


class ReadOnly(VaultError):
    """Writing is not possible here."""

    sentence = "This vault can only be read here, so nothing was saved."


class DiskFull(VaultError):
    """No space to save."""

    sentence = "The disk is full, so this was not saved. Free some space and save again."


class Busy(VaultError):
    """Another window is writing."""

    sentence = "Another window is writing to this vault. Please try again in a moment."


class Vanished(VaultError):
    """The file was moved, deleted or replaced while open."""

    sentence = "The vault file was moved or replaced while it was open, so nothing was saved."


class ChangedElsewhere(VaultError):
    """The row is newer than the one that was read."""

    sentence = "This was changed in another window meanwhile. Your text is kept as a draft."


class CannotUndo(VaultError):
    """A step cannot be taken back."""

    sentence = "There is nothing to take back here."


class NothingToUndo(CannotUndo):
    """No step of this record stands that was done since the unlock."""

    sentence = "Nothing to take back since you unlocked. Older steps: the history."


class NotValid(VaultError):
    """A value does not fit; the sentence says which and what would."""

    sentence = "That cannot be kept as it is."


class Gone(VaultError):
    """The record asked for is no longer there."""

    sentence = "That is no longer there; it may have been removed in another window."


class Unreadable(VaultError):
    """The disk did not give back what it holds."""

    sentence = "The disk could not read this file just now. Nothing in it was changed."


_BY_NAME: dict[str, type[VaultError]] = {
    "SQLITE_IOERR_READ": Unreadable,
    "SQLITE_IOERR_SHORT_READ": Unreadable,
    "SQLITE_FULL": DiskFull,
    "SQLITE_IOERR": DiskFull,
    "SQLITE_READONLY": ReadOnly,
    "SQLITE_BUSY": Busy,
    "SQLITE_LOCKED": Busy,
    "SQLITE_CORRUPT": Damaged,
    "SQLITE_NOTADB": Damaged,
    "SQLITE_CANTOPEN": NoPermission,
    "SQLITE_PERM": NoPermission,
}


def explain(error: BaseException) -> VaultError:
    """Return the sentence for an error of the database driver, without any of its text.

    The driver's own words can hold what a person typed, so they are never passed on: raise the
    result `from None`.
    """
    cause = getattr(error, "orig", None) or error
    name = getattr(cause, "sqlite_errorname", "") or ""
    for prefix, kind in _BY_NAME.items():
        if name.startswith(prefix):
            return kind()
    if isinstance(cause, UnicodeError):
        return NotValid("There is a sign in this text that cannot be kept; please leave it out.")
    if isinstance(cause, OverflowError):
        return NotValid("There is a number in this that is too large to be kept.")
    if "CONSTRAINT" in name:
        return NotValid("That does not fit with what is already kept, so nothing was changed.")
    return VaultError()
