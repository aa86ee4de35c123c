"""Dates as they are kept in a row: what was meant, as it was said, and the days it may mean."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.dates import read
from ipt_tui.ipt.moments import Known, Moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipt_tui.ipt.dates import FuzzyDate


_PASSES = re.compile(
    r"\b(?:last|this|next|ago|today|yesterday|tomorrow|now)\b|^[0-9]+ ?[dwmy]$", re.IGNORECASE
)
NO_TIME: dict[str, Any] = {"at": "", "offset": 0, "known": ""}
"""The fields of a moment of which no more than the day is known."""


def dated(name: str, when: FuzzyDate | None) -> dict[str, Any]:
    """Return the fields of a fuzzy date kept under `name` ("happened"); empty where there is none.

    An open start is kept as the year 1. Words that will mean another day tomorrow are not kept.
    """
    if when is None:
        return {name: "", f"{name}_words": "", "first_day": "", "last_day": ""}
    return {
        name: when.edtf,
        f"{name}_words": "" if when.exact or _PASSES.search(when.words) else when.words[:120],
        "first_day": when.first.isoformat(),
        "last_day": when.last.isoformat(),
    }


def timed(moment: Moment) -> dict[str, Any]:
    """Return the fields of a moment."""
    return {"at": moment.wall, "offset": moment.offset, "known": str(moment.known)}


def on_one_day(moment: Moment) -> dict[str, Any]:
    """Return the fields of an event on one day: its time too, where more than the day is known."""
    day = moment.day.isoformat()
    fields = {"happened": day, "happened_words": "", "first_day": day, "last_day": day}
    return fields | (NO_TIME if moment.known is Known.DAY else timed(moment))


def of_event(when: FuzzyDate | None, moment: Moment | None) -> dict[str, Any]:
    """Return the fields of an event's date: one day where there is a moment, none for nothing."""
    return on_one_day(moment) if moment is not None else dated("happened", when) | NO_TIME


def kept(row: Mapping[Any, Any], name: str) -> FuzzyDate:
    """Return the fuzzy date kept under `name`, with the days it was taken to mean.

    An end that is not known yet is `date.max`.
    """
    return replace(
        read(row[name], words=row[f"{name}_words"]),
        first=_day(row["first_day"]),
        last=_day(row["last_day"]),
    )


def _day(stored: str) -> date:
    return date.fromisoformat(stored) if stored else date.max
