"""Every way to write about talks."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.ipt.moments import moment
from ipt_tui.records.talk import (
    AlternativeFields,
    AttemptFields,
    OptionFields,
    RehearsalFields,
    TalkFields,
    TurnFields,
)
from ipt_tui.vault import talk_begin, talk_parts, talking, turns
from tests.attack.hostile import short, texts
from tests.attack.machine import Attacked, which
from tests.attack.values import hours, newcomers, told_of
from tests.conftest import NOW
from tests.vault.world import TODAY

PARTS: dict[str, Any] = {
    "alternative": AlternativeFields,
    "option": OptionFields,
    "rehearsal": RehearsalFields,
    "attempt": AttemptFields,
}
parts = st.sampled_from(sorted(PARTS))
said = st.lists(st.tuples(st.sampled_from(["me", "them", "Noor"]) | short, texts), max_size=3)


class AboutTalks(Attacked):
    """Talks begun, told, said turn by turn, and all that grows out of them."""

    def some(self, picks: list[int]) -> list[str]:
        return [who for number in picks if (who := self.one_of("person", number))]

    @rule(pick=which, people=st.none() | st.lists(which, max_size=2))
    def begin(self, pick: int, people: list[int] | None) -> None:
        if uid := self.one_of("event", pick):
            named = None if people is None else self.some(people)
            self.do(talk_begin.begin, uid, named)

    @rule(pick=which, sort=st.sampled_from(["event", "mood", "jotting", "spell"]), hour=hours)
    def begin_of(self, pick: int, sort: str, hour: Any) -> None:
        if uid := self.one_of(sort, pick):
            self.do(talk_begin.begin_of, uid, frozenset(), hour)

    @rule(pick=which)
    def begin_from_mood(self, pick: int) -> None:
        if uid := self.one_of("mood", pick):
            self.do(talk_begin.begin_from_mood, uid)

    @rule(pick=which, people=st.lists(which, max_size=2))
    def begin_from_line(self, pick: int, people: list[int]) -> None:
        if uid := self.one_of("jotting", pick):
            self.do(talk_begin.begin_from_line, uid, self.some(people))

    @rule(pick=which, values=told_of(TalkFields))
    def tell_talk(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("talk", pick):
            self.do(talking.tell, uid, **values)

    @rule(pick=which, people=st.lists(which, max_size=3), new=newcomers)
    def be_with(self, pick: int, people: list[int], new: list[str]) -> None:
        if uid := self.one_of("talk", pick):
            self.do(talking.be_with, uid, TODAY, self.some(people), new)

    @rule(pick=which)
    def forget(self, pick: int) -> None:
        if uid := self.one_of("talk", pick):
            self.do(talking.remove, uid)

    @rule(pick=which, words=said, after=st.none() | which)
    def say(self, pick: int, words: list[tuple[str, str]], after: int | None) -> None:
        if uid := self.one_of("talk", pick):
            turn = None if after is None else self.one_of("turn", after)
            self.do(turns.add, uid, words, turn)

    @rule(pick=which, values=told_of(TurnFields))
    def tell_turn(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("turn", pick):
            self.do(turns.tell, uid, **values)

    @rule(pick=which, words=said)
    def say_again(self, pick: int, words: list[tuple[str, str]]) -> None:
        if uid := self.one_of("turn", pick):
            self.do(turns.say_again, uid, words)

    @rule(pick=which, words=said)
    def say_instead(self, pick: int, words: list[tuple[str, str]]) -> None:
        if uid := self.one_of("talk", pick):
            self.do(turns.say_instead, uid, words)

    @rule(pick=which, first=texts, rest=texts)
    def split(self, pick: int, first: str, rest: str) -> None:
        if uid := self.one_of("turn", pick):
            self.do(turns.split, uid, first, rest)

    @rule(pick=which, direction=st.sampled_from([-1, 1]))
    def move_turn(self, pick: int, direction: int) -> None:
        if uid := self.one_of("turn", pick):
            self.do(turns.move, uid, direction)

    @rule(pick=which)
    def unsay(self, pick: int) -> None:
        if uid := self.one_of("turn", pick):
            self.do(turns.remove, uid)

    @rule(pick=which, data=st.data(), sort=parts.filter(lambda sort: sort != "attempt"), turn=which)
    def add_part(self, pick: int, data: st.DataObject, sort: str, turn: int) -> None:
        if uid := self.one_of("talk", pick):
            values = data.draw(told_of(PARTS[sort]))
            at = self.one_of("turn", turn) if sort == "alternative" else None
            self.do(talk_parts.add, sort, uid, at, **values)

    @rule(pick=which, data=st.data(), sort=parts)
    def change_part(self, pick: int, data: st.DataObject, sort: str) -> None:
        if uid := self.one_of(sort, pick):
            self.do(talk_parts.change, sort, uid, **data.draw(told_of(PARTS[sort])))

    @rule(pick=which, sort=parts)
    def remove_part(self, pick: int, sort: str) -> None:
        if uid := self.one_of(sort, pick):
            self.do(talk_parts.remove, sort, uid)

    @rule(pick=which)
    def choose(self, pick: int) -> None:
        if uid := self.one_of("option", pick):
            self.do(talk_parts.choose, uid)

    @rule(pick=which, codes=st.lists(st.sampled_from(["attack", "silence"]) | short, max_size=3))
    def mark_all(self, pick: int, codes: list[str]) -> None:
        if uid := self.one_of("talk", pick):
            self.do(talk_parts.mark_all, uid, codes)

    @rule(pick=which, code=st.sampled_from(["attack", "silence"]), turn=st.none() | which)
    def point(self, pick: int, code: str, turn: int | None) -> None:
        if uid := self.one_of("talk", pick):
            at = None if turn is None else self.one_of("turn", turn)
            self.do(talk_parts.point, uid, code, at)

    @rule(pick=which, title=texts, event=st.none() | which, values=told_of(AttemptFields))
    def attempt(self, pick: int, title: str, event: int | None, values: dict[str, Any]) -> None:
        if uid := self.one_of("talk", pick):
            there = None if event is None else self.one_of("event", event)
            self.do(talk_parts.attempt, uid, moment(NOW), title, there, **values)
