"""What is typed about an expectation: whether it was said aloud, whether it is met, and when."""

from datetime import date

from ipt_tui.ipt.dates import DateNotUnderstood
from ipt_tui.ipt.people import Met
from ipt_tui.ipt.spoken import parse

_YES, _NO = ("yes", "y", "said"), ("no", "n", "not yet", "not said")
_MET = {"yes": Met.YES, "y": Met.YES, "partly": Met.PARTLY, "part": Met.PARTLY, "p": Met.PARTLY}
_MET |= {"no": Met.NO, "n": Met.NO, "not": Met.NO, "not met": Met.NO}


class NotHeard(ValueError):  # noqa: N818
    """The words were not understood; the message is one sentence."""


def refuse_to_come(day: date, today: date) -> None:
    """Raise NotHeard for a day after today, where only what has been can be told."""
    if day > today:
        raise NotHeard("That day is still to come; type the day on which it was.")


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


def _day(words: str, typed: str, today: date, example: str) -> date:
    try:
        found = parse(_without(words, ("since", "on")), today)
    except DateNotUnderstood:
        raise NotHeard(f"“{typed[:40]}” is not understood here; type {example}.") from None
    refuse_to_come(found.first, today)
    return found.first


def _without(words: str, leading: tuple[str, ...]) -> str:
    for word in leading:
        if words.startswith(f"{word} "):
            return words.removeprefix(f"{word} ").strip()
    return words
