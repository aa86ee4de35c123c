"""What may get in the way of a talk, and the styles of one's own words: data, and how it is said.

A kept code that is not known is said as it stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.content import load
from ipt_tui.ipt.talk_vocabulary import Style

FILE = "talks.toml"
NONE = "none"
"""The code which says that nothing got in the way."""


@dataclass(frozen=True, slots=True)
class Difficulty:
    """Something that may get in the way.

    `id` is what is kept, `short` how it stands in a row, `label` how it is said in full, `cue` the
    question that helps to see it.
    """

    id: str
    short: str
    label: str
    cue: str


@cache
def difficulties() -> tuple[Difficulty, ...]:
    """Return everything that may get in the way, in the order in which it is offered."""
    return tuple(
        Difficulty(entry["id"], entry["short"], entry["label"], entry["cue"])
        for entry in _data()["difficulty"]
    )


def find(code: str) -> Difficulty | None:
    """Return what is kept under this code, None for one that is not known."""
    return _by_id().get(code)


def short(code: str) -> str:
    """Return the short words for a kept code; one that is not known is said as it stands."""
    found = find(code)
    return found.short if found else code


@cache
def styles() -> tuple[tuple[Style, str], ...]:
    """Return the styles of one's own words, each with the sentence that says what is meant."""
    return tuple((Style(entry["id"]), entry["line"]) for entry in _data()["style"])


def style_words(kept: str, audience: Audience) -> str:
    """Return a kept style as it is said: by its name, to the client by its sentence alone."""
    found = next((line for style, line in styles() if style == kept), "")
    return audience.pick(Style.say(kept), found or Style.say(kept))


def style_caveat() -> str:
    """Return what is said wherever a style is asked for."""
    caveat: str = _data()["style_caveat"]
    return caveat


@cache
def _data() -> Mapping[str, Any]:
    return load(FILE)


@cache
def _by_id() -> Mapping[str, Difficulty]:
    return {one.id: one for one in difficulties()}
