"""What stands on a timeline beside moods and events: scores of measures, and sessions."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ipt_tui.ipt.instrument import told
from ipt_tui.ipt.moments import Moment


@dataclass(frozen=True, slots=True)
class ScoreMark:
    """A measure that was answered.

    `band` is what its authors call such a total, `number` that of the session it was answered in, 0
    for none; a client has neither, but `means`, a sentence on what more or fewer points mean.
    """

    uid: str
    when: Moment
    instrument: str
    name: str
    total: float
    band: str = ""
    number: int = 0
    means: str = ""
    veiled: ClassVar[bool] = False
    """A score tells of nobody; what is noted beside it is not here."""

    @property
    def first(self) -> date:
        """The day it stands on."""
        return self.when.day

    @property
    def words(self) -> str:
        """Return "PHQ-9 13, moderate, session 4"; "PHQ-9 13. Fewer points mean …" for a client."""
        session = f"session {self.number}" if self.number else ""
        said = ", ".join(filter(None, (f"{self.name} {told(self.total)}", self.band, session)))
        return f"{said}. {self.means}" if self.means else said


@dataclass(frozen=True, slots=True)
class SessionMark:
    """A session that took place, by its number in its course."""

    uid: str
    when: Moment
    number: int
