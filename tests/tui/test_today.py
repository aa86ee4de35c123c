"""Today: who comes next, the brief, and each of its keys, on a vault that is really there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.course_plan import CoursePlan
from ipt_tui.ipt.moments import moment
from ipt_tui.tui.tabs import TABS, Tab
from ipt_tui.vault import (
    clients,
    course_setup,
    drafts,
    people,
    progress_notes,
    session_times,
    session_told,
    sessions,
    settings,
    todos,
)
from tests.conftest import NOW
from tests.once import once
from tests.tui.running import filled, press, resize, running, said, screen_text, send, settle, write
from tests.vault.k7_met import Met, meet

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

TODAY = NOW.date()
SIZES = ((80, 24), (100, 30), (160, 50))

TO_TODAY = ("ctrl+g", "d")


@pytest.fixture
def met(vault: Vault) -> Met:
    """K7's course, and another client who comes on Thursday."""
    return two_clients(vault)


@once
def two_clients(vault: Vault) -> Met:
    met = meet(vault)
    m2 = vault.write(clients.add, "M2")
    first = moment(datetime(2026, 11, 26, 10, 30, tzinfo=UTC))
    vault.write(course_setup.set_up, m2, CoursePlan(now=3, planned=12, first=first), TODAY)
    vault.begin()
    return met


def attendance(vault: Vault, uid: str) -> tuple[str, bool]:
    line = vault.read(sessions.session, uid, TODAY).line
    return line.attendance, line.running


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_at_one_glance_and_nothing_cut_off(
    size: tuple[int, int], vault: Vault, clock: Clock, met: Met
) -> None:
    vault.write(progress_notes.draft, met.sessions[6])
    async with running(vault, clock, size=size) as pilot:
        await press(pilot, "1")
        for now in (size, *SIZES):
            await resize(pilot, now)
            shown = screen_text(pilot)
            assert "…" not in shown
            for words in (
                "K7 · session 8 tomorrow 14:00, room 2", "8 of 16", "tomorrow 14:00", "3 of 12",
                "Thu 10:30", "Unsigned", "K7 session 7", "letter to GP", "halfway look",
                "Mum, 6 Nov: new", "PHQ-9 17 · 13 · 9", "GAD-7 12 · 10 · 6", "PHQ-9, GAD-7",
                "8 left after it",
            ):  # fmt: skip
                assert words in shown, (now, words)
            first = [line.strip()[:2] for line in shown.splitlines()[4:6]]
            assert first == ["K7", "M2"]


async def test_moving_among_clients_reads_only_the_brief(
    vault: Vault, clock: Clock, met: Met, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "1")
        read: list[str] = []
        whole = pilot.app.vault.read  # type: ignore[attr-defined]

        def counted(fn: object, *args: object) -> object:
            read.append(getattr(fn, "__name__", ""))
            return whole(fn, *args)

        monkeypatch.setattr(pilot.app.vault, "read", counted)  # type: ignore[attr-defined]
        await press(pilot, "down")
        assert read == ["day_of", "chosen"], "the brief, and what the top line says of the focus"
        assert "M2 · session 3 Thu 26 Nov 10:30" in screen_text(pilot)
        read.clear()
        pilot.app.record._record_changed()  # type: ignore[attr-defined]
        await settle(pilot)
        assert read == ["today", "chosen", "day_of"]


async def test_looking_together_hides_others_and_what_is_ones_own(
    vault: Vault, clock: Clock, met: Met
) -> None:
    vault.write(progress_notes.draft, met.sessions[6])
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "w")
        shown = screen_text(pilot)
        assert "Meeting 8 tomorrow 14:00, room 2" in shown
        for words in ("M2", "Unsigned", "letter to GP", "promised", "To do", "Clients"):
            assert words not in shown
        await press(pilot, "n", "p", "o", "x", "space")
        assert screen_text(pilot).splitlines()[3:-1] == shown.splitlines()[3:-1]
        await press(pilot, "w")
        assert "M2" in screen_text(pilot)


async def test_the_veiled_never_shows_and_a_to_do_only_when_asked_for(
    vault: Vault, clock: Clock, met: Met
) -> None:
    who = vault.write(people.add, met.client, PersonLine("Quillon", "friend"), TODAY)
    vault.write(people.tell, who, None, sensitive=True)
    vault.write(todos.add, met.client, "ring Quillon")
    async with running(vault, clock) as pilot:
        await press(pilot, "1")
        assert "Quillon" not in screen_text(pilot)
        await press(pilot, "end", "up", "e")
        assert "enter shows it first" in said(pilot)[-1]
        await press(pilot, "enter")
        assert "ring Quillon" in screen_text(pilot)
        await press(pilot, "home", "down")
        assert "Quillon" not in screen_text(pilot)
        await press(pilot, "w")
        assert "Quillon" not in screen_text(pilot)


async def test_s_begins_the_next_session_and_u_takes_it_back(
    vault: Vault, clock: Clock, met: Met
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "s")
        assert attendance(vault, met.sessions[7]) == ("attended", True)
        await press(pilot, *TO_TODAY)
        assert "since 18:00" in screen_text(pilot)
        assert "Not ended" in screen_text(pilot)
        await press(pilot, "s")
        assert len(vault.read(sessions.of_course, met.course)) == 8
        await press(pilot, *TO_TODAY, "u")
        assert attendance(vault, met.sessions[7]) == ("planned", False)


async def test_s_plans_a_session_where_none_is_planned(
    vault: Vault, clock: Clock, met: Met
) -> None:
    vault.write(session_times.remove, met.sessions[7])
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "home", "down", "s")
        lines = vault.read(sessions.of_course, met.course)
        assert [line.number for line in lines if line.running] == [8]


async def test_s_goes_to_the_tab_of_sessions(
    vault: Vault, clock: Clock, met: Met, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = next(tab for tab in TABS if tab.id == "sessions")
    gone: list[str] = []
    async with running(vault, clock) as pilot:
        monkeypatch.setattr(pilot.app, "action_go_to", gone.append)
        await press(pilot, "1", "s")
    assert gone == ["sessions"]
    assert isinstance(there, Tab)


@pytest.mark.parametrize("minutes", [-60, -1])
async def test_a_clock_set_back_is_said_and_nothing_is_lost(
    minutes: int, vault: Vault, met: Met
) -> None:
    vault.write(session_times.start, met.sessions[7], moment(NOW))
    vault.write(session_times.end, met.sessions[7], moment(NOW + timedelta(minutes=50)))
    async with running(vault, Clock(NOW + timedelta(minutes=minutes))) as pilot:
        await press(pilot, "1", "home", "down", "s")
        assert "before session 8 began" in said(pilot)[-1]
    assert len(vault.read(sessions.of_course, met.course)) == 8


@pytest.mark.parametrize(
    ("letter", "word", "running_"),
    [
        ("lb", "late", True),
        ("n", "no_show", False),
        ("c", "cancelled_client", False),
        ("m", "cancelled_me", False),
    ],
)
async def test_o_and_a_letter_say_what_became_of_a_session(
    letter: str, word: str, running_: bool, vault: Vault, clock: Clock, met: Met
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "o")
        assert "cancelled by the client" in screen_text(pilot)
        await press(pilot, *letter)
        assert attendance(vault, met.sessions[7]) == (word, running_)
        await press(pilot, *TO_TODAY, "u")
        assert attendance(vault, met.sessions[7]) == ("planned", False)


async def test_what_waits_to_be_tidied_is_taken_from_today_with_one_key(
    vault: Vault, clock: Clock, met: Met
) -> None:
    note = "came in bright\n~7 calm since sunday\n>ring Quillon\n!rota changed"
    vault.write(session_told.tell, met.sessions[6], note=note)
    vault.begin()
    async with running(vault, clock) as pilot:
        await press(pilot, "1")
        shown = screen_text(pilot)
        assert "To tidy   3 lines from K7 session 7" in shown
        assert "Quillon" not in shown
        send(pilot, "home", "down", "down", "down", "enter", "enter", "z")
        await settle(pilot)
        assert "to tidy 1" in screen_text(pilot)
        await press(pilot, *TO_TODAY)
        assert "1 line from K7 session 7" in screen_text(pilot)
        await press(pilot, "u")
        assert "2 lines from K7 session 7" in screen_text(pilot)
        await press(pilot, "w")
        assert "To tidy" not in screen_text(pilot)
        await press(pilot, "w")
        vault.write(people.tell, met.sam, None, sensitive=True)
        vault.write(session_told.tell, met.sessions[6], note=f"{note}\nSam rang")
        await press(pilot, "2", "space", "1", "end", "up", "up", "enter")
        assert "tells of something sensitive" in said(pilot)[-1]


async def test_o_offers_only_late_once_it_runs_and_any_other_key_closes(
    vault: Vault, clock: Clock, met: Met
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "s", *TO_TODAY, "o")
        assert "no show" not in screen_text(pilot)
        await press(pilot, "n")
        assert attendance(vault, met.sessions[7]) == ("attended", True)
        await press(pilot, "o", "l")
        assert attendance(vault, met.sessions[7]) == ("late", True)


async def test_a_session_begun_days_before_its_day_is_begun_and_said_to_be(
    vault: Vault, clock: Clock, met: Met
) -> None:
    async with running(vault, Clock(NOW - timedelta(days=2))) as pilot:
        await press(pilot, "1", "o")
        assert "K7 session 8:" in screen_text(pilot)
        await press(pilot, "l")
        assert "is planned for Tue 24 Nov" in screen_text(pilot)
        await press(pilot, "escape")
        assert attendance(vault, met.sessions[7]) == ("planned", False)
        await press(pilot, "o", "l", "b")
        assert attendance(vault, met.sessions[7]) == ("late", True)
        await press(pilot, *TO_TODAY, "u", "s")
        assert said(pilot)[-1].startswith("Session 8 was planned for Tue 24 Nov")
        assert attendance(vault, met.sessions[7]) == ("attended", True)
        await press(pilot, "escape", "u")
        assert attendance(vault, met.sessions[7]) == ("planned", False)


async def test_enter_prepares_without_a_clock_and_once_is_enough(
    vault: Vault, clock: Clock, met: Met
) -> None:
    async with running(vault, clock, size=(160, 50)) as pilot:
        await press(pilot, "1", "enter")
        shown = screen_text(pilot)
        assert "esc s begins" in shown
        assert "Halfway look" in shown
        assert attendance(vault, met.sessions[7]) == ("planned", False)
        agenda = vault.read(sessions.session, met.sessions[7], TODAY).agenda
        await press(pilot, *TO_TODAY, "enter", *TO_TODAY, "o", "p", "enter")
        found = vault.read(sessions.session, met.sessions[7], TODAY)
        assert found.agenda[0].text.startswith("Where are you, are you alone")
        assert found.agenda[1:] == agenda
        await press(pilot, *TO_TODAY, "u", "u")
        assert vault.read(sessions.session, met.sessions[7], TODAY).agenda == ()
        await press(pilot, "w", "enter")
        assert "begins" not in screen_text(pilot)  # it is the record that is opened


async def test_o_says_how_one_meets_this_once(vault: Vault, clock: Clock, met: Met) -> None:
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "1", "o")
        assert "v by video" in screen_text(pilot)
        await press(pilot, "v")
        assert "tomorrow 14:00, video" in screen_text(pilot)
        await press(pilot, "o", "j")
        line = vault.read(sessions.session, met.sessions[7], TODAY).line
        assert (line.modality, line.format) == ("video", "joint")
        shown = screen_text(pilot)
        assert "tomorrow 14:00, video" in shown
        assert "together with somebody" in shown
        await press(pilot, "u", "u", "s")
        line = vault.read(sessions.session, met.sessions[7], TODAY).line
        assert (line.modality, line.format, line.running) == ("in_person", "individual", True)


async def test_o_is_about_the_session_that_is_lit_and_moves_that_one_alone(
    vault: Vault, clock: Clock, met: Met
) -> None:
    planned = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
    ninth = vault.write(session_times.plan, met.course, moment(planned))
    vault.begin()
    async with running(vault, Clock(planned + timedelta(hours=2))) as pilot:
        await press(pilot, "1", "home", "down", "down", "down")
        await press(pilot, "o")
        assert "K7 session 8:" in screen_text(pilot)  # that at 13:00 would be the next
        await press(pilot, "n")
        assert attendance(vault, met.sessions[7])[0] == "no_show"
        assert attendance(vault, ninth)[0] == "planned"
        await press(pilot, "u", "home", "o", "t")
        assert "K7 session 9, Tue 24 Nov, 13:00: to when is it moved?" in screen_text(pilot)
        await write(pilot, "someday")
        await press(pilot, "enter")
        assert "is no day and hour" in screen_text(pilot)
        await press(pilot, "ctrl+u")
        await write(pilot, "thu 15:30")
        await press(pilot, "enter")
        assert said(pilot)[-1] == "K7 session 9 is moved to Thu 26 Nov, 15:30. u takes that back."
        top, tabs, *_ = screen_text(pilot).splitlines()
        assert top.startswith(" K7 ")
        assert top.endswith(said(pilot)[-1])  # in the top line, whatever was said before it
        assert "5 Sessions" in tabs
        assert pilot.app.screen.focused.id == "clients"  # type: ignore[union-attr]
        times = [(line.number, line.planned and line.planned.wall) for line in vault.read(
            sessions.of_course, met.course)[7:]]  # fmt: skip
        assert times == [(8, "2026-11-24T14:00"), (9, "2026-11-26T15:30")]
        await press(pilot, "u")
        assert vault.read(sessions.session, ninth, TODAY).line.planned.wall == "2026-11-24T13:00"  # type: ignore[union-attr]


async def test_without_a_course_the_keys_say_what_sets_one_up(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "s")
        assert said(pilot)[-1] == "K7 has no course of sessions yet; p sets one up."
        await press(pilot, "o")
        assert "no show" not in screen_text(pilot)
        assert "p sets up the course" in screen_text(pilot)


async def test_a_to_do_is_added_changed_ticked_removed(
    vault: Vault, clock: Clock, met: Met
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "end", "n")
        assert "What is to be done about K7?" in screen_text(pilot)
        await write(pilot, "ring [the] surgery")
        await press(pilot, "enter", "escape")
        assert "K7  ring [the] surgery" in screen_text(pilot)
        await press(pilot, "up", "e")
        await write(pilot, " soon")
        await press(pilot, "enter")
        assert "ring [the] surgery soon" in screen_text(pilot)
        await press(pilot, "space")
        assert "surgery" not in screen_text(pilot)
        await press(pilot, "u")
        assert "surgery" in screen_text(pilot)
        await press(pilot, "end", "up", "x")
        assert "surgery" not in screen_text(pilot)
        assert [t.text for t in vault.read(todos.of_client, met.client)] == ["letter to GP"]


async def test_n_and_e_on_a_client_are_about_the_client(
    vault: Vault, clock: Clock, met: Met
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "n")
        assert "New client" in screen_text(pilot)
        await press(pilot, "escape", "x", "space", "e")
        assert "Low since" in screen_text(pilot)


async def test_half_a_to_do_waits_as_a_draft(vault: Vault, clock: Clock, met: Met) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "end", "n")
        await write(pilot, "letter to the sch")
        pilot.app.drafting.flush_now()  # type: ignore[attr-defined]
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "end", "n")
        assert "letter to the sch" in screen_text(pilot)


@pytest.mark.parametrize(("minutes", "here"), [(-10, True), (9, True), (-30, False), (40, False)])
async def test_near_its_hour_one_lands_in_that_client_alone(
    minutes: int, here: bool, vault: Vault, met: Met
) -> None:
    m2 = next(line.uid for line in vault.read(clients.listing) if line.code == "M2")
    vault.keep(settings.put, settings.PLACE, {"area": "today", "client": m2})
    at = datetime(2026, 11, 24, 14, tzinfo=UTC) + timedelta(minutes=minutes)
    async with running(vault, Clock(at)) as pilot:
        shown = screen_text(pilot)
        assert ("M2" not in shown and "K7" in shown and "Clients" not in shown) is here


async def test_what_is_not_agreed_is_one_quiet_sentence_and_blocks_nothing(
    vault: Vault, clock: Clock, met: Met
) -> None:
    async with running(vault, clock, size=(160, 50)) as pilot:
        await press(pilot, "1")
        assert screen_text(pilot).count("The middle phase has begun") == 1
        await press(pilot, "s")
        assert attendance(vault, met.sessions[7])[1]


async def test_in_ones_own_vault_each_line_says_what_enter_does_there(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, ("Sam partner 1",), whose="me")
    sam = vault.read(people.names, client)["Sam"]
    vault.keep(drafts.save, f"review:{client}:2026-11-21:left", "3 hurt", client)
    vault.keep(drafts.save, f"{sam}:field:like", "quiet since", client)
    async with running(vault, clock) as pilot:
        app: Any = pilot.app
        assert "enter answer" in screen_text(pilot)
        page = " ".join(screen_text(pilot).split())
        assert (
            "2 texts were begun and not finished: in People, Sam; in an evening of 21 Nov." in page
        )
        assert "quiet" not in page
        await press(pilot, "end")
        assert "enter go on writing" in screen_text(pilot)
        await press(pilot, "enter")
        assert (app.record.switcher.current, app.context.person) == ("people", sam)
        await press(pilot, "e", "enter", "enter", "enter", "escape")
        await press(pilot, "1")
        assert "1 text was begun and not finished: in an evening of 21 Nov." in screen_text(pilot)
        await press(pilot, "question_mark")
        page = " ".join(screen_text(pilot).split())
        assert "How you are, and what you wrote down, at a glance." in page
        assert "Who comes next." not in page
        await press(pilot, "end")
        assert "How I've been" in screen_text(pilot)
