"""What capture marks make of a line: values only; `capture.parse` makes them."""

from dataclasses import dataclass
from datetime import date

from ipt_tui.ipt.dates import FuzzyDate
from ipt_tui.ipt.moments import Moment
from ipt_tui.ipt.words import Vocabulary


class Mark(Vocabulary):
    """What a piece of a captured line is."""

    MOOD = "mood", "mood"
    EVENT = "event", "event"
    SYMPTOM = "symptom", "symptom"
    TREATMENT = "treatment", "treatment"
    TALK = "talk", "talk"
    TURN = "turn", "turn"
    PRACTICE = "practice", "practice"
    TODO = "todo", "to do"
    FOCUS = "focus", "focus"
    SAFETY = "safety", "safety asked"
    CONCERN = "concern", "concern"
    QUOTE = "quote", "their words"
    THIS_HOUR = "this_hour", "for this hour only"
    TEXT = "text", "text"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Somebody named with @. `name` is the known name it stands for, "" where that is open.

    `could_be` are the known names that fit where several do; with none of them the person is new.
    """

    typed: str
    name: str = ""
    could_be: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether nobody of that name is known."""
        return not self.name and not self.could_be

    @property
    def is_open(self) -> bool:
        """Whether it could be several people."""
        return not self.name and bool(self.could_be)


@dataclass(frozen=True, slots=True)
class Captured:
    """One thing a captured line holds.

    `line` counts the lines of the text from 0; what stands on one line belongs together. `words`
    is that whole line as typed. `text` is what is left of this piece without marks, names written
    out: the title of an event, the words of a talk, practice or quote, the name of a spell.
    `value` and `feelings` are a mood's; `since` is the day its span began. `when` is the date
    said, `moment` the moment it stands for where that is one day; both None where nothing was
    said. `category` is an event's, `area` a focus's, `speaker` a turn's ("me" or a name).
    `start` and `stop` are where the piece stands in the text, `lead` how long its mark is there.
    """

    mark: Mark
    line: int
    words: str
    text: str = ""
    value: int | None = None
    feelings: tuple[str, ...] = ()
    since: date | None = None
    when: FuzzyDate | None = None
    moment: Moment | None = None
    names: tuple[Mentioned, ...] = ()
    category: str = ""
    area: str = ""
    speaker: str = ""
    start: int = 0
    stop: int = 0
    lead: int = 0
