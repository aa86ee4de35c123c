"""Rehearsing alone: each answer one step, in rounds of a talk or of a thing to try."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt import moments
from ipt_tui.ipt.add_line import parse_person
from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.ipt.concern import SET_ASIDE
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.ipt.next_card import Part
from ipt_tui.ipt.practice import THERAPIST
from ipt_tui.vault import (
    clients,
    concerns,
    next_card,
    noting,
    people,
    practices,
    rehearsal_answers,
    rehearsing,
    search,
    steps,
    talk_begin,
    talk_parts,
    talking,
    talks,
    timed,
    transfer,
    undo,
)
from ipt_tui.vault.errors import Gone, NothingToUndo, NotValid
from tests.vault.world import content

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

TODAY = date(2026, 11, 23)
NOW = moments.moment(datetime(2026, 11, 23, 21, tzinfo=UTC))
TRIED = {
    "safe": "no", "want": "try", "before": "3", "situation": "Sunday, the kitchen",
    "mine:1": "I feel left out.\nOften.", "theirs:1": "Since when?", "more:1": "again",
    "mine:2": "Since May.", "after": "6",
}  # fmt: skip


@pytest.fixture
def client(vault: Vault) -> str:
    uid = vault.write(clients.add, "me", role="self")
    for line in ("Sam partner 1", "Dad father 1 died 2019"):
        vault.write(people.add, uid, parse_person(line, Kinds(), TODAY), TODAY)
    vault.begin()
    return uid


@pytest.fixture
def talk(vault: Vault, client: str) -> str:
    piece = Captured(Mark.EVENT, 0, "!kitchen @Sam", "kitchen", names=(Mentioned("Sam", "Sam"),))
    noted = vault.write(noting.note, client, [piece], NOW)
    return vault.write(talk_begin.begin, noted.events[0])


def go(vault: Vault, subject: str, answers: dict[str, str]) -> None:
    for key, typed in answers.items():
        vault.keep(rehearsing.stand, subject, key, TODAY)
        vault.write(rehearsal_answers.answer, subject, key, typed, TODAY)


def test_what_is_tried_of_a_talk_is_a_round_of_it_step_by_step_and_can_be_kept(
    vault: Vault, client: str, talk: str
) -> None:
    vault.write(talk_parts.add, "alternative", talk, line="Could we decide together?")
    before = vault.read(content)
    begun = vault.read(rehearsing.read, talk, TODAY)
    assert (begun.them, begun.line) == ("Sam", "Could we decide together?")
    assert (begun.where, begun.can_go_on) == ("kitchen, with Sam", False)
    go(vault, talk, TRIED)
    (each,) = vault.read(talks.talk, talk, TODAY).rounds
    assert (each.alone, each.sure_before, each.sure_after) == (True, 3, 6)
    assert each.exchange == "me: I feel left out.\n  Often.\nthem: Since when?\nme: Since May."
    left = vault.read(rehearsing.read, talk, TODAY)
    assert left.can_go_on
    assert (left.at, left.words_at("mine:1")) == (
        "after", "I feel left out.\nOften.",
    )  # fmt: skip
    with pytest.raises(NotHeard, match="from 0 to 10"):
        vault.write(rehearsal_answers.answer, talk, "after", "eleven", TODAY)
    held = vault.read(transfer.dump)
    assert vault.read(transfer.plan, held).total == 0
    go(vault, talk, {"end": "keep"})
    (thing,) = vault.read(practices.of_client, client)
    assert (thing.what, thing.line, thing.sure) == ("Say it to Sam", "Since May.", 6)
    assert (thing.talk, thing.who and thing.who.name) == (talk, "Sam")
    assert not vault.read(rehearsing.read, talk, TODAY).can_go_on
    steps = 0
    with suppress(NothingToUndo):
        while vault.read(content) != before:
            vault.write(undo.undo_for, client)
            steps += 1
    assert steps == 8  # safe, sure, where, three lines, sure, kept: one step each
    go(vault, talk, {"mine:1": "therapist"})  # a line of these letters is a line
    (anew,) = vault.read(talks.talk, talk, TODAY).rounds
    assert anew.exchange == "me: therapist"
    assert vault.read(practices.of_client, client) == ()


def test_of_a_thing_to_try_it_stays_with_it_and_goes_with_it(vault: Vault, client: str) -> None:
    sam = vault.read(people.names, client)["Sam"]
    what = "ask Sam for Tuesdays"
    thing = vault.write(practices.agree, client, what, TODAY, sam, line="Could we?")
    go(vault, thing, {"safe": "not sure", "unsafe": "therapist"})
    assert vault.read(rehearsing.read, thing, TODAY).safe == "unsure"
    go(vault, thing, {**TRIED, "end": "therapist"})
    (for_therapist, its) = vault.read(practices.of_client, client)  # noted once, though twice asked
    assert for_therapist.what == f"{THERAPIST}: {what}"
    assert [each.sure_after for each in its.rounds] == [6]
    (line,) = vault.read(next_card.card, client, TODAY).of(Part.TALK)
    assert (line.words, line.kept) == ("Ask Sam for Tuesdays.", True)
    assert vault.read(search.find, "May").hits[0].title == "rehearsal, 23 Nov 2026"
    assert dict(vault.read(rehearsing.offered, client, TODAY)) == {thing: f"to try: {what}"}
    keep = (thing, "end", "keep", TODAY)
    for beside in (True, False):  # kept once more it is the same
        go(vault, thing, {"mine:1": "Could it be Tuesday?"})
        assert vault.write(rehearsal_answers.answer, *keep) is beside
        assert vault.read(practices.practice, thing).line == "Could we?\nCould it be Tuesday?"
    told = [line.what for line in vault.read(steps.listing_for, client)]
    assert {"a thing to try changed", "a thing to try added"} <= {*told}
    before = vault.read(content)
    vault.write(practices.remove, thing)
    assert vault.read(transfer.dump)["rehearsal"] == []
    vault.write(undo.undo_for, client)
    assert vault.read(content) == before


def test_what_is_veiled_is_not_rehearsed_and_veils_what_was(
    vault: Vault, client: str, talk: str
) -> None:
    names = vault.read(people.names, client)
    thing = vault.write(practices.agree, client, "ring", TODAY, talk=talk)
    alone = vault.write(practices.agree, client, "write a letter", TODAY)
    go(vault, thing, TRIED)
    go(vault, alone, {**TRIED, "mine:1": "I miss Dad."})
    vault.write(timed.change, "event", vault.read(talks.talk, talk, TODAY).line.event,
                sensitive=True)  # fmt: skip
    vault.write(people.tell, names["Dad"], sensitive=True)
    for subject in (talk, thing, alone):
        with pytest.raises(Gone):
            vault.read(rehearsing.read, subject, TODAY)
    assert vault.read(rehearsing.offered, client, TODAY) == ()
    assert all(hit.veiled and not hit.snippet for hit in vault.read(search.find, "May").hits)
    shown = frozenset({alone})
    assert vault.read(rehearsing.read, alone, TODAY, shown).words_at("mine:1") == "I miss Dad."
    vault.write(talking.remove, talk)  # its round stays with the thing it was for, still veiled
    held = {each.uid: each for each in vault.read(practices.of_client, client)}
    assert held[thing].veiled
    (row,) = (r for r in vault.read(transfer.dump)["rehearsal"] if r["practice"] == thing)
    assert row["talk"] is None


def test_what_a_concern_sets_aside_is_neither_offered_nor_rehearsed(
    vault: Vault, client: str, talk: str
) -> None:
    sam = vault.read(people.names, client)["Sam"]
    grown = vault.write(practices.agree, client, "ring", TODAY, talk=talk)
    thing = vault.write(practices.agree, client, "ask Sam", TODAY, sam)
    other = vault.write(practices.agree, client, "a walk", TODAY)
    assert {uid for uid, _ in vault.read(rehearsing.offered, client, TODAY)} == {
        talk, grown, thing, other,
    }  # fmt: skip
    vault.write(clients.change, client, role="client")  # in one's own record none is raised
    vault.write(concerns.raise_concern, client, "violence", "said", people=[sam])
    assert [uid for uid, _ in vault.read(rehearsing.offered, client, TODAY)] == [other]
    for subject in (talk, grown, thing):
        with pytest.raises(NotValid, match=re.escape(SET_ASIDE)):
            vault.read(rehearsing.read, subject, TODAY)


def test_with_somebody_who_died_it_is_nothing_to_try(vault: Vault, client: str) -> None:
    dad = vault.read(people.names, client)["Dad"]
    thing = vault.write(practices.agree, client, "what I never said", TODAY, dad)
    assert not vault.read(rehearsing.read, thing, TODAY).can_be_tried
