"""pyte with what a program like this one sends most of the time taken by a shorter way."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import pyte
from pyte import charsets, modes
from wcwidth import wcwidth

_MOST = re.compile(r"\x1b\[([0-9;]*)([mH])")
"""Colours, and where to write."""


class Screen(pyte.Screen):
    """A terminal's screen."""

    def __init__(self, columns: int, lines: int) -> None:
        self._rows: dict[int, str] = {}
        super().__init__(columns, lines)

    @property
    def display(self) -> list[str]:
        """The lines; only those that were written to are put together anew."""
        for y in self.dirty:
            self._rows[y] = self._row(y)
        self.dirty.clear()
        return [self._rows.get(y, "") for y in range(self.lines)]

    def _row(self, y: int) -> str:
        row, x = "", 0
        while x < self.columns:
            cell = self.buffer[y][x].data
            row += cell
            x += wcwidth(cell[0]) if len(cell) > 1 or not cell.isascii() else 1
        return row

    def select_graphic_rendition(self, *attrs: int) -> None:
        """Take colours; the same ones look the same each time."""
        self.cursor.attrs = _coloured(self.cursor.attrs, self.default_char, attrs)

    def draw(self, data: str) -> None:
        """Write what is not longer than its line, a cell a letter, without looking at each."""
        cursor = self.cursor
        plain = not self.charset and self.g0_charset is charsets.LAT1_MAP
        fits = cursor.x + len(data) <= self.columns and modes.IRM not in self.mode
        if not (plain and fits and _is_even(data)):
            super().draw(data)
            return
        line = self.buffer[cursor.y]
        for letter in data:
            line[cursor.x] = _cell(cursor.attrs, letter)
            cursor.x += 1
        self.dirty.add(cursor.y)


class Stream(pyte.ByteStream):
    """What comes from the program."""

    def feed(self, data: bytes) -> None:  # type: ignore[override]
        """Take what has come; what is rare, or the rest of something, goes letter by letter."""
        text, done = self.utf8_decoder.decode(_for_pyte(data)), 0
        screen = self.listener
        assert screen is not None
        for found in _MOST.finditer(text):
            self._feed(text[done : found.start()])
            done = found.end()
            if self._taking_plain_text:
                numbers = (min(int(number or 0), 9999) for number in found[1].split(";"))
                if found[2] == "m":
                    screen.select_graphic_rendition(*numbers)
                else:
                    screen.cursor_position(*numbers)
            else:
                self._feed(found[0])
        self._feed(text[done:])

    def _feed(self, text: str) -> None:
        if text:
            pyte.Stream.feed(self, text)


@lru_cache(4096)
def _coloured(before: Any, default: Any, attrs: tuple[int, ...]) -> Any:
    painted = pyte.Screen(1, 1)
    painted.cursor.attrs = before
    painted.select_graphic_rendition(*attrs)
    return painted.cursor.attrs if attrs not in ((), (0,)) else default


@lru_cache(65536)
def _cell(attrs: Any, letter: str) -> Any:
    return attrs._replace(data=letter)


@lru_cache(65536)
def _is_even(text: str) -> bool:
    """Whether each letter takes one cell."""
    return all(wcwidth(letter) == 1 for letter in text)


_UNKNOWN = re.compile(
    rb"\x1b\[[<=>?][0-9;]*[a-zA-Z$]?[pu]|\x1b\[[0-9;]*\$[a-z]|\x1bP[^\x1b]*\x1b\\"
)


def _for_pyte(data: bytes) -> bytes:
    """Leave out what pyte would misread: keyboard protocol, mode requests, device strings."""
    return _UNKNOWN.sub(b"", data)
