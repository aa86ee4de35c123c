"""Every way to write about clients and people."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.ipt.add_line import parse_person
from ipt_tui.ipt.people import Ring, View
from ipt_tui.records.client import ClientFields
from ipt_tui.records.expectation import ExpectationFields
from ipt_tui.records.person import PersonFields
from ipt_tui.vault import clients, expectations, people, ties, transfer
from tests.attack.hostile import short, texts
from tests.attack.machine import Attacked, which
from tests.attack.values import days, ratings, told_of
from tests.vault.world import TODAY

rings = st.sampled_from(Ring)
codes = st.sampled_from(["K7", "k7", "M3", "m3", "L1"])


class AboutPeople(Attacked):
    """Clients, people, what is expected of them, ties, and records from elsewhere."""

    saved: transfer.Data | None = None

    @rule(code=codes | short, values=told_of(ClientFields, "code"))
    def add_client(self, code: str, values: dict[str, Any]) -> None:
        if not self.alone:
            self.do(clients.add, code, **values)

    @rule(pick=which, values=told_of(ClientFields))
    def change_client(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("client", pick):
            self.do(clients.change, uid, **values)

    @rule(pick=which, code=codes)
    def rename_client(self, pick: int, code: str) -> None:
        if uid := self.one_of("client", pick):
            self.do(clients.change, uid, code=code)

    @rule(pick=which, line=texts, day=days)
    def add(self, pick: int, line: str, day: Any) -> None:
        if uid := self.one_of("client", pick):
            kinds = self.vault.read(ties.kinds)
            self.do(people.add, uid, parse_person(line, kinds, TODAY), day)

    @rule(pick=which, ring=rings, day=days, view=st.sampled_from(View), why=st.none() | texts)
    def place(self, pick: int, ring: Ring, day: Any, view: View, why: str | None) -> None:
        if uid := self.one_of("person", pick):
            self.do(people.place, uid, ring, day, view, why)

    @rule(pick=which, nearer=st.booleans(), day=days)
    def shift(self, pick: int, nearer: bool, day: Any) -> None:
        if uid := self.one_of("person", pick):
            self.do(people.move, uid, nearer=nearer, on=day)

    @rule(pick=which, day=days, gives=ratings, quality=st.none() | short, why=texts)
    def stand(self, pick: int, day: Any, gives: int | None, quality: str | None, why: str) -> None:
        if uid := self.one_of("person", pick):
            self.do(people.stand, uid, day, gives=gives, quality=quality, contact=quality, why=why)

    @rule(pick=which, values=told_of(PersonFields))
    def tell(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("person", pick):
            self.do(people.tell, uid, **values)

    @rule(pick=which, day=st.none() | days, why=st.none() | texts)
    def redate(self, pick: int, day: Any, why: str | None) -> None:
        if uid := self.one_of("standing", pick):
            self.do(people.redate, uid, day=day, why=why)

    @rule(pick=which)
    def remove(self, pick: int) -> None:
        if uid := self.one_of("person", pick):
            self.do(people.remove, uid)

    @rule(pick=which, wanted=texts, whose=st.sampled_from(["mine", "theirs"]))
    def wish(self, pick: int, wanted: str, whose: str) -> None:
        if uid := self.one_of("person", pick):
            self.do(expectations.add, uid, wanted, whose)

    @rule(pick=which, values=told_of(ExpectationFields))
    def change_wish(self, pick: int, values: dict[str, Any]) -> None:
        if uid := self.one_of("expectation", pick):
            self.do(expectations.change, uid, **values)

    @rule(pick=which, day=days, said=st.none() | st.booleans(), words=st.none() | texts, of=which)
    def note_wish(self, pick: int, day: Any, said: bool | None, words: str | None, of: int) -> None:
        if uid := self.one_of("expectation", pick):
            talk = self.one_of("talk", of)
            met = words[:20] if words else None
            self.do(expectations.note, uid, day, said=said, met=met, why=words, talk=talk)

    @rule(pick=which)
    def give_up(self, pick: int) -> None:
        if uid := self.one_of("expectation", pick):
            self.do(expectations.remove, uid)

    @rule(one=which, other=which, kind=short)
    def tie(self, one: int, other: int, kind: str) -> None:
        first, second = self.one_of("person", one), self.one_of("person", other)
        if first and second:
            self.do(ties.tie, first, second, kind)

    @rule(pick=which)
    def untie(self, pick: int) -> None:
        if uid := self.one_of("tie", pick):
            self.do(ties.untie, uid)

    @rule(pick=which, word=short, reverse=short)
    def add_word(self, pick: int, word: str, reverse: str) -> None:
        self.do(ties.add_kind, word, reverse, self.one_of("client", pick))

    @rule()
    def save(self) -> None:
        """Export the record, so that it can be brought in again later."""
        self.saved = self.vault.read(transfer.dump, self.world.client)

    @rule()
    def bring_in(self) -> None:
        if self.saved is not None:
            self.do(transfer.load, self.saved)
