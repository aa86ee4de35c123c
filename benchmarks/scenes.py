"""What is done in the real command and in the bare apps; each returns its measures by name.

Times are in ms from just before the start or from the key; a measure that could not be taken
is left out.
"""

from __future__ import annotations

import re
import statistics
import time
from typing import TYPE_CHECKING

from benchmarks import processes
from benchmarks.talks import LONG_BEGINS, LONG_TITLE
from benchmarks.terminal import QUIET
from benchmarks.world import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from benchmarks.terminal import Program
    from benchmarks.world import World

Measures = dict[str, float]
HUMAN_SECONDS = 0.06
IDLE_SECONDS = 2.0
SEARCH_QUIET = TALK_QUIET = 0.3  # what is read from the vault comes later than the key itself
TODAY = "Said aloud"  # a line of the brief, which is read last of Today
LONGEST_LIST = 30
WORDS = ("evening", "kitch", "money", "sa")

# The keys of the tab Talks, and what stands there once they are dealt with.
TALKS_TAB, TALK_OPENED = "4", f"{LONG_TITLE} ·(?s:.*)“{LONG_BEGINS}”"
TO_TABLE, FIRST_TURN_LIT = "tab", f"“{LONG_BEGINS}”\\?"  # in the question its gap invites
TO_CELL, TO_FIELD, FIELD_OPEN = ("down", "down"), "enter", r"what was said\?"
ALONG_TURNS = ALONG_TALKS = ("down", "down", "down", "up")
OTHER_TALK = f"(?s)\\A(?!.*{LONG_BEGINS}).*who  said"

# The keys of the tab Measures, and what stands there: PHQ-9 from paper is these, and enter.
MEASURES_TAB, FROM_PAPER, PAPER = "6", "i", "112111110"
MEASURES_OPENED, PAPER_OPENED, KEPT = "PHQ-9 ", "from paper", "Kept"
BACKSPACE, CLEARED, END = "\x7f", "\x15", "\x1b[F"


# The keys of the tab Focus, and what stands there.
FOCUS_TAB, FOCUS_OPENED = "7", "What it could be about(?s:.*)Speaks for it"
FORMULATED, ENDING_LIT = "Formulation v1", "Its time is still to come"
ENDING_OPENED = "(?s)\\A(?!.*Halfway look).*What changed"


# The keys of an evening in one's own vault: a minute; its first question answered; and there and
# back between the first two.
REVIEW, HOW_LONG, MINUTE, MOOD = "s", "How much do you have", "1", "6"
FIRST_ASKED, NEXT_ASKED, ON_AND_BACK = "How are you right now", "One word", ("\t", "\x1b[Z")

# The real command.


def opening(world: World) -> Measures:
    """From the start over the unlock screen to Today, idle there, and quit."""
    with world.real(home=world.small) as program:
        found = {"painted": _since_start(program, "passphrase")}
        found["usable"] = _unlock(program, TODAY)
        found |= _resident(program, "derived")
        processes.forget_peak(program.pid)
        _visit(program)
        found |= _idle(program) | _resident(program, "resident")
        found["quit"] = program.quit()
    return found


def demo(world: World) -> Measures:
    """The demo, which derives no key."""
    with world.real("demo") as program:
        found = {"painted": _since_start(program, "throw-away")}
        found["usable"] = _since_start(program, TODAY)
        program.rest(0.3)
        _press(program, "2", "you")
        found |= _resident(program, "resident")
        program.quit()
    return found


def walking(world: World) -> Measures:
    """Around the circle, down the card, down the list form, and a burst of keys."""
    with world.real("demo") as program:
        program.wait(TODAY)
        _press(program, "2", "you")
        found = _keys(program, ("right", "down", "left", "up"), world.times, "circle")
        found["burst"] = program.burst(
            [key for key in ("right", "down", "left", "up") for _ in range(15)]
        )
        _press(program, "v", "")
        found |= _keys(program, ("j", "j", "j", "k"), world.times, "list")
        _press(program, "v", "you")
        _press(program, "tab", "")
        found |= _keys(program, ("j", "j", "j", "k"), world.times, "card")
        program.quit()
    return found


def tabs(world: World) -> Measures:
    """From tab to tab."""
    with world.real("demo") as program:
        program.wait(TODAY)
        _press(program, "2", "you")
        _press(program, "1", "Clients")
        found = _keys(program, ("2", "1"), world.times, "tab")
        program.quit()
    return found


def typing(world: World) -> Measures:
    """A sentence into the field of a question."""
    with world.real("demo") as program:
        program.wait(TODAY)
        _press(program, "2", "you")
        _press(program, "tab", "")
        _press(program, "e", "shall we call")
        program.rest(0.5)
        found = _keys(program, "a word and another ", world.times * 2, "letter")
        program.quit()
    return found


def note(world: World) -> Measures:
    """A sentence into the note of a session, 3,000 words long, while lines of it wait."""
    with world.real(home=world.copy(world.in_session)) as program:
        _since_start(program, "passphrase")
        _unlock(program, "Clients")
        _press(program, "s", "to tidy")
        program.rest(0.5)
        found = _keys(program, "a word and another ", world.times * 2, "letter")
        program.wait("a word and")  # else what was typed went elsewhere
        program.quit()
    return found


def begin_in_big(world: World) -> Measures:
    """The next session of somebody among hundreds."""
    return _begin(world, world.big_before_session)


def begin_in_small(world: World) -> Measures:
    """The same session where there is hardly anybody else."""
    return _begin(world, world.before_session)


def _begin(world: World, home: Path) -> Measures:
    """Unlock, s, and type: two keys after the passphrase; then end it, so that another is next."""
    with world.real(home=home) as program:
        _since_start(program, "passphrase")
        found = {"usable": _unlock(program, "Clients")}
        found["begun"] = _press(program, "s", "0 of 50 min")
        found["typing"] = found["usable"] + found["begun"] + _press(program, "x", "(?m)^ x ")
        for key in ("\x1b", "s"):
            program.pause(0.3)
            program.write(key)
        program.wait("The session has ended")
        _press(program, "1", "Clients")  # where it is left is where it opens
        program.quit()
    return found


def timeline(world: World) -> Measures:
    """Along the entries of the course, from zoom to zoom, and down the list."""
    with world.real("demo") as program:
        program.wait(TODAY)
        return _timeline(program, world)


def timeline_long(world: World) -> Measures:
    """The same where one client has thousands of entries."""
    with world.real("R001", home=world.long) as program:
        _since_start(program, "passphrase")
        _unlock(program, "you")
        processes.forget_peak(program.pid)  # the derivation's own 128 MiB
        return _timeline(program, world)


def _timeline(program: Program, world: World) -> Measures:
    program.rest(0.5)
    found = {"first": _press(program, "3", "MONTH")}
    found |= _keys(program, ("left", "left", "right"), world.times, "entry")
    found |= _keys(program, ("-", "+"), max(8, world.times // 2), "zoom")
    _press(program, "v", "")
    found |= _keys(program, ("k", "k", "j"), world.times, "row")
    found |= _resident(program, "resident")
    program.quit()
    return found


def talk(world: World) -> Measures:
    """The talk of 200 turns: along its table, and a sentence into one of its cells."""
    with world.real("K7", home=world.copy(world.small)) as program:
        _since_start(program, "passphrase")
        _unlock(program, "you")
        found = {"first": _press(program, TALKS_TAB, TALK_OPENED)}
        _press(program, TO_TABLE, FIRST_TURN_LIT)
        found |= _keys(program, ALONG_TURNS, world.times, "turn")
        for key in TO_CELL:
            _press(program, key, "")
        _press(program, TO_FIELD, FIELD_OPEN)
        program.rest(0.5)
        found |= _keys(program, "a word and another ", world.times * 2, "letter")
        program.wait("a word and")  # else what was typed went elsewhere
        program.quit()
    return found


def measures(world: World) -> Measures:
    """Measures with 400 responses: opened, down the list, and PHQ-9 keyed in from paper."""
    with world.real("R001", home=world.copy(world.long)) as program:
        _since_start(program, "passphrase")
        _unlock(program, "you")
        program.rest(0.5)
        found = {"first": _press(program, MEASURES_TAB, MEASURES_OPENED)}
        found |= _keys(program, ("j", "k"), world.times, "row")
        found["paper"] = _press(program, FROM_PAPER, PAPER_OPENED)
        typed = (*PAPER, *BACKSPACE * len(PAPER))
        found |= _keys(program, typed, world.times * 2, "digit")
        for key in (CLEARED, *PAPER):
            _press(program, key, "")
        found["kept"] = _press(program, "enter", KEPT)
        program.quit()
    return found


def focus(world: World) -> Measures:
    """Up the workbench, down the formulation and a tick in it, and the page of the ending."""
    with world.real("K7", home=world.copy(world.small)) as program:
        _since_start(program, "passphrase")
        _unlock(program, "you")
        program.rest(0.5)
        found = {"first": _press(program, FOCUS_TAB, FOCUS_OPENED)}
        for key in ("home", "tab", END):
            _press(program, key, "")
        found |= _keys(program, "kkkj", world.times, "workbench")
        _press(program, "tab", "")
        _down_to(program, FORMULATED)
        _press(program, "tab", "")
        found |= _keys(program, "jjjk", world.times, "formulation")
        _press(program, END, "")
        found |= _keys(program, " ", world.times, "tick", SEARCH_QUIET)
        _press(program, "tab", "")
        _down_to(program, ENDING_LIT)
        found["ending"] = _press(program, "enter", ENDING_OPENED)
        program.quit()
    return found


def evening(world: World) -> Measures:
    """From the start to the first question answered, and from question to question."""
    with world.real(home=world.copy(world.own)) as program:
        found = {"painted": _since_start(program, "passphrase")}
        usable = _unlock(program, FIRST_ASKED)
        asked = _press(program, REVIEW, HOW_LONG) + _press(program, MINUTE, "1 worst")
        _press(program, MOOD, "")
        answered = _press(program, "enter", NEXT_ASKED)
        found |= {"asked": asked, "answered": found["painted"] + usable + asked + answered}
        found |= _keys(program, ON_AND_BACK, world.times, "question")
        program.quit()
    return found


def search(world: World) -> Measures:
    """Words letter by letter."""
    with world.real("demo") as program:
        program.wait(TODAY)
        return _search(program, world)


def picture(world: World) -> Measures:
    """The circle's picture drawn anew, with nine people and with thirty."""
    found: Measures = {}
    for people in (9, 30):
        with world.picture(people) as program:
            program.wait("ready")
            found |= _keys(program, "x", world.times, f"of_{people}")
            program.quit()
    return found


def in_big(world: World) -> Measures:
    """The course among hundreds: to Today, to its circle, and straight there."""
    return _in(world, world.big)


def in_small(world: World) -> Measures:
    """The same course alone."""
    return _in(world, world.small)


def clients_big(world: World) -> Measures:
    """Along the clients of the big vault, then words letter by letter over all of it."""
    with world.real(home=world.big) as program:
        _since_start(program, "passphrase")
        _unlock(program, "Clients")
        processes.forget_peak(program.pid)
        found = _keys(program, "jjjk", world.times, "clients")
        found |= _search(program, world)
    return found


# The bare apps.


def empty(world: World) -> Measures:
    """The empty app, from its start to its end."""
    with world.floor("empty") as program:
        found = {"painted": _since_start(program, "ready")}
        found |= _keys(program, "x", world.times, "key")
        found["burst"] = program.burst("x" * 60)
        found |= _idle(program) | _resident(program, "resident")
        found["quit"] = program.quit()
    return found


def empty_and_derivation(world: World) -> Measures:
    """The empty app, and the key derivation by itself."""
    return {"derivation": world.derivation()} | empty(world)


def bare_tabs(world: World) -> Measures:
    """The bare switcher."""
    with world.floor("tabs") as program:
        program.wait("ready")
        found = _keys(program, "21", world.times, "tab")
        program.quit()
    return found


def bare_text(world: World) -> Measures:
    """The bare field."""
    with world.floor("text") as program:
        program.wait("ready")
        found = _keys(program, "a word and another ", world.times * 2, "letter")
        program.quit()
    return found


# What they share.


def _since_start(program: Program, pattern: str) -> float:
    return _ms(program.wait(pattern).first, program.started)


def _unlock(program: Program, pattern: str) -> float:
    """Type the passphrase as a person does; return ms from enter to the pattern."""
    for letter in PASSPHRASE:
        program.write(letter)
        program.pause(HUMAN_SECONDS)
    program.rest()
    begun = _now(program, "enter")
    found = _ms(program.wait(pattern, 0.4).first, begun)
    program.rest(0.5)
    return found


def _press(program: Program, key: str, pattern: str) -> float:
    """Press a key; return ms until the pattern stands there."""
    begun = _now(program, key)
    return _ms(program.wait(pattern, 0.3).first, begun)


def _down_to(program: Program, pattern: str) -> None:
    """Go down a list until the pattern stands beside it."""
    for _ in range(LONGEST_LIST):
        if re.search(pattern, program.text):
            break
        _press(program, "j", "")
    program.wait(pattern)


def _now(program: Program, key: str) -> float:
    begun = time.perf_counter()
    program.write(key)
    return begun


def _ms(moment: float | None, since: float) -> float:
    return ((moment or since) - since) * 1000


def _keys(
    program: Program, keys: Sequence[str], times: int, name: str, quiet: float = QUIET
) -> Measures:
    """Press the keys in turn; return the median and the 95th of a hundred, changed and settled."""
    program.rest()
    pressed = [program.key(keys[n % len(keys)], quiet) for n in range(times)]
    return _spread([one for one in pressed if one], name)


def _spread(pressed: Iterable[tuple[float, float]], name: str) -> Measures:
    changed, settled = zip(*pressed, strict=True)
    return {
        f"{name}_p50": statistics.median(changed),
        f"{name}_p95": percentile(changed, 0.95),
        f"{name}_settled_p50": statistics.median(settled),
        f"{name}_settled_p95": percentile(settled, 0.95),
    }


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value under which `share` of the values lie."""
    return sorted(values)[round(share * (len(values) - 1))]


def _search(program: Program, world: World) -> Measures:
    _press(program, "/", "Beginnings")
    program.rest(0.5)
    pressed = []
    for word in WORDS[: max(1, world.times // 10)]:
        pressed += [program.key(letter, SEARCH_QUIET) for letter in word]
        program.write("\x15")
        program.rest(0.5)
    found = _spread([one for one in pressed if one], "search")
    found |= _resident(program, "resident")
    program.quit()
    return found


def _in(world: World, home: Path) -> Measures:
    found: Measures = {}
    with world.real("K7", home=home) as program:
        _since_start(program, "passphrase")
        found["straight"] = _unlock(program, "you")
        _press(program, "1", "Clients")
        program.quit()
    with world.real(home=home) as program:
        _since_start(program, "passphrase")
        found["today"] = _unlock(program, TODAY)
        found["circle"] = _press(program, "2", "you ")
        _press(program, "1", "Clients")
        found["timeline"] = _press(program, "3", "MONTH")
        _press(program, "1", "Clients")
        program.rest(0.3)
        processes.forget_peak(program.pid)
        _visit(program)
        found |= _resident(program, "resident")
        found["talks"] = _press(program, TALKS_TAB, TALK_OPENED)
        found |= _keys(program, ALONG_TALKS, world.times, "talk", TALK_QUIET)
        program.wait(OTHER_TALK)
        _press(program, "home", TALK_OPENED)  # where it is left is where it opens
        _press(program, "1", "Clients")
        program.rest(0.3)
        found["focus"] = _press(program, FOCUS_TAB, FOCUS_OPENED)
        _press(program, "1", "Clients")
        program.quit()
    return found


def _visit(program: Program) -> None:
    """Look at both tabs, and rest at Today."""
    _press(program, "2", "you")
    _press(program, "1", "Clients")
    program.rest(0.5)


def _idle(program: Program) -> Measures:
    before = processes.processor_ms(program.pid)
    program.pause(IDLE_SECONDS)
    after = processes.processor_ms(program.pid)
    if before is None or after is None:
        return {}
    return {"idle": (after - before) / IDLE_SECONDS}


def _resident(program: Program, name: str) -> Measures:
    peak = processes.peak_mib(program.pid)
    return {} if peak is None else {name: peak}
