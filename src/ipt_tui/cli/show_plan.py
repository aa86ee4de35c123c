"""`show plan` and `export plan`: the safety plan as plain lines, and as a file to print."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ipt_tui.cli.asking import who_could_read
from ipt_tui.cli.opening import audience, chosen, opened
from ipt_tui.cli.show import revealed
from ipt_tui.ipt.text import clean
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments
    from ipt_tui.ipt.safety_plan import PlanPage
    from ipt_tui.vault.vault import Vault

PRINTED = 76
"""Letters of a printed line."""


def show(arguments: Arguments) -> None:
    """Print the plan of one client. Raises VaultError with one sentence."""
    from ipt_tui.exchange.plain_plan import NONE_YET, plan_lines

    with opened(arguments) as vault:
        page, _ = _page(vault, chosen(vault, arguments.client).uid, arguments)
    print("\n".join(plan_lines(page)) if page else NONE_YET)


def export(arguments: Arguments) -> None:
    """Write the plan to a text file that can be printed.

    Raises VaultError where there is none, and ExchangeError where it cannot be written.
    """
    from ipt_tui.exchange.new_file import write_new
    from ipt_tui.exchange.plain_plan import NONE_YET, plan_lines

    with opened(arguments) as vault:
        client = chosen(vault, arguments.client).uid
        page, veiled = _page(vault, client, arguments)
        if page is None:
            raise VaultError(f"{NONE_YET} Nothing was written.")
        who_could_read(arguments, vault, client)
    lines = "\n".join([*plan_lines(page, PRINTED), ""])
    write_new(arguments.to, [lines], replace=arguments.replace)
    if arguments.quiet:
        return
    print(f"Written to {clean(str(arguments.to))}.")
    left_out = " What is marked sensitive is left out; --reveal adds it." if veiled else ""
    print(f"It is not encrypted; keep it where only you can read it.{left_out}", file=sys.stderr)


def _page(vault: Vault, client: str, arguments: Arguments) -> tuple[PlanPage | None, bool]:
    """Return the plan as it is read, and whether something of it is veiled."""
    from ipt_tui.ipt.safety_plan import page
    from ipt_tui.vault import safety_plans

    today = vault.clock.today()
    found = vault.read(safety_plans.plan, client, today, revealed(arguments))
    return page(found, audience(vault), today), bool(found.veiled)
