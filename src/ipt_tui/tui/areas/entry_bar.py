"""The line at the foot of the timeline that asks about one entry, question after question."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ipt_tui.ipt.entry_words import sort_of
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.entry_answers import keep
from ipt_tui.tui.areas.entry_questions import FIELDS, asked, following
from ipt_tui.vault import timeline

if TYPE_CHECKING:
    from ipt_tui.ipt.timeline import Entry, Timeline
    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.widgets.answer_bar import AnswerBar

NOTHING_TO_TIE = "There is nothing near it to tie it to; + and - show other days."


class EntryBar(AskingBar["Entry"]):
    """Asks about one entry, by what the record says of it by then."""

    DEFAULT_CSS = "EntryBar { height: auto; }"

    _timeline: Timeline | None = None

    @property
    def _ipt(self) -> IptApp:
        return cast("IptApp", self.app)

    def begin(self, shown: Timeline, entry: Entry, key: str) -> None:
        """Ask about an entry, from its first question if no key is given."""
        self._timeline, self.about = shown, entry
        self.ask(key or FIELDS[sort_of(entry)][0])

    def ask(self, key: str | None) -> None:
        """Ask the question of a key; stop where there is none."""
        if key is None or self._timeline is None or self.about is None:
            self.stop()
            return
        question = asked(self._timeline, self.about, key, self._ipt.audience)
        if question is None:
            self._ipt.tell(NOTHING_TO_TIE)
            self.stop()
            return
        self.open(question)

    def following(self, message: AnswerBar.Answered) -> str | None:
        """Return the key of the question after an answer that is not the last."""
        if self.about is None:
            return None
        return following(self.about, message.key, -1 if message.then == "back" else 1)

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence."""
        app, entry = self._ipt, self.about
        if entry is None:
            return
        await keep(
            app.vault, entry, key, value, app.context.client or "", app.clock.today(),
            southern=app.southern, day_starts_at=app.config.day_starts_at,
        )  # fmt: skip

    async def read(self) -> None:
        """Read the entry as it is by now, wherever in time it came to stand."""
        app, entry = self._ipt, self.about
        if self._timeline is None or entry is None:
            return
        window = self._timeline.window
        wanted = timeline.Asked(
            window.today,
            window.zoom,
            await app.vault.read(
                timeline.day_of, app.context.client or "", entry.uid, app.config.day_starts_at
            ),
            None,
            None,
            app.revealed | {entry.uid},
            app.config.day_starts_at,
        )
        found = await app.vault.read(timeline.timeline, app.context.client or "", wanted)
        now = found.entry(entry.uid)
        if now is None:
            self.stop()
        elif self.about is entry:
            self._timeline, self.about = found, now
