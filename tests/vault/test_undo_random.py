"""Whatever is done in whatever order, each undo and each redo leads to where one was."""

import itertools
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import text
from sqlmodel import Session

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.people import Ring, View
from ipt_tui.vault import (
    cards,
    expectations,
    noting,
    people,
    talk_begin,
    talking,
    talks,
    ties,
    timed,
    turns,
    undo,
)
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.key import random_key
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
from tests.vault.talked import TALK
from tests.vault.world import EARLIER, TODAY, content, fill, value

words = st.text(max_size=12)
days = st.sampled_from([EARLIER, TODAY])
rings = st.sampled_from(Ring)
ratings = st.none() | st.integers(0, 10)
which = st.integers(0, 10)


class Record(RuleBasedStateMachine):
    """A record, and beside it a plain shelf of all it ever was."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "record.ipt"
        self.vault = Vault.create(path, random_key(), Clock(NOW))
        self.world = fill(self.vault)
        self.client = self.world.client_id
        self.vault.opened_at_step = value(self.vault, "SELECT max(id) FROM step")
        self.shelf = [self.vault.read(content)]
        self.at = 0
        self.count = itertools.count()

    def teardown(self) -> None:
        if hasattr(self, "vault"):
            self.vault.close()
            self.folder.cleanup()

    def one_of(self, table: str, pick: int) -> str | None:
        sql = f"SELECT uid FROM {table} WHERE client_id = {self.client} ORDER BY id"
        uids = self.vault.read(_uids, sql)
        return uids[pick % len(uids)] if uids else None

    def do(self, fn: Any, *args: Any, **values: Any) -> None:
        """Write; what is refused must change nothing, what is written forgets what was undone."""
        steps = value(self.vault, "SELECT max(id) FROM step")
        try:
            self.vault.write(fn, *args, **values)
        except NotValid:
            assert self.vault.read(content) == self.shelf[self.at]
            return
        now = self.vault.read(content)
        if value(self.vault, "SELECT max(id) FROM step") == steps:
            assert now == self.shelf[self.at]
            return
        self.shelf = [*self.shelf[: self.at + 1], now]
        self.at += 1

    @rule(name=words, note=words, ring=rings, day=days)
    def add(self, name: str, note: str, ring: Ring, day: Any) -> None:
        line = PersonLine(name, note=note, now=ring, before=ring)
        self.do(people.add, self.world.client, line, day)

    @rule(pick=which, ring=rings, day=days, view=st.sampled_from(View), why=st.none() | words)
    def place(self, pick: int, ring: Ring, day: Any, view: View, why: str | None) -> None:
        if uid := self.one_of("person", pick):
            self.do(people.place, uid, ring, day, view, why)

    @rule(pick=which, day=days, gives=ratings, friction=ratings)
    def stand(self, pick: int, day: Any, gives: int | None, friction: int | None) -> None:
        if uid := self.one_of("person", pick):
            self.do(people.stand, uid, day, gives=gives, friction=friction)

    @rule(pick=which, notes=words, sensitive=st.booleans())
    def tell(self, pick: int, notes: str, sensitive: bool) -> None:
        if uid := self.one_of("person", pick):
            self.do(people.tell, uid, notes=notes, sensitive=sensitive)

    @rule(pick=which, day=days)
    def redate(self, pick: int, day: Any) -> None:
        if uid := self.one_of("standing", pick):
            self.do(people.redate, uid, day=day)

    @rule(pick=which)
    def remove(self, pick: int) -> None:
        if uid := self.one_of("person", pick):
            self.do(people.remove, uid)

    @rule(pick=which, wanted=words)
    def wish(self, pick: int, wanted: str) -> None:
        if uid := self.one_of("person", pick):
            self.do(expectations.add, uid, wanted)

    @rule(pick=which, day=days, said=st.none() | st.booleans(), met=st.none() | words, of=which)
    def note(self, pick: int, day: Any, said: bool | None, met: str | None, of: int) -> None:
        if uid := self.one_of("expectation", pick):
            talk = self.one_of("talk", of)
            self.do(expectations.note, uid, day, said=said, met=met, talk=talk)

    @rule(turns=st.integers(0, 2))
    def talk(self, turns: int) -> None:
        self.do(noting.note, self.world.client, TALK[: 2 + turns], moment(NOW))

    @rule(pick=which)
    def say(self, pick: int) -> None:
        if uid := self.one_of("talk", pick):
            self.do(noting.note, self.world.client, TALK[2:], moment(NOW), uid)

    @rule(pick=which, sort=st.sampled_from(["event", "mood", "jotting"]))
    def begin(self, pick: int, sort: str) -> None:
        if uid := self.one_of(sort, pick):
            self.do(talk_begin.begin_of, uid)

    @rule(pick=which, after=which, said=words)
    def say_after(self, pick: int, after: int, said: str) -> None:
        talk, turn = self.one_of("talk", pick), self.one_of("turn", after)
        if talk and turn:
            self.do(turns.add, talk, [("me", said), ("them", said)], turn)

    @rule(pick=which, direction=st.sampled_from([-1, 1]))
    def move(self, pick: int, direction: int) -> None:
        if uid := self.one_of("turn", pick):
            self.do(turns.move, uid, direction)

    @rule(pick=which, first=words, rest=words)
    def split(self, pick: int, first: str, rest: str) -> None:
        if uid := self.one_of("turn", pick):
            self.do(turns.split, uid, first, rest)

    @rule(pick=which)
    def unsay(self, pick: int) -> None:
        if uid := self.one_of("turn", pick):
            self.do(turns.remove, uid)

    @rule(pick=which)
    def forget(self, pick: int) -> None:
        if uid := self.one_of("talk", pick):
            self.do(talking.remove, uid)

    @rule(pick=which, sort=st.sampled_from(["event", "mood", "jotting"]))
    def take_away(self, pick: int, sort: str) -> None:
        if uid := self.one_of(sort, pick):
            self.do(timed.remove, sort, uid)

    @rule(pick=which)
    def give_up(self, pick: int) -> None:
        if uid := self.one_of("expectation", pick):
            self.do(expectations.remove, uid)

    @rule(one=which, other=which, kind=words)
    def tie(self, one: int, other: int, kind: str) -> None:
        first, second = self.one_of("person", one), self.one_of("person", other)
        if first and second:
            self.do(ties.tie, first, second, kind)

    @rule(pick=which)
    def untie(self, pick: int) -> None:
        if uid := self.one_of("tie", pick):
            self.do(ties.untie, uid)

    @rule(word=words)
    def word(self, word: str) -> None:
        self.do(ties.add_kind, word, word, self.world.client)

    @precondition(lambda self: self.at > 0)
    @rule()
    def take_back(self) -> None:
        self.vault.write(undo.undo, self.client)
        self.at -= 1
        assert self.vault.read(content) == self.shelf[self.at]

    @precondition(lambda self: self.at < len(self.shelf) - 1)
    @rule()
    def bring_back(self) -> None:
        self.vault.write(undo.redo, self.client)
        self.at += 1
        assert self.vault.read(content) == self.shelf[self.at]

    @rule()
    def look(self) -> None:
        """What can be kept can be shown."""
        self.vault.read(cards.inventory, self.world.client, TODAY)
        for line in self.vault.read(talks.talks, self.world.client, TODAY).lines:
            self.vault.read(talks.talk, line.uid, TODAY)


def _uids(session: Session, sql: str) -> list[str]:
    return list(session.execute(text(sql)).scalars())


TestRecord = Record.TestCase
TestRecord.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
