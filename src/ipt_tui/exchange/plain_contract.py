"""The contract as plain lines: for any terminal, for screen readers, for pasting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.plain import line, wrapped
from ipt_tui.ipt.contract import lines, state, title

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.contract import Contract

NONE_YET = "Nothing is agreed here yet: a contract belongs to a course."


def contract_lines(
    contract: Contract, audience: Audience, today: date, *, width: int | None = None
) -> list[str]:
    """Return the contract as lines: state, then each heading with what is said under it.

    `width` is in cells; lines are wrapped only if it is given.
    """
    heading = audience.pick(f"{contract.code}, {title(audience).casefold()}", title(audience))
    if contract.course is None:
        return wrapped([heading, NONE_YET], width)
    told = [heading, *filter(None, (state(contract, today),))]
    for name, said in lines(contract, audience, today):
        here = [f"{each.labelled(contract.code, audience)}: {text}" for each, text in said if text]
        if here:
            told += ["", name, *map(line, here)]
    return wrapped(map(line, told), width)
