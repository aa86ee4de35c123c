"""`log` and `show timeline`: lines in, lines out, nothing about a person from arguments."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from unittest import mock

import pytest

from ipt_tui.vault import timed, transfer, undo
from ipt_tui.vault.timeline import Asked
from ipt_tui.vault.timeline import timeline as read
from tests.cli.prompt import Done, Place, k7, opened
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LINES = """!conflict: argued about the weekend @Sam ~3 resentful on 21 nov
~6 22 nov evening calm
>ask Sam for Tuesdays
-- her sister
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return k7(tmp_path / "home")


def log(place: Place, text: str | bytes, *words: str, env: Mapping[str, str] | None = None) -> Done:
    """Pipe lines into the command."""
    raw = text.encode() if isinstance(text, str) else text
    with mock.patch("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8")):
        return place.call("log", *words, env=env)


def test_lines_become_entries_as_one_step(place: Place) -> None:
    before = _dump(place)
    done = log(place, LINES)
    assert (done.code, done.err) == (0, "")
    assert "event “argued about the weekend” (conflict) + mood 3 of 10" in done.out
    assert "for this hour only: not kept" in done.out
    assert done.out.endswith("2 moods, 1 event and 1 line noted.\n")
    shown = place.call("show", "timeline").out
    assert "Sat 21 Nov: event: argued about the weekend · resentful · Sam" in shown
    assert "note: >ask Sam for Tuesdays" in shown
    assert "sister" not in shown
    vault = opened(place)
    client = vault.read(transfer.dump)["client"][0]["uid"]
    step = "SELECT max(id) FROM step"
    vault.write(undo.undo_step, vault._scalar(step))
    vault.close()
    assert client
    assert _dump(place) == before


def _dump(place: Place) -> transfer.Data:
    vault = opened(place)
    found = vault.read(transfer.dump)
    vault.close()
    return found


def test_a_talk_and_its_turns(place: Place) -> None:
    lines = "!talk @Sam kitchen ~3 hurt on 21 nov\nme: Do what you want.\nsam: Fine, I will.\n~5\n"
    done = log(place, lines)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "talk with Sam: kitchen + mood 3 of 10 (1 worst – 10 best) · hurt · Sat 21 Nov",
        "me: Do what you want.",
        "Sam: Fine, I will.",
        "mood 5 of 10 (1 worst – 10 best) · now",
        "1 talk with 2 turns and 2 moods noted.",
    ]
    held = _dump(place)
    event = next(row for row in held["event"] if row["title"] == "kitchen")
    talk = next(row for row in held["talk"] if row["event"] == event["uid"])
    assert event["happened"] == "2026-11-21"
    said = [(t["speaker"], t["said"]) for t in held["turn"] if t["talk"] == talk["uid"]]
    assert said == [("me", "Do what you want."), ("them", "Fine, I will.")]


def test_quiet_is_quiet(place: Place) -> None:
    assert log(place, "~4", "--quiet") == Done(0, "", "")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There was nothing to note."),
        ("\n \n", "There was nothing to note."),
        (b"\xff\xfe~3", "The lines are not UTF-8 text, so nothing was noted."),
        ("late @M", "@M could be several people; type a little more of the name."),
    ],
)
def test_what_cannot_be_noted_is_one_sentence(
    place: Place, text: str | bytes, sentence: str
) -> None:
    before = _dump(place)
    done = log(place, text)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"{sentence}\n"
    assert _dump(place) == before


def test_too_much_is_refused(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ipt_tui.cli.log.LONGEST", 10)
    assert "too much to note at once" in log(place, "x" * 11).err


def test_at_a_terminal_it_asks_and_ends_with_an_empty_line(place: Place) -> None:
    done = place.type(
        "log",
        "--passphrase-file",
        str(place.passphrase),
        answers=[("Lines to note", "~4 tired\n\n")],
    )
    assert done.code == 0
    assert "1 mood noted." in done.out


def test_the_timeline_in_lines(place: Place) -> None:
    lines = place.call("show", "timeline", "--zoom", "month").out.splitlines()
    assert lines[:2] == ["K7, month, 20 Oct – 23 Nov", "Mood: 1 worst – 10 best"]
    assert "Mon 9 Nov, morning: mood 5" in lines
    assert any(line.startswith("Mon 9 Nov, evening: event: kitchen") for line in lines)
    assert "2 moods on 1 of 35 days" in lines[-1]


def test_a_life_and_one_person(place: Place) -> None:
    assert (
        "april 2019: event: Dad died · Dad" in place.call("show", "timeline", "--zoom", "life").out
    )
    told = place.call("show", "timeline", "--person", "sam", "--split", "9 nov").out
    assert "K7, month, 20 Oct – 23 Nov, only Sam" in told
    assert "Sam is named in 3 entries" in told
    assert "Since 9 Nov: 5 → 2 on 9 Nov (1 had no mood near enough)." in told


def test_a_person_nobody_knows_and_a_date_that_is_none(place: Place) -> None:
    unknown = place.call("show", "timeline", "--person", "Zed")
    assert (unknown.code, unknown.err) == (1, "Nobody called Zed is on this circle.\n")
    assert place.call("show", "timeline", "--on", "blursday").code == 2
    assert place.call("show", "timeline", "--zoom", "year").code == 2


def test_the_sensitive_is_veiled_until_it_is_asked_for(place: Place) -> None:
    vault = opened(place)
    client = vault.read(transfer.dump)["client"][0]["uid"]
    shown = vault.read(read, client, Asked(NOW.date()))
    kitchen = next(e for e in shown.events if "kitchen" in e.title)
    vault.write(timed.change, "event", kitchen.uid, None, sensitive=True)
    vault.close()
    assert "kitchen" not in place.call("show", "timeline").out
    assert "a sensitive entry" in place.call("show", "timeline").out
    assert "kitchen" in place.call("show", "timeline", "--reveal").out


def test_in_ones_own_vault_one_is_spoken_to(tmp_path: Path) -> None:
    own = k7(tmp_path / "own", "me")
    told = own.call("show", "timeline").out
    assert told.startswith("Your month, ")
    assert "You noted how you were" in told
    assert "K7" not in told


@pytest.mark.parametrize(("starts", "day"), [("04:00", "Mon 23 Nov"), ("09:00", "night to 23 Nov")])
def test_a_morning_belongs_to_the_day_that_the_settings_say(
    place: Place, starts: str, day: str
) -> None:
    (place.folder / "config.toml").write_text(f'day_starts_at = "{starts}"\n')
    early = {"IPT_TUI_NOW": "2026-11-23T08:00"}
    assert log(place, "~3 tired\n", env=early).code == 0
    told = place.call("show", "timeline", env=early).out
    assert next(line for line in told.splitlines() if "tired" in line).startswith(day)
