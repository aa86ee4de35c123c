"""The ending on the screen: from Focus, from an agenda, together, as a page, into a file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ipt_tui.exchange.ending_text import as_text
from ipt_tui.ipt.at_home import STAYS, asked
from ipt_tui.ipt.clock import Clock
from ipt_tui.tui.screens.ending.rows import AGREED, LEFT, OFFER
from ipt_tui.tui.screens.ending.screen import ANEW, EndingScreen
from ipt_tui.tui.screens.record import RecordScreen
from ipt_tui.vault import agendas, concerns, courses, endings, fits, sessions
from tests.exchange.ended import LAST, SECRETS, course_of, ended, person
from tests.once import new_vault
from tests.tui.running import press, running, said, screen_text, to_focus, write
from tests.vault.ending_writes import put

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from ipt_tui.ipt.ending import Ending
    from ipt_tui.vault.vault import Vault

CLOCK = Clock(datetime(2027, 1, 19, 18, tzinfo=UTC))


def made(path: Path) -> Vault:
    return new_vault(path / "home" / "record.ipt", CLOCK)


def found(vault: Vault, client: str) -> Ending:
    ending = vault.read(endings.ending, client, LAST)
    assert ending is not None
    return ending


def screen(pilot: Pilot[str]) -> EndingScreen:
    there = pilot.app.screen
    assert isinstance(there, EndingScreen)
    return there


async def test_it_is_asked_part_by_part_and_what_was_done_is_taken(tmp_path: Path) -> None:
    vault = made(tmp_path)
    client = ended(vault)
    vault.write(put, endings.tell, course_of(vault, client), did="", plan="")
    async with running(vault, CLOCK) as pilot:
        await to_focus(pilot, "ending")
        assert "session 16 of 16, the last one" in screen_text(pilot)
        await press(pilot, "enter")
        assert "This is the last meeting." in screen_text(pilot)
        assert "Lena and Jo nearer" in " ".join(screen_text(pilot).split())
        # space takes what was tried; u gives it back; every word can be changed
        shown = screen(pilot)
        shown.parts.cursor = f"{OFFER}{found(vault, client).offers[1].key}"
        await press(pilot, "space")
        assert found(vault, client).told.texts["did"].startswith("asked Sam for Tuesdays")
        await press(pilot, "u")
        assert found(vault, client).told.texts["did"] == ""
        await press(pilot, "space", "home", "j", "j", "enter")
        await press(pilot, "end", "ctrl+j")
        await write(pilot, "and I stayed")
        await press(pilot, "escape")
        assert found(vault, client).told.texts["did"].endswith("(12 Nov 2026)\nand I stayed")
        # e goes on through the parts; what is being typed stays as a draft over a curtain
        await press(pilot, "end", "e")
        assert "What will you do then" in screen_text(pilot)
        await write(pilot, "ring Jo")
        await press(pilot, "enter")
        assert "Whom will you tell" in screen_text(pilot)
        await press(pilot, "enter")
        assert "What comes next?" in screen_text(pilot)
        await press(pilot, "1", "escape")
        told = found(vault, client).told.texts
        assert (told["plan"], told["coming"]) == ("ring Jo", "stop")
        # agreed, and another page after it: that is said
        screen(pilot).parts.cursor = AGREED
        await press(pilot, "space")
        assert found(vault, client).told.agreed == LAST
        await press(pilot, "o", "w")
        assert said(pilot)[-1] == ANEW
        assert found(vault, client).told.agreed is None
        await press(pilot, "o", "n")
        # two talks with one person: the first that can be chosen is the oldest
        await press(pilot, "t", "1", "1")
        assert "with Sam, 9 Nov 2026 and 21 Nov" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, RecordScreen)
        await press(pilot, "slash")
        await write(pilot, "stayed")
        await press(pilot, "enter")
        assert "What you did that changed it" in screen_text(pilot)


async def test_looking_together_nothing_of_the_practitioners_is_on_it(tmp_path: Path) -> None:
    vault = made(tmp_path)
    client = ended(vault)
    vault.write(concerns.raise_concern, client, "violence", "said", people=[person(vault, "Sam")])
    async with running(vault, CLOCK, size=(160, 70)) as pilot:
        await to_focus(pilot, "ending")
        await press(pilot, "enter", "w")
        text = screen_text(pilot)
        assert "The ending · looking together" in text
        assert "K7" not in text
        assert "6 October 2026 to 19 January 2027" in text
        for secret in SECRETS.values():
            assert secret not in text
        assert "oncern" not in text
        await press(pilot, "v")
        assert SECRETS["sensitive person"] not in screen_text(pilot)
        # the sensitive is shown by enter, and goes in by space alone
        await press(pilot, "v", "w")
        screen(pilot).parts.cursor = f"{LEFT}{person(vault, SECRETS['sensitive person'])}"
        await press(pilot, "enter")
        assert SECRETS["sensitive person"] in screen_text(pilot)
        assert SECRETS["sensitive person"] not in str(found(vault, client).page)
        await press(pilot, "space")
        assert SECRETS["sensitive person"] in str(found(vault, client).page)
        await press(pilot, "w")
        assert "goes in" in screen_text(pilot)


async def test_the_page_is_the_file_and_one_question_stands_before_it(tmp_path: Path) -> None:
    vault = made(tmp_path)
    client, path = ended(vault), tmp_path / "page.txt"
    vault.write(fits.tell, client, "not_know", "Mr Quill")
    async with running(vault, CLOCK, size=(100, 40)) as pilot:
        await to_focus(pilot, "ending")
        await press(pilot, "enter", "o", "w", "v")
        lines = as_text(found(vault, client).page)
        assert [row.cells[0].text for row in screen(pilot).page.rows] == lines
        assert "what you and your partner expect of each other" in screen_text(pilot)
        await press(pilot, "Y")
        await write(pilot, str(tmp_path / "page.doc"))
        await press(pilot, "enter")
        assert ".md, .html or .txt" in screen_text(pilot)
        await press(pilot, *["backspace"] * 3)
        await write(pilot, "txt")
        await press(pilot, "enter")
        shown = "".join(screen_text(pilot).replace("│", "").split())
        assert asked(str(path)).replace(" ", "") in shown
        assert "Itwassaidwhomustnotknowofthis." in shown
        assert "MrQuill" not in shown
        await press(pilot, "2")
        assert said(pilot)[-1] == STAYS
        await press(pilot, "Y")
        await write(pilot, str(path))
        await press(pilot, "enter", "1")
        assert said(pilot)[-1] == f"Written to {path}."
        assert path.read_text().splitlines() == "\n".join(lines).split("\n")
        assert isinstance(pilot.app.screen, EndingScreen)


async def test_an_item_of_the_agenda_leads_there_and_narrow_one_pane_is_shown(
    tmp_path: Path,
) -> None:
    vault = made(tmp_path)
    client = ended(vault)
    course = vault.read(courses.current, client, LAST)
    assert course is not None
    last = vault.read(sessions.of_course, course.uid)[-1]
    vault.write(agendas.fill, last.uid)
    async with running(vault, CLOCK, size=(80, 24)) as pilot:
        await press(pilot, "5", "escape", "tab")
        area = pilot.app.screen.query_one("SessionsArea")
        item = next(
            row.key for row in area.each_time.rows  # type: ignore[attr-defined]
            if any("What comes next" in cell.text for cell in row.cells)
        )  # fmt: skip
        area.each_time.focus()  # type: ignore[attr-defined]
        area.each_time.cursor = item  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, EndingScreen)
        assert "Lena and Jo nearer" not in " ".join(screen_text(pilot).split())
        await press(pilot, "tab")
        assert "Lena and Jo nearer" in " ".join(screen_text(pilot).split())
        await press(pilot, "tab")
        assert "All in all" in screen_text(pilot)
