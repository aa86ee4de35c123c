"""The picture of scores: a score never seems to stand in another band than its own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ipt_tui.ipt.instruments import shipped
from ipt_tui.ipt.measures import MeasureLine, Response
from ipt_tui.ipt.moments import on_day
from ipt_tui.ipt.scales import USUAL
from ipt_tui.ipt.score_picture import Behind, ScorePicture, legend, picture
from ipt_tui.ipt.timeline_sheet import Part

BEGAN, TODAY = date(2026, 10, 6), date(2026, 11, 23)
WEEKS = [BEGAN + timedelta(weeks=week) for week in range(7)]
BEHIND = Behind(
    tuple((day, number) for number, day in enumerate(WEEKS, 1)),
    ((on_day(WEEKS[1]), 10), (on_day(WEEKS[2]), 1)),
    USUAL,
)


def line(name: str, *totals: float) -> MeasureLine:
    """Return a measure with a score a week."""
    form = shipped()[name]
    given = [
        Response(f"{n}", name, form.short, form.version, on_day(WEEKS[n]), total=total)
        for n, total in enumerate(totals)
    ]
    return MeasureLine(name, form.short, form, tuple(given))


def lines(drawn: ScorePicture) -> list[str]:
    return ["".join(run.text for run in row).rstrip() for row in drawn.rows]


def test_scores_bands_sessions_and_moods_are_drawn() -> None:
    drawn = picture(line("phq9", 17, 13, 9), BEHIND, TODAY, (98, 14), len, "2")
    shown = lines(drawn)
    assert [row for row in shown if "● 17" in row] == [shown[4]]
    assert shown[4].endswith("moderately severe")
    assert shown[8].startswith("      5 ┤")
    assert shown[8].endswith("mild")
    assert shown[13].split() == ["session", "1", "2", "3", "4", "5", "6", "7"]
    lit = [run.text for row in drawn.rows for run in row if run.part is Part.LIT]
    assert "".join(lit) == "● 9"
    moods = [y for y, row in enumerate(drawn.rows) for run in row if run.part is Part.FAINT]
    assert moods == [0, 10]
    assert shown[10].index("·") < shown[0].index("·")  # the first is the best, which is at the foot
    assert legend(shipped()["phq9"], BEHIND) == (
        "· behind it: moods, on their own scale, 1 worst at the top, 10 best at the foot."
    )
    well = lines(picture(line("who5", 40, 60), BEHIND, TODAY, (98, 14), len, "1"))
    assert well[0].index("·") < well[10].index("·")  # where more is better it is at the top
    assert "10 best at the top, 1 worst at the foot" in legend(shipped()["who5"], BEHIND)
    column, row = next((c, r) for uid, c, r in drawn.places if uid == "1")
    assert drawn.at(row, column + 1) == "1"
    assert drawn.at(row, column + 4) is None


@pytest.mark.parametrize("name", ["phq9", "gad7", "core10"])
def test_no_score_stands_on_a_line_it_does_not_reach(name: str) -> None:
    form = shipped()[name]
    bounds = [band.low for band in form.bands]
    for height in range(7, 40):
        for total in range(int(form.lowest), int(form.highest) + 1):
            drawn = picture(line(name, total), Behind(), TODAY, (80, height), len)
            shown = lines(drawn)
            words = tuple(f" {band.words}" for band in form.bands)
            named = [y for y, row in enumerate(shown) if row.endswith(words)]
            if not named:
                continue
            ((_, _, row),) = drawn.places
            reached = sum(total >= bound for bound in bounds)
            assert sum(row <= y for y in named) == reached, (height, total)


def test_where_there_is_no_room_or_no_score_nothing_is_drawn() -> None:
    assert picture(line("phq9", 9), BEHIND, TODAY, (20, 14), len) == ScorePicture()
    assert picture(line("phq9", 9), BEHIND, TODAY, (98, 6), len) == ScorePicture()
    assert picture(line("phq9"), BEHIND, TODAY, (98, 14), len) == ScorePicture()
    low = picture(line("phq9", 9), BEHIND, TODAY, (98, 8), len)
    assert "mild" not in "".join(lines(low))  # bands that cannot be told apart are not named
