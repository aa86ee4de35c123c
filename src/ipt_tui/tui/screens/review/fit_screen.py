"""What fits somebody and those who belong to them, part by part; each is asked from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ipt_tui.ipt.fit import KNOWING, NOT_ASKED, Fit, rows
from ipt_tui.ipt.question_sets import FIT, questions, sets
from ipt_tui.tui.areas.area import NO_CLIENT
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.screens.review.listed import ListedScreen
from ipt_tui.tui.screens.review.opening import open_review
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.vault import fits

if TYPE_CHECKING:
    from textual.binding import BindingType

    from ipt_tui.tui.app import IptApp

WIDTH = 18
TOGETHER = "looking together"


def open_fit(app: IptApp) -> None:
    """Show what fits the client in hand; in one's own vault oneself."""
    if app.context.client is None:
        app.tell(NO_CLIENT)
    else:
        app.gate.shut()
        app.push_screen(FitScreen(app.context.client))


class FitScreen(ListedScreen):
    """Lists what was told; each part is asked, or all of them one after the other."""

    SCOPE = "fit"
    HELP = """What to call somebody, which words they have for feelings, who may know and who must
not, how far the family is part of it, what would be good for all of them. e asks one question after
the other, enter the one under the cursor. All of it can be skipped and changed. What must not be
known by somebody is covered until enter shows it."""
    ABOUT = "Asked once; skip what you like, and change it when you like."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("fit")]
    fit = Fit("")

    def heading(self) -> str:
        """Return what stands above the parts."""
        theirs = f"What fits {self.fit.code} and theirs"
        title = self.ipt.audience.pick(theirs, sets()[FIT].title)
        return f"{title} · {TOGETHER}" if self.ipt.together else title

    async def read_again(self) -> None:
        """Read what was told."""
        app = self.ipt
        fit = await app.or_tell(app.vault.read(fits.fit, self.whose, app.revealed))
        if fit is None or not self.is_attached:
            return
        self.fit = fit
        self.show_rows(tuple(_row(*one) for one in rows(fit, app.audience, together=app.together)))

    def action_open(self) -> None:
        """Ask about the part under the cursor; show what is covered."""
        key = self.listing.cursor
        if key in self.fit.veiled:
            self.ipt.revealed |= {self.fit.uid}
            self.read_soon()
        elif key is not None:
            open_review(self.ipt, FIT, key)

    def action_edit(self) -> None:
        """Ask one question after the other, from the first of which nothing was told."""
        left_out = KNOWING if self.ipt.together else frozenset()
        names = [name for name in questions(FIT) if name not in left_out]
        told = {*self.fit.texts, *self.fit.veiled}
        open_review(self.ipt, FIT, next((n for n in names if n not in told), names[0]))


def _row(key: str, label: str, told: str) -> Row:
    words = Cell(told) if told else Cell(NOT_ASKED, "muted")
    return Row(key, (Cell(label, "label", WIDTH), words), wraps=True)
