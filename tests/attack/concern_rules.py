"""Every way to write about concerns."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.ipt.instrument import FlagKind
from ipt_tui.ipt.scoring import Raised
from ipt_tui.records.concern import ConcernFields
from ipt_tui.vault import concern_sources, concerns
from tests.attack.hostile import short, texts
from tests.attack.machine import Attacked, which
from tests.attack.values import newcomers, told_of
from tests.vault.world import TODAY

kinds = st.sampled_from(["self", "violence", "child", "other"]) | short
keys = st.sampled_from(["asked", "practice:0190", "pages:home"]) | short


class AboutConcerns(Attacked):
    """Concerns: raised, told, gone through, paused, closed."""

    @rule(pick=which, kind=kinds, who=st.lists(which, max_size=2), words=texts, source=short)
    def raise_concern(self, pick: int, kind: str, who: list[int], words: str, source: str) -> None:
        if uid := self.one_of("client", pick):
            people = [person for each in who if (person := self.one_of("person", each))]
            self.do(
                concerns.raise_concern, uid, kind, "said", people=people, words=words,
                source_uid=source,
            )  # fmt: skip

    @rule(
        pick=which,
        values=told_of(
            ConcernFields, "raised_by", "source_uid", "session_uid", "at", "offset", "ticked",
            "paused", "concluded_at",
        ),
    )  # fmt: skip
    def tell_concern(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("concern", pick):
            self.do(concerns.tell, uid, **values)

    @rule(pick=which, who=st.lists(which, max_size=2), new=newcomers)
    def name_in_concern(self, pick: int, who: list[int], new: list[str]) -> None:
        if uid := self.one_of("concern", pick):
            people = [person for each in who if (person := self.one_of("person", each))]
            self.do(concerns.name, uid, TODAY, people, new)

    @rule(pick=which, kind=kinds, who=st.none() | which, talk=st.none() | which)
    def raise_from(self, pick: int, kind: str, who: int | None, talk: int | None) -> None:
        if uid := self.one_of("client", pick):
            person = None if who is None else self.one_of("person", who)
            said = None if talk is None else self.one_of("talk", talk)
            self.do(concern_sources.raise_from, uid, kind, person=person, talk=said)

    @rule(pick=which, kind=st.sampled_from(FlagKind), value=st.integers(0, 4))
    def raise_by_answers(self, pick: int, kind: FlagKind, value: int) -> None:
        if uid := self.one_of("response", pick):
            flags = [Raised(kind, "item 10", value)]
            self.do(concern_sources.raise_by_answers, uid, flags)

    @rule(pick=which, key=keys)
    def tick_concern(self, pick: int, key: str) -> None:
        if uid := self.one_of("concern", pick):
            self.do(concerns.tick, uid, key)

    @rule(pick=which, key=keys)
    def pause_in_concern(self, pick: int, key: str) -> None:
        if uid := self.one_of("concern", pick):
            self.do(concerns.pause, uid, key)

    @rule(pick=which, key=keys)
    def resume_in_concern(self, pick: int, key: str) -> None:
        if uid := self.one_of("concern", pick):
            self.do(concerns.resume, uid, key)

    @rule(pick=which, words=texts, surely=st.integers(0, 4))
    def conclude(self, pick: int, words: str, surely: int) -> None:
        """Close one now and then: what is final ends the taking back."""
        uid = self.one_of("concern", pick)
        if uid and not surely:
            self.do(concerns.conclude, uid, words)
