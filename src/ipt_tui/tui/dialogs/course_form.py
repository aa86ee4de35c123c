"""The course of a client: which form, how many sessions, when, where, and how much is kept."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from ipt_tui.ipt import course_plan
from ipt_tui.ipt.course import Ending, Modality, template_words
from ipt_tui.ipt.course_plan import CoursePlan
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.session import Kept
from ipt_tui.tui.widgets.field import Field
from ipt_tui.tui.widgets.flowing import flowed
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault import course_setup
from ipt_tui.vault.errors import NotValid, VaultError

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from ipt_tui.vault.course_setup import Standing

LABELS = {
    "template": "Form",
    "now": "Next is session",
    "planned": "of",
    "why": "Why the change",
    "first": "Day and hour",
    "place": "Room",
    "modality": "How you meet",
    "vocabulary": "The last phase",
    "kept": "Kept",
}
"""The fields in their order, which is also that in which they are read."""
HINTS = {
    "now": "today's, or the next to come",
    "planned": "open, where there is to be no end",
    "why": "kept with the change; it may stay empty",
    "first": "tue 14:00 · 1 dec 9:30 · empty plans nothing",
    "place": "room 2",
    "modality": "in person, video or phone",
    "vocabulary": "termination or conclusion: how you call it",
    "kept": "in full, in brief or dates only, as agreed with the client",
}
WIDTH = 58
NOT_READ = "What is agreed is still being read; please try again in a moment."


class CourseForm(ModalScreen[bool]):
    """Sets up the course of a client, or changes it; gives back whether something was kept."""

    CSS_PATH = "course_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close; what is typed waits", key_display="esc"),
        Binding("enter", "next", "next field, then keep", key_display="enter", priority=True),
    ]

    def __init__(self, client: str) -> None:
        """Take whose course it is."""
        super().__init__()
        self._client = client
        self._stood: Standing | None = None

    def compose(self) -> ComposeResult:
        """Label and field, one line each."""
        with Sheet(id="form"):
            yield Static("", id="course-title", classes="strong", markup=False)
            for name in LABELS:
                if name == "planned":
                    continue
                with Horizontal(id=f"line-{name}"):
                    yield Static(LABELS[name], classes="label", markup=False)
                    yield self._field(name)
                    if name == "now":
                        yield Static(LABELS["planned"], classes="between", markup=False)
                        yield self._field("planned")
            yield Static("", id="course-hint", classes="muted", markup=False)
            yield Static("", id="course-said", classes="problem", markup=False)
        yield KeyLine()

    def _field(self, name: str) -> Field:
        return Field(f"course:{self._client}:{name}", id=name)

    def on_mount(self) -> None:
        """Fill in what stands; keys wait for it."""
        app: Any = self.app
        app.gate.shut()
        self.query_one("#line-why").display = False
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
        self.query_one("#course-title", Static).update(f"The course of {stood.code}")
        known = words(stood.plan)
        for field in self.query(Field):
            told = known.get(field.id or "", "")
            if stood.course is None:
                field.placeholder = told
            elif not field.value:
                field.saved(told)
        self.query_one("#now").disabled = stood.course is not None
        self.set_focus(self.query_one("#template"))
        self._hint()
        app.gate.open()

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
        if stood is not None and stood.course is not None:
            anew = self._read_one("planned", stood.plan) not in (None, stood.plan.planned)
            self.query_one("#line-why").display = anew
        else:
            self._offer_planned()
        self._hint()

    def _offer_planned(self) -> None:
        """Offer as many sessions as the form has that is typed."""
        with contextlib.suppress(NotHeard):
            planned = course_plan.form(self._value("template")).bounds.planned
            self.query_one("#planned", Field).placeholder = str(planned or course_plan.OPEN)

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
            hint = flowed(parts, said.size.width or WIDTH, 3)
        else:
            hint = Content(self._preview(name) or HINTS.get(name, ""))
        said.update(hint)

    def _preview(self, name: str) -> str:
        """Return what would be planned, beside the fields it is made of."""
        if name not in ("now", "planned", "first") or self._stood is None:
            return ""
        try:
            plan = self._plan()
            every_days = course_plan.form(self._value("template")).every_days
        except NotHeard:
            return ""
        app: Any = self.app
        return course_plan.told(plan, every_days, app.clock.today())

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Field).value.strip()

    # Reading it.

    def _plan(self) -> CoursePlan:
        """Return what is typed. Raises NotHeard, whose field is then lit."""
        stood = self._stood.plan if self._stood else CoursePlan()
        plan = stood
        for name in LABELS:
            self._wrong = name
            plan = replace(plan, **{name: self._heard(name, plan)})
        return plan

    def _read_one(self, name: str, plan: CoursePlan) -> object:
        """Return what a field says, None where that is not understood."""
        try:
            return self._heard(name, plan)
        except NotHeard:
            return None

    def _heard(self, name: str, plan: CoursePlan) -> Any:
        """Return what a field says, where it is empty what stands already. Raises NotHeard."""
        app: Any = self.app
        typed, new = self._value(name), self._stood is None or self._stood.course is None
        if typed == words(plan).get(name, "") and not new:
            return getattr(plan, name)
        if name == "template":
            return course_plan.form(typed).id if typed or new else plan.template
        if name in ("now", "planned"):
            usual = getattr(plan, name)
            if name == "planned" and new:
                usual = course_plan.form(self._value("template")).bounds.planned
            return course_plan.number(typed, usual)
        if name == "first":
            heard = course_plan.first_session(typed, app.clock.today(), app.config.day_starts_at)
            return heard or plan.first
        kinds = {"modality": Modality, "vocabulary": Ending, "kept": Kept}
        if name in kinds:
            return course_plan.one_of(typed, kinds[name], getattr(plan, name))
        return typed

    async def action_next(self) -> None:
        """The next field; after the last one, keep."""
        app: Any = self.app
        fields = self._fields
        for field in fields:
            if field.has_focus and await app.asks_for_help(field.value):
                field.restore()
                return
        at = next((n for n, field in enumerate(fields) if field.has_focus), len(fields) - 1)
        if at + 1 < len(fields):
            self.set_focus(fields[at + 1])
        else:
            self._save()

    @work
    async def _save(self) -> None:
        app: Any = self.app
        app.gate.shut()
        try:
            if self._stood is None:
                raise NotValid(NOT_READ)
            plan = self._plan()
            self._wrong = "planned"
            await self._write(self._stood, plan)
        except (VaultError, NotHeard) as error:
            self.query_one("#course-said", Static).update(str(error))
            self.set_focus(self.query_one(f"#{self._wrong}"))
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
        self.app.gate.open()  # type: ignore[attr-defined]
        self.dismiss(kept)


def words(plan: CoursePlan) -> dict[str, str]:
    """Return what is agreed as it would be typed."""
    return {
        "template": template_words(plan.template),
        "now": str(plan.now),
        "planned": str(plan.planned) if plan.planned else course_plan.OPEN,
        "first": f"{plan.first.at:%a %H:%M}".lower() if plan.first else "",
        "place": plan.place,
        "modality": Modality.say(plan.modality),
        "vocabulary": Ending.say(plan.vocabulary),
        "kept": Kept.say(plan.kept),
    }
