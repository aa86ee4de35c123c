"""An area: what stands behind a tab. It composes, loads and routes; rules live elsewhere."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, ParamSpec, TypeVar, cast

from textual import work
from textual.containers import Vertical
from textual.message import Message
from textual.worker import WorkerCancelled

from ipt_tui.tui.areas.inquiry import Ground
from ipt_tui.tui.widgets.bare import Bare
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from textual.widget import Widget

    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.verbs import Target


P = ParamSpec("P")
T = TypeVar("T")


class RecordChanged(Message):
    """Something in the record was written; whoever shows it reads it again."""


READ_ONLY = "This vault is open to read only."
NO_CLIENT = "Add a client first, on Today with n."
VEILED = "This one is veiled; enter shows it first."


def is_shown(widget: Widget) -> bool:
    """Whether a widget, with all it stands in, is shown."""
    return all(node.display for node in widget.ancestors_with_self)


class Area(Bare, Vertical):
    """Base of all areas. `read` reads and shows; `enter` and `leave` frame a visit.

    `follows` is whether one comes with something in hand, by `g` and a letter.
    """

    HELP: ClassVar[str] = ""
    HELP_OWN: ClassVar[str] = ""
    GO: ClassVar[tuple[Target, ...]] = ()
    """Letters after `g` that mean something here alone."""
    DEFAULT_CSS = "Area { height: 1fr; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start unread: the first `enter` loads."""
        super().__init__(id=id)
        self.stale = True
        self.follows = False
        self._client: str | None = None
        self._read_for: object = None
        self._focus: Widget | None = None

    @property
    def ipt(self) -> IptApp:
        """The application, by its own type."""
        return cast("IptApp", self.app)

    @property
    def today(self) -> date:
        """The day that is being lived."""
        return self.ipt.clock.today()

    @property
    def help(self) -> str:
        """What this area is for, for whom it is read by."""
        return self.ipt.audience.pick(self.HELP, self.HELP_OWN or self.HELP)

    @property
    def ground(self) -> Ground:
        """What is known wherever one reads and asks."""
        return Ground.of(self.ipt, self.ipt.context.client or "")

    @property
    def targets(self) -> tuple[Target, ...]:
        """The letters after `g` that mean something here now."""
        return self.GO

    @property
    def types(self) -> bool:
        """Whether letters are typed here now though no text field has the focus."""
        return False

    @property
    def needed(self) -> Mapping[str, str]:
        """The actions most needed where one is now, and their words: the key line shows them."""
        return {}

    # Reading.

    @work(exclusive=True, group="read")
    async def load(self) -> None:
        """Read what is shown, as a worker."""
        await self.read_again()

    async def read_again(self) -> None:
        """Read and show; where the vault refuses, a sentence says so and what was shown stays."""
        context = self.ipt.context
        if context.client != self._client:
            self._client = context.client
            self.turn_to_other_client()
        self._read_for = self.wanted()
        await self.ipt.or_tell(self.read())

    async def read(self) -> None:
        """Read and show what stands in the record. Raises VaultError."""
        raise NotImplementedError

    def wanted(self) -> object:
        """Return what of the context decides what is read: of another, `enter` reads again."""
        return self.ipt.context.client

    def turn_to_other_client(self) -> None:
        """Begin anew with another client: nothing of the one before stays on screen."""

    async def named_here(self) -> tuple[str, ...]:
        """Return the uids of who is named where one types, none where that is nobody."""
        return ()

    # Visits.

    def home(self) -> Widget | None:
        """Return what gets the focus on the first visit."""
        return None

    async def enter(self) -> None:
        """Come back: read again if the record changed meanwhile, focus what had the focus."""
        if self.stale or self.wanted() != self._read_for:
            self.stale = False
            self.load()
            await self._read_through()
        target = self.comes_to()
        if target is not None:
            self.focus_on(target)

    def comes_to(self) -> Widget | None:
        """Return what gets the focus on coming back: what had it, where that is still shown."""
        kept = self._focus
        there = kept is not None and kept.is_attached and kept.focusable and is_shown(kept)
        return kept if there else self.home()

    def focus_on(self, widget: Widget) -> None:
        """Go to a part of it."""
        self.screen.set_focus(widget, scroll_visible=False)

    async def _read_through(self) -> None:
        """Wait until nothing is read here any more; one more read takes the place of the last."""
        while reading := [
            w
            for w in self.app.workers
            if w.node is self and w.group == "read" and not w.is_finished
        ]:
            with contextlib.suppress(WorkerCancelled):
                await reading[-1].wait()

    @property
    def is_here(self) -> bool:
        """Whether one is in this area, and has not come from another."""
        focused = self.screen.focused
        return focused is not None and self in focused.ancestors

    def leave(self) -> None:
        """Go away: remember what had the focus."""
        if self.is_here:
            self._focus = self.screen.focused

    # Changing.

    def refusal(self) -> str | None:
        """Return why nothing can be changed now, None if it can."""
        return READ_ONLY if self.ipt.vault.vault.read_only else None

    def may_change(self) -> bool:
        """Whether something can be changed now; where not, a sentence says why."""
        refusal = self.refusal()
        if refusal:
            self.ipt.tell(refusal)
        return refusal is None

    async def write(
        self, fn: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Write, and have the record read again; None, with a sentence, if it was refused."""
        if not self.may_change():
            return None
        try:
            result = await self.ipt.vault.write(fn, *args, **kwargs)
        except VaultError as error:
            self.ipt.tell(str(error), bad=True)
            return None
        self.post_message(RecordChanged())
        return result
