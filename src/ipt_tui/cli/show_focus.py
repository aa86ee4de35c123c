"""`show focus`: what the course is about, from the problem areas to the ending, as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.cli.opening import audience, chosen, lived_clock, opened
from ipt_tui.cli.show import day, revealed

if TYPE_CHECKING:
    from ipt_tui.cli.arguments import Arguments


def focus(arguments: Arguments) -> None:
    """Print a client's focus, formulation, contract, goals, halfway look and ending, as of --on.

    A contract and an ending are told as they are now, so not of an earlier day. Raises UsageError
    for a date that is none, and VaultError with one sentence.
    """
    from ipt_tui.exchange.plain_contract import contract_lines
    from ipt_tui.exchange.plain_ending import ending_lines
    from ipt_tui.exchange.plain_focus import focus_lines
    from ipt_tui.exchange.plain_formulation import formulation_lines
    from ipt_tui.exchange.plain_goals import goals_lines
    from ipt_tui.exchange.plain_halfway import halfway_lines
    from ipt_tui.ipt.focus import head
    from ipt_tui.ipt.formulation import as_of
    from ipt_tui.vault import contracts, endings, formulations, goals, halfways, problem_areas

    clock = lived_clock()
    today = clock.today()
    on = day("--on", arguments.on, today, last=True) or today
    unveiled, starts = revealed(arguments), clock.day_starts_at
    with opened(arguments) as vault:
        client = chosen(vault, arguments.client)
        who = audience(vault)
        areas = vault.read(problem_areas.of_client, client.uid, on, unveiled, starts)
        versions = vault.read(formulations.of_client, client.uid, today, unveiled, starts)
        agreed = vault.read(contracts.of_client, client.uid, today, unveiled, starts)
        look = vault.read(halfways.look, client.uid, on, unveiled, starts)
        ending = vault.read(endings.told, client.uid, today, unveiled, starts)
        rated = vault.read(goals.of_client, client.uid, on, unveiled)
    named = {area.uid: head(area, who) for area in areas.areas if not area.veiled}
    parts = [
        focus_lines(areas, who),
        formulation_lines(as_of(versions, on), who, on),
        contract_lines(agreed, who, today) if on == today else [],
        goals_lines(client.code, rated, on, who, named),
        halfway_lines(look, who) if look and look.said and look.said.day <= on else [],
        ending_lines(client.code, ending, who) if ending is not None and on == today else [],
    ]
    print("\n\n".join("\n".join(part) for part in parts if part))
