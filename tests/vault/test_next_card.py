"""The card for the next session, read from a record: what is there, and what is kept."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from ipt_tui.ipt import moments
from ipt_tui.ipt.add_line import parse_person
from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.ipt.next_card import CardLine, NextCard, Part
from ipt_tui.vault import (
    bringing,
    clients,
    courses,
    goals,
    next_card,
    noting,
    people,
    practices,
    review_answers,
    reviewing,
    session_begin,
    timed,
)
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from ipt_tui.vault.vault import Vault

TODAY = date(2026, 11, 23)
NOW = moments.moment(datetime(2026, 11, 23, 21, tzinfo=UTC))
KITCHEN = {
    "mood": "5", "moment": "the kitchen", "who": "Sam", "when": "21 nov 20:30",
    "said": "me: do what you want", "left": "2 hurt",
}  # fmt: skip


@pytest.fixture
def client(vault: Vault) -> str:
    """Return the client of an own vault after one evening, with a goal."""
    uid = vault.write(clients.add, "me", role="self")
    for line in ("Sam partner 1", "Ana friend 2"):
        vault.write(people.add, uid, parse_person(line, Kinds(), TODAY), TODAY)
    goal = vault.write(goals.add, uid, "rest on Sundays", date(2026, 11, 1))
    vault.write(goals.rate, goal, 2, date(2026, 11, 10))
    vault.write(goals.rate, goal, 6, TODAY)
    done = vault.write(practices.agree, uid, "ring Jo", TODAY)
    vault.write(practices.look_at, done, TODAY, "part", happened="she was out")
    vault.keep(reviewing.begin, uid, "ten", TODAY)
    say(vault, uid, KITCHEN)
    vault.begin()
    return uid


def say(vault: Vault, client: str, answers: dict[str, str]) -> None:
    for key, typed in answers.items():
        vault.write(review_answers.answer, client, key, typed, NOW)


def read(vault: Vault, client: str, today: date = TODAY) -> NextCard:
    return vault.read(next_card.card, client, today)


def words(card: NextCard, part: Part) -> list[tuple[str, bool]]:
    return [(line.words, line.kept) for line in card.of(part)]


def only(card: NextCard, part: Part) -> CardLine:
    (line,) = card.of(part)
    return line


def choose(vault: Vault, client: str, line: CardLine) -> bool:
    return vault.keep(next_card.choose, client, line, TODAY)


def test_a_mood_of_the_day_before_is_not_set_beside_a_moment(vault: Vault, client: str) -> None:
    for typed, says in (
        ("~8 20 nov 21:00", "then 2 (hurt)"),
        ("~7 21 nov 18:00", "7, then 2 (hurt)"),
    ):
        vault.write(noting.note, client, parse(typed, TODAY), NOW)
        assert f"20:30: {says}." in only(read(vault, client), Part.MOMENT).words


def test_the_week_is_told_and_only_what_was_marked_is_on_it(vault: Vault, client: str) -> None:
    vault.write(bringing.add, client, "how to ask for Sundays")
    say(vault, client, {"look": "look", "safe": "no", "might": "words", "say": "Can we talk?"})
    card = read(vault, client)
    assert (card.first, card.since_session, card.veiled) == (date(2026, 11, 17), False, 0)
    assert words(card, Part.OWN) == [("how to ask for Sundays", True)]
    assert words(card, Part.MOMENT) == [
        ("The kitchen, with Sam, Saturday 20:30: then 2 (hurt).", False)
    ]
    assert words(card, Part.SAY) == [("To Sam: “Can we talk?”", False)]
    assert words(card, Part.TRIED) == [("Ring Jo: a part of it. She was out.", False)]
    assert words(card, Part.GOAL) == [("Rest on Sundays: 2 then, 6 now.", False)]
    assert not card.of(Part.TALK)  # it was looked at
    say(vault, client, {"might": "therapist"})
    assert words(read(vault, client), Part.TALK) == [
        ("The kitchen, with Sam, Saturday 20:30.", True)
    ]
    say(vault, client, {"safe": "yes"})  # to say it may put somebody in danger
    assert not read(vault, client).of(Part.SAY)
    later = read(vault, client, TODAY + timedelta(days=20))
    assert not later.of(Part.MOMENT)
    assert later.of(Part.OWN)


def test_what_was_put_aside_is_there_until_it_is_let_be(vault: Vault, client: str) -> None:
    say(vault, client, {"look": "leave"})
    assert words(read(vault, client), Part.TALK) == [
        ("The kitchen, with Sam, Saturday 20:30.", False)
    ]


def test_a_choice_is_kept_for_its_words_and_survives(vault: Vault, client: str) -> None:
    own = vault.write(bringing.add, client, "the letter")
    vault.begin()
    kitchen = only(read(vault, client), Part.MOMENT)
    assert choose(vault, client, kitchen)
    assert not choose(vault, client, only(read(vault, client), Part.OWN))
    with closing(Vault.open(vault.path, vault.key, vault.clock)) as again:
        card = read(again, client)
        assert [line.key for line in card.kept] == [kitchen.key]
        tomorrow = read(again, client, TODAY + timedelta(days=1))
        assert kitchen.key in [line.key for line in tomorrow.kept]
    vault.write(timed.change, "event", kitchen.key, title="the cellar")
    vault.write(bringing.change, own, "the two letters")
    assert not read(vault, client).kept
    with pytest.raises(ChangedElsewhere):
        choose(vault, client, kitchen)


def test_what_is_sensitive_is_counted_and_no_word_of_it_is_told(vault: Vault, client: str) -> None:
    say(vault, client, {"look": "look", "safe": "no", "might": "therapist"})
    vault.write(bringing.add, client, "what to do about Sam")
    choose(vault, client, only(read(vault, client), Part.MOMENT))
    sam = vault.read(people.names, client)["Sam"]
    vault.write(people.tell, sam, sensitive=True)
    card = read(vault, client)
    assert "Sam" not in str(card)
    assert "kitchen" not in str(card)
    assert card.veiled == 2  # the moment with its talk, and the line
    assert not card.kept
    own = only(card, Part.OWN)
    assert (own.words, own.veiled) == ("", True)
    with pytest.raises(NotValid):
        choose(vault, client, own)
    shown = vault.read(next_card.card, client, TODAY, revealed=frozenset({own.key}))
    assert only(shown, Part.OWN).words == "what to do about Sam"
    assert not shown.kept


def test_a_line_once_veiled_is_never_on_the_card_by_itself(vault: Vault, client: str) -> None:
    vault.write(bringing.add, client, "what to do about Perpetua")
    sam = vault.read(people.names, client)["Sam"]
    vault.write(people.tell, sam, name="Perpetua")
    vault.write(people.tell, sam, sensitive=True)
    vault.write(people.tell, sam, name="P")
    assert only(read(vault, client), Part.OWN).veiled  # by the name that was
    other = vault.write(bringing.add, client, "tell Ana nothing")
    ana = vault.read(people.names, client)["Ana"]
    vault.write(people.tell, ana, sensitive=True)
    vault.write(people.tell, ana, sensitive=False)
    shown = read(vault, client).line(other)
    assert shown is not None
    assert (shown.veiled, shown.kept) == (False, False)
    assert choose(vault, client, shown)


def test_after_a_session_it_begins_there(vault: Vault, client: str) -> None:
    vault.write(courses.begin, client, "ipt16", date(2026, 11, 21))
    at = datetime(2026, 11, 22, 14, tzinfo=UTC)
    vault.write(session_begin.start_next, client, at, at.date(), DAY_STARTS_AT)
    card = read(vault, client)
    assert (card.first, card.since_session) == (date(2026, 11, 22), True)
    assert not card.of(Part.MOMENT)  # of the day before
    assert words(card, Part.GOAL) == [("Rest on Sundays: 2 then, 6 now.", False)]
