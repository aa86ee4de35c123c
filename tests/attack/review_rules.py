"""Every answer of a review, of the first week and of what fits, in any order, with any text."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.question_sets import FIT, questions, week
from ipt_tui.vault import fits, review_answers, reviewing
from tests.attack import shelf
from tests.attack.hostile import texts
from tests.attack.machine import Attacked, which
from tests.vault.world import NOW, TODAY

parts = st.sampled_from(sorted(questions(FIT)))
asked = st.sampled_from([(one.id, key) for one in week() for key in one.questions])
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

    @rule(pick=which, who=which, question=asked, text=said)
    def answer_in_week(self, pick: int, who: int, question: tuple[str, str], text: str) -> None:
        uid, (evening, name) = self.one_of("client", pick), question
        if uid is None:
            return
        if questions(evening)[name].choices:
            text = questions(evening)[name].choices[0][0]
        if questions(evening)[name].each:
            name = f"{name}:{self.one_of('person', who)}"
        self.vault.keep(reviewing.begin, uid, "long", TODAY, evening)
        try:
            self.do(review_answers.answer, uid, name, text, NOW, which=evening)
        except NotHeard:
            assert shelf.rows(self.vault) == self.rows

    @rule(pick=which, part=parts, text=said)
    def tell_what_fits(self, pick: int, part: str, text: str) -> None:
        if uid := self.one_of("client", pick):
            self.do(fits.tell, uid, part, text)
