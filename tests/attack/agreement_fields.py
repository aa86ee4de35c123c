"""Every text of the formulation and of the contract, and how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.contract import asked
from ipt_tui.ipt.formulation import parts
from ipt_tui.vault import contracts, formulating
from tests.vault.agreement_writes import DAY, draft, tell_contract
from tests.vault.talk_writes import first
from tests.vault.world import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.vault.world import World

FIELDS: dict[tuple[str, str], tuple[Callable[[World, str], object], frozenset[str]]] = {
    **{
        ("formulation", part.id): (
            lambda w, t, part=part.id: w.vault.write(  # type: ignore[misc]
                formulating.tell, draft(w), TODAY, None, **{part: t}
            ),
            frozenset(),
        )
        for part in parts()
    },
    ("formulation", "text"): (
        lambda w, t: w.vault.write(formulating.write, draft(w), t, TODAY), frozenset({"grown"}),
    ),
    ("formulation", "agreed_by"): (
        lambda w, t: w.vault.write(formulating.agree, draft(w), TODAY, t, TODAY),
        frozenset({"agreed", "grown", "text"}),
    ),
    **{
        ("contract", each.id): (
            lambda w, t, name=each.id: tell_contract(w, **{name: t}),  # type: ignore[misc]
            frozenset(),
        )
        for each in asked()
        if not each.choice
    },
    ("contract", "agreed_by"): (
        lambda w, t: w.vault.write(contracts.agree, first(w, "contract"), DAY, t),
        frozenset({"agreed", "agreed_with"}),
    ),
}  # fmt: skip
"""By table and column: how it is written, and what is written with it."""
