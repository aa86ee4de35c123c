"""Every way to write about goals and the halfway look."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.records.ending import HalfwayFields
from ipt_tui.vault import goals, halfways
from tests.attack.hostile import short, texts
from tests.attack.machine import Attacked, which
from tests.attack.values import days, told_of
from tests.vault.world import TODAY

values = st.integers(-1, 11)
targets = st.none() | values
statuses = st.sampled_from(["met", "dropped", "changed"]) | short


class AboutGoals(Attacked):
    """Goals: set, told, rated, joined, closed, removed; what is said at a halfway look."""

    @rule(pick=which, text=texts, aim=targets, day=days)
    def set_goal(self, pick: int, text: str, aim: int | None, day: Any) -> None:
        if uid := self.one_of("client", pick):
            self.do(goals.add, uid, text, day, target=aim)

    @rule(pick=which, text=texts, why=texts, aim=targets, sensitive=st.booleans())
    def tell_goal(self, pick: int, text: str, why: str, aim: int | None, sensitive: bool) -> None:
        if uid := self.one_of("goal", pick):
            self.do(goals.change, uid, text=text, why=why, target=aim, sensitive=sensitive)

    @rule(pick=which, who=st.none() | which)
    def say_with_whom(self, pick: int, who: int | None) -> None:
        if uid := self.one_of("goal", pick):
            self.do(goals.about, uid, None if who is None else self.one_of("person", who))

    @rule(pick=which, area=st.none() | which)
    def say_what_it_belongs_to(self, pick: int, area: int | None) -> None:
        if uid := self.one_of("goal", pick):
            there = None if area is None else self.one_of("problem_area", area)
            self.do(goals.belongs, uid, there)

    @rule(pick=which, tried=st.lists(which, max_size=2), among=st.booleans())
    def tie_practices(self, pick: int, tried: list[int], among: bool) -> None:
        if uid := self.one_of("goal", pick):
            wanted = [there for each in tried if (there := self.one_of("practice", each))]
            self.do(goals.tie, uid, wanted[:1], wanted if among else None)

    @rule(pick=which, value=values, day=days, note=st.none() | texts)
    def rate_goal(self, pick: int, value: int, day: Any, note: str | None) -> None:
        if uid := self.one_of("goal", pick):
            self.do(goals.rate, uid, value, day, note)

    @rule(pick=which, text=texts)
    def say_of_a_rating(self, pick: int, text: str) -> None:
        if uid := self.one_of("goal_rating", pick):
            self.do(goals.note, uid, text)

    @rule(pick=which)
    def unrate_goal(self, pick: int) -> None:
        if uid := self.one_of("goal_rating", pick):
            self.do(goals.unrate, uid)

    @rule(pick=which, status=statuses, day=days)
    def close_goal(self, pick: int, status: str, day: Any) -> None:
        if uid := self.one_of("goal", pick):
            self.do(goals.close, uid, status, day)

    @rule(pick=which, text=texts, day=days)
    def reword_goal(self, pick: int, text: str, day: Any) -> None:
        if uid := self.one_of("goal", pick):
            self.do(goals.reword, uid, text, day)

    @rule(pick=which)
    def take_goal_up(self, pick: int) -> None:
        if uid := self.one_of("goal", pick):
            self.do(goals.take_up, uid)

    @rule(pick=which)
    def remove_goal(self, pick: int) -> None:
        if uid := self.one_of("goal", pick):
            self.do(goals.remove, uid)

    @rule(pick=which, told=told_of(HalfwayFields, "day"), fresh=st.booleans())
    def say_halfway(self, pick: int, told: dict[str, Any], fresh: bool) -> None:
        if uid := self.one_of("course", pick):
            look = self.vault.read(halfways.look, self.client_of("course", uid), TODAY)
            seen = look.said.updated_at if look is not None and look.said and fresh else None
            self.do(halfways.tell, uid, TODAY, seen, **told)

    @rule(pick=which)
    def remove_halfway(self, pick: int) -> None:
        if uid := self.one_of("halfway", pick):
            self.do(halfways.remove, uid)
