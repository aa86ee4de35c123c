"""One file asked by the screen: read, write and keep, awaitable, in order, on one thread."""

from __future__ import annotations

import asyncio
from threading import Lock
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

    from sqlmodel import Session

    from ipt_tui.vault.own_file import OwnFile
    from ipt_tui.vault.vault import Vault

P = ParamSpec("P")
T = TypeVar("T")


class Asked:
    """A file on a thread that it may share; writes are never cancelled, reads may be dropped."""

    def __init__(
        self,
        pool: ThreadPoolExecutor,
        writes: set[asyncio.Future[Any]],
        find: Callable[[], Vault | OwnFile | None],
    ) -> None:
        """Take the thread, the writes it still has to do, and what finds the file, if it is open.

        `find` gives None while it is locked.
        """
        self._pool = pool
        self._writes = writes
        self._find = find
        self._reading: object | None = None
        self._turn = Lock()

    @property
    def is_open(self) -> bool:
        """Whether it can be asked."""
        return self._find() is not None

    async def read(
        self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `fn(session, …)`. If the one who asked goes away, the reading is interrupted."""
        file, mark = self._file(), object()

        def job() -> T:
            self._reading = mark
            try:
                return file.read(fn, *args, **kwargs)
            finally:
                with self._turn:
                    self._reading = None

        future = asyncio.get_running_loop().run_in_executor(self._pool, job)
        try:
            return await future
        except asyncio.CancelledError:
            with self._turn:  # or the interrupt might hit the write that comes next
                if self._reading is mark:
                    file.interrupt()
            raise

    async def write(
        self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `fn(session, …)`, one undoable step; goes on even if the caller is cancelled."""
        file = self._file()
        return await self._kept(lambda: file.write(fn, *args, **kwargs))

    async def keep(
        self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `fn(session, …)`, for drafts and settings; goes on like a write."""
        file = self._file()
        return await self._kept(lambda: file.keep(fn, *args, **kwargs))

    def keep_now(
        self, fn: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Keep something and wait for it here, for the last moment of a program that ends."""
        file = self._file()
        return self._pool.submit(lambda: file.keep(fn, *args, **kwargs)).result(timeout=5)

    def _file(self) -> Vault | OwnFile:
        file = self._find()
        if file is None:
            raise VaultError("The vault is locked.")
        return file

    async def _kept(self, job: Callable[[], T]) -> T:
        future = asyncio.get_running_loop().run_in_executor(self._pool, job)
        self._writes.add(future)
        future.add_done_callback(self._writes.discard)
        return await asyncio.shield(future)
