"""What is told of a whole talk, with whom it was, and what stays when it is removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.timeline import EventEntry
from ipt_tui.records import Event, Talk
from ipt_tui.vault import clients, noting, people, steps, talk_begin, talking, timed, transfer, undo
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from ipt_tui.vault.vault import Vault
from tests.vault.talk_reading import month, note, opened, rows
from tests.vault.talked import begin_with
from tests.vault.world import NOW, TODAY, World, content, last_step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlmodel import Session

TOLD: dict[str, Any] = {
    "about": "the spare key", "channel": "phone", "place": "the hall", "lead_up": "a short night",
    "hoped": "that she asks", "need": "to count", "result": "silence", "got_across": "partly",
    "checked": "no", "their_side": "in a hurry", "style": "passive", "safe": "unsure",
    "safe_on": "2026-11-23", "sure_before": 0, "sure_after": 10, "note": "two\nlines",
    "words": "!talk",
}  # fmt: skip


@pytest.fixture
def other(world: World) -> Iterator[Vault]:
    """Another window on the same file."""
    vault = Vault.open(world.vault.path, world.vault.key, world.vault.clock)
    yield vault
    vault.close()


# Told.


def test_what_is_told_stands_there(world: World) -> None:
    world.vault.write(talking.tell, world.talk, **TOLD)
    assert opened(world).values == TOLD
    world.vault.write(talking.tell, world.talk, sure_before=None, about="", place="the\nhall ")
    assert opened(world).values == TOLD | {"sure_before": None, "about": "", "place": "the hall"}


def test_the_history_says_what_was_told_and_no_word_of_it(world: World) -> None:
    world.vault.write(talking.tell, world.talk, hoped="that she asks", safe="no", note="so")
    newest = world.vault.read(steps.listing, world.client_id)[0].what
    assert newest == "a talk: hoped for, whether it is safe, note"
    world.vault.write(talking.tell, world.talk, **TOLD)
    newest = world.vault.read(steps.listing, world.client_id)[0].what
    assert not [word for word in TOLD.values() if len(str(word)) > 7 and str(word) in newest]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"sure_before": 11}, r"^Sure before is a number from 0 to 10\.$"),
        ({"sure_after": -1}, r"^Sure after is a number from 0 to 10\.$"),
        ({"safe_on": "2026-02-30"}, r"^Safe on does not fit here; please check it\.$"),
        ({"place": "x" * 1001}, r"^Place can be 1,000 letters long at most; please shorten it\.$"),
        ({"hoped": "x", "note": "x" * 100_001}, r"^Note can be 100,000 letters long at most;"),
    ],
)
def test_what_does_not_fit_is_refused_whole(
    world: World, values: dict[str, Any], sentence: str
) -> None:
    before = world.vault.read(content)
    with pytest.raises(NotValid, match=sentence):
        world.vault.write(talking.tell, world.talk, **values)
    assert world.vault.read(content) == before


def test_one_that_was_changed_meanwhile_is_not_saved_over(world: World, other: Vault) -> None:
    seen = opened(world).updated_at
    other.write(talking.tell, world.talk, seen, hoped="theirs")
    with pytest.raises(ChangedElsewhere):
        world.vault.write(talking.tell, world.talk, seen, hoped="mine")
    assert opened(world).text("hoped") == "theirs"
    world.vault.write(talking.tell, world.talk, opened(world).updated_at, hoped="mine after all")
    assert opened(world).text("hoped") == "mine after all"


def test_the_same_told_again_is_no_step(world: World) -> None:
    step = last_step(world.vault)
    seen = opened(world).updated_at
    world.vault.write(talking.tell, world.talk, seen, about="the spare key")
    assert last_step(world.vault) == step
    assert opened(world).updated_at == seen


def test_of_one_that_is_gone_nothing_is_told(world: World) -> None:
    world.vault.write(talking.remove, world.talk)
    for write in (
        lambda: world.vault.write(talking.tell, world.talk, about="x"),
        lambda: world.vault.write(talking.be_with, world.talk, TODAY, []),
        lambda: world.vault.write(talking.remove, world.talk),
        lambda: opened(world),
    ):
        with pytest.raises(Gone):
            write()


# With whom.


def there(world: World) -> list[str]:
    """Return who was in the event, as the timeline names them."""
    entry = month(world).entry(world.event)
    assert isinstance(entry, EventEntry)
    return [person.name for person in entry.people]


def test_whom_it_was_with_they_were_there_too(world: World) -> None:
    world.vault.write(talking.be_with, world.talk, TODAY, [world.noor, world.sam, world.noor])
    talk = opened(world)
    assert [person.name for person in talk.line.people] == ["Noor", "Sam"]
    assert there(world) == ["Sam", "Noor"]
    assert talk.others == ()


def later(world: World) -> World:
    """Let an hour go by, and note a talk of an event in which Sam was."""
    event = note(world, Mark.EVENT, "tea", "Sam")
    world.vault.clock = Clock(world.vault.clock.now() + timedelta(hours=1))
    talk = world.vault.write(talk_begin.begin, event, [world.sam, world.noor])
    return replace(world, event=event, talk=talk)


def test_who_is_no_longer_talked_with_was_there_still(world: World) -> None:
    tea = later(world)
    tea.vault.write(talking.be_with, tea.talk, TODAY, [tea.noor])
    talk = opened(tea, tea.talk)
    assert [person.name for person in talk.line.people] == ["Noor"]
    assert [person.name for person in talk.others] == ["Sam"]


def test_who_came_only_with_the_talk_leaves_with_it(world: World) -> None:
    tea = later(world)
    assert there(tea) == ["Sam", "Noor"]
    tea.vault.write(talking.be_with, tea.talk, TODAY, [tea.sam])
    assert there(tea) == ["Sam"]
    tea.vault.write(talking.be_with, tea.talk, TODAY, [])
    assert (opened(tea, tea.talk).line.people, there(tea)) == ((), ["Sam"])
    tea.vault.write(timed.name_people, "event", tea.event, TODAY, [])
    assert there(tea) == []


def test_who_came_with_a_captured_talk_leaves_with_it_while_the_clock_runs(world: World) -> None:
    world.vault.clock = Clock()
    line = Captured(Mark.TALK, 0, "!talk @Sam", names=(Mentioned("Sam", "Sam"),))
    (talk,) = world.vault.write(noting.note, world.client, (line,), NOW).talks
    world.vault.write(talking.be_with, talk, TODAY, [world.noor])
    assert [person.name for person in opened(world, talk).line.people] == ["Noor"]
    assert opened(world, talk).others == ()


def test_an_event_called_by_whom_it_was_with_goes_on_so(world: World) -> None:
    talk = world.vault.write(begin_with, world.sam)
    for people_, title in (
        ([world.noor, world.sam], "talk with Noor and Sam"), ([], "a talk"),
        ([world.noor], "talk with Noor"),
    ):  # fmt: skip
        world.vault.write(talking.be_with, talk, TODAY, people_)
        assert opened(world, talk).line.title == title
    world.vault.write(timed.change, "event", opened(world, talk).line.event, title="tea")
    world.vault.write(talking.be_with, talk, TODAY, [world.sam])
    assert opened(world, talk).line.title == "tea"


def test_it_is_with_nobody_of_another_record(world: World) -> None:
    client = world.vault.write(clients.add, "M3")
    ida = world.vault.write(people.add, client, PersonLine("Ida"), TODAY)
    before = world.vault.read(content)
    with pytest.raises(NotValid, match="different records"):
        world.vault.write(talking.be_with, world.talk, TODAY, [world.noor, ida])
    with pytest.raises(Gone):
        world.vault.write(talking.be_with, world.talk, TODAY, [world.noor, "nobody"])
    assert world.vault.read(content) == before


def test_an_event_is_a_talk_once(world: World) -> None:
    def twice(session: Session) -> Talk:
        return talking.new(session, one(session, Event, world.event))

    with pytest.raises(NotValid, match="There is a talk of that already; open that one"):
        world.vault.write(twice)


# Removed.


def test_with_a_talk_goes_what_belongs_to_it_and_nothing_else(world: World) -> None:
    before = world.vault.read(transfer.dump)
    world.vault.write(talking.remove, world.talk)
    after = world.vault.read(transfer.dump)
    for table in (
        "talk", "talk_person", "turn", "difficulty", "alternative", "option", "rehearsal",
        "attempt",
    ):  # fmt: skip
        assert before[table]
        assert after[table] == [], table
    (news,) = after["outcome"]
    assert (news["talk"], news["said"]) == (None, False), "what became of the wish stays"
    for table in ("event", "event_person", "mood", "mood_link", "jotting", "person", "expectation"):
        assert after[table] == before[table], table
    assert month(world).entry(world.event) is not None


def test_undo_brings_every_row_back(world: World) -> None:
    before = world.vault.read(content)
    world.vault.write(talking.remove, world.talk)
    after = world.vault.read(content)
    assert world.vault.write(undo.undo_for, world.client) == "a talk removed"
    assert world.vault.read(content) == before
    world.vault.write(undo.redo_for, world.client)
    assert world.vault.read(content) == after


def test_a_talk_removed_leaves_the_talks_of_others(world: World) -> None:
    def another(session: Session) -> str:
        talk = talking.new(session, one(session, Event, world.tried))
        talking.say(session, talk, "me", "a second one")
        steps.describe(session, talk.client_id, "a talk begun")
        return talk.uid

    uid = world.vault.write(another)
    world.vault.write(talking.remove, world.talk)
    assert [row["uid"] for row in rows(world, "talk")] == [uid]
    assert [turn.said for turn in opened(world, uid).turns] == ["a second one"]
