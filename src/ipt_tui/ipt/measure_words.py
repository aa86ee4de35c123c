"""Measures in words: a score, its band as its authors call it, how it changed and by whose rule.

A client reads no band without a sentence around it, and none that nobody has checked; no verdict;
hidden scores are not told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience, listed, plural
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.instrument import THUMB, Better, FlagKind, told
from ipt_tui.ipt.measures import Source, as_of
from ipt_tui.ipt.score_change import change_sentence, change_words
from ipt_tui.ipt.scoring import DECLINED, score

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ipt_tui.ipt.instrument import Instrument, Item, Pattern
    from ipt_tui.ipt.measures import MeasureLine, Response
    from ipt_tui.ipt.score_change import Change
    from ipt_tui.ipt.scoring import Answer, Raised, Scored

ASKS: Mapping[FlagKind, str] = {
    FlagKind.SELF: "ask about safety",
    FlagKind.PLANS: "plans; ask about safety now, before anything else",
    FlagKind.SOFT: "worth asking about",
}
"""What an answer that needs a person asks of the practitioner; never a grade."""
SCREENING = "A score is for screening; it is not a diagnosis."
_OWN_SCREENING = "It is one look at how you have been, not a diagnosis."
NOT_ANSWERED = "not answered yet"
_NONE = "no total"
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
    return _scored(instrument, response.total, band)


def scored_words(instrument: Instrument, scored: Scored) -> str:
    """Return the same of what is only being typed, "" where it comes to no total."""
    if scored.total is None:
        return ""
    return _scored(instrument, scored.total, scored.band.words if scored.band else "")


def _scored(instrument: Instrument, total: float, band: str) -> str:
    said = f"{told(total)} {_of(instrument)}", band_words(instrument, band)
    return ", ".join(filter(None, said))


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
    return "" if line.since_first is None else changed_words(line.since_first, today)


def changed_words(change: Change, today: date) -> str:
    """Return the same of any change."""
    words = change_words(change, today)
    verdicts = "; ".join(dict.fromkeys(each.words for each in change.verdicts))
    return f"{words}: {verdicts}" if verdicts else words


def brief_words(line: MeasureLine) -> str:
    """Return the last scores of a measure: "PHQ-9 17 · 13 · no total", "" where there is none."""
    if not line.compared:
        return ""
    few = [each for each in line.responses if not each.older][-_LAST_FEW:]
    scores = [_NONE if each.total is None else told(each.total) for each in few]
    return f"{line.name} {' · '.join(scores)}"


def note_change(line: MeasureLine, today: date) -> str:
    """Return how the last score changed, in numbers alone: a note is signed, a rule is weighed."""
    if line.last is not line.scored:
        return ""
    changes = (line.since_last, line.since_first)
    return ", ".join(change_words(each, today) for each in changes if each is not None)


def sentences(
    line: MeasureLine, today: date, audience: Audience, given: Response | None = None
) -> tuple[str, ...]:
    """Return what there is to say of a measure, each a sentence; never cause, never blame.

    It is of the last time it was answered, unless an earlier one is `given`: then of how it had
    changed by that.
    """
    last = given or line.last
    if last is None:
        return (f"{line.name}: {NOT_ANSWERED}.",)
    line = as_of(line, last)
    if audience is Audience.CLIENT:
        return tuple(_own(line, last, today))
    told_ = [f"{line.name}, {short(last.day, today)}: {score_words(line.instrument, last)}."]
    if last.worked_out:
        told_.append(last.worked_out)
    if last.total is None and line.scored is not None:
        scored = score_words(line.instrument, line.scored)
        told_.append(f"The last score is of {short(line.scored.day, today)}: {scored}.")
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
    if line.hidden or last.total is None or line.instrument is None or last.older:
        return [f"You filled in {line.name} on {day}. Thank you."]
    instrument = line.instrument
    told_ = [came_words(instrument, last.total, day), points_words(instrument)]
    if last.band and instrument.verified.bands:
        told_.append(f"Those who made the form call that “{last.band}”.")
    if line.since_first is not None:
        told_.append(change_sentence(instrument, line.since_first, today, Audience.CLIENT))
    return [*filter(None, told_), _OWN_SCREENING]


def came_words(instrument: Instrument, total: float, day: str) -> str:
    """Return "On 17 Nov you came to 9, on a scale of 0 to 27.", in the client's wording."""
    ends = f"{told(instrument.lowest)} to {told(instrument.highest)}"
    return f"On {day} you came to {told(total)}, on a scale of {ends}."


def response_lines(
    line: MeasureLine, response: Response, today: date, audience: Audience
) -> Iterator[str]:
    """Yield when and how it was answered; for the practitioner the score, too."""
    if audience is Audience.CLIENT:
        bare = response.total is None or response.older  # a number of another scale says nothing
        score = "" if bare or response.total is None else f": {told(response.total)}"
        yield f"{short(response.day, today)}{score}"
        return
    yield f"{given_words(response, today)}: {score_words(line.instrument, response)}"


def beside(response: Response) -> Iterator[str]:
    """Yield what the practitioner reads beside a score: parts, what needs a person, the note."""
    flagged = {flag.label for flag in response.flags}  # which are told by themselves
    parts = [
        f"{one.label} {told(one.total)}"
        for one in response.parts
        if one.total is not None and one.label not in flagged
    ]
    if parts:
        yield f"Parts: {', '.join(parts)}"
    yield from map(flag_words, response.flags)
    if response.note:
        yield f"Note: {response.note}"


def flag_words(flag: Raised) -> str:
    """Return "Item 9, “Thoughts that …”: 1": what was answered, and no judgement."""
    where = f"Item {flag.item}, “{flag.label}”" if flag.item else flag.label
    return f"{where[:1].upper()}{where[1:]}: {flag.value}"


def unknown_words(unknown: Sequence[str]) -> str:
    """Return "Item 9 is not known: ask.", "" where all is known that asks for safety."""
    if not unknown:
        return ""
    said = listed(list(unknown))
    return f"{said[:1].upper()}{said[1:]} {'is' if len(unknown) == 1 else 'are'} not known: ask."


def open_words(line: MeasureLine, today: date) -> str:
    """Return why the last time came to no score, "" where it did: "item 3 not answered".

    After one that did, with its day: "23 Nov: no total, item 3 not answered".
    """
    last = line.last
    if last is None or last.total is not None:
        return ""
    why = last.reason.rstrip(".").partition(": ")[2]
    if line.scored is None:
        return why
    return ", ".join(filter(None, (f"{short(last.day, today)}: {_NONE}", why)))


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
