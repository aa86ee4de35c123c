"""What fits somebody and those who belong to them, and where it changes the words.

The questions are data, `content/fit.toml`; the prompts are our own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipt_tui.ipt.feelings import split
from ipt_tui.ipt.question_sets import FIT, questions
from ipt_tui.ipt.text import one_line
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ipt_tui.ipt.audience import Audience

COVERED = frozenset(("not_know",))
"""What is covered until it is asked for, whatever it says: who looks on may be the one."""
KNOWING = frozenset(("may_know", "not_know"))
"""Who may know, and who must not: not there at all while somebody looks on."""
VEILED = "(covered; enter shows it)"
NOT_ASKED = "not asked"
SHOWN = 120


class Family(Vocabulary):
    """How far a family is to be part of it."""

    NONE = "none", "not at all"
    INFORMED = "informed", "may be told"
    JOINT = "joint", "joint meeting"
    DECIDE = "decide", "decides together"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fit:
    """What is told of one client; `veiled` are the parts that are told and covered.

    `seen` is what it was read with, None where nothing is told yet; `uid` is that of the record.
    """

    client: str
    code: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    veiled: frozenset[str] = frozenset()
    seen: datetime | None = None
    uid: str = ""

    @property
    def called(self) -> str:
        """What somebody wants to be called, in a line, "" where it is not told."""
        return one_line(self.texts.get("called", ""), SHOWN)

    @property
    def feeling_words(self) -> tuple[str, ...]:
        """One's own words for feelings, in the order in which they were told."""
        return split(self.texts.get("feeling_words", ""))

    @property
    def decides_with_family(self) -> bool:
        """Whether what is wanted is asked of all of them."""
        return Family.read(self.texts.get("family", "")) is Family.DECIDE


def rows(
    fit: Fit, audience: Audience, *, together: bool = False
) -> tuple[tuple[str, str, str], ...]:
    """Return each part: its key, what it is in a word, and what was told, "" for nothing.

    Looking `together` it is not said that there is somebody who may know, or must not.
    """
    found = []
    for key, question in questions(FIT).items():
        if together and key in KNOWING:
            continue
        told = VEILED if key in fit.veiled else fit.texts.get(key, "")
        chosen = dict(question.choices) if audience.pick("", "own") else _FAMILY
        if key not in fit.veiled and question.choices:
            told = chosen.get(told, told)
        found.append((key, question.label, told))
    return tuple(found)


def before_sharing(fit: Fit) -> str:
    """Return who must not know, to be said before anything is shared; "" where nobody is told.

    What is covered is not told, only that there is something.
    """
    if "not_know" in fit.veiled:
        return "It was said who must not know of this. Look there first: what fits."
    told = one_line(fit.texts.get("not_know", ""), SHOWN)
    return f"It was said who must not know of this: {told}" if told else ""


_FAMILY = {each.value: each.label for each in Family}
