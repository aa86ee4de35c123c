"""Search everything one wrote, as one types."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from ipt_tui.ipt.entry_words import VEILED
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.tui.context import Context
from ipt_tui.tui.screens.course_opening import open_ending
from ipt_tui.tui.screens.review.fit_screen import open_fit
from ipt_tui.tui.widgets.field import Line
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Words
from ipt_tui.vault import clients, search
from ipt_tui.vault.errors import Gone, VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ipt_tui.ipt.audience import Audience

RESPONSE = "response"
_CONCERN = "concern"
KINDS = {
    "person": "person", "standing": "move", "tie": "tie", "jotting": "line",
    "turn": "turn", "alternative": "could say", "attempt": "tried",
    RESPONSE: "measure", "safety_plan": "plan", "event": "event", "mood": "mood",
    "spell": "spell", "talk": "talk", "option": "option", "rehearsal": "rehearsal",
    "renegotiation": "agreed anew", "session": "session", "agenda_item": "agenda",
    "practice": "practice", "todo": "to do", "progress_note": "filed note",
    "addendum": "added later", _CONCERN: "concern", search.ENDING: "ending",
    "problem_area": "focus", "focus_choice": "focus chosen", "evidence": "for, against",
    "dispute_stage": "stage", "workbench_answer": "answer", "formulation": "formulation",
    "contract": "contract", "goal": "goal", "goal_rating": "goal", "halfway": "halfway look",
    search.FIT: "what fits",
    "bring": "to bring",
}  # fmt: skip
"""How what holds a text is called; a few are called otherwise in one's own record."""
_ALONE = ("session", "progress_note", "addendum", RESPONSE, _CONCERN)
"""Looking together nothing is shown of what a practitioner writes for the file."""
_TOGETHER = {"formulation": "paragraph", "contract": "agreed"}
"""How what has a word of the trade is called to the client, in the place of its title too."""
HINT = "Beginnings of words will do; accents do not matter."


class SearchScreen(ModalScreen[None]):
    """A line to type in, and what was found under it."""

    CSS_PATH = "search.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "back", key_display="esc"),
        Binding("down", "move(1)", "move", show=False, priority=True),
        Binding("up", "move(-1)", "move", show=False, priority=True),
        Binding("enter", "open", "open", priority=True, key_display="enter"),
    ]

    def compose(self) -> ComposeResult:
        """The line, what is said of it, the hits."""
        with Vertical(id="search"):
            yield Line(placeholder="search everything you wrote", id="query")
            yield Words(HINT, id="search-said", classes="muted")
            yield Rows(id="hits")
        yield KeyLine()

    def on_mount(self) -> None:
        """Type at once."""
        self._hits: dict[str, search.Hit] = {}
        self.set_focus(self.query_one(Input))
        self.query_one(Rows).can_focus = False

    def on_screen_suspend(self) -> None:
        """Show nothing while something lies over it: it may be veiled by the time that goes."""
        self._hits = {}
        self.query_one(Rows).rows = ()

    def on_screen_resume(self) -> None:
        """Look again."""
        self._search(self.query_one(Input).value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._search(event.value)

    @work(exclusive=True, group="search")
    async def _search(self, query: str) -> None:
        app: Any = self.app
        client = app.context.client
        try:
            found = await app.vault.read(
                search.find, query, client, only=app.together, revealed=app.revealed
            )
        except VaultError:
            return
        hits = [hit for hit in found.hits if not (app.together and hit.kind in _ALONE)]
        self._hits = {hit.uid: hit for hit in hits}
        rows = tuple(_row(hit, app.audience, other=hit.client_uid != client) for hit in hits)
        listing = self.query_one(Rows)
        if rows != listing.rows:  # one more letter, the same hits: the cursor stays
            listing.to_top()
            listing.rows = rows
        said = HINT
        if found.instead:
            said = f"Nothing with these words; this is for “{found.instead}”."
        elif query.strip() and not rows:
            said = "Nothing with these words."
        self.query_one("#search-said", Words).say(said)

    def action_move(self, step: int) -> None:
        """Move among the hits while typing."""
        self.query_one(Rows).action_move(step)

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_open()

    @work
    async def action_open(self) -> None:
        """Open the hit at its place."""
        hit = self._hits.get(self.query_one(Rows).cursor or "")
        if hit is None:
            return
        app: Any = self.app
        if hit.client_uid == app.context.client:
            person = hit.person_uid or app.context.person
            app.context = replace(app.context, person=person, **_held(hit))
        else:
            lines = await app.or_tell(app.vault.read(clients.listing))
            if lines is None:
                return
            line = next((line for line in lines if line.uid == hit.client_uid), None)
            if line is None:
                app.tell(str(Gone()), bad=True)
                return
            app.context = replace(
                Context.of(line, hit.person_uid), event=hit.entry_uid, talk=hit.talk_uid,
                session=hit.session_uid, response=hit.uid if hit.kind == RESPONSE else None,
                focus=hit.focus,
            )  # fmt: skip
        over = {
            search.PLAN: app.action_help_lines,
            _CONCERN: partial(app.action_concern, hit.uid),
            search.ENDING: partial(open_ending, app),
            search.FIT: partial(open_fit, app),
        }
        if hit.kind in over:  # a screen of its own, over where one was
            self.dismiss()
            app.record_changed(RecordChanged())
            app.call_later(over[hit.kind])
        else:
            app.action_go_to(_place(hit), follow=False)

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss()


def _held(hit: search.Hit) -> dict[str, str | None]:
    """Return what is in hand besides, once a hit of the client on screen is opened."""
    held: dict[str, str | None] = {}
    if hit.entry_uid:
        held = {"event": hit.entry_uid, "only": None}
    elif hit.talk_uid:
        held = {"talk": hit.talk_uid, "event": None, "only": None}
    if hit.session_uid:
        held["session"] = hit.session_uid
    if hit.kind == RESPONSE:
        held["response"] = hit.uid
    if hit.focus:
        held["focus"] = hit.focus
    return held


def _place(hit: search.Hit) -> str:
    """Return the area in which a hit stands."""
    if hit.kind == RESPONSE:
        return "measures"
    if hit.focus:
        return "focus"
    if hit.session_uid:
        return "sessions"
    if hit.talk_uid:
        return "talks"
    if hit.entry_uid:
        return "timeline"
    return "people" if hit.person_uid else "today"


def _kind(hit: search.Hit, audience: Audience) -> str:
    if hit.kind in ("expectation", "outcome"):
        return audience.pick("expectation", "wish")
    if hit.kind in _TOGETHER:
        return audience.pick(hit.kind, _TOGETHER[hit.kind])
    if hit.kind == "client":
        return audience.pick("client", "about you")
    return KINDS[hit.kind]


def _row(hit: search.Hit, audience: Audience, *, other: bool) -> Row:
    if hit.veiled:
        return Row(hit.uid, (Cell(VEIL, "muted", 18), Cell(VEILED, "muted")))
    whose = f"{hit.client_code} · " if other else ""
    title = hit.title if hit.kind not in _TOGETHER else audience.pick(hit.title, "")
    snippet = hit.snippet.replace(search.MARK_ON, "").replace(search.MARK_OFF, "")
    return Row(
        hit.uid,
        (
            Cell(f"{whose}{title}", "strong", 24),
            Cell(_kind(hit, audience), "muted", 13),
            Cell(snippet),
        ),
    )
