"""In one's own vault no word is a practitioner's, and a time is said in good English."""

import re
from dataclasses import replace
from datetime import date

import pytest

from ipt_tui.ipt import content
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.card import Card
from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.circle_words import noticed, roughly, sentence
from ipt_tui.ipt.dates import FuzzyDate
from ipt_tui.ipt.moments import on_day
from ipt_tui.ipt.overview import Overview, overview_lines
from ipt_tui.ipt.people import Ring, View
from ipt_tui.ipt.questions import questions
from ipt_tui.ipt.timeline import EventEntry, Link, MoodEntry, Timeline, Window, Zoom
from ipt_tui.ipt.timeline_phrases import with_ties

COLD = re.compile(
    r"\b(friction|rings?|confide|expectations?|clients?|inventory|onset|realistic|veil|asked"
    r"|support got|support given|rated|code)\b",
    re.IGNORECASE,
)
OWN = Audience.CLIENT
SAM = Placed(uid="sam", name="Sam", ring=Ring.CLOSE, friction=8, gives=9, gets=2, confide="yes")
MUM = replace(SAM, uid="mum", name="Mum", gets=9)
JO = replace(SAM, uid="jo", name="Jo", asked=False, confide="some")


def circle(view: View, *people: Placed) -> Circle:
    return Circle(
        "me", code="me", on=date(2026, 11, 23), view=view, people=people, before_label="since May"
    )


def test_no_question_of_ones_own_card_is_cold() -> None:
    card = Card("sam", "me", name="Sam")
    for question in questions(content.load("card.toml")):
        assert not COLD.search(question.worded(card, "me", "since May", OWN)), question.field
        assert not COLD.search(question.labelled("since May", OWN)), question.field
        assert "since" not in question.worded(card, "me", "since May", OWN), question.field


def test_the_practitioner_keeps_the_words_of_the_trade() -> None:
    labels = {
        question.field: question.labelled("", Audience.PRACTITIONER)
        for question in questions(content.load("card.toml"))
    }
    assert labels["friction"] == "Friction"
    assert labels["ring.before"] == "Ring before"


@pytest.mark.parametrize("view", list(View)[:3])
def test_nothing_said_of_ones_own_circle_is_cold(view: View) -> None:
    drawn = circle(view, SAM, MUM, replace(JO, friction=0, gets=1))
    said = [sentence(drawn, OWN), *noticed(drawn, ("Sam",), OWN)]
    assert len(said) > 4
    for words in said:
        assert not COLD.search(words), words


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("since May", "May"),
        ("Since about May", "May"),
        ("around June", "June"),
        ("~ June", "June"),
        ("some time in 2019", "2019"),
        ("in the spring", "the spring"),
        ("since", "since"),
        ("summer 2019", "summer 2019"),
        ("inside out", "inside out"),
        ("", ""),
    ],
)
def test_a_word_can_stand_before_a_time(words: str, when: str) -> None:
    assert roughly(words) == when


WEEK = Timeline(
    "me", "me", Window(Zoom.WEEK, date(2026, 11, 17), date(2026, 11, 23), date(2026, 11, 23))
)


def test_ones_own_today_begins_with_the_week_and_holds_no_audit() -> None:
    view = Overview("me", "active", "", circle(View.NOW, SAM), WEEK, ("Sam",))
    own = overview_lines(view, OWN)
    assert own[0] == ("This week", "c notes how you are; a number will do: ~6")
    assert not [text for _, text in own if "Wishes" in text or "Tension" in text]
    theirs = overview_lines(view, Audience.PRACTITIONER)
    assert ("", "Wishes not said aloud: 1, with Sam.") in theirs
    calm = MoodEntry("m", on_day(date(2026, 11, 20)), 6)
    noted = replace(view, week=replace(WEEK, moods=(calm,)))
    assert overview_lines(noted, OWN)[0][1].startswith("You noted how you were on 20 Nov.")
    assert overview_lines(noted, Audience.PRACTITIONER)[0][1].startswith("1 mood on 1 of 7 days")


def test_when_it_began_is_not_said_twice() -> None:
    view = Overview("me", "active", "since May", circle(View.NOW), WEEK)
    assert overview_lines(view, OWN)[0] == ("Low since", "May")
    assert overview_lines(view, Audience.PRACTITIONER)[0] == ("Began", "May")


def test_what_was_on_another_day_keeps_its_own() -> None:
    day = date(2026, 11, 20)
    there = FuzzyDate("2026-11-17", "17 nov", date(2026, 11, 17), date(2026, 11, 17))
    mood = MoodEntry("m", on_day(day), 6)
    event = EventEntry("e", "argued with Sam", there)
    shown = replace(WEEK, moods=(mood,), events=(event,), links=(Link("m", "e"),))
    assert with_ties(shown, mood) == "20 Nov (argued with Sam, 17 Nov)"
    same = replace(event, when=FuzzyDate("2026-11-20", "20 nov", day, day))
    assert with_ties(replace(shown, events=(same,)), mood) == "20 Nov (argued with Sam)"
