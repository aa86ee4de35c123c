"""The contract as rows: what can be set aside first, then what was agreed, heading by heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.contract import lines, state, title
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.entry_words import VEILED
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipt_tui.ipt.contract import Contract, Field

FIELD = "field:"
VEILED_ROW = "veiled"
_LABEL = 18
NO_COURSE = "A contract belongs to a course, and there is none yet. p on Today sets one up."
NOT_YET = "Nothing is agreed here yet. e asks, one after another; any of it may stay empty."
NOT_YET_OWN = "Nothing else is written here yet."


def listed(contract: Contract | None, audience: Audience, today: date) -> str:
    """Return what the list says of it: "agreed 20 Oct, changed since", "" looking together."""
    if contract is None or contract.seen is None or audience is Audience.CLIENT:
        return ""
    if contract.agreed is None:
        return "draft"
    said = f"agreed {short(contract.agreed, today)}"
    return f"{said}, changed since" if contract.to_agree_again else said


def contract_rows(contract: Contract, audience: Audience, today: date) -> tuple[Row, ...]:
    """Return all of it; looking together what is said alone, for a practitioner what is asked."""
    if contract.course is None:
        return (Row(None, (Cell(NO_COURSE, "muted"),), wraps=True),)
    head = " · ".join(filter(None, (title(audience), state(contract, today))))
    rows = [Row(None, (Cell(head, "heading"),), wraps=True)]
    if contract.veiled:
        rows.append(Row(VEILED_ROW, (Cell(f"{VEIL} {VEILED}; enter shows it", "muted"),)))
    elif contract.seen is None:
        rows.append(Row(None, (Cell(audience.pick(NOT_YET, NOT_YET_OWN), "muted"),), wraps=True))
    for heading, told in lines(contract, audience, today):
        here = [*_told(contract, told, audience)]
        if here:
            rows += [Row(None), Row(None, (Cell(heading, "heading"),)), *here]
    return tuple(rows)


def _told(
    contract: Contract, told: tuple[tuple[Field, str], ...], audience: Audience
) -> Iterator[Row]:
    for each, text in told:
        if contract.veiled and not each.fact:
            continue
        label = Cell(each.labelled(contract.code, audience), "label", _LABEL)
        if each.fact:
            if text:
                yield Row(None, (label, Cell(text)), wraps=True)
        elif text:
            yield Row(f"{FIELD}{each.id}", (label, Cell(text)), wraps=True)
        elif audience is Audience.PRACTITIONER:
            asks = Cell(each.asked(contract.code, audience), "muted")
            yield Row(f"{FIELD}{each.id}", (label, asks), wraps=True)
