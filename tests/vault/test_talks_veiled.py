"""Of what is veiled the talks hold no word, in the list nor opened, until it is shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.moments import Part, on_day
from ipt_tui.ipt.talk import TalkLine
from ipt_tui.ipt.talk_vocabulary import Stage
from ipt_tui.vault import expectations, people, talk_begin, talk_parts, talking, talks, timed, turns
from tests.vault.talk_reading import listed, month, note, opened, texts
from tests.vault.talked import begin_with
from tests.vault.world import EARLIER, TODAY, World

if TYPE_CHECKING:
    from collections.abc import Callable

SENTINEL = "zzword"
"""Nobody's word but those that must not be seen."""
HALF_KNOWN: dict[str, Any] = {
    "happened": "2026-11-12~", "happened_words": SENTINEL, "first_day": "2026-11-11",
    "last_day": "2026-11-13",
}  # fmt: skip


@pytest.fixture
def told(world: World) -> World:
    """The small record, its talk with the same word in every text there is."""
    vault, talk = world.vault, opened(world)
    told: dict[str, Any] = {name: SENTINEL for name in talk.values if name != "safe_on"}
    told |= {"safe": "yes", "channel": "phone", "sure_before": 1, "sure_after": 2}
    vault.write(talking.tell, world.talk, **told)
    names = "tone", "body", "meant", "felt", "guessed_meant", "guessed_felt"
    told = dict.fromkeys(names, SENTINEL)
    vault.write(turns.tell, world.turn, **told)
    vault.write(turns.add, world.talk, [(SENTINEL, SENTINEL)])
    parts: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
        ("alternative", talk.alternatives[0], ("line", "why", "risk")),
        ("option", talk.options[0], ("text", "pros", "cons", "likely", "on_me", "on_us")),
        ("rehearsal", talk.rounds[0], ("line", "changed")),
        ("attempt", talk.attempts[0], ("what", "happened", "left_me", "left_them")),
    )
    for sort, part, fields in parts:
        told = dict.fromkeys(fields, SENTINEL)
        vault.write(talk_parts.change, sort, part.uid, **told)
    vault.write(talk_parts.mark_all, world.talk, [SENTINEL])
    vault.write(timed.change, "event", world.tried, title=SENTINEL)
    vault.write(timed.name_people, "event", world.tried, TODAY, [])
    values: dict[str, Any] = {"title": SENTINEL, "note": SENTINEL, "words": SENTINEL, "at": "",
                              "known": "", **HALF_KNOWN}  # fmt: skip
    vault.write(timed.change, "event", world.event, **values)
    vault.write(timed.untie, world.mood, world.event)
    vault.write(people.tell, world.sam, name=f"{SENTINEL} Sam")
    vault.write(expectations.change, world.wish, text=SENTINEL)
    vault.write(timed.name_people, "event", world.event, TODAY, [world.sam, world.noor])
    return world


def hide_event(world: World) -> None:
    world.vault.write(timed.change, "event", world.event, sensitive=True)


def hide_partner(world: World) -> None:
    world.vault.write(people.tell, world.sam, sensitive=True)


def hide_who_was_there(world: World) -> None:
    world.vault.write(people.tell, world.noor, sensitive=True)


def hide_who_is_named(world: World) -> None:
    world.vault.write(timed.name_people, "event", world.event, TODAY, [world.sam])
    world.vault.write(turns.add, world.talk, [("me", f"{SENTINEL}, and then Noor rang")])
    world.vault.write(people.tell, world.noor, sensitive=True)


def hide_a_mood(world: World) -> None:
    world.vault.write(timed.tie, world.mood, world.event)
    world.vault.write(timed.change, "mood", world.mood, sensitive=True)


HOW = [hide_event, hide_partner, hide_who_was_there, hide_who_is_named, hide_a_mood]


@pytest.mark.parametrize("hide", HOW)
def test_a_veiled_talk_has_its_place_in_time_and_not_a_word(
    told: World, hide: Callable[[World], None]
) -> None:
    seen = [text for text in texts(opened(told)) if SENTINEL in text]
    assert len(seen) > 30, "else there is nothing to veil"
    hide(told)
    talk, whole = opened(told), listed(told)
    assert [text for text in (*texts(talk), *texts(whole)) if SENTINEL in text] == []
    (line,) = whole.lines
    assert line == talk.line
    assert line == TalkLine(
        told.talk, told.event, when=line.when, veiled=True, sensitive=hide is hide_event
    )
    assert (line.day, line.stage) == (date(2026, 11, 11), Stage.NEW)
    assert (talk.values, talk.turns, talk.others, talk.wishes, talk.news) == ({}, (), (), (), ())
    assert (talk.mood_before, talk.mood_after, talk.updated_at) == (None, None, None)


@pytest.mark.parametrize("hide", HOW)
@pytest.mark.parametrize("reveal", ["talk", "event"])
def test_a_reveal_of_the_talk_or_its_event_shows_it(
    told: World, hide: Callable[[World], None], reveal: str
) -> None:
    before = opened(told)
    hide(told)
    shown = opened(told, "", getattr(told, reveal))
    assert not shown.line.veiled
    assert shown.values == before.values
    assert shown.turns[:3] == before.turns
    assert (shown.news, shown.wishes) == (before.news, before.wishes)
    assert listed(told, getattr(told, reveal)).lines == (shown.line,)


@pytest.mark.parametrize("hide", [hide_partner, hide_who_was_there, hide_who_is_named])
def test_a_reveal_of_the_person_shows_it(told: World, hide: Callable[[World], None]) -> None:
    hide(told)
    person = told.sam if hide is hide_partner else told.noor
    assert not opened(told, "", person).line.veiled


def test_with_a_veiled_person_the_list_says_nothing_of_them(told: World) -> None:
    hide_partner(told)
    only = listed(told, person=told.sam)
    assert only.person is not None
    assert (only.person.name, only.lines, only.wishes) == ("", (), (0, 0))
    only = listed(told, told.sam, person=told.sam)
    assert only.person is not None
    assert (only.person.name, len(only.lines), only.wishes) == (f"{SENTINEL} Sam", 1, (0, 1))


# What hangs on a talk that is not veiled itself.


@pytest.mark.parametrize("how", ["event", "person", "note", "words", "mood"])
def test_the_event_of_a_try_is_veiled_as_on_the_timeline(world: World, how: str) -> None:
    at = on_day(date(2026, 11, 20), Part.EVENING)
    names = ["Sam", "Noor"] if how == "person" else ["Sam"]
    event = note(world, Mark.EVENT, SENTINEL, *names, at=at)
    world.vault.write(talk_parts.attempt, world.talk, at, "x", event, done="part", what=SENTINEL)
    mood = note(world, Mark.MOOD, "~4", at=at)
    world.vault.write(timed.tie, mood, event)
    if how in ("note", "words"):
        world.vault.write(timed.change, "event", event, None, None, **{how: "then Noor rang"})
    assert opened(world).attempts[-1].title == SENTINEL
    if how == "event":
        world.vault.write(timed.change, "event", event, sensitive=True)
    elif how == "mood":
        world.vault.write(timed.change, "mood", mood, sensitive=True)
    else:
        world.vault.write(people.tell, world.noor, sensitive=True)
    assert getattr(month(world).entry(event), "veiled", False)
    assert opened(world).line.veiled, "it led to it"
    shown = opened(world, "", world.talk)
    assert not shown.line.veiled
    tried = shown.attempts[-1]
    assert [text for text in texts(tried) if SENTINEL in text] == []
    assert (tried.title, tried.day, tried.done) == ("", date(2026, 11, 20), "part")
    assert listed(world, world.talk).lines[0].tried == shown.attempts
    again = opened(world, "", event).attempts[-1]
    assert (again.title, again.what) == (SENTINEL, SENTINEL)


def test_a_talk_is_veiled_with_the_line_it_was_made_from(world: World) -> None:
    world.vault.write(timed.change, "jotting", world.jotting, sensitive=True)
    assert opened(world).line.veiled
    assert not opened(world, "", world.jotting).line.veiled
    world.vault.write(timed.remove, "jotting", world.jotting)
    assert opened(world).line.veiled  # also without it


def test_news_of_a_wish_of_somebody_veiled_is_not_told(world: World) -> None:
    wish = world.vault.write(expectations.add, world.noor, SENTINEL)
    world.vault.write(expectations.note, wish, EARLIER, said=True, talk=world.talk)
    assert opened(world).news[0].text == SENTINEL
    world.vault.write(people.tell, world.noor, sensitive=True)
    assert not opened(world).line.veiled
    assert [news.expectation for news in opened(world).news] == [world.wish]
    assert opened(world, "", world.noor).news[0].text == SENTINEL


# What a talk would be about.


def words(world: World, entry: str, *revealed: str) -> str | None:
    return world.vault.read(talks.entry_words, entry, frozenset(revealed))


def test_what_a_talk_would_be_about_is_said_in_the_words_of_the_entry(world: World) -> None:
    assert words(world, world.event) == "a shift"
    assert words(world, world.mood) == "mood 3: hurt"
    assert words(world, world.other_mood) == "mood 6"
    assert words(world, world.jotting) == "came in bright"
    assert (words(world, world.spell), words(world, "gone")) == (None, None)


@pytest.mark.parametrize(
    ("sort", "how"),
    [
        (sort, how)
        for sort in ("event", "mood", "jotting")
        for how in ("itself", "named", "words", "note", "tied")
        if sort != "jotting" or how in ("itself", "named")
    ],
)
def test_of_what_is_veiled_it_is_not_said(world: World, sort: str, how: str) -> None:
    mark = {"event": Mark.EVENT, "mood": Mark.MOOD, "jotting": Mark.TEXT}[sort]
    by_name = how == "named" and sort == "jotting"
    entry = note(world, mark, "Noor rang" if by_name else "tea", *(["Noor"] * (how == "named")))
    if how in ("words", "note"):
        world.vault.write(timed.change, sort, entry, None, None, **{how: "with Noor"})
    if how == "itself":
        world.vault.write(timed.change, sort, entry, sensitive=True)
    elif how == "tied" and sort == "event":
        world.vault.write(timed.tie, world.other_mood, entry)
        world.vault.write(timed.change, "mood", world.other_mood, sensitive=True)
    elif how == "tied":
        world.vault.write(timed.tie, entry, world.event)
        world.vault.write(timed.change, "event", world.event, sensitive=True)
    else:
        assert words(world, entry) is not None
        world.vault.write(people.tell, world.noor, sensitive=True)
        assert words(world, entry, world.noor) is not None
    assert getattr(month(world).entry(entry), "veiled", False)
    assert words(world, entry) is None
    assert words(world, entry, entry) is not None


def test_a_new_talk_of_what_is_veiled_is_veiled(world: World) -> None:
    world.vault.write(people.tell, world.noor, sensitive=True)
    for uid in (
        world.vault.write(begin_with, world.noor),
        world.vault.write(talk_begin.begin_of, note(world, Mark.TEXT, "Noor rang")),
    ):
        assert opened(world, uid).line.veiled
        assert not opened(world, uid, world.noor).line.veiled
