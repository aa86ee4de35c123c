"""Quick looks from within the note, beside it or over it; a talk can be asked about there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on, work

from ipt_tui.tui.areas.area import is_shown
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.sessions.clock import SessionsClock
from ipt_tui.tui.areas.sessions.finding import Finding
from ipt_tui.tui.areas.sessions.look import LOOKS, Look, TalkLook
from ipt_tui.tui.areas.sessions.tidying import Tidying
from ipt_tui.tui.areas.talks.inquiry import TalkInquiry
from ipt_tui.tui.areas.talks.keys import PASSING
from ipt_tui.tui.areas.talks.pane import TalkPane
from ipt_tui.tui.areas.talks.table_rows import DECIDE, FOLD, REHEARSE
from ipt_tui.tui.verbs import Target
from ipt_tui.vault import left
from ipt_tui.vault.errors import Gone

if TYPE_CHECKING:
    from textual.widget import Widget

IN_TALKS = "Options and rehearsing are in Talks: esc esc g t goes there."
_BY_LETTER = {kind.LETTER: kind for kind in LOOKS}
_PLACE = tuple[tuple[int, int], str, int]
"""Where one is in a note: the cursor, the text, the first line on screen."""


class SessionsLooks(SessionsClock):
    """Looks without leaving the note: whatever is typed goes on in it."""

    _note_at: _PLACE | None = None
    _found: tuple[type[Look[Any]], str | None] | None = None
    """What the look that is open was opened at."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with nothing looked at."""
        super().__init__(id=id)
        self.tidying = Tidying(self)
        self.finding = Finding(self, self.tidying)

    # Which letters look.

    @property
    def targets(self) -> tuple[Target, ...]:
        """Letters after `g`: from the note of a session that runs they look, once more they close.

        So none of them leaves the note; `esc` first, then they go.
        """
        if not self.looks:
            return self.GO
        open_now = self.look.look
        return self.GO + tuple(
            Target(
                kind.LETTER,
                f"{'close' if type(open_now) is kind else 'see'} {kind.NAME}",
                f"in_area('look', '{kind.LETTER}')",
            )
            for kind in LOOKS
        )

    @property
    def looks(self) -> bool:
        """Whether one is in the note of a session that runs, or looks at something from there."""
        in_note = self.screen.focused is self.pad or self.look.look is not None
        return self.keeper.runs and self.pad.display and in_note

    @property
    def is_over(self) -> bool:
        """Whether a look is over the note: there is room for one pane."""
        return self.look.look is not None and self.screen.has_class("-narrow")

    def home(self) -> Widget:
        """What is looked at, where that is all there is room for or to see; else as without it."""
        seen = self.is_over or not (self.pad.display or self.progress_note.display)
        home = self.look.home if seen else None
        return home or super().home()

    def rest(self) -> Widget:
        """Return what is looked at, where something is; else as without it."""
        return self.look.home or super().rest()

    def focus_on(self, widget: Widget) -> None:
        """Go to a part; a look over it closes."""
        if self.is_over and self.look not in widget.ancestors:
            self.close_look()
        super().focus_on(widget)

    def on_resize(self) -> None:
        """Where a pane comes to be over another, go on in the one that is shown."""
        self.call_after_refresh(self._follow_size)

    def _follow_size(self) -> None:
        if not self.display or self.bar.asked is not None:
            return
        focused = self.screen.focused
        if self.is_over and not self.look.has_it:
            self.into_look()
        elif focused is None or (self in focused.ancestors and not is_shown(focused)):
            self.focus_on(focused or self.rest())

    # Looking.

    @work(exclusive=True, group="look")
    async def action_look(self, letter: str) -> None:
        """Look at what the line names, or close that; the note stays as it is, to the letter."""
        with self.ipt.gate.held():
            look = await self.ipt.or_tell(self.finding.look(_BY_LETTER[letter]))
            if look is None:
                return
            found = type(look), look.uid
            if self.look.look is not None and found == self._found and not self.finding.took:
                self.close_look()
                return
            if await self.ipt.or_tell(self._read(look)) is None:
                return
            if self._note_at is None:
                at = self.pad.cursor_location, self.pad.text, self.pad.scroll_offset.y
                self._note_at = at
            with self.app.batch_update():
                self.add_class("-look")
                self.set_class(isinstance(look, TalkLook), "-talk")  # its table needs more room
                await self.look.open(look, self.ground)
            self._found = found
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
            self.focus_on(home)

    def close_look(self) -> None:
        """Go on in the note as it was left: the cursor, what is on screen, what can be undone."""
        if self.look.look is None:
            return
        was_in = self.look.has_it
        self.look.close()
        self.remove_class("-look")
        if was_in or self.screen.focused is None:
            self.focus_on(self.home())
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
        self.focus_on(self.pad)
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

    # The talk that is looked at.

    @property
    def _talk_pane(self) -> TalkPane | None:
        pane = self.look.pane
        return pane if isinstance(pane, TalkPane) else None

    def shows(self, uid: str) -> bool:
        """Whether a session, what is tied in it, or the talk looked at is there to be asked of."""
        look = self.look.look
        seen = isinstance(look, TalkLook) and look.uid == uid and not look.veiled
        return seen or super().shows(uid)

    async def named_here(self) -> tuple[str, ...]:
        """Return who is named where the cursor is in the note, unless a screen lies over it."""
        in_note = self.app.screen is self.screen and self.screen.focused is self.pad
        who, _ = await self.finding.person() if in_note else (None, "")
        return (who,) if who else ()

    def ask_talk(self) -> None:
        """Ask what the row of the talk under the cursor asks."""
        pane, look = self._talk_pane, self.look.look
        if pane is None or not isinstance(look, TalkLook) or look.found is None or look.veiled:
            return
        key = pane.asks
        if key in (DECIDE, REHEARSE):
            self.ipt.tell(IN_TALKS)
        elif key == FOLD:
            pane.unfolded = not pane.unfolded
            pane.show()
        elif key:
            self.ask(TalkInquiry(self.ground, look.found), key)

    @on(AskingBar.Stands)
    def _stands(self, message: AskingBar.Stands) -> None:
        """Light in the talk what is asked, and remember it as the place where one is in it."""
        pane, about = self._talk_pane, self.bar.about
        if pane is None or not isinstance(about, TalkInquiry):
            return
        pane.about = about
        pane.light(message.key)
        if message.key not in PASSING:
            self._remember(message.uid, message.key)

    @work(exclusive=True, group="talk-left")
    async def _remember(self, talk: str, key: str) -> None:
        await self.ipt.or_tell(self.ipt.vault.keep(left.leave, talk, key))

    def ended(self, message: AskingBar.Ended) -> None:
        """Back to the talk that was asked about; while something is looked at, to the note."""
        if not self.display:
            return  # one went away from the question
        pane = self._talk_pane
        if pane is not None and message.uid == (self.look.look.uid if self.look.look else None):
            pane.about = None
            if message.all_asked:
                self._remember(message.uid, "")
            self.focus_on(pane.rows)
        elif self.look.look is not None:  # what is to do is not shown
            self.focus_on(self.home() if self._typed or self.is_over else self.note_pane)
        else:
            super().ended(message)
