"""The brief before a session, read: as K7's was drawn, counted, and nothing of the veiled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.brief import BriefSource, WishCount, brief_lines
from ipt_tui.ipt.brief_moods import NO_MOODS
from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.people import Ring
from ipt_tui.ipt.practice_words import PracticeLine
from ipt_tui.ipt.scales import Scale
from ipt_tui.vault import (
    briefs,
    clients,
    courses,
    expectations,
    note_sources,
    noting,
    people,
    practices,
    session_times,
    session_told,
    talk_parts,
    timed,
    todos,
)
from ipt_tui.vault.hidden import EVERYTHING
from tests.ipt.k7_course import BEFORE_EIGHTH
from tests.vault.k7_met import DAYS, PLAN, Met, at, meet
from tests.vault.world import NOW, TODAY

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

EIGHTH = date(2026, 11, 24)
SECRET = "Quillfeather"
SCORES = (
    "PHQ-9 17 · 13 · 9",
    "GAD-7 12 · 10 · 6",
)
LACKING = "The middle phase has begun, and no focus is agreed yet."


@pytest.fixture
def met(vault: Vault) -> Met:
    return meet(vault)


def brief(
    vault: Vault, met: Met, today: date = TODAY, revealed: frozenset[str] = frozenset()
) -> BriefSource:
    found = vault.read(briefs.source, met.client, today, revealed)
    assert found is not None
    return found


def felt(vault: Vault, met: Met, line: str, **more: Any) -> str:
    """Note a line; return the uid of its mood."""
    pieces = parse(line, TODAY, ("Sam", "Noor"), **more)
    return vault.write(noting.note, met.client, pieces, NOW).moods[0]


def test_k7_before_the_eighth_session_is_as_it_was_drawn(vault: Vault, met: Met) -> None:
    found = brief(vault, met)
    told = (PracticeLine("ask Sam for Tuesdays", "part", "Tuesdays yes"),)
    before = tuple(replace(mood, tied=(), near=()) for mood in found.moods.before)
    assert replace(found, moods=replace(found.moods, before=before)) == replace(
        BEFORE_EIGHTH,
        practice=told,
        working_on="",
        own_working_on="",
        stage="",
        measures=SCORES,
        halfway=True,
        due=("PHQ-9", "GAD-7"),
        lacking=LACKING,
    )
    assert brief_lines(found) == [
        "K7 · session 8 tomorrow 14:00, room 2",
        "",
        f"To agree: {LACKING}",
        f"Plan from last time: {PLAN}",
        "Since session 7 (6 days): 5 moods, median 6 (6 the week before)  ▆▅▄▅▆",
        "lowest 5, 19 Nov, with “Sam late, rang first”",
        "Talks: Mum, 6 Nov: new",
        "Said aloud: 3 of 3 wishes with Sam; at the start none",
        "Practice: ask Sam for Tuesdays: part, “Tuesdays yes”",
        "Measures: PHQ-9 17 · 13 · 9",
        "GAD-7 12 · 10 · 6",
        "Due: PHQ-9, GAD-7",
        "I promised: letter to GP",
        "Sessions: 8 of 16, 8 left after it · halfway look",
    ]


def test_what_is_not_agreed_yet_is_told_to_the_practitioner_alone(vault: Vault, met: Met) -> None:
    found = brief(vault, met)
    assert not any("agreed" in line for line in brief_lines(found, Audience.CLIENT))
    assert "To agree" not in str(brief_lines(replace(found, lacking="")))


def test_there_is_none_without_a_course_that_goes_on(vault: Vault, met: Met) -> None:
    other = vault.write(clients.add, "M2")
    assert vault.read(briefs.source, other, TODAY) is None
    vault.write(courses.end, met.course, TODAY)
    assert vault.read(briefs.source, met.client, TODAY) is None


def test_the_first_session_has_nothing_before_it(vault: Vault) -> None:
    client = vault.write(clients.add, "M2")
    vault.write(courses.begin, client, "maint", TODAY)
    found = vault.read(briefs.source, client, TODAY)
    assert found == BriefSource("M2", TODAY, 1, due=("PHQ-9", "GAD-7"))
    vault.write(noting.note, client, parse("~4", TODAY), NOW)
    vault.write(noting.note, client, parse("~9 on 2026-11-09", TODAY), NOW)
    first = vault.read(briefs.source, client, TODAY)
    assert first is not None
    assert [(mood.value, mood.day) for mood in first.moods.since] == [(4, TODAY)]
    assert first.moods.before_days is None


# Which session, and when.


def test_a_running_session_is_the_next_one(vault: Vault, met: Met) -> None:
    vault.write(session_times.start, met.sessions[7], at(EIGHTH, 14, 4))
    found = brief(vault, met, EIGHTH)
    assert (found.number, found.day, found.start) == (8, EIGHTH, time(14, 4))
    assert (found.last_number, found.last) == (7, date(2026, 11, 17))


def test_where_none_is_planned_it_is_the_number_that_would_come(vault: Vault, met: Met) -> None:
    vault.write(session_times.remove, met.sessions[7])
    found = brief(vault, met)
    assert (found.number, found.left, found.day, found.start, found.place) == (8, 8, None, None, "")
    assert found.plan == PLAN


def test_by_video_it_is_nowhere(vault: Vault, met: Met) -> None:
    vault.write(session_told.tell, met.sessions[7], place="", modality="video")
    assert brief(vault, met).place == "video"
    vault.write(session_told.tell, met.sessions[7], place="room 4", format="joint")
    assert brief(vault, met).place == "video, room 4, together with somebody"


def test_one_that_did_not_take_place_is_not_the_last(vault: Vault, met: Met) -> None:
    vault.write(session_told.tell, met.sessions[5], plan_next="options")
    vault.write(session_times.attend, met.sessions[6], "no_show")
    found = brief(vault, met)
    assert (found.last_number, found.plan) == (6, "options")
    counted = "7 did not take place and counts as one of them"
    assert brief_lines(found)[-1].startswith(f"Sessions: 8 of 16, 8 left after it; {counted}")


def test_the_plan_is_the_next_sessions_own_where_none_was_made_last_time(
    vault: Vault, met: Met
) -> None:
    vault.write(session_told.tell, met.sessions[6], plan_next="")
    vault.write(session_told.tell, met.sessions[7], plan="look back")
    assert brief(vault, met).plan == "look back"


# Moods.


def test_the_same_days_before_are_those_between_two_sessions(vault: Vault, met: Met) -> None:
    for day, long in ((date(2026, 11, 18), 2), (TODAY, 7), (EIGHTH, 7), (date(2026, 11, 26), 10)):
        assert brief(vault, met, day).moods.before_days == long
    vault.write(session_times.move, met.sessions[7], at(date(2026, 11, 17), 16))
    assert brief(vault, met, date(2026, 11, 17)).moods.before_days == 1


def test_what_was_noted_before_the_session_on_its_day_is_before_it(vault: Vault, met: Met) -> None:
    felt(vault, met, "~9 on 17 nov morning")
    felt(vault, met, "~8 on 17 nov 13:59")
    felt(vault, met, "~4 on 17 nov 14:30")
    felt(vault, met, "~2 on 17 nov")
    moods = brief(vault, met).moods
    assert [mood.value for mood in moods.since] == [2, 7, 6, 5, 6, 7]
    assert [mood.value for mood in moods.before] == [3, 6, 6, 9, 8, 4]


def test_one_scale_is_told_the_one_most_were_given_on(vault: Vault, met: Met) -> None:
    scale = Scale(0, 4, "calm", "worst", "low")
    on: dict[str, Any] = {"mood_low": 0, "mood_high": 4, "mood_low_words": "calm"}
    vault.write(clients.change, met.client, mood_better="low", mood_high_words="worst", **on)
    for day in (20, 21, 22, 23):
        felt(vault, met, f"~1 on {day} nov", scale=scale)
    assert brief(vault, met).moods.scale == Scale()
    assert len(brief(vault, met).moods.since) == 5
    felt(vault, met, "~2 on 23 nov", scale=scale)
    moods = brief(vault, met).moods
    assert moods.scale == scale
    assert ([mood.value for mood in moods.since], moods.before) == ([1, 1, 1, 1, 2], ())


def test_what_is_tied_goes_before_what_is_near(vault: Vault, met: Met) -> None:
    vault.write(noting.note, met.client, parse("!the boiler broke on 18 nov", TODAY), NOW)
    low = felt(vault, met, "~2 on 18 nov")
    (mood,) = [m for m in brief(vault, met).moods.since if m.value == 2]
    assert mood.near == ("the boiler broke",)
    older = vault.write(noting.note, met.client, parse("!lost the keys on 2 oct", TODAY), NOW)
    vault.write(timed.tie, low, older.events[0])
    (mood,) = [m for m in brief(vault, met).moods.since if m.value == 2]
    assert (mood.tied, mood.near) == (("lost the keys",), ())


def test_without_a_mood_none_is_counted(vault: Vault, met: Met) -> None:
    assert brief(vault, met, date(2027, 3, 1)).moods.since != ()
    later = vault.write(session_times.plan, met.course, at(date(2027, 2, 2)))
    vault.write(session_times.attend, met.sessions[7], "cancelled_me")
    vault.write(session_times.start, later, at(date(2027, 2, 2)))
    vault.write(session_times.end, later, at(date(2027, 2, 2), 15))
    found = brief(vault, met, date(2027, 2, 3))
    assert (found.moods.since, found.moods.scale) == (NO_MOODS.since, NO_MOODS.scale)


@pytest.mark.parametrize("day", [date(1000, 1, 1), date(9999, 12, 30)])
def test_a_day_at_the_end_of_all_days_is_no_fault(vault: Vault, day: date) -> None:
    client = vault.write(clients.add, "M2")
    course = vault.write(courses.begin, client, "maint", date(1, 1, 1))
    uid = vault.write(session_times.plan, course, at(day))
    vault.write(session_times.attend, uid, "attended")
    vault.write(noting.note, client, parse("~4", TODAY), NOW)
    assert vault.read(briefs.source, client, TODAY) is not None
    source = vault.read(note_sources.source, uid, TODAY, frozenset(), time(4))
    assert source.day == day


# People, wishes, practice.


def test_who_has_moved_since_then_is_told(vault: Vault, met: Met) -> None:
    named = vault.read(people.names, met.client)
    assert brief(vault, met).circle == ()
    vault.write(people.place, named["Lena"], Ring.CLOSE, date(2026, 11, 18))
    vault.write(people.place, named["Jo"], Ring.CLOSE, date(2026, 11, 17))
    vault.write(people.place, named["Mum"], Ring.OFF, TODAY)
    vault.write(people.add, met.client, PersonLine("Ada", "neighbour", now=Ring.WIDER), TODAY)
    vault.write(people.tell, named["Lena"], sensitive=True)
    assert brief(vault, met).circle == (
        "Mum: off the circle, was close", "someone: close, was wider circle",
        "Ada: wider circle, new",
    )  # fmt: skip
    vault.write(people.place, named["Mum"], Ring.CLOSE, date(2026, 11, 25))
    vault.write(session_times.start, met.sessions[7], at(EIGHTH))
    vault.write(session_times.end, met.sessions[7], at(EIGHTH, 15))
    assert brief(vault, met, date(2026, 11, 26)).circle == ("Mum: close, was off the circle",)


def test_wishes_are_counted_with_each_person_now_and_then(vault: Vault, met: Met) -> None:
    write = vault.write
    unknown = write(expectations.add, met.mum, "that she listens")
    write(expectations.add, met.sam, "what he wants", "theirs")
    assert brief(vault, met).wishes == (WishCount("Sam", 3, 3, 0), WishCount("Mum", 0, 1, None))
    write(expectations.note, unknown, date(2026, 10, 27), said=True)
    assert brief(vault, met).wishes[1] == WishCount("Mum", 1, 1, None)
    write(expectations.note, unknown, date(2026, 10, 1), said=True)
    assert brief(vault, met).wishes[1] == WishCount("Mum", 1, 1, 1)


def test_a_practice_says_itself_what_came_of_it(vault: Vault, met: Met) -> None:
    vault.write(practices.change, met.practice, done="full", happened="he asked back")
    assert brief(vault, met).practice == (
        PracticeLine("ask Sam for Tuesdays", "yes", "he asked back"),
    )
    later = vault.write(practices.agree, met.client, "ring Jo", TODAY, talk=met.kitchen)
    assert brief(vault, met).practice[1] == PracticeLine("ring Jo")
    vault.write(practices.look_at, met.practice, TODAY, "no")
    vault.write(practices.look_at, later, TODAY, "no")
    assert brief(vault, met).practice == ()


def test_a_practice_done_in_part_is_told_once_more_and_one_done_is_not(
    vault: Vault, met: Met
) -> None:
    look = practices.look_at
    vault.write(look, met.practice, DAYS[6], "part", happened="Tuesdays yes, flat not yet")
    told = PracticeLine("ask Sam for Tuesdays", "part", "Tuesdays yes, flat not yet")
    assert brief(vault, met).practice == (told,)
    vault.write(look, met.practice, DAYS[6], "full")
    assert brief(vault, met).practice == ()
    vault.write(look, met.practice, DAYS[5], "part")
    assert brief(vault, met).practice == ()


def test_a_promise_kept_is_gone(vault: Vault, met: Met) -> None:
    write = vault.write
    write(todos.tick, write(todos.add, met.client, "ring the ward"), TODAY)
    assert brief(vault, met).promised == ("letter to GP",)


# The veil.


@pytest.fixture
def whispered(vault: Vault, met: Met) -> Met:
    """A record in which somebody sensitive is named wherever a brief could tell of them."""
    write, text = vault.write, f"quince {SECRET}"
    moved = parse(f"~1 @{SECRET} on 22 nov", TODAY, (SECRET,))
    her = write(
        people.add, met.client, PersonLine(SECRET, "aunt", now=Ring.WIDER), date(2026, 10, 6)
    )
    write(people.place, her, Ring.CLOSE, TODAY)
    write(noting.note, met.client, moved, NOW)
    write(noting.note, met.client, parse(f"!{text} ~1 on 21 nov", TODAY), NOW)
    write(noting.note, met.client, parse(f"!talk @{SECRET} on 20 nov", TODAY, (SECRET,)), NOW)
    write(expectations.note, write(expectations.add, her, text), TODAY, said=True)
    write(practices.agree, met.client, text, TODAY)
    write(practices.agree, met.client, "go along", TODAY, her)
    write(todos.add, met.client, text)
    write(session_told.tell, met.sessions[6], plan_next=text)
    write(session_told.tell, met.sessions[7], plan=text, place=text)
    write(talk_parts.attempt, met.kitchen, at(date(2026, 11, 20)), text, done="no", happened=text)
    write(people.tell, her, sensitive=True)
    return met


def test_nothing_of_the_veiled_is_told_or_counted(vault: Vault, whispered: Met) -> None:
    found = brief(vault, whispered)
    assert SECRET not in str(found)
    assert "quince" not in str(found)
    assert [mood.value for mood in found.moods.since] == [7, 6, 5, 6, 7]
    assert (found.plan, found.place, found.talks) == ("", "", ("Mum, 6 Nov",))
    assert found.circle == ("someone: close, was wider circle",)
    assert found.wishes == (WishCount("Sam", 3, 3, 0),)
    assert (found.practice, found.promised) == ((), ("letter to GP",))
    by_itself = brief(vault, whispered, revealed=frozenset({whispered.practice}))
    assert by_itself.practice == (PracticeLine("ask Sam for Tuesdays", "part", "Tuesdays yes"),)


def test_revealed_it_is_told_like_anything_else(vault: Vault, whispered: Met) -> None:
    found = brief(vault, whispered, revealed=EVERYTHING)
    assert len(found.moods.since) == 7
    for part in (found.plan, found.place, found.talks, found.circle, found.wishes, found.practice,
                 found.promised):  # fmt: skip
        assert SECRET in str(part)
    first, *rest = found.practice
    assert (first.what, first.done) == ("ask Sam for Tuesdays", "no")
    assert [line.what for line in rest] == [f"quince {SECRET}", "go along"]
    assert any(SECRET in title for mood in found.moods.since for title in mood.tied)
