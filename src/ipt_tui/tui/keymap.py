"""Keys that a person chose for commands, and the ones that work whatever is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.keys import _character_to_key

from ipt_tui.tui.commands import COMMANDS
from ipt_tui.tui.verbs import VERBS

if TYPE_CHECKING:
    from ipt_tui.tui.commands import Command


def always(keys: dict[str, str]) -> dict[str, str]:
    """Return the actions that work whatever is going on, by key; `keys` as `keymap` gives them."""
    return {
        key: command.action
        for command in COMMANDS
        if command.always
        for key in keys.get(command.id, VERBS[command.verb].keys).split(",")
    }


def keymap(chosen: dict[str, str]) -> tuple[dict[str, str], str | None]:
    """Return the remapping that can be had, and one sentence about the first that cannot.

    `chosen` gives command ids their keys. Refused are an id nobody knows, a key that another
    verb has, and a letter for what has to work while one types; those commands keep their keys.
    """
    by_id = {command.id: command for command in COMMANDS}
    taken = {key: name for name, verb in VERBS.items() for key in verb.keys.split(",")}
    stays = {verb.typing: name for name, verb in VERBS.items() if verb.typing}
    kept: dict[str, str] = {}
    problem = None
    for name, wish in chosen.items():
        keys = _named(wish)
        complaint = _complaint(name, keys, by_id, taken | stays)
        if complaint:
            problem = problem or complaint
            continue
        verb = by_id[name].verb
        kept[name] = ",".join(key for key in keys if key not in stays) or VERBS[verb].keys
        taken |= dict.fromkeys(keys, verb)
    return kept, problem


def _named(wish: str) -> list[str]:
    """Return keys by Textual's names: "+" is "plus"."""
    keys = [wish] if len(wish) == 1 else [key.strip() for key in wish.split(",")]
    return [_character_to_key(key) if len(key) == 1 else key for key in keys if key]


def _complaint(
    name: str, keys: list[str], by_id: dict[str, Command], taken: dict[str, str]
) -> str | None:
    if name not in by_id:
        return f"There is no command “{name[:40]}” to give a key to."
    command = by_id[name]
    if not command.verb:
        return f"{name} stands in the list of commands only, so it cannot have a key."
    clash = next((key for key in keys if taken.get(key, command.verb) != command.verb), None)
    if clash:
        meaning = VERBS[taken[clash]].meaning
        return f"The key {clash} means “{meaning}” already, so {name} keeps its own."
    if command.always and any(len(key) == 1 for key in keys):
        return f"{name} has to work while you type, so it cannot have a letter; it keeps its own."
    return None
