"""One thing that was agreed to practise, and what came of it, in words."""

from dataclasses import dataclass

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.practice import PAUSED, Practice, Tried
from ipt_tui.ipt.talk_vocabulary import Done

_OWN = {Done.YES: "you did it", Done.PART: "you did a part of it", Done.NO: "not this time"}
"""To the one who tried: what was not done is no failing."""


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """A practice: what was agreed, whether it was done, and what happened.

    `done` is a stored word of `Done`, "" where it was not looked at. `paused` is whether it was
    paused, which is told to nobody but the practitioner.
    """

    what: str
    done: str = ""
    told: str = ""
    paused: bool = False


_WENT = {Tried.FULL: "done", Tried.PART: "a part of it", Tried.NO: "not now"}
"""To the one who tries: all three weigh the same."""


def own_done(kept: str) -> str:
    """Return how it went, to the one who tried; a word that is not known as it stands."""
    return next((words for each, words in _WENT.items() if each == kept), kept)


def line_of(practice: Practice) -> PracticeLine:
    """Return what is told of a practice in one line: done in full is done."""
    done = Done.YES.value if practice.done == Tried.FULL else practice.done
    return PracticeLine(practice.what, done, practice.happened)


def practice_words(practice: PracticeLine, audience: Audience = Audience.PRACTITIONER) -> str:
    """Return "ask Sam for Tuesdays: part, “Tuesdays yes, flat not yet”", as far as it is known."""
    if practice.paused and audience is Audience.PRACTITIONER:
        return f"{practice.what}: {PAUSED}"
    done = Done.say(practice.done)
    if audience is Audience.CLIENT:
        done = next((words for kept, words in _OWN.items() if kept == practice.done), done)
    told = f"“{practice.told}”" if practice.told else ""
    came = ", ".join(filter(None, [done, told]))
    return f"{practice.what}: {came}" if came else practice.what
