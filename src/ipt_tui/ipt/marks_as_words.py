"""Notes as they leave: their capture marks as words, all else exactly as it was typed.

Made from what `capture.parse` read in the text, so no mark is understood here in a way of its own.
Lines for this hour only are left out. Whoever may not be named is first put back as typed by
`capture_words.shown`.
"""

import re
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from ipt_tui.ipt import moments
from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.capture_names import takes_a_name
from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.ipt.categories import label
from ipt_tui.ipt.dates import say, short
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.talk_phrases import quoted
from ipt_tui.ipt.talk_vocabulary import ME

_HAPPENED = (Mark.MOOD, Mark.EVENT, Mark.TALK, Mark.SYMPTOM, Mark.TREATMENT)
"""What has been, so that its date can be told; anything else stays in the words that were typed."""
_PAUSES = tuple(".,;:!?…–—-")


def as_words(text: str, pieces: Sequence[Captured], today: date, *, me: str = ME) -> str:
    """Return a text with its marks as words, without the lines that were for this hour only.

    `~7 calm since sunday` is "mood 7, calm, since Sunday 15 Nov".

    Args:
        text: The note as it was typed.
        pieces: What `capture.parse` made of exactly this text.
        today: Dates of its year are told without the year.
        me: How the client is called in the lines of a talk.
    """
    by_line = {number: tuple(line) for number, line in groupby(pieces, lambda piece: piece.line)}
    return "\n".join(
        _line(text, by_line[number], today, me) if number in by_line else line
        for number, line in enumerate(text.split("\n"))
        if not any(piece.mark is Mark.THIS_HOUR for piece in by_line.get(number, ()))
    )


def _line(text: str, pieces: tuple[Captured, ...], today: date, me: str) -> str:
    """Return one line; what was typed between its marks stands where it stood."""
    line = pieces[0].words
    marked = [piece for piece in pieces if not _is_inside(text, piece)]
    if all(piece.mark is Mark.TEXT for piece in marked):
        lead = f"{Mark.QUOTE.label}: " if _is_quote(line, pieces) else ""
        return lead + "".join(_typed(text, piece) for piece in marked)
    parts: list[str] = []
    was_typed = is_dated = False
    for piece in marked:
        if piece.mark is Mark.TEXT:
            parts, was_typed = [_typed(text, piece)], True
        elif piece.mark is Mark.FOCUS and was_typed:  # in mid-line it is a word of the sentence
            parts[-1] += _area(text, piece)
        else:
            when = "" if is_dated else _when(piece, today)
            parts.append(", ".join(filter(None, [_piece(text, piece, me), when])))
            was_typed, is_dated = False, is_dated or bool(when)
    indent = "" if marked[0].mark is Mark.TEXT else line[: len(line) - len(line.lstrip())]
    return indent + _joined(parts)


def _joined(parts: Sequence[str]) -> str:
    said = parts[0]
    for part in parts[1:]:
        said = said.rstrip()
        said += f" {part}" if said.endswith(_PAUSES) else f"; {part}"
    return said


def _is_inside(text: str, piece: Captured) -> bool:
    """Whether a piece is told with another: a quote, the word before "focus #dispute"."""
    if piece.mark is Mark.FOCUS:
        return not _area(text, piece).strip()
    return piece.mark is Mark.QUOTE


def _is_quote(line: str, pieces: Sequence[Captured]) -> bool:
    """Whether a line is the client's own words and nothing else."""
    quotes = [piece for piece in pieces if piece.mark is Mark.QUOTE]
    return len(quotes) == 1 and quotes[0].stop - quotes[0].start == len(line.strip())


def _typed(text: str, piece: Captured) -> str:
    """Return a piece as it was typed, with names for its mentions."""
    said, at = text[piece.start : piece.stop], 0
    for who in piece.names:
        words = r"\s+".join(map(re.escape, who.typed.split()))
        found = re.compile(rf'(?<!\S)@(?:"\s*{words}\s*"|{words})').search(said, at)
        if words and found:
            said = said[: found.start()] + _name(who) + said[found.end() :]
            at = found.start() + len(_name(who))
    return said


def _area(text: str, piece: Captured) -> str:
    """Return a focus as it was typed: "#dispute with @Sam" and "focus dispute" without the mark."""
    typed = _typed(text, piece)
    return typed.removeprefix("#") if typed.startswith("#") else typed[piece.lead :].lstrip("#")


def _piece(text: str, piece: Captured, me: str) -> str:
    """Return what a marked piece says, without its date."""
    if piece.mark is Mark.TURN:
        speaker = me if piece.speaker == ME else piece.speaker
        return f"{speaker}: {quoted(piece.text)}"
    if piece.mark is Mark.MOOD:
        return _mood(piece)
    if piece.mark is Mark.FOCUS:
        return _labelled(piece.mark.label, _area(text, piece).strip())
    if piece.mark not in _HAPPENED:
        return _labelled(piece.mark.label, _typed(text, piece)[piece.lead :].strip())
    beside = [_name(who) for who in piece.names if not _stands_in(_name(who), piece.text)]
    if piece.mark is Mark.TALK:
        return _labelled(f"talk with {listed(beside)}" if beside else "talk", piece.text)
    about = f" ({label(piece.category)})" if piece.category else ""
    told = ", ".join(filter(None, [piece.text, *beside]))
    return _labelled(f"{piece.mark.label}{about}", told)


def _labelled(word: str, told: str) -> str:
    return f"{word}: {told}" if told else word


def _mood(piece: Captured) -> str:
    """Return "mood 3, hurt by Sam, tired": a name stands after the words that lead to it."""
    names = [_name(who) for who in piece.names]
    feelings = [
        f"{feeling} {names.pop(0)}" if names and takes_a_name(feeling) else feeling
        for feeling in piece.feelings
    ]
    beside = f"with {listed(names)}" if names else ""
    return ", ".join(filter(None, [f"mood {piece.value}", *feelings, piece.text, beside]))


def _name(who: Mentioned) -> str:
    return who.name or who.typed


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _when(piece: Captured, today: date) -> str:
    """Return the date of what has been, "" where none was said.

    One that is no day may have been meant otherwise, so what was typed stands before it.
    """
    if piece.since is not None:
        return f"since {piece.since:%A} {short(piece.since, today)}"
    if piece.when is None or piece.mark not in _HAPPENED:
        return ""
    if piece.moment is not None:
        return moments.words(piece.moment, today)
    said, words = say(piece.when, today), piece.when.words
    return words if folded(said) in folded(words) else f"{words} ({said})"
