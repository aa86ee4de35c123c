"""How each question about a turn reads, and the one for the turn that comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.talk import speaker_words, them_words
from ipt_tui.ipt.talk_questions import questions
from ipt_tui.ipt.talk_said import feeling_typed, guess_typed
from ipt_tui.ipt.talk_vocabulary import ME, THEM, other
from ipt_tui.tui.areas.talks.keys import NEW_TURN
from ipt_tui.tui.areas.talks.wording import names, short
from ipt_tui.tui.widgets.answer_bar import Asked

if TYPE_CHECKING:
    from ipt_tui.tui.areas.talks.inquiry import TalkInquiry

_OTHER = ("who", "said", "felt", "guessed")
"""What is typed there are names, what was said, and words for feelings."""


def turn_question(inquiry: TalkInquiry, key: str, rest: str) -> Asked | None:
    """Return the question about a turn, or for the next one; None for a turn that is gone."""
    if key == NEW_TURN:
        return _new_turn(inquiry, key)
    uid, _, name = rest.partition(":")
    turn, question = inquiry.talk.turn(uid), questions().get(f"turn:{name}")
    if turn is None or question is None:
        return None
    said = short(turn.said) if turn.said else f"Turn {turn.number}"
    who = speaker_words(turn, inquiry.talk, inquiry.ground.audience)
    words = names(inquiry, said, "You" if who == ME else who)
    value = {
        "who": {ME: "me", THEM: them_words(inquiry.talk.line)}.get(turn.speaker, turn.speaker),
        "felt": feeling_typed(turn.felt, turn.strength),
        "guessed": guess_typed(turn.guessed_meant, turn.guessed_felt, turn.asked),
    }.get(name)
    if value is None:
        value = str(getattr(turn, name))
    return Asked(
        key, question.worded(inquiry.ground.audience, words), value, (), question.hinted(words),
        inquiry.place(key), takes_words=question.what == "text" and name not in _OTHER,
    )  # fmt: skip


def _new_turn(inquiry: TalkInquiry, key: str) -> Asked:
    speaker = next_speaker(inquiry)
    name = them_words(inquiry.talk.line)
    me = inquiry.ground.audience.pick(inquiry.talk.code, "You")
    who = {"me": me, "them": name}.get(speaker, speaker)
    first = not inquiry.talk.turns
    words = f"{who} said, first?" if first else f"{who} said, then?"
    people = inquiry.talk.line.people
    another = people[0].name.split()[0].lower() if speaker == ME and people else "me"
    begin = f"{another}: … for the other"
    hint = f"{begin} · a pasted chat becomes turns · enter with nothing: that was all"
    return Asked(key, words, "", (), hint, inquiry.place(key))


def next_speaker(inquiry: TalkInquiry) -> str:
    """Return whose turn comes next: they alternate; the client begins."""
    after = inquiry.talk.turn(inquiry.held.get("after_turn")) or next(
        iter(inquiry.talk.turns[-1:]), None
    )
    return other(after.speaker) if after else "me"
