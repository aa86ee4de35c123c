"""The first week and what fits one: which question follows which, and in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt import first_week, review_words
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.feelings import MOST_OFFERED, offered
from ipt_tui.ipt.first_week import AWAY, Week, line, states
from ipt_tui.ipt.fit import Fit, before_sharing, rows
from ipt_tui.ipt.heard import NotHeard, apart, names_heard
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.ipt.named_lines import named_lines
from ipt_tui.ipt.picks import picked, with_pick
from ipt_tui.ipt.question_sets import FIT, REVIEW, Kind, sets, week
from ipt_tui.ipt.review import END, Evening, before, first, following
from ipt_tui.ipt.review_words import ask, opening
from ipt_tui.vault.review_answers import _WAYS
from ipt_tui.vault.week_answers import WAYS
from tests.ipt.reading_age import grade, hard_words
from tests.ipt.test_review import OLDEST

TODAY = date(2026, 11, 23)
PEOPLE = {"s": "Sam", "d": "Dad"}
EACH = {"named": PEOPLE, "people": PEOPLE, "chosen": PEOPLE, "open": {"s": "Sam"}, "known": PEOPLE}
BASE = ["low", "worried", "hurt", "angry", "calm", "close", "numb", "don't know"]


def evening(which: str, **answers: str) -> Evening:
    told = {name.replace("__", ":"): text for name, text in answers.items()}
    return Evening(TODAY, "", answers=told, which=which, each=EACH, gone=frozenset("d"))


def walked(one: Evening) -> list[str]:
    """Return what is asked of an evening whose answers stand already, the same way back too."""
    found = [first(one)]
    while found[-1] != END:
        found.append(following(found[-1], one) or "")
    back = [END]
    while (key := before(back[-1], one)) is not None:
        back.append(key)
    assert back[::-1] == found
    return found[:-1]


def test_each_evening_asks_of_each_person_in_turn_and_leaves_out_what_hangs_on_a_skip() -> None:
    assert [one.id for one in week()] == "around near between wants began today talk".split()
    assert walked(evening("around")) == ["names", "ready", "kind:s", "kind:d"]
    assert walked(evening("around", ready="on"))[2] == "gone"
    assert walked(evening("near")) == ["ring:s", "ring:d"]
    told = walked(evening("between"))
    assert told == [
        "chosen", "gets:s", "gives:s", "confide:s", "quality:s", "gets:d", "gives:d", "quality:d",
    ]  # fmt: skip
    assert walked(evening("wants")) == ["chosen", "mine:s", "theirs:s", "mine:d", "theirs:d"]
    said = walked(evening("wants", mine__s="a call", theirs__d="to stay"))
    assert said == ["chosen", "mine:s", "mine_said:s", "theirs:s", "mine:d", "theirs:d"]
    assert walked(evening("began")) == ["onset", "life"]
    assert walked(evening("began", life="the move")) == ["onset", "life", "then", "there", "life2"]
    assert walked(evening("talk", moment="the kitchen", who="Sam"))[-1] == "left"
    assert following("ring:gone", evening("near")) == END


def test_somebody_who_died_is_asked_about_in_other_words() -> None:
    assert ask("kind:s", evening("around"), TODAY).words == "Who is Sam to you?"
    assert ask("kind:d", evening("around"), TODAY).words == "Who was Dad to you?"
    near = ask("ring:d", evening("near"), TODAY)
    assert near.words == "Dad has died. How near does Dad feel to you now?"
    for one in week():
        for question in one.questions.values():
            words = f"{question.ask} {question.gone} {question.hint}".casefold()
            assert "call them" not in words
            assert "write to" not in words


def test_at_the_end_it_says_what_stands_where() -> None:
    def end(which: str, **counts: int) -> str:
        return ask(END, replace(evening(which), counts=counts), TODAY).words

    assert end("near", placed=4) == "Four people stand on your circle now. 2 shows them."
    assert end("near", placed=1) == "One person stands on your circle now. 2 shows them."
    assert end("near", placed=13).startswith("13 people stand")
    assert end("near") == "Nobody stands on your circle yet, and that is fine."
    assert end("between", chosen=2) == (
        "What goes between you and Sam and Dad stands in People now. 2 shows it."
    )
    unsafe = ask(END, evening("between", quality__s="unsafe"), TODAY)
    assert unsafe.words.startswith(review_words.AT_ANY_HOUR)


def test_how_far_one_is_is_said_quietly_and_no_more_once_it_is_done_or_away() -> None:
    names = frozenset(one.id for one in week())
    how_far = Week(frozenset(("around", "near")), frozenset(("near", "talk")))
    words = {one.id: word for one, word in states(how_far)}
    assert (words["around"], words["near"], words["talk"]) == ("done", "begun", "begun")
    assert line(how_far, "a") == "First week: 2 of 7 · a"
    assert line(Week(names), "a") == line(replace(how_far, away=True), "a") == line(AWAY, "a") == ""


def test_every_question_has_its_way_and_no_two_sets_mean_another_thing_by_one_word() -> None:
    assert not set(_WAYS) & set(WAYS)
    asked = {name for one in (*week(), sets()[REVIEW]) for name in one.questions}
    assert asked == set(_WAYS) | set(WAYS)


@given(st.lists(st.sampled_from(["saudade", "numb", "heavy", "at sea", "low", "x", "y"])))
def test_ones_own_words_come_first_and_numb_and_not_knowing_are_always_there(
    own: list[str],
) -> None:
    words = offered(BASE, own)
    assert len(words) == len(set(words)) <= MOST_OFFERED
    assert {"numb", "don't know"} <= set(words)
    first_own = list(dict.fromkeys(own))[:5]
    assert list(words[: len(first_own)]) == first_own


def test_a_digit_puts_a_word_in_and_is_a_letter_within_other_words() -> None:
    picks = (("1", "low"), ("2", "numb"))
    assert with_pick("", "2", picks) == "numb"
    assert with_pick("numb", "1", picks) == "numb, low"
    assert with_pick("numb, low", "1", picks) == "numb, low"
    assert with_pick("heavy, ", "1", picks) == "heavy, low"
    assert with_pick("heavy", "1", picks) is None
    assert with_pick("", "9", picks) is None
    assert picked("1, 2", picks) == picked("1 2 1", picks) == "low, numb"
    assert picked("1 more", picks) == "1 more"


def test_a_name_spelled_three_ways_is_one_person() -> None:
    assert names_heard(apart("sam, Sam ;SÁM\n@sam"), {"Sam": "s"}) == (("s",), ())
    assert names_heard(apart("Ana, ana , ÁNA, Sam"), {"Sam": "s"}) == (("s",), ("Ana",))
    assert names_heard(apart("Sa"), {"Sam": "s"}) == ((), ("Sa",))


def test_names_typed_as_one_speaks_are_whole_and_nobody_is_nobody() -> None:
    def kinds_of(typed: str, *never: str) -> dict[str, str]:
        lines = named_lines(typed, Kinds(), TODAY, never=never)
        return {name: line.kind for name, line in lines.items()}

    assert kinds_of("my mum, my sister, my boss; my friend Ada") == {
        "Mum": "mother", "Sister": "sister", "Boss": "manager", "Ada": "friend",
    }  # fmt: skip
    assert kinds_of("Mum and Dad\nand Jo colleague") == {
        "Mum": "mother", "Dad": "father", "Jo": "colleague",
    }  # fmt: skip
    assert kinds_of('the neighbour, her mum, "Tom and Jo" friend, A') == {
        "the neighbour": "neighbour", "her mum": "", "Tom and Jo": "friend", "A": "",
    }  # fmt: skip
    assert kinds_of("my old neighbour from the second floor") == {
        "my old neighbour from the second floor": "",
    }  # fmt: skip
    for nobody in ("no", "None.", "nobody", "No one", ""):
        assert kinds_of(nobody) == {}
    with pytest.raises(NotHeard, match="Who is “my”"):
        kinds_of("my, Sam")
    assert kinds_of("Ben brother, my dad", "Ben", "Dad") == {"Ben brother": "", "Dad": "father"}


def test_what_must_not_be_known_is_said_before_sharing_and_never_where_it_is_covered() -> None:
    told = Fit("c", "K7", {"not_know": "Dad", "family": "decide", "feeling_words": "low, at sea"})
    assert before_sharing(told) == "It was said who must not know of this: Dad"
    assert told.decides_with_family
    assert told.feeling_words == ("low", "at sea")
    covered = replace(told, texts={}, veiled=frozenset(("not_know",)))
    assert "Dad" not in before_sharing(covered) != ""
    assert before_sharing(Fit("c")) == ""
    shown = {key: words for key, _, words in rows(told, Audience.CLIENT)}
    assert shown["family"] == "we decide together"
    assert {k: w for k, _, w in rows(told, Audience.PRACTITIONER)}["family"] == ("decides together")


def test_of_what_fits_nothing_is_asked_that_is_covered() -> None:
    open_ = Evening(TODAY, "", which=FIT)
    covered = replace(open_, veiled=frozenset(("not_know",)), answers={"not_know": "veiled"})
    assert [key for key in walked(open_) if key not in walked(covered)] == ["not_know"]


def test_all_of_it_is_in_plain_words() -> None:
    said = [first_week.ABOUT, first_week.WHICH, review_words.CAN_BE_CHANGED]
    for which in (*week(), sets()[FIT]):
        said += [opening(which).words, *(words for words in which.stands if words)]
        for question in which.questions.values():
            assert question.kind is not Kind.OTHER
            said += [question.ask, question.gone, *(label for _, label in question.choices)]
            assert hard_words([question.hint]) == []
    said = [words for words in said if words]
    assert grade(said) <= OLDEST, grade(said)
    assert hard_words(said) == []
    theirs = ask("calls_it", Evening(TODAY, "", which=FIT, about={"code": "K7"},
                                     for_whom=Audience.PRACTITIONER), TODAY)  # fmt: skip
    assert theirs.words == "What does K7's family call this, and what does K7?"


def test_who_has_no_digit_of_their_own_is_said_to_be_there() -> None:
    known = {str(n): f"P{n}" for n in range(11)}
    several = replace(evening("between"), each={"known": known})
    assert ask("chosen", several, TODAY).hint.startswith("and 2 more, by name · ")
    few = replace(several, each={"known": PEOPLE})
    assert "more" not in ask("chosen", few, TODAY).hint


def test_an_evening_with_nothing_told_is_skipped_and_no_reason_to_ask_for_it() -> None:
    names = [one.id for one in week()]
    how_far = Week(done=frozenset(names[:1]), skipped=frozenset(names[1:3]))
    assert [word for _, word in states(how_far)][:4] == ["done", "skipped", "skipped", "new"]
    assert line(how_far, "a") == "First week: 1 of 7 · a"
    assert line(replace(how_far, skipped=frozenset(names[1:])), "a") == ""
