"""The first week: its evenings, how far each is, and the way to what fits one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work

from ipt_tui.ipt import first_week
from ipt_tui.ipt.first_week import Week, states
from ipt_tui.ipt.question_sets import FIT, sets
from ipt_tui.ipt.review_words import NOT_OWN
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.own_client import own_client
from ipt_tui.tui.screens.review.fit_screen import open_fit
from ipt_tui.tui.screens.review.listed import ListedScreen
from ipt_tui.tui.screens.review.opening import open_review
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.vault import fits, week_read

if TYPE_CHECKING:
    from textual.binding import BindingType

    from ipt_tui.tui.app import IptApp

AWAY, BACK = "away", "No more of this on Today. : and “first week” brings it back."
NO_MORE, AGAIN = "no more of this", "show this on Today again"
WIDTH = 38


def open_week(app: IptApp) -> None:
    """Show the evenings of the first week, in one's own vault alone."""
    client = own_client(app, NOT_OWN, writes=False)
    if client is not None:
        app.gate.shut()
        app.push_screen(WeekScreen(client))


class WeekScreen(ListedScreen):
    """Lists the evenings; one of them is begun, or gone on with."""

    SCOPE = "first-week"
    HELP = """Seven short evenings to begin with: who is around you, who is near, what goes between
you, what you want, when it began, today, one talk. Take them in any order, or leave them. enter
begins the one under the cursor, or goes on where you stopped. What you tell stands in People,
Timeline and Talks. z puts this away for good; nothing you told goes with it."""
    ABOUT = first_week.ABOUT
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("first-week")]
    _week = Week()

    def heading(self) -> str:
        """Return what stands above the evenings."""
        return first_week.TITLE

    async def read_again(self) -> None:
        """Read how far each evening is."""
        app = self.ipt
        found = await app.or_tell(app.vault.read(week_read.first_week, self.whose))
        fit = await app.or_tell(app.vault.read(fits.fit, self.whose))
        if found is None or fit is None or not self.is_attached:
            return
        self._week = found
        how_far = enumerate(states(found), 1)
        rows = [_row(one.id, f"{n}  {one.title}", word) for n, (one, word) in how_far]
        told = first_week.NEW if fit.seen is None else first_week.DONE
        rows += [Row(None), _row(FIT, f"   {sets()[FIT].title}", told)]
        rows.append(Row(AWAY, (Cell(f"   {AGAIN if found.away else NO_MORE}", "muted"),)))
        self.show_rows(tuple(rows))

    def action_open(self) -> None:
        """Begin the evening under the cursor, or go on with it."""
        key = self.listing.cursor
        if key == AWAY:
            self.action_apart()
        elif key == FIT:
            open_fit(self.ipt)
        elif key is not None:
            open_review(self.ipt, key)

    @work
    async def action_apart(self) -> None:
        """Put the first week away for good, or take it out again."""
        if not self.may_change():
            return
        app, away = self.ipt, not self._week.away
        with app.gate.held():
            await app.or_tell(app.vault.keep(week_read.put_away, away))
            app.record_changed(RecordChanged())
            await self.read_again()
            if away:
                app.tell(BACK)


def _row(key: str, title: str, word: str) -> Row:
    open_still = word in (first_week.BEGUN, first_week.NEW)
    return Row(key, (Cell(title, "", WIDTH), Cell(word, "accent" if open_still else "muted")))
