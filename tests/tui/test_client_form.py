"""The page of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.exchange.config import Config
from ipt_tui.vault import clients
from tests.tui.running import press, running, write

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


@pytest.mark.parametrize(
    ("region", "usual", "onset"),
    [("NZ", "UK", "2025-22"), ("UK", "NZ", "2026-22"), ("", "NZ", "2025-22")],
)
async def test_seasons_are_those_of_the_region_in_the_form(
    vault: Vault, clock: Clock, region: str, usual: str, onset: str
) -> None:
    vault.write(clients.add, "K7")
    async with running(vault, clock, config=Config(region=usual)) as pilot:
        await press(pilot, "n")
        for typed in ("M3", "summer", region, "", "", ""):
            await write(pilot, typed)
            await press(pilot, "enter")
    added = next(line for line in vault.read(clients.listing) if line.code == "M3")
    assert vault.read(clients.fields_of, added.uid)[0].onset == onset
