"""Relationship words: what somebody is to somebody, and how it is said the other way round."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ipt_tui.ipt.content import ContentError, load
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.people import Life
from ipt_tui.ipt.words import Vocabulary

FILE = "kinds.toml"
PUNCTUATION = ",;:."
"""What may end a word in a line without being part of it."""


class Group(Vocabulary):
    """What sort of relationship a word is, for putting people together and for finding gaps."""

    PARTNER = "partner", "partner"
    EX_PARTNER = "ex_partner", "former partner"
    PARENT = "parent", "parent"
    STEP_PARENT = "step_parent", "step-parent"
    SIBLING = "sibling", "brother or sister"
    CHILD = "child", "child"
    GRANDPARENT = "grandparent", "grandparent"
    OTHER_FAMILY = "other_family", "other family"
    FRIEND = "friend", "friend"
    COLLEAGUE = "colleague", "colleague"
    MANAGER = "manager", "manager"
    NEIGHBOUR = "neighbour", "neighbour"
    COMMUNITY = "community", "community or faith"
    ONLINE = "online", "online"
    PROFESSIONAL = "professional", "professional"
    PET = "pet", "pet"
    ANCESTOR = "ancestor", "ancestor or spiritual"
    OTHER = "other", "other"


@dataclass(frozen=True, slots=True)
class Kind:
    """A relationship word.

    Sam is Noor's `word` ("father"), so Noor is Sam's `reverse` ("child"), which needs nobody's
    gender and is "" where it is not known. `group` is a word of `Group`. `own` words were added
    by a person. `aliases` are other ways to type it, `also` those only understood alone. `life`
    is a word of `Life` where the relationship itself says it ("lost pregnancy"), else "".
    """

    word: str
    reverse: str
    group: str
    own: bool = False
    aliases: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    life: str = ""


class Kinds:
    """All relationship words there are: own ones first, then those of the content.

    Capitals, accents, hyphens, spaces and apostrophes make no difference in finding them.

    Raises:
        ContentError: If a person's own `kinds.toml` in `extra_dir` is faulty.
    """

    def __init__(self, own: Iterable[Kind] = (), extra_dir: Path | None = None) -> None:
        kept = tuple(own)
        content, keys = _from_content(extra_dir)
        self.all = kept + content
        self._inside = {**keys.inside, **_keyed(kept, alone=False)}
        self._alone = {**keys.alone, **_keyed(kept, alone=True)}
        self.longest = max(keys.longest, _longest(kept))
        """The most words that one of them takes in a line."""

    def find(self, text: str) -> Kind | None:
        """Return the kind that a whole text says, None where it says none."""
        return self._alone.get(_key(text.strip().rstrip(PUNCTUATION)))

    def longest_at(self, tokens: Sequence[str]) -> tuple[Kind, int] | None:
        """Return the kind that the most of the first tokens say, and how many those are.

        Tokens are the words of a line as typed; the last of a kind may end in punctuation.
        """
        best = None
        typed = ""
        for count, token in enumerate(tokens[: self.longest], 1):
            bare = token.rstrip(PUNCTUATION)
            if not _key(bare):
                break
            typed += bare
            if kind := self._inside.get(_key(typed)):
                best = kind, count
            if bare != token:
                break
        return best

    def reverse(self, word: str) -> str:
        """Return how the other person would say it, "" for a word that is not known."""
        kind = self.find(word)
        return kind.reverse if kind else ""


@dataclass(frozen=True, slots=True)
class _Keys:
    """Where to find the kinds of the content: inside a line, alone, and how long they can be."""

    inside: Mapping[str, Kind]
    alone: Mapping[str, Kind]
    longest: int


@lru_cache(maxsize=4)
def _from_content(extra_dir: Path | None) -> tuple[tuple[Kind, ...], _Keys]:
    """Return the kinds of the content with their keys, read once for a folder."""
    shipped = _read(load(FILE))
    kinds = shipped
    if extra_dir is not None:
        known = _words(shipped)
        kinds = tuple(
            kind if known.get(_key(kind.word)) == kind else _owned(kind)
            for kind in _read(load(FILE, extra_dir))
        )
    keys = _Keys(_keyed(kinds, alone=False), _keyed(kinds, alone=True), _longest(kinds))
    return kinds, keys


def _owned(kind: Kind) -> Kind:
    return Kind(kind.word, kind.reverse, kind.group, True, kind.aliases, kind.also, kind.life)


def _read(data: Mapping[str, Any]) -> tuple[Kind, ...]:
    """Return the kinds of a content file, checked."""
    return tuple(_kind(entry, place) for place, entry in enumerate(data["kind"], 1))


def _kind(entry: Any, place: int) -> Kind:
    """Return one kind of a content file; `place` is where it stands, counted from 1."""
    if not isinstance(entry, dict) or not _is_text(entry.get("word")):
        raise ContentError(FILE, f"the relationship in place {place} has no word")
    word = entry["word"]
    texts = {name: entry.get(name, "") for name in ("reverse", "group", "life")}
    lists = {name: entry.get(name, []) for name in ("aliases", "also")}
    for name, value in texts.items():
        if not isinstance(value, str):
            raise ContentError(FILE, f"the {name} of {word} should be a text in quotes")
    for name, value in lists.items():
        if not isinstance(value, list) or not all(map(_is_text, value)):
            raise ContentError(FILE, f"the {name} of {word} should be a list of texts")
    if texts["life"] and Life.read(texts["life"]) is Life.OTHER:
        raise ContentError(FILE, f"the life of {word} should be expected or lost")
    group = Group.read(texts["group"]) or Group.OTHER
    return Kind(
        " ".join(word.split()),
        " ".join(texts["reverse"].split()),
        group.value,
        aliases=tuple(lists["aliases"]),
        also=tuple(lists["also"]),
        life=texts["life"],
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(_key(value))


def _keyed(kinds: Iterable[Kind], alone: bool) -> dict[str, Kind]:
    """Return the kinds by all that may be typed for them; a word goes before an alias."""
    kept = tuple(kinds)
    keys: dict[str, Kind] = {}
    for kind in kept:
        for typed in kind.aliases + (kind.also if alone else ()):
            keys.setdefault(_key(typed), kind)
    return {key: kind for key, kind in (keys | _words(kept)).items() if key}


def _words(kinds: Iterable[Kind]) -> dict[str, Kind]:
    return {_key(kind.word): kind for kind in kinds}


def _key(text: str) -> str:
    """Return what is left of a word when nothing but letters and digits counts."""
    return "".join(char for char in folded(text) if char.isalnum())


def _longest(kinds: Iterable[Kind]) -> int:
    """Return the most tokens that anything typed for these kinds can take."""
    typed = (text for kind in kinds for text in (kind.word, *kind.aliases))
    return max((len(text.replace("-", " ").split()) for text in typed), default=0)
