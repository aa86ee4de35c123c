"""The form that sets up a course, and changes it: every field may stay as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.tui.widgets.field import Field
from ipt_tui.vault import clients, course_setup, courses, session_told, sessions
from tests.conftest import NOW
from tests.tui.running import filled, press, resize, running, screen_text, send, settle, write
from tests.vault.k7_met import meet

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.course_setup import Standing
    from ipt_tui.vault.vault import Vault

TODAY = NOW.date()


def stands(vault: Vault, client: str) -> Standing:
    return vault.read(course_setup.standing, client, TODAY, DAY_STARTS_AT)


async def fill(pilot: Pilot[str], *typed: str) -> None:
    """Type into one field after the other; None of them is emptied first."""
    for text in typed:
        await write(pilot, text)
        await press(pilot, "enter")


async def type_over(pilot: Pilot[str], text: str) -> None:
    """Put this in the field in place of what stands there."""
    await press(pilot, "home", "ctrl+k")
    await write(pilot, text)
    await press(pilot, "enter")


async def test_enter_through_it_begins_the_usual_course(vault: Vault, clock: Clock) -> None:
    client = filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "p")
        assert "The course of K7" in screen_text(pilot)
        await press(pilot, *["enter"] * 8)
        assert "session 1 of 16" in screen_text(pilot)
    course = stands(vault, client).course
    assert course is not None
    assert (course.template, course.planned, course.modality) == ("ipt16", 16, "in_person")


async def test_all_of_it_typed(vault: Vault, clock: Clock) -> None:
    client = filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "p")
        await fill(pilot, "3")
        await write(pilot, "2")
        assert "begun about 16 Nov, worked out from this number" in screen_text(pilot)
        await press(pilot, "enter", "enter")
        assert pilot.app.screen.query_one("#planned", Field).placeholder == "12"
        await write(pilot, "tue 14:00")
        assert "Sessions 2 to 12, Tuesdays at 14:00" in screen_text(pilot)
        await press(pilot, "enter")
        await fill(pilot, "room [2]", "video", "conclusion", "brief")
        assert "session 2 of 12" in screen_text(pilot)
        assert "tomorrow 14:00" in screen_text(pilot)
        assert "room [2]" in screen_text(pilot)
        await press(pilot, "u")
        assert "session 2 of 12" not in screen_text(pilot)
        await press(pilot, "U")
    stood = stands(vault, client)
    assert stood.course is not None
    assert (stood.plan.vocabulary, stood.plan.kept) == ("conclusion", "brief")
    assert len(vault.read(sessions.of_course, stood.course.uid)) == 11
    assert vault.read(clients.fields_of, client)[0].kept_since == "2026-11-23"


async def test_less_kept_from_now_on_asks_what_becomes_of_the_notes_so_far(
    vault: Vault, clock: Clock
) -> None:
    seventh = meet(vault).sessions[6]
    vault.write(session_told.tell, seventh, note="an umbrella")
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "p")
        assert "Notes so far" not in screen_text(pilot)
        pilot.app.screen.query_one("#kept", Field).focus()
        await press(pilot, "home", "ctrl+k")
        await write(pilot, "brief")
        assert "Notes so far" in screen_text(pilot)
        await press(pilot, "enter")
        assert "they can be read as before" in screen_text(pilot)
        await press(pilot, "enter", "5", "comma")
        assert "an umbrella" in screen_text(pilot)


@pytest.mark.parametrize(
    ("typed", "sentence", "lit"),
    [
        (("shoes",), "No form of a course is called “shoes”", "template"),
        (("", "many"), "whole number from 0 to 500", "now"),
        (("", "20", "16"), "please check the two numbers", "planned"),
        (("", "", "", "30 feb 14:00"), "30 feb", "first"),
        (("", "", "", "soon"), "soon", "first"),
        (("", "", "", "", "", "pigeon"), "“pigeon” does not fit here", "modality"),
    ],
)
async def test_what_is_not_understood_is_said_in_a_sentence_and_stays(
    typed: tuple[str, ...], sentence: str, lit: str, vault: Vault, clock: Clock
) -> None:
    client = filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "p")
        await fill(pilot, *typed, *[""] * (8 - len(typed)))
        shown = screen_text(pilot)
        assert sentence in " ".join(part.strip(" │") for part in shown.splitlines())
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == lit
        assert all(text in shown for text in typed)
    assert stands(vault, client).course is None


async def test_a_room_that_looks_like_a_date_is_asked_about_once(
    vault: Vault, clock: Clock
) -> None:
    met = meet(vault)
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "1", "p")
        foot = screen_text(pilot).splitlines()[-1]
        assert "enter next" in foot
        assert "esc close" in foot
        await press(pilot, *["enter"] * 3)
        await type_over(pilot, "tue 14:00")
        assert "looks like a date" in screen_text(pilot)
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "place"
        await press(pilot, *["enter"] * 4)
    assert stands(vault, met.client).plan.place == "tue 14:00"


async def test_another_number_of_sessions_asks_why(vault: Vault, clock: Clock) -> None:
    met = meet(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "p")
        assert "Why the change" not in screen_text(pilot)
        await press(pilot, "enter")
        await type_over(pilot, "20")
        assert "Why the change" in screen_text(pilot)
        await write(pilot, "a hard winter")
        await press(pilot, *["enter"] * 7)
        assert "session 8 of 20" in screen_text(pilot)
    course = stands(vault, met.client).course
    assert course is not None
    assert [(a.before, a.after, a.reason) for a in course.renegotiations] == [
        (16, 20, "a hard winter")
    ]


async def test_fewer_than_were_held_are_refused_and_nothing_is_lost(
    vault: Vault, clock: Clock
) -> None:
    met = meet(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "p", "enter")
        await type_over(pilot, "5")
        await press(pilot, *["enter"] * 7)
        assert "Session 7 was held already" in screen_text(pilot)
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "planned"
        await press(pilot, "escape", "p")
        assert pilot.app.screen.query_one("#planned", Field).value == "5"
    assert stands(vault, met.client).plan.planned == 16


async def test_enter_through_it_plans_what_is_left_and_once_more_changes_nothing(
    vault: Vault, clock: Clock
) -> None:
    met = meet(vault)
    before = stands(vault, met.client)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "p", *["enter"] * 7)
        assert "Clients" in screen_text(pilot)
        lines = vault.read(sessions.of_course, met.course)
        assert [line.number for line in lines] == list(range(1, 17))
        await press(pilot, "p", *["enter"] * 7)
        assert vault.read(sessions.of_course, met.course) == lines
    assert stands(vault, met.client) == before


async def test_another_day_and_room_move_what_is_to_come(vault: Vault, clock: Clock) -> None:
    met = meet(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "p", "enter", "enter")
        await type_over(pilot, "thu 9:30")
        await type_over(pilot, "room 4")
        await press(pilot, "enter", "enter", "enter")
        assert "Thu 09:30" in screen_text(pilot)
        assert "room 4" in screen_text(pilot)
    lines = vault.read(sessions.of_course, met.course)
    assert [line.number for line in lines] == list(range(1, 17))
    assert {line.place for line in lines if line.ahead} == {"room 4"}


async def test_what_was_agreed_is_corrected_and_the_phases_move(vault: Vault, clock: Clock) -> None:
    met = meet(vault)
    vault.write(courses.renegotiate, met.course, TODAY, 12, "a hard winter", "both")
    vault.begin()
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "p")
        assert "Was 16, now 12" in screen_text(pilot)
        await press(pilot, *["tab"] * 8)
        await type_over(pilot, "5")
        assert "beginning 1–4 · middle 5–10 · ending 11–12" in screen_text(pilot)
        await press(pilot, "up", "up", "up", "up")
        await type_over(pilot, "conclusion")
        await press(pilot, *["down"] * 8)
        await type_over(pilot, "20 nov")
        await press(pilot, "enter")
        await type_over(pilot, "a hard year")
        assert "session 8 of 12" in screen_text(pilot)
        await press(pilot, "u")
        assert vault.read(courses.course, met.course).vocabulary == "termination"
        await press(pilot, "U")
    course = vault.read(courses.course, met.course)
    (anew,) = course.renegotiations
    assert (course.bounds.middle_from, course.vocabulary) == (5, "conclusion")
    assert (anew.day.isoformat(), anew.reason, anew.agreed_by) == (
        "2026-11-20", "a hard year", "both",
    )  # fmt: skip


async def test_a_course_ends_and_the_next_is_maintenance(vault: Vault, clock: Clock) -> None:
    met = meet(vault)
    vault.write(courses.change, met.course, vocabulary="conclusion")
    vault.begin()
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "p", *["tab"] * 13)
        await type_over(pilot, "tomorrow")
        assert "still to come" in screen_text(pilot)
        await type_over(pilot, "today")
        shown = screen_text(pilot)
        assert "Maintenance" in shown
        assert "The course ended 23 Nov; p agrees on what comes next" in " ".join(
            shown.replace("│", " ").split()
        )
        await press(pilot, "p")
        assert "the one before ended 23 Nov" in screen_text(pilot)
        await press(pilot, *["enter"] * 8)
        assert "session 1" in screen_text(pilot)
        await press(pilot, "u", "u")
        assert "8 of 16" in screen_text(pilot)
    assert stands(vault, met.client).plan.vocabulary == "conclusion"


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50)], ids=str)
async def test_the_whole_form_is_seen_at_every_size(
    size: tuple[int, int], vault: Vault, clock: Clock
) -> None:
    meet(vault)
    async with running(vault, clock, size=size) as pilot:
        await press(pilot, "1", "p")
        for now in (size, (80, 24), (160, 50)):
            await resize(pilot, now)
            shown = screen_text(pilot)
            for words in ("The course of K7", "Form", "Room", "Kept", "10 maintenance", "in full"):
                assert words in shown


async def test_typed_in_a_burst_every_letter_finds_its_field(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1")
        send(pilot, "n", "M", "3", *["enter"] * 6, "7", "enter", "4")
        await settle(pilot)
        assert "The course of M3" in screen_text(pilot)
        assert pilot.app.screen.query_one("#template", Field).value == "7"
        assert pilot.app.screen.query_one("#now", Field).value == "4"
        await press(pilot, "escape")
        send(pilot, "p", "3")
        await settle(pilot)
        assert pilot.app.screen.query_one("#template", Field).value.endswith("3")


async def test_ones_own_vault_has_no_course(vault: Vault, clock: Clock) -> None:
    filled(vault, whose="me")
    async with running(vault, clock) as pilot:
        await press(pilot, "1")
        before = screen_text(pilot)
        await press(pilot, "o", "n", "space", "x")
        assert screen_text(pilot) == before
        await press(pilot, "p")  # is the card for the next meeting there
        assert "course" not in before + screen_text(pilot)


async def test_help_typed_is_no_answer(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "p")
        await write(pilot, "help")
        await press(pilot, "enter")
        assert "The course of K7" not in screen_text(pilot)
        await press(pilot, "escape")
        assert "The course of K7" in screen_text(pilot)
