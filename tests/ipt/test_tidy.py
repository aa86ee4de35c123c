"""What a note's marks become, once each."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.tidy import Tidied as Line
from ipt_tui.ipt.tidy import TidyItem, fingerprint, to_tidy

TODAY = date(2026, 11, 24)
NAMES = ("Sam", "Mr Ito", "Noor")
NOTE = """came in bright. sunday easy, noor made pancakes
~7 calm since sunday
"i said it and nothing fell down"
!talk @Sam february
me: i need you to remember it's in february
sam: i thought you didn't want to talk about it
>ask Sam for Tuesdays
todo letter to the GP
!safety nothing new
-- she looked at the clock"""


def Tidied(words: str, taken: bool, talk: str = "") -> Line:  # noqa: N802
    return Line(fingerprint(words), taken, talk)


def items(note: str, *done: Line) -> tuple[TidyItem, ...]:
    return to_tidy(parse(note, TODAY, NAMES), done, TODAY)


def test_each_mark_says_what_it_becomes_and_text_stays_text() -> None:
    found = items(NOTE)
    assert [item.mark for item in found] == [
        Mark.MOOD, Mark.TALK, Mark.PRACTICE, Mark.TODO, Mark.SAFETY,
    ]  # fmt: skip
    assert found[0].becomes == "mood 7 · since 22 Nov · calm"
    assert found[1].becomes.startswith("talk with Sam")
    assert found[1].becomes.endswith(", 2 turns")
    assert found[1].lines == tuple(NOTE.split("\n")[3:6])
    assert [item.becomes for item in found[2:]] == [
        "practice: ask Sam for Tuesdays",
        "to do: letter to the GP",
        "safety asked: nothing new",
    ]  # fmt: skip
    assert [item.number for item in found] == [1, 3, 6, 7, 8]


def test_what_with_whom_and_when_stand_first_in_little_room() -> None:
    line = "!the rota changed once more, without a word ~3 hurt, left out @Sam on 8 nov"
    (item,) = items(line)
    assert item.becomes == (
        "event “the rota changed once m…” + mood 3 · with Sam · Sun 8 Nov · hurt, left out"
    )
    assert items("!rota ~3 hurt")[0].becomes == "event “rota” + mood 3 · day not said · hurt"


def test_the_pieces_of_an_item_stand_alone() -> None:
    (talk,) = [item for item in items(NOTE) if item.mark is Mark.TALK]
    assert [piece.line for piece in talk.pieces] == [0, 1, 2]


def test_what_was_looked_at_is_not_offered_again() -> None:
    left = Tidied("~7 calm since sunday", taken=False)
    taken = Tidied(">ask Sam for Tuesdays", taken=True)
    assert [item.mark for item in items(NOTE, left, taken)] == [Mark.TALK, Mark.TODO, Mark.SAFETY]


def test_the_same_line_twice_is_two_until_both_are_done() -> None:
    once = Tidied("~3", taken=True)
    assert len(items("~3\n~3")) == 2
    assert [item.number for item in items("~3\n~3", once)] == [1]
    assert items("~3\n~3", once, once) == ()


def test_turns_after_a_taken_talk_go_on_with_it() -> None:
    first = Tidied("!talk @Sam february", taken=True, talk="t1")
    turn = Tidied("me: i need you to remember it's in february", taken=True, talk="t1")
    (item, *_) = [item for item in items(NOTE, first, turn) if item.mark is Mark.TURN]
    assert (item.talk, item.becomes) == ("t1", "1 turn more of the talk")
    assert item.lines == ("sam: i thought you didn't want to talk about it",)


def test_turns_of_a_talk_that_was_left_are_their_own_until_left() -> None:
    left = Tidied("!talk @Sam february", taken=False)
    (item, *_) = [item for item in items(NOTE, left) if item.mark is Mark.TURN]
    assert (item.talk, item.becomes) == ("", "2 turns")


def test_a_turn_whose_line_was_altered_is_a_change_of_it_and_one_further_down_goes_on() -> None:
    done = [
        Tidied("!talk @Sam february", taken=True, talk="t1"),
        Line(fingerprint("me: i need you to remember it's in february"), True, "t1", "u1", "me"),
        Line(fingerprint("sam: i thought you didn't want to talk about it"), True, "t1", "u2", "x"),
    ]
    altered = NOTE.replace("i thought you didn't", "i thought you never")
    (changed,) = [item for item in items(altered, *done) if item.mark is Mark.TURN]
    assert (changed.talk, changed.turn) == ("t1", "u2")
    assert changed.becomes == "a turn of the talk, changed"
    grown = (
        altered.replace("sam: i", "me: so i said\nsam: i")
        + "\nsam: and then he left\nquiet\nnoor: hm"
    )
    more, changed = [item for item in items(grown, *done) if item.mark is Mark.TURN]
    assert (more.becomes, more.turn) == ("2 turns more of the talk", "")
    assert more.lines == ("me: so i said", "sam: and then he left")
    assert changed.turn == "u2"


def test_an_altered_line_is_a_change_of_what_it_became_and_another_is_not() -> None:
    mood = Line(
        fingerprint("~5 relieved"), True, became="mood:m1", was="mood 5", words="~5 relieved"
    )
    (changed,) = items("~6 relieved", mood)
    assert (changed.changes, changed.becomes) == (
        "mood:m1", "changes mood 5: mood 6 · now · relieved"
    )  # fmt: skip
    both = items("~6 relieved\n~5 relieved", mood)
    assert [item.changes for item in both] == [""]
    assert [item.changes for item in items("~2 hurt, left out\n!relieved", mood)] == ["", ""]
    once = items("~7 relieved\n~6 relieved !rota", mood)
    assert [item.changes for item in once] == ["mood:m1", ""]


def test_a_talk_whose_first_line_was_altered_is_not_taken_twice() -> None:
    done = [
        Tidied("!talk @Sam february", taken=True, talk="t1"),
        Tidied("me: i need you to remember it's in february", taken=True, talk="t1"),
    ]
    (talk,) = [i for i in items(NOTE.replace("Sam february", "Sam the flat"), *done) if i.talk]
    assert (talk.talk, talk.becomes) == ("t1", "1 turn more of the talk")


def test_a_name_that_could_be_two_waits_and_says_so() -> None:
    found = to_tidy(parse("~3 @M", TODAY, ("Mum", "Mia")), (), TODAY)
    assert found[0].is_open
    assert "could be" in found[0].becomes


@given(st.lists(st.sampled_from([*NOTE.split("\n"), "", "~3 @Sam", "!rota changed"])))
def test_taking_everything_leaves_nothing(lines: list[str]) -> None:
    note = "\n".join(lines)
    done = [Tidied(words, True) for item in items(note) for words in item.lines]
    assert items(note, *done) == ()


@given(st.text())
def test_any_text_at_all_is_read(note: str) -> None:
    for item in items(note):
        assert set(item.lines) <= set(note.split("\n"))
        assert item.becomes
