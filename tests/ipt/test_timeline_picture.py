"""The picture of K7's autumn: what stands where, and what is never drawn."""

from dataclasses import replace
from datetime import date

import pytest

from ipt_tui.ipt.scales import Scale
from ipt_tui.ipt.timeline import EventEntry, MoodEntry, Timeline, Zoom
from ipt_tui.ipt.timeline_lit import Picture
from ipt_tui.ipt.timeline_marks import ScoreMark, SessionMark
from ipt_tui.ipt.timeline_picture import picture
from ipt_tui.ipt.timeline_sheet import Part, Run
from tests.ipt.k7_autumn import EVENTS, MOODS, SAM, WEEK, E, M, at, autumn, fuzzy, life

EMPTY = replace(WEEK, moods=(), events=(), spells=(), jottings=(), onset=None)


def text(drawn: Picture) -> list[str]:
    return ["".join(run.text for run in row) for row in drawn.rows]


def run_at(drawn: Picture, uid: str) -> Run:
    """The run that stands for an entry."""
    place = drawn.place(uid)
    assert place is not None
    column = 0
    for run in drawn.rows[place.row]:
        column += len(run.text)
        if column > place.column:
            return run
    raise AssertionError(uid)


def moods(*given: MoodEntry) -> Timeline:
    return replace(EMPTY, moods=given)


def dots(drawn: Picture) -> set[int]:
    """The columns in which there is some of the line."""
    return {
        column
        for row in text(drawn)[: drawn.plot]
        for column, sign in enumerate(row)
        if "\u2800" < sign <= "\u28ff"
    }


def test_the_scale_says_both_ends_in_words_and_grows_upwards() -> None:
    rows = text(picture(autumn(), 98, 19))
    assert rows[0].startswith(" best 10 ┤")
    assert rows[9].startswith(" worst 1 ┤")
    worst_high = Scale(low_words="calm", high_words="unbearable", better="low")
    rows = text(picture(moods(MoodEntry("m", at(11, 9), 4, worst_high)), 98, 19))
    assert "unbearable 10 ┤" in rows[0]
    assert "calm 1 ┤" in "\n".join(rows)


def test_every_number_has_its_row_where_there_is_room() -> None:
    drawn = picture(autumn(), 98, 19)
    for mood in MOODS:
        place = drawn.place(mood.uid)
        assert place is not None
        assert place.row == 10 - mood.value
        assert run_at(drawn, mood.uid).text in "•◉"


def test_mondays_are_named_and_today_is_marked() -> None:
    rows = text(picture(autumn(), 98, 19))
    assert [name for name in rows[11].split("  ") if name.strip()][:2] == [" 5 Oct", " 12 Oct"]
    assert rows[11].endswith("today")
    assert rows[10].endswith("┻")
    week = "\n".join(text(picture(WEEK, 98, 19)))
    for name in ("Mon 9", "Tue 10", "Sun 15"):
        assert name in week
    assert "today" not in week


def test_events_stand_in_their_lanes_at_their_day() -> None:
    drawn = picture(autumn(), 98, 19)
    rows = text(drawn)
    friction = next(row for row in rows if "friction" in row)
    assert friction.count("◆") == 5
    kitchen = next(event for event in EVENTS if "kitchen" in event.title)
    mood = next(mood for mood in MOODS if mood.when == kitchen.at)
    assert run_at(drawn, kitchen.uid).part is Part.FRICTION
    event_place, mood_place = drawn.place(kitchen.uid), drawn.place(mood.uid)
    assert event_place is not None
    assert mood_place is not None
    assert event_place.column == mood_place.column


def test_lanes_without_anything_are_not_there() -> None:
    everything = "\n".join(text(picture(WEEK, 98, 19)))
    assert "friction" in everything
    assert "loss" not in everything
    assert "notes" not in everything


def test_gaps_stay_gaps_and_two_days_are_joined() -> None:
    apart = picture(moods(MoodEntry("a", at(11, 9), 5), MoodEntry("b", at(11, 12), 5)), 98, 19)
    assert len(dots(apart)) == 0
    near = picture(moods(MoodEntry("a", at(11, 9), 5), MoodEntry("b", at(11, 11), 5)), 98, 19)
    first, last = near.place("a"), near.place("b")
    assert first is not None
    assert last is not None
    assert dots(near) == set(range(first.column + 1, last.column))


def test_moods_of_one_day_are_kept_apart_by_their_time() -> None:
    drawn = picture(moods(MoodEntry("m", at(11, 9, M), 5), MoodEntry("e", at(11, 9, E), 5)), 76, 13)
    assert drawn.place("m") != drawn.place("e")


def test_a_mood_since_some_day_is_flat_over_its_days() -> None:
    since = MoodEntry("s", at(11, 13), 7, kind="since", since=date(2026, 11, 10))
    drawn = picture(moods(MoodEntry("a", at(11, 12), 3), since), 98, 20)
    place = drawn.place("s")
    assert place is not None
    row = text(drawn)[place.row][10 : place.column]
    assert "\u2812" in row or "\u2809" in row or "⠒" in row
    assert len(dots(drawn)) == len([sign for sign in row if sign != " "])


def test_scales_never_share_an_axis() -> None:
    five = Scale(0, 5, "low", "high")
    value = moods(
        MoodEntry("a", at(11, 9), 3),
        MoodEntry("b", at(11, 10), 3),
        MoodEntry("c", at(11, 12), 5, five),
        replace(MoodEntry("d", at(11, 14), 4, five), veiled=True),
    )
    drawn = picture(value, 98, 19)
    row = next(row for row in text(drawn) if "other scale" in row)
    assert row.split()[2:] == ["5", "▒"]
    place = drawn.place("c")
    assert place is not None
    assert place.row >= drawn.plot
    assert text(drawn)[0].startswith("    best 10 ┤")


def test_as_many_of_two_scales_are_plotted_on_the_one_asked_for_now() -> None:
    five = Scale(0, 5, "low", "high")
    value = moods(MoodEntry("a", at(11, 9), 3), MoodEntry("c", at(11, 12), 5, five))
    assert "best 10" in text(picture(value, 98, 19))[0]
    assert "high 5" in text(picture(replace(value, scale=five), 98, 19))[0]


def test_what_is_veiled_has_its_place_and_not_a_word() -> None:
    value = replace(
        EMPTY,
        moods=(replace(MoodEntry("m", at(11, 10), 4), veiled=True),),
        events=(EventEntry("e", "", fuzzy("2026-11-11"), category="death", veiled=True),),
        spells=(replace(WEEK.spells[0], name="", veiled=True),),
    )
    drawn = picture(value, 98, 19)
    for uid in ("m", "e"):
        assert run_at(drawn, uid) == Run("▒", Part.VEILED, uid, 1)
    assert "▒▒▒▒▒" in run_at(drawn, "low").text
    assert "None" not in "".join(text(drawn))


def test_where_many_meet_they_are_counted() -> None:
    events = tuple(EventEntry(f"e{n}", "x", fuzzy("2026-11-11")) for n in range(12))
    same = tuple(MoodEntry(f"m{n}", at(11, 12), 5) for n in range(3))
    drawn = picture(replace(EMPTY, events=events[:3], moods=same), 98, 19)
    assert run_at(drawn, "e2") == Run("3", Part.COUNT, "e0", 3)
    assert run_at(drawn, "m2") == Run("◉", Part.MOOD, "m0", 3)
    assert run_at(picture(replace(EMPTY, events=events), 98, 19), "e0").text == "+"


def test_a_crowded_column_shows_its_lowest_and_highest() -> None:
    crowd = tuple(MoodEntry(f"m{n}", at(11, 12), n % 8 + 2) for n in range(400))
    drawn = picture(moods(*crowd), 98, 19)
    place = drawn.place("m0")
    assert place is not None
    column = "".join(row[place.column] for row in text(drawn)[: drawn.plot]).strip()
    assert column[0] == column[-1] == "◉"
    assert set(column[1:-1]) == {"╎"}
    assert run_at(drawn, "m3").many == 50


def test_somebody_looked_for_makes_the_other_moods_faint() -> None:
    value = replace(autumn(), person=SAM, naming=frozenset({"m7"}))
    drawn = picture(value, 98, 19)
    assert run_at(drawn, "m7").part is Part.MOOD
    assert run_at(drawn, "m9") == Run("◦", Part.FAINT, "m9", 1)


def test_a_fuzzy_event_is_a_span_with_its_sign_in_the_middle() -> None:
    value = replace(EMPTY, events=(EventEntry("e", "x", fuzzy("2026-11-10/2026-11-12")),))
    row = next(row for row in text(picture(value, 98, 19)) if "other" in row)
    span = row[10:].strip()
    assert span[0] + span[-1] == "╶╴"
    assert span[(len(span) - 1) // 2] == "○"


def test_spells_are_bars_with_their_names_that_say_they_go_on() -> None:
    rows = text(picture(autumn(), 98, 24))
    assert any(row.startswith("  spells  ◂━ low mood ━━") and row.endswith("━▸") for row in rows)
    assert any("◂━ sertraline 50 mg ━" in row for row in rows)


def test_the_onset_is_a_line_with_its_words() -> None:
    drawn = picture(autumn(Zoom.COURSE, date(2026, 7, 1), date(2026, 12, 31)), 98, 19)
    rows = text(drawn)
    assert "┊ mid July 2026" in rows[0]
    assert all("┊" in row for row in rows[: drawn.plot])
    assert not any("┊" in row for row in text(picture(autumn(), 98, 19)))


def test_undated_events_are_counted() -> None:
    value = replace(EMPTY, events=(EventEntry("a", "x"), EventEntry("b", "y")))
    drawn = picture(value, 98, 19)
    assert any("2 undated" in row or "+2" in row for row in text(drawn))
    assert run_at(drawn, "b").many == 2


@pytest.mark.parametrize(("width", "height"), [(0, 0), (1, 1), (3, 2), (12, 3), (20, 5)])
def test_no_size_is_too_small_to_draw(width: int, height: int) -> None:
    assert len(picture(autumn(), width, height).rows) == height


def test_the_guide_takes_one_cell_of_each_row_and_moves_nothing() -> None:
    shown = picture(autumn(), 100, 24)
    assert shown.plot
    for entry in autumn().entries:
        place = shown.place(entry.uid)
        assert place is not None
        for row, runs in shown.lit(entry.uid).items():
            text, plain = ("".join(run.text for run in r) for r in (runs, shown.rows[row]))
            assert len(text) == len(plain) == 100
            if row != place.row and place.column >= shown.left:
                assert text[place.column] == "│"
                rest = slice(place.column + 1, None)
                assert (text[: place.column], text[rest]) == (plain[: place.column], plain[rest])


def test_scores_have_a_row_a_measure_and_sessions_stand_on_the_axis() -> None:
    days = ((10, 20), (11, 17))
    scores = tuple(
        ScoreMark(f"{name}{day}", at(month, day), name, name, total)
        for (month, day), totals in zip(days, ((13, 10), (9, 6)), strict=True)
        for name, total in zip(("PHQ-9", "GAD-7"), totals, strict=True)
    )
    sessions = [SessionMark(f"s{n}", at(11, 3 + n // 2), n) for n in (1, 2, 3)]
    value = replace(autumn(), scores=scores, sessions=tuple(sessions))
    drawn = picture(value, 98, 24)
    rows = text(drawn)
    row = next(row for row in rows if "PHQ-9" in row)
    assert row.split() == ["PHQ-9", "13", "9"]
    assert run_at(drawn, "GAD-717") == Run("6", Part.SCORE, "GAD-717", 1)
    assert "s1┴" in rows[drawn.plot]  # two on the next day: there is room for one tick
    low = picture(value, 98, 13)  # too low for a row each: one sign, counted where they meet
    row = next(row for row in text(low) if "scores" in row)
    assert row.split() == ["scores", "2", "2"]
    whole = picture(replace(life(), scores=scores), 98, 24)
    assert any(row.rstrip().endswith("▪") and "PHQ-9" in row for row in text(whole))
    assert "PHQ-917" in whole.lines
    assert "PHQ-920" not in whole.lines
