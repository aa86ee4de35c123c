"""Every way to write about the formulation and the contract."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.ipt.contract import asked
from ipt_tui.ipt.formulation import parts
from ipt_tui.vault import contracts, formulating
from tests.attack.hostile import short, texts
from tests.attack.machine import Attacked, which
from tests.attack.values import days
from tests.vault.world import TODAY

own_words = st.tuples(texts, texts).map(lambda both: f'{both[0]} "{both[1]}" {both[0]}') | texts
told = st.dictionaries(st.sampled_from([part.id for part in parts()]), own_words, max_size=2)
agreed = st.dictionaries(
    st.sampled_from([each.id for each in asked() if not each.choice]), texts, max_size=2
)


class OnAgreements(Attacked):
    """Versions begun, told, ticked, written, veiled, agreed, removed; the contract likewise."""

    @rule(pick=which, of=st.none() | which, anew=st.booleans())
    def begin_version(self, pick: int, of: int | None, anew: bool) -> None:
        before = None if of is None else self.one_of("formulation", of)
        uid = self.one_of("client", pick) if before is None else self.client_of(
            "formulation", before
        )  # fmt: skip
        if uid:
            self.do(formulating.begin, uid, TODAY, before, anew=anew)

    @rule(pick=which, values=told)
    def tell_version(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("formulation", pick):
            self.do(formulating.tell, uid, TODAY, None, **values)

    @rule(pick=which, sort=st.sampled_from(["event", "person"]), other=which)
    def tick_for_version(self, pick: int, sort: str, other: int) -> None:
        uid, ticked = self.one_of("formulation", pick), self.one_of(sort, other)
        if uid and ticked:
            self.do(formulating.tick, uid, sort, ticked, TODAY)

    @rule(pick=which, text=own_words)
    def write_version(self, pick: int, text: str) -> None:
        if uid := self.one_of("formulation", pick):
            self.do(formulating.write, uid, text, TODAY)

    @rule(pick=which, sensitive=st.booleans())
    def veil_version(self, pick: int, sensitive: bool) -> None:
        if uid := self.one_of("formulation", pick):
            self.do(formulating.veil, uid, sensitive=sensitive)

    @rule(pick=which, day=days, by=short)
    def agree_on_version(self, pick: int, day: Any, by: str) -> None:
        if uid := self.one_of("formulation", pick):
            self.do(formulating.agree, uid, day, by, TODAY)

    @rule(pick=which)
    def remove_version(self, pick: int) -> None:
        if uid := self.one_of("formulation", pick):
            self.do(formulating.remove, uid)

    @rule(pick=which, values=agreed, crisis=st.none() | st.booleans())
    def tell_contract(self, pick: int, values: dict[str, Any], crisis: bool | None) -> None:
        if uid := self.one_of("client", pick):
            found = self.vault.read(contracts.of_client, uid, TODAY)
            if found.course is not None:
                course, seen = found.course.uid, found.seen
                self.do(contracts.tell, course, TODAY, seen, crisis_told=crisis, **values)

    @rule(pick=which, day=days, by=short)
    def agree_on_contract(self, pick: int, day: Any, by: str) -> None:
        if uid := self.one_of("contract", pick):
            self.do(contracts.agree, uid, day, by)

    @rule(pick=which, sensitive=st.booleans())
    def veil_contract(self, pick: int, sensitive: bool) -> None:
        if uid := self.one_of("contract", pick):
            self.do(contracts.veil, uid, sensitive=sensitive)

    @rule(pick=which)
    def remove_contract(self, pick: int) -> None:
        if uid := self.one_of("contract", pick):
            self.do(contracts.remove, uid)
