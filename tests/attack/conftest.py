"""A small record to attack, what picks texts, and at the end of the run how much was attacked."""

import random

import pytest

from tests.attack.size import TALLY
from tests.vault.conftest import made_once, world

__all__ = ["made_once", "world"]


@pytest.fixture
def chance() -> random.Random:
    """What picks texts; a failure says which run it was."""
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # noqa: T201 - shown where the test fails
    return random.Random(seed)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how much was attacked."""
    for what, count in sorted(TALLY.items()):
        terminalreporter.write_line(f"attacked: {what} {count:,}")
