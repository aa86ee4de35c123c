"""The questions of a talk: the data is whole, and each reads for whoever reads it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt import talk_questions, talk_vocabulary
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.content import load
from ipt_tui.ipt.people import Met
from ipt_tui.ipt.talk_questions import FILE, TalkQuestion, fields, questions
from ipt_tui.ipt.text import cells, filled
from ipt_tui.records.talk import (
    AlternativeFields,
    AttemptFields,
    OptionFields,
    RehearsalFields,
    TalkFields,
    TurnFields,
)

PRACTITIONER, CLIENT = Audience.PRACTITIONER, Audience.CLIENT
WORDS = {
    "name": "Sam", "code": "K7", "said": "“Do what you want.”", "who": "Noor",
    "scale": "1 worst – 10 best",
}  # fmt: skip
WHATS = """text choice number mood people date difficulties yes_no roles events wishes""".split()
PARTS = "head turn after say build alternative option round tried end".split()
VOCABULARIES = {
    "Channel": talk_vocabulary.Channel, "Across": talk_vocabulary.Across,
    "Safe": talk_vocabulary.Safe, "Done": talk_vocabulary.Done,
    "Style": talk_vocabulary.Style, "Met": Met,
}  # fmt: skip
KEPT = {
    "turn": TurnFields, "alternative": AlternativeFields, "option": OptionFields,
    "round": RehearsalFields, "tried": AttemptFields,
}  # fmt: skip
NOT_FIELDS = {
    "turn:who", "turn:guessed", "option:new", "round:sure_before", "round:who", "round:again",
    "round:sure_after", "tried:new", "tried:which", "tried:wish",
}  # fmt: skip
"""What is asked among a part's fields and kept elsewhere, in several fields, or not at all."""
EVERY = pytest.mark.parametrize("question", questions().values(), ids=lambda q: q.key)


def names_in(text: str) -> set[str]:
    return set(re.findall(r"\{(.*?)\}", text))


# The data.


def test_every_question_has_a_key_of_its_own_in_the_order_of_the_file() -> None:
    keys = [f"{table['part']}:{table['field']}" for table in load(FILE)["question"]]
    assert list(questions()) == keys
    assert len(set(keys)) == len(keys)
    parts = [question.part for question in questions().values()]
    assert list(dict.fromkeys(parts)) == PARTS
    assert parts == sorted(parts, key=PARTS.index), "each part stands together"


@EVERY
def test_of_every_question_all_that_is_named_is_known(question: TalkQuestion) -> None:
    assert question.what in WHATS
    assert (question.what == "choice") == bool(question.vocabulary)
    if question.vocabulary:
        assert (
            VOCABULARIES[question.vocabulary] is talk_questions._VOCABULARIES[question.vocabulary]
        )
    for text in (question.ask, question.you, question.hint):
        assert names_in(text) <= set(WORDS)
        assert text.count("{") == text.count("}") == len(re.findall(r"\{\w+\}", text))


@EVERY
def test_every_question_is_short_plain_words(question: TalkQuestion) -> None:
    assert 0 < cells(question.label) <= 14
    for text in (question.ask, question.you):
        assert text == " ".join(text.split())
        assert not text or text[0] in "…{" or text[0].isupper()
        assert cells(text) <= 80
    assert question.ask.endswith(("?", ".")) or question.part in ("build", "alternative", "option")
    assert question.hint == " ".join(question.hint.split())
    assert not question.hint.endswith((".", "?"))
    assert cells(question.hint) <= 100


@EVERY
def test_where_the_client_is_named_the_client_is_asked_in_other_words(
    question: TalkQuestion,
) -> None:
    own = question.you or question.ask
    assert "{code}" not in own
    assert "{code}" not in question.hint
    assert question.you != question.ask
    if "{code}" in question.ask:
        assert re.search(r"\byou(r|rs)?\b", own, re.IGNORECASE)
    assert not re.search(r"\byou(r|rs)?\b", question.ask, re.IGNORECASE)


@pytest.mark.parametrize("what", ["{who}", "{said}"])
def test_only_where_there_is_something_said_it_is_named(what: str) -> None:
    named = {q.part for q in questions().values() if what in f"{q.ask}{q.you}"}
    assert named <= {"turn", "option"}


@EVERY
def test_the_scale_is_named_where_a_mood_is_asked_for_and_nowhere_else(
    question: TalkQuestion,
) -> None:
    assert ("{scale}" in question.hint) == (question.what == "mood")
    if question.what == "number":
        assert re.search(r"\b0\b.*\b10\b", question.hint)


@pytest.mark.parametrize("part", PARTS)
def test_every_field_that_is_asked_for_is_kept(part: str) -> None:
    kept = KEPT.get(part)
    for name in fields(part):
        if kept is not None and f"{part}:{name}" not in NOT_FIELDS:
            assert name in kept.model_fields
    for name in set(fields("after")) - {"mood_after", "way"}:
        assert name in TalkFields.model_fields


# As it is asked.


@EVERY
@pytest.mark.parametrize("audience", list(Audience))
def test_every_question_reads_with_its_names(question: TalkQuestion, audience: Audience) -> None:
    for text in (question.worded(audience, WORDS), question.hinted(WORDS)):
        assert "{" not in text
        assert "}" not in text
    bare = question.worded(audience, {})
    assert "{" not in bare
    told = question.worded(audience, WORDS)
    assert ("K7" in told) == ("{code}" in question.ask and audience is PRACTITIONER)


def test_each_is_asked_in_its_own_words() -> None:
    meant = questions()["turn:meant"]
    assert meant.worded(PRACTITIONER, WORDS) == "“Do what you want.”: what did K7 want Sam to hear?"
    assert meant.worded(CLIENT, WORDS) == "“Do what you want.”: what did you want Sam to hear?"
    assert questions()["head:mood_before"].hinted(WORDS) == "a number: 1 worst – 10 best"
    about = questions()["head:about"]
    assert about.worded(CLIENT, WORDS) == about.worded(PRACTITIONER, WORDS) == about.ask


@EVERY
def test_every_choice_has_a_digit_and_none_stands_for_another_word(
    question: TalkQuestion,
) -> None:
    choices = question.choices()
    assert bool(choices) == (question.what in ("choice", "yes_no"))
    assert [digit for digit, _, _ in choices] == [str(n) for n in range(1, len(choices) + 1)]
    assert len(choices) < 10, "one key each"
    if question.what == "yes_no":
        assert [word for _, word, _ in choices] == ["yes", "no"]
    elif choices:
        known = {word.value: word.label for word in VOCABULARIES[question.vocabulary]}
        known.pop("other")
        assert {word: label for _, word, label in choices} == known


def test_the_fields_of_a_part_stand_in_their_order() -> None:
    assert fields("alternative") == ("line", "why", "risk", "style")
    assert fields("build") == ("feel", "when_it", "because", "like")
    assert fields("nowhere") == ()


# A person's words in a question.


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("{name}", "{name}: in what tone?"),
        ("{", "{: in what tone?"),
        ("}{said}{", "}{said}{: in what tone?"),
        ("[no] {code} [/]", "[no] {code} [/]: in what tone?"),
        ("", ": in what tone?"),
    ],
)
def test_braces_in_what_was_said_stay_as_they_are(said: str, asked: str) -> None:
    words = {"said": said, "name": "Sam", "code": "K7"}
    assert questions()["turn:tone"].worded(CLIENT, words) == asked


@given(st.text(), st.text(), st.text(st.characters(exclude_characters="{}")))
def test_any_words_stand_where_their_name_stood(name: str, code: str, rest: str) -> None:
    words = {"name": name, "code": code}
    assert filled(f"{rest}{{name}}{rest}{{code}}", words) == f"{rest}{name}{rest}{code}"
    assert filled(rest, words) == rest
    assert filled(f"{rest}{{who}}{rest}", words) == rest * 2, "what nobody named is nothing"
