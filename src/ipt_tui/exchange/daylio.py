"""The CSV export of Daylio: eight columns, a mood word that people rename, activities by bars.

What the person called a mood is not a number, so each word has to be given one. Activities, other
columns and the title go into the note; the marks of Daylio's rich text become plain lines.
"""

import re

from ipt_tui.exchange.csv_file import Line
from ipt_tui.exchange.mood_rows import Form, Role, names
from ipt_tui.ipt.imported import DAYLIO

_SIGNS = {"full date", "mood", "activities"}
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li)>", re.IGNORECASE)
_ITEM = re.compile(r"<li>", re.IGNORECASE)
_MARK = re.compile(r"</?(?:p|div|b|i|u|s|em|strong|ul|ol|span)(?:\s[^<>]*)?>", re.IGNORECASE)


def fits(header: Line) -> bool:
    """Whether a file with this header is an export of Daylio."""
    return set(names(header)) >= _SIGNS


def plain(text: str) -> str:
    """Return a text without the marks of rich text."""
    if "<" in text:
        text = _MARK.sub("", _ITEM.sub("- ", _BREAK.sub("\n", text)))
    return text.strip()


FORM = Form(
    DAYLIO,
    {
        "full date": Role.DAY,
        "date": Role.LEFT_OUT,
        "weekday": Role.LEFT_OUT,
        "time": Role.HOUR,
        "mood": Role.MOOD,
        "activities": Role.ACTIVITIES,
        "note title": Role.TEXT,
        "note": Role.TEXT,
    },
    numbers=False,
    plain=plain,
)
