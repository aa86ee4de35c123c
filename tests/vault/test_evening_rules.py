"""What an evening must not do: write into another talk, lose words, lead to who is not safe."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt import moments
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.review import END, Evening, before, following
from ipt_tui.vault import (
    goals,
    people,
    practices,
    review_answers,
    review_read,
    reviewing,
    talking,
    talks,
    timed,
    transfer,
    turns,
    undo,
)
from ipt_tui.vault.errors import ChangedElsewhere
from tests.vault.evenings import KITCHEN, NOW, TODAY, go, own_client, read

if TYPE_CHECKING:
    from sqlmodel import Session

    from ipt_tui.ipt.talk import Talk
    from ipt_tui.vault.vault import Vault

LATER = moments.moment(datetime(2026, 11, 24, 21, tzinfo=UTC))


@pytest.fixture
def client(vault: Vault) -> str:
    return own_client(vault)


def a_talk(vault: Vault, client: str, subject: str) -> Talk:
    """Return the talk of the moment that is called so."""
    lines = vault.read(talks.talks, client, TODAY).lines
    (uid,) = (line.uid for line in lines if line.subject == subject)
    return vault.read(talks.talk, uid, TODAY)


def said(vault: Vault, client: str, subject: str = KITCHEN["moment"]) -> list[tuple[str, str]]:
    """Return who said what in it."""
    return [(turn.speaker, turn.said) for turn in a_talk(vault, client, subject).turns]


def test_tonights_answers_stay_with_tonights_talk_whatever_is_looked_at(
    vault: Vault, client: str
) -> None:
    vault.keep(reviewing.begin, client, "ten", TODAY)
    go(vault, client, KITCHEN | {"look": "leave"})
    vault.keep(reviewing.begin, client, "ten", LATER.day)
    looks = {"look": "look", "might": "words", "safe": "no", "say": "I'd like a day."}
    told = {"aside": "later", "moment": "the car", "who": "Jo", "said": "Jo: Late again."}
    go(vault, client, told | looks, LATER)
    evening = go(vault, client, {"aside": "look"}, LATER)
    assert [evening.answers.get(name, "") for name in ("might", "safe", "say")] == ["", "", ""]
    assert following("aside", evening) == "hoped"
    assert before("hoped", evening) == "aside"
    go(vault, client, {"might": "words", "safe": "no", "say": "Ask me first."}, LATER)
    go(vault, client, {"said": "Jo: Late again!"}, LATER)
    assert said(vault, client) == [("me", "Do what you want."), ("them", "Fine, I will.")]
    assert said(vault, client, "the car") == [("them", "Late again!")]
    lines = [each.line for each in a_talk(vault, client, KITCHEN["moment"]).alternatives]
    assert lines == ["Ask me first."]
    lines = [each.line for each in a_talk(vault, client, "the car").alternatives]
    assert lines == ["I'd like a day."]
    assert go(vault, client, {"aside": "later"}, LATER).answers["say"] == "I'd like a day."


def test_other_words_leave_what_was_told_of_a_turn_and_lines_without_a_name_are_nobodys(
    vault: Vault, client: str
) -> None:
    vault.keep(reviewing.begin, client, "ten", TODAY)
    go(vault, client, KITCHEN)
    talk = a_talk(vault, client, KITCHEN["moment"])
    vault.write(turns.tell, talk.turns[1].uid, meant="leave me alone", felt="hurt")
    vault.write(talking.tell, talk.uid, note="my own note")
    again = "he came in late\nSam: Well.\nme: Do what you like.\nshe left\nSam: Fine,\n  I will."
    evening = go(vault, client, {"said": again})
    assert said(vault, client) == [
        ("them", "Well."), ("me", "Do what you like."), ("them", "Fine,\nI will."),
    ]  # fmt: skip
    talk = a_talk(vault, client, KITCHEN["moment"])
    assert (talk.turns[2].meant, talk.turns[2].felt) == ("leave me alone", "hurt")
    assert talk.text("note") == "my own note\nhe came in late\nshe left"
    shown = evening.answers["said"]
    assert shown == "Sam: Well.\nme: Do what you like.\nSam: Fine,\n  I will."
    assert go(vault, client, {"said": shown}).answers["said"] == shown
    vault.write(timed.change, "event", talk.line.event, sensitive=True)
    go(vault, client, {"said": "Sam: And then.\nshe slept"})
    talk = vault.read(talks.talk, talk.uid, TODAY, frozenset([talk.line.event, talk.uid]))
    assert [turn.said for turn in talk.turns][2:] == ["Fine,\nI will.", "And then."]
    assert talk.text("note").endswith("she left\nshe slept")
    vault.keep(reviewing.begin, client, "ten", TODAY)
    own = go(vault, client, {"moment": "the car", "who": "Jo", "said": "she shouted\nme: Stop."})
    assert own.answers["said"] == "she shouted\nme: Stop."
    assert go(vault, client, {"said": "me: Stop."}).answers["said"] == "me: Stop."
    assert a_talk(vault, client, "the car").text("note") == ""


def test_an_answer_is_given_over_what_was_shown(vault: Vault, client: str) -> None:
    thing = vault.write(practices.agree, client, "ring Jo", TODAY)
    vault.keep(reviewing.begin, client, "long", TODAY)
    evening = go(vault, client, KITCHEN | {"thing": "part", "happened": "a first try"})
    vault.write(talking.tell, a_talk(vault, client, KITCHEN["moment"]).uid, hoped="elsewhere")
    vault.write(practices.change, thing, happened="elsewhere")
    for key in ("hoped", "happened"):
        over = evening.shown(key)
        with pytest.raises(ChangedElsewhere):
            vault.write(review_answers.answer, client, key, "typed here", NOW, over=over)
    for key in ("mood", "who", "when", "said", "left", "thing"):
        typed, over = evening.answers[key], evening.shown(key)
        vault.write(review_answers.answer, client, key, typed, NOW, over=over)


def test_nothing_leads_to_who_is_not_safe(vault: Vault, client: str) -> None:
    names = vault.read(people.names, client)
    vault.write(practices.agree, client, "stay a while", TODAY, person=names["Priya"])
    for words in ("ring my sister", "stand up to sam"):
        vault.write(practices.agree, client, words, TODAY)
    vault.write(goals.add, client, "tell Sam that I want to move", TODAY)
    vault.keep(reviewing.begin, client, "long", TODAY)
    evening = go(vault, client, KITCHEN | {"look": "look", "might": "words", "safe": "yes"})
    assert (evening.answers["safe"], following("safe", evening)) == ("no", END)
    assert before(END, evening) == "safe"
    assert "thing" not in evening.about
    assert "goal" not in evening.about
    assert vault.read(reviewing.put_aside) == ("", "")
    vault.keep(reviewing.begin, client, "long", TODAY)
    evening = read(vault, client)
    assert {**evening.about, "day": ""} == {"day": "", "thing": "ring my sister"}
    assert evening.offered == ("Jo", "Priya")
    vault.write(people.stand, names["Priya"], TODAY, quality="unsafe")
    thing = evening.about["thing"]
    vault.write(practices.remove, next(
        one.uid for one in vault.read(practices.of_client, client) if one.what == thing
    ))  # fmt: skip
    vault.keep(reviewing.begin, client, "long", TODAY)
    assert "thing" not in read(vault, client).about


def test_an_empty_answer_takes_back_what_nothing_else_hangs_on(vault: Vault, client: str) -> None:
    goal = vault.write(goals.add, client, "see my friends", TODAY)
    vault.keep(reviewing.begin, client, "long", TODAY)
    told = KITCHEN | {"look": "look", "might": "words", "safe": "no", "goal": "4"}
    go(vault, client, told)
    evening = go(vault, client, dict.fromkeys(("mood", "moment", "left", "safe", "goal"), ""))
    kept = [evening.answers.get(name) for name in ("mood", "word", "moment", "left", "safe")]
    assert kept == [None, "heavy", KITCHEN["moment"], None, None]
    assert vault.read(goals.goal, goal, TODAY).ratings == ()
    held = vault.read(transfer.dump)
    assert (len(held["mood"]), [row["text"] for row in held["jotting"]]) == (0, ["heavy"])
    assert go(vault, client, {"mood": "4 calm"}).answers["word"] == "calm"
    assert go(vault, client, {"word": "", "mood": ""}).answers.get("word") is None
    vault.keep(reviewing.begin, client, "ten", TODAY)
    assert go(vault, client, {"moment": "rain"}).answers == {"moment": "rain"}
    assert go(vault, client, {"moment": ""}).answers == {}


def test_what_was_is_told_of_the_evening_and_never_of_what_is_to_come(
    vault: Vault, client: str
) -> None:
    goal = vault.write(goals.add, client, "rest", TODAY)
    late = moments.moment(datetime(2026, 11, 23, 23, 40, tzinfo=UTC))
    vault.keep(reviewing.begin, client, "long", TODAY)
    evening = go(vault, client, {"moment": "a call", "when": "00:40"}, late)
    assert evening.answers["when"] == "22 Nov 00:40"
    assert evening.about["day"] == "today"
    with pytest.raises(NotHeard, match="still to come"):
        vault.write(review_answers.answer, client, "when", "today 23:50", late)
    morning = moments.moment(datetime(2026, 11, 24, 9, tzinfo=UTC))
    evening = read(vault, client, morning)
    assert evening.about["day"] == "Monday"
    for typed, stands in (("14:30", "23 Nov 14:30"), ("00:40", "23 Nov 00:40"), ("", "")):
        evening = go(vault, client, {"when": typed}, morning)
        assert evening.answers.get("when", "") == stands
    assert go(vault, client, {"when": "24 nov"}, morning).answers["when"] == "24 Nov"
    assert go(vault, client, {"goal": "3"}, morning).answers["goal"] == "3"
    assert [one.day for one in vault.read(goals.goal, goal, morning.day).ratings] == [TODAY]


def test_after_an_undo_it_asks_as_it_did_before(vault: Vault, client: str) -> None:
    vault.keep(reviewing.begin, client, "ten", TODAY)
    go(vault, client, {"moment": "kitchen", "who": "Sam", "look": "look"})
    vault.write(undo.undo_for, client)
    evening = read(vault, client)
    assert "look" not in evening.answers
    assert following("look", evening) == END
    go(vault, client, {"look": "leave"})
    vault.keep(reviewing.begin, client, "ten", LATER.day)
    go(vault, client, {"aside": "look", "might": "words", "safe": "no"}, LATER)
    assert vault.read(reviewing.put_aside) == ("", "")
    vault.write(undo.undo_for, client)
    assert following("might", read(vault, client, LATER)) == "safe"
    go(vault, client, {"might": "therapist"}, LATER)
    vault.write(undo.undo_for, client)
    assert "might" not in read(vault, client, LATER).answers
    go(vault, client, {"aside": "be"}, LATER)
    assert vault.read(reviewing.put_aside) == ("", "")
    go(vault, client, {"aside": "later"}, LATER)
    assert vault.read(reviewing.put_aside)[1] == TODAY.isoformat()
    go(vault, client, {"aside": "be"}, LATER)
    vault.keep(reviewing.begin, client, "ten", LATER.day)
    assert "aside" not in read(vault, client, LATER).about
    assert vault.read(reviewing.put_aside) == ("", "")


def test_after_an_answer_no_more_is_read_than_what_comes_next(vault: Vault, client: str) -> None:
    vault.write(practices.agree, client, "ring Jo", TODAY)
    vault.write(goals.add, client, "rest", TODAY)
    vault.keep(reviewing.begin, client, "long", TODAY)
    whole = go(vault, client, KITCHEN | {"look": "leave"})

    def near(session: Session, key: str) -> tuple[Evening, int]:
        asked: list[str] = []
        connection = session.connection().connection.driver_connection
        assert connection is not None
        connection.set_trace_callback(asked.append)
        found = review_read.evening(session, client, TODAY, near=key)
        connection.set_trace_callback(None)
        assert found is not None
        return found, len(asked)

    mood, few = vault.read(near, "mood")
    assert (mood.offered, mood.about["thing"], mood.about["goal"]) == ((), "", "")
    assert mood.unread >= {"thing", "goal", END}
    look, _ = vault.read(near, "look")
    assert (look.offered, look.about) == ((), whole.about)
    last, many = vault.read(near, "goal")
    assert last == whole
    assert (last.offered, last.unread) == (("Jo", "Priya"), frozenset())
    assert few <= 32 < many
