"""Whatever is on a timeline and however large it is drawn."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ipt_tui.ipt.dates import FuzzyDate
from ipt_tui.ipt.moments import Known, Moment, moment
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.ipt.timeline import (
    EventEntry,
    JottingEntry,
    MoodEntry,
    SpellEntry,
    Timeline,
    Window,
    Zoom,
    order,
)
from ipt_tui.ipt.timeline_lit import Picture
from ipt_tui.ipt.timeline_marks import ScoreMark, SessionMark
from ipt_tui.ipt.timeline_picture import picture
from ipt_tui.ipt.timeline_sheet import Part
from tests.ipt.k7_autumn import COURSE, WEEK, autumn, life

HOSTILE = (
    "[/]",
    "[b]",
    "\x1b[2J\x9b",
    "a\nb\tc",
    "\u202eevil",
    "x" * 400,
    "👩‍👩‍👧‍👦",
    "日本語",
    "מירה",
    "",
)
FIRST = date(2026, 9, 1)


def filled(drawn: Picture, width: int, height: int) -> None:
    """Every row fills the width to the cell, also while an entry is lit."""
    assert len(drawn.rows) == height
    rows = list(drawn.rows)
    for uid in list(drawn.sheet.places)[:5]:
        rows += drawn.lit(uid).values()
    for row in rows:
        assert sum(cell_len(run.text) for run in row) == width


@pytest.mark.parametrize("value", [WEEK, autumn(), COURSE, life()], ids=lambda t: t.window.zoom)
def test_every_row_is_exactly_as_wide_as_asked_for(value: Timeline) -> None:
    for width in (40, 41, 49, 50, 57, 76, 96, 133, 156, 200):
        for height in (8, 9, 10, 13, 17, 25, 38, 60):
            filled(picture(value, width, height, 2, cell_len), width, height)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    zoom = draw(st.sampled_from([Zoom.WEEK, Zoom.MONTH, Zoom.COURSE, Zoom.LIFE]))
    days = 7 if zoom is Zoom.WEEK else draw(st.integers(1, 9000 if zoom is Zoom.LIFE else 700))
    window = Window(
        zoom, FIRST, FIRST + timedelta(days=days - 1), FIRST + timedelta(days=days // 2)
    )
    any_day = st.integers(0, days - 1).map(lambda n: FIRST + timedelta(days=n))

    def moments() -> Moment:
        hour, minute = draw(st.integers(0, 23)), draw(st.integers(0, 59))
        wall = datetime.combine(draw(any_day), datetime.min.time(), UTC)
        return moment(wall.replace(hour=hour, minute=minute), Known.TIME)

    def fuzzy(open_: bool = False) -> FuzzyDate:
        first = draw(any_day)
        last = first + timedelta(days=draw(st.integers(0, 40)))
        last = date.max if open_ and draw(st.booleans()) else last
        return FuzzyDate(draw(st.sampled_from(["2026", "2026~", "2026?"])), "", first, last)

    words = st.sampled_from(HOSTILE)
    counts = [draw(st.integers(0, most)) for most in (40, 20, 6, 6, 12)]
    moods, events = [], []
    for n in range(counts[0]):
        scale = draw(st.sampled_from([USUAL, USUAL, Scale(-100, 100, *HOSTILE[6:8])]))
        value = draw(st.integers(scale.low, scale.high))
        when, since = moments(), draw(st.sampled_from(["now", "since"]))
        moods.append(MoodEntry(f"m{n}", when, value, scale, since, draw(any_day)))
    for n in range(counts[1]):
        when_ = draw(st.sampled_from([None, fuzzy()]))
        category = draw(st.sampled_from(["conflict", "support", "move", "death", "", "own word"]))
        veiled = draw(st.booleans())
        events.append(EventEntry(f"e{n}", draw(words), when_, category=category, veiled=veiled))
    spells = [SpellEntry(f"s{n}", "symptom", draw(words), fuzzy(True)) for n in range(counts[2])]
    jottings = [JottingEntry(f"j{n}", moments(), draw(words)) for n in range(counts[3])]
    scores = [
        ScoreMark(f"r{n}", moments(), name, name, draw(st.integers(0, 80)) / 2)
        for n in range(counts[4])
        for name in (draw(st.sampled_from(["PHQ-9", "GAD-7", *HOSTILE])),)
    ]
    return Timeline(
        "c",
        "K7",
        window,
        tuple(sorted(moods, key=order)),
        tuple(sorted(events, key=order)),
        tuple(sorted(spells, key=order)),
        tuple(sorted(jottings, key=order)),
        scores=tuple(sorted(scores, key=order)),
        sessions=tuple(SessionMark(f"x{n}", moments(), n) for n in range(counts[4])),
        onset=draw(st.sampled_from([None, fuzzy()])),
        onset_words=draw(words),
    )


@given(timelines(), st.integers(40, 170), st.integers(8, 45))
def test_every_entry_has_a_place_and_is_counted_there(
    value: Timeline, width: int, height: int
) -> None:
    drawn = picture(value, width, height, 0, cell_len)
    filled(drawn, width, height)
    text = "".join(run.text for row in drawn.rows for run in row)
    assert not set(text) & set("\x1b\x9b\t\n\u202e")
    if value.window.zoom is Zoom.LIFE:
        uids = [event.uid for event in value.events] + [spell.uid for spell in value.spells]
        uids += [scores[-1].uid for scores in value.measured.values()]
        assert sorted(filter(None, drawn.lines)) == sorted(uids)
        return
    standing: dict[tuple[int, int], int] = {}
    for entry in value.entries:
        place = drawn.place(entry.uid)
        assert place is not None
        assert drawn.at(place.row, place.column) is not None
        assert drawn.lit(entry.uid)
        if not isinstance(entry, SpellEntry):
            standing[place] = standing.get(place, 0) + 1
    for row, runs in enumerate(drawn.rows):
        column = 0
        for run in runs:
            if run.uid and run.part not in (Part.SPELL, Part.TITLE, Part.SPAN):
                assert standing.get((row, column), run.many) == run.many
            column += cell_len(run.text)


def test_clicking_a_crowd_goes_through_it() -> None:
    value = replace(
        WEEK,
        events=tuple(
            EventEntry(f"e{n}", "x", FuzzyDate("2026-11-11", "", *[date(2026, 11, 11)] * 2))
            for n in range(3)
        ),
    )
    drawn = picture(value, 98, 19)
    place = drawn.place("e0")
    assert place is not None
    seen: list[str | None] = [None]
    for _ in range(4):
        seen.append(drawn.at(place.row, place.column + 1, seen[-1]))
    assert seen[1:] == ["e0", "e1", "e2", "e0"]
    assert drawn.at(place.row, place.column + 3) is None
    assert drawn.at(-1, 0) is None
