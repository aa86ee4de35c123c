"""What tells of somebody sensitive is veiled in sessions, practices, to-dos, notes and search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.vault import (
    agendas,
    courses,
    people,
    practices,
    progress_notes,
    search,
    session_told,
    sessions,
    steps,
    talking,
    timed,
    todos,
    undo,
)
from ipt_tui.vault.hidden import EVERYTHING
from ipt_tui.vault.search import MARK_ON
from tests.vault.talk_writes import first
from tests.vault.world import TODAY, World, content

if TYPE_CHECKING:
    from ipt_tui.ipt.practice import Practice

WORD = "Noor"
FOUND = {
    "umbrella": "session", "forms": "agenda_item", "evening": "practice", "surgery": "todo",
    "calmer": "progress_note", "badly": "addendum", "more room": "renegotiation",
}  # fmt: skip


def hide(world: World, uid: str = "") -> None:
    world.vault.write(people.tell, uid or world.noor, sensitive=True)


def everything(world: World, revealed: frozenset[str] = frozenset()) -> str:
    """Return all that is shown of sessions and what is carried between them."""
    read, client = world.vault.read, world.client
    shown: list[Any] = [
        read(sessions.of_course, world.course, revealed),
        read(sessions.next_of, client, TODAY, revealed),
        read(sessions.day, TODAY, revealed),
        read(sessions.last_before, world.planned, revealed),
        read(courses.course, world.course, revealed),
        read(courses.of_client, client),
        read(practices.of_client, client, revealed),
        read(todos.of_client, client, revealed, still_open=False),
        read(progress_notes.unsigned, None, revealed),
        [h for h in read(search.find, "quince", client, revealed=revealed).hits if not h.veiled],
    ]
    for line in shown[0]:
        found = read(sessions.session, line.uid, TODAY, revealed)
        shown.append(found)
        if found.progress_note:
            shown.append(read(progress_notes.note, found.progress_note, revealed))
    return str(shown)


def name_everywhere(world: World) -> None:
    """Write a word and a name wherever something is written."""
    write, text = world.vault.write, f"quince {WORD}"
    write(
        session_told.tell, world.planned, note=text, plan=text, plan_next=text, since_last=text,
        safety_summary=text, question=text, place=text, attendees=text,
    )  # fmt: skip
    write(agendas.add, world.planned, text)
    note = write(progress_notes.draft, world.planned)
    write(progress_notes.tell, note, first=text, second=text, third=text, fourth=text)
    write(todos.add, world.client, text, world.planned)
    write(practices.agree, world.client, text, TODAY, session_uid=world.planned, line=text)
    write(courses.renegotiate, world.course, TODAY, 20, text, text)
    write(progress_notes.add, first(world, "progress_note"), TODAY, text, text)


def test_a_name_is_nowhere_once_it_is_sensitive(world: World) -> None:
    name_everywhere(world)
    assert everything(world).count(WORD) > 15
    hide(world)
    assert WORD not in everything(world)
    assert everything(world, EVERYTHING).count(WORD) > 15


def test_what_does_not_name_them_is_seen_as_before(world: World) -> None:
    world.vault.write(session_told.tell, world.planned, note=f"with {WORD}", since_last="calmer")
    hide(world)
    found = world.vault.read(sessions.session, world.planned, TODAY)
    assert (found.text("note"), found.text("since_last")) == ("", "calmer")
    assert found.veiled == {"note"}
    shown = world.vault.read(sessions.session, world.planned, TODAY, frozenset({world.planned}))
    assert (shown.text("note"), shown.veiled) == (f"with {WORD}", frozenset())


def test_a_sensitive_session_says_when_it_was_and_no_more(world: World) -> None:
    world.vault.write(session_told.tell, world.prepared, sensitive=True, note="a word")
    found = world.vault.read(sessions.session, world.prepared, TODAY)
    assert set(found.values.values()) == {""}
    assert [item.text for item in found.agenda] == ["", ""]
    assert (found.line.plan, found.line.veiled, found.line.number) == ("", True, 2)
    assert found.line.planned is not None
    assert found.progress_note is not None
    note = world.vault.read(progress_notes.note, found.progress_note)
    assert set(note.values.values()) == {""}
    assert note.veiled == {"first"}


# Practices.


def the_practice(world: World, *revealed: str) -> Practice:
    (found,) = world.vault.read(practices.of_client, world.client, frozenset(revealed))
    return found


def test_a_practice_with_somebody_sensitive_is_its_day_alone(world: World) -> None:
    uid = the_practice(world).uid
    hide(world, world.sam)
    found = the_practice(world)
    assert (found.veiled, found.what, found.line, found.who, found.talk) == (
        True, "", "", None, None,
    )  # fmt: skip
    assert (found.uid, found.day.isoformat()) == (uid, "2026-11-10")
    for revealed in (uid, world.sam):
        assert the_practice(world, revealed).what == "ask for one evening"


def test_a_practice_is_veiled_with_the_talk_it_grew_out_of(world: World) -> None:
    world.vault.write(timed.change, "event", world.event, sensitive=True)
    assert the_practice(world).veiled
    assert not the_practice(world, world.event).veiled
    world.vault.write(talking.remove, world.talk)
    assert the_practice(world).veiled
    world.vault.write(undo.undo, world.client_id)
    world.vault.write(timed.change, "event", world.event, sensitive=False)
    assert not the_practice(world).veiled
    world.vault.write(talking.remove, world.talk)
    assert not the_practice(world).veiled


def test_the_history_does_not_say_that_there_is_one(world: World) -> None:
    hide(world, world.sam)
    world.vault.write(practices.change, the_practice(world).uid, what="x")
    lines = world.vault.read(steps.listing, world.client_id)
    assert lines[0].what == steps.VEILED


# Taken out of the record.


def test_what_was_veiled_stays_so_without_the_one_it_was_for(world: World) -> None:
    name_everywhere(world)
    hide(world)
    whole = world.vault.read(content)
    before = everything(world)
    world.vault.write(people.remove, world.noor)
    after = everything(world)
    assert WORD not in after
    assert "quince" not in after
    assert before.count("veiled=True") <= after.count("veiled=True")
    world.vault.write(undo.undo, world.client_id)
    assert world.vault.read(content) == whole


def test_what_names_somebody_who_is_not_sensitive_is_shown_without_them(world: World) -> None:
    name_everywhere(world)
    count = everything(world).count(WORD)
    world.vault.write(people.remove, world.noor)
    assert everything(world).count(WORD) == count


# Search.


@pytest.mark.parametrize("query", FOUND)
def test_all_that_is_written_is_found_and_says_which_session_it_is(
    world: World, query: str
) -> None:
    kind = FOUND[query]
    hit = next(h for h in world.vault.read(search.find, query).hits if h.kind == kind)
    where = {
        "session": ("session 1, 10 Nov 2026", world.held),
        "agenda_item": ("session 2, 24 Nov 2026", world.prepared),
        "practice": ("practice, 10 Nov 2026", world.held),
        "todo": ("to-do", world.held),
        "progress_note": ("session 1, 10 Nov 2026", world.held),
        "addendum": ("session 1, 10 Nov 2026", world.held),
        "renegotiation": ("course, agreed anew, 3 Nov 2026", None),
    }
    assert (hit.title, hit.session_uid) == where[kind]
    assert (hit.client_code, hit.veiled, hit.person_uid, hit.talk_uid) == (
        "K7", False, None, None,
    )  # fmt: skip
    assert MARK_ON in hit.snippet


def test_a_hit_is_veiled_with_what_it_tells_of(world: World) -> None:
    name_everywhere(world)
    hide(world)
    hits = world.vault.read(search.find, "quince").hits
    assert {hit.kind for hit in hits} == set(FOUND.values())
    assert all((hit.veiled, hit.title, hit.snippet) == (True, "", "") for hit in hits)
    shown = world.vault.read(search.find, "quince", revealed=frozenset({world.planned})).hits
    assert {hit.kind for hit in shown if not hit.veiled} == {
        "session", "agenda_item", "progress_note",
    }  # fmt: skip
