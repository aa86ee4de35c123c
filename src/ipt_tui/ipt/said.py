"""What was said of one date, before it is known which year or which week was meant."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

YEAR_LEFT_OUT = "YYYY"

YEAR = "[12][0-9]{3}"
WORD_END = r"(?!\w)"
NUMBER_END = r"(?!\w|[-/.][0-9])"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one date.

    `edtf` may hold YYYY for a year that was left out, and is "" for a mere weekday. `weekday` is
    0 for Monday, None where none was said. `third` is 0 early, 1 mid, 2 late. `which` is "last"
    or "next" where that was said, else "".
    """

    edtf: str
    weekday: int | None = None
    third: int | None = None
    which: str = ""

    @property
    def recurs(self) -> bool:
        """Whether it comes round every week or every year, so that one has to be chosen."""
        return not self.edtf or YEAR_LEFT_OUT in self.edtf

    @property
    def floats(self) -> bool:
        """Whether nothing was said about which one, so that the rest of a span may tell."""
        return self.recurs and not self.which


Reader = Callable[[re.Match[str], date], Said]
"""Makes sense of a match, given today; raises DateNotUnderstood where it has none."""

Shape = tuple[str, Reader]
"""A pattern for folded text, and what it means. They are compiled when first needed."""
