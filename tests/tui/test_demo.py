"""The demo on the screen: what stands there before the eighth session, and what came before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange import demo
from tests.tui.running import press, running, screen_text

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


def sentences(text: str) -> str:
    """Return what stands in the right pane, its wrapped lines joined."""
    panes = [line.partition("│")[2] or line for line in text.splitlines()]
    return " ".join(" ".join(panes).split())


async def test_today_before_the_eighth_session_and_the_sessions_before(
    vault: Vault, clock: Clock
) -> None:
    demo.fill(vault, mine=False)
    vault.begin()
    async with running(vault, clock, size=(160, 50)) as pilot:
        text = screen_text(pilot)
        assert "K7  session 8 of 16  tomorrow 14:00" in text
        assert "K7 session 6" in text  # its note is not signed yet
        told = sentences(text)
        for line in (
            "K7 · session 8 tomorrow 14:00, room 2",
            "Plan from last time halfway look",
            "Since session 7 (6 days) 5 moods, median 6 (6 the week before) ▆▅▄▅▆",
            "lowest 5, 19 Nov, with “Sam late, rang first”",
            "Talks Mum, 6 Nov: new",
            "Said aloud 3 of 3 wishes with Sam; at the start none",
            "Practice ask Sam for Tuesdays: part, “Tuesdays yes, flat not yet”",
            "I promised letter to the GP",
        ):
            assert line in told
        await press(pilot, "5", "escape")
        assert "session 8 of 16 · Tue 24 Nov, 14:00 · room 2" in screen_text(pilot)
        assert "ask Sam for Tuesdays · part" in screen_text(pilot)
        await press(pilot, "comma", "v")
        assert "signed by R. Moss, 17 Nov" in screen_text(pilot)
        await press(pilot, "v", "comma")
        assert "session 6 of 16 · Tue 10 Nov, 14:00 · video" in screen_text(pilot)
        assert "Where are you, are you alone, can you be" in sentences(screen_text(pilot))


async def test_ones_own_today_is_in_ones_own_words(vault: Vault, clock: Clock) -> None:
    demo.fill(vault, mine=True)
    vault.begin()
    async with running(vault, clock) as pilot:
        told = sentences(screen_text(pilot))
        assert "Meeting 8 tomorrow 14:00, room 2" in told
        assert "What you tried ask Sam for Tuesdays: you did a part of it" in told
        for words in ("session", "Unsigned", "GP", "median"):
            assert words not in told
