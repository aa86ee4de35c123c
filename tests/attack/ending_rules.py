"""Every way to write about an ending."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.records.ending import EndingFields
from ipt_tui.vault import endings
from tests.attack.hostile import short, texts
from tests.attack.machine import Attacked, which
from tests.attack.values import told_of
from tests.vault.ending_writes import seen


class AboutEndings(Attacked):
    """Endings: told, taken into, ticked for the page, two talks side by side."""

    @rule(pick=which, values=told_of(EndingFields))
    def tell_ending(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("course", pick):
            self.do(endings.tell, uid, self.vault.read(seen, uid), **values)

    @rule(pick=which, line=texts)
    def take_into_ending(self, pick: int, line: str) -> None:
        if uid := self.one_of("course", pick):
            self.do(endings.take, uid, line, self.vault.read(seen, uid))

    @rule(pick=which, who=which, key=short | st.just("changed"))
    def tick_for_ending(self, pick: int, who: int, key: str) -> None:
        if uid := self.one_of("course", pick):
            key = self.one_of("person", who) or key
            self.do(endings.tick, uid, key, self.vault.read(seen, uid))

    @rule(pick=which, then=st.none() | which, now=st.none() | which)
    def compare_in_ending(self, pick: int, then: int | None, now: int | None) -> None:
        if uid := self.one_of("course", pick):
            both = (None if each is None else self.one_of("talk", each) for each in (then, now))
            self.do(endings.compare, uid, *both, self.vault.read(seen, uid))
