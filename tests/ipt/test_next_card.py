"""The card for the next session: its lines, what is on it, and how hard it is to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from ipt_tui.exchange.next_card import as_markdown, as_text, copied
from ipt_tui.ipt import moments
from ipt_tui.ipt.moments import Part as PartOfDay
from ipt_tui.ipt.next_card import (
    NOTHING_KEPT,
    CardLine,
    NextCard,
    Part,
    goal_words,
    moment_words,
    say_words,
    tried_words,
    veiled_words,
    when_words,
)
from ipt_tui.ipt.timeline import MoodEntry

FIRST, TODAY = date(2026, 11, 17), date(2026, 11, 23)
TUESDAY = moments.on_day(date(2026, 11, 17), PartOfDay.EVENING)


def mood(value: int, *feelings: str) -> MoodEntry:
    return MoodEntry(f"m{value}", TUESDAY, value, feelings=feelings)


def test_a_moment_is_told_as_it_was_noted() -> None:
    when = when_words(TUESDAY, None, FIRST, TODAY)
    told = moment_words("the kitchen.", ["Sam"], when, mood(5), mood(2, "hurt"))
    assert told == "The kitchen, with Sam, Tuesday evening: 5, then 2 (hurt)."
    assert moment_words("rain", [], "", mood(5)) == "Rain: 5 before."
    assert moment_words("rain", ["Jo", "Mum"], "", None, mood(3)) == (
        "Rain, with Jo and Mum: then 3."
    )
    assert moment_words("two\nlines", []) == "Two lines."


def test_a_day_is_never_called_today_and_has_its_date_where_it_could_be_two() -> None:
    at = moments.moment(datetime(2026, 11, 23, 21, 30, tzinfo=UTC))
    assert when_words(at, None, FIRST, TODAY).startswith("Monday ")
    late = moments.read("2026-11-18T00:15", 0, "time")
    assert when_words(late, None, FIRST, TODAY) == "Tuesday night, 00:15"
    assert when_words(None, FIRST, FIRST, TODAY) == "Tuesday"
    assert when_words(None, FIRST, date(2026, 11, 2), TODAY) == "Tuesday 17 Nov"
    assert when_words(None, date(2026, 11, 9), FIRST, TODAY) == "Monday 9 Nov"
    assert when_words(None, None, FIRST, TODAY) == ""


def test_other_lines_say_what_was_noted_and_no_more() -> None:
    assert say_words("Can we talk?", ["Sam"]) == "To Sam: “Can we talk?”"
    told = tried_words("ask for Tuesdays.", "part", "he said maybe.")
    assert told == "Ask for Tuesdays: a part of it. He said maybe."
    assert tried_words("ring Jo", "", "") == "Ring Jo."
    assert goal_words("rest", 2, 6) == "Rest: 2 then, 6 now."
    assert goal_words("rest", 2, None) == "Rest: 2."


def test_on_the_card_is_what_is_kept_and_nothing_veiled_in_every_form() -> None:
    lines = (
        CardLine("own", Part.OWN, "<b>ask</b> *her*\nsoon", marked=True, kept=True),
        CardLine("veil", Part.OWN, "the one we lost", kept=True, veiled=True),
        CardLine("kitchen", Part.MOMENT, "The kitchen: 5, then 2.", kept=True, rated=True),
        CardLine("rain", Part.MOMENT, "Rain."),
    )
    card = NextCard(FIRST, TODAY, True, lines, veiled=1)
    assert as_text(card) == [
        "For my next meeting", "17 Nov to 23 Nov 2026",
        "", "", "What I'd like to bring", "----------------------", "- <b>ask</b> *her* soon",
        "", "", "Moments I noted", "---------------", "- The kitchen: 5, then 2.", "",
        "Mood: 1 worst – 10 best.",
    ]  # fmt: skip
    assert copied(card) == "\n".join(as_text(card)) + "\n"
    markdown = "\n".join(as_markdown(card))
    assert "- \\<b\\>ask\\</b\\> \\*her\\* soon" in markdown
    for text in (copied(card), markdown):
        assert "lost" not in text
        assert "Rain" not in text
        assert "veiled" not in text
    assert veiled_words(card) == "1 thing is veiled, and not on the card."
    unrated = replace(card, lines=(CardLine("r", Part.MOMENT, "He said: no.", kept=True),))
    assert as_text(unrated)[-1] == "- He said: no."
    empty = replace(card, lines=lines[1:2])
    assert as_text(empty)[-1] == NOTHING_KEPT


def test_a_choice_is_for_the_words_and_not_for_the_day_they_are_told_with() -> None:
    line = CardLine("k", Part.MOMENT, "The kitchen, Monday.", "The kitchen.")
    assert line.mark == replace(line, words="The kitchen, Monday 16 Nov.").mark
    assert line.mark != replace(line, facts="The cellar.").mark
    assert "kitchen" not in line.mark
