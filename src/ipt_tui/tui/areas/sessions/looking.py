"""Quick looks from within the note: at who, what or which talk its line names, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import work

from ipt_tui.ipt.note_line import TalkHere, named_at, talk_at
from ipt_tui.ipt.tidy import to_tidy
from ipt_tui.tui.areas.sessions.look import LOOKS, CircleLook, EventLook, Look, PersonLook, TalkLook
from ipt_tui.tui.areas.sessions.tidying import SessionsTidying
from ipt_tui.tui.verbs import Target
from ipt_tui.vault import people, pointers, talks, tidying
from ipt_tui.vault.errors import Gone

if TYPE_CHECKING:
    from textual.widget import Widget

    from ipt_tui.ipt.tidy import Tidied

NO_TALK = "No talk is noted yet; a line such as !talk @Sam begins one."
NOBODY = "Nobody is named in this line; this is the circle."
_BY_LETTER = {kind.LETTER: kind for kind in LOOKS}
_PLACE = tuple[tuple[int, int], str, int]
"""Where one is in a note: the cursor, the text, the first line on screen."""


class SessionsLooks(SessionsTidying):
    """Looks without leaving the note."""

    _note_at: _PLACE | None = None

    # Which letters look, and which go.

    @property
    def targets(self) -> tuple[Target, ...]:
        """Letters after `g`: from the note of a session that runs they look, once more they go."""
        if not self.looks:
            return self.GO
        open_now = self.look.look
        return self.GO + tuple(
            Target(kind.LETTER, f"go to {kind.AREA}", f"go_to('{kind.AREA}')")
            if isinstance(open_now, kind) and open_now.LETTER == kind.LETTER
            else Target(kind.LETTER, f"see {kind.NAME}", f"in_area('look', '{kind.LETTER}')")
            for kind in LOOKS
        )

    @property
    def looks(self) -> bool:
        """Whether one is in the note of a session that runs, or looks at something from there."""
        runs = self.session is not None and self.session.line.running
        in_note = self.screen.focused is self.pad or self.look.look is not None
        return runs and self.pad.display and in_note

    @property
    def is_over(self) -> bool:
        """Whether a look is over the note: there is room for one pane."""
        return self.look.look is not None and self.screen.has_class("-narrow")

    def home(self) -> Widget:
        """What is looked at, where that is all there is room for or to see; else as without it."""
        seen = self.is_over or not (self.pad.display or self.progress_note.display)
        home = self.look.home if seen else None
        return home or super().home()

    def action_note(self) -> None:
        """To the note; a look over it closes."""
        self._lift_look()
        super().action_note()

    def action_tidy(self) -> None:
        """To what waits; a look over it closes."""
        self._lift_look()
        super().action_tidy()

    def _lift_look(self) -> None:
        if self.is_over:
            self.close_look()

    def on_resize(self) -> None:
        """Where the look comes to be over the note, what had the focus is not shown."""
        self.call_after_refresh(self._follow_size)

    def _follow_size(self) -> None:
        if self.is_over and self.display and not self.look.has_it and self.bar.asked is None:
            self.into_look()

    # Looking.

    @work(exclusive=True, group="look")
    async def action_look(self, letter: str) -> None:
        """Look at what the line names; the note stays as it is, to the letter."""
        with self.ipt.gate.held():
            look = await self.ipt.or_tell(self._found(_BY_LETTER[letter]))
            if look is None or await self.ipt.or_tell(self._read(look)) is None:
                return
            if self._note_at is None:
                at = self.pad.cursor_location, self.pad.text, self.pad.scroll_offset.y
                self._note_at = at
            with self.app.batch_update():
                self.add_class("-look")
                self.set_class(isinstance(look, TalkLook), "-talk")  # its table needs more room
                await self.look.open(look, self.ground)
            left = self.is_over or self.look.has_it or self.screen.focused is None
            if left and self.bar.asked is None:  # a question that stands keeps what is typed
                self.into_look()
            self.refresh_bindings()

    async def _read(self, look: Look[Any]) -> bool:
        await look.read(self.ground)
        return True

    def into_look(self) -> None:
        """Go into what is looked at."""
        home = self.look.home
        if home is not None:
            self.screen.set_focus(home, scroll_visible=False)

    def close_look(self) -> None:
        """Go on in the note as it was left: the cursor, what is on screen, what can be undone."""
        if self.look.look is None:
            return
        was_in = self.look.has_it
        self.look.close()
        self.remove_class("-look")
        if was_in or self.screen.focused is None:
            self.screen.set_focus(self.home(), scroll_visible=False)
        before, self._note_at = self._note_at, None
        if before is not None and (self.pad.cursor_location, self.pad.text) == before[:2]:
            self.call_after_refresh(self.pad.scroll_to, y=before[2], animate=False)
        else:
            self.call_after_refresh(self.pad.scroll_cursor_visible)
        self.refresh_bindings()

    def type_on(self, text: str) -> bool:
        """Type into the note from a look; one over the note closes. False without a note."""
        if not self.pad.display or self.ipt.together:
            return False
        self._lift_look()
        self.screen.set_focus(self.pad)
        self.pad.insert(text)
        return True

    def reveal_look(self) -> bool:
        """Show what is veiled in the look one is in; False where nothing is."""
        look = self.look.look
        if look is None or not self.look.has_it or not look.veiled:
            return False
        self.ipt.revealed |= look.veiled
        self.load()
        return True

    async def read(self) -> None:
        """Read and show the session in hand, and what is looked at. Raises VaultError."""
        await super().read()
        look = self.look.look
        if look is None:
            return
        try:
            await look.read(self.ground)
        except Gone:
            self.close_look()
        else:
            self.look.fill(self.ground)

    def leave(self) -> None:
        """Go away: nothing is looked at any more."""
        self.close_look()
        super().leave()

    def turn_to_other_client(self) -> None:
        """Begin anew with another client: nothing of the one before is looked at."""
        self.close_look()
        super().turn_to_other_client()

    # What the line is about.

    async def _found(self, kind: type[Look[Any]]) -> Look[Any] | None:
        """Return what there is to look at, None with a sentence for nothing. Raises VaultError."""
        if kind is TalkLook:
            uid = await self._talk()
            return TalkLook(uid) if uid else None
        who = await self._person()
        if kind is PersonLook and who is None:
            self.ipt.tell(NOBODY)
            return CircleLook()
        if kind is EventLook:
            return EventLook(await self._entry(who))
        return kind(who) if kind.AREA == "people" else kind()

    async def named_here(self) -> tuple[str, ...]:
        """Return who is named where the cursor is in the note."""
        who = await self._person() if self.pad.has_focus else None
        return (who,) if who else ()

    async def _person(self) -> str | None:
        """Return the uid of who is named where the cursor is, or of whom the talk there is with."""
        ground, found = self.ground, self.read_last
        if found is None:
            return None
        row, column = self.pad.cursor_location
        names = await ground.vault.read(people.names, ground.client)
        who = named_at(self.pad.document.get_line(row), column, tuple(names))
        here = self.talk_here()
        if not who and here is not None:
            who = named_at(here.head, 0, tuple(names))
        return names.get(who)

    async def _entry(self, who: str | None) -> str | None:
        """Return the uid of what the line became, else of the newest event with who it names."""
        row = self.pad.cursor_location[0]
        became = self.entered.get(self.pad.document.get_line(row))
        if became is not None or who is None:
            return became.uid if became else None
        ground = self.ground
        return await ground.vault.read(
            pointers.event_with, who, None, ground.today, ground.revealed
        )

    def talk_here(self, done: tuple[Tidied, ...] | None = None) -> TalkHere | None:
        """Return the talk that the line the cursor is on is of.

        `done` are the lines looked at, those that were read last unless they are given.
        """
        found = self.read_last
        if found is None:
            return None
        pieces, uid = self.marks.of(self.pad.text, found, self.ground), found.session.uid
        done = found.done if done is None else done
        items = to_tidy(pieces, done, found.day, found.ground.scale, of=uid)
        return talk_at(pieces, items, done, self.pad.cursor_location[0], of=uid)

    async def _talk(self) -> str | None:
        """Return the uid of the talk the line is of, which is taken first, else of the newest.

        That is the newest with who the line names, if it names somebody. Raises VaultError.
        """
        here, session, app = self.talk_here(), self.session, self.ipt
        if here is not None and here.waiting and session is not None:
            for item in here.waiting:
                if not await self.make(item):
                    return here.uid or None
            here = self.talk_here(await app.vault.read(tidying.done, session.uid))
            app.tell("The talk is taken from the note; u takes that back.")
        if here is not None and here.uid:
            return here.uid
        ground, who = self.ground, await self._person()
        found = await ground.vault.read(
            talks.talks, ground.client, ground.today, who, ground.revealed, ground.day_starts_at
        )
        uids = [line.uid for line in found.lines]
        if not uids:
            app.tell(NO_TALK)
            return None
        return app.context.talk if app.context.talk in uids else uids[0]
