"""Measures as one looks at them: the list, the scores of the one in hand, from time to time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.getters import query_one

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.instruments import in_use
from ipt_tui.ipt.score_picture import Behind
from ipt_tui.tui.areas.asking_area import AskingArea
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.measures.list_rows import OTHER, Beside, measure_list, problem_words
from ipt_tui.tui.areas.measures.pane import MeasurePane
from ipt_tui.tui.areas.measures.paper_place import PAPER, paper_place
from ipt_tui.tui.widgets.picture import Picture
from ipt_tui.tui.widgets.row import lines
from ipt_tui.tui.widgets.rows import BAR_WIDTH, Rows
from ipt_tui.tui.widgets.words import Sentence
from ipt_tui.vault import behind_scores, concerns, measures

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.widget import Widget

    from ipt_tui.ipt.measures import MeasureLine, Measures, Response
    from ipt_tui.ipt.walking import Direction


class MeasureRows(Rows):
    """The list of measures: as high as what stands in it."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as its rows take."""
        return sum(len(lines(row, max(1, width - BAR_WIDTH))) for row in self.rows)

    def watch_rows(self) -> None:
        """Take another height with other rows."""
        super().watch_rows()
        self.refresh(layout=True)


class MeasuresView(AskingArea):
    """The half of Measures that only looks; `MeasuresArea` changes the record."""

    listing = query_one("#measures", Rows)
    pane = query_one(MeasurePane)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with nothing read."""
        super().__init__(id=id)
        self.measures: Measures | None = None
        self.behind = Behind()
        self.settled: frozenset[str] = frozenset()
        self._typed: frozenset[str] = frozenset()
        self._taken: str | None = None
        self._held: str | None = None
        """What was just finished: a client is shown what it came to when they ask."""
        self._can: tuple[bool, ...] = ()
        self._out: str | None = None
        """What was taken out last: it is in hand again once it is brought back."""

    def compose(self) -> ComposeResult:
        """The list, the measure in hand, and at the foot the line that asks."""
        with Vertical(id="panes"):
            with Vertical(id="list-pane"):
                yield MeasureRows(id="measures")
                yield Sentence(id="measure-problems")
            yield MeasurePane()
        yield AskingBar()

    def on_mount(self) -> None:
        """Follow the cursor in the frame in which it moves; a message comes later."""
        self.watch(self.listing, "cursor", self._walked, init=False)

    def home(self) -> Widget:
        """The list of measures."""
        return self.listing

    @property
    def line(self) -> MeasureLine | None:
        """The measure in hand."""
        return self.measures.line(self.listing.cursor or "") if self.measures else None

    @property
    def given(self) -> Response | None:
        """The response in hand."""
        return self.pane.given

    @property
    def on_scores(self) -> bool:
        """Whether one is among the scores, not in the list."""
        return self.pane.body.has_focus

    async def enter(self) -> None:
        """Come back, maybe with another session in hand."""
        self.stale = self.stale or self.follows
        await super().enter()
        self.follows = False

    @property
    def at_hand(self) -> Response | None:
        """The response that is corrected or taken out: in the list the one begun, if there is one.

        So what its row says is what goes.
        """
        line = self.line
        begun = line.begun if line is not None and not self.on_scores else None
        return begun or self.given

    # Reading.

    def wanted(self) -> object:
        """Whose measures, and which response somebody came for."""
        return self.ipt.context.client, self.ipt.context.response

    async def read(self) -> None:
        """Read and show. Raises VaultError."""
        app, ground = self.ipt, self.ground
        if app.context.client is None:
            self.measures = None
            self._show()
            return
        found = await app.vault.read(
            measures.measures, ground.client, self.today, ground.revealed, ground.day_starts_at
        )
        days = [each.day for line in found.lines for each in line.compared]
        self.behind = await app.vault.read(
            behind_scores.behind, ground.client, min(days, default=self.today), ground.day_starts_at
        )
        self.settled = await app.vault.read(
            concerns.settled, ground.client, self.today, ground.day_starts_at
        )
        self._typed = await app.drafting.places(PAPER)
        self.measures = found
        self._show()

    def turn_to_other_client(self) -> None:
        """Begin anew with another client: nothing of the one before stays on screen."""
        self.bar.stop()
        self.measures, self.behind, self._taken, self._out = None, Behind(), None, None
        self.listing.to_top()
        self.pane.given = None
        self._show()

    def shows(self, uid: str) -> bool:
        """Whether a response is there to be asked about, its note not veiled."""
        return any(each.uid == uid and not each.veiled for each in self._all())

    def _all(self) -> list[Response]:
        lines = self.measures.lines if self.measures else ()
        return [each for line in lines for each in (*line.responses, *line.unfinished)]

    # Showing.

    def _came_for(self) -> str | None:
        """Return the uid of the response somebody came for, None where it is for none.

        What was taken out is come for once it is back. With a session in hand it is the one given
        at that session, of the measure in hand first.
        """
        context = self.ipt.context
        if any(each.uid == self._out for each in self._all()):
            back, self._out = self._out, None
            return back
        if context.response is not None and context.response != self._taken:
            return context.response
        if not self.follows or context.session is None:
            return None
        there = [each for each in self._all() if each.session == context.session]
        there.sort(key=lambda each: each.instrument != self.listing.cursor)
        return there[0].uid if there else None

    def _show(self) -> None:
        """Show what was read, at the response somebody came for."""
        wanted = self._came_for()
        kept = wanted or (self.given.uid if self.given else None)
        audience = self.ipt.audience
        reads = (
            self.measures is None and self.ipt.context.client is not None
        )  # nothing is known yet
        self.listing.rows = () if reads else measure_list(self.measures, audience, self._beside())
        alone = audience is Audience.PRACTITIONER
        self.set_class(not alone, "-own")  # where it is narrow a client sees a score when they ask
        problems = self.query_one("#measure-problems", Sentence)
        problems.say(problem_words(in_use().problems) if alone else "")
        problems.display = bool(problems.content)
        found = next((each for each in self._all() if each.uid == kept), None)
        if wanted and found is not None:
            self.listing.cursor = found.instrument
        self.pane.begin(self.behind, self.today, audience, self.settled)
        line = self.line
        if found is None or line is None or found not in line.responses:
            found = line.last if line else None
        self.take(found)

    def _beside(self) -> Beside:
        """Return what the list says beside the measures: also what was left when it was typed."""
        named = {each.id: each.short for each in in_use().by_id.values()}
        places = {paper_place(self.ground.client, name): name for name in named}
        places |= {paper_place(given=each.uid): each.instrument for each in self._all()}
        typed = [name for place, name in places.items() if place in self._typed]
        return Beside(self.settled, {name: named.get(name, name) for name in typed})

    def take(self, given: Response | None) -> None:
        """Take a response in hand, and show its measure."""
        app, line = self.ipt, self.line
        self._taken = given.uid if given else None
        app.context = replace(app.context, response=self._taken)
        client = app.audience is Audience.CLIENT
        asks = client and line is not None and not line.hidden  # what is hidden is never shown
        self.pane.show(line, given, held=asks and given is not None and given.uid == self._held)
        more = line is not None and len(line.responses) > 1
        can = line is None, given is None, self.at_hand is None, more
        if can != self._can:  # the keys are gone over on every change of them
            self._can = can
            self.refresh_bindings()

    def _walked(self, key: str | None) -> None:
        line = self.measures.line(key) if self.measures and key else None
        self.pane.remove_class("-list")  # of another measure its picture first
        if self.pane.line is not line or key == OTHER:
            self.take(line.last if line else None)

    @on(Rows.Moved, "#measures")
    def _moved(self, message: Rows.Moved) -> None:
        message.stop()

    # Walking.

    def _step(self, step: int) -> None:
        line, given = self.line, self.given
        if line is None or given is None:
            return
        uids = [each.uid for each in line.responses]
        at = uids.index(given.uid) + step if given.uid in uids else -1
        if 0 <= at < len(uids):
            self.take(line.responses[at])

    def action_earlier(self) -> None:
        """The time before."""
        self._step(-1)

    def action_later(self) -> None:
        """The time after."""
        self._step(1)

    def action_walk(self, direction: Direction) -> None:
        """From score to score in the picture."""
        self._step({"left": -1, "right": 1}.get(direction, 0))

    @on(Picture.Selected)
    def _picked(self, message: Picture.Selected) -> None:
        self.take(next((each for each in self._all() if each.uid == message.uid), self.given))

    def action_form(self) -> None:
        """The scores as a picture, or the answers one by one."""
        had = self.on_scores
        self._held = None
        self.pane.toggle_class("-list")
        self.pane.answers.to_top()
        self.take(self.given)
        if had:
            self.screen.set_focus(self.pane.body)

    def action_pane(self) -> None:
        """To the scores and back to the list."""
        self._turn(to_scores=not self.has_class("-scores"))

    def action_back(self) -> None:
        """From the scores to the list."""
        self._turn(to_scores=False)

    def _turn(self, *, to_scores: bool) -> None:
        if to_scores and self._held is not None:
            self._held = None
            self.take(self.given)
        self.set_class(to_scores, "-scores")
        self.screen.set_focus(self.pane.body if to_scores else self.listing)
        self.refresh_bindings()

    def ended(self, message: AskingBar.Ended) -> None:  # noqa: ARG002
        """Back to where one was."""
        self._turn(to_scores=self.has_class("-scores"))
