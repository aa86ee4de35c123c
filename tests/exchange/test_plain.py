"""The circle and a card as plain lines: golden files, and nothing that steers a terminal."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.exchange.plain import circle_lines, wrapped
from ipt_tui.exchange.plain_card import card_lines
from ipt_tui.ipt import content
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.card import Card, ExpectationLine, Mention, Move, TieLine
from ipt_tui.ipt.circle import Circle
from ipt_tui.ipt.people import Ring, View
from ipt_tui.ipt.questions import questions
from ipt_tui.ipt.standing import PersonRow, StandingRow, Whose, build
from ipt_tui.ipt.text import cells
from tests.exchange.k7_data import CLIENT, FIRST, GOLDEN, MADE, SEVENTH, data

TODAY = date(2026, 11, 23)
QUESTIONS = questions(content.load("card.toml"))
BOXES = set(map(chr, range(0x2500, 0x25A0)))
SENSITIVE = "the one we lost"


def circle(view: View = View.NOW, *, on: date = TODAY, revealed: bool = False) -> Circle:
    rows = data()
    names = ("uid", "name", "kind", "life", "sensitive", "added")
    people = [PersonRow(*(row[name] for name in names)) for row in rows["person"]]
    columns = set(StandingRow.__dataclass_fields__) - {"person_uid"}
    standings = [
        StandingRow(row["person"], **{k: v for k, v in row.items() if k in columns})
        for row in rows["standing"]
    ]
    shown = frozenset(row["uid"] for row in rows["person"]) if revealed else frozenset()
    client = rows["client"][0]
    whose = Whose(client["uid"], CLIENT, client["onset_words"])
    return build(whose, people, standings, view, on, None, shown)


def card(**changes: Any) -> Card:
    made = datetime.fromisoformat(MADE)
    row = data()["person"][0]
    standing = {"quality": "stressful", "contact": "daily", "gives": 2, "gets": 2, "friction": 5}
    usual = Card(
        "sam",
        "k7",
        "Sam",
        row | standing | {"confide": "some"},
        now=Ring.CLOSEST,
        before=Ring.CLOSEST,
        expectations=(
            wish(
                "evenings together", said=True, said_on="2026-11-12", met="partly", met_on=SEVENTH
            ),
            wish("the flat", realistic="no", said=False, said_on=FIRST, met="no", met_on=FIRST),
            wish("February"),
            wish(
                "I look after the money", whose="theirs", said=True, met="yes", realistic="partly"
            ),
            wish("odd", whose="ours", met="half", realistic="who knows"),
        ),
        moves=(
            Move("1", "now", FIRST, Ring.CLOSEST, "", made),
            Move("2", "hoped", SEVENTH, Ring.CLOSE, "more\nair", made),
            Move("3", "now", SEVENTH, None, "", made),
        ),
        ties=(TieLine("1", "noor", "Noor", "child"), TieLine("2", "x", "Mum", "")),
        mentions=(Mention("Mum", "she does not like Sam "),),
    )
    return replace(usual, **changes)


def wish(text: str, **values: Any) -> ExpectationLine:
    made = datetime.fromisoformat(MADE)
    usual: dict[str, Any] = {
        "uid": "1", "whose": "mine", "text": text, "realistic": "", "said": None, "said_on": None,
        "met": None, "met_on": None, "updated_at": made,
    }  # fmt: skip
    return ExpectationLine(**usual | values)


def golden(name: str, lines: Sequence[str]) -> None:
    assert "\n".join(lines) + "\n" == (GOLDEN / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("view", [View.NOW, View.BEFORE, View.HOPED])
def test_the_circle_in_words(view: View, audience: Audience) -> None:
    lines = circle_lines(circle(view), audience, unsaid=("Sam", "Sam"))
    golden(f"circle_{view}_{audience.value}", lines)


def test_a_time_is_not_said_with_two_words_before_it() -> None:
    heading = circle_lines(replace(circle(View.BEFORE), before_label="since May"))[0]
    assert heading.startswith("K7, circle before May, as told by")


def test_the_circle_as_it_was_and_with_all_that_is_sensitive() -> None:
    golden("circle_first_day", circle_lines(circle(on=date.fromisoformat(FIRST))))
    golden("circle_revealed", circle_lines(circle(revealed=True)))


def test_a_card_in_words() -> None:
    golden("card", card_lines(card(), QUESTIONS, TODAY, code="K7", onset="June"))
    bare = Card("1", "k7", "Ola", {"name": "Ola"})
    assert card_lines(bare, QUESTIONS, TODAY, code="K7") == ["Ola, not placed yet"]


def test_every_line_stands_alone() -> None:
    told = card_lines(card(), QUESTIONS, TODAY, code="K7")
    for view in (View.NOW, View.BEFORE, View.HOPED):
        told += circle_lines(circle(view))
    for line in told:
        assert line == line.rstrip()
        assert not BOXES & set(line)
        assert not set("●◐◆○▲†■") & set(line)


def test_the_sensitive_is_nowhere_until_it_is_revealed() -> None:
    for view in (View.NOW, View.BEFORE, View.HOPED):
        for audience in Audience:
            told = "\n".join(circle_lines(circle(view), audience))
            assert SENSITIVE not in told
            assert "pregnancy" not in told
            assert "someone (sensitive)" in told
    assert card_lines(Card("1", "k7", veiled=True), QUESTIONS, TODAY, code="K7") == [
        "someone (sensitive)"
    ]
    assert SENSITIVE in "\n".join(circle_lines(circle(revealed=True)))


def test_death_is_a_word_and_quality_too() -> None:
    lines = circle_lines(circle())
    assert "closest: Dad, father, died" in lines
    assert any(line.startswith("closest: Sam, partner, stressful, friction 5") for line in lines)


def test_an_empty_circle() -> None:
    nobody = Circle("1", "K7", View.NOW, TODAY)
    assert circle_lines(nobody) == ["K7, circle on 23 Nov 2026", "", "No one is on the circle yet."]
    mine = circle_lines(nobody, Audience.CLIENT)
    assert mine[0] == "Your circle on 23 Nov 2026"


def test_a_word_no_version_knows_is_shown_as_it_stands() -> None:
    odd = circle()
    one = replace(odd.people[0], quality="thorny", life="adrift")
    line = circle_lines(replace(odd, people=(one, *odd.people[1:])))[2]
    assert line == "closest: Sam, partner, adrift, thorny, friction 5"


def test_ratings_of_now_are_not_told_of_other_times() -> None:
    for view in (View.BEFORE, View.HOPED):
        told = "\n".join(circle_lines(circle(view), unsaid=("Sam",)))
        for word in ("stressful", "friction", "Friction", "support", "Wishes"):
            assert word not in told


@pytest.mark.parametrize("width", [1, 20, 40])
def test_lines_are_wrapped_only_when_asked(width: int) -> None:
    whole = circle_lines(circle())
    assert max(map(len, whole)) > 80
    for lines in (
        circle_lines(circle(), width=width),
        card_lines(card(), QUESTIONS, TODAY, code="K7", width=width),
    ):
        assert max(map(cells, lines)) <= width
        assert all(line == line.rstrip() for line in lines)
    together = " ".join(circle_lines(circle(), width=40))
    assert together.split() == " ".join(whole).split()


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_nothing_a_person_wrote_steers_the_terminal(name: str, words: str) -> None:
    steering = {"Cc", "Cs", "Zl", "Zp"}
    drawn = circle()
    one = replace(drawn.people[0], name=name, kind=words, quality=words, life=words)
    hostile = replace(drawn, code=name, before_label=words, people=(one, *drawn.people[1:]))
    values = dict.fromkeys(("like", "notes", "kind", "quality", "contact", "died_words"), words)
    made = datetime(2026, 1, 1, tzinfo=UTC)
    person = card(
        name=name,
        values=values,
        expectations=(wish(words, whose=name, met=words, realistic=words),),
        moves=(Move("1", words, FIRST, Ring.CLOSE, words, made),),
        ties=(TieLine("1", "2", name, words),),
        mentions=(Mention(name, words),),
    )
    told = circle_lines(hostile, unsaid=(name,)) + card_lines(
        person, QUESTIONS, TODAY, code="K7", onset=words
    )
    for line in told:
        assert not {unicodedata.category(letter) for letter in line} & steering
        assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_a_name_cannot_make_a_line_of_its_own() -> None:
    drawn = circle()
    one = replace(drawn.people[0], name="Sam\nclosest: Eve")
    lines = circle_lines(replace(drawn, people=(one, *drawn.people[1:])))
    assert not any(line.startswith("closest: Eve") for line in lines)


def test_an_answer_of_several_lines_goes_on_below() -> None:
    told = card_lines(
        card(values={"like": "one\n\n two \nthree", "feels": "\n"}), QUESTIONS, TODAY, code="K7"
    )
    at = told.index("What it's like: one")
    assert told[at + 1 : at + 3] == ["  two", "  three"]
    assert not any(line.startswith("Feels") for line in told)


def test_wrapping_keeps_empty_lines() -> None:
    assert wrapped(["a b ", "", "c"], 1) == ["a", "b", "", "c"]
    assert wrapped(["a b ", "", "c"], None) == ["a b", "", "c"]
