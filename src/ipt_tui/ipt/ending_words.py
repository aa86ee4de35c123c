"""What is asked about the ending of a course, and the words of its page: data from content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.content import ContentError, load

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "ending.toml"
KEYS = (
    "outcome", "changed", "did", "not_done", "sad", "signs_people", "signs", "plan", "tell",
    "coming", "coming_words",
)  # fmt: skip
"""The parts of an ending, in the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: `title` stands on the page, `choices` are kept words with how they are read."""

    key: str
    title: str
    question: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    def says(self, kept: str) -> str:
        """Return how what is kept is read: of a choice its words, any other as it stands."""
        return dict(self.choices).get(kept, kept)


@dataclass(frozen=True, slots=True)
class EndingWords:
    """All there is of the file; what each field is for is said there."""

    title: str
    sad: tuple[str, ...]
    not_helped: str
    partly_helped: str
    others: tuple[str, ...]
    new_contract: str
    parts: tuple[Part, ...]

    def part(self, key: str) -> Part:
        """Return the part of a key."""
        return next(part for part in self.parts if part.key == key)


def read(extra_dir: Path | None = None) -> EndingWords:
    """Return the words there are, a person's own laid over the shipped ones.

    Raises ContentError, one sentence, for a file that cannot be used.
    """
    data = load(FILE, extra_dir)
    parts = {part.key: part for part in map(_part, _listed(data, "part"))}
    if missing := [key for key in KEYS if key not in parts]:
        raise ContentError(FILE, f"there is no part {missing[0]}")
    return EndingWords(
        _text(data, "title"),
        _texts(data, "sad"),
        _text(data, "not_helped"),
        _text(data, "partly_helped"),
        _texts(data, "others"),
        _text(data, "new_contract"),
        tuple(parts[key] for key in KEYS),
    )


@cache
def shipped() -> EndingWords:
    """Return the words that came with the program."""
    return read()


def _part(table: Any) -> Part:
    if not isinstance(table, dict):
        raise ContentError(FILE, "part should be a list of tables")
    choices = [
        (_text(choice, "word"), _text(choice, "says")) for choice in _listed(table, "choices")
    ]
    return Part(
        _text(table, "id"),
        _text(table, "title"),
        _text(table, "question"),
        _text(table, "hint") if "hint" in table else "",
        tuple(choices),
    )


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key) if isinstance(table, dict) else None
    if not isinstance(value, str) or not value:
        raise ContentError(FILE, f"{key} should be a text")
    return value


def _texts(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    found = _listed(table, key)
    if not all(isinstance(each, str) for each in found):
        raise ContentError(FILE, f"{key} should be a list of texts")
    return tuple(found)


def _listed(table: Mapping[str, Any], key: str) -> list[Any]:
    found = table.get(key, [])
    if not isinstance(found, list):
        raise ContentError(FILE, f"{key} should be a list")
    return found
