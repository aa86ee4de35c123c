"""Where a captured line has its marks: at its start, after a space, and where they are none."""

import re
from dataclasses import dataclass

from ipt_tui.ipt.areas import in_use
from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.scales import Scale, number_of

QUOTE = re.compile(r'(?<!@)"(?P<said>[^"]+)"|“(?P<curly>[^”]+)”')
"""The client's own words, with the marks they stand in."""
_UNITS = frozenset(
    (
        "am pm h hr hrs hour hours min mins minute minutes s sec secs second seconds day days "
        "week weeks month months year years people persons person times x km m cm mg g kg ml l "
        "miles mile pages page percent pounds euros dollars pct am. pm."
    ).split()
)
_VALUE = r"(?P<value>[-−]?[0-9]{1,3})(?![\w%]|[.,:/-][0-9])(?P<unit>[ ]*[\w%.]*)"
_NUMBER = re.compile(_VALUE)
_MOOD = re.compile(rf"(?<!\S)~{_VALUE}")
_AREA = re.compile(r"(?<!\S)#(?P<word>[^\W\d_][\w-]*)")
_START = (
    (re.compile(r"--(?!-)"), Mark.THIS_HOUR),
    (re.compile(r"!(?:talk|ca)(?!\w)\s*", re.IGNORECASE), Mark.TALK),
    (re.compile(r"!safety(?!\w)\s*", re.IGNORECASE), Mark.SAFETY),
    (re.compile(r"!concern(?!\w)\s*", re.IGNORECASE), Mark.CONCERN),
    (re.compile(r"!(?=[^\s!])"), Mark.EVENT),
    (re.compile(r">(?=[^\W\d_])"), Mark.PRACTICE),
)
_WORDS = re.compile(
    r"(?P<word>mood|event|talk|practice|todo|to do|focus|safety|concern|symptom|treatment)"
    r"(?::\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_LOOKED_AT = re.compile(
    r"practice\s+(?:done|not|never|was|went|worked|partly|half|tried)\b", re.IGNORECASE
)
"""What came of a practice: nothing is agreed by that."""
_BY_WORD = {
    "mood": Mark.MOOD, "event": Mark.EVENT, "talk": Mark.TALK, "practice": Mark.PRACTICE,
    "todo": Mark.TODO, "to do": Mark.TODO, "focus": Mark.FOCUS, "safety": Mark.SAFETY,
    "concern": Mark.CONCERN, "symptom": Mark.SYMPTOM, "treatment": Mark.TREATMENT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """One marked piece of a line: what it is, where it starts, its body, where that stops."""

    mark: Mark
    start: int
    body: int
    stop: int
    value: int | None = None
    area: str = ""


def segments(line: str, scale: Scale) -> list[Segment]:
    """Return the pieces of a line in their order; text before the first mark is one of its own."""
    start = _start(line, scale)
    if start and start[0].mark is Mark.THIS_HOUR:
        return [Segment(Mark.THIS_HOUR, start[0].start, start[0].body, len(line))]
    found = [*start, *_moods(line, scale), *_areas(line)]
    found = sorted({s.start: s for s in reversed(found)}.values(), key=lambda s: s.start)
    if not found or line[: found[0].start].strip():
        found.insert(0, Segment(Mark.TEXT, 0, 0, len(line)))
    stops = [*(s.start for s in found[1:]), len(line)]
    return [
        Segment(s.mark, s.start, s.body, max(stop, s.body), s.value, s.area)
        for s, stop in zip(found, stops, strict=True)
    ]


def _start(line: str, scale: Scale) -> list[Segment]:
    indent = len(line) - len(line.lstrip())
    for pattern, mark in _START:
        if match := pattern.match(line, indent):
            return [Segment(mark, indent, match.end(), 0)]
    match = _WORDS.match(line, indent)
    if match is None or _LOOKED_AT.match(line, indent):
        return []
    mark, body = _BY_WORD[" ".join(match["word"].lower().split())], match.end()
    if mark is Mark.MOOD:
        number = _NUMBER.match(line, body)
        if number is None or not _is_value(number, scale):
            return []
        return [Segment(mark, indent, number.end("value"), 0, number_of(number["value"]))]
    if mark is Mark.FOCUS:
        word = re.match(r"#?(?P<word>[\w-]+)", line[body:])
        area = _area(word["word"]) if word else None
        return [Segment(mark, indent, body, 0, area=area)] if area else []
    return [Segment(mark, indent, body, 0)]


def _moods(line: str, scale: Scale) -> list[Segment]:
    return [
        Segment(Mark.MOOD, match.start(), match.end("value"), 0, number_of(match["value"]))
        for match in _MOOD.finditer(line)
        if _is_value(match, scale)
    ]


def _areas(line: str) -> list[Segment]:
    return [
        Segment(Mark.FOCUS, match.start(), match.end(), 0, area=area)
        for match in _AREA.finditer(line)
        if (area := _area(match["word"]))
    ]


def _area(word: str) -> str | None:
    """Return the problem area that a word stands for, None for any other word."""
    return in_use().by_word.get(folded(word))


def _is_value(match: re.Match[str], scale: Scale) -> bool:
    unit = match["unit"].strip().lower()
    return (
        unit not in _UNITS and not unit.startswith("%") and scale.holds(number_of(match["value"]))
    )
