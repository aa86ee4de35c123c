"""K7's autumn and life as values, typed in from the case: moods, events, spells."""

from datetime import UTC, date, datetime, time

from ipt_tui.ipt.dates import FuzzyDate, read
from ipt_tui.ipt.moments import PARTS, Known, Moment, Part, moment
from ipt_tui.ipt.timeline import (
    EventEntry,
    JottingEntry,
    MoodEntry,
    Named,
    SpellEntry,
    Timeline,
    Window,
    Zoom,
)

TODAY = date(2026, 11, 23)
SAM = Named("sam", "Sam")
NEAR_ONSET = ("abroad", "flat")


def at(month: int, day: int, part: Part | None = None) -> Moment:
    """A day of 2026 or a part of it, in UTC so that no machine's zone matters."""
    hour, known = (PARTS[part], Known.PART) if part else (time(12), Known.DAY)
    return moment(datetime.combine(date(2026, month, day), hour, UTC), known)


def fuzzy(edtf: str, words: str = "", *days: date) -> FuzzyDate:
    """A date; `days` are first and last where they are closer than the EDTF tells."""
    when = read(edtf, words=words)
    return FuzzyDate(edtf, words, *days) if days else when


M, E = Part.MORNING, Part.EVENING
DIARY: tuple[tuple[int, int, Part | None, int, str, str, str], ...] = (
    (10, 4, E, 3, "", "", "flat, tired"),
    (10, 6, None, 4, "first session", "other", "hopeful"),
    (10, 8, None, 3, "rota changed overnight", "conflict", "angry, dismissed"),
    (10, 9, None, 3, "", "", ""),
    (10, 11, None, 5, "walk with Jo after shift", "support", "close"),
    (10, 13, M, 4, "", "", "nervous"),
    (10, 13, E, 5, "Noor cooked", "support", "cared for"),
    (10, 15, None, 2, "found the flat papers on the table", "move", "hurt, left out"),
    (10, 16, None, 2, "not speaking", "conflict", "lonely"),
    (10, 18, None, 3, "Mum rang about Christmas and the ashes", "anniversary", "guilty"),
    (10, 20, None, 4, "", "", ""),
    (10, 22, None, 5, "lunch, told Jo about the rota", "support", "understood"),
    (10, 24, None, 3, "argued about Noor's weekend", "conflict", "resentful"),
    (10, 25, None, 4, "", "", ""),
    (10, 27, None, 5, "", "", "calm"),
    (10, 29, None, 3, "rota, again", "conflict", "furious"),
    (10, 30, None, 4, "told Mr Ito I need three weeks' notice", "work", "shaky, proud"),
    (11, 1, None, 6, "Mr Ito agreed to two weeks", "support", "relieved"),
    (11, 3, None, 5, "", "", ""),
    (11, 5, None, 5, "wrote to Lena", "reconciliation", "sad, warm"),
    (11, 6, None, 4, "Mum's visit", "", "heavy"),
    (11, 8, None, 5, "", "", ""),
    (11, 9, M, 5, "", "", ""),
    (11, 9, E, 2, 'kitchen, "do what you want"', "conflict", "hurt, ashamed"),
    (11, 10, None, 3, "", "", ""),
    (11, 12, None, 6, "asked Sam for Tuesdays; he listened", "support", "surprised, hopeful"),
    (11, 14, None, 6, "Lena answered", "reconciliation", "included"),
    (11, 17, E, 7, "Tuesday evening together, first", "celebration", "close"),
    (11, 18, None, 6, "", "", ""),
    (11, 19, None, 5, "Sam late, rang first", "support", "okay"),
    (11, 21, None, 6, "talked about February, both cried", "reconciliation", "sad, close"),
    (11, 22, None, 7, "", "", "calm"),
)
"""Month, day, part of the day, mood, event, its category, feelings."""

MOODS = tuple(
    MoodEntry(f"m{n}", at(month, day, part), value, feelings=tuple(filter(None, felt.split(", "))))
    for n, (month, day, part, value, _, _, felt) in enumerate(DIARY)
)
EVENTS = tuple(
    EventEntry(
        f"e{n}",
        title,
        fuzzy(f"2026-{month:02}-{day:02}"),
        at(month, day, part) if part else None,
        category,
    )
    for n, (month, day, part, _, title, category, _) in enumerate(DIARY)
    if title
)
NOTES = (
    JottingEntry("j1", at(11, 6), "she asked twice if I was happy. I said yes"),
    JottingEntry("j2", at(11, 17), "what February was like, short"),
)
ONSET = fuzzy("2026-07~", "mid July 2026", date(2026, 7, 11), date(2026, 7, 20))
LOW = SpellEntry("low", "symptom", "low mood", fuzzy("2026-07~/..", "since mid July"))
SERTRALINE = SpellEntry("sertraline", "treatment", "sertraline 50 mg", fuzzy("2026-08/.."))
SPELLS = (LOW, SERTRALINE)

LIFE_EVENTS = (
    EventEntry("met", "met Sam", fuzzy("2017"), category="celebration"),
    EventEntry("dad", "Dad died", fuzzy("2019-04"), category="death"),
    EventEntry("house", "quarrel with Ben about the house", fuzzy("2020"), category="conflict"),
    EventEntry("feb", "", fuzzy("2025-02"), category="death", veiled=True, sensitive=True),
    EventEntry("city", "moved to the city", fuzzy("2025-09"), category="move"),
    EventEntry("abroad", "Priya went abroad", fuzzy("2026-21"), category="support_lost"),
    EventEntry(
        "flat",
        "Sam began looking at a bigger flat without saying",
        fuzzy("2026-06~"),
        category="move",
        near_onset=True,
    ),
    EventEntry("ipt", "first session", fuzzy("2026-10-06"), category="other"),
    EventEntry("piano", "learnt the piano", None, category="other"),
)
LIFE_SPELLS = (
    SpellEntry("first", "symptom", "first low spell", fuzzy("2011-24")),
    SpellEntry("second", "symptom", "low about a year", fuzzy("2019-04/2020-04~")),
    *SPELLS,
)


def autumn(
    zoom: Zoom = Zoom.MONTH, first: date = date(2026, 10, 4), last: date = TODAY
) -> Timeline:
    """K7's autumn, cut to a window."""

    def inside(day: date) -> bool:
        return first <= day <= last

    return Timeline(
        "c",
        "K7",
        Window(zoom, first, last, TODAY),
        tuple(mood for mood in MOODS if inside(mood.first)),
        tuple(event for event in EVENTS if inside(event.first)),
        SPELLS,
        tuple(note for note in NOTES if inside(note.first)),
        onset=ONSET,
        onset_words="mid July 2026",
        is_empty=False,
    )


def life() -> Timeline:
    """K7's life line."""
    window = Window(Zoom.LIFE, date(2011, 1, 1), date(2026, 12, 31), TODAY)
    return Timeline(
        "c",
        "K7",
        window,
        events=LIFE_EVENTS,
        spells=LIFE_SPELLS,
        onset=ONSET,
        onset_words="mid July 2026",
        is_empty=False,
    )


WEEK = autumn(Zoom.WEEK, date(2026, 11, 9), date(2026, 11, 15))
COURSE = autumn(Zoom.COURSE, date(2026, 7, 1), date(2026, 12, 31))
