"""Rows of a CSV file as moods: what each column means is said by a form, one a kind of file.

A row that cannot be a mood is kept out with its line and why. Whatever has no place of its own
in a mood goes into its note, under the name of its column.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from functools import lru_cache

from ipt_tui.exchange.csv_file import Line
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.mood_moments import told_when
from ipt_tui.ipt.dates import DateNotUnderstood
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.imported import WORD_LIMIT, ImportedMood, MoodFile, Refused, Unfit, same
from ipt_tui.ipt.text import clean

_WHOLE = re.compile(r"([+-]?[0-9]{1,9})(?:[.,]0+)?")
_DECIMAL = re.compile(r"[+-]?[0-9]*[.,][0-9]+")
_BETWEEN = re.compile(r"[,;|]")


class Role(Enum):
    """What a column is for."""

    DAY = auto()
    HOUR = auto()
    MOOD = auto()
    FEELINGS = auto()
    PEOPLE = auto()
    TEXT = auto()
    ACTIVITIES = auto()
    NAMED = auto()
    LEFT_OUT = auto()


_ONCE = {Role.DAY: "date", Role.HOUR: "time", Role.MOOD: "mood"}


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file: its source word, its columns, and how its texts are made plain.

    Columns that are not among `roles` are kept as `Role.NAMED` ones. `numbers` says whether a
    mood may be a number as it stands.
    """

    source: str
    roles: Mapping[str, Role]
    numbers: bool
    plain: Callable[[str], str] = str.strip


def names(header: Line) -> tuple[str, ...]:
    """Return the names of the columns, capitals, accents and underscores aside."""
    return tuple(same(cell.replace("_", " ")) for cell in header.cells)


def read(header: Line, lines: Iterable[Line], form: Form, now: datetime, name: str) -> MoodFile:
    """Return the moods in the lines under a header, and what was kept out of them.

    `name` is the file's, for sentences.

    Raises ExchangeError with one sentence if two columns are for the same.
    """
    columns = _columns(header, form, name)
    titles = [" ".join(clean(cell).split()).replace("_", " ") for cell in header.cells]
    moods: list[ImportedMood] = []
    refused: list[Refused] = []
    for line in lines:
        try:
            moods.append(_mood(line, columns, titles, form, now))
        except (Unfit, DateNotUnderstood) as problem:
            refused.append(Refused(line.number, str(problem)))
    return MoodFile(form.source, tuple(moods), tuple(refused))


def listed(cell: str) -> tuple[str, ...]:
    """Return what a cell lists, separated by commas, semicolons or bars."""
    if not cell:
        return ()
    parts = (" ".join(part.split()) for part in _BETWEEN.split(clean(cell)))
    return tuple(dict.fromkeys(filter(None, parts)))


def _columns(header: Line, form: Form, name: str) -> dict[Role, list[int]]:
    columns: dict[Role, list[int]] = defaultdict(list)
    for place, title in enumerate(names(header)):
        columns[form.roles.get(title, Role.NAMED)].append(place)
    for role, word in _ONCE.items():
        if len(columns[role]) > 1:
            raise ExchangeError(
                f"{name} has {len(columns[role])} columns for the {word}; please leave one."
            )
    return dict(columns)


def _mood(
    line: Line, columns: Mapping[Role, list[int]], titles: Sequence[str], form: Form, now: datetime
) -> ImportedMood:
    cells = line.cells + ("",) * (len(titles) - len(line.cells))
    if any(cell.strip() for cell in cells[len(titles) :]):
        raise Unfit(f"it has {len(line.cells)} cells where the header has {len(titles)}.")

    def every(role: Role) -> list[str]:
        return [cells[place] for place in columns.get(role, ())]

    words = " ".join(clean("".join(every(Role.MOOD))).split())
    if not words:
        raise Unfit("it has no mood.")
    if len(words) > WORD_LIMIT:
        raise Unfit("its mood is far too long for a word.")
    value = _number(words) if form.numbers else None
    at, offset, known = told_when("".join(every(Role.DAY)), "".join(every(Role.HOUR)), now)
    texts = [form.plain(cell) for cell in every(Role.TEXT)]
    texts += [f"activities: {_activities(cell)}" for cell in every(Role.ACTIVITIES) if cell.strip()]
    named = ((titles[place], form.plain(cells[place])) for place in columns.get(Role.NAMED, ()))
    texts += [f"{title}: {text}".removeprefix(": ") for title, text in named if text]
    return ImportedMood(
        line.number,
        at,
        offset,
        known,
        words,
        value,
        ", ".join(listed(",".join(every(Role.FEELINGS)))),
        "\n".join(filter(None, texts)),
        listed(",".join(every(Role.PEOPLE))),
    )


def _activities(cell: str) -> str:
    return ", ".join(part.strip() for part in cell.split("|") if part.strip())


@lru_cache(maxsize=4096)
def _number(words: str) -> int | None:
    """Return the whole number that is written there, None for words. Raises Unfit for another."""
    plain = folded(words)
    if whole := _WHOLE.fullmatch(plain):
        return int(whole[1])
    if _DECIMAL.fullmatch(plain):
        raise Unfit("its mood is not a whole number.")
    return None
