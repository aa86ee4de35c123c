"""Dates asked for on the command line are read where the client lives."""

from pathlib import Path

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.vault import clients, people, unlock
from tests.cli.prompt import _QUICK, PASSPHRASE, empty
from tests.vault.world import TODAY


@pytest.mark.parametrize(("region", "day"), [("UK", "31 Aug 2025"), ("NZ", "28 Feb 2026")])
def test_a_summer_ends_where_the_client_lives(tmp_path: Path, region: str, day: str) -> None:
    place = empty(tmp_path / "home")
    with _QUICK:
        vault = unlock.create(place.vault, PASSPHRASE)
    client = vault.write(clients.add, "K7", region=region)
    vault.write(people.add, client, PersonLine("Sam", "partner"), TODAY)
    vault.close()
    done = place.call("show", "people", "--on", "summer 2025")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"K7, circle on {day}")
