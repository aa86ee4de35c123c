"""Every way to write about an ending."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.records.ending import EndingFields
from ipt_tui.vault import endings
from tests.attack.hostile import short, texts
from tests.attack.machine import Attacked, which
from tests.attack.values import days, told_of


class AboutEndings(Attacked):
    """Endings: told, taken into, ticked for the page, two talks side by side."""

    @rule(pick=which, day=days, values=told_of(EndingFields))
    def tell_ending(self, pick: int, day: Any, values: dict[str, Any]) -> None:
        if uid := self.one_of("client", pick):
            self.do(endings.tell, uid, day, **values)

    @rule(pick=which, day=days, line=texts)
    def take_into_ending(self, pick: int, day: Any, line: str) -> None:
        if uid := self.one_of("client", pick):
            self.do(endings.take, uid, day, line)

    @rule(pick=which, day=days, who=which, key=short | st.just("changed"))
    def tick_for_ending(self, pick: int, day: Any, who: int, key: str) -> None:
        if uid := self.one_of("client", pick):
            self.do(endings.tick, uid, day, self.one_of("person", who) or key)

    @rule(pick=which, day=days, then=st.none() | which, now=st.none() | which)
    def compare_in_ending(self, pick: int, day: Any, then: int | None, now: int | None) -> None:
        if uid := self.one_of("client", pick):
            both = (None if each is None else self.one_of("talk", each) for each in (then, now))
            self.do(endings.compare, uid, day, *both)
