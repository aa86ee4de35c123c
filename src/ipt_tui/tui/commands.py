"""The one registry of commands: bindings, footer, palette, help and the docs' key table.

A command's key comes from its verb, so no letter can mean two things; `tui/keymap.py` refuses a
remapping that would make one.
"""

from __future__ import annotations

from textual.binding import Binding

from ipt_tui.tui.area_commands import AREA_COMMANDS
from ipt_tui.tui.command import Command
from ipt_tui.tui.screen_commands import PALETTE_ONLY, QUIET, SCREEN_COMMANDS
from ipt_tui.tui.tabs import TABS
from ipt_tui.tui.verbs import GO, VERBS, Target

__all__ = ["COMMANDS", "GO", "VERBS", "Command", "Target", "bindings", "find"]
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
    *AREA_COMMANDS,
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
