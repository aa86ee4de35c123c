"""The way out, the curtain and the drafts: nothing typed is lost in silence."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual.widgets import Input

from ipt_tui.exchange.config import Config
from ipt_tui.tui import crash
from ipt_tui.tui.app import IptApp
from ipt_tui.tui.idle import Away
from ipt_tui.tui.screens.cover import CoverScreen
from ipt_tui.tui.screens.curtain import CurtainScreen
from ipt_tui.tui.screens.record import RecordScreen
from ipt_tui.vault import backup, drafts
from ipt_tui.vault.errors import DiskFull, WrongPassphrase
from ipt_tui.vault.thread import VaultThread
from tests.tui.running import filled, press, running, said, send, settle

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


class Disk:
    """A disk that can be full."""

    full = False


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """Drafts reach this disk only while it is not full."""
    disk, keep, keep_now = Disk(), VaultThread.keep, VaultThread.keep_now

    async def kept(self: VaultThread, fn: Any, *args: Any) -> Any:
        if disk.full:
            raise DiskFull
        return await keep(self, fn, *args)

    def kept_now(self: VaultThread, fn: Any, *args: Any) -> Any:
        if disk.full:
            raise DiskFull
        return keep_now(self, fn, *args)

    monkeypatch.setattr(VaultThread, "keep", kept)
    monkeypatch.setattr(VaultThread, "keep_now", kept_now)
    return disk


def ours(app: object) -> IptApp:
    assert isinstance(app, IptApp)
    return app


async def test_the_days_backup_is_made_at_the_opening_or_said_not_to_be(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock, backed_up=True) as pilot:
        assert len(backup.listing(vault.path)) == 1
        assert said(pilot) == []
    shutil.rmtree(backup.folder(vault.path))
    backup.folder(vault.path).touch()
    async with running(vault, clock, backed_up=True) as pilot:
        assert said(pilot)[-1].startswith("Today's backup was not made. No backup could be written")


async def test_a_draft_refused_is_told_once_and_tried_again(
    vault: Vault, clock: Clock, disk: Disk
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        app, disk.full = ours(pilot.app), True
        app.remember_draft("somewhere", "half a sen")
        for _ in range(2):
            await app._flush_drafts()
            assert app._draft_timer is not None
        await settle(pilot)
        assert len([sentence for sentence in said(pilot) if "disk is full" in sentence]) == 1
        assert await app.drafting.find("somewhere") == "half a sen"
        disk.full = False
        await app._flush_drafts()
        assert not app.drafting.is_waiting
        line = vault.read(drafts.load, "somewhere")
        assert line is not None
        assert line.text == "half a sen"


async def test_quitting_stays_once_where_what_is_typed_cannot_be_saved(
    vault: Vault, clock: Clock, disk: Disk
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        app, disk.full = ours(pilot.app), True
        app.remember_draft("somewhere", "half a sen")
        await press(pilot, "ctrl+q")
        assert app.vault.is_open
        assert "once more" in said(pilot)[-1]
        await app.action_quit()
        assert not app.vault.is_open


async def test_left_alone_with_a_full_disk_the_curtain_is_drawn_and_nothing_is_lost(
    vault: Vault, clock: Clock, disk: Disk
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        app, disk.full = ours(pilot.app), True
        app.remember_draft("somewhere", "half a sen")
        for _ in range(2):
            await app.went_away(Away.LOCK)
            assert app.vault.is_open
            assert isinstance(app.screen, CurtainScreen)
        assert app.drafting.is_waiting


async def test_the_last_words_say_whether_what_was_typed_is_kept(
    vault: Vault, clock: Clock, disk: Disk
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        app, disk.full = ours(pilot.app), True
        app.remember_draft("somewhere", "half a sen")
        app.drafting.flush_now()
        assert app.drafting.is_waiting
        assert "not saved" in crash.sentence(None, kept=app.all_kept)
        disk.full = False
        app.drafting.flush_now()
        assert "kept as a draft" in crash.sentence(None, kept=app.all_kept)


async def test_the_curtain_does_not_wait_for_what_is_being_saved(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        app = ours(pilot.app)
        app.gate.shut()
        app.post_message(events.Key("enter", None))
        app.post_message(events.Key("ctrl+l", None))
        await app.workers.wait_for_complete([w for w in app.workers if w.group == "always"])
        assert isinstance(app.screen, CurtainScreen)
        assert app.gate.is_shut
        app.gate.open()
        await settle(pilot)
        assert isinstance(app.screen, CurtainScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, RecordScreen)


async def test_the_cover_goes_where_there_is_room_again_behind_the_curtain(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await pilot.resize_terminal(50, 12)
        await settle(pilot)
        assert isinstance(pilot.app.screen, CoverScreen)
        await press(pilot, "ctrl+l")
        assert isinstance(pilot.app.screen, CurtainScreen)
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        await press(pilot, "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, RecordScreen)


async def test_enter_waits_for_a_passphrase_that_is_still_being_typed(
    vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that is busy while it starts takes its time for a letter."""
    given: list[str] = []
    take = Input._on_key

    async def slow(self: Input, event: events.Key) -> None:
        await asyncio.sleep(0.6 if self.value == "word" else 0)
        await take(self, event)

    async def unlock(_: VaultThread, path: object, typed: str) -> None:
        given.append(typed)
        raise WrongPassphrase

    monkeypatch.setattr(Input, "_on_key", slow)
    monkeypatch.setattr(VaultThread, "unlock", unlock)
    app = IptApp(vault.path, clock, config=Config())
    async with app.run_test() as pilot:
        await settle(pilot)
        send(pilot, *"words", "enter")
        await settle(pilot)
        assert given == ["words"]
