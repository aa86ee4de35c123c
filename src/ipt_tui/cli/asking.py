"""Asking for a yes at the terminal."""

import sys

from ipt_tui.vault.errors import VaultError


def at_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin is not None and sys.stdin.isatty()


def confirm() -> None:
    """Ask for a yes. Raises VaultError for a no, and where there is nobody to ask."""
    if not at_terminal():
        raise VaultError("There is no terminal to ask at; say --yes to import without asking.")
    while True:
        print("Import? y/n ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if answer.strip().casefold() in ("y", "yes"):
            return
        if not answer or answer.strip().casefold() in ("n", "no"):
            raise VaultError("Nothing was imported.")
