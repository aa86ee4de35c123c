"""The questions of a talk: data from content, worded for whoever reads them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ipt_tui.ipt import talk_vocabulary
from ipt_tui.ipt.content import load
from ipt_tui.ipt.people import Met
from ipt_tui.ipt.text import filled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.words import Vocabulary

FILE = "talk_questions.toml"
_VOCABULARIES: dict[str, type[Vocabulary]] = {
    "Channel": talk_vocabulary.Channel,
    "Across": talk_vocabulary.Across,
    "Safe": talk_vocabulary.Safe,
    "Done": talk_vocabulary.Done,
    "Style": talk_vocabulary.Style,
    "Met": Met,
}


@dataclass(frozen=True, slots=True)
class TalkQuestion:
    """One question; the fields are said in `content/talk_questions.toml`."""

    field: str
    part: str
    label: str
    ask: str
    what: str
    you: str = ""
    hint: str = ""
    vocabulary: str = ""

    @property
    def key(self) -> str:
        """Its name among all of them: "head:when"."""
        return f"{self.part}:{self.field}"

    def worded(self, audience: Audience, words: Mapping[str, str]) -> str:
        """Return the question; `words` stand for {name}, {code}, {said}, {who} and {scale}."""
        return filled(audience.pick(self.ask, self.you or self.ask), words)

    def hinted(self, words: Mapping[str, str]) -> str:
        """Return its hint."""
        return filled(self.hint, words)

    def choices(self) -> tuple[tuple[str, str, str], ...]:
        """Return digit, stored word and shown word of each choice; none where it is not one."""
        if self.what == "yes_no":
            return (("1", "yes", "yes"), ("2", "no", "no"))
        if self.what != "choice":
            return ()
        words = _VOCABULARIES[self.vocabulary]
        known = [word for word in words if word.value != "other"]
        return tuple((str(n), word.value, word.label) for n, word in enumerate(known, 1))


@cache
def questions() -> dict[str, TalkQuestion]:
    """Return every question by its key, in the order in which they are asked."""
    found = [TalkQuestion(**table) for table in load(FILE)["question"]]
    return {question.key: question for question in found}


def fields(part: str) -> tuple[str, ...]:
    """Return the fields of a part, in their order."""
    return tuple(q.field for q in questions().values() if q.part == part)
