"""What the marks of a note become in the record, once each and as one step."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.joined import pair
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.tidy import TidyItem, to_tidy
from ipt_tui.ipt.timeline import Zoom
from ipt_tui.vault import (
    agendas,
    practices,
    session_times,
    sessions,
    talks,
    tidying,
    timeline,
    todos,
    turns,
    undo,
)
from ipt_tui.vault.errors import NotValid
from tests.conftest import NOW
from tests.vault.world import TODAY, World, content

NOTE = """came in bright
!rota changed ~3 angry @Sam
!talk @Sam the flat
me: ask me first
>ask @Sam for Tuesdays
todo letter to the GP
!safety nothing new"""
AT = moment(NOW - timedelta(hours=4))


def waiting(world: World, note: str = NOTE) -> tuple[TidyItem, ...]:
    pieces = parse(note, TODAY, ("Sam", "Noor"))
    return to_tidy(pieces, world.vault.read(tidying.done, world.prepared), TODAY, of=world.prepared)


def take(world: World, number: int, note: str = NOTE) -> str:
    return world.vault.write(tidying.take, world.prepared, waiting(world, note)[number], AT)


def test_everything_taken_is_in_its_place_and_nothing_waits_any_more(world: World) -> None:
    before = world.vault.read(content)
    told = [take(world, 0) for _ in range(5)]
    assert told == [
        "1 mood and 1 event",
        "1 talk with 1 turn",
        "1 practice",
        "1 to-do",
        "safety asked",
    ]
    assert waiting(world) == ()
    session = world.vault.read(sessions.session, world.prepared, TODAY)
    assert session.text("safety_asked") == "yes"
    assert session.text("safety_summary") == "nothing new"
    assert "communication_analysis" not in session.techniques  # a talk noted is none analysed
    agreed = world.vault.read(practices.of_client, world.client, session_uid=world.prepared)
    assert [(one.what, one.who.name if one.who else "") for one in agreed] == [
        ("ask Sam for Tuesdays", "Sam")
    ]
    assert "letter to the GP" in [t.text for t in world.vault.read(todos.of_client, world.client)]
    titles = [line.title for line in world.vault.read(talks.talks, world.client, TODAY).lines]
    assert "the flat" in titles
    for _ in told:
        world.vault.write(undo.undo_for, world.client)
    assert world.vault.read(content) == before


def test_turns_typed_after_the_talk_was_taken_go_on_with_it(world: World) -> None:
    take(world, 1)
    longer = NOTE.replace("me: ask me first", "me: ask me first\nsam: I did")
    (turn,) = [item for item in waiting(world, longer) if item.talk]
    world.vault.write(tidying.take, world.prepared, turn, AT)
    talk = world.vault.read(talks.talk, turn.talk, TODAY)
    assert [one.said for one in talk.turns] == ["ask me first", "I did"]


def test_an_altered_turn_changes_what_was_said_unless_that_reads_differently(world: World) -> None:
    take(world, 1)
    altered = NOTE.replace("ask me first", "ask me before")
    (turn,) = [item for item in waiting(world, altered) if item.turn]
    kept = world.vault.read(content)
    world.vault.write(tidying.take, world.prepared, turn, AT)
    (said,) = world.vault.read(talks.talk, turn.talk, TODAY).turns
    assert said.said == "ask me before"
    assert not [item for item in waiting(world, altered) if item.talk]
    world.vault.write(undo.undo_for, world.client)
    assert world.vault.read(content) == kept
    world.vault.write(turns.tell, said.uid, said="ask me, please")
    with pytest.raises(NotValid, match="reads differently"):
        world.vault.write(tidying.take, world.prepared, turn, AT)
    world.vault.write(turns.remove, said.uid)
    assert not [item for item in waiting(world, altered) if item.turn]


def test_an_altered_line_changes_the_entries_it_became_unless_they_were_changed_elsewhere(
    world: World,
) -> None:
    note = "!rota changed ~3 angry @Sam\n>ask @Sam for Tuesdays"
    for _ in range(2):
        take(world, 0, note)
    before = world.vault.read(content)
    altered = note.replace("~3 angry @Sam", "~4 sore @Noor").replace("Tuesdays", "Wednesdays")
    told = [item.becomes.partition(":")[0] for item in waiting(world, altered)]
    assert told == ["changes mood 3 and an event", "changes a practice"]
    assert take(world, 0, altered) == "a mood and an event, changed,"
    after = world.vault.read(content)
    for table in ("mood", "event", "mood_link", "mood_person", "event_person", "tidied_line"):
        assert len(after[table]) == len(before[table])
    shown = world.vault.read(timeline.timeline, world.client, timeline.Asked(AT.day))
    (mood,) = [one for one in shown.moods if one.feelings == ("sore",)]
    (event,) = [one for one in shown.events if one.title == "rota changed"]
    assert (mood.value, shown.tied(event.uid)) == (4, (mood.uid,))
    assert [who.name for who in (*mood.people, *event.people)] == ["Noor", "Noor"]
    (practice,) = waiting(world, altered)
    take(world, 0, altered)
    (agreed,) = world.vault.read(practices.of_client, world.client, session_uid=world.prepared)
    assert agreed.what == "ask Sam for Wednesdays"
    for _ in range(2):
        world.vault.write(undo.undo_for, world.client)
    assert world.vault.read(content) == before
    world.vault.write(practices.change, agreed.uid, line="Could we?")
    with pytest.raises(NotValid, match="changed or removed since"):
        world.vault.write(tidying.take, world.prepared, practice, AT)
    world.vault.write(practices.remove, agreed.uid)
    with pytest.raises(NotValid, match="changed or removed since"):
        world.vault.write(tidying.take, world.prepared, practice, AT)
    assert [item.changes for item in waiting(world, altered)][1] == ""


def test_a_talk_is_analysed_in_the_session_that_runs_once_something_is_asked_of_it(
    world: World,
) -> None:
    take(world, 1)
    (uid,) = {line.talk for line in world.vault.read(tidying.done, world.prepared) if line.turn}
    (said,) = world.vault.read(talks.talk, uid, TODAY).turns

    def used() -> tuple[str, ...]:
        return world.vault.read(sessions.session, world.prepared, TODAY).techniques

    world.vault.write(turns.tell, said.uid, meant="I count")
    assert "communication_analysis" not in used()  # no session runs
    world.vault.write(session_times.start, world.prepared, moment(NOW - timedelta(hours=1)))
    world.vault.write(turns.tell, said.uid, tone="low")
    assert "communication_analysis" not in used()
    world.vault.write(turns.tell, said.uid, felt="hurt", strength=7)
    world.vault.write(turns.tell, said.uid, felt="hurt", strength=8)
    assert used().count("communication_analysis") == 1


def test_what_happened_on_a_day_nobody_said_is_no_day_to_stand_before_or_after(
    world: World,
) -> None:
    took = waiting(world)
    assert "day not said" in took[0].becomes
    take(world, 0)
    shown = world.vault.read(timeline.timeline, world.client, timeline.Asked(AT.day))
    (event,) = [event for event in shown.events if event.title == "rota changed"]
    assert event.when is not None
    assert event.when.edtf == "2026-11-10/2026-11-23"  # the session before, and the day it is told
    assert pair(shown, event).after is None
    (mood,) = shown.tied(event.uid)
    assert [m.when.wall for m in shown.moods if m.uid == mood] == [AT.wall]
    first = world.vault.write(session_times.plan, world.course, None, 0)
    world.vault.write(tidying.take, first, waiting(world, "!rota again")[0], AT)
    life = timeline.Asked(AT.day, zoom=Zoom.LIFE)
    shown = world.vault.read(timeline.timeline, world.client, life)
    assert [e.when for e in shown.events if e.title == "rota again"] == [None]


def test_what_is_left_stays_text_and_is_not_offered_again(world: World) -> None:
    world.vault.write(tidying.leave, world.prepared, waiting(world)[0])
    assert len(waiting(world)) == 4
    assert "rota" not in str(world.vault.read(content)["event"])


def test_the_agenda_ticks_what_was_done(world: World) -> None:
    fifth = world.vault.write(session_times.plan, world.course, None, 5)
    world.vault.write(agendas.fill, fifth)
    world.vault.write(tidying.take, fifth, waiting(world)[2], AT)
    agenda = world.vault.read(sessions.session, fifth, TODAY).agenda
    assert [one.done for one in agenda if one.code == "practice"] == [True]


def test_a_name_that_could_be_two_is_refused(world: World) -> None:
    item = to_tidy(parse("~3 @S", TODAY, ("Sam", "Sal")), (), TODAY)[0]
    with pytest.raises(NotValid, match="several people"):
        world.vault.write(tidying.take, world.prepared, item, AT)
