"""Pages that are made from the code say what the code says."""

import runpy
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_key_table_is_current() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "key_table.py"))
    assert (ROOT / "docs" / "keys.md").read_text() == made["page"]()
