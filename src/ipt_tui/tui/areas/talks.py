"""Talks: communication analysis. Looking at one talk closely, and changing what is told of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.talk import with_words
from ipt_tui.ipt.talk_gap import gap
from ipt_tui.tui.areas.area import NO_CLIENT, VEILED, RecordChanged
from ipt_tui.tui.areas.talk_bar import TalkBar
from ipt_tui.tui.areas.talk_flow import (
    NEW_LINE,
    NEW_OPTION,
    NEW_TRY,
    NEW_TURN,
    WHICH_WISH,
    Asking,
)
from ipt_tui.tui.areas.talk_forms import OFFER
from ipt_tui.tui.areas.talk_list import ACROSS, BEGIN, WITH
from ipt_tui.tui.areas.talk_looks import TalkLooks
from ipt_tui.tui.areas.talk_sheet import DECIDE, FOLD, REHEARSE
from ipt_tui.tui.areas.talks_view import DECISION, SCRIPT, TALK
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import left, talk_begin, talk_parts, talking, turns

if TYPE_CHECKING:
    from textual.binding import BindingType

NO_WISHES = "Nothing is written down yet that is wanted of them; on People, under their card."
_REMOVED = {"say": "alternative", "option": "option", "round": "rehearsal", "tried": "attempt"}
_LOOK_ONLY = ("across:", "side:")


class TalksArea(TalkLooks):
    """Talks in the form of a table or of one question at a time."""

    HELP = """One talk, looked at closely: what was said, meant, felt and guessed, what got in the
way, what could be said instead, and what came of it. Words first: enter goes from turn to turn.
A ? marks a gap: what was meant and not said, or guessed and not asked.
v asks one question at a time, d weighs options, r rehearses, b lays two talks side by side."""
    HELP_OWN = """One talk, looked at closely: what was said, what you meant, what you felt.
You need not answer anything. esc stops, and everything stays as it is.
A ? marks a place worth a look. v asks one question at a time."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("talks")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what is possible now."""
        if self.answer.asked is not None:
            return action in ("open", "back")
        opened = self.talk is not None and not self.talk.line.veiled and not self.across
        if action in ("edit", "form", "nearer", "farther", "decide", "rehearse", "view", "tie"):
            return opened and not self.beginning
        if action in ("turn_up", "turn_down"):
            return opened and self.sheet.has_focus and self.lit is not None
        if action == "remove":
            return self.talk is not None and not self.across
        if action == "only":
            return bool(self.ipt.context.only or (self.talk and self.talk.line.people))
        return True

    # Beginning.

    @work
    async def action_new(self) -> None:
        """A talk on the list, a turn in the table, an option in the decision."""
        if not self._may_change():
            return
        if self.form == DECISION and self.sheet.has_focus:
            self._ask(NEW_OPTION)
        elif self.form == SCRIPT and self.sheet.has_focus:
            self._ask_script()
        elif self.sheet.has_focus and self.talk is not None:
            self._ask_new()
        elif self.ipt.context.client is None:
            self.ipt.tell(NO_CLIENT)
        elif (record := self.ipt.record) is not None:
            only = self.talks.person if self.talks else None
            await record.note(f'!talk @"{only.name}" ' if only and only.name else "!talk ")

    def _ask_new(self) -> None:
        part = (self.sheet.cursor or "").partition(":")[0]
        keys = {"say": NEW_LINE, "tried": NEW_TRY, "option": NEW_OPTION}
        if part in keys:
            self._ask(keys[part])
        elif self.lit is not None:
            self._ask(NEW_TURN, after_turn=self.lit)
        else:
            self._ask(NEW_TURN)

    @work
    async def _begin(self) -> None:
        """Begin a talk of what came along: an entry of the timeline, or a person."""
        if self.entry is None:
            return
        entry, words = self.entry
        if words.startswith(WITH) and (record := self.ipt.record) is not None:
            self.entry = None
            await record.note(f'!talk @"{words.removeprefix(WITH)}" ')
            return
        uid = await self._write(talk_begin.begin_of, entry, self.ipt.revealed)
        if uid is None:
            return
        self.entry = None
        self.ipt.context = replace(self.ipt.context, talk=uid)
        await self.read()
        self.screen.set_focus(self.sheet)
        self.action_edit()

    # Opening.

    async def action_open(self) -> None:
        """Enter: from the list to the talk; on a row, what it opens."""
        key = self.listing.cursor or ""
        if not self.sheet.has_focus:
            if key.startswith(BEGIN):
                self._begin()
            elif self.talk is not None and self.talk.line.veiled and key != ACROSS:
                self._reveal()
            elif self.sheet.rows:
                self.action_pane()
            return
        key = (self.sheet.cursor or "").strip()
        opens = {
            "veil": self._reveal,
            FOLD: self._unfold,
            DECIDE: self.action_decide,
            REHEARSE: self.action_rehearse,
        }
        if key in opens:
            opens[key]()
        elif key.startswith(OFFER):
            self._take_offer(key.removeprefix(OFFER))
        elif key and not key.startswith(_LOOK_ONLY):
            self._ask(self._asked_by(key))

    def _unfold(self) -> None:
        self.unfolded = not self.unfolded
        self.show_sheet()

    def _asked_by(self, key: str) -> str:
        """Return the question a row opens: in the table that of its column."""
        return f"{key}:{self.sheet.at}" if key.startswith("turn:") and self.sheet.at else key

    def _reveal(self) -> None:
        if self.talk is not None:
            self.ipt.revealed |= {self.talk.uid, self.talk.line.event}
            self.load()

    @on(Rows.Chosen)
    async def _chosen(self, message: Rows.Chosen) -> None:
        message.stop()
        await self.action_open()

    # Asking.

    def action_edit(self) -> None:
        """Go on where one left off; on a row of the talk, with what it says."""
        talk = self.talk
        if talk is None:
            return
        if self.form == DECISION:
            self._ask(NEW_OPTION if not talk.options else f"option:{talk.options[0].uid}:pros")
            return
        key = (self.sheet.cursor or "").strip() if self.sheet.has_focus else ""
        if key and key not in (FOLD, DECIDE, REHEARSE, "veil") and not self.one_by_one:
            self._ask(self._asked_by(key))
        else:
            self._go_on()

    def _go_on(self) -> None:
        asking = self._asking()
        if asking is not None:
            self._ask(asking.start(self.left_at.get(asking.talk.uid, "")))

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
        if message.key.startswith(("head:", "turn:", "after:", "end:", "say:new")):
            self.left_at[message.talk] = message.key
            self._leave(message.talk, message.key)

    @work(exclusive=True, group="talk-left")
    async def _leave(self, talk: str, key: str) -> None:
        await self.ipt.or_tell(self.ipt.vault.keep(left.leave, talk, key))

    def _light(self, key: str) -> None:
        keys = [row.key for row in self.sheet.rows]
        row, _, column = key.rpartition(":")
        if key in keys:
            self.sheet.cursor = key
        elif row in keys:
            self.sheet.cursor = row
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
        if self.form == SCRIPT and self.talk is not None and not self.talk.text("safe"):
            self._ask_script()

    def _ask_script(self) -> None:
        begun = self.talk is not None and self.talk.text("sure_before")
        self._ask("round:who" if begun else "round:sure_before")

    # Changing.

    @work
    async def action_choose(self) -> None:
        """Choose an option; take up what a gap asks."""
        key = (self.sheet.cursor or "").strip()
        if self.form == DECISION:
            if key.startswith(OFFER):
                self._take_offer(key.removeprefix(OFFER))
            elif key.startswith("option:") and key != NEW_OPTION:
                await self._write(talk_parts.choose, key.split(":")[1])
        elif self.talk is not None and (turn := self.talk.turn(self.lit)) is not None:
            if gap(turn) == "unasked":
                self._ask(f"turn:{turn.uid}:guessed")
            else:
                self._ask(NEW_LINE, turn=turn.uid)
        else:
            await self.action_open()

    @work
    async def _take_offer(self, words: str) -> None:
        if self.talk is not None:
            await self._write(talk_parts.add, "option", self.talk.uid, text=words)

    def action_tie(self) -> None:
        """Say what this talk changed for an expectation."""
        if self.talk is not None and not self.talk.wishes:
            self.ipt.tell(NO_WISHES)
        else:
            self._ask(WHICH_WISH)

    @work
    async def action_turn_up(self) -> None:
        """Let the turn and the one before it change places."""
        if self.lit:
            await self._write(turns.move, self.lit, -1)

    @work
    async def action_turn_down(self) -> None:
        """Let the turn and the one after it change places."""
        if self.lit:
            await self._write(turns.move, self.lit, 1)

    @work
    async def action_remove(self) -> None:
        """Take out the row under the cursor; on the list, the talk."""
        talk = self.talk
        if talk is None:
            return
        if not self.sheet.has_focus:
            if self.listing.cursor == talk.uid:
                await self._write(talking.remove, talk.uid)
                who = with_words(talk.line)
                self.ipt.tell(
                    f"The talk{f' with {who}' if who else ''} is taken out; what happened stays "
                    "on the timeline. u brings it back."
                )
            return
        part, _, rest = (self.sheet.cursor or "").strip().partition(":")
        uid = rest.partition(":")[0]
        if part == "turn" and rest != "new":
            await self._write(turns.remove, uid)
        elif part == "way":
            codes = [d.code for d in talk.difficulties if d.code != rest]
            await self._write(talk_parts.mark_all, talk.uid, codes)
        elif part in _REMOVED and rest != "new":
            await self._write(talk_parts.remove, _REMOVED[part], uid)
        else:
            self.ipt.tell("x takes a turn, a line, an option or a try out; on the list, the talk.")
