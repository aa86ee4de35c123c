"""A captured talk is kept as an event, with whom it was and what was said in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.ipt.dates import read
from ipt_tui.ipt.timeline import EventEntry
from ipt_tui.vault import clients, noting, timeline, transfer, undo
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.timeline import Asked
from tests.vault import autumn

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

SAM = Mentioned("Sam", "Sam")
TALK = "!talk @Sam kitchen ~3"
TALKED = (
    Captured(Mark.TALK, 0, TALK, text="kitchen", names=(SAM,)),
    Captured(Mark.MOOD, 0, TALK, value=3, names=(SAM,)),
    Captured(Mark.TURN, 1, "me: so", text="so", speaker="me"),
    Captured(Mark.TURN, 2, "sam: well", text="well", speaker="Sam"),
    Captured(Mark.TURN, 3, "jo: hi", text="hi", speaker="Jo"),
)


@pytest.fixture
def client(vault: Vault) -> str:
    return autumn.fill(vault, ())


def note(vault: Vault, client: str, *pieces: Captured) -> noting.Noted:
    return vault.write(noting.note, client, pieces, autumn.NOW)


def rows(vault: Vault, table: str) -> list[dict[str, Any]]:
    return vault.read(transfer.dump)[table]


def turns(vault: Vault) -> list[tuple[str, str]]:
    found = sorted(rows(vault, "turn"), key=lambda row: row["position"])
    return [(row["speaker"], row["said"]) for row in found]


def test_a_talk_is_an_event_with_what_was_said(vault: Vault, client: str) -> None:
    noted = note(vault, client, *TALKED)
    assert noted.told == "1 talk with 3 turns and 1 mood"
    assert noted.events == ()
    assert noted.uids == (*noted.talk_events, *noted.moods)
    shown = vault.read(timeline.timeline, client, Asked(autumn.TODAY))
    happened = shown.entry(noted.talk_events[0])
    assert isinstance(happened, EventEntry)
    assert (happened.title, happened.category, happened.words) == ("kitchen", "", TALK)
    assert [named.name for named in happened.people] == ["Sam"]
    assert shown.tied(noted.moods[0]) == noted.talk_events
    (talk,) = rows(vault, "talk")
    assert (talk["uid"], talk["event"], talk["words"]) == (*noted.talks, *noted.talk_events, TALK)
    assert [row["person"] for row in rows(vault, "talk_person")] == [happened.people[0].uid]
    assert turns(vault) == [("me", "so"), ("them", "well"), ("Jo", "hi")]


def test_one_undo_takes_a_talk_and_its_turns_back(vault: Vault, client: str) -> None:
    before = vault.read(transfer.dump)
    note(vault, client, *TALKED)
    vault.write(undo.undo_for, client)
    assert vault.read(transfer.dump) == before


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ((), "a talk"),
        ((SAM,), "talk with Sam"),
        ((SAM, Mentioned("kim")), "talk with Sam and kim"),
    ],
)
def test_a_talk_of_nothing_is_called_by_whom_it_was_with(
    vault: Vault, client: str, names: tuple[Mentioned, ...], title: str
) -> None:
    note(vault, client, Captured(Mark.TALK, 0, "!talk", names=names))
    assert [row["title"] for row in rows(vault, "event")] == [title]
    assert len(rows(vault, "talk_person")) == len(rows(vault, "event_person")) == len(names)


def test_of_several_it_is_kept_who_said_it(vault: Vault, client: str) -> None:
    both = (SAM, Mentioned("Jo", "Jo"))
    note(vault, client, Captured(Mark.TALK, 0, "!talk", names=both), *TALKED[2:])
    assert turns(vault) == [("me", "so"), ("Sam", "well"), ("Jo", "hi")]


def test_somebody_new_is_spoken_to(vault: Vault, client: str) -> None:
    new = Captured(Mark.TALK, 0, "!talk @Kim", names=(Mentioned("Kim"),))
    note(vault, client, new, Captured(Mark.TURN, 1, "kim: hi", text="hi", speaker="Kim"))
    assert turns(vault) == [("them", "hi")]


def test_a_talk_has_the_date_it_was_told_with(vault: Vault, client: str) -> None:
    spring = read("2019-21", words="spring 2019")
    note(vault, client, Captured(Mark.TALK, 0, "!talk spring 2019 x", text="x", when=spring))
    (event,) = rows(vault, "event")
    assert (event["happened"], event["happened_words"]) == ("2019-21", "spring 2019")


def test_a_turn_with_no_talk_before_it_stays_a_line(vault: Vault, client: str) -> None:
    noted = note(vault, client, *TALKED[2:])
    assert noted.told == "3 lines"
    assert [row["text"] for row in rows(vault, "jotting")] == ["me: so", "sam: well", "jo: hi"]
    stopped = (Captured(Mark.TEXT, 2, "quiet", text="quiet"), replace(TALKED[4], line=3))
    noted = note(vault, client, *TALKED[:3], *stopped)
    assert noted.told == "1 talk with 1 turn, 1 mood and 2 lines"


def test_turns_go_on_with_a_talk_that_was_there(vault: Vault, client: str) -> None:
    first = note(vault, client, *TALKED[:3])
    more = vault.write(noting.note, client, TALKED[3:], autumn.NOW, first.talks[0])
    assert (more.told, more.talks, more.uids) == ("2 turns", (), ())
    assert turns(vault) == [("me", "so"), ("them", "well"), ("Jo", "hi")]
    again = vault.write(noting.note, client, TALKED, autumn.NOW, first.talks[0])
    assert again.told == "1 talk with 3 turns and 1 mood"
    assert len({row["talk"] for row in rows(vault, "turn")}) == 2


def test_the_talk_of_another_record_is_not_gone_on_with(vault: Vault, client: str) -> None:
    talk = note(vault, client, TALKED[0]).talks[0]
    other = vault.write(clients.add, "M3")
    before = vault.read(transfer.dump)
    with pytest.raises(NotValid, match="different records"):
        vault.write(noting.note, other, TALKED[2:], autumn.NOW, talk)
    assert vault.read(transfer.dump) == before
