from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.talk import Talk, TalkLine, TurnLine
from ipt_tui.ipt.talk_gap import gap, question, widest
from ipt_tui.ipt.talk_vocabulary import ME, THEM
from ipt_tui.ipt.text import cells
from ipt_tui.ipt.timeline import Named

KITCHEN = (
    TurnLine(
        "1",
        1,
        ME,
        "Have you rung them about the flat?",
        meant="tell me you haven't decided",
        felt="anxious",
        strength=6,
    ),
    TurnLine("2", 2, THEM, "I said I'd see it Saturday.", asked="no"),
    TurnLine("3", 3, ME, "Do what you want.", meant="please ask me", felt="hurt", strength=7),
    TurnLine("4", 4, THEM, "Fine, I will.", guessed_felt="angry", asked="no"),
    TurnLine("5", 5, ME, "(left the room)", meant="I need a minute", felt="ashamed", strength=6),
)


def talk(*turns: TurnLine, people: tuple[str, ...] = ("Sam",)) -> Talk:
    named = tuple(Named(name, name) for name in people)
    return Talk(TalkLine("t", "e", named), "c", "K7", date(2026, 11, 23), turns=turns)


def mine(said: str, meant: str) -> TurnLine:
    return TurnLine("1", 1, ME, said, meant=meant)


def test_the_gaps_of_the_kitchen_talk() -> None:
    assert [gap(turn) for turn in KITCHEN] == ["unsaid", "unasked", "unsaid", "unasked", "unsaid"]


def test_the_questions_of_the_kitchen_talk() -> None:
    assert [question(turn, talk(*KITCHEN)) for turn in KITCHEN] == [
        "What did you hope Sam would hear in “Have you rung them about the flat?”?",
        "What do you think Sam meant, and how could you find out?",
        "What did you hope Sam would hear in “Do what you want”?",
        "You guessed “angry”. How could you find out?",
        "What did you hope Sam would understand without words?",
    ]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("I need to know three weeks ahead.", "I want to know my shifts three weeks ahead"),
        ("Asked you twice.", "please ask me"),
        ("Let's decide.", "tell me you haven't decided"),
        ("PLÁNNING?", "a plan"),
        ("Some appreciation!", "appreciate me"),
        ("(sighs) Ask me (leaves", "ask me"),
        ("Do what you want.", "I want you to"),
        ("Do what you want.", "…"),
        ("Do what you want.", ""),
    ],
)
def test_what_was_said_or_says_nothing_is_no_gap(said: str, meant: str) -> None:
    assert gap(mine(said, meant)) == ""
    assert question(mine(said, meant), talk()) == ""


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", "ask me"),
        ("(did not ask)", "ask me"),
        ("(did not ask", "ask me"),
        ("Do what you don’t want.", "don't go"),
        ("Yes, fine.", "no"),
        ("task", "ask me"),
    ],
)
def test_what_was_not_said_is_a_gap(said: str, meant: str) -> None:
    assert gap(mine(said, meant)) == "unsaid"


@pytest.mark.parametrize(
    ("turn", "found"),
    [
        (TurnLine("1", 1, THEM, "Fine."), ""),
        (TurnLine("1", 1, THEM, "Fine.", meant="never mind", asked="yes"), ""),
        (TurnLine("1", 1, THEM, "Fine.", guessed_meant="go away"), "unasked"),
        (TurnLine("1", 1, THEM, "Fine.", guessed_felt=" "), ""),
        (TurnLine("1", 1, "Noor", "Fine.", asked="no"), "unasked"),
        (TurnLine("1", 1, THEM, "Fine.", guessed_felt="angry", asked="yes"), ""),
        (TurnLine("1", 1, ME, "Fine.", guessed_felt="angry", asked="no"), ""),
    ],
)
def test_what_was_not_asked_is_a_gap_of_the_others(turn: TurnLine, found: str) -> None:
    assert gap(turn) == found


def test_who_is_asked_about() -> None:
    turn = mine("Do what you want", "ask me")
    assert "hope Sam and Noor would" in question(turn, talk(people=("Sam", "Noor")))
    assert "hope the other person would" in question(turn, talk(people=()))
    assert "think Noor meant" in question(TurnLine("1", 1, "Noor", asked="no"), talk())
    theirs = TurnLine("1", 1, THEM, asked="no")
    assert "think the other person meant" in question(theirs, talk(people=()))


def test_two_guesses_are_both_told() -> None:
    turn = TurnLine("1", 1, THEM, guessed_meant="Go away.", guessed_felt="angry")
    assert question(turn, talk()) == ("You guessed “Go away” and “angry”. How could you find out?")


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("I just...", "“I just...”"),
        ("Fine. Go.  ", "“Fine. Go”"),
        ("one\n two\x1b[31m", "“one two[31m”"),
        ("[no] [/]", "“[no] [/]”"),
        ("x" * 60 + ".", f"“{'x' * 60}”"),
        ("x" * 61, f"“{'x' * 59}…”"),
    ],
)
def test_a_quote_is_to_the_letter_and_short(said: str, quote: str) -> None:
    asks = question(mine(said, "ask me"), talk())
    assert asks == f"What did you hope Sam would hear in {quote}?"


@pytest.mark.parametrize("said", ["", "…", "?!", " (sighs) ", "(sighs"])
def test_without_words_there_is_no_quote(said: str) -> None:
    asks = question(mine(said, "ask me"), talk())
    assert asks == "What did you hope Sam would understand without words?"


def first(*turns: TurnLine) -> str | None:
    turn = widest(talk(*turns))
    return turn.uid if turn else None


def test_else_the_strongest_of_what_is_unsaid() -> None:
    assert first(*KITCHEN) == "3"
    assert first(KITCHEN[0], KITCHEN[1], KITCHEN[4]) == "1"
    assert first(KITCHEN[1], replace(KITCHEN[2], strength=None)) == "3"
    assert first(replace(KITCHEN[2], strength=None), replace(KITCHEN[4], strength=0)) == "5"
    assert first(KITCHEN[1], replace(KITCHEN[3], strength=9)) == "4"
    assert first(KITCHEN[1], KITCHEN[3]) == "2"
    assert first(mine("ask me", "ask me")) is None
    assert first() is None


TEXTS = st.text() | st.lists(st.sampled_from("ask me (no) . … “ [/] want".split())).map(" ".join)
TURNS = st.builds(
    TurnLine,
    uid=st.sampled_from("ab"),
    number=st.just(1),
    speaker=st.sampled_from([ME, THEM, "Noor"]),
    said=TEXTS,
    meant=TEXTS,
    strength=st.none() | st.integers(0, 10),
    guessed_meant=TEXTS,
    guessed_felt=TEXTS,
    asked=st.sampled_from(["", "yes", "no"]),
)


@given(st.lists(TURNS, max_size=4), st.sampled_from(["a", "c", None]))
def test_any_talk_is_asked_about(turns: list[TurnLine], lit: str | None) -> None:
    opened = talk(*turns)
    for turn in turns:
        asks = question(turn, opened)
        assert bool(asks) == bool(gap(turn))
        assert asks[-1:] in ("", "?")
        assert cells(asks) < 200
    chosen = widest(opened)
    assert (chosen is None) == (not any(map(gap, turns)))
    assert chosen is None or gap(chosen)


@given(TEXTS)
def test_what_was_said_as_meant_is_never_unsaid(text: str) -> None:
    assert gap(mine(text.replace("(", " "), text.replace("(", " "))) == ""
