"""`log`: capture lines from a prompt or from standard input, kept as one step."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING

from ipt_tui.cli.asking import at_terminal
from ipt_tui.cli.opening import chosen, opened
from ipt_tui.ipt import moments
from ipt_tui.ipt.regions import is_southern
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments

LONGEST = 2_000_000
"""No more characters than that are read at once."""
PROMPT = "Lines to note; an empty one ends (ctrl+c leaves everything as it was):"


def log(arguments: Arguments) -> None:
    """Read lines, say what they become, keep them. Raises VaultError with one sentence."""
    from ipt_tui.ipt.capture import parse
    from ipt_tui.ipt.capture_words import preview, shown
    from ipt_tui.vault import noting

    piped = None if at_terminal() else _all()
    with opened(arguments) as vault:
        client = chosen(vault, arguments.client)
        known = vault.read(noting.ground, client.uid)
        text = piped if piped is not None else _typed()
        if not text.strip():
            raise VaultError("There was nothing to note.")
        now = vault.clock.now()
        moment = moments.moment(now, day_starts_at=vault.clock.day_starts_at)
        today = vault.clock.today()
        pieces = parse(
            text,
            today,
            known.names,
            known.scale,
            southern=is_southern(client.region),
            day_starts_at=vault.clock.day_starts_at,
            now=now,
            anchors=known.anchors,
        )
        noted = vault.write(noting.note, client.uid, pieces, moment)
    if not arguments.quiet:
        for _, of_line in groupby(pieces, key=lambda piece: piece.line):
            print(preview(shown(list(of_line), known.offered), today, known.scale))
        print(f"{noted.told} noted." if noted.told else "Nothing of it was to be kept.")


def _all() -> str:
    if sys.stdin is None:
        return ""
    try:
        text = sys.stdin.read(LONGEST + 1)
    except UnicodeDecodeError:
        raise VaultError("The lines are not UTF-8 text, so nothing was noted.") from None
    if len(text) > LONGEST:
        raise VaultError("That is too much to note at once; please give it in smaller parts.")
    return text.lstrip("\ufeff")


def _typed() -> str:
    print(PROMPT, file=sys.stderr)
    lines = []
    for line in sys.stdin:
        if not line.strip():
            break
        lines.append(line.rstrip("\n"))
    return "\n".join(lines)
