"""What another window removed, and what was taken back: told, and never the end of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from ipt_tui.ipt.add_line import parse_person
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.ipt.people import Ring
from ipt_tui.tui.app import IptApp
from ipt_tui.tui.areas.people.area import PeopleArea
from ipt_tui.tui.dialogs.client_form import UNREAD, ClientForm
from ipt_tui.tui.widgets.field import Field
from ipt_tui.vault import cards, clients, drafts, noting, people, settings, steps
from ipt_tui.vault.errors import Unreadable
from tests.tui.running import FIRST_DAY, filled, press, running, said, screen_text, settle, write

if TYPE_CHECKING:
    import pytest

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

import asyncio
from typing import Any


def forget(session: Any, code: str) -> None:
    """Take a client out of the file, as taking their adding back in another window does."""
    from ipt_tui.vault import undo

    uid = clients.uid_of(session, code)
    undo.undo_for(session, uid)


def unreadable(monkeypatch: pytest.MonkeyPatch, *fns: Any) -> None:
    """Let the disk give nothing back to these questions from now on."""
    from ipt_tui.vault.thread import VaultThread

    read = VaultThread.read

    async def refused(self: VaultThread, fn: Any, *args: Any, **kwargs: Any) -> Any:
        if fn in fns:
            raise Unreadable
        return await read(self, fn, *args, **kwargs)

    monkeypatch.setattr(VaultThread, "read", refused)


async def test_a_client_removed_in_another_window_leaves_the_list(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    vault.write(clients.add, "M2")
    async with running(vault, clock) as pilot:
        assert isinstance(pilot.app, IptApp)
        vault.write(forget, "M2")
        await press(pilot, "down")
        assert "no longer there" in said(pilot)[-1]
        assert "M2" not in screen_text(pilot)
        assert pilot.app.context.code == "K7"


async def test_what_cannot_be_read_is_told_everywhere(
    vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = filled(vault)
    other = vault.write(clients.add, "M2")
    vault.write(people.add, other, parse_person("Zora friend 1", Kinds(), FIRST_DAY), FIRST_DAY)
    unreadable(
        monkeypatch, clients.listing, clients.fields_of, steps.listing_for, drafts.load_all,
        settings.get, noting.ground,
    )  # fmt: skip
    async with running(vault, clock) as pilot:
        app = pilot.app
        assert isinstance(app, IptApp)

        async def tells(*keys: str) -> None:
            app.clear_notifications()
            await press(pilot, *keys)
            assert "could not read" in said(pilot)[-1]

        from ipt_tui.tui.context import Context

        app.context = Context(client, "K7")
        await tells("g", "u")
        await press(pilot, "escape", "1")
        await tells("e")
        assert not isinstance(app.screen, ClientForm)
        await press(pilot, "slash")
        await write(pilot, "zora")
        await settle(pilot)
        await tells("enter")
        await press(pilot, "escape")
        await tells("c")
        await tells("2", "e")
        await press(pilot, "escape")
        assert app.is_running


async def test_a_client_whose_adding_was_taken_back_comes_back(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        assert isinstance(pilot.app, IptApp)
        await press(pilot, "1", "n")
        await write(pilot, "M2")
        await press(pilot, *["enter"] * 6, "escape")
        assert pilot.app.context.code == "M2"
        await press(pilot, "u")
        assert pilot.app.context.code == "K7"
        await press(pilot, "U")
        assert pilot.app.context.code == "M2"
        assert "M2" in screen_text(pilot)


async def test_pluses_in_a_burst_each_move_one_ring(vault: Vault, clock: Clock) -> None:
    client = filled(vault, ("Jo colleague 4",))
    async with running(vault, clock) as pilot:
        await press(pilot, "2")
        area = pilot.app.screen.query_one(PeopleArea)
        for _ in range(3):
            area.action_nearer()
        await settle(pilot)
        (card,) = vault.read(cards.inventory, client, clock.today()).cards.values()
        assert card.now is Ring.CLOSEST


async def test_a_client_is_not_saved_over_before_it_was_read(
    vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = filled(vault)
    async with running(vault, clock) as pilot:
        app = pilot.app
        assert isinstance(app, IptApp)
        slow, read = asyncio.Event(), app.vault.read

        async def waiting(fn: Any, *args: Any, **kwargs: Any) -> Any:
            if fn is clients.fields_of:
                await slow.wait()
            return await read(fn, *args, **kwargs)

        monkeypatch.setattr(app.vault, "read", waiting)
        form = ClientForm(client)
        await app.push_screen(form)
        await pilot._wait_for_screen()
        assert app.gate.is_shut
        app.gate.open()  # as it does for whoever has no patience
        form.set_focus(list(form.query(Field))[-1])
        await pilot._wait_for_screen()
        await form.action_next()
        (saving,) = [worker for worker in app.workers if worker.name == "_save"]
        await saving.wait()
        assert str(form.query_one("#client-said", Static).render()) == UNREAD
        slow.set()
        await settle(pilot)
        assert form.query_one("#code", Field).value == "K7"
        assert vault.read(clients.fields_of, client)[0].onset_words == "June"


async def test_somebody_gone_cannot_be_moved(vault: Vault, clock: Clock) -> None:
    client = filled(vault, ("Jo colleague 4",))
    async with running(vault, clock) as pilot:
        await press(pilot, "2")
        (uid,) = vault.read(cards.inventory, client, clock.today()).cards
        vault.write(people.remove, uid)
        await press(pilot, "plus")
        assert "no longer there" in said(pilot)[-1]
