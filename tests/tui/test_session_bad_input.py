"""What nobody plans for in a session: midnight, a note too long, no marks, another window signs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ipt_tui.ipt.clock import Clock
from ipt_tui.records.base import TEXT_LIMIT
from ipt_tui.vault import drafts, progress_notes
from tests.tui.running import NOW, press, running, said, screen_text, write
from tests.tui.sitting import area, begin, eighth
from tests.tui.talking import paste

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

NONE_OF_THEM = (
    "~", "~4h", "~3 weeks", "~20", "~-1", "!", "!!", "great!", "! rota", "@", "@2pm", "@ home",
    "me@home.org", ">", ">10", "so > that", "#", "#1", "[sic]", "[/]", "so -- what", '"', "todo",
    "mood", "me:", "safety", "concern", "!!!talk @", "---",
)  # fmt: skip


async def test_a_session_runs_over_midnight_and_the_clock_may_jump(
    vault: Vault, client: str, clock: Clock
) -> None:
    late = NOW.replace(hour=23, minute=40)
    async with running(vault, Clock(late)) as pilot:
        await begin(pilot, "so")
        for hours in (-5, 1):  # set back in between, then past midnight
            pilot.app.clock = Clock(late + timedelta(hours=hours))  # type: ignore[attr-defined]
            await write(pilot, "and")
            await press(pilot, "enter", "escape", "1", "5", "g", "n")
        assert "session 8" in screen_text(pilot)
        await press(pilot, "escape", "s")
        line = eighth(vault, client).line
        assert line.started is not None
        assert line.ended is not None
        assert (line.day, line.ended.at.day) == (late.date(), late.day + 1)
        assert eighth(vault, client).text("note") == "so\nand\nand\n"


async def test_a_note_that_is_too_long_is_told_and_waits_with_every_letter(
    vault: Vault, client: str, clock: Clock
) -> None:
    line = "she said nothing about the flat\n"
    text = (line * (TEXT_LIMIT // len(line) + 1))[:TEXT_LIMIT]
    async with running(vault, clock) as pilot:
        await begin(pilot)
        await paste(pilot, text)
        await press(pilot, "escape", "1")
        assert eighth(vault, client).text("note") == text
        await press(pilot, "5", "g", "n")
        await write(pilot, " and one more")
        await press(pilot, "escape", "1")
        assert "100,000" in said(pilot)[-1]
        assert eighth(vault, client).text("note") == text
        await pilot.app.drafting.flush()  # type: ignore[attr-defined]
        draft = vault.read(drafts.load, area(pilot).pad.place)
        assert draft is not None
        assert len(draft.text) == TEXT_LIMIT + len(" and one more")
        await press(pilot, "5", "s")
        assert eighth(vault, client).line.running, "it goes on with every word"


async def test_what_is_no_mark_stays_text_to_the_letter(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot)
        await paste(pilot, "\n".join(NONE_OF_THEM) + "\n\x1b[31mred\x07")
        assert pilot.app.is_running
        waits = [item.becomes for item in area(pilot).items]
        await press(pilot, "escape", "1")
        kept = eighth(vault, client).text("note").split("\n")
        assert [line for line in NONE_OF_THEM if line not in kept] == []
        assert waits == []


async def test_a_note_signed_in_another_window_is_told_and_what_was_typed_waits(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "so")
        await press(pilot, "escape", "s", "v", "enter")
        await write(pilot, "Lighter. ")
        uid = eighth(vault, client).progress_note
        assert uid is not None
        vault.write(progress_notes.tell, uid, first="hers")
        vault.write(progress_notes.sign, uid, "K. Aalto")
        await press(pilot, "enter")
        assert "signed" in said(pilot)[-1] + screen_text(pilot)
        assert vault.read(progress_notes.note, uid).values["first"] == "hers"
        assert "Lighter." in screen_text(pilot), "the words are still in their field"
        await pilot.app.drafting.flush()  # type: ignore[attr-defined]
        texts = vault._raw.execute("SELECT text FROM draft").fetchall()
        assert any("Lighter." in text for (text,) in texts)
