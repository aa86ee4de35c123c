"""One talk in words: its heading, its turns, and what came of looking at it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.moments import Known, on_day
from ipt_tui.ipt.talk import (
    AlternativeLine,
    AttemptLine,
    DifficultyLine,
    OptionLine,
    Round,
    TalkLine,
    TurnLine,
    WishNews,
)
from ipt_tui.ipt.talk_words import gist, head, rehearsed_words, tried_words, turn_words
from ipt_tui.ipt.timeline import Named
from tests.ipt.k7_talks import ATTEMPT, HIDDEN, SAM, TODAY, bare, kitchen, line, talk, when

BOTH = list(Audience)
PRACTITIONER, CLIENT = Audience.PRACTITIONER, Audience.CLIENT


def test_the_heading_tells_all_that_is_known() -> None:
    rest = "mood 5 before, 2 after · danger in saying it: no, 10 Nov"
    when = "Mon 9 Nov, evening, kitchen, the flat"
    assert head(talk(), PRACTITIONER) == f"{when} · K7 with Sam, Noor there too · {rest}"
    assert head(talk(), CLIENT) == f"{when} · you with Sam, Noor there too · {rest}"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "no date yet"),
        ({"when": when("2026-11-09")}, "Mon 9 Nov"),
        ({"when": when("2025-11-09")}, "Sun 9 Nov 2025"),
        ({"when": when("2019-21", "the spring of the move")}, "the spring of the move"),
        ({"when": when("2019-21")}, "spring 2019"),
        ({"when": when("2026-11-09~")}, "around 9 Nov"),
        ({"people": (SAM,)}, "no date yet · K7 with Sam"),
        ({"people": (SAM, Named("x", ""))}, "no date yet · K7 with Sam and someone"),
        ({"people": (SAM,), "title": "talk with Sam"}, "no date yet · K7 with Sam"),
        ({"people": (SAM,), "title": "talk with Mum"}, "no date yet, talk with Mum · K7 with Sam"),
        ({"title": "a talk"}, "no date yet"),
        ({"title": "a talk", "about": "a talk"}, "no date yet, a talk"),
        ({"title": "kitchen\nagain"}, "no date yet, kitchen again"),
        ({"title": "kitchen", "about": "the flat"}, "no date yet, the flat"),
    ],
)
def test_the_heading_leaves_out_what_is_not_known(changes: dict[str, Any], words: str) -> None:
    assert head(bare(TalkLine("1", "e", **changes)), PRACTITIONER) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"safe": "no"}, "danger in saying it: yes"),
        ({"safe": "unsure", "safe_on": "2025-12-31"}, "danger in saying it: not sure, 31 Dec 2025"),
        ({"safe": "ask me later"}, "danger in saying it: ask me later"),
        ({"safe": "", "safe_on": "2026-11-10"}, ""),
        ({"mood_before": 5}, "mood 5 before"),
        ({"mood_after": 0}, "mood 0 after"),
    ],
)
def test_safety_and_moods(values: dict[str, Any], words: str) -> None:
    moods = {name: values.pop(name) for name in list(values) if name.startswith("mood")}
    told = head(bare(TalkLine("1", "e"), values=values, **moods), PRACTITIONER)
    assert told == " · ".join(filter(None, ["no date yet", words]))


@pytest.mark.parametrize(
    ("channel", "words"), [("phone", ", phone"), ("in_person", ""), ("other", ", another way")]
)
def test_how_they_talked_is_said_where_it_is_not_the_usual_way(channel: str, words: str) -> None:
    told = bare(TalkLine("1", "e"), values={"channel": channel})
    assert head(told, PRACTITIONER) == f"no date yet{words}"


@pytest.mark.parametrize("audience", BOTH)
def test_of_a_veiled_one_nothing_is_told_but_when(audience: Audience) -> None:
    assert head(bare(HIDDEN), audience) == "Thu 5 Nov, evening · a sensitive talk"
    assert gist(bare(HIDDEN), audience) == []


# Turns.


def test_turns_as_they_are_told() -> None:
    told = [turn_words(turn, talk(), PRACTITIONER) for turn in talk().turns]
    assert told == [
        "Sam: “The landlord wants an answer.” (tone: flat)",
        "K7: “Do what you want.” (meant: please ask me; felt: hurt 7)",
        "Sam: “Fine, I will.” (guessed: angry; not asked)",
        "Noor: “Are you two fighting?”",
        "K7: (body: left the room)",
    ]
    assert turn_words(talk().turns[1], talk(), CLIENT).startswith("me: “Do what you want.” (")


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (TurnLine("1", 1, "me"), "K7: nothing told yet"),
        (TurnLine("1", 1, "me", strength=0), "K7: (felt: 0 of 10)"),
        (TurnLine("1", 1, "me", felt="hurt"), "K7: (felt: hurt)"),
        (TurnLine("1", 1, "me", "a\n\nb", asked="yes", guessed_felt="x"), "K7: “a b”"),
        (TurnLine("1", 1, "them", "No.", meant="x", felt="y"), "Sam: “No.”"),
        (
            TurnLine("1", 1, "them", guessed_meant="it is done", guessed_felt="sad", asked="yes"),
            "Sam: (guessed: it is done, sad; asked)",
        ),
        (TurnLine("1", 1, "them", guessed_felt="sad"), "Sam: (guessed: sad; not asked)"),
        (TurnLine("1", 1, "them", asked="half"), "Sam: (half)"),
        (TurnLine("1", 1, "me", "(says nothing)"), "K7: (says nothing)"),
        (TurnLine("1", 1, "me", "“Fine.”"), "K7: “Fine.”"),
    ],
)
def test_a_turn_says_only_what_is_there(turn: TurnLine, words: str) -> None:
    assert turn_words(turn, talk(), PRACTITIONER) == words


# What came of it.


def test_the_gist_tells_what_is_there_in_its_order() -> None:
    assert gist(talk(), PRACTITIONER) == [
        ("hoped for", "that he asks me"),
        ("needed", "a say"),
        ("came of it", "he signed\nalone"),
        ("", "Did Sam get it? no · Did you ask? not yet"),
        ("in the way", "hinted · went quiet"),
        ("their side", "he was in a hurry"),
        ("style", "passive"),
        ("could say", "“I want us to decide it together.” (instead of “Do what you want.”)"),
        ("decided", "ask on Tuesday (2 options looked at)"),
        ("rehearsed", "2 rounds, sure 4 → 7, 10 Nov"),
        ("tried", "12 Nov, part: Tuesdays yes, flat not yet"),
        ("said aloud", "evenings together when I am off, 12 Nov"),
    ]


def test_what_was_rehearsed_alone_is_told_line_by_line() -> None:
    each = Round("1", date(2026, 11, 10), alone=True, situation="Sunday, kitchen", sure_before=3,
                 sure_after=6, exchange="me: Could we?\nthem: Since when?")  # fmt: skip
    told = dict(gist(bare(kitchen(), rounds=(each,)), CLIENT))
    assert told["alone"] == (
        "10 Nov, sure 3 → 6 · Sunday, kitchen · me: “Could we?” · Sam: “Since when?”"
    )


@pytest.mark.parametrize("audience", BOTH)
def test_of_a_new_talk_there_is_no_gist(audience: Audience) -> None:
    assert gist(bare(line("new", note="kitchen, Sunday")), audience) == []


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"got_across": "unknown"}, "Did Sam get it? not known · Did you ask? not yet"),
        ({"got_across": "yes", "checked": "yes"}, "Did Sam get it? yes · Did you ask? yes"),
        ({"checked": "no"}, "Did you ask? no"),
        ({"got_across": "somewhat"}, "Did Sam get it? somewhat · Did you ask? not yet"),
    ],
)
def test_both_audiences_are_asked_in_the_same_words(values: dict[str, Any], words: str) -> None:
    for audience in BOTH:
        assert gist(bare(kitchen(), values=values), audience) == [("", words)]


def test_without_a_name_it_is_the_other_person() -> None:
    nobody = bare(TalkLine("1", "e"), values={"got_across": "no"})
    assert gist(nobody, CLIENT)[0][1].startswith("Did the other person get it? no")


@pytest.mark.parametrize(
    ("codes", "words"),
    [(["none"], "nothing"), (["silence", "from later"], "went quiet · from later")],
)
def test_what_got_in_the_way(codes: list[str], words: str) -> None:
    marks = tuple(DifficultyLine(code, code) for code in codes)
    assert gist(bare(kitchen(), difficulties=marks), CLIENT) == [("in the way", words)]


def test_every_line_to_say_has_its_label_and_what_belongs_to_it() -> None:
    lines = (
        AlternativeLine("1", "Ask me first."),
        AlternativeLine("2", "I need a say.", why="it is mine too", risk="he shouts", turn="gone"),
    )
    assert gist(bare(kitchen(), alternatives=lines), CLIENT) == [
        ("could say", "“Ask me first.”"),
        ("could say", "“I need a say.” (why: it is mine too; risk: he shouts)"),
    ]


def test_a_decision_that_is_not_made_says_so() -> None:
    options = bare(kitchen(), options=(OptionLine("1", "wait"),))
    assert gist(options, CLIENT) == [("decided", "not yet (1 option looked at)")]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"values": {"sure_before": 0, "sure_after": 7}}, "sure 0 → 7"),
        ({"values": {"sure_before": 4}}, "sure 4 before"),
        ({"values": {"sure_after": 0}}, "sure 0 after"),
        ({"rounds": (Round("1", date(2026, 11, 10)),)}, "1 round, 10 Nov"),
        (
            {"rounds": (Round("1", date(2026, 11, 10), alone=True, sure_before=3, sure_after=6),)},
            "1 round, sure 3 → 6, 10 Nov",
        ),
        (
            {"rounds": tuple(Round(str(day), date(2026, 11, day)) for day in (14, 10, 12))},
            "3 rounds, 10 Nov to 14 Nov",
        ),
        ({}, ""),
    ],
)
def test_rehearsing(changes: dict[str, Any], words: str) -> None:
    assert rehearsed_words(bare(kitchen(), **changes)) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "12 Nov, part: Tuesdays yes, flat not yet"),
        ({"what": "I asked"}, "12 Nov, part: I asked · Tuesdays yes, flat not yet"),
        ({"happened": "", "day": None, "done": ""}, "no date yet: the sofa"),
        ({"happened": "", "title": "", "done": "no"}, "12 Nov, not done"),
        ({"done": "nearly", "day": date(2025, 1, 2)}, "2 Jan 2025, nearly: Tuesdays yes, flat "),
    ],
)
def test_what_was_tried(changes: dict[str, Any], words: str) -> None:
    assert tried_words(replace(ATTEMPT, **changes), TODAY).startswith(words)


def test_how_it_left_both_is_said_of_each() -> None:
    tries = bare(kitchen(), attempts=(AttemptLine("1", "e", left_me="lighter", left_them="gone"),))
    words = "no date yet · left {}: lighter · left Sam: gone"
    assert gist(tries, PRACTITIONER) == [("tried", words.format("K7"))]
    assert gist(tries, CLIENT) == [("tried", words.format("me"))]


@pytest.mark.parametrize(
    ("said", "met", "pair"),
    [
        (True, None, ("said aloud", "evenings, 12 Nov")),
        (True, "partly", ("said aloud", "evenings, partly met, 12 Nov")),
        (None, "no", ("a wish", "evenings, not met, 12 Nov")),
        (None, "half", ("a wish", "evenings, met: half, 12 Nov")),
    ],
)
def test_news_of_a_wish(said: bool | None, met: str | None, pair: tuple[str, str]) -> None:
    news = WishNews("w", "evenings", date(2026, 11, 12), said, met)
    assert gist(bare(kitchen(), news=(news,)), CLIENT) == [pair]


def test_news_that_a_wish_was_not_said_is_not_told() -> None:
    news = WishNews("w", "evenings", date(2026, 11, 12), said=False)
    assert gist(bare(kitchen(), news=(news,)), CLIENT) == []


def test_a_time_of_the_day_is_said() -> None:
    at = replace(on_day(date(2026, 11, 9)), known=Known.TIME)
    assert head(bare(TalkLine("1", "e", at=at)), CLIENT) == "Mon 9 Nov, 12:00"
