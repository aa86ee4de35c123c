"""Asking for a yes at the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ipt_tui.cli.opening import audience
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.fit import before_sharing
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments
    from ipt_tui.vault.vault import Vault

MAY_BE_READ = "--may-be-read"
"""The option that answers the question who could read a file."""


def at_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin is not None and sys.stdin.isatty()


def confirm_import() -> None:
    """Ask whether to import. Raises VaultError as `confirm` does."""
    confirm("Import?", "import without asking", "Nothing was imported.")


def who_could_read(
    arguments: Arguments, vault: Vault, client: str | None = None, *, always: bool = False
) -> None:
    """Ask who could read what is to be written in one's own vault; --may-be-read has answered.

    In a practitioner's it is asked only of what is a client's own (`always`). Who must not know of
    the `client`, by the uid, or of whoever is in the vault, is said first. Raises VaultError for a
    no and where there is nobody to ask, ExchangeError where the file is there already.
    """
    from ipt_tui.exchange.new_file import refuse_taken, shown
    from ipt_tui.ipt.at_home import asked

    refuse_taken(arguments.to, replace=arguments.replace)
    if arguments.may_be_read or not (always or audience(vault) is Audience.CLIENT):
        return
    question = f"{asked(shown(arguments.to.absolute()))} Write it there?"
    confirm(
        "\n".join((*_must_not_know(vault, client), question)),
        "write it without being asked",
        "Nothing was written.",
        MAY_BE_READ,
    )


def _must_not_know(vault: Vault, client: str | None) -> tuple[str, ...]:
    from ipt_tui.vault import clients, fits

    whose = [client] if client else [line.uid for line in vault.read(clients.listing)]
    told = (before_sharing(vault.read(fits.fit, uid)) for uid in whose)
    return tuple(dict.fromkeys(filter(None, told)))


def confirm(question: str, without: str, refused: str, option: str = "--yes") -> None:
    """Ask for a yes. Raises VaultError for a no, and where there is nobody to ask.

    `without` says what the `option` does, "import without asking", `refused` what a no comes to.
    """
    if not at_terminal():
        raise VaultError(f"There is no terminal to ask at; say {option} to {without}.")
    while True:
        print(f"{question} y/n ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if answer.strip().casefold() in ("y", "yes"):
            return
        if not answer or answer.strip().casefold() in ("n", "no"):
            raise VaultError(refused)
