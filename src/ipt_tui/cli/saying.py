"""What goes to standard output and standard error, whatever those are connected to."""

import io
import os
import sys
from contextlib import suppress

from ipt_tui.ipt.text import cells, clean
from ipt_tui.ipt.wrapping import wrap
from ipt_tui.vault.errors import VaultError


def say(text: str) -> None:
    """Print a text that was asked for."""
    print(text)


def in_width(text: str) -> str:
    """Return a text in lines that a terminal need not break within a word; else as it is.

    What stands under a sign goes on under it.
    """
    if sys.stdout is None or not sys.stdout.isatty():
        return text
    import shutil

    width = shutil.get_terminal_size().columns
    return "\n".join(_in_width(line, width) for line in text.split("\n"))


def _in_width(line: str, width: int) -> str:
    indent = " " * (len(line) - len(line.lstrip()))
    first, *rest = wrap(line.lstrip(), max(width - 2 * len(indent), 1), cells)
    return "\n".join([indent + first, *(indent * 2 + each for each in rest)])


def complain(sentence: str) -> None:
    """Print one sentence on standard error, without anything that could steer a terminal."""
    with suppress(VaultError, BrokenPipeError):
        finish()  # what was said before it stands before it
    if sys.stderr is not None:
        with suppress(OSError):
            print(" ".join(clean(sentence).split()), file=sys.stderr)


def let_odd_letters_pass() -> None:
    """Show "?" for a letter that the terminal's encoding lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def need_terminal() -> None:
    """Raise VaultError where there is nobody to show a screen to."""
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise VaultError(
            "There is no terminal to show this on; ipt-tui --help lists what works without one."
        )


def finish() -> None:
    """Write out what was said. Raises VaultError if it cannot be, BrokenPipeError if unwanted."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _forget()
        raise
    except OSError:
        _forget()
        raise VaultError("The output could not be written.") from None


def _forget() -> None:
    """Drop what could not be written, so that Python does not complain of it at its end."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
