"""How much work a question is for the database: in its own instructions, so it never varies."""

from collections.abc import Callable
from typing import Any

from ipt_tui.vault.vault import Vault


def work(vault: Vault, fn: Callable[..., Any], *args: Any) -> int:
    """Return how many instructions of SQLite `vault.read(fn, …)` takes."""
    done = 0

    def count() -> int:
        nonlocal done
        done += 1
        return 0

    vault.read(fn, *args)
    vault._raw.set_progress_handler(count, 1)
    try:
        vault.read(fn, *args)
    finally:
        vault._raw.set_progress_handler(None, 1)
    return done
