"""What each key means, everywhere: the grammar that no screen may break."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A meaning. `keys` are Textual's names, separated by commas; `shown` is how people read it.

    `typing` is a key more, which also does it in a text field and over a dialog, and stays.
    """

    keys: str
    shown: str
    meaning: str
    typing: str = ""


VERBS: dict[str, Verb] = {
    "move": Verb(
        "up,down,left,right,h,j,k,l,home,end,pageup,pagedown", "arrows hjkl", "move about"
    ),
    "open": Verb("enter", "enter", "open"),
    "back": Verb("escape,q", "esc", "back; never discards"),
    "pane": Verb("tab", "tab", "the other pane, the next field"),
    "new": Verb("n", "n", "new: what this screen holds"),
    "edit": Verb("e", "e", "edit"),
    "remove": Verb("x", "x", "remove; can be undone"),
    "undo": Verb("u", "u", "take back the last change"),
    "redo": Verb("U", "U", "bring it back"),
    "choose": Verb("space", "space", "tick, keep, choose"),
    "nearer": Verb(
        "plus,equals_sign",
        "+",
        "nearer: ring on the circle, zoom on the timeline, more of a talk, minutes",
    ),
    "farther": Verb("minus", "-", "farther"),
    "earlier": Verb("comma", ",", "earlier: snapshot, days, version"),
    "later": Verb("full_stop", ".", "later"),
    "form": Verb("v", "v", "the other form: picture or list"),
    "view": Verb("b", "b", "before, now, hoped for"),
    "plan": Verb("p", "p", "plan: how many sessions, and when; what to bring to the next"),
    "start": Verb("s", "s", "begin or end a session; one's own evening"),
    "other": Verb("o", "o", "other: late, missed, moved, how often; a letter follows"),
    "paper": Verb("i", "i", "in from paper"),
    "decide": Verb("d", "d", "weigh options"),
    "rehearse": Verb("r", "r", "rehearse"),
    "turn_up": Verb("shift+up,K", "K", "one place up"),
    "turn_down": Verb("shift+down,J", "J", "one place down"),
    "tie": Verb("t", "t", "tie two together"),
    "copy": Verb("y", "y", "copy, section by section"),
    "file": Verb("Y", "Y", "into a file"),
    "apart": Verb("z", "z", "leave what is offered: not again"),
    "week": Verb("a", "a", "an evening of the first week"),
    "only": Verb("f", "f", "only this person"),
    "capture": Verb("c", "c", "capture line"),
    "together": Verb("w", "w", "looking together"),
    "concern": Verb("exclamation_mark", "!", "a concern: somebody may be in danger"),
    "go": Verb("g", "g", "go to a place: a letter follows", typing="ctrl+g"),
    "search": Verb("slash", "/", "search everything"),
    "help": Verb("question_mark,f1", "?", "help for this screen"),
    "palette": Verb("colon,ctrl+p", ":", "every command by name"),
    "curtain": Verb("ctrl+l", "ctrl+l", "curtain; once more locks"),
    "quit": Verb("ctrl+q", "ctrl+q", "save, close and end"),
    "tab1": Verb("1", "1", "the first tab"),
    "tab2": Verb("2", "2", "the second tab"),
    "tab3": Verb("3", "3", "the third tab"),
    "tab4": Verb("4", "4", "the fourth tab"),
    "tab5": Verb("5", "5", "the fifth tab"),
    "tab6": Verb("6", "6", "the sixth tab"),
    "tab7": Verb("7", "7", "the seventh tab"),
    "answer": Verb("8,9,0", "digits", "answer, while a question is open"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """A place one can go to with `g` and a letter; `action` is an action of the app.

    `alone` is for a practitioner alone: not there in one's own vault, not shown together.
    """

    letter: str
    title: str
    action: str
    unlocked: bool = True
    alone: bool = False


HELP_WORDS = "help lines"
"""What stands on every screen; the plan stands on the same page."""
HELP_LINES = Target("h", f"{HELP_WORDS}, plan", "help_lines", unlocked=False)
GO: tuple[Target, ...] = (
    Target("p", "people", "go_to('people')"),
    Target("e", "event · mood", "go_to('timeline')"),
    Target("t", "talk", "go_to('talks')"),
    Target("s", "session", "go_to('sessions')"),
    Target("m", "measures", "go_to('measures')"),
    Target("f", "focus", "go_to('focus')"),
    Target("l", "timeline", "go_to('timeline', False)"),
    Target("d", "today", "go_to('today')"),
    Target("u", "history", "history"),
    Target("o", "own notes", "own_notes", alone=True),
    Target("!", "concern", "concern", alone=True),
    Target("w", "together", "together"),
    HELP_LINES,
)
