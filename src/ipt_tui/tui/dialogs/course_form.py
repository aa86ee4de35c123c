"""The course of a client: set up, changed, agreed anew, ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from ipt_tui.ipt import course_plan
from ipt_tui.ipt.course_typed import OF_FORM, Hearing, words
from ipt_tui.ipt.session import Kept
from ipt_tui.tui.dialogs import course_rows
from ipt_tui.tui.dialogs.course_rows import FIRST, LAST, MORE
from ipt_tui.tui.widgets.field import Field
from ipt_tui.tui.widgets.flowing import flowed
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault import course_setup
from ipt_tui.vault.errors import NotValid, VaultError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.course_plan import CoursePlan
    from ipt_tui.vault.course_setup import Standing

WIDTH = 58
NOT_READ = "What is agreed is still being read; please try again in a moment."


class CourseForm(ModalScreen[bool]):
    """Sets up the course of a client, or changes it; gives back whether something was kept."""

    CSS_PATH = "course_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close, draft waits", key_display="esc"),
        Binding("enter", "next", "next, then keep", key_display="enter", priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, client: str, *, first_run: bool = False) -> None:
        """Take whose course it is; on the first run the record follows."""
        super().__init__()
        self._client = client
        self._first_run = first_run
        self._stood: Standing | None = None
        self._insisted = ""

    def compose(self) -> ComposeResult:
        """Label and fields, one line each; below, what may stay as the form has it."""
        with Sheet(id="form"):
            yield Static("", id="course-title", classes="strong", markup=False)
            for row in FIRST:
                yield self._line(row)
            yield Static(course_rows.MORE_SAID, id="course-more", classes="muted", markup=False)
            for row in MORE:
                yield self._line(row)
            yield Static("", id="course-hint", classes="muted", markup=False)
            yield Static("", id="course-said", classes="problem", markup=False)
        yield KeyLine()

    def _line(self, row: tuple[str, ...]) -> Horizontal:
        return Horizontal(*self._of_line(row), id=f"line-{row[1]}")

    def _of_line(self, row: tuple[str, ...]) -> Iterator[Widget]:
        yield Static(
            course_rows.label(row, first_run=self._first_run), classes="label", markup=False
        )
        yield self._field(row[1])
        if len(row) > 2:
            yield Static(row[2], classes="between", markup=False)
            yield self._field(row[3])

    def _field(self, name: str) -> Field:
        return Field(f"course:{self._client}:{name}", id=name)

    def on_mount(self) -> None:
        """Fill in what stands; keys wait for it."""
        app: Any = self.app
        app.gate.shut()
        for name in ("why", "earlier", "anew_day", "anew_why"):
            self._show_line(name, shown=False)
        self._fill()

    @work
    async def _fill(self) -> None:
        app: Any = self.app
        stood = await app.or_tell(
            app.vault.read(
                course_setup.standing, self._client, app.clock.today(), app.config.day_starts_at
            )
        )
        if stood is None:
            self._end(kept=False)
            return
        self._stood = stood
        title = course_rows.title(stood, app.clock.today(), first_run=self._first_run)
        self.query_one("#course-title", Static).update(title)
        known = words(stood.plan)
        for field in self.query(Field):
            told = known.get(field.id or "", "")
            if stood.course is None:
                field.placeholder = told
            elif not field.value:
                field.saved(told)
        self.query_one("#now").disabled = stood.course is not None
        self.query_one("#ended").disabled = stood.course is None
        for name in ("anew_day", "anew_why"):
            self._show_line(name, shown=stood.anew is not None)
        self.query_one("#line-anew_day .label", Static).update(course_rows.anew_words(stood))
        self._offer()
        self.set_focus(self.query_one("#template"))
        self._hint()
        app.gate.open()

    def _show_line(self, name: str, *, shown: bool) -> None:
        self.query_one(f"#line-{name}").display = shown

    # While it is typed.

    @property
    def _fields(self) -> list[Field]:
        """The fields one can come to, in their order."""
        shown = [line for line in self.query(Horizontal) if line.display]
        return [f for line in shown for f in line.query(Field) if not f.disabled]

    @on(Input.Changed)
    def _typed(self) -> None:
        self.query_one("#course-said", Static).update("")
        stood = self._stood
        if stood is None:
            return
        self._offer()
        plan, _, _ = self._heard()
        anew = stood.course is not None and plan.planned != stood.plan.planned
        self._show_line("why", shown=anew)
        less = plan.kept not in (stood.plan.kept, Kept.FULL)
        self._show_line("earlier", shown=less and stood.notes)
        self._hint()

    def _offer(self) -> None:
        """Offer what the form that is typed brings along, wherever nothing else is typed."""
        plan, _, _ = self._heard()
        known, new = words(plan), self._stood is None or self._stood.course is None
        for name in OF_FORM:
            field = self.query_one(f"#{name}", Field)
            if new:
                field.placeholder = known[name]
            elif field.untouched and field.value != known[name]:
                field.saved(known[name])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:  # noqa: ARG002
        """Say what goes into this field."""
        self._hint()

    def _hint(self) -> None:
        said = self.query_one("#course-hint", Static)
        field = next((field for field in self.query(Field) if field.has_focus), None)
        name = (field.id or "") if field else ""
        if name == "template":
            forms = enumerate(course_plan.offered(), 1)
            parts = [Content.assemble((str(n), "bold"), f" {one.label}") for n, one in forms]
            said.update(flowed(parts, said.size.width or WIDTH, 3))
            return
        app: Any = self.app
        plan, _, problem = self._heard()
        course = self._stood.course if self._stood else None
        told = course_rows.hint(name, None if problem else plan, app.clock.today(), course)
        said.update(Content(told))

    # Reading it.

    def _heard(self) -> tuple[CoursePlan, str, Exception | None]:
        """Return what is typed; the name of the first field that is not understood, and why."""
        app: Any = self.app
        stood = self._stood
        if stood is None:
            return course_plan.CoursePlan(), "", None
        hearing = Hearing(
            stood.plan, stood.course is None, app.clock.today(), app.config.day_starts_at
        )
        typed = {f.id or "": None if f.untouched else f.value.strip() for f in self.query(Field)}
        return hearing.all_heard(typed)

    async def action_next(self) -> None:
        """The next field; after the last that is asked of each course, or of all, keep."""
        app: Any = self.app
        fields = self._fields
        if self._warned():
            return
        for field in fields:
            if field.has_focus and await app.asks_for_help(field.value):
                field.restore()
                return
        at = next((n for n, field in enumerate(fields) if field.has_focus), len(fields) - 1)
        last = [field.id for field in fields if field.id in LAST][-1:]
        if at + 1 < len(fields) and [fields[at].id] != last:
            self.set_focus(fields[at + 1])
        else:
            self._save()

    def _warned(self) -> bool:
        """Say, once, that what is typed as the room looks like a date; who goes on may."""
        room, app = self.query_one("#place", Field), cast("Any", self.app)
        typed = room.value.strip()
        odd = course_plan.looks_like_a_date(typed, app.clock.today())
        if not (room.has_focus and odd) or typed == self._insisted:
            return False
        self._insisted = typed
        self.query_one("#course-said", Static).update(course_rows.ROOM_IS_A_DATE)
        return True

    @work
    async def _save(self) -> None:
        app: Any = self.app
        app.gate.shut()
        plan, wrong, problem = self._heard()
        try:
            if self._stood is None:
                raise NotValid(NOT_READ)
            if problem is None:
                await self._write(self._stood, plan)
        except VaultError as error:
            wrong, problem = "planned", error
        if problem is not None:
            self.query_one("#course-said", Static).update(str(problem))
            self.set_focus(self.query_one(f"#{wrong}"))
            app.gate.open()
            return
        for field in self.query(Field):
            field.saved()
        self._end(kept=True)

    async def _write(self, stood: Standing, plan: CoursePlan) -> None:
        app: Any = self.app
        today = app.clock.today()
        if stood.course is None:
            await app.vault.write(course_setup.set_up, self._client, plan, today)
        else:
            await app.vault.write(course_setup.change, self._client, stood, plan, today)

    def action_close(self) -> None:
        """Close; drafts wait."""
        self._end(kept=False)

    def _end(self, *, kept: bool) -> None:
        app: Any = self.app
        if self._first_run:
            app.gate.shut()
        else:
            app.gate.open()
        self.dismiss(kept)
