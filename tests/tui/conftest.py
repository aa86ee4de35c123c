"""What many tests of the screen begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.sitting import held

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault


@pytest.fixture
def client(vault: Vault) -> str:
    """K7's autumn, with a course of 16 of which seven sessions were held; the client's uid."""
    return held(vault)
