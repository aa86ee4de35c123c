"""A small record to attack, and at the end of the run how often it was."""

from typing import TYPE_CHECKING

from tests.attack.size import TALLY
from tests.vault.conftest import made_once, world

if TYPE_CHECKING:
    import pytest

__all__ = ["made_once", "world"]


def pytest_terminal_summary(terminalreporter: "pytest.TerminalReporter") -> None:
    """Say how much was attacked."""
    for what, count in sorted(TALLY.items()):
        terminalreporter.write_line(f"attacked: {what} {count:,}")
