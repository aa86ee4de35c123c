"""Talks as plain lines: for any terminal, for screen readers, for pasting.

A paragraph a talk, newest first: its heading, each turn, what came of looking at it; then what
stands across them. No line relies on its place, a sign or a colour.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ipt_tui.exchange.plain import line, spaced, wrapped
from ipt_tui.ipt.across import across
from ipt_tui.ipt.across_words import across_sentences
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.talk import Talk
from ipt_tui.ipt.talk_phrases import VEILED, when_words
from ipt_tui.ipt.talk_vocabulary import Stage
from ipt_tui.ipt.talk_words import gist, head, turn_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipt_tui.ipt.talk import TalkLine, Talks

NOTHING = "No talk is noted here."


def talks_lines(
    talks: Talks,
    opened: Sequence[Talk],
    audience: Audience = Audience.PRACTITIONER,
    *,
    width: int | None = None,
) -> list[str]:
    """Return talks as lines: heading, a paragraph a talk, what stands across them.

    Args:
        talks: The talks to tell, in their order; a veiled one is told by its day alone.
        opened: Those that are told in full, whatever their order. Others are told by their heading.
        audience: For whom the lines are worded.
        width: In cells; lines are wrapped only if it is given.
    """
    whole = {talk.uid: talk for talk in opened}
    paragraphs = [
        spaced(map(line, _talk(each, whole.get(each.uid), talks, audience))) for each in talks.lines
    ]
    told = list(chain.from_iterable(paragraphs)) or ["", NOTHING]
    sentences = spaced(map(line, across_sentences(across(talks), audience)))
    return wrapped([line(_heading(talks, audience)), *told, *sentences], width)


def _heading(talks: Talks, audience: Audience) -> str:
    whose = audience.pick(f"{talks.code}, talks", "Your talks")
    return f"{whose} with {talks.person.name or 'someone'}" if talks.person else whose


def _talk(each: TalkLine, whole: Talk | None, talks: Talks, audience: Audience) -> Iterator[str]:
    if each.veiled:
        yield f"{when_words(each, talks.today, day_only=True)}: {VEILED}"
        return
    talk = whole or Talk(each, talks.client, talks.code, talks.today)
    yield f"{head(talk, audience)} · {Stage.say(each.stage)}"
    pairs = [
        ("before it", talk.text("lead_up")),
        *(("", turn_words(turn, talk, audience)) for turn in talk.turns),
        *gist(talk, audience),
        ("note", each.note),
    ]
    for label, text in pairs:
        if text:
            yield f"{label[:1].upper()}{label[1:]}: {text}" if label else text
