"""A row of bars, one cell each: how numbers went, beside the words that say so."""

from collections.abc import Iterable

BARS = "▁▂▃▄▅▆▇█"


def spark(values: Iterable[int], low: int, high: int) -> str:
    """Return one bar for each number, as high as it stands on the scale from `low` to `high`."""
    span = max(1, high - low)
    top = len(BARS) - 1
    return "".join(
        BARS[min(top, max(0, ((value - low) * 2 * top + span) // (2 * span)))] for value in values
    )
