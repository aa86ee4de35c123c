"""Turns: said, put between, moved, split, said again, told, removed; in the order they were in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.vault import steps, talk_parts, turns, undo
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from tests.vault.talk_reading import opened, said
from tests.vault.talked import begin_with
from tests.vault.world import World, content, last_step

if TYPE_CHECKING:
    from ipt_tui.ipt.talk import TurnLine

FIRST, LAST = ("me", "You might have said."), ("them", "You never ask.")
A, B, C = ("me", "a"), ("them", "b"), ("Noor", "c")


def turn(world: World, number: int) -> TurnLine:
    """Return a turn of the talk, counted from 1."""
    return opened(world).turns[number - 1]


# Said.


def test_what_is_said_stands_at_the_end(world: World) -> None:
    last = world.vault.write(turns.add, world.talk, [A, B])
    assert said(world) == [FIRST, LAST, A, B]
    assert [(t.uid, t.number) for t in opened(world).turns][-1] == (last, 4)
    world.vault.write(turns.add, world.talk, [C])
    assert said(world) == [FIRST, LAST, A, B, C]


def test_what_is_said_after_a_turn_stands_right_after_it(world: World) -> None:
    first = turn(world, 1).uid
    last = world.vault.write(turns.add, world.talk, [A, B], first)
    assert said(world) == [FIRST, A, B, LAST]
    assert turn(world, 3).uid == last
    world.vault.write(turns.add, world.talk, [C], first)
    assert said(world) == [FIRST, C, A, B, LAST]
    world.vault.write(turns.add, world.talk, [("me", "so")], world.turn)
    assert said(world) == [FIRST, C, A, B, LAST, ("me", "so")]


@pytest.mark.parametrize("after", [None, "turn"])
def test_nothing_said_is_refused_in_one_sentence(world: World, after: str | None) -> None:
    with pytest.raises(NotValid, match=r"^Nothing was said there; type a few words first\.$"):
        world.vault.write(turns.add, world.talk, [], after and world.turn)


def test_nothing_is_put_after_a_turn_of_another_talk(world: World) -> None:
    other = world.vault.write(begin_with, world.noor)
    before = world.vault.read(content)
    with pytest.raises(NotValid, match="belongs to another talk"):
        world.vault.write(turns.add, other, [A], world.turn)
    for gone in ((world.talk, [A], "gone"), ("gone", [A], None)):
        with pytest.raises(Gone):
            world.vault.write(turns.add, *gone)
    assert world.vault.read(content) == before


def test_words_keep_their_marks_and_lose_only_what_steers_a_terminal(world: World) -> None:
    words = "[no] [/] [b]x[/b] {name} \\[ \U0001f642 e\u0301\n\tא \u200d"
    world.vault.write(turns.add, world.talk, [("me", f"\x1b{words}\x00\x07\x9b\u202e\u2066")])
    world.vault.write(turns.add, world.talk, [("[no]", "\x00\x1b")])
    assert said(world)[-2:] == [("me", words), ("[no]", "")]


@pytest.mark.parametrize(
    ("turn_", "sentence"),
    [
        (("", "a"), r"^Speaker is empty; please type something\.$"),
        (("x" * 121, "a"), r"^Speaker can be 120 letters long at most; please shorten it\.$"),
        (("me", "x" * 100_001), r"^Said can be 100,000 letters long at most; please shorten it\.$"),
    ],
)
def test_one_that_does_not_fit_keeps_all_of_them_out(
    world: World, turn_: tuple[str, str], sentence: str
) -> None:
    before = world.vault.read(content)
    with pytest.raises(NotValid, match=sentence):
        world.vault.write(turns.add, world.talk, [A, turn_, B])
    assert world.vault.read(content) == before


# Told.


def test_a_turn_is_told_field_by_field(world: World) -> None:
    told: dict[str, Any] = {
        "tone": "flat", "body": "arms crossed", "guessed_meant": "leave it", "asked": "no",
        "guessed_felt": "tired", "meant": "ask me", "felt": "hurt", "strength": 10,
    }  # fmt: skip
    world.vault.write(turns.tell, world.turn, **told)
    assert turn(world, 2) == replace(turn(world, 2), speaker="them", said=LAST[1], **told)
    with pytest.raises(NotValid, match=r"^Strength is a number from 0 to 10\.$"):
        world.vault.write(turns.tell, world.turn, strength=11)
    newest = world.vault.read(steps.listing, world.client_id)[0].what
    assert newest == f"a talk: {', '.join(name.replace('_', ' ') for name in told)}"


def test_one_that_was_changed_meanwhile_is_not_saved_over(world: World) -> None:
    seen = turn(world, 2).updated_at
    world.vault.write(turns.tell, world.turn, seen, tone="loud")
    before = world.vault.read(content)
    for write in (
        lambda: world.vault.write(turns.tell, world.turn, seen, tone="low"),
        lambda: world.vault.write(turns.say_again, world.turn, [A, B], seen),
        lambda: world.vault.write(turns.split, world.turn, "You", "never ask.", seen),
    ):
        with pytest.raises(ChangedElsewhere):
            write()
    assert world.vault.read(content) == before


# Said again.


def test_other_words_take_the_place_and_more_turns_follow(world: World) -> None:
    first = turn(world, 1).uid
    world.vault.write(turns.tell, first, meant="ask me", felt="hurt")
    world.vault.write(turns.say_again, first, [("them", "x"), A, C], turn(world, 1).updated_at)
    assert said(world) == [("them", "x"), A, C, LAST]
    assert (turn(world, 1).uid, turn(world, 1).meant, turn(world, 1).felt) == (
        first, "ask me", "hurt",
    )  # fmt: skip


def test_without_words_a_turn_stays_with_what_is_told_of_it(world: World) -> None:
    world.vault.write(turns.tell, world.turn, body="looked away")
    world.vault.write(turns.say_again, world.turn, [])
    assert said(world) == [FIRST, ("them", "")]
    assert turn(world, 2).body == "looked away"


# Split.


@pytest.mark.parametrize(("speaker", "next_"), [("me", "them"), ("them", "me"), ("Noor", "me")])
def test_a_turn_becomes_two_of_which_another_says_the_second(
    world: World, speaker: str, next_: str
) -> None:
    uid = world.vault.write(turns.add, world.talk, [(speaker, "One. Two.")], turn(world, 1).uid)
    world.vault.write(turns.tell, uid, tone="flat")
    new = world.vault.write(turns.split, uid, "One. ", " Two.", turn(world, 2).updated_at)
    assert said(world) == [FIRST, (speaker, "One."), (next_, "Two."), LAST]
    assert [turn(world, n).uid for n in (2, 3)] == [uid, new]
    assert (turn(world, 2).tone, turn(world, 3).tone) == ("flat", "")


@pytest.mark.parametrize(("first", "rest"), [("", "You"), ("You", " \n"), (" ", "")])
def test_a_turn_is_not_split_where_nothing_stands(world: World, first: str, rest: str) -> None:
    before = world.vault.read(content)
    with pytest.raises(NotValid, match="Put the cursor between two words"):
        world.vault.write(turns.split, world.turn, first, rest)
    assert world.vault.read(content) == before


# Removed.


def test_what_pointed_at_a_turn_stays_with_the_talk(world: World) -> None:
    other = turn(world, 1).uid
    world.vault.write(talk_parts.point, world.talk, "bad_timing", other)
    before = world.vault.read(content)
    world.vault.write(turns.remove, world.turn)
    talk = opened(world)
    assert said(world) == [FIRST]
    assert [(d.code, d.turn) for d in talk.difficulties] == [
        ("silence", None),
        ("bad_timing", other),
    ]
    assert [(a.line, a.turn) for a in talk.alternatives] == [
        ("Please tell me first.", None),
        ("Let us sit down.", None),
    ]
    world.vault.write(undo.undo_for, world.client)
    assert world.vault.read(content) == before
    with pytest.raises(Gone):
        world.vault.write(turns.remove, "gone")


def test_each_is_one_step_of_its_client_that_tells_no_word(world: World) -> None:
    first = turn(world, 1).uid
    for write in (
        lambda: world.vault.write(turns.add, world.talk, [A, B, C]),
        lambda: world.vault.write(turns.say_again, first, [A, B]),
        lambda: world.vault.write(turns.split, first, "One", "two"),
        lambda: world.vault.write(turns.move, first, 1),
        lambda: world.vault.write(turns.remove, first),
    ):
        step, _ = last_step(world.vault)
        write()
        assert last_step(world.vault) == (step + 1, world.client_id)
    told = [line.what for line in world.vault.read(steps.listing, world.client_id)][:5]
    assert sorted(set(told)) == [
        "a talk: a turn made two", "a talk: a turn moved", "a talk: a turn removed", "a talk: said",
    ]  # fmt: skip
