"""The quiet line in a session that says that a concern is open; only an outcome takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import work

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.concern import quiet_line
from ipt_tui.tui.widgets.words import Words
from ipt_tui.vault import concerns

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp


class ConcernLine(Words):
    """Stands above the session of a client about whom a concern is open; takes no focus."""

    DEFAULT_CSS = "ConcernLine { height: auto; padding: 0 1; color: $warning; display: none; }"

    def look(self, *, here: bool) -> None:
        """Say what is open of the client in hand; nothing unless `here`, nothing looking together.

        Kind and time alone: names and words are sensitive, and stand on the screen of the concern.
        """
        app = cast("IptApp", self.app)
        if here and app.context.client is not None and app.audience is not Audience.CLIENT:
            self._read(app, app.context.client)
        else:
            self.workers.cancel_node(self)
            self._say("")

    @work(exclusive=True, group="concern-line")
    async def _read(self, app: IptApp, client: str) -> None:
        today, starts = app.clock.today(), app.config.day_starts_at
        reading = app.vault.read(concerns.open_concerns, client, today, frozenset[str](), starts)
        found = await app.or_tell(reading) or ()
        still = app.context.client == client and not app.together
        self._say(quiet_line(found, today) if still else "")

    def _say(self, words: str) -> None:
        self.say(f"{words}   ctrl+g ! looks at it" if words else "")
        self.display = bool(words)
