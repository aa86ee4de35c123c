"""One step back in the record on screen, and one on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.context import Context
from ipt_tui.vault import clients, undo
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp


class Steps:
    """Takes back and brings back, says what, and keeps a client in hand that is there."""

    _taken_back: str | None = None
    """The client whose adding was taken back last: the next step on is about them."""

    def __init__(self, app: IptApp) -> None:
        """Take steps in the vault of this program."""
        self._app = app

    async def back(self) -> bool:
        """Take back the last change to the record in hand; return whether that was possible."""
        client = self._app.context.client
        try:
            what = await self._app.vault.write(undo.undo_for, client)
        except VaultError as error:
            self._app.tell(str(error))
            return False
        await self._told(f"Taken back: {what}.", client)
        return True

    async def on(self) -> bool:
        """Bring back what was taken back last, a client whose adding that was too."""
        client, self._taken_back = self._taken_back or self._app.context.client, None
        try:
            what = await self._app.vault.write(undo.redo_for, client)
        except VaultError as error:
            self._app.tell(str(error))
            return False
        await self._told(f"Brought back: {what}.", client)
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
            self._taken_back = client
        elif client != app.context.client:
            app.context = Context.of(line)
        app.context = app.context.among(lines)
