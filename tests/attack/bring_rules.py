"""Every way to write about what one would like to bring."""

from hypothesis.stateful import rule

from ipt_tui.vault import bringing
from tests.attack.hostile import texts
from tests.attack.machine import Attacked, which


class AboutBringing(Attacked):
    """Lines of one's own for the next session."""

    @rule(pick=which, words=texts)
    def add_to_bring(self, pick: int, words: str) -> None:
        if uid := self.one_of("client", pick):
            self.do(bringing.add, uid, words)

    @rule(pick=which, words=texts)
    def change_to_bring(self, pick: int, words: str) -> None:
        if uid := self.one_of("bring", pick):
            self.do(bringing.change, uid, words)

    @rule(pick=which)
    def remove_to_bring(self, pick: int) -> None:
        if uid := self.one_of("bring", pick):
            self.do(bringing.remove, uid)
