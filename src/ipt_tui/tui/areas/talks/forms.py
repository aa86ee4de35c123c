"""The other forms of a talk as rows: the decision, the script to rehearse, across, then and now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipt_tui.ipt.across import across
from ipt_tui.ipt.across_grid import grid
from ipt_tui.ipt.across_words import across_sentences
from ipt_tui.ipt.concern import SET_ASIDE
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.safe_to_say import NOT_HERE
from ipt_tui.ipt.talk import speaker_words, them_words, with_words
from ipt_tui.ipt.talk_phrases import day_words, obstacle_words, quoted
from ipt_tui.ipt.talk_vocabulary import Across as GotAcross
from ipt_tui.ipt.talk_vocabulary import Done, Safe
from ipt_tui.ipt.talk_words import rehearsed_words
from ipt_tui.ipt.then_now import then_now, then_now_sentence
from ipt_tui.tui.areas.rehearsed_rows import alone_rows
from ipt_tui.tui.areas.talks.keys import NEW_LINE, NEW_OPTION, ROLES, SURE_BEFORE
from ipt_tui.tui.areas.talks.table_rows import LABEL
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.ipt.across import Across
    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.talk import OptionLine, Round, Talk, Talks, TurnLine

OFFER = "offer:"
OFFERED = ("say nothing for now", "ask somebody for help with it")
"""Doing nothing and getting help are options of every decision, offered until they stand."""
SPOKEN = "spoken:"
"""How the rows of the script begin that only say it: the cursor walks through them."""
SIDE_LABEL = 16
_SHORT = 11
ANOTHER = ", . another talk with them    b or esc back"
_ASPECTS = (
    ("pros", "for it"), ("cons", "against it"), ("likely", "likely answer"),
    ("on_me", "for me"), ("on_us", "for us"),
)  # fmt: skip


# The decision.


def decision_rows(talk: Talk) -> tuple[Row, ...]:
    """Return the options of a decision, each with what speaks for and against it."""
    rows = [Row(None, (Cell(f"What could be done?   {talk.line.subject}", "heading"),), wraps=True)]
    for option in talk.options:
        rows += [Row(None), *_option(option)]
    rows.append(Row(None))
    standing = {option.text.casefold() for option in talk.options}
    rows += [
        Row(f"{OFFER}{words}", (Cell("  + ", "muted", 5), Cell(words, "muted")))
        for words in OFFERED
        if words.casefold() not in standing
    ]
    rows.append(Row(NEW_OPTION, (Cell("  + ", "accent", 5), Cell("another option", "accent"))))
    if len(talk.options) < 2:
        words = "A decision needs at least two; doing nothing is one, getting help is another."
        rows += [Row(None), Row(None, (Cell(words, "muted"),), wraps=True)]
    elif not any(option.chosen for option in talk.options):
        rows += [
            Row(None),
            Row(None, (Cell("space chooses the option under the cursor.", "muted"),)),
        ]
    return tuple(rows)


def _option(option: OptionLine) -> Iterator[Row]:
    sign = "✓ " if option.chosen else "  "
    words = f"{option.text}   (chosen)" if option.chosen else option.text
    yield Row(
        f"option:{option.uid}:text", (Cell(sign, "accent", 3), Cell(words, "strong")), wraps=True
    )
    for name, label in _ASPECTS:
        if text := getattr(option, name):
            cells = (Cell("", "", 3), Cell(label, "label", LABEL + 2), Cell(text))
            yield Row(f"option:{option.uid}:{name}", cells, wraps=True)
    told = []
    indent = Cell("", "", 3)
    if option.feasible is not None:
        told.append(f"doable {option.feasible} of 10")
    if option.safe:
        told.append(f"safe: {Safe.say(option.safe)}")
    if told:
        yield Row(f"option:{option.uid}:feasible", (indent, Cell(" · ".join(told), "muted")))
    missing = [label for name, label in _ASPECTS[:3] if not getattr(option, name)]
    if missing:
        open_ = Cell(f"not looked at yet: {', '.join(missing)}", "muted")
        yield Row(f"option:{option.uid}:{_first_missing(option)}", (indent, open_), wraps=True)


def _first_missing(option: OptionLine) -> str:
    return next(name for name, _ in _ASPECTS if not getattr(option, name))


# The script.


def script_rows(talk: Talk, audience: Audience, width: int) -> tuple[Row, ...]:
    """Return the talk as it could go, in two columns: the client's lines, and the other's."""
    if not talk.may_practise:
        words = SET_ASIDE if talk.set_aside else NOT_HERE
        return (Row("safe", (Cell(words, "strong"),), wraps=True),)
    me, them = audience.pick(talk.code, "me"), them_words(talk.line)
    half = max(20, width // 2)
    rows = [Row(None, (Cell(me, "heading", half), Cell(them, "heading"))), Row(None)]
    spoken: list[Row] = []
    placed = {line.turn: line for line in talk.alternatives if line.turn}
    said = True
    for turn in talk.turns:
        new = placed.get(turn.uid)
        if new is not None or said:
            spoken.append(_speech(turn, new.line if new else "", talk, audience, half))
        said = said and new is None  # once something else is said, what came then is not to come
    for line in talk.alternatives:
        if not line.turn:
            cells = (Cell(f"“{line.line}”", "strong", half - 1, wraps=True), Cell(" "))
            spoken.append(Row(None, cells, wraps=True))
    chosen = next((option for option in talk.options if option.chosen), None)
    likely = chosen.likely if chosen else ""
    if talk.alternatives:
        words = f"likely: {likely}" if likely else f"and {them}?"
        cells = (Cell("", "", half), Cell(words, "muted", wraps=True))
        spoken.append(Row(None, cells, wraps=True))
    rows += [replace(row, key=f"{SPOKEN}{number}") for number, row in enumerate(spoken)]
    rows += [Row(None), *_rounds(talk, audience)]
    return tuple(rows)


def _speech(turn: TurnLine, new: str, talk: Talk, audience: Audience, half: int) -> Row:
    if turn.is_mine:
        words, role = (f"“{new}”", "strong") if new else (quoted(turn.said), "muted")
        return Row(None, (Cell(words, role, half - 1, wraps=True), Cell(" ")), wraps=True, most=6)
    third = "" if turn.speaker == "them" else f"{speaker_words(turn, talk, audience)}: "
    return Row(
        None,
        (Cell("", "", half), Cell(f"{third}{quoted(turn.said)}", wraps=True)),
        wraps=True,
        most=6,
    )


def has_line(talk: Talk) -> bool:
    """Whether there is something to rehearse: a line, or an option that was chosen."""
    return bool(talk.alternatives) or any(option.chosen for option in talk.options)


def _rounds(talk: Talk, audience: Audience) -> Iterator[Row]:
    if not has_line(talk) and not talk.rounds:
        words = "There is no line to rehearse yet; enter writes one."
        yield Row(NEW_LINE, (Cell(words, "accent"),), wraps=True)
        return
    for number, each in enumerate(talk.rounds, 1):
        yield from _round(number, each, talk, audience)
    if not talk.rounds:
        yield Row(
            SURE_BEFORE, (Cell("enter begins: how sure, then a round, and another", "accent"),)
        )
        return
    yield Row(None)
    yield Row(None, (Cell(rehearsed_words(talk), "label"),), wraps=True)
    yield Row(ROLES, (Cell("enter: one more round", "accent"),))


def _round(number: int, each: Round, talk: Talk, audience: Audience) -> Iterator[Row]:
    me, them = audience.pick(talk.code, "me"), them_words(talk.line)
    if each.alone:
        yield from alone_rows(each, me, them, talk.today)
        return
    who = f"{me} as {them}, roles reversed" if each.reversed else f"{me} as {me}"
    worst = " · worst answer tried" if each.worst_case else ""
    head = f"round {number}, {short(each.day, talk.today)}: {who}{worst}"
    yield Row(f"round:{each.uid}:line", (Cell(head, "label"),), wraps=True)
    if each.line:
        cells = (Cell("", "", 3), Cell(f"“{each.line}”"))
        opens = f"round:{each.uid}:line"
        yield Row(f"round:{each.uid}:words", cells, wraps=True, opens=opens)
    if each.changed:
        yield Row(
            f"round:{each.uid}:changed",
            (Cell("", "", 3), Cell(f"different: {each.changed}", "muted")),
            wraps=True,
        )


# Across, and then and now.


def across_rows(talks: Talks, audience: Audience, width: int) -> tuple[Row, ...]:
    """Return what recurs: the picture, and the sentences made of the same value."""
    whole = across(talks)
    with_ = f" with {talks.person.name or 'someone'}" if talks.person else ""
    rows = [Row(None, (Cell(f"Across talks{with_}", "heading"),)), Row(None)]
    rows += [Row(None, (Cell(line),)) for line in grid(whole, max(20, width - 1))]
    rows += [Row(None), *_table(whole, width), Row(None)]
    rows += [
        Row(f"across:{number}", (Cell(sentence),), wraps=True)
        for number, sentence in enumerate(across_sentences(whole, audience))
    ]
    return tuple(rows)


def _table(whole: Across, width: int) -> Iterator[Row]:
    """Yield a line a talk, the newest first: with whom, what got in the way, what came of it."""
    way = max(16, (width - 3 * _SHORT) // 2)
    heads = (("", _SHORT), ("with", _SHORT), ("in the way", way), ("got across", _SHORT))
    yield Row(None, (*(Cell(word, "label", room) for word, room in heads), Cell("tried", "label")))
    for line in reversed(whole.lines):
        tried = " · ".join(Done.say(attempt.done) or "tried" for attempt in line.tried)
        yield Row(
            None,
            (
                Cell(day_words(line, whole.today), "label", _SHORT),
                Cell(with_words(line), "", _SHORT),
                Cell(obstacle_words(line.difficulties) or "·", "", way, wraps=True),
                Cell(GotAcross.say(line.got_across) or "·", "", _SHORT),
                Cell(tried or "·"),
            ),
            wraps=True,
        )


def then_now_rows(then: Talk, now: Talk, audience: Audience, width: int) -> tuple[Row, ...]:
    """Return two talks side by side, and what is different in words."""
    half = max(16, (width - SIDE_LABEL - 1) // 2)
    head = (Cell("", "", SIDE_LABEL), Cell("then", "heading", half), Cell("now", "heading"))
    rows = [Row(None, head), Row(None)]
    rows += [
        Row(
            f"side:{number}",
            (
                Cell(label, "label", SIDE_LABEL),
                Cell(before or "·", "", half, wraps=True),
                Cell(after or "·"),
            ),
            wraps=True,
        )
        for number, (label, before, after) in enumerate(then_now(then, now, audience))
    ]
    if sentence := then_now_sentence(then, now, audience):
        rows += [Row(None), Row("side:sentence", (Cell(sentence),), wraps=True)]
    rows += [Row(None), Row(None, (Cell(ANOTHER, "muted"),))]
    return tuple(rows)
