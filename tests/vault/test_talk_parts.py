"""What grows out of a talk: lines, options, rounds, tries, and what got in the way."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.difficulties import difficulties
from ipt_tui.vault import clients, steps, talk_parts
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from tests.vault.talk_reading import opened, rows
from tests.vault.talked import begin_with
from tests.vault.world import NOW, World, content, last_step

if TYPE_CHECKING:
    from ipt_tui.ipt.talk import Talk

ALTERNATIVE = {"line": "Ask me first.", "why": "it is mine", "style": "assertive", "risk": "noise"}
OPTION = {
    "text": "write a note", "pros": "calm", "cons": "slow", "likely": "a shrug", "on_me": "relief",
    "on_us": "less noise", "feasible": 0, "safe": "yes",
}  # fmt: skip
REHEARSAL = {
    "day": "2026-11-22", "reversed": True, "line": "Have you time?", "changed": "slower",
    "worst_case": True,
}  # fmt: skip
ATTEMPT = {
    "done": "part", "what": "asked", "happened": "a nod", "left_me": "glad", "left_them": "quiet",
}  # fmt: skip
TOLD: dict[str, dict[str, Any]] = {
    "alternative": ALTERNATIVE, "option": OPTION, "rehearsal": REHEARSAL, "attempt": ATTEMPT,
}  # fmt: skip
ADDED = ("alternative", "option", "rehearsal")
SHOWN = {"alternative": "alternatives", "option": "options", "rehearsal": "rounds",
         "attempt": "attempts"}  # fmt: skip


def shown(talk: Talk, sort: str) -> list[dict[str, Any]]:
    """Return the parts of one sort as the talk shows them, dates as texts."""
    found = [asdict(part) for part in getattr(talk, SHOWN[sort])]
    for part in found:
        if sort == "rehearsal":
            part["day"] = part["day"].isoformat()
    return found


# Each sort.


@pytest.mark.parametrize("sort", ADDED)
def test_what_is_added_stands_last_with_all_that_was_told(world: World, sort: str) -> None:
    before = shown(opened(world), sort)
    uid = world.vault.write(talk_parts.add, sort, world.talk, **TOLD[sort])
    *others, new = shown(opened(world), sort)
    assert others == before
    assert new["uid"] == uid
    assert {name: new[name] for name in TOLD[sort]} == TOLD[sort]


@pytest.mark.parametrize("sort", TOLD)
def test_what_is_changed_changes_alone_and_is_not_saved_over(world: World, sort: str) -> None:
    first = shown(opened(world), sort)[0]
    world.vault.write(talk_parts.change, sort, first["uid"], first["updated_at"], **TOLD[sort])
    changed, *others = shown(opened(world), sort)
    assert changed == {**first, **TOLD[sort], "updated_at": changed["updated_at"]}
    assert changed["updated_at"] > first["updated_at"]
    assert others == shown(opened(world), sort)[1:]
    with pytest.raises(ChangedElsewhere):
        world.vault.write(talk_parts.change, sort, first["uid"], first["updated_at"])
    with pytest.raises(Gone):
        world.vault.write(talk_parts.change, sort, world.turn, **TOLD[sort])


@pytest.mark.parametrize("sort", TOLD)
def test_what_is_removed_is_gone_alone(world: World, sort: str) -> None:
    if sort in ADDED:
        world.vault.write(talk_parts.add, sort, world.talk, **TOLD[sort])
    before = opened(world)
    first, *others = shown(before, sort)
    assert world.vault.write(talk_parts.remove, sort, first["uid"]) == talk_parts.SAID[sort]
    after = opened(world)
    assert shown(after, sort) == others
    assert all(shown(after, other) == shown(before, other) for other in TOLD if other != sort)
    assert world.tried in [row["uid"] for row in rows(world, "event")]
    with pytest.raises(Gone):
        world.vault.write(talk_parts.remove, sort, first["uid"])


@pytest.mark.parametrize(
    ("sort", "values", "sentence"),
    [
        ("alternative", {"line": "\x1b "}, r"^Line is empty; please type something\.$"),
        ("option", {"text": ""}, "is empty; please type something"),
        ("option", {"text": "x", "feasible": 11}, r"^Feasible is a number from 0 to 10\.$"),
        ("rehearsal", {"day": "2026-02-30"}, r"^The date does not fit here; please check it\.$"),
        ("rehearsal", {"line": "no day"}, r"^The date does not fit here; please check it\.$"),
    ],
)
def test_what_does_not_fit_is_not_added(
    world: World, sort: str, values: dict[str, Any], sentence: str
) -> None:
    before = world.vault.read(content)
    with pytest.raises(NotValid, match=sentence):
        world.vault.write(talk_parts.add, sort, world.talk, **values)
    assert world.vault.read(content) == before


def test_a_line_stands_in_place_of_a_turn(world: World) -> None:
    uid = world.vault.write(talk_parts.add, "alternative", world.talk, world.turn, **ALTERNATIVE)
    assert {a.uid: a.turn for a in opened(world).alternatives}[uid] == world.turn


def test_each_is_one_step_that_tells_no_word(world: World) -> None:
    told = {
        "alternative": "a talk: a line to say",
        "option": "a talk: an option",
        "rehearsal": "a talk: a rehearsal",
    }
    for sort, words in told.items():
        uid = world.vault.write(talk_parts.add, sort, world.talk, **TOLD[sort])
        other: dict[str, Any] = {"text" if sort == "option" else "line": "x"}
        world.vault.write(talk_parts.change, sort, uid, **other)
        world.vault.write(talk_parts.remove, sort, uid)
        newest = [line.what for line in world.vault.read(steps.listing, world.client_id)[:3]]
        assert newest == [f"{words} removed", f"{words} changed", f"{words} added"]


# Of options one is chosen.


def test_of_the_options_one_is_chosen_or_none(world: World) -> None:
    uids = [opened(world).options[0].uid] + [
        world.vault.write(talk_parts.add, "option", world.talk, text=text) for text in "bc"
    ]

    def chosen() -> list[str]:
        return [option.uid for option in opened(world).options if option.chosen]

    assert chosen() == uids[:1]
    for uid in (uids[2], uids[1]):
        world.vault.write(talk_parts.choose, uid)
        assert chosen() == [uid]
    world.vault.write(talk_parts.choose, uids[1])
    assert chosen() == []
    world.vault.write(talk_parts.choose, uids[1])
    assert chosen() == [uids[1]]


def test_what_is_chosen_in_another_talk_stays_chosen(world: World) -> None:
    other = world.vault.write(begin_with, world.noor)
    option = world.vault.write(talk_parts.add, "option", other, text="wait")
    world.vault.write(talk_parts.choose, option)
    assert [o.chosen for o in opened(world).options] == [True]
    world.vault.write(talk_parts.choose, opened(world).options[0].uid)
    assert [o.chosen for o in opened(world, other).options] == [True]


# What got in the way.


def way(world: World) -> dict[str, str | None]:
    return {mark.code: mark.turn for mark in opened(world).difficulties}


def test_what_stays_in_the_way_keeps_its_turn(world: World) -> None:
    assert way(world) == {"silence": world.turn, "bad_timing": None}
    world.vault.write(talk_parts.mark_all, world.talk, ["attack", "silence", "attack"])
    assert way(world) == {"silence": world.turn, "attack": None}
    world.vault.write(talk_parts.mark_all, world.talk, [])
    assert way(world) == {}
    every = [one.id for one in difficulties()]
    world.vault.write(talk_parts.mark_all, world.talk, every)
    assert list(way(world)) == every
    step = last_step(world.vault)
    world.vault.write(talk_parts.mark_all, world.talk, reversed(every))
    assert last_step(world.vault) == step


@pytest.mark.parametrize("code", ["", "x" * 41])
def test_a_code_that_does_not_fit_keeps_all_as_it_was(world: World, code: str) -> None:
    before = world.vault.read(content)
    with pytest.raises(NotValid):
        world.vault.write(talk_parts.mark_all, world.talk, ["attack", code])
    assert world.vault.read(content) == before


def test_what_got_in_the_way_points_at_a_turn_or_at_none(world: World) -> None:
    first = opened(world).turns[0].uid
    for turn in (first, world.turn, None):
        world.vault.write(talk_parts.point, world.talk, "bad_timing", turn)
        assert way(world) == {"silence": world.turn, "bad_timing": turn}
    with pytest.raises(Gone):
        world.vault.write(talk_parts.point, world.talk, "attack", first)


# Other talks, and other records.


def test_nothing_points_at_a_turn_of_another_talk(world: World) -> None:
    other = world.vault.write(begin_with, world.sam)
    world.vault.write(talk_parts.mark_all, other, ["silence"])
    before = world.vault.read(content)
    for write in (
        lambda: world.vault.write(talk_parts.point, other, "silence", world.turn),
        lambda: world.vault.write(talk_parts.add, "alternative", other, world.turn, line="x"),
    ):
        with pytest.raises(NotValid, match=r"^That turn belongs to another talk\.$"):
            write()
    with pytest.raises(Gone):
        world.vault.write(talk_parts.point, other, "silence", "gone")
    assert world.vault.read(content) == before


def test_nothing_grows_on_what_is_no_talk(world: World) -> None:
    other = replace(world, client=world.vault.write(clients.add, "M3"))
    before = world.vault.read(content)
    for uid in ("gone", world.event, other.client):
        for write in (
            lambda uid=uid: world.vault.write(talk_parts.add, "option", uid, text="x"),
            lambda uid=uid: world.vault.write(talk_parts.mark_all, uid, ["silence"]),
            lambda uid=uid: world.vault.write(talk_parts.attempt, uid, NOW, "tried"),
            lambda uid=uid: world.vault.write(talk_parts.choose, uid),
            lambda uid=uid: world.vault.read(talk_parts.wishes, uid),
            lambda uid=uid: world.vault.read(talk_parts.events_on, uid, date.min.isoformat()),
        ):
            with pytest.raises(Gone):
                write()
    assert world.vault.read(content) == before
