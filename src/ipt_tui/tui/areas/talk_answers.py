"""Where each answer about a talk goes."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.difficulties import difficulties
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.heard import NotHeard, refuse_to_come
from ipt_tui.ipt.scales import number_of
from ipt_tui.ipt.talk_said import Speakers, feeling, guess, turns, unknown_speaker
from ipt_tui.ipt.timeline import EventEntry
from ipt_tui.tui.areas.entry_answers import named, when
from ipt_tui.tui.areas.talk_choices import SAFE_HINT, SAFE_WORDS
from ipt_tui.tui.areas.talk_grown_answers import GROWN, Ground, tell
from ipt_tui.tui.areas.talk_keys import NOT_SAFE, SAFE, SENSITIVE
from ipt_tui.tui.areas.talk_turn_asking import next_speaker
from ipt_tui.vault import felt, people, talk_parts, talking, timed
from ipt_tui.vault import turns as turns_of

if TYPE_CHECKING:
    from ipt_tui.tui.areas.talk_flow import Asking

NUMBER = re.compile(r"[-−]?[0-9]{1,4}")


async def keep(asking: Asking, ground: Ground, key: str, value: str) -> None:
    """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
    part, _, rest = key.partition(":")
    if key == NOT_SAFE:
        return
    if key == SAFE:
        safe = SAFE_WORDS.get(" ".join(value.casefold().rstrip(".!").split()))
        if safe is None:
            raise NotHeard(f"Please answer with one of these: {SAFE_HINT}.")
        await tell(asking, ground, safe=safe.value, safe_on=ground.today.isoformat())
    elif key == SENSITIVE:
        await ground.vault.write(
            timed.change, "event", asking.talk.line.event, sensitive=value == "yes"
        )
    else:
        await _PARTS[part](asking, ground, rest, value)


async def _head(asking: Asking, ground: Ground, name: str, value: str) -> None:
    talk, write = asking.talk, ground.vault.write
    if name == "people":
        await write(talking.be_with, talk.uid, await _uids(asking, ground, value))
    elif name == "others":
        there = (*(p.uid for p in talk.line.people), *await _uids(asking, ground, value))
        await write(timed.name_people, "event", talk.line.event, there)
    elif name == "when":
        entry = EventEntry(talk.line.event, "")
        fields = when(
            entry, value, ground.today, southern=ground.southern,
            day_starts_at=ground.day_starts_at,
        )  # fmt: skip
        if fields["first_day"]:
            refuse_to_come(date.fromisoformat(fields["first_day"]), ground.today)
        await write(timed.change, "event", talk.line.event, **fields)
    elif name == "mood_before":
        number = _on_scale(asking, value)
        await write(felt.before, talk.line.event, number, ground.day_starts_at)
    else:
        await tell(asking, ground, **{name: value})


async def _uids(asking: Asking, ground: Ground, typed: str) -> tuple[str, ...]:
    """Return the people named, adding those with an @ before a name nobody has yet."""
    client = asking.talk.client
    known = await ground.vault.read(people.names, client)
    parts = [part.strip() for part in typed.split(",")]
    new = [part[1:].strip() for part in parts if part.startswith("@")]
    new = [name for name in new if name and folded(name) not in map(folded, known)]
    there = ", ".join(part for part in parts if part.removeprefix("@").strip() not in new)
    try:
        found = named(there, known)  # all of it is understood before anybody is added
    except NotHeard as error:
        raise NotHeard(f"{error} A new name has an @ before it: @Ana.") from None
    add = ground.vault.write
    return (*found, *[await add(people.add, client, PersonLine(name=n), ground.today) for n in new])


async def _turn(asking: Asking, ground: Ground, rest: str, value: str) -> None:
    talk, write = asking.talk, ground.vault.write
    uid, _, name = rest.partition(":")
    if uid == "new" or name == "said":
        speakers = _speakers(asking)
        turn = talk.turn(uid)
        found = turns(value, turn.speaker if turn else next_speaker(asking), speakers)
        asking.held["unknown"] = unknown_speaker(value, speakers)
        if uid == "new":
            after = asking.held.get("after_turn")
            last = await write(turns_of.add, talk.uid, found, after)
            if after:
                asking.held["after_turn"] = last
        elif turn is not None:
            await write(turns_of.say_again, turn.uid, found, turn.updated_at)
        return
    turn = talk.turn(uid)
    if turn is None:
        return
    values: dict[str, Any] = {name: value}
    if name == "who":
        values = {"speaker": _speakers(asking).find(value) or value or turn.speaker}
    if name == "felt":
        values["felt"], values["strength"] = feeling(value)
    elif name == "guessed":
        told = guess(value)
        values = {"guessed_meant": told.meant, "guessed_felt": told.felt, "asked": told.asked}
    await write(turns_of.tell, turn.uid, turn.updated_at, **values)


def _speakers(asking: Asking) -> Speakers:
    """Return who may speak: with whom the talk was, and everybody else who is known."""
    talk = asking.talk
    others = [person.name for person in (*talk.others, *talk.known)]
    return Speakers.of(talk.code, [person.name for person in talk.line.people], others)


async def _after(asking: Asking, ground: Ground, name: str, value: str) -> None:
    if name == "mood_after":
        number = _on_scale(asking, value)
        await ground.vault.write(felt.after, asking.talk.line.event, number, ground.day_starts_at)
    elif name == "way":
        await ground.vault.write(talk_parts.mark_all, asking.talk.uid, _codes(value))
    else:
        await tell(asking, ground, **{name: value})


async def _end(asking: Asking, ground: Ground, name: str, value: str) -> None:
    await tell(asking, ground, **{name: value})


_PARTS = {"head": _head, "turn": _turn, "after": _after, "end": _end, **GROWN}


def _codes(typed: str) -> tuple[str, ...]:
    """Return what got in the way, by number or in its short words. Raises NotHeard."""
    known = difficulties()
    found = []
    for word in filter(None, (part.strip() for part in re.split(r"[,;\s]+(?=\d)|[,;]", typed))):
        if word.isascii() and word.isdecimal() and 0 < int(word[:4]) <= len(known):
            found.append(known[int(word) - 1].id)
            continue
        match = next((d for d in known if folded(word) in (folded(d.short), d.id)), None)
        if match is None:
            raise NotHeard(f"“{word[:40]}” is none of them; type their numbers, 1 to {len(known)}.")
        found.append(match.id)
    return tuple(dict.fromkeys(found))


def _on_scale(asking: Asking, value: str) -> int:
    if not NUMBER.fullmatch(value) or not asking.talk.scale.holds(number_of(value)):
        raise NotHeard(asking.talk.scale.refusal)
    return number_of(value)
