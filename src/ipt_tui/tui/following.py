"""What follows a change of the record outside of it: the copy of the plan."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from ipt_tui.exchange import plan_copy
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.tui.guarded_app import TOLD_SECONDS
from ipt_tui.vault import safety_plans
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp


async def follow_plan(app: IptApp) -> None:
    """Bring the copy in step with the plan, where there is one, and say so."""
    if not app.vault.is_open or not plan_copy.is_there(app.path):
        return
    today = app.clock.today()
    try:
        plan = await app.vault.read(safety_plans.mine, today)
        said = await asyncio.to_thread(plan_copy.follow, app.path, plan, today)
    except (ExchangeError, VaultError) as problem:
        app.tell(str(problem), bad=True)
        return
    if said:  # beside what was told of the change itself
        app.notify(said, markup=False, timeout=TOLD_SECONDS)
