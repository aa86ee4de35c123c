"""Across talks in words: counts and periods, never a cause.

A sentence is a pure function of `Across`. Under three counted talks it gives the entries and not a
number. A client reads of what was said and tried, never of what was not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt import dates
from ipt_tui.ipt.audience import listed, plural
from ipt_tui.ipt.difficulties import short
from ipt_tui.ipt.talk_phrases import day_words, on_one_line, subject_words
from ipt_tui.ipt.talk_vocabulary import Across as GotAcross
from ipt_tui.ipt.talk_vocabulary import Done
from ipt_tui.ipt.timeline_phrases import titled

if TYPE_CHECKING:
    from ipt_tui.ipt.across import Across
    from ipt_tui.ipt.audience import Audience

FEWEST = 3
"""Under so many counted talks the entries are given instead of a number."""
NAMED = 4
"""So many obstacles are named in a sentence at most."""
NOT_TOLD = "not told"


def across_sentences(across: Across, audience: Audience) -> list[str]:
    """Return what stands across talks in sentences with counts and periods."""
    few = len(across.lines) < FEWEST
    found = [
        _talks(across, audience),
        _obstacles_of_few(across, audience) if few else _obstacles(across, audience),
        _got_across_of_few(across) if few else _got_across(across),
        _wishes(across, audience),
        _led(across),
        _tried_of_few(across, audience) if few else _tried(across, audience),
        _veiled(across),
    ]
    return [on_one_line(sentence) for sentence in found if sentence]


def _talks(across: Across, audience: Audience) -> str:
    lines, looked = across.lines, len(across.looked_at)
    if not lines:
        return ""
    when = f": {_entries(across)}" if len(lines) < FEWEST else f", {_period(across)}"
    told = f"{plural(len(lines), 'talk')}{_with(across)}{when}"
    if looked:
        return told + audience.pick(f"; {looked} looked at.", f". You have looked at {looked}.")
    return told + audience.pick("; none looked at yet.", ".")  # to the client that is no reproach


def _with(across: Across) -> str:
    return f" with {across.person.name or 'someone'}" if across.person else ""


def _entries(across: Across) -> str:
    told = []
    for line in across.lines:
        subject = titled(subject_words(line))
        told.append(day_words(line, across.today) + (f" ({subject})" if subject else ""))
    return listed(told)


def _period(across: Across) -> str:
    """Return "30 Oct to 9 Nov", and how many talks have no date."""
    dated = [line for line in across.lines if line.day]
    parts = []
    if dated:
        first, last = dated[0], dated[-1]
        same_year = first.day and last.day and first.day.year == last.day.year
        end = day_words(last, across.today)
        start = day_words(first, last.day if same_year and last.day else across.today)
        on_one_day = first.day == last.day
        parts.append(end if on_one_day else f"{start} to {end}")
    if undated := len(across.lines) - len(dated):
        parts.append(f"{undated} without a date")
    return ", ".join(parts)


def _obstacles(across: Across, audience: Audience) -> str:
    told = across.told
    if not told:
        return ""
    named = [f"{short(found.code)} in {found.count}" for found in across.obstacles[:NAMED]]
    if len(across.obstacles) > NAMED:
        named.append(f"{len(across.obstacles) - NAMED} more")
    if across.nothing:
        named.append(f"nothing in {across.nothing}")
    named[0] += f" of {len(told)}"
    plain = told in (across.looked_at, across.lines)
    aside = "" if plain else f" (told of {len(told)} of {plural(len(across.lines), 'talk')})"
    return f"{_lead(audience)}: {', '.join(named)}{aside}."


def _obstacles_of_few(across: Across, audience: Audience) -> str:
    told = [
        f"{', '.join(map(short, line.difficulties))} ({day_words(line, across.today)})"
        for line in across.told
    ]
    return f"{_lead(audience)}: {'; '.join(told)}." if told else ""


def _lead(audience: Audience) -> str:
    return audience.pick("In the way", "What got in the way")


def _got_across(across: Across) -> str:
    if not across.got_across:
        return ""
    told = [f"{GotAcross.say(word)} in {count}" for word, count in across.got_across]
    told[0] += f" of {sum(count for _, count in across.got_across)}"
    return f"Got across: {', '.join(told)}."


def _got_across_of_few(across: Across) -> str:
    told = [
        f"{GotAcross.say(line.got_across)} ({day_words(line, across.today)})"
        for line in across.lines
        if line.got_across
    ]
    return f"Got across: {', '.join(told)}." if told else ""


def _wishes(across: Across, audience: Audience) -> str:
    said, every = across.wishes
    wishes = f"{plural(every, 'wish', 'wishes')}{_with(across)}"
    if said:
        has = "has" if said == 1 else "have"
        theirs = f"{said} of {wishes} {has} been said aloud."
        return audience.pick(theirs, f"You have said {said} of {wishes} aloud.")
    if every:  # to the client that is no reproach
        has = "has" if every == 1 else "have"
        return audience.pick(f"{wishes} {has} not been said aloud yet.", "")
    return ""


def _led(across: Across) -> str:
    if not across.led:
        return ""
    return f"With {plural(across.led, 'talk')} it is noted that a wish was said aloud."


def _tried(across: Across, audience: Audience) -> str:
    times = sum(count for _, count in across.done)
    if not times:
        return ""
    lead = f"{audience.pick('Tried', 'You tried')} {plural(times, 'time')}"
    if times == 1:
        return f"{lead}: {_done(across.done[0][0])}."
    told = [f"{_done(word)} {count}" for word, count in across.done]
    return f"{lead}, after {plural(across.tried, 'talk')}: {', '.join(told)}."


def _tried_of_few(across: Across, audience: Audience) -> str:
    told = [
        _done(each.done) + (f" ({dates.short(each.day, across.today)})" if each.day else "")
        for line in across.lines
        for each in line.tried
    ]
    return f"{audience.pick('Tried', 'You tried')}: {', '.join(told)}." if told else ""


def _done(word: str) -> str:
    return Done.say(word) or NOT_TOLD


def _veiled(across: Across) -> str:
    if not across.veiled:
        return ""
    is_ = "is" if across.veiled == 1 else "are"
    how_many = f"{across.veiled} more" if across.lines else plural(across.veiled, "talk")
    return f"{how_many} {is_} sensitive and not counted."
