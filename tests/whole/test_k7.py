"""Case K7 keyed in through the program: everything is there, and the demo is made of it.

Its sessions are keyed in by `test_k7_sessions.py`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.content import load
from ipt_tui.ipt.passphrase import prepare
from ipt_tui.vault.place import salt_of
from tests import warm
from tests.cli.prompt import Place
from tests.whole import k7, k7_sessions
from tests.whole.record import comparable

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.timeout(400), pytest.mark.first]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("k7")
    k7.key_in(folder)
    warm.derived(prepare(k7.PASSPHRASE), salt_of(folder / "record.ipt"))
    (folder / "passphrase").write_text(k7.PASSPHRASE + "\n")
    return folder


def ipt_tui(home: Path, *words: str) -> str:
    """Run a command on the vault that was keyed in; return what it prints."""
    done = Place(home).run(*words, "--passphrase-file", str(home / "passphrase"))
    assert done.code == 0, done.err
    return done.out


def test_show_people_tells_the_difference_in_words(home: Path) -> None:
    first = ipt_tui(home, "show", "people", "--client", "K7", "--on", "2026-10-13")
    later = ipt_tui(home, "show", "people", "--client", "K7", "--on", "2026-11-17")
    assert "9 people, 2 in the closest ring." in first
    assert "nearer" not in first
    assert "wider circle: Jo, colleague" in first
    assert "Since 13 Oct: Lena and Jo nearer. No one was taken off the circle." in later
    assert "close: Jo, colleague, supportive, from wider circle" in later or "Jo" in later


def test_what_was_said_is_dated(home: Path) -> None:
    before = ipt_tui(home, "show", "people", "--person", "Sam", "--on", "2026-11-10")
    after = ipt_tui(home, "show", "people", "--person", "Sam")
    assert "evenings together when I am off. Not said aloud" in before
    assert "evenings together when I am off. Said aloud on 12 Nov, partly met since" in after
    assert "that he'd know February is hard. Said aloud on 21 Nov, met since 21 Nov" in after


def test_the_talks_are_told_as_plain_lines(home: Path) -> None:
    told = ipt_tui(home, "show", "talks", "--client", "K7")
    assert "K7: “Do what you want.” (meant: please ask me; felt: hurt 7)" in told
    assert "ask for a set evening (3 options looked at)" in told
    assert "2 rounds, sure 4 → 7, 10 Nov" in told
    assert "12 Nov, part: Tuesdays yes, flat not yet" in told
    assert "she asked twice if I was happy. I said yes." in told
    only = ipt_tui(home, "show", "talks", "--client", "K7", "--person", "Mr Ito")
    assert "Put it in writing." in only
    assert "kitchen" not in only


def test_nothing_typed_stands_readable_on_the_disk(home: Path) -> None:
    for path in home.rglob("*"):
        if path.is_file() and path.name not in ("passphrase", "k7.json"):
            assert b"logistics" not in path.read_bytes()


def test_the_demo_is_what_was_keyed_in_but_for_its_sessions(home: Path) -> None:
    target = home / "k7.json"
    ipt_tui(home, "export", "json", "--client", "K7", "--to", str(target))
    before = load("demo/k7.json") | {table: [] for table in k7_sessions.MADE}
    assert comparable(json.loads(target.read_text())) == comparable(before)
