"""After a lock the program replaces itself: the same vault, and nobody else's modules."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from ipt_tui.cli import arguments
from ipt_tui.tui.run import _start_again


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the process is replaced by, for a vault with an unhappy name."""
    given: list[str] = []
    monkeypatch.setattr(os, "execv", lambda _, words: given.extend(words))
    _start_again(Path("-record.ipt"), at_help_lines=True)
    return given


def test_the_same_vault_is_asked_for_whatever_its_name(command: list[str]) -> None:
    asked = arguments.parse(command[command.index("ipt_tui") + 1 :])
    assert asked.vault == Path("-record.ipt")
    assert (asked.after_lock, asked.at) == (True, "help-lines")


def test_a_module_in_the_working_folder_is_not_run(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "argparse.py").write_text("raise SystemExit('read over your shoulder')\n")
    done = subprocess.run(
        [*command, "--version"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
