"""Goals as values: their small picture, the larger one, and what is said of them to whom."""

from dataclasses import replace
from datetime import date

import pytest

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.goal import Goal, GoalPractice, GoalStatus, Rating, ordered
from ipt_tui.ipt.goal_picture import picture
from ipt_tui.ipt.goal_words import (
    brief_words,
    note_line,
    picture_words,
    rating_words,
    sentence,
    status_words,
    then_now,
    told,
)
from ipt_tui.ipt.heard import NotHeard, rating_when
from ipt_tui.ipt.timeline import Named
from tests.ipt.k7_goals import RATED_ON, goal

TODAY = date(2026, 11, 23)
DAY = RATED_ON[-1]
THEIRS, OWN = Audience.PRACTITIONER, Audience.CLIENT


def test_k7s_goals_in_words() -> None:
    assert [picture_words(goal(n)) for n in range(3)] == [
        "▂▃▅▅ 6 of 8", "▁▁▁▄ 4 of 7", "▂▂▄▅ 6 of 7",
    ]  # fmt: skip
    first = goal()
    assert sentence(first, TODAY, THEIRS) == "2 on 20 Oct, 6 on 17 Nov; target 8."
    assert sentence(first, TODAY, OWN) == (
        "You put it at 2 on 20 Oct and 6 on 17 Nov; you hope for 8."
    )
    assert note_line(first, DAY) == "say what I want before I'm angry: 5 → 6 (target 8)"
    assert note_line(goal(2), date(2026, 11, 24)) == "answer my friends: 4 → 6 on 17 Nov (target 7)"
    assert brief_words(goal(1)) == "one evening a week with Sam that is ours 0 → 4 of 7"
    assert then_now(goal(2), TODAY, THEIRS) == (
        "answer my friends: 1 on 20 Oct, 6 on 17 Nov; target 7."
    )


def test_a_goal_with_one_rating_none_or_no_target() -> None:
    once = goal(ratings=goal().ratings[:1], target=None)
    assert (picture_words(once), sentence(once, TODAY, THEIRS)) == ("▂ 2", "2 on 20 Oct.")
    never = Goal("g", DAY, "answer my friends", 7)
    assert picture_words(never) == "not rated yet; target 7"
    assert sentence(never, TODAY, THEIRS) == "Not rated yet; target 7."
    assert sentence(never, TODAY, OWN) == "You have not put a number to it yet; you hope for 7."
    assert note_line(never, DAY) == "answer my friends: not rated yet (target 7)"
    assert brief_words(never) == "answer my friends not rated yet; target 7"
    assert picture(never, TODAY, 60) == ()


def test_what_became_of_goals() -> None:
    changed = goal(status="changed", closed=DAY, why="it was too much at once")
    tried = (GoalPractice("p", DAY, "write to Lena"), GoalPractice("q", DAY))
    after = goal(2, succeeds=changed.uid, person=Named("s", "Sam"), area="a", practices=tried)
    met = goal(1, status="met", closed=date(2026, 11, 20))
    every = (changed, after, met)
    assert ordered(every) == (after, met, changed)
    assert status_words(changed, TODAY, THEIRS) == "changed on 17 Nov"
    assert status_words(met, TODAY, OWN) == "reached on 20 Nov"
    assert status_words(after, TODAY, OWN) == ""
    said = {each.key: each.words for each in told(changed, every, TODAY, THEIRS, {})}
    assert said["status"] == "changed on 17 Nov."
    assert said["why"] == "it was too much at once"
    assert said["after"] == "answer my friends"
    assert [
        (each.label, each.words)
        for each in told(after, every, TODAY, THEIRS, {"a": "dispute with Sam"})
    ] == [
        ("now", "1 on 20 Oct, 6 on 17 Nov; target 7."),
        ("was before", "say what I want before I'm angry"),
        ("belongs to", "dispute with Sam"),
        ("with", "Sam"),
        ("practice", "write to Lena (17 Nov)"),
        ("practice", "sensitive (17 Nov)"),
    ]
    veiled = replace(changed, text="", veiled=True)
    alone = [each.key for each in told(after, (veiled, after), TODAY, THEIRS, {})]
    assert "before" not in alone
    assert note_line(met, DAY).endswith("(target 7), met")
    assert not GoalStatus.ACTIVE.closed
    assert rating_words(Rating("r", DAY, 6, "said\nit twice"), TODAY) == "17 Nov: 6, said it twice"
    assert (
        rating_words(Rating("r", DAY, 6, "", veiled=True), TODAY)
        == "17 Nov: 6, (a note, sensitive)"
    )


def test_the_picture_has_a_row_for_each_number_and_draws_nothing_between_ratings() -> None:
    lines = picture(goal(), TODAY, 60)
    assert len(lines) == 13
    assert lines[2].startswith(" 8 ┤┈┈")
    assert lines[2].endswith(" target 8")
    points = {row: line for row, line in enumerate(lines) if "●" in line}
    assert {row: line.split("● ")[1].split()[0] for row, line in points.items()} == {
        4: "6", 5: "5", 7: "3", 8: "2",
    }  # fmt: skip
    assert all(set(line) <= set(" │┤●0123456789") for line in points.values())  # nothing joins them
    assert lines[-1].rstrip().endswith("today")
    assert picture(goal(), TODAY, 20) == ()
    assert picture(goal(veiled=True), TODAY, 60) == ()
    level = picture(goal(target=6), TODAY, 60)[4]
    assert "● 6" in level
    assert "┈" in level


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("6", (6, TODAY)),
        (" 10 ", (10, TODAY)),
        ("6 on 17 nov", (6, DAY)),
        ("6, 17 nov", (6, DAY)),
        ("0 yesterday", (0, date(2026, 11, 22))),
    ],
)
def test_a_rating_is_typed_with_its_day(typed: str, meant: tuple[int, date]) -> None:
    assert rating_when(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed", ["", "11", "six", "6x", "-1", "6 whenever", "6 tomorrow", "6 on 30 nov", "٣"]
)
def test_what_is_no_rating_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(NotHeard) as refused:
        rating_when(typed, TODAY)
    assert str(refused.value).endswith(".")
