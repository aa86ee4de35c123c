"""A write is all or nothing, and says what it did."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session

from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.people import Ring
from ipt_tui.records import Person
from ipt_tui.vault import clients, people, steps, turns
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid, VaultError
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
from tests.vault.world import TODAY, WRITES, World, content, history, value


class Interrupted(BaseException):
    """Something that stops a write in the middle."""


@pytest.mark.parametrize("name", WRITES)
def test_a_write_is_one_step_that_says_what_it_was_and_one_stopped_leaves_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Stopped right after the rows were written, before the step is closed."""
    vault = world.vault
    before, log = vault.read(content), vault.read(history)
    for stop in (Interrupted, NotValid):

        def stopped(session: Session, number: int, stop: type[BaseException] = stop) -> bool:
            assert session.execute(text("SELECT count(*) FROM history")).scalar()
            raise stop

        with monkeypatch.context() as patch:
            patch.setattr(steps, "_changed", stopped)
            with pytest.raises(stop):
                WRITES[name](world)
        assert vault.read(content) == before
        assert vault.read(history) == log
    count = "SELECT count(*) FROM step"
    steps_before = value(vault, count)
    WRITES[name](world)
    assert vault.read(content) != before
    assert value(vault, count) == steps_before + 1
    assert value(vault, "SELECT what FROM step ORDER BY id DESC LIMIT 1")
    assert value(vault, "SELECT step FROM now") is None


def test_a_write_that_changes_nothing_leaves_no_step(world: World) -> None:
    log = world.vault.read(history)
    world.vault.write(people.tell, world.sam, notes="tense, shut out", kind="partner")
    world.vault.write(people.place, world.sam, Ring.CLOSEST, TODAY)
    world.vault.write(people.stand, world.sam, TODAY, ring=1)
    world.vault.write(clients.change, world.client, code="K7", status="active")
    world.vault.write(clients.listing)
    assert world.vault.read(history) == log


def test_a_write_that_does_not_say_what_it_was_is_refused(world: World) -> None:
    before, log = world.vault.read(content), world.vault.read(history)

    def silent(session: Session) -> None:
        one(session, Person, world.sam).notes = "quietly"

    with pytest.raises(VaultError, match="did not say what it was"):
        world.vault.write(silent)
    assert world.vault.read(content) == before
    assert world.vault.read(history) == log


def test_what_a_reader_changes_is_not_kept(world: World) -> None:
    before = world.vault.read(content)

    def scribble(session: Session) -> None:
        session.execute(text("DELETE FROM draft"))
        session.execute(text("UPDATE now SET step = 1"))

    world.vault.read(scribble)
    assert world.vault.read(content) == before


def test_a_refused_commit_does_not_stop_the_next_write(world: World) -> None:
    before, client = world.vault.read(content), world.client_id

    def orphan(session: Session) -> None:
        session.execute(text("PRAGMA defer_foreign_keys=ON"))
        session.execute(text("UPDATE standing SET client_id = 999"))
        steps.describe(session, client, "wrong")

    with pytest.raises(NotValid):
        world.vault.write(orphan)
    assert world.vault.read(content) == before
    WRITES["people.place"](world)
    assert world.vault.read(content) != before


def test_a_question_asked_in_the_middle_of_a_write_is_refused_at_once(world: World) -> None:
    """There is one connection; waiting for oneself would be waiting for ever."""
    before = world.vault.read(content)

    def asking(session: Session) -> None:
        one(session, Person, world.sam).notes = "not yet"
        session.flush()
        with pytest.raises(VaultError):
            world.vault.read(clients.listing)
        steps.describe(session, None, "asked in between")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        world.vault.write(asking)
    assert world.vault.read(content) == before


def test_what_is_not_sql_is_one_sentence(world: World) -> None:
    with pytest.raises(VaultError):
        world.vault.read(lambda session: session.execute(text("SELECT nonsense FROM nowhere")))
    with pytest.raises(VaultError):
        world.vault.read(lambda session: session.execute(text("SELECT :missing")))
    with pytest.raises(NotValid):
        world.vault.read(clients.fields_of, "half a letter \ud800")


def test_a_number_the_file_has_no_room_for_is_refused_in_one_sentence(world: World) -> None:
    before = world.vault.read(content)
    with pytest.raises(NotValid, match=r"number in this that is too large to be kept\.$"):
        world.vault.write(turns.tell, world.turn, position=10**30)
    assert world.vault.read(content) == before


def test_a_row_that_is_gone_says_so(world: World) -> None:
    world.vault.write(people.remove, world.sam)
    with pytest.raises(Gone):
        world.vault.write(people.tell, world.sam, notes="too late")


@dataclass(frozen=True)
class Ticking(Clock):
    """A clock that moves on a second whenever it is asked."""

    asked: list[int] = field(default_factory=list)

    def now(self) -> datetime:
        self.asked.append(1)
        return NOW + timedelta(seconds=len(self.asked))


def times(vault: Vault, uid: str) -> tuple[datetime, datetime]:
    def of(session: Session) -> tuple[datetime, datetime]:
        row = one(session, Person, uid)
        return row.created_at, row.updated_at

    return vault.read(of)


def test_times_are_those_of_the_vaults_clock(world: World) -> None:
    assert times(world.vault, world.sam) == (NOW, NOW)
    assert value(world.vault, "SELECT at FROM step LIMIT 1").startswith("2026-11-23 18:00:00")
    world.vault.clock = Ticking()
    world.vault.write(people.tell, world.sam, notes="later")
    made, changed = times(world.vault, world.sam)
    assert made == NOW < changed < datetime.now(UTC) + timedelta(days=36500)


def test_a_row_is_never_as_old_as_it_was_even_if_the_clock_stands_still(world: World) -> None:
    """Or a window that read it before would save over it."""
    seen = times(world.vault, world.sam)[1]
    world.vault.write(people.tell, world.sam, seen, notes="one")
    once = times(world.vault, world.sam)[1]
    assert once > seen
    with pytest.raises(ChangedElsewhere):
        world.vault.write(people.tell, world.sam, seen, notes="two")
    world.vault.clock = Clock(NOW - timedelta(days=400))
    world.vault.write(people.tell, world.sam, once, notes="three")
    assert times(world.vault, world.sam)[1] > once
