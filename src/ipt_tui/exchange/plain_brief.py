"""Briefs and the day as plain lines: for any terminal, for screen readers, for pasting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.plain import line, spaced, wrapped
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.brief import BriefSource, brief_lines
from ipt_tui.ipt.concern import line_of
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.session import Attendance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ipt_tui.ipt.concern import Concern
    from ipt_tui.ipt.session import SessionLine
    from ipt_tui.ipt.today import ToTidy


def no_brief(code: str, audience: Audience) -> str:
    """Return what is said before a session where no course goes on."""
    return line(audience.pick(f"{code}: no course goes on.", "No meetings are noted here."))


def today_lines(
    today: date,
    told: Sequence[BriefSource | SessionLine],
    unsigned: Sequence[SessionLine] = (),
    todos: Sequence[tuple[str, str]] = (),
    audience: Audience = Audience.PRACTITIONER,
    *,
    to_tidy: Sequence[ToTidy] = (),
    concerns: Sequence[Concern] = (),
    width: int | None = None,
) -> list[str]:
    """Return a day as lines: heading, a paragraph a session, what to sign, to tidy, to do.

    Args:
        today: The day.
        told: For each of its sessions the brief; of one that needs none, what it is.
        unsigned: The sessions whose progress note is begun and not signed.
        todos: What is to be done: the client's code and the words.
        audience: For whom the lines are worded.
        to_tidy: The sessions in whose notes lines wait to be tidied.
        concerns: The concerns that no outcome has closed; for the practitioner alone.
        width: In cells; lines are wrapped only if it is given.
    """
    lines = [f"Today, {today:%a} {short(today)}"]
    for each in told:
        lines += ["", *_paragraph(each, audience)]
    if not told:
        lines += ["", audience.pick("No session is planned for today.", "No meeting is today.")]
    if audience is Audience.PRACTITIONER:
        lines += spaced(line(f"Open concern: {line_of(each, today)}") for each in concerns)
    lines += spaced(map(line, _notes(unsigned, today)))
    lines += spaced(line(f"To tidy: {each.told()}") for each in to_tidy)
    lines += spaced(
        line(f"To do: {audience.pick(f'{code}, {words}', words)}") for code, words in todos
    )
    return wrapped(lines, width)


def _paragraph(each: BriefSource | SessionLine, audience: Audience) -> list[str]:
    if isinstance(each, BriefSource):
        heading, _, *rest = brief_lines(each, audience)
        return [heading, *rest]
    lead = audience.pick(f"{each.code} · session", "Meeting")
    hour = f" today {each.at.at:%H:%M}" if each.at else ""
    came = audience.pick(
        Attendance.say(each.attendance), "did not take place" if each.missed else "took place"
    )
    return [line(f"{lead} {each.number}{hour}" + ("" if each.ahead else f", {came}"))]


def _notes(unsigned: Sequence[SessionLine], today: date) -> Iterator[str]:
    for each in unsigned:
        day = f", {short(each.day, today)}" if each.day else ""
        yield f"Unsigned: {each.code} session {each.number}{day}"
