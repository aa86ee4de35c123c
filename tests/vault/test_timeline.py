"""The timeline as it is read: windows, who is named, what is veiled, what is offered as near."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.dates import FuzzyDate
from ipt_tui.ipt.dates import read as read_date
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.timeline import EventEntry, MoodEntry, Timeline, Zoom
from ipt_tui.ipt.timeline_words import sentence
from ipt_tui.vault import clients, noting, people, timed, timeline
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.timeline import Asked
from tests.vault import autumn
from tests.vault.world import value

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

COURSE = Asked(autumn.TODAY, Zoom.COURSE)


@pytest.fixture
def client(vault: Vault) -> str:
    return autumn.fill(vault)


def seen(vault: Vault, client: str, asked: Asked = COURSE) -> Timeline:
    return vault.read(timeline.timeline, client, asked)


def event(shown: Timeline, title: str) -> EventEntry:
    return next(e for e in shown.events if title in e.title)


def mood_of(shown: Timeline, happened: EventEntry) -> MoodEntry:
    return next(m for m in shown.moods if m.uid in shown.tied(happened.uid))


def uid_of(vault: Vault, client: str, name: str) -> str:
    return vault.read(people.names, client)[name]


def test_everything_of_the_course_is_there_in_its_order(vault: Vault, client: str) -> None:
    shown = seen(vault, client)
    assert [m.value for m in shown.moods] == [row[1] for row in autumn.ROWS]
    assert [e.title for e in shown.events] == [row[2] for row in autumn.ROWS if row[2]]
    assert all(a.first <= b.first for a, b in zip(shown.entries, shown.entries[1:], strict=False))


def test_a_week_holds_its_days_and_what_came_just_before(vault: Vault, client: str) -> None:
    shown = seen(vault, client, Asked(autumn.TODAY, Zoom.WEEK, date(2026, 11, 12)))
    assert (shown.window.first, shown.window.last) == (date(2026, 11, 9), date(2026, 11, 15))
    assert [m.value for m in shown.moods] == [5, 2, 3, 6, 6]
    assert [m.value for m in shown.before] == [4, 5]
    assert [m.value for m in shown.after] == [7, 6, 5]


def test_sam_is_named_and_the_sentence_splits_where_asked(vault: Vault, client: str) -> None:
    sam = uid_of(vault, client, "Sam")
    shown = seen(vault, client, replace(COURSE, person=sam, split=date(2026, 11, 12)))
    told = sentence(shown)
    assert "Sam is named in 9 entries" in told
    assert "To 9 Nov: lower than the entry before 3 times of 5." in told
    assert "Since 12 Nov: higher than the entry before 2 times of 3" in told
    assert "(1 had no entry in the two days before)" in told
    assert len(shown.moods) == len(autumn.ROWS)


def test_what_names_somebody_sensitive_is_veiled_with_its_mood(vault: Vault, client: str) -> None:
    sam = uid_of(vault, client, "Sam")
    vault.write(people.tell, sam, None, sensitive=True)
    shown = seen(vault, client)
    hidden = [e for e in shown.events if e.veiled]
    assert len(hidden) == 9
    assert not any(e.title or e.people or e.words for e in hidden)
    for each in hidden:
        mood = mood_of(shown, each)
        assert mood.veiled
        assert not [*mood.feelings, *mood.people, *mood.words]
    assert "Sam" not in sentence(shown)
    assert not [e for e in seen(vault, client, replace(COURSE, revealed=frozenset({sam}))).events
                if e.veiled]  # fmt: skip


def test_a_sensitive_event_veils_the_mood_it_is_tied_to(vault: Vault, client: str) -> None:
    kitchen = event(seen(vault, client), "kitchen")
    vault.write(timed.change, "event", kitchen.uid, kitchen.updated_at, sensitive=True)
    shown = seen(vault, client)
    hidden = shown.entry(kitchen.uid)
    assert hidden is not None
    assert hidden.veiled
    assert isinstance(hidden, EventEntry)
    assert mood_of(shown, hidden).veiled
    assert sum(m.veiled for m in shown.moods) == 1


def test_what_is_veiled_for_its_tie_is_shown_where_it_is_revealed(
    vault: Vault, client: str
) -> None:
    kitchen = event(seen(vault, client), "kitchen")
    vault.write(timed.change, "event", kitchen.uid, kitchen.updated_at, sensitive=True)
    tied = mood_of(seen(vault, client), kitchen)
    shown = seen(vault, client, replace(COURSE, revealed=frozenset({tied.uid})))
    assert not next(m for m in shown.moods if m.uid == tied.uid).veiled
    assert next(e for e in shown.events if e.uid == kitchen.uid).veiled


def test_a_sensitive_name_in_the_words_veils_too(vault: Vault, client: str) -> None:
    vault.write(people.tell, uid_of(vault, client, "Noor"), None, sensitive=True)
    titles = [e.title for e in seen(vault, client).events]
    assert "argued about Noor's weekend" not in titles


def test_how_an_event_left_a_mood_is_kept_without_what_steers(vault: Vault, client: str) -> None:
    kitchen = event(seen(vault, client), "kitchen")
    mood = mood_of(seen(vault, client), kitchen)
    vault.write(timed.tie, mood.uid, kitchen.uid, "\x1b[31mworse\n")
    assert value(vault, "SELECT direction FROM mood_link WHERE direction <> ''") == "[31mworse"
    with pytest.raises(NotValid, match="20 letters"):
        vault.write(timed.tie, mood.uid, kitchen.uid, "much worse than it was before")


def test_near_is_offered_and_can_be_left_for_good(vault: Vault, client: str) -> None:
    kitchen = event(seen(vault, client), "kitchen")
    mood = mood_of(seen(vault, client), kitchen)
    assert not seen(vault, client).near
    vault.write(timed.untie, mood.uid, kitchen.uid)
    offered = {(n.mood, n.event) for n in seen(vault, client).near}
    assert (mood.uid, kitchen.uid) in offered
    vault.write(timed.set_apart, mood.uid, kitchen.uid)
    assert (mood.uid, kitchen.uid) not in {(n.mood, n.event) for n in seen(vault, client).near}
    vault.write(timed.tie, mood.uid, kitchen.uid)
    assert seen(vault, client).tied(mood.uid) == (kitchen.uid,)


def test_a_life_leaves_out_the_days_of_the_course_but_the_marked(vault: Vault, client: str) -> None:
    life = Asked(autumn.TODAY, Zoom.LIFE)
    assert not seen(vault, client, life).events
    papers = event(seen(vault, client), "flat papers")
    vault.write(timed.change, "event", papers.uid, papers.updated_at, near_onset=True)
    assert [e.title for e in seen(vault, client, life).events] == [papers.title]


def test_an_empty_record_says_so(vault: Vault) -> None:
    from ipt_tui.vault import clients

    client = vault.write(clients.add, "M2")
    for zoom in (Zoom.WEEK, Zoom.MONTH, Zoom.COURSE, Zoom.LIFE):
        shown = seen(vault, client, Asked(autumn.TODAY, zoom))
        assert shown.is_empty
        assert not shown.entries


def test_next_day_leads_over_a_gap(vault: Vault, client: str) -> None:
    asked = Asked(autumn.TODAY, Zoom.WEEK)
    shown = seen(vault, client, asked).window
    assert vault.read(timeline.next_day, client, shown, 1, asked) is None
    before = vault.read(timeline.next_day, client, shown, -1, asked)
    assert before == date(2026, 11, 14)


def test_another_clients_time_is_not_read(vault: Vault, client: str) -> None:
    from ipt_tui.vault import clients

    other = vault.write(clients.add, "M2")
    assert not seen(vault, other).entries


def noted(vault: Vault, client: str, day: date, hour: time, starts: time = DAY_STARTS_AT) -> str:
    """Note a mood of 5 at this time of this date; return its uid."""
    at = moment(datetime.combine(day, hour).astimezone(), day_starts_at=starts)
    piece = Captured(Mark.MOOD, 1, value=5, words="~5", when=on(day), moment=at)
    return vault.write(noting.note, client, (piece,), at).uids[0]


def on(day: date) -> FuzzyDate:
    return read_date(day.isoformat())


@pytest.fixture
def bare(vault: Vault) -> str:
    return vault.write(clients.add, "N1")


def test_walking_finds_what_was_after_midnight(vault: Vault, bare: str) -> None:
    noted(vault, bare, date(2026, 10, 1), time(12))
    noted(vault, bare, date(2026, 11, 17), time(0, 40))
    asked = Asked(date(2026, 11, 23), Zoom.WEEK)
    week = seen(vault, bare, asked).window
    assert week.first == date(2026, 11, 17)
    assert vault.read(timeline.next_day, bare, week, -1, asked) == date(2026, 11, 16)


def test_a_day_that_starts_at_midnight_is_walked_to(vault: Vault, bare: str) -> None:
    uid = noted(vault, bare, date(2026, 10, 8), time(2, 30), time(0))
    asked = Asked(date(2026, 11, 23), Zoom.WEEK, date(2026, 10, 4), day_starts_at=time(0))
    week = seen(vault, bare, asked).window
    assert week.last == date(2026, 10, 7)
    assert vault.read(timeline.next_day, bare, week, 1, asked) == date(2026, 10, 8)
    assert vault.read(timeline.day_of, bare, uid, time(0)) == date(2026, 10, 8)
    assert vault.read(timeline.day_of, bare, uid) == date(2026, 10, 7)


def test_the_course_holds_its_first_mood_after_midnight(vault: Vault, bare: str) -> None:
    noted(vault, bare, date(2026, 9, 14), time(0, 40))
    shown = seen(vault, bare, Asked(date(2026, 11, 23), Zoom.COURSE))
    assert [m.first for m in shown.moods] == [date(2026, 9, 13)]


def test_the_day_of_another_clients_entry_is_not_told(vault: Vault, client: str, bare: str) -> None:
    kitchen = event(seen(vault, client), "kitchen")
    assert vault.read(timeline.day_of, client, kitchen.uid) == date(2026, 11, 9)
    assert vault.read(timeline.day_of, bare, kitchen.uid) is None


def test_with_one_person_walking_leads_to_what_names_them(vault: Vault, client: str) -> None:
    mum = uid_of(vault, client, "Mum")
    asked = Asked(autumn.TODAY, Zoom.WEEK, person=mum)
    week = seen(vault, client, asked).window
    day = vault.read(timeline.next_day, client, week, -1, asked)
    assert day is not None
    around = seen(vault, client, replace(asked, around=day))
    assert any(e.first == day for e in around.entries)


def test_half_a_sensitive_name_veils_as_the_whole(vault: Vault, bare: str) -> None:
    alex = vault.write(people.add, bare, PersonLine("Alex Berg"), autumn.TODAY)
    vault.write(people.add, bare, PersonLine("Ida Berg"), autumn.TODAY)
    vault.write(people.tell, alex, None, sensitive=True)
    now = moment(datetime(2026, 11, 20, 12).astimezone())
    for words in ("Alex shouted all night", "the Berg is high", "alexander came"):
        vault.write(noting.note, bare, (Captured(Mark.TEXT, 1, text=words, words=words),), now)
    shown = seen(vault, bare, Asked(autumn.TODAY, Zoom.WEEK))
    assert [j.text for j in shown.jottings if not j.veiled] == [
        "the Berg is high",
        "alexander came",
    ]


def test_with_one_who_is_veiled_the_sentence_counts_nothing(vault: Vault, client: str) -> None:
    sam = uid_of(vault, client, "Sam")
    vault.write(people.tell, sam, None, sensitive=True)
    told = sentence(seen(vault, client, replace(COURSE, person=sam)))
    assert told == "This person is veiled, and so is what names them."
