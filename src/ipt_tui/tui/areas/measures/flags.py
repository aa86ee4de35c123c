"""Answers that need a person: taken up in one place, wherever they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ipt_tui.ipt.scoring import Raised
    from ipt_tui.tui.app import IptApp


async def take_up(
    app: IptApp,
    flags: Sequence[Raised],
    response: str,  # noqa: ARG001
    then: Callable[[str | None], None],
) -> bool:
    """Take up answers of a response, by its uid, that need a person; return whether it asks now.

    In one's own vault: the person first, one plain question, then help in the right order, before
    any score; `then` gets what they want next, a word of `safe_now`. For a practitioner the quiet
    line stands where the answers do (`quiet_line`); looking together they are there themselves,
    and nothing of it shows. Called once for each item.
    """
    first = next((flag for flag in flags if flag.asks_for_safety), None)
    if first is None or app.audience_of_vault is not Audience.CLIENT:
        return False
    from ipt_tui.tui.screens.answering.safe_now import SafeNowScreen

    await app.push_screen(SafeNowScreen(), then)
    return True


def quiet_line(flags: Sequence[Raised]) -> str:
    """Return "Item 9 answered 1: ask about safety.", "" where nothing needs that. Never a grade."""
    lines = [
        f"{_where(flag)} answered {flag.value}: "
        + ("ask about safety." if flag.asks_for_safety else "worth asking about.")
        for flag in flags
    ]
    return " ".join(lines)


def _where(flag: Raised) -> str:
    return f"Item {flag.item}" if flag.item else f"{flag.label[:1].upper()}{flag.label[1:]}"
