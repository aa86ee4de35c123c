"""The demo is filled in from its file. The file used here is a small one of the tests."""

from pathlib import Path
from typing import Any

import pytest

from ipt_tui.exchange import demo
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.json_file import Header, write
from ipt_tui.ipt import content
from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import clients, settings, steps, transfer
from ipt_tui.vault.key import random_key
from ipt_tui.vault.vault import Vault
from tests.exchange.k7_data import data

CLOCK = Clock.from_environment({"IPT_TUI_NOW": "2026-11-23T18:00"})


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with the test's own demo file in the place of the shipped one."""
    folder = tmp_path / "content"
    (folder / "demo").mkdir(parents=True)
    write(folder / demo.FILE, data(), Header("", "ipt-tui 0"))
    monkeypatch.setattr(content, "_SHIPPED", folder)
    return folder


def filled(tmp_path: Path, *, mine: bool) -> Vault:
    vault = Vault.create(tmp_path / "demo.ipt", random_key(), CLOCK)
    demo.fill(vault, mine)
    return vault


@pytest.mark.parametrize(
    ("mine", "role", "audience"), [(False, "client", "clients"), (True, "self", "me")]
)
@pytest.mark.usefixtures("shipped")
def test_everything_is_there(tmp_path: Path, *, mine: bool, role: str, audience: str) -> None:
    vault = filled(tmp_path, mine=mine)
    expected = data()
    expected["client"][0]["role"] = role
    assert vault.read(transfer.dump) == expected
    assert vault.read(settings.get, settings.AUDIENCE) == audience
    vault.close()


@pytest.mark.usefixtures("shipped")
def test_it_is_one_step(tmp_path: Path) -> None:
    vault = filled(tmp_path, mine=False)

    def all_steps(session: Any) -> tuple[str, ...]:
        return tuple(line.what for client in (None, 1) for line in steps.listing(session, client))

    assert [line.code for line in vault.read(clients.listing)] == ["K7"]
    assert len(vault.read(all_steps)) == 1
    vault.close()


def test_a_file_that_is_no_record_is_refused(tmp_path: Path, shipped: Path) -> None:
    (shipped / demo.FILE).write_text('{"header": {}}')
    with pytest.raises(ExchangeError, match="it is not a record"):
        filled(tmp_path, mine=False)


def test_the_shipped_demo_if_there_is_one(tmp_path: Path) -> None:
    shipped = Path(content.__file__).parent / demo.FILE
    if not shipped.exists():
        pytest.skip("no demo yet")
    vault = filled(tmp_path, mine=False)
    assert [line.code for line in vault.read(clients.listing)] == ["K7"]
    vault.close()
