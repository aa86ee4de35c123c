"""Case K7 as a practitioner would key it in: what is typed, on which day.

A fictional course. The demo's data is what the program makes of this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.card import Card
from ipt_tui.ipt.content import load
from ipt_tui.ipt.questions import Question, questions
from tests.whole import k7_talks
from tests.whole.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "seven lanterns over harbour"
CLIENT = (
    "K7",
    "around June",
    "UK",
    "English, some Portuguese with her mother",
    "",
    "34, she/her, nurse, rotating shifts",
)
SESSION_2, SESSION_3 = "2026-10-13T14:00", "2026-10-20T14:00"
SESSION_5, SESSION_6 = "2026-11-03T14:00", "2026-11-10T14:00"
SESSION_7 = "2026-11-17T14:00"
WEEKEND = "2026-11-22T18:00"

PEOPLE = (
    "Sam partner 1 1 1 since 2017",
    "Mum mother 2 1 2",
    "Dad father 1 1 1 died april 2019",
    "Priya friend 2 1 1 from training",
    "Lena friend 3 2 2 friend from the coast",
    "Ben brother 3 3 2",
    '"Mr Ito" manager 3 3 3 ward manager',
    "Jo colleague 3 - 2 new since March; eats lunch with her",
    "Noor partner's daughter 2 2 1 11, alternate weeks",
)


PLAN = (
    "I stop answering messages. I lie awake and count what I did wrong.",
    "Walk to the harbour and back. The radio in the kitchen, loud.",
    "The pool on Tuesdays. Lunch in the canteen, not in the car.",
    "Priya, any time, by message first. Jo when we are on the same shift.",
    "My practitioner, Monday to Thursday. The surgery, before ten.",
    "",
    "Noor's concert in June. The coast in spring.",
    "8 weeks",
)
"""The safety plan, part by part, and when it is to be looked at again."""


@dataclass(frozen=True)
class Wish:
    """An expectation as typed: the words, said?, met?, and the digit for realistic."""

    text: str
    said: str
    met: str
    realistic: str = ""


@dataclass(frozen=True)
class Told:
    """What is told of one person in the interview: answers by field, digits for choices."""

    name: str
    answers: dict[str, str] = field(default_factory=dict)
    wants: tuple[Wish, ...] = ()
    wanted: tuple[Wish, ...] = ()


YES, PARTLY, NO = "1", "2", "3"
ERASE = "\x15"
LEFT = 10
"""A column of a list that takes the whole width."""

TOLD = (
    Told(
        "Sam",
        {
            "like": '"we talk logistics"',
            "feels": "tense, shut out",
            "together": "daily, in person",
            "can_talk": "money, Noor, rotas",
            "cannot_talk": "February, the flat",
            "arguments": "weekly",
            "argue_outcome": "3",
            "onset_change": "3",
            "onset_words": "began looking at a bigger flat without saying",
            "knows": "2",
            "quality": "3",
            "confide": "2",
            "contact": "1",
            "gives": "2",
            "gets": "2",
            "friction": "7",
        },
        (
            Wish("evenings together when I am off", "no", "no", YES),
            Wish("ask me before deciding about the flat", "no", "no", YES),
            Wish("that he'd know February is hard", "no", "no", PARTLY),
        ),
        (
            Wish("I look after the money", "yes", "partly", YES),
            Wish("I am fine with the move", "no", "no", NO),
        ),
    ),
    Told(
        "Mum",
        {
            "like": "worries aloud; K7 reassures",
            "together": "twice a week, phone",
            "knows": "3",
            "notes": 'does not know about the low mood, "it would finish her"',
            "quality": "2",
            "confide": "3",
            "contact": "2",
            "gives": "7",
            "gets": "3",
            "friction": "5",
        },
    ),
    Told(
        "Dad",
        {
            "notes": "heart, sudden, she was on shift. Did not see him. Ashes still at Mum's",
            "friction": "0",
        },
    ),
    Told(
        "Priya",
        {
            "together": "text",
            "onset_words": "moved abroad March 2026",
            "quality": "1",
            "confide": "1",
            "contact": "4",
            "gives": "3",
            "gets": "6",
            "friction": "1",
        },
    ),
    Told(
        "Lena",
        {
            "like": '"I stopped answering"',
            "quality": "1",
            "confide": "2",
            "contact": "5",
            "gives": "2",
            "gets": "3",
            "friction": "0",
        },
    ),
    Told(
        "Ben",
        {
            "arguments": "quarrelled about the house in 2020",
            "quality": "4",
            "confide": "3",
            "contact": "6",
            "gives": "1",
            "gets": "1",
            "friction": "3",
        },
    ),
    Told(
        "Mr Ito",
        {
            "like": "rota changed without asking",
            "together": "most shifts",
            "quality": "3",
            "confide": "3",
            "contact": "2",
            "gives": "0",
            "gets": "1",
            "friction": "6",
        },
    ),
    Told(
        "Jo",
        {
            "quality": "1",
            "confide": "2",
            "contact": "3",
            "gives": "3",
            "gets": "4",
            "friction": "0",
        },
    ),
    Told(
        "Noor",
        {
            "like": '"she is the easy one"',
            "quality": "1",
            "gives": "5",
            "gets": "4",
            "friction": "2",
        },
    ),
)

TIES = (
    ("Sam", "Noor", "father"),
    ("Mum", "Ben", "mother"),
    ("Mum", "Dad", "married"),
    ("Jo", "Mr Ito", "employee"),
)


LIFE = (
    "symptom winter 2011 first low spell, after leaving home",
    "!2017 met @Sam",
    "!death: april 2019 @Dad died",
    "symptom april 2019 to april 2020 low after Dad's death",
    "!conflict: 2020 quarrel with @Ben about the house",
    "!death: february 2025 pregnancy lost",
    "!move: september 2025 moved to the city",
    "!support lost: spring 2026 @Priya went abroad",
    "!conflict: around June 2026 @Sam began looking at a bigger flat without saying",
    "symptom since mid july 2026 low mood",
    "treatment since august 2026 sertraline 50 mg",
    "treatment since 6 oct 2026 IPT",
)
"""The life line, as capture lines."""

AUTUMN = (
    "~3 4 oct evening flat, tired",
    "!6 oct first session ~4 hopeful",
    '!work: 8 oct rota changed overnight @"Mr Ito" ~3 angry, dismissed',
    "~3 9 oct",
    "!contact: 11 oct walk with Jo after shift @Jo ~5 close",
    "~4 13 oct morning nervous",
    "!contact: 13 oct evening Noor cooked @Noor @Sam ~5 cared for",
    "!conflict: 15 oct found the flat papers on the table @Sam ~2 hurt, left out",
    "!conflict: 16 oct not speaking @Sam ~2 lonely",
    "!conflict: 18 oct Mum rang about Christmas and the ashes @Mum ~3 guilty",
    "~4 20 oct",
    "!contact: 22 oct lunch, told Jo about the rota @Jo ~5 understood",
    "!conflict: 24 oct argued about Noor's weekend @Sam ~3 resentful",
    "~4 25 oct",
    "~5 27 oct calm",
    '!work: 29 oct rota, again @"Mr Ito" ~3 furious',
    '!work: 30 oct told Mr Ito I need three weeks\' notice @"Mr Ito" ~4 shaky, proud',
    '!work: 1 nov Mr Ito agreed to two weeks @"Mr Ito" ~6 relieved',
    "~5 3 nov",
    "!contact: 5 nov wrote to Lena @Lena ~5 sad, warm",
    "!contact: 6 nov Mum's visit @Mum ~4 heavy",
    "~5 8 nov",
    "~5 9 nov morning",
    '!conflict: 9 nov evening kitchen, "do what you want" @Sam ~2 hurt, ashamed',
    "~3 10 nov",
    "!contact: 12 nov asked Sam for Tuesdays; he listened @Sam ~6 surprised, hopeful",
    "!contact: 14 nov Lena answered @Lena ~6 included",
    "!together: 17 nov evening Tuesday evening together, first @Sam @Noor ~7 close",
    "~6 18 nov",
    "!contact: 19 nov Sam late, rang first @Sam ~5 okay",
    "!contact: 21 nov talked about February, both cried @Sam ~6 sad, close",
    "~7 22 nov calm",
)
"""The moods and events of the autumn, as capture lines: what stands on one line is tied."""
BY_SESSION_6, BY_SESSION_7 = 25, 27
"""So many of them are noted by then."""

VEILED = "pregnancy lost"
AROUND_ONSET = ("moved to the city", "went abroad", "bigger flat")


def key_in(home: Path) -> None:
    """Key the whole inventory in, session by session, each an unlock of its own."""
    _set_up(home)
    _session_3(home)
    _session_5(home)
    _session_6(home)
    _session_7(home)
    _weekend(home)


def unlocked(home: Path, now: str) -> Terminal:
    """Start the program at `now` and unlock it; the screen shows the record."""
    terminal = Terminal(home=home, now=now)
    terminal.wait("passphrase")
    terminal.answer(PASSPHRASE)
    terminal.wait("1 Today")
    return terminal


def _set_up(home: Path) -> None:
    with Terminal(home=home, now=SESSION_2) as terminal:
        terminal.wait("Who is it for")
        terminal.type(f"1{PASSPHRASE}\r{PASSPHRASE}\r")
        terminal.wait("Recovery sheet")
        terminal.press("esc")
        terminal.wait("New client")
        for text in CLIENT:
            terminal.answer(text)
        terminal.wait("Today is session")
        terminal.press("esc")  # the course is set up later
        terminal.wait("1 Today")
        terminal.press("2")
        terminal.wait("n adds the first")
        terminal.press("n")
        for line in PEOPLE:
            terminal.answer(line)
        terminal.wait(f"{_name(PEOPLE[-1])} is here")
        terminal.press("esc")
        terminal.wait("9 people, 2 in the closest ring")
        _quit(terminal)


def _session_3(home: Path) -> None:
    with unlocked(home, SESSION_3) as terminal:
        for told in TOLD:
            go_to_person(terminal, told.name)
            _interview(terminal, told)
        for name, other, kind in TIES:
            go_to_person(terminal, name)
            terminal.press("t")
            terminal.wait(f"{name} and who")
            terminal.answer(other)
            terminal.wait(re.escape(f"{name} is {other}'s"))
            terminal.answer(kind)
            terminal.wait_gone(re.escape(f"{name} is {other}'s"))
            terminal.press("q")
        _plan(terminal)
        _quit(terminal)


def _plan(terminal: Terminal) -> None:
    terminal.press("g")
    terminal.wait("h help lines")
    terminal.press("h")
    terminal.wait("No safety plan yet")
    terminal.press("e")
    terminal.wait("Thoughts, feelings")
    for text in PLAN:
        terminal.answer(text)
    terminal.wait("Last changed on")
    terminal.press("esc")
    terminal.wait("1 Today")


def _session_5(home: Path) -> None:
    with unlocked(home, SESSION_5) as terminal:
        go_to_person(terminal, "Jo")
        terminal.press("+")
        terminal.wait("Jo nearer")
        _why(terminal, "3 Nov", "told her about the rota, she got it")
        _quit(terminal)


def _session_6(home: Path) -> None:
    """The weeks since the summer as they were, and the kitchen looked at together."""
    with unlocked(home, SESSION_6) as terminal:
        capture(terminal, (*LIFE, *AUTUMN[:BY_SESSION_6]))
        _look_at_the_life(terminal)
        k7_talks.kitchen(terminal)
        _quit(terminal)


def _session_7(home: Path) -> None:
    with unlocked(home, SESSION_7) as terminal:
        capture(terminal, AUTUMN[BY_SESSION_6:BY_SESSION_7])
        k7_talks.tuesdays(terminal)
        go_to_person(terminal, "Lena")
        terminal.press("+")
        terminal.wait("Lena and Jo nearer|Jo and Lena nearer")
        _why(terminal, "17 Nov", "after a letter")
        go_to_person(terminal, "Sam")
        _friction(terminal, "5")
        _quit(terminal)


def _weekend(home: Path) -> None:
    with unlocked(home, WEEKEND) as terminal:
        capture(terminal, AUTUMN[BY_SESSION_7:])
        k7_talks.notice(terminal)
        k7_talks.mum(terminal)
        k7_talks.february(terminal)
        _quit(terminal)


def capture(terminal: Terminal, lines: tuple[str, ...]) -> None:
    """Type lines into the capture line, one after the other."""
    terminal.press("c")
    terminal.wait("a mood")
    for line in lines:
        terminal.answer(line)
    terminal.wait(r"mood .*noted\.")
    terminal.settle()
    terminal.press("esc")
    terminal.wait_gone(r"noted\.")


def _look_at_the_life(terminal: Terminal) -> None:
    """Mark what was around the onset, and veil what nobody else knows."""
    terminal.press("3")
    terminal.wait("MONTH")
    terminal.press("-")
    terminal.wait("COURSE")
    terminal.press("-")
    terminal.wait("LIFE")
    terminal.press("v")
    for words in AROUND_ONSET:
        terminal.walk_to(words, LEFT)
        terminal.type(" ")
        terminal.settle()
    terminal.walk_to(VEILED, LEFT)
    terminal.press("e")
    terminal.wait("What happened")
    terminal.type("\r" * 6)
    terminal.wait("Could it be influenced")
    terminal.type("\r\r\r")
    terminal.wait("Is it sensitive")
    terminal.type("1")
    terminal.wait_gone("Is it sensitive")


def go_to_person(terminal: Terminal, name: str) -> None:
    """Light somebody on the circle by searching for the name."""
    terminal.press("/")
    terminal.wait("search everything you wrote|Beginnings of words")
    terminal.type(name)
    terminal.wait(rf"{name}.*person")
    terminal.press("enter")
    terminal.wait(rf"NOW ▸ hoped for(?s:.*)│ {name} ")
    terminal.press("q")


def _interview(terminal: Terminal, told: Told) -> None:
    """Answer every question of the card in one go, as somebody who types ahead."""
    *asked, last = _asked(told)
    terminal.settle()
    terminal.press("e")
    terminal.wait(_begin(asked[0], told.name))
    typed = ""
    for question in asked:
        answer = told.answers.get(question.field, "")
        typed += answer if answer and question.choices() else f"{answer}\r"
        if question.field == "notes":
            typed += _wishes(told)
    terminal.type(typed)
    terminal.wait(_begin(last, told.name))
    terminal.press("enter")
    terminal.wait_gone(_begin(last, told.name))


def _asked(told: Told) -> list[Question]:
    """Return the questions in the order in which they come, from "who" on."""
    card = Card("", "", told.name, {"life": "died"} if told.name == "Dad" else {})
    every = [q for q in questions(load("card.toml")) if q.applies(card)]
    return every[1:]


def _begin(question: Question, name: str) -> str:
    card = Card("", "", name)
    text = question.worded(card, "K7", "around June", Audience.PRACTITIONER)
    return re.escape(text[:60])


def _wishes(told: Told) -> str:
    """Return what is typed of what each wants of the other; an empty line goes on."""
    typed = ""
    for wishes in (told.wants, told.wanted):
        for wish in wishes:
            typed += f"{wish.text}\r{wish.said}\r{wish.met}\r{wish.realistic}"
        typed += "\r"
    return typed


def _card(terminal: Terminal, words: str, *, unfolded: bool = False) -> None:
    """Put the cursor on the line of the card that holds these words, and press enter."""
    terminal.press("tab")
    if unfolded and "▾" not in terminal.settle(0.1):
        terminal.walk_to("▸")
        terminal.press("enter")
        terminal.wait("▾")
    terminal.walk_to(words)
    terminal.press("enter")


def _why(terminal: Terminal, day: str, why: str) -> None:
    """Say why, on the move of that day."""
    _card(terminal, day, unfolded=True)
    terminal.wait("When did")
    terminal.type(f"\r{why}\r")
    terminal.wait(rf"· {why.split()[0]}")
    terminal.wait_gone("Why, in a few words")
    terminal.press("q")


def _friction(terminal: Terminal, number: str) -> None:
    """Change one rating, dated today."""
    _card(terminal, "Friction", unfolded=True)
    terminal.wait("How much friction")
    terminal.type(f"{ERASE}{number}\r")
    terminal.wait("How much does K7 trust")
    terminal.press("esc")
    terminal.wait_gone("How much does K7 trust")
    terminal.press("q")


def _name(line: str) -> str:
    return line[1:].partition('"')[0] if line.startswith('"') else line.split()[0]


def _quit(terminal: Terminal) -> None:
    terminal.control("q")
    assert terminal.ended() == 0
