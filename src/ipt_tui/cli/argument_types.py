"""How one word of the command line is read; each raises ArgumentTypeError with why it is not."""

import argparse
from pathlib import Path

from ipt_tui.ipt.text import clean


def text(typed: str) -> str:
    """Return a text that is not empty."""
    if not typed.strip():
        raise argparse.ArgumentTypeError("this is empty")
    return typed.strip()


def code(typed: str) -> str:
    """Return a client's code."""
    return " ".join(clean(text(typed)).split())


def mapping(typed: str) -> dict[str, int | None]:
    """Return numbers for mood words."""
    from ipt_tui.ipt.imported import read_mapping

    try:
        return read_mapping(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def number(typed: str) -> int:
    """Return a whole number that is not negative."""
    if not (typed.isascii() and typed.isdecimal()):
        raise argparse.ArgumentTypeError("this is no whole number")
    return int(typed)


def path(typed: str) -> Path:
    """Return a path; "~" is their home."""
    try:
        return Path(text(typed)).expanduser()
    except RuntimeError:
        raise argparse.ArgumentTypeError("there is no such home folder") from None
