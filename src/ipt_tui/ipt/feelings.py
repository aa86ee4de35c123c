"""Words for feelings: in groups to choose from; any other word is as good."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ipt_tui.ipt.content import load
from ipt_tui.ipt.folding import folded

FILE = "affects.toml"

_COMMA = re.compile(r"\s*[,;]\s*")
_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Feeling:
    """A word for a feeling. Beside a `starred` one the key for the help lines is shown."""

    word: str
    group: str
    starred: bool = False


@dataclass(frozen=True, slots=True)
class FeelingGroup:
    """Feelings that go together, in the order in which they are offered."""

    id: str
    label: str
    feelings: tuple[Feeling, ...]


@cache
def groups() -> tuple[FeelingGroup, ...]:
    """Return every group there is, in the order in which they are offered."""
    return tuple(
        FeelingGroup(
            entry["id"],
            entry["label"],
            tuple(
                Feeling(word, entry["id"], word in entry.get("starred", ()))
                for word in entry["words"]
            ),
        )
        for entry in load(FILE)["group"]
    )


def find(word: str) -> Feeling | None:
    """Return the feeling of the list that a word stands for, None for one's own word."""
    return _by_word().get(_key(word))


def is_starred(words: Iterable[str]) -> bool:
    """Whether the key for the help lines is shown beside what a person wrote they felt.

    Nothing else comes of it: it is a way shown, and no judgement of who wrote it.
    """
    return any(_starred(word) for text in words for word in split(text))


def _starred(word: str) -> bool:
    feeling = find(word)
    return feeling is not None and feeling.starred


def split(text: str) -> tuple[str, ...]:
    """Return the feelings of a text as they were typed: "hurt, left out" is two.

    They are apart at commas and semicolons; at "and" only where all it joins are in the list.
    """
    found: list[str] = []
    for part in _COMMA.split(text):
        joined = _AND.split(part.strip())
        found += joined if all(map(find, joined)) else [part.strip()]
    return tuple(word for word in found if word)


MOST_OFFERED, MOST_OWN = 9, 5
"""So many words can be chosen by a digit, and so many of one's own among them."""


def offered(words: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """Return the words to choose from by a digit: one's own first, then these.

    The last two of `words` are always among them: nobody has to feel something, or know what.
    """
    first = tuple(dict.fromkeys(own))[:MOST_OWN]
    there = {_key(word) for word in first}
    rest = [word for word in words if _key(word) not in there]
    room = MOST_OFFERED - len(first)
    return (*first, *(rest if len(rest) <= room else [*rest[: room - 2], *rest[-2:]]))


@cache
def _by_word() -> Mapping[str, Feeling]:
    return {_key(feeling.word): feeling for group in groups() for feeling in group.feelings}


def _key(word: str) -> str:
    return " ".join(folded(word).replace("-", " ").split())
