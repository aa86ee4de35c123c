"""The goals of the fictional case K7, set and rated in a vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import goals
from tests.ipt.k7_goals import RATED, RATED_ON

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault


def rate_all(vault: Vault, client: str) -> tuple[str, ...]:
    """Set K7's goals on 20 October and rate each on its four days; return their uids."""
    uids = []
    for text, values, target in RATED:
        uid = vault.write(goals.add, client, text, RATED_ON[0], target=target)
        for day, value in zip(RATED_ON, values, strict=True):
            vault.write(goals.rate, uid, value, day)
        uids.append(uid)
    return tuple(uids)
