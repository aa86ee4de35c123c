"""One step back in the record on screen, and one on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.context import Context
from ipt_tui.vault import clients, undo
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from ipt_tui.tui.app import IptApp


class TakingBack:
    """Takes back and brings back, says what, and keeps a client in hand that is there."""

    _client: str | None = None
    """The client whose adding was taken back last: what is brought back next is theirs."""

    def __init__(self, app: IptApp) -> None:
        """Take steps in the vault of this program."""
        self._app = app

    async def last(self) -> bool:
        """Take back the last change to the record in hand; return whether that was possible."""
        client = self._app.context.client
        return await self._done("Taken back", self._app.vault.write(undo.undo_for, client), client)

    async def one(self, step: int) -> bool:
        """Take back one step of the history; return whether that was possible."""
        client = self._app.context.client
        return await self._done("Taken back", self._app.vault.write(undo.undo_step, step), client)

    async def brought(self, step: int) -> bool:
        """Bring back one step of the history; return whether that was possible."""
        client = self._app.context.client
        return await self._done("Brought back", self._app.vault.write(undo.redo_step, step), client)

    async def undone(self) -> bool:
        """Bring back what was taken back last, a client whose adding that was too."""
        client, self._client = self._client or self._app.context.client, None
        return await self._done(
            "Brought back", self._app.vault.write(undo.redo_for, client), client
        )

    async def _done(self, word: str, writing: Awaitable[str], client: str | None) -> bool:
        try:
            what = await writing
        except VaultError as error:
            self._app.tell(str(error))
            return False
        await self._told(f"{word}: {what}.", client)
        return True

    async def _told(self, sentence: str, client: str | None) -> None:
        """Say it, and have this client in hand; where their adding was taken back, the first."""
        app = self._app
        app.tell(sentence)
        lines = await app.or_tell(app.vault.read(clients.listing))
        if lines is None:
            return
        line = next((line for line in lines if line.uid == client), None)
        if line is None:
            self._client = client
        elif client != app.context.client:
            app.context = Context.of(line)
        app.context = app.context.among(lines)
