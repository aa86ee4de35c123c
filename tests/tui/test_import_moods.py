"""Importing moods on the screen: a path, numbers for words, a preview; esc changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input

from ipt_tui.tui.screens.import_moods import ImportMoodsScreen
from ipt_tui.vault import backup, steps, transfer
from tests.exchange.mood_files import DAYLIO_HEADER, written
from tests.tui.running import filled, press, running, said, screen_text, settle, write
from tests.vault.world import content

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

ROWS = (
    "2026-11-09,,,9:30 PM,rad,friends | tea,,",
    "2026-11-08,,,00:40,très bien,,,",
    "2026-11-07,,,21:00,Rad,,,",
    "2026-11-24,,,21:00,rad,,,",
)

MANY_WORDS = b"date,mood\n" + b"".join(b"2026-11-09,w%d\n" % n for n in range(41))


@pytest.fixture
def daylio(tmp_path: Path) -> Path:
    return written(tmp_path, DAYLIO_HEADER, *ROWS)


async def opened(pilot: Pilot[Any], path: Path | str) -> None:
    """Open the screen, and give it a path."""
    await pilot.app.run_action("import_moods", pilot.app.screen)
    await settle(pilot)
    assert isinstance(pilot.app.screen, ImportMoodsScreen)
    pilot.app.screen.query_one("#import-path", Input).value = str(path)
    await settle(pilot)
    await press(pilot, "enter")


def moods(vault: Vault) -> list[dict[str, Any]]:
    return sorted(vault.read(transfer.dump)["mood"], key=lambda row: str(row["at"]))


async def test_it_is_found_by_its_name_among_the_commands(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "colon")
        await write(pilot, "import moods")
        for _ in range(20):
            await pilot.pause(0.05)  # the palette searches after a while
            if isinstance(pilot.app.screen, ImportMoodsScreen):
                break
            await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ImportMoodsScreen)


async def test_words_are_given_numbers_and_imported(
    vault: Vault, clock: Clock, daylio: Path
) -> None:
    client = filled(vault)
    async with running(vault, clock, size=(80, 24)) as pilot:
        await opened(pilot, daylio)
        shown = screen_text(pilot)
        assert "Which number is each word on 1 worst – 10 best?" in shown
        lines = [line for line in shown.splitlines() if "×" in line]
        assert [line.split() for line in lines] == [
            ["rad", "2", "×", "–"],
            ["très", "bien", "1", "×", "–"],
        ]
        assert len({line.index("×") for line in lines}) == 1
        await write(pilot, "9")
        await press(pilot, "enter")
        await write(pilot, "7")
        await press(pilot, "enter")
        shown = screen_text(pilot)
        for line in (
            "Moods from Daylio, on the scale 1 worst – 10 best.",
            "Numbers given: rad 9, très bien 7.",
            "New: 3 moods, 7 Nov 2026 to 9 Nov 2026.",
            "Kept out: 1 row.",
            "line 5: it lies in the future.",
            "enter imports them · esc leaves everything as it was",
        ):
            assert line in shown
        assert moods(vault) == []
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, ImportMoodsScreen)
        assert said(pilot)[-1] == "Imported 3 moods; u takes them back."
        assert [row["value"] for row in moods(vault)] == [9, 7, 9]
        assert moods(vault)[1]["at"] == "2026-11-08T00:40"
        assert vault.read(steps.listing_for, client)[0].what == "imported 3 moods"
        assert backup.listing(vault.path)
        await press(pilot, "u")
        assert said(pilot)[-1] == "Taken back: imported 3 moods."
        assert moods(vault) == []


async def test_esc_leaves_everything_as_it_was(vault: Vault, clock: Clock, daylio: Path) -> None:
    filled(vault)
    before = vault.read(content)
    async with running(vault, clock) as pilot:
        for keys in ((), ("9", "enter"), ("9", "enter", "7", "enter")):
            await opened(pilot, daylio)
            await press(pilot, *keys, "escape")
            assert not isinstance(pilot.app.screen, ImportMoodsScreen)
    assert vault.read(content) == before


async def test_a_second_time_there_is_nothing_to_import(
    vault: Vault, clock: Clock, daylio: Path
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        for _ in range(2):
            await opened(pilot, daylio)
            await press(pilot, "9", "enter", "7", "enter")
            shown = screen_text(pilot)
            await press(pilot, "enter")
        assert "Here already, or twice in the file: 3." in shown
        assert "There is nothing to import" in shown
        assert isinstance(pilot.app.screen, ImportMoodsScreen)
        await press(pilot, "escape")
    assert len(moods(vault)) == 3


async def test_an_empty_field_leaves_its_rows_out(
    vault: Vault, clock: Clock, tmp_path: Path
) -> None:
    filled(vault)
    path = written(tmp_path, "date,mood", "2026-11-09,good", "2026-11-08,3", "2026-11-07,11")
    async with running(vault, clock) as pilot:
        await opened(pilot, path)
        fields = [
            field.value for field in pilot.app.screen.query("WordNumbers Input").results(Input)
        ]
        assert fields == ["", "3", ""], "a number on the scale stands there, to be changed or not"
        await press(pilot, "enter", "backspace", "4", "enter", "enter")
        shown = screen_text(pilot)
        assert "Numbers given: 3 4." in shown
        assert "line 2: its mood word was given no number." in shown
        await press(pilot, "enter")
    assert [(row["value"], row["source_words"]) for row in moods(vault)] == [(4, "3")]


@pytest.mark.parametrize("typed", ["11", "x", "1.5", "0"])
async def test_a_number_off_the_scale_is_told_at_its_field(
    vault: Vault, clock: Clock, daylio: Path, typed: str
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await opened(pilot, daylio)
        await write(pilot, typed)
        await press(pilot, "enter", "enter")
        assert "A mood here is a whole number from 1 to 10" in screen_text(pilot)
        assert isinstance(pilot.app.focused, Input)
        assert pilot.app.focused.value == typed


async def test_what_is_changed_after_the_preview_is_looked_at_again(
    vault: Vault, clock: Clock, daylio: Path
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await opened(pilot, daylio)
        await press(pilot, "9", "enter", "7", "enter", "shift+tab", "backspace", "6")
        assert "New:" not in screen_text(pilot)
        await press(pilot, "enter")
        assert "très bien 6" in screen_text(pilot)
        assert moods(vault) == []
        await press(pilot, "enter")
    assert [row["value"] for row in moods(vault)] == [9, 6, 9]


@pytest.mark.parametrize(
    ("content_", "sentence"),
    [
        (None, "There is no file"),
        (b"", "moods.csv is empty."),
        (b"a,b\n", "needs a first row that names its columns date and mood."),
        (b'date,mood\n2026-11-09,"x\n', "the quote that begins on line 2 is not closed"),
        (MANY_WORDS, "It has 41 different"),
    ],
)
async def test_what_is_wrong_is_one_sentence(
    vault: Vault, clock: Clock, tmp_path: Path, content_: bytes | None, sentence: str
) -> None:
    filled(vault)
    path = tmp_path / "moods.csv"
    if content_ is not None:
        path.write_bytes(content_)
    async with running(vault, clock, size=(80, 24)) as pilot:
        await opened(pilot, path)
        assert sentence in " ".join(screen_text(pilot).split())
        assert pilot.app.focused is pilot.app.screen.query_one("#import-path")
        await press(pilot, "escape")
    assert moods(vault) == []


async def test_no_path_is_asked_for_again(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await opened(pilot, "  ")
        assert "Type the path of a file." in screen_text(pilot)


async def test_another_file_begins_anew(
    vault: Vault, clock: Clock, tmp_path: Path, daylio: Path
) -> None:
    filled(vault)
    other = written(tmp_path, "date,mood", "2026-11-09,7", name="other.csv")
    async with running(vault, clock) as pilot:
        await opened(pilot, daylio)
        pilot.app.screen.query_one("#import-path", Input).value = str(other)
        await settle(pilot)
        assert "×" not in screen_text(pilot)
        await press(pilot, "enter", "enter")
        assert "New: 1 mood, 9 Nov 2026." in screen_text(pilot)


async def test_many_numbers_are_taken_as_they_are(
    vault: Vault, clock: Clock, tmp_path: Path
) -> None:
    filled(vault)
    path = written(tmp_path, "date,mood", *(f"2026-10-09,{n}" for n in range(-30, 30)))
    async with running(vault, clock) as pilot:
        await opened(pilot, path)
        assert "New: 10 moods, 9 Oct 2026." in screen_text(pilot)
        await press(pilot, "enter")
    assert len(moods(vault)) == 10


async def test_text_of_a_file_is_never_markup(vault: Vault, clock: Clock, tmp_path: Path) -> None:
    filled(vault)
    path = written(tmp_path, "date,mood", "2026-11-09,[red]x[/]", "[b]no[/b],7")
    async with running(vault, clock) as pilot:
        await opened(pilot, path)
        assert "[red]x[/]" in screen_text(pilot)
        await press(pilot, "3", "enter")
        shown = screen_text(pilot)
        assert "[red]x[/] 3" in shown
        assert "“[b]no[/b]” could not be read as a date" in shown


async def test_without_a_client_there_is_nobody_to_import_for(vault: Vault, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        await pilot.app.run_action("import_moods", pilot.app.screen)
        await settle(pilot)
        assert said(pilot)[-1] == "Add a client first; moods belong to somebody."
