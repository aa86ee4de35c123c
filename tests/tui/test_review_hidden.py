"""What an evening does not show: what is veiled again, words of another evening, no page at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.review_words import HOW_LONG
from ipt_tui.ipt.safe_now import Because
from ipt_tui.tui.areas.area import READ_ONLY
from ipt_tui.tui.screens.curtain import CurtainScreen
from ipt_tui.tui.screens.review.opening import open_review
from ipt_tui.tui.screens.review.screen import ReviewScreen
from ipt_tui.vault import review_answers, reviewing, timed, transfer
from tests.tui.running import NOW, filled, press, running, said, screen_text, settle, write
from tests.tui.talking import WORDS, ask_at, kitchen, told

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.tui.app import IptApp
    from ipt_tui.vault.vault import Vault


def seen(pilot: Pilot[str]) -> str:
    """Return what is on the screen, in one line."""
    return " ".join(screen_text(pilot).split())


async def test_after_the_curtain_nothing_veiled_is_shown_and_a_new_evening_has_no_old_words(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    vault.keep(reviewing.begin, client, "ten", clock.today())
    for key, typed in {"moment": "the old kitchen", "who": "Sam"}.items():
        vault.write(review_answers.answer, client, key, typed, moment(NOW))
    (event,) = vault.read(transfer.dump)["event"]
    vault.write(timed.change, "event", event["uid"], sensitive=True)
    vault.keep(reviewing.stand, client, "when")
    async with running(vault, clock, size=(80, 24)) as pilot:
        app = cast("IptApp", pilot.app)
        app.revealed = frozenset((event["uid"],))
        open_review(app)
        await settle(pilot)
        await press(pilot, "1", "shift+tab", "shift+tab")
        assert "changed how you felt? the old kitchen" in seen(pilot)
        await press(pilot, "ctrl+l")
        assert isinstance(app.screen, CurtainScreen)
        assert not app.revealed
        await press(pilot, "escape")
        assert "changed how you felt? a few words" in seen(pilot)
        await press(pilot, "enter")
        assert "Sam" not in seen(pilot)
        await press(pilot, "shift+tab")
        assert "the old kitchen" not in seen(pilot)
        await press(pilot, "escape")
        open_review(app)
        await settle(pilot)
        await press(pilot, "2", "2")  # a new one
        await write(pilot, "99")
        await press(pilot, "escape")
        open_review(app)
        await settle(pilot)
        assert HOW_LONG in seen(pilot)
        await press(pilot, "2")
        assert "How are you right now?" in seen(pilot)
        assert "99" not in seen(pilot)


async def test_keys_typed_ahead_wait_for_it_and_a_file_that_is_read_only_is_not_asked_about(
    vault: Vault, clock: Clock
) -> None:
    filled(vault, whose="me")
    async with running(vault, clock) as pilot:
        app = cast("IptApp", pilot.app)
        open_review(app)
        assert app.gate.is_shut
        await pilot.press("1", "4", "enter")
        await settle(pilot)
        assert "One word for it?" in seen(pilot)
        await press(pilot, "escape")
        app.vault.vault.read_only = True
        open_review(app)
        await settle(pilot)
        assert said(pilot) == [READ_ONLY]
        assert not isinstance(app.screen, ReviewScreen)


async def test_in_ones_own_talk_the_same_answer_leads_to_the_same_question(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS, whose="me")
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "say:new")
        await write(pilot, "not sure")
        await press(pilot, "enter")
        assert Because.DANGER.label in seen(pilot)
        await press(pilot, "escape")
        assert "Then let's not practise saying it here." in seen(pilot)
    assert told(vault, uid).text("safe") == "unsure"
