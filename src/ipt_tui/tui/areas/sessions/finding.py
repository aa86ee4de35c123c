"""What the line of a note is about that the cursor is on, else what is nearest above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.note_line import TalkHere, named_at, nearest_above, talk_at
from ipt_tui.tui.areas.sessions.look import CircleLook, EventLook, Look, PersonLook, TalkLook
from ipt_tui.tui.areas.sessions.reading import read_entered
from ipt_tui.vault import people, pointers, talks, tidying

if TYPE_CHECKING:
    from ipt_tui.ipt.tidy import TidyItem
    from ipt_tui.tui.areas.sessions.tidying import Tidying
    from ipt_tui.tui.areas.sessions.view import SessionsView

NO_TALK = "No talk is noted yet; a line such as !talk @Sam begins one."
NOBODY = "Nobody is named in this line; this is the circle."
TAKEN = "The {} is taken from the note; u takes that back."
HERE, ABOVE, NEWEST = "the {} of this line", "the {} nearest above", "the newest {}"
NO_EVENT = "no event is noted above; the timeline"


class Finding:
    """Finds what to look at from a line. `took` is whether a line was taken for it."""

    def __init__(self, area: SessionsView, tidy: Tidying) -> None:
        """Take whose note it is, and what takes a line that waits."""
        self._area, self._keeper, self._tidying = area, area.keeper, tidy
        self.took = False

    async def look(self, kind: type[Look[Any]]) -> Look[Any] | None:
        """Return what there is to look at, None with a sentence for nothing. Raises VaultError."""
        self.took = False
        if kind is TalkLook:
            return await self._talk()
        if kind is EventLook:
            return await self._event()
        who, _ = await self.person()
        if kind is PersonLook and who is None:
            self._area.ipt.tell(NOBODY)
            return CircleLook()
        return kind(who) if kind.AREA == "people" else kind()

    @property
    def _row(self) -> int:
        return self._area.pad.cursor_location[0]

    @property
    def _line(self) -> str:
        return str(self._area.pad.document.get_line(self._row))

    async def person(self) -> tuple[str | None, str]:
        """Return who is named where the cursor is, or whom the talk there is with: uid and name."""
        ground = self._area.ground
        names = await ground.vault.read(people.names, ground.client)
        who = named_at(self._line, self._area.pad.cursor_location[1], tuple(names))
        here = self._talk_at(self._row)
        if not who and here is not None:
            who = named_at(here.head, 0, tuple(names))
        return names.get(who), who

    async def _take(self, items: tuple[TidyItem, ...], what: str) -> None:
        """Take the lines that wait, all or up to one that cannot be."""
        for item in items:
            if not await self._tidying.make(item):
                return
            self.took = True
        if items:
            self._area.ipt.tell(TAKEN.format(what))

    # An event.

    async def _event(self) -> EventLook:
        """Return what the line became, the newest with who it names, or the nearest above."""
        ground, line = self._area.ground, self._line
        if became := self._keeper.entered.get(line):
            return EventLook(became.uid, HERE.format("entry"))
        above = self._above(Mark.EVENT)
        if above != self._row:
            who, name = await self.person()
            if who is not None:
                uid = await ground.vault.read(
                    pointers.event_with, who, None, ground.today, ground.revealed
                )
                which = NEWEST.format("event") if uid else "no event yet"
                return EventLook(uid, f"{which} with {name}")
        return await self._noted(above) or EventLook(None, NO_EVENT)

    async def _noted(self, row: int | None) -> EventLook | None:
        """Return the event that a row of the note is, which is taken first."""
        found = self._keeper.found
        if found is None or row is None:
            return None
        note = self._area.pad.text
        await self._take(
            tuple(item for item in self._keeper.waiting(note) if item.number == row), "event"
        )
        became = await read_entered(self._area.ground, self._keeper.pieces(note, found))
        entry = became.get(self._area.pad.document.get_line(row))
        where = HERE if row == self._row else ABOVE
        return EventLook(entry.uid, where.format("event")) if entry else None

    def _above(self, mark: Mark) -> int | None:
        found = self._keeper.found
        pieces = self._keeper.pieces(self._area.pad.text, found) if found else ()
        return nearest_above(pieces, mark, self._row)

    # A talk.

    def _talk_at(self, row: int, done: tuple[Any, ...] | None = None) -> TalkHere | None:
        """Return the talk that a line is of; `done` are the lines looked at, if not as read."""
        found = self._keeper.found
        if found is None:
            return None
        note = self._area.pad.text
        done = found.done if done is None else done
        items = self._keeper.waiting(note, done)
        return talk_at(self._keeper.pieces(note, found), items, done, row, of=found.session.uid)

    async def _talk(self) -> TalkLook | None:
        """Return the talk the line is of, the newest with who it names, else the nearest above.

        Else it is the one in hand, or the newest. Raises VaultError.
        """
        uid, row = "", self._row
        if self._talk_at(row) is not None:
            uid = await self._taken_talk(row)
            return TalkLook(uid, HERE.format("talk")) if uid else None
        who, name = await self.person()
        above = self._above(Mark.TALK)
        if who is None and above is not None:
            uid = await self._taken_talk(above)
            return TalkLook(uid, ABOVE.format("talk")) if uid else None
        return await self._newest(who, name)

    async def _taken_talk(self, row: int) -> str:
        """Return the uid of the talk a line is of, which is taken first; "" where it cannot be."""
        here, session = self._talk_at(row), self._keeper.session
        if here is not None and here.waiting and session is not None:
            await self._take(here.waiting, "talk")
            here = self._talk_at(row, await self._area.ipt.vault.read(tidying.done, session.uid))
        return here.uid if here is not None else ""

    async def _newest(self, who: str | None, name: str) -> TalkLook | None:
        ground, app = self._area.ground, self._area.ipt
        found = await ground.vault.read(
            talks.talks, ground.client, ground.today, who, ground.revealed, ground.day_starts_at
        )
        uids = [line.uid for line in found.lines]
        if not uids:
            app.tell(NO_TALK)
            return None
        if app.context.talk in uids:
            return TalkLook(app.context.talk, "the talk in hand")
        newest = NEWEST.format("talk")
        return TalkLook(uids[0], f"{newest} with {name}" if who else newest)
