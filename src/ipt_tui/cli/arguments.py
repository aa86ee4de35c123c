"""The command line: what was asked for, read from the words after `ipt-tui`.

Nothing heavy is imported here, so help and version come at once. No text about a person is taken
from arguments, since shells keep them; a name or a code to look up is, and what an app calls moods.
"""

import argparse
import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NoReturn

from ipt_tui.cli.argument_types import code, mapping, number, path, text
from ipt_tui.ipt.text import clean

PROGRAM = "ipt-tui"
OPEN = "open"
"""The command when none was named."""
HELP_LINES, ABOUT, REVIEW = "help-lines", "about", "review"


class UsageError(Exception):
    """The words do not make sense; `str(error)` is one sentence and where to get help."""

    def __init__(self, sentence: str, command: str = "") -> None:
        """Take the sentence, and the command whose help would tell more."""
        asked = f"{PROGRAM} {command}".strip()
        super().__init__(f"{sentence} Help: {asked} --help")


@dataclass(frozen=True, slots=True)
class Arguments:
    """What was asked for. Options of other commands keep their defaults.

    `client` is a code. `on` and `since` are dates as typed. `help` and `version` go before
    everything else. `map` gives mood words numbers, see `ipt.imported.read_mapping`.
    """

    command: str = OPEN
    vault: Path | None = None
    client: str | None = None
    quiet: bool = False
    passphrase_file: Path | None = None
    help: bool = False
    version: bool = False
    after_lock: bool = False
    at: str | None = None
    mine: bool = False
    keep: Path | None = None
    audience: str = "clients"
    what: str = ""
    view: str = "now"
    on: str | None = None
    since: str | None = None
    person: str | None = None
    zoom: str = "month"
    split: str | None = None
    reveal: bool = False
    to: Path = Path()
    replace: bool = False
    with_place: bool = False
    number: int | None = None
    file: Path = Path()
    yes: bool = False
    may_be_read: bool = False
    kind: str = ""
    map: dict[str, int | None] = field(default_factory=dict)
    region: str | None = None
    plain: bool = False
    first_week: int | None = None


_SAID_BETTER = (
    (re.compile(r"^argument "), ""),
    (re.compile(r"^the following arguments are required: (.*)"), r"\1 is missing"),
    (re.compile(r"^unrecognized arguments: (.*)"), r"“\1” is not understood here"),
    (re.compile(r": expected one argument"), " needs a value after it"),
    (re.compile(r": invalid choice: (.*) \(choose from (.*)\)"), r": \1 is not one of \2"),
)
"""What argparse says, and how it is said here; whatever it words otherwise is left as it is."""


class _Parser(argparse.ArgumentParser):
    def __init__(self, command: str) -> None:
        name = "" if command == OPEN else command
        super().__init__(f"{PROGRAM} {name}".strip(), add_help=False, allow_abbrev=False)
        self.command = name

    def error(self, message: str) -> NoReturn:
        """Refuse with one sentence instead of a wall of usage."""
        said = " ".join(clean(message).split()).rstrip(".")
        for pattern, instead in _SAID_BETTER:
            said = pattern.sub(instead, said)
        raise UsageError(f"{said[:1].upper()}{said[1:]}.", self.command)


def parse(words: Sequence[str]) -> Arguments:
    """Return what the words after `ipt-tui` ask for.

    A first word that is not a command is a client's code.

    Raises UsageError with one sentence.
    """
    common, rest = _common().parse_known_args(list(words))
    command, rest = _command(rest)
    if common.help or common.version or rest == ["help"]:
        return Arguments(command=command, help=not common.version, version=common.version)
    given = vars(common) | {"command": command}
    own = {k: v for k, v in vars(_parser(command).parse_args(rest)).items() if v is not None}
    if command == OPEN and (code := own.pop("code", None)) is not None:
        _refuse_slip(code)
        if given["client"] not in (None, code):
            raise UsageError("Two clients were named; please name one.")
        own["client"] = code
    return Arguments(**(given | own))


def command_help(command: str) -> str:
    """Return the help of one command."""
    parser = _parser(command)
    return f"{parser.format_help()}\noptions of every command: {PROGRAM} --help"


def _common() -> _Parser:
    parser = _Parser(OPEN)
    parser.add_argument("--vault", type=path)
    parser.add_argument("--client", type=code)
    parser.add_argument("--passphrase-file", type=path)
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    return parser


def _command(rest: list[str]) -> tuple[str, list[str]]:
    if rest and rest[0] in COMMANDS:
        return rest[0], rest[1:]
    return OPEN, rest


def _parser(command: str) -> _Parser:
    parser = _Parser(command)
    (COMMANDS.get(command) or _open)(parser)
    return parser


def _open(parser: _Parser) -> None:
    parser.add_argument("code", nargs="?", type=code, metavar="CLIENT")
    parser.add_argument("--after-lock", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--at", choices=[HELP_LINES], help=argparse.SUPPRESS)


def _demo(parser: _Parser) -> None:
    parser.description = "Open a fictional course in a throw-away vault; nothing is asked."
    parser.add_argument("--mine", action="store_true", help="as the client's own vault")
    parser.add_argument(
        "--keep", type=path, metavar="PATH", help="make it a vault of its own, with a passphrase"
    )


def _new(parser: _Parser) -> None:
    parser.description = "Make a vault without the screen."
    parser.add_argument(
        "--for",
        dest="audience",
        choices=["clients", "me"],
        default="clients",
        help="for a practitioner's clients (usual), or for oneself",
    )


def _show(parser: _Parser) -> None:
    parser.description = "Show what the screens show, as plain lines."
    parser.add_argument(
        "what",
        choices=[
            "today",
            "brief",
            "session",
            "people",
            "timeline",
            "talks",
            "measures",
            "focus",
            "plan",
        ],
        metavar="WHAT",
        help="today: all of the day's briefs; brief: what there is before the next session; "
        "session: the last one; people: the circle, or one person's card; timeline: moods and "
        "events; talks: what was said and meant, and what recurs; measures: scores, "
        "and what is due; focus: what is worked on, and what speaks for it; plan: the safety "
        "plan",
    )
    parser.add_argument("--view", choices=["before", "now", "hoped"], default="now")
    parser.add_argument("--on", type=text, metavar="DATE", help="as it stood that day")
    parser.add_argument("--since", type=text, metavar="DATE", help="the day to compare now with")
    parser.add_argument(
        "--person",
        type=text,
        metavar="NAME",
        help="one person's card, what names them, or talks with them",
    )
    parser.add_argument("--zoom", choices=["week", "month", "course", "life"], default="month")
    parser.add_argument("--split", type=text, metavar="DATE", help="where one person's is split")
    parser.add_argument("--number", type=number, metavar="N", help="the session of that number")
    parser.add_argument("--reveal", action="store_true", help="with what is marked sensitive")


def _log(parser: _Parser) -> None:
    parser.description = (
        "Capture lines from a prompt or from standard input, as one undoable step: ~3 hurt, "
        "!rota changed @Sam on 8 oct. Never from arguments, since shells keep them."
    )


def _review(parser: _Parser) -> None:
    parser.description = "In your own vault: how you are, one question at a time."
    parser.add_argument("--plain", action="store_true", help="line by line, in any terminal")
    week = "an evening of the first week, line by line"
    parser.add_argument("--first-week", nargs="?", const=0, type=number, metavar="N", help=week)


def _export(parser: _Parser) -> None:
    parser.description = "Write everything, one client or one note to a file that is not encrypted."
    parser.add_argument(
        "what",
        choices=["json", "ics", "note", "own-notes", "plan", "ending", "next"],
        metavar="WHAT",
        help="json: all of it but own notes, to be imported again; ics: the sessions to come, for "
        "a calendar; note: a progress note, of the last session or of --number; own-notes: a "
        "practitioner's own notes, as text; plan: the safety plan, as text to print; ending: the "
        "client's own page of the ending, as .md, .html or .txt; next: in your own vault the card "
        "for your next meeting, as .txt or .md",
    )
    parser.add_argument("--to", type=path, required=True, metavar="FILE")
    parser.add_argument("--replace", action="store_true", help="write over a file that is there")
    parser.add_argument("--with-place", action="store_true", help="in a calendar, with the places")
    parser.add_argument("--number", type=number, metavar="N", help="the note of that session")
    parser.add_argument(
        "--reveal", action="store_true", help="a note or plan with what is sensitive"
    )
    parser.add_argument(
        "--may-be-read",
        action="store_true",
        help="in your own vault: write it without asking who at home could read it",
    )


def _import(parser: _Parser) -> None:
    parser.description = "Show what a file holds, then add what is new, as one undoable step."
    parser.add_argument("file", type=path, metavar="FILE", help="a record, or a CSV of moods")
    parser.add_argument(
        "--as",
        dest="kind",
        choices=["json", "csv", "daylio"],
        help="what it is, if not by its ending",
    )
    parser.add_argument(
        "--map",
        type=mapping,
        metavar="good=7,…",
        help="numbers for the mood words of a CSV; odd= leaves one out",
    )
    parser.add_argument("--yes", action="store_true", help="import without asking")


def _help_lines(parser: _Parser) -> None:
    parser.description = "Show the help lines page; no vault is needed."
    parser.add_argument("--region", type=text, help="such as UK or US")


def _described(description: str, parser: _Parser) -> None:
    parser.description = description


COMMANDS: dict[str, Callable[[_Parser], None]] = {
    "demo": _demo,
    "new": _new,
    "show": _show,
    "log": _log,
    REVIEW: _review,
    "export": _export,
    "import": _import,
    "where": partial(_described, "Say where the vault and its backups are."),
    "backup": partial(_described, "Make a backup now, and check it by opening it."),
    HELP_LINES: _help_lines,
    ABOUT: partial(_described, "Say what this program is, and what it is not."),
}


def _refuse_slip(code: str) -> None:
    """Refuse a code that looks like a slip in a command's name."""
    near = difflib.get_close_matches(code.lower(), COMMANDS, 1, cutoff=0.8)
    if near:
        meant = f"did you mean {near[0]}? (A client of that name: --client {code})"
        raise UsageError(f"There is no command “{code}”; {meant}.", near[0])
