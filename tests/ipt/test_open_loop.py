"""What is open in a session: a mood without an event, an event without a feeling."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.open_loop import Entered, Loop, open_loop
from ipt_tui.ipt.tidy import Tidied, fingerprint, to_tidy

TODAY = date(2026, 11, 24)


def loop(note: str, done: tuple[Tidied, ...] = (), **entered: Entered) -> Loop | None:
    pieces = parse(note, TODAY, ("Sam",))
    by_words = {key.replace("_", " "): one for key, one in entered.items()}
    return open_loop(pieces, to_tidy(pieces, done, TODAY), done, by_words, "K7")


def test_a_mood_without_an_event_asks_with_what_and_with_whom() -> None:
    found = loop("so\n~7 calm since sunday")
    assert found is not None
    assert found.words == "mood 7 since Sunday · with what, with whom?"
    assert found.item is not None


def test_an_event_without_a_feeling_asks_how_that_left_them() -> None:
    found = loop("!rota changed @Sam")
    assert found is not None
    assert found.words == "“rota changed” · how did that leave K7?"


def test_on_one_line_they_are_tied_already() -> None:
    assert loop("!rota changed ~3 angry") is None
    assert loop("!talk @Sam kitchen ~2") is None
    assert loop("plain words") is None


def test_the_last_one_is_asked_about() -> None:
    found = loop("~3\n!rota changed\nand on")
    assert found is not None
    assert "rota" in found.words


def test_what_was_taken_is_open_until_it_is_tied_and_what_was_left_is_not_asked_about() -> None:
    taken = (Tidied(fingerprint("~3"), True),)
    found = loop("~3", taken, **{"~3": Entered("m1", False)})
    assert found == Loop("mood 3 · with what, with whom?", "m1", None)
    assert loop("~3", taken, **{"~3": Entered("m1", True)}) is None
    assert loop("~3", (Tidied(fingerprint("~3"), False),)) is None


@given(st.lists(st.sampled_from(["~3 @Sam", "!rota", "~2 !rota", "x", "", "!talk @Sam", "me: so"])))
def test_any_note_has_at_most_one_and_it_says_something(lines: list[str]) -> None:
    found = loop("\n".join(lines))
    assert found is None or found.words.endswith("?")
