"""Every way to write about measures."""

from datetime import MAXYEAR, MINYEAR
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.ipt.instruments import shipped
from ipt_tui.ipt.moments import on_day
from ipt_tui.ipt.scoring import DECLINED
from ipt_tui.vault import measure_plans, measuring
from tests.attack.hostile import short, texts
from tests.attack.machine import Attacked, which
from tests.attack.values import days

names = st.sampled_from([*shipped(), "none"])
values = st.none() | st.just(DECLINED) | st.integers(-1, 8)
told_days = days.filter(lambda day: MINYEAR < day.year < MAXYEAR)
"""A moment has a zone, and can be on no other day; what is typed is heard in such days alone."""
counts = st.none() | st.sampled_from([0, 3, 12, 400, 2.5])


@st.composite
def answered(draw: st.DrawFn) -> tuple[str, tuple[Any, ...]]:
    """An instrument, and answers that may be to it."""
    name = draw(names)
    count = len(shipped()[name].items) if name in shipped() else 3
    return name, tuple(draw(st.lists(values, min_size=count, max_size=count)))


class WithMeasures(Attacked):
    """Measures answered, gone on with, typed as a score, corrected, removed, planned."""

    @rule(pick=which, given=answered(), day=told_days, hard=st.none() | st.integers(0, 4),
          met=st.none() | which, done=st.booleans(), note=texts)  # fmt: skip
    def answer(
        self, pick: int, given: Any, day: Any, hard: Any, met: Any, done: bool, note: str
    ) -> None:
        if uid := self.one_of("client", pick):
            at = None if met is None else self.one_of("session", met)
            self.do(
                measuring.answer, uid, *given, on_day(day),
                difficulty=hard, session_uid=at, finished=done, note=note,
            )  # fmt: skip

    @rule(pick=which, given=answered(), done=st.booleans(), day=st.none() | told_days,
          met=st.none() | which)  # fmt: skip
    def go_on_with_it(self, pick: int, given: Any, done: bool, day: Any, met: int | None) -> None:
        if uid := self.one_of("response", pick):
            when = None if day is None else on_day(day)
            at = None if met is None else self.one_of("session", met)
            self.do(measuring.go_on, uid, given[1], finished=done, when=when, session_uid=at)

    @rule(pick=which, name=names, total=counts, part=st.none() | st.integers(-1, 9), day=told_days)
    def enter(self, pick: int, name: str, total: Any, part: int | None, day: Any) -> None:
        if uid := self.one_of("client", pick):
            known = shipped()[name].parts if name in shipped() else ()
            parts = {each.id: part for each in known[:2]} if part is not None else {}
            self.do(measuring.enter, uid, name, total, on_day(day), parts=parts)

    @rule(pick=which, total=counts)
    def correct_it(self, pick: int, total: Any) -> None:
        if uid := self.one_of("response", pick):
            self.do(measuring.correct_score, uid, total)

    @rule(pick=which, note=texts, sensitive=st.booleans(), day=st.none() | told_days)
    def tell_of_it(self, pick: int, note: str, sensitive: bool, day: Any) -> None:
        if uid := self.one_of("response", pick):
            when = None if day is None else on_day(day)
            self.do(measuring.tell, uid, when=when, note=note, sensitive=sensitive)

    @rule(pick=which)
    def remove_it(self, pick: int) -> None:
        if uid := self.one_of("response", pick):
            self.do(measuring.remove, uid)

    @rule(pick=which, name=names | short, often=short | st.just("every"), day=days)
    def ask_for_it(self, pick: int, name: str, often: str, day: Any) -> None:
        if uid := self.one_of("client", pick):
            self.do(measure_plans.ask, uid, name, often, day)

    @rule(pick=which, name=names | short, hidden=st.booleans())
    def hide_it(self, pick: int, name: str, hidden: bool) -> None:
        if uid := self.one_of("client", pick):
            self.do(measure_plans.hide, uid, name, hidden=hidden)
