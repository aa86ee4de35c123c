"""Concerns: raised, gone through, what is set aside meanwhile, and closed by an outcome alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.brief import brief_lines
from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.concern import PAGES, SET_ASIDE, Thing, line
from ipt_tui.ipt.tidy import to_tidy
from ipt_tui.vault import (
    briefs,
    clients,
    concern_sources,
    concerns,
    expectations,
    measuring,
    noting,
    people,
    practices,
    search,
    session_times,
    session_told,
    talks,
    tidying,
    timeline,
    undo,
)
from ipt_tui.vault.errors import CannotUndo, NotValid
from ipt_tui.vault.timeline import Asked
from tests.vault.talk_writes import first
from tests.vault.world import NOW, TODAY, World, content, last_step, value

if TYPE_CHECKING:
    from ipt_tui.ipt.concern import Concern
    from ipt_tui.ipt.scoring import Raised

WORDS = "he blocked the quince door"


def raised(world: World, kind: str = "violence") -> str:
    return world.vault.write(
        concerns.raise_concern, world.client, kind, "said", people=[world.sam], words=WORDS,
        session_uid=world.held,
    )  # fmt: skip


def seen(world: World, uid: str) -> Concern:
    found = world.vault.read(concerns.all_for, world.client, TODAY, frozenset({uid}))
    return next(concern for concern in found if concern.uid == uid)


def test_one_is_raised_once_by_one_source_and_veiled_till_asked_for(world: World) -> None:
    vault = world.vault
    flag = ("self", "item", "phq9:9")

    def flagged(session, *, source: str) -> str:  # type: ignore[no-untyped-def]
        return concerns.raise_concern(session, world.client, "self", "item", source_uid=source)

    uid = vault.write(flagged, source=flag[2])
    before = vault.read(content)
    assert vault.write(flagged, source=flag[2]) == uid
    assert vault.read(content) == before
    assert vault.write(flagged, source="core10:6") != uid
    vault.write(concerns.conclude, uid, "asked, and a plan made")
    assert vault.write(flagged, source=flag[2]) != uid, "what is closed is not opened again"

    violence = raised(world)
    veiled = next(c for c in vault.read(concerns.open_concerns, world.client, TODAY)
                  if c.uid == violence)  # fmt: skip
    assert (veiled.veiled, veiled.words, veiled.people, veiled.still_open) == (True, "", (), ())
    assert line(veiled, TODAY) == "violence, since 18:00"
    shown = seen(world, violence)
    assert (shown.words, shown.session, shown.at.wall) == (WORDS, world.held, NOW.wall)
    assert line(shown, TODAY) == "violence, about Sam, since 18:00"
    hit = vault.read(search.find, "quince", world.client).hits[0]
    assert (hit.kind, hit.veiled, hit.snippet) == ("concern", True, "")
    vault.write(people.remove, world.sam)
    assert seen(world, violence).people == ()


def test_a_kind_nobody_knows_is_kept_as_it_was_typed(world: World) -> None:
    uid = raised(world, "elder abuse")
    found = seen(world, uid)
    assert (found.kind, line(found, TODAY)) == (
        "elder abuse", "elder abuse, about Sam, since 18:00",
    )  # fmt: skip
    assert [check.id for check in found.checks][:2] == ["asked", "now"]


def test_what_is_open_with_them_is_listed_and_paused_while_it_is_open(world: World) -> None:
    vault = world.vault
    vault.write(session_told.tell, world.prepared, format="joint")
    uid, practice = raised(world), first(world, "practice")
    keys = [f"{Thing.PRACTICE}:{practice}", f"{Thing.TALK}:{world.talk}",
            f"{Thing.SESSION}:{world.prepared}", PAGES]  # fmt: skip
    found = seen(world, uid).still_open
    assert [thing.key for thing in found] == keys
    assert [thing.words for thing in found[:3]] == [
        "ask for one evening", "Sam, 23 Nov", "session 2, 24 Nov",
    ]  # fmt: skip
    assert not any(thing.paused for thing in found)
    vault.write(concerns.pause, uid, keys[0])
    assert [thing.paused for thing in seen(world, uid).still_open] == [True, False, False, False]
    source = vault.read(briefs.source, world.client, TODAY)
    assert source is not None
    told = "\n".join(brief_lines(source))
    assert "ask for one evening: paused" in told
    own = "\n".join(brief_lines(source, Audience.CLIENT))
    assert "ask for one evening" not in own
    assert "oncern" not in own
    vault.write(concerns.resume, uid, keys[0])
    assert not seen(world, uid).still_open[0].paused
    vault.write(concerns.pause, uid, keys[0])
    vault.write(concerns.conclude, uid, "he moved out; safe")
    assert not vault.read(practices.practice, practice).paused
    assert seen(world, uid).still_open == ()


def test_lines_and_practice_with_them_are_set_aside_until_there_is_an_outcome(
    world: World,
) -> None:
    vault = world.vault

    def aside() -> tuple[bool, bool]:
        practice = vault.read(practices.practice, first(world, "practice"))
        return practice.set_aside, vault.read(talks.talk, world.talk, TODAY).set_aside

    assert aside() == (False, False)
    uid = raised(world)
    assert aside() == (True, True)
    with pytest.raises(NotValid, match="Set aside") as refused:
        vault.write(practices.agree, world.client, "ask him again", TODAY, world.sam)
    assert str(refused.value) == SET_ASIDE
    alone = vault.write(practices.agree, world.client, "a walk", TODAY)
    for refusing in (
        lambda s: practices.agree(s, world.client, "ask him", TODAY, talk=world.talk),
        lambda s: practices.point(s, alone, world.sam),
        lambda s: practices.point(s, alone, talk=world.talk),
        lambda s: expectations.note(s, world.wish, TODAY, said=True),
    ):
        with pytest.raises(NotValid, match=SET_ASIDE):
            vault.write(refusing)
    vault.write(expectations.note, world.wish, TODAY, met="no")
    vault.write(practices.agree, world.client, "ring Noor", TODAY, world.noor)
    vault.write(concerns.name, uid, TODAY, [world.noor])
    assert aside() == (False, False)
    vault.write(concerns.name, uid, TODAY, [world.sam])
    vault.write(concerns.conclude, uid, "agreed how to be reached")
    assert aside() == (False, False)


def test_only_an_outcome_closes_it_and_that_is_final(world: World) -> None:
    vault, uid = world.vault, raised(world)
    assert vault.write(concerns.tick, uid, "alone")
    assert vault.write(concerns.tick, uid, "today")
    assert not vault.write(concerns.tick, uid, "alone")
    assert seen(world, uid).ticked == {"today"}
    with pytest.raises(NotValid, match="outcome"):
        vault.write(concerns.conclude, uid, "  ")
    named, _ = last_step(vault)
    vault.write(concerns.name, uid, TODAY, [world.noor])
    about, _ = last_step(vault)
    vault.write(concerns.conclude, uid, "told the GP")
    closed = seen(world, uid)
    assert (closed.is_open, closed.outcome) == (False, "told the GP")
    open_ones = vault.read(concerns.open_concerns, world.client, TODAY)
    assert uid not in {concern.uid for concern in open_ones}
    with pytest.raises(CannotUndo, match="final"):
        vault.write(undo.undo, world.client_id)
    for step in (named, about):
        with pytest.raises(CannotUndo, match="final"):
            vault.write(undo.undo_step, step)
    after = vault.read(content)
    for change in (
        lambda s: concerns.tell(s, uid, words="no"),
        lambda s: concerns.tick(s, uid, "asked"),
        lambda s: concerns.pause(s, uid, PAGES),
        lambda s: concerns.name(s, uid, TODAY, []),
        lambda s: concerns.conclude(s, uid, "again"),
    ):
        with pytest.raises(NotValid, match="outcome"):
            vault.write(change)
    assert vault.read(content) == after
    vault.write(session_times.remove, world.prepared)
    vault.write(undo.undo, world.client_id)
    assert vault.read(content)["concern"] == after["concern"]


def test_what_is_said_of_a_step_is_that_of_anything_sensitive(world: World) -> None:
    uid = raised(world)
    for write in (
        lambda s: concerns.tick(s, uid, "asked"),
        lambda s: concerns.pause(s, uid, PAGES),
        lambda s: concerns.name(s, uid, TODAY, []),
        lambda s: concerns.tell(s, uid, kind="child", words="Noor heard it"),
        lambda s: concerns.conclude(s, uid, "told"),
    ):
        world.vault.write(write)
        step, _ = last_step(world.vault)
        what = value(world.vault, "SELECT what FROM step WHERE id = :id", id=step)
        assert what == "a sensitive entry"


def test_a_line_of_a_note_becomes_one_and_stands_nowhere_else(world: World) -> None:
    vault = world.vault
    known = ("Sam", "Noor")
    text = (
        "!concern violence @Sam blocked the quince door\n!concern @Noor hungry\nconcern self: lost"
    )
    items = to_tidy(parse(text, TODAY, known), (), TODAY)
    assert [item.becomes for item in items] == [
        "concern (violence), about Sam: @Sam blocked the quince door",
        "concern (something else), about Noor: @Noor hungry",
        "concern (harm to self): lost",
    ]
    vault.write(tidying.take, world.held, items[0], NOW)
    uid = vault.read(concerns.open_concerns, world.client, TODAY)[-1].uid
    found = seen(world, uid)
    assert (found.kind, found.raised_by, found.session) == ("violence", "mark", world.held)
    assert [who.name for who in found.people] == ["Sam"]
    step, _ = last_step(vault)
    what = str(value(vault, "SELECT what FROM step WHERE id = :id", id=step))
    assert what == "a sensitive entry"
    noted = vault.write(noting.note, world.client, items[2].pieces, NOW)
    assert (len(noted.concerns), noted.jottings) == (1, ())
    shown = vault.read(timeline.timeline, world.client, Asked(TODAY))
    assert "quince" not in repr(shown)


def test_a_line_keeps_what_else_it_says_and_a_helper_is_not_whom_it_is_about(
    world: World,
) -> None:
    vault = world.vault
    line_ = "!concern self quince last night; @Sam stays with her ~3 scared"
    pieces = parse(line_, TODAY, ("Sam", "Noor"))
    (item,) = to_tidy(pieces, (), TODAY)
    assert item.becomes.startswith("concern (harm to self): quince last night; @Sam stays with ")
    assert "mood 3" in item.becomes
    noted = vault.write(noting.note, world.client, pieces, NOW)
    assert (len(noted.concerns), len(noted.moods)) == (1, 1)
    step, _ = last_step(vault)
    assert value(vault, "SELECT what FROM step WHERE id = :id", id=step) == "a sensitive entry"
    found = seen(world, noted.concerns[0])
    assert (found.kind, found.people) == ("self", ())
    assert found.words == "quince last night; @Sam stays with her ~3 scared"
    assert not vault.read(talks.talk, world.talk, TODAY).set_aside
    shown = repr(vault.read(timeline.timeline, world.client, Asked(TODAY)))
    assert "scared" in shown
    assert "quince" not in shown
    named = "SELECT count(*) FROM mood_person WHERE mood_id = (SELECT max(id) FROM mood)"
    assert value(vault, named) == 0


def test_answers_that_ask_for_safety_raise_one_for_each_response(world: World) -> None:
    vault, phq = world.vault, (0, 0, 0, 0, 0, 0, 0, 0, 1)

    def flagged(uid: str, flags: tuple[Raised, ...]) -> str:
        return vault.write(concern_sources.raise_by_answers, uid, flags)

    given = vault.write(
        measuring.answer, world.client, "phq9", phq, NOW, session_uid=world.held
    )  # fmt: skip
    uid = flagged(given.uid, given.scored.flags)
    found = seen(world, uid)
    assert (found.kind, found.raised_by, found.source) == ("self", "item", given.uid)
    assert (found.words, found.session) == ("PHQ-9, item 9: several days", world.held)
    before = vault.read(content)
    assert flagged(given.uid, given.scored.flags) == uid
    assert vault.read(content) == before
    # an answer changed for the worse stands in the open one; once closed, it is no second one
    worse = vault.write(measuring.go_on, given.uid, (*phq[:8], 3), finished=True)
    assert flagged(given.uid, worse.scored.flags) == uid
    assert seen(world, uid).words.endswith("several days\nPHQ-9, item 9: nearly every day")
    vault.write(concerns.conclude, uid, "asked, and a plan made")
    assert flagged(given.uid, worse.scored.flags) == uid
    between = vault.write(measuring.go_on, given.uid, (*phq[:8], 2), finished=True)
    assert flagged(given.uid, between.scored.flags) != uid
    # one corrected to what needs nobody is told in the open one, and stands open
    given = vault.write(measuring.answer, world.client, "phq9", phq, NOW)
    uid = flagged(given.uid, given.scored.flags)
    vault.write(measuring.go_on, given.uid, (0,) * 9, finished=True)
    corrected = seen(world, uid)
    assert corrected.words.splitlines()[-1].startswith("PHQ-9, item 9: corrected since")
    assert corrected.is_open
    again = vault.write(measuring.go_on, given.uid, phq, finished=True)
    assert flagged(given.uid, again.scored.flags) == uid
    assert seen(world, uid).words.endswith("now\nPHQ-9, item 9: several days")
    plans = vault.write(measuring.answer, world.client, "core10", (*(0,) * 5, 1, *(0,) * 4), NOW)
    told = seen(world, flagged(plans.uid, plans.scored.flags)).words
    assert told == "CORE-10, item 6, plans: only occasionally"
    # from paper there is the number alone; a soft flag raises none
    paper = vault.write(measuring.enter, world.client, "epds", 12, NOW, parts={"item10": 2})
    found = seen(world, flagged(paper.uid, paper.scored.flags))
    assert found.words == "EPDS, item 10, harming oneself: 2"
    soft = vault.write(measuring.answer, world.client, "pcl5", (0,) * 15 + (4, 0, 0, 0, 0), NOW)
    assert soft.scored.flags
    assert flagged(soft.uid, soft.scored.flags) == ""
    mine = vault.write(clients.add, "me", role="self")
    own = vault.write(measuring.answer, mine, "phq9", phq, NOW)
    assert flagged(own.uid, own.scored.flags) == ""


def test_in_ones_own_record_there_are_none(world: World) -> None:
    vault = world.vault
    mine = vault.write(clients.add, "me", role="self")
    assert vault.write(concerns.raise_concern, mine, "self", "help") == ""
    assert vault.read(concerns.all_for, mine, TODAY) == ()
    noted = vault.write(noting.note, mine, parse("!concern i am scared", TODAY), NOW)
    assert (noted.concerns, len(noted.jottings)) == ((), 1), "what was typed is kept as a line"


def test_it_is_told_of_everywhere_it_belongs_and_of_how_long(world: World) -> None:
    raised(world)
    other = world.vault.write(clients.add, "M2")
    world.vault.write(concerns.raise_concern, other, "child", "said", words=WORDS)
    everywhere = world.vault.read(concerns.everywhere)
    assert [(c.code, c.veiled) for c in everywhere] == [("K7", True), ("K7", True), ("M2", True)]
    source = world.vault.read(briefs.source, world.client, date(2026, 11, 24))
    assert source is not None
    assert source.concerns == ("harm to self, since 10 Nov", "violence, since yesterday")
    assert "oncern" in "\n".join(brief_lines(source))
