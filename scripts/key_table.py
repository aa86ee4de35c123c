"""Make docs/keys.md from the registry of commands: `python scripts/key_table.py`."""

from __future__ import annotations

import sys
from pathlib import Path

from ipt_tui.tui.commands import COMMANDS, GO, VERBS

PAGE = Path(__file__).parent.parent / "docs" / "keys.md"
TITLES = {
    "record": "In the record",
    "today": "Today",
    "people": "People",
    "help-lines": "Help lines",
    "app": "Everywhere, also while locked",
}


def page() -> str:
    """Return the page: what each key means, then what it does on each screen."""
    lines = [
        "# Keys",
        "",
        "No key means two things. Any command can be given another key in `config.toml`:",
        "",
        "```toml",
        "[keys]",
        '"people.form" = "f2"',
        "```",
        "",
        "| key | means |",
        "|---|---|",
        *(f"| `{verb.shown}` | {verb.meaning} |" for verb in VERBS.values()),
    ]
    for scope in dict.fromkeys(command.scope for command in COMMANDS):
        lines += ["", f"## {TITLES.get(scope, scope)}", "", "| key | command | what it does |"]
        lines.append("|---|---|---|")
        lines += [
            f"| `{command.shown}` | {command.title} (`{command.id}`) | {command.help} |"
            for command in COMMANDS
            if command.scope == scope
        ]
    lines += ["", "## After `g` or `ctrl+g`", "", "| letter | goes to |", "|---|---|"]
    lines += [f"| `{target.letter}` | {target.title} |" for target in GO]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the page."""
    PAGE.write_text(page())
    print("docs/keys.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
