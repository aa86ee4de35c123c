"""The focus as plain lines: for any terminal, for screen readers, for pasting.

A paragraph an area: what was decided, what speaks for it and against it, what was worked through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.plain import line, spaced, wrapped
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.card import who_wants
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.entry_words import VEILED
from ipt_tui.ipt.focus import Rank, Side, head, prompts_for
from ipt_tui.ipt.focus_words import (
    agreed_words,
    evidence_words,
    pointer_words,
    stage_words,
    wish_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.ipt.focus import Answer, Focus, ProblemArea
    from ipt_tui.ipt.workbench import Prompt

NOTHING = "No focus was considered here yet."


def focus_lines(
    focus: Focus, audience: Audience = Audience.PRACTITIONER, *, width: int | None = None
) -> list[str]:
    """Return the problem areas as lines: heading, then a paragraph an area, the chosen ones first.

    Args:
        focus: What to tell.
        audience: For whom the lines are worded.
        width: In cells; lines are wrapped only if it is given.
    """
    told = [audience.pick(f"{focus.code}, focus", "What you are working on")]
    order = (Rank.FIRST.value, Rank.SECOND.value)
    chosen = [area for rank in order for area in focus.areas if area.rank == rank]
    others = [area for area in focus.areas if area.rank not in order]
    for area in (*chosen, *others):
        told += spaced(map(line, _area(area, focus, audience)))
    if not focus.areas:
        told += ["", NOTHING]
    return wrapped(map(line, told), width)


def _area(area: ProblemArea, focus: Focus, audience: Audience) -> Iterator[str]:
    today = focus.today
    if area.veiled:
        yield f"{head(area, audience)}: {VEILED}"
        return
    chosen = agreed_words(area, audience, today) if area.since else "not chosen"
    yield f"{head(area, audience)}: {chosen}"
    for choice in area.choices:
        if choice.why:
            yield f"Decided on {short(choice.day, today)}: {choice.why}"
    for stage in area.stages:
        words = stage_words(stage.stage, audience)
        yield f"From {short(stage.day, today)}: {', '.join(filter(None, (words, stage.why)))}"
    for side in (Side.FOR, Side.AGAINST):
        for piece in area.on(side):
            yield f"Speaks {side.label} it: {VEILED if piece.veiled else evidence_words(piece)}"
    yield from _worked(area, focus, audience)


def _worked(area: ProblemArea, focus: Focus, audience: Audience) -> Iterator[str]:
    """Yield what each wants, and each answer behind its question."""
    for wish in area.ledger:
        told = (wish.text, wish_words(wish, focus.today))
        yield f"{who_wants(wish, area.name, area.code, audience)}: {', '.join(filter(None, told))}"
    for prompt in prompts_for(area, audience):
        for answer in area.to(prompt.id):
            words = prompt.words(audience, area.code, area.name)
            yield f"{words} {_answer(answer, prompt, focus, audience)}"


def _answer(answer: Answer, prompt: Prompt, focus: Focus, audience: Audience) -> str:
    if answer.veiled:
        return VEILED
    told = [prompt.said(answer.text, audience)]
    if answer.rating is not None:
        told.append(f"{answer.rating} of 10")
    if prompt.done:
        told.append(f"done {short(answer.done, focus.today)}" if answer.done else "not done yet")
    told += [pointer_words(link.of) for link in answer.links]
    return "; ".join(told)
