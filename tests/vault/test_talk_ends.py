"""What becomes of a talk when something it holds on to is taken out, and back with undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.vault import clients, expectations, noting, people, timed, transfer, undo
from ipt_tui.vault.errors import Gone, NotValid
from tests.vault.world import EARLIER, NOW, TODAY, World

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS = ("talk", "talk_person", "turn", "difficulty", "alternative", "option", "rehearsal")


@pytest.fixture
def record(world: World) -> Iterator[World]:
    """The small record; when a test is done, undo brings back what was there before."""
    before = world.vault.read(transfer.dump)
    yield world
    assert world.vault.read(transfer.dump) != before
    world.vault.write(undo.undo_for, world.client)
    assert world.vault.read(transfer.dump) == before


def rows(world: World, table: str) -> list[dict[str, Any]]:
    return world.vault.read(transfer.dump)[table]


def test_without_the_person_the_talk_stays_with_nobody(record: World) -> None:
    record.vault.write(people.remove, record.sam)
    assert [row["uid"] for row in rows(record, "talk")] == [record.talk]
    assert rows(record, "talk_person") == []
    assert len(rows(record, "turn")) == 2


def test_with_the_event_goes_its_talk(record: World) -> None:
    record.vault.write(timed.remove, "event", record.event)
    assert not any(rows(record, table) for table in (*PARTS, "attempt"))
    (news,) = rows(record, "outcome")
    assert news["talk"] is None, "what became of the wish stays"
    assert [row["uid"] for row in rows(record, "event")] == [record.tried]


def test_with_the_event_of_a_try_goes_the_try(record: World) -> None:
    record.vault.write(timed.remove, "event", record.tried)
    assert rows(record, "attempt") == []
    assert all(rows(record, table) for table in PARTS)


def test_without_the_line_the_talk_stays(record: World) -> None:
    record.vault.write(timed.remove, "jotting", record.jotting)
    (talk,) = rows(record, "talk")
    assert (talk["uid"], talk["jotting"]) == (record.talk, None)


def test_without_the_wish_the_talk_stays(record: World) -> None:
    record.vault.write(expectations.remove, record.wish)
    assert rows(record, "outcome") == []
    assert all(rows(record, table) for table in PARTS)


def test_news_of_a_wish_points_at_the_talk_that_led_to_it(record: World) -> None:
    record.vault.write(expectations.note, record.wish, EARLIER, said=True, talk=record.talk)
    assert [row["talk"] for row in rows(record, "outcome")] == [record.talk] * 2


def test_news_without_a_talk_leaves_the_talk_of_that_day(record: World) -> None:
    record.vault.write(expectations.note, record.wish, TODAY, met="partly")
    assert [(row["met"], row["talk"]) for row in rows(record, "outcome")] == [
        ("partly", record.talk)
    ]


def test_news_of_a_wish_does_not_point_at_anothers_talk(world: World) -> None:
    other = world.vault.write(clients.add, "M3")
    noted = world.vault.write(noting.note, other, (Captured(Mark.TALK, 0, "!talk x", "x"),), NOW)
    before = world.vault.read(transfer.dump)
    with pytest.raises(NotValid, match="different records"):
        world.vault.write(expectations.note, world.wish, EARLIER, said=True, talk=noted.talks[0])
    with pytest.raises(Gone):
        world.vault.write(expectations.note, world.wish, EARLIER, said=True, talk="none")
    assert world.vault.read(transfer.dump) == before
