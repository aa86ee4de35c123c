"""What a captured line will become, in plain words, while it is typed."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from ipt_tui.ipt import feelings, moments
from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.ipt.categories import label
from ipt_tui.ipt.dates import say
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.scales import USUAL, Scale, number_of
from ipt_tui.ipt.talk_vocabulary import ME

KEPT = "kept as you wrote it"
NOW = "now"
UNSAID = "several people"
THIS_HOUR = "for this hour only: not kept"
TITLE, SHORT_TITLE = 60, 24
_SPELLS = (Mark.SYMPTOM, Mark.TREATMENT)
_OFF_SCALE = re.compile(r"(?<!\S)~(?P<value>[-−]?[0-9]{1,4})(?![\w%]|[.,][0-9]|\s+[a-z]*s\b)")
_NO_NUMBER = re.compile(r"(?<!\S)~(?P<typed>[^\W\d_]\S*|[0-9]+[.,][0-9]\S*)")
_NO_EVENT = re.compile(r"\s!(?P<typed>[^\W\d_][\w'’-]*)")
_DATE = re.compile(
    r"(?<!\S)(?:(?:on|since|from|until)\s+(?P<said>[0-9][\w-]*(?:\s+[a-z]{3,9})?)"
    r"|(?P<iso>!?[0-9]{4}-[0-9]{2}-[0-9]{2}))(?!\S)",
    re.IGNORECASE,
)
_TYPED = re.compile(r"(?<!\S)@(?P<name>[^\W\d_][\w'’ -]*)$")
_FEELING = re.compile(r"(?<!\S)~[-−]?[0-9]{1,3}\s+(?:[^@!#]*[,;]\s*)?(?P<word>[^\W\d_][\w' -]*)$")


def preview(pieces: Sequence[Captured], today: date, scale: Scale = USUAL) -> str:
    """Return one line that says what will be kept of what was typed."""
    said = []
    for _, group in groupby(pieces, key=lambda piece: piece.line):
        line = tuple(group)
        unsure = [name for piece in line for name in piece.names if name.is_open]
        if unsure:
            return _open(unsure[0])
        said.append(_line(line, today, scale))
    return "   ".join(filter(None, said))


def shown(pieces: Sequence[Captured], offered: Collection[str]) -> tuple[Captured, ...]:
    """Return pieces in which nobody is named who may not be shown: they stand as typed."""
    return tuple(
        replace(
            piece,
            names=tuple(_named(name, offered) for name in piece.names),
            speaker=_spoken(piece, offered),
        )
        for piece in pieces
    )


def _spoken(piece: Captured, offered: Collection[str]) -> str:
    """Return who speaks, as typed where they may not be shown."""
    may_be = piece.mark is not Mark.TURN or piece.speaker == ME or piece.speaker in offered
    return piece.speaker if may_be else piece.words.partition(":")[0].strip()


def _named(name: Mentioned, offered: Collection[str]) -> Mentioned:
    could_be = tuple(known for known in name.could_be if known in offered)
    if name.is_open:
        return replace(name, could_be=could_be or (UNSAID,))
    return name if not name.name or name.name in offered else replace(name, name=name.typed)


def complete(text: str, cursor: int, names: Collection[str]) -> str | None:
    """Return the text up to the cursor with what is being typed finished, if it can be.

    That is an @name, or after a mood a word of the list of feelings. Of several that fit it is
    the first; None where nothing is being typed or nothing fits.
    """
    before = text[:cursor]
    if match := _TYPED.search(before):
        fits = _beginning(match["name"], sorted(names))
    elif match := _FEELING.search(before):
        words = (feeling.word for group in feelings.groups() for feeling in group.feelings)
        fits = _beginning(match["word"], words)
    return f"{before[: match.start(1)]}{fits[0]}" if match and fits else None


def _beginning(typed: str, words: Iterable[str]) -> list[str]:
    """Return what begins as typed, then what has a later word that does."""
    wanted = folded(typed)
    known = [word for word in words if folded(word) != wanted]
    fits = [word for word in known if folded(word).startswith(wanted)]
    return fits + [w for w in known if any(p.startswith(wanted) for p in folded(w).split())]


def _open(name: Mentioned) -> str:
    could = listed(list(name.could_be)).replace(" and ", " or ")
    return f"@{name.typed} could be {could}; type a little more of the name"


def _line(line: tuple[Captured, ...], today: date, scale: Scale) -> str:
    if all(piece.mark is Mark.THIS_HOUR for piece in line):
        return THIS_HOUR
    if line[0].mark is Mark.TURN:
        return f"{line[0].speaker}: {_short(line[0].text)}"
    everyone = list(dict.fromkeys(n.name or n.typed for p in line for n in p.names))
    parts = [words for piece in line if (words := _piece(piece, scale, everyone))]
    told = " + ".join(parts) or KEPT
    dated = next((piece for piece in line if piece.when or piece.since), None)
    when = _when(dated, today) if dated else NOW if parts else ""
    names = list(dict.fromkeys(n.name for p in line for n in p.names if n.name))
    new = list({folded(n.typed): n.typed for p in line for n in p.names if n.is_new}.values())
    if parts and names and not any(piece.mark is Mark.TALK for piece in line):
        told += f" · with {listed(names)}"
    told += f" · {when}" if when else ""
    if new:
        verb = "is" if len(new) == 1 else "are"
        told += f" · {listed(new)} {verb} new: beside the circle"
    return " · ".join([told, *_not_understood(line, scale)])


def in_short(line: Sequence[Captured], today: date, scale: Scale, undated: str) -> str:
    """Return what a line becomes where there is little room: what, with whom, when; then the rest.

    `undated` says when that was which happened and has no date of its own.
    """
    unsure = [name for piece in line for name in piece.names if name.is_open]
    if unsure:
        return _open(unsure[0])
    everyone = list(dict.fromkeys(n.name or n.typed for p in line for n in p.names))
    what = []
    for piece in line:
        mood = piece.mark is Mark.MOOD
        brief = replace(piece, text=_short(piece.text, SHORT_TITLE))
        what.append(f"mood {piece.value}" if mood else _piece(brief, scale, everyone))
    marks = {piece.mark for piece in line}
    whom = f"with {listed(everyone)}" if everyone and Mark.TALK not in marks else ""
    dated = next((piece for piece in line if piece.when or piece.since), None)
    when = undated if marks & {Mark.EVENT, Mark.TALK} else NOW
    if dated is not None:
        since = dated.since
        when = f"since {since.day} {since:%b}" if since else _when(dated, today)
    feelings = ", ".join(feeling for piece in line for feeling in piece.feelings)
    told = (" + ".join(filter(None, what)), whom, when, feelings)
    return " · ".join([*filter(None, told), *_not_understood(tuple(line), scale)])


def _piece(piece: Captured, scale: Scale, everyone: list[str]) -> str:
    if piece.mark is Mark.MOOD:
        words = f"mood {piece.value} of {scale.high} ({scale.words})"
        if piece.since is not None:
            words += f" since {piece.since.day} {piece.since:%b}"
        return f"{words} · {', '.join(piece.feelings)}" if piece.feelings else words
    if piece.mark is Mark.EVENT:
        about = f" ({label(piece.category)})" if piece.category else ""
        return f"event “{_short(piece.text)}”{about}"
    if piece.mark is Mark.TALK:
        words = f"talk with {listed(everyone)}" if everyone else "talk"
        return f"{words}: {_short(piece.text)}" if piece.text else words
    if piece.mark in _SPELLS:
        return f"{piece.mark.label} “{_short(piece.text)}”"
    if piece.mark in (Mark.TEXT, Mark.QUOTE):
        return ""
    return Mark.CONCERN.label if piece.mark is Mark.CONCERN else f"{piece.mark.label}, {KEPT}"


def _short(text: str, most: int = TITLE) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _when(piece: Captured, today: date) -> str:
    if piece.moment is not None:
        return moments.words(piece.moment, today)
    if piece.mark is Mark.MOOD:
        return NOW
    return say(piece.when, today) if piece.when else ""


def _not_understood(line: tuple[Captured, ...], scale: Scale) -> Iterator[str]:
    """Yield a sentence for what looks like a mood or a date and is none."""
    words = line[0].words
    for match in _OFF_SCALE.finditer(words):
        if not any(p.mark is Mark.MOOD and p.value == number_of(match["value"]) for p in line):
            yield f"~{match['value']} stays text: {scale.refusal}"
    for match in _NO_NUMBER.finditer(words):
        yield f"~{match['typed']} stays text: {scale.refusal}"
    for match in _NO_EVENT.finditer(words):
        yield f"!{match['typed']} stays text: an event stands first, ~{scale.low} after it"
    moods = [piece for piece in line if piece.mark is Mark.MOOD and not piece.since]
    if any(piece.when and not piece.moment for piece in moods):
        yield "a mood is of one day that has been, so it is noted as now"
    if not any(piece.when or piece.since for piece in line):
        for match in _DATE.finditer(words):
            said = (match["said"] or match["iso"]).lstrip("!")
            yield f"“{said}” is no date in the calendar: kept as text"
