"""Rehearsing alone on the screen: from a talk, closed at a line, gone on with, kept or left."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any, cast

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.rehearsal import SAFE, Rehearsing
from ipt_tui.ipt.rehearsal_words import BESIDE, KEPT, NONE_YET, NOT_OWN, WHICH
from ipt_tui.ipt.review import RESUME
from ipt_tui.ipt.safe_now import Because
from ipt_tui.ipt.talk import Round
from ipt_tui.tui.areas.inquiry import Ground
from ipt_tui.tui.screens.curtain import CurtainScreen
from ipt_tui.tui.screens.help_lines import HelpLinesScreen
from ipt_tui.tui.screens.rehearse.inquiry import RehearsalInquiry
from ipt_tui.tui.screens.rehearse.opening import open_rehearsal
from ipt_tui.tui.screens.rehearse.screen import RehearseScreen
from ipt_tui.vault import noting, people, practices, talk_begin, talk_parts, talks
from tests.tui.running import NOW, filled, press, running, said, screen_text, settle, write

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.tui.app import IptApp
    from ipt_tui.vault.vault import Vault


def seen(pilot: Pilot[str]) -> str:
    """Return what is on the screen, in one line."""
    return " ".join(screen_text(pilot).split())


async def give(pilot: Pilot[str], *answers: str) -> None:
    """Answer one question after the other; an empty answer skips, or takes what is offered."""
    for typed in answers:
        await write(pilot, typed)
        await press(pilot, "enter")


def kitchen(vault: Vault, whose: str = "me") -> tuple[str, str]:
    """Put a talk with Sam into a vault; return the client's uid and the talk's."""
    client = filled(vault, whose=whose)
    piece = Captured(Mark.EVENT, 0, "!kitchen @Sam", "kitchen", names=(Mentioned("Sam", "Sam"),))
    noted = vault.write(noting.note, client, [piece], moment(NOW))
    talk = vault.write(talk_begin.begin, noted.events[0])
    vault.write(talk_parts.add, "alternative", talk, line="Could we decide together?")
    return client, talk


async def test_a_talk_is_rehearsed_closed_at_a_line_and_gone_on_with(
    vault: Vault, clock: Clock
) -> None:
    client, talk = kitchen(vault)
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "4", "r")
        assert isinstance(pilot.app.screen, RehearseScreen)
        assert "Could saying this put anyone in danger?" in seen(pilot)
        await give(pilot, "maybe so")
        assert "Please answer with one of these" in seen(pilot)
        await press(pilot, *["backspace"] * 8)
        await give(pilot, "not sure")
        assert Because.DANGER.label in seen(pilot)
        await press(pilot, "escape")
        assert "Then let's not practise saying it here." in seen(pilot)
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, HelpLinesScreen)
        await press(pilot, "escape")
        assert "3 leave it for now" in seen(pilot)
        await press(pilot, "shift+tab")
        assert "so far: not sure" in seen(pilot)
        await give(pilot, "no")
        ways = "1 try what I might say 2 talk to my therapist about it 3 not now"
        assert ways in seen(pilot)
        await press(pilot, "1")
        await give(pilot, "3")
        assert "kitchen, with Sam" in seen(pilot)  # where it would be stands there to begin with
        await give(pilot, "")
        assert "Could we decide together?" in seen(pilot)
        await give(pilot, " Please.")
        await write(pilot, "Since wh")
        await press(pilot, "ctrl+l")  # somebody comes in
        assert isinstance(pilot.app.screen, CurtainScreen)
        assert "Since" not in screen_text(pilot)
        await press(pilot, "escape")
        assert "Since wh" in seen(pilot)
        await press(pilot, "ctrl+l", "ctrl+l")  # twice locks, with the question open
    (each,) = vault.read(talks.talk, talk, clock.today()).rounds
    assert (each.sure_before, each.situation) == (3, "kitchen, with Sam")
    async with running(vault, clock, size=(100, 30)) as pilot:
        await press(pilot, "4", "r")
        assert "You stopped earlier today, at: “What might Sam say to that?”" in seen(pilot)
        await press(pilot, "1")
        assert "Since wh" in seen(pilot)
        await give(pilot, "en?")
        await press(pilot, "1")
        await give(pilot, "Since May.", "")
        await press(pilot, "2")
        await give(pilot, "6")
        assert "You tried out 2 lines. How sure you were: 3 → 6." in seen(pilot)
        ends = "1 keep it as a thing to try 2 talk to my therapist about it 3 leave it there"
        assert ends in seen(pilot)
        await press(pilot, "1")
        assert not isinstance(pilot.app.screen, RehearseScreen)
        assert said(pilot) == [KEPT["keep"]]
        await press(pilot, "tab")
        pilot.app.screen.area.pane.rows.cursor = "rehearse"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert "alone, 23 Nov: sure 3 → 6" in seen(pilot)
        assert "Sam “Since when?”" in seen(pilot)
        await press(pilot, "5")
        assert "Say it to Sam" in seen(pilot)
    (thing,) = vault.read(practices.of_client, client)
    assert (thing.line, thing.sure, thing.talk) == ("Since May.", 6, talk)


async def test_a_thing_to_try_or_what_is_picked_is_rehearsed_and_left_at_any_of_three(
    vault: Vault, clock: Clock
) -> None:
    client, _ = kitchen(vault)
    thing = vault.write(
        practices.agree, client, "ask for Tuesdays", clock.today(), line="Could we?"
    )
    async with running(vault, clock, size=(160, 50)) as pilot:
        await press(pilot, "5")
        pilot.app.screen.area.listing.cursor = f"try:{thing}"  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "r")
        await give(pilot, "")
        assert "Nothing is tried out here until that is answered." in seen(pilot)
        await press(pilot, "3")
        assert said(pilot) == [KEPT["leave"]]
        pilot.app.screen.action_rehearse_alone()  # type: ignore[attr-defined]
        await settle(pilot)
        assert WHICH in seen(pilot)
        assert "2 to try: ask for Tuesdays" in seen(pilot)
        await press(pilot, "2")
        await give(pilot, "no")
        await press(pilot, "2")
        assert said(pilot) == [KEPT["therapist"]]
        open_rehearsal(cast("IptApp", pilot.app), thing)
        await settle(pilot)
        await give(pilot, "no")
        await press(pilot, "1")
        await give(pilot, "3", "", " Please.", "")
        await press(pilot, "2")
        await give(pilot, "6")
        await press(pilot, "1")
        assert said(pilot) == [BESIDE]
    assert vault.read(practices.practice, thing).line == "Could we?\nCould we? Please."
    held = [each.what for each in vault.read(practices.of_client, client)]
    assert held == ["Talk to my therapist about it: ask for Tuesdays", "ask for Tuesdays"]


async def test_what_is_veiled_is_not_opened_and_not_asked_about_after_the_curtain(
    vault: Vault, clock: Clock
) -> None:
    client, talk = kitchen(vault)
    sam = vault.read(people.names, client)["Sam"]
    vault.write(people.tell, sam, sensitive=True)
    async with running(vault, clock) as pilot:
        app = cast("IptApp", pilot.app)
        open_rehearsal(app, talk)
        await settle(pilot)
        assert not isinstance(app.screen, RehearseScreen)
        app.revealed = frozenset({sam, vault.read(talks.talk, talk, clock.today()).line.event})
        open_rehearsal(app, talk)
        await settle(pilot)
        assert "Sam, 23 Nov" in seen(pilot)
        await write(pilot, "may")
        await press(pilot, "ctrl+l", "escape")
        assert not isinstance(app.screen, RehearseScreen)
        assert "Sam" not in seen(pilot)


def test_on_another_day_it_is_asked_first_again_whether_it_is_safe(
    vault: Vault, clock: Clock
) -> None:
    today = clock.today()
    ground = Ground(cast("Any", vault), "c", Audience.CLIENT, today, False, time(4))
    left = Rehearsing("t", "", "Sam", "yes", today, at="theirs:2", round=Round("r", today))
    inquiry = RehearsalInquiry(ground, "t", rehearsing=left)
    assert inquiry.following(RESUME, answered=True) == "theirs:2"
    inquiry.rehearsing = replace(left, safe_on=today - timedelta(days=1))
    assert inquiry.following(RESUME, answered=True) == SAFE
    inquiry.rehearsing = left  # it was said today
    assert inquiry.following(SAFE, answered=True) == "theirs:2"


async def test_there_has_to_be_something_and_one_s_own_vault(vault: Vault, clock: Clock) -> None:
    filled(vault, whose="me")
    async with running(vault, clock) as pilot:
        open_rehearsal(pilot.app)  # type: ignore[arg-type]
        await settle(pilot)
        assert said(pilot) == [NONE_YET]
        pilot.app.audience_of_vault = pilot.app.audience_of_vault.PRACTITIONER  # type: ignore[attr-defined]
        open_rehearsal(pilot.app)  # type: ignore[arg-type]
        await settle(pilot)
        assert said(pilot) == [NOT_OWN]
