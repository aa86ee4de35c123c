"""What is for this hour only: once it is over no byte of it is left, with the key neither."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import backup, drafts
from ipt_tui.vault.pads import note_place
from ipt_tui.vault.vault import Vault, side_files
from tests.conftest import NOW
from tests.tui.running import press, running, said, screen_text
from tests.tui.sitting import agree, begin, eighth
from tests.vault.pages import decrypted
from tests.vault.world import value

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.ipt.clock import Clock

HOUR, PAD, TAKEN = "Quillfeather7391", "Ёжик7391", "Lanternglow7391"
"""Words that stand in nothing else: in a line for this hour, in the note, in a line taken."""
LINES = (f"-- {HOUR} looked at the clock", f"came in {PAD}", f"!{TAKEN} changed")


def holds(path: Path, vault: Vault, word: str) -> bool:
    """Return whether a word is in any page of a file or its log, as typed or as it is indexed."""
    whole = decrypted(path, vault.key)
    forms = {word, word.lower(), word.lower().replace("ё", "е")}
    return any(form.encode() in whole for form in forms)


@pytest.mark.parametrize("agreed", ["full", "brief", "brief by then", "dates by then"])
async def test_no_byte_is_left_once_the_session_is_over(
    agreed: str, vault: Vault, client: str, clock: Clock, tmp_path: Path
) -> None:
    if agreed == "brief":
        agree(vault, client, "brief")
    async with running(vault, clock) as pilot:
        await begin(pilot, *LINES)
        await press(pilot, "ctrl+g", "y", "enter", "escape", "escape")
        await pilot.app.drafting.flush()  # type: ignore[attr-defined]
        assert all(holds(vault.path, vault, word) for word in (HOUR, PAD, TAKEN))
        if agreed.endswith("by then"):
            assert PAD in eighth(vault, client).text("note")
            agree(vault, client, agreed.partition(" ")[0])
            await press(pilot, "1", "5")
            pilot.app.record.mark_stale()  # type: ignore[attr-defined]
            await press(pilot, "1", "5")
        await press(pilot, "escape", "s")
        if eighth(vault, client).line.running:
            await press(pilot, "s")
        assert "session has ended" in said(pilot)[-1]
        killed = tmp_path / "killed.ipt"  # what kill -9 would leave at this moment
        for path, copy in zip(
            (vault.path, side_files(vault.path)[0]), (killed, side_files(killed)[0]), strict=True
        ):
            shutil.copy2(path, copy)
        made = backup.make(vault.path, vault.key, NOW)
        gone = (HOUR,) if agreed == "full" else (HOUR, PAD)
        for path in (killed, vault.path, made.path):
            assert [word for word in (HOUR, PAD, TAKEN) if not holds(path, vault, word)] == [*gone]
        with closing(Vault.open(killed, vault.key, clock)) as again:
            assert value(again, "SELECT count(*) FROM draft") == 0
            assert value(again, "SELECT count(*) FROM search_words WHERE term LIKE '%жик%'") == (
                agreed == "full"
            )
        await pilot.app.drafting.flush()  # type: ignore[attr-defined]
        assert not holds(vault.path, vault, HOUR)


async def test_ended_while_one_looks_together_the_note_is_kept_and_the_hour_is_over(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "all of it", f"-- {HOUR}")
        await pilot.app.drafting.flush()  # type: ignore[attr-defined]
        await press(pilot, "escape", "w")
        assert "not shown while you look together" in screen_text(pilot)
        await press(pilot, "s", "s")
        session = eighth(vault, client)
        assert not session.line.running
        assert session.text("note").rstrip() == "all of it"
        assert vault.read(drafts.load, note_place(session.uid)) is None
        assert not holds(vault.path, vault, HOUR)
