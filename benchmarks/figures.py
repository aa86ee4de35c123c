"""The figures: what is measured against what, and how much it may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks import scenes

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.scenes import Measures
    from benchmarks.world import World


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: a measure of the program over a measure of its floor.

    `budget` is the most the ratio may be, `over_floor` the most that may come on top of the floor
    where a ratio would say nothing. Neither means that the figure is only watched.
    """

    what: str
    measure: str
    floor: str
    budget: float | None = None
    over_floor: float | None = None
    unit: str = "ms"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two scenes that are run straight after each other, and the figures they give."""

    name: str
    program: Callable[[World], Measures]
    floor: Callable[[World], Measures]
    against: str
    figures: tuple[Figure, ...]
    long: bool = False
    """Left out of a quick run."""


EMPTY = "the empty app"


def _walk(what: str, name: str) -> tuple[Figure, ...]:
    return (
        Figure(f"key → screen change, {what}, p50", f"{name}_p50", "key_p50", 1.5),
        Figure(f"key → screen change, {what}, p95", f"{name}_p95", "key_p95", 2.0),
        Figure(f"key → last change, {what}, p50", f"{name}_settled_p50", "key_settled_p50"),
    )


def _search(where: str) -> tuple[Figure, ...]:
    return (
        Figure(
            f"search as you type, {where}: settled p50",
            "search_settled_p50",
            "key_settled_p50",
            3.0,
        ),
        Figure(
            f"search as you type, {where}: settled p95",
            "search_settled_p95",
            "key_settled_p95",
            5.0,
        ),
        Figure(f"search as you type, {where}: the letter itself, p50", "search_p50", "key_p50"),
    )


def _timeline(where: str, resident: float) -> tuple[Figure, ...]:
    return (
        *_walk(f"along the entries, {where}", "entry"),
        *_walk(f"down the list, {where}", "row"),
        Figure(f"key → timeline on screen, {where}", "first", "painted"),
        Figure(f"from zoom to zoom, {where}: settled p50", "zoom_settled_p50", "key_settled_p50"),
        Figure(f"from zoom to zoom, {where}: settled p95", "zoom_settled_p95", "key_settled_p95"),
        Figure(f"resident, {where}", "resident", "resident", resident, unit="MiB"),
    )


PAIRS: tuple[Pair, ...] = (
    Pair(
        "start",
        scenes.opening,
        scenes.empty_and_derivation,
        EMPTY,
        (
            Figure("start → unlock screen painted", "painted", "painted", 1.1),
            Figure(
                "passphrase entered → Today usable, over the key derivation alone",
                "usable",
                "derivation",
                1.3,
            ),
            Figure("quit, from Today", "quit", "quit", 1.0),
            Figure("idle, of a second's processor time", "idle", "idle", over_floor=0.5),
            Figure(
                "resident after unlock, both tabs seen", "resident", "resident", 2.6, unit="MiB"
            ),
            Figure(
                "resident at most, the derivation's 128 MiB included",
                "derived",
                "resident",
                unit="MiB",
            ),
        ),
    ),
    Pair(
        "demo",
        scenes.demo,
        scenes.empty,
        EMPTY,
        (
            Figure("demo: start → painted", "painted", "painted", 1.2),
            Figure("demo: start → usable", "usable", "painted", 3.0),
            Figure("demo: resident at most", "resident", "resident", 2.6, unit="MiB"),
        ),
    ),
    Pair(
        "walk",
        scenes.walking,
        scenes.empty,
        EMPTY,
        (
            *_walk("around the circle", "circle"),
            *_walk("down the card", "card"),
            *_walk("down the list form", "list"),
            Figure("burst of 60 keys around the circle", "burst", "burst", 3.0),
        ),
    ),
    Pair(
        "tabs",
        scenes.tabs,
        scenes.bare_tabs,
        "a bare ContentSwitcher",
        (
            Figure("changing tab, p50", "tab_p50", "tab_p50", 1.8),
            Figure("changing tab, p95", "tab_p95", "tab_p95", 2.0),
        ),
    ),
    Pair(
        "typing",
        scenes.typing,
        scenes.bare_text,
        "an empty TextArea",
        (
            Figure("typing in a question's field, p50", "letter_p50", "letter_p50"),
            Figure("typing in a question's field, p95", "letter_p95", "letter_p95", 1.3),
        ),
    ),
    Pair(
        "note",
        scenes.note,
        scenes.bare_text,
        "an empty TextArea",
        (
            Figure("typing in a note of 3,000 words, p50", "letter_p50", "letter_p50"),
            Figure("typing in a note of 3,000 words, p95", "letter_p95", "letter_p95", 1.3),
            Figure(
                "typing in a note of 3,000 words, last change p95",
                "letter_settled_p95",
                "letter_settled_p95",
            ),
        ),
    ),
    Pair("timeline", scenes.timeline, scenes.empty, EMPTY, _timeline("the demo's timeline", 2.6)),
    Pair(
        "timeline-long",
        scenes.timeline_long,
        scenes.empty,
        EMPTY,
        _timeline("10,000 moods, 5,000 events", 3.3),
        long=True,
    ),
    Pair(
        "talk",
        scenes.talk,
        scenes.empty,
        EMPTY,
        (
            *_walk("typing in a talk of 200 turns", "letter"),
            *_walk("down the table of 200 turns", "turn"),
            Figure("key → talk of 200 turns on screen", "first", "painted"),
        ),
    ),
    Pair(
        "measures",
        scenes.measures,
        scenes.empty,
        EMPTY,
        (
            Figure("key → Measures with 400 responses on screen", "first", "painted"),
            *_walk("down the list of measures", "row"),
            *_walk("PHQ-9 from paper, a digit", "digit"),
            Figure("PHQ-9 from paper: enter → kept", "kept", "painted"),
        ),
        long=True,
    ),
    Pair(
        "focus",
        scenes.focus,
        scenes.empty,
        EMPTY,
        (
            Figure("key → Focus on screen", "first", "painted"),
            *_walk("along the workbench", "workbench"),
            *_walk("down the formulation", "formulation"),
            Figure("a tick in the formulation: p50", "tick_p50", "key_p50"),
            Figure("a tick in the formulation: settled p50", "tick_settled_p50", "key_settled_p50"),
            Figure("key → the ending and its page on screen", "ending", "painted"),
        ),
    ),
    Pair(
        "evening",
        scenes.evening,
        scenes.empty_and_derivation,
        EMPTY,
        (
            Figure(
                "start → an evening's first question answered: s, 1, 6, enter after the passphrase",
                "answered",
                "derivation",
            ),
            Figure("s, 1 → its first question on screen", "asked", "painted"),
            *_walk("from question to question", "question"),
        ),
    ),
    Pair("search", scenes.search, scenes.empty, EMPTY, _search("one course")),
    Pair(
        "circle",
        scenes.picture,
        scenes.empty,
        EMPTY,
        (
            Figure("circle's picture drawn anew, 9 people, p50", "of_9_p50", "key_p50"),
            Figure("circle's picture drawn anew, 30 people, p50", "of_30_p50", "key_p50"),
        ),
    ),
    Pair(
        "big",
        scenes.in_big,
        scenes.in_small,
        "the same course alone in a small vault",
        (
            Figure("big vault: Today → K7's circle", "circle", "circle", 1.3),
            Figure("big vault: Today → K7's timeline", "timeline", "timeline", 1.3),
            Figure("big vault: Today → K7's talks", "talks", "talks", 1.3),
            Figure("big vault: Today → K7's focus", "focus", "focus", 1.3),
            Figure("big vault: from talk to talk, p50", "talk_p50", "talk_p50", 1.3),
            Figure(
                "big vault: from talk to talk, settled p50",
                "talk_settled_p50",
                "talk_settled_p50",
                1.3,
            ),
            Figure("big vault: passphrase entered → K7's circle", "straight", "straight", 1.3),
            Figure("big vault: passphrase entered → Today usable", "today", "today", 1.3),
            Figure(
                "big vault: resident after unlock, both tabs seen",
                "resident",
                "resident",
                1.3,
                unit="MiB",
            ),
        ),
        long=True,
    ),
    Pair(
        "big-session",
        scenes.begin_in_big,
        scenes.begin_in_small,
        "the same session in a small vault",
        (
            Figure("big vault: s on Today → in the note of a session", "begun", "begun", 1.3),
            Figure(
                "big vault: passphrase, enter, s → a letter in the note", "typing", "typing", 1.3
            ),
        ),
        long=True,
    ),
    Pair(
        "big-keys",
        scenes.clients_big,
        scenes.empty,
        EMPTY,
        (
            *_walk("down the clients of the big vault", "clients"),
            *_search("big vault"),
            Figure(
                "big vault: resident after unlock and searching",
                "resident",
                "resident",
                3.3,
                unit="MiB",
            ),
        ),
        long=True,
    ),
)
