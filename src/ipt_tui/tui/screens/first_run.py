"""The first run: for whom, where it is kept, a passphrase twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Input, Static

from ipt_tui.ipt import about
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.passphrase import judge
from ipt_tui.tui.widgets.choice_line import ChoiceLine
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

ME = "me"
FOR = (("1", "clients", "clients of mine"), ("2", ME, "myself"))


ONLY = "Only 1 or 2 goes here; the passphrase has a line of its own below."


class _Whom(ChoiceLine):
    """For whom: a passphrase typed here by mistake is not shown."""

    shows_typed = False

    def _type(self, text: str) -> None:
        super()._type(text)
        self.post_message(self.NoChoice())


class FirstRunScreen(Screen[None]):
    """Makes the vault."""

    HELP = """Say who it is for (1 or 2), then choose a passphrase and type it twice.
Four or more unrelated words are good. Nobody can reset it; the recovery sheet comes next."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "next", key_display="enter", priority=True),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("f1", "help", "help", key_display="f1"),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    whom = query_one(ChoiceLine)
    first = query_one("#first", Input)
    again = query_one("#again", Input)

    def compose(self) -> ComposeResult:
        """Everything on one page."""
        with Sheet(classes="sheet", id="first-run"):
            yield Static(str(self.app.title), id="name", classes="title", markup=False)
            yield Static(about.IN_SHORT, classes="muted", markup=False)
            yield Static("Who is it for?", classes="strong", markup=False)
            yield _Whom()
            yield Static(
                about.kept_at(str(self.app.path)),  # type: ignore[attr-defined]
                classes="muted",
                markup=False,
            )
            yield Static("A passphrase", classes="strong", markup=False)
            yield Input(password=True, placeholder="four or more unrelated words", id="first")
            yield Static(" ", id="strength", classes="muted", markup=False)
            yield Input(password=True, placeholder="once more", id="again")
            yield Static("", id="first-said", classes="problem", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask for whom first."""
        self.add_class("page")
        self.whom.choices = FOR
        self.whom.refresh(layout=True)
        self.set_focus(self.whom)

    @on(ChoiceLine.Picked)
    def _for_whom(self, message: ChoiceLine.Picked) -> None:
        self.whom.ask(FOR, message.word)
        self._say("")
        self.set_focus(self.first)
        if message.word == ME:
            from ipt_tui.tui.screens.kept_where import KeptWhereScreen

            self.app.push_screen(KeptWhereScreen(first_run=True), self._told_where)
        else:
            self.app.gate.open()  # type: ignore[attr-defined]

    def _told_where(self, _: None) -> None:
        """Show the name that may have been given to the window."""
        self.query_one("#name", Static).update(str(self.app.title))

    @on(ChoiceLine.NoChoice)
    def _no_choice(self) -> None:
        if self.whom.typed:
            self._say(ONLY)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Typing again takes a complaint away, but not what was typed before it."""
        if event.value and event.value == event.input.value:
            self._say("")

    @on(Input.Changed, "#first")
    def _weigh(self, event: Input.Changed) -> None:
        words = judge(event.value).sentence if event.value else " "
        said = self.query_one("#strength", Static)
        said.update(words)
        said.remove_class("problem")

    def action_help(self) -> None:
        """Show what this screen is for."""
        from ipt_tui.tui.screens.help import HelpScreen

        words = "\n\n".join([self.HELP, about.TITLE, about.PURPOSE, *about.NOT])
        self.app.push_screen(HelpScreen("", words, everywhere=("app",)))

    async def action_next(self) -> None:
        """The next field if all is well up to here; after the last one, make the vault.

        "help" is no answer anywhere: it opens the help lines.
        """
        steps = (self.whom, self.first, self.again)
        if await self._asked_for_help():
            return
        for step, then in zip(steps, (*steps[1:], None), strict=True):
            if wrong := self._wrong_with(step):
                weak = step is self.first and bool(step.value)  # that is said above already
                self.query_one("#strength").set_class(weak, "problem")
                self._say("" if weak else wrong)
                self.set_focus(step)
                self.again.value = ""
                return
            if step.has_focus and then:
                self.set_focus(then)
                return
        self._make(self.first.value, self.whom.value)

    async def _asked_for_help(self) -> bool:
        app: Any = self.app
        if self.whom.has_focus and await app.asks_for_help(self.whom.typed):
            self.whom.ask(FOR, self.whom.value)
            return True
        for field in (self.first, self.again):
            if field.has_focus and await app.asks_for_help(field.value):
                field.value = ""
                return True
        return False

    def _wrong_with(self, step: Widget) -> str:
        """Return the sentence for what a field still lacks, "" if nothing."""
        if step is self.whom:
            return "" if self.whom.value else "Say first who it is for: 1 or 2."
        if step is self.first:
            if not self.first.value:
                return "Choose a passphrase first; four or more unrelated words are good."
            strength = judge(self.first.value)
            return "" if strength.accepted else strength.sentence
        if not self.again.value:
            return "Please type the passphrase once more."
        same = self.again.value == self.first.value
        return "" if same else "The two are not the same; please type the second one again."

    def _say(self, sentence: str) -> None:
        self.query_one("#first-said", Static).update(sentence)

    @work(group="dialog")
    async def _make(self, passphrase: str, whom: str) -> None:
        """Make the vault; show the sheet; ask for the first client and the course. Keys wait."""
        app: Any = self.app
        app.gate.shut()
        self._say("Making the vault …")
        try:
            own = await self._fill(passphrase, whom)
        except VaultError as error:
            self._say(str(error))
            app.gate.open()
            return
        from ipt_tui.tui.screens.recovery import RecoveryScreen

        await app.push_screen_wait(RecoveryScreen(first_run=True))
        from ipt_tui.tui.dialogs.client_form import ClientForm

        if own:  # the help lines need to know where one is
            app.audience_of_vault = Audience.CLIENT
            await app.push_screen_wait(ClientForm(own, first_run=True))
        else:
            uid = await app.push_screen_wait(ClientForm(first_run=True))
            if uid:
                from ipt_tui.tui.dialogs.course_form import CourseForm

                await app.push_screen_wait(CourseForm(uid, first_run=True))
        app.client = None
        app.open_record()

    async def _fill(self, passphrase: str, whom: str) -> str | None:
        """Make the vault; return the uid of one's own record where it is for oneself."""
        app: Any = self.app
        if not app.vault.is_open:
            await app.vault.create(app.path, passphrase)
        own: str | None = await app.vault.begin(whom)
        return own
