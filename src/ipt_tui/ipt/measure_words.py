"""Measures in words: a score, its band as its authors call it, how it changed and by whose rule.

A client reads no band without a sentence around it, and none that nobody has checked; no verdict;
hidden scores are not told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience, plural
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.instrument import THUMB, Better, told
from ipt_tui.ipt.measures import Source
from ipt_tui.ipt.score_change import change_sentence, change_words
from ipt_tui.ipt.scoring import DECLINED, score

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipt_tui.ipt.instrument import Instrument, Item, Pattern
    from ipt_tui.ipt.measures import MeasureLine, Response
    from ipt_tui.ipt.scoring import Answer, Raised

SCREENING = "A score is for screening; it is not a diagnosis."
_OWN_SCREENING = "It is one look at how you have been, not a diagnosis."
NOT_ANSWERED = "not answered yet"
_LAST_FEW = 5


def score_words(instrument: Instrument | None, response: Response) -> str:
    """Return "9 of 27, mild", "5.3 of 1 to 7, high (rule of thumb)", for the practitioner.

    One given in a form that has changed since stands with its version.
    """
    if response.total is None:
        return response.reason.rstrip(".") or "no total"
    band = response.band
    if response.older or instrument is None:
        return ", ".join(filter(None, (told(response.total), band, f"version {response.version}")))
    of, band = _of(instrument), band_words(instrument, band)
    return ", ".join(filter(None, (f"{told(response.total)} {of}", band)))


def band_words(instrument: Instrument | None, band: str) -> str:
    """Return a band as its authors call it, and that it is a rule of thumb where it is one."""
    thumb = band and instrument is not None and not instrument.verified.bands
    return f"{band} ({THUMB})" if thumb else band


def points_words(instrument: Instrument | None) -> str:
    """Return what more or fewer points mean, a sentence; "" where nothing is said of it."""
    if instrument is None:
        return ""
    return {
        Better.LOW: f"Fewer points mean that {instrument.lower}.",
        Better.HIGH: f"More points mean that {instrument.higher}.",
    }.get(instrument.better, "")


def _of(instrument: Instrument) -> str:
    high = told(instrument.highest)
    return f"of {high}" if instrument.lowest == 0 else f"of {told(instrument.lowest)} to {high}"


def change_line(line: MeasureLine, today: date) -> str:
    """Return "down 8 since 6 Oct (17): response" and the like, without whose rules they are."""
    if line.since_first is None:
        return ""
    words = change_words(line.since_first, today)
    verdicts = "; ".join(dict.fromkeys(each.words for each in line.since_first.verdicts))
    return f"{words}: {verdicts}" if verdicts else words


def brief_words(line: MeasureLine) -> str:
    """Return the last scores of a measure: "PHQ-9 17 · 13 · 9", "" where there is none."""
    scores = [told(each.total) for each in line.compared[-_LAST_FEW:] if each.total is not None]
    return f"{line.name} {' · '.join(scores)}" if scores else ""


def note_change(line: MeasureLine, today: date) -> str:
    """Return how the last score changed, in numbers alone: a note is signed, a rule is weighed."""
    changes = (line.since_last, line.since_first)
    return ", ".join(change_words(each, today) for each in changes if each is not None)


def sentences(
    line: MeasureLine, today: date, audience: Audience, given: Response | None = None
) -> tuple[str, ...]:
    """Return what there is to say of a measure, each a sentence; never cause, never blame.

    It is of the last time it was answered, unless an earlier one is `given`: of that without how
    it changed, which is told from the last.
    """
    last = given or line.last
    if last is None:
        return (f"{line.name}: {NOT_ANSWERED}.",)
    if last is not line.last:
        line = replace(line, since_first=None, since_last=None)
    if audience is Audience.CLIENT:
        return tuple(_own(line, last, today))
    told_ = [f"{line.name}, {short(last.day, today)}: {score_words(line.instrument, last)}."]
    if last.worked_out:
        told_.append(last.worked_out)
    if line.instrument is not None:
        told_ += [
            change_sentence(line.instrument, each, today, audience)
            for each in (line.since_first, line.since_last)
            if each is not None
        ]
        told_ += [
            f"{one.name[:1].upper()}{one.name[1:]} ({one.citation})."
            for one in _patterns(line.instrument, last)
        ]
    return tuple(told_)


def _patterns(instrument: Instrument, response: Response) -> tuple[Pattern, ...]:
    if response.older or not response.answers:
        return ()
    return score(instrument, response.answers).patterns


def _own(line: MeasureLine, last: Response, today: date) -> list[str]:
    day = short(last.day, today)
    if line.hidden or last.total is None or line.instrument is None:
        return [f"You filled in {line.name} on {day}. Thank you."]
    instrument = line.instrument
    ends = f"{told(instrument.lowest)} to {told(instrument.highest)}"
    came = f"On {day} you came to {told(last.total)}, on a scale of {ends}."
    told_ = [came, points_words(instrument)]
    if last.band and not last.older and instrument.verified.bands:
        told_.append(f"Those who made the form call that “{last.band}”.")
    if line.since_first is not None:
        told_.append(change_sentence(instrument, line.since_first, today, Audience.CLIENT))
    return [*filter(None, told_), _OWN_SCREENING]


def response_lines(
    line: MeasureLine, response: Response, today: date, audience: Audience
) -> Iterator[str]:
    """Yield when and how it was answered; for the practitioner score, parts, flags and note."""
    if audience is Audience.CLIENT:
        score = "" if response.total is None else f": {told(response.total)}"
        yield f"{short(response.day, today)}{score}"
        return
    yield f"{given_words(response, today)}: {score_words(line.instrument, response)}"
    yield from beside(response)


def beside(response: Response) -> Iterator[str]:
    """Yield what the practitioner reads beside a score: parts, what needs a person, the note."""
    parts = [f"{one.label} {told(one.total)}" for one in response.parts if one.total is not None]
    if parts:
        yield f"Parts: {', '.join(parts)}"
    yield from map(flag_words, response.flags)
    if response.note:
        yield f"Note: {response.note}"


def flag_words(flag: Raised) -> str:
    """Return "Item 9, “Thoughts that …”: 1": what was answered, and no judgement."""
    where = f"Item {flag.item}, “{flag.label}”" if flag.item else flag.label
    return f"{where[:1].upper()}{where[1:]}: {flag.value}"


def recall_sentence(instrument: Instrument, last: date | None, today: date) -> str:
    """Say that a form is asked sooner than what it asks about, "" where it is not.

    "PCL-5 asks about the past month; it was last answered 6 days ago."
    """
    if last is None or not instrument.recall or last > today:
        return ""
    ago = (today - last).days
    if ago >= instrument.soonest_days:
        return ""
    when = f"{plural(ago, 'day')} ago" if ago else "today"
    return f"{instrument.short} asks about {instrument.recall}; it was last answered {when}."


def due_words(line: MeasureLine, number: int) -> str:
    """Return "due", or "due since session 4" where it was left since; "" where it is not due."""
    if line.due is None:
        return ""
    return "due" if line.due >= number else f"due since session {line.due}"


def item_lines(instrument: Instrument, response: Response) -> tuple[tuple[str, str], ...]:
    """Return each item with its answer in words, as pairs; "" for one that has none.

    Only of a response in the form as it is now.
    """
    if response.older or not response.answers:
        return ()
    pairs = zip(instrument.items, response.answers, strict=True)
    told_ = [(item.text, answer_words(item, answer)) for item, answer in pairs]
    if instrument.difficulty is not None and response.difficulty is not None:
        item = instrument.difficulty
        told_.append((item.text, answer_words(item, response.difficulty)))
    return tuple(told_)


def answer_words(item: Item, answer: Answer) -> str:
    """Return "2, more than half the days" with the words of the form; of one declined that."""
    if answer is DECLINED:
        return "prefers not to say"
    return f"{answer}, {item.label(answer)}" if isinstance(answer, int) else ""


def given_words(response: Response, today: date) -> str:
    """Return when and how it was answered: "17 Nov, session 7, from paper"."""
    session = f"session {response.number}" if response.session else ""
    how = "" if response.source == Source.ASKED else Source.say(response.source)
    return ", ".join(filter(None, (short(response.day, today), session, how)))
