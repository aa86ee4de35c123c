"""Talks as one is asked about: which question a row opens, where one goes on, and the place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work

from ipt_tui.ipt.audience import Audience
from ipt_tui.tui.areas.area import VEILED
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.rehearsed_rows import ALONE
from ipt_tui.tui.areas.talks.forms import SPOKEN, has_line
from ipt_tui.tui.areas.talks.inquiry import TalkInquiry
from ipt_tui.tui.areas.talks.keys import NEW_LINE, NEW_OPTION, PASSING, ROLES, SURE_BEFORE
from ipt_tui.tui.areas.talks.pane import DECISION, SCRIPT, TALK
from ipt_tui.tui.areas.talks.table_rows import DECIDE, FOLD, REHEARSE
from ipt_tui.tui.areas.talks.view import TalksView
from ipt_tui.tui.screens.rehearse.opening import open_rehearsal
from ipt_tui.vault import left

if TYPE_CHECKING:
    from ipt_tui.tui.areas.talks.bar import TalkBar


class TalkAsks(TalksView):
    """Asks about the talk in hand; `TalksArea` does all that changes it without asking."""

    async def action_edit(self) -> None:
        """Go on where one left off; on a row of the talk, with what it says."""
        talk = self.talk
        if talk is None:
            return
        key = self.pane.opens if self.on_talk else ""
        if self.pane.form == DECISION:
            self._ask(key if key.startswith("option:") else NEW_OPTION)
            return
        if key.startswith(SPOKEN) or key.endswith(ALONE):
            self._ask_script()
            return
        if key and key not in (FOLD, DECIDE, REHEARSE, "veil") and not self.pane.one_by_one:
            self._ask(self.pane.asks)
        else:
            with self.ipt.gate.held():
                await self._go_on()

    async def _go_on(self) -> None:
        """Ask where one left off; what is answered there already is not asked again."""
        about = self._inquiry()
        if about is None:
            return
        left_at = self.left_at.get(about.uid, "")
        question = about.asked(left_at) if left_at else None
        draft = ""
        if question is not None and question.place:
            draft = await self.ipt.or_tell(self.ipt.drafting.find(question.place)) or ""
        if question is None or (not draft and (question.value or about.told(left_at))):
            left_at = about.start(left_at)
        self._ask(left_at)

    def _inquiry(self, **held: str) -> TalkInquiry | None:
        talk, ground = self.talk, self.ground
        if talk is None or talk.line.veiled:
            return None
        if self.pane.one_by_one:
            ground = replace(ground, audience=Audience.CLIENT)
        counts = self.ipt.audience is not Audience.CLIENT
        return TalkInquiry(ground, talk, self.pane.one_by_one, counts, held=dict(held))

    def _ask(self, key: str, **held: str) -> None:
        about = self._inquiry(**held)
        if about is None:
            self.ipt.tell(VEILED)
            return
        if self.own and key in (ROLES, SURE_BEFORE):
            self.action_rehearse()
            return
        self.add_class("-sheet")
        self.ask(about, key)

    @on(AskingBar.Stands)
    def _stands(self, message: TalkBar.Stands) -> None:
        """Light what is asked about, and remember it as the place where one is."""
        message.stop()
        self.pane.about = self.bar.about
        self.pane.light(message.key)
        if message.key not in PASSING:
            self._leave(message.uid, message.key)

    @work(exclusive=True, group="talk-left")
    async def _leave(self, talk: str, key: str) -> None:
        self.left_at[talk] = key
        await self.ipt.or_tell(self.ipt.vault.keep(left.leave, talk, key))

    def ended(self, message: AskingBar.Ended) -> None:
        """Back to the talk; where all was asked one begins anew the next time."""
        self.pane.about = None
        if message.all_asked:
            self._leave(message.uid, "")
        self.screen.set_focus(self.pane.rows)

    # Forms that ask.

    async def action_form(self) -> None:
        """The table as one question at a time, and back; the place stays."""
        self.pane.one_by_one = not self.pane.one_by_one
        self.pane.form = TALK
        self.pane.rows.to_top()
        self.screen.set_focus(self.pane.rows)
        self.show()
        if self.pane.one_by_one and not self.ipt.vault.vault.read_only:
            with self.ipt.gate.held():
                await self._go_on()

    @property
    def own(self) -> bool:
        """Whether it is one's own vault: there one rehearses alone, a question a screen."""
        return self.ipt.audience_of_vault is Audience.CLIENT

    def action_rehearse(self) -> None:
        """The script to rehearse, and back; in one's own vault a rehearsal alone."""
        if self.own:
            open_rehearsal(self.ipt, self.talk.uid if self.talk else "")
        else:
            self._script()

    def _rehearsed(self) -> None:
        """Show what was rehearsed; where nothing was yet, begin."""
        if self.talk is not None and self.talk.rounds:
            self._script()
        else:
            self.action_rehearse()

    def _script(self) -> None:
        self.toggle(SCRIPT)
        talk = self.talk
        if (
            self.pane.form == SCRIPT
            and talk is not None
            and has_line(talk)
            and not talk.text("safe")
        ):
            self._ask_script()

    def _ask_script(self) -> None:
        talk = self.talk
        if self.own:
            self.action_rehearse()
        elif talk is not None and not has_line(talk):
            self._ask(NEW_LINE)
        else:
            self._ask(ROLES if talk and talk.text("sure_before") else SURE_BEFORE)
