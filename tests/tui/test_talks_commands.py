"""Every command of the talks does something, and says what it is for."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from ipt_tui.tui.commands import COMMANDS, VERBS
from ipt_tui.vault import expectations, talking, turns
from tests.attack.size import FULL
from tests.once import once
from tests.tui.running import press, running, said, screen_text
from tests.tui.talking import WORDS, another, area, kitchen, on_sheet, to, told

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

SCOPE = [command for command in COMMANDS if command.scope == "talks"]
FIRST: dict[str, tuple[str, ...]] = {"farther": ("plus",), "later": ("4",), "back": ()}
"""What has to have been done before, so that there is something to do."""
ON_ROWS = ("enter", "e", "n", "space")
"""What can be pressed on a row of a talk."""


@once
def whole(vault: Vault) -> str:
    """Keep two talks with Sam, a turn of the newer one with a gap; return the newer one's uid."""
    uid = kitchen(vault, WORDS)
    vault.write(turns.tell, told(vault, uid).turns[2].uid, meant="please ask me")
    vault.write(talking.tell, uid, safe="yes", safe_on="2026-11-20")
    vault.write(expectations.add, told(vault, uid).line.people[0].uid, "evenings together")
    another(vault, "argued about Noor", (("me", "It is her weekend."), ("them", "Again.")))
    another(vault, "Mum's visit")
    vault.begin()
    return uid


@pytest.mark.parametrize("command", SCOPE, ids=lambda command: command.id)
async def test_each_key_does_something(command: object, vault: Vault, clock: Clock) -> None:
    assert isinstance(command, type(COMMANDS[0]))
    key = VERBS[command.verb].keys.split(",")[0]
    whole(vault)
    async with running(vault, clock) as pilot:
        if command.verb in ("earlier", "later", "only"):
            await press(pilot, "4", *(["down"] if command.verb == "later" else []))
        else:
            await on_sheet(pilot)
            await to(pilot, f"turn:{told(vault, area(pilot).talk.uid).turns[2].uid}", "said")  # type: ignore[union-attr]
            await press(pilot, *FIRST.get(command.verb, ()))
        before = screen_text(pilot), pilot.app.screen.focused, vault.read(talks_held)
        assert area(pilot).check_action(command.action, ()) is True
        await press(pilot, key)
        after = screen_text(pilot), pilot.app.screen.focused, vault.read(talks_held)
        assert after != before
        assert not [words for words in said(pilot) if "u brings it back" not in words]


def talks_held(session: object) -> object:
    """Return all that the file holds of talks."""
    from ipt_tui.vault import transfer

    held = transfer.dump(session)  # type: ignore[arg-type]
    return {name: rows for name, rows in held.items() if "turn" in name or "talk" in name}


async def test_without_a_client_and_without_a_talk_no_key_breaks_anything(
    vault: Vault, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        for command in SCOPE:
            for key in VERBS[command.verb].keys.split(","):
                await press(pilot, "4", key, "escape")
        assert pilot.app.screen.focused is not None


@pytest.mark.parametrize("turn_", range(len(ON_ROWS)) if FULL else [None])
async def test_on_every_row_of_a_talk_no_key_breaks_anything(
    turn_: int | None, vault: Vault, clock: Clock
) -> None:
    """Each row is given one key in a run, another in the next."""
    whole(vault)
    first = random.randrange(len(ON_ROWS)) if turn_ is None else turn_
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, "fold")
        await press(pilot, "enter", "home")
        rows = [row.key for row in area(pilot).pane.rows.rows if row.key]
        for number, row in enumerate(rows, first):
            if not area(pilot).pane.unfolded:
                await to(pilot, "fold")
                await press(pilot, "enter")
            await to(pilot, row)
            await press(pilot, ON_ROWS[number % len(ON_ROWS)], "escape")
            if area(pilot).pane.form != "talk":
                await press(pilot, "escape")
            if not area(pilot).pane.rows.has_focus:
                await press(pilot, "tab")
        assert pilot.app.screen.focused is not None
