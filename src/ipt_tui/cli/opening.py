"""What commands without a screen share: which vault, opening it, whose record is meant."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from ipt_tui.cli import passphrase
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import place
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ipt_tui.cli.arguments import Arguments
    from ipt_tui.vault.clients import ClientLine
    from ipt_tui.vault.vault import Vault

_CODES_SHOWN = 12


def clock() -> Clock:
    """Return the clock of this process. Raises VaultError if IPT_TUI_NOW is no moment."""
    try:
        return Clock.from_environment(os.environ)
    except ValueError as error:
        raise VaultError(str(error)) from None


def lived_clock() -> Clock:
    """Return the clock of this process with the hour at which the settings let a day begin.

    Raises VaultError if IPT_TUI_NOW is no moment.
    """
    from ipt_tui.exchange.config import config_path, read_config

    return replace(clock(), day_starts_at=read_config(config_path(os.environ)).day_starts_at)


def vault_path(arguments: Arguments) -> Path:
    """Return the vault that was named, else the usual one."""
    return arguments.vault or place.default_path()


def given(arguments: Arguments) -> passphrase.Source | None:
    """Return where the passphrase is given, None if it has to be asked for."""
    return passphrase.source(arguments.passphrase_file, os.environ)


@contextmanager
def opened(arguments: Arguments) -> Iterator[Vault]:
    """Open the vault meant, asking for the passphrase if need be, and close it again.

    Raises VaultError, before anything is asked if there is no vault.
    """
    path = vault_path(arguments)
    place.salt_of(path)
    typed = passphrase.existing(given(arguments))
    from ipt_tui.exchange.config import config_path, read_config, use_own_content
    from ipt_tui.vault import unlock

    use_own_content(os.environ, read_config(config_path(os.environ)))
    vault = unlock.unlock(path, typed, lived_clock())
    try:
        yield vault
    finally:
        vault.close()


def audience(vault: Vault) -> Audience:
    """Return whose words this vault uses."""
    from ipt_tui.vault import settings

    own = vault.read(settings.get, settings.AUDIENCE) == "me"
    return Audience.CLIENT if own else Audience.PRACTITIONER


def chosen(vault: Vault, code: str | None) -> ClientLine:
    """Return the client with this code, or the only one there is.

    Raises VaultError with one sentence that names the codes to choose from.
    """
    from ipt_tui.vault import clients

    lines = vault.read(clients.listing)
    if not lines:
        raise VaultError("There is nothing in this vault yet.")
    if code is None and len(lines) == 1:
        return lines[0]
    if code is None:
        raise VaultError(f"Whose record? Say --client and one of {_codes(lines)}.")
    found = next((line for line in lines if line.code.casefold() == code.casefold()), None)
    if found is None:
        raise VaultError(f"There is no client {code} in this vault. There is {_codes(lines)}.")
    return found


def _codes(lines: Sequence[ClientLine]) -> str:
    more = len(lines) - _CODES_SHOWN
    shown = ", ".join(line.code for line in lines[:_CODES_SHOWN])
    return f"{shown} and {more} more" if more > 0 else shown
