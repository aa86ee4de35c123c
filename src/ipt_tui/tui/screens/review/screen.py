"""The screen of a set of questions: one question in the middle, and nothing beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import ScreenResume
from textual.screen import Screen

from ipt_tui.ipt.review_words import words_noted
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.screens.review.inquiry import ReviewInquiry
from ipt_tui.tui.widgets.bare import Bare
from ipt_tui.tui.widgets.help_hint import help_hint
from ipt_tui.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.widgets.answer_bar import Asked


_KEYS = (
    ("enter", "next", "Keep the answer and go on; with or without one."),
    ("shift+tab", "back", "Back to the question before."),
    ("esc", "stop", "Stop here; what you told is kept."),
)
"""The keys of the line that asks, for the help."""


class ReviewBar(AskingBar[ReviewInquiry]):
    """The question with its answers, one below the other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer('next')", "next", priority=True, key_display="enter"),
        Binding("shift+tab", "answer('back')", "back", priority=True, key_display="shift+tab"),
        Binding("escape", "answer('close')", "stop; it is kept", key_display="esc"),
    ]

    def on_mount(self) -> None:
        """Stand one answer a line."""
        self.line.one_a_line = True

    def open(self, asked: Asked) -> None:
        """Ask; beside some words for feelings the keys of the help lines are shown from then on."""
        evening = self.about.evening if self.about is not None else None
        asks = evening is not None and evening.question(asked.key) is not None
        noted = words_noted(evening) if evening is not None and asks else ()
        super().open(replace(asked, hint=f"{asked.hint}{help_hint(self.app, noted)}"))


class ReviewScreen(Bare, Screen[None]):
    """Asks the questions of one set: an evening's, or what fits somebody."""

    HELP = """One question at a time, in your own words. Enter goes on, with or without an answer;
shift+tab goes back; esc stops, and what you told is kept: you can go on from there another time.
What you tell stands in People, Timeline and Talks, and u takes it back there, step by step. help,
typed as an answer, leads to people you can call."""
    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("review")]

    def __init__(self, inquiry: ReviewInquiry) -> None:
        """Start with what was read."""
        super().__init__()
        self._inquiry = inquiry
        self.bar = ReviewBar()
        self._read_with: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """The question in the middle, the keys below."""
        with VerticalScroll(id="evening", can_focus=False):
            yield self.bar
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask."""
        self._read_with = self._ipt.revealed
        self.bar.begin(self._inquiry, self._inquiry.first)

    @property
    def _ipt(self) -> IptApp:
        return cast("IptApp", self.app)

    @on(AskingBar.Stands)
    @work
    async def _stands(self, message: AskingBar.Stands) -> None:
        await self._ipt.or_tell(self._inquiry.stands(message.key))

    @on(AskingBar.Ended)
    def _ended(self) -> None:
        """Back to where one was; the record shows what was told."""
        self._ipt.record_changed(RecordChanged())
        self.dismiss()

    @on(ScreenResume)
    @work(exclusive=True)
    async def _again(self) -> None:
        """Read it again where something is veiled by now, and ask what stands as it is now."""
        bar = self.bar
        if self._read_with == self._ipt.revealed or bar.asked is None or bar.about is None:
            return
        self._read_with, key = self._ipt.revealed, bar.asked.key
        with self._ipt.gate.held():
            if await self._ipt.or_tell(bar.about.read()) and bar.asked is not None:
                bar.ask(key)

    def action_help(self) -> None:
        """Show what this screen is for, and its keys."""
        from ipt_tui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("review", self.HELP, everywhere=("app",), keys=_KEYS))
