"""The one registry of commands: bindings, footer, palette, help and the docs' key table.

A command's key comes from its verb, so no letter can mean two things; `keymap` refuses a
remapping that would make one.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Verb:
    """What a key means, everywhere. `keys` are Textual's names, the first one is shown."""

    keys: str
    shown: str
    meaning: str


VERBS: dict[str, Verb] = {
    "move": Verb("", "arrows hjkl", "move"),
    "open": Verb("enter", "enter", "open"),
    "back": Verb("escape,q", "esc", "back; never discards"),
    "pane": Verb("tab", "tab", "the other pane, the next field"),
    "new": Verb("n", "n", "new: what this screen holds"),
    "edit": Verb("e", "e", "edit"),
    "remove": Verb("x", "x", "remove; can be undone"),
    "undo": Verb("u", "u", "take back the last change"),
    "redo": Verb("U", "U", "bring it back"),
    "choose": Verb("space", "space", "tick, keep, choose"),
    "nearer": Verb("plus,equals_sign", "+", "nearer: ring on the circle"),
    "farther": Verb("minus", "-", "farther"),
    "earlier": Verb("comma", ",", "earlier: snapshot, version"),
    "later": Verb("full_stop", ".", "later"),
    "form": Verb("v", "v", "the other form: circle or list"),
    "view": Verb("b", "b", "before, now, hoped for"),
    "tie": Verb("t", "t", "tie two together"),
    "together": Verb("w", "w", "looking together"),
    "go": Verb("g,ctrl+g", "g", "go to a place: a letter follows"),
    "search": Verb("slash", "/", "search everything"),
    "help": Verb("question_mark,f1", "?", "help for this screen"),
    "palette": Verb("colon,ctrl+p", ":", "every command by name"),
    "curtain": Verb("ctrl+l", "ctrl+l", "curtain; once more locks"),
    "quit": Verb("ctrl+q", "ctrl+q", "save, close and end"),
    "tab1": Verb("1", "1", "the first tab"),
    "tab2": Verb("2", "2", "the second tab"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a screen can do.

    `scope` is the class that owns the binding: "app", "record", or the id of an area or screen.
    `action` is the name of its `action_…` method.
    """

    id: str
    verb: str
    title: str
    help: str
    action: str
    footer: bool = True

    @property
    def scope(self) -> str:
        """Where the command lives: the first part of its id."""
        return self.id.partition(".")[0]

    @property
    def shown(self) -> str:
        """The key as people read it."""
        return VERBS[self.verb].shown


COMMANDS: tuple[Command, ...] = (
    Command(
        "app.curtain",
        "curtain",
        "curtain",
        "Hide the screen at once; again locks.",
        "curtain",
        False,
    ),
    Command("app.go", "go", "go", "Go to a place: one more letter says where.", "go", False),
    Command("app.quit", "quit", "quit", "Save everything, close the vault and end.", "quit", False),
    Command("record.today", "tab1", "Today", "The first tab.", "tab('today')", False),
    Command(
        "record.people", "tab2", "People", "The inventory and the circle.", "tab('people')", False
    ),
    Command(
        "record.undo", "undo", "undo", "Take back the last change to this record.", "undo", False
    ),
    Command("record.redo", "redo", "redo", "Bring back what was taken back.", "redo", False),
    Command(
        "record.together",
        "together",
        "together",
        "Looking together: hides other clients and what is sensitive, and speaks to the client.",
        "together",
        False,
    ),
    Command("record.search", "search", "search", "Search everything you wrote.", "search"),
    Command("record.help", "help", "help", "What this screen is for, and its keys.", "help"),
    Command(
        "record.palette",
        "palette",
        "commands",
        "Every command by its name.",
        "command_palette",
        False,
    ),
    Command("today.new", "new", "new client", "Add a client under a code.", "new"),
    Command("today.edit", "edit", "edit", "Change code, region, onset; pause or end.", "edit"),
    Command("today.open", "open", "open", "Open this record.", "open"),
    Command(
        "people.new",
        "new",
        "add people",
        "A line that stays open: name, who they are, up to three rings.",
        "new",
    ),
    Command("people.edit", "edit", "ask", "Open the questions of the card.", "edit"),
    Command("people.open", "open", "card", "Go to the card; show what is veiled.", "open", False),
    Command(
        "people.nearer", "nearer", "nearer", "One ring towards the centre, dated today.", "nearer"
    ),
    Command(
        "people.farther", "farther", "farther", "One ring outwards, dated today.", "farther", False
    ),
    Command(
        "people.view",
        "view",
        "before · now · hoped",
        "The circle before, now, and as hoped for.",
        "view",
    ),
    Command(
        "people.earlier",
        "earlier",
        "earlier",
        "The circle as it was at the snapshot before.",
        "earlier",
    ),
    Command("people.later", "later", "later", "The snapshot after.", "later", False),
    Command(
        "people.choose",
        "choose",
        "compare from here",
        "Show the trail since the snapshot on screen.",
        "choose",
        False,
    ),
    Command("people.form", "form", "list", "The circle as a list, and back.", "form"),
    Command("people.tie", "tie", "tie", "Say how two of the people belong together.", "tie", False),
    Command(
        "people.remove",
        "remove",
        "remove",
        "Take the person out of the record; u brings them back.",
        "remove",
        False,
    ),
    Command("help-lines.back", "back", "back", "Back to where you were.", "back"),
    Command("help-lines.earlier", "earlier", "another region", "The region before.", "earlier"),
    Command("help-lines.later", "later", "another region", "The next region.", "later", False),
    Command(
        "people.pane", "pane", "other pane", "To the card and back to the circle.", "pane", False
    ),
)


@dataclass(frozen=True, slots=True)
class Target:
    """A place one can go to with `g` and a letter; `action` is an action of the app."""

    letter: str
    title: str
    action: str
    unlocked: bool = True


GO: tuple[Target, ...] = (
    Target("p", "people", "go_to('people')"),
    Target("d", "today", "go_to('today')"),
    Target("u", "history", "history"),
    Target("h", "help lines", "help_lines", unlocked=False),
)


def bindings(scope: str) -> list[Binding]:
    """Return the Textual bindings of a scope; the priority ones always arrive."""
    return [
        Binding(
            VERBS[command.verb].keys,
            command.action,
            command.title,
            show=command.footer,
            key_display=command.shown,
            id=command.id,
            priority=scope == "app" and command.verb in ("curtain", "quit"),
        )
        for command in COMMANDS
        if command.scope == scope
    ]


def keymap(chosen: dict[str, str]) -> tuple[dict[str, str], str | None]:
    """Return the remapping that can be had, and one sentence about the first that cannot.

    `chosen` gives command ids their keys. A key that another verb has is refused, and so is an
    id nobody knows: those commands keep their keys.
    """
    by_id = {command.id: command for command in COMMANDS}
    taken = {key: name for name, verb in VERBS.items() for key in verb.keys.split(",") if key}
    kept: dict[str, str] = {}
    problem = None
    for name, keys in chosen.items():
        if name not in by_id:
            problem = problem or f"There is no command “{name[:40]}” to give a key to."
            continue
        verb = by_id[name].verb
        clash = next((k for k in keys.split(",") if taken.get(k, verb) != verb), None)
        if clash:
            meaning = VERBS[taken[clash]].meaning
            problem = (
                problem or f"The key {clash} means “{meaning}” already, so {name} keeps its own."
            )
            continue
        kept[name] = keys
        taken |= dict.fromkeys(keys.split(","), verb)
    return kept, problem
