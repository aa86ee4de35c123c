"""The moods since the last session, as a brief tells them: counts and periods, never a cause.

Medians, never means; under three the entries are given and not a number. The one who lives them
reads the better day first, and of no median and no lowest day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from ipt_tui.ipt.audience import Audience, listed, plural
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.numbers import whole
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.ipt.spark import spark
from ipt_tui.ipt.timeline_phrases import titled
from ipt_tui.ipt.timeline_words import DAYS_NAMED, FEWEST

GAP = "  "
SO_FAR = 14
"""The days whose moods are told before the first session."""
_PERIODS = {1: "the 24 hours before", 7: "the week before", 14: "the two weeks before"}


@dataclass(frozen=True, slots=True)
class BriefMood:
    """A mood on the scale of the brief.

    `tied` are the titles of what somebody tied it to, `near` of what is only offered as near it.
    """

    value: int
    day: date
    tied: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefMoods:
    """The moods since the last session in their order, and those of the period before it.

    All are on one scale. `before_days` is how long that period was, None where there was none.
    """

    since: tuple[BriefMood, ...] = ()
    before: tuple[BriefMood, ...] = ()
    before_days: int | None = None
    scale: Scale = USUAL


NO_MOODS = BriefMoods()


def mood_lines(moods: BriefMoods, today: date, audience: Audience) -> list[str]:
    """Return how the moods were: what there is of them, then the day that stands out."""
    if not moods.since:
        return [] if audience is Audience.CLIENT else ["no moods noted"]
    bars = spark((mood.value for mood in moods.since), moods.scale.low, moods.scale.high)
    if audience is Audience.CLIENT:
        told, apart = _own(moods), _standing_out(moods, today, "best", better=True)
    else:
        told, apart = _counted(moods, today), _standing_out(moods, today, "", better=False)
    return list(filter(None, [f"{told}{GAP}{bars}", apart]))


def _own(moods: BriefMoods) -> str:
    values = [str(mood.value) for mood in moods.since]
    if len(values) == 1:
        return f"you noted how you were once: {values[0]}"
    return f"you noted how you were {len(values)} times: {', '.join(values)}"


def _counted(moods: BriefMoods, today: date) -> str:
    told = _some(moods.since, today)
    if not moods.before_days:
        return told
    period = _PERIODS.get(moods.before_days, f"the {plural(moods.before_days, 'day')} before")
    if not moods.before:
        return f"{told} (none in {period})"
    if len(moods.before) < FEWEST:
        return f"{told} ({period}: {_entries(moods.before, today)})"
    return f"{told} ({_middle(moods.before)} {period})"


def _some(moods: Sequence[BriefMood], today: date) -> str:
    count = plural(len(moods), "mood")
    if len(moods) < FEWEST:
        return f"{count}: {_entries(moods, today)}"
    return f"{count}, median {_middle(moods)}"


def _middle(moods: Iterable[BriefMood]) -> str:
    return whole(median(mood.value for mood in moods))


def _entries(moods: Iterable[BriefMood], today: date) -> str:
    return listed([f"{mood.value} on {short(mood.day, today)}{_beside(mood)}" for mood in moods])


def _beside(mood: BriefMood) -> str:
    """Return ", with “Sam rang first”" of what is tied, ", near …" of what only lies near."""
    titles = mood.tied or mood.near
    word = "with" if mood.tied else "near"
    return f", {word} {listed([f'“{titled(title)}”' for title in titles])}" if titles else ""


def _standing_out(moods: BriefMoods, today: date, word: str, *, better: bool) -> str:
    """Return "lowest 5, 19 Nov, with “Sam late, rang first”", "" where all were alike or few.

    The better or the harder end is asked of the scale, whose ten may be the worst.
    """
    values = [mood.value for mood in moods.since]
    if min(values) == max(values) or len(values) < FEWEST:
        return ""
    high = (moods.scale.better == "high") is better
    value = max(values) if high else min(values)
    found = [mood for mood in moods.since if mood.value == value]
    lead = f"{word or ('highest' if high else 'lowest')} {value}"
    days = len({mood.day for mood in found})
    if days > DAYS_NAMED:
        return f"{lead}, on {days} days"
    beside = {mood.day for mood in found if _beside(mood)}
    named = [mood for mood in found if _beside(mood) or mood.day not in beside]
    return f"{lead}, {'; '.join(f'{short(mood.day, today)}{_beside(mood)}' for mood in named)}"
