"""A table of an instrument file, read key by key; what is wrong is said with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from ipt_tui.ipt.content import ContentError
from ipt_tui.ipt.instrument import LARGEST

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

E = TypeVar("E", bound="StrEnum")
LONGEST = 1000
"""So many letters a text may have."""
_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?$")


class Table:
    """One table. Each method takes a key; `done` refuses those that nobody asked for."""

    def __init__(
        self, file: str, source: str, data: Mapping[str, Any], name: str = "", number: int = 0
    ) -> None:
        """Read `data`, which stands in `source` as the table `name`, of a list the `number`th."""
        self.file, self._source, self._data = file, source, data
        self._name, self._number = name, number
        self._asked: set[str] = set()

    def fault(self, reason: str, key: str = "") -> ContentError:
        """Return the error that says what is wrong, with the line of the key or of the table."""
        where = f"{self._name} {self._number}" if self._number else self._name
        line = _line(self._source, self._name, self._number, key)
        return ContentError(self.file, f"{where} {reason}".strip(), line)

    def done(self) -> None:
        """Raise ContentError for a key that means nothing here."""
        for key in self._data:
            if key not in self._asked:
                raise self.fault(f"has “{key[:40]}”, which means nothing here", key)

    def has(self, key: str) -> bool:
        """Whether there is such a key."""
        return key in self._data

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text on one line; without a default it has to be there."""
        value = self._value(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.fault(f"needs a text for {key}", key)
        if len(value) > LONGEST:
            raise self.fault(f"has a {key} of more than {LONGEST} letters", key)
        if not value.isprintable():
            raise self.fault(f"needs a {key} on one line, of letters alone", key)
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, an empty one where there is none."""
        listed = self._value(key, [])
        if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
            raise self.fault(f"needs a list of texts for {key}", key)
        if any(len(each) > LONGEST or not each.isprintable() for each in listed):
            raise self.fault(f"needs texts of at most {LONGEST} letters for {key}", key)
        return tuple(listed)

    def whole(self, key: str, default: int | None = None, low: int = 0, high: int = 1000) -> int:
        """Return a whole number from `low` to `high`."""
        value = self._value(key, default)
        if type(value) is not int or not low <= value <= high:
            raise self.fault(f"needs a whole number from {low} to {high} for {key}", key)
        return value

    def number(self, key: str) -> float:
        """Return a number that has to be there."""
        value = self._value(key, None)
        if type(value) not in (int, float) or not abs(value) <= LARGEST:
            raise self.fault(f"needs a number for {key}", key)
        return float(value)

    def number_if_any(self, key: str) -> float | None:
        """Return a number, None where there is none."""
        return self.number(key) if self.has(key) else None

    def yes(self, key: str) -> bool:
        """Return true or false, false where nothing is said."""
        value = self._value(key, False)
        if not isinstance(value, bool):
            raise self.fault(f"needs true or false for {key}", key)
        return value

    def one_of(self, key: str, words: type[E], default: E | None = None) -> E:
        """Return one of a list of words."""
        value = self._value(key, default)
        if not isinstance(value, str) or value not in list(words):
            raise self.fault(f"needs one of {', '.join(words)} for {key}", key)
        return words(value)

    def numbers(self, key: str, highest: int) -> tuple[int, ...]:
        """Return a list of numbers of items, each of which there has to be, none twice."""
        listed = self._value(key, [])
        if not isinstance(listed, list) or not all(type(each) is int for each in listed):
            raise self.fault(f"needs a list of numbers of items for {key}", key)
        for each in listed:
            if not 1 <= each <= highest:
                raise self.fault(f"names item {each} in {key}, which there is not", key)
        if len(set(listed)) < len(listed):
            raise self.fault(f"names an item twice in {key}", key)
        return tuple(listed)

    def table(self, key: str) -> Table:
        """Return a table, an empty one where there is none."""
        value = self._value(key, {})
        if not isinstance(value, dict):
            raise self.fault(f"needs a table for {key}", key)
        return Table(self.file, self._source, value, key)

    def tables(self, key: str, most: int) -> tuple[Table, ...]:
        """Return a list of tables, an empty one where there is none."""
        value = self._value(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.fault(f"needs tables for {key}, each under [[{key}]]", key)
        if len(value) > most:
            raise self.fault(f"has {len(value):,} of {key}; {most} are the most there can be")
        return tuple(
            Table(self.file, self._source, each, key, number)
            for number, each in enumerate(value, 1)
        )

    def _value(self, key: str, default: Any) -> Any:
        self._asked.add(key)
        return self._data.get(key, default)


def _line(source: str, name: str, number: int, key: str) -> int | None:
    """Return the line, from 1, in which a key of a table stands, else the one of its header."""
    sets = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""") if key else None
    current, seen, header = "", 0, None
    for at, text in enumerate(source.split("\n"), 1):
        if found := _HEADER.match(text):
            current = found[1]
            seen += current == name
            if key and not name and current == key:
                return at
        here = current == name and (not name or seen == max(1, number))
        if here and header is None and name:
            header = at
        if here and sets and sets.match(text):
            return at
    return header
