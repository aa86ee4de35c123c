"""The commands without a screen, each a small function; `run` finds the one that was asked for."""

from __future__ import annotations

import os
import shlex
import sys
import textwrap
from typing import TYPE_CHECKING

from ipt_tui.cli import asking, passphrase, saying
from ipt_tui.cli.arguments import ABOUT, HELP_LINES, PROGRAM, REVIEW, Arguments, UsageError
from ipt_tui.cli.opening import clock, given, opened, vault_path
from ipt_tui.ipt import household
from ipt_tui.ipt.text import clean
from ipt_tui.vault import place, recovery
from ipt_tui.vault.errors import AlreadyThere, VaultError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ipt_tui.vault.backup import Backup
    from ipt_tui.vault.vault import Vault


SHEET_NOW = "The recovery sheet: now, or later today? now/later"
LINE = 76
"""So many letters stand in a line of what is said before the first word."""


def run(arguments: Arguments) -> None:
    """Do what was asked.

    Raises UsageError, VaultError or ExchangeError, each with one sentence.
    """
    _commands()[arguments.command](arguments)


def new(arguments: Arguments) -> None:
    """Make a vault, for a practitioner's clients or for oneself.

    The recovery sheet is shown where somebody can read it and nothing keeps it: at a terminal; for
    oneself once it was asked for, since whoever finds the paper can open the vault.
    """
    path = vault_path(arguments)
    from ipt_tui.vault import first

    if arguments.audience == first.ME and not arguments.quiet:
        print("\n\n".join(map(_filled, household.before(clean(str(path))))), end="\n\n")
    vault, _ = make(path, given(arguments), quiet=arguments.quiet)
    first.begin(vault, arguments.audience)
    vault.close()
    if arguments.quiet:
        return
    print(f"Made {clean(str(path))}. Open it with: {_opening(arguments)}")
    if sys.stdout.isatty() and (arguments.audience != first.ME or _wants_sheet()):
        print(f"\n{recovery.sheet(vault.key.raw, path.name, vault.clock.today())}")
        print("Write it down now, then clear this window. Today shows it once more.")
    else:
        print("The recovery sheet is not written down yet; Today shows it.")


def _wants_sheet() -> bool:
    """Ask whether the recovery sheet is shown now; later where nobody answers."""
    if not asking.at_terminal():
        return False
    print(SHEET_NOW, end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("n", "now")


def _filled(paragraph: str) -> str:
    """Return a paragraph in lines; a path stays in one piece."""
    return textwrap.fill(paragraph, LINE, break_long_words=False, break_on_hyphens=False)


def _opening(arguments: Arguments) -> str:
    """Return the command that opens the vault meant, from any folder."""
    if arguments.vault is None:
        return PROGRAM
    return f"{PROGRAM} --vault {shlex.quote(clean(str(arguments.vault.absolute())))}"


def make(path: Path, source: passphrase.Source | None, *, quiet: bool) -> tuple[Vault, str]:
    """Make a vault at `path`, where nothing may stand; return it open, with its passphrase.

    Raises VaultError, before anything is asked if something is there.
    """
    if place.look(path) is place.Found.VAULT:
        raise AlreadyThere(f"There is a vault at {path} already. It was left as it is.")
    typed = passphrase.new(source, quiet=quiet)
    from ipt_tui.vault import unlock

    return unlock.create(path, typed, clock()), typed


def keep_demo(path: Path, arguments: Arguments) -> str:
    """Make a vault with the demo in it at `path`; return its passphrase."""
    from ipt_tui.exchange import demo
    from ipt_tui.vault import settings
    from ipt_tui.vault.vault import side_files

    vault, typed = make(path, given(arguments), quiet=arguments.quiet)
    try:
        vault.keep(settings.put, settings.RECOVERY_SHEET_DUE, True)
        demo.fill(vault, arguments.mine)
    except BaseException:
        vault.close()
        for leftover in (path, *side_files(path)):
            leftover.unlink(missing_ok=True)
        raise
    vault.close()
    return typed


def where(arguments: Arguments) -> None:
    """Print where the vault is; also what stands there, its backups and own notes, unless quiet."""
    path = vault_path(arguments).absolute()
    if arguments.quiet:
        print(clean(str(path)))
        return
    print(f"Vault: {clean(str(path))}")
    try:
        there = place.look(path) is place.Found.VAULT
        print("It is there." if there else "There is none yet; ipt-tui makes it.")
    except VaultError as error:
        print(error)
    from ipt_tui.exchange import plan_copy
    from ipt_tui.vault import backup

    folder = clean(str(backup.folder(path)))
    print(f"Backups: {folder} ({_counted(backup.listing(path))})")
    own = place.own_path(path)
    saved = backup.listing(own)
    if own.exists() or saved:
        missing = "" if own.exists() else "missing; "
        print(f"Own notes: {clean(str(own))} ({missing}backups: {_counted(saved)})")
    if plan_copy.is_there(path):
        print(f"Not encrypted, by your choice: {clean(str(place.plan_copy(path)))}")


def _counted(made: Sequence[Backup]) -> str:
    """Return how many backups there are, and of when the newest is."""
    return f"{len(made)}, the newest of {made[0].made:%d %b %Y, %H:%M}" if made else "none yet"


def back_up(arguments: Arguments) -> None:
    """Make a backup now, and check it by opening it; of own notes too, where there are any."""
    from ipt_tui.vault import backup, own_care

    with opened(arguments) as vault:
        made = backup.make(vault.path, vault.key, vault.clock.now())
        if not arguments.quiet:
            print(f"Backed up and checked: {clean(str(made.path))}")
        own_care.back_up(vault.path, vault.key, vault.clock.now(), how=backup.make)


def help_lines(arguments: Arguments, of_client: str = "") -> None:
    """Print the help lines page of the region meant, as on the screen; no vault is needed.

    `of_client` is the region of the client in hand.
    """
    from ipt_tui.exchange.config import config_path, content_folder, read_config, region_meant
    from ipt_tui.ipt.help_lines import help_page

    config, own = read_config(config_path(os.environ)), content_folder(os.environ)
    region = arguments.region or region_meant(os.environ, config, of_client)
    page = help_page(region, clock().today(config.day_starts_at), own)
    print("\n".join(saying.in_width(clean(line)) for line in page.lines()))
    if config.problem and not arguments.quiet:
        print(clean(config.problem), file=sys.stderr)


def about(arguments: Arguments) -> None:
    """Print what the program is and is not, in the words of the screen."""
    from ipt_tui import __version__
    from ipt_tui.ipt.about import lines

    print("\n\n".join(lines(__version__, clean(str(vault_path(arguments).absolute())))))


def _show(arguments: Arguments) -> None:
    from ipt_tui.cli import (
        show,
        show_focus,
        show_measures,
        show_plan,
        show_sessions,
        show_talks,
        show_timeline,
    )

    shown: dict[str, Callable[[Arguments], None]] = {
        "today": show_sessions.today,
        "brief": show_sessions.brief,
        "session": show_sessions.session,
        "people": show.people,
        "timeline": show_timeline.timeline,
        "talks": show_talks.talks,
        "measures": show_measures.measures,
        "focus": show_focus.focus,
        "plan": show_plan.show,
    }
    shown[arguments.what](arguments)


def _log(arguments: Arguments) -> None:
    from ipt_tui.cli import log

    log.log(arguments)


def _review(arguments: Arguments) -> None:
    from ipt_tui.cli import review

    review.review(arguments)


def _export(arguments: Arguments) -> None:
    from ipt_tui.cli import (
        carrying,
        export_calendar,
        export_ending,
        export_next,
        export_note,
        export_own,
        show_plan,
    )

    if arguments.with_place and arguments.what != "ics":
        raise UsageError("--with-place is for a calendar; say export ics.", "export")
    if arguments.number is not None and arguments.what != "note":
        raise UsageError("--number is for a note; say export note.", "export")
    if arguments.reveal and arguments.what not in ("note", "plan"):
        raise UsageError("--reveal is for a note or a plan; say export note.", "export")
    exports: dict[str, Callable[[Arguments], None]] = {
        "json": carrying.export,
        "ics": export_calendar.export,
        "note": export_note.export,
        "own-notes": export_own.export,
        "plan": show_plan.export,
        "ending": export_ending.export,
        "next": export_next.export,
    }
    exports[arguments.what](arguments)


def _import(arguments: Arguments) -> None:
    from ipt_tui.cli import carrying

    carrying.import_(arguments)


def _commands() -> dict[str, Callable[[Arguments], None]]:
    return {
        "new": new,
        "show": _show,
        "log": _log,
        REVIEW: _review,
        "export": _export,
        "import": _import,
        "where": where,
        "backup": back_up,
        HELP_LINES: help_lines,
        ABOUT: about,
    }
