"""Every answer of an evening's review, in any order and with any text."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.review import questions
from ipt_tui.vault import review_answers
from tests.attack import shelf
from tests.attack.hostile import texts
from tests.attack.machine import Attacked, which
from tests.vault.world import NOW

keys = st.sampled_from(sorted(questions()))
said = texts | st.sampled_from(["4", "7 calm", "Sam", "yes", "no", "yesterday", "1", "2"])


class InAReview(Attacked):
    """What one says of an evening."""

    @rule(pick=which, key=keys, text=said)
    def answer(self, pick: int, key: str, text: str) -> None:
        if uid := self.one_of("client", pick):
            try:
                self.do(review_answers.answer, uid, key, text, NOW)
            except NotHeard:
                assert shelf.rows(self.vault) == self.rows
