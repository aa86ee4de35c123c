"""Moods out of a file of another program: rows, and the person's numbers for the file's words.

Other programs keep moods as words that people rename ("rad", "meh"), so no word has a number of
its own: whoever imports says which number it is on the client's scale.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.scales import Scale

DAYLIO, CSV = "daylio", "csv"
WORD_LIMIT = 120
"""No mood word is longer."""
WITH = "with: "
"""How the line of a note begins that names people who are not known here."""
NO_NUMBER = "its mood word was given no number."
MAPPING_SHAPE = "write words and whole numbers like good=7,rad=9"


class Unfit(ValueError):  # noqa: N818 - its text is read as a sentence
    """A row that cannot be a mood; the message says why, without a subject: "it has no mood."."""


@dataclass(frozen=True, slots=True)
class ImportedMood:
    """One row of a file.

    `at` is the local wall time with its `offset` in minutes, `known` how much of it the file
    said (`time`, `part` or `day`). `mood_words` is the mood as it stands in the file, `value`
    the number it is, if it is one. `note` holds everything that has no place of its own here,
    also activities and events, each on a line of its own.
    """

    line: int
    at: str
    offset: int
    known: str
    mood_words: str
    value: int | None = None
    feelings: str = ""
    note: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was kept out, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class MoodFile:
    """What a file holds. `source` is `daylio` or `csv`."""

    source: str
    moods: tuple[ImportedMood, ...]
    refused: tuple[Refused, ...] = ()

    def words(self) -> tuple[tuple[str, int], ...]:
        """Return each mood word of the file and how often it stands there, the most frequent first.

        Spellings that differ in capitals and accents only are one word, as it stands first.
        """
        counts: Counter[str] = Counter()
        spelt: dict[str, str] = {}
        for word, count in Counter(mood.mood_words for mood in self.moods).items():
            counts[same(word)] += count
            spelt.setdefault(same(word), word)
        return tuple((spelt[word], count) for word, count in counts.most_common())

    def without_number(self, mapping: Mapping[str, int | None]) -> tuple[tuple[str, int], ...]:
        """Return those of `words` that are no numbers and are given none by `mapping`."""
        numbers = {mood.mood_words for mood in self.moods if mood.value is not None}
        known = set(map(same, numbers)) | set(mapping)
        return tuple((word, count) for word, count in self.words() if same(word) not in known)


@lru_cache(maxsize=4096)
def same(word: str) -> str:
    """Return what two spellings of one mood word have in common: not capitals, not accents."""
    return " ".join(folded(word).split())


def read_mapping(text: str) -> dict[str, int | None]:
    """Read "good=7,rad=9,odd=": a word without a number is None, to be left out.

    Raises ValueError with one sentence without its end.
    """
    mapping: dict[str, int | None] = {}
    for part in text.split(","):
        word, sign, number = part.rpartition("=")
        try:
            value = int(folded(number)) if number.strip() else None
        except ValueError:
            raise ValueError(MAPPING_SHAPE) from None
        if not sign or not same(word):
            raise ValueError(MAPPING_SHAPE)
        if mapping.setdefault(same(word), value) != value:
            raise ValueError("one word is given two numbers")
    return mapping


def numbered(mood: ImportedMood, mapping: Mapping[str, int | None], scale: Scale) -> int:
    """Return the number of a mood on the client's scale: the one given to its word, else its own.

    A word that is given None is left out, even if it is a number.

    Raises Unfit where there is none, or it is not on the scale.
    """
    value = mapping.get(same(mood.mood_words), mood.value)
    if value is None:
        raise Unfit(NO_NUMBER)
    if not scale.holds(value):
        raise Unfit(f"its mood is not on the scale from {scale.low} to {scale.high}.")
    return value


def told(note: str, names: tuple[str, ...]) -> str:
    """Return a note with the names on a line at its end."""
    return "\n".join(filter(None, [note, f"{WITH}{', '.join(names)}" if names else ""]))


def untold(note: str) -> str:
    """Return a note without the line of names at its end."""
    body, _, last = note.rpartition("\n")
    return body if last.startswith(WITH) else note
