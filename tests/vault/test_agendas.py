"""The agenda of a session: filled once, then one's own to tick, add to, change and order."""

from __future__ import annotations

import pytest

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.vault import agendas, courses, session_begin, session_told, sessions, steps
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from tests.vault.world import NOW, TODAY, World, content, last_step


def agenda(world: World, uid: str = "") -> list[tuple[str, str, bool]]:
    found = world.vault.read(sessions.session, uid or world.prepared, TODAY).agenda
    return [(item.code, item.text, item.done) for item in found]


def uids(world: World) -> list[str]:
    found = world.vault.read(sessions.session, world.prepared, TODAY).agenda
    return [item.uid for item in found]


def texts(world: World) -> list[str]:
    return texts_of(world, world.prepared)


def texts_of(world: World, uid: str) -> list[str]:
    return [text for _, text, _ in agenda(world, uid)]


def test_an_agenda_is_filled_once(world: World) -> None:
    added = world.vault.write(agendas.fill, world.planned)
    before = agenda(world, world.planned)
    assert added == len(before) > 5
    step = last_step(world.vault)
    assert world.vault.write(agendas.fill, world.planned) == 0
    assert agenda(world, world.planned) == before
    assert last_step(world.vault) == step


def test_on_ones_own_there_is_none(world: World) -> None:
    world.vault.write(courses.change, world.course, template="self_review", planned=0)
    assert world.vault.write(agendas.fill, world.planned) == 0


def test_what_is_added_stands_last_or_after_another(world: World) -> None:
    world.vault.write(agendas.add, world.prepared, "last")
    first = uids(world)[0]
    for number in range(14):
        world.vault.write(agendas.add, world.prepared, f"after {number}", first)
    between = [f"after {number}" for number in reversed(range(14))]
    assert texts(world) == ["How has it been?", *between, "bring the forms", "last"]
    world.vault.write(agendas.add, world.prepared, "really last", uids(world)[-1])
    assert texts(world)[-1] == "really last"
    assert all(code == "" for code, text, _ in agenda(world) if text.startswith("after"))


def test_what_is_added_before_it_begins_does_not_take_the_place_of_what_belongs_there(
    world: World,
) -> None:
    world.vault.write(agendas.add, world.planned, "the forms")
    before = texts_of(world, world.planned)
    assert before[-1] == "the forms"
    assert len(before) > 5
    world.vault.write(session_begin.start, world.planned, NOW.at, DAY_STARTS_AT)
    assert texts_of(world, world.planned) == before


def test_by_video_it_begins_with_whether_one_is_alone_also_where_it_had_begun(world: World) -> None:
    whether = "Where are you, are you alone, can you be overheard?"
    for modality in ("video", "phone", "in_person"):
        world.vault.write(session_told.tell, world.prepared, modality=modality)
        assert texts(world) == [whether, "How has it been?", "bring the forms"]
    world.vault.write(session_told.tell, world.planned, modality="video")
    assert texts_of(world, world.planned) == []
    world.vault.write(session_begin.start, world.planned, NOW.at, DAY_STARTS_AT)
    assert texts_of(world, world.planned).count(whether) == 1
    assert texts_of(world, world.planned)[0] == whether


def test_nothing_is_added_that_says_nothing_or_after_what_is_elsewhere(world: World) -> None:
    world.vault.write(agendas.fill, world.planned)
    before = world.vault.read(content)
    elsewhere = world.vault.read(sessions.session, world.planned, TODAY).agenda[0].uid
    with pytest.raises(NotValid, match="another session"):
        world.vault.write(agendas.add, world.prepared, "x", elsewhere)
    with pytest.raises(NotValid, match="The text is empty"):
        world.vault.write(agendas.add, world.prepared, " \x1b ")
    with pytest.raises(Gone):
        world.vault.write(agendas.add, world.prepared, "x", "gone")
    assert world.vault.read(content) == before


def test_what_is_put_in_other_words_keeps_its_code(world: World) -> None:
    item = world.vault.read(sessions.session, world.prepared, TODAY).agenda[0]
    world.vault.write(agendas.change, item.uid, "the week", item.updated_at)
    assert agenda(world)[0] == ("since_last", "the week", False)
    with pytest.raises(ChangedElsewhere):
        world.vault.write(agendas.change, item.uid, "over it", item.updated_at)


def test_a_tick_is_set_and_taken_away(world: World) -> None:
    first, second = uids(world)
    assert world.vault.write(agendas.tick, first) is True
    assert [done for _, _, done in agenda(world)] == [True, False]
    assert world.vault.write(agendas.tick, first) is False
    assert world.vault.write(agendas.tick, second) is True
    assert [done for _, _, done in agenda(world)] == [False, True]


def test_the_program_ticks_by_code_and_only_once(world: World) -> None:
    assert world.vault.write(agendas.see_done, world.prepared, "since_last") is True
    assert [done for _, _, done in agenda(world)] == [True, False]
    step = last_step(world.vault)
    assert world.vault.write(agendas.see_done, world.prepared, "since_last") is False
    assert world.vault.write(agendas.see_done, world.prepared, "focus") is False
    assert last_step(world.vault) == step
    with pytest.raises(NotValid, match="by hand"):
        world.vault.write(agendas.see_done, world.prepared, "")
    assert [done for _, _, done in agenda(world)] == [True, False]


def test_two_change_places_and_the_ends_stay(world: World) -> None:
    world.vault.write(agendas.add, world.prepared, "last")
    first, second, _ = uids(world)
    assert world.vault.write(agendas.move, second, 1) is True
    assert texts(world) == ["How has it been?", "last", "bring the forms"]
    assert world.vault.write(agendas.move, second, 1) is False
    assert world.vault.write(agendas.move, first, -1) is False
    assert world.vault.write(agendas.move, second, -1) is True
    assert uids(world)[1] == second


def test_two_in_one_place_change_places_too(world: World) -> None:
    first, second = uids(world)

    def same(session: object) -> None:
        from sqlalchemy import text

        session.execute(text("UPDATE agenda_item SET position = 1024"))  # type: ignore[attr-defined]
        from ipt_tui.vault.steps import describe

        describe(session, world_client, "same")  # type: ignore[arg-type]

    world_client = world.client_id
    world.vault.write(same)
    assert world.vault.write(agendas.move, second, -1) is True
    assert uids(world) == [second, first]
    world.vault.write(same)
    world.vault.write(agendas.add, world.prepared, "between", first)
    assert texts(world) == ["How has it been?", "between", "bring the forms"]


def test_what_is_removed_is_gone_alone(world: World) -> None:
    first, _ = uids(world)
    assert world.vault.write(agendas.remove, first) == "something to do"
    assert texts(world) == ["bring the forms"]
    for fn in (agendas.remove, agendas.tick):
        with pytest.raises(Gone):
            world.vault.write(fn, first)


def test_each_is_one_step_that_tells_no_word(world: World) -> None:
    write, first = world.vault.write, uids(world)[0]
    new = write(agendas.add, world.prepared, "umbrella")
    write(agendas.change, new, "lantern")
    write(agendas.tick, new)
    write(agendas.move, first, 1)
    write(agendas.remove, new)
    newest = [line.what for line in world.vault.read(steps.listing, world.client_id)[:5]]
    assert newest == [
        "a session: something to do, removed", "a session: the agenda in another order",
        "a session: done", "a session: something to do, changed",
        "a session: something to do, added",
    ]  # fmt: skip
