"""What waits to be tidied: counted note by note, again only where something changed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.tidy import to_tidy as items_of
from ipt_tui.vault import (
    clients,
    noting,
    people,
    session_begin,
    session_end,
    session_told,
    tidying,
    undo,
)
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.to_tidy import count, waiting
from tests.conftest import NOW
from tests.vault.world import TODAY

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault
    from tests.vault.world import World

NOTE = """came in bright
~7 calm since sunday
>ring Jo
-- for me
!talk @Sam the flat
me: ask me first"""


def lines(vault: Vault) -> dict[str, int]:
    """Count all that waits, and return how many lines it is by the sessions' uids."""
    assert vault.keep(count, TODAY, DAY_STARTS_AT, 99)
    found, whole = vault.read(waiting, TODAY)
    assert whole
    return {one.session.uid: one.lines for one in found}


def held(world: World, note: str) -> str:
    """Hold the next session, with this note."""
    begun = world.vault.write(session_begin.start_next, world.client, NOW, TODAY, DAY_STARTS_AT)
    world.vault.write(session_told.tell, begun.uid, note=note)
    return begun.uid


def end(world: World, uid: str) -> None:
    world.vault.write(session_end.close, uid, moment(NOW + timedelta(minutes=50)))


def test_what_waits_is_counted_until_it_is_taken_or_left(world: World) -> None:
    vault = world.vault
    uid = held(world, NOTE)
    assert uid not in lines(vault)  # it runs
    end(world, uid)
    assert lines(vault)[uid] == 3
    (told,) = (one.told() for one in vault.read(waiting, TODAY)[0])
    assert told.startswith("3 lines from ")
    (brief,) = (one.told(brief=True) for one in vault.read(waiting, TODAY)[0])
    assert brief.startswith("3 from ")
    pieces = parse(NOTE, TODAY, vault.read(noting.ground, world.client).names)
    first, second, _ = items_of(pieces, (), TODAY, of=uid)
    vault.write(tidying.take, uid, first, moment(NOW))
    vault.write(tidying.leave, uid, second)
    assert lines(vault)[uid] == 1
    vault.write(undo.undo_for, world.client)
    assert lines(vault)[uid] == 2
    vault.write(session_told.tell, uid, note="nothing with a mark")
    assert uid not in lines(vault)


def test_only_what_changed_is_read_again_and_few_at_a_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = world.vault
    uid = held(world, NOTE)
    end(world, uid)
    assert not vault.keep(count, TODAY, DAY_STARTS_AT, 0)
    assert vault.read(waiting, TODAY) == ((), False)
    assert lines(vault)[uid] == 3
    monkeypatch.setattr("ipt_tui.vault.to_tidy.parse", None)  # a note that is read fails
    assert lines(vault)[uid] == 3
    vault.write(session_told.tell, uid, note=f"{NOTE}\n>ask once")
    assert vault.read(waiting, TODAY) == ((), False)


def test_what_is_long_past_is_not_looked_at(world: World) -> None:
    end(world, held(world, NOTE))
    later = TODAY + timedelta(days=29)
    assert world.vault.read(waiting, later) == ((), True)


def test_what_a_note_is_read_with_is_looked_at_too(world: World) -> None:
    vault = world.vault
    uid = held(world, "~9 calm\n!talk @Quillon the flat\nquillon: ask me first")
    end(world, uid)
    before = lines(vault)[uid]
    vault.write(clients.change, world.client, mood_high=5)
    assert not vault.read(waiting, TODAY)[1]
    assert lines(vault)[uid] == before - 1
    vault.write(people.tell, world.sam, name="Quillon")
    assert not vault.read(waiting, TODAY)[1]
    lines(vault)
    vault.write(clients.change, world.client, kept="brief")
    assert uid not in lines(vault)


def test_a_line_is_taken_once_whatever_another_window_was_shown(world: World) -> None:
    vault = world.vault
    uid = held(world, "~7 calm")
    pieces = parse("~7 calm", TODAY, vault.read(noting.ground, world.client).names)
    (item,) = items_of(pieces, (), TODAY, of=uid)
    vault.write(tidying.take, uid, item, moment(NOW), ())
    with pytest.raises(NotValid, match="in another window"):
        vault.write(tidying.take, uid, item, moment(NOW), ())
    with pytest.raises(NotValid, match="in another window"):
        vault.write(tidying.leave, uid, item, ())
    known = vault.read(tidying.done, uid)
    vault.write(tidying.take, uid, item, moment(NOW), known)  # typed twice, it is meant twice
