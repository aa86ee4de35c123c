"""A talk left in the middle: what was typed is there again, and one goes on where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.app import IptApp
from ipt_tui.tui.areas.talks.questions import STOP_ANYWHERE
from ipt_tui.vault import left, talking
from tests.tui.running import press, running, screen_text, write
from tests.tui.talking import (
    WORDS,
    answer,
    area,
    ask_at,
    asked,
    heard,
    kitchen,
    on_sheet,
    to,
    told,
    turn,
    typed,
)

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def go_on(pilot: Pilot[str]) -> None:
    """From the list, with e."""
    await press(pilot, "4")
    if area(pilot).pane.rows.has_focus:
        await press(pilot, "tab")
    await press(pilot, "e")


async def test_esc_keeps_what_was_typed_and_e_goes_on_at_the_same_question(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    third = turn(vault, uid, 3).uid
    async with running(vault, clock) as pilot:
        await ask_at(pilot, f"turn:{third}", "meant")
        await write(pilot, "please ask me")
        await press(pilot, "escape")
        assert asked(pilot) == ""
        assert turn(vault, uid, 3).meant == "please ask me"
        assert vault.read(left.known)[uid] == f"turn:{third}:meant"
        await press(pilot, "tab", "e")
        assert "“Do what you want.”: what did K7 feel" in asked(pilot), (
            "what is told is passed over"
        )
        await press(pilot, "escape", "tab", "e")
        assert "“Do what you want.”: what did K7 feel" in asked(pilot), "what is not stays"


async def test_a_half_typed_answer_waits_while_one_is_in_another_area(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "turn:", "meant")
        await write(pilot, "that I am afr")
        await press(pilot, "ctrl+g", "p")
        assert "Sam   partner" in screen_text(pilot)
        await press(pilot, "4")
        assert "what did K7 want Sam to hear?" in asked(pilot)
        assert typed(pilot) == "that I am afr"
        assert area(pilot).bar.editor.has_focus
        await write(pilot, "aid")
        await press(pilot, "enter")
        assert turn(vault, uid, 1).meant == "that I am afraid"


async def test_a_half_typed_answer_survives_the_end_of_the_program(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "turn:", "meant")
        await answer(pilot, "one thing")
        assert "what did K7 feel" in asked(pilot)
        await write(pilot, "afr")
        await press(pilot, "ctrl+q")
    assert turn(vault, uid, 1).felt == ""
    async with running(vault, clock) as pilot:
        await go_on(pilot)
        assert "“Have you rung them about the flat?”: what did K7 feel" in asked(pilot)
        assert typed(pilot) == "afr"


async def test_what_was_typed_survives_a_program_told_to_end_at_once(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        assert isinstance(pilot.app, IptApp)
        await ask_at(pilot, "turn:new")
        await write(pilot, "And then the door")
        pilot.app.drafting.flush_now()
    async with running(vault, clock) as pilot:
        await go_on(pilot)
        assert asked(pilot) == "K7 said, then?"
        assert typed(pilot) == "And then the door"
        await press(pilot, "escape")
        assert heard(vault, area(pilot).talk.uid)[-1] == ("me", "And then the door")  # type: ignore[union-attr]


async def test_each_talk_remembers_its_own_place(vault: Vault, clock: Clock) -> None:
    from tests.tui.talking import another

    kitchen(vault, WORDS)
    another(vault, "February", (("me", "February is coming."),))
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, "after:result")
        await press(pilot, "enter", "escape", "tab", "down", "tab")
        await to(pilot, "after:hoped")
        await press(pilot, "enter", "escape", "tab", "e")
        assert asked(pilot) == "What did K7 hope would happen?"
        await press(pilot, "escape", "tab", "up", "e")
        assert asked(pilot) == "What came of it?"


async def test_a_place_that_is_gone_gives_way_to_the_first_untold(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    vault.keep(left.leave, uid, "turn:gone:meant")
    async with running(vault, clock) as pilot:
        await press(pilot, "4", "e")
        assert asked(pilot) == "K7 said, then?"


# The two forms.


async def test_v_asks_one_by_one_at_the_same_place_and_goes_back(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, "turn:", "felt")
        await press(pilot, "enter", "escape", "v")
        assert asked(pilot).endswith(
            "“Have you rung them about the flat?”: what did you feel, and how strongly?"
        )
        await answer(pilot, "anxious 6")
        assert "what did you guess Sam meant or felt? Did you ask?" in asked(pilot)
        await press(pilot, "escape", "v")
        head = next(line for line in screen_text(pilot).splitlines() if " said" in line)
        assert "K7 guessed" in head
        await press(pilot, "tab", "e")
        assert "what did K7 guess Sam meant or felt?" in asked(pilot)
        assert (turn(vault, uid, 1).felt, turn(vault, uid, 1).strength) == ("anxious", 6)


async def test_the_form_of_questions_says_how_far_one_is(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, WORDS[:2])
    vault.write(talking.tell, uid, about="the flat")
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "v")
        numbers = []
        for _ in range(4):
            at, of, whole = asked(pilot).split()[:3]
            assert of == "of"
            numbers.append((int(at), int(whole)))
            await press(pilot, "enter")
        assert len({whole for _, whole in numbers}) == 1
        assert [at for at, _ in numbers] == list(range(numbers[0][0], numbers[0][0] + 4))


async def test_every_question_in_turn_reaches_the_end_and_leaves_nothing_behind(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS[:2])
    before = told(vault, uid)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "v")
        questions: list[str] = []
        while asked(pilot):
            assert len(questions) < 40
            questions.append(asked(pilot))
            await press(pilot, "enter")
        assert len(set(questions)) == len(questions)
        assert area(pilot).pane.rows.has_focus
    assert told(vault, uid) == before


async def test_in_a_record_of_ones_own_the_words_are_to_oneself(vault: Vault, clock: Clock) -> None:
    kitchen(vault, WORDS, whose="me")
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "turn:", "meant")
        assert asked(pilot).endswith("what did you want Sam to hear?")
        assert "K7" not in screen_text(pilot)
        await press(pilot, "escape")
        await to(pilot, "turn:new")
        await press(pilot, "enter")
        assert asked(pilot) == "You said, then?"
        await press(pilot, "escape", "v")
        assert " of " not in asked(pilot)
        assert STOP_ANYWHERE in " ".join(screen_text(pilot).split())


async def test_read_only_nothing_is_asked(
    vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.tui.running import said

    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        assert isinstance(pilot.app, IptApp)
        monkeypatch.setattr(pilot.app.vault.vault, "read_only", True, raising=False)
        await on_sheet(pilot)
        await press(pilot, "enter")
        assert asked(pilot) == ""
        assert "read only" in said(pilot)[-1]
        await press(pilot, "v")
        assert asked(pilot) == ""


async def test_one_by_one_the_client_reads_you_and_not_me(vault: Vault, clock: Clock) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "v", "escape")
        await to(pilot, "turn:")
        await press(pilot, "enter")
        assert asked(pilot).endswith("   You: what was said?")
