"""Focus: the list of its chapters, and what stands in the one in hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from ipt_tui.tui.areas.area import NO_CLIENT
from ipt_tui.tui.areas.asking_area import AskingArea
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.focus.chapters import CHAPTERS
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from ipt_tui.tui.areas.focus.chapter import Chapter

_OTHERS = "others"


class FocusArea(AskingArea):
    """Reads its chapters, shows the one in hand, and passes its keys on to it."""

    HELP = """What makes it a course of IPT: one or two problem areas, how they hang together with \
the low mood, what was agreed, goals, and the ending.
The program shows what you typed, for and against; it never chooses.
n begins something new where the cursor is, e and enter ask, space ticks or chooses.
e on the paragraph of the formulation writes it; the client's own words go between "…".
tab goes to what is in hand and back; , and . go through versions."""
    EMPTY = (
        "Here stands what the course is about: the focus, how it hangs together, goals, the ending."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("focus")]
    CHAPTERS: ClassVar[tuple[type[Chapter], ...]] = CHAPTERS

    listing = query_one("#focus-list", Rows)
    pane = query_one("#focus-pane", Rows)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with nothing read."""
        super().__init__(id=id)
        self.chapters = tuple(kind(self) for kind in self.CHAPTERS)
        self._taken: str | None = None
        self._whole = True
        self._read_as: object = None

    def compose(self) -> ComposeResult:
        """The list, what is in hand, and at the foot the line that asks."""
        with Horizontal(id="focus-panes"):
            with Vertical(id="focus-left"):
                yield Rows(id="focus-list")
            with Vertical(id="focus-right"):
                yield Rows(quiet=True, id="focus-pane")
        yield AskingBar()

    def on_mount(self) -> None:
        """Follow the cursor in the frame in which it moves; a message comes later."""
        self.watch(self.listing, "cursor", self._walked, init=False)

    def home(self) -> Widget:
        """The list."""
        return self.listing

    @property
    def in_pane(self) -> bool:
        """Whether one is in what is shown, not in the list."""
        return self.pane.has_focus

    @property
    def chapter(self) -> Chapter | None:
        """The chapter in hand."""
        key = self.listing.cursor
        return next((each for each in self.chapters if key and each.owns(key)), None)

    # Reading.

    def wanted(self) -> object:
        """Whose, and at what somebody came for."""
        return self.ipt.context.client, self.ipt.context.focus

    async def enter(self) -> None:
        """Come back: what is read then is read whole, before any of it is shown."""
        self._whole = self._whole or self.stale or self.wanted() != self._read_for
        await super().enter()

    async def read(self) -> None:
        """Read the chapters and show. Raises VaultError.

        While one stays here and sees what one saw, the chapter in hand is read and shown first,
        and the others after that frame. With anything else to be veiled all are read before.
        """
        self.workers.cancel_group(self, _OTHERS)
        app, first = self.ipt, self.chapter
        seen_as = (app.context.client, app.revealed, app.audience, self.today)
        if self._whole or first is None or seen_as != self._read_as:
            if app.context.client is not None:
                for chapter in self.chapters:
                    await chapter.read()
            self._whole, self._read_as = False, seen_as
            self.show()
            return
        await first.read()
        self.show()
        self.call_after_refresh(self._read_others, first)

    @work(exclusive=True, group=_OTHERS)
    async def _read_others(self, first: Chapter) -> None:
        for chapter in self.chapters:
            if self._whole:  # another client came meanwhile, of whom all is read
                return
            if chapter is not first:
                await self.ipt.or_tell(chapter.read())
        self.show()

    def turn_to_other_client(self) -> None:
        """Begin anew with another client: nothing of the one before stays on screen."""
        self.bar.stop()
        self._whole = True
        for chapter in self.chapters:
            chapter.forget()
        self._taken = None
        for rows in (self.listing, self.pane):
            rows.to_top()
            rows.rows = ()

    def shows(self, uid: str) -> bool:
        """Whether something is there to be asked about, by what was read last."""
        return any(chapter.shows(uid) for chapter in self.chapters)

    # Showing.

    def show(self) -> None:
        """Show what was read, at what somebody came for."""
        wanted = self.ipt.context.focus  # new rows put the cursor somewhere, and that is taken
        self.listing.rows = self._listed()
        keys = {row.key for row in self.listing.rows}
        if wanted is not None and wanted != self._taken and wanted in keys:
            self.listing.cursor = wanted
        self._take(self.listing.cursor)

    def _listed(self) -> tuple[Row, ...]:
        if self.ipt.context.client is None:
            return (Row(None, (Cell(f"{self.EMPTY} {NO_CLIENT}", "muted"),), wraps=True),)
        rows: list[Row] = []
        for chapter in self.chapters:
            listed = chapter.listed()
            if rows and listed and chapter.keep_apart:
                rows.append(Row(None))
            rows += listed
        return tuple(rows)

    def _take(self, key: str | None) -> None:
        """Take a row of the list in hand, and show what stands behind it."""
        other = key != self._taken
        self._taken = key
        if key is not None and self.ipt.context.focus != key:
            self.ipt.context = replace(self.ipt.context, focus=key)
        if other:
            self.pane.to_top()
        chapter = self.chapter
        self.pane.rows = chapter.shown(key) if chapter and key else ()
        self.refresh_bindings()

    def _walked(self, key: str | None) -> None:
        if key != self._taken:
            self._take(key)

    @on(Rows.Moved)
    def _moved(self, message: Rows.Moved) -> None:
        message.stop()
        self.refresh_bindings()  # what is possible may differ from row to row

    # Going about.

    def turn(self, *, to_pane: bool) -> None:
        """Go to what is in hand, or back to the list; narrow, only one of the two is shown."""
        self.set_class(to_pane, "-right")
        self.screen.set_focus(self.pane if to_pane else self.listing)
        self.refresh_bindings()

    def action_pane(self) -> None:
        """To what is in hand and back to the list."""
        self.turn(to_pane=not self.in_pane)

    def action_back(self) -> None:
        """From what is in hand to the list."""
        self.turn(to_pane=False)

    @on(Rows.Chosen)
    def _chosen(self, message: Rows.Chosen) -> None:
        message.stop()
        if self.check_action("do", ("open",)):
            self.action_do("open")

    @on(AskingBar.Stands)
    def _stands(self, message: AskingBar.Stands) -> None:
        """Have the cursor stand at the row a question is about."""
        row = self.chapter.stands_at(message.key) if self.chapter else None
        if row is not None and any(each.key == row for each in self.pane.rows):
            self.pane.cursor = row
        self.refresh_bindings()

    def ended(self, message: AskingBar.Ended) -> None:  # noqa: ARG002
        """Back to where one was; keys wait until what was kept stands there."""
        self.turn(to_pane=self.has_class("-right"))
        self.ipt.gate.shut()
        self.run_worker(self._shown(), group="ended")

    async def _shown(self) -> None:
        with self.ipt.gate.held():
            await self._read_through()

    # What the chapter in hand does.

    def hold(self, doing: Coroutine[object, object, object]) -> None:
        """Do what a key began, with the keys after it waiting until it is done."""
        self.ipt.gate.shut()
        self.run_worker(self._held(doing))

    async def _held(self, doing: Coroutine[object, object, object]) -> None:
        with self.ipt.gate.held():
            await doing

    @property
    def doing(self) -> Mapping[str, Callable[[], object]]:
        """What the keys of the chapter in hand do where the cursor is."""
        chapter = self.chapter
        return chapter.doing if chapter is not None else {}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is possible now; nothing while something is asked."""
        if self.bar.asked is not None:
            return False
        if action == "back":
            return self.in_pane
        return action != "do" or parameters[0] in self.doing

    def action_do(self, what: str) -> None:
        """Do what a key means in the chapter in hand."""
        if what in self.doing:
            self.doing[what]()
