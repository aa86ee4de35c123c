"""Across talks: what is counted, what is said of it, and the small picture."""

import re
from datetime import date

import pytest

from ipt_tui.ipt.across import across
from ipt_tui.ipt.across_grid import grid
from ipt_tui.ipt.across_words import across_sentences
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.talk import AttemptLine, TalkLine, Talks
from ipt_tui.ipt.talk_vocabulary import Stage
from ipt_tui.ipt.text import cells
from ipt_tui.ipt.timeline import Named
from tests.ipt.k7_talks import (
    ATTEMPT,
    HIDDEN,
    TODAY,
    evening,
    kitchen,
    line,
    phone,
    rota,
    talks,
    when,
)

BOTH = list(Audience)
PRACTITIONER, CLIENT = Audience.PRACTITIONER, Audience.CLIENT
CAUSES = re.compile(r"\b(?:because|so that|led to|due to|caused?|why|therefore|thanks to)\b")
BLAME = re.compile(r"\b(?:fail\w*|only|should|wrong|fault|none|not been|never|still|yet)\b")


# What is counted.


def test_what_is_counted_over_talks() -> None:
    found = across(talks(kitchen(), HIDDEN, rota(), phone()))
    assert [line.uid for line in found.lines] == ["phone", "rota", "kitchen"]
    assert [line.uid for line in found.looked_at] == ["rota", "kitchen"]
    assert [line.uid for line in found.told] == ["rota", "kitchen"]
    assert [(o.code, o.count, o.days) for o in found.obstacles] == [
        ("nonverbal_indirect", 2, (date(2026, 11, 3), date(2026, 11, 9))),
        ("silence", 1, (date(2026, 11, 9),)),
    ]
    assert (found.veiled, found.nothing, found.wishes, found.led) == (1, 0, (2, 3), 1)
    assert (found.tried, found.done) == (1, (("part", 1),))
    assert found.got_across == (("partly", 1), ("no", 1))


def test_as_often_is_told_as_it_is_offered_and_what_is_not_known_last() -> None:
    found = across(talks(line("1", difficulties=("from later", "attack", "silence", "attack"))))
    assert [(o.code, o.count) for o in found.obstacles] == [
        ("silence", 1), ("attack", 1), ("from later", 1),
    ]  # fmt: skip
    assert found.obstacles[0].days == ()


def test_that_nothing_got_in_the_way_stands_apart() -> None:
    found = across(talks(line("1", difficulties=("none",)), kitchen(), rota()))
    assert found.nothing == 1
    assert "none" not in [o.code for o in found.obstacles]
    assert len(found.told) == 3


def test_nothing_of_a_veiled_talk_is_counted() -> None:
    hidden = line("h", veiled=True, difficulties=("attack",), got_across="no", wishes_said=2,
                  tried=(ATTEMPT,), stage=Stage.LOOKED_AT)  # fmt: skip
    found = across(talks(hidden, wishes=(0, 0)))
    assert found.veiled == 1
    assert (found.lines, found.obstacles, found.led, found.tried) == ((), (), 0, 0)
    assert (found.done, found.got_across) == ((), ())
    assert across_sentences(found, CLIENT) == ["1 talk is sensitive and not counted."]
    assert grid(found, 80) == []


# What is said.


def test_sentences_for_a_practitioner() -> None:
    assert across_sentences(across(talks()), PRACTITIONER) == [
        "3 talks with Sam, 30 Oct to 9 Nov; 2 looked at.",
        "In the way: hinted in 2 of 2, went quiet in 1.",
        "Got across: partly in 1 of 2, no in 1.",
        "2 of 3 wishes with Sam have been said aloud.",
        "With 1 talk it is noted that a wish was said aloud.",
        "Tried 1 time: part.",
    ]


def test_sentences_for_a_client() -> None:
    assert across_sentences(across(talks()), CLIENT) == [
        "3 talks with Sam, 30 Oct to 9 Nov. You have looked at 2.",
        "What got in the way: hinted in 2 of 2, went quiet in 1.",
        "Got across: partly in 1 of 2, no in 1.",
        "You have said 2 of 3 wishes with Sam aloud.",
        "With 1 talk it is noted that a wish was said aloud.",
        "You tried 1 time: part.",
    ]


def test_under_three_talks_the_entries_are_given() -> None:
    found = across(talks(kitchen(), rota(), HIDDEN, person=None, wishes=(0, 0)))
    told = across_sentences(found, PRACTITIONER)
    assert told == [
        "2 talks: 3 Nov (the rota) and 9 Nov (the flat); 2 looked at.",
        "In the way: hinted (3 Nov); hinted, went quiet (9 Nov).",
        "Got across: partly (3 Nov), no (9 Nov).",
        "With 1 talk it is noted that a wish was said aloud.",
        "Tried: part (12 Nov).",
        "1 more is sensitive and not counted.",
    ]
    assert not [sentence for sentence in told if re.search(r"\bin \d|\d of \d", sentence)]


def test_one_talk_without_anything() -> None:
    one = across(talks(TalkLine("1", "e"), wishes=(0, 0), person=None))
    assert across_sentences(one, PRACTITIONER) == ["1 talk: no date yet; none looked at yet."]
    assert across_sentences(one, CLIENT) == ["1 talk: no date yet."]


def test_nothing_is_said_of_nothing() -> None:
    none = across(Talks("k7", "K7", TODAY))
    for audience in BOTH:
        assert across_sentences(none, audience) == []


@pytest.mark.parametrize(
    ("said", "theirs", "own"),
    [
        ((0, 1), "1 wish with Sam has not been said aloud yet.", None),
        ((0, 2), "2 wishes with Sam have not been said aloud yet.", None),
        ((1, 2), "1 of 2 wishes with Sam has been said aloud.", "You have said 1 of 2 wishes "),
        ((0, 0), None, None),
    ],
)
def test_wishes(said: tuple[int, int], theirs: str | None, own: str | None) -> None:
    found = across(talks(wishes=said))
    told = [s for s in across_sentences(found, PRACTITIONER) if "wish" in s and "noted" not in s]
    assert told == ([theirs] if theirs else [])
    mine = [s for s in across_sentences(found, CLIENT) if "wish" in s and "noted" not in s]
    assert len(mine) == bool(own)
    assert all(sentence.startswith(own or "") for sentence in mine)


def test_a_rate_says_of_how_many_it_is_told() -> None:
    begun = line("b", stage=Stage.BEGUN, when=when("2026-10-28"), difficulties=("silence",))
    told = across_sentences(across(talks(kitchen(), rota(), phone(), begun)), PRACTITIONER)
    assert told[1] == "In the way: hinted in 2 of 3, went quiet in 2 (told of 3 of 4 talks)."
    told = across_sentences(across(talks(kitchen(), rota(), begun)), PRACTITIONER)
    assert told[1] == "In the way: hinted in 2 of 3, went quiet in 2."


def test_a_looked_at_talk_of_which_nothing_is_told_is_no_talk_without_obstacles() -> None:
    untold = rota(difficulties=())
    told = across_sentences(across(talks(kitchen(), untold, phone())), PRACTITIONER)
    assert told[1] == "In the way: hinted in 1 of 1, went quiet in 1 (told of 1 of 3 talks)."


def test_nothing_in_the_way_is_said_too() -> None:
    clear = line("c", difficulties=("none",))
    some = across_sentences(across(talks(kitchen(), rota(), clear)), CLIENT)
    assert some[1] == "What got in the way: hinted in 2 of 3, went quiet in 1, nothing in 1."
    all_ = across(talks(*(line(uid, difficulties=("none",)) for uid in "abc")))
    assert across_sentences(all_, PRACTITIONER)[1] == "In the way: nothing in 3 of 3."


def test_of_many_obstacles_the_first_are_named() -> None:
    codes = ("silence", "attack", "no_request", "kitchen_sink", "bad_timing", "from later")
    told = across_sentences(across(talks(kitchen(difficulties=codes), rota(), phone())), CLIENT)
    assert told[1].endswith(", many things at once in 1, bad moment in 1, 3 more.")


@pytest.mark.parametrize(
    ("lines", "period"),
    [
        ((kitchen(), rota(), phone(when=when("2025-12-30"))), "30 Dec 2025 to 9 Nov"),
        (
            (
                rota(when=when("2025-11-03")),
                phone(when=when("2025-10-01")),
                phone(when=when("2025-09-02")),
            ),
            "2 Sep to 3 Nov 2025",
        ),
        ((kitchen(), rota(), phone(when=None)), "3 Nov to 9 Nov, 1 without a date"),
        ((kitchen(), kitchen(), kitchen()), "9 Nov"),
        ((kitchen(), rota(), phone(when=when("2019-21"))), "spring 2019 to 9 Nov"),
        ((phone(when=None),) * 3, "3 without a date"),
    ],
)
def test_the_period(lines: tuple[TalkLine, ...], period: str) -> None:
    told = across_sentences(across(talks(*lines)), PRACTITIONER)[0]
    assert told.startswith(f"3 talks with Sam, {period}; ")


def test_several_tries_are_counted() -> None:
    tries = (ATTEMPT, AttemptLine("2", "e2", done="yes"), AttemptLine("3", "e3", done="part"))
    found = across(talks(kitchen(tried=tries), rota(tried=(AttemptLine("4", "e4"),)), phone()))
    told = across_sentences(found, PRACTITIONER)
    assert "With 1 talk it is noted that a wish was said aloud." in told
    assert told[-1] == "Tried 4 times, after 2 talks: done 1, part 2, not told 1."


def test_somebody_veiled_has_no_name() -> None:
    told = across_sentences(across(talks(person=Named("x", ""))), PRACTITIONER)
    assert told[0].startswith("3 talks with someone, ")


@pytest.mark.parametrize("audience", BOTH)
@pytest.mark.parametrize("wishes", [(0, 3), (1, 3)])
def test_no_cause_and_to_the_client_no_blame(audience: Audience, wishes: tuple[int, int]) -> None:
    for lines in ((kitchen(), rota(), phone()), (phone(),), (kitchen(), HIDDEN)):
        told = " ".join(across_sentences(across(talks(*lines, wishes=wishes)), audience))
        assert not CAUSES.search(told)
        assert audience is PRACTITIONER or not BLAME.search(told)


# The small picture.


def test_a_row_for_what_got_in_the_way_and_a_column_a_talk() -> None:
    assert grid(across(talks(kitchen(), HIDDEN, rota(), phone())), 80) == [
        "            3 Nov  9 Nov",
        "hinted          ●      ●  2",
        "went quiet      ·      ●  1",
    ]


def test_a_talk_without_obstacles_has_its_column() -> None:
    clear = line("c", when=when("2019"), difficulties=("none",))
    undated = line("u", difficulties=("silence",))
    assert grid(across(talks(kitchen(), clear, undated)), 80) == [
        "                –   2019  9 Nov",
        "went quiet      ●      ·      ●  2",
        "hinted          ·      ·      ●  1",
    ]


def test_where_there_is_no_room_the_oldest_columns_go() -> None:
    lines = [rota(uid=f"r{day}", at=evening(day)) for day in (9, 8, 7, 6)]
    found = across(talks(kitchen(), *lines))
    assert grid(found, 30) == [
        "            9 Nov  9 Nov",
        "hinted          ●      ●  5",
        "went quiet      ·      ●  1",
        "3 earlier talks are not drawn.",
    ]
    assert grid(found, 30 + 7)[-1].startswith("2 earlier talks")
    assert grid(found, 12 + 5 * 7 + 1)[-1].startswith("went quiet")


@pytest.mark.parametrize("width", range(1, 60))
def test_the_picture_is_never_wider_than_its_room(width: int) -> None:
    hostile = "\x1b[2J喧嘩喧嘩喧嘩喧嘩喧嘩喧嘩\n"
    lines = [kitchen(difficulties=("kitchen_sink", hostile)) for _ in range(12)]
    found = grid(across(talks(*lines)), width)
    assert all(cells(row) <= width for row in found)
    assert not any("\x1b" in row or "\n" in row for row in found)
    rows = [row for row in found if "●" in row]
    assert len(rows) == (2 if found else 0)
    assert all(row.endswith("12") for row in rows)


def test_without_an_obstacle_there_is_no_picture() -> None:
    assert grid(across(talks(phone(), line("c", difficulties=("none",)))), 80) == []
