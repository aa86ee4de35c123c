"""The brief before a session: as it is drawn, in two wordings, and nothing made up."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.brief import BriefSource, WishCount, brief, brief_lines, heading
from ipt_tui.ipt.brief_moods import BriefMood, BriefMoods
from ipt_tui.ipt.practice_words import PracticeLine
from ipt_tui.ipt.scales import Scale
from tests.ipt.k7_course import BEFORE_EIGHTH, TODAY

THEIRS, OWN = Audience.PRACTITIONER, Audience.CLIENT
NOTHING = BriefSource("K7", TODAY, 1)
COLD = re.compile(
    r"\b(sessions?|median|lowest|clients?|patients?|symptoms?|measures?|scores?|concerns?|risk"
    r"|dispute|renegotiation|impasse|focus|practice|homework|failed|should|must|only)\b",
    re.IGNORECASE,
)
CAUSE = re.compile(r"\b(because|caused?|due to|therefore|led to|leads to|made)\b", re.IGNORECASE)


def moods(*values: int, before: tuple[int, ...] = (), days: int | None = 7) -> BriefMoods:
    first = date(2026, 11, 17)
    return BriefMoods(
        tuple(BriefMood(v, first + timedelta(days=n)) for n, v in enumerate(values)),
        tuple(BriefMood(v, date(2026, 11, 10) + timedelta(days=n)) for n, v in enumerate(before)),
        days,
    )


def told(source: BriefSource, label: str, audience: Audience = THEIRS) -> str:
    """Return what stands behind a label, and the lines that go on from it."""
    found: list[str] = []
    here = False
    for each, text in brief(source, audience):
        here = each.startswith(label) or (here and not each)
        found += [text] if here else []
    return " / ".join(found)


def test_k7_before_the_eighth_session_is_as_it_was_drawn() -> None:
    assert heading(BEFORE_EIGHTH, THEIRS) == "K7 · session 8 tomorrow 14:00, room 2"
    assert brief(BEFORE_EIGHTH, THEIRS) == (
        ("Plan from last time", "halfway look: scores, goals, circle, is the focus right"),
        ("Working on", "saying it to Sam (renegotiation since session 7)"),
        ("Since session 7 (6 days)", "5 moods, median 6 (6 the week before)  ▆▅▄▅▆"),
        ("", "lowest 5, 19 Nov, with “Sam late, rang first”"),
        ("Talks", "Mum, 6 Nov: new"),
        ("Said aloud", "3 of 3 wishes with Sam; at the start none"),
        ("Practice", "ask Sam for Tuesdays: part"),
        ("Measures", "PHQ-9 17 · 13 · 9"),
        ("Due", "PHQ-9, GAD-7, circle"),
        ("I promised", "letter to GP"),
        ("Sessions", "8 of 16, 8 left after it"),
    )


def test_k7_reads_the_same_in_words_of_their_own() -> None:
    assert brief_lines(BEFORE_EIGHTH, OWN) == [
        "Meeting 8 tomorrow 14:00, room 2",
        "",
        "What we planned: halfway look: scores, goals, circle, is the focus right",
        "What you are working on: saying it to Sam",
        "Since last time (6 days): you noted how you were 5 times: 7, 6, 5, 6, 7  ▆▅▄▅▆",
        "best 7, 17 Nov, with “Tuesday evening together, first”; 22 Nov",
        "Talks you noted: Mum, 6 Nov",
        "Said out loud: 3 of your 3 wishes, to Sam; at the start none",
        "What you tried: ask Sam for Tuesdays: you did a part of it",
        "To fill in: PHQ-9, GAD-7, circle",
        "Meetings: 8 after this one",
    ]


def test_nothing_known_is_nothing_said() -> None:
    assert brief(NOTHING, OWN) == ()
    assert brief(NOTHING, THEIRS) == (("The last two weeks", "no moods noted"),)
    assert brief_lines(NOTHING) == ["K7 · session 1", "", "The last two weeks: no moods noted"]


def test_under_three_moods_are_given_one_by_one() -> None:
    two = replace(BEFORE_EIGHTH, moods=moods(5, 7, before=(3, 6)))
    assert told(two, "Since session 7") == (
        "2 moods: 5 on 17 Nov and 7 on 18 Nov (the week before: 3 on 10 Nov and 6 on 11 Nov)  ▄▆"
    )
    one = replace(BEFORE_EIGHTH, moods=moods(5, before=(), days=10))
    assert told(one, "Since session 7") == "1 mood: 5 on 17 Nov (none in the 10 days before)  ▄"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (moods(4, 5, 8, 9, days=None), "4 moods, median 6.5  ▃▄▆▇ / lowest 4, 17 Nov"),
        (
            moods(6, 6, 6, before=(2, 2, 2, 9), days=14),
            "3 moods, median 6 (2 the two weeks before)",
        ),
        (moods(3, 3, 3, 3, 3, 9, days=None), "6 moods, median 3  ▃▃▃▃▃▇ / lowest 3, on 5 days"),
        (moods(3, 4, 3, days=None), "3 moods, median 3  ▃▃▃ / lowest 3, 17 Nov; 19 Nov"),
    ],
)
def test_moods_are_counted(given: BriefMoods, said: str) -> None:
    assert told(replace(BEFORE_EIGHTH, moods=given), "Since session 7").startswith(said)


def test_what_is_only_offered_is_near_and_what_is_tied_is_with() -> None:
    tied, offered, bare = (
        BriefMood(value, date(2026, 11, 17 + value), *beside)
        for value, beside in ((1, (("rain",), ("sun",))), (2, ((), ("sun",))), (3, ()))
    )
    assert told(replace(BEFORE_EIGHTH, moods=BriefMoods((tied, offered))), "Since").startswith(
        "2 moods: 1 on 18 Nov, with “rain” and 2 on 19 Nov, near “sun”"
    )
    three = replace(BEFORE_EIGHTH, moods=BriefMoods((tied, offered, bare)))
    assert told(three, "Since").endswith("lowest 1, 18 Nov, with “rain”")


def test_on_a_scale_whose_ten_is_the_worst_the_harder_day_is_the_highest() -> None:
    worst = replace(moods(4, 5, 8), scale=Scale(0, 10, "calm", "worst", "low"))
    source = replace(BEFORE_EIGHTH, moods=worst)
    assert "highest 8, 19 Nov" in told(source, "Since session 7")
    assert "best 4, 17 Nov" in told(source, "Since last time", OWN)


@pytest.mark.parametrize(
    ("days", "said"), [(0, "today"), (1, "tomorrow"), (3, "Thu 26 Nov"), (-1, "Sun 22 Nov")]
)
def test_when_it_is(days: int, said: str) -> None:
    source = replace(NOTHING, day=TODAY + timedelta(days=days))
    assert heading(source, THEIRS) == f"K7 · session 1 {said}"


def test_wishes_not_said_are_no_reproach() -> None:
    none = replace(NOTHING, wishes=(WishCount("Sam", 0, 3, 0), WishCount("Mum", 0, 1)))
    assert told(none, "Said aloud") == "none of 3 wishes with Sam · none of 1 wish with Mum"
    assert brief(none, OWN) == ()


def test_practice_that_was_not_done_is_no_failing() -> None:
    source = replace(NOTHING, practice=(PracticeLine("ring Jo", "no", "too tired"),))
    assert told(source, "Practice") == "ring Jo: not done, “too tired”"
    assert told(source, "What you tried", OWN) == "ring Jo: not this time, “too tired”"
    unknown = replace(NOTHING, practice=(PracticeLine("ring Jo"), PracticeLine("rest", "half")))
    assert told(unknown, "Practice") == "ring Jo / rest: half"


def test_what_is_the_practitioners_stays_with_them() -> None:
    secret = replace(
        BEFORE_EIGHTH, concerns=("ZZ self, since 17 Nov",), promised=("ZZ",), measures=("ZZ",),
        stage="ZZ",
    )  # fmt: skip
    assert "ZZ" not in "\n".join(brief_lines(secret, OWN))
    assert told(secret, "Open concern") == "ZZ self, since 17 Nov"


def test_no_word_of_the_trade_and_no_blame_for_the_client() -> None:
    full = replace(
        BEFORE_EIGHTH, plan="", due=(), moods=moods(3, 4, 9),
        circle=("Jo is nearer.",), practice=(PracticeLine("x", "no"), PracticeLine("x", "yes")),
    )  # fmt: skip
    said = "\n".join(brief_lines(full, OWN))
    assert not COLD.search(said), said
    assert all(len(word) <= 9 for word in re.findall(r"[a-z]+", said))


def test_nothing_says_cause() -> None:
    for audience in Audience:
        assert not CAUSE.search("\n".join(brief_lines(BEFORE_EIGHTH, audience)))


def test_lines_keep_to_a_width_and_steer_no_terminal() -> None:
    hostile = replace(BEFORE_EIGHTH, plan="a\x1b[31m\nb", circle=("x" * 90,))
    lines = brief_lines(hostile, THEIRS, 40)
    assert all(len(line) <= 40 for line in lines)
    assert "Plan from last time: a[31m b" in lines
    assert not any("\x1b" in line for line in lines)


@given(
    st.lists(st.integers(1, 10), max_size=9), st.lists(st.integers(1, 10), max_size=9),
    st.none() | st.integers(0, 30), st.sampled_from(Audience),
)  # fmt: skip
def test_the_same_values_always_say_the_same(
    values: list[int], before: list[int], days: int | None, audience: Audience
) -> None:
    source = replace(BEFORE_EIGHTH, moods=moods(*values, before=tuple(before), days=days))
    again = replace(BEFORE_EIGHTH, moods=moods(*values, before=tuple(before), days=days))
    assert brief(source, audience) == brief(again, audience)
    assert all(text for _, text in brief(source, audience))


def test_goals_stand_on_one_line_and_the_halfway_look_is_offered_in_its_session() -> None:
    source = replace(
        BEFORE_EIGHTH, goals=("answer my friends 4 → 6 of 7", "rest 2 of 5"), halfway=True
    )
    theirs = dict(brief(source, Audience.PRACTITIONER))
    assert theirs["Goals"] == "answer my friends 4 → 6 of 7 · rest 2 of 5"
    assert theirs["Sessions"] == "8 of 16, 8 left after it · halfway look"
    own = dict(brief(source, Audience.CLIENT))
    assert own["Your goals"] == theirs["Goals"]
    assert own["Meetings"] == "8 after this one · halfway look"
