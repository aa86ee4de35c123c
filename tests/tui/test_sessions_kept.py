"""Whichever way one leaves the note it is kept, and nothing goes without a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ipt_tui.tui.areas.sessions.reading import read_session
from ipt_tui.vault import agendas, courses, drafts, session_told, sessions
from ipt_tui.vault.pads import note_place
from tests.tui.running import NOW, press, running, said, screen_text, settle, write
from tests.tui.sitting import TODAY, agree, area, begin, eighth

if TYPE_CHECKING:
    import pytest

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def test_kept_in_brief_each_thing_that_would_go_is_asked_about(
    vault: Vault, client: str, clock: Clock
) -> None:
    agree(vault, client, "brief")
    async with running(vault, clock) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+g", ".")
        assert "just begun" in said(pilot)[-1].lower()
        await write(pilot, "~3 hurt")
        await press(pilot, "ctrl+g", ".")
        assert said(pilot)[-1].startswith("1 of its lines wait"), "the line one is typing in too"
        await press(pilot, "enter")
        await write(pilot, "~2 worse")
        await press(pilot, "ctrl+g", ".")
        assert said(pilot)[-1].startswith("2 of its lines wait"), "what came since is asked about"
        assert eighth(vault, client).line.running
        await press(pilot, "ctrl+g", ".")
        assert not eighth(vault, client).line.running


async def test_going_to_what_is_to_do_keeps_the_note_as_a_step_of_its_own(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot)
        await write(pilot, "ten lines")
        await press(pilot, "ctrl+g", "a")
        assert eighth(vault, client).text("note") == "ten lines"
        await press(pilot, "u")
        session = eighth(vault, client)
        assert (session.text("note"), session.line.running) == ("", True)


async def test_another_session_that_comes_into_the_pad_keeps_what_is_typed_in_the_one_before(
    vault: Vault, client: str, clock: Clock
) -> None:
    course = vault.read(courses.current, client, TODAY)
    assert course is not None
    third = vault.read(sessions.of_course, course.uid)[2].uid
    vault.write(session_told.tell, third, note="a zebra crossing")
    async with running(vault, clock) as pilot:
        await begin(pilot)
        await write(pilot, "typed in the eighth")
        await press(pilot, "escape", "slash")
        await write(pilot, "zebra")
        await press(pilot, "enter")
        assert "session 3 of 16" in screen_text(pilot)
        assert eighth(vault, client).text("note") == "typed in the eighth"
        await pilot.app.drafting.flush()  # type: ignore[attr-defined]
        assert vault.read(drafts.load, note_place(eighth(vault, client).uid)) is None


async def test_looking_together_nothing_of_a_note_is_found_and_nothing_is_changed(
    vault: Vault, client: str, clock: Clock
) -> None:
    eighth_ = eighth(vault, client).uid
    vault.write(agendas.fill, eighth_)
    async with running(vault, clock) as pilot:
        await begin(pilot)
        await write(pilot, "a zebra crossing")
        await press(pilot, "ctrl+g", "w")
        assert pilot.app.screen.focused is not None
        await press(pilot, "home", "space", "x", "J")
        assert "Stop looking together" in said(pilot)[-1]
        assert not any(line.done for line in eighth(vault, client).agenda)
        await press(pilot, "slash")
        await write(pilot, "zebra")
        assert "Nothing with these words" in screen_text(pilot)
        await press(pilot, "escape", "w", "slash")
        await write(pilot, "zebra")
        assert "crossing" in screen_text(pilot)


async def test_a_session_of_a_course_that_has_ended_opens_where_it_is_asked_for(
    vault: Vault, client: str, clock: Clock
) -> None:
    course = vault.read(courses.current, client, TODAY)
    assert course is not None
    seventh = vault.read(sessions.of_course, course.uid)[6].uid
    vault.write(session_told.tell, seventh, note="~7 calm, all the while")
    vault.write(courses.end, course.uid, (NOW - timedelta(days=2)).date())
    async with running(vault, clock) as pilot:
        pilot.app.context = replace(pilot.app.context, session=seventh)  # type: ignore[attr-defined]
        await press(pilot, "5")
        assert "session 7 of 16" in screen_text(pilot)
        assert "to tidy 1" in screen_text(pilot)


async def test_what_is_taken_from_the_note_comes_after_the_note_and_goes_first(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "!talk @Sam the flat", "me: ask me first", "and more")
        await press(pilot, "up", "up", "ctrl+g", "t", "escape", "escape", "u")
        assert "a session: note" not in said(pilot)[-1]
        assert eighth(vault, client).text("note").split() == [
            "!talk", "@Sam", "the", "flat", "me:", "ask", "me", "first", "and", "more",
        ]  # fmt: skip


async def test_a_reading_that_began_before_the_note_was_kept_does_not_bring_the_old_one_back(
    vault: Vault, client: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "first")
        sessions_area, kept = area(pilot), list[bool]()

        async def late(*args: Any, **kwargs: Any) -> Any:
            found = await read_session(*args, **kwargs)
            if not kept:
                kept.append(True)
                await sessions_area.keeper.kept_now(eighth(vault, client).uid)
            return found

        monkeypatch.setattr("ipt_tui.tui.areas.sessions.note_keeper.read_session", late)
        await sessions_area.read()
        assert sessions_area.pad.text == "first\n"
        await settle(pilot)
        await write(pilot, "second")
        await press(pilot, "escape")
        assert eighth(vault, client).text("note") == "first\nsecond"
        assert not any("another window" in told for told in said(pilot))
