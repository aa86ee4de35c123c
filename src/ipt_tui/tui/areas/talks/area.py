"""Talks: communication analysis. Looking at one talk closely, and changing what is told of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from ipt_tui.ipt.talk import with_words
from ipt_tui.tui.areas.area import NO_CLIENT
from ipt_tui.tui.areas.rehearsed_rows import ALONE
from ipt_tui.tui.areas.talks.asks import TalkAsks
from ipt_tui.tui.areas.talks.forms import OFFER, SPOKEN
from ipt_tui.tui.areas.talks.keys import NEW_LINE, NEW_OPTION, NEW_TRY, NEW_TURN, WHICH_WISH
from ipt_tui.tui.areas.talks.list_rows import ACROSS, BEGIN
from ipt_tui.tui.areas.talks.pane import DECISION, SCRIPT
from ipt_tui.tui.areas.talks.table_rows import DECIDE, FOLD, REHEARSE
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import talk_begin, talk_parts, talking, turns

if TYPE_CHECKING:
    from textual.binding import BindingType

NO_WISHES = "Nothing is written down yet that is wanted of them; on People, under their card."
_REMOVED = {"say": "alternative", "option": "option", "round": "rehearsal", "tried": "attempt"}
_LOOK_ONLY = ("across:", "side:")


class TalksArea(TalkAsks):
    """Talks in the form of a table or of one question at a time."""

    HELP = """One talk, looked at closely: what was said, meant, felt and guessed, what got in \
the way, what could be said instead, and what came of it.
Words first: enter goes from turn to turn.
A ? marks a gap: what was meant and not said, or guessed and not asked.
v asks one question at a time, d weighs options, r rehearses, b lays two talks side by side."""
    HELP_OWN = """One talk, looked at closely: what was said, what you meant, what you felt.
You need not answer anything. esc stops, and everything stays as it is.
A ? marks a place worth a look. v asks one question at a time."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("talks")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what is possible now."""
        if self.bar.asked is not None:
            return action == "back"
        if action == "new":
            return not (self.across and self.on_talk)
        opened = self.talk is not None and not self.talk.line.veiled and not self.across
        if action == "rehearse" and self.talk is not None and not self.talk.may_practise:
            return opened and self.own  # there it begins with whether saying it is safe
        if action in ("edit", "form", "nearer", "farther", "decide", "rehearse", "view", "tie"):
            return opened and not self.beginning
        if action in ("turn_up", "turn_down"):
            return opened and self.on_talk and self.pane.lit is not None
        if action == "remove":
            return self.talk is not None and not self.across
        if action == "only":
            return bool(self.ipt.context.only or (self.talk and self.talk.line.people))
        return True

    # Beginning.

    async def action_new(self) -> None:
        """A talk on the list, a turn in the table, an option in the decision."""
        if not self.may_change():
            return
        if self.pane.form == DECISION and self.on_talk:
            self._ask(NEW_OPTION)
        elif self.pane.form == SCRIPT and self.on_talk:
            self._ask_script()
        elif self.on_talk and self.talk is not None:
            self._ask_new()
        elif self.ipt.context.client is None:
            self.ipt.tell(NO_CLIENT)
        elif (record := self.ipt.record) is not None:
            only = self.talks.person if self.talks else None
            await record.note(f'!talk @"{only.name}" ' if only and only.name else "!talk ")

    def _ask_new(self) -> None:
        part = self.pane.opens.partition(":")[0]
        keys = {"say": NEW_LINE, "tried": NEW_TRY, "option": NEW_OPTION}
        if part in keys:
            self._ask(keys[part])
        elif self.pane.lit is not None:
            self._ask(NEW_TURN, after_turn=self.pane.lit)
        else:
            self._ask(NEW_TURN)

    async def _begin(self) -> None:
        """Begin a talk of what came along: an entry of the timeline, or a person."""
        entry = self.hand.entry
        if entry is None:
            return
        if entry.name and (record := self.ipt.record) is not None:
            await record.note(f'!talk @"{entry.name}" ')
            return
        uid = await self.write(
            talk_begin.begin_of, entry.uid, self.ipt.revealed, self.ipt.config.day_starts_at
        )
        if uid is None:
            return
        self.hand.entry = None
        self.ipt.context = replace(self.ipt.context, talk=uid)
        await self.read_again()
        self.screen.set_focus(self.pane.rows)
        await self.action_edit()

    # Opening.

    async def action_open(self) -> None:
        """Enter: from the list to the talk; on a row, what it opens."""
        key = self.listing.cursor or ""
        if not self.on_talk:
            if key.startswith(BEGIN):
                with self.ipt.gate.held():
                    await self._begin()
            elif self.talk is not None and self.talk.line.veiled and key != ACROSS:
                self._reveal()
            elif self.pane.rows.rows:
                self.action_pane()
            return
        key = self.pane.opens
        opens = {
            "veil": self._reveal,
            FOLD: self._unfold,
            DECIDE: self.action_decide,
            REHEARSE: self._rehearsed,
        }
        if key in opens:
            opens[key]()
        elif key.startswith(OFFER):
            self._take_offer(key.removeprefix(OFFER))
        elif key.startswith(SPOKEN) or key.endswith(ALONE):
            self._ask_script()
        elif key and not key.startswith(_LOOK_ONLY):
            self._ask(self.pane.asks)

    def _unfold(self) -> None:
        self.pane.unfolded = not self.pane.unfolded
        self.show()

    def _reveal(self) -> None:
        if self.talk is not None:
            self.ipt.revealed |= {self.talk.uid, self.talk.line.event}
            self.load()

    @on(Rows.Chosen)
    async def _chosen(self, message: Rows.Chosen) -> None:
        message.stop()
        await self.action_open()

    # Changing.

    @work
    async def action_choose(self) -> None:
        """Choose an option; take up what a gap asks."""
        key = self.pane.opens
        if self.pane.form == DECISION:
            if key.startswith(OFFER):
                self._take_offer(key.removeprefix(OFFER))
            elif key.startswith("option:") and key != NEW_OPTION:
                await self.write(talk_parts.choose, key.split(":")[1])
        elif self.talk is not None and (turn := self.talk.turn(self.pane.lit)) is not None:
            if not turn.is_mine:
                self._ask(f"turn:{turn.uid}:guessed")
            else:
                self._ask(NEW_LINE, turn=turn.uid)
        elif key != "veil":  # enter alone shows it
            await self.action_open()

    @work
    async def _take_offer(self, words: str) -> None:
        if self.talk is not None:
            await self.write(talk_parts.add, "option", self.talk.uid, text=words)

    def action_tie(self) -> None:
        """Say what this talk changed for an expectation."""
        if self.talk is not None and not self.talk.wishes:
            self.ipt.tell(NO_WISHES)
        else:
            self._ask(WHICH_WISH)

    @work
    async def action_turn_up(self) -> None:
        """Let the turn and the one before it change places."""
        if self.pane.lit:
            await self.write(turns.move, self.pane.lit, -1)

    @work
    async def action_turn_down(self) -> None:
        """Let the turn and the one after it change places."""
        if self.pane.lit:
            await self.write(turns.move, self.pane.lit, 1)

    @work
    async def action_remove(self) -> None:
        """Take out the row under the cursor; on the list, the talk."""
        talk = self.talk
        if talk is None:
            return
        if not self.on_talk:
            if self.listing.cursor == talk.uid:
                who = with_words(talk.line)
                if await self.write(talking.remove, talk.uid):
                    self.ipt.tell(
                        f"The talk{f' with {who}' if who else ''} is taken out; what happened "
                        "stays on the timeline. u brings it back."
                    )
            return
        part, _, rest = self.pane.opens.partition(":")
        uid = rest.partition(":")[0]
        if part == "turn" and rest != "new":
            if await self.write(turns.remove, uid):
                self.ipt.tell("The turn is taken out. u brings it back.")
        elif part == "way":
            codes = [d.code for d in talk.difficulties if d.code != rest]
            await self.write(talk_parts.mark_all, talk.uid, codes)
        elif part in _REMOVED and rest != "new":
            await self.write(talk_parts.remove, _REMOVED[part], uid)
        else:
            self.ipt.tell("x takes a turn, a line, an option or a try out; on the list, the talk.")
