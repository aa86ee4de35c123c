"""The left pane of People: the circle or the list, which day and view it shows, its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.getters import query_one

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.circle_words import known_as, noticed, sentence
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.people import View
from ipt_tui.tui.areas.people.list_rows import people_rows
from ipt_tui.tui.areas.picture_pane import PicturePane
from ipt_tui.tui.widgets.circle import CirclePicture
from ipt_tui.tui.widgets.one_of import one_of
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Sentence, Words

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from ipt_tui.ipt.inventory import Inventory
    from ipt_tui.tui.areas.people.snapshots import Snapshots

VIEWS = (View.BEFORE, View.NOW, View.HOPED)
EMPTY = {
    Audience.PRACTITIONER: "Here stand the people in this person's life, by felt closeness.",
    Audience.CLIENT: "Here stand the people in your life, as close as they feel.\n"
    "Nobody has to be here, and nobody has to be placed.",
}


class CirclePane(PicturePane):
    """Shows an inventory: the circle or the list, which day and view it is of, its sentence."""

    first_added = "n adds the first: Sam partner 1"
    picture = query_one(CirclePicture)
    views = query_one("#views", Words)
    tray = query_one("#tray", Words)
    said = query_one("#sentence", Sentence)

    def compose(self) -> ComposeResult:
        """The line of the views, the picture or the list, who stands beside it, the sentence."""
        yield Words(id="views")
        yield CirclePicture()
        yield Rows(id="people-list")
        yield Words(id="tray")
        yield Sentence(id="sentence")

    def first(self) -> str | None:
        """Return whom to light where nobody is in hand."""
        circle = self.picture.circle
        if circle is None or not circle.people:
            return None
        order = self.picture.order() or tuple(person.uid for person in circle.people)
        return order[0] if order else None

    def show(
        self,
        inventory: Inventory | None,
        view: View,
        days: Snapshots,
        today: date,
        audience: Audience,
    ) -> None:
        """Show what was read, and say in one sentence what it shows."""
        circle = inventory.circle if inventory else None
        self.picture.circle = circle
        self.listing.rows = people_rows(circle, audience) if circle and self.as_list else ()
        self.views.say(_views(inventory, view, days, today))
        beside = [known_as(person) for person in circle.tray] if circle else []
        self.tray.display = bool(beside)
        self.tray.say("beside the circle: " + " · ".join(beside) if beside else "")
        self.said.say(self._words(inventory, audience))

    def _words(self, inventory: Inventory | None, audience: Audience) -> str:
        if inventory is None or not inventory.circle.people:
            return f"{EMPTY[audience]}\n\n{self.first_added}"
        words = sentence(inventory.circle, audience)
        if self.as_list:
            words = "\n".join([words, *noticed(inventory.circle, inventory.unsaid, audience)])
        return words


def _views(inventory: Inventory | None, view: View, days: Snapshots, today: date) -> Content:
    """Return "before ▸ NOW ▸ hoped for", and which days are on screen if they are not today's."""
    line = one_of((each.label for each in VIEWS), view.label)
    if days.on_day:
        line += Content(f"   as on {short(days.on_day, today)}").stylize("$accent")
    if inventory and inventory.circle.since and days.since:
        line += Content(f"   trail since {short(days.since, today)}").stylize("$ipt-faint")
    return line
