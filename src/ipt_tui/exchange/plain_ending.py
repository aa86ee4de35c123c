"""The ending as plain lines: where the course is, and what is told of each part so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.plain import line, wrapped
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.ending import course_words, spoken_words
from ipt_tui.ipt.ending_words import shipped

if TYPE_CHECKING:
    from ipt_tui.ipt.ending import EndingTold

_VEILED = "sensitive"


def ending_lines(
    code: str,
    ending: EndingTold,
    audience: Audience = Audience.PRACTITIONER,
    *,
    width: int | None = None,
) -> list[str]:
    """Return what is told of an ending as lines, [] where nothing is and the course goes on far.

    Lines are wrapped to `width` cells only if it is given.
    """
    parts = (
        f"{part.title}: {_VEILED if part.key in ending.veiled else text}"
        for part in shipped().parts
        if (text := part.says(ending.texts.get(part.key, ""))) or part.key in ending.veiled
    )
    told = [*map(line, parts)]
    if not told and not ending.is_near:
        return []
    where = audience.pick(course_words(ending), spoken_words(ending))
    heading = audience.pick(f"{code}, ending", "Ending")
    return wrapped([line(heading), *filter(None, (where,)), *told], width)
