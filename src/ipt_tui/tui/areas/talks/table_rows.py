"""A talk as rows: what was said in a table, and below it what came of looking at it.

The key of a row is the question it opens; a row of the table has one for each of its columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.concern import SET_ASIDE
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.difficulties import find, style_words
from ipt_tui.ipt.difficulties import short as short_of
from ipt_tui.ipt.safe_to_say import danger_word
from ipt_tui.ipt.talk import speaker_words
from ipt_tui.ipt.talk_gap import gap
from ipt_tui.ipt.talk_phrases import got_across_words, obstacle_words, quoted
from ipt_tui.ipt.talk_questions import questions
from ipt_tui.ipt.talk_said import feeling_typed
from ipt_tui.ipt.talk_vocabulary import Channel, Stage, Style
from ipt_tui.ipt.talk_words import news_words, rehearsed_words, tried_words
from ipt_tui.ipt.text import one_line
from ipt_tui.tui.areas.talks.keys import NEW_LINE, NEW_TRY, NEW_TURN
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.talk import AlternativeLine, AttemptLine, Talk, TurnLine

LABEL = 15
FOLD, DECIDE, REHEARSE = "fold", "decide", "rehearse"
VEILED = "A sensitive talk. enter shows it."
_SIGN, _FELT, _ROOM = 2, 13, 100
_MOST = 8
"""So many lines of a turn are shown; the whole of it stands in the field when it is opened."""
_UNDER_FOLD = (
    "head:people", "head:when", "head:about", "head:place", "head:channel", "head:others",
    "head:lead_up", "head:mood_before", "after:mood_after", "after:need", "after:their_side",
    "after:style", "end:note", "end:sensitive",
)  # fmt: skip


_OF_THE_TIMELINE = ("head:mood_before", "after:mood_after")
"""What stands on the timeline once it is told, and is changed there."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a talk is to be shown.

    `width` is that of the room in cells; `bodily` unfolds tone and body, `unfolded` the rest;
    `script` is the form of one question at a time, in which the table is a script.
    """

    audience: Audience
    width: int
    bodily: bool = False
    unfolded: bool = False
    script: bool = False


def talk_sheet(talk: Talk, look: Look) -> tuple[Row, ...]:
    """Return the rows of a talk; of a veiled one nothing but that it is."""
    if talk.line.veiled:
        return (Row("veil", (Cell(VEILED, "muted"),), wraps=True),)
    rows = [*_note(talk)]
    rows += _script(talk, look) if look.script else _table(talk, look)
    rows += [Row(None), *_after(talk), *_grown(talk), *_more(talk, look)]
    return tuple(rows)


def _note(talk: Talk) -> Iterator[Row]:
    """Yield the note a talk began with; of a new one it is what there is, or could be."""
    if talk.text("note") or talk.line.stage is Stage.NEW:
        yield _told("note", "note", talk.text("note"), opens="end:note")
        yield Row(None)


# What was said.


@dataclass(frozen=True, slots=True)
class _Widths:
    who: int
    meant: int
    guessed: int
    bodily: int
    meaning: bool

    @classmethod
    def of(cls, talk: Talk, look: Look) -> _Widths:
        longest = max((len(speaker_words(t, talk, look.audience)) for t in talk.turns), default=4)
        who, wide = min(12, max(5, longest + 1)), look.width >= _ROOM
        rest = look.width - _SIGN - who - _FELT
        guessed = max(14, rest // 4)
        meant = max(12, (rest - guessed) * 2 // 5)
        bodily = max(12, rest // 5) if wide else max(14, look.width // 4)
        if look.bodily and wide:
            meant = max(12, (rest - guessed - 2 * bodily) * 2 // 5)
        return cls(who, meant, guessed, bodily, wide or not look.bodily)


def _table(talk: Talk, look: Look) -> list[Row]:
    widths = _Widths.of(talk, look)
    rows = [_table_head(talk, look, widths)] if talk.turns else []
    rows += [_turn(turn, talk, look, widths) for turn in talk.turns]
    words = "what was said next" if talk.turns else "what was said, turn by turn: enter begins"
    rows.append(Row(NEW_TURN, (Cell("", "", _SIGN), Cell(words, "muted"))))
    return rows


def _table_head(talk: Talk, look: Look, widths: _Widths) -> Row:
    guess = look.audience.pick(f"{talk.code} guessed", "guessed")
    cells = [Cell("", "", _SIGN), Cell("who", "label", widths.who), Cell("said", "label")]
    if look.bodily:
        cells += [Cell("tone", "label", widths.bodily), Cell("body", "label", widths.bodily)]
    if widths.meaning:
        cells += [
            Cell("meant", "label", widths.meant),
            Cell("felt", "label", _FELT),
            Cell(guess, "label", widths.guessed),
        ]
    return Row(None, tuple(cells))


def _turn(turn: TurnLine, talk: Talk, look: Look, widths: _Widths) -> Row:
    who = speaker_words(turn, talk, look.audience)
    cells = [
        Cell("?" if gap(turn) else "", "warn", _SIGN),
        Cell(one_line(who, widths.who - 1), "strong", widths.who, name="who"),
        Cell(quoted(turn.said) or "·", "" if turn.said else "muted", wraps=True, name="said"),
    ]
    if look.bodily:
        cells += [
            Cell(getattr(turn, name) or "·", "muted", widths.bodily, wraps=True, name=name)
            for name in ("tone", "body")
        ]
    if widths.meaning:
        meant, felt, guessed = _meaning(turn)
        mine = turn.is_mine
        cells += [
            Cell(
                meant,
                "" if turn.meant else "muted",
                widths.meant,
                wraps=True,
                name="meant" if mine else "",
            ),
            Cell(felt, "", _FELT, wraps=True, name="felt" if mine else ""),
            Cell(guessed, "muted", widths.guessed, wraps=True, name="" if mine else "guessed"),
        ]
    return Row(f"turn:{turn.uid}", tuple(cells), wraps=True, most=_MOST)


def _meaning(turn: TurnLine) -> tuple[str, str, str]:
    """Return what stands in the columns meant, felt and guessed."""
    if turn.is_mine:
        return turn.meant or "·", feeling_typed(turn.felt, turn.strength) or "·", ""
    felt = f"{turn.guessed_felt}?" if turn.guessed_felt else ""
    asked = {"yes": "asked", "no": "not asked"}.get(turn.asked, "")
    if (turn.guessed_meant or felt) and not asked:
        asked = "not asked"
    return "", "", " · ".join(filter(None, [turn.guessed_meant, felt, asked])) or "·"


def _script(talk: Talk, look: Look) -> list[Row]:
    """Return what was said as one reads a play, with what was behind it below each line."""
    rows = []
    for turn in talk.turns:
        who = speaker_words(turn, talk, look.audience)
        said = Cell(quoted(turn.said) or "·")
        rows.append(
            Row(f"turn:{turn.uid}:said", (Cell(who, "strong", LABEL), said), wraps=True, most=_MOST)
        )
        meant, felt, guessed = _meaning(turn)
        behind = [text for text in (meant, felt, guessed) if text not in ("", "·")]
        if behind:
            key = f"turn:{turn.uid}:{'meant' if turn.is_mine else 'guessed'}"
            rows.append(
                Row(key, (Cell("", "", LABEL), Cell(" · ".join(behind), "muted")), wraps=True)
            )
    words = "what was said next" if talk.turns else "what was said, turn by turn: enter begins"
    rows.append(Row(NEW_TURN, (Cell("", "", LABEL), Cell(words, "muted"))))
    return rows


# What came of looking at it.


def _after(talk: Talk) -> Iterator[Row]:
    yield _told("after:hoped", "hoped for", talk.text("hoped"))
    yield _told("after:result", "came of it", talk.text("result"))
    if across := got_across_words(talk):
        yield Row("after:got_across", (Cell(across),), wraps=True)
    else:
        yield _told("after:got_across", "got across", "")
    yield _told("after:way", "in the way", obstacle_words(d.code for d in talk.difficulties))
    for mark in talk.difficulties:
        known, turn = find(mark.code), talk.turn(mark.turn)
        at = f" (turn {turn.number})" if turn else ""
        cue = known.cue if known else ""
        words = f"{short_of(mark.code)}{at}: {cue}".rstrip(": ")
        yield _beneath(f"way:{mark.code}", words)


def _grown(talk: Talk) -> Iterator[Row]:
    if not talk.may_practise:
        words = (
            f"{danger_word(talk.text('safe')) or talk.text('safe')}, so nothing is practised here"
        )
        label, words = ("lines", SET_ASIDE) if talk.set_aside else ("danger", words)
        yield _told("safe", label, words)
    for number, line in enumerate(talk.alternatives):
        yield from _line(line, talk, "" if number else "could say")
    if not talk.alternatives and talk.may_practise:
        yield _told(NEW_LINE, "could say", "")
    chosen = next((option.text for option in talk.options if option.chosen), "")
    looked = f"{len(talk.options)} looked at, none chosen yet" if talk.options else ""
    yield _told(DECIDE, "decided", chosen or looked)
    rehearsed = rehearsed_words(talk)
    if rehearsed or talk.may_practise:
        yield _told(REHEARSE, "rehearsed", rehearsed)
    for number, attempt in enumerate(talk.attempts):
        yield from _attempt(attempt, talk, "" if number else "tried")
    if not talk.attempts:
        yield _told(NEW_TRY, "tried", "")
    before = ""
    for number, news in enumerate(talk.news):
        label, words = news_words(news, talk.today)
        if words:
            opens = f"wish:{news.expectation}:{'said' if news.said is not None else 'met'}"
            yield _told(f"news:{number}", "" if label == before else label, words, opens=opens)
            before = label


def _line(line: AlternativeLine, talk: Talk, label: str) -> Iterator[Row]:
    turn = talk.turn(line.turn)
    place = f" (for turn {turn.number})" if turn else ""
    yield _told(f"say:{line.uid}:line", label, f"{line.line}{place}")
    for name in ("why", "risk", "style"):
        if text := getattr(line, name):
            words = Style.say(text) if name == "style" else text
            yield _beneath(f"say:{line.uid}:{name}", f"{name}: {words}")


def _attempt(attempt: AttemptLine, talk: Talk, label: str) -> Iterator[Row]:
    yield _told(f"tried:{attempt.uid}:done", label, tried_words(attempt, talk.today))
    for name, words in (("left_me", "left me"), ("left_them", "left them")):
        if text := getattr(attempt, name):
            yield _beneath(f"tried:{attempt.uid}:{name}", f"{words}: {text}")


def _beneath(key: str, words: str) -> Row:
    return Row(key, (Cell("", "", LABEL), Cell(words, "muted")), wraps=True)


def _told(key: str | None, label: str, text: str, *, opens: str = "") -> Row:
    cells = (Cell(label, "label", LABEL), Cell(text or "·", "" if text else "muted"))
    return Row(key, cells, wraps=True, opens=opens)


def _more(talk: Talk, look: Look) -> list[Row]:
    """Return what is told of when and where, under a fold that names what stands there."""
    told = [(key, questions()[key].label, text) for key, text in _under_fold(talk, look.audience)]
    there = [label for _, label, text in told if text]
    sign = "▾" if look.unfolded else "▸"
    words = f"{sign} more" + (f": {', '.join(there)}" if there and not look.unfolded else "")
    rows = [Row(None), Row(FOLD, (Cell(words, "accent"),), wraps=True)]
    if look.unfolded:
        rows += [
            _told(None if text and key in _OF_THE_TIMELINE else key, f"  {label}", text)
            for key, label, text in told
        ]
    return rows


def _under_fold(talk: Talk, audience: Audience) -> Iterator[tuple[str, str]]:
    line = talk.line
    special = {
        "head:people": ", ".join(person.name for person in line.people),
        "head:others": ", ".join(person.name for person in talk.others),
        "head:when": "" if line.day is None else short(line.day, talk.today),
        "head:about": line.subject,
        "head:channel": Channel.say(talk.text("channel")),
        "after:style": style_words(talk.text("style"), audience),
        "end:sensitive": "yes" if line.sensitive else "",
        "head:mood_before": "" if talk.mood_before is None else str(talk.mood_before),
        "after:mood_after": "" if talk.mood_after is None else str(talk.mood_after),
    }
    for key in _UNDER_FOLD:
        yield key, special.get(key, talk.text(key.partition(":")[2]))
