"""Asking about the talk that is looked at beside the note, without leaving the note."""

from __future__ import annotations

from textual import on, work

from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.sessions.look import TalkLook
from ipt_tui.tui.areas.sessions.looking import SessionsLooks
from ipt_tui.tui.areas.talks.inquiry import TalkInquiry
from ipt_tui.tui.areas.talks.keys import PASSING
from ipt_tui.tui.areas.talks.pane import TalkPane
from ipt_tui.tui.areas.talks.table_rows import DECIDE, FOLD, REHEARSE
from ipt_tui.vault import left

IN_TALKS = "Options and rehearsing are in Talks: ctrl+g t goes there."


class SessionsTalk(SessionsLooks):
    """The questions of a talk, asked at the foot of the session."""

    @property
    def _talk_pane(self) -> TalkPane | None:
        pane = self.look.pane
        return pane if isinstance(pane, TalkPane) else None

    def shows(self, uid: str) -> bool:
        """Whether a session, what is tied in it, or the talk looked at is there to be asked of."""
        look = self.look.look
        seen = isinstance(look, TalkLook) and look.uid == uid and not look.veiled
        return seen or super().shows(uid)

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
        pane = self._talk_pane
        if pane is not None and message.uid == (self.look.look.uid if self.look.look else None):
            pane.about = None
            if message.all_asked:
                self._remember(message.uid, "")
            self.screen.set_focus(pane.rows)
        elif self.look.look is not None:  # what is to do is not shown
            self.screen.set_focus(self.home())
        else:
            super().ended(message)
