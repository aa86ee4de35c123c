"""Where a passphrase comes from: a prompt without echo, a file, or a command.

`--passphrase-file` goes before IPT_TUI_PASSPHRASE_FILE, which goes before
IPT_TUI_PASSPHRASE_COMMAND. A passphrase is never taken from the arguments themselves.
"""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from ipt_tui.ipt.passphrase import judge
from ipt_tui.vault.errors import VaultError

FILE_VARIABLE = "IPT_TUI_PASSPHRASE_FILE"
COMMAND_VARIABLE = "IPT_TUI_PASSPHRASE_COMMAND"
_NO_TERMINAL = (
    "There is no terminal to ask for the passphrase; give it by --passphrase-file, "
    f"{FILE_VARIABLE} or {COMMAND_VARIABLE}."
)

Source = Callable[[], str]
"""Returns the passphrase that was given; raises PassphraseError."""


class PassphraseError(VaultError):
    """No passphrase could be had; the sentence says why."""

    sentence = "No passphrase was given."


def source(file: Path | None, env: Mapping[str, str]) -> Source | None:
    """Return where the passphrase is given, None if it has to be asked for."""
    if file is not None:
        return lambda: _first_line(file)
    if named := env.get(FILE_VARIABLE):
        return lambda: _first_line(Path(named).expanduser())
    if command := env.get(COMMAND_VARIABLE):
        return lambda: _output(command)
    return None


def existing(given: Source | None) -> str:
    """Return the passphrase of a vault that is there, as given or asked for once.

    Raises PassphraseError, also where nothing is given and there is no terminal to ask at.
    """
    return given() if given else _asked("Passphrase: ")


def new(given: Source | None, *, quiet: bool = False) -> str:
    """Return a passphrase for a new vault, as given or asked for twice; say how strong it is.

    One that cannot be accepted is asked for again, or refused if it was given.

    Raises PassphraseError.
    """
    while True:
        typed = given() if given else _asked("New passphrase: ")
        strength = judge(typed)
        if not strength.accepted and given:
            raise PassphraseError(strength.sentence)
        if not strength.accepted or not quiet:
            print(strength.sentence, file=sys.stderr)
        if not strength.accepted:
            continue
        if given or typed == _asked("The same again: "):
            return typed
        print("These two are not the same. Please try again.", file=sys.stderr)


def _first_line(file: Path) -> str:
    try:
        raw = file.read_bytes()
    except OSError:
        raise PassphraseError(f"The passphrase file {file} cannot be read.") from None
    return _decoded(raw.splitlines()[0] if raw else b"", f"The passphrase file {file} is empty.")


def _output(command: str) -> str:
    """Return what a command prints, without the line end; it is run without a shell."""
    import shlex
    import subprocess

    failed = f"The command in {COMMAND_VARIABLE} failed, so there is no passphrase."
    try:
        words = shlex.split(command)
        done = subprocess.run(words, stdout=subprocess.PIPE, check=True)  # noqa: S603
    except (OSError, ValueError, IndexError, subprocess.SubprocessError):
        raise PassphraseError(failed) from None
    raw = done.stdout.removesuffix(b"\n").removesuffix(b"\r")
    return _decoded(raw, f"The command in {COMMAND_VARIABLE} printed nothing.")


def _decoded(raw: bytes, if_empty: str) -> str:
    """Return the text of a passphrase; bytes that are no UTF-8 keep their identity."""
    text = raw.decode("utf-8-sig", "surrogateescape")
    if not text:
        raise PassphraseError(if_empty)
    return text


def _asked(prompt: str) -> str:
    if not _can_ask():
        raise PassphraseError(_NO_TERMINAL)
    import getpass

    try:
        return getpass.getpass(prompt)
    except EOFError:
        raise PassphraseError from None
    except UnicodeDecodeError:
        raise PassphraseError("What was typed is not UTF-8 text.") from None


def _can_ask() -> bool:
    """Whether there is a terminal, so that nothing typed is ever echoed or read from a pipe."""
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return sys.stdin is not None and sys.stdin.isatty()
    return True
