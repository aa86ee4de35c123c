"""One talk in words: its heading, each turn, and what came of looking at it.

All of it is made from the `Talk` alone, and only what is there is said.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import listed, plural
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.difficulties import style_words
from ipt_tui.ipt.people import Met
from ipt_tui.ipt.rehearsal_words import alone_lines, sure_words
from ipt_tui.ipt.safe_to_say import DANGER, danger_word
from ipt_tui.ipt.talk import speaker_words, them_words, with_words
from ipt_tui.ipt.talk_phrases import (
    POINT,
    UNDATED,
    VEILED,
    got_across_words,
    moods_words,
    obstacle_words,
    on_one_line,
    quoted,
    subject_words,
    when_words,
)
from ipt_tui.ipt.talk_vocabulary import ME, Channel, Done

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.talk import AlternativeLine, AttemptLine, Round, Talk, TurnLine, WishNews

_MET = {Met.YES: "met", Met.PARTLY: "partly met", Met.NO: "not met"}


# Its heading.


def head(talk: Talk, audience: Audience) -> str:
    """Return when, where, about what and with whom a talk was, the moods, and whether it is safe.

    A veiled one is its place in time and no more.
    """
    line = talk.line
    when = when_words(line, talk.today)
    if line.veiled:
        return f"{when}{POINT}{VEILED}"
    moods = moods_words(talk)
    parts = [
        ", ".join(filter(None, [when, talk.text("place"), _channel(talk), subject_words(line)])),
        _people(talk, audience),
        f"mood {moods}" if moods else "",
        _safe(talk),
    ]
    return on_one_line(POINT.join(filter(None, parts)))


def _channel(talk: Talk) -> str:
    """Return how they talked, where it was not the usual way."""
    channel = talk.text("channel")
    return "" if Channel.read(channel) is Channel.IN_PERSON else Channel.say(channel)


def _people(talk: Talk, audience: Audience) -> str:
    whom = with_words(talk.line)
    parts = [f"{audience.pick(talk.code, 'you')} with {whom}"] if whom else []
    if talk.others:
        parts.append(f"{listed([who.name or 'someone' for who in talk.others])} there too")
    return ", ".join(parts)


def _safe(talk: Talk) -> str:
    safe, day = talk.text("safe"), talk.text("safe_on")
    answer = danger_word(safe) or safe
    on = short(date.fromisoformat(day), talk.today) if day else ""
    return ", ".join(filter(None, [f"{DANGER}: {answer}", on])) if answer else ""


# One turn.


def turn_words(turn: TurnLine, talk: Talk, audience: Audience) -> str:
    """Return a turn as one line: who, what was said, and what was meant and felt, or guessed.

    Such as `K7: “Do what you want.” (meant: please ask me; felt: hurt 7)`.
    """
    aside = "; ".join(_beneath(turn))
    told = " ".join(filter(None, [quoted(turn.said), f"({aside})" if aside else ""]))
    return on_one_line(f"{speaker_words(turn, talk, audience)}: {told or 'nothing told yet'}")


def _beneath(turn: TurnLine) -> Iterator[str]:
    """Yield what is told of a turn beyond the words."""
    if turn.tone:
        yield f"tone: {turn.tone}"
    if turn.body:
        yield f"body: {turn.body}"
    if turn.is_mine:
        if turn.meant:
            yield f"meant: {turn.meant}"
        if turn.felt or turn.strength is not None:
            strength = "" if turn.strength is None else f" {turn.strength}"
            yield f"felt: {turn.felt}{strength}" if turn.felt else f"felt:{strength} of 10"
        return
    guessed = ", ".join(filter(None, [turn.guessed_meant, turn.guessed_felt]))
    if guessed:
        yield f"guessed: {guessed}"
    if guessed or turn.asked:
        yield {"yes": "asked", "no": "not asked", "": "not asked"}.get(turn.asked, turn.asked)


# What came of looking at it.


def gist(talk: Talk, audience: Audience) -> list[tuple[str, str]]:
    """Return what stands below the turns of a talk, as pairs of label and text.

    The label of the one line that asks is "". What is kept several times has a pair each, and
    each its label. Texts are as they were written; they may have several lines.
    """
    pairs = [
        ("hoped for", talk.text("hoped")),
        ("needed", talk.text("need")),
        ("came of it", talk.text("result")),
        ("", got_across_words(talk)),
        ("in the way", obstacle_words(one.code for one in talk.difficulties)),
        ("their side", talk.text("their_side")),
        ("style", style_words(talk.text("style"), audience)),
        *(("could say", _could_say(line, talk)) for line in talk.alternatives),
        ("decided", _decided(talk)),
        ("rehearsed", rehearsed_words(talk)),
        *(("alone", _alone(each, talk, audience)) for each in talk.rounds if each.alone),
        *(("tried", _tried(attempt, talk, audience)) for attempt in talk.attempts),
        *(news_words(news, talk.today) for news in talk.news),
    ]
    return [(label, text) for label, text in pairs if text]


def rehearsed_words(talk: Talk) -> str:
    """Return "2 rounds, sure 4 → 7, 10 Nov", "" where nothing was rehearsed.

    How sure one was is as noted of the talk, else as before the first and after the last round.
    """
    parts = [plural(len(talk.rounds), "round")] if talk.rounds else []
    sure = [(each.sure_before, each.sure_after) for each in talk.rounds]
    before = talk.text("sure_before") or next((str(n) for n, _ in sure if n is not None), "")
    last = next((str(n) for _, n in reversed(sure) if n is not None), "")
    after = talk.text("sure_after") or last
    if before and after:
        parts.append(f"sure {before} → {after}")
    elif before or after:
        parts.append(f"sure {before} before" if before else f"sure {after} after")
    days = sorted({each.day for each in talk.rounds})
    if days:
        ends = dict.fromkeys(short(day, talk.today) for day in (days[0], days[-1]))
        parts.append(" to ".join(ends))
    return ", ".join(parts)


def _alone(each: Round, talk: Talk, audience: Audience) -> str:
    """Return "23 Nov, sure 3 → 6 · the kitchen · me: “Could we?” · Sam: “Since when?”"."""
    told = alone_lines(each, audience.pick(talk.code, ME), them_words(talk.line))
    head = ", sure ".join(filter(None, (short(each.day, talk.today), sure_words(each))))
    lines = [f"{who}: {quoted(words)}" for who, words in told]
    return POINT.join(filter(None, [head, each.situation, *lines]))


def tried_words(attempt: AttemptLine, today: date) -> str:
    """Return "12 Nov, part: Tuesdays yes, flat not yet": when, whether it was done, what of it.

    What was said or done stands before what came of it; without either, what the event is called.
    """
    day = short(attempt.day, today) if attempt.day else UNDATED
    lead = ", ".join(filter(None, [day, Done.say(attempt.done)]))
    told = POINT.join(filter(None, [attempt.what, attempt.happened])) or attempt.title
    return f"{lead}: {told}" if told else lead


def _tried(attempt: AttemptLine, talk: Talk, audience: Audience) -> str:
    """Return the same with how it left both."""
    left = [
        (audience.pick(talk.code, ME), attempt.left_me),
        (them_words(talk.line), attempt.left_them),
    ]
    told = [f"left {whom}: {how}" for whom, how in left if how]
    return POINT.join([tried_words(attempt, talk.today), *told])


def _could_say(alternative: AlternativeLine, talk: Talk) -> str:
    turn = talk.turn(alternative.turn)
    aside = [
        f"instead of {quoted(turn.said)}" if turn and turn.said else "",
        f"why: {alternative.why}" if alternative.why else "",
        f"risk: {alternative.risk}" if alternative.risk else "",
    ]
    told = "; ".join(filter(None, aside))
    return quoted(alternative.line) + (f" ({told})" if told else "")


def _decided(talk: Talk) -> str:
    if not talk.options:
        return ""
    chosen = next((option.text for option in talk.options if option.chosen), "not yet")
    return f"{chosen} ({plural(len(talk.options), 'option')} looked at)"


def news_words(news: WishNews, today: date) -> tuple[str, str]:
    """Return what a talk changed for a wish: that it was said aloud, or whether it was met."""
    met = Met.read(news.met)
    words = _MET.get(met, f"met: {news.met}") if met else ""
    text = ", ".join(filter(None, [news.text, words, short(news.day, today)]))
    if news.said:
        return "said aloud", text
    return "a wish", text if words else ""
