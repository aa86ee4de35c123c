"""The pane of the talk in hand: its form, its rows, the question that its gap invites."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Vertical
from textual.getters import query_one

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.talk import with_words
from ipt_tui.ipt.talk_gap import UNSAID, gap, question, widest
from ipt_tui.ipt.talk_words import head
from ipt_tui.tui.areas.talks.forms import across_rows, decision_rows, script_rows, then_now_rows
from ipt_tui.tui.areas.talks.table_rows import Look, talk_sheet
from ipt_tui.tui.widgets.bare import Bare
from ipt_tui.tui.widgets.cell_rows import CellRows
from ipt_tui.tui.widgets.rows import BAR_WIDTH
from ipt_tui.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ipt_tui.ipt.talk import Talk, Talks, TurnLine
    from ipt_tui.tui.areas.talks.in_hand import Entry
    from ipt_tui.tui.areas.talks.inquiry import TalkInquiry
    from ipt_tui.tui.widgets.row import Row

TALK, DECISION, SCRIPT, SIDES = "talk", "decision", "script", "sides"
"""The forms of a talk."""
LINE_KEY = "space: another line"
CHECK_KEY = "space: what was guessed"
_LEAST_WIDTH = 30


class TalkPane(Bare, Vertical):
    """Shows a talk, or what recurs across talks; it reads and writes nothing.

    `then` is laid beside the talk in the form SIDES. `entry` is what could be begun, in place of a
    talk; `across` is set while what recurs is looked at. `about` is what is being asked.
    """

    rows = query_one("#sheet", CellRows)
    head = query_one("#talk-head", Words)
    gap_line = query_one("#gap", Words)

    audience = Audience.PRACTITIONER
    talk: Talk | None = None
    then: Talk | None = None
    entry: Entry | None = None
    across: Talks | None = None
    about: TalkInquiry | None = None
    form = TALK
    one_by_one = bodily = unfolded = False
    _widest: TurnLine | None = None

    def compose(self) -> ComposeResult:
        """Whose talk, its rows, what its gap asks."""
        yield Words(id="talk-head")
        yield CellRows(quiet=True, id="sheet")
        yield Words(id="gap")

    def on_mount(self) -> None:
        """Follow the cursor in the frame in which it moves."""
        self.rows.column = self.rows.usual = "said"
        self.watch(self.rows, "cursor", self.show_gap, init=False)

    def on_resize(self) -> None:
        """Lay the columns out for the room there is."""
        self.show()

    def open(self, talk: Talk | None) -> None:
        """Show another talk, or none."""
        self.talk = talk
        self._widest = widest(talk) if talk else None
        self.show()

    def show(self) -> None:
        """Show the talk in its form, what could be begun, or what recurs."""
        rows = self._rows()
        if rows != self.rows.rows:
            self.rows.rows = rows
        self.head.say(self._head())
        self.show_gap()

    @property
    def opens(self) -> str:
        """What the row under the cursor opens."""
        return self.rows.opens

    @property
    def asks(self) -> str:
        """The question the row under the cursor opens: in the table that of its column."""
        key, column = self.opens, self.rows.at
        return f"{key}:{column}" if key.startswith("turn:") and column else key

    @property
    def lit(self) -> str | None:
        """The uid of the turn under the cursor."""
        part, _, uid = (self.rows.cursor or "").partition(":")
        return uid.partition(":")[0] if part == "turn" and uid != "new" else None

    def light(self, key: str) -> None:
        """Light the row, and the column, that a question is about."""
        opens = {row.leads_to: row.key for row in reversed(self.rows.rows) if row.key}
        row, _, column = key.rpartition(":")
        if key in opens:
            self.rows.cursor = opens[key]
        elif row in opens:
            self.rows.cursor = opens[row]
            self.rows.column = column

    def _rows(self) -> tuple[Row, ...]:
        talk, width = self.talk, max(_LEAST_WIDTH, self.rows.size.width - BAR_WIDTH)
        if self.across is not None:
            return across_rows(self.across, self.audience, width)
        if talk is None or self.entry is not None:
            return ()
        if talk.line.veiled or self.form == TALK or (self.form == SIDES and self.then is None):
            look = Look(self.audience, width, self.bodily, self.unfolded, self.one_by_one)
            return talk_sheet(talk, look)
        if self.form == SIDES and self.then is not None:
            then, now = sorted((self.then, talk), key=lambda one: one.line.day or date.min)
            return then_now_rows(then, now, self.audience, width)
        if self.form == SCRIPT:
            return script_rows(talk, self.audience, width)
        return decision_rows(talk)

    def _head(self) -> str:
        if self.entry is not None:
            begins = "no talk is noted of it yet. enter looks at it closely."
            return f"“{self.entry.words}”: {begins}"
        if self.talk is None or self.across is not None:
            return ""
        if self.form == SIDES and not self.talk.line.veiled:
            return f"Then and now: two talks with {with_words(self.talk.line)}"
        return head(self.talk, self.audience)

    def show_gap(self) -> None:
        """Show the question that a gap invites: of the turn under the cursor, else the widest."""
        talk, words = self.talk, ""
        shown = self.form == TALK and self.across is None and self.entry is None
        if talk is not None and shown and talk.may_practise and not talk.line.veiled:
            lit = self.lit if self.rows.has_focus else None
            if self.about is not None:
                lit = self.about.held.get("turn")
            lit_turn = talk.turn(lit)
            turn = lit_turn if lit_turn and gap(lit_turn) else self._widest
            if turn is not None:
                words = f"? {question(turn, talk)}"
                if turn.uid == lit and self.about is None:  # where one types, space is a space
                    key = LINE_KEY if gap(turn) == UNSAID else CHECK_KEY
                    parted = cell_len(words) <= self.content_size.width < cell_len(words + key) + 3
                    words += f"\n{key}" if parted else f"   {key}"
        self.gap_line.display = bool(words)
        self.gap_line.say(words)
