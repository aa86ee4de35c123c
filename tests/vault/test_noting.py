"""What is captured is kept as one step, tied where it stood on one line, and can be taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.ipt.dates import read
from ipt_tui.ipt.timeline import EventEntry, MoodEntry, Zoom
from ipt_tui.vault import clients, noting, people, timed, timeline, transfer, undo
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.timeline import Asked
from tests.vault import autumn

if TYPE_CHECKING:
    from ipt_tui.ipt.timeline import Timeline
    from ipt_tui.vault.vault import Vault

LIFE = Asked(autumn.TODAY, Zoom.LIFE)


@pytest.fixture
def client(vault: Vault) -> str:
    return autumn.fill(vault, ())


def note(vault: Vault, client: str, *pieces: Captured) -> noting.Noted:
    return vault.write(noting.note, client, pieces, autumn.NOW)


def month(vault: Vault, client: str) -> Timeline:
    return vault.read(timeline.timeline, client, Asked(autumn.TODAY))


SAM = Mentioned("Sam", "Sam")
LINE = "!rota changed ~3 hurt @Sam"
BOTH = (
    Captured(Mark.EVENT, 0, LINE, text="rota changed", category="work", names=(SAM,)),
    Captured(Mark.MOOD, 0, LINE, value=3, feelings=("hurt",), names=(SAM,)),
)


def test_what_stands_on_one_line_is_tied(vault: Vault, client: str) -> None:
    noted = note(vault, client, *BOTH)
    shown = month(vault, client)
    assert shown.tied(noted.moods[0]) == noted.events
    mood, happened = shown.entry(noted.moods[0]), shown.entry(noted.events[0])
    assert isinstance(mood, MoodEntry)
    assert isinstance(happened, EventEntry)
    assert (mood.value, mood.feelings, mood.words) == (3, ("hurt",), LINE)
    assert [n.name for n in mood.people] == [n.name for n in happened.people] == ["Sam"]
    assert happened.category == "work"
    assert mood.when.wall == "2026-11-23T18:00"
    assert noted.told == "1 mood and 1 event"


def test_one_undo_takes_all_of_it_back(vault: Vault, client: str) -> None:
    before = vault.read(transfer.dump)
    note(vault, client, *BOTH, Captured(Mark.TEXT, 1, "with @Kim", names=(Mentioned("Kim"),)))
    assert vault.read(transfer.dump) != before
    vault.write(undo.undo_for, client)
    assert vault.read(transfer.dump) == before


def test_a_line_without_a_place_of_its_own_is_kept_as_typed(vault: Vault, client: str) -> None:
    noted = note(vault, client, Captured(Mark.PRACTICE, 0, ">ask Sam for Tuesdays", text="x"))
    (jotting,) = month(vault, client).jottings
    assert jotting.uid == noted.jottings[0]
    assert jotting.text == ">ask Sam for Tuesdays"
    assert [named.name for named in jotting.people] == ["Sam"]


def test_a_line_for_this_hour_is_not_kept(vault: Vault, client: str) -> None:
    before = vault.read(transfer.dump)
    noted = note(vault, client, Captured(Mark.THIS_HOUR, 0, "-- her sister's affair"))
    assert not noted.told
    assert vault.read(transfer.dump) == before


def test_somebody_new_stands_beside_the_circle(vault: Vault, client: str) -> None:
    new = Mentioned("Kim")
    note(vault, client, Captured(Mark.MOOD, 0, "~4 @Kim", value=4, names=(new,)),
         Captured(Mark.MOOD, 1, "~5 @kim", value=5, names=(Mentioned("kim"),)))  # fmt: skip
    circle = vault.read(people.circle, client, autumn.TODAY)
    assert [p.name for p in circle.tray] == ["Kim"]
    assert all([n.name for n in m.people] == ["Kim"] for m in month(vault, client).moods)


def test_a_name_that_could_be_several_is_refused_with_nothing_kept(
    vault: Vault, client: str
) -> None:
    before = vault.read(transfer.dump)
    unsure = Mentioned("M", could_be=("Mum", "Mr Ito"))
    with pytest.raises(NotValid, match="could be several people"):
        note(vault, client, *BOTH, Captured(Mark.MOOD, 1, "~4 @M", value=4, names=(unsure,)))
    assert vault.read(transfer.dump) == before


def test_a_value_off_the_scale_is_refused(vault: Vault, client: str) -> None:
    with pytest.raises(NotValid):
        note(vault, client, Captured(Mark.MOOD, 0, "~11", value=11))


def test_a_mood_keeps_the_scale_it_was_given_on(vault: Vault, client: str) -> None:
    note(vault, client, Captured(Mark.MOOD, 0, "~3", value=3))
    vault.write(clients.change, client, mood_low=0, mood_high=4, mood_better="low")
    note(vault, client, Captured(Mark.MOOD, 0, "~0", value=0))
    first, second = month(vault, client).moods
    assert {(m.value, m.scale.low, m.scale.high) for m in (first, second)} == {
        (3, 1, 10),
        (0, 0, 4),
    }


def test_fuzzy_events_and_spells_stand_in_the_life(vault: Vault, client: str) -> None:
    spring = read("2019-04", words="april 2019")
    winter = read("2011-24", words="winter 2011")
    note(
        vault, client,
        Captured(Mark.EVENT, 0, "!april 2019 Dad died", text="Dad died", when=spring),
        Captured(Mark.SYMPTOM, 1, "symptom winter 2011 low", text="first low spell", when=winter),
        Captured(Mark.EVENT, 2, "!met Sam", text="met Sam", when=read("2017", words="2017")),
    )  # fmt: skip
    shown = vault.read(timeline.timeline, client, LIFE)
    assert [e.title for e in shown.events] == ["met Sam", "Dad died"]
    assert [(s.kind, s.name, s.first) for s in shown.spells] == [
        ("symptom", "first low spell", date(2011, 12, 1))
    ]
    assert shown.window.first == date(2011, 1, 1)


def test_entries_are_changed_named_and_removed(vault: Vault, client: str) -> None:
    noted = note(vault, client, *BOTH)
    before = vault.read(transfer.dump)
    mood, happened = noted.moods[0], noted.events[0]
    vault.write(timed.change, "mood", mood, None, value=5, feelings="calm")
    names = vault.read(people.names, client)
    vault.write(timed.name_people, "event", happened, autumn.TODAY, [names["Mum"], names["Jo"]])
    entry = month(vault, client).entry(happened)
    assert isinstance(entry, EventEntry)
    assert {n.name for n in entry.people} == {"Mum", "Jo"}
    with pytest.raises(NotValid, match="from 1 to 10"):
        vault.write(timed.change, "mood", mood, None, value=11)
    vault.write(timed.remove, "event", happened)
    vault.write(timed.remove, "mood", mood)
    assert not month(vault, client).entries
    for _ in range(4):
        vault.write(undo.undo_for, client)
    assert vault.read(transfer.dump) == before


def test_taking_a_person_out_takes_their_names_off_the_entries(vault: Vault, client: str) -> None:
    note(vault, client, *BOTH)
    before = vault.read(transfer.dump)
    vault.write(people.remove, vault.read(people.names, client)["Sam"])
    shown = month(vault, client)
    assert not any(m.people for m in shown.moods)
    vault.write(undo.undo_for, client)
    assert vault.read(transfer.dump) == before
