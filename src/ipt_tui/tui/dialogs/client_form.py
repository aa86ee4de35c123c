"""A client's own page: code, when it began, region, whether they are coming at present."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from ipt_tui.ipt import spoken
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.codes import NAME_WARNING, looks_like_a_name
from ipt_tui.ipt.dates import DateNotUnderstood
from ipt_tui.ipt.help_lines import unlisted
from ipt_tui.ipt.regions import is_southern
from ipt_tui.ipt.scales import USUAL, written
from ipt_tui.tui.widgets.field import Field
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault import clients
from ipt_tui.vault.errors import NotValid, VaultError

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult

FIELDS = (
    ("code", "Code", "K7: never a full name"),
    ("onset_words", "Low since", "around June · mid-July 2026 · spring"),
    ("region", "Region", "UK, US, IE …: for the help lines"),
    ("languages", "Languages", ""),
    ("scale", "Mood scale", "1 worst – 10 best"),
    ("about", "About", "one line, if you like"),
    ("status", "Status", "active, paused or ended"),
)
UNREAD = "What is kept of this client is still being read; please try again in a moment."


class ClientForm(ModalScreen[str | None]):
    """Adds or changes a client; gives back the uid, None if nothing was kept."""

    CSS_PATH = "client_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close, draft waits", key_display="esc"),
        Binding("enter", "next", "next, then keep", key_display="enter", priority=True),
    ]

    def __init__(
        self, uid: str | None = None, *, first_run: bool = False, followed: bool = False
    ) -> None:
        """Change the client `uid`, or add one.

        On the first run the record follows; once something is kept, what it is `followed` by.
        """
        super().__init__()
        self._uid = uid
        self._first_run = first_run
        self._followed = followed
        self._seen: datetime | None = None
        self._insisted = ""

    def compose(self) -> ComposeResult:
        """Label and field, one under the other."""
        many = not self._own and self._uid
        with Sheet(id="form", classes="-many" if many else ""):
            yield Static(self._title(), classes="strong", markup=False)
            for name, label, example in self._asked():
                yield Static(label, classes="muted", markup=False)
                yield Field(f"client:{self._uid or 'new'}:{name}", placeholder=example, id=name)
            yield Static("", id="client-said", classes="problem", markup=False)
        yield KeyLine()

    @property
    def _own(self) -> bool:
        """Whether it is one's own vault: then there is no code, and nobody to pause."""
        return self.app.audience_of_vault is Audience.CLIENT  # type: ignore[attr-defined]

    def _title(self) -> str:
        if self._own:
            return "About you"
        return "Client" if self._uid else "New client"

    def _asked(self) -> list[tuple[str, str, str]]:
        left_out = {"code", "status"} if self._own else set() if self._uid else {"status"}
        return [field for field in FIELDS if field[0] not in left_out]

    def on_mount(self) -> None:
        """Fill in what is known."""
        self.set_focus(self.query(Field).first())
        gate = self.app.gate  # type: ignore[attr-defined]
        if self._uid:
            gate.shut()
            self._fill(self._uid)
        else:
            gate.open()

    @work
    async def _fill(self, uid: str) -> None:
        """Fill in what the record holds; keys wait for it. Close if it cannot be read."""
        app: Any = self.app
        found = await app.or_tell(app.vault.read(clients.fields_of, uid))
        if found is None:
            self._end(None)
            return
        fields, self._seen = found
        known = fields.model_dump() | {"scale": clients.scale_of(fields).words}
        for field in self.query(Field):
            if not field.value:
                field.saved(known[field.id or ""])
        self._insisted = fields.code
        app.gate.open()

    async def action_next(self) -> None:
        """The next field; after the last one, keep. A name for a code is warned of once."""
        app: Any = self.app
        fields = list(self.query(Field))
        for field in fields:
            if field.has_focus and await app.asks_for_help(field.value):
                field.restore()
                return
        if self._warned():
            return
        at = next((n for n, field in enumerate(fields) if field.has_focus), len(fields) - 1)
        if at + 1 < len(fields):
            self.set_focus(fields[at + 1])
        else:
            self._save()

    def _warned(self) -> bool:
        """Say that a code would be better than a full name; who goes on all the same may."""
        said = self.query_one("#client-said", Static)
        said.update("")
        for field in self.query("#code").results(Field):
            if field.value != self._insisted and looks_like_a_name(field.value):
                self._insisted = field.value
                said.update(NAME_WARNING)
                self.set_focus(field)
                return True
        return False

    @work
    async def _save(self) -> None:
        gate = self.app.gate  # type: ignore[attr-defined]
        gate.shut()
        values: dict[str, Any] = {f.id or "": f.value.strip() for f in self.query(Field)}
        try:
            wrong = "onset_words"
            values["onset"] = self._onset(values["onset_words"], values["region"])
            wrong = "scale"
            values |= _scale(values.pop("scale"))
            wrong = "code"
            uid = await self._write(values)
        except VaultError as error:
            self.query_one("#client-said", Static).update(str(error))
            self.set_focus(self.query_one(f"#{wrong}"))
            gate.open()
            return
        for field in self.query(Field):
            field.saved()
        if sentence := unlisted(values["region"]):
            self.app.tell(sentence)  # type: ignore[attr-defined]
        self._end(uid)

    async def _write(self, values: dict[str, Any]) -> str:
        vault = self.app.vault  # type: ignore[attr-defined]
        if self._uid:
            if self._seen is None:  # or empty fields would be saved over the record
                raise NotValid(UNREAD)
            await vault.write(clients.change, self._uid, self._seen, **values)
            return self._uid
        uid: str = await vault.write(clients.add, **values)
        return uid

    def _onset(self, words: str, region: str) -> str:
        """Return when it began as EDTF; the seasons are those of the region in the form."""
        if not words:
            return ""
        app: Any = self.app
        southern = is_southern(region or app.config.region)
        try:
            return spoken.parse(words, app.clock.today(), southern).edtf
        except DateNotUnderstood as error:
            raise NotValid(str(error)) from None

    def action_close(self) -> None:
        """Close; drafts wait."""
        self._end(None)

    def _end(self, uid: str | None) -> None:
        gate = self.app.gate  # type: ignore[attr-defined]
        if self._first_run or (self._followed and uid):
            gate.shut()
        else:
            gate.open()
        self.dismiss(uid)


def _scale(typed: str) -> dict[str, Any]:
    """Return the fields of the scale new moods are given on. Raises NotValid with one sentence."""
    try:
        scale = written(typed) if typed else USUAL
    except ValueError as error:
        raise NotValid(str(error)) from None
    return {
        "mood_low": scale.low,
        "mood_high": scale.high,
        "mood_low_words": scale.low_words,
        "mood_high_words": scale.high_words,
        "mood_better": scale.better,
    }
