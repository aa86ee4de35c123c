"""The page of the help lines, the page about the program, and what is said at the first run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ipt_tui.exchange.config import Config, content_folder
from ipt_tui.ipt import about
from ipt_tui.ipt.safe_now import Because
from ipt_tui.tui.app import IptApp
from ipt_tui.vault import clients
from tests.tui.running import filled, press, running, screen_text, settle

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

OWN = """last_checked = 2026-11-20
[UK.lines.mine]
name = "My practitioner"
how = "call"
at = "020 7946 0000"
[ZZ]
name = "Zedland"
[ZZ.emergency]
at = "000 000"
"""


async def test_a_list_of_ones_own_is_read_and_a_faulty_one_hides_nothing(
    vault: Vault, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPT_TUI_HOME", str(tmp_path / "mine"))
    folder = content_folder({"IPT_TUI_HOME": str(tmp_path / "mine")})
    folder.mkdir(parents=True)
    (folder / "helplines.toml").write_text(OWN)
    filled(vault)
    async with running(vault, clock, config=Config(region="UK")) as pilot:
        await press(pilot, "g", "h")
        assert "My practitioner  call 020 7946 0000" in screen_text(pilot)
        assert "20 November 2026" in screen_text(pilot)
        await press(pilot, "comma")
        assert "Zedland" in screen_text(pilot)
        (folder / "helplines.toml").write_text(OWN + "how = [")
        await press(pilot, "escape", "g", "h")
        page = " ".join(screen_text(pilot).split())
        assert "call 999" in page
        assert "Your own list of help lines was left out (helplines.toml, line " in page


async def test_lines_for_other_needs_come_only_when_asked_for(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock, config=Config(region="AU")) as pilot:
        await press(pilot, "g", "h")
        assert "1800RESPECT" not in screen_text(pilot)
        await press(pilot, "v")
        page = screen_text(pilot)
        assert page.split()[:2] == ["More", "lines"]
        assert "1800 737 732" in page
        assert "call 000" in page
        assert "abuse" not in page.casefold().partition("\n")[0]
        await press(pilot, "v")
        assert "1800 737 732" not in screen_text(pilot)


async def test_what_it_is_not_is_said_before_anything_is_typed(
    vault: Vault, clock: Clock, tmp_path: Path
) -> None:
    app = IptApp(tmp_path / "new" / "record.ipt", clock, config=Config())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        page = " ".join(screen_text(pilot).split())
        assert about.IN_SHORT in page
        assert "Kept only on this device, encrypted, in" in page
        await press(pilot, "question_mark")
        assert about.PURPOSE[:50] in " ".join(screen_text(pilot).split())
    filled(vault)
    async with running(vault, clock, size=(80, 24)) as pilot:
        record: Any = pilot.app
        record.record.action_about()
        await settle(pilot)
        page = " ".join(screen_text(pilot).split())
        for sentence in (about.PURPOSE, *about.NOT):
            assert sentence in page
        await press(pilot, "escape", "g", "h")
        assert "No one is monitoring this program." in screen_text(pilot)
        assert "Where are you? Press a digit. 1 United Kingdom" in screen_text(pilot)
        await press(pilot, "comma")
        assert "Where are you?" not in screen_text(pilot)
        assert "Now for European Union (, and . change it)." in screen_text(pilot)


async def test_a_country_chosen_in_ones_own_vault_is_kept_in_one_step(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    async with running(vault, clock) as pilot:
        await cast("IptApp", pilot.app).ask_whether_safe(Because.UNSAFE)
        await settle(pilot)
        await press(pilot, "n", "enter", "2")
        assert "Now for Ireland" in screen_text(pilot)
        assert "Kept as your country: Ireland." in screen_text(pilot)
        await press(pilot, "3")  # a digit chooses once
        assert vault.read(clients.fields_of, client)[0].region == "IE"
        await press(pilot, "escape", "g", "h")
        assert "Where are you?" not in screen_text(pilot)
        await press(pilot, "u", "escape", "g", "h")
        assert vault.read(clients.fields_of, client)[0].region == ""
        assert "Where are you?" in screen_text(pilot)
        await press(pilot, "comma", "comma", "escape")
        assert vault.read(clients.fields_of, client)[0].region == "IN"
