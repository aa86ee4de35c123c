"""A file of moods: which kind it is, by its ending and its first row, and what it holds."""

from datetime import datetime
from pathlib import Path

from ipt_tui.exchange import csv_file, daylio, mood_csv, mood_rows
from ipt_tui.exchange.csv_file import Line
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.mood_rows import Form
from ipt_tui.exchange.new_file import shown
from ipt_tui.ipt.imported import CSV, DAYLIO, MoodFile

ENDINGS = (".csv", ".tsv", ".txt")
"""Files that are taken for moods where nobody says what they are."""


def read(path: Path, now: datetime, kind: str = "") -> MoodFile:
    """Return the moods in the file at `path`.

    `kind` is `daylio` or `csv`; without it the first row decides.

    Raises ExchangeError with one sentence: it cannot be read, it has other columns, it has no rows.
    """
    name = shown(Path(path.name))
    lines = csv_file.read(path)
    header = next(lines)
    found = mood_rows.read(header, lines, _form(header, kind, name), now, name)
    if not found.moods and not found.refused:
        raise ExchangeError(f"{name} has a header and no rows under it.")
    return found


def _form(header: Line, kind: str, name: str) -> Form:
    if kind != CSV and daylio.fits(header):
        return daylio.FORM
    if kind == DAYLIO:
        raise ExchangeError(
            f"{name} is not an export of Daylio: it lacks full_date, mood or activities."
        )
    if not mood_csv.fits(header):
        raise ExchangeError(f"{name} needs a first row that names its columns date and mood.")
    return mood_csv.FORM
