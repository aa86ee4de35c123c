"""What the timeline shows: which days, the picture or the list, the entry in hand, the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.getters import query_one

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.entry_words import what_words, when_words
from ipt_tui.ipt.offer import offer_words
from ipt_tui.ipt.timeline import ZOOMS, Entry, MoodEntry, Timeline, Zoom
from ipt_tui.ipt.timeline_phrases import period
from ipt_tui.ipt.timeline_words import sentence
from ipt_tui.tui.areas.picture_pane import PicturePane
from ipt_tui.tui.areas.timeline.list_rows import timeline_rows
from ipt_tui.tui.widgets.foot import Foot
from ipt_tui.tui.widgets.help_hint import help_hint
from ipt_tui.tui.widgets.one_of import one_of
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.timeline import TimelinePicture
from ipt_tui.tui.widgets.words import Sentence, Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

EMPTY = {
    Audience.PRACTITIONER: "Here stand this person's moods, and what happened, as they go "
    "together.",
    Audience.CLIENT: "Here stand how you have been, and what happened.\nA number is enough.",
}


class TimelinePane(PicturePane):
    """Shows a timeline, and under it the entry in hand."""

    first_added = "n notes the first: ~3 tired    or what happened: !rota changed on 8 oct"
    picture = query_one(TimelinePicture)
    span = query_one("#span", Words)
    foot = query_one(Foot)
    told = query_one("#told", Sentence)

    def compose(self) -> ComposeResult:
        """Which days, the picture or the list, the entry in hand, what is offered, the sentence."""
        yield Words(id="span")
        yield TimelinePicture()
        yield Rows(id="entries")
        yield Foot()
        yield Sentence(id="told")

    def show(self, timeline: Timeline | None, zoom: Zoom, audience: Audience) -> None:
        """Show what was read, and say in one sentence what it shows."""
        self.picture.timeline = timeline
        self.listing.rows = timeline_rows(timeline) if timeline and self.as_list else ()
        self.span.say(_span(timeline, zoom))
        empty = timeline is None or timeline.is_empty
        words = f"{EMPTY[audience]}\n\n{self.first_added}" if empty else ""
        self.told.say(sentence(timeline, audience) if timeline and not empty else words)

    def show_entry(self, timeline: Timeline | None, entry: Entry | None) -> None:
        """Say of the entry in hand what it is, and what near it could be tied to it."""
        words, near = "", ""
        if timeline is not None and entry is not None:
            words = f"{when_words(entry, timeline)}   {what_words(entry, timeline)}"
            if entry.veiled:
                words += " · enter shows it"
            if isinstance(entry, MoodEntry):
                words += help_hint(self.app, entry.feelings)
            near = offer_words(timeline, entry)
        self.foot.lit, self.foot.offered = words, near


def _span(timeline: Timeline | None, zoom: Zoom) -> Content:
    """Return "19 Oct – 22 Nov   week ▸ MONTH ▸ course ▸ life   only Sam"."""
    zooms = one_of((each.label for each in ZOOMS), zoom.label)
    if timeline is None:
        return zooms
    line = Content(f"{period(timeline)}   ").stylize("$ipt-faint") + zooms
    if timeline.person is not None:
        line += Content(f"   only {timeline.person.name or 'someone'}").stylize("$accent")
    return line
