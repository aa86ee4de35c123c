"""Formulation and contract in Focus: built live, written by hand, agreed, read out together."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.dates import read
from ipt_tui.ipt.moments import moment
from ipt_tui.tui.dialogs.formulation_text import BOTH, FormulationText
from ipt_tui.vault import contracts, courses, drafts, formulating, formulations, noting, timed
from tests.tui.running import (
    FIRST_DAY,
    NOW,
    filled,
    press,
    running,
    said,
    screen_text,
    to_focus,
    write,
)

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.formulation import Formulation
    from ipt_tui.vault.vault import Vault

TODAY = NOW.date()


def words(pilot: Pilot[Any]) -> str:
    """Return what stands on the screen beside the list, as one line without the frames."""
    lines = (line.rstrip().removesuffix("│") for line in screen_text(pilot).splitlines())
    beside = " ".join(line.rpartition("│")[2] for line in lines)
    return " ".join(beside.replace("▐", " ").split())


def versions(vault: Vault, client: str) -> tuple[Formulation, ...]:
    return vault.read(formulations.of_client, client, TODAY)


def flat(vault: Vault, client: str) -> str:
    """Note that Sam began looking at a flat, as near the onset; return its uid."""
    line = Captured(
        Mark.EVENT, 0, "!Sam looked at flats", "Sam looked at flats", when=read("2026-06~")
    )
    (uid,) = vault.write(noting.note, client, (line,), moment(NOW)).events
    vault.write(timed.change, "event", uid, None, None, near_onset=True)
    return str(uid)


async def test_a_paragraph_grows_is_agreed_and_stays(vault: Vault, clock: Clock) -> None:
    client = filled(vault)
    flat(vault, client)
    async with running(vault, clock, size=(110, 40)) as pilot:
        await to_focus(pilot, "formulation")
        assert "n begins it" in words(pilot)
        await press(pilot, "n", "ctrl+u")
        for part in ("July", "low", "depression", "what you expect", "", "", "saying [it]"):
            await write(pilot, part)
            await press(pilot, "enter")
        await press(pilot, "down", "space", "down", "space")
        assert (
            "Since July you have been low. Together these look like depression, which is treatable "
            "and not your fault. Around then: Sam looked at flats. Sam is part of it. It seems "
            "tied to what you expect. In the meetings to come we'd work on saying [it]."
        ) in words(pilot)
        assert "It follows what is ticked and told." in words(pilot)
        assert versions(vault, client)[0].text == ""
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, FormulationText)
        await press(pilot, "ctrl+end", "backspace")
        await write(pilot, ' "and Dad".')
        await press(pilot, "enter")
        assert "saying [it] ‹and Dad›." in words(pilot)
        assert "‹…› K7's own words" in words(pilot)
        await press(pilot, "home", "enter")
        await write(pilot, " So.")
        await press(pilot, "escape")
        assert "Written by hand" in words(pilot)

        await press(pilot, "o", "a")
        await press(pilot, *["backspace"] * len("23 Nov"))
        await write(pilot, "tomorrow")
        await press(pilot, "enter")
        assert "still to come" in words(pilot)
        await press(pilot, *["backspace"] * len("tomorrow"))
        await write(pilot, "20 nov")
        await press(pilot, "enter")
        assert "Agreed by K7 on 20 Nov" in words(pilot)
        await press(pilot, "escape")
        assert versions(vault, client)[0].is_draft, "asked once more, nothing is agreed by leaving"
        await press(pilot, "o", "a", "enter", "1")
        (first,) = versions(vault, client)
        assert (first.agreed, first.agreed_by) == (TODAY, "K7")

        await press(pilot, "end", "space")
        assert said(pilot)[-1] == ("Version 2 begins as a draft; version 1 stays as it was agreed.")
        _, second = versions(vault, client)
        assert versions(vault, client)[0].paragraph == first.paragraph
        assert second.paragraph == first.paragraph, "written by hand, it does not follow"
        await press(pilot, "o", "b")
        third = versions(vault, client)[-1]
        assert "‹and Dad›" in words(pilot)
        assert "Sam and Jo are part of it" in third.paragraph
        await press(pilot, "v")
        assert "Sam [−is] [+and Jo are] part of it." in words(pilot)
        assert "[−So.]" in words(pilot)
        await press(pilot, "v", "comma", "comma")
        assert "v1, agreed 23 Nov by K7" in words(pilot)
        await press(pilot, "x")
        assert len(versions(vault, client)) == 3, "what was agreed is not removed"
        await press(pilot, "full_stop", "full_stop", "x", "u")
        assert versions(vault, client)[-1] == third
        await press(pilot, "w")
        together = words(pilot)
        assert "How it hangs together" in together
        for word in ("ormulation", "ontract", "ersion", "agreed 2"):
            assert word not in together
        assert "In the meetings to come we'd work on saying [it]" in together


async def test_what_is_typed_is_kept_beside_another_window_and_after_a_crash(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault)
    uid = vault.write(formulating.begin, client, TODAY)
    place = f"formulation:{uid}:text"
    vault.keep(drafts.save, place, "typed as it crashed", client, "a window that was killed")
    async with running(vault, clock, size=(80, 24)) as pilot:
        await to_focus(pilot, "formulation")
        await press(pilot, "tab", "e")
        assert "typed as it crashed" in words(pilot)
        vault.clock = Clock(NOW + timedelta(minutes=1))
        vault.write(formulating.write, uid, "Written elsewhere.", TODAY)
        await press(pilot, "enter")
        assert BOTH in words(pilot)
        assert versions(vault, client)[0].paragraph == "Written elsewhere."
        await press(pilot, "enter")
        assert versions(vault, client)[0].paragraph == "Written elsewhere.\ntyped as it crashed"
        await press(pilot, "e")
        await write(pilot, " mine")
        vault.write(formulating.remove, uid)
        await press(pilot, "escape")
        assert "It stays as a draft" in words(pilot)
        await press(pilot, "escape", "u")
        assert versions(vault, client)[0].uid == uid
        await press(pilot, "e")
        assert "as it crashed mine" in words(pilot)
        await press(pilot, "escape")


async def test_what_is_sensitive_waits_for_a_key(vault: Vault, clock: Clock) -> None:
    client = filled(vault)
    event = flat(vault, client)
    uid = vault.write(formulating.begin, client, TODAY)
    vault.write(formulating.tick, uid, "event", event, TODAY)
    vault.write(timed.change, "event", event, None, None, sensitive=True)
    async with running(vault, clock) as pilot:
        await to_focus(pilot, "formulation")
        await press(pilot, "tab")
        assert "a sensitive entry" in words(pilot)
        assert "flats" not in words(pilot)
        await press(pilot, "e")
        assert said(pilot)[-1] == "This one is veiled; enter shows it first."
        await press(pilot, "enter")
        assert "Around then: Sam looked at flats." in words(pilot)
        await press(pilot, "w")
        assert "flats" not in words(pilot)


async def test_the_contract_is_asked_agreed_and_renegotiated(vault: Vault, clock: Clock) -> None:
    client = filled(vault)
    async with running(vault, clock, size=(80, 24)) as pilot:
        await to_focus(pilot, "contract")
        await press(pilot, "tab")
        assert "A contract belongs to a course" in words(pilot)
        course = vault.write(courses.begin, client, "ipt16", FIRST_DAY)
        await press(pilot, "1", "7", "e")
        for answer in ("overtime", "coming here", "Sam"):
            await write(pilot, answer)
            await press(pilot, "enter")
        await press(pilot, "escape")
        assert "What can be set aside for now set aside overtime still K7's" in words(pilot)
        assert "16 meetings, weekly, 50 minutes each, until about 26 Jan 2027" in words(pilot)
        await press(pilot, "o", "a", "enter", "1")
        assert "Contract · agreed 23 Nov by K7" in words(pilot)
        await press(pilot, "home", "e")
        await write(pilot, ", and Christmas")
        seen = vault.read(contracts.of_client, client, TODAY).seen
        vault.write(contracts.tell, course, TODAY, seen, role="what happened")
        await press(pilot, "enter")
        assert "in another window" in words(pilot)
        await press(pilot, "enter", "escape")
        found = vault.read(contracts.of_client, client, TODAY)
        assert found.texts["relieved"] == "overtime, and Christmas"
        assert found.texts["role"] == "what happened"
        assert "to be agreed again" in words(pilot)
        await press(pilot, "w")
        together = words(pilot)
        assert "What we agreed" in together
        assert "still yours coming here" in together
        assert "ontract" not in together
