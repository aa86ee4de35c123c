"""Asking for a yes at the terminal."""

import sys

from ipt_tui.vault.errors import VaultError


def at_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin is not None and sys.stdin.isatty()


def confirm_import() -> None:
    """Ask whether to import. Raises VaultError as `confirm` does."""
    confirm("Import?", "import without asking", "Nothing was imported.")


def confirm(question: str, without: str, refused: str) -> None:
    """Ask for a yes. Raises VaultError for a no, and where there is nobody to ask.

    `without` says what --yes does, "import without asking", `refused` what a no comes to.
    """
    if not at_terminal():
        raise VaultError(f"There is no terminal to ask at; say --yes to {without}.")
    while True:
        print(f"{question} y/n ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if answer.strip().casefold() in ("y", "yes"):
            return
        if not answer or answer.strip().casefold() in ("n", "no"):
            raise VaultError(refused)
