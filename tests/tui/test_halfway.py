"""The halfway look: opened where it is due, looked at together, and what is said of it kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.agenda import shipped
from ipt_tui.tui.areas.focus.area import FocusArea
from ipt_tui.tui.areas.sessions.row_asks import HALFWAY
from ipt_tui.tui.screens.halfway.screen import HalfwayScreen
from ipt_tui.tui.widgets.circle import CirclePicture
from ipt_tui.vault import agendas, halfways, people, sessions
from tests.tui.running import NOW, press, resize, running, said, screen_text, write
from tests.vault.test_halfways import worked

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.ipt.halfway import Said
    from ipt_tui.vault.vault import Vault

TODAY = NOW.date()
COLD = ("K7", "dispute", "moderate", "mild", "target", "Goals, at first", "Scores")


def seen(pilot: Pilot[str]) -> str:
    """Return what is on the screen, in one line."""
    return " ".join(screen_text(pilot).split())


def kept(vault: Vault, client: str) -> Said | None:
    look = vault.read(halfways.look, client, TODAY)
    assert look is not None
    return look.said


async def test_before_the_eighth_session_it_is_looked_at_together_and_kept(
    vault: Vault, clock: Clock
) -> None:
    client = worked(vault).client
    async with running(vault, clock, size=(100, 40)) as pilot:
        await press(pilot, "1", "tab")
        pilot.app.screen.area.day.cursor = "halfway"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, HalfwayScreen)
        assert "Halfway look · K7 · session 8 of 16" in seen(pilot)
        assert "PHQ-9: 17 of 27, moderately severe, 6 Oct; now 9 of 27, mild" in seen(pilot)
        assert not screen.query_one(CirclePicture).region.width
        await resize(pilot, (160, 50))
        assert screen.query_one(CirclePicture).region.width
        await press(pilot, "w")
        assert "looking together" in seen(pilot)
        assert "you put it at 2 on 20 Oct" in seen(pilot)
        assert not [word for word in COLD if word in seen(pilot)]
        await press(pilot, "e", "2")
        for words in ("evenings, and Jo", "zebrafinch room", "Sundays first"):
            await write(pilot, words)
            await press(pilot, "enter")
        found = kept(vault, client)
        assert found is not None
        assert (found.fits, found.better, found.missing, found.change) == (
            "partly", "evenings, and Jo", "zebrafinch room", "Sundays first",
        )  # fmt: skip
        await press(pilot, "x")
        assert kept(vault, client) is None
        await press(pilot, "u")
        assert "zebrafinch room" in seen(pilot)
        await press(pilot, "w", "escape", "slash")
        await write(pilot, "zebraf")
        await press(pilot, "enter")
        focus = pilot.app.screen.query_one(FocusArea)
        assert focus.listing.cursor == "halfway"
        assert "zebrafinch room" in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HalfwayScreen)


async def test_it_opens_from_the_agenda_and_is_veiled_with_whom_it_names(
    vault: Vault, clock: Clock
) -> None:
    met = worked(vault)
    vault.write(halfways.tell, met.course, TODAY, better="evenings with Jo")
    vault.write(agendas.fill, met.sessions[7])
    jo = vault.read(people.names, met.client)["Jo"]
    vault.write(people.tell, jo, sensitive=True)
    agenda = vault.read(sessions.session, met.sessions[7], TODAY).agenda
    line = next(one for one in agenda if one.code == HALFWAY)
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "5", "tab", "tab")
        area = pilot.app.screen.area  # type: ignore[attr-defined]
        pilot.app.screen.set_focus(area.each_time)
        area.each_time.cursor = f"agenda:{line.uid}"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HalfwayScreen)
        await press(pilot, "end")
        assert "Jo" not in seen(pilot)
        assert "What was said is sensitive; enter shows it." in seen(pilot)
        await press(pilot, "e")
        assert "1 yes" not in seen(pilot)  # nothing is asked of what is veiled
        await press(pilot, "enter", "end")
        assert "evenings with Jo" in seen(pilot)
        await press(pilot, "w", "end")
        assert "evenings with Jo" not in seen(pilot)
        assert not said(pilot)


def test_the_code_of_the_agenda_is_one_of_its_file() -> None:
    assert HALFWAY in {one.code for one in shipped().once}
