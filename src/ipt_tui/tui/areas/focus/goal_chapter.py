"""The chapter of the goals: listed with how they were rated; set, rated, joined, closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.focus import head
from ipt_tui.ipt.goal import GoalStatus
from ipt_tui.ipt.goal_words import AREA, NOW, PERSON, PRACTICE, WHY
from ipt_tui.ipt.uid import new_uid
from ipt_tui.tui.areas.focus.chapter import Chapter
from ipt_tui.tui.areas.focus.goal_inquiry import (
    NEW as CHAIN,
)
from ipt_tui.tui.areas.focus.goal_inquiry import (
    NOTE,
    RATE,
    RATED,
    REWORD,
    REWORDED,
    WHOLE,
    GoalInquiry,
)
from ipt_tui.tui.areas.focus.goal_rows import (
    GOAL,
    RATING,
    TARGET,
    TEXT,
    goal_list,
    goal_rows,
    new_rows,
)
from ipt_tui.tui.widgets.rows import BAR_WIDTH
from ipt_tui.vault import fits, goals, practices, problem_areas
from ipt_tui.vault.goals import CLOSED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipt_tui.ipt.goal import Goal
    from ipt_tui.tui.widgets.row import Row

NO_PRACTICE = "No practice is agreed yet; one is agreed in a session, with > in its note."
MOST_PRACTICES = 9
USUAL_WIDTH = 50
"""So wide the pane is taken to be until it is laid out."""
_AGAIN = ("a", "take it up again", "again")
_ENDS = (
    ("m", "met", GoalStatus.MET.value),
    ("c", "changed into another", GoalStatus.CHANGED.value),
    ("d", "dropped", GoalStatus.DROPPED.value),
)
_OWN_ENDS = (
    ("m", "reached", GoalStatus.MET.value),
    ("c", "changed into another", GoalStatus.CHANGED.value),
    ("d", "left aside", GoalStatus.DROPPED.value),
)


class GoalsChapter(Chapter):
    """The goals of the client in hand; `areas` are the problem areas in words, by their uids."""

    name = "goal"
    goals: tuple[Goal, ...] = ()
    areas: Mapping[str, str]
    _tried: tuple[tuple[str, str], ...] = ()
    _new = ""
    _family = False

    def __init__(self, area: Any) -> None:
        """Belong to an area; nothing is read yet."""
        super().__init__(area)
        self.areas = {}

    async def read(self) -> None:
        """Read the goals, and the practices that can be for one. Raises VaultError."""
        ground = self.area.ground
        read = ground.vault.read
        self.goals = await read(goals.of_client, ground.client, ground.today, ground.revealed)
        focus = await read(problem_areas.chosen, ground.client, ground.today, ground.revealed)
        self.areas = {
            area.uid: head(area, ground.audience) for area in focus.areas if not area.veiled
        }
        found = await read(practices.of_client, ground.client, ground.revealed)
        self._tried = tuple((each.uid, each.what) for each in found if not each.veiled)
        told = await read(fits.fit, ground.client, ground.revealed)
        self._family = told.decides_with_family
        if self._new and any(goal.uid == self._new for goal in self.goals):
            app = self.area.ipt
            app.context = replace(app.context, focus=f"{GOAL}{self._new}")
            self._new = ""

    def forget(self) -> None:
        """Hold nothing any more."""
        self.goals, self._tried, self._new = (), (), ""

    # Showing.

    def listed(self) -> tuple[Row, ...]:
        """Return a row a goal, and the one that adds another."""
        return goal_list(self.goals, self.area.today, self.area.ipt.audience)

    def shown(self, key: str) -> tuple[Row, ...]:
        """Return what is told of one goal."""
        audience, goal = self.area.ipt.audience, self._goal(key)
        if goal is None:
            return new_rows(audience)
        width = (self.area.pane.size.width or USUAL_WIDTH) - BAR_WIDTH
        return goal_rows(goal, self.goals, self.area.today, audience, self.areas, width)

    def shows(self, uid: str) -> bool:
        """Whether a goal is there and not veiled, or is being begun."""
        return uid == self._new or any(goal.uid == uid and not goal.veiled for goal in self.goals)

    def stands_at(self, key: str) -> str | None:
        """Return the row that a question is about; while one is in the list none is lit."""
        if key == NOTE or not self.area.has_class("-right"):
            return None
        return NOW if key == RATE else key

    def _goal(self, key: str) -> Goal | None:
        uid = key.removeprefix(GOAL)
        return next((goal for goal in self.goals if goal.uid == uid), None)

    @property
    def goal(self) -> Goal | None:
        """The goal in hand."""
        return self._goal(self.lit)

    # What the keys do.

    @property
    def doing(self) -> Mapping[str, Callable[[], object]]:
        """What each key does where the cursor is; only the list takes a whole goal out."""
        goal, row = self.goal, self.row
        if goal is None:
            return {"new": self.begin, "open": self.begin}
        if goal.veiled:
            return {"new": self.begin, "open": self.open}
        keys = {
            "new": self.begin,
            "open": self.open,
            "edit": self.edit,
            "tie": self.tie,
            "other": self.other,
        }
        if row is None or row.startswith(RATING):
            keys["remove"] = self.remove
        return keys

    def begin(self) -> None:
        """Ask about a new goal: its words, where it stands, where it is to come to."""
        self._new = new_uid()
        about = GoalInquiry(
            self.area.ground, None, self._new, CHAIN, self.areas, family=self._family
        )
        self.area.ask(about, TEXT)

    def edit(self) -> None:
        """Ask where it stands now, and without an answer what it is, one after the other."""
        goal = self.goal
        self._ask(RATE if goal is not None and goal.open else TEXT, WHOLE)

    def tie(self) -> None:
        """Ask which practices are for it."""
        if self._tried:
            self._ask(PRACTICE)
        else:
            self.area.ipt.tell(NO_PRACTICE)

    def open(self) -> None:
        """From the list to the goal; there, ask about the row; show what is veiled."""
        goal, row = self.goal, self.row
        if goal is None:
            return
        rating = goal.rating((row or "").removeprefix(RATING))
        if goal.veiled or (rating is not None and rating.veiled):
            self.area.ipt.revealed |= {goal.uid}
            self.area.load()
        elif row is None:
            self.area.turn(to_pane=True)
        else:
            self._open_row(goal, row)

    def _open_row(self, goal: Goal, row: str) -> None:
        kind = row.partition(":")[0]
        if row.startswith(RATING):
            self._ask(row)
        elif kind == PRACTICE:
            self.tie()
        elif kind in (TARGET, PERSON, AREA, WHY):
            self._ask(kind)
        elif not goal.open:
            self.area.ipt.tell(CLOSED)
        elif kind == NOW:
            self._ask(RATE, RATED)

    def _ask(self, key: str, chain: tuple[str, ...] = ()) -> None:
        goal = self.goal
        if goal is None:
            return
        rating = goal.rating(key.removeprefix(RATING))
        self.area.ask(
            GoalInquiry(
                self.area.ground,
                goal,
                chain=chain,
                areas=self.areas,
                tried=self._offered(goal),
                on=rating.day if rating is not None else None,
                family=self._family,
            ),
            key,
        )

    def _offered(self, goal: Goal) -> tuple[tuple[str, str], ...]:
        """Return the practices to choose from: all that are tied first, then the newest."""
        tied = {each.uid for each in goal.practices}
        first = [each for each in self._tried if each[0] in tied]
        others = [each for each in self._tried if each[0] not in tied]
        return (*first, *others[: max(0, MOST_PRACTICES - len(first))])

    def other(self) -> None:
        """Ask what became of it: a letter follows."""
        if self.area.may_change():
            self.area.hold(self._other())

    async def _other(self) -> None:
        from ipt_tui.tui.dialogs.letter_strip import LetterStrip

        goal, app = self.goal, self.area.ipt
        if goal is None:
            return
        ends = _OWN_ENDS if app.audience is Audience.CLIENT else _ENDS
        strip = LetterStrip(ends if goal.open else (_AGAIN,), app.audience.pick("goal", "this"))
        await app.push_screen(strip, self._became)

    def _became(self, word: str | None) -> None:
        goal = self.goal
        if word is None or goal is None:
            return
        if word == GoalStatus.CHANGED:
            self._ask(REWORD, REWORDED)
        elif word == _AGAIN[-1]:
            self.area.hold(self.area.write(goals.take_up, goal.uid))
        else:
            self.area.hold(self._close(goal, word))

    async def _close(self, goal: Goal, word: str) -> None:
        """Say that it was met, or dropped; then ask why it was."""
        status = await self.area.write(goals.close, goal.uid, word, self.area.today)
        if status == GoalStatus.DROPPED:
            await self.area.read_again()
            self._ask(WHY)

    def remove(self) -> None:
        """Take the goal out of the record, or the rating under the cursor."""
        self.area.hold(self._remove())

    async def _remove(self) -> None:
        goal, row = self.goal, self.row or ""
        if goal is None:
            return
        rating = goal.rating(row.removeprefix(RATING))
        if rating is not None:
            if await self.area.write(goals.unrate, rating.uid):
                self.area.ipt.tell("The rating is taken out. u brings it back.")
        elif await self.area.write(goals.remove, goal.uid):
            self.area.ipt.tell("The goal is taken out, with its ratings. u brings it back.")
