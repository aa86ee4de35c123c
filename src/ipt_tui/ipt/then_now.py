"""Then and now: two talks with one person side by side, each in the same words.

What is different stands there to be seen; nothing here says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.difficulties import short
from ipt_tui.ipt.talk_phrases import (
    VEILED,
    moods_words,
    obstacle_words,
    on_one_line,
    quoted,
    subject_words,
    when_words,
)
from ipt_tui.ipt.talk_vocabulary import Across
from ipt_tui.ipt.talk_words import tried_words

if TYPE_CHECKING:
    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.talk import Talk

NOT_NAMED = "nothing named"
NOT_TOLD = "not told"
ONE_VEILED = "One of these talks is sensitive, so they are not compared."


def then_now(then: Talk, now: Talk, audience: Audience) -> list[tuple[str, str, str]]:
    """Return rows of label, then and now, only those in which one of the two has something.

    A text is on one line. A veiled talk has its day alone.
    """
    earlier, later = _told(then), _told(now)
    me = audience.pick(now.code, "I")
    labels = (
        "when", "about", f"{me} began", f"{me} went on", "hoped for", "in the way", "got across",
        "asked", "mood", "could say", "tried",
    )  # fmt: skip
    rows = zip(labels, map(on_one_line, earlier), map(on_one_line, later), strict=True)
    return [row for row in rows if row[1] or row[2]]


def then_now_sentence(then: Talk, now: Talk, audience: Audience) -> str:
    """Return what is told of both in short sentences, "" where neither tells anything.

    Such as "In the way then: hinted, went quiet. Now: nothing named."
    """
    if then.line.veiled or now.line.veiled:
        return ONE_VEILED
    in_the_way = audience.pick("In the way", "What got in the way")
    parts = [
        _side_by_side(in_the_way, _obstacles(then), _obstacles(now), NOT_NAMED),
        _side_by_side("Got across", _got_across(then), _got_across(now), NOT_TOLD),
        _side_by_side("Mood", _moods(then), _moods(now), NOT_TOLD),
    ]
    return on_one_line(" ".join(parts))


def _side_by_side(lead: str, then: str, now: str, neither: str) -> str:
    """Return "Mood then: 5 → 2. Now: not told.", "" where neither is told."""
    return f"{lead} then: {then or neither}. Now: {now or neither}." if then or now else ""


def _told(talk: Talk) -> tuple[str, ...]:
    """Return the cells of one talk, in the order of the rows."""
    line, veiled = talk.line, talk.line.veiled
    mine = (quoted(turn.said) for turn in talk.turns if turn.is_mine and turn.said)
    return (
        when_words(line, talk.today, day_only=veiled),
        VEILED if veiled else subject_words(line),
        next(mine, ""),
        " ".join(mine),
        talk.text("hoped"),
        obstacle_words(one.code for one in talk.difficulties),
        _got_across(talk),
        Across.say(talk.text("checked")),
        _moods(talk),
        "; ".join(quoted(alternative.line) for alternative in talk.alternatives),
        "; ".join(tried_words(attempt, talk.today) for attempt in talk.attempts),
    )


def _obstacles(talk: Talk) -> str:
    return ", ".join(short(one.code) for one in talk.difficulties)


def _got_across(talk: Talk) -> str:
    return Across.say(talk.text("got_across"))


def _moods(talk: Talk) -> str:
    """Return "5 → 2", or the one that is there."""
    if talk.mood_before is not None and talk.mood_after is not None:
        return f"{talk.mood_before} → {talk.mood_after}"
    return moods_words(talk)
