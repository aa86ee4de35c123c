"""Own notes on the screen: at once, over everything, back to the letter, never in the record."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.moments import moment
from ipt_tui.tui.idle import Away
from ipt_tui.tui.screens.curtain import CurtainScreen
from ipt_tui.tui.screens.own import screen as own_screen
from ipt_tui.tui.screens.own.reading import read_own
from ipt_tui.tui.screens.own.screen import NOTHING_BACK, TOGETHER, OwnNotesScreen
from ipt_tui.tui.screens.own.view import APART, EMPTY, READ_ONLY
from ipt_tui.tui.widgets.own_pad import OwnPad
from ipt_tui.vault import (
    backup,
    clients,
    courses,
    drafts,
    own_notes,
    place,
    session_times,
    sessions,
    settings,
    steps,
)
from ipt_tui.vault.errors import DiskFull
from ipt_tui.vault.own_file import OwnFile
from tests.tui.running import filled, press, resize, running, said, screen_text, send, settle, write
from tests.vault.test_damaged import hurt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.ipt.own_note import OwnNote
    from ipt_tui.vault.asked import Asked
    from ipt_tui.vault.vault import Vault


@pytest.fixture
def client(vault: Vault) -> str:
    """K7 with a course of which the first session was held and the second is to come."""
    client = filled(vault, ())
    course = vault.write(courses.begin, client, "ipt16", date(2026, 11, 16))
    at = moment(datetime(2026, 11, 16, 14, tzinfo=UTC))
    first, *_ = vault.write(session_times.plan_rest, course, at)
    vault.write(session_times.start, first, at)
    vault.write(session_times.end, first, moment(datetime(2026, 11, 16, 15, tzinfo=UTC)))
    vault.begin()
    return client


@pytest.fixture
def own(vault: Vault) -> Iterator[OwnFile]:
    """The own notes of that vault, for looking into."""
    own = OwnFile(vault)
    yield own
    own.close()


def notes(own: OwnFile, client: str) -> tuple[OwnNote, ...]:
    return own.read(own_notes.of_client, client)


def texts(own: OwnFile, client: str) -> list[str]:
    return [note.text for note in notes(own, client)]


def note_of(vault: Vault, client: str, number: int) -> str:
    """Return the note of a session as the record holds it."""
    line = next(s for s in vault.read(sessions.of_client, client) if s.number == number)
    return vault.read(sessions.session, line.uid, date(2026, 11, 23)).text("note")


async def begin(pilot: Pilot[str], text: str) -> None:
    """Begin the next session, and type into its note."""
    await press(pilot, "5", "escape", "s")
    await write(pilot, text)


def are_open(pilot: Pilot[str]) -> bool:
    return any(isinstance(screen, OwnNotesScreen) for screen in pilot.app.screen_stack)


async def open_own(pilot: Pilot[str], text: str = "") -> None:
    """Open own notes from wherever one is, and type without waiting for them."""
    send(pilot, "ctrl+g", "o", *("space" if letter == " " else letter for letter in text))
    await settle(pilot)


async def test_typed_beside_the_session_and_back_to_the_letter(
    vault: Vault, client: str, clock: Clock, own: OwnFile
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "came bright")
        await press(pilot, *["left"] * len("bright"))
        await open_own(pilot)
        assert APART in screen_text(pilot).splitlines()[0]
        assert "K7 · session 2" in screen_text(pilot).splitlines()[0]
        await press(pilot, "escape")
        assert not own.path.exists(), "whoever only looks makes no file"
        await open_own(pilot, "impatient")
        send(pilot, "space", "q", "escape", "i", "n", "space")
        await settle(pilot)
        shown = screen_text(pilot)
        assert "came in bright" in shown
        assert "own notes" not in shown
        assert "impatient" not in shown
        (note,) = notes(own, client)
        assert (note.text, note.kind) == ("impatient q", "session")
        assert own.read(drafts.load, own_notes.place_of_new(client, note.subject)) is None
        assert pilot.app.title == "ipt-tui"


async def test_the_notes_are_listed_changed_removed_and_taken_back(
    vault: Vault, client: str, clock: Clock, own: OwnFile
) -> None:
    async with running(vault, clock) as pilot:
        await open_own(pilot)
        await press(pilot, "tab", "u")
        assert said(pilot)[-1] == NOTHING_BACK
        assert not own.path.exists()
        await press(pilot, "tab")
        await write(pilot, "first")
        await press(pilot, "tab", "n")
        await write(pilot, "second")
        await press(pilot, "tab")
        assert texts(own, client) == ["second", "first"]
        rows = [line.rpartition("│")[2].split() for line in screen_text(pilot).splitlines()]
        assert rows[3:6] == [["new", "K7"], ["23", "Nov", "second"], ["23", "Nov", "first"]]
        await press(pilot, "j", "enter")
        await write(pilot, " of all")
        await press(pilot, "escape", "ctrl+g", "o", "tab")
        assert texts(own, client) == ["second", "first of all"]
        await press(pilot, "j", "x")
        assert texts(own, client) == ["first of all"]
        await press(pilot, "u")
        assert said(pilot)[-1] == "Taken back: an own note removed."
        assert texts(own, client) == ["second", "first of all"]
        await press(pilot, "U", "home", "j", "e", "ctrl+u", "tab")
        assert said(pilot)[-1] == EMPTY
        assert texts(own, client) == ["first of all"]
        await press(pilot, "tab")
        await write(pilot, ", and clicked away")
        pilot.app.clear_notifications()  # they lie over the list
        await settle(pilot)
        assert "clicked away" in screen_text(pilot)  # or nothing is there to be clicked on
        assert await pilot.click("#own-list", offset=(2, 0))
        await settle(pilot)
        assert texts(own, client) == ["first of all, and clicked away"]
        assert "and clicked away" not in screen_text(pilot).splitlines()[4]
        assert pilot.app.screen.query_one(OwnPad).text == ""
        told = vault.read(steps.listing_for, client, whole_vault=False)
        assert not any("own" in line.what for line in told)


async def test_every_letter_is_safe_and_waits_where_one_was(
    vault: Vault, client: str, clock: Clock, own: OwnFile
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "came in")
        await open_own(pilot, "half a sen")
        app: Any = pilot.app
        await app._flush_drafts()
        (subject,) = {line.uid for line in vault.read(sessions.of_client, client) if line.running}
        line = own.read(drafts.load, own_notes.place_of_new(client, subject))
        assert line is not None
        assert line.text == "half a sen", "as it would be found after a kill"
        await app.went_away(Away.CURTAIN)
        await settle(pilot)
        assert isinstance(app.screen, CurtainScreen)
        assert "half" not in screen_text(pilot)
        await press(pilot, "escape")
        await write(pilot, "tence")
        await resize(pilot, (40, 12))
        assert "half" not in screen_text(pilot)
        await resize(pilot, (100, 30))
        await write(pilot, "!")
        await app._flush_drafts()
    assert texts(own, client)[0].startswith("half a sen")
    async with running(vault, clock) as pilot:  # locked in the middle of it, and opened again
        await open_own(pilot)
        await press(pilot, "tab")
        assert texts(own, client) == ["half a sentence!"]


async def test_what_was_left_in_another_session_becomes_a_note(
    vault: Vault, client: str, clock: Clock, own: OwnFile
) -> None:
    first = vault.read(sessions.of_client, client)[0].uid
    left = own_notes.place_of_new(client, first), own_notes.place_of_new(client)
    own.keep(drafts.save, left[0], "of the first", client)
    own.keep(drafts.save, left[1], "of the whole", client)
    async with running(vault, clock) as pilot:
        await open_own(pilot)
        shown = screen_text(pilot)
        assert "of the whole" in shown, "one goes on where one was"
        assert texts(own, client) == ["of the first"]
        assert "session 1" in shown
        await write(pilot, " of it")
        await press(pilot, "escape")
    assert texts(own, client) == ["of the whole of it", "of the first"]


async def test_it_goes_into_the_record_only_after_the_question(
    vault: Vault, client: str, clock: Clock, own: OwnFile
) -> None:
    async with running(vault, clock) as pilot:
        await open_own(pilot, "-- one")
        await press(pilot, "enter")
        await write(pilot, "two")
        await press(pilot, "tab", "y")
        assert "get a dot before them" in " ".join(screen_text(pilot).split())
        assert "the note of session 1? Then it is part of K7's record" in " ".join(
            screen_text(pilot).split()
        )
        await press(pilot, "escape", "y", "2")
        assert note_of(vault, client, 1) == ""
        await press(pilot, "escape")
        await begin(pilot, "came in")
        await open_own(pilot)
        await press(pilot, "tab", "j", "enter", "shift+home", "tab", "y")
        assert "what is marked" in screen_text(pilot)
        await press(pilot, "1")
        assert said(pilot)[-1] == "Copied below the note of session 2."
        assert note_of(vault, client, 2) == "came in\ntwo"
        assert "copied into the record 23 Nov" in screen_text(pilot)
        assert notes(own, client)[0].copied_at is not None
        await press(pilot, "y", "1", "escape")
        assert note_of(vault, client, 2) == "came in\ntwo\n· -- one\ntwo"
        await write(pilot, ", and more")
        await press(pilot, "escape", "u", "u")
        assert note_of(vault, client, 2) == "came in\ntwo"
        vault.write(clients.change, client, kept="brief")
        await open_own(pilot)
        await press(pilot, "tab", "j", "y")
        assert "no note is kept in full" in said(pilot)[-1]


async def test_of_a_note_just_typed_only_what_is_marked_goes_and_all_can_be_taken_back(
    vault: Vault, client: str, clock: Clock, own: OwnFile
) -> None:
    own.write(own_notes.add, client, "keep me")
    async with running(vault, clock) as pilot:
        await begin(pilot, "came in")
        await open_own(pilot, "secret")
        await press(pilot, "enter")
        await write(pilot, "two")
        await press(pilot, "shift+home", "tab", "y", "1")
        assert note_of(vault, client, 2) == "came in\ntwo"
        await press(pilot, "end", "x", "u", "u")
        assert "the copy stays in the record" in said(pilot)[-1]
        assert set(texts(own, client)) == {"keep me", "secret\ntwo"}
        assert notes(own, client)[0].copied_at is None
        assert note_of(vault, client, 2) == "came in\ntwo"


async def test_they_do_not_open_over_the_curtain(
    vault: Vault, client: str, clock: Clock, own: OwnFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.write(own_notes.add, client, "keep me")
    async with running(vault, clock) as pilot:

        async def slow(app: Any, uid: str) -> Any:
            await app.action_curtain()
            return await read_own(app, uid)

        monkeypatch.setattr(own_screen, "read_own", slow)
        await press(pilot, "g", "o")
        assert isinstance(pilot.app.screen, CurtainScreen)
        assert not are_open(pilot)


async def test_looking_together_and_in_ones_own_vault_there_are_none(
    vault: Vault, client: str, clock: Clock, own: OwnFile
) -> None:
    own.write(own_notes.add, client, "impatient")
    async with running(vault, clock) as pilot:
        await press(pilot, "g")
        assert "own notes" in screen_text(pilot)
        await press(pilot, "escape", "w", "g")
        assert "own notes" not in screen_text(pilot)
        await press(pilot, "o")
        assert said(pilot)[-1] == TOGETHER
        assert not are_open(pilot)
        await press(pilot, "w", "slash")
        await write(pilot, "impatient")
        assert "Nothing with these words" in screen_text(pilot)
    vault.keep(settings.put, settings.AUDIENCE, "me")
    async with running(vault, clock) as pilot:
        await press(pilot, "g")
        assert "own notes" not in screen_text(pilot)
        await press(pilot, "o")
        assert not are_open(pilot)
        assert not said(pilot)


async def test_going_elsewhere_keeps_it_and_help_lies_over_it(
    vault: Vault, client: str, clock: Clock, own: OwnFile
) -> None:
    async with running(vault, clock, size=(80, 24)) as pilot:
        await open_own(pilot, "impatient")
        await press(pilot, "ctrl+g", "h")
        assert "own notes" not in screen_text(pilot)
        await press(pilot, "ctrl+g", "o")
        await press(pilot, "ctrl+g", "o")  # where one is already
        await write(pilot, " still")
        await press(pilot, "tab", "question_mark")
        assert "after one question" in " ".join(screen_text(pilot).split())
        await press(pilot, "escape", "ctrl+g", "s")
        assert not are_open(pilot)
        assert pilot.app.screen.query_one("SessionsArea").display
        await open_own(pilot, "of another hour")
        await press(pilot, "ctrl+g", "p")
    assert texts(own, client) == ["of another hour", "impatient still"]


async def test_a_full_disk_loses_nothing_and_keeps_nobody(
    vault: Vault, client: str, clock: Clock, own: OwnFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(vault, clock) as pilot:
        app: Any = pilot.app

        async def full(self: Asked, *_: Any, **__: Any) -> Any:
            raise DiskFull

        with monkeypatch.context() as patch:
            patch.setattr(app.vault.own, "write", full.__get__(app.vault.own))
            patch.setattr(app.vault.own, "keep", full.__get__(app.vault.own))
            await open_own(pilot, "half a sen")
            await press(pilot, "escape")
            assert not are_open(pilot)
            assert "disk is full" in said(pilot)[-1]
            assert "not lost" in said(pilot)[-1]
            await press(pilot, "ctrl+q")
            assert app.vault.is_open, "quitting warns once"
        await open_own(pilot)
        await write(pilot, "tence")
        await press(pilot, "escape")
        await app._flush_drafts()
    assert texts(own, client) == ["half a sentence"]


async def test_whatever_is_wrong_with_the_file_is_said_here_and_the_record_goes_on(
    vault: Vault, client: str, clock: Clock, own: OwnFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = place.own_path(vault.path)
    for number in range(9):
        own.write(own_notes.add, client, f"{number} {'tired ' * 600}")
    own.close()
    whole = path.read_bytes()
    backup.make(path, vault.key, clock.now())

    async def what_is_said() -> str:
        async with running(vault, clock) as pilot:
            await open_own(pilot, "lost")
            shown = " ".join(screen_text(pilot).split())
            await press(pilot, "escape")
            await press(pilot, "2", "n")
            await write(pilot, "Lena friend 2")
            await press(pilot, "enter", "escape", "u")
            assert said(pilot)[-1].startswith("Taken back")
            return shown

    hurt(path, 4096 + 100)
    assert "Your own notes are damaged." in await what_is_said()
    path.unlink()
    assert "The file of your own notes is missing" in await what_is_said()
    path.write_bytes(whole)
    path.chmod(0o400)
    monkeypatch.setattr("ipt_tui.vault.vault.writable", lambda at: at != path)
    async with running(vault, clock) as pilot:
        await open_own(pilot, "x")
        shown = screen_text(pilot)
        assert READ_ONLY in shown
        assert "8 tired" in shown
        await press(pilot, "u", "e", "x", "escape")
        assert said(pilot)[-1] == READ_ONLY
    assert path.read_bytes() == whole
