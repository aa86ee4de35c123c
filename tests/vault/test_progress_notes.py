"""Progress notes: drafted from what the session says, signed for good, and added to."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.tidy import to_tidy
from ipt_tui.vault import (
    clients,
    courses,
    focus_choices,
    formulating,
    formulations,
    goals,
    halfways,
    people,
    practices,
    problem_areas,
    progress_notes,
    session_times,
    session_told,
    stages,
    steps,
    tidying,
    transfer,
    undo,
)
from ipt_tui.vault.errors import CannotUndo, ChangedElsewhere, Gone, NotValid
from tests.conftest import NOW
from tests.vault.k7_met import DAYS, at
from tests.vault.talk_reading import rows
from tests.vault.world import TODAY, World, content, last_step

SIGNED = r"^This note is signed, and what is signed stays as it is\. You can add to it\.$"


def note_of(world: World, uid: str) -> str:
    """Return the uid of the progress note of a session."""
    return world.vault.write(progress_notes.draft, uid)


@pytest.fixture
def draft(world: World) -> str:
    return note_of(world, world.prepared)


@pytest.fixture
def signed(world: World) -> str:
    return note_of(world, world.held)


def test_a_draft_begins_with_what_the_session_says(world: World) -> None:
    vault = world.vault
    vault.write(session_told.tell, world.planned, since_last="calmer", plan_next="halfway look")
    vault.write(session_times.move, world.planned, at(DAYS[0]))
    vault.write(session_told.use, world.planned, ["role_play", "from later"])
    vault.write(practices.agree, world.client, "ask", TODAY, session_uid=world.planned)
    uid = vault.write(progress_notes.draft, world.planned, "birp")
    found = vault.read(progress_notes.note, uid)
    assert found.parts == (
        ("first", "Behaviour", "Since last session: calmer"),
        ("second", "Intervention", "Techniques: role play and from later"),
        ("third", "Response", ""),
        ("fourth", "Plan", "Practice agreed: ask\nNext session: halfway look"),
    )
    assert (found.session.uid, found.session.number, found.signed_at) == (world.planned, 3, None)
    step = last_step(vault)
    assert vault.write(progress_notes.draft, world.planned, "soap") == uid
    assert last_step(vault) == step


def test_what_was_decided_and_agreed_that_day_is_told(world: World) -> None:
    write, read = world.vault.write, world.vault.read
    write(session_times.move, world.planned, at(DAYS[-1]))
    day = DAYS[-1]
    dispute, grief = read(problem_areas.of_client, world.client, TODAY).areas
    write(focus_choices.choose, dispute.uid, day, "second", "yes")
    write(focus_choices.choose, grief.uid, day, "first", "partly", "the anniversary")
    write(stages.enter, dispute.uid, day, "renegotiation", "asked on Sunday")
    formulation = write(formulating.begin, world.client, TODAY)
    write(formulating.tell, formulation, TODAY, shows="low")
    write(formulating.agree, formulation, day, "both", TODAY)
    (goal,) = (g for g in read(goals.of_client, world.client, TODAY) if g.open)
    write(goals.rate, goal.uid, 9, day)
    look = read(halfways.said, world.client, TODAY)
    assert look is not None
    seen = look.said.updated_at if look.said else None
    write(halfways.tell, look.course, day, seen, fits="yes")
    uid = write(progress_notes.draft, world.planned)
    told = {name: text for _, name, text in read(progress_notes.note, uid).parts}
    for line in (
        "focus, dispute with Sam (the ferry times): worked on 2nd, 1st until then; K7 agrees: yes",
        "focus, grief (an aunt): worked on 1st; K7 agrees: partly; the anniversary",
        "stage, dispute with Sam (the ferry times): renegotiation; asked on Sunday",
        f"formulation, version {read(formulations.of_client, world.client, TODAY)[-1].version}: "
        "agreed by both",
        "halfway look: held",
        "say it the same day: 9 (target 8)",
    ):
        assert line in told["Assessment"]
    write(people.tell, world.sam, sensitive=True)
    write(progress_notes.remove, uid)
    assert "dispute" not in str(
        read(progress_notes.note, write(progress_notes.draft, world.planned)).parts
    )


def test_a_veiled_practice_is_not_copied_into_a_draft(world: World) -> None:
    vault = world.vault
    vault.write(
        practices.agree, world.client, "ring her", TODAY, world.noor, session_uid=world.planned
    )
    vault.write(people.tell, world.noor, sensitive=True)
    uid = vault.write(progress_notes.draft, world.planned)
    assert "ring" not in str(vault.read(progress_notes.note, uid).parts)
    vault.write(progress_notes.remove, uid)
    shown = vault.write(
        progress_notes.draft, world.planned, "soap",
        frozenset({row["uid"] for row in rows(world, "practice")}),
    )  # fmt: skip
    assert "Practice agreed: ring her" in str(vault.read(progress_notes.note, shown).parts)


def test_a_draft_is_told_and_not_saved_over(world: World, draft: str) -> None:
    seen = world.vault.read(progress_notes.note, draft).updated_at
    world.vault.write(progress_notes.tell, draft, seen, first="a\nb", fourth="c", format="dap")
    found = world.vault.read(progress_notes.note, draft)
    assert (found.values["first"], found.values["fourth"], found.format) == ("a\nb", "c", "dap")
    with pytest.raises(ChangedElsewhere):
        world.vault.write(progress_notes.tell, draft, seen, first="over it")
    with pytest.raises(ChangedElsewhere):
        world.vault.write(progress_notes.sign, draft, "K. Aalto", seen)
    with pytest.raises(KeyError):
        world.vault.write(progress_notes.tell, draft, signed_at="x")
    with pytest.raises(KeyError):
        world.vault.write(progress_notes.tell, draft, signed_by="x")


def test_a_draft_nobody_changed_is_brought_up_to_date_and_a_changed_one_says_what_is_newer(
    world: World,
) -> None:
    vault, uid = world.vault, world.planned
    note = vault.write(progress_notes.draft, uid)
    (item,) = to_tidy(parse(">breathe twice", TODAY), (), TODAY)
    vault.write(tidying.take, uid, item, at(TODAY))
    found = vault.read(progress_notes.note, note)
    assert ("breathe twice" in found.values["fourth"], found.newer) == (True, ())
    vault.write(undo.undo, world.client_id)
    assert "breathe" not in vault.read(progress_notes.note, note).values["fourth"]
    vault.write(progress_notes.tell, note, first="in my words")
    vault.write(tidying.take, uid, item, at(TODAY))
    assert vault.write(progress_notes.draft, uid) == note
    found = vault.read(progress_notes.note, note)
    assert found.values["first"] == "in my words"
    (newer,) = found.newer
    assert "breathe twice" in newer
    vault.write(progress_notes.draft, uid, anew=True)
    found = vault.read(progress_notes.note, note)
    assert ("breathe twice" in found.values["fourth"], found.newer) == (True, ())


def test_signing_says_who_and_when_and_is_final(world: World, draft: str) -> None:
    world.vault.write(progress_notes.sign, draft, "K. Aalto")
    found = world.vault.read(progress_notes.note, draft)
    assert (found.signed_at, found.signed_by) == (NOW, "K. Aalto")
    with pytest.raises(CannotUndo, match="final and cannot be taken back: a progress note signed"):
        world.vault.write(undo.undo, world.client_id)


def test_nothing_is_signed_that_says_nothing_or_by_nobody(world: World) -> None:
    world.vault.write(session_times.move, world.planned, at(DAYS[0]))
    empty = world.vault.write(progress_notes.draft, world.planned)
    before = world.vault.read(content)
    with pytest.raises(NotValid, match="nothing in this note yet"):
        world.vault.write(progress_notes.sign, empty, "K. Aalto")
    with pytest.raises(NotValid, match="Say who signs"):
        world.vault.write(progress_notes.sign, note_of(world, world.prepared), " ")
    assert world.vault.read(content) == before


def test_once_it_is_signed_every_change_is_refused(world: World, signed: str) -> None:
    write, before = world.vault.write, world.vault.read(content)
    changes: tuple[Any, ...] = (
        lambda: write(progress_notes.tell, signed, first="other"),
        lambda: write(progress_notes.tell, signed, format="dap"),
        lambda: write(progress_notes.sign, signed, "somebody else"),
        lambda: write(progress_notes.remove, signed),
    )
    for change in changes:
        with pytest.raises(NotValid, match=SIGNED):
            change()
    assert world.vault.read(content) == before


def test_what_was_told_before_signing_is_not_taken_back_behind_it(world: World) -> None:
    vault = world.vault
    draft = vault.write(progress_notes.draft, world.planned)
    begun, _ = last_step(vault)
    vault.write(progress_notes.tell, draft, first="a")
    vault.write(progress_notes.tell, draft, second="b")
    told, _ = last_step(vault)
    vault.write(progress_notes.sign, draft, "K. Aalto")
    before = vault.read(content)
    for step in (told, begun):
        with pytest.raises(CannotUndo, match="final by now"):
            vault.write(undo.undo_step, step)
    assert vault.read(content) == before


def test_the_import_of_a_signed_note_can_be_taken_back(world: World) -> None:
    data = world.vault.read(transfer.dump)
    again = {name: [{**row, **_apart(row, data)} for row in rows] for name, rows in data.items()}
    again = {**again, "kind": []}
    again["client"][0]["code"] = "M3"
    before = world.vault.read(content)
    world.vault.write(transfer.load, again)
    step, _ = last_step(world.vault)
    world.vault.write(undo.undo_step, step)
    assert world.vault.read(content) == before


def _apart(row: dict[str, Any], data: transfer.Data) -> dict[str, str]:
    """Return the uids of a row as those of another record."""
    known = {one["uid"] for rows in data.values() for one in rows}
    return {name: f"x{value[1:]}" for name, value in row.items() if value in known}


def test_an_addition_has_its_day_and_its_reason_and_stands(world: World, signed: str) -> None:
    uid = world.vault.write(progress_notes.add, signed, TODAY, "left out", "slept well")
    first, second = world.vault.read(progress_notes.note, signed).addenda
    assert (first.day, first.reason, first.text) == (
        date(2026, 11, 12), "left out", "slept badly",
    )  # fmt: skip
    assert (second.uid, second.day, second.reason, second.text) == (
        uid, TODAY, "left out", "slept well",
    )  # fmt: skip
    with pytest.raises(CannotUndo, match="final"):
        world.vault.write(undo.undo, world.client_id)
    with pytest.raises(NotValid, match="The text is empty"):
        world.vault.write(progress_notes.add, signed, TODAY, "left out", "")


def test_what_is_not_signed_is_changed_itself(world: World, draft: str) -> None:
    with pytest.raises(NotValid, match="not signed yet"):
        world.vault.write(progress_notes.add, draft, TODAY, "left out", "x")
    world.vault.write(progress_notes.remove, draft)
    with pytest.raises(Gone):
        world.vault.read(progress_notes.note, draft)


def test_the_unsigned_are_listed_of_one_client_and_of_all(world: World, draft: str) -> None:
    vault = world.vault
    other = vault.write(clients.add, "M3")
    course = vault.write(courses.begin, other, "ipt12", TODAY)
    theirs = vault.write(session_times.plan, course)
    vault.write(progress_notes.draft, theirs)

    def unsigned(client: str | None = None) -> list[tuple[str, int]]:
        return [(line.code, line.number) for line in vault.read(progress_notes.unsigned, client)]

    assert unsigned() == [("K7", 2), ("M3", 1)]
    assert unsigned(other) == [("M3", 1)]
    vault.write(progress_notes.sign, draft, "K. Aalto")
    assert unsigned() == [("M3", 1)]


def test_each_is_one_step_that_tells_no_word(world: World) -> None:
    write = world.vault.write
    uid = write(progress_notes.draft, world.planned)
    write(progress_notes.tell, uid, first="umbrella")
    write(progress_notes.remove, uid)
    newest = [line.what for line in world.vault.read(steps.listing, world.client_id)[:3]]
    assert newest == [
        "a progress note removed", "a progress note: told", "a progress note begun",
    ]  # fmt: skip


def test_the_moment_of_signing_is_kept_in_utc(world: World, draft: str) -> None:
    world.vault.write(progress_notes.sign, draft, "K. Aalto")
    kept = [row["signed_at"] for row in rows(world, "progress_note")]
    assert kept[-1] == "2026-11-23T18:00:00+00:00"
    assert datetime.fromisoformat(kept[-1]).tzinfo == UTC
