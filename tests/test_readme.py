"""The README's commands are the ones that are really run, and its pictures are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
COMMANDS = re.findall(r"```sh\n(.+?)\n```", README, re.DOTALL)


def test_ci_runs_exactly_the_readmes_test_command() -> None:
    assert COMMANDS[1] == (ROOT / ".ci" / "run").read_text().splitlines()[-1]


def test_the_first_command_ends_on_the_demo() -> None:
    assert COMMANDS[0].endswith("ipt-tui demo")


def test_every_picture_and_page_it_names_is_there() -> None:
    named = re.findall(r"\]\(([^)#]+)\)", README)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_constraints_pin_by_name_and_version_only() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][\w.]*", line)] == []
