"""The one registry of commands: bindings, footer, palette, help and the docs' key table.

A command's key comes from its verb, so no letter can mean two things; `tui/keymap.py` refuses a
remapping that would make one.
"""

from __future__ import annotations

from textual.binding import Binding

from ipt_tui.tui.command import Command
from ipt_tui.tui.screen_commands import FIRST_WEEK, PALETTE_ONLY, QUIET, SCREEN_COMMANDS
from ipt_tui.tui.tabs import TABS
from ipt_tui.tui.verbs import GO, VERBS, Target

__all__ = ["COMMANDS", "GO", "VERBS", "Command", "Target", "bindings", "find"]
_IN_FOCUS = (
    ("new", "new", "Something new where the cursor is."),
    ("open", "open", "Go to it; ask about it; show what is veiled."),
    ("edit", "edit", "Change what the cursor is on."),
    ("choose", "tick, choose", "Tick what belongs; choose the focus."),
    ("tie", "tie", "Tie it to somebody, an event, a talk, a practice."),
    ("other", "other", "What else can be done; a letter follows."),
    ("earlier", "earlier", "The version before."),
    ("later", "later", "The version after."),
    ("form", "other form", "Two versions side by side; the page as it will be."),
    ("file", "to a file", "Write the page to a file you name."),
    ("remove", "remove", "Take it out of the record; u brings it back."),
)
_IN_WORKING = (
    ("new", "new", "A goal, or something to try, where the cursor is."),
    ("open", "open", "Go to it; ask about it; show what is veiled."),
    ("edit", "edit", "Change what you wrote."),
    ("choose", "how it went", "Say how it went: done, a part of it, not now."),
    ("rehearse", "rehearse", "Try out alone what you might say."),
    ("tie", "steps", "Say which things to try belong to a goal."),
    ("other", "other", "Reached, changed into another, left aside."),
    ("remove", "remove", "Take it out; u brings it back."),
)
"""What keys mean in the chapters of Focus, each of which says what is possible where one is."""
_ON_FOOT = frozenset(("new", "edit", "choose", "other", "form"))
COMMANDS: tuple[Command, ...] = (
    Command("app", "curtain", "curtain", "Hide the screen at once; again locks.", QUIET),
    Command("app", "go", "go", "Go to a place: one more letter says where.", QUIET),
    Command(
        "app",
        "",
        "for my next meeting",
        "What you'd like to bring.",
        QUIET,
        "next",
        "next_session",
        own_only=True,
    ),
    Command("app", "quit", "quit", "Save everything, close the vault and end.", QUIET),
    *(
        Command(
            "record",
            f"tab{tab.digit}",
            tab.title,
            tab.help,
            QUIET,
            tab.id,
            f"tab('{tab.id}')",
            None if tab.clients_only else tab.own_help,
            own_only=tab.own_only,
            own_title=tab.own_title,
        )
        for tab in TABS
    ),
    Command("record", "undo", "undo", "Take back the last change to this record.", QUIET),
    Command("record", "redo", "redo", "Bring back what was taken back.", QUIET),
    Command("record", "together", "together", "Hide others and what is sensitive.", QUIET),
    Command(
        "record",
        "concern",
        "concern",
        "Note that somebody may be in danger, or look at it.",
        QUIET,
        own=None,
        alone=True,
    ),
    Command("record", "search", "search", "Search everything you wrote."),
    Command("record", "help", "help", "What this screen is for, and its keys."),
    Command("record", "capture", "note", "Note a mood, an event, a line, wherever you are."),
    Command(
        "record", "palette", "commands", "Every command by name.", QUIET, "", "command_palette"
    ),
    Command(
        "record",
        "",
        "recovery sheet",
        "Letters that open this vault.",
        QUIET,
        "r",
        "recovery_sheet",
    ),
    Command(
        "record",
        "",
        "rehearse alone",
        "Try out what you might say.",
        QUIET,
        "rehearse",
        "rehearse_alone",
        own_only=True,
    ),
    Command(
        "record",
        "",
        "what is kept where",
        "And who could open it.",
        QUIET,
        "kept-where",
        "kept_where",
        own_only=True,
    ),
    Command(
        "record", "", "name of the window", "Not ipt-tui.", QUIET, "window-name", "window_name"
    ),
    Command("record", "", "about ipt-tui", "What it is, and is not.", QUIET, "about", "about"),
    *PALETTE_ONLY,
    Command("record", "", "import moods", "From Daylio or a CSV.", QUIET, "import", "import_moods"),
    Command(
        "today",
        "open",
        "prepare",
        "Prepare the next session, without a clock; else open this record.",
        own="Open what the line is about.",
        own_title="open",
    ),
    Command(
        "today",
        "start",
        "start",
        "Begin the next session of this client now.",
        own="How you are, one question at a time, for as long as you choose.",
    ),
    Command(
        "today",
        "other",
        "other",
        "Late, no show, cancelled, moved; by video, by phone.",
        own=None,
    ),
    Command(
        "today", "plan", "course", "Set up the course of sessions, change or end it.", own=None
    ),
    Command(
        "today",
        "plan",
        "next meeting",
        "A card for your next meeting: what you'd like to bring.",
        name="next",
        does="next_session",
        own_only=True,
    ),
    Command("today", "new", "new", "A client under a code; on the to-dos, one more.", own=None),
    Command(
        "today",
        "edit",
        "edit",
        "Change code, region, onset, mood scale; pause or end. The words of a to-do.",
        own="Change region, since when, mood scale.",
    ),
    FIRST_WEEK,
    Command("today", "choose", "done", "Tick the to-do.", own=None),
    Command("today", "remove", "remove", "Remove the to-do; u brings it back.", QUIET, own=None),
    Command("people", "new", "add people", "Name, who they are, how close: up to three digits."),
    Command("people", "edit", "ask", "Open the questions of the card."),
    Command("people", "open", "card", "Go to the card; show what is veiled.", QUIET),
    Command("people", "pane", "other pane", "To the card and back to the circle.", QUIET),
    Command("people", "view", "before · hoped", "The circle before, now, as hoped for."),
    Command("people", "form", "list", "The circle as a list, and back."),
    Command("people", "nearer", "nearer", "One step towards the centre, dated today."),
    Command("people", "farther", "farther", "One step outwards, dated today.", QUIET),
    Command("people", "earlier", "earlier", "The circle as it was at the snapshot before."),
    Command("people", "later", "later", "The snapshot after.", QUIET),
    Command("people", "choose", "compare from here", "The trail since the day on screen.", QUIET),
    Command("people", "tie", "tie", "Say how two of the people belong together.", QUIET),
    Command("people", "remove", "remove", "Take them out of the record; u undoes it.", QUIET),
    Command("timeline", "new", "note", "A mood or an event, in one line."),
    Command("timeline", "edit", "edit", "Change the entry under the cursor."),
    Command("timeline", "open", "open", "Show what is veiled; else the entry's questions.", QUIET),
    Command("timeline", "nearer", "nearer", "Less time on screen: life, course, month, week."),
    Command("timeline", "farther", "farther", "More time on screen.", QUIET),
    Command("timeline", "earlier", "earlier", "The days before.", QUIET),
    Command("timeline", "later", "later", "The days after.", QUIET),
    Command("timeline", "form", "list", "The picture as a list, and back."),
    Command("timeline", "tie", "tie", "Say that a mood and an event belong together."),
    Command("timeline", "choose", "keep", "Keep the tie that is offered; split; mark.", QUIET),
    Command("timeline", "apart", "not tied", "Leave the tie that is offered, for good.", QUIET),
    Command("timeline", "only", "only one", "Only what names the person in hand, and back."),
    Command("timeline", "remove", "remove", "Take the entry out of the record.", QUIET),
    Command("talks", "new", "new", "A talk on the list; a turn, a line, an option in one."),
    Command("talks", "open", "open", "Open the talk; what the cursor is on.", QUIET),
    Command("talks", "edit", "go on", "Go on where you left off."),
    Command("talks", "pane", "other pane", "To the talk and back to the list.", QUIET),
    Command("talks", "form", "questions", "The table as one question at a time, and back."),
    Command("talks", "nearer", "tone, body", "Show tone and body of each turn.", QUIET),
    Command("talks", "farther", "fold", "Fold tone and body away.", QUIET),
    Command("talks", "decide", "decide", "Weigh options, each with what speaks for it."),
    Command(
        "talks",
        "rehearse",
        "rehearse",
        "The script to rehearse, and its rounds.",
        own="Try out alone what you might say.",
    ),
    Command("talks", "view", "then · now", "This talk beside another with the same person."),
    Command("talks", "earlier", "earlier", "The talk before; side by side, another.", QUIET),
    Command("talks", "later", "later", "The talk after.", QUIET),
    Command("talks", "choose", "choose", "Choose an option; take up what a gap asks.", QUIET),
    Command("talks", "tie", "said aloud", "Say what this talk changed for an expectation.", QUIET),
    Command("talks", "only", "only one", "Only talks with the same person, and back.", QUIET),
    Command("talks", "turn_up", "turn up", "Move the turn one place up.", QUIET),
    Command("talks", "turn_down", "turn down", "Move the turn one place down.", QUIET),
    Command("talks", "remove", "remove", "Take out what the cursor is on; u undoes it.", QUIET),
    Command("talks", "back", "back", "From a form to the talk, from it to the list.", QUIET),
    Command(
        "sessions",
        "start",
        "begin, end",
        "Begin the session in hand; end the one that runs.",
        QUIET,
    ),
    Command("sessions", "new", "to do", "Something else to do in this session."),
    Command("sessions", "open", "open", "Take what waits; ask about what the cursor is on.", QUIET),
    Command("sessions", "edit", "edit", "Change what the cursor is on; a line in the note."),
    Command("sessions", "choose", "tick", "Tick what is done; take what waits."),
    Command("sessions", "tie", "tie", "Tie the mood or event that is open in the note."),
    Command("sessions", "apart", "leave", "Leave a line that waits as the text it is.", QUIET),
    Command("sessions", "remove", "remove", "Take out what the cursor is on; u undoes it.", QUIET),
    Command("sessions", "turn_up", "turn up", "Move what is to do one place up.", QUIET),
    Command("sessions", "turn_down", "turn down", "Move what is to do one place down.", QUIET),
    Command("sessions", "nearer", "minutes", "Show the minutes of the session.", QUIET),
    Command("sessions", "farther", "no minutes", "Hide the minutes; + shows them again.", QUIET),
    Command("sessions", "earlier", "earlier", "The session before."),
    Command("sessions", "later", "later", "The session after.", QUIET),
    Command(
        "sessions",
        "form",
        "filed note",
        "The note that is filed, as SOAP, DAP or BIRP, and back.",
        QUIET,
    ),
    Command("sessions", "copy", "copy", "Copy the progress note, section by section."),
    Command("sessions", "file", "to a file", "Write the progress note to a file you name.", QUIET),
    Command(
        "sessions",
        "pane",
        "other pane",
        "The note as it is read, what waits, what is to do.",
        QUIET,
    ),
    Command("sessions", "back", "back", "From a look to the note, from the note to the keys."),
    Command("measures", "new", "answer", "Answer this measure now; go on with one that was begun."),
    Command("measures", "paper", "from paper", "Key in a form on paper, a digit an item."),
    Command("measures", "open", "open", "Go on with what was begun; show what is veiled.", QUIET),
    Command("measures", "edit", "correct", "Correct the answers, the day or the note."),
    Command("measures", "form", "answers", "The scores as a picture; the answers one by one."),
    Command("measures", "earlier", "earlier", "The time before."),
    Command("measures", "later", "later", "The time after.", QUIET),
    Command("measures", "other", "how often", "How often it is asked for; hide its scores."),
    Command("measures", "remove", "remove", "Take it out of the record; u brings it back.", QUIET),
    Command("measures", "pane", "other pane", "To the scores and back to the list.", QUIET),
    Command("measures", "back", "back", "From the scores to the list.", QUIET),
    Command("guide", "open", "open", "Read the page; from it, go where it leads."),
    Command("guide", "pane", "other pane", "To the page and back to the list.", QUIET),
    Command("guide", "back", "back", "From the page to the list.", QUIET),
    *(
        Command("focus", verb, title, help_, verb in _ON_FOOT, does=f"do('{verb}')")
        for verb, title, help_ in _IN_FOCUS
    ),
    *(
        Command("working", verb, title, help_, verb in _ON_FOOT, does=f"do('{verb}')")
        for verb, title, help_ in _IN_WORKING
    ),
    Command("working", "pane", "other pane", "To what is in hand and back to the list.", QUIET),
    Command("working", "back", "back", "From what is in hand to the list.", QUIET),
    Command("focus", "pane", "other pane", "To what is in hand and back to the list.", QUIET),
    Command("focus", "back", "back", "From what is in hand to the list.", QUIET),
    *SCREEN_COMMANDS,
)


def find(name: str) -> Command:
    """Return the command with this id: "app.quit"."""
    return next(command for command in COMMANDS if command.id == name)


def bindings(scope: str) -> list[Binding]:
    """Return the Textual bindings of a scope; the priority ones always arrive."""
    made = []
    for command in COMMANDS:
        if command.scope == scope and command.verb:
            made.append(_binding(command))
            if typing := VERBS[command.verb].typing:
                made.append(Binding(typing, command.action, show=False, priority=True))
    return made


def _binding(command: Command) -> Binding:
    return Binding(
        VERBS[command.verb].keys,
        command.action,
        command.title,
        show=command.footer,
        key_display=command.shown,
        id=command.id,
        priority=command.always,
    )
