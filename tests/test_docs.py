"""Pages that are made from the code say what the code says."""

import re
import runpy
from pathlib import Path

from ipt_tui.ipt.about import PURPOSE

ROOT = Path(__file__).parent.parent


def test_the_key_table_is_current() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "key_table.py"))
    assert (ROOT / "docs" / "keys.md").read_text() == made["page"]()


def test_every_test_that_a_hazard_is_shown_by_is_there() -> None:
    page = (ROOT / "docs" / "hazards.md").read_text()
    rows = [line for line in page.splitlines() if line.startswith("| ")][1:]
    shown = [re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row) for row in rows]
    assert len(rows) > 20
    assert [row[:60] for row, named in zip(rows, shown, strict=True) if not named] == []
    missing = [
        f"{file}::{name}"
        for named in shown
        for file, name in named
        if f"def {name}(" not in (ROOT / file).read_text()
    ]
    assert missing == []


def test_the_intended_purpose_is_said_in_the_readme_in_the_same_words() -> None:
    readme = " ".join((ROOT / "README.md").read_text().replace("**", "").split())
    assert PURPOSE in readme
