"""Own notes: written, changed, taken back and copied, each seen in a history of their own."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.own_note import OwnNote, Subject
from ipt_tui.records.base import TEXT_LIMIT
from ipt_tui.vault import drafts, own_notes, settings, steps, undo
from ipt_tui.vault.errors import CannotUndo, ChangedElsewhere, Gone, NotValid
from ipt_tui.vault.own_file import OwnFile
from tests.attack.writers import describing
from tests.conftest import NOW
from tests.vault.unbroken import contradiction
from tests.vault.world import World, content, history

OTHER_CLIENT = "0190-another-client"


def told(own: OwnFile, client: str) -> list[str]:
    """Return what the history of own notes says of a client, newest first."""
    return [line.what for line in own.read(steps.listing_for, client, whole_vault=False)]


def texts(own: OwnFile, client: str) -> list[str]:
    return [note.text for note in own.read(own_notes.of_client, client)]


def test_a_note_is_read_as_it_was_written(own: OwnFile, world: World) -> None:
    uid = own.write(own_notes.add, world.client, "I was\n  tired of it", world.sam, Subject.PERSON)
    (note,) = own.read(own_notes.of_subject, world.sam)
    assert note == OwnNote(
        uid=uid,
        client=world.client,
        subject=world.sam,
        kind="person",
        text="I was\n  tired of it",
        created_at=NOW,
        updated_at=NOW,
        copied_at=None,
    )
    assert own.read(own_notes.of_client, world.client) == (note,)
    assert Subject.say(note.kind) == "a person"


def test_notes_stand_with_their_client_and_their_subject(own: OwnFile, world: World) -> None:
    own.write(own_notes.add, world.client, "of the whole")
    own.write(own_notes.add, world.client, "of the hour", "session-1", Subject.SESSION)
    own.write(own_notes.add, OTHER_CLIENT, "of another")
    assert texts(own, world.client) == ["of the hour", "of the whole"]
    assert texts(own, OTHER_CLIENT) == ["of another"]
    assert [note.text for note in own.read(own_notes.of_subject, "session-1")] == ["of the hour"]
    assert own.read(own_notes.of_subject, "") == ()
    assert own.read(own_notes.of_client, "nobody") == ()


def test_an_unknown_word_for_the_subject_is_kept(own: OwnFile, world: World) -> None:
    own.write(own_notes.add, world.client, "x", "dream-1", "dream")
    (note,) = own.read(own_notes.of_client, world.client)
    assert (note.kind, Subject.read(note.kind)) == ("dream", Subject.OTHER)


@pytest.mark.parametrize("empty", ["", " \n", "\u200b"])
def test_an_empty_note_is_not_kept(own: OwnFile, world: World, empty: str) -> None:
    with pytest.raises(NotValid, match="The text is empty"):
        own.write(own_notes.add, world.client, empty)
    with pytest.raises(NotValid, match="letters long at most"):
        own.write(own_notes.add, world.client, "x" * (TEXT_LIMIT + 1))
    uid = own.write(own_notes.add, world.client, "y")
    with pytest.raises(NotValid, match="The text is empty"):
        own.write(own_notes.change, uid, text=empty)
    assert texts(own, world.client) == ["y"]


def test_what_is_newer_is_not_written_over(own: OwnFile, world: World) -> None:
    uid = own.write(own_notes.add, world.client, "first")
    seen = own.read(own_notes.of_client, world.client)[0].updated_at
    own.write(own_notes.change, uid, seen, text="second")
    for fn in (own_notes.change, own_notes.remove, own_notes.copy_text):
        with pytest.raises(ChangedElsewhere):
            own.write(fn, uid, seen)
    assert texts(own, world.client) == ["second"]
    own.write(own_notes.remove, uid)
    with pytest.raises(Gone):
        own.write(own_notes.change, uid, text="third")


def test_each_client_has_a_history_to_go_back_in(own: OwnFile, world: World) -> None:
    uid = own.write(own_notes.add, world.client, "first")
    own.write(own_notes.add, OTHER_CLIENT, "of another")
    own.write(own_notes.change, uid, text="second")
    own.write(own_notes.remove, uid)
    for expected in (["second"], ["first"], []):
        own.write(undo.undo_for, world.client)
        assert texts(own, world.client) == expected
    with pytest.raises(CannotUndo, match="since you unlocked"):
        own.write(undo.undo_for, world.client)
    for expected in (["first"], ["second"], []):
        own.write(undo.redo_for, world.client)
        assert texts(own, world.client) == expected
    assert texts(own, OTHER_CLIENT) == ["of another"]
    assert own.read(contradiction) == ""


def test_the_first_note_can_be_taken_back_alone(own: OwnFile, world: World) -> None:
    own.write(own_notes.add, world.client, "first")
    own.write(own_notes.add, world.client, "second")
    *_, first = own.read(steps.listing_for, world.client, whole_vault=False)
    assert own.write(undo.undo_step, first.id) == "an own note added"
    assert texts(own, world.client) == ["second"]


def test_older_steps_are_there_after_closing(own: OwnFile, world: World) -> None:
    own.write(own_notes.add, world.client, "first")
    own.close()
    with pytest.raises(CannotUndo, match="since you unlocked"):
        own.write(undo.undo_for, world.client)
    (line,) = own.read(steps.listing_for, world.client, whole_vault=False)
    assert line.before_unlock
    own.write(undo.undo_step, line.id)
    assert texts(own, world.client) == []


def test_a_copy_gives_the_text_and_is_noted(own: OwnFile, world: World) -> None:
    uid = own.write(own_notes.add, world.client, "for the record")
    for _ in range(2):  # also while the clock stands still
        assert own.write(own_notes.copy_text, uid) == "for the record"
    copied = "that an own note was copied; the copy stays in the record"
    added = "an own note added"
    assert told(own, world.client) == [copied, copied, added]
    (note,) = own.read(own_notes.of_client, world.client)
    assert note.copied_at is not None
    assert NOW < note.copied_at < NOW + timedelta(seconds=1)
    for _ in range(2):
        assert own.write(undo.undo_for, world.client) == copied
    (note,) = own.read(own_notes.of_client, world.client)
    assert (note.text, note.copied_at) == ("for the record", None)


def test_the_history_says_nothing_of_what_is_held(own: OwnFile, world: World) -> None:
    uid = own.write(own_notes.add, world.client, "Sentinel", "session-1", Subject.SESSION)
    own.write(own_notes.change, uid, text="Sentinel too")
    own.write(own_notes.copy_text, uid)
    own.write(own_notes.remove, uid)
    own.keep(drafts.save, own_notes.place_of_new(world.client), "Sentinel left", world.client)
    own.write(own_notes.finish, world.client, "")
    assert len(told(own, world.client)) == len(describing(own=True)) == 5
    assert not any("entinel" in what for what in told(own, world.client))


def test_nothing_changes_past_the_history(own: OwnFile, world: World) -> None:
    own.write(own_notes.add, world.client, "first")

    def behind(session: Session) -> None:
        with pytest.raises(IntegrityError):
            session.execute(text("UPDATE own_note SET text = 'second'"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        own.keep(behind)
    assert texts(own, world.client) == ["first"]


def test_drafts_and_settings_are_their_own(own: OwnFile, world: World) -> None:
    before, log = world.vault.read(content), world.vault.read(history)
    own.keep(drafts.save, "own:new", "half a sen", world.client)
    own.keep(settings.put, "own", 1)
    own.write(own_notes.add, world.client, "a note")
    own.keep(drafts.save, "own:new", "half a sentence", world.client)
    line = own.read(drafts.load, "own:new")
    assert line is not None
    assert line.text == "half a sentence"
    assert world.vault.read(drafts.load, "own:new") is None
    assert world.vault.read(settings.get, "own") is None
    assert (world.vault.read(content), world.vault.read(history)) == (before, log)


def test_times_are_those_of_the_vaults_clock(own: OwnFile, world: World) -> None:
    world.vault.clock = Clock(NOW + timedelta(days=3))
    own.write(own_notes.add, world.client, "first")
    (note,) = own.read(own_notes.of_client, world.client)
    assert note.created_at == NOW + timedelta(days=3)


def typed(own: OwnFile, world: World, place: str, text: str, **about: Any) -> OwnNote:
    """Type a text and keep it, as the screen does."""
    own.keep(drafts.save, place, text, world.client)
    return own.write(own_notes.keep_typed, world.client, place, text, **about)


def test_what_is_typed_becomes_a_note_and_its_draft_goes_with_it(
    own: OwnFile, world: World
) -> None:
    place = own_notes.place_of_new(world.client, "session-8")
    note = typed(own, world, place, "tired", subject="session-8")
    assert (note.text, note.subject, note.kind) == ("tired", "session-8", "session")
    assert own.read(drafts.load, place) is None
    place = own_notes.place_of(world.client, note.uid)
    changed = typed(own, world, place, "tired of it", uid=note.uid, seen=note.updated_at)
    assert (changed.uid, changed.text) == (note.uid, "tired of it")
    other = typed(own, world, place, "in a window", uid=note.uid, seen=note.updated_at)
    assert other.uid != note.uid
    assert texts(own, world.client) == ["in a window", "tired of it"]
    assert own.read(drafts.load, place) is None
    assert told(own, world.client)[0] == "an own note added"
    new = own_notes.place_of_new(world.client, "session-8")  # as another window has it still
    more = typed(own, world, new, "tired of it\nand more", subject="session-8")
    assert (more.uid, more.text) == (note.uid, "tired of it\nand more")
    assert typed(own, world, new, "tired of itself", subject="session-8").uid != note.uid


def test_what_was_left_unfinished_becomes_a_note_and_nothing_is_written_over(
    own: OwnFile, world: World
) -> None:
    old, newer = (own.write(own_notes.add, world.client, text) for text in ("old", "newer"))
    here, place = own_notes.place_of_new(world.client), own_notes.place_of
    left = {
        here: "where one is",
        own_notes.place_of_new(world.client, "session-7"): "of the seventh",
        place(world.client, newer): "an older thought",
        place(world.client, "gone"): "of one that is gone",
        own_notes.place_of_new(OTHER_CLIENT): "of another",
        own_notes.place_of_new(world.client, "session-6"): " ",
        own_notes.place_of_new(world.client, "session-5"): "x" * (TEXT_LIMIT + 1),
    }
    own.keep(drafts.save_all, {name: (text, world.client) for name, text in left.items()})
    own.close()
    world.vault.clock = Clock(NOW + timedelta(minutes=1))
    own.write(own_notes.change, newer, text="newest")
    own.keep(drafts.save, place(world.client, old), "old, and more", world.client)
    assert own.read(own_notes.shelf, world.client, here).unfinished
    own.write(own_notes.finish, world.client, here)
    shelf = own.read(own_notes.shelf, world.client, here)
    assert {note.text: note.subject for note in shelf.notes} == {
        "of one that is gone": "",
        "an older thought": "",
        "of the seventh": "session-7",
        "newest": "",
        "old, and more": "",
    }
    assert not shelf.unfinished
    kept = [name for name in left if own.read(drafts.load, name) is not None]
    too_long = own_notes.place_of_new(world.client, "session-5")
    assert kept == [here, own_notes.place_of_new(OTHER_CLIENT), too_long]
    with pytest.raises(CannotUndo, match="final"):  # the drafts would not come back
        own.write(undo.undo_for, world.client)
