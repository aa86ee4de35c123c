"""The first week in a real file: every answer stands where such a thing stands, one step each."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt import moments
from ipt_tui.ipt.add_line import parse_person
from ipt_tui.ipt.dates import read as read_date
from ipt_tui.ipt.fit import before_sharing
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.ipt.people import View
from ipt_tui.ipt.question_sets import FIT
from ipt_tui.ipt.review import END
from ipt_tui.ipt.timeline import Zoom
from ipt_tui.vault import (
    cards,
    clients,
    expectations,
    fits,
    people,
    review_answers,
    review_read,
    reviewing,
    search,
    steps,
    transfer,
    undo,
    week_read,
)
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.timeline import Asked, timeline
from tests.vault.world import content

if TYPE_CHECKING:
    from ipt_tui.ipt.card import Card
    from ipt_tui.ipt.review import Evening
    from ipt_tui.vault.vault import Vault

TODAY = date(2026, 11, 23)
NOW = moments.moment(datetime(2026, 11, 23, 21, tzinfo=UTC))


@pytest.fixture
def client(vault: Vault) -> str:
    uid = vault.write(clients.add, "me", role="self")
    vault.begin()
    return uid


def add(vault: Vault, client: str, *lines: str) -> dict[str, str]:
    for line in lines:
        vault.write(people.add, client, parse_person(line, Kinds(), TODAY), TODAY)
    return vault.read(people.names, client)


def read(vault: Vault, client: str, which: str) -> Evening:
    found = vault.read(review_read.evening, client, TODAY, which=which)
    assert found is not None
    return found


def go(vault: Vault, client: str, which: str, **answers: str) -> Evening:
    """Give answers to an evening that was begun; `__` stands for the colon before a uid."""
    for key, typed in answers.items():
        vault.keep(reviewing.stand, client, key.replace("__", ":"), which)
        told = (client, key.replace("__", ":"), typed, NOW)
        vault.write(review_answers.answer, *told, which=which)
    return read(vault, client, which)


def card(vault: Vault, client: str, person: str) -> Card:
    return vault.read(cards.inventory, client, TODAY).cards[person]


def begin(vault: Vault, client: str, which: str) -> None:
    vault.keep(reviewing.begin, client, "long", TODAY, which)


def test_people_are_named_once_the_dead_gently_and_placed_on_the_circle(
    vault: Vault, client: str
) -> None:
    add(vault, client, "Sam partner 1")
    before = vault.read(content)
    begin(vault, client, "around")
    typed = "sam, Mum\nMr Ito; SÁM , mum, Jo colleague"
    evening = go(vault, client, "around", names=typed, ready="on", gone="Dad, Mr Ito")
    names = vault.read(people.names, client)
    assert sorted(names) == ["Dad", "Jo", "Mr Ito", "Mum", "Sam"]
    assert evening.answers["names"] == "Sam, Mum, Mr Ito, Jo"
    assert evening.gone == {names["Dad"], names["Mr Ito"]}
    assert evening.answers[f"kind:{names['Jo']}"] == "colleague"
    go(vault, client, "around", **{f"kind__{names['Dad']}": "stepfather"})
    assert card(vault, client, names["Dad"]).text("life") == "died"
    assert [line.what for line in vault.read(steps.listing_for, client)][:3] == [
        "Dad: kind", "who died", "3 people added",
    ]  # fmt: skip
    begin(vault, client, "near")
    assert "Sam" in read(vault, client, "near").each["people"].values()
    go(vault, client, "near", **{f"ring__{names['Mum']}": "2"})
    placed = vault.read(people.circle, client, TODAY, View.NOW).people
    assert {p.name: p.ring for p in placed if p.ring} == {"Sam": 1, "Mum": 2}
    assert read(vault, client, "near").counts["placed"] == 2
    for _ in range(4):
        vault.write(undo.undo_for, client)
    assert vault.read(content) == before


def test_no_is_nobody_and_my_dad_is_not_my_boss(vault: Vault, client: str) -> None:
    begin(vault, client, "around")
    evening = go(vault, client, "around", names="my boss, Ben", ready="on", gone="no")
    assert not evening.gone
    assert "gone" not in evening.answers
    evening = go(vault, client, "around", gone="my dad, Ben brother")
    names = vault.read(people.names, client)
    assert sorted(names) == ["Ben", "Ben brother", "Boss", "Dad"]
    assert evening.gone == {names["Dad"], names["Ben brother"]}


def test_what_goes_between_and_what_is_wanted_with_the_dead_and_unsafe_left_in_peace(
    vault: Vault, client: str
) -> None:
    names = add(vault, client, "Sam partner 1", "Dad father 1 died 2019", "Ben brother 3")
    sam, dad, ben = names["Sam"], names["Dad"], names["Ben"]
    begin(vault, client, "between")
    with pytest.raises(NotHeard, match="Two people at most"):
        go(vault, client, "between", chosen="Sam, Dad, Ben")
    told = {f"gets__{sam}": "3", f"gives__{sam}": "8", f"confide__{sam}": "some"}
    evening = go(vault, client, "between", chosen="ben, Sam", **told)
    assert [evening.answers[key.replace("__", ":")] for key in told] == ["3", "8", "some"]
    answered = (client, f"quality:{ben}", "unsafe", NOW)
    assert vault.write(review_answers.answer, *answered, which="between")
    begin(vault, client, "wants")
    assert list(read(vault, client, "wants").each["known"].values()) == ["Sam"]
    go(
        vault,
        client,
        "wants",
        chosen="Sam",
        **{f"mine__{sam}": "a call", f"mine_said__{sam}": "no"},
    )
    evening = go(vault, client, "wants", **{f"theirs__{sam}": "that I stay"})
    assert (evening.counts["wishes"], evening.answers[f"mine_said:{sam}"]) == (2, "no")
    shown = card(vault, client, sam).expectations
    assert [(one.text, one.whose, one.said) for one in shown] == [
        ("a call", "mine", False), ("that I stay", "theirs", None),
    ]  # fmt: skip
    begin(vault, client, "wants")  # anew, with the same words: it is the same wish
    again = {"chosen": "Sam", f"mine__{sam}": "A call", f"theirs__{sam}": "a call"}
    evening = go(vault, client, "wants", **again)
    assert [one.text for one in card(vault, client, sam).expectations] == [
        "a call", "that I stay", "a call",
    ]  # fmt: skip
    assert evening.answers[f"mine_said:{sam}"] == "no"
    vault.write(undo.undo_for, client)
    evening = go(vault, client, "wants", **{f"mine__{sam}": ""})
    assert evening.counts["wishes"] == 1
    assert go(vault, client, "wants", chosen="Dad, ").each["open"] == {}
    vault.write(people.tell, dad, sensitive=True)
    assert "Dad" not in str(read(vault, client, "wants"))


def test_when_it_began_stands_on_the_timeline_and_a_talk_in_talks(
    vault: Vault, client: str
) -> None:
    add(vault, client, "Sam partner 1")
    begin(vault, client, "began")
    evening = go(
        vault, client, "began", onset="june", life="the move", there="Sam", life2="a new job",
        then2="may 2026",
    )  # fmt: skip
    assert (evening.answers["onset"], evening.counts["began"]) == ("june", 2)
    rows = vault.read(transfer.dump)["event"]
    assert [(row["title"], row["happened"], row["near_onset"]) for row in rows] == [
        ("the move", "2026-06", True), ("a new job", "2026-05", True),
    ]  # fmt: skip
    (whole,) = vault.read(transfer.dump)["client"]
    assert (read_date(whole["onset"]).first, whole["onset_words"]) == (date(2026, 6, 1), "june")
    begin(vault, client, "talk")
    told = {"moment": "the kitchen", "who": "sam", "said": "me: Do what you want.", "left": "2"}
    told |= {"mood": "4"}
    evening = go(vault, client, "talk", **told)
    counted = {name: evening.counts[name] for name in ("talks", "began", "moods", "people")}
    assert counted == {"talks": 1, "began": 2, "moods": 2, "people": 1}
    sam = vault.read(people.names, client)["Sam"]
    vault.write(expectations.add, sam, "a call")
    assert read(vault, client, "talk").counts["wishes"] == 1
    vault.write(people.tell, sam, sensitive=True)  # what is veiled is not counted
    evening = read(vault, client, "talk")
    assert {**evening.counts, "moods": 0} == dict.fromkeys(evening.counts, 0) | {"began": 1}
    vault.write(people.tell, vault.read(people.names, client)["Sam"], sensitive=True)
    evening = read(vault, client, "began")
    assert "the move" not in str(evening)
    assert {"life", "there"} <= evening.veiled


def test_without_a_day_what_happened_then_is_kept_all_the_same(vault: Vault, client: str) -> None:
    begin(vault, client, "began")
    evening = go(vault, client, "began", life="the move")
    assert evening.answers["life"] == "the move"
    shown = vault.read(timeline, client, Asked(TODAY, zoom=Zoom.LIFE))
    assert [event.title for event in shown.events] == ["the move"]


def test_each_evening_has_its_own_place_and_being_done_stays(vault: Vault, client: str) -> None:
    add(vault, client, "Sam partner")
    for which in ("around", "near", "wants", "began"):
        begin(vault, client, which)
    go(vault, client, "near", **{f"ring__{vault.read(people.names, client)['Sam']}": "1"})
    go(vault, client, "around", names="Jo")
    go(vault, client, "wants", chosen="Sam")
    vault.keep(reviewing.stand, client, END, "around")
    assert read(vault, client, "wants").can_go_on
    how_far = vault.read(week_read.first_week, client)
    assert (how_far.done, how_far.begun) == (frozenset(("around",)), frozenset(("near", "wants")))
    begin(vault, client, "around")
    assert vault.read(week_read.first_week, client).done == {"around"}
    vault.keep(week_read.put_away, True)
    assert vault.read(week_read.first_week, client).away
    assert vault.read(review_read.evening, client, TODAY) is None


def test_what_fits_is_one_record_covered_part_by_part_and_found_by_the_search(
    vault: Vault, client: str
) -> None:
    add(vault, client, "Sam partner")
    for part, text in (
        ("called", "Ana"), ("not_know", "Mr Ito"), ("languages", "Twi"), ("family", "decide"),
        ("may_know", "Sam and the aunts"), ("good", ""),
    ):  # fmt: skip
        vault.write(review_answers.answer, client, part, text, NOW, which=FIT)
    assert len(vault.read(transfer.dump)["fit"]) == 1
    found = vault.read(fits.fit, client)
    assert found.texts == {
        "called": "Ana", "languages": "Twi", "family": "decide", "may_know": "Sam and the aunts",
    }  # fmt: skip
    assert found.veiled == {"not_know"}
    assert "Ito" not in before_sharing(found) != ""
    shown = vault.read(fits.fit, client, frozenset((found.uid,)))
    assert before_sharing(shown).endswith("Mr Ito")
    (hit,) = vault.read(search.find, "Ito", client).hits  # covered though nobody is sensitive
    assert (hit.kind, hit.veiled, hit.snippet) == ("fit", True, "")
    vault.write(people.tell, vault.read(people.names, client)["Sam"], sensitive=True)
    assert vault.read(fits.fit, client).veiled == {"not_know", "may_know"}
    hits = vault.read(search.find, "aunts", client).hits
    assert [(hit.kind, hit.veiled, hit.snippet) for hit in hits] == [("fit", True, "")]
    with pytest.raises(NotValid):
        vault.write(fits.tell, client, "family", "perhaps")
    before = vault.read(content)
    vault.write(fits.tell, client, "called", "")
    assert vault.read(steps.listing_for, client)[0].what == "what fits you changed"
    vault.write(undo.undo_for, client)
    assert vault.read(content) == before
    assert vault.read(fits.fit, client).called == "Ana"
