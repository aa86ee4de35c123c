"""`import` of a CSV file: moods of another program, with numbers given to its words."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ipt_tui.cli.asking import at_terminal, confirm_import
from ipt_tui.cli.opening import chosen, clock, opened
from ipt_tui.ipt.audience import listed, plural
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.imported import same
from ipt_tui.ipt.text import clean
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipt_tui.cli.arguments import Arguments
    from ipt_tui.ipt.imported import MoodFile
    from ipt_tui.ipt.scales import Scale

_WORDS_SHOWN = 12


def import_moods(arguments: Arguments) -> None:
    """Show what a file holds against what is here, ask, back up, then add what is new."""
    from ipt_tui.exchange import mood_file
    from ipt_tui.exchange.mood_preview import preview
    from ipt_tui.vault import backup, imported

    file = mood_file.read(arguments.file, clock().now(), arguments.kind)
    with opened(arguments) as vault:
        client = chosen(vault, arguments.client).uid
        scale = vault.read(imported.scale_of, client)
        mapping = _complete(file, arguments.map, scale, ask=not arguments.yes)
        plan = vault.read(imported.plan, client, file, mapping)
        if not arguments.quiet or not arguments.yes:
            print("\n".join(preview(plan, file, mapping, scale)))
        if not plan.new:
            return
        if not arguments.yes:
            confirm_import()
        backup.make(vault.path, vault.key, vault.clock.now())
        done = vault.write(imported.load, client, file, mapping)
    if not arguments.quiet:
        print(f"Imported: {plural(done.new, 'mood')}.")


def _complete(
    file: MoodFile, given: Mapping[str, int | None], scale: Scale, *, ask: bool
) -> dict[str, int | None]:
    """Return the numbers given to mood words, those still without one asked for at a terminal.

    Raises VaultError for a number off the scale, and where there is nobody to ask.
    """
    mapping = dict(given)
    if not all(value is None or scale.holds(value) for value in mapping.values()):
        raise VaultError(scale.refusal)
    open_ = file.without_number(mapping)
    if open_ and not (ask and at_terminal()):
        shown = [f"{word} ({count})" for word, count in open_[:_WORDS_SHOWN]]
        if len(open_) > _WORDS_SHOWN:
            shown.append(f"{len(open_) - _WORDS_SHOWN} more")
        raise VaultError(
            f"These mood words need a number, as in --map good=7,rad=9, or none to be left "
            f"out, as in odd=: {listed(shown)}."
        )
    if open_:
        print(
            f"Numbers for its words, {scale.words}; enter leaves those rows out.", file=sys.stderr
        )
    for word, count in open_:
        if (value := _asked(word, count, scale)) is not None:
            mapping[same(word)] = value
    return mapping


def _asked(word: str, count: int, scale: Scale) -> int | None:
    """Ask for the number of a word; None for none. Raises VaultError where the input ends."""
    while True:
        print(f"{clean(word)} ({count}): ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if not answer:
            raise VaultError("Nothing was imported.")
        if not answer.strip():
            return None
        try:
            value = int(folded(answer))
        except ValueError:
            value = None
        if value is not None and scale.holds(value):
            return value
        print(scale.refusal, file=sys.stderr)
