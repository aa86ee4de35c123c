"""Answers that need a person: taken up in one place, wherever they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.instrument import FlagKind
from ipt_tui.ipt.measure_words import ASKS, unknown_words
from ipt_tui.ipt.safe_now import ALONE, Because
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.vault import concern_sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipt_tui.ipt.measures import MeasureLine, Response
    from ipt_tui.ipt.scoring import Raised
    from ipt_tui.tui.app import IptApp

SOFT = "That is worth talking about. Typing help here shows people you can call or write to."


async def take_up(app: IptApp, flags: Sequence[Raised], response: str) -> None:
    """Take up answers of a response, by its uid, that need a person; called once for each.

    In one's own vault: the person first, one plain question, then help in the right order, before
    any score; who marked plans is asked nothing, the numbers are there at once. For a practitioner
    a concern is raised, which only an outcome takes away; looking together nothing of it shows, and
    it is there when they are alone.
    """
    if not any(flag.asks_for_safety for flag in flags):
        return
    if app.audience_of_vault is Audience.CLIENT:
        if any(flag.kind is FlagKind.PLANS for flag in flags):
            app.tell(f"{Because.ANSWER.label} {ALONE}")
            await app.action_help_lines()
        else:
            await app.ask_whether_safe(Because.ANSWER)
        return
    if await app.or_tell(app.vault.write(concern_sources.raise_by_answers, response, flags)):
        app.record_changed(RecordChanged())


def open_flags(
    line: MeasureLine, given: Response | None, settled: frozenset[str]
) -> tuple[Raised, ...]:
    """Return what needs a person in a response and in those that are not finished, each once.

    Only an outcome that is recorded takes it away: `settled` are the responses that have one.
    """
    asked = (*reversed(line.unfinished), *filter(None, (given,)))
    found = (flag for each in asked if each.uid not in settled for flag in each.flags)
    return tuple(dict.fromkeys(found))


def quiet_line(flags: Sequence[Raised], unknown: Sequence[str] = ()) -> str:
    """Return "Item 9 answered 1: ask about safety.", "" where nothing needs that. Never a grade.

    `unknown` are items of which no answer is known: "Item 9 is not known: ask."
    """
    said = (f"{_where(flag)} answered {flag.value}: {ASKS[flag.kind]}." for flag in flags)
    return " ".join(filter(None, (*said, unknown_words(unknown))))


def quiet_for_client(flags: Sequence[Raised]) -> str:
    """Return one quiet line for whoever fills in a form, where an answer is a soft hint."""
    return SOFT if any(flag.kind is FlagKind.SOFT for flag in flags) else ""


def _where(flag: Raised) -> str:
    return f"Item {flag.item}" if flag.item else f"{flag.label[:1].upper()}{flag.label[1:]}"
