"""K7's focus as it is keyed in, in the session it belongs to: areas, formulation, contract, goals.

The halfway look is not among it: the eighth session has still to come.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.whole.terminal import KEYS

if TYPE_CHECKING:
    from tests.whole.terminal import Terminal

ERASE, GO, ALL, PASTE, PASTED = "\x15", "\x07", "\x1b[18~", "\x1b[200~", "\x1b[201~"
HOME, DOWN = KEYS["home"], KEYS["down"]
LIST, PANE = 9, 51
"""Columns of the list and of what is in hand, where the cursor is seen."""
ASIDE = "overtime, hosting Christmas"
AREAS = (
    ("2", "Sam", "", "dispute with Sam"),
    ("1", "Dad", "Dad and February", r"grief \(Dad and February\)"),
    ("3", "", "the move", r"transition \(the move\)"),
)
"""What it could be about: which, with or about whom, in which words, and how the list calls it."""
CHOSEN = (("dispute with Sam", "1", ""), ("grief", "2", "make room for it when she wants"))
PARTS = (
    f"{ERASE}July",
    "low, sleepless and cut off",
    "depression",
    "what you and Sam expect and don't say",
    "",
    "",
    "saying it, and make room for February when you want",
)
TICKED = ("moved to the city", "Sam began looking", "Sam  ")
"""What the formulation holds: of the events around the onset, and of the circle."""
FORMULATION = (
    "Since July you have been low, sleepless and cut off. Around then Sam began planning a move "
    "and neither of you said it aloud, a year after you left the coast for him and after February. "
    "Together these look like depression, which is treatable and not your fault. It seems tied to "
    "what you and Sam expect and don't say. Over the next thirteen meetings we'd work on saying "
    'it, and make room for February "and Dad" when you want.'
)
"""The paragraph, written over what grew of itself; what she added stands in quotation marks."""
ENDS = "with the sixteenth meeting, 19 Jan"


@dataclass(frozen=True)
class Set:
    """A goal: its words, where it is to come to, and what it was rated in sessions 3, 5, 6, 7."""

    words: str
    target: str
    rated: tuple[str, str, str, str]
    person: str = ""


GOALS = (
    Set("say what I want before I'm angry", "8", ("2", "3", "5", "6"), "Sam"),
    Set("one evening a week with Sam that is ours", "7", ("0", "0", "0", "4"), "Sam"),
    Set("answer my friends", "7", ("1", "1", "4", "6")),
)
RATED_IN = {5: 1, 6: 2, 7: 3}
"""Which of its ratings a goal is given in which session, after the first one."""


def key_in(terminal: Terminal, number: int) -> None:
    """Key in what belongs to a session, from its note and back to it."""
    if number not in (2, 3, 4, *RATED_IN):
        return
    terminal.type(f"{GO}f")
    terminal.wait("What it could be about")
    if number == 2:
        _set_aside(terminal)
    elif number == 3:
        _areas(terminal)
        _formulation(terminal)
        _goals(terminal)
        _contract(terminal)
    elif number == 4:
        _stage(terminal, "2", '"we don\'t talk about it"')
    if number in RATED_IN:
        _rate(terminal, RATED_IN[number])
    if number == 6:
        _work_through(terminal)
    elif number == 7:
        _stage(terminal, "1", "Tuesdays yes, flat not yet")
        _tie_to_practice(terminal)
    terminal.press("5")
    terminal.wait("Just type")


def _set_aside(terminal: Terminal) -> None:
    """Say what she need not carry while she is being treated; the rest of the contract waits."""
    _light(terminal, 2, "Contract")
    terminal.press("e")
    _asked(terminal, "What can K7 set aside")
    terminal.answer(ASIDE)
    _asked(terminal, "What stays with K7")
    _stop(terminal)
    terminal.press("tab")  # back to the list


def _areas(terminal: Terminal) -> None:
    """Consider three areas, say what speaks for them, choose two."""
    _light(terminal, 0, "another area")
    for digit, who, about, name in AREAS:
        terminal.type(f"n{digit}{who}\r{about}\r")
        terminal.wait(f"{name} ")
        _done(terminal)
    _evidence(terminal)
    for row, (name, digit, why) in enumerate(CHOSEN):
        _light(terminal, row, name)
        terminal.type(f" {digit}1{why}\r")
        terminal.wait(f"{name}.*✓ {digit}")
        _done(terminal)


def _evidence(terminal: Terminal) -> None:
    """Write down what she said of the dispute, and tick the three wishes in the record."""
    _light(terminal, 0, "dispute with Sam")
    terminal.press("tab", "n")
    _asked(terminal, "Does it speak for")
    terminal.type('1"we talk logistics"\r')
    terminal.wait("[–] +.we talk logistics")
    terminal.answer()
    _done(terminal)
    for wish in ("evenings together", "ask me before", "that he'd know"):
        terminal.walk_to(wish, PANE)
        terminal.press(" ")
        terminal.wait(f"✓  Sam: .*{wish.split()[0]}")
    terminal.press("tab")


def _formulation(terminal: Terminal) -> None:
    """Tell its parts, tick what was around then, write it in the words that were agreed."""
    _light(terminal, 4, "Formulation")
    terminal.press("n")
    _asked(terminal, "When did it begin")
    terminal.type("".join(f"{part}\r" for part in PARTS))
    terminal.wait("That was all there is to ask")
    for words in TICKED:
        terminal.walk_to(words, PANE)
        terminal.press(" ")
        terminal.wait(f"✓ +{words}")
    terminal.press("home", "enter")
    terminal.wait("Every word can be changed")
    terminal.type(f"{ALL}{PASTE}{FORMULATION}{PASTED}\r")
    terminal.wait_gone("Every word can be changed")
    terminal.wait("‹and Dad›")
    _agree(terminal, "Formulation")


def _contract(terminal: Terminal) -> None:
    """Say how it ends and that the crisis was talked about, and agree on all of it."""
    _light(terminal, 5, "Contract")
    terminal.press("tab")
    terminal.walk_to("in a crisis", PANE)
    terminal.press("e")
    _asked(terminal, "whom to turn to in a crisis")
    terminal.type("1\r")
    _asked(terminal, "How does it end")
    terminal.answer(ENDS)
    _asked(terminal, "What can come afterwards")
    _stop(terminal)
    _agree(terminal, "Contract")


def _agree(terminal: Terminal, what: str) -> None:
    """Agree with her, today, on what is in hand."""
    terminal.press("o")
    terminal.wait("a agreed")
    terminal.press("a")
    _asked(terminal, "Who agreed to")
    terminal.answer()
    _asked(terminal, "Agreed by K7 on 20 Oct")
    terminal.type("1")
    _done(terminal)
    terminal.press("tab")
    terminal.wait(f"{what} +(v1 )?agreed 20 Oct")


def _goals(terminal: Terminal) -> None:
    """Set three goals with where each stands; two are with Sam, and part of the dispute."""
    _light(terminal, 7, "a goal")
    for goal in GOALS:
        terminal.type(f"n{goal.words}\r{goal.rated[0]}\r{goal.target}\r")
        terminal.wait(f"│ {goal.words}")
        terminal.wait(f"target {goal.target}\\.")
        _done(terminal)
        if goal.person:
            terminal.type(f"e\r\r\r{goal.person}\r1")
            _asked(terminal, "Is it to be veiled")
            _stop(terminal)


def _rate(terminal: Terminal, which: int) -> None:
    """Say of each goal where it stands by today."""
    for row, goal in enumerate(GOALS, 7):
        _light(terminal, row, goal.words[:15])
        terminal.type(f"e{goal.rated[which]}\r")
        _asked(terminal, "Something about it")
        _stop(terminal)


def _stage(terminal: Terminal, digit: str, showed: str) -> None:
    """Say how far the dispute is, and what showed it."""
    _light(terminal, 0, "dispute with Sam")
    terminal.press("o")
    _asked(terminal, "In which stage is it")
    terminal.type(digit)
    _asked(terminal, "What showed it")
    terminal.answer(showed)
    _asked(terminal, "From which day on")
    _stop(terminal)


def _work_through(terminal: Terminal) -> None:
    """After the kitchen talk: what the dispute is about, what was tried, what keeps it going."""
    _light(terminal, 0, "dispute with Sam")
    terminal.press("tab")
    terminal.walk_to("Could raising it", PANE)
    terminal.press("enter")
    _asked(terminal, "Could raising it")
    terminal.type("1")
    _asked(terminal, "What is it about, in a line")
    terminal.type("who decides about the flat, and time that is theirs\r")
    _asked(terminal, "Where do both want the same")
    terminal.type("\rhinting, in the kitchen\rgoing quiet\r\r")
    _asked(terminal, "What keeps it going")
    terminal.type("2")
    _asked(terminal, "What is there to change it with")
    _stop(terminal)
    terminal.walk_to("hinting", PANE)
    terminal.press("t")
    terminal.wait("joined to")
    terminal.press("t")
    _asked(terminal, "What goes with it")
    found = re.search(r"(\d) [^\d\n]*9 Nov", terminal.text)
    assert found is not None, terminal.text
    terminal.type(found[1])
    terminal.wait("~ .*9 Nov")
    terminal.press("tab")


def _tie_to_practice(terminal: Terminal) -> None:
    """Say which practice is for the evening a week."""
    _light(terminal, 8, GOALS[1].words[:15])
    terminal.press("t")
    _asked(terminal, "Which practices are for it")
    terminal.answer("1")
    _done(terminal)


def _light(terminal: Terminal, row: int, words: str) -> None:
    """Put the cursor on a row of the list, counted from the first: it holds these words."""
    terminal.type(HOME + DOWN * row)
    terminal.wait_lit(words, LIST)


def _asked(terminal: Terminal, question: str) -> None:
    """Wait until this is what is asked; it may stand in the pane as well."""
    terminal.wait(f"─\n .*{question}")


def _stop(terminal: Terminal) -> None:
    """Leave what is asked where it is."""
    terminal.press("esc")
    _done(terminal)


def _done(terminal: Terminal) -> None:
    """Wait until nothing is asked any more."""
    terminal.wait_gone("ctrl\\+g go")
