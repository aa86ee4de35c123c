"""Opening what one rehearses alone, in one's own vault: what is in hand, or one that is picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.rehearsal_words import NONE_YET, NOT_OWN
from ipt_tui.tui.areas.inquiry import Ground
from ipt_tui.tui.own_client import own_client
from ipt_tui.vault import rehearsing

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp


def open_rehearsal(app: IptApp, subject: str = "") -> None:
    """Ask the first question about a talk or a thing to try; keys typed meanwhile wait for it.

    Without a `subject`, its uid, the newest of both are offered.
    """
    client = own_client(app, NOT_OWN)
    if client is not None:
        app.gate.shut()
        app.run_worker(_open(app, client, subject), group="rehearse")


async def _open(app: IptApp, client: str, subject: str) -> None:
    from ipt_tui.tui.screens.rehearse.inquiry import RehearsalInquiry
    from ipt_tui.tui.screens.rehearse.screen import RehearseScreen

    with app.gate.held():
        ground = Ground.of(app, client)
        inquiry = RehearsalInquiry(ground, subject)
        if not subject:
            found = await app.or_tell(
                app.vault.read(
                    rehearsing.offered, client, ground.today, ground.revealed, ground.day_starts_at
                )
            )
            if not found:
                app.tell(NONE_YET)
                return
            inquiry.choices = found
        if await app.or_tell(inquiry.read()) and not app.is_covered:
            await app.push_screen(RehearseScreen(inquiry))
