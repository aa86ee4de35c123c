"""The problem areas as rows: the list of them, and one with its evidence and its workbench."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.areas import in_use
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.card import who_wants
from ipt_tui.ipt.concern import SET_ASIDE
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.entry_words import VEILED
from ipt_tui.ipt.focus import Rank, Side, head, prompts_for
from ipt_tui.ipt.focus_words import (
    agreed_words,
    evidence_words,
    pointer_words,
    spoken_for,
    stage_words,
    wish_words,
)
from ipt_tui.ipt.people import Met
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipt_tui.ipt.focus import Answer, Choice, EvidenceLine, Focus, ProblemArea, StageLine
    from ipt_tui.ipt.workbench import Prompt

NAME = "area"
LABEL, DAY = 12, 14
RANK = 6
NOT_SAFE = "Not planned here; it may be worth planning with someone who knows about this first."
ANOTHER = "+ another area"
WHICH = "n asks which. The program never chooses one."


def area_key(uid: str) -> str:
    """Return the key of an area in the list."""
    return f"{NAME}:{uid}"


def listed_rows(focus: Focus, audience: Audience) -> tuple[Row, ...]:
    """Return the areas as they stand in the list; the row that adds one for who adds alone."""
    rows = [Row(None, (Cell("What it could be about", "heading"),))]
    for area in focus.areas:
        rank = "" if area.rank == Rank.NONE else f"✓ {Rank.say(area.rank)}"
        name = f"{VEIL} {head(area, audience)}" if area.veiled else head(area, audience)
        role = "muted" if area.veiled else "strong" if rank else ""
        rows.append(
            Row(area_key(area.uid), (Cell(name, role), Cell(rank, "accent", RANK)), wraps=True)
        )
        if said := spoken_for(area):
            rows.append(Row(None, (Cell("", "", 2), Cell(said, "muted"))))
    if audience is Audience.PRACTITIONER:
        rows.append(Row(NAME, (Cell(ANOTHER, "muted"),)))
    return tuple(rows)


def another_rows(audience: Audience) -> tuple[Row, ...]:
    """Return what may be considered, with what is to be known of each."""
    rows = [_head("Another area"), Row(None, (Cell(WHICH, "muted"),), wraps=True), Row(None)]
    for area in in_use().offered:
        rows.append(Row(None, (Cell(area.said(audience), "strong"),)))
        if area.note and audience is Audience.PRACTITIONER:
            rows.append(_note(area.note))
    return tuple(rows)


def area_rows(area: ProblemArea, audience: Audience, today: date) -> tuple[Row, ...]:
    """Return one area: what was decided, what speaks for it, and what is worked through."""
    if area.veiled:
        return (Row("veiled", (Cell(f"{VEIL} {VEILED}; enter shows it", "muted"),)),)
    return tuple(_rows(area, audience, today))


def _rows(area: ProblemArea, audience: Audience, today: date) -> Iterator[Row]:
    yield Row("title", (Cell(head(area, audience), "heading"),), wraps=True)
    if area.kind.note and audience is Audience.PRACTITIONER:
        yield _note(area.kind.note)
    first = _asked_first(area)
    if first is not None:
        yield Row(None)
        yield from _prompt(area, first, audience, today)
        yield Row(None)
    yield from _choices(area, audience, today)
    if area.kind.stages:
        yield from _stages(area, audience, today)
    yield from _evidence(area)
    if area.ledger:
        yield from _ledger(area, audience, today)
    yield from _workbench(area, audience, today)


def _choices(area: ProblemArea, audience: Audience, today: date) -> Iterator[Row]:
    words = agreed_words(area, audience, today)
    yield Row("rank", (Cell("worked on", "label", LABEL), Cell(words)), wraps=True)
    told = [choice for choice in area.choices if len(area.choices) > 1 or choice.why]
    for choice in told:
        yield Row(f"choice:{choice.uid}", _choice(choice, today), wraps=True)


def _choice(choice: Choice, today: date) -> tuple[Cell, ...]:
    rank = "not any more" if choice.rank == Rank.NONE else Rank.say(choice.rank)
    agrees = f"agrees: {choice.agrees}" if choice.agrees else ""
    words = " · ".join(filter(None, (rank, agrees, choice.why)))
    return Cell(f"  {short(choice.day, today)}", "label", DAY), Cell(words, "muted")


def _stages(area: ProblemArea, audience: Audience, today: date) -> Iterator[Row]:
    label = audience.pick("stage", "how it is")
    if area.set_aside:
        yield Row(None, (Cell(label, "label", LABEL), Cell(SET_ASIDE, "muted")), wraps=True)
        return
    if not area.stages:
        yield Row("stages", (Cell(label, "label", LABEL), Cell("not said; o says it", "muted")))
        return
    way = " → ".join(
        f"{stage_words(each.stage, audience)} ({short(each.day, today)})" for each in area.stages
    )
    yield Row("stages", (Cell(label, "label", LABEL), Cell(way, "strong")), wraps=True)
    for stage in area.stages:
        if stage.why:
            yield Row(f"stage:{stage.uid}", _stage(stage, audience, today), wraps=True)


def _stage(stage: StageLine, audience: Audience, today: date) -> tuple[Cell, ...]:
    words = f"{stage_words(stage.stage, audience)}: {stage.why}"
    return Cell(f"  {short(stage.day, today)}", "label", DAY), Cell(words, "muted")


def _evidence(area: ProblemArea) -> Iterator[Row]:
    for side in (Side.FOR, Side.AGAINST):
        yield Row(None)
        yield _head(f"Speaks {side.label} it")
        lines = area.on(side)
        for line in lines:
            yield _piece(line)
        if not lines:
            yield Row(f"none:{side}", (Cell("nothing yet; n writes it", "muted"),))
    if area.offered:
        yield Row(None)
        yield _head("In the record", "space: it speaks for this")
        for pointer in area.offered:
            cells = (Cell("·", "muted", 3), Cell(pointer_words(pointer)))
            yield Row(f"offered:{pointer.key}", cells, wraps=True)


def _piece(line: EvidenceLine) -> Row:
    key = f"evidence:{line.uid}"
    if line.veiled:
        return Row(key, (Cell("✓", "accent", 3), Cell(f"{VEIL} {VEILED}", "muted")))
    mark = Cell("✓" if line.of else "–", "accent" if line.of else "muted", 3)
    return Row(key, (mark, Cell(evidence_words(line))), wraps=True)


def _ledger(area: ProblemArea, audience: Audience, today: date) -> Iterator[Row]:
    yield Row(None)
    yield _head("What each wants", "from the card; enter goes there")
    for wish in area.ledger:
        who = who_wants(wish, area.name, area.code, audience)
        realistic = f"realistic: {Met.say(wish.realistic)}" if wish.realistic else ""
        words = " · ".join(filter(None, (wish.text, wish_words(wish, today), realistic)))
        yield Row(f"wish:{wish.uid}", (Cell(who, "label", LABEL), Cell(words)), wraps=True)


def _workbench(area: ProblemArea, audience: Audience, today: date) -> Iterator[Row]:
    part = ""
    first = _asked_first(area)
    for prompt in prompts_for(area, audience):
        if prompt is first:
            continue
        if prompt.part != part:
            part = prompt.part
            yield Row(None)
            yield _head(part)
        yield from _prompt(area, prompt, audience, today)
        if area.holds_back(prompt):
            said = NOT_SAFE if area.says_unsafe and not area.set_aside else SET_ASIDE
            yield Row(None, (Cell("", "", 2), Cell(said, "muted")), wraps=True)
    if area.kind.ledger and not (area.set_aside or area.unsafe):
        yield Row("options", (Cell("Options → decide together", "accent"),))


def _asked_first(area: ProblemArea) -> Prompt | None:
    """Return the prompt on safety until it is answered: it stands above all else."""
    safety = area.kind.safety
    return safety if safety is not None and not area.to(safety.id) else None


def _prompt(area: ProblemArea, prompt: Prompt, audience: Audience, today: date) -> Iterator[Row]:
    """Return a prompt with what was answered."""
    words = prompt.words(audience, area.code, area.name)
    yield Row(f"prompt:{prompt.id}", (Cell(words, "muted"),), wraps=True)
    for answer in area.to(prompt.id):
        yield _answer(answer, prompt, audience, today)
        for link in answer.links:
            joined = (Cell("", "", 5), Cell(f"~ {pointer_words(link.of)}", "muted"))
            yield Row(f"link:{link.uid}", joined, wraps=True)


def _answer(answer: Answer, prompt: Prompt, audience: Audience, today: date) -> Row:
    key = f"answer:{answer.uid}"
    if answer.veiled:
        return Row(key, (Cell("", "", 2), Cell(f"{VEIL} {VEILED}", "muted")))
    mark = ("✓" if answer.done else "·") if prompt.done else ""
    told = [prompt.said(answer.text, audience)]
    if answer.rating is not None:
        told.append(f"{answer.rating} of 10")
    if answer.done:
        told.append(f"done {short(answer.done, today)}")
    cells = (Cell("", "", 2), Cell(mark, "accent" if answer.done else "muted", 2 if mark else 0))
    return Row(key, (*cells, Cell(" · ".join(told))), wraps=True)


def _head(title: str, said: str = "") -> Row:
    cells = (Cell(title, "heading", len(title) + 2), Cell(said, "muted"))
    return Row(None, cells if said else (Cell(title, "heading"),))


def _note(words: str) -> Row:
    return Row(None, (Cell(words, "muted"),), wraps=True)
