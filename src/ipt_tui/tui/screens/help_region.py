"""Where one lives, as it was chosen on the help lines: kept in one's own vault that lacks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.help_lines import ANYWHERE

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp

KEPT = "Kept as your country: {name}. u takes it back."


async def keep_region(app: IptApp, region: str, name: str) -> None:
    """Keep the region that was turned to, in one step; nothing where the record says one."""
    from ipt_tui.tui.areas.area import RecordChanged
    from ipt_tui.vault import clients

    context = app.context
    own = app.audience_of_vault is Audience.CLIENT and app.vault.is_open
    if not own or context.client is None or context.region or region == ANYWHERE:
        return
    if app.vault.vault.read_only:
        return
    with app.gate.held():
        await app.or_tell(app.vault.write(clients.change, context.client, region=region))
        app.context = context.among(await app.or_tell(app.vault.read(clients.listing)) or ())
    if app.context.region == region:
        app.tell(KEPT.format(name=name))
        app.record_changed(RecordChanged())
