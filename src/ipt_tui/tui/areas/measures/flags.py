"""Answers that need a person: taken up in one place, wherever they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.safe_now import Because
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.vault import concern_sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipt_tui.ipt.measures import MeasureLine, Response
    from ipt_tui.ipt.scoring import Raised
    from ipt_tui.tui.app import IptApp


async def take_up(app: IptApp, flags: Sequence[Raised], response: str) -> None:
    """Take up answers of a response, by its uid, that need a person; called once for each.

    In one's own vault: the person first, one plain question, then help in the right order, before
    any score. For a practitioner a concern is raised, which only an outcome takes away; looking
    together nothing of it shows, and it is there when they are alone.
    """
    if not any(flag.asks_for_safety for flag in flags):
        return
    if app.audience_of_vault is Audience.CLIENT:
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


def quiet_line(flags: Sequence[Raised]) -> str:
    """Return "Item 9 answered 1: ask about safety.", "" where nothing needs that. Never a grade."""
    lines = [
        f"{_where(flag)} answered {flag.value}: "
        + ("ask about safety." if flag.asks_for_safety else "worth asking about.")
        for flag in flags
    ]
    return " ".join(lines)


def _where(flag: Raised) -> str:
    return f"Item {flag.item}" if flag.item else f"{flag.label[:1].upper()}{flag.label[1:]}"
