"""The tabs: which area stands behind each. An area is imported when it is first shown."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.tui.widgets.tab_line import Titled

if TYPE_CHECKING:
    from ipt_tui.tui.areas.area import Area


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab. `id` is the scope of its commands, `area` the class behind it, `digit` its key.

    `module` is below `ipt_tui.tui.areas`; a style sheet stands beside it under the tab's id.
    `own_title` is how it is called in one's own vault, where that is other, `own_brief` how in
    little room, `own_help` what help says of it there. One that is `clients_only` is not in one's
    own vault, one that is `own_only` is there alone.
    """

    digit: int
    id: str
    title: str
    help: str
    module: str
    area: str
    clients_only: bool = False
    own_only: bool = False
    own_title: str = ""
    own_brief: str = ""
    own_help: str = ""

    def is_for(self, vault_of: Audience) -> bool:
        """Whether it is there, for those whose vault it is."""
        return not (self.clients_only if vault_of is Audience.CLIENT else self.own_only)

    def titled(self, vault_of: Audience) -> Titled:
        """Return how it is called for those whose vault it is."""
        title = vault_of.pick(self.title, self.own_title or self.title)
        brief = vault_of.pick(title, self.own_brief or title)
        return Titled(self.id, self.digit, title, brief)

    @property
    def whole_module(self) -> str:
        """The module by its whole name."""
        return f"ipt_tui.tui.areas.{self.module}"

    @property
    def style_sheet(self) -> str:
        """The path of its style sheet, as `screens` sees it."""
        folder = "/".join(self.module.split(".")[:-1])
        return f"../areas/{folder}/{self.id}.tcss" if folder else f"../areas/{self.id}.tcss"

    def make(self) -> Area:
        """Make the area."""
        kind: type[Area] = getattr(import_module(self.whole_module), self.area)
        return kind(id=self.id)


TABS = (
    Tab(
        1, "today", "Today", "Who comes next.", "today.area", "TodayArea",
        own_help="How you are, and what you wrote down, at a glance.",
    ),
    Tab(
        2, "people", "People", "The circle.", "people.area", "PeopleArea",
        own_help="The people in your life.",
    ),
    Tab(
        3, "timeline", "Timeline", "Moods and events.", "timeline.area", "TimelineArea",
        own_help="How you were, and what happened.",
    ),
    Tab(4, "talks", "Talks", "Talks, looked at closely.", "talks.area", "TalksArea"),
    Tab(
        5, "sessions", "Sessions", "The sessions of a course.", "sessions.area", "SessionsArea",
        clients_only=True,
    ),
    Tab(
        5, "working", "What I'm working on", "What you would like, and small things to try.",
        "working.area", "WorkingArea", own_only=True, own_brief="Working on",
    ),
    Tab(
        6, "measures", "Measures", "Questionnaires, and what came of them.", "measures.area",
        "MeasuresArea", own_title="How I've been", own_brief="How I am",
        own_help="Questionnaires, and what they showed.",
    ),
    Tab(
        7, "focus", "Focus", "What the course is about: areas, goals, the ending.", "focus.area",
        "FocusArea", clients_only=True,
    ),
    Tab(
        7, "guide", "Guide", "Short pages about IPT, and where to go from each.", "guide.area",
        "GuideArea", own_only=True,
    ),
)  # fmt: skip
"""In the order of their digits. Two may share one, of which each vault has one."""
