"""Every way to write about the focus."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.ipt.areas import in_use
from ipt_tui.records.focus import (
    EvidenceFields,
    FocusChoiceFields,
    ProblemAreaFields,
    StageFields,
    WorkbenchAnswerFields,
)
from ipt_tui.vault import evidence, focus_choices, problem_areas, stages, workbench
from tests.attack.hostile import short, texts
from tests.attack.machine import Attacked, which
from tests.attack.values import newcomers, told_of
from tests.vault.world import TODAY

areas = st.sampled_from([*in_use().by_id]) | short
ranks = st.sampled_from(["first", "second", "none"]) | short
days = st.dates(date(2026, 10, 1), date(2026, 12, 1))
prompts = st.sampled_from([p.id for a in in_use().by_id.values() for p in a.prompts]) | short
sorts = st.sampled_from(["person", "event", "talk"])


class OnAFocus(Attacked):
    """Areas: considered, chosen, spoken for and against, their stages, and the work on them."""

    @rule(pick=which, area=areas, who=st.none() | which, about=texts)
    def consider(self, pick: int, area: str, who: int | None, about: str) -> None:
        if uid := self.one_of("client", pick):
            person = None if who is None else self.one_of("person", who)
            self.do(problem_areas.add, uid, area, person, about)

    @rule(pick=which, values=told_of(ProblemAreaFields))
    def tell_area(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("problem_area", pick):
            self.do(problem_areas.tell, uid, **values)

    @rule(pick=which, who=st.lists(which, max_size=2), new=newcomers)
    def be_about(self, pick: int, who: list[int], new: list[str]) -> None:
        if uid := self.one_of("problem_area", pick):
            people = [person for each in who if (person := self.one_of("person", each))]
            self.do(problem_areas.be_about, uid, TODAY, people, new)

    @rule(pick=which, surely=st.integers(0, 3))
    def remove_area(self, pick: int, surely: int) -> None:
        uid = self.one_of("problem_area", pick)
        if uid and not surely:
            self.do(problem_areas.remove, uid)

    @rule(pick=which, on=days, rank=ranks, agrees=short, why=texts, instead=st.booleans())
    def choose_focus(
        self, pick: int, on: date, rank: str, agrees: str, why: str, instead: bool
    ) -> None:
        if uid := self.one_of("problem_area", pick):
            self.do(focus_choices.choose, uid, on, rank, agrees, why, instead=instead)

    @rule(pick=which, values=told_of(FocusChoiceFields, "rank"))
    def tell_choice(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("focus_choice", pick):
            self.do(focus_choices.tell, uid, **values)

    @rule(pick=which)
    def remove_choice(self, pick: int) -> None:
        if uid := self.one_of("focus_choice", pick):
            self.do(focus_choices.remove, uid)

    @rule(pick=which, side=short, text=texts, sort=sorts, to=st.none() | which)
    def speak_for(self, pick: int, side: str, text: str, sort: str, to: int | None) -> None:
        sort = "expectation" if sort == "talk" else sort
        if uid := self.one_of("problem_area", pick):
            of = None if to is None else self.one_of(sort, to)
            self.do(evidence.add, uid, side, text, **({sort: of} if of else {}))

    @rule(pick=which, values=told_of(EvidenceFields))
    def tell_evidence(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("evidence", pick):
            self.do(evidence.tell, uid, **values)

    @rule(pick=which)
    def remove_evidence(self, pick: int) -> None:
        if uid := self.one_of("evidence", pick):
            self.do(evidence.remove, uid)

    @rule(pick=which, on=days, stage=short, why=texts)
    def enter_stage(self, pick: int, on: date, stage: str, why: str) -> None:
        if uid := self.one_of("problem_area", pick):
            self.do(stages.enter, uid, on, stage, why)

    @rule(pick=which, values=told_of(StageFields))
    def tell_stage(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("dispute_stage", pick):
            self.do(stages.tell, uid, **values)

    @rule(pick=which)
    def remove_stage(self, pick: int) -> None:
        if uid := self.one_of("dispute_stage", pick):
            self.do(stages.remove, uid)

    @rule(pick=which, prompt=prompts, text=texts, rating=st.none() | st.integers(-1, 11))
    def answer_prompt(self, pick: int, prompt: str, text: str, rating: int | None) -> None:
        if uid := self.one_of("problem_area", pick):
            self.do(workbench.answer, uid, prompt, text, rating)

    @rule(pick=which, values=told_of(WorkbenchAnswerFields, "prompt"))
    def tell_answer(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("workbench_answer", pick):
            self.do(workbench.tell, uid, **values)

    @rule(pick=which, on=days)
    def tick_step(self, pick: int, on: date) -> None:
        if uid := self.one_of("workbench_answer", pick):
            self.do(workbench.tick, uid, on)

    @rule(pick=which, sort=sorts, to=which)
    def join_answer(self, pick: int, sort: str, to: int) -> None:
        uid, other = self.one_of("workbench_answer", pick), self.one_of(sort, to)
        if uid and other:
            self.do(workbench.join, uid, sort, other)

    @rule(pick=which)
    def part_answer(self, pick: int) -> None:
        if uid := self.one_of("answer_link", pick):
            self.do(workbench.part, uid)

    @rule(pick=which)
    def remove_answer(self, pick: int) -> None:
        if uid := self.one_of("workbench_answer", pick):
            self.do(workbench.remove, uid)
