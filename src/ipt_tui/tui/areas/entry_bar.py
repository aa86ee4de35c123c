"""The line at the foot of the timeline that asks about one entry, question after question."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.message import Message

from ipt_tui.ipt.entry_words import sort_of
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.tui.areas.entry_answers import keep
from ipt_tui.tui.areas.entry_questions import FIELDS, asked, following
from ipt_tui.tui.widgets.answer_bar import AnswerBar
from ipt_tui.vault import people, timeline
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.ipt.timeline import Entry, Timeline
    from ipt_tui.tui.app import IptApp

NOTHING_TO_TIE = "There is nothing near it to tie it to; + and - show other days."


class EntryBar(AnswerBar):
    """Asks, keeps each answer, and reads the entry again before the next question."""

    DEFAULT_CSS = "EntryBar { height: auto; }"

    class Kept(Message):
        """An answer is in the record."""

    class Ended(Message):
        """Nothing more is asked."""

    _timeline: Timeline | None = None
    _entry: Entry | None = None

    @property
    def _ipt(self) -> IptApp:
        return cast("IptApp", self.app)

    def begin(self, shown: Timeline, entry: Entry, key: str) -> None:
        """Ask about an entry, from its first question if no key is given."""
        self._timeline, self._entry = shown, entry
        self._ask(key or FIELDS[sort_of(entry)][0])

    def stop(self) -> None:
        """Ask nothing more; what is being typed stays as a draft."""
        if self._entry is not None:
            self._entry = None
            self.close()
            self.post_message(self.Ended())

    def _ask(self, key: str | None) -> None:
        if key is None or self._timeline is None or self._entry is None:
            self.stop()
            return
        question = asked(self._timeline, self._entry, key, self._ipt.audience)
        if question is None:
            self._ipt.tell(NOTHING_TO_TIE)
            self.stop()
            return
        self.open(question)

    @on(AnswerBar.Answered)
    @work
    async def _answered(self, message: AnswerBar.Answered) -> None:
        message.stop()
        entry = self._entry
        if entry is None:
            self.close()
            return
        if message.value is not None and not await self._keep(entry, message.key, message.value):
            return
        if message.then == "close":
            self.stop()
        elif self._entry is not None:
            self._ask(following(self._entry, message.key, -1 if message.then == "back" else 1))

    async def _keep(self, entry: Entry, key: str, value: str) -> bool:
        """Keep an answer; one that is not understood stays, with a sentence."""
        app = self._ipt
        client = app.context.client or ""
        try:
            names = await app.vault.read(people.names, client)
            today = app.clock.today(app.config.day_starts_at)
            await keep(
                app.vault, entry, key, value, names, today,
                southern=app.southern, day_starts_at=app.config.day_starts_at,
            )  # fmt: skip
            self.kept()
            await self._read_again(client, entry)
        except (VaultError, NotHeard) as error:
            self.say(str(error), problem=True)
            return False
        self.post_message(self.Kept())
        return True

    async def _read_again(self, client: str, entry: Entry) -> None:
        """Read the entry as it is by now, wherever in time it came to stand."""
        if self._timeline is None:
            return
        app, window = self._ipt, self._timeline.window
        wanted = timeline.Asked(
            window.today,
            window.zoom,
            await app.vault.read(timeline.day_of, entry.uid),
            None,
            None,
            app.revealed | {entry.uid},
            app.config.day_starts_at,
        )
        self._timeline = await app.vault.read(timeline.timeline, client, wanted)
        self._entry = self._timeline.entry(entry.uid)
