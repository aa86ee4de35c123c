"""Today as one value: what stands in a client's record, at a glance."""

from dataclasses import dataclass

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.circle import Circle
from ipt_tui.ipt.circle_words import noticed
from ipt_tui.ipt.circle_words import sentence as circle_sentence
from ipt_tui.ipt.talk import TalkLine
from ipt_tui.ipt.talk_phrases import called
from ipt_tui.ipt.talk_vocabulary import Stage
from ipt_tui.ipt.timeline import Timeline
from ipt_tui.ipt.timeline_words import sentence as timeline_sentence

CAPTURE, REVIEW, DRAFTS = "capture", "review", "Drafts"
"""What opens where a draft waits on the capture line, or on an evening; the label of its line."""
PLACES = 3
"""So many places of drafts are named, the newest."""
_AREAS = {
    "people": ("People", "People"),
    "talks": ("Talks", "Talks"),
    "timeline": ("Timeline", "Timeline"),
    "working": ("Focus", "What I'm working on"),
}


@dataclass(frozen=True, slots=True)
class DraftAt:
    """Where a text waits: the area, in `words` where these say more, the `uid` it is about."""

    area: str = ""
    words: str = ""
    uid: str = ""

    def where(self, audience: Audience) -> str:
        """Return "in People, Sam", "" where it cannot be said."""
        named = audience.pick(*_AREAS[self.area]) if self.area in _AREAS else ""
        return self.words or (f"in {named}" if named else "")


@dataclass(frozen=True, slots=True)
class Overview:
    """What Today shows of one client. `talks` are those noted and not looked at yet."""

    code: str
    status: str
    onset: str
    circle: Circle
    week: Timeline
    unsaid: tuple[str, ...] = ()
    drafts: tuple[DraftAt, ...] = ()
    talks: tuple[TalkLine, ...] = ()


def overview_lines(overview: Overview, audience: Audience) -> list[tuple[str, str]]:
    """Return what is to be read, as pairs of label and text."""
    lines = []
    if overview.status != "active":
        lines.append(("Status", overview.status))
    if overview.onset:
        since, _, rest = overview.onset.partition(" ")
        when = rest if since.casefold() == "since" else overview.onset
        lines.append((audience.pick("Began", "Low since"), when))
    if overview.week.moods or overview.week.events:
        lines.append(
            (audience.pick("Week", "This week"), timeline_sentence(overview.week, audience))
        )
    else:
        words = audience.pick("a mood: ~6 calm", "how you are; a number will do: ~6")
        lines.append((audience.pick("Week", "This week"), f"c notes {words}"))
    if overview.circle.people:
        lines.append(("People", circle_sentence(overview.circle, audience)))
        if audience is Audience.PRACTITIONER:  # to the one who lives it a list of them is an audit
            lines += [("", line) for line in noticed(overview.circle, overview.unsaid, audience)]
    if overview.talks:
        lines.append(("Talks", _talks(overview)))
    if overview.drafts:
        lines.append((DRAFTS, _drafts(overview.drafts, audience)))
    return lines


def _drafts(drafts: tuple[DraftAt, ...], audience: Audience) -> str:
    """Return how many texts wait and where: never a word of them."""
    begun = "1 text was" if len(drafts) == 1 else f"{len(drafts)} texts were"
    places = list(dict.fromkeys(where for each in drafts if (where := each.where(audience))))
    told = "; ".join([*places[:PLACES], "elsewhere"] if len(places) > PLACES else places)
    return f"{begun} begun and not finished{f': {told}' if told else ''}."


def _talks(overview: Overview) -> str:
    """Return "Mum, 6 Nov: new"."""
    today = overview.week.window.today
    return " · ".join(f"{called(line, today)}: {Stage.NEW.label}" for line in overview.talks)
