"""Rehearsing alone: which question follows which, what is kept as text, and how it reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.rehearsal import (
    AFTER,
    END,
    SAFE,
    UNSAFE,
    WANT,
    Rehearsing,
    before,
    by_turns,
    following,
    place_of,
    questions,
    spoken,
    with_words,
    written,
)
from ipt_tui.ipt.rehearsal_words import (
    BESIDE,
    KEPT,
    NONE_YET,
    UNANSWERED,
    alone_head,
    alone_lines,
    ask,
    given_back,
    offered,
)
from ipt_tui.ipt.review import RESUME
from ipt_tui.ipt.review_words import SKIP
from ipt_tui.ipt.safe_to_say import NOT_HERE
from ipt_tui.ipt.talk import Round
from tests.ipt.reading_age import grade, hard_words

TODAY = date(2026, 11, 23)
KITCHEN = Rehearsing(
    "t", "Sam, 9 Nov: the flat", "Sam", "yes", TODAY, "Could we decide together?", "kitchen"
)
OLDEST = 6.0
"""As in the guide: the school year (US) in which one is 11."""
TRIED = Round(
    "r", TODAY, alone=True, exchange="me: I feel left out.\nthem: Since when?\nme: Since May.",
    sure_before=3, sure_after=6,
)  # fmt: skip


def walked(choices: dict[str, str], about: Rehearsing = KITCHEN) -> list[str]:
    """Walk from the first question to the end with these choices."""
    keys: list[str] = [SAFE]
    while (key := following(keys[-1], about, TODAY, choices.get(keys[-1], ""))) is not None:
        keys.append(key)
    return keys


def test_safety_comes_first_and_without_a_plain_answer_nothing_is_rehearsed() -> None:
    for safe in ("no", "unsure", ""):
        assert walked({}, replace(KITCHEN, safe=safe)) == [SAFE, UNSAFE]
    assert following(UNSAFE, KITCHEN, TODAY, "help") == UNSAFE
    assert walked({}) == [SAFE, WANT]
    for word in ("therapist", "leave"):
        assert walked({WANT: word}) == [SAFE, WANT]
    told = ask(UNSAFE, replace(KITCHEN, safe="unsure"), TODAY)
    assert told.words.startswith(NOT_HERE)
    assert [label for *_, label in told.choices] == [
        "see people I can call", "talk to my therapist about it", "leave it for now",
    ]  # fmt: skip
    assert ask(UNSAFE, replace(KITCHEN, safe=""), TODAY).words.startswith(UNANSWERED)
    assert following(SAFE, KITCHEN, TODAY, "theirs:2") == "theirs:2"
    old = replace(KITCHEN, safe_on=date(2026, 11, 20))  # gone past with a bare enter
    assert following(SAFE, old, TODAY, "theirs:2") == UNSAFE
    assert ask(UNSAFE, old, TODAY).words.startswith(UNANSWERED)
    assert "so far: no, 23 Nov" in ask(SAFE, KITCHEN, TODAY).hint


def test_lines_alternate_for_as_long_as_one_likes_and_the_way_back_is_the_same() -> None:
    keys = walked({WANT: "try", "more:1": "again"})
    middle = ["mine:1", "theirs:1", "more:1", "mine:2", "theirs:2", "more:2"]
    assert keys == [SAFE, WANT, "before", "situation", *middle, AFTER, END]
    said = replace(KITCHEN, round=replace(TRIED, exchange="me: a\nthem: b\nme: c\nthem: d"))
    back = [END]
    while (key := before(back[-1], said)) is not None:
        back.append(key)
    assert back[::-1] == [key for key in keys if key != "more:2"]


@given(st.lists(st.tuples(st.sampled_from(["me", "them"]), st.text(st.characters(exclude_categories=["Cc", "Cs"])) | st.sampled_from(["me: x", "a\nthem: b", "  c\n\nd", ""]))))  # noqa: E501  # fmt: skip
def test_what_is_written_is_read_again_word_for_word(said: list[tuple[str, str]]) -> None:
    kept = list(said)
    while kept and not kept[-1][1]:
        kept.pop()
    assert spoken(written(said)) == tuple(kept)
    turns = by_turns(kept)
    assert [words for words in turns if words] == [words for _, words in kept if words]
    for place, (speaker, words) in enumerate(spoken(with_words(turns, "theirs:2", "so"))):
        assert speaker == ("me", "them")[place % 2]
        assert words == ("so" if place == place_of("theirs:2") else (turns + ("",) * 4)[place])


def test_a_text_of_another_form_is_read_as_ones_own_words() -> None:
    assert spoken("Could we?\nthem: No.") == (("me", "Could we?"), ("them", "No."))
    assert spoken("") == ()


def test_what_was_tried_is_given_back_and_the_record_offers_what_to_begin_with() -> None:
    tried = replace(KITCHEN, round=TRIED)
    assert given_back(tried) == "You tried out 2 lines. How sure you were: 3 → 6."
    assert given_back(KITCHEN) == ""
    assert tried.last_line == "Since May."
    assert (offered("mine:1", KITCHEN), offered("mine:2", KITCHEN)) == (KITCHEN.line, "")
    assert offered("situation", KITCHEN) == "kitchen"
    assert ask("mine:2", tried, TODAY).value == "Since May."
    assert ask("before", tried, TODAY).value == "3"
    assert ask("theirs:1", tried, TODAY).words == "What might Sam say to that?"
    left = replace(tried, at="theirs:1", day=date(2026, 11, 20))
    assert left.can_go_on
    assert not replace(left, safe="unsure").can_go_on
    assert not replace(left, at=WANT).can_go_on
    resumed = ask(RESUME, left, TODAY).words
    assert resumed == "You stopped on 20 Nov, at: “What might Sam say to that?”"
    assert alone_head(TRIED, TODAY) == "alone, 23 Nov: sure 3 → 6"
    assert alone_head(replace(TRIED, sure_after=None), TODAY) == "alone, 23 Nov: sure 3 before"
    assert alone_lines(TRIED, "me", "Sam")[1] == ("Sam", "Since when?")


def test_three_ways_stand_side_by_side_and_one_who_died_is_nobody_to_try_it_with() -> None:
    words = [word for word, _ in questions()[END].choices]
    assert words == ["keep", "therapist", "leave"]
    assert [word for _, word, _ in ask(END, KITCHEN, TODAY).choices] == words
    dead = replace(KITCHEN, can_be_tried=False)
    assert [word for _, word, _ in ask(END, dead, TODAY).choices] == words[1:]
    for key in (WANT, END):
        assert "Not saying it is fine too." in ask(key, KITCHEN, TODAY).words


def test_it_reads_as_one_of_eleven_reads_and_blames_nobody() -> None:
    asked = [question.ask for question in questions().values()]
    labels = [label for question in questions().values() for _, label in question.choices]
    hints = [question.hint for question in questions().values()]
    told = [*asked, *labels, *hints, *KEPT.values(), BESIDE, UNANSWERED, NONE_YET, SKIP]
    assert hard_words(told) == []
    assert grade([*asked, *KEPT.values(), BESIDE, UNANSWERED, NONE_YET, SKIP]) < OLDEST
