"""K7's goals and halfway look as plain data."""

from collections.abc import Callable
from typing import Any

from ipt_tui.vault.transfer import Data
from tests.ipt.k7_goals import RATED, RATED_ON

LOOKED = {"day": "2026-11-17", "fits": "yes", "missing": "room for February"}


def goal_rows(
    row: Callable[..., dict[str, Any]], whose: dict[str, Any], sam: str, practice: str
) -> Data:
    """Return the rows; `whose` names the client and the course, `row` makes a row of a table."""
    client = {"client": whose["client"]}
    day = RATED_ON[0].isoformat()
    goals = [
        row("goal", {"text": text, "target": target, "day": day}, **client, problem_area=None,
            person=sam if "Sam" in text else None)
        for text, _, target in RATED
    ]  # fmt: skip
    return {
        "goal": goals,
        "goal_rating": [
            row("goal_rating", {"day": day.isoformat(), "value": value}, **client, goal=goal["uid"])
            for goal, (_, values, _) in zip(goals, RATED, strict=True)
            for day, value in zip(RATED_ON, values, strict=True)
        ],
        "goal_practice": [
            row("goal_practice", {}, **client, goal=goals[1]["uid"], practice=practice)
        ],
        "halfway": [row("halfway", LOOKED, **whose)],
    }
