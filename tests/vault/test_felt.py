"""The mood before and after a talk is a mood like any other, and counts as what it was told as."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.moments import Known, Moment, Part, at_time, moment, on_day
from ipt_tui.ipt.timeline import MoodEntry
from ipt_tui.vault import clients, felt, talk_begin, timed, undo
from ipt_tui.vault.errors import Gone, NotValid
from tests.vault.talk_reading import month, note, opened, rows
from tests.vault.talked import begin_with
from tests.vault.world import World, content, last_step

if TYPE_CHECKING:
    from ipt_tui.ipt.talk import Talk

DAY = date(2026, 11, 12)
TIMES = [
    at_time(DAY, time(21, 30)),
    at_time(DAY, time(0, 20)),
    at_time(DAY, time(4)),
    moment(datetime(2026, 11, 12, 9, tzinfo=timezone(timedelta(hours=9)))),
    *(on_day(DAY, part) for part in Part if part is not Part.OTHER),
    on_day(DAY),
]


def talk_at(world: World, at: Moment) -> Talk:
    """Return a talk with Sam at a time far from anything else."""
    event = note(world, Mark.EVENT, "tea", "Sam", at=at)
    return opened(world, world.vault.write(talk_begin.begin, event))


def moods(world: World, talk: Talk) -> tuple[int | None, int | None]:
    talk = opened(world, talk.uid)
    return talk.mood_before, talk.mood_after


def mood(world: World, uid: str) -> MoodEntry:
    """Return a mood as it stands on the timeline."""
    entry = month(world).entry(uid)
    assert isinstance(entry, MoodEntry)
    return entry


@pytest.mark.parametrize("at", TIMES, ids=lambda at: f"{at.wall} {at.known}")
def test_each_counts_as_what_it_was_told_as(world: World, at: Moment) -> None:
    talk = talk_at(world, at)
    assert moods(world, talk) == (None, None)
    before = world.vault.write(felt.before, talk.line.event, 6, DAY_STARTS_AT)
    after = world.vault.write(felt.after, talk.line.event, 3, DAY_STARTS_AT)
    assert moods(world, talk) == (6, 3)
    assert (mood(world, before).value, mood(world, after).value) == (6, 3)
    assert mood(world, before).when < mood(world, after).when


@pytest.mark.parametrize("at", TIMES, ids=lambda at: f"{at.wall} {at.known}")
def test_each_counts_before_the_other_is_told(world: World, at: Moment) -> None:
    talk = talk_at(world, at)
    world.vault.write(felt.before, talk.line.event, 6, DAY_STARTS_AT)
    assert moods(world, talk) == (6, None)
    other = talk_at(world, moment(at.at + timedelta(days=6), at.known))
    world.vault.write(felt.after, other.line.event, 3, DAY_STARTS_AT)
    assert moods(world, other) == (None, 3)


def test_before_counts_alone_only_where_it_is_near_and_on_the_scale_of_now(world: World) -> None:
    talk = talk_at(world, on_day(DAY, Part.EVENING))
    note(world, Mark.MOOD, "~8", at=on_day(date(2026, 11, 9)), value=8)
    assert moods(world, talk) == (None, None)
    note(world, Mark.MOOD, "~7", at=on_day(date(2026, 11, 10)), value=7)
    note(world, Mark.MOOD, "~6", at=on_day(DAY, Part.MORNING), value=6)
    assert moods(world, talk) == (6, None)
    world.vault.write(clients.change, world.client, mood_low=0, mood_high=100)
    assert moods(world, talk) == (None, None)


def test_after_it_is_at_its_own_time_and_tied_to_it(world: World) -> None:
    at = moment(datetime(2026, 11, 12, 21, 30, tzinfo=timezone(timedelta(hours=2))))
    talk = talk_at(world, at)
    uid = world.vault.write(felt.after, talk.line.event, 3, DAY_STARTS_AT)
    assert mood(world, uid).when == at
    assert month(world).tied(uid) == (talk.line.event,)
    assert [person.name for person in mood(world, uid).people] == ["Sam"]
    note(world, Mark.MOOD, "~9", at=at_time(DAY, time(22)), value=9)
    assert moods(world, talk) == (None, 3), "what was told of it goes before what is near"


@pytest.mark.parametrize(
    ("at", "earlier"),
    [
        (at_time(DAY, time(21, 30)), at_time(DAY, time(20, 30))),
        (at_time(DAY, time(4, 30)), moment(datetime(2026, 11, 12, 3, 30, tzinfo=UTC))),
        (on_day(DAY), on_day(DAY, Part.MORNING)),
    ],
)
def test_before_it_is_an_hour_earlier_or_that_morning(
    world: World, at: Moment, earlier: Moment
) -> None:
    talk = talk_at(world, at)
    uid = world.vault.write(felt.before, talk.line.event, 6, DAY_STARTS_AT)
    assert mood(world, uid).when == earlier
    assert month(world).tied(uid) == ()
    assert mood(world, uid).people == ()


def test_before_the_hour_at_which_the_day_starts_it_is_the_day_before(world: World) -> None:
    early = moment(datetime(2026, 11, 12, 2, 0, tzinfo=UTC), Known.TIME, time(1))
    talk = talk_at(world, early)
    uid = world.vault.write(felt.before, talk.line.event, 6, time(1))
    (row,) = [row for row in rows(world, "mood") if row["uid"] == uid]
    assert row["at"] == "2026-11-12T01:00"


@pytest.mark.parametrize("tell", [felt.before, felt.after])
@pytest.mark.parametrize("sensitive", [True, False])
def test_it_is_as_sensitive_as_the_talk(world: World, tell: type, sensitive: bool) -> None:
    world.vault.write(timed.change, "event", world.event, sensitive=sensitive)
    uid = world.vault.write(tell, world.event, 6, DAY_STARTS_AT)
    assert mood(world, uid).sensitive is sensitive


@pytest.mark.parametrize("tell", [felt.before, felt.after])
@pytest.mark.parametrize("value", [0, 11, -3, 10**9])
def test_off_the_scale_it_is_refused_in_the_words_of_the_scale(
    world: World, tell: type, value: int
) -> None:
    before = world.vault.read(content)
    with pytest.raises(NotValid) as caught:
        world.vault.write(tell, world.event, value, DAY_STARTS_AT)
    assert str(caught.value) == opened(world).scale.refusal
    assert "1 worst – 10 best" in str(caught.value)
    assert world.vault.read(content) == before


@pytest.mark.parametrize("tell", [felt.before, felt.after])
def test_it_is_on_the_scale_of_its_client(world: World, tell: type) -> None:
    world.vault.write(
        clients.change, world.client, mood_low=-5, mood_high=0, mood_low_words="calm",
        mood_high_words="worst", mood_better="low",
    )  # fmt: skip
    uid = world.vault.write(tell, world.event, -5, DAY_STARTS_AT)
    assert mood(world, uid).scale == opened(world).scale
    with pytest.raises(NotValid, match="from -5 to 0"):
        world.vault.write(tell, world.event, 1, DAY_STARTS_AT)


@pytest.mark.parametrize("tell", [felt.before, felt.after])
@pytest.mark.parametrize(
    "when",
    [
        {},
        {"happened": "2026-11", "first_day": "2026-11-01", "last_day": "2026-11-30"},
        {"happened": "../2026-11-12", "first_day": "0001-01-01", "last_day": "2026-11-12"},
    ],
)
def test_without_a_day_there_is_no_before_and_no_after(
    world: World, tell: type, when: dict[str, str]
) -> None:
    talk = opened(world, world.vault.write(begin_with, world.noor, **when))
    before = world.vault.read(content)
    with pytest.raises(NotValid, match="Say first on which day it was"):
        world.vault.write(tell, talk.line.event, 5, DAY_STARTS_AT)
    with pytest.raises(Gone):
        world.vault.write(tell, world.mood, 5, DAY_STARTS_AT)
    assert world.vault.read(content) == before
    assert moods(world, talk) == (None, None)


@pytest.mark.parametrize("tell", [felt.before, felt.after])
def test_each_is_one_step_and_can_be_taken_back(world: World, tell: type) -> None:
    before, (step, client) = world.vault.read(content), last_step(world.vault)
    world.vault.write(tell, world.event, 5, DAY_STARTS_AT)
    assert last_step(world.vault) == (step + 1, client)
    name = tell.__name__
    assert world.vault.write(undo.undo_for, world.client) == f"the mood {name} a talk"
    assert world.vault.read(content) == before
