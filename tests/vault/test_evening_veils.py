"""What an evening keeps to itself, and what one answer changes of another."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt import moments
from ipt_tui.ipt.add_line import parse_person
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.ipt.review import END
from ipt_tui.ipt.review_words import AT_ANY_HOUR, KEPT, NOTHING, ask
from ipt_tui.vault import (
    clients,
    goals,
    people,
    practices,
    review_answers,
    review_read,
    reviewing,
    talks,
    timed,
    transfer,
)

if TYPE_CHECKING:
    from ipt_tui.ipt.review import Evening
    from ipt_tui.vault.vault import Vault

TODAY = date(2026, 11, 23)
NOW = moments.moment(datetime(2026, 11, 23, 21, tzinfo=UTC))


@pytest.fixture
def client(vault: Vault) -> str:
    uid = vault.write(clients.add, "me", role="self")
    for line in ("Sam partner 1", "Jo colleague 3"):
        vault.write(people.add, uid, parse_person(line, Kinds(), TODAY), TODAY)
    return uid


def begun(vault: Vault, client: str, **answers: str) -> Evening:
    """Begin a long evening and answer it."""
    vault.keep(reviewing.begin, client, "long", TODAY)
    return go(vault, client, **answers)


def go(vault: Vault, client: str, **answers: str) -> Evening:
    for key, typed in answers.items():
        vault.write(review_answers.answer, client, key, typed, NOW)
    return read(vault, client)


def read(vault: Vault, client: str, *revealed: str) -> Evening:
    evening = vault.read(review_read.evening, client, TODAY, revealed=frozenset(revealed))
    assert evening is not None
    return evening


def rows(vault: Vault, table: str) -> list[Any]:
    return list(vault.read(transfer.dump)[table])


def test_a_veiled_word_is_not_told_and_at_the_end_it_is_said_that_it_is_kept(
    vault: Vault, client: str
) -> None:
    begun(vault, client, word="ashamed", moment="the car")
    (line,), (event,) = rows(vault, "jotting"), rows(vault, "event")
    vault.write(timed.change, "jotting", line["uid"], sensitive=True)
    evening = read(vault, client)
    assert "ashamed" not in str(evening)
    assert "ashamed" in str(read(vault, client, line["uid"]))
    vault.write(timed.change, "event", event["uid"], sensitive=True)
    end = ask(END, read(vault, client), TODAY).words
    assert end.startswith(KEPT)
    assert NOTHING not in end
    assert AT_ANY_HOUR not in end
    go(vault, client, mood="6 ashamed")
    (mood,) = rows(vault, "mood")
    vault.write(timed.change, "mood", mood["uid"], sensitive=True)
    assert "ashamed" not in str(read(vault, client))


def test_a_veiled_thing_and_a_veiled_goal_are_not_asked_about(vault: Vault, client: str) -> None:
    thing = vault.write(practices.agree, client, "ring Jo", TODAY)
    goal = vault.write(goals.add, client, "see my friends", TODAY)
    assert set(begun(vault, client).about) == {"day", "thing", "goal"}
    vault.write(practices.change, thing, sensitive=True)
    assert set(read(vault, client).about) == {"day", "goal"}
    vault.write(goals.change, goal, sensitive=True)
    assert read(vault, client).about.keys() == {"day"}
    assert set(read(vault, client, thing, goal).about) == {"day", "thing", "goal"}


def test_who_it_was_with_is_with_the_talk_and_words_to_say_are_changed_and_removed(
    vault: Vault, client: str
) -> None:
    def talk() -> Any:
        (line,) = vault.read(talks.talks, client, TODAY).lines
        return vault.read(talks.talk, line.uid, TODAY)

    begun(vault, client, moment="the car", who="Sam", said="me: So.", left="4", look="look")
    go(vault, client, who="Sam, Jo", safe="n", might="words", say="Could we talk?")
    assert [person.name for person in talk().line.people] == ["Sam", "Jo"]
    evening = go(vault, client, say="Can we talk?")
    assert [each.line for each in talk().alternatives] == ["Can we talk?"]
    assert evening.answers["say"] == "Can we talk?"
    evening = go(vault, client, say="")
    assert talk().alternatives == ()
    assert "say" not in evening.answers


def test_each_evening_that_is_begun_is_another(vault: Vault, client: str) -> None:
    first = begun(vault, client, mood="3")
    assert first.uid == go(vault, client, mood="4").uid
    assert begun(vault, client).uid not in ("", first.uid)
