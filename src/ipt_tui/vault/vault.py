"""The vault: one encrypted file, opened by one key, read and written by plain functions.

`read(fn, …)`, `write(fn, …)` and `keep(fn, …)` call `fn(session, …)`. A write is one undoable
step and must say what it did with `steps.describe`; `keep` is for drafts and settings.
"""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2
from sqlmodel import Session

from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import connection, drafts, pads, place, schema, search_index, steps
from ipt_tui.vault.errors import (
    AlreadyThere,
    NewerFile,
    NotAVault,
    ReadOnly,
    Vanished,
    VaultError,
    explain,
)
from ipt_tui.vault.key import Key
from ipt_tui.vault.schema import OWN, RECORD, Schema

P = ParamSpec("P")
T = TypeVar("T")
_NOT_BY_THEMSELVES = (
    "These are own notes: they open with the vault they belong to, and not by themselves."
)


class Vault:
    """An open vault, or the file of own notes beside one: `of` says what is in it.

    Synchronous, used from one thread at a time.
    """

    def __init__(
        self, path: Path, key: Key, clock: Clock, of: Schema = RECORD, *, read_only: bool = False
    ) -> None:
        """Open the vault at `path`; `create` and `open` are the ways in."""
        self.path = path
        self.schema = of
        self.key = key
        self.clock = clock
        self.read_only = read_only
        self._identity = _identity(path)
        self._raw = connection.connect(path, key, read_only=read_only)
        self._pool = QueuePool(
            lambda: self._raw, pool_size=1, max_overflow=0, timeout=0, reset_on_return=None
        )
        self._engine = create_engine(
            "sqlite://", module=dbapi2, pool=self._pool, hide_parameters=True
        )
        event.listen(self._engine, "begin", _begin)
        self.opened_at_step = 0
        self.is_newer = False
        """Whether the file was made by a newer version than this program."""

    @classmethod
    def create(cls, path: Path, key: Key, clock: Clock | None = None, of: Schema = RECORD) -> Self:
        """Make a new vault at `path`, where nothing may stand, and open it.

        It is built under another name, so that there is never half a vault at `path`.
        """
        if os.path.lexists(path):
            raise AlreadyThere
        part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
        place.make_room(part)
        try:
            _build(part, key, of)
            place.give_name(part, path)
        finally:
            for leftover in (part, *side_files(part)):
                leftover.unlink(missing_ok=True)
        return cls.open(path, key, clock, of)

    @classmethod
    def open(cls, path: Path, key: Key, clock: Clock | None = None, of: Schema = RECORD) -> Self:
        """Open the vault at `path`. A newer file, or one that cannot be written, opens read-only.

        Raises WrongPassphrase, Damaged, NotAVault for a file of another sort, or one of
        `place.look`'s errors.
        """
        place.salt_of(path)
        vault = cls(path, key, clock or Clock(), of, read_only=not writable(path))
        try:
            vault._refuse_other_sort()
            if vault._scalar("PRAGMA user_version") > of.version:
                vault.close()
                vault = cls(path, key, clock or Clock(), of, read_only=True)
                vault.is_newer = True
            elif not vault.read_only:
                search_index.mend(vault._raw)
                vault._clear_log(patience=0)  # a run that was killed may have left one
                if vault._scalar(pads.DRAFTED):
                    with suppress(VaultError):  # another window may be writing
                        vault.keep(drafts.let_go)
            vault.begin()
        except BaseException:
            vault.close()
            raise
        return vault

    def begin(self) -> None:
        """Let `undo` reach back to here: what was done before is taken back from the history."""
        self.opened_at_step = self._scalar("SELECT coalesce(max(id), 0) FROM step")

    def read(
        self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `fn(session, …)`, read from one consistent moment."""
        return self._run(lambda session: fn(session, *args, **kwargs), write=False)

    def write(
        self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `fn(session, …)`, everything it changed being one undoable step."""

        def job(session: Session) -> T:
            with steps.step(session):
                return fn(session, *args, **kwargs)

        return self._run(job, write=True)

    def keep(
        self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `fn(session, …)`, which may change drafts and settings only."""
        return self._run(lambda session: fn(session, *args, **kwargs), write=True)

    def interrupt(self) -> None:
        """Stop the statement that is running; called from another thread."""
        self._raw.interrupt()

    def close(self) -> None:
        """Write everything into the one file, and close it."""
        if not self.read_only:
            self._clear_log()
        self._engine.dispose()
        self._raw.close()

    def _run(self, job: Callable[[Session], T], *, write: bool) -> T:
        """Return `job(session)`; an error of the database becomes a sentence.

        The sentence is raised after the error was handled: it must not hang on to it, because
        what a person typed may.
        """
        if write:
            self._check_place()
        engine = self._engine.execution_options(immediate=write)
        try:
            with Session(engine, expire_on_commit=False, autoflush=True) as session:
                event.listen(session, "before_flush", steps.stamp)
                session.info["schema"] = self.schema
                session.info["clock"] = self.clock
                session.info["opened_at_step"] = self.opened_at_step
                session.info["read_only"] = self.read_only
                session.info["hidden"] = None if write else {}
                result = job(session)
                if write:
                    session.commit()
                    if session.info.get("forgotten"):
                        self._clear_log(patience=1)
                return result
        except (DBAPIError, dbapi2.Error, UnicodeError, OverflowError) as error:
            sentence = explain(error)
        except SQLAlchemyError:
            sentence = VaultError()
        finally:
            self._let_go()
        raise sentence

    def _clear_log(self, patience: float = connection.BUSY_SECONDS) -> None:
        """Write the log into the file and empty it: what was deleted stands in it until then.

        Where another window reads it for longer than `patience`, in seconds, it stays for now; it
        is emptied at the next lock or unlock.
        """
        with suppress(dbapi2.Error):
            self._raw.execute(f"PRAGMA busy_timeout={patience * 1000:.0f}")
            self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with suppress(dbapi2.Error):
            self._raw.execute(f"PRAGMA busy_timeout={connection.BUSY_SECONDS * 1000:.0f}")

    def _let_go(self) -> None:
        """End a transaction that is still open: SQLite keeps one whose commit was refused."""
        with suppress(dbapi2.Error):
            if self._raw.in_transaction and not self._pool.checkedout():
                self._raw.execute("ROLLBACK")

    def _check_place(self) -> None:
        if self.read_only:
            raise NewerFile if self.is_newer else ReadOnly
        if _identity(self.path) != self._identity:
            raise Vanished

    def _refuse_other_sort(self) -> None:
        found = self._scalar("PRAGMA application_id")
        if found != self.schema.application_id:
            raise NotAVault(_NOT_BY_THEMSELVES if found == OWN.application_id else None)

    def _scalar(self, sql: str) -> int:
        try:
            return int(self._raw.execute(sql).fetchone()[0])
        except dbapi2.Error as error:
            raise explain(error) from None


def side_files(path: Path) -> tuple[Path, Path]:
    """Return the paths of the write-ahead log and its index beside a vault."""
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def _begin(conn: Connection) -> None:
    immediate = conn.get_execution_options().get("immediate")
    conn.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _build(path: Path, key: Key, of: Schema) -> None:
    raw = connection.connect(path, key)
    try:
        raw.execute("BEGIN IMMEDIATE")
        for statement in schema.statements(of):
            raw.execute(statement)
        raw.execute("COMMIT")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except dbapi2.Error as error:
        raise explain(error) from None
    finally:
        raw.close()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def writable(path: Path) -> bool:
    """Return whether a file and its folder may be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


__all__: list[Any] = ["Vault", "side_files", "writable"]
