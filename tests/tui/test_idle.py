"""Nobody there: when the curtain and the lock are due, and while a session runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest

from ipt_tui.ipt.moments import moment
from ipt_tui.tui.idle import Away, IdleWatch
from ipt_tui.vault import courses, session_times
from tests.tui.running import NOW, filled, running

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.tui.app import IptApp
    from ipt_tui.vault.vault import Vault


@dataclass
class Steady:
    """A clock that is moved by hand."""

    minutes: float = 0
    slept: float = 0

    def monotonic(self) -> float:
        return self.minutes * 60

    def utc(self) -> datetime:
        return NOW + timedelta(minutes=self.minutes + self.slept)


def watch(curtain: float = 5, lock: float = 15) -> tuple[IdleWatch, Steady]:
    clock = Steady()
    return IdleWatch(cast("Clock", clock), curtain, lock), clock


@pytest.mark.parametrize(
    ("minutes", "alone", "in_session"),
    [
        (4, Away.NOTHING, Away.NOTHING),
        (5, Away.CURTAIN, Away.NOTHING),
        (15, Away.LOCK, Away.NOTHING),
        (59, Away.LOCK, Away.NOTHING),
        (60, Away.LOCK, Away.LOCK),
    ],
)
def test_while_a_session_runs_there_is_no_curtain_and_the_lock_comes_late(
    minutes: float, alone: Away, in_session: Away
) -> None:
    idle, clock = watch()
    clock.minutes = minutes
    assert idle.is_due is (alone is not Away.NOTHING)
    assert idle.look() is alone
    assert idle.look(in_session=True) is in_session


def test_a_closed_lid_locks_in_a_session_too() -> None:
    idle, clock = watch()
    clock.slept = 1
    assert idle.look(in_session=True) is Away.LOCK


def test_what_is_switched_off_stays_off() -> None:
    idle, clock = watch(0, 0)
    clock.minutes = 600
    assert not idle.is_due
    assert idle.look(in_session=True) is Away.NOTHING


async def test_a_session_that_runs_keeps_the_screen(
    vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = filled(vault)
    course = vault.write(courses.begin, client, "ipt16", NOW.date())
    uid = vault.write(session_times.plan, course)
    async with running(vault, clock) as pilot:
        app = cast("IptApp", pilot.app)
        due: list[Away] = []

        async def went_away(away: Away) -> None:
            due.append(away)

        monkeypatch.setattr(app, "went_away", went_away)
        monkeypatch.setattr(app.idle, "_touched", app.clock.monotonic() - 20 * 60)
        await app._look_at_idle()
        vault.write(session_times.start, uid, moment(app.clock.now()))
        await app._look_at_idle()
        assert due == [Away.LOCK, Away.NOTHING]
