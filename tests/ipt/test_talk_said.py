"""What is typed of a talk is read as it was meant: turns, feelings, guesses; no word is lost."""

from collections import Counter
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ipt_tui.ipt import feelings
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.talk_said import (
    Guess,
    Speakers,
    feeling,
    feeling_typed,
    guess,
    guess_typed,
    turns_apart,
    written,
)
from ipt_tui.ipt.talk_said import turns as read_turns
from ipt_tui.ipt.talk_vocabulary import ME, THEM

SPEAKERS = Speakers.of("K7", ["Sam Berg"], ["Noor", "Jo Hill"])


def read(text: str, speaker: str = ME) -> list[tuple[str, str]]:
    return list(read_turns(text, speaker, SPEAKERS))


@pytest.mark.parametrize(
    ("word", "speaker"),
    [
        ("me", ME), ("I", ME), ("k7", ME), (" K7 ", ME), ("Sam Berg", THEM), ("sam", THEM),
        ("SÁM", THEM), ("noor", "Noor"), ("jo", "Jo Hill"), ("JO HILL", "Jo Hill"),
        ("them", None), ("Berg", None), ("Ida", None), ("", None), (" ", None),
    ],
)  # fmt: skip
def test_everybody_is_known_by_name_and_first_name(word: str, speaker: str | None) -> None:
    assert SPEAKERS.find(word) == speaker


def test_by_a_first_name_that_two_have_nobody_is_meant() -> None:
    both = Speakers.of("K7", ["Sam Berg"], ["Sam Hill"])
    assert [both.find(word) for word in ("sam", "sam berg", "sam hill")] == [None, THEM, "Sam Hill"]
    both = Speakers.of("K7", ["Sam Berg", "Sam Hill"])
    assert [both.find(word) for word in ("sam", "sam berg")] == [None, "Sam Berg"]
    both = Speakers.of("K7", [], ["Sam Berg", "Sam Hill"])
    assert [both.find(word) for word in ("sam", "sam hill")] == [None, "Sam Hill"]


def test_a_whole_name_goes_before_a_first_name() -> None:
    known = Speakers.of("K7", ["Sam"], ["Sam Hill"])
    assert [known.find(word) for word in ("sam", "sam hill")] == [THEM, "Sam Hill"]
    known = Speakers.of("K7", ["Sam Hill"], ["Sam"])
    assert [known.find(word) for word in ("sam", "sam hill")] == ["Sam", THEM]


def test_the_client_is_always_the_client() -> None:
    known = Speakers.of("Sam", ["Sam"], ["Me", "I"])
    assert [known.find(word) for word in ("sam", "me", "i")] == [ME, ME, ME]
    assert Speakers.of("", []).find("") is None


def test_names_may_come_one_by_one() -> None:
    known = Speakers.of("K7", iter(["Sam Berg"]), iter(["Jo Hill"]))
    assert [known.find(word) for word in ("sam", "sam berg", "jo")] == [THEM, THEM, "Jo Hill"]


# Turns.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Do what you want.", [(ME, "Do what you want.")]), ("sam: Fine.", [(THEM, "Fine.")]),
        ("Sam Berg : Fine.\nK7:\tI see.", [(THEM, "Fine."), (ME, "I see.")]),
        ("me: a\nsam: b\nme: c", [(ME, "a"), (THEM, "b"), (ME, "c")]),
        ("jo: hi\nNoor: hm\nI: so", [("Jo Hill", "hi"), ("Noor", "hm"), (ME, "so")]),
        ("sam: one\n  two\n\nthree\nme: four", [(THEM, "one\n  two\n\nthree"), (ME, "four")]),
        ("first\nsam: then", [(ME, "first"), (THEM, "then")]),
        ("\n\n  first\n more\nsam: then\n\n", [(ME, "first\n more"), (THEM, "then")]),
        ("sam:\nall of it", [(THEM, "all of it")]), ("sam:\nme: a\nnoor:", [(ME, "a")]),
        ("sam: he said: no", [(THEM, "he said: no")]), ("", []), (" \n \t\n", []), ("sam:", []),
        ("sam: a\r\nme: b\r\n", [(THEM, "a"), (ME, "b")]),
        ("sam: [no] [/] {name}", [(THEM, "[no] [/] {name}")]),
    ],
)  # fmt: skip
def test_a_line_with_a_name_begins_a_turn(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text", ["Ida: who?", "at 9:30 sam: came", "sam:no room", "https://sam: x", "Note: sam: x"]
)
def test_any_other_line_is_what_was_said(text: str) -> None:
    assert read(text) == [(ME, text)]
    assert read(f"sam: a\n{text}") == [(THEM, f"a\n{text}")]


def test_before_the_first_name_it_is_the_one_whose_turn_it_is() -> None:
    assert read("first\nsam: then", "Noor") == [("Noor", "first"), (THEM, "then")]
    assert read("so", THEM) == [(THEM, "so")]


@pytest.mark.parametrize(
    "stamp",
    [
        "[21:30]", "[09.11.26, 21:30:05]", "[no]", "9/11/2026, 21:30 -", "09.11.2026 9.30 pm –",
        "2026-11-09 21:30 -", "11/9/26, 9:30\u202fPM -",
    ],
)  # fmt: skip
def test_the_time_of_a_chat_line_stays_with_its_words(stamp: str) -> None:
    pasted = f"{stamp} Sam Berg: are you in?\nwell?\n{stamp} K7: yes"
    assert read(pasted) == [(THEM, f"{stamp} are you in?\nwell?"), (ME, f"{stamp} yes")]


def test_a_line_of_a_chat_is_of_whoever_wrote_it() -> None:
    ida = f"Ida {'x' * 37}"
    assert read(f"[21:30] {ida}: hi\nyou") == [(ida, "[21:30] hi\nyou")]
    assert read("[laughs] well: yes") == [(ME, "[laughs] well: yes")]
    assert read("[21:30] Sam: \n[21:31] me: a") == [(THEM, "[21:30]"), (ME, "[21:31] a")]


def letters(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace())


PIECES = ["sam: ", "me: ", "Noor: ", "Jo Hill: ", "\n", " ", "x", "[21:30] ", "9/11/26, 9:30 - ",
          "sam", ":", ": ", "é", "\r", "\xa0", "[/]", "K7 :\t"]  # fmt: skip


@given(
    st.text() | st.lists(st.sampled_from(PIECES)).map("".join),
    st.sampled_from([ME, THEM, "Noor"]),
)
@example("\x85sam: a\u2028me: b", ME)
def test_nothing_typed_is_lost_but_names_and_white_space(text: str, speaker: str) -> None:
    found = read_turns(text, speaker, SPEAKERS)
    assert all(said == said.strip() and said for _, said in found)
    kept = letters("".join(said for _, said in found))
    assert not kept - letters(text), "nothing is made up"
    lost = letters(text) - kept
    spoken = folded("".join(who for who, _ in found))
    assert set(folded("".join(lost))) <= set(f"sambergnoorjohillmek7i:{spoken}")
    assert lost[":"] <= text.count("\n") + 1, "of a line no more than one name"


@given(st.lists(st.tuples(st.sampled_from(["sam", "me", "jo"]), st.sampled_from("abc"))))
def test_turns_stay_in_the_order_of_their_lines(said: list[tuple[str, str]]) -> None:
    known = {"sam": THEM, "me": ME, "jo": "Jo Hill"}
    text = "\n".join(f"{who}: {words}" for who, words in said)
    assert read(text) == [(known[who], words) for who, words in said]


# Feelings.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hurt 7", ("hurt", 7)), ("hurt, 10", ("hurt", 10)), ("hurt (7)", ("hurt", 7)),
        ("hurt: 0/10", ("hurt", 0)), ("left out 7 / 10 ", ("left out", 7)), ("7", ("", 7)),
        (" hurt ", ("hurt", None)), ("hurt 11", ("hurt 11", None)), ("hurt7", ("hurt7", None)),
        ("7 times hurt", ("7 times hurt", None)), ("hurt -3", ("hurt -3", None)),
        ("hurt 7.5", ("hurt 7.5", None)), ("", ("", None)), ("(so) hurt 7", ("(so) hurt", 7)),
    ],
)  # fmt: skip
def test_a_feeling_may_end_with_its_strength(text: str, expected: tuple[str, int | None]) -> None:
    assert feeling(text) == expected


FELT = st.text(st.sampled_from("abé -'(?[")).map(str.strip).filter(lambda word: word[-1:] != "(")


@given(FELT, st.none() | st.integers(0, 10))
def test_a_feeling_is_typed_as_it_is_read(felt: str, strength: int | None) -> None:
    assert feeling(feeling_typed(felt, strength)) == (felt, strength)


# Guesses.

LEFT_ASKED, LEFT_NOT = Guess("he left", "", "yes"), Guess("he left", "", "no")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he has decided; angry? not asked", Guess("he has decided", "angry", "no")),
        ("he has decided", Guess("he has decided")), ("Angry?", Guess("", "Angry")),
        ("angry, sad; he left", Guess("he left", "angry, sad")),
        ("angry and  sad", Guess("", "angry and sad")), ("a; b\nc", Guess("a; b; c")),
        ("angry, not asked", Guess("", "angry", "no")), ("asked", Guess("", "", "yes")),
        ("angry not asked", Guess("", "angry", "no")), ("Not asked.", Guess("", "", "no")),
        ("he left; hurt and sad not asked", Guess("he left", "hurt and sad", "no")),
        ("angry (asked)", Guess("", "angry", "yes")), ("he left\nasked;", LEFT_ASKED),
        ("he left - checked.", LEFT_ASKED), ("he left? asked", LEFT_ASKED),
        ("he left – not asked!", LEFT_NOT), ("he left; didn’t ask", LEFT_NOT),
        ("he left, never checked", LEFT_NOT), ("has he?; asked", Guess("has he?", "", "yes")),
        ("", Guess()), (" ;, ", Guess()),
    ],
)  # fmt: skip
def test_a_guess_is_what_was_meant_and_felt_and_whether_it_was_asked(
    text: str, expected: Guess
) -> None:
    assert guess(text) == expected


@pytest.mark.parametrize(
    "text",
    ["what he asked", "that she was not asked", "he thinks I never ask", "it was half-asked"],
)
def test_asked_may_be_a_word_of_the_guess(text: str) -> None:
    assert guess(text) == Guess(text)
    assert guess(f"{text}; not asked") == Guess(text, "", "no")


WORD = st.sampled_from(["he left", "it is over?", "a, b", "why ask me", "[no] {x}", "Noor’s"])
FEELING = st.sampled_from([one.word for group in feelings.groups() for one in group.feelings])


@given(
    st.lists(WORD).map("; ".join),
    st.lists(FEELING).map(", ".join),
    st.sampled_from(["yes", "no", ""]),
)
def test_a_guess_is_typed_as_it_is_read(meant: str, felt: str, asked: str) -> None:
    assert guess(guess_typed(meant, felt, asked)) == Guess(meant, felt, asked)


GUESSED = ["asked", "not", "ask", "angry", "sad", "and", "he", ";", ",", "?", ".", "\n", "(", ")",
           "!", "-", "·", "never"]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(GUESSED)).map(" ".join))
@example("asked;")
@example("angry,?")
@example("asked? asked")
def test_a_guess_that_is_read_and_typed_again_stays_the_same(text: str) -> None:
    found = guess(text)
    assert guess(guess_typed(found.meant, found.felt, found.asked)) == found


@pytest.mark.parametrize(
    "piece", ["a", " ", "\xa0", "\n", "1 ", ": ", "[", ", asked", "; ", ", ", "- \n", "sam: "]
)
@pytest.mark.parametrize("around", ["", "a", "sam: "])
@pytest.mark.parametrize("reads", [read, feeling, guess])
def test_fifty_thousand_letters_are_read_at_once(
    piece: str, around: str, reads: Callable[[str], object]
) -> None:
    text = f"{around}{(piece * 50_000)[:50_000]}{around}"
    begun = process_time()
    reads(text)
    assert process_time() - begun < 1.5


def test_told_from_memory_a_line_without_a_name_is_nobodys() -> None:
    speakers = Speakers.of("", ["Sam Berg"])
    told = "he came late\nSam: Well.\n  And now?\nI left\n  for good\nme: listen: stop"
    turns, loose = turns_apart(told, speakers)
    assert turns == (("them", "Well.\nAnd now?"), ("me", "listen: stop"))
    assert loose == "he came late\nI left\n  for good"
    named = [({"them": "Sam Berg"}.get(who, who), words) for who, words in turns]
    assert turns_apart(written(named, loose), speakers) == (turns, loose)
    assert turns_apart("in my\n\nown way", speakers) == ((), "in my\n\nown way")
