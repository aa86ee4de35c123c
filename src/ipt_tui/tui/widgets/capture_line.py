"""The capture line: a mood, an event, a name, whatever there is to note, in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.capture_words import complete, preview, shown
from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.scales import USUAL
from ipt_tui.tui.widgets.help_hint import help_hint
from ipt_tui.tui.widgets.open_line import ManyLines, OpenLine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ipt_tui.ipt.captured import Captured

MOOD = "~"
TALK = "!talk "
ENDS_TALK = "   (and the talk before it ends here)"
MARKS = frozenset("~!@>#")
NOTHING_YET = "A number after ~, what happened after !, a name after @; then it can be kept."
INSTEAD = tuple(MOOD + mark for mark in "~!@>#")
"""What a mood's mark gives way to."""


class CaptureLine(OpenLine):
    """Shows what will be kept while it is typed; asks the record to keep it.

    `names` are those that are known, `offered` those that completion may show. `in_talk` is
    whether the line before was a talk or one of its turns, so that this one may be a turn.
    """

    HINT: ClassVar[str] = (
        "~3 hurt a mood · !rota changed an event · @Sam who · on 8 oct, yesterday evening when"
    )
    PLACE: ClassVar[str] = "capture"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "finish the word", show=False, priority=True),
    ]

    @dataclass
    class Typed(Message):
        """A line is finished; `client` is the uid of whose record it is for."""

        client: str
        pieces: tuple[Captured, ...]
        text: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start closed, and nobody's; see `turn_to`."""
        super().__init__("~3 hurt, left out @Sam", id=id)
        self.names: tuple[str, ...] = ()
        self.offered: tuple[str, ...] = ()
        self.scale = USUAL
        self.anchors: Mapping[str, str] = {}
        self.in_talk = False

    def start(self, text: str) -> None:
        """Open, with this mark typed already unless something waits there."""
        self.open()
        self.in_talk = False
        self.begun_with = text
        if text and not self.field.value:
            self.field.value = text
            self.field.cursor_position = len(text)

    @on(Input.Changed)
    def _one_mark(self, event: Input.Changed) -> None:
        """A mark typed after the one that stood there already takes its place."""
        if event.value[:2] in INSTEAD:
            self.field.value = event.value[1:]
        elif event.value.startswith(f"{TALK}!"):
            self.field.value = event.value[len(TALK) :]

    def said(self, text: str) -> tuple[str, bool]:
        """Return what will be kept; a name that could be several people cannot be yet."""
        if text.strip() in MARKS:
            return NOTHING_YET, True
        pieces = self._parsed(text)
        unsure = any(name.is_open for piece in pieces for name in piece.names)
        told = preview(shown(pieces, self.offered), self._today, self.scale)
        feelings = (feeling for piece in pieces for feeling in piece.feelings)
        ends = self.in_talk and bool(pieces) and not self._goes_on(pieces)
        return told + help_hint(self.app, feelings) + (ENDS_TALK if ends else ""), unsure

    @staticmethod
    def _goes_on(pieces: Sequence[Captured]) -> bool:
        """Whether after these lines the next one may be a turn of the talk before."""
        return pieces[-1].mark in (Mark.TALK, Mark.TURN, Mark.THIS_HOUR)

    def send(self, text: str) -> None:
        """Ask for the line to be kept; pasted lines that wait belong to it."""
        whole = "\n".join([text, *self.field.waiting])
        self.field.waiting = []
        pieces = self._parsed(whole)
        in_talk = self.in_talk or (pieces[-1:] and pieces[-1].mark is not Mark.THIS_HOUR)
        self.in_talk = bool(in_talk and pieces and self._goes_on(pieces))
        self.post_message(self.Typed(self.client, pieces, whole))

    def action_complete(self) -> None:
        """Finish the name or feeling that is being typed."""
        field: ManyLines = self.field
        before = field.value[: field.cursor_position]
        finished = complete(before, len(before), self.offered)
        if finished is not None:
            rest = field.value[field.cursor_position :]
            field.value = finished + rest
            field.cursor_position = len(finished)

    @property
    def _today(self) -> date:
        app: Any = self.app
        today: date = app.clock.today()
        return today

    def _parsed(self, text: str) -> tuple[Captured, ...]:
        app: Any = self.app
        return parse(
            text,
            self._today,
            self.names,
            self.scale,
            southern=app.southern,
            day_starts_at=app.config.day_starts_at,
            now=app.clock.now(),
            anchors=self.anchors,
            in_talk=self.in_talk,
        )
