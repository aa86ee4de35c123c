"""Which days are on screen: the week, the month, the course, the life around a day."""

from datetime import date, timedelta

from ipt_tui.ipt.timeline import Window, Zoom

WEEK, MONTH = 7, 35
"""Days on screen; a month is five whole weeks."""
COURSE_LOOKS_BACK = 26 * 7
"""The course begins at the first entry of so many days."""
EARLIEST, LATEST = date(2, 1, 1), date(9998, 12, 31)
"""Days around which there is still room for a window."""
SHORTEST_COURSE = 8 * 7
SHORTEST_LIFE = 3 * 365


def window(
    zoom: Zoom, around: date, today: date, started: date | None = None, first: date | None = None
) -> Window:
    """Return the days on screen with `around` among them.

    `started` is the day on which the course began, `first` the first day of anything at all;
    both None where there is nothing. A day of the past stands in the middle, today at the end. A
    course stays as long as it is while one steps back.
    """
    around = min(max(around, EARLIEST), LATEST)
    if zoom in (Zoom.WEEK, Zoom.MONTH):
        length = WEEK if zoom is Zoom.WEEK else MONTH
        last = max(around, min(around + timedelta(days=length // 2), today))
        return Window(zoom, last - timedelta(days=length - 1), last, today)
    if zoom is Zoom.COURSE:
        began = min(started or today, today)
        length = max((today - began).days, SHORTEST_COURSE)
        last = around
        if began <= around <= today:
            last = today
        begin = last - timedelta(days=length)
        return Window(zoom, begin - timedelta(days=begin.weekday()), last, today)
    begin = min(first or today, today - timedelta(days=SHORTEST_LIFE))
    return Window(zoom, begin.replace(month=1, day=1), max(today, around), today)


def stepped(shown: Window, direction: int) -> date:
    """Return the day to look around after a step of half a window; a life is all on screen."""
    if shown.zoom is Zoom.LIFE:
        return shown.last
    half = max(WEEK // 2, shown.days // 2 // 7 * 7)
    middle = shown.days // 2 if shown.zoom in (Zoom.WEEK, Zoom.MONTH) else 0
    try:
        return shown.last + timedelta(days=direction * half - middle)
    except OverflowError:
        return shown.last
