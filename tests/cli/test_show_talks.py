"""`show talks`: every talk turn by turn, veiled, and nothing that steers a terminal."""

from datetime import date, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.moments import Known, Moment, moment, on_day
from ipt_tui.vault import (
    clients,
    expectations,
    people,
    settings,
    talk_parts,
    talking,
    timed,
    transfer,
    turns,
    unlock,
)
from ipt_tui.vault.dating import on_one_day
from ipt_tui.vault.steps import describe
from tests.cli.prompt import _QUICK, PASSPHRASE, Done, Place, empty, k7, opened
from tests.cli.test_show import ESCAPES
from tests.vault.talked import begin_with

SENSITIVE = "the one we lost"
BEGAN = date(2026, 10, 13)


def evening(day: int) -> Moment:
    return moment(datetime(2026, 11, day, 20).astimezone(), Known.PART)


def made(folder: Path, audience: str = "clients") -> Place:
    """A record with a talk with Sam, looked at, and one with somebody sensitive that was tried."""
    place = empty(folder)
    with _QUICK:
        vault = unlock.create(place.vault, PASSPHRASE)
    vault.keep(settings.put, settings.AUDIENCE, audience)
    client = vault.write(clients.add, "K7")
    sam = vault.write(people.add, client, PersonLine("Sam", "partner"), BEGAN)
    vault.write(people.add, client, PersonLine("Jo", "colleague"), BEGAN)
    lost = vault.write(people.add, client, PersonLine(SENSITIVE, "lost pregnancy"), BEGAN)
    vault.write(people.tell, lost, None, sensitive=True)
    wish = vault.write(expectations.add, sam, "that he asks me")
    vault.write(expectations.note, wish, BEGAN, said=True)

    def talks(session: Session) -> None:
        talk = begin_with(session, sam, **on_one_day(evening(9)))
        said = [("them", "The landlord wants an answer."), ("me", "Do what you want.")]
        last = turns.add(session, talk, said)
        turns.tell(session, last, None, meant="please ask me", felt="hurt", strength=7)
        told = {"about": "the flat", "hoped": "that he asks", "result": "nothing"}
        talking.tell(session, talk, None, **told)
        talk_parts.mark_all(session, talk, ["silence"])
        talk_parts.add(session, "alternative", talk, last, line="I want us to decide together.")
        talk = begin_with(session, lost, **on_one_day(evening(20)))
        turns.add(session, talk, [("me", "I counted the weeks.")])
        talk_parts.attempt(session, talk, on_day(date(2026, 11, 21)), "lit a candle", done="yes")

    vault.write(talks)
    vault.close()
    return place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return made(tmp_path / "home")


def test_talks_in_lines(place: Place) -> None:
    done = place.run("show", "talks", "--passphrase-file", str(place.passphrase))
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "K7, talks",
        "",
        "Fri 20 Nov: a sensitive talk",
        "",
        "Mon 9 Nov, evening, the flat · K7 with Sam · looked at",
        "Sam: “The landlord wants an answer.”",
        "K7: “Do what you want.” (meant: please ask me; felt: hurt 7)",
        "Hoped for: that he asks",
        "Came of it: nothing",
        "In the way: went quiet",
        "Could say: “I want us to decide together.” (instead of “Do what you want.”)",
        "",
        "1 talk: 9 Nov (the flat); 1 looked at.",
        "In the way: went quiet (9 Nov).",
        "1 of 1 wish has been said aloud.",
        "1 more is sensitive and not counted.",
    ]


def test_in_ones_own_vault_the_words_are_ones_own(tmp_path: Path) -> None:
    told = made(tmp_path / "own", "me").call("show", "talks").out
    assert told.startswith("Your talks\n\n")
    assert "the flat · you with Sam · looked at" in told
    assert "me: “Do what you want.” (meant" in told
    assert "K7" not in told


def test_the_demo_case_can_be_shown(tmp_path: Path) -> None:
    done = k7(tmp_path / "k7").call("show", "talks")
    assert (done.code, done.err) == (0, "")


def test_talks_with_one_person(place: Place) -> None:
    told = place.call("show", "talks", "--person", "sa").out
    assert told.startswith("K7, talks with Sam\n\nMon 9 Nov, evening, the flat · K7 with Sam")
    assert "1 talk with Sam: 9 Nov (the flat); 1 looked at." in told
    assert "sensitive" not in told
    none = place.call("show", "talks", "--person", "Jo").out
    assert none == "K7, talks with Jo\n\nNo talk is noted here.\n"
    done = place.call("show", "talks", "--person", "Eve")
    assert done == Done(1, "", "Nobody called Eve is on this circle.\n")


def test_the_sensitive_is_veiled_until_it_is_asked_for(place: Place) -> None:
    for words in ([], ["--person", "Sam"], ["--person", "Jo"]):
        told = place.call("show", "talks", *words).out
        assert told.startswith("K7, talks")
        for secret in (SENSITIVE, "weeks", "candle"):
            assert secret not in told
    refused = place.call("show", "talks", "--person", SENSITIVE)
    assert refused == Done(1, "", f"Nobody called {SENSITIVE} is on this circle.\n")


def test_revealed_it_is_told_like_any_other(place: Place) -> None:
    told = place.call("show", "talks", "--reveal").out
    assert f"Fri 20 Nov, evening · K7 with {SENSITIVE} · begun\nK7: “I counted the weeks.”" in told
    assert "Tried: 21 Nov, done: lit a candle" in told
    assert "2 talks: 9 Nov (the flat) and 20 Nov; 1 looked at." in told
    assert "sensitive" not in told
    whole = place.call("show", "talks", "--reveal", "--person", SENSITIVE).out
    assert whole.startswith(f"K7, talks with {SENSITIVE}\n\nFri 20 Nov, evening · K7 with ")
    assert "the flat" not in whole


def test_a_talk_and_a_try_that_are_marked_themselves_are_revealed_too(place: Place) -> None:
    vault = opened(place)
    whole = vault.read(transfer.dump)
    for row in whole["person"]:
        vault.write(people.tell, row["uid"], None, sensitive=False)
    for row in whole["event"]:
        vault.write(timed.change, "event", row["uid"], None, sensitive=True)
    vault.close()
    veiled = place.call("show", "talks").out
    assert veiled.count("a sensitive talk") == 2
    assert "flat" not in veiled
    assert "candle" not in veiled
    told = place.call("show", "talks", "--reveal").out
    assert "Could say: “I want us to decide together.”" in told
    assert "Tried: 21 Nov, done: lit a candle" in told


def test_what_was_said_cannot_steer_the_terminal(place: Place) -> None:
    hostile = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eSam\r\nDecided: leave"
    vault = opened(place)

    def spoil(session: Session) -> None:
        raw = session.connection().connection.cursor()
        raw.execute("UPDATE turn SET said = ?, speaker = ?", [hostile] * 2)
        raw.execute("UPDATE talk SET about = ?, result = ?, safe = ?, note = ?", [hostile] * 4)
        raw.execute("UPDATE alternative SET line = ?", [hostile])
        raw.execute("UPDATE difficulty SET code = ?", [hostile])
        describe(session, None, "spoiled")

    vault.write(spoil)
    vault.close()
    shown = place.call("show", "talks", "--reveal")
    assert shown.code == 0, shown.err
    assert "owned" in shown.out
    assert not set(shown.out) & (ESCAPES | {"\u202e"})
    assert not any(line.startswith("Decided") for line in shown.out.splitlines())
