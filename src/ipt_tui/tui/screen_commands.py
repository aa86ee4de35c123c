"""The commands of screens that stand over the record; `commands.py` has all there are."""

from __future__ import annotations

from ipt_tui.tui.command import Command

QUIET = False
"""For a command that does not stand at the foot."""
_IN_ENDING = (
    ("edit", "ask", "Ask one part after the other."),
    ("choose", "take, tick", "Take what is offered; tick what goes in; say it is agreed."),
    ("form", "the page", "The page as it will be written, and back."),
    ("open", "open", "Ask about the row; show what is veiled."),
    ("tie", "two talks", "Choose two talks with one person to stand side by side."),
    ("other", "names", "Call people by their names on the page, or by who they are."),
    ("file", "to a file", "Write the page to a file, after one question."),
    ("pane", "then, now", "To then and now, and back to the parts."),
    ("remove", "no talks", "Take the two talks off the page."),
    ("back", "back", "From the page to its parts; back to where you were."),
)
_ENDING_FOOT = frozenset(("edit", "choose", "tie", "form", "file", "back"))
_ALIKE = {
    "together": ("Hide others and what is sensitive.", True),
    "undo": ("Take back the last change to this record.", QUIET),
    "redo": ("Bring back what was taken back.", QUIET),
    "help": ("What this screen is for, and its keys.", True),
    "back": ("Back to where you were; everything is kept.", True),
}
"""What does the same on every screen of its own, and whether it stands at the foot."""


def _alike(scope: str, *verbs: str) -> tuple[Command, ...]:
    """Return the commands of a screen that do there what they do on any."""
    return tuple(Command(scope, verb, verb, *_ALIKE[verb]) for verb in verbs)


FIRST_WEEK = Command(
    "today", "week", "first week", "The evenings of your first week.", QUIET, own_only=True
)
PALETTE_ONLY: tuple[Command, ...] = (
    Command(
        "record", "", "first week", FIRST_WEEK.help, QUIET, "week", "first_week", own_only=True
    ),
    Command(
        "record",
        "",
        "what fits",
        "Name to use, own words, who may know, how far family is part of it.",
        QUIET,
        "fit",
        "fit",
    ),
)
"""What belongs to the record and stands in the palette alone, of the screens over it."""
SCREEN_COMMANDS: tuple[Command, ...] = (
    Command("answering", "back", "stop; it is kept", "Stop here; what is answered is kept."),
    Command("answering", "form", "one at a time", "The whole form, or one question at a time."),
    *_alike("answering", "help"),
    Command("history", "undo", "take back", "Take the step under the cursor back."),
    Command("history", "redo", "bring back", "Bring the step under the cursor back."),
    Command("history", "back", "back", "Back to where you were."),
    Command("own-notes", "new", "new", "Begin a note about the session in hand."),
    Command("own-notes", "open", "open", "Go on writing in the note under the cursor.", QUIET),
    Command("own-notes", "edit", "edit", "Go on writing in the note under the cursor."),
    Command("own-notes", "pane", "notes", "From the note to the list of notes, and back."),
    Command("own-notes", "copy", "copy", "Copy the note into the record, after one question."),
    Command("own-notes", "remove", "remove", "Remove the note; u brings it back.", QUIET),
    Command("own-notes", "undo", "undo", "Take back the last change to own notes.", QUIET),
    *_alike("own-notes", "redo", "help"),
    Command("own-notes", "back", "back", "Keep what is typed; back to where you were."),
    Command("concern", "choose", "tick, pause", "Tick a line; pause what is open, or go on."),
    Command("concern", "edit", "outcome", "Write the outcome, which closes the concern."),
    Command("concern", "open", "open", "Tick or pause the row; ask what it says.", QUIET),
    Command("concern", "new", "new", "Raise another concern."),
    Command("concern", "earlier", "earlier", "The concern before.", QUIET),
    Command("concern", "later", "later", "The next concern.", QUIET),
    *_alike("concern", "undo", "redo", "help", "back"),
    Command("halfway", "open", "ask", "Ask what is under the cursor; show what is veiled.", QUIET),
    Command("halfway", "edit", "ask", "Ask one question after the other."),
    Command("halfway", "form", "then, now", "As it was when it was looked at, and as it is today."),
    Command("halfway", "remove", "remove", "Take out what was said; u brings it back.", QUIET),
    *_alike("halfway", "together", "undo", "redo", "help", "back"),
    *(
        Command("ending", verb, title, help_, verb in _ENDING_FOOT)
        for verb, title, help_ in _IN_ENDING
    ),
    *_alike("ending", "together", "undo", "redo", "help"),
    *_alike("review", "help"),
    Command("first-week", "open", "begin, go on", "Begin the evening, or go on where you stopped."),
    Command(
        "first-week", "apart", "no more of this", "Put it away for good, or take it out again."
    ),
    *_alike("first-week", "help", "back"),
    Command("fit", "open", "ask", "Ask about the part; show what is covered.", QUIET),
    Command("fit", "edit", "ask", "Ask one part after the other."),
    *_alike("fit", "together", "undo", "redo", "help", "back"),
    Command("next", "choose", "keep", "Put the line on the card, or leave it out."),
    Command("next", "new", "new", "A line in your own words."),
    Command("next", "edit", "change", "Change a line of your own."),
    Command("next", "remove", "remove", "Take out a line of your own; u brings it back.", QUIET),
    Command("next", "open", "open", "Change your own line; show what is veiled.", QUIET),
    Command("next", "pane", "the card", "To the card as you hand it over, and back."),
    Command("next", "copy", "copy", "Copy the card."),
    Command("next", "file", "to a file", "Write the card to a file you name."),
    *_alike("next", "undo", "redo", "help", "back"),
    Command("help-lines", "back", "back", "Back to where you were."),
    Command("help-lines", "edit", "plan", "Write the safety plan, or change it."),
    Command("help-lines", "open", "show", "Show what is veiled of the plan."),
    Command("help-lines", "form", "more lines", "Lines for other needs, and back."),
    Command("help-lines", "earlier", "region", "The region before."),
    Command("help-lines", "later", "region", "The next region.", QUIET),
    Command("help-lines", "file", "while locked", "In your own vault: a copy that opens locked."),
    Command("help-lines", "remove", "remove copy", "Take the copy away that opens while locked."),
    *_alike("help-lines", "undo", "redo"),
    Command("help-lines", "help", "help", "What this page is for, and its keys."),
    Command("kept-where", "open", "go on", "Go on, or back to where you were.", does="back"),
    Command("kept-where", "edit", "name", "Give the window another name."),
    Command("kept-where", "back", "back", "Back to where you were.", QUIET),
    Command("about", "back", "back", "Back to where you were."),
)
