"""The history on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import clients, transfer, undo
from ipt_tui.vault.vault import Vault
from tests.tui.running import filled, press, running, said, screen_text

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.ipt.clock import Clock


async def test_what_was_taken_back_is_brought_back_after_other_things_were_done(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, ())
    vault.write(clients.change, client, about="eight lines, typed in a hurry")
    vault.write(undo.undo_for, client)
    vault.write(clients.change, client, languages="English")
    async with running(vault, clock) as pilot:
        await press(pilot, "g", "u", "U")
        assert "nothing to bring back" in said(pilot)[-1]
        await press(pilot, "down", "U")
        assert said(pilot)[-1].startswith("Brought back")
    held, _ = vault.read(clients.fields_of, client)
    assert (held.about, held.languages) == ("eight lines, typed in a hurry", "English")


async def test_an_import_of_several_clients_is_taken_back_in_the_history(
    vault: Vault, clock: Clock, tmp_path: Path
) -> None:
    filled(vault, ())
    elsewhere = Vault.create(tmp_path / "other" / "record.ipt", vault.key, clock)
    for code in ("M3", "P1"):
        elsewhere.write(clients.add, code)
    vault.write(transfer.load, elsewhere.read(transfer.dump))
    elsewhere.close()
    async with running(vault, clock) as pilot:
        await press(pilot, "g", "u")
        assert "whole vault: imported 2 clients" in screen_text(pilot)
        await press(pilot, "u")
        assert said(pilot)[-1] == "Taken back: imported 2 clients: 2 entries."
    assert [line.code for line in vault.read(clients.listing)] == ["K7"]
