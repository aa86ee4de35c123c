"""Every answer of somebody who rehearses alone, in any order and with any text."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.ipt.heard import NotHeard
from ipt_tui.vault import rehearsal_answers, rounds
from tests.attack import shelf
from tests.attack.hostile import texts
from tests.attack.machine import Attacked, which
from tests.vault.world import TODAY

keys = st.sampled_from(
    ["safe", "unsafe", "want", "before", "situation", "mine:1", "theirs:1", "mine:3", "more:1",
     "after", "end"]
)  # fmt: skip
said = texts | st.sampled_from(["4", "yes", "no", "therapist", "keep", "leave", "again", ""])


class RehearsingAlone(Attacked):
    """What one tries out by oneself, of a talk or for a thing to try."""

    @rule(pick=which, of=st.sampled_from(["talk", "practice"]), key=keys, text=said)
    def rehearse(self, pick: int, of: str, key: str, text: str) -> None:
        if uid := self.one_of(of, pick):
            try:
                self.do(rehearsal_answers.answer, uid, key, text, TODAY)
            except NotHeard:
                assert shelf.rows(self.vault) == self.rows

    @rule(
        pick=which,
        round_=which,
        made=st.booleans(),
        talk=st.booleans(),
        thing=st.none() | which,
        where=texts,
        exchange=texts,
    )
    def tell_round(
        self, pick: int, round_: int, made: bool, talk: bool, thing: int | None, where: str,
        exchange: str,
    ) -> None:  # fmt: skip
        there = self.one_of("rehearsal", round_) if made else None
        its_talk = self.one_of("talk", pick) if talk else None
        practice = None if thing is None else self.one_of("practice", thing)
        if there or its_talk or practice:
            told = {"situation": where, "exchange": exchange}
            self.do(rounds.tell, there or "", its_talk, practice, TODAY, **told)
