"""Whatever is typed of a talk stays as typed; a talk of any length opens and can be walked."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.text import clean
from ipt_tui.vault import talk_parts, talking, turns
from tests.attack.size import FULL
from tests.once import once
from tests.tui.running import press, running, screen_text, settle
from tests.tui.talking import (
    WORDS,
    area,
    asked,
    heard,
    kitchen,
    on_sheet,
    paste,
    pick,
    to,
    told,
    turn,
    typed,
)
from tests.tui.test_hostile import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.ipt.talk import Talk
    from ipt_tui.vault.vault import Vault

LONG = max(HOSTILE, key=len)
SHORT = [text for text in HOSTILE if text != LONG]
each = pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))


def whole_talk(name: str) -> Callable[[Talk], Any]:
    """Return what reads a field of the talk as a whole."""
    return lambda talk: talk.text(name)


def one_of(rows: str, name: str, number: int = 0) -> Callable[[Talk], Any]:
    """Return what reads a field of one of its turns, lines, options, rounds or tries."""
    return lambda talk: getattr(getattr(talk, rows)[number], name)


QUESTIONS: dict[str, Callable[[Talk], Any]] = {
    **{
        f"turn:0:{name}": one_of("turns", name)
        for name in ("said", "tone", "body", "meant", "felt")
    },
    "turn:1:guessed": one_of("turns", "guessed_meant", 1),
    **{f"after:{name}": whole_talk(name) for name in ("hoped", "need", "result", "their_side")},
    **{f"head:{name}": whole_talk(name) for name in ("about", "place", "lead_up")},
    "end:note": whole_talk("note"),
    "say:new": one_of("alternatives", "line", -1),
    **{f"say:0:{name}": one_of("alternatives", name) for name in ("why", "risk")},
    "option:new": one_of("options", "text", -1),
    **{
        f"option:0:{name}": one_of("options", name)
        for name in ("text", "pros", "cons", "likely", "on_me", "on_us")
    },
    **{f"round:0:{name}": one_of("rounds", name) for name in ("line", "changed")},
    **{
        f"tried:0:{name}": one_of("attempts", name)
        for name in ("what", "happened", "left_me", "left_them")
    },
}
"""Every question that takes words, and where its answer is found."""


@once
def whole(vault: Vault) -> str:
    """Keep a talk with one of everything that may be asked about; return its uid."""
    from datetime import date

    from ipt_tui.ipt.moments import on_day

    uid = kitchen(vault, WORDS)
    vault.write(talking.tell, uid, safe="yes", safe_on="2026-11-20")
    vault.write(talk_parts.add, "alternative", uid, line="Please.")
    vault.write(talk_parts.add, "option", uid, text="write a note")
    vault.write(talk_parts.add, "rehearsal", uid, day="2026-11-20", line="Please.")
    vault.write(talk_parts.attempt, uid, on_day(date(2026, 11, 20)), "tried it")
    return uid


def keyed(talk: Talk, question: str) -> str:
    """Return the key of a question, with the uid of its row in the place of its number."""
    part, _, rest = question.partition(":")
    number, _, name = rest.partition(":")
    rows: dict[str, tuple[Any, ...]] = {
        "turn": talk.turns, "say": talk.alternatives, "option": talk.options,
        "round": talk.rounds, "tried": talk.attempts,
    }  # fmt: skip
    return f"{part}:{rows[part][int(number)].uid}:{name}" if name else question


async def kept(pilot: Pilot[str], vault: Vault, uid: str, question: str, text: str) -> bool:
    """Answer a question; return whether what was typed is held, or waits where it was refused."""
    held, wanted = QUESTIONS[question], clean(text).strip()
    await ask(pilot, vault, uid, question)
    await press(pilot, "ctrl+u")
    await paste(pilot, text)
    await press(pilot, "escape")
    if held(told(vault, uid)) == wanted:
        return True
    await ask(pilot, vault, uid, question)
    waits = len(wanted) > 1000 and typed(pilot).strip() == wanted
    await press(pilot, "ctrl+u", "escape")
    return waits


async def ask(pilot: Pilot[str], vault: Vault, uid: str, question: str) -> None:
    """Have a question stand."""
    area(pilot)._ask(keyed(told(vault, uid), question))
    await settle(pilot)
    assert asked(pilot), question


async def test_every_question_keeps_what_is_typed_to_the_letter(vault: Vault, clock: Clock) -> None:
    """Each is given one text in a run, other ones in every run."""
    uid = whole(vault)
    texts = [*HOSTILE, " ".join(SHORT)]
    first = 0 if FULL else random.randrange(len(texts))
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        for turn_ in range(len(texts) if FULL else 1):
            for number, question in enumerate(QUESTIONS, first + turn_):
                text = texts[number % len(texts)]
                assert await kept(pilot, vault, uid, question, text), (question, text[:100])
                assert screen_text(pilot)


@each
async def test_every_form_shows_it(text: str, vault: Vault, clock: Clock) -> None:
    uid = whole(vault)
    words = clean(text)[:900]
    turns_ = told(vault, uid).turns
    vault.write(
        turns.tell, turns_[0].uid, said=words, meant=words, felt=words[:200], tone=words, body=words
    )
    vault.write(turns.tell, turns_[1].uid, said=words, guessed_meant=words, asked="no")
    vault.write(talking.tell, uid, result=words, about=words[:200], note=words)
    vault.write(talk_parts.add, "alternative", uid, line=words, turn=turns_[0].uid)
    vault.write(talk_parts.add, "option", uid, text=words, pros=words)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        for keys in (["plus"], ["minus"], ["d"], ["d", "r"], ["r", "v"], ["escape", "v"], ["b"]):
            await press(pilot, *keys, "end", "home")
            assert screen_text(pilot)
        await press(pilot, "slash")
        await paste(pilot, text[:100])
        assert screen_text(pilot)


async def test_a_name_that_is_markup_is_shown_as_it_is(vault: Vault, clock: Clock) -> None:
    kitchen(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        area(pilot)._ask("head:people")
        await press(pilot, "ctrl+u")
        await paste(pilot, "@[no] [b]")
        await press(pilot, "enter")
        assert "[no] [b]" in screen_text(pilot)
        area(pilot)._ask("turn:new")
        await settle(pilot)
        assert asked(pilot) == "K7 said, first?"
        await press(pilot, "escape", "tab", "x")
        assert "[no] [b]" in screen_text(pilot)


async def test_a_talk_of_a_thousand_turns_opens_and_can_be_walked(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(
        vault, tuple((("me", "them")[n % 2], f"line {n} of a long talk") for n in range(1000))
    )
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        assert "line 0 of" in screen_text(pilot)
        await press(pilot, "pagedown", "pagedown", "end", "home", "down", "down", "right")
        assert area(pilot).pane.lit == turn(vault, uid, 3).uid
        await to(pilot, "turn:new")
        assert "line 999 of" in screen_text(pilot)
        await press(pilot, "enter")
        await paste(pilot, "and the last")
        await press(pilot, "enter", "escape")
        assert heard(vault, uid)[-1] == ("me", "and the last")
        await press(pilot, "r")
        await pick(pilot, "n")
        await press(pilot, "escape", "end", "home", "escape")
        assert area(pilot).pane.rows.has_focus


async def test_a_turn_of_fifty_thousand_letters_opens_and_can_be_changed(
    vault: Vault, clock: Clock
) -> None:
    long = "word after word " * 3125
    uid = kitchen(vault, (("me", long), ("them", "x" * 50_000), ("me", "no")))
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "plus", "minus", "down", "up", "v", "escape", "v")
        await to(pilot, "turn:", "said")
        await press(pilot, "enter")
        assert typed(pilot) == long
        await paste(pilot, "and one more")
        await press(pilot, "escape")
        assert heard(vault, uid)[0] == ("me", f"{long}and one more")
        await press(pilot, "r")
        assert screen_text(pilot)


@pytest.mark.parametrize("text", ["\n" * 500, "me: \nsam: \nme:", ":", "me:", "sam:sam:sam:"])
async def test_what_hardly_is_a_turn_is_none_or_one_and_breaks_nothing(
    text: str, vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "n")
        await paste(pilot, text)
        await press(pilot, "enter")
        assert len(heard(vault, uid)) <= 1
        assert area(pilot).bar.editor.has_focus
