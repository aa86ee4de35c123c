"""The focus in words: what is worked on, how far a dispute is, what speaks for an area."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipt_tui.ipt.areas import in_use
from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.focus import Rank, Side, head, plain
from ipt_tui.ipt.people import Met

ISOLATION = "interpersonal_deficits"

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.card import ExpectationLine
    from ipt_tui.ipt.focus import EvidenceLine, Focus, Pointer, ProblemArea


def working_on(focus: Focus, audience: Audience) -> str:
    """Return the first focus in plain words, "" where there is none or it is veiled."""
    return plain(focus.first, audience) if focus.first else ""


def second_worked_on(focus: Focus, audience: Audience) -> str:
    """Return the second focus in plain words, "" where there is none or it is veiled."""
    return plain(focus.second, audience) if focus.second else ""


def named_on_top(words: str) -> str:
    """Return it as it stands in the top line, "" for none."""
    return f"working on: {words}" if words else ""


def both(focus: Focus) -> str:
    """Return both of the focus as the practitioner writes it: "dispute with Sam; second: grief"."""
    told = [head(area) for area in (focus.first, focus.second) if area and not area.veiled]
    if focus.first is None or focus.first.veiled:
        return "".join(f"second: {each}" for each in told)
    return "; second: ".join(told)


def stage_since(area: ProblemArea, sessions: Iterable[tuple[int, date | None]], today: date) -> str:
    """Return "renegotiation since session 7", with the day where there was no session, "" for none.

    `sessions` are their numbers and days.
    """
    if area.stage is None or area.veiled:
        return ""
    day = area.stage.day
    number = next((number for number, held in sessions if held == day), None)
    when = short(day, today) if number is None else f"session {number}"
    return f"{in_use().stage(area.stage.stage).label} since {when}"


def stage_words(kept: str, audience: Audience) -> str:
    """Return a kept stage as it is read."""
    found = in_use().stage(kept)
    return audience.pick(found.label, found.client)


def agreed_words(area: ProblemArea, audience: Audience, today: date) -> str:
    """Return since when it is worked on and who agrees: "1st since 20 Oct · K7 agrees: yes"."""
    if area.rank == Rank.NONE or area.since is None:
        return audience.pick("not chosen; space chooses it", "not chosen")
    told = [f"{Rank.say(area.rank)} since {short(area.since, today)}"]
    if area.agrees:
        told.append(f"{audience.pick(f'{area.code} agrees', 'you agree')}: {Met.say(area.agrees)}")
    return " · ".join(told)


def fits_least(focus: Focus, area: ProblemArea) -> str:
    """Return what is to be known before isolation is chosen beside another area, else ""."""
    if area.area != ISOLATION:
        return ""
    others = [each.kind.label for each in focus.worked_on if each.uid != area.uid]
    there = f"{listed(others)} {'is' if len(others) == 1 else 'are'} there already"
    return f"Only where none of the others fits; {there}" if others else ""


def spoken_for(area: ProblemArea) -> str:
    """Return how much stands on either side: "4 for · 1 against", "" for nothing."""
    counted = [(len(area.on(side)), side.label) for side in (Side.FOR, Side.AGAINST)]
    return " · ".join(f"{count} {label}" for count, label in counted if count)


def wish_words(wish: ExpectationLine, today: date | None = None) -> str:
    """Return how an expectation stands: "not said", "said 12 Nov, not met", "" where not known.

    The day it was said is told where `today` is given.
    """
    said = {True: "said", False: "not said", None: ""}[wish.said]
    if wish.said and wish.said_on and today is not None:
        said = f"said {short(date.fromisoformat(wish.said_on), today)}"
    met = {"yes": "met", "partly": "partly met", "no": "not met"}.get(wish.met or "", "")
    return ", ".join(filter(None, (said, met)))


def pointer_words(pointer: Pointer) -> str:
    """Return what is pointed at, on one line: "rota changed, 8 Oct", "Sam: evenings (not said)"."""
    if pointer.wish is not None:
        state = wish_words(pointer.wish)
        return f"{pointer.name}: {pointer.words}{f' ({state})' if state else ''}"
    return ", ".join(filter(None, (pointer.words, pointer.when)))


def evidence_words(line: EvidenceLine) -> str:
    """Return one piece of evidence as it is read; with words of its own they come after."""
    told = [pointer_words(line.of)] if line.of else []
    return ": ".join(filter(None, [*told, line.text]))
