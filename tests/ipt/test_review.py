"""The evening: what is asked in each length, what follows a skip, and what is given back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from ipt_tui.ipt import moments, review_words
from ipt_tui.ipt.moments import Part
from ipt_tui.ipt.question_sets import FIT, REVIEW, Kind, questions
from ipt_tui.ipt.review import (
    BYE,
    END,
    RESUME,
    Evening,
    Given,
    before,
    draft,
    first,
    following,
    is_by_day,
    taken_by,
)
from ipt_tui.ipt.review_words import (
    AT_ANY_HOUR,
    Ask,
    aside_words,
    ask,
    because,
    given_back,
    how_long,
    refused,
)
from ipt_tui.ipt.safe_now import Because, of_safe
from ipt_tui.ipt.safe_to_say import NOT_HERE
from ipt_tui.ipt.scales import Scale
from tests.ipt.reading_age import grade, hard_words

TODAY = date(2026, 11, 9)
SAM = {"moment": "the kitchen", "who": "Sam"}
ABOUT = {"aside": "You put something aside on Monday.", "thing": "ring Jo", "goal": "rest"}
OLDEST = 6.0
"""As in the guide: the school year (US) in which one is 11."""


def asked(length: str, answers: dict[str, str], about: dict[str, str] | None = None) -> list[str]:
    """Walk an evening to its end, answering as it goes; what has no answer is skipped."""
    evening = Evening(TODAY, length, about=about or {})
    found, given = [first(evening)], dict[str, str]()
    while found[-1] != END:
        if found[-1] in answers:
            given[found[-1]] = answers[found[-1]]
        found.append(following(found[-1], replace(evening, answers=given)) or "")
    back = [END]
    while (key := before(back[-1], replace(evening, answers=given))) is not None:
        back.append(key)
    assert back[::-1] == found
    return found[:-1]


def test_a_minute_is_a_mood_and_a_word_whatever_there_is_to_ask_about() -> None:
    assert asked("minute", {}, ABOUT) == ["mood", "word"]
    assert asked("minute", {"mood": "2", "word": "low", **SAM}, ABOUT) == ["mood", "word"]


def test_every_skip_leads_on_and_what_hangs_on_it_is_not_asked() -> None:
    whole = ["mood", "word", "moment", "who", "when", "said", "left", "look"]
    assert asked("ten", {}) == ["mood", "word", "moment"]
    assert asked("ten", {"moment": "rain"}) == ["mood", "word", "moment", "who", "when", "left"]
    assert asked("ten", SAM) == whole
    assert asked("ten", {**SAM, "look": "leave"}) == whole
    assert asked("ten", {}, ABOUT) == ["mood", "word", "aside", "moment"]
    assert asked("long", {}, ABOUT) == ["mood", "word", "aside", "moment", "thing", "goal"]
    told = asked("long", {"thing": "part"}, ABOUT)
    assert told[-3:] == ["thing", "happened", "goal"]


def test_only_who_looks_is_asked_more_and_whether_it_is_safe_before_any_words() -> None:
    looks = {**SAM, "look": "look"}
    assert asked("ten", looks)[8:] == ["hoped", "might"]
    assert asked("ten", {**looks, "might": "therapist"})[8:] == ["hoped", "might"]
    words = {**looks, "might": "words"}
    assert asked("ten", words)[8:] == ["hoped", "might", "safe"]
    for unsafe in ("no", "unsure"):
        assert asked("long", {**words, "safe": unsafe}, ABOUT)[9:] == ["hoped", "might", "safe"]
    assert asked("ten", {**words, "safe": "yes"})[8:] == ["hoped", "might", "safe", "say"]
    aside = asked("ten", {"aside": "look", "might": "words", "safe": "yes"}, ABOUT)
    assert aside == ["mood", "word", "aside", "hoped", "might", "safe", "say"]
    told = Evening(TODAY, "ten", answers={**SAM, "look": "look", "aside": "look"}, about=ABOUT)
    assert following("aside", told) == "hoped"
    left = {**SAM, "look": "leave", "might": "words", "safe": "yes"}
    assert following("look", Evening(TODAY, "ten", answers=left)) == END
    choice = questions()["look"].choices
    assert choice[0][0] == "leave"
    assert {label for _, label in questions()["might"].choices} >= {"talk to my therapist about it"}


def test_a_question_about_a_talk_shows_first_what_was_said() -> None:
    said = {"said": "me: Do what you want.\nSam: Fine.\n\n"}
    evening = Evening(TODAY, "ten", "hoped", {**SAM, "look": "look"}, about=said)
    assert ask("hoped", evening, TODAY).words == f"{said['said']}What had you hoped for?"
    assert "Do what you want" not in ask(RESUME, evening, TODAY).words


def at(day: int, hour: int) -> moments.Moment:
    return moments.moment(datetime(2026, 11, day, hour, tzinfo=UTC))


def test_it_gives_back_tonights_words_in_their_order_and_no_more() -> None:
    kitchen = Given(5, "", at(9, 9), "the kitchen", at(9, 19), ("Sam",), 2, "hurt")
    assert given_back(kitchen, TODAY) == (
        "You noted: This morning: 5. The kitchen, with Sam. It left you at 2, hurt. "
        "You don't have to sort it out tonight."
    )
    whole_day = replace(kitchen, mood_at=at(9, 21), moment_at=moments.on_day(TODAY))
    assert "You noted: This evening: 5. The kitchen, with" in given_back(whole_day, TODAY)
    evening = replace(kitchen, moment_at=moments.on_day(TODAY, Part.EVENING), mood_at=at(9, 21))
    assert "at 2, hurt. This evening: 5. You" in given_back(evening, TODAY)
    assert given_back(Given(3, "low"), TODAY).startswith("You noted: 3, low. You")
    assert given_back(Given(), TODAY) == review_words.NOTHING
    told = given_back(Given(), TODAY, answered=True)
    assert told == "What you noted is kept. You don't have to sort it out tonight."


def test_before_the_evening_nothing_is_said_of_a_night() -> None:
    starts = time(4)
    for hour, by_day in ((3, False), (4, True), (13, True), (16, True), (17, False), (23, False)):
        assert is_by_day(datetime(2026, 11, 9, hour, tzinfo=UTC), starts) is by_day
    noon = Evening(TODAY, "ten", given=Given(3), offered=("Jo",), by_day=True)
    alone = replace(noon, offered=())
    said = [ask(END, noon, TODAY), ask(END, alone, TODAY), ask(f"{BYE}:tonight", noon, TODAY)]
    words = " ".join(f"{one.words} {one.choices}" for one in said)
    assert "You don't have to sort it out now." in words
    assert "that is all for now" in words
    assert "night" not in words.replace("'tonight'", "")


def test_the_part_of_the_day_is_that_of_the_day_that_is_lived() -> None:
    def part(hour: int, starts: int) -> str:
        told = moments.moment(datetime(2026, 11, 9, hour, tzinfo=UTC), day_starts_at=time(starts))
        return given_back(Given(5, mood_at=told, moment="rain"), told.day).split(":")[1].strip()

    assert part(1, 4) == "Tonight"
    assert part(5, 6) == "Tonight"
    assert part(5, 4) == part(6, 6) == "This morning"
    assert part(15, 4) == "This afternoon"
    assert part(23, 4) == "This evening"


def test_at_the_end_people_come_before_numbers_and_what_is_not_safe_is_left() -> None:
    evening = Evening(TODAY, "ten", given=Given(3), offered=("Jo", "Priya"))
    end = ask(END, evening, TODAY)
    assert "Someone you said you can talk to: Jo, Priya." in end.words
    assert [label for *_, label in end.choices] == [
        "write to one",
        "just be company",
        "not tonight",
        "people I can call",
    ]
    assert following(END, evening) == BYE
    assert AT_ANY_HOUR not in end.words
    assert "talk" in ask(f"{BYE}:write", evening, TODAY).words
    alone = replace(evening, offered=(), answers={"safe": "unsure"})
    assert following(END, alone) is None
    assert NOT_HERE in ask(END, alone, TODAY).words


QUIET = Given(6)


def test_the_way_to_help_stands_first_where_it_may_be_needed_and_good_night_not_alone() -> None:
    def end(answers: dict[str, str] | None = None, given: Given = QUIET, **more: Any) -> Ask:
        return ask(END, Evening(TODAY, "ten", answers=answers or {}, given=given, **more), TODAY)

    quiet = end({"mood": "6"})
    assert AT_ANY_HOUR not in quiet.words
    assert quiet.hint == AT_ANY_HOUR
    assert [label for *_, label in quiet.choices] == ["good night", "people I can call"]
    assert AT_ANY_HOUR not in end({"moment": "no word of it is read"}).words
    veiled = frozenset(("moment", "safe"))
    for told in (
        end(given=Given(1, "fine")),
        end(given=Given(None, "trapped, tired")),
        end(given=Given(6, "trapped")),
        end(given=Given(2)),
        end(given=Given(6, left=1)),
        end(given=Given(9), scale=Scale(better="low")),
        end({"quality:s": "unsafe"}),
        end({"moment": "veiled", "safe": "unsure"}, Given(), veiled=veiled),
    ):
        assert told.words.startswith(f"{AT_ANY_HOUR}\n\n"), told.words
        assert [word for _, word, _ in told.choices] == ["done", "help"]
        assert review_words.NOTHING not in told.words
    assert AT_ANY_HOUR not in end({"moment": "veiled"}, Given(), veiled=veiled).words


def test_words_without_a_number_are_the_word_and_a_number_need_not_be_given() -> None:
    evening = Evening(TODAY, "ten")
    assert taken_by("mood", "tired and sad", evening) == "word"
    assert taken_by("mood", "eleven 11", evening) == taken_by("mood", "", evening) == "mood"
    assert taken_by("left", "tired", replace(evening, answers={"moment": "x"})) == "left"
    assert taken_by("moment", "tired", evening) == "moment"
    assert refused("left", evening, "No.") == "No. Empty skips."
    assert refused("goal", evening, "No; empty skips.") == "No; empty skips."
    assert refused("who", evening, "No.") == "No."
    takers = {key for key, one in questions().items() if one.takes_words}
    assert takers == {"word", "moment", "said", "hoped", "say", "happened"}


def test_each_person_is_named_once_and_what_was_put_aside_is_said_in_ones_own_words() -> None:
    told = aside_words(date(2026, 11, 7), TODAY, ("Anna", "anna ", "Annna"), "the flat, " * 9)
    assert told.startswith("You put something aside on Saturday, with Anna and Annna: “the flat, ")
    assert told.endswith("…”")


def test_the_draft_of_a_question_is_of_one_evening_and_says_its_day() -> None:
    evening = Evening(TODAY, "ten", uid="u1")
    assert draft("c", REVIEW, "moment", evening) == "review:c:2026-11-09:u1:moment"
    assert draft("c", REVIEW, "moment", replace(evening, uid="u2")).endswith(":u2:moment")
    assert draft("c", FIT, "call", evening) == "fit:c:call"


def test_why_it_is_asked_is_what_was_said() -> None:
    assert because("safe", Evening(TODAY, "ten")) is Because.DANGER
    assert because("quality:s", Evening(TODAY, "", which="between")) is Because.UNSAFE
    assert of_safe("unsure") is of_safe("no") is Because.DANGER
    assert of_safe("yes") is of_safe("") is None


def test_where_one_stopped_is_said_and_what_was_put_aside() -> None:
    stopped = Evening(date(2026, 11, 8), "ten", "who", {"moment": "a call"})
    assert stopped.can_go_on
    assert not replace(stopped, answers={}).can_go_on
    assert not replace(stopped, at=END).can_go_on
    assert "on Sunday, at: “Who was it with?”" in ask(RESUME, stopped, TODAY).words
    day = date(2026, 11, 2)
    assert aside_words(day, TODAY, ("Sam",)) == "You put something aside on 2 Nov, with Sam."
    assert aside_words(date(2026, 11, 3), TODAY, ()) == "You put something aside on Tuesday."
    typed = replace(stopped, about={"aside": "{goal} {who}"})
    assert ask("aside", typed, TODAY).words == "{goal} {who}"


def test_all_of_it_is_in_plain_words() -> None:
    said = [how_long().words, review_words.SKIP, review_words.AT_ANY_HOUR, NOT_HERE]
    said += [review_words.NOT_TONIGHT, *review_words._BYE.values()]
    for question in questions().values():
        assert question.kind is not Kind.OTHER
        assert all(question.lengths)
        worded = ask(question.id, Evening(TODAY, "long", about=ABOUT), TODAY)
        said += [worded.words, *(label for *_, label in worded.choices)]
        assert hard_words([worded.hint]) == [], question.id
    assert grade(said) <= OLDEST, grade(said)
    assert hard_words(said) == []
