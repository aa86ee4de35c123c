"""Talks as one is asked about: which question a row opens, where one goes on, and the place."""

from __future__ import annotations

from textual import on, work

from ipt_tui.ipt.audience import Audience
from ipt_tui.tui.areas.area import VEILED, RecordChanged
from ipt_tui.tui.areas.talk_asking import asked
from ipt_tui.tui.areas.talk_bar import TalkBar
from ipt_tui.tui.areas.talk_flow import Asking
from ipt_tui.tui.areas.talk_forms import SPOKEN, has_line
from ipt_tui.tui.areas.talk_keys import NEW_LINE, NEW_OPTION, PASSING, ROLES, SURE_BEFORE
from ipt_tui.tui.areas.talk_looks import TalkLooks
from ipt_tui.tui.areas.talk_sheet import DECIDE, FOLD, REHEARSE
from ipt_tui.tui.areas.talks_view import DECISION, SCRIPT, TALK
from ipt_tui.vault import left

ALL_ASKED = "That was all there is to ask. Everything is kept."


class TalkAsks(TalkLooks):
    """Asks about the talk in hand; `TalksArea` does all that changes it without asking."""

    def _asked_by(self, key: str) -> str:
        """Return the question a row opens: in the table that of its column."""
        return f"{key}:{self.sheet.at}" if key.startswith("turn:") and self.sheet.at else key

    def action_edit(self) -> None:
        """Go on where one left off; on a row of the talk, with what it says."""
        talk = self.talk
        if talk is None:
            return
        key = self.sheet.opens if self.sheet.has_focus else ""
        if self.form == DECISION:
            self._ask(key if key.startswith("option:") else NEW_OPTION)
            return
        if key.startswith(SPOKEN):
            self._ask_script()
            return
        if key and key not in (FOLD, DECIDE, REHEARSE, "veil") and not self.one_by_one:
            self._ask(self._asked_by(key))
        else:
            self._go_on()

    @work
    async def _go_on(self) -> None:
        """Ask where one left off; what is answered there already is not asked again."""
        asking = self._asking()
        if asking is None:
            return
        self.ipt.gate.shut()
        left_at = self.left_at.get(asking.talk.uid, "")
        question = asked(asking, left_at) if left_at else None
        draft = ""
        if question is not None and question.place:
            draft = await self.ipt.or_tell(self.ipt.drafting.find(question.place)) or ""
        if question is None or (not draft and (question.value or asking.told(left_at))):
            left_at = asking.start(left_at)
        self._ask(left_at)
        self.ipt.gate.open()

    def _asking(self, **held: str) -> Asking | None:
        talk = self.talk
        if talk is None or talk.line.veiled:
            return None
        audience = Audience.CLIENT if self.one_by_one else self.ipt.audience
        return Asking(talk, audience, self.one_by_one, held=dict(held))

    def _ask(self, key: str, **held: str) -> None:
        if not self._may_change():
            return
        asking = self._asking(**held)
        if asking is None:
            self.ipt.tell(VEILED)
            return
        self.add_class("-sheet")
        self.answer.begin(asking, key)

    @on(TalkBar.Stands)
    def _stands(self, message: TalkBar.Stands) -> None:
        """Light what is asked about, and remember it as the place where one is."""
        message.stop()
        self._light(message.key)
        if not message.key:
            self.ipt.tell(ALL_ASKED)
        if message.key not in PASSING:
            self.left_at[message.talk] = message.key
            self._leave(message.talk, message.key)

    @work(exclusive=True, group="talk-left")
    async def _leave(self, talk: str, key: str) -> None:
        await self.ipt.or_tell(self.ipt.vault.keep(left.leave, talk, key))

    def _light(self, key: str) -> None:
        opens = {row.leads_to: row.key for row in reversed(self.sheet.rows) if row.key}
        row, _, column = key.rpartition(":")
        if key in opens:
            self.sheet.cursor = opens[key]
        elif row in opens:
            self.sheet.cursor = opens[row]
            self.sheet.column = column

    @on(TalkBar.Kept)
    def _kept(self) -> None:
        self.post_message(RecordChanged())

    @on(TalkBar.Ended)
    def _asked_all(self) -> None:
        self.screen.set_focus(self.sheet)

    # Forms that ask.

    def action_form(self) -> None:
        """The table as one question at a time, and back; the place stays."""
        self.one_by_one = not self.one_by_one
        self.form = TALK
        self.sheet.to_top()
        self.screen.set_focus(self.sheet)
        self.show_sheet()
        if self.one_by_one and not self.ipt.vault.vault.read_only:
            self._go_on()

    def action_rehearse(self) -> None:
        """The script to rehearse, and back."""
        self.toggle(SCRIPT)
        talk = self.talk
        if self.form == SCRIPT and talk is not None and has_line(talk) and not talk.text("safe"):
            self._ask_script()

    def _ask_script(self) -> None:
        talk = self.talk
        if talk is not None and not has_line(talk):
            self._ask(NEW_LINE)
        else:
            self._ask(ROLES if talk and talk.text("sure_before") else SURE_BEFORE)
