"""The sheet a timeline is drawn on: cells that know what they are and whose.

Text that takes several cells stays in one piece, so that wide letters and marks keep together.
"""

from collections.abc import Iterable
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from ipt_tui.ipt.categories import Lane


class Part(Enum):
    """What a run of text is: it decides the colour."""

    SPACE = auto()
    AXIS = auto()
    WORDS = auto()
    """Numbers and words of an axis, and the names of rows."""
    TODAY = auto()
    LINE = auto()
    MOOD = auto()
    FAINT = auto()
    """A mood that does not name the person who is looked for."""
    NUMBER = auto()
    """A mood of another scale than the one that is plotted."""
    SCORE = auto()
    SESSION = auto()
    FRICTION = auto()
    CONTACT = auto()
    CHANGE = auto()
    LOSS = auto()
    OTHER = auto()
    COUNT = auto()
    """How many stand where there is room for one."""
    SPAN = auto()
    """The days between which something was."""
    SPELL = auto()
    NOTE = auto()
    TITLE = auto()
    VEILED = auto()
    ONSET = auto()
    MARK = auto()
    """The sign for what was marked as near the onset."""
    LIT = auto()
    TIGHT = auto()
    """What is lit between two signs, so that it has no caps."""
    CAP = auto()
    """The ends of what is lit, so that it is known without its colour."""
    GUIDE = auto()
    """The line through the column of what is lit."""


OF_LANE = {
    Lane.FRICTION: Part.FRICTION,
    Lane.CONTACT: Part.CONTACT,
    Lane.CHANGE: Part.CHANGE,
    Lane.LOSS: Part.LOSS,
    Lane.HEALTH: Part.OTHER,
    Lane.OTHER: Part.OTHER,
}


class Run(NamedTuple):
    """Text on one row, all of one part and, where it is an entry's, of one entry.

    `many` is how many entries stand there; `uid` is the first of them.
    """

    text: str
    part: Part
    uid: str = ""
    many: int = 0


Row = tuple[Run, ...]


class Place(NamedTuple):
    """Where an entry is drawn, in cells from the top left."""

    row: int
    column: int


BLANK = Run(" ", Part.SPACE)
VEIL = "▒"
Cells = list[Run | None]
"""The cells of one row; None where a piece of text from the left goes on."""


class Sheet:
    """Cells to draw on, and the place of every entry that is drawn. What lies outside is cut."""

    def __init__(self, width: int, height: int) -> None:
        """Make an empty sheet."""
        self.width, self.height = width, height
        self.places: dict[str, Place] = {}
        self._cells: list[Cells] = [[BLANK] * width for _ in range(height)]

    def put(self, row: int, column: int, run: Run, width: int = 1) -> None:
        """Write a run of `width` cells over what is there."""
        if 0 <= row < self.height:
            put(self._cells[row], column, run, width)

    def letters(self, row: int, column: int, text: str, part: Part, uid: str = "") -> None:
        """Write a text of our own signs, one in each cell."""
        for at, sign in enumerate(text, column):
            self.put(row, at, Run(sign, part, uid, int(bool(uid))))

    def fill(self, row: int, column: int, text: str, part: Part, uid: str = "") -> None:
        """Write signs, one in each cell, only where nothing is yet."""
        for at, sign in enumerate(text, column):
            if self.free(row, at):
                self.put(row, at, Run(sign, part, uid, int(bool(uid))))

    def free(self, row: int, column: int, width: int = 1) -> bool:
        """Whether these cells are on the sheet and blank."""
        if not (0 <= row < self.height and 0 <= column <= self.width - width):
            return False
        return all(cell is BLANK for cell in self._cells[row][column : column + width])

    def cells(self, row: int) -> Cells:
        """Return a copy of the cells of a row."""
        return list(self._cells[row])

    def stand(self, uids: Iterable[str], row: int, column: int) -> None:
        """Keep where entries are drawn."""
        place = Place(max(0, min(row, self.height - 1)), column)
        for uid in uids:
            self.places[uid] = place

    def rows(self) -> tuple[Row, ...]:
        """Return every row in runs."""
        return tuple(map(runs, self._cells))


def put(cells: Cells, column: int, run: Run, width: int = 1) -> None:
    """Write a run over the cells of a row; a piece of text that is cut into goes altogether."""
    if width < 1 or column < 0 or column + width > len(cells):
        return
    for at in range(column, column + width):
        if cells[at] is None or (at + 1 < len(cells) and cells[at + 1] is None):
            _wipe(cells, at)
    cells[column] = run
    if width > 1:
        cells[column + 1 : column + width] = [None] * (width - 1)


def _wipe(cells: Cells, column: int) -> None:
    """Make a cell blank, and all of the piece of text it belongs to."""
    start, end = column, column + 1
    while start and cells[start] is None:
        start -= 1
    while end < len(cells) and cells[end] is None:
        end += 1
    cells[start:end] = [BLANK] * (end - start)


def runs(cells: Cells) -> Row:
    """Return the cells of a row in runs: neighbours of one part and one entry together."""
    pieces = (cell for cell in cells if cell is not None)
    return tuple(
        Run("".join(piece.text for piece in run), *key)
        for key, run in groupby(pieces, lambda piece: piece[1:])
    )


def begins(cells: Cells) -> tuple[int, ...]:
    """Return the column at which each of the runs of a row begins."""
    pieces = ((at, cell[1:]) for at, cell in enumerate(cells) if cell is not None)
    return tuple(next(run)[0] for _, run in groupby(pieces, lambda piece: piece[1]))
