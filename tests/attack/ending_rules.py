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

    def _ending(self, pick: int, fn: Any, *args: Any, **values: Any) -> None:
        """Write into the ending of some course as it was read just before."""
        if uid := self.one_of("course", pick):
            self.do(fn, uid, *args, seen=self.vault.read(seen, uid), **values)

    @rule(pick=which, values=told_of(EndingFields))
    def tell_ending(self, pick: int, values: dict[str, Any]) -> None:
        self._ending(pick, endings.tell, **values)

    @rule(pick=which, line=texts)
    def take_into_ending(self, pick: int, line: str) -> None:
        self._ending(pick, endings.take, line)

    @rule(pick=which, who=which, key=short | st.just("changed"))
    def tick_for_ending(self, pick: int, who: int, key: str) -> None:
        self._ending(pick, endings.tick, self.one_of("person", who) or key)

    @rule(pick=which, then=st.none() | which, now=st.none() | which)
    def compare_in_ending(self, pick: int, then: int | None, now: int | None) -> None:
        both = (None if each is None else self.one_of("talk", each) for each in (then, now))
        self._ending(pick, endings.compare, *both)
