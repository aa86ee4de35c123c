"""The scale of a mood as it is kept in its row."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.scales import Scale

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLUMNS = ("scale_low", "scale_high", "low_words", "high_words", "better")
"""In the order of the fields of `Scale`."""


def on_scale(scale: Scale) -> dict[str, Any]:
    """Return the fields of a mood that say which scale it was given on."""
    return dict(zip(_COLUMNS, astuple(scale), strict=True))


def scale_in(row: Mapping[Any, Any]) -> Scale:
    """Return the scale that a mood's columns say it was given on."""
    return Scale(*(row[column] for column in _COLUMNS))
