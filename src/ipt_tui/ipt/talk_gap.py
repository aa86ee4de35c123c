"""The gap in a talk, seen: what was meant and never said, what was guessed and never asked."""

import re

from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.talk import Talk, TurnLine, them_words
from ipt_tui.ipt.talk_vocabulary import THEM
from ipt_tui.ipt.text import one_line

UNSAID, UNASKED = "unsaid", "unasked"

_QUOTED = 60
_NOT_SAID = re.compile(r"\([^)]*\)?")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ENDING = re.compile(r"(?<=...)(?:ing|ed|es|s|e)$")
_TWICE = re.compile(r"(.)\1$")
_STEM = 5
_SMALL_WORDS = frozenset(
    """
    a about after again all also am an and any are aren as at be because been before being both but
    by can cannot cant could couldn d did didn do does doesn doing don done dont each else ever
    every feel feeling feels felt few for from get gets getting give going gonna got had hadn has
    hasn have haven having he her here hers herself him himself his how i if im in into is isn it
    its itself ive just let like ll m ma made make makes many may maybe me mean meant might
    mightn mine more most much must mustn my myself need needed needn needs nor not now o of off oh
    ok okay on once one only or other our ours ourselves out over own perhaps please put quite
    really re s said same say saying shall shan she should shouldn so some somehow something such t
    than that thats the their theirs them themselves then there these they thing things think this
    those through to too really ve very want wanted wanting wants was wasn we well were weren what
    whatever when where which while who whom why will wish with won wont would wouldn yeah yes you
    your youre yours yourself yourselves
    """.split()
)


def gap(turn: TurnLine) -> str:
    """Return "unsaid", "unasked", or "" for a turn without a gap.

    Unsaid is a turn of one's own that carries no word of what was meant. Unasked is a turn of
    somebody else's about which there is a guess, or which is known not to have been asked about.
    """
    if turn.is_mine:
        meant = _content(turn.meant)
        return UNSAID if meant and not meant & _content(_spoken(turn)) else ""
    if turn.asked == "yes":
        return ""
    return UNASKED if _guesses(turn) or turn.asked == "no" else ""


def question(turn: TurnLine, talk: Talk) -> str:
    """Return the question that a turn with a gap invites, as it is read aloud to the client."""
    found = gap(turn)
    if found == UNSAID:
        return f"What did you hope {them_words(talk.line)} would {_hear(turn)}?"
    if found == UNASKED:
        return _find_out(turn, talk)
    return ""


def widest(talk: Talk) -> TurnLine | None:
    """Return the turn whose question is shown where none is lit, None where no turn has a gap.

    What is unsaid goes before what is unasked, then the strongest feeling, then the order of the
    talk.
    """
    gaps = [(found, turn) for turn in talk.turns if (found := gap(turn))]
    return max(gaps, key=_weight, default=("", None))[1]


def _weight(gap_of: tuple[str, TurnLine | None]) -> tuple[bool, int]:
    found, turn = gap_of
    strength = turn.strength if turn else None
    return found == UNSAID, -1 if strength is None else strength


def _hear(turn: TurnLine) -> str:
    quote = _quoted(turn.said) if _WORD.search(_spoken(turn)) else ""
    return f"hear in {quote}" if quote else "understand without words"


def _find_out(turn: TurnLine, talk: Talk) -> str:
    guesses = _guesses(turn)
    if guesses:
        return f"You guessed {' and '.join(guesses)}. How could you find out?"
    who = them_words(talk.line) if turn.speaker == THEM else turn.speaker
    return f"What do you think {who} meant, and how could you find out?"


def _guesses(turn: TurnLine) -> list[str]:
    """Return what is guessed in quotes, first what was meant, then what was felt."""
    return [guess for guess in map(_quoted, (turn.guessed_meant, turn.guessed_felt)) if guess]


def _quoted(text: str) -> str:
    """Return a text short and in quotes, its last full stop left out; "" for nothing to see."""
    whole = text.rstrip()
    if whole.endswith(".") and not whole.endswith(".."):
        whole = whole[:-1]
    line = one_line(whole, _QUOTED)
    return f"“{line}”" if line else ""


def _spoken(turn: TurnLine) -> str:
    """Return what was said in words: what stands in brackets was done."""
    return _NOT_SAID.sub(" ", folded(turn.said))


def _content(text: str) -> set[str]:
    """Return the stems of the words that say something."""
    words = (word.partition("'")[0] for word in _WORD.findall(folded(text)))
    return {_stem(word) for word in words if word not in _SMALL_WORDS}


def _stem(word: str) -> str:
    """Return the start of a word that "ask" and "asked", "decide" and "decided" have in common."""
    return _TWICE.sub(r"\1", _ENDING.sub("", word))[:_STEM]
