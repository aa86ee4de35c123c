"""Goals in a real file: set, rated, changed, dropped, as of a day; and what of them is veiled."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from ipt_tui.exchange.plain_goals import goals_lines
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.goal_words import brief_words
from ipt_tui.records import Client, Person, ProblemArea
from ipt_tui.vault import (
    briefs,
    clients,
    goals,
    note_sources,
    people,
    practices,
    search,
    steps,
    undo,
)
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from ipt_tui.vault.steps import describe
from tests.ipt.k7_goals import RATED, RATED_ON
from tests.vault.k7_goals import rate_all
from tests.vault.k7_met import TODAY, meet
from tests.vault.world import number_of

if TYPE_CHECKING:
    from sqlmodel import Session

    from ipt_tui.ipt.goal import Goal
    from ipt_tui.vault.vault import Vault

LATER = date(2026, 11, 24)


def read(vault: Vault, uid: str, on: date = TODAY, revealed: frozenset[str] = frozenset()) -> Goal:
    return vault.read(goals.goal, uid, on, revealed)


def test_k7s_goals_feed_the_brief_and_the_note(vault: Vault) -> None:
    met = meet(vault)
    uids = rate_all(vault, met.client)
    found = vault.read(goals.of_client, met.client, TODAY)
    assert [goal.uid for goal in found] == list(uids)
    assert [tuple(each.value for each in goal.ratings) for goal in found] == [
        v for _, v, _ in RATED
    ]
    then = vault.read(goals.of_client, met.client, date(2026, 11, 4))
    assert [goal.last and goal.last.value for goal in then] == [3, 0, 1]
    assert vault.read(goals.of_client, met.client, date(2026, 10, 19)) == ()
    brief = vault.read(briefs.source, met.client, TODAY)
    assert brief is not None
    assert brief.goals == tuple(map(brief_words, found))
    seventh = vault.read(note_sources.source, met.sessions[6], TODAY, frozenset(), DAY_STARTS_AT)
    assert seventh.goals == (
        "say what I want before I'm angry: 5 → 6 (target 8)",
        "one evening a week with Sam that is ours: 0 → 4 (target 7)",
        "answer my friends: 4 → 6 (target 7)",
    )
    fourth = vault.read(note_sources.source, met.sessions[3], TODAY, frozenset(), DAY_STARTS_AT)
    assert fourth.goals[0] == "say what I want before I'm angry: 2 on 20 Oct (target 8)"
    vault.write(goals.close, uids[1], "met", RATED_ON[-1])
    closed = vault.read(note_sources.source, met.sessions[6], TODAY, frozenset(), DAY_STARTS_AT)
    assert closed.goals[1].endswith("(target 7), met")
    lines = goals_lines("K7", vault.read(goals.of_client, met.client, TODAY), TODAY)
    assert lines[0] == "K7, goals"
    assert "Now: 2 on 20 Oct, 6 on 17 Nov; target 8." in lines
    assert lines.index("one evening a week with Sam that is ours") > lines.index(
        "answer my friends"
    )


def test_one_rating_a_day_and_none_after_a_goal_is_closed(vault: Vault) -> None:
    client = vault.write(clients.add, "K7")
    uid = vault.write(goals.add, client, "answer my friends", RATED_ON[1], target=7)
    vault.write(goals.rate, uid, 4, RATED_ON[2], "two of them")
    vault.write(goals.rate, uid, 5, RATED_ON[2])
    vault.write(goals.rate, uid, 1, RATED_ON[0])  # told later: the goal is as old as that
    goal = read(vault, uid)
    assert [(each.day, each.value, each.note) for each in goal.ratings] == [
        (RATED_ON[0], 1, ""), (RATED_ON[2], 5, "two of them"),
    ]  # fmt: skip
    assert goal.day == RATED_ON[0]
    for value in (-1, 11):
        with pytest.raises(NotValid):
            vault.write(goals.rate, uid, value, TODAY)
    vault.write(goals.close, uid, "dropped", RATED_ON[3])
    with pytest.raises(NotValid, match="take it up again"):
        vault.write(goals.rate, uid, 6, TODAY)
    vault.write(goals.rate, uid, 3, RATED_ON[3])
    vault.write(goals.take_up, uid)
    vault.write(goals.rate, uid, 6, TODAY)
    goal = read(vault, uid)
    assert goal.last is not None
    assert (goal.open, goal.last.value) == (True, 6)
    vault.write(goals.unrate, goal.last.uid)
    again = read(vault, uid).last
    assert again is not None
    assert again.value == 3
    with pytest.raises(NotValid):
        vault.write(goals.close, uid, "changed", TODAY)
    with pytest.raises(ChangedElsewhere):
        vault.write(goals.change, uid, goal.updated_at.replace(year=2020), text="x")  # type: ignore[union-attr]


def test_words_of_a_rating_change_no_number_and_are_lost_nowhere(vault: Vault) -> None:
    client = vault.write(clients.add, "K7")
    uid = vault.write(goals.add, client, "answer my friends", RATED_ON[0])
    rating = vault.write(goals.rate, uid, 6, TODAY)
    seen = read(vault, uid).ratings[0].updated_at
    vault.write(goals.rate, uid, 8, TODAY)  # in another window
    with pytest.raises(ChangedElsewhere):
        vault.write(goals.note, rating, "two of them", seen)
    vault.write(goals.note, rating, "two of them", read(vault, uid).ratings[0].updated_at)
    assert [(each.value, each.note) for each in read(vault, uid).ratings] == [(8, "two of them")]
    vault.write(goals.unrate, rating)
    with pytest.raises(Gone):
        vault.write(goals.note, rating, "three")


def test_a_changed_goal_keeps_its_ratings_and_goes_on_in_new_words(vault: Vault) -> None:
    met = meet(vault)
    first, second, _ = rate_all(vault, met.client)
    vault.write(goals.about, first, met.sam)
    new = vault.write(goals.reword, first, "say it the same day", LATER)
    vault.write(goals.change, first, why="before I'm angry was too late")
    old, now = read(vault, first, LATER), read(vault, new, LATER)
    assert (old.status, old.closed, len(old.ratings)) == ("changed", LATER, 4)
    assert (now.succeeds, now.target, now.ratings) == (first, 8, ())
    assert now.person == old.person
    before = read(vault, first)  # as of the day before it goes on, and nobody said yet why not
    assert (before.open, before.status, before.why) == (True, "active", "")
    with pytest.raises(NotValid):
        vault.write(goals.reword, first, "again", LATER)
    later = vault.write(goals.reword, new, "say it at once", LATER)
    vault.write(goals.remove, new)
    assert read(vault, later, LATER).succeeds == first
    with pytest.raises(Gone):
        read(vault, new, LATER)
    number = number_of(vault, "client", met.client)
    vault.write(undo.undo, number)
    assert read(vault, new, LATER).succeeds == first
    # with what it was changed into it is changed no more, and goes on
    vault.write(goals.remove, later)
    vault.write(goals.remove, new)
    assert (read(vault, first, LATER).open, read(vault, first, LATER).why) == (True, old.why)
    vault.write(undo.undo, number)
    vault.write(undo.undo, number)
    vault.write(goals.close, second, "met", LATER)
    assert not [w for w in vault.read(steps.listing_for, met.client) if "evening" in w.what]


def test_what_a_goal_points_at_is_loosened_and_comes_back(vault: Vault) -> None:
    met = meet(vault)
    uid = rate_all(vault, met.client)[0]
    vault.write(goals.about, uid, met.sam)
    vault.write(goals.tie, uid, [met.practice])
    vault.write(goals.tie, uid, [met.practice])
    vault.write(goals.tie, uid, [], [])  # it was not there to choose from, and stays
    assert [each.what for each in read(vault, uid).practices] == ["ask Sam for Tuesdays"]
    whole = read(vault, uid)
    assert read(vault, uid, whole.practices[0].day - timedelta(1)).practices == ()
    vault.write(practices.remove, met.practice)
    assert read(vault, uid).practices == ()
    vault.write(people.remove, met.sam)
    assert read(vault, uid).person is None
    number = number_of(vault, "client", met.client)
    vault.write(undo.undo, number)
    vault.write(undo.undo, number)
    assert read(vault, uid).practices == whole.practices
    assert read(vault, uid).person == whole.person
    other = vault.write(clients.add, "M3")
    theirs = vault.write(goals.add, other, "sleep", TODAY)
    with pytest.raises(NotValid):
        vault.write(goals.about, theirs, met.sam)
    with pytest.raises(NotValid):
        vault.write(goals.tie, theirs, [met.practice])


def test_a_goal_is_veiled_with_whom_it_names_and_what_it_belongs_to(vault: Vault) -> None:
    met = meet(vault)
    first, second, third = rate_all(vault, met.client)
    vault.write(goals.rate, third, 6, RATED_ON[3], "wrote to Zebedee, and to Sam")
    vault.write(goals.belongs, third, vault.write(_area, met.client, met.mum))
    assert all(not goal.veiled for goal in vault.read(goals.of_client, met.client, TODAY))
    vault.write(people.tell, met.sam, sensitive=True)
    assert not read(vault, first).veiled
    goal = read(vault, second)
    assert (goal.veiled, goal.text, goal.ratings, goal.practices) == (True, "", (), ())
    last = read(vault, third).last
    assert last is not None
    assert (last.value, last.note, last.veiled) == (6, "", True)
    told = read(vault, third, revealed=frozenset({third})).last
    assert told is not None
    assert "Zebedee" in told.note
    assert vault.read(search.find, "zebedee").hits[0].veiled
    brief = vault.read(briefs.source, met.client, TODAY)
    assert brief is not None
    assert len(brief.goals) == 2
    lines = goals_lines(
        "K7", vault.read(goals.of_client, met.client, TODAY), TODAY, Audience.CLIENT
    )
    assert "a goal, sensitive, set 20 Oct" in lines
    assert not [line for line in lines if "Sam" in line]
    vault.write(people.tell, met.mum, sensitive=True)
    assert read(vault, third).veiled
    vault.write(people.remove, met.sam)  # the words still tell of them
    assert read(vault, second).veiled
    hit = next(hit for hit in vault.read(search.find, "angry").hits if hit.kind == "goal")
    assert (hit.focus, hit.title) == (f"goal:{first}", "goal, 20 Oct 2026")


def _area(session: Session, client: str, person: str) -> str:
    """Consider a problem area about somebody."""
    number = _number(session, client)
    row = ProblemArea(client_id=number, area="grief", person_id=one(session, Person, person).id)
    session.add(row)
    session.flush()
    describe(session, number, "an area")
    return row.uid


def _number(session: Session, client: str) -> int:
    return one(session, Client, client).id or 0
