"""Where one is when the record opens: whose record is in hand, and in which area."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.tui.context import Context
from ipt_tui.tui.tabs import TABS
from ipt_tui.vault import clients, settings, today

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp


async def place_of(app: IptApp) -> str:
    """Take in hand the client asked for, due about now, or left last; return the area's name."""
    lines = await app.or_tell(app.vault.read(clients.listing)) or ()
    saved = await app.or_tell(app.vault.read(settings.get, settings.PLACE, {})) or {}
    known = {line.uid: line for line in lines}
    wanted = next((x for x in lines if x.code.lower() == (app.client or "").lower()), None)
    if app.client and wanted is None:
        app.tell(f"There is no client {app.client[:40]} in this vault.", bad=True)
    near = known.get(await _at_the_door(app) or "")
    chosen = wanted or near or known.get(saved.get("client", ""))
    if saved and lines:  # without a place kept, Today takes who comes next
        chosen = chosen or lines[0]
    if chosen:
        app.context = Context.of(chosen)
        if chosen.uid == saved.get("client"):
            person, talk = saved.get("person"), saved.get("talk")
            app.context = replace(app.context, person=person, talk=talk)
    area = "people" if wanted or near else "today" if app.client else saved.get("area", "today")
    return area if any(tab.id == area for tab in TABS) else TABS[0].id


async def _at_the_door(app: IptApp) -> str | None:
    """Return whose session is to begin about now, where no place was asked for."""
    if app.client or app.after_lock or app.audience_of_vault is Audience.CLIENT:
        return None
    reading = app.vault.read(today.near, app.clock.now(), app.config.day_starts_at)
    return await app.or_tell(reading)
