"""One registry of commands: no key means two things, and every command does something."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from textual.message_pump import MessagePump

from ipt_tui.exchange.config import Config
from ipt_tui.tui.app import IptApp
from ipt_tui.tui.areas.focus.area import FocusArea
from ipt_tui.tui.areas.guide.area import GuideArea
from ipt_tui.tui.areas.measures.area import MeasuresArea
from ipt_tui.tui.areas.people.area import PeopleArea
from ipt_tui.tui.areas.people.circle_pane import CirclePane
from ipt_tui.tui.areas.sessions.area import SessionsArea
from ipt_tui.tui.areas.talks.area import TalksArea
from ipt_tui.tui.areas.timeline.area import TimelineArea
from ipt_tui.tui.areas.today.area import TodayArea
from ipt_tui.tui.areas.working.area import WorkingArea
from ipt_tui.tui.commands import COMMANDS, GO, VERBS, Command
from ipt_tui.tui.keymap import keymap
from ipt_tui.tui.screens.about import AboutScreen
from ipt_tui.tui.screens.answering.screen import AnsweringScreen
from ipt_tui.tui.screens.concern.screen import ConcernScreen
from ipt_tui.tui.screens.ending.screen import EndingScreen
from ipt_tui.tui.screens.halfway.screen import HalfwayScreen
from ipt_tui.tui.screens.help_lines import HelpLinesScreen
from ipt_tui.tui.screens.history import HistoryScreen
from ipt_tui.tui.screens.kept_where import KeptWhereScreen
from ipt_tui.tui.screens.next.screen import NextScreen
from ipt_tui.tui.screens.own.screen import OwnNotesScreen
from ipt_tui.tui.screens.record import RecordScreen
from ipt_tui.tui.screens.review.fit_screen import FitScreen
from ipt_tui.tui.screens.review.screen import ReviewScreen
from ipt_tui.tui.screens.review.week_screen import WeekScreen
from tests.tui.running import filled, press, running, screen_text, settle

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

OWNERS = {
    "app": IptApp,
    "record": RecordScreen,
    "today": TodayArea,
    "people": PeopleArea,
    "timeline": TimelineArea,
    "talks": TalksArea,
    "sessions": SessionsArea,
    "measures": MeasuresArea,
    "focus": FocusArea,
    "guide": GuideArea,
    "working": WorkingArea,
    "halfway": HalfwayScreen,
    "review": ReviewScreen,
    "first-week": WeekScreen,
    "fit": FitScreen,
    "next": NextScreen,
    "answering": AnsweringScreen,
    "help-lines": HelpLinesScreen,
    "history": HistoryScreen,
    "own-notes": OwnNotesScreen,
    "concern": ConcernScreen,
    "ending": EndingScreen,
    "about": AboutScreen,
    "kept-where": KeptWhereScreen,
}


def test_no_key_means_two_things() -> None:
    keys = [key for verb in VERBS.values() for key in verb.keys.split(",") if key]
    assert sorted(keys) == sorted(set(keys))


def test_the_letters_after_g_are_unique() -> None:
    letters = [target.letter for target in GO]
    assert sorted(letters) == sorted(set(letters))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_its_action(command: Command) -> None:
    action = command.action.partition("(")[0]
    assert hasattr(OWNERS[command.scope], f"action_{action}")


def test_a_clash_is_refused_with_a_sentence() -> None:
    kept, problem = keymap({"people.nearer": "x", "people.form": "m", "no.such": "k"})
    assert kept == {"people.form": "m"}
    assert problem is not None
    assert "x means “remove" in problem


def test_a_command_of_the_palette_only_cannot_have_a_key() -> None:
    kept, problem = keymap({"record.import": "z"})
    assert kept == {}
    assert problem == (
        "record.import stands in the list of commands only, so it cannot have a key."
    )


async def test_a_remapped_key_works_and_the_old_one_does_not(vault: Vault, clock: Clock) -> None:
    filled(vault)
    config = Config(keys={"people.form": "m"})
    async with running(vault, clock, config=config) as pilot:
        await press(pilot, "2", "v")
        area = pilot.app.screen.query_one(CirclePane)
        assert not area.as_list
        await press(pilot, "m")
        assert area.as_list


ON_PEOPLE = {
    "people.new": "name, who",
    "people.edit": "Who is Sam to K7?",
    "people.view": "HOPED FOR",
    "people.form": "closest",
    "people.tie": "Sam and who?",
    "people.remove": "3 people",
    "people.farther": "1 in the closest ring",
    "record.today": "Clients",
    "record.together": "looking together",
    "record.search": "search everything you wrote",
    "record.help": "drawn by felt closeness",
    "record.palette": "Search",
    "app.go": "help lines",
    "app.curtain": "Mo Tu We Th Fr Sa Su",
}


@pytest.mark.parametrize("name", ON_PEOPLE)
async def test_a_key_on_people_does_what_it_says(name: str, vault: Vault, clock: Clock) -> None:
    filled(vault)
    command = next(command for command in COMMANDS if command.id == name)
    key = VERBS[command.verb].keys.split(",")[0]
    async with running(vault, clock) as pilot:
        await press(pilot, "2")
        before = screen_text(pilot)
        await press(pilot, key)
        await settle(pilot)
        assert ON_PEOPLE[name] in screen_text(pilot)
        assert screen_text(pilot) != before


def test_no_method_is_taken_for_a_key() -> None:
    """Textual calls `key_at` for "@": a method that is called so by chance ends the program."""
    known = [MessagePump]
    for kind in known:
        known += [sub for sub in kind.__subclasses__() if sub not in known]
    ours = [kind for kind in known if kind.__module__.startswith("ipt_tui.")]
    assert len(ours) > 30
    assert not [(k.__name__, name) for k in ours for name in vars(k) if name.startswith("key_")]


@pytest.mark.parametrize("tab", ["1", "2", "3", "4", "5", "6"])
async def test_no_letter_or_sign_breaks_anything(tab: str, vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        for sign in string.punctuation + string.ascii_letters:
            await press(pilot, "escape", "escape", tab, sign)
        assert pilot.app.is_running
