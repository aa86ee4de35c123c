"""The timeline on the screen: walking, zooming, tying, changing, keeping to one person."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.timeline import EventEntry, MoodEntry, Zoom
from ipt_tui.tui.context import Context
from ipt_tui.vault import clients, measure_plans, measuring, noting, timed
from ipt_tui.vault.timeline import Asked
from ipt_tui.vault.timeline import timeline as read
from tests.tui.running import press, running, screen_text, settle, write
from tests.vault import autumn

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.tui.areas.timeline.area import TimelineArea
    from ipt_tui.vault.vault import Vault


@pytest.fixture
def client(vault: Vault) -> str:
    client = autumn.fill(vault)
    vault.begin()
    return client


def area(pilot: Pilot[str]) -> TimelineArea:
    found: TimelineArea = pilot.app.screen.area  # type: ignore[attr-defined]
    return found


def lit(pilot: Pilot[str]) -> Any:
    return area(pilot).entry


async def light(pilot: Pilot[str], title: str) -> EventEntry:
    """Take the event with this title in hand."""
    shown = area(pilot).timeline
    assert shown is not None
    found = next(event for event in shown.events if title in event.title)
    area(pilot).take(found.uid)
    await settle(pilot)
    return found


async def test_it_opens_at_the_last_entry_and_walks_back(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        assert "Sun 22 Nov" in screen_text(pilot)
        assert "mood 7: calm · mood 6 → 7" in screen_text(pilot)
        await press(pilot, "left", "left")
        assert "talked about February" in screen_text(pilot)


async def test_walking_goes_on_beyond_the_days_on_screen(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "plus")
        assert area(pilot).days.zoom is Zoom.WEEK
        assert area(pilot).timeline is not None
        before = len(area(pilot).timeline.entries)  # type: ignore[union-attr]
        for _ in range(before):
            await press(pilot, "left")
        assert lit(pilot).first.isoformat() == "2026-11-14"


async def test_zoom_keeps_what_is_lit_and_stops_at_the_ends(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        kitchen = await light(pilot, "kitchen")
        for zoom in (Zoom.COURSE,):
            await press(pilot, "minus")
            assert area(pilot).days.zoom is zoom
            assert lit(pilot).uid == kitchen.uid
        await press(pilot, "minus", "minus")
        assert area(pilot).days.zoom is Zoom.LIFE
        assert "whole life" in screen_text(pilot)
        await press(pilot, "plus", "plus", "plus", "plus")
        assert area(pilot).days.zoom is Zoom.WEEK


async def test_only_one_person_and_the_split_of_the_sentence(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "minus")
        await light(pilot, "asked Sam for Tuesdays")
        await press(pilot, "f")
        assert "only Sam" in screen_text(pilot)
        assert "Sam is named in 9 entries" in screen_text(pilot)
        await light(pilot, "asked Sam for Tuesdays")
        await press(pilot, "space")
        text = " ".join(screen_text(pilot).split())
        assert "To 9 Nov: lower than the entry before 3 times of 5." in text
        assert "Since 12 Nov: higher than the entry before 2 times of 3" in text
        await press(pilot, "f")
        assert "only Sam" not in screen_text(pilot)


async def test_from_the_card_to_the_entries_and_from_an_entry_back_to_the_card(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        await light(pilot, "kitchen")
        await press(pilot, "g", "p")
        assert "Sam   partner" in screen_text(pilot)
        assert "9 entries" in screen_text(pilot)
        people: Any = pilot.app.screen.area  # type: ignore[attr-defined]
        await press(pilot, "tab")
        people.card.cursor = "entries"
        await press(pilot, "enter")
        assert "only Sam" in screen_text(pilot)


async def test_what_is_near_is_offered_tied_and_left(
    vault: Vault, client: str, clock: Clock
) -> None:
    shown = vault.read(read, client, Asked(autumn.TODAY))
    kitchen = next(e for e in shown.events if "kitchen" in e.title)
    mood = shown.tied(kitchen.uid)[0]
    vault.write(timed.untie, mood, kitchen.uid)
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        area(pilot).take(mood)
        await settle(pilot)
        assert "near: “kitchen" in area(pilot).pane.foot.offered
        await press(pilot, "space")
        assert area(pilot).timeline.tied(mood) == (kitchen.uid,)  # type: ignore[union-attr]
        assert "near:" not in area(pilot).pane.foot.offered
        await press(pilot, "u")
        assert "near: “kitchen" in area(pilot).pane.foot.offered
        await press(pilot, "z")
        assert "kitchen" not in area(pilot).pane.foot.offered


async def test_a_tie_is_asked_for_and_taken_away(vault: Vault, client: str, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        kitchen = await light(pilot, "kitchen")
        await press(pilot, "t")
        assert "Which mood goes with “kitchen" in screen_text(pilot)
        await press(pilot, "1")
        assert len(area(pilot).timeline.tied(kitchen.uid)) == 2  # type: ignore[union-attr]


async def test_an_entry_is_changed_question_after_question(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        await press(pilot, "e")
        assert "How was the mood?" in screen_text(pilot)
        await press(pilot, "ctrl+u", "1", "1", "enter")
        assert "whole number from 1 to 10" in screen_text(pilot)
        await press(pilot, "ctrl+u", "6", "enter")
        assert "What did it feel like?" in screen_text(pilot)
        await press(pilot, "ctrl+u", *"glad", "enter")
        assert "When was it?" in screen_text(pilot)
        await press(pilot, "ctrl+u", *"21 nov evening", "enter")
        await press(pilot, "escape")
        mood = lit(pilot)
        assert isinstance(mood, MoodEntry)
        assert (mood.value, mood.feelings, mood.when.wall) == (6, ("glad",), "2026-11-21T20:00")


async def test_somebody_new_is_named_with_an_at(vault: Vault, client: str, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        await light(pilot, "kitchen")
        await press(pilot, "e")
        while "Who was in it?" not in screen_text(pilot):
            await press(pilot, "enter")
        await write(pilot, ", @Ana")
        await press(pilot, "enter", "escape")
        assert [named.name for named in lit(pilot).people] == ["Sam", "Ana"]
        await press(pilot, "u")
        assert [named.name for named in lit(pilot).people] == ["Sam"]


async def test_an_event_can_belong_to_a_problem_area_and_to_none_again(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        kitchen = await light(pilot, "kitchen")
        await press(pilot, "e", *["enter"] * 4)
        assert "Does it belong to one of these?" in screen_text(pilot)
        assert "2 dispute" in screen_text(pilot)
        await press(pilot, "2")
        assert "How was it?" in screen_text(pilot)
        await press(pilot, "escape")
        assert lit(pilot).area == "role_dispute"
        await press(pilot, "w", "e", *["enter"] * 4)
        assert "2 a disagreement ✓" in screen_text(pilot)
        await press(pilot, "5", "escape")
        assert lit(pilot).uid == kitchen.uid
        assert lit(pilot).area == ""


async def test_removing_is_undoable(vault: Vault, client: str, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        uid = lit(pilot).uid
        await press(pilot, "x")
        assert area(pilot).timeline.entry(uid) is None  # type: ignore[union-attr]
        await press(pilot, "u")
        assert area(pilot).timeline.entry(uid) is not None  # type: ignore[union-attr]


async def test_the_capture_line_keeps_and_shows_what_it_will_keep(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "n")
        await press(pilot, *"4 tired @", *"Sa", "tab")
        assert "mood 4 of 10 (1 worst – 10 best) · tired · with Sam" in screen_text(pilot)
        await press(pilot, "enter")
        assert "1 mood noted" in screen_text(pilot)
        await press(pilot, *"late @M", "enter")
        assert "could be Mr Ito or Mum" in screen_text(pilot)
        await press(pilot, "escape")
        assert lit(pilot).value == 4


async def test_beside_some_feelings_the_key_of_the_help_lines_is_shown(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "n")
        await press(pilot, *"2 sad")
        assert "sad · now · ctrl+g h help lines" not in screen_text(pilot)
        await press(pilot, *", hopel", "tab")
        assert "sad, hopeless · now · ctrl+g h help lines" in screen_text(pilot)
        await press(pilot, "enter", "escape")
        assert "mood 2: sad, hopeless" in screen_text(pilot)
        assert "· ctrl+g h help lines" in screen_text(pilot)


async def test_the_capture_line_opens_from_any_area(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "c", *"!rota swapped", "enter", "escape")
        assert pilot.app.screen.area.id == "people"  # type: ignore[attr-defined]
        await press(pilot, "3")
        assert "rota swapped" in screen_text(pilot)


async def test_the_veiled_is_shown_by_enter_alone(vault: Vault, client: str, clock: Clock) -> None:
    shown = vault.read(read, client, Asked(autumn.TODAY))
    kitchen = next(e for e in shown.events if "kitchen" in e.title)
    vault.write(timed.change, "event", kitchen.uid, None, sensitive=True)
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        area(pilot).take(kitchen.uid)
        await settle(pilot)
        assert "kitchen" not in screen_text(pilot)
        assert "a sensitive entry" in screen_text(pilot)
        assert "enter shows it" in screen_text(pilot)
        await press(pilot, "e")
        assert "enter shows it first" in screen_text(pilot)
        await press(pilot, "enter")
        assert "kitchen" in screen_text(pilot)
        await press(pilot, "w")
        assert "kitchen" not in screen_text(pilot)


async def test_behind_the_curtain_nothing_stays_unveiled(
    vault: Vault, client: str, clock: Clock
) -> None:
    shown = vault.read(read, client, Asked(autumn.TODAY))
    kitchen = next(e for e in shown.events if "kitchen" in e.title)
    vault.write(timed.change, "event", kitchen.uid, None, sensitive=True)
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        area(pilot).take(kitchen.uid)
        await press(pilot, "enter", "e")
        assert "kitchen" in screen_text(pilot)
        await press(pilot, "ctrl+l", "escape")
        assert "kitchen" not in screen_text(pilot)
        await press(pilot, "escape", "enter", "slash", *"kitch")
        assert "do what you want" in screen_text(pilot)
        await press(pilot, "ctrl+l", "escape")
        assert "a sensitive" in screen_text(pilot)
        assert "do what you want" not in screen_text(pilot)


async def test_another_client_begins_at_today(vault: Vault, client: str, clock: Clock) -> None:
    other = vault.write(clients.add, "B2")
    piece = Captured(Mark.MOOD, 1, value=4, words="~4")
    vault.write(noting.note, other, (piece,), moment(clock.now()))
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "left", "left", "left", "minus", "minus")
        assert area(pilot).days.zoom is Zoom.LIFE
        pilot.app.context = Context(client=other, code="B2")  # type: ignore[attr-defined]
        await press(pilot, "1", "3", "plus", "plus")
        shown = area(pilot).timeline
        assert shown is not None
        assert shown.window.last == clock.today()
        assert lit(pilot).value == 4


async def test_the_line_to_note_in_opens_once(vault: Vault, client: str, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        record = pilot.app.screen
        await asyncio.gather(record.note("~"), record.note("~"))  # type: ignore[attr-defined]
        await settle(pilot)
        assert len(record.query("#capture")) == 1


async def test_the_list_says_the_same(vault: Vault, client: str, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "v")
        assert "talked about February, both cried · Sam · mood 5 → 6" in screen_text(pilot)
        await press(pilot, "up")
        assert lit(pilot).first.isoformat() == "2026-11-21"


async def test_search_opens_an_entry_at_its_place(vault: Vault, client: str, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "slash", *"ashes")
        assert "event" in screen_text(pilot)
        await press(pilot, "enter")
        assert pilot.app.screen.area.id == "timeline"  # type: ignore[attr-defined]
        assert "Christmas and the ashes" in lit(pilot).title


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50), (60, 16)])
@pytest.mark.parametrize("zoom", ["plus", "", "minus", "minus minus"])
async def test_every_zoom_fits_every_size(
    vault: Vault, client: str, clock: Clock, size: tuple[int, int], zoom: str
) -> None:
    async with running(vault, clock, size=size) as pilot:
        await press(pilot, "3", *zoom.split())
        lines = screen_text(pilot).splitlines()
        assert len(lines) == size[1]
        assert all(len(line) <= size[0] for line in lines)
        assert area(pilot).pane.picture.size.height >= 6


async def test_an_empty_record_invites(vault: Vault, clock: Clock) -> None:
    autumn.fill(vault, ())
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        assert "n notes the first: ~3 tired" in screen_text(pilot)


async def test_on_an_empty_timeline_the_first_mood_can_be_noted(vault: Vault, clock: Clock) -> None:
    autumn.fill(vault, ())
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "n")
        await press(pilot, *"~3 tired", "enter", "escape")
        assert lit(pilot).value == 3


async def test_a_mark_typed_after_the_moods_own_takes_its_place(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "n")
        await press(pilot, *"!rota swapped")
        assert "event “rota swapped”" in screen_text(pilot)


async def test_list_and_picture_take_turns_while_zooming(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "v", "v", "plus", "v", "minus", "minus", "v", "v")
        assert "LIFE" not in screen_text(pilot)
        assert "COURSE" in screen_text(pilot)


async def test_a_step_back_and_a_step_on_meet(vault: Vault, client: str, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "3", "plus", "comma", "comma")
        there = area(pilot).timeline.window  # type: ignore[union-attr]
        await press(pilot, "comma", "full_stop")
        assert area(pilot).timeline.window == there  # type: ignore[union-attr]


async def test_a_score_is_walked_to_told_and_changed_elsewhere(
    vault: Vault, client: str, clock: Clock
) -> None:
    at = moment(clock.now() - timedelta(days=1))
    vault.write(measuring.enter, client, "phq9", 13, at)
    vault.write(measuring.enter, client, "gad7", 10, at)
    vault.write(measure_plans.hide, client, "gad7", hidden=True)
    async with running(vault, clock) as pilot:
        await press(pilot, "3")
        assert "GAD-7 10, moderate" in screen_text(pilot)
        await press(pilot, "left", "enter")  # a score is looked at and changed among the measures
        assert pilot.app.screen.area.id == "measures"  # type: ignore[attr-defined]
        assert "PHQ-9" in screen_text(pilot)
        await press(pilot, "3")
        assert "Sun 22 Nov, 18:00   PHQ-9 13, moderate" in screen_text(pilot)
        await press(pilot, "w")
        text = screen_text(pilot)
        assert "PHQ-9: 13 on 22 Nov. Fewer points mean that" in " ".join(text.split())
        assert "GAD-7" not in text
        assert "moderate" not in text
