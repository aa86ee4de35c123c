"""Making and opening a vault by what a person types: a passphrase or the recovery sheet."""

from pathlib import Path

from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.passphrase import prepare
from ipt_tui.vault import backup, place
from ipt_tui.vault.errors import Damaged, VaultError, WrongPassphrase
from ipt_tui.vault.key import Key, derive, new_salt
from ipt_tui.vault.recovery import RecoveryError, decode, looks_like
from ipt_tui.vault.vault import Vault

_OLD_SHEET = (
    "These letters do not open this file. They may be from before a change of passphrase, "
    "or the sheet of another file."
)


def create(path: Path, passphrase: str, clock: Clock | None = None) -> Vault:
    """Make a new vault at `path` under a passphrase, and open it."""
    return Vault.create(path, derive(prepare(passphrase), new_salt()), clock)


def unlock(path: Path, typed: str, clock: Clock | None = None) -> Vault:
    """Open the vault at `path` with a passphrase or with the letters of its recovery sheet.

    Raises WrongPassphrase; or Damaged, if the same key opens the newest backup but not the file.
    """
    salt = place.salt_of(path)
    complaint: VaultError = WrongPassphrase()
    if looks_like(typed):
        try:
            return _open(path, Key(decode(typed), salt), clock)
        except RecoveryError as error:
            complaint = WrongPassphrase(str(error))
        except WrongPassphrase:
            complaint = WrongPassphrase(_OLD_SHEET)
    try:
        return _open(path, derive(prepare(typed), salt), clock)
    except WrongPassphrase:
        raise complaint from None


def _open(path: Path, key: Key, clock: Clock | None) -> Vault:
    """Open the vault; if the key does not, but opens a backup, say that the file is damaged."""
    try:
        return Vault.open(path, key, clock)
    except (WrongPassphrase, Damaged):
        whole = backup.newest_whole(path, key)
        if whole is None:
            raise
    raise Damaged(
        f"This file is damaged. The backup of {whole.made:%d %b %Y, %H:%M} is whole: {whole.path}"
    )
