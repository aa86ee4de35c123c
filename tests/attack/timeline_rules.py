"""Every way to write about what happened when: captured, changed, tied, brought in."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from ipt_tui.ipt import capture
from ipt_tui.ipt.imported import ImportedMood, MoodFile
from ipt_tui.ipt.moments import moment
from ipt_tui.records import FIELDS
from ipt_tui.vault import felt, imported, noting, timed
from tests.attack.hostile import short, texts
from tests.attack.machine import Attacked, which
from tests.attack.values import hours, newcomers, told_of
from tests.conftest import NOW
from tests.vault.world import TODAY

SORTS = ("mood", "event", "spell", "jotting")
lines = st.one_of(
    texts,
    st.tuples(st.sampled_from(["~3 ", "!", "!talk @Sam ", "symptom 2019 ", "me: "]), texts).map(
        "".join
    ),
    st.just("!talk @Sam @Kai the key ~4\nme: where is it\nsam: there\nkai: here"),
)
imports = st.builds(
    ImportedMood,
    line=st.integers(1, 9),
    at=st.sampled_from(["2026-11-09T21:30", "2026-11-10T08:00", "no time"]),
    offset=st.sampled_from([0, 60, 9999]),
    known=st.sampled_from(["time", "day"]),
    mood_words=short,
    value=st.none() | st.integers(-3, 12),
    feelings=short,
    note=texts,
    people=st.lists(st.sampled_from(["Sam", "sam", "Kai"]) | short, max_size=2).map(tuple),
)


class OverTime(Attacked):
    """Moods, events, spells, jottings, and the ties between them."""

    @rule(pick=which, line=lines, of=which, goes_on=st.booleans())
    def note(self, pick: int, line: str, of: int, goes_on: bool) -> None:
        """Capture a line, as the line at the foot does, perhaps as what follows in a talk."""
        if not (uid := self.one_of("client", pick)):
            return
        talk = self.one_of("talk", of) if goes_on else None
        known = self.vault.read(noting.ground, uid)
        pieces = capture.parse(
            line, TODAY, known.names, known.scale, now=NOW, anchors=known.anchors,
            in_talk=talk is not None,
        )  # fmt: skip
        self.do(noting.note, uid, pieces, moment(NOW), talk)

    @rule(pick=which, data=st.data(), sort=st.sampled_from(SORTS))
    def change(self, pick: int, data: st.DataObject, sort: str) -> None:
        if uid := self.one_of(sort, pick):
            self.do(timed.change, sort, uid, **data.draw(told_of(FIELDS[sort])))

    @rule(
        pick=which,
        sort=st.sampled_from(SORTS[:2]),
        people=st.lists(which, max_size=3),
        new=newcomers,
    )
    def name_people(self, pick: int, sort: str, people: list[int], new: list[str]) -> None:
        if uid := self.one_of(sort, pick):
            named = [who for number in people if (who := self.one_of("person", number))]
            self.do(timed.name_people, sort, uid, TODAY, named, new)

    @rule(pick=which, sort=st.sampled_from(SORTS))
    def take_away(self, pick: int, sort: str) -> None:
        if uid := self.one_of(sort, pick):
            self.do(timed.remove, sort, uid)

    @rule(mood=which, event=which, direction=short)
    def tie_entries(self, mood: int, event: int, direction: str) -> None:
        if pair := self._pair(mood, event):
            self.do(timed.tie, *pair, direction)

    @rule(mood=which, event=which)
    def set_apart(self, mood: int, event: int) -> None:
        if pair := self._pair(mood, event):
            self.do(timed.set_apart, *pair)

    @rule(mood=which, event=which)
    def untie_entries(self, mood: int, event: int) -> None:
        if pair := self._pair(mood, event):
            self.do(timed.untie, *pair)

    @rule(pick=which, value=st.integers(-1, 11), hour=hours)
    def felt_before(self, pick: int, value: int, hour: Any) -> None:
        if uid := self.one_of("event", pick):
            self.do(felt.before, uid, value, hour)

    @rule(pick=which, value=st.integers(-1, 11), hour=hours)
    def felt_after(self, pick: int, value: int, hour: Any) -> None:
        if uid := self.one_of("event", pick):
            self.do(felt.after, uid, value, hour)

    @rule(mood=which, event=which, hour=hours)
    def move_a_mood(self, mood: int, event: int, hour: Any) -> None:
        if pair := self._pair(mood, event):
            self.do(felt.move, *pair, hour)

    @rule(pick=which, moods=st.lists(imports, max_size=3).map(tuple))
    def bring_moods_in(self, pick: int, moods: tuple[ImportedMood, ...]) -> None:
        if uid := self.one_of("client", pick):
            self.do(imported.load, uid, MoodFile("csv", moods), {})

    def _pair(self, mood: int, event: int) -> tuple[str, str] | None:
        first, second = self.one_of("mood", mood), self.one_of("event", event)
        return (first, second) if first and second else None
