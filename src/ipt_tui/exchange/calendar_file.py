"""Sessions to come as a calendar file: iCalendar, RFC 5545.

Times are in UTC: a session is planned for one moment, which a floating time would lose as soon as
somebody travels. The identity of an entry is that of its session, so that it is found again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui import __version__
from ipt_tui.exchange.new_file import write_new
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from ipt_tui.ipt.appointment import Appointment

OCTETS = 75
"""No line is longer than that, without its end."""
_UTC = "%Y%m%dT%H%M%SZ"


def write(
    path: Path,
    appointments: Sequence[Appointment],
    made: datetime,
    audience: Audience = Audience.PRACTITIONER,
    *,
    with_place: bool = False,
    replace: bool = False,
) -> None:
    """Write appointments to a new file. Raises ExchangeError as `new_file.write_new` does."""
    lines = calendar_lines(appointments, made, audience, with_place=with_place)
    write_new(path, (f"{line}\r\n" for line in lines), replace=replace)


def calendar_lines(
    appointments: Iterable[Appointment],
    made: datetime,
    audience: Audience = Audience.PRACTITIONER,
    *,
    with_place: bool = False,
) -> Iterator[str]:
    """Yield a calendar line after line, folded, each without its end.

    Args:
        appointments: What there is to come, in its order.
        made: This moment in UTC.
        audience: Whether "K7, session 8" or "Meeting 8" is spoken of.
        with_place: Whether it is said where.
    """
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//ipt-tui//{__version__}//EN"
    for each in appointments:
        for line in _event(each, made, audience, with_place=with_place):
            yield from _folded(line)
    yield "END:VCALENDAR"


def _event(
    each: Appointment, made: datetime, audience: Audience, *, with_place: bool
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(each.uid)}"
    yield f"DTSTAMP:{made:{_UTC}}"
    yield f"DTSTART:{each.start:{_UTC}}"
    if each.minutes:
        yield f"DURATION:PT{each.minutes}M"
    what = audience.pick(f"{each.code}, session {each.number}", f"Meeting {each.number}")
    yield f"SUMMARY:{_escaped(what)}"
    if with_place and each.place:
        yield f"LOCATION:{_escaped(each.place)}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Return a text as a value: what would end it or split it is escaped."""
    text = "\n".join(clean(text).splitlines()).replace("\\", "\\\\")
    return text.replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


def _folded(line: str) -> Iterator[str]:
    """Yield the parts of a line; all but the first begin with a space, and no letter is split."""
    part, room = "", OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield part
            part, room = " ", OCTETS - 1
        part += letter
        room -= size
    yield part
