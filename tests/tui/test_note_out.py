"""A progress note on its way out: copied, and where copying does not arrive written to a file."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from ipt_tui.exchange.config import Config
from ipt_tui.vault import people, session_told
from tests.tui.running import press, running, said, screen_text, write
from tests.tui.sitting import begin, eighth

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def test_y_says_the_other_way_and_Y_asks_for_a_file_and_writes_what_y_copies(  # noqa: N802
    vault: Vault, client: str, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(paste_profile="therapynotes", paste_ascii=True, paste_width=40)
    path = tmp_path / "k7 [8].txt"
    async with running(vault, clock, config=config) as pilot:
        copied: list[str] = []
        monkeypatch.setattr(pilot.app, "copy_to_clipboard", copied.append)
        await begin(pilot, "“I said it, and nothing at all fell down”", "-- the clock", ">naïve")
        await press(pilot, "ctrl+g", "y", "enter", "escape", "s", "Y")
        assert "there Y writes it to a file" in said(pilot)[-1]
        await press(pilot, "v", "y")
        assert "Y writes a file" in said(pilot)[-1]
        assert said(pilot)[-1].startswith("1 of ")
        while len(copied) < 2 or copied[-1] != copied[0]:
            last = said(pilot)[-1]
            await press(pilot, "y")
        assert last.endswith("All done; y begins anew.")
        await press(pilot, "Y")
        assert "Could anyone else read it" in screen_text(pilot)
        await press(pilot, "enter")
        assert "Type the path of a file" in screen_text(pilot)
        await write(pilot, str(tmp_path / "no" / "a.txt"))
        await press(pilot, "enter")
        assert "There is no folder" in screen_text(pilot)
        path.write_text("mine")
        await press(pilot, "ctrl+u")
        await write(pilot, str(path))
        await press(pilot, "enter")
        assert "There is a file" in screen_text(pilot)
        assert path.read_text() == "mine"
        path.unlink()
        await press(pilot, "enter")
        assert f"Written to {path}" in said(pilot)[-1]
        await press(pilot, "Y", "escape")
    written = path.read_text()
    assert all(text in written for text in copied)
    assert written.isascii()
    assert ">naive" not in written
    assert "naive" in written
    assert "the clock" not in written
    assert all(len(line) <= 40 for line in written.splitlines())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["home", "k7 [8].txt"], "nothing half-written is left"


async def test_what_is_veiled_is_not_written_and_together_nothing_is(
    vault: Vault, client: str, clock: Clock, tmp_path: Path
) -> None:
    names = vault.read(people.names, client)
    vault.write(people.tell, names["Noor"], sensitive=True)
    vault.write(session_told.tell, eighth(vault, client).uid, plan_next="the halfway look")
    async with running(vault, clock) as pilot:
        await begin(pilot, '"Noor made pancakes"')
        await press(pilot, "escape", "s", "v", "w", "Y")
        assert "Could anyone else read it" not in screen_text(pilot)
        await press(pilot, "w", "Y")
        path = tmp_path / "note.txt"
        await write(pilot, str(path))
        await press(pilot, "enter")
        assert "pancakes" not in path.read_text()
        assert "halfway look" in path.read_text()
