"""What every test stands on: a still clock, one time zone, a vault in a folder of its own."""

from __future__ import annotations

import gc
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from ipt_tui.ipt.clock import Clock
from tests import once
from tests.attack.size import FULL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipt_tui.vault.vault import Vault

EXAMPLES = 100 if FULL else 40
"""How many a test tries that does not say: other ones in every run."""
settings.register_profile("ipt-tui", deadline=None, max_examples=EXAMPLES)
settings.load_profile("ipt-tui")

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest."""
    items.sort(key=lambda item: item.get_closest_marker("first") is None)


@pytest.fixture(scope="session", autouse=True)
def _made_once() -> Iterator[None]:
    """What no test changes is made once for all of them."""
    with pytest.MonkeyPatch.context() as patch:
        once.share_statements(patch)
        once.share_styles(patch)
        yield


@pytest.fixture(autouse=True)
def _same_everywhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """The tests say the same in every time zone and terminal."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    home = tmp_path_factory.getbasetemp() / "nobody"  # a fault in a test is not reported at home
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    for name in ("NO_COLOR", "IPT_TUI_NOW", "IPT_TUI_HOME"):
        monkeypatch.delenv(name, raising=False)
    yield
    monkeypatch.undo()
    time.tzset()
    gc.unfreeze()  # a program that runs on freezes what it holds; here many run one after another


@pytest.fixture(autouse=True)
def _seen_by_nobody(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that asks how often and how much is painted says so with the mark `painted`."""
    if request.node.get_closest_marker("painted") is None:
        once.paint_what_is_looked_at(monkeypatch)


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still on Monday 23 November 2026, 18:00."""
    return Clock(NOW)


@pytest.fixture
def vault(tmp_path: Path, clock: Clock) -> Iterator[Vault]:
    """An empty open vault under a key nobody knows."""
    vault = once.new_vault(tmp_path / "home" / "record.ipt", clock)
    yield vault
    vault.close()
