"""What is typed as an answer: a number, a date, names, whether a wish was said aloud or met."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from ipt_tui.ipt.capture_dates import Reader, Said
from ipt_tui.ipt.dates import DateNotUnderstood
from ipt_tui.ipt.folding import folded, same_name
from ipt_tui.ipt.moments import Known, Moment, moment
from ipt_tui.ipt.people import Met
from ipt_tui.ipt.scales import Scale, number_of
from ipt_tui.ipt.spoken import parse

_NUMBER = re.compile(r"[-−+]?[0-9]{1,4}")
_MERE_TIME = re.compile(r"(?:at\s+)?[0-9][0-9:.]*\s*(?:am|pm)?", re.IGNORECASE)
_RATING = re.compile(r"([0-9]{1,2})(?:\s*,\s*|\s+|$)(.*)", re.DOTALL)
TEN = 10
"""The most that is asked for where something is rated from 0."""
_SOON, _LONG_AGO = timedelta(days=14), timedelta(days=300)
NO_TIME = "Please type a time, 14:05, or a day and a time: 24 nov 14:05."
_YES, _NO = ("yes", "y", "said"), ("no", "n", "not yet", "not said")
_MET = {"yes": Met.YES, "y": Met.YES, "partly": Met.PARTLY, "part": Met.PARTLY, "p": Met.PARTLY}
_MET |= {"no": Met.NO, "n": Met.NO, "not": Met.NO, "not met": Met.NO}


FEWEST_LETTERS = 3
"""So many letters are words to keep; fewer are keys that were meant as such."""
EMPTY_SKIPS = "Empty skips."
ONCE_MORE = "The same once more goes on, and keeps your words as a line."


class NotHeard(ValueError):  # noqa: N818
    """The words were not understood; the message is one sentence."""


def are_words(typed: str) -> bool:
    """Whether an answer that was not understood says something, and is to be kept all the same."""
    return sum(letter.isalpha() for letter in typed) >= FEWEST_LETTERS


def and_goes_on(refusal: str) -> str:
    """Return why words were refused, and that they are kept all the same when given once more."""
    if "enter" in refusal:  # it says itself what enter does
        return refusal
    return " ".join((refusal, *(() if EMPTY_SKIPS in refusal else (EMPTY_SKIPS,)), ONCE_MORE))


def refuse_to_come(day: date, today: date) -> None:
    """Raise NotHeard for a day after today, where only what has been can be told."""
    if day > today:
        raise NotHeard("That day is still to come; type the day on which it was.")


def number(typed: str, low: int, high: int) -> int | None:
    """Read a whole number from `low` to `high`, None for nothing typed.

    Raises NotHeard, one sentence to show.
    """
    if not typed:
        return None
    if not _NUMBER.fullmatch(typed) or not low <= number_of(typed) <= high:
        raise NotHeard(f"Please type a whole number from {low} to {high}.")
    return number_of(typed)


def on_scale(typed: str, scale: Scale) -> int:
    """Read a mood's number. Raises NotHeard, one sentence to show."""
    if not _NUMBER.fullmatch(typed) or not scale.holds(number_of(typed)):
        raise NotHeard(scale.refusal)
    return number_of(typed)


def when(
    typed: str, today: date, *, southern: bool, day_starts_at: time, now: datetime | None = None
) -> Said:
    """Read a date, and the moment it stands for where it is one day.

    With `now` a mere time that is still to come is the last such time there was. Raises NotHeard,
    one sentence to show.
    """
    try:
        return Reader(today, southern=southern, day_starts_at=day_starts_at, now=now).whole(typed)
    except DateNotUnderstood as error:
        raise NotHeard(str(error)) from None


def been(typed: str, today: date, *, southern: bool, day_starts_at: time) -> Said:
    """Read a day that has been, as `when` does.

    A date without its year is one that is past; but "30 nov" typed on 28 November is a slip, not
    last year. Raises NotHeard, one sentence to show.
    """
    said = when(typed, today, southern=southern, day_starts_at=day_starts_at)
    _refuse_slip(
        said[0].first,
        today,
        lambda on: when(typed, on, southern=southern, day_starts_at=day_starts_at)[0].first,
    )
    return said


def was(typed: str, day: date, now: Moment, *, southern: bool, day_starts_at: time) -> Said:
    """Read when something was, told on the evening of `day`, by the moment `now`.

    It may be told on another day than the evening's: what is no time of that day is read on the
    day of now. Nothing is in the future. Raises NotHeard, one sentence to show.
    """
    try:
        said = _was(typed, day, now, southern=southern, day_starts_at=day_starts_at)
    except NotHeard:
        if day == now.day:
            raise
        said = _was(typed, now.day, now, southern=southern, day_starts_at=day_starts_at)
    return said


def _was(typed: str, day: date, now: Moment, *, southern: bool, day_starts_at: time) -> Said:
    def read(on: date) -> Said:
        return when(typed, on, southern=southern, day_starts_at=day_starts_at, now=now.at)

    said = read(day)
    _refuse_slip(said[0].first, day, lambda on: read(on)[0].first)
    at = said[1]
    if at is not None and at.known is Known.TIME and at.instant > now.instant:
        raise NotHeard("That time is still to come; type when it was.")
    return said


def _refuse_slip(day: date, today: date, read: Callable[[date], date]) -> None:
    """Raise NotHeard for a day to come, and for one of last year that is a slip for one soon.

    `read` reads the same words on another day.
    """
    refuse_to_come(day, today)
    if today - day > _LONG_AGO:
        soon = min(today, date.max - _SOON) + _SOON
        if today < read(soon) <= soon:
            raise NotHeard(f"That day is still to come; type {day.day} {day:%b %Y} for last year.")


def clock_time(
    typed: str, day: date, today: date, *, southern: bool, day_starts_at: time
) -> Moment:
    """Read a time by the clock: a mere one is of the day lived, `day`; a date is the calendar's.

    So 00:20 of a session that began in the evening is after midnight, and "25 nov 00:20" is that
    same hour. Raises NotHeard, one sentence to show.
    """
    mere = bool(_MERE_TIME.fullmatch(typed.strip()))
    try:
        said = when(typed, day if mere else today, southern=southern, day_starts_at=day_starts_at)
    except NotHeard:
        raise NotHeard(NO_TIME) from None
    told, at = said
    if at is None or at.known is not Known.TIME:
        raise NotHeard(NO_TIME)
    if mere:
        return at
    return moment(
        datetime.combine(told.first, at.at.time()).astimezone(), Known.TIME, day_starts_at
    )


def among(typed: str, known: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return which of a list are meant, by number or in words; `known` are their ids and words.

    Raises NotHeard, one sentence to show.
    """
    found = []
    for word in filter(None, (part.strip() for part in re.split(r"[,;\s]+(?=\d)|[,;]", typed))):
        if word.isascii() and word.isdecimal() and 0 < int(word[:4]) <= len(known):
            found.append(known[int(word) - 1][0])
            continue
        meant = next((id_ for id_, words in known if folded(word) in (folded(words), id_)), None)
        if meant is None:
            raise NotHeard(f"“{word[:40]}” is none of them; type their numbers, 1 to {len(known)}.")
        found.append(meant)
    return tuple(dict.fromkeys(found))


def named(typed: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the uids of the people named, separated by commas; `names` gives each name its uid.

    The beginning of a name will do where only one begins so; of names that differ by a capital
    alone the one spelled so is meant. Raises NotHeard, one sentence to show, for somebody unknown.
    """
    found = []
    for name in filter(None, (part.strip(" @") for part in typed.split(","))):
        wanted = folded(name)
        whole = [uid for known, uid in names.items() if known.strip() == name]
        whole = whole or [uid for known, uid in names.items() if folded(known.strip()) == wanted]
        near = whole or [uid for known, uid in names.items() if folded(known).startswith(wanted)]
        if len(near) != 1:
            many = "Several people are called" if near else "Nobody here is called"
            raise NotHeard(f"{many} “{name[:40]}”; type the name as it stands on the circle.")
        found += near
    return tuple(dict.fromkeys(found))


def named_or_new(typed: str, names: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the uids of the people named, and the names that an @ before them says are new.

    A name that is known is known with an @ as well; see `same_name`. Raises NotHeard, one sentence
    to show.
    """
    there, new = [], list[str]()
    for part in filter(None, (part.strip() for part in typed.split(","))):
        name = part.strip(" @")
        if not part.startswith("@") or same_name(name, names):
            there.append(name)
        elif name and not same_name(name, new):
            new.append(name)
    for name in there:
        if name and not any(folded(known).startswith(folded(name)) for known in (*names, *new)):
            raise NotHeard(f"“{name[:40]}” is not on the circle yet; @{name[:40]} adds that name.")
    there = [name for name in there if not same_name(name, new)]
    return named(", ".join(there), names), tuple(new)


def apart(typed: str) -> tuple[str, ...]:
    """Return what is typed between commas, semicolons and line ends, without an @ before it."""
    parts = (part.strip(" \t@") for part in re.split(r"[,;\n]", typed))
    return tuple(part for part in parts if part)


def names_heard(
    typed: Iterable[str], names: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the uids of those who are known by their whole names, and the names that are new.

    No sign is needed before a new one.
    """
    return named_or_new(", ".join(f"@{name}" for name in typed), names)


def said_when(text: str, today: date) -> tuple[bool, date]:
    """Read "no", "yes", "yes 12 nov", "12 nov": whether it was said aloud, and when that began.

    Raises NotHeard, one sentence to show.
    """
    words = text.strip().casefold()
    if words in _NO:
        return False, today
    if words in _YES:
        return True, today
    return True, _day(_without(words, _YES), text, today, "no, yes, or the day: 12 nov")


def met_when(text: str, today: date) -> tuple[Met, date]:
    """Read "partly", "no", "yes since 17 nov": whether it is met, and since when.

    Raises NotHeard, one sentence to show.
    """
    words = text.strip().casefold()
    if words in _MET:
        return _MET[words], today
    first, _, rest = words.partition(" ")
    if first not in _MET:
        raise NotHeard(f"“{text[:40]}” is not understood here; type yes, partly or no.")
    return _MET[first], _day(rest, text, today, "partly since 17 nov")


def rating_when(text: str, today: date) -> tuple[int, date]:
    """Read "6", "6 on 17 nov", "6, yesterday": a rating from 0 to 10, and the day it is of.

    Raises NotHeard, one sentence to show.
    """
    found = _RATING.fullmatch(text.strip().casefold())
    if found is None or not 0 <= int(found[1]) <= TEN:
        raise NotHeard("Please type a number from 0 to 10, and a day where it is of another: "
                       "6 on 17 nov.")  # fmt: skip
    return int(found[1]), _day(found[2], text, today, "6 on 17 nov") if found[2] else today


def _day(words: str, typed: str, today: date, example: str) -> date:
    told = _without(words, ("since", "on"))
    try:
        day = parse(told, today).first
    except DateNotUnderstood:
        raise NotHeard(f"“{typed[:40]}” is not understood here; type {example}.") from None
    _refuse_slip(day, today, lambda on: parse(told, on).first)
    return day


def _without(words: str, leading: tuple[str, ...]) -> str:
    for word in leading:
        if words.startswith(f"{word} "):
            return words.removeprefix(f"{word} ").strip()
    return words
