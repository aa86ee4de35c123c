"""Where each answer about a talk goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.difficulties import difficulties
from ipt_tui.ipt.heard import among, on_scale, refuse_to_come
from ipt_tui.ipt.safe_to_say import safe_heard
from ipt_tui.ipt.talk_said import Speakers, feeling, guess, turns, unknown_speaker
from ipt_tui.tui.areas.talks.grown_answers import GROWN, tell
from ipt_tui.tui.areas.talks.keys import NOT_SAFE, SAFE, SENSITIVE
from ipt_tui.tui.areas.talks.turn_questions import next_speaker
from ipt_tui.vault import felt, talk_parts, talking, timed
from ipt_tui.vault import turns as turns_of
from ipt_tui.vault.dating import of_event
from ipt_tui.vault.errors import Gone

if TYPE_CHECKING:
    from ipt_tui.tui.areas.talks.inquiry import TalkInquiry


async def keep(inquiry: TalkInquiry, key: str, value: str) -> None:
    """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
    part, _, rest = key.partition(":")
    if key == NOT_SAFE:
        return
    if key == SAFE:
        safe = safe_heard(value)
        await tell(inquiry, safe=safe.value, safe_on=inquiry.ground.today.isoformat())
        inquiry.told_safe(safe)
    elif key == SENSITIVE:
        await inquiry.ground.vault.write(
            timed.change, "event", inquiry.talk.line.event, sensitive=value == "yes"
        )
    else:
        await _PARTS[part](inquiry, rest, value)


async def _head(inquiry: TalkInquiry, name: str, value: str) -> None:
    talk, ground, write = inquiry.talk, inquiry.ground, inquiry.ground.vault.write
    if name == "people":
        people, new = await ground.named(value)
        was = [person.uid for person in talk.line.people]
        await write(talking.be_with, talk.uid, ground.today, people, new, was)
    elif name == "others":
        others, new = await ground.named(value)
        there = (*(p.uid for p in talk.line.people), *others)
        await write(timed.name_people, "event", talk.line.event, ground.today, there, new)
    elif name == "when":
        found = ground.when(value) if value.strip() else (None, None)
        fields = of_event(*found)
        if fields["first_day"]:
            refuse_to_come(date.fromisoformat(fields["first_day"]), ground.today)
        over = {
            "happened": talk.line.when.edtf if talk.line.when else "",
            "at": talk.line.at.wall if talk.line.at else "",
        }
        await write(timed.change, "event", talk.line.event, over=over, **fields)
    elif name == "mood_before":
        number = on_scale(value, inquiry.talk.scale)
        await write(felt.before, talk.line.event, number, ground.day_starts_at)
    else:
        await tell(inquiry, **{name: value})


async def _turn(inquiry: TalkInquiry, rest: str, value: str) -> None:
    talk, write = inquiry.talk, inquiry.ground.vault.write
    uid, _, name = rest.partition(":")
    if uid == "new" or name == "said":
        speakers = _speakers(inquiry)
        turn = talk.turn(uid)
        if turn is None and uid != "new":
            raise Gone
        found = turns(value, turn.speaker if turn else next_speaker(inquiry), speakers)
        inquiry.held["unknown"] = unknown_speaker(value, speakers)
        if uid == "new":
            after = inquiry.held.get("after_turn")
            last = await write(turns_of.add, talk.uid, found, after)
            if after:
                inquiry.held["after_turn"] = last
        elif turn is not None:
            await write(turns_of.say_again, turn.uid, found, turn.updated_at)
        return
    turn = talk.turn(uid)
    if turn is None:
        raise Gone
    values: dict[str, Any] = {name: value}
    if name == "who":
        values = {"speaker": _speakers(inquiry).find(value) or value or turn.speaker}
    if name == "felt":
        values["felt"], values["strength"] = feeling(value)
    elif name == "guessed":
        told = guess(value)
        values = {"guessed_meant": told.meant, "guessed_felt": told.felt, "asked": told.asked}
    await write(turns_of.tell, turn.uid, turn.updated_at, **values)


def _speakers(inquiry: TalkInquiry) -> Speakers:
    """Return who may speak: with whom the talk was, and everybody else who is known."""
    talk = inquiry.talk
    others = [person.name for person in (*talk.others, *talk.known)]
    return Speakers.of(talk.code, [person.name for person in talk.line.people], others)


async def _after(inquiry: TalkInquiry, name: str, value: str) -> None:
    if name == "mood_after":
        number = on_scale(value, inquiry.talk.scale)
        await inquiry.ground.vault.write(
            felt.after, inquiry.talk.line.event, number, inquiry.ground.day_starts_at
        )
    elif name == "way":
        known = [(each.id, each.short) for each in difficulties()]
        await inquiry.ground.vault.write(talk_parts.mark_all, inquiry.talk.uid, among(value, known))
    else:
        await tell(inquiry, **{name: value})


async def _end(inquiry: TalkInquiry, name: str, value: str) -> None:
    await tell(inquiry, **{name: value})


_PARTS = {"head": _head, "turn": _turn, "after": _after, "end": _end, **GROWN}
