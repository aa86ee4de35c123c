"""The safety plan being written: a heading and a field for each part, one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from ipt_tui.ipt import safety_plan
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.safety_plan import LOOK_AGAIN, PARTS, WITH_PEOPLE, SafetyPlan
from ipt_tui.tui.widgets.editor import Editor
from ipt_tui.tui.widgets.field import Field
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault import safety_plans
from ipt_tui.vault.errors import ChangedElsewhere, NotValid, VaultError

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

DAY_ASKS = "A day on which to look at it again, if you like: 15 jan, 4 weeks."
TOO_LONG = "This is longer than one page; in a bad hour less is easier to read."
VEILED_HERE = "veiled; enter on the page shows it first"
BOTH = (
    "This was changed in another window meanwhile. That stands here now, what you typed below it."
)
HELD = "It stays as a draft; esc once more closes."


class PlanForm(ModalScreen[bool]):
    """Writes the plan; gives back whether something was kept. What is typed is never lost."""

    CSS_PATH = "plan_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "keep, close", key_display="esc", priority=True),
        Binding("enter", "next", "next", key_display="enter", priority=True),
        Binding("ctrl+j", "newline", "new line", key_display="ctrl+j", priority=True),
        Binding("down", "leave('next')", show=False, priority=True),
        Binding("up", "leave('back')", show=False, priority=True),
    ]

    def __init__(self, plan: SafetyPlan) -> None:
        """Take the plan as it was read."""
        super().__init__()
        self._plan = plan
        self._refused = False

    def compose(self) -> ComposeResult:
        """Heading and field in a line, below them what goes into the field one is in."""
        title = safety_plan.title(self._plan, self.app.audience)  # type: ignore[attr-defined]
        with Sheet(id="form"):
            yield Static(title, classes="strong", markup=False)
            for part in PARTS:
                with Horizontal():
                    yield Static(part.title, classes="label", markup=False)
                    if part.key in self._plan.veiled:
                        yield Static(VEILED_HERE, classes="muted", markup=False)
                    else:
                        yield Editor(id=part.key)
            with Horizontal():
                yield Static(LOOK_AGAIN, classes="label", markup=False)
                yield Field(self._place("look_again"), id="look_again")
            yield Static("", id="plan-asks", classes="muted", markup=False)
            yield Static("", id="plan-said", classes="problem", markup=False)
        yield KeyLine()

    def _place(self, key: str) -> str:
        return f"plan:{self._plan.client}:{key}"

    @staticmethod
    def _told(plan: SafetyPlan, key: str) -> str:
        return plan.texts.get(key, "").strip()

    def _day(self) -> str:
        day = self._plan.look_again
        return short(day) if day else ""

    def on_mount(self) -> None:
        """Fill in what stands, and begin at the first part."""
        for editor in self.query(Editor):
            key = editor.id or ""
            editor.open(self._place(key), self._told(self._plan, key), seen=self._plan.seen)
        field = self.query_one(Field)
        if not field.value:
            field.saved(self._day())
        self.set_focus(self._fields[0])

    @property
    def _fields(self) -> list[Widget]:
        """The fields in their order."""
        return list(self.query("Editor, Field"))

    # While it is typed.

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:  # noqa: ARG002
        """Say what goes into this part."""
        self._hint()

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._refused = False
        self.query_one("#plan-said", Static).update("")
        self._hint()

    def _hint(self) -> None:
        key = next((field.id for field in self._fields if field.has_focus), "")
        part = next((part for part in PARTS if part.key == key), None)
        asks = part.asks if part else DAY_ASKS
        offer = safety_plan.offer(self._plan) if key in WITH_PEOPLE else ""
        texts = [editor.text for editor in self.query(Editor)]
        long = "" if safety_plan.fits_a_page(texts) else TOO_LONG
        said = " ".join(filter(None, (asks, offer, long)))
        self.query_one("#plan-asks", Static).update(said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Up and down move within a text of several lines; from its ends to another part."""
        if action == "leave" and isinstance(self.focused, Editor):
            return not self.focused.can_go(str(parameters[0]))
        if action == "newline":
            return isinstance(self.focused, Editor)
        return super().check_action(action, parameters)

    def action_newline(self) -> None:
        """Start a new line in the part."""
        if isinstance(self.focused, Editor):
            self.focused.insert("\n")

    def action_leave(self, then: str) -> None:
        """Go to the part before, or the next."""
        fields = self._fields
        at = next((n for n, field in enumerate(fields) if field.has_focus), 0)
        to = at + (1 if then == "next" else -1)
        if 0 <= to < len(fields):
            self.set_focus(fields[to])

    # Keeping it.

    async def action_next(self) -> None:
        """The next part; after the last one, keep. "help" is no answer, and opens the numbers."""
        app: Any = self.app
        field = self.focused
        if isinstance(field, Editor | Field):
            typed = field.text if isinstance(field, Editor) else field.value
            if await app.asks_for_help(typed):
                field.restore()
                return
        if field is self._fields[-1]:
            self._save()
        else:
            self.action_leave("next")

    def action_close(self) -> None:
        """Keep and close; where that was refused, close, and what is typed waits as a draft."""
        if self._refused:
            self.dismiss(False)
        else:
            self._save()

    @work(exclusive=True)
    async def _save(self) -> None:
        app: Any = self.app
        with app.gate.held():
            try:
                values = self._values()
                if values:
                    plan = self._plan
                    await app.vault.write(safety_plans.tell, plan.client, plan.seen, **values)
            except VaultError as error:
                if isinstance(error, ChangedElsewhere) and await self._take_in():
                    self.query_one("#plan-said", Static).update(BOTH)
                    return
                self._refused = True
                self.query_one("#plan-said", Static).update(f"{error} {HELD}")
                return
            for editor in self.query(Editor):
                editor.saved()
            self.query_one(Field).saved()
            self.dismiss(bool(values))

    async def _take_in(self) -> bool:
        """Go on from the plan as another window left it; return whether it can be seen so."""
        app: Any = self.app
        before, field = self._plan, self.query_one("#look_again", Field)
        now = await app.vault.read(
            safety_plans.plan, before.client, app.clock.today(), app.revealed
        )
        if now.veiled != before.veiled:  # it is read anew with the page
            return False
        untouched = field.value.strip() == self._day()
        self._plan = now
        for editor in self.query(Editor):
            key = editor.id or ""
            if self._told(now, key) != self._told(before, key):
                editor.come_to_hold(self._told(now, key))
        if untouched:
            field.saved(self._day())
        return True

    def _values(self) -> dict[str, str]:
        """Return what was changed. Raises NotValid where the day is none."""
        values = {
            editor.id or "": editor.text.strip()
            for editor in self.query(Editor)
            if editor.text.strip() != self._told(self._plan, editor.id or "")
        }
        field = self.query_one("#look_again", Field)
        if field.value.strip() != self._day():
            app: Any = self.app
            try:
                day = safety_plan.day_ahead(field.value, app.clock.today())
            except ValueError as error:
                raise NotValid(str(error)) from None
            values["look_again"] = day.isoformat() if day else ""
        return values
