"""Marks as words: what leaves reads like a note, and nothing else in it is touched."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.capture_words import shown
from ipt_tui.ipt.marks_as_words import as_words

TODAY = date(2026, 11, 17)
NAMES = ("Sam", "Mum", "Jo", "Mr Ito", "Noor")


def words(text: str, *, me: str = "K7") -> str:
    return as_words(text, parse(text, TODAY, NAMES), TODAY, me=me)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("~7 calm since sunday", "mood 7, calm, since Sunday 15 Nov"),
        ("~3 hurt, left out yesterday", "mood 3, hurt, left out, Mon 16 Nov"),
        ("mood 3 hurt", "mood 3, hurt"),
        ("~3 hurt @Sam", "mood 3, hurt, with Sam"),
        ("~3 hurt by @Sam, tired", "mood 3, hurt by Sam, tired"),
        ('~2 hurt "do what you want"', 'mood 2, hurt, "do what you want"'),
        ("!rota changed @Ito", "event: rota changed, Mr Ito"),
        ("!met @Sam in spring 2019", "event: met Sam, in spring 2019"),
        ("!lunch with @Jo", "event: lunch with Jo"),
        (
            "!rota changed @Ito ~3 angry on 8 oct",
            "event: rota changed, Mr Ito, Thu 8 Oct; mood 3, angry",
        ),
        ("!conflict: argued @Sam", "event (conflict): argued, Sam"),
        ("!talk @Sam kitchen 9 nov evening", "talk with Sam: kitchen, Mon 9 Nov, evening"),
        ("!ca", "talk"),
        (">ask Sam for Tuesdays", "practice: ask Sam for Tuesdays"),
        (">ask @Sam on thursday", "practice: ask Sam on thursday"),
        ("todo letter to GP", "to do: letter to GP"),
        ("#dispute with @Sam on monday", "focus: dispute with Sam on monday"),
        ("focus #dispute with @Sam", "focus: dispute with Sam"),
        ("!safety passive thoughts, no plan", "safety asked: passive thoughts, no plan"),
        ("!concern @Sam shouted", "concern: Sam shouted"),
        (
            "symptom since mid july low mood",
            "symptom: low mood, since mid july (since around July 2026)",
        ),
    ],
)
def test_a_mark_becomes_its_word(typed: str, told: str) -> None:
    assert words(typed) == told


def test_what_stands_between_marks_stays_where_it_stood() -> None:
    assert words("came in bright ~7 calm") == "came in bright; mood 7, calm"
    assert words("came in bright. ~7 calm") == "came in bright. mood 7, calm"
    assert words("talked about #dispute with @Sam") == "talked about dispute with Sam"
    assert words("talked of #dispute @Sam ~4 sad") == "talked of dispute Sam; mood 4, sad"
    assert words("    ~7 calm") == "    mood 7, calm"


def test_a_mention_in_a_sentence_is_the_name() -> None:
    assert words("  since monday  @Sam's late,  and @ito too ") == (
        "  since monday  Sam's late,  and Mr Ito too "
    )
    assert words('rang @"Mrs  Berg" and mail a@Sam.org') == "rang Mrs Berg and mail a@Sam.org"


def test_the_lines_of_a_talk_are_spoken() -> None:
    note = "!talk @Sam february\nme: i need you to remember\nsam: i thought not\nme: (left)\nand on"
    assert words(note).split("\n") == [
        "talk with Sam: february",
        "K7: “i need you to remember”",
        "Sam: “i thought not”",
        "K7: (left)",
        "and on",
    ]


def test_a_line_of_their_words_says_so_and_a_quote_in_a_line_stays() -> None:
    assert words('"i said it and nothing fell down"') == (
        'their words: "i said it and nothing fell down"'
    )
    assert words('she said "no" twice') == 'she said "no" twice'


def test_what_is_for_this_hour_only_is_not_there() -> None:
    assert words("one\n-- she cried at the door\n  --\ntwo") == "one\ntwo"
    assert words("-- only this") == ""
    assert words("one -- two") == "one -- two"


def test_what_looks_like_a_mark_and_is_none_stays() -> None:
    note = "~4h late, ~20 of them\n!! great! [sic] #1 @2pm\n\n> 10\n\tindented  "
    assert words(note) == note


def test_nobody_is_named_who_may_not_be() -> None:
    note = "!rota changed @Ito\nmet @Ito again"
    pieces = shown(parse(note, TODAY, NAMES), ["Sam"])
    assert as_words(note, pieces, TODAY) == "event: rota changed, Ito\nmet Ito again"


def test_who_could_be_several_people_stays_as_typed() -> None:
    pieces = parse("met @S", TODAY, ["Sam", "Sue"])
    assert as_words("met @S", pieces, TODAY) == "met S"


MARKED = st.text(st.sampled_from(list("~!@#>-\"'“”:,. \n0123456789abmnoprstuy")), max_size=60)
TOKENS = st.lists(
    st.sampled_from(
        [
            "focus ",
            "#dispute",
            "~3 ",
            "@Sam ",
            '@"Mr Ito" ',
            "me: ",
            "sam: ",
            "!talk ",
            "-- ",
            "on monday ",
            "since ",
            "practice ",
            "symptom ",
            "!conflict: ",
            "hurt by ",
            '"no" ',
            "\n",
            "\n",
            " ",
            ">",
            "spring 2019 ",
            "!concern ",
            "~",
            "\t",
            "\x85",
            "10 ",
        ]
    ),
    max_size=12,
).map("".join)
LETTERS = st.characters(exclude_characters='~!@#>-"“”\n:')


@given(TOKENS | MARKED | st.text(max_size=60))
def test_nothing_raises_and_no_line_appears(text: str) -> None:
    assert words(text).count("\n") <= text.count("\n")


@given(st.lists(st.text(LETTERS, max_size=30).map(lambda text: f"so {text}"), max_size=4))
def test_text_without_marks_is_unchanged(lines: list[str]) -> None:
    note = "\n".join(lines)
    assert words(note) == note


@given(MARKED)
def test_once_is_enough_for_what_was_for_this_hour(text: str) -> None:
    assert "aside" not in words(f"{text}\n-- aside\n{text}")
