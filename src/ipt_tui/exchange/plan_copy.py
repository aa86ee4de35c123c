"""The copy of one's own safety plan that opens while the vault is locked.

It is a text file beside the vault, NAME.plan.txt, and not encrypted: it is there only where
somebody chose it, and its being there is that choice. A file of this name that does not begin with
`HEAD` is somebody else's: it is neither shown nor touched.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.new_file import shown, write_new
from ipt_tui.exchange.plain_plan import WITHIN, plan_lines
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.safety_plan import PARTS, TITLE, PlanPage, SafetyPlan, page
from ipt_tui.ipt.text import clean
from ipt_tui.vault import place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

HEAD = "Not encrypted: whoever can open this computer can read it."
FOLLOWED = "The copy that opens while locked has followed."
WENT_TOO = "The copy that opens while locked went with the plan."
_LARGEST = 1_000_000
"""Bytes of a copy that are read: the longest of plans takes less."""


def is_there(vault: Path) -> bool:
    """Whether there is a copy of the plan of this vault."""
    return _ours(vault) is not None


def read(vault: Path) -> PlanPage | None:
    """Return the copy beside a vault as it is read, None where there is none that is ours."""
    text = _ours(vault)
    if text is None:
        return None
    lines = clean(text).splitlines()[1:]
    title, *rest = (line for line in lines if line.strip()) if any(lines) else (TITLE,)
    return PlanPage(title, tuple(_rows(rest)))


def _ours(vault: Path) -> str | None:
    """Return what stands in the copy, None where there is none that is ours.

    Only a file of its own is: what a link leads to would stay when the copy is taken away, and a
    pipe would have one wait for its other end.
    """
    try:
        handle = os.open(place.plan_copy(vault), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return None
            text = file.read(_LARGEST).decode("utf-8", "replace")
    except OSError:
        return None
    return text if clean(text).splitlines()[:1] == [HEAD] else None


def _rows(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the parts again; what stands under no heading of ours stands by itself."""
    headings = {f"{part.title}: ": part.title for part in PARTS}
    heading, words = "", list[str]()
    for line in lines:
        begun = next((start for start in headings if line.startswith(start)), None)
        if begun is None and line.startswith(WITHIN):
            words.append(line.strip())
            continue
        if words:
            yield heading, "\n".join(words)
        heading = headings.get(begun or "", "")
        words = [line.removeprefix(begun or "")]
    if words:
        yield heading, "\n".join(words)


def write(vault: Path, plan: SafetyPlan | None, today: date) -> None:
    """Write the copy of one's own plan, which nobody but its owner can open by its mode (0600).

    What is veiled is left out. Raises ExchangeError with one sentence where there is nothing to
    copy, where something else has its name, and where the folder refuses.
    """
    text, path = _text(plan, today), place.plan_copy(vault)
    if text is None:
        raise ExchangeError("There is no plan of your own in this vault, so no copy was made.")
    if os.path.lexists(path) and not is_there(vault):
        raise ExchangeError(f"There is another file {shown(path)}; it was left as it is.")
    write_new(path, [text], replace=True)


def remove(vault: Path) -> None:
    """Take the copy away, if there is one. Raises ExchangeError where the folder refuses."""
    path = place.plan_copy(vault)
    if not is_there(vault):
        return
    try:
        path.unlink(missing_ok=True)
        place.flush_folder(path.parent)
    except OSError as error:
        why = error.strerror or "the system refused"
        raise ExchangeError(f"{shown(path)} could not be taken away: {why}.") from None


def follow(vault: Path, plan: SafetyPlan | None, today: date) -> str:
    """Bring a copy that is there in step with the plan; say what was done, "" if nothing had to be.

    With the plan the copy goes, too. Raises ExchangeError as `write` and `remove` do.
    """
    there = _ours(vault)
    if there is None:
        return ""
    text = _text(plan, today)
    if text is None:
        remove(vault)
        return WENT_TOO
    if there == text:
        return ""
    write_new(place.plan_copy(vault), [text], replace=True)
    return FOLLOWED


def _text(plan: SafetyPlan | None, today: date) -> str | None:
    """Return what stands in the file: the plan without what is veiled and without dates."""
    found = page(plan, Audience.CLIENT, today) if plan else None
    if plan is None or found is None:
        return None
    left_out = {part.title for part in PARTS if part.key in plan.veiled}
    rows = tuple(row for row in found.rows if row[0] not in left_out)
    return "\n".join([HEAD, "", *plan_lines(PlanPage(found.title, rows)), ""])
