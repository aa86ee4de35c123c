"""Capture: what a person typed in a hurry, read by its marks. It never fails.

What is not understood stays text, and the words typed always stay beside what is made of them.
The marks, and what looks like one and is none, are said in `docs/capture.md`.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime, time

from ipt_tui.ipt.capture_dates import Reader, Said
from ipt_tui.ipt.capture_marks import QUOTE, Segment, segments
from ipt_tui.ipt.capture_names import Named, Names, without, written_out
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.categories import find as find_category
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.ipt.talk_said import spoken

FEELING_WORDS = 4
"""More words than that between commas are no feeling but a note."""
_CATEGORY = re.compile(r"\s*(?P<word>[^\W\d_][\w -]{0,30}?):\s+(?=\S)")
_ME = ("me", "i")
_SPELLS = (Mark.SYMPTOM, Mark.TREATMENT)
_HAPPENED = (Mark.EVENT, Mark.TALK)
_WITH = ("", "with", "and", "&")
_ABOUT = re.compile(r"[\s,.:;–-]*(?:about\b\s*)?", re.IGNORECASE)


def parse(
    text: str,
    today: date,
    names: Collection[str] = (),
    scale: Scale = USUAL,
    *,
    southern: bool = False,
    day_starts_at: time = DAY_STARTS_AT,
    now: datetime | None = None,
    anchors: Mapping[str, str] | None = None,
    in_talk: bool = False,
    lines: dict[str, list[Captured]] | None = None,
) -> tuple[Captured, ...]:
    """Return the pieces of a text, line by line; an empty line gives none.

    Args:
        text: Anything at all.
        today: The day that is being lived.
        names: The people who are known, by their names.
        scale: The scale moods are given on.
        southern: Whether seasons are those of the southern hemisphere.
        day_starts_at: Before this a time belongs to the night of the day before.
        now: The aware present, so that a mere time is the last one there was.
        anchors: Dates as EDTF by the titles people may date by ("around the move").
        in_talk: Whether the text goes on where a talk was, so that it may begin with its turns.
        lines: What was read of lines before, filled here; only for the same other arguments.
    """
    dates = Reader(today, southern=southern, day_starts_at=day_starts_at, now=now, anchors=anchors)
    reading = _Reading(dates, names, scale)
    before = {} if lines is None else lines
    pieces: list[Captured] = []
    at = 0
    new: list[str] = []
    talking: set[str] = set()
    for number, line in enumerate(text.split("\n")):
        turn = reading.turn(line, new) if in_talk or talking else None
        if turn is not None and not in_talk and turn.speaker not in talking:
            turn = None
        found = [turn] if turn else before.get(line) or before.setdefault(line, reading.line(line))
        if any(piece.mark is Mark.TALK for piece in found):
            new = [name.typed for piece in found for name in piece.names if name.is_new]
            in_talk, talking = True, {"me", *_named(found)}
        else:
            in_talk = turn is not None or (in_talk and _is_aside(found))
            talking |= {turn.speaker} if turn is not None and talking else set()
        pieces += [
            replace(p, line=number, words=line, start=p.start + at, stop=p.stop + at)
            for p in found
        ]  # fmt: skip
        at += len(line) + 1
    return tuple(pieces)


class _Reading:
    """Reads lines with what is known."""

    def __init__(self, dates: Reader, names: Collection[str], scale: Scale) -> None:
        self._dates, self._names, self._scale = dates, Names(names), scale

    def turn(self, line: str, new: Collection[str] = ()) -> Captured | None:
        """Return the turn of a talk that a line is, None if it is none.

        Its speaker is known, or one of those whom the talk names for the first time.
        """
        who, said, _ = spoken(line, close=True) or ("", "", "")
        known = self._names.find(who).name or Names(new).find(who).name
        known = known or self._names.nearest(who) or Names(new).nearest(who)
        speaker = "me" if folded(who) in _ME else known
        if not speaker or not said:
            return None
        return Captured(Mark.TURN, 0, line, said, speaker=speaker, stop=len(line))

    def line(self, line: str) -> list[Captured]:
        """Return the pieces of one line; a date said anywhere in it holds for all of them."""
        if not line.strip():
            return []
        parts = segments(line, self._scale)
        said: Said | None = None
        pieces = []
        for part in parts:
            piece, found = self._piece(line, part, said is None)
            said = said or found
            pieces += piece
        if said is not None:
            pieces = [self._dated(piece, said) for piece in pieces]
        if any(piece.mark in _SPELLS and piece.when is None for piece in pieces):
            return [Captured(Mark.TEXT, 0, line, line.strip(), stop=len(line))]
        return pieces

    def _piece(
        self, line: str, part: Segment, may_date: bool
    ) -> tuple[list[Captured], Said | None]:
        body, said, category = line[part.body : part.stop], None, ""
        if part.mark is Mark.EVENT:
            category, body = _category(body)
        if may_date and part.mark is not Mark.THIS_HOUR:
            body, said = self._said(body, part.mark)
        named = [] if part.mark is Mark.THIS_HOUR else self._names.mentions(body)
        piece = Captured(
            part.mark,
            0,
            line,
            value=part.value,
            area=part.area,
            names=tuple(each.who for each in named),
            start=part.start,
            stop=part.stop,
            lead=part.body - part.start,
        )
        if part.mark is Mark.MOOD:
            return [_felt(piece, body, named)], said
        if part.mark is Mark.EVENT:
            return [_happened(piece, body, category, self._names)], said
        if part.mark is Mark.TALK:
            return [replace(piece, text=_subject(body, named, self._names))], said
        if part.mark is Mark.TEXT:
            text = replace(piece, text=body.strip())
            return [text, *_quotes(text, line)], said
        return [replace(piece, text=written_out(body, named))], said

    def _said(self, body: str, mark: Mark) -> tuple[str, Said | None]:
        """Return the body of a piece without the date it says, and that date."""
        body, said = self._date(body, after_mark=mark is not Mark.TEXT)
        lead = _whom(body, self._names.mentions(body)) if mark is Mark.TALK else 0
        if said is None and lead:
            named = _is_about(self._dates.at_start(body[lead:].lstrip()))
            rest, said = self._date(body[lead:], after_mark=not named)
            body = body if said is None else f"{body[:lead]} {rest}"
        if said is None and mark in (Mark.MOOD, *_HAPPENED):
            span = mark in _HAPPENED
            said, body = self._dates.at_end(body.rstrip(), span=span) or (None, body)
        return body, said

    def _date(self, body: str, *, after_mark: bool) -> tuple[str, Said | None]:
        """Return a body without the date it says, and that date."""
        lead = len(body) - len(body.lstrip())
        if after_mark and (found := self._dates.at_start(body[lead:])):
            return found[1].lstrip(" ,:"), found[0]
        if within := self._dates.within(body):
            said, before, after = within
            return f"{before} {after.lstrip()}".strip(), said
        return body, None

    def _dated(self, piece: Captured, said: Said) -> Captured:
        when, moment = said
        if piece.mark is Mark.MOOD and when.ongoing:
            return replace(piece, since=when.first)
        if piece.mark is Mark.MOOD and moment is not None and moment.day > self._dates.today:
            moment = None  # nobody knows yet
        return replace(piece, when=when, moment=moment)


def _felt(piece: Captured, body: str, named: list[Named]) -> Captured:
    """Return a mood with the feelings that stand after its number; the rest is its text."""
    quoted = QUOTE.search(body)
    plain = without(body, named) if quoted is None else without(body[: quoted.start()], named)
    parts = [part.strip(" .;·-–") for part in plain.split(",")]
    feelings = [part for part in parts if part and len(part.split()) <= FEELING_WORDS]
    rest = [part for part in parts if len(part.split()) > FEELING_WORDS]
    if quoted is not None:
        rest.append(body[quoted.start() :].strip())
    return replace(piece, feelings=tuple(feelings), text=", ".join(rest))


def _category(body: str) -> tuple[str, str]:
    """Return the category that stands before a colon, "" if none does, and the text after it."""
    match = _CATEGORY.match(body)
    found = find_category(match["word"]) if match else None
    return (found.id, body[match.end() :]) if match and found else ("", body)


def _happened(piece: Captured, body: str, category: str, names: Names) -> Captured:
    """Return an event with its title; its category may also stand after the date."""
    if not category:
        category, body = _category(body)
    title = written_out(body, names.mentions(body)) or " ".join(body.split())
    return replace(piece, text=title, category=category)


def _whom(body: str, named: list[Named]) -> int:
    """Return where in a talk's body those it was with end who are named first, 0 for none."""
    at = 0
    for each in named:
        joined = body[at : each.start].strip(" ,").lower() in _WITH
        if not joined or body.startswith(("'", "’"), each.stop):
            break
        at = each.stop
    return at


def _is_about(found: tuple[Said, str] | None) -> bool:
    """Whether a date after those it was with is what a talk was about: a month, a season alone."""
    return found is not None and found[0][0].words.isalpha() and not found[0][0].exact


def _subject(body: str, named: list[Named], names: Names) -> str:
    """Return what a talk was about: without those it was with, where they are named first."""
    at = _whom(body, named)
    rest = body[at:]
    if at and (lead := _ABOUT.match(rest)):
        rest = rest[lead.end() :]
    return written_out(rest, names.mentions(rest))


def _named(found: Collection[Captured]) -> set[str]:
    """Return whom a line names; they may go on with its talk also after other lines."""
    return {name.name or name.typed for piece in found for name in piece.names}


def _is_aside(found: Collection[Captured]) -> bool:
    """Whether a line is for this hour only, or empty: it does not end a talk."""
    return all(piece.mark is Mark.THIS_HOUR for piece in found)


def _quotes(piece: Captured, line: str) -> list[Captured]:
    """Return the client's own words that stand in a text."""
    return [
        Captured(
            Mark.QUOTE, 0, line, match["said"] or match["curly"],
            start=piece.start + match.start(), stop=piece.start + match.end(),
        )
        for match in QUOTE.finditer(line[piece.start : piece.stop])
    ]  # fmt: skip
