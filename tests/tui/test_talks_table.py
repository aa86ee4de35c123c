"""A talk in the table: its turns said one after the other, inserted, moved, split, taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import people
from tests.tui.running import press, running, said, screen_text
from tests.tui.talking import (
    WORDS,
    answer,
    area,
    ask_at,
    asked,
    heard,
    kitchen,
    on_sheet,
    paste,
    remark,
    to,
    told,
    turn,
    typed,
)

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


# Said.


async def test_enter_goes_from_line_to_line_and_the_speakers_alternate(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "turn:new")
        for who, (_, words) in zip(("K7", "Sam", "K7", "Sam"), WORDS, strict=True):
            assert asked(pilot).startswith(f"{who} said, ")
            await answer(pilot, words)
        assert heard(vault, uid) == list(WORDS)
        assert "“Do what you want.”" in screen_text(pilot)


async def test_enter_on_what_was_said_goes_to_what_was_said_next(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "turn:", "said")
        seen = []
        for _ in WORDS:
            seen.append(typed(pilot))
            await press(pilot, "enter")
        assert seen == [words for _, words in WORDS]
        assert asked(pilot) == "K7 said, then?"
        assert heard(vault, uid) == list(WORDS)


async def test_another_can_begin_and_speak_twice_by_a_name_and_a_colon(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "n")
        assert asked(pilot) == "K7 said, first?"
        await answer(pilot, "sam: Are you up?")
        assert asked(pilot) == "K7 said, then?"
        await answer(pilot, "Sam: I need to talk.", "me: Not now.", "me: Please.")
        assert asked(pilot) == "Sam said, then?"
    assert heard(vault, uid) == [
        ("them", "Are you up?"), ("them", "I need to talk."), ("me", "Not now."), ("me", "Please."),
    ]  # fmt: skip


async def test_a_third_who_was_there_has_turns_under_their_name(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "fold")
        await to(pilot, "head:others")
        await press(pilot, "enter")
        await answer(pilot, "Noor")
        await press(pilot, "escape")
        await to(pilot, "turn:new")
        await press(pilot, "n")
        await answer(pilot, "noor: Stop it, both of you.")
        assert heard(vault, uid) == [("Noor", "Stop it, both of you.")]
        assert "Noor" in screen_text(pilot)


async def test_somebody_new_is_named_with_an_at_as_one_step(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "fold")
        await to(pilot, "head:people")
        await press(pilot, "enter")
        await answer(pilot, ", Ana")
        assert "“Ana”" in remark(pilot)
        assert "is not on the circle yet; @Ana adds that name." in remark(pilot)
        await press(pilot, "ctrl+u")
        await answer(pilot, "Sam, @Ana")
        assert [person.name for person in told(vault, uid).line.people] == ["Sam", "Ana"]
        await press(pilot, "escape", "u")
        assert [person.name for person in told(vault, uid).line.people] == ["Sam"]
        assert "Ana" not in vault.read(people.names, told(vault, uid).client)


async def test_an_empty_answer_ends_the_words_and_the_first_meaning_is_asked(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, "turn:new")
        await press(pilot, "enter", "enter")
        assert asked(pilot).startswith("“Have you rung them about the flat?”: what did K7 want Sam")
        await answer(pilot, "tell me you haven't decided", "anxious 6", "he has; angry? not asked")
        first, second, *_ = (turn(vault, uid, number) for number in (1, 2, 3))
        assert (first.meant, first.felt, first.strength) == (
            "tell me you haven't decided", "anxious", 6,
        )  # fmt: skip
        assert (second.guessed_meant, second.guessed_felt, second.asked) == (
            "he has",
            "angry",
            "no",
        )
        assert asked(pilot).startswith("“Do what you want.”: what did K7 want Sam to hear?")


async def test_what_is_told_is_passed_over_after_the_words(vault: Vault, clock: Clock) -> None:
    kitchen(vault, WORDS[:2])
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "turn:", "meant")
        await answer(pilot, "do not decide alone")
        await press(pilot, "escape")
        await to(pilot, "turn:new")
        await press(pilot, "enter", "enter")
        assert "what did K7 feel" in asked(pilot)


async def test_a_pasted_chat_becomes_turns_and_nothing_of_it_is_lost(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault)
    chat = (
        "[09/11/26, 21:02] K7: did you ring them\n"
        "[09/11/26, 21:03] Sam: saturday\nand not before\n"
        "[09/11/26, 21:05] K7: ok"
    )
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "n")
        await paste(pilot, chat)
        await press(pilot, "enter")
        assert asked(pilot) == "Sam said, then?"
    assert heard(vault, uid) == [
        ("me", "[09/11/26, 21:02] did you ring them"),
        ("them", "[09/11/26, 21:03] saturday\nand not before"),
        ("me", "[09/11/26, 21:05] ok"),
    ]


# Put in order.


async def test_n_puts_turns_in_after_the_one_under_the_cursor(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, "turn:", "said")
        await press(pilot, "n")
        assert asked(pilot) == "Sam said, then?"
        await answer(pilot, "Not yet.", "When, then?")
        await press(pilot, "escape")
    assert heard(vault, uid) == [
        WORDS[0], ("them", "Not yet."), ("me", "When, then?"), *WORDS[1:],
    ]  # fmt: skip


async def test_a_turn_goes_up_and_down_and_the_cursor_goes_with_it(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    one, two, three, four = WORDS
    last = turn(vault, uid, 4).uid
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, f"turn:{last}")
        await press(pilot, "K")
        assert heard(vault, uid) == [one, two, four, three]
        assert area(pilot).pane.lit == last
        await press(pilot, "K", "K", "K")
        assert heard(vault, uid) == [four, one, two, three]
        await press(pilot, "J")
        assert heard(vault, uid) == [one, four, two, three]
        assert area(pilot).pane.lit == last
        await press(pilot, "u")
        assert heard(vault, uid) == [four, one, two, three]


async def test_a_turn_taken_out_comes_back_with_what_was_told_of_it(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    before = turn(vault, uid, 3)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, f"turn:{before.uid}")
        await press(pilot, "x")
        assert heard(vault, uid) == [WORDS[0], WORDS[1], WORDS[3]]
        assert "Do what you want." not in screen_text(pilot)
        await press(pilot, "u")
        assert heard(vault, uid) == list(WORDS)
        assert turn(vault, uid, 3).uid == before.uid
        assert "turn removed" in said(pilot)[-1]


async def test_ctrl_t_makes_two_turns_where_the_cursor_is(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, (("me", "Where is it? In the drawer."), ("me", "Oh.")))
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, "turn:", "said")
        await press(pilot, "enter", "home", *["right"] * len("Where is it?"), "ctrl+t")
        assert heard(vault, uid) == [
            ("me", "Where is it?"), ("them", "In the drawer."), ("me", "Oh."),
        ]  # fmt: skip
        assert typed(pilot) == "In the drawer."
        await press(pilot, "home", "ctrl+t")
        assert "Put the cursor between two words" in remark(pilot)
        assert len(heard(vault, uid)) == 3


async def test_a_turn_emptied_stays_and_is_told_by_what_was_meant(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS[:2])
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, "turn:", "said")
        await press(pilot, "enter", "ctrl+u", "escape")
        assert heard(vault, uid) == [("me", ""), WORDS[1]]
