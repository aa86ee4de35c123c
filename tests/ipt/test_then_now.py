"""Two talks with one person, side by side."""

import re

import pytest

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.talk import AlternativeLine, DifficultyLine, TurnLine
from ipt_tui.ipt.then_now import then_now, then_now_sentence
from tests.ipt.k7_talks import ATTEMPT, HIDDEN, bare, evening, kitchen, line, talk, when

PRACTITIONER, CLIENT = Audience.PRACTITIONER, Audience.CLIENT
NOW = bare(
    kitchen(uid="now", about="Tuesdays", when=when("2026-11-17"), at=evening(17)),
    values={"got_across": "yes", "checked": "yes"},
    turns=(TurnLine("1", 1, "them", "Well?"), TurnLine("2", 2, "me", "I need\nTuesdays.")),
    mood_after=6,
)


def test_the_same_things_of_both() -> None:
    assert then_now(talk(), NOW, PRACTITIONER) == [
        ("when", "Mon 9 Nov, evening", "Tue 17 Nov, evening"),
        ("about", "the flat", "Tuesdays"),
        ("K7 began", "“Do what you want.”", "“I need Tuesdays.”"),
        ("hoped for", "that he asks me", ""),
        ("in the way", "hinted · went quiet", ""),
        ("got across", "no", "yes"),
        ("asked", "", "yes"),
        ("mood", "5 → 2", "6 after"),
        ("could say", "“I want us to decide it together.”", ""),
        ("tried", "12 Nov, part: Tuesdays yes, flat not yet", ""),
    ]
    assert then_now(talk(), NOW, CLIENT)[2][0] == "I began"
    longer = bare(NOW.line, turns=(*NOW.turns, TurnLine("3", 3, "me", "And you?")))
    assert ("I went on", "", "“And you?”") in then_now(talk(), longer, CLIENT)


def test_rows_in_which_neither_has_anything_are_left_out() -> None:
    empty = bare(line("1", title=""))
    assert then_now(empty, empty, CLIENT) == [("when", "no date yet", "no date yet")]
    assert then_now_sentence(empty, empty, CLIENT) == ""


def test_several_of_a_kind_stand_in_one_cell() -> None:
    both = (AlternativeLine("1", "Ask me."), AlternativeLine("2", "I need a say."))
    rows = {
        label: now
        for label, _, now in then_now(
            talk(), bare(kitchen(), alternatives=both, attempts=(ATTEMPT, ATTEMPT)), CLIENT
        )
    }
    assert rows["could say"] == "“Ask me.”; “I need a say.”"
    assert rows["tried"].count("12 Nov, part") == 2


def test_the_sentence_has_both_and_no_cause() -> None:
    told = then_now_sentence(talk(), NOW, PRACTITIONER)
    assert told == (
        "In the way then: hinted, went quiet. Now: nothing named. "
        "Got across then: no. Now: yes. Mood then: 5 → 2. Now: 6 after."
    )
    own = then_now_sentence(talk(), NOW, CLIENT)
    assert own == told.replace("In the way", "What got in the way")
    for words in (told, then_now_sentence(NOW, talk(), CLIENT)):
        assert not re.search(r"\b(?:because|better|worse|improv\w*|since|led|so)\b", words)


def test_that_nothing_got_in_the_way_is_not_the_same_as_not_told() -> None:
    clear = bare(kitchen(), difficulties=(DifficultyLine("1", "none"),))
    told = then_now_sentence(talk(), clear, PRACTITIONER)
    assert told.startswith("In the way then: hinted, went quiet. Now: nothing. ")
    assert told.endswith("Got across then: no. Now: not told. Mood then: 5 → 2. Now: not told.")


@pytest.mark.parametrize("hidden_first", [True, False])
def test_of_a_veiled_one_stands_its_day(hidden_first: bool) -> None:
    hidden = bare(HIDDEN)
    pair = (hidden, talk()) if hidden_first else (talk(), hidden)
    rows = [row[1 if hidden_first else 2] for row in then_now(*pair, CLIENT)]
    assert [cell for cell in rows if cell] == ["Thu 5 Nov", "a sensitive talk"]
    assert then_now_sentence(*pair, CLIENT) == (
        "One of these talks is sensitive, so they are not compared."
    )
