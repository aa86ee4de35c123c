"""The halfway look as plain lines: for any terminal, for screen readers, for pasting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.plain import line, spaced, wrapped
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.halfway import (
    FIELDS,
    answer_words,
    heading,
    question,
    sections,
)

if TYPE_CHECKING:
    from ipt_tui.ipt.halfway import Halfway

_VEILED = "What was said is sensitive."


def halfway_lines(
    look: Halfway, audience: Audience = Audience.PRACTITIONER, *, width: int | None = None
) -> list[str]:
    """Return a halfway look as lines: heading, what was and is, the questions with their answers.

    Lines are wrapped to `width` cells only if it is given.
    """
    found = [line(heading(look, audience))]
    for section in sections(look, audience):
        found += ["", section.title, *map(line, section.lines)]
    if look.said is not None and look.said.veiled:
        found += spaced([_VEILED])
    else:
        answers = (f"{question(field, audience)} {answer_words(look, field)}" for field in FIELDS)
        found += spaced(map(line, answers))
    return wrapped(found, width)
