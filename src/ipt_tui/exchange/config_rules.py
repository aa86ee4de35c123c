"""What each setting of `config.toml` may be.

A rule takes what TOML gave and returns the value for `Config`, or raises ValueError whose text
completes the sentence "“theme” should be …".
"""

import re
from collections.abc import Callable
from datetime import time
from typing import Any

from ipt_tui.ipt.areas import IDS

THEMES = ("ipt-dark", "ipt-light", "ipt-contrast-dark", "ipt-contrast-light")
"""The names of the themes; the first is worn where none is chosen."""

_LONGEST = 40


def _one_of(words: tuple[str, ...]) -> Callable[[object], str]:
    def check(value: object) -> str:
        if not isinstance(value, str) or value not in words:
            raise ValueError(f"one of {', '.join(words)}")
        return value

    return check


def _minutes(most: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise ValueError(f"a whole number of minutes from 1 to {most}")
        return value

    return check


def _time(value: object) -> time:
    if isinstance(value, time):
        return value
    if isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
        return time.fromisoformat(value)
    raise ValueError("a time like 04:00")


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def _words(longest: int) -> Callable[[object], str]:
    def check(value: object) -> str:
        fits = isinstance(value, str) and value.isprintable() and 0 < len(value.strip()) <= longest
        if not isinstance(value, str) or not fits:
            raise ValueError(f"text of at most {longest} characters")
        return value.strip()

    return check


def _some_of(words: tuple[str, ...]) -> Callable[[object], tuple[str, ...]]:
    def check(value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not value or not all(word in words for word in value):
            raise ValueError(f"a list of one or more of {', '.join(words)}")
        return tuple(dict.fromkeys(value))

    return check


def _keys(value: object) -> dict[str, str]:
    """Command ids to keys; `[keys.timeline]` and `timeline.zoom-in = "+"` both nest, and count."""
    if not isinstance(value, dict):
        raise ValueError("a table of commands and their keys")
    found: dict[str, str] = {}
    for name, key in value.items():
        if isinstance(key, dict):
            found |= {f"{name}.{inner}": deep for inner, deep in _keys(key).items()}
        elif isinstance(key, str) and key.strip():
            found[name] = key.strip()
        else:
            raise ValueError(
                f"a table of commands and their keys, and “{name}” has no key in quotes"
            )
    return found


RULES: dict[str, Callable[[object], Any]] = {
    "theme": _one_of(THEMES),
    "keys": _keys,
    "idle_curtain_minutes": _minutes(60),
    "idle_lock_minutes": _minutes(240),
    "day_starts_at": _time,
    "region": _words(_LONGEST),
    "animations": _one_of(("none", "basic", "full")),
    "neutral_title": _words(_LONGEST),
    "paste_profile": _words(_LONGEST),
    "paste_ascii": _yes_or_no,
    "paste_width": _minutes(500),
    "self_check": _yes_or_no,
    "noncommercial_measures": _yes_or_no,
    "areas": _some_of(IDS),
}
