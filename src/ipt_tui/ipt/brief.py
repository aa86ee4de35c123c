"""The brief before a session as one value, and its lines in two wordings.

The same input always gives the same text: counts and periods, and what somebody wrote as they
wrote it. Concerns, promises and scores are for the practitioner alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from ipt_tui.ipt.audience import Audience, listed, plural
from ipt_tui.ipt.brief_moods import NO_MOODS, BriefMoods, mood_lines
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.practice_words import PracticeLine, practice_words
from ipt_tui.ipt.talk_vocabulary import Stage
from ipt_tui.ipt.text import cells, clean
from ipt_tui.ipt.wrapping import wrap

POINT = " · "
HALFWAY = "halfway look"


@dataclass(frozen=True, slots=True)
class WishCount:
    """How many of the client's wishes with somebody were said aloud, now and at the start.

    `at_start` is None where nobody knows.
    """

    name: str
    said: int
    of: int
    at_start: int | None = None


@dataclass(frozen=True, slots=True)
class BriefSource:
    """What there is to say before a session; what is not known is empty.

    `number` is that of the session to come, `left` how many follow it. `last` is the day of the
    last session, `last_number` its number; where there was none the moods are those of the last
    two weeks. `own_working_on` is the focus in the client's words, `second` the one beside it, and
    `stage` says how far the work on the first is, for the practitioner. `talks` are those not
    looked at yet ("Mum, 6 Nov"). `measures` are lines of scores, `due` the names of what is
    due. `goals` are lines, each with its last two ratings; `halfway` is whether it is the
    session of the halfway look. `lacking` is the first thing that is not agreed yet and would
    be by now, a sentence for the practitioner. `missed` are the numbers of sessions that did
    not take place; they count as held.
    """

    code: str
    today: date
    number: int
    of: int | None = None
    left: int | None = None
    day: date | None = None
    start: time | None = None
    place: str = ""
    last: date | None = None
    last_number: int | None = None
    plan: str = ""
    working_on: str = ""
    own_working_on: str = ""
    second: str = ""
    own_second: str = ""
    stage: str = ""
    moods: BriefMoods = NO_MOODS
    circle: tuple[str, ...] = ()
    talks: tuple[str, ...] = ()
    wishes: tuple[WishCount, ...] = ()
    practice: tuple[PracticeLine, ...] = ()
    measures: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    halfway: bool = False
    due: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()
    lacking: str = ""
    missed: tuple[int, ...] = ()


def heading(source: BriefSource, audience: Audience) -> str:
    """Return "K7 · session 8 tomorrow 14:00, room 2", as far as it is known."""
    lead = audience.pick(f"{source.code}{POINT}session", "Meeting")
    when = " ".join(filter(None, [f"{lead} {source.number}", _when(source)]))
    return ", ".join(filter(None, [when, source.place]))


def brief(source: BriefSource, audience: Audience) -> tuple[tuple[str, str], ...]:
    """Return the brief as pairs of label and text; a label is "" where a line goes on."""
    return tuple(_own(source) if audience is Audience.CLIENT else _theirs(source))


def brief_lines(
    source: BriefSource, audience: Audience = Audience.PRACTITIONER, width: int | None = None
) -> list[str]:
    """Return the brief as plain lines under its heading, wrapped only if a width is given."""
    told = [heading(source, audience), ""]
    told += [f"{label}: {text}" if label else text for label, text in brief(source, audience)]
    lines = [" ".join(clean(text).replace("\t", " ").splitlines()).rstrip() for text in told]
    if width is None:
        return lines
    return [part.rstrip() for text in lines for part in wrap(text, width, cells)]


def _theirs(source: BriefSource) -> Iterator[tuple[str, str]]:
    moods = mood_lines(source.moods, source.today, Audience.PRACTITIONER)
    if source.lacking:
        yield "To agree", source.lacking
    if source.plan:
        yield "Plan from last time", source.plan
    if source.working_on or source.second:
        stage = f" ({source.stage})" if source.stage else ""
        first = f"{source.working_on}{stage}"
        second = f"second: {source.second}" if source.second else ""
        yield "Working on", "; ".join(filter(None, (first, second)))
    yield from _rows(_since(source, Audience.PRACTITIONER), moods)
    yield from _rows("Circle", source.circle)
    yield from _one("Talks", [f"{talk}: {Stage.NEW.label}" for talk in source.talks])
    yield from _one(
        "Said aloud", [wish_words(each, Audience.PRACTITIONER) for each in source.wishes]
    )
    yield from _rows("Practice", [practice_words(each) for each in source.practice])
    yield from _rows("Measures", source.measures)
    yield from _one("Goals", source.goals)
    yield from _one("Due", source.due, ", ")
    yield from _rows("Open concern", source.concerns)
    yield from _one("I promised", source.promised)
    if source.left is not None:
        of = f"{source.number} of {source.of}, " if source.of else ""
        left = f"{source.left or 'none'} left after it{_missed(source)}"
        yield "Sessions", f"{of}{left}{_halfway(source)}"


def _own(source: BriefSource) -> Iterator[tuple[str, str]]:
    moods = mood_lines(source.moods, source.today, Audience.CLIENT)
    going_on = (each for each in source.practice if not each.paused)
    tried = [practice_words(each, Audience.CLIENT) for each in going_on]
    if source.plan:
        yield "What we planned", source.plan
    own = "; ".join(filter(None, (source.own_working_on, source.own_second)))
    if own:
        yield "What you are working on", own
    yield from _rows(_since(source, Audience.CLIENT), moods)
    yield from _rows("Your circle", source.circle)
    yield from _one("Talks you noted", source.talks)
    yield from _rows(
        "Said out loud", [wish_words(each, Audience.CLIENT) for each in source.wishes if each.said]
    )
    yield from _rows("What you tried", tried)
    yield from _one("Your goals", source.goals)
    yield from _one("To fill in", source.due, ", ")
    if source.left is not None:
        yield "Meetings", f"{source.left or 'none'} after this one{_halfway(source)}"


def _missed(source: BriefSource) -> str:
    """Return "; 8 did not take place and counts as one of them"."""
    if not source.missed:
        return ""
    counts = "counts as one" if len(source.missed) == 1 else "count as some"
    return f"; {listed([*map(str, source.missed)])} did not take place and {counts} of them"


def _halfway(source: BriefSource) -> str:
    """Return " · halfway look" before the session it is for."""
    return f"{POINT}{HALFWAY}" if source.halfway else ""


def _rows(label: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield a line for each text; only the first has the label."""
    for number, text in enumerate(texts):
        yield ("" if number else label), text


def _one(label: str, texts: Sequence[str], between: str = POINT) -> Iterator[tuple[str, str]]:
    """Yield one line with all of the texts, none where there is none."""
    if texts:
        yield label, between.join(texts)


def _when(source: BriefSource) -> str:
    """Return "tomorrow 14:00", "today", "Thu 26 Nov 14:00"."""
    if source.day is None:
        return ""
    near = {timedelta(): "today", timedelta(days=1): "tomorrow"}
    far = f"{source.day:%a} {short(source.day, source.today)}"
    day = near.get(source.day - source.today, far)
    return f"{day} {source.start:%H:%M}" if source.start else day


def _since(source: BriefSource, audience: Audience) -> str:
    """Return "Since session 7 (6 days)", "Since last time (today)"."""
    if source.last is None:
        return "The last two weeks"
    number = source.last_number
    session = "last time" if number is None else f"session {number}"
    days = (source.today - source.last).days
    long = plural(days, "day") if days > 0 else "today"
    return f"Since {audience.pick(session, 'last time')} ({long})"


def wish_words(count: WishCount, audience: Audience) -> str:
    """Return how many wishes with somebody were said, and at the start, where that is known.

    "3 of 3 wishes with Sam; at the start none", or "3 of your 3 wishes, to Sam; at the start none".
    """
    said, wishes = count.said or "none", plural(count.of, "wish", "wishes")
    told = audience.pick(
        f"{said} of {wishes} with {count.name}", f"{said} of your {wishes}, to {count.name}"
    )
    if count.at_start is None or not (count.said or count.at_start):
        return told
    return f"{told}; at the start {count.at_start or 'none'}"
