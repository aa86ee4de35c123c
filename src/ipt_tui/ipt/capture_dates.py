"""When a captured line says it was: a date in words, and a time or a part of that day."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta

from ipt_tui.ipt import moments, spoken
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.dates import DateNotUnderstood, FuzzyDate, read
from ipt_tui.ipt.folding import fold, folded
from ipt_tui.ipt.moments import Moment, Part

Said = tuple[FuzzyDate, Moment | None]
"""A date, and the moment it stands for where it is one day."""

_TIME = re.compile(
    r"(?:at\s+)?(?:(?P<hour>[01]?[0-9]|2[0-3])[:.](?P<minute>[0-5][0-9])\s*(?P<half>am|pm)?"
    r"|(?P<hour12>1[0-2]|0?[1-9])\s*(?P<half12>am|pm))(?![\w:])",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:(?:in\s+the|at)\s+)?(?P<part>morning|afternoon|evening|night)(?!\w)", re.IGNORECASE
)
LAST_WORDS = 4
"""So many words at the end of a mood may be its date."""
_BETWEEN = re.compile(r"[\s,]*")
_LEAD = re.compile(
    r"(?<!\S)(?:(?P<on>on)\s+|(?P<with>since|last|next|from|until|around)(?=\s))", re.IGNORECASE
)
_AROUND = re.compile(r"(?:around|about|at the time of)\s+", re.IGNORECASE)
_AT = re.compile(r"(?<!\S)at\s+(?=[0-9])", re.IGNORECASE)
_WORDS_TOO = frozenset(["may", "march", "mar", "sun", "sat", "wed", "fall", "spring"])
"""Dates that are words of their own: straight after a mark they are read as words."""
_TOLD = {"morning": Part.MORNING, "afternoon": Part.AFTERNOON, "tonight": Part.EVENING,
         "evening": Part.EVENING, "night": Part.NIGHT}  # fmt: skip


class Reader:
    """Reads dates as of a day; `today` is the day being lived."""

    def __init__(
        self,
        today: date,
        *,
        southern: bool = False,
        day_starts_at: time = DAY_STARTS_AT,
        now: datetime | None = None,
        anchors: Mapping[str, str] | None = None,
    ) -> None:
        """Read as of `today`, and of the moment `now` if given, with a hemisphere's seasons.

        `anchors` are the dates, as EDTF, of what people may date by: "around Dad's move".
        """
        self._anchors = {folded(title): edtf for title, edtf in (anchors or {}).items()}
        self.today, self._southern, self._day_starts_at = today, southern, day_starts_at
        self._now = now

    def whole(self, text: str) -> Said:
        """Read a whole text. Raises DateNotUnderstood with one sentence."""
        found = self.at_start(text, anywhere=True)
        if found is not None and not found[1].strip(" .,;"):
            return found[0]
        return self._settled(spoken.parse(text, self.today, self._southern), None)

    def at_start(self, text: str, *, anywhere: bool = False) -> tuple[Said, str] | None:
        """Read a date, a time or both at the start of a text; return them and the rest.

        Straight after a mark ("may be late") a word that is only maybe a date is none, unless
        more follows that makes it one; `anywhere` reads it all the same.
        """
        found = self._by_anchor(text) or spoken.parse_prefix(text, self.today, self._southern)
        if found is None:
            hour, rest = _hour(text)
            if hour is None:
                return None
            return self._last(self._settled(self._today(text, rest), hour), hour), rest
        when, rest = found
        hour, after = _hour(rest)
        if hour is None and not anywhere and folded(when.words) in _WORDS_TOO:
            return None
        if hour is not None and when.exact:
            words = text[: len(text) - len(after)].strip(" ,")
            when = FuzzyDate(when.edtf, words, when.first, when.last)
            return self._settled(when, hour), after
        return self._settled(when, _told(when.words)), rest

    def _by_anchor(self, text: str) -> tuple[FuzzyDate, str] | None:
        """Read "around Dad's move" at the start of a text: about when that was."""
        lead = _AROUND.match(text)
        if lead is None or not self._anchors:
            return None
        plain, origin = fold(text[lead.end() :])
        for title in sorted(self._anchors, key=len, reverse=True):
            if plain.startswith(title) and not plain[len(title) : len(title) + 1].isalnum():
                stop = lead.end() + (origin[len(title)] if len(title) < len(origin) else len(text))
                edtf = "/".join(_about(part) for part in self._anchors[title].split("/"))
                words = text[:stop].strip()
                return read(edtf, self._southern, words), text[stop:]
        return None

    def within(self, text: str) -> tuple[Said, str, str] | None:
        """Read the first date after on, since, last, next, from, until, or a time after at.

        Returns it with the text before and the text after it.
        """
        for lead in self._leads(text):
            start = lead.end() if lead.lastgroup != "with" else lead.start("with")
            found = self.at_start(text[start:], anywhere=True)
            if found is None:
                continue
            said, rest = found
            return said, text[: lead.start()].rstrip(" ,"), rest
        return None

    def at_end(self, text: str, *, span: bool = False) -> tuple[Said, str] | None:
        """Read a day at the end of a text ("hurt yesterday"), and the text before it.

        With `span` a month, a season or a year will do ("met Sam in spring 2019"); one word alone
        only after "in", since June may be somebody's name.
        """
        words = text.split(" ")
        for count in range(min(LAST_WORDS, len(words) - 1), 0, -1):
            last = " ".join(words[-count:]).strip(" ,")
            if not last or folded(last) in _WORDS_TOO or folded(last).isdigit():
                continue
            if words[-count - 1].isdigit():  # a day that month does not have
                continue
            with suppress(DateNotUnderstood):
                said = self.whole(last)
                before = words[:-count]
                bare = " " not in last and not any(map(str.isdigit, last))
                led = before[-1].lower() in ("in", "on")
                if said[1] is not None or (span and (led or not bare)):
                    if led:
                        before.pop()
                    if any(before):
                        return said, " ".join(before).rstrip(" ,")
        return None

    @staticmethod
    def _leads(text: str) -> Iterator[re.Match[str]]:
        quoted = [(m.start(), m.end()) for m in re.finditer(r'"[^"]*"|“[^”]*”', text)]
        found = sorted([*_LEAD.finditer(text), *_AT.finditer(text)], key=lambda m: m.start())
        for lead in found[:20]:
            if not any(start <= lead.start() < stop for start, stop in quoted):
                yield lead

    def _today(self, text: str, rest: str) -> FuzzyDate:
        words = text[: len(text) - len(rest)].strip()
        return read(self.today.isoformat(), words=words)

    def _last(self, said: Said, hour: time | Part) -> Said:
        """Return the last such time there was, where today's is still to come."""
        when, moment = said
        if moment is None or not isinstance(hour, time) or self._now is None:
            return said
        if moment.at <= self._now:
            return said
        day = self.today - timedelta(days=1)
        return self._settled(read(day.isoformat(), words=when.words), hour)

    def _settled(self, when: FuzzyDate, hour: time | Part | None) -> Said:
        if not when.exact:
            return when, None
        if isinstance(hour, time):
            return when, moments.at_time(when.first, hour, self._day_starts_at)
        return when, moments.on_day(when.first, hour)


def _hour(text: str) -> tuple[time | Part | None, str]:
    """Read a time or a part of the day at the start of a text, and the rest of it."""
    skipped = _BETWEEN.match(text)
    at = skipped.end() if skipped else 0
    if match := _PART.match(text, at):
        return _TOLD[match["part"].lower()], text[match.end() :]
    match = _TIME.match(text, at)
    if match is None:
        return None, text
    hour = int(match["hour"] or match["hour12"])
    half = (match["half"] or match["half12"] or "").lower()
    if half and hour > 12:
        return None, text
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, int(match["minute"] or 0)), text[match.end() :]


def _about(part: str) -> str:
    """Return an EDTF date as about that date; an open end stays open."""
    return part if part in ("", "..") or part[-1] in "~%" else f"{part.rstrip('?')}~"


def _told(words: str) -> Part | None:
    """Return the part of the day that the words of a date say by themselves ("this morning")."""
    last = folded(words).rpartition(" ")[2]
    return _TOLD.get(last)


__all__ = ["DateNotUnderstood", "Reader", "Said"]
