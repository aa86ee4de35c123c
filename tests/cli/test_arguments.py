"""The words after `ipt-tui`: what they ask for, and one sentence where they make no sense."""

import argparse
from pathlib import Path
from typing import Any

import pytest

from ipt_tui.cli import argument_types, arguments
from ipt_tui.cli.arguments import COMMANDS, OPEN, Arguments, UsageError, command_help, parse


def asked(words: str) -> dict[str, Any]:
    """What was asked for beyond what is usual."""
    found, usual = parse(words.split()), Arguments()
    names = Arguments.__dataclass_fields__
    return {n: getattr(found, n) for n in names if getattr(found, n) != getattr(usual, n)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", {}),
        ("K7", {"client": "K7"}),
        ("--client K7", {"client": "K7"}),
        ("K7 --client K7", {"client": "K7"}),
        ("--vault a.ipt K7", {"client": "K7", "vault": Path("a.ipt")}),
        ("K7 --vault=a.ipt --quiet", {"client": "K7", "vault": Path("a.ipt"), "quiet": True}),
        ("demo", {"command": "demo"}),
        ("demo --mine --keep x.ipt", {"command": "demo", "mine": True, "keep": Path("x.ipt")}),
        ("new", {"command": "new"}),
        ("new --for me", {"command": "new", "audience": "me"}),
        ("show people", {"command": "show", "what": "people"}),
        ("show people --client K7", {"command": "show", "what": "people", "client": "K7"}),
        ("--client K7 show people", {"command": "show", "what": "people", "client": "K7"}),
        (
            "show people --view before --on may --person Sam --reveal",
            {
                "command": "show",
                "what": "people",
                "view": "before",
                "on": "may",
                "person": "Sam",
                "reveal": True,
            },
        ),
        ("show --since may people", {"command": "show", "what": "people", "since": "may"}),
        ("show talks --person Sam", {"command": "show", "what": "talks", "person": "Sam"}),
        ("show session --number 7", {"command": "show", "what": "session", "number": 7}),
        (
            "export ics --to a --with-place",
            {"command": "export", "what": "ics", "to": Path("a"), "with_place": True},
        ),
        ("export json --to a", {"command": "export", "what": "json", "to": Path("a")}),
        (
            "--passphrase-file p export json --to a --replace",
            {
                "command": "export",
                "what": "json",
                "to": Path("a"),
                "replace": True,
                "passphrase_file": Path("p"),
            },
        ),
        ("import a.json --yes", {"command": "import", "file": Path("a.json"), "yes": True}),
        ("import a --as csv", {"command": "import", "file": Path("a"), "kind": "csv"}),
        (
            "import a --map Né=7,b=-1",
            {"command": "import", "file": Path("a"), "map": {"ne": 7, "b": -1}},
        ),
        ("where", {"command": "where"}),
        ("backup", {"command": "backup"}),
        ("help-lines --region UK", {"command": "help-lines", "region": "UK"}),
        ("--after-lock --at help-lines", {"after_lock": True, "at": "help-lines"}),
        ("K7 --after-lock", {"client": "K7", "after_lock": True}),
        ("--help", {"help": True}),
        ("help", {"help": True}),
        ("show -h", {"command": "show", "help": True}),
        ("-h show", {"command": "show", "help": True}),
        ("import --help --bogus", {"command": "import", "help": True}),
        ("--version", {"version": True}),
        ("show people --version", {"command": "show", "version": True}),
    ],
)  # fmt: skip
def test_what_is_asked_for(words: str, expected: dict[str, Any]) -> None:
    assert asked(words) == expected


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("show", "WHAT is missing. Help: ipt-tui show --help"),
        ("export json", "--to is missing. Help: ipt-tui export --help"),
        ("import", "FILE is missing. Help: ipt-tui import --help"),
        ("K7 rang today", "“rang today” is not understood here. Help: ipt-tui --help"),
        ("--bogus", "“--bogus” is not understood here. Help: ipt-tui --help"),
        ("where K7", "“K7” is not understood here. Help: ipt-tui where --help"),
        ("show people --vie now", "“--vie now” is not understood here. Help: ipt-tui show --help"),
        ("show people --since", "--since needs a value after it. Help: ipt-tui show --help"),
        (
            "show session --number ²",
            "--number: this is no whole number. Help: ipt-tui show --help",
        ),
        ("--vault", "--vault needs a value after it. Help: ipt-tui --help"),
        ("K7 --client M2", "Two clients were named; please name one. Help: ipt-tui --help"),
        (
            "wher",
            "There is no command “wher”; did you mean where? (A client of that name: "
            "--client wher). Help: ipt-tui where --help",
        ),
        (
            "--vault ~nobody-at-all/x where",
            "--vault: there is no such home folder. Help: ipt-tui --help",
        ),
    ],
)  # fmt: skip
def test_what_makes_no_sense(words: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(words.split())
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    "words",
    [
        ["show", "people", "--view", "soon"],
        ["new", "--for", "you"],
        ["show", "moods"],
        ["--at", "x"],
    ],
)
def test_choices_are_named(words: list[str]) -> None:
    with pytest.raises(
        UsageError, match=r"^[^\n]* is not one of [^\n]*\. Help: ipt-tui [^\n]*--help$"
    ):
        parse(words)


def test_an_empty_value_is_none() -> None:
    for words in (["--vault", " "], ["--client", ""], ["show", "people", "--on", ""], [""]):
        with pytest.raises(UsageError, match="this is empty"):
            parse(words)


def test_a_sentence_cannot_steer_the_terminal() -> None:
    with pytest.raises(UsageError) as caught:
        parse(["K7", "\x1b[31m\nx"])
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_client_with_the_name_of_a_command_can_be_named() -> None:
    assert parse(["--client", "demo"]) == Arguments(client="demo")
    assert parse(["K7\x1b"]).client == "K7"


def test_no_text_about_a_person_is_taken_from_arguments() -> None:
    """Free words are a code, a name, a date, a region to look up; and the mood words of an app."""
    free, closed = set(), (argument_types.path, argument_types.number)
    for command in (OPEN, *COMMANDS):
        for action in arguments._parser(command)._actions:
            switch = isinstance(action, argparse._StoreTrueAction)
            if not switch and action.choices is None and action.type not in closed:
                free.add(action.dest)
    assert free == {"code", "on", "since", "split", "person", "region", "map"}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_its_help(command: str) -> None:
    text = command_help(command)
    assert text.startswith(f"usage: ipt-tui {command}")
    assert "--after-lock" not in text
    assert max(map(len, text.splitlines())) <= 80
