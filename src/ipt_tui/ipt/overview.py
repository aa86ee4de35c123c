"""Today as one value: what stands in a client's record, at a glance."""

from dataclasses import dataclass

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.circle import Circle
from ipt_tui.ipt.circle_words import noticed, sentence


@dataclass(frozen=True, slots=True)
class Overview:
    """What Today shows of one client."""

    code: str
    status: str
    onset: str
    circle: Circle
    unsaid: tuple[str, ...] = ()
    drafts: int = 0


def overview_lines(overview: Overview, audience: Audience) -> list[tuple[str, str]]:
    """Return what is to be read, as pairs of label and text."""
    lines = []
    if overview.status != "active":
        lines.append(("Status", overview.status))
    if overview.onset:
        since, _, rest = overview.onset.partition(" ")
        when = rest if since.casefold() == "since" else overview.onset
        lines.append((audience.pick("Began", "Low since"), when))
    if overview.circle.people:
        lines.append(("People", sentence(overview.circle, audience)))
        lines += [("", line) for line in noticed(overview.circle, overview.unsaid, audience)]
    if overview.drafts:
        text = (
            "1 text was begun and not finished"
            if overview.drafts == 1
            else (f"{overview.drafts} texts were begun and not finished")
        )
        lines.append(("Drafts", f"{text}; each waits where it was typed."))
    return lines
