"""An evening: each answer stands where such a thing stands, one step each; the place is kept."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt import moments
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.moments import Known
from ipt_tui.ipt.practice import THERAPIST
from ipt_tui.ipt.review import END, following
from ipt_tui.ipt.review_words import given_back
from ipt_tui.ipt.timeline import Zoom
from ipt_tui.vault import (
    goals,
    people,
    practices,
    review_answers,
    review_read,
    reviewing,
    settings,
    talks,
    transfer,
    undo,
)
from ipt_tui.vault.errors import Gone, NothingToUndo
from ipt_tui.vault.timeline import Asked, timeline
from tests.vault.evenings import KITCHEN, NOW, TODAY, go, own_client, read
from tests.vault.world import content

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault


@pytest.fixture
def client(vault: Vault) -> str:
    return own_client(vault)


def test_what_was_told_stands_in_people_timeline_and_talks(vault: Vault, client: str) -> None:
    vault.keep(reviewing.begin, client, "ten", TODAY)
    evening = go(vault, client, KITCHEN)
    told = {**KITCHEN, "mood": "5", "word": "heavy", "who": "Sam", "when": "23 Nov 20:30"}
    assert evening.answers == told
    assert evening.offered == ("Jo", "Priya")
    shown = vault.read(timeline, client, Asked(TODAY, zoom=Zoom.WEEK))
    moods = {(m.value, ", ".join(m.feelings), m.when.wall[-5:]) for m in shown.moods}
    assert moods == {(5, "heavy", "21:00"), (2, "hurt, ashamed", "20:30")}
    (event,) = shown.events
    assert (event.title, [p.name for p in event.people]) == ("kitchen, about the flat", ["Sam"])
    assert len(shown.links) == 1
    (line,) = vault.read(talks.talks, client, TODAY).lines
    talk = vault.read(talks.talk, line.uid, TODAY)
    said = [(turn.speaker, turn.said) for turn in talk.turns]
    assert said == [("me", "Do what you want."), ("them", "Fine, I will.")]
    assert given_back(evening.given, TODAY).startswith(
        "You noted: Kitchen, about the flat, with Sam. It left you at 2, hurt, ashamed. "
        "This evening: 5, heavy. You don't"
    )


def test_given_again_an_answer_is_changed_and_each_step_is_taken_back(
    vault: Vault, client: str
) -> None:
    before = vault.read(content)
    vault.keep(reviewing.begin, client, "ten", TODAY)
    go(vault, client, KITCHEN)
    again = {"mood": "4", "moment": "the flat", "who": "Sam, @Ana", "when": "", "said": "he sighed"}
    evening = go(vault, client, again | {"left": "3"})
    told = {"mood": "4", "word": "heavy", "moment": "the flat", "who": "Sam, Ana", "left": "3"}
    assert evening.answers == told | {"said": "he sighed"}
    held = vault.read(transfer.dump)
    counts = {name: len(held[name]) for name in ("mood", "event", "talk", "turn")}
    assert counts == {"mood": 2, "event": 1, "talk": 1, "turn": 0}
    assert {row["known"] for row in held["mood"]} == {"time", "day"}
    with suppress(NothingToUndo):
        while vault.write(undo.undo_for, client):
            pass
    assert vault.read(content) == before
    assert read(vault, client).answers == {}
    evening = go(vault, client, {"mood": "6"})
    assert evening.answers == {"mood": "6"}


def test_it_goes_on_at_the_question_that_stood(vault: Vault, client: str) -> None:
    assert vault.read(review_read.evening, client, TODAY) is None
    vault.keep(reviewing.begin, client, "ten", TODAY)
    assert not read(vault, client).can_go_on
    go(vault, client, {"mood": "2", "moment": "a call", "who": "Jo"})
    vault.keep(reviewing.stand, client, "said")
    evening = read(vault, client)
    assert (evening.at, evening.can_go_on, evening.day) == ("said", True, TODAY)
    vault.write(undo.undo_for, client)
    vault.write(undo.undo_for, client)
    assert read(vault, client).at == END
    for strange in (None, 3, ["ten"], {"client": client}, {"day": "x"}):
        vault.keep(settings.put, reviewing.PLACE, strange)
        assert vault.read(review_read.evening, client, TODAY) is None


def test_what_is_put_aside_comes_back_once_and_only_who_looks_is_asked_more(
    vault: Vault, client: str
) -> None:
    vault.keep(reviewing.begin, client, "ten", TODAY)
    go(vault, client, {"moment": "kitchen", "who": "Sam", "look": "leave"})
    later = moments.moment(datetime(2026, 11, 24, 21, tzinfo=UTC))
    vault.keep(reviewing.begin, client, "ten", later.day)
    evening = read(vault, client, later)
    assert evening.about["aside"] == "You put something aside on Monday, with Sam: “kitchen”"
    for word in ("be", "later", "look"):
        asked = go(vault, client, {"aside": word}, later).about["aside"]
        assert asked == evening.about["aside"]
    assert vault.read(reviewing.put_aside) == (read_talk(vault, client), TODAY.isoformat())
    evening = go(vault, client, {"hoped": "that he asks"}, later)
    assert following("hoped", evening) == "might"
    assert "Sam" not in evening.offered
    evening = go(vault, client, {"might": "words"}, later)
    assert following("might", evening) == "safe"
    told = {"safe": "n", "say": "I'd like to decide together."}
    evening = go(vault, client, told, later)
    assert following("say", evening) == END
    (line,) = vault.read(talks.talks, client, TODAY).lines
    talk = vault.read(talks.talk, line.uid, TODAY)
    assert (talk.text("safe"), talk.text("hoped")) == ("yes", "that he asks")
    assert [each.line for each in talk.alternatives] == ["I'd like to decide together."]
    vault.keep(reviewing.begin, client, "ten", later.day)
    assert "aside" not in read(vault, client, later).about


def test_danger_is_told_and_the_therapist_is_a_thing_to_try(vault: Vault, client: str) -> None:
    vault.keep(reviewing.begin, client, "ten", TODAY)
    go(vault, client, {"moment": "kitchen", "who": "Sam", "look": "look", "might": "words"})
    assert vault.write(review_answers.answer, client, "safe", "not sure", NOW)
    assert following("safe", read(vault, client)) == END
    with pytest.raises(NotHeard):
        vault.write(review_answers.answer, client, "safe", "perhaps so", NOW)
    go(vault, client, {"safe": "no", "might": "therapist"})
    (thing,) = vault.read(practices.of_client, client)
    assert (thing.what, thing.talk) == (THERAPIST, read_talk(vault, client))
    go(vault, client, {"might": "now"})
    assert vault.read(practices.of_client, client) == ()


def read_talk(vault: Vault, client: str) -> str:
    (line,) = vault.read(talks.talks, client, TODAY).lines
    return line.uid


def test_a_thing_to_try_and_a_goal_are_looked_at_where_there_are_some(
    vault: Vault, client: str
) -> None:
    thing = vault.write(practices.agree, client, "ring Jo.", TODAY)
    goal = vault.write(goals.add, client, "see my friends", TODAY)
    vault.keep(reviewing.begin, client, "long", TODAY)
    about = {"day": "today", "thing": "ring Jo", "goal": "see my friends"}
    assert read(vault, client).about == about
    evening = go(vault, client, {"thing": "part", "happened": "she was out", "goal": "4"})
    assert evening.answers == {"thing": "part", "happened": "she was out", "goal": "4"}
    found = vault.read(practices.practice, thing)
    assert (found.done, found.happened, found.looked_at) == ("part", "she was out", TODAY)
    assert vault.read(goals.goal, goal, TODAY).ratings[-1].value == 4
    vault.keep(reviewing.begin, client, "long", TODAY)
    assert read(vault, client).about == {"day": "today"}


def test_a_word_without_a_number_is_a_line_and_nothing_is_lost_by_a_slip(
    vault: Vault, client: str
) -> None:
    vault.keep(reviewing.begin, client, "minute", TODAY)
    evening = go(vault, client, {"word": "numb"})
    assert evening.answers == {"word": "numb"}
    assert [row["text"] for row in vault.read(transfer.dump)["jotting"]] == ["numb"]
    before = vault.read(content)
    for typed in ("eleven", "11", "3.5", "6:30", "3 4"):
        with pytest.raises(NotHeard, match=r"whole number.*Empty skips"):
            vault.write(review_answers.answer, client, "mood", typed, NOW)
    with pytest.raises(Gone):
        vault.write(review_answers.answer, client, "who", "Sam", NOW)
    assert vault.read(content) == before


@pytest.mark.parametrize(("hour", "minute", "day"), [(0, 40, 22), (4, 1, 23)])
def test_a_night_belongs_to_the_day_before(
    vault: Vault, client: str, hour: int, minute: int, day: int
) -> None:
    now = moments.moment(datetime(2026, 11, 23, hour, minute, tzinfo=UTC))
    assert now.known is Known.TIME
    vault.keep(reviewing.begin, client, "ten", now.day)
    evening = go(vault, client, {"mood": "3", "moment": "a call", "who": "Jo", "left": "4"}, now)
    assert evening.day == now.day == date(2026, 11, day)
    held = vault.read(transfer.dump)
    assert [row["first_day"] for row in held["event"]] == [f"2026-11-{day}"]
    assert evening.given.mood_at == now


def test_what_names_somebody_sensitive_is_not_told_again(vault: Vault, client: str) -> None:
    vault.keep(reviewing.begin, client, "ten", TODAY)
    go(vault, client, {"mood": "5", "moment": "kitchen", "who": "Sam", "look": "leave"})
    sam = vault.read(people.names, client)["Sam"]
    vault.write(people.tell, sam, sensitive=True)
    evening = read(vault, client)
    assert "kitchen" not in str(evening)
    assert "Sam" not in str(evening)
    assert replace(evening.given, mood_at=None).moment == ""
    assert following("moment", evening) == "who"
    vault.keep(reviewing.begin, client, "ten", TODAY)
    assert read(vault, client).about["aside"] == "You put something aside earlier today."
