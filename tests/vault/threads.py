"""Looking at a vault's thread from outside, and holding it up."""

import asyncio
import threading

from sqlalchemy import text
from sqlmodel import Session

from ipt_tui.vault.thread import VaultThread
from ipt_tui.vault.vault import Vault


class Gate:
    """Something on the vault's thread that waits until it is let go."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.open = threading.Event()

    def wait(self, session: Session) -> None:
        self.entered.set()
        assert self.open.wait(30)

    async def is_entered(self) -> None:
        await asyncio.to_thread(self.entered.wait, 30)


def is_open(thread: VaultThread) -> bool:
    return thread.is_open


def codes(vault: Vault) -> list[str]:
    """Return the clients in the order they were added."""
    again = Vault.open(vault.path, vault.key)
    found = again.read(codes_of)
    again.close()
    return found


def codes_of(session: Session) -> list[str]:
    return list(session.execute(text("SELECT code FROM client ORDER BY id")).scalars())
