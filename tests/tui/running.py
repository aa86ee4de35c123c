"""The program on a vault of its own, driven by keys."""

from __future__ import annotations

import asyncio
import time
import unicodedata
from contextlib import asynccontextmanager, suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.screen import Screen
from textual.worker import WorkerCancelled

from ipt_tui.exchange.config import Config
from ipt_tui.ipt.add_line import parse_person
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.tui.app import IptApp
from ipt_tui.tui.areas.inquiry import Ground
from ipt_tui.vault import clients, people, settings
from tests.once import UNSEEN, once

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.message_pump import MessagePump
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.thread import VaultThread
    from ipt_tui.vault.vault import Vault

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)
FIRST_DAY = date(2026, 10, 13)
LINES = ("Sam partner 1", "Mum mother 2 1 2", "Dad father 1 died 2019", "Jo colleague 3 - 2")


@once
def filled(vault: Vault, lines: tuple[str, ...] = LINES, whose: str = "clients") -> str:
    """Put a client K7 and some people of 13 October into a vault; return the client's uid."""
    role = "self" if whose == "me" else "client"
    client = vault.write(clients.add, "K7", role=role, onset_words="June", onset="2026-06~")
    for line in lines:
        vault.write(people.add, client, parse_person(line, Kinds(), FIRST_DAY), FIRST_DAY)
    vault.keep(settings.put, settings.AUDIENCE, whose)
    vault.begin()
    return client


@asynccontextmanager
async def running(
    vault: Vault,
    clock: Clock,
    *,
    size: tuple[int, int] = (100, 30),
    config: Config | None = None,
    backed_up: bool = False,
) -> AsyncIterator[Pilot[str]]:
    """Run the program on a vault, at its record.

    The first screen is an empty one, and the day's backup is made only where it is asked for: each
    takes a test of the screen 40 ms, and none of them looks at it.
    """
    app = IptApp(vault.path, clock, config=config or Config())
    vars(app)["_first_screen"] = Screen
    if not backed_up:
        vars(app.vault)["backup"] = _nothing
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.vault.open(vault.path, vault.key)
        app.open_record()
        await settle(pilot)
        yield pilot
        if app.is_running and app.screen._compositor in UNSEEN:
            screen_text(pilot)  # what was left on it can be painted
        await app.vault.close()


async def _nothing() -> None:
    """Do nothing."""


def ground(thread: VaultThread | None = None, client: str = "") -> Ground:
    """Return what questions of a practitioner's are asked with; without a vault nothing is kept."""
    return Ground(
        cast("VaultThread", thread), client, Audience.PRACTITIONER, NOW.date(), False, DAY_STARTS_AT
    )


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until nothing is going on any more, and have it painted; no dialog is waited for."""
    still = 0
    while still < 2:
        await _others_run()
        if await _handled(pilot) or await _worked(pilot):
            still = 0
        else:
            still += 1
            pilot.app.screen._on_timer_update()  # it would come within a sixtieth of a second


async def _others_run() -> None:
    """Let every task that can go on do so, until all of them wait for something."""
    loop: Any = asyncio.get_running_loop()
    await asyncio.sleep(0)
    while loop._ready:  # noqa: ASYNC110 - there is nothing that would tell of it
        await asyncio.sleep(0)


async def _handled(pilot: Pilot[Any]) -> bool:
    """Wait for every widget that has something to do still; return whether there was one.

    The pilot's own way has every widget on the screen handle a message more, to wait for it.
    """
    app = pilot.app
    failed: asyncio.Event = app._exception_event
    pumps = [pump for pump in (app, *app.screen.walk_children(with_self=True)) if _is_busy(pump)]
    waited_for = [done for pump in pumps if pump.call_later((done := asyncio.Event()).set)]
    if waited_for:
        either = (asyncio.create_task(_every(waited_for)), asyncio.create_task(_every([failed])))
        ended, _ = await asyncio.wait(either, timeout=30, return_when=asyncio.FIRST_COMPLETED)
        assert ended, f"{pumps} never came to an end"
        for waiting in either:
            waiting.cancel()
    return bool(waited_for)


async def _every(events_: list[asyncio.Event]) -> None:
    """Wait until each of them happened."""
    for event in events_:
        await event.wait()


def _is_busy(pump: MessagePump) -> bool:
    """Whether it is anywhere but at an empty queue, waiting for a message."""
    queue: Any = pump._message_queue
    return not queue.empty() or not queue.ready_event._waiters


async def _worked(pilot: Pilot[Any]) -> bool:
    """Wait for the workers that are at work; return whether there was one."""
    going = [worker for worker in pilot.app.workers if worker.group != "dialog"]
    for worker in going:
        with suppress(WorkerCancelled):  # one more read takes the place of the one before
            await worker.wait()
    return bool(going) or await _closed(pilot)


async def _closed(pilot: Pilot[Any]) -> bool:
    """Wait for what a dialog that is closed still has to do; return whether there was something."""
    app, began = pilot.app, time.monotonic()
    was_busy = False
    while len(app.screen_stack) == 1 and any(one.group == "dialog" for one in app.workers):
        was_busy = True
        await asyncio.sleep(0.002)
        assert time.monotonic() < began + 30, "what a dialog began never came to an end"
    return was_busy


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, waiting for what each of them does."""
    for key in keys:
        send(pilot, key)
        await settle(pilot)


async def to_focus(pilot: Pilot[Any], row: str) -> None:
    """Go to Focus, to the row of its list with this key."""
    await press(pilot, "7")
    pilot.app.screen.area.listing.cursor = row  # type: ignore[attr-defined]
    await settle(pilot)


async def write(pilot: Pilot[Any], text: str) -> None:
    """Type a text, key by key, without waiting in between."""
    send(pilot, *("space" if char == " " else _character_to_key(char) for char in text))
    await settle(pilot)


def send(pilot: Pilot[Any], *keys: str) -> None:
    """Have the terminal send keys, faster than anybody types: nothing waits for what they do.

    The pilot's own way sleeps for a twelfth of a second after each.
    """
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        original = REPLACED_KEYS.get(name, name)
        try:
            char: str | None = unicodedata.lookup(_get_unicode_name_from_key(original))
        except KeyError:
            char = name if len(name) == 1 else None
        event = events.Key(name, char)
        event.set_sender(pilot.app)
        driver.send_message(event)


async def resize(pilot: Pilot[Any], size: tuple[int, int]) -> None:
    """Make the terminal this large."""
    if pilot.app.size != size:
        await pilot.resize_terminal(*size)
        await settle(pilot)


def screen_text(pilot: Pilot[Any]) -> str:
    """Return what stands on the screen, line by line."""
    app = pilot.app
    width, height = app.size
    lines = [
        "".join(segment.text for segment in strip)
        for strip in app.screen._compositor.render_strips(app.size)
    ]
    assert len(lines) == height
    UNSEEN.discard(app.screen._compositor)
    return "\n".join(line[:width].rstrip() for line in lines)


def said(pilot: Pilot[Any]) -> list[str]:
    """Return the sentences of the toasts, oldest first."""
    return [str(note.message) for note in pilot.app._notifications]
