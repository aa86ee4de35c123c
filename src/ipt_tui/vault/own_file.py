"""The file of own notes beside a vault: opened when first asked for, made when first written.

It has the vault's salt and key and is never attached to it. Whatever is wrong with it is told
when own notes are asked for, in one sentence, and hinders nothing else.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import create_engine
from sqlcipher3 import dbapi2
from sqlmodel import Session

from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import backup, place, schema
from ipt_tui.vault.errors import (
    AlreadyThere,
    Damaged,
    NewerFile,
    NoPermission,
    NotAVault,
    NoVault,
    ReadOnly,
    Unreadable,
    Vanished,
    VaultError,
    WrongPassphrase,
)
from ipt_tui.vault.key import Key
from ipt_tui.vault.place import Found
from ipt_tui.vault.vault import Vault

P = ParamSpec("P")
T = TypeVar("T")

_SENTENCES: dict[type[VaultError], str] = {
    NoVault: "The file of your own notes is missing: {path}. Backups of it are in {backups}.",
    NotAVault: "What stands at {path} are not the own notes of this vault. It was left as it is.",
    WrongPassphrase: (
        "The key of this vault does not open its own notes: {path}. They are damaged, or a change "
        "of passphrase was interrupted; they were left as they are."
    ),
    Damaged: "Your own notes are damaged: {path}. Nothing in them was changed.",
    NoPermission: "Your own notes cannot be opened: this account has no permission for {path}.",
    NewerFile: "Your own notes were made by a newer ipt-tui, so this one cannot write them.",
    ReadOnly: "Your own notes can only be read here, so nothing was saved.",
    Vanished: "The file of your own notes was moved or replaced, so nothing was saved.",
    Unreadable: "The disk could not read your own notes just now. Nothing in them was changed.",
}


class OwnFile:
    """The own notes of one open vault: the same read, write and keep."""

    def __init__(self, record: Vault) -> None:
        """Take the vault they belong to; nothing is looked at yet."""
        self.path = place.own_path(record.path)
        self._record = record
        self._open: Vault | None = None

    def read(
        self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `fn(session, …)`; where no file was made yet, what an empty one answers."""
        with self._told():
            vault = self._found()
            if vault is None:
                with _empty(self._record.clock) as session:
                    return fn(session, *args, **kwargs)
            return vault.read(fn, *args, **kwargs)

    def write(
        self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `fn(session, …)`, one undoable step in the history of own notes."""
        with self._told():
            return self._found_or_made().write(fn, *args, **kwargs)

    def keep(
        self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `fn(session, …)`, which may change the drafts and settings of own notes."""
        with self._told():
            return self._found_or_made().keep(fn, *args, **kwargs)

    def interrupt(self) -> None:
        """Stop the statement that is running; called from another thread."""
        vault = self._open
        if vault is not None:
            vault.interrupt()

    def close(self) -> None:
        """Write everything into the one file, and close it, if it was opened at all."""
        vault, self._open = self._open, None
        if vault is not None:
            vault.close()

    def _found(self) -> Vault | None:
        """Return the open file, None where there is none yet.

        Where backups say that there was one, none is begun: the backups of the new one would in
        time take the place of those of the old.
        """
        if self._open is None:
            if place.look(self.path) is Found.NOTHING:
                if backup.listing(self.path):
                    raise NoVault
                return None
            if place.salt_of(self.path) != self._record.key.salt:
                raise NotAVault
            self._open = Vault.open(self.path, self._record.key, self._record.clock, schema.OWN)
        return self._open

    def _found_or_made(self) -> Vault:
        if self._found() is None:
            key, clock = self._record.key, self._record.clock
            with suppress(AlreadyThere):  # another window was first
                self._open = Vault.create(self.path, key, clock, schema.OWN)
        vault = self._found()
        if vault is None:
            raise NotAVault
        return vault

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Have what is wrong with the file said so that it is known which file is meant.

        One that is damaged is opened anew for the next question: after one bad page a connection
        gives back none of the others.
        """
        try:
            yield
        except (Damaged, WrongPassphrase) as error:
            self.close()
            raise _damaged_or(error, self.path, self._record.key) from None
        except VaultError as error:
            raise about_own(error, self.path) from None


def about_own(error: VaultError, path: Path) -> VaultError:
    """Return what is wrong with the file in words for own notes; other complaints stay."""
    sentence = _SENTENCES.get(type(error))
    if sentence is None:
        return error
    return type(error)(sentence.format(path=path, backups=backup.folder(path)))


def _damaged_or(error: VaultError, path: Path, key: Key) -> VaultError:
    """Return what is wrong with a file that does not open; a whole backup means damage."""
    whole = backup.newest_whole(path, key)
    if whole is None:
        return about_own(error, path)
    made = f"The backup of {whole.made:%d %b %Y, %H:%M} is whole: {whole.path}"
    return Damaged(f"Your own notes are damaged. {made}")


@contextmanager
def _empty(clock: Clock) -> Iterator[Session]:
    """Give a session on an empty file of own notes that is only in memory."""
    engine = create_engine("sqlite://", module=dbapi2, hide_parameters=True)
    try:
        with Session(engine) as session:
            for statement in schema.statements(schema.OWN):
                session.connection().exec_driver_sql(statement)
            session.info.update(clock=clock, opened_at_step=0, schema=schema.OWN, read_only=False)
            yield session
    finally:
        engine.dispose()
