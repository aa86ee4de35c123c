"""Whoever leaves the screen, the vault's thread keeps every write and drops only readings."""

import asyncio
import threading
import time
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session

from ipt_tui.vault import backup, clients, drafts
from ipt_tui.vault.thread import VaultThread
from ipt_tui.vault.vault import Vault
from tests.vault.threads import Gate, codes, codes_of

LONG = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 40000000) "
    "SELECT max(i) FROM n"
)
"""A question that takes so long that nobody waits for the answer, but not for ever."""


async def test_who_leaves_does_not_take_the_write_along(opened: VaultThread) -> None:
    gate = Gate()
    waiting = asyncio.create_task(opened.keep(gate.wait))
    await gate.is_entered()
    writing = asyncio.create_task(opened.write(clients.add, "K7"))
    await asyncio.sleep(0)
    writing.cancel()
    waiting.cancel()
    gate.open.set()
    await asyncio.gather(writing, waiting, return_exceptions=True)
    assert writing.cancelled()
    assert await opened.read(codes_of) == ["K7"]


async def test_a_write_refused_after_its_asker_left_is_no_trouble(opened: VaultThread) -> None:
    gate = Gate()
    waiting = asyncio.create_task(opened.keep(gate.wait))
    await gate.is_entered()
    writing = asyncio.create_task(opened.write(clients.add, ""))
    await asyncio.sleep(0)
    writing.cancel()
    gate.open.set()
    await waiting
    await opened.drain()
    assert await opened.read(codes_of) == []


async def test_a_reader_who_leaves_is_interrupted(opened: VaultThread) -> None:
    entered, answered = threading.Event(), threading.Event()

    def asking(session: Session) -> None:
        entered.set()
        session.execute(LONG).all()
        answered.set()

    reading = asyncio.create_task(opened.read(asking))
    await asyncio.to_thread(entered.wait, 30)
    await asyncio.sleep(0.02)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    await opened.write(clients.add, "K7")
    assert await opened.read(codes_of) == ["K7"]
    assert not answered.is_set()


async def test_a_reader_who_leaves_before_its_turn_is_forgotten(opened: VaultThread) -> None:
    gate = Gate()
    asked: list[Session] = []
    waiting = asyncio.create_task(opened.keep(gate.wait))
    await gate.is_entered()
    reading = asyncio.create_task(opened.read(asked.append))
    await asyncio.sleep(0)
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    gate.open.set()
    await waiting
    await opened.write(clients.add, "K7")
    assert asked == []


async def test_readers_who_leave_never_stop_the_write_behind_them(opened: VaultThread) -> None:
    """However close behind it is: the interrupt is for the reader alone."""
    for number in range(150):
        reading = asyncio.create_task(opened.read(codes_of))
        writing = asyncio.create_task(opened.write(clients.add, f"K{number}"))
        await asyncio.sleep(0.0003 * (number % 7))
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        await writing
    assert len(await opened.read(codes_of)) == 150


async def test_closing_waits_for_every_write(thread: VaultThread, vault: Vault) -> None:
    await thread.open(vault.path, vault.key)
    gate = Gate()
    waiting = asyncio.create_task(thread.keep(gate.wait))
    names = [f"K{number}" for number in range(10)]
    writing = [asyncio.create_task(thread.write(clients.add, name)) for name in names]
    await gate.is_entered()
    closing = asyncio.create_task(thread.close())
    await asyncio.sleep(0)
    for task in writing:
        task.cancel()
    gate.open.set()
    await closing
    assert waiting.done()
    assert codes(vault) == names
    assert sorted(path.name for path in vault.path.parent.iterdir()) == ["record.ipt"]


def test_in_the_last_moment_writes_that_wait_are_kept_too(
    thread: VaultThread, vault: Vault
) -> None:
    """The event loop has ended; what was asked for stands in the queue."""
    names = [f"K{number}" for number in range(10)]

    async def ask() -> None:
        await thread.open(vault.path, vault.key)
        asyncio.create_task(thread.keep(slow))  # noqa: RUF006
        for name in names:
            asyncio.create_task(thread.write(clients.add, name))  # noqa: RUF006
        await asyncio.sleep(0)

    def slow(session: Session) -> None:
        time.sleep(0.1)

    asyncio.run(ask())
    thread.close_now()
    thread.close_now()
    assert codes(vault) == names


def test_and_so_are_the_last_words(thread: VaultThread, vault: Vault) -> None:
    asyncio.run(thread.open(vault.path, vault.key))
    thread.keep_now(drafts.save, "person:1:notes", "the last words")
    thread.close_now()
    again = Vault.open(vault.path, vault.key)
    draft = again.read(drafts.load, "person:1:notes")
    assert draft
    assert draft.text == "the last words"
    again.close()


async def test_an_unlock_nobody_waits_for_is_closed_with_the_rest(
    thread: VaultThread, vault: Vault
) -> None:
    opening = asyncio.create_task(thread.open(vault.path, vault.key))
    await asyncio.sleep(0)
    opening.cancel()
    await asyncio.gather(opening, return_exceptions=True)
    await thread.close()
    assert sorted(path.name for path in vault.path.parent.iterdir()) == ["record.ipt"]


def test_leaving_waits_for_no_backup(
    thread: VaultThread, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A big vault takes long to copy and to verify; a lock has to be at once."""
    entered, release, ended = threading.Event(), threading.Event(), threading.Event()
    given: list[threading.Event] = []

    def long(*asked: Any) -> None:
        given.append(asked[-1])
        entered.set()
        release.wait(20)
        ended.set()

    async def leave() -> None:
        await thread.open(vault.path, vault.key)
        backing_up = asyncio.create_task(thread.backup())
        await asyncio.to_thread(entered.wait, 20)
        await thread.close()
        assert not backing_up.done()

    monkeypatch.setattr(backup, "daily", long)
    asyncio.run(leave())
    assert not ended.is_set()
    assert [stop.is_set() for stop in given] == [True]
    release.set()
    assert ended.wait(20)
