"""A CSV file row by row, whatever program wrote it; however long it is, one row is in memory.

UTF-8 with or without a byte order mark, UTF-16 with one; commas, semicolons or tabs; any line
ends. Cells are text and nothing else: no formula is ever worked out.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TextIO

from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.given_file import readable

DELIMITERS = ",;\t"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True)
class Line:
    """One row and the line of the file it begins on, counted from 1."""

    number: int
    cells: tuple[str, ...]


def read(path: Path) -> Iterator[Line]:
    """Yield the rows of the file at `path`, but for those with nothing in them.

    Raises ExchangeError with one sentence: the file cannot be read, is empty, has another
    encoding, or leaves a quote open.
    """
    with readable(path) as name, path.open("rb") as file:
        wide = file.read(2) in _UTF_16
    encoding, errors = ("utf-16", "strict") if wide else ("utf-8-sig", "surrogateescape")
    with readable(path) as name, path.open(encoding=encoding, errors=errors, newline="") as file:
        yield from _rows(_checked(file, name), name)


def _checked(file: TextIO, name: str) -> Iterator[str]:
    """Yield the lines with their ends. Raises ExchangeError for what is not text."""
    number = 0
    try:
        for number, line in enumerate(file, 1):
            if "\0" in line:
                raise ExchangeError(f"{name} is not text: line {number} holds a zero byte.")
            if not line.isascii():
                line.encode()  # what is not UTF-8 came in as halves of surrogate pairs
            yield line
    except UnicodeError:
        raise ExchangeError(
            f"{name} is not UTF-8 text: line {number or 1} has another encoding."
        ) from None


def _rows(lines: Iterator[str], name: str) -> Iterator[Line]:
    first = next((line for line in enumerate(lines, 1) if line[1].strip()), None)
    if first is None:
        raise ExchangeError(f"{name} is empty.")
    number, head = first
    delimiter = max(DELIMITERS, key=_QUOTED.sub("", head).count)
    taken: list[str] = []

    def taking() -> Iterator[str]:
        for line in chain([head], lines):
            taken.append(line)
            yield line

    rows = csv.reader(taking(), delimiter=delimiter, skipinitialspace=True, strict=True)
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                yield Line(number, tuple(cells))
            number += len(taken)
            taken.clear()
    except csv.Error:
        raise ExchangeError(_fault(name, number, taken, delimiter)) from None


def _fault(name: str, number: int, lines: list[str], delimiter: str) -> str:
    """Return the sentence for a row, beginning on line `number`, that could not be read."""
    cell = re.compile(
        rf' *(?:"(?:[^"]|"")*"(?=[{delimiter}\r\n]|\Z)|[^" {delimiter}\r\n][^{delimiter}\r\n]*)?'
        rf"(?:{delimiter}|\r\n|\r|\n)"
    )
    text, at = "".join(lines), 0
    while match := cell.match(text, at):
        at = match.end()
    for line in lines:
        if at < len(line):
            break
        at -= len(line)
        number += 1
    if '"' in text:
        return (
            f"In {name}, the quote that begins on line {number} is not closed where it should be."
        )
    return f"In {name}, line {number} has a cell that is too long to be read."
