"""The talks of case K7 as they are keyed in: by the table, by questions, and one left as a note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.whole.terminal import Terminal

ERASE = "\x15"
SHEET = 36
"""A column in the pane of a talk, where the cursor is seen."""


def kitchen(terminal: Terminal) -> None:
    """Session 6: the kitchen talk in the table, with options and a rehearsal."""
    _look_at(terminal, "do what you want")
    for said in (
        "Have you rung them about the flat?",
        "I said I'd see it Saturday.",
        "Do what you want.",
        "Fine, I will.",
        "(left the room)",
        "",
    ):
        terminal.answer(said)
    terminal.wait("what did K7 want Sam to hear")
    for told in (
        "tell me you haven't decided",
        "anxious 6",
        "not asked",
        "please ask me",
        "hurt 7",
        "angry? not asked",
        "I need a minute",
        "ashamed 6",
    ):
        terminal.answer(told)
    terminal.wait("hope would happen")
    terminal.answer("that Sam would ask what I want")
    terminal.answer()
    terminal.answer("not speaking until the 11th")
    terminal.wait("Did Sam get it")
    terminal.type("33")
    terminal.wait("What got in the way")
    terminal.answer("1, 5")
    terminal.wait("from Sam's side")
    terminal.answer("probably thinks I agreed in June")
    terminal.wait("put anyone in danger")
    terminal.answer("no")
    terminal.wait("What could K7 say")
    terminal.press("esc")
    terminal.wait_gone("What could K7 say")
    _bodies(terminal)
    _instead(terminal)
    _beneath_the_fold(terminal)
    _options(terminal)
    _rehearse(terminal)


def _bodies(terminal: Terminal) -> None:
    """Unfold tone and body, and tell the bodies down the column."""
    terminal.press("home", "+")
    terminal.wait("body")
    terminal.walk_to("Have you rung", SHEET)
    terminal.press("right", "right", "enter")
    terminal.wait("what did the body do")
    for body in ("at the sink, back turned", "on the phone", "", "left the phone, loud", "door"):
        terminal.answer(body)
    terminal.wait_gone("what did the body do")
    terminal.press("-")
    terminal.wait("K7 guessed")


def _instead(terminal: Terminal) -> None:
    """Say it instead of "Do what you want.", put together from its parts."""
    terminal.walk_to("Do what you", SHEET)
    terminal.type(" ")
    terminal.wait("What could K7 say")
    terminal.control("o")
    terminal.wait("one word for the feeling")
    terminal.answer("left out")
    terminal.wait("seen or heard")
    terminal.answer("the flat goes ahead without me")
    terminal.wait("what it means")
    terminal.answer()
    terminal.wait("that Sam could do")
    terminal.answer("us to decide together on Sunday")
    terminal.wait("I'd like us to decide together on Sunday")
    terminal.press("enter")
    terminal.wait_gone("What could K7 say")


def _beneath_the_fold(terminal: Terminal) -> None:
    terminal.walk_to("▸ more", SHEET)
    terminal.press("enter")
    terminal.wait("▾ more")
    for label, question, words in (
        ("about", "What was it about", f"{ERASE}the flat"),
        ("where", "Where was it", "kitchen"),
        ("before it", "What went before", "late shift, had not eaten, Noor in the next room"),
    ):
        terminal.walk_to(label, SHEET)
        terminal.press("enter")
        terminal.wait(question)
        terminal.answer(words)
        terminal.wait_gone(question)
        terminal.settle()
        terminal.press("esc")
        terminal.wait("d decide")
        terminal.settle()
        terminal.press("home")


OPTIONS = (
    ("say nothing", "easy", "stays the same", "", "9"),
    ("write a note", "calmer", "he may not answer", "", "6"),
    ("ask for a set evening", "clear", "may be refused", "that he is tired; then a day", "7"),
)


def _options(terminal: Terminal) -> None:
    terminal.press("d")
    terminal.wait("What could be done")
    terminal.press("n")
    for text, pro, con, likely, feasible in OPTIONS:
        terminal.wait("One option")
        for words in (text, pro, con, likely, "", "", feasible):
            terminal.answer(words)
        terminal.wait("is it safe")
        terminal.type("1")
    terminal.wait("One option")
    terminal.press("esc")
    terminal.wait_gone("One option")
    terminal.walk_to("ask for a set evening", SHEET)
    terminal.type(" ")
    terminal.wait("chosen")
    terminal.press("d")
    terminal.wait_gone("What could be done")


def _rehearse(terminal: Terminal) -> None:
    terminal.press("r")
    terminal.wait("enter begins")
    terminal.press("n")
    terminal.wait("How sure is K7 now")
    terminal.answer("4")
    terminal.wait("Who plays whom")
    terminal.type("1")
    terminal.answer("Could we take Tuesdays, only us?")
    terminal.answer("slower, looked up")
    terminal.wait("worst answer")
    terminal.type("1")
    terminal.wait("Once more")
    terminal.type("1")
    terminal.wait("Who plays whom")
    terminal.type("2")
    terminal.answer("I'm tired. Which evening?")
    terminal.answer("heard how short it sounds from there")
    terminal.wait("worst answer")
    terminal.type("2")
    terminal.wait("Once more")
    terminal.type("2")
    terminal.wait("how sure is K7 by now")
    terminal.answer("7")
    terminal.wait("sure 4 → 7")
    terminal.press("r")
    terminal.wait_gone("roles reversed")


def tuesdays(terminal: Terminal) -> None:
    """Session 7: what was tried on the 12th, and what it changed."""
    terminal.press("4")
    terminal.wait("Have you rung")
    terminal.settle()
    terminal.press("enter")
    terminal.walk_to("tried", SHEET)
    terminal.press("enter")
    terminal.wait("When was it tried")
    terminal.answer("12 nov")
    terminal.wait("on the timeline already")
    terminal.type("1")
    terminal.wait("as it was planned")
    terminal.type("2")
    terminal.wait("What was said or done")
    terminal.answer()
    terminal.answer("Tuesdays yes, flat not yet")
    terminal.answer("lighter")
    terminal.answer("quiet, then he asked which shifts")
    _changed(terminal, "evenings together", "12 nov", "partly")
    terminal.press("t")
    _changed(terminal, "ask me before", "12 nov", "no")


def _changed(terminal: Terminal, wish: str, said: str, met: str) -> None:
    """Say what a talk changed for an expectation."""
    screen = terminal.wait("change what has been said")
    digit = re.search(rf"(\d) {wish}", screen)
    assert digit is not None, screen
    terminal.type(digit[1])
    terminal.wait("was it said aloud")
    terminal.answer(said)
    terminal.wait("is it met")
    terminal.answer(met)
    terminal.wait_gone("is it met")


def notice(terminal: Terminal) -> None:
    """The talk with Mr Ito, one question at a time."""
    _look_at(terminal, "three weeks' notice", begin=False)
    terminal.press("v")
    terminal.wait("You said, first")
    for said in (
        "I need to know three weeks ahead.",
        "We're all flexible here.",
        "I can be flexible with notice.",
        "Put it in writing.",
        "",
    ):
        terminal.answer(said)
    terminal.wait("what did you want Mr Ito to hear")
    for told in (
        "my shifts have to be known three weeks ahead",
        "shaky 6",
        "that I ask too much; not asked",
        "I do my part, with notice",
        "steadier 4",
        "he has to answer now; asked",
    ):
        terminal.answer(told)
    terminal.wait("What was it about")
    terminal.answer(f"{ERASE}notice")
    terminal.answer("ward office")
    terminal.wait("How did you talk")
    terminal.type("1")
    terminal.answer()
    terminal.answer()
    terminal.wait("hope would happen")
    for told in (
        "be taken seriously",
        "to count at work",
        "sent it in writing the same day",
    ):
        terminal.answer(told)
    terminal.wait("Did Mr Ito get it")
    terminal.type("21")
    terminal.wait("What got in the way")
    terminal.answer("13")
    terminal.wait("from Mr Ito's side")
    terminal.answer("has a ward to fill")
    terminal.wait("put anyone in danger")
    terminal.press("esc")
    terminal.wait_gone("put anyone in danger")
    terminal.press("v")
    terminal.wait("K7 guessed")
    terminal.walk_to("tried", SHEET)
    terminal.press("enter")
    terminal.wait("When was it tried")
    terminal.answer("1 nov")
    terminal.wait("on the timeline already")
    terminal.type("1")
    terminal.wait("as it was planned")
    terminal.type("1")
    terminal.wait("What was said or done")
    terminal.answer("the request, in writing")
    terminal.answer("two weeks agreed")
    terminal.answer("proud")
    terminal.wait("How did it leave Mr Ito")
    terminal.press("esc")
    terminal.wait_gone("How did it leave")


def mum(terminal: Terminal) -> None:
    """The talk with Mum: a note, and no more than that yet."""
    _look_at(terminal, "Mum's visit", begin=False)
    terminal.press("home", "enter")
    terminal.wait("what is there to keep of it")
    terminal.type("she asked twice if I was happy. I said yes.")
    terminal.press("esc")
    terminal.wait_gone("what is there to keep of it")
    terminal.wait("new")


def february(terminal: Terminal) -> None:
    """The talk of 21 November, in the table: nothing got in the way."""
    _look_at(terminal, "talked about February")
    for said in (
        "February is coming. I don't want to be alone with it.",
        "I count the weeks too.",
        "I thought you had put it away.",
        "I never knew whether I may speak of it.",
        "You may. Can we both take that day off?",
        "Yes. I'll ask tomorrow.",
        "",
    ):
        terminal.answer(said)
    terminal.wait("what did K7 want Sam to hear")
    for told in (
        "I am afraid of February and want you there",
        "scared 6",
        "sad; asked",
        "I thought only I remember",
        "surprised 5",
        "he was waiting for a sign; asked",
        "take the day off with me",
        "close 7",
        "",
        "not to be alone with it",
        "",
        "both cried; the day stands in both calendars",
    ):
        terminal.answer(told)
    terminal.wait("Did Sam get it")
    terminal.type("11")
    terminal.wait("What got in the way")
    terminal.answer("13")
    terminal.wait("from Sam's side")
    terminal.press("esc")
    terminal.wait_gone("from Sam's side")
    terminal.press("t")
    _changed(terminal, "that he'd know", "21 nov", "yes since 21 nov")


def _look_at(terminal: Terminal, words: str, *, begin: bool = True) -> None:
    """Search for an event, go to its talk, which there is not yet, and begin with its words."""
    terminal.press("/")
    terminal.wait("search everything you wrote|Beginnings of words")
    terminal.type(words)
    terminal.wait(rf"event .*{words.split()[-1]}")
    terminal.press("enter")
    terminal.wait("MONTH")
    terminal.settle()
    terminal.type("gt")
    terminal.wait("no talk is noted")
    terminal.settle()
    terminal.press("enter")
    terminal.wait("said, first")
    if not begin:
        terminal.press("esc")
        terminal.wait_gone("said, first")
