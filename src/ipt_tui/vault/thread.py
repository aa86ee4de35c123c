"""The vault for the screen: the same read, write and keep, awaitable, in order, on one thread.

Nothing of the database is imported before the first job, so a screen can be painted first.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

from ipt_tui.vault.asked import Asked
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.key import Key
    from ipt_tui.vault.own_file import OwnFile
    from ipt_tui.vault.vault import Vault

T = TypeVar("T")


class VaultThread(Asked):
    """One vault on one thread of its own, and on the same thread `own`, the own notes beside it."""

    def __init__(self, clock: Clock) -> None:
        """Start without a vault: `create`, `unlock` or `open` comes first."""
        self.clock = clock
        self._vault: Vault | None = None
        self._own: OwnFile | None = None
        self._leaving = Event()
        pool = ThreadPoolExecutor(1, thread_name_prefix="vault")
        super().__init__(pool, set(), lambda: self._vault)
        self.own = Asked(pool, self._writes, lambda: self._own)

    @property
    def vault(self) -> Vault:
        """The open vault; for its path and key, never for questions.

        Raises VaultError while there is none.
        """
        if self._vault is None:
            raise VaultError("The vault is locked.")
        return self._vault

    def warm(self, *modules: str) -> None:
        """Import modules on the vault's thread, in order, while a person is still typing.

        Where one is leaving already there is nothing to prepare.
        """
        if self._leaving.is_set():
            return
        for name in ("ipt_tui.vault.unlock", *modules):
            self._pool.submit(importlib.import_module, name)
        self._pool.submit(_configure)

    async def create(self, path: Path, passphrase: str) -> None:
        """Make a new vault under a passphrase and open it."""

        def job() -> Vault:
            from ipt_tui.vault import unlock

            return unlock.create(path, passphrase, self.clock)

        await self._opened(job)

    async def begin(self, whose: str) -> str | None:
        """Put into a new vault what one begins with; return the uid of one's own record, if any."""
        from ipt_tui.vault import first

        return await self._kept(lambda: first.begin(self.vault, whose))

    async def unlock(self, path: Path, typed: str) -> None:
        """Open a vault with a passphrase or the letters of the recovery sheet."""

        def job() -> Vault:
            from ipt_tui.vault import unlock

            return unlock.unlock(path, typed, self.clock)

        await self._opened(job)

    async def create_throwaway(self, path: Path, fill: Callable[[Vault], None]) -> None:
        """Make a vault under a key nobody knows and fill it, for the demo."""

        def job() -> Vault:
            from ipt_tui.vault.key import random_key
            from ipt_tui.vault.vault import Vault

            vault = Vault.create(path, random_key(), self.clock)
            try:
                fill(vault)
                vault.begin()
            except BaseException:
                vault.close()
                raise
            return vault

        await self._opened(job)

    async def open(self, path: Path, key: Key) -> None:
        """Open a vault with its raw key."""

        def job() -> Vault:
            from ipt_tui.vault.vault import Vault

            return Vault.open(path, key, self.clock)

        await self._opened(job)

    async def drain(self) -> None:
        """Wait until every write has reached the file."""
        while self._writes:
            await asyncio.wait(set(self._writes))

    async def backup(self) -> None:
        """Make the day's backup on a connection and a thread of its own.

        Nothing waits for that thread, least of all a lock: copying a big vault takes long.
        """
        from ipt_tui.vault import backup

        if not self.vault.read_only:
            await self._beside(backup.daily)

    async def back_up_own(self) -> None:
        """Make the day's backup of own notes in the same way, if there are any.

        Raises VaultError with one sentence that says which file is meant.
        """
        from ipt_tui.vault import own_care

        await self._beside(own_care.back_up)

    async def _beside(self, back_up: Callable[[Path, Key, datetime, Event], object]) -> None:
        vault = self.vault
        told: Future[object] = Future()
        told.set_running_or_notify_cancel()  # whoever stops waiting cannot take it back

        def job() -> None:
            try:
                told.set_result(back_up(vault.path, vault.key, self.clock.now(), self._leaving))
            except BaseException as error:  # noqa: BLE001
                told.set_exception(error)

        Thread(target=job, name="backup", daemon=True).start()
        await asyncio.wrap_future(told)

    async def backup_now(self) -> None:
        """Make a backup before much is changed at once, whatever the day has already."""
        from ipt_tui.vault import backup

        vault = self.vault
        if not vault.read_only:
            await asyncio.to_thread(backup.make, vault.path, vault.key, self.clock.now())

    async def close(self) -> None:
        """Wait for the writes, then close the vault and the thread."""
        self._leaving.set()
        await self.drain()
        if self.is_open:
            await self._run(self._forgotten())
        self._pool.shutdown(wait=False)

    def close_now(self) -> None:
        """Close without an event loop, for the last moment of a program that ends."""
        self._leaving.set()
        if self.is_open:
            with contextlib.suppress(Exception):
                self._pool.submit(self._forgotten()).result(timeout=5)
        self._pool.shutdown(wait=False)

    async def _opened(self, job: Callable[[], Vault]) -> None:
        """Open a vault; one that nobody waits for any more is here to be closed all the same."""

        def opening() -> None:
            from ipt_tui.vault.own_file import OwnFile

            vault = job()
            close = self._forgotten()
            self._vault, self._own = vault, OwnFile(vault)
            close()

        await self._kept(opening)

    def _forgotten(self) -> Callable[[], None]:
        """Forget both files at once; return what closes them."""
        vault, own = self._vault, self._own
        self._vault = self._own = None

        def close() -> None:
            for file in (vault, own):
                if file is not None:
                    file.close()

        return close

    async def _run(self, job: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, job)


def _configure() -> None:
    """Have the tables tied to their classes, which would else be done at the first question."""
    from sqlalchemy.orm import configure_mappers

    configure_mappers()
