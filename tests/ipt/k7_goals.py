"""The goals of the fictional case K7, and what she put them at."""

from datetime import date

from ipt_tui.ipt.goal import Goal, Rating

RATED_ON = tuple(date(2026, *day) for day in ((10, 20), (11, 3), (11, 10), (11, 17)))
RATED = (
    ("say what I want before I'm angry", (2, 3, 5, 6), 8),
    ("one evening a week with Sam that is ours", (0, 0, 0, 4), 7),
    ("answer my friends", (1, 1, 4, 6), 7),
)
"""The words, the ratings, the target."""


def goal(number: int = 0, **more: object) -> Goal:
    """Return one of the goals as it stands after the seventh session."""
    text, values, target = RATED[number]
    ratings = tuple(
        Rating(f"rating {n}", day, value)
        for n, (day, value) in enumerate(zip(RATED_ON, values, strict=True))
    )
    usual = {"text": text, "target": target, "ratings": ratings}
    return Goal(f"goal {number}", RATED_ON[0], **usual | more)  # type: ignore[arg-type]
