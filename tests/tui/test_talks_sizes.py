"""At every size a talk is asked about with nothing cut away, and the focus is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import talking, turns
from tests.once import once
from tests.tui.running import press, resize, running, screen_text, write
from tests.tui.talking import WORDS, area, ask_at, asked, gap, kitchen, on_sheet, to, told, typed

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

SIZES = ((80, 24), (100, 30), (160, 50), (60, 16))
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@once
def spoken(vault: Vault) -> str:
    """Keep a talk with a gap, its safety told."""
    uid = kitchen(vault, WORDS * 3)
    vault.write(turns.tell, told(vault, uid).turns[2].uid, meant="please ask me")
    vault.write(talking.tell, uid, safe="yes", safe_on="2026-11-20")
    return uid


def as_one_line(pilot: Pilot[str]) -> str:
    """Return the screen without line breaks and frames."""
    return " ".join(screen_text(pilot).replace("│", " ").replace("▐", " ").split())


def fits(pilot: Pilot[str], size: tuple[int, int]) -> bool:
    """Whether nothing is wider than the screen, the last line is whole, something has the focus."""
    lines = screen_text(pilot).splitlines()
    return (
        len(lines) == size[1]
        and all(len(line) <= size[0] for line in lines)
        and lines[-1].rstrip().endswith("help lines")
        and pilot.app.screen.focused is not None
    )


FORMS = ((), ("enter",), ("enter", "plus"), ("enter", "d"), ("enter", "r"), ("enter", "v"),
         ("enter", "end", "enter"), ("enter", "d", "n"), ("enter", "r", "n"), ("n",))  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "first"),
    [(keys, SIZES[number % len(SIZES)]) for number, keys in enumerate(FORMS)],
    ids=lambda value: "x".join(map(str, value)),
)
async def test_every_form_fits(
    keys: tuple[str, ...], first: tuple[int, int], vault: Vault, clock: Clock
) -> None:
    spoken(vault)
    async with running(vault, clock, size=first) as pilot:
        await press(pilot, "4", *keys)
        for size in (first, *SIZES):
            await resize(pilot, size)
            assert fits(pilot, size)
            assert " ".join(asked(pilot).split()) in as_one_line(pilot)


@each_size
async def test_the_question_stands_whole_and_what_it_is_about_is_in_view(
    size: tuple[int, int], vault: Vault, clock: Clock
) -> None:
    spoken(vault)
    async with running(vault, clock, size=size) as pilot:
        await ask_at(pilot, "turn:", "meant")
        while asked(pilot).startswith("“"):
            assert " ".join(asked(pilot).split()) in as_one_line(pilot)
            assert fits(pilot, size)
            sheet = area(pilot).pane.rows
            top = sheet.scroll_offset.y
            shown = {sheet.row_at(line) for line in range(top, top + sheet.size.height)}
            assert sheet.cursor in shown
            await press(pilot, "enter")


@each_size
async def test_the_question_of_the_gap_stands_whole(
    size: tuple[int, int], vault: Vault, clock: Clock
) -> None:
    uid = spoken(vault)
    async with running(vault, clock, size=size) as pilot:
        await on_sheet(pilot)
        await to(pilot, f"turn:{told(vault, uid).turns[2].uid}")
        assert " ".join(gap(pilot).split()) in as_one_line(pilot)
        assert fits(pilot, size)


@each_size
async def test_safety_is_read_whole(size: tuple[int, int], vault: Vault, clock: Clock) -> None:
    uid = spoken(vault)
    vault.write(talking.tell, uid, safe="", safe_on="")
    async with running(vault, clock, size=size) as pilot:
        await ask_at(pilot, "say:new")
        assert "Could saying this put anyone in danger?" in as_one_line(pilot)
        await press(pilot, "y", "enter")
        assert " ".join(asked(pilot).split()) in as_one_line(pilot)
        assert "Kept as you wrote it." in as_one_line(pilot)
        assert fits(pilot, size)
        await press(pilot, "enter")
        assert fits(pilot, size)


async def test_made_smaller_and_larger_while_it_is_asked_nothing_is_lost(
    vault: Vault, clock: Clock
) -> None:
    spoken(vault)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "turn:", "meant")
        await write(pilot, "please as")
        for size in (*SIZES, (40, 12), (100, 30)):
            await resize(pilot, size)
        assert typed(pilot) == "please as"
        await write(pilot, "k")
        assert typed(pilot) == "please ask"
