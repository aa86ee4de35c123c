"""A course of sessions for the tests of the screen: seven held, the eighth to come."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from ipt_tui.ipt.moments import moment
from ipt_tui.tui.areas.sessions.area import SessionsArea
from ipt_tui.vault import clients, courses, session_times, session_told, sessions
from tests.once import once
from tests.tui.running import NOW, press, settle, write
from tests.vault import autumn

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.session import Session
    from ipt_tui.vault.vault import Vault

BEGAN = date(2026, 10, 6)
TODAY = NOW.date()
NOTE = (
    "came in bright", "~7 calm", "!talk @Sam the flat", "me: ask me first", "sam: I did",
    ">ask @Sam for Sundays", "todo letter to the GP", "-- she looked at the clock", '"I said it"',
)  # fmt: skip


@once
def held(vault: Vault) -> str:
    """Fill in K7's autumn, with a course of 16 of which seven sessions were held."""
    client = autumn.fill(vault)
    course = vault.write(courses.begin, client, "ipt16", BEGAN)
    first = moment(datetime(2026, 10, 6, 14, tzinfo=UTC))
    uids = vault.write(session_times.plan_rest, course, first)
    for number, uid in enumerate(uids[:7]):
        at = first.at + timedelta(days=7 * number)
        vault.write(session_times.start, uid, moment(at))
        vault.write(session_times.end, uid, moment(at + timedelta(minutes=50)))
    vault.write(session_told.tell, uids[6], plan_next="halfway look")
    vault.begin()
    return client


def agree(vault: Vault, client: str, how: str) -> None:
    """Agree how much is kept of the sessions: full, brief or dates."""
    line = next(line for line in vault.read(clients.listing) if line.uid == client)
    vault.write(clients.change, client, line.updated_at, kept=how, kept_since="2026-10-06")


def area(pilot: Pilot[str]) -> SessionsArea:
    return pilot.app.screen.query_one(SessionsArea)


def eighth(vault: Vault, client: str) -> Session:
    course = vault.read(courses.current, client, TODAY)
    assert course is not None
    line = vault.read(sessions.of_course, course.uid)[7]
    return vault.read(sessions.session, line.uid, TODAY, frozenset({line.uid}))


async def begin(pilot: Pilot[str], *lines: str) -> None:
    """Begin the next session and type lines into its note."""
    await press(pilot, "5", "escape", "s")
    for line in lines:
        await write(pilot, line)
        await press(pilot, "enter")


async def to_row(pilot: Pilot[str], start: str) -> None:
    """Put the cursor of what is to do on a row."""
    listing = area(pilot).each_time
    pilot.app.screen.set_focus(listing)
    listing.cursor = next(row.key for row in listing.rows if row.key and row.key.startswith(start))
    await settle(pilot)
