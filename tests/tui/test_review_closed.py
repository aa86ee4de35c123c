"""The terminal closes at each question of an evening: what was half typed there is there again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.tui.drafting import Drafting
from ipt_tui.tui.screens.review.screen import ReviewScreen
from ipt_tui.vault import goals, practices
from tests.tui.running import filled, press, running, screen_text, send, settle, write

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

HALF = "quartz"
TOLD = {
    "mood": "4", "word": "low", "moment": "the kitchen", "who": "Sam", "when": "",
    "said": "me: Do what you want.", "left": "2 hurt", "look": "2", "hoped": "to be asked",
    "might": "1", "safe": "no", "say": "Ask me first.", "thing": "2", "happened": "she was out",
    "goal": "5",
}  # fmt: skip


def asked(pilot: Pilot[str]) -> Any:
    """Return the question that stands, None where the evening is at its end."""
    screen = pilot.app.screen
    return screen.bar.asked if isinstance(screen, ReviewScreen) else None


async def closed(pilot: Pilot[str]) -> None:
    """End as a terminal that is closed ends it, and begin again at the same question."""
    app: Any = pilot.app
    app.drafting.flush_now()
    app.pop_screen()
    app.drafting = Drafting(app.vault)
    await settle(pilot)
    await press(pilot, "s")
    assert "You stopped earlier today" in screen_text(pilot)
    await press(pilot, "1")


async def test_it_closes_at_each_question_and_nothing_is_lost(vault: Vault, clock: Clock) -> None:
    client = filled(vault, whose="me")
    vault.write(practices.agree, client, "ring Jo", clock.today())
    vault.write(goals.add, client, "rest on Sundays", clock.today())
    passed = []
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "s", "3")
        while (question := asked(pilot)) is not None and question.key in TOLD:
            passed.append(question.key)
            if passed[1:]:  # before the first answer there is nothing to go on with
                if not question.choices:
                    await write(pilot, HALF)
                await closed(pilot)
                assert asked(pilot).key == question.key
                if not question.choices:
                    assert HALF in screen_text(pilot), question.key
                    send(pilot, *["backspace"] * len(HALF))
            told = TOLD[question.key]
            send(pilot, *([told] if question.choices else [*told, "enter"]))
            await settle(pilot)
        assert "You noted: This evening: 4, low. The kitchen, with Sam." in " ".join(
            screen_text(pilot).split()
        )
    assert passed == list(TOLD)
