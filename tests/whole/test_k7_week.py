"""K7's own week keyed in through the program: what she told stands in the three views of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipt_tui.exchange import demo
from ipt_tui.ipt.content import load
from tests.whole import k7_sessions, k7_week
from tests.whole.record import comparable

if TYPE_CHECKING:
    from ipt_tui.vault.transfer import Data

pytestmark = [pytest.mark.timeout(200), pytest.mark.first]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Data:
    """Her record after the seven days."""
    home = tmp_path_factory.mktemp("week")
    k7_week.before_the_week(home)
    k7_week.key_in(home)
    return k7_sessions.kept(home)


def test_the_demo_of_ones_own_vault_is_what_was_keyed_in(record: Data) -> None:
    assert comparable(record) == comparable(load(demo.OWN_FILE))


def test_each_evening_is_of_the_day_it_was_lived(record: Data) -> None:
    told = [row for row in record["mood"] if row["at"] >= k7_week.FIRST_DAY]
    late = next(row for row in told if row["at"] == "2026-11-19T00:40")
    assert late["value"] == 6
    moments = {row["first_day"]: row["title"] for row in record["event"] if row["at"]}
    assert {day: moments.get(day) for day in ("2026-11-17", "2026-11-21", "2026-11-22")} == {
        "2026-11-17": "first Tuesday evening, the three of us",
        "2026-11-21": "talked about February, both cried",
        "2026-11-22": "walk by the water",
    }
    assert len(told) == 6 + 4  # six evenings, four moments which left something
    assert date.fromisoformat(k7_week.FIRST_DAY).weekday() == 0


def test_what_was_said_stands_in_the_talks_and_nobody_was_made_twice(record: Data) -> None:
    said = [row["said"] for row in record["turn"]]
    assert all(line.partition(": ")[2] in said for line in k7_week.FEBRUARY)
    assert "that he would know it is hard" in [row["hoped"] for row in record["talk"]]
    assert len(record["person"]) == len(load(demo.FILE)["person"])
    (thing,) = [row for row in record["practice"] if row["day"] >= k7_week.FIRST_DAY]
    assert thing["what"] == "Talk to my therapist about it"
