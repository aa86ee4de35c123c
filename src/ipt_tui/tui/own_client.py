"""Whose own record is in hand, for what is there in a vault of one's own alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.tui.areas.area import NO_CLIENT, READ_ONLY

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp


def own_client(app: IptApp, not_own: str, *, writes: bool = True) -> str | None:
    """Return the client in hand, None where it cannot be: then it was said why.

    `not_own` is said in a practitioner's vault; where it is "" such a one will do.
    """
    if not_own and app.audience_of_vault is not Audience.CLIENT:
        app.tell(not_own)
    elif app.context.client is None:
        app.tell(NO_CLIENT)
    elif writes and app.vault.vault.read_only:
        app.tell(READ_ONLY)
    else:
        return app.context.client
    return None
