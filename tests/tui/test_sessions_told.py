"""What is told of a session beside its note: techniques, practices, its clock, who is there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import people, practices, sessions, settings, talks
from tests.tui.running import NOW, press, running, said, screen_text, write
from tests.tui.sitting import BEGAN, TODAY, area, begin, eighth, to_row

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault


async def test_what_was_done_is_told_and_corrected(vault: Vault, client: str, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "!talk @Sam february", "me: remember it")
        await press(pilot, "ctrl+g", "y", "enter")
        await to_row(pilot, "used:new")  # a talk that is noted only is none analysed
        await press(pilot, "enter")
        assert area(pilot).bar.asked.value == ""  # type: ignore[union-attr]
        await write(pilot, "5, 13")
        await press(pilot, "enter")
        assert "type their numbers, 1 to 12" in screen_text(pilot)
        await press(pilot, "backspace", "backspace", *"7, safety", "enter")
        assert eighth(vault, client).techniques == (
            "communication_analysis", "role_play", "safety_work",
        )  # fmt: skip
        await to_row(pilot, "used:role_play")
        await press(pilot, "x")
        assert "role_play" not in eighth(vault, client).techniques
        assert "role play" not in screen_text(pilot)
        await press(pilot, "u")
        assert "role play" in screen_text(pilot)


async def test_a_practice_is_pointed_at_somebody_and_at_the_talk_it_grew_out_of(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "!talk @Sam february", "me: remember it", ">ask for Tuesdays")
        await press(pilot, "ctrl+g", "y", "enter", "enter")
        await to_row(pilot, "practice:")
        await press(pilot, "enter", "enter")
        assert "Whom is it about?" in screen_text(pilot)
        await write(pilot, "Sam, Noor")
        await press(pilot, "enter")
        assert "type one name" in screen_text(pilot)
        await press(pilot, *["backspace"] * 6, "enter")
        assert "Which talk did it grow out of?" in screen_text(pilot)
        assert "february" in screen_text(pilot)
        await press(pilot, "1", "escape")
        (one,) = vault.read(practices.of_client, client)
        assert one.who is not None
        assert one.who.name == "Sam"
        found = vault.read(talks.talk, one.talk or "", TODAY)
        assert found.line.subject == "february"
        await press(pilot, "u", "u")
        (one,) = vault.read(practices.of_client, client)
        assert (one.who, one.talk) == (None, None)


async def test_a_session_to_come_is_prepared_and_no_note_of_it_drafted(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "5")
        await to_row(pilot, "agenda:fill")
        await press(pilot, "enter")
        assert "Halfway look" in screen_text(pilot)
        assert "prepare what belongs" not in screen_text(pilot)
        await press(pilot, "v", "enter")
        assert "still to come" in said(pilot)[-1]
        assert eighth(vault, client).progress_note is None


async def test_a_draft_of_a_note_is_taken_out_and_brought_back(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot)
        await press(pilot, "escape", "v", "enter")
        assert eighth(vault, client).progress_note is not None
        await press(pilot, "x")
        assert eighth(vault, client).progress_note is None
        assert "u brings it back" in said(pilot)[-1]
        await press(pilot, "u")
        assert eighth(vault, client).progress_note is not None


async def test_a_question_beside_the_progress_note_leads_back_to_where_it_was_asked(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot)
        await press(pilot, "escape", "v", "enter", "e", "escape")
        assert area(pilot).progress_note.has_focus
        await to_row(pilot, "field:plan_next")
        await press(pilot, "enter", "escape")
        assert area(pilot).each_time.cursor == "field:plan_next"
        assert area(pilot).each_time.has_focus


async def test_the_minutes_are_hidden_by_a_key_and_stay_so(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot)
        pilot.app.clock = Clock(NOW + timedelta(minutes=12))  # type: ignore[attr-defined]
        area(pilot).show_head()
        assert "12 of 50 min" in screen_text(pilot)
        await press(pilot, "escape", "minus")
        assert "of 50 min" not in screen_text(pilot)
        assert vault.read(settings.get, settings.SESSION_MINUTES) is False
    vault.begin()
    async with running(vault, clock) as pilot:  # as after a lock
        assert eighth(vault, client).line.running
        await press(pilot, "5")
        assert "session 8 of 16" in screen_text(pilot)
        assert "of 50 min" not in screen_text(pilot)
        await press(pilot, "escape", "plus")
        assert "0 of 50 min" in screen_text(pilot)


async def test_when_it_began_and_ended_is_put_right_also_over_midnight(
    vault: Vault, client: str, clock: Clock
) -> None:
    seventh = vault.read(sessions.last_before, eighth(vault, client).uid)
    assert seventh is not None

    def times() -> tuple[str, str]:
        line = vault.read(sessions.session, seventh.uid, TODAY).line
        assert line.started is not None
        return line.started.wall, line.ended.wall if line.ended else ""

    async with running(vault, clock) as pilot:
        await press(pilot, "5", "escape", "comma")
        assert "50 min" in screen_text(pilot)
        await to_row(pilot, "field:started")
        await press(pilot, "enter", "ctrl+u")
        await write(pilot, "23:40")
        await press(pilot, "enter")
        assert "It would end at 14:50, before it began at 23:40" in screen_text(pilot)
        await press(pilot, "ctrl+u", *"14:10", "enter")
        assert times() == ("2026-11-17T14:10", "2026-11-17T14:50")
        assert "When did it end?" in screen_text(pilot)
        await press(pilot, "ctrl+u", *"00:20", "enter")
        assert times() == ("2026-11-17T14:10", "2026-11-18T00:20")
        await press(pilot, "up", "up")
        await press(pilot, "ctrl+u", *"23:40", "enter", "escape")
        assert times() == ("2026-11-17T23:40", "2026-11-18T00:20")
        assert "40 min" in screen_text(pilot)
        await to_row(pilot, "field:started")
        await press(pilot, "enter", "ctrl+u", "enter")
        assert "It has begun, so there is a time" in screen_text(pilot)


async def test_who_is_there_stands_above_and_by_video_one_is_asked_to_be_alone(
    vault: Vault, client: str, clock: Clock
) -> None:
    names = vault.read(people.names, client)
    vault.write(practices.agree, client, "ask Sam once", BEGAN, names["Sam"], None,
                vault.read(sessions.last_before, eighth(vault, client).uid).uid)  # type: ignore[union-attr]  # fmt: skip
    async with running(vault, clock, size=(80, 24)) as pilot:
        await begin(pilot)
        assert "Last time: ask Sam once · Plan: halfway look" in screen_text(pilot)
        await press(pilot, "ctrl+g", "a")
        await to_row(pilot, "field:format")
        await press(pilot, "enter", "3")
        assert "Who was there beside the client?" in screen_text(pilot)
        await press(pilot, "escape")
        assert "who is there?" in screen_text(pilot)
        await to_row(pilot, "field:attendees")
        await press(pilot, "enter")
        await write(pilot, "Jo")
        await press(pilot, "enter", "2", "escape")
        text = " ".join(screen_text(pilot).split())
        assert "K7 · session 8 of 16" in text
        assert "video · with Jo" in text
        assert eighth(vault, client).agenda[0].code == "overheard"
