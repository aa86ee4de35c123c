"""Where each answer about a talk goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.capture_dates import DateNotUnderstood, Reader
from ipt_tui.ipt.difficulties import difficulties
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.heard import NotHeard, met_when, refuse_to_come, said_when
from ipt_tui.ipt.i_statement import Parts, compose
from ipt_tui.ipt.scales import number_of
from ipt_tui.ipt.talk_said import Speakers, feeling, guess, turns
from ipt_tui.ipt.timeline import EventEntry
from ipt_tui.tui.areas.entry_answers import named, when
from ipt_tui.tui.areas.talk_asking import NONE, next_speaker
from ipt_tui.tui.areas.talk_flow import AGAIN, NOT_SAFE, ROLES, SAFE, SENSITIVE, SURE_AFTER
from ipt_tui.vault import expectations, felt, people, talk_parts, talking, timed
from ipt_tui.vault import turns as turns_of

if TYPE_CHECKING:
    from datetime import date, time

    from ipt_tui.ipt.moments import Moment
    from ipt_tui.tui.areas.talk_flow import Asking
    from ipt_tui.vault.thread import VaultThread

NUMBER = re.compile(r"[-−]?[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Ground:
    """What an answer is read with: the day being lived, whose seasons, when a day begins."""

    vault: VaultThread
    today: date
    southern: bool
    day_starts_at: time


async def keep(asking: Asking, ground: Ground, key: str, value: str) -> None:
    """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
    part, _, rest = key.partition(":")
    if key == NOT_SAFE:
        return
    if key == SAFE:
        await _tell(asking, ground, safe=value, safe_on=ground.today.isoformat())
    elif key == SENSITIVE:
        await ground.vault.write(
            timed.change, "event", asking.talk.line.event, sensitive=value == "yes"
        )
    else:
        await _PARTS[part](asking, ground, rest, value)


async def _tell(asking: Asking, ground: Ground, **values: Any) -> None:
    await ground.vault.write(talking.tell, asking.talk.uid, asking.talk.updated_at, **values)


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
        await write(timed.change, "event", talk.line.event, **fields)
    elif name == "mood_before":
        number = _on_scale(asking, value)
        await write(felt.before, talk.line.event, number, ground.day_starts_at)
    else:
        await _tell(asking, ground, **{name: value})


async def _uids(asking: Asking, ground: Ground, typed: str) -> tuple[str, ...]:
    """Return the people named, adding those with an @ before a name nobody has yet."""
    read, client = ground.vault.read, asking.talk.client
    known = await read(people.names, client)
    for name in filter(None, (part.strip() for part in typed.split(","))):
        new = name.removeprefix("@").strip()
        if name.startswith("@") and new and folded(new) not in map(folded, known):
            line = PersonLine(name=new)
            known[new] = await ground.vault.write(people.add, client, line, ground.today)
    try:
        return named(typed, known)
    except NotHeard as error:
        raise NotHeard(f"{error} A new name has an @ before it: @Ana.") from None


async def _turn(asking: Asking, ground: Ground, rest: str, value: str) -> None:
    talk, write = asking.talk, ground.vault.write
    uid, _, name = rest.partition(":")
    if uid == "new" or name == "said":
        speakers = Speakers.of(
            talk.code, [p.name for p in talk.line.people], [p.name for p in talk.others]
        )
        turn = talk.turn(uid)
        found = turns(value, turn.speaker if turn else next_speaker(asking), speakers)
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
    if name == "felt":
        values["felt"], values["strength"] = feeling(value)
    elif name == "guessed":
        told = guess(value)
        values = {"guessed_meant": told.meant, "guessed_felt": told.felt, "asked": told.asked}
    await write(turns_of.tell, turn.uid, turn.updated_at, **values)


async def _after(asking: Asking, ground: Ground, name: str, value: str) -> None:
    if name == "mood_after":
        number = _on_scale(asking, value)
        await ground.vault.write(felt.after, asking.talk.line.event, number, ground.day_starts_at)
    elif name == "way":
        await ground.vault.write(talk_parts.mark_all, asking.talk.uid, _codes(value))
    else:
        await _tell(asking, ground, **{name: value})


async def _end(asking: Asking, ground: Ground, name: str, value: str) -> None:
    await _tell(asking, ground, **{name: value})


async def _say(asking: Asking, ground: Ground, rest: str, value: str) -> None:
    uid, _, name = rest.partition(":")
    if rest == "new":
        turn = asking.held.pop("turn", None)
        await ground.vault.write(
            talk_parts.add, "alternative", asking.talk.uid, turn=turn, line=value
        )
        asking.held.pop("composed", None)
    elif name == "line" and not value:
        await ground.vault.write(talk_parts.remove, "alternative", uid)
    else:
        await _change(asking, ground, "alternative", uid, name, value)


async def _build(asking: Asking, ground: Ground, name: str, value: str) -> None:  # noqa: ARG001
    """Hold a part of the line; the line is put together from what is held."""
    asking.held[f"build:{name}"] = value
    parts = [
        asking.held.get(f"build:{part}", "") for part in ("feel", "when_it", "because", "like")
    ]
    asking.held["composed"] = compose(Parts(*parts))


async def _option(asking: Asking, ground: Ground, rest: str, value: str) -> None:
    uid, _, name = rest.partition(":")
    if rest == "new":
        asking.held["option"] = await ground.vault.write(
            talk_parts.add, "option", asking.talk.uid, text=value
        )
    elif name == "text" and not value:
        await ground.vault.write(talk_parts.remove, "option", uid)
    else:
        told: Any = _up_to_ten(value) if name == "feasible" else value
        await _change(asking, ground, "option", uid, name, told)


async def _round(asking: Asking, ground: Ground, rest: str, value: str) -> None:
    uid, _, name = rest.partition(":")
    if f"round:{rest}" == ROLES:
        asking.held["round"] = await ground.vault.write(
            talk_parts.add, "rehearsal", asking.talk.uid, day=ground.today.isoformat(),
            reversed=value == "reversed",
        )  # fmt: skip
    elif f"round:{rest}" == AGAIN:
        asking.held["again"] = value
    elif rest in ("sure_before", SURE_AFTER.partition(":")[2]):
        await _tell(asking, ground, **{rest: _up_to_ten(value)})
    else:
        told: Any = value == "yes" if name == "worst_case" else value
        await _change(asking, ground, "rehearsal", uid, name, told)


async def _tried(asking: Asking, ground: Ground, rest: str, value: str) -> None:
    uid, _, name = rest.partition(":")
    if rest == "new":
        moment = _moment(ground, value)
        asking.held |= {"tried_at": value, "tried_on": moment.day.isoformat()}
        found = await ground.vault.read(
            talk_parts.events_on, asking.talk.uid, moment.day.isoformat()
        )
        if not found:
            asking.held.pop("tried_on")
            await _try(asking, ground, moment, None)
    elif rest == "which":
        asking.held.pop("tried_on", None)
        moment = _moment(ground, asking.held.pop("tried_at", ""))
        await _try(asking, ground, moment, None if value == NONE else value)
    else:
        await _change(asking, ground, "attempt", uid, name, value)


async def _try(asking: Asking, ground: Ground, moment: Moment, event: str | None) -> None:
    subject = asking.talk.line.subject
    asking.held["tried"] = await ground.vault.write(
        talk_parts.attempt, asking.talk.uid, moment, f"tried: {subject}"[:1000], event
    )


async def _wish(asking: Asking, ground: Ground, rest: str, value: str) -> None:
    if rest == "which":
        asking.held["wish"] = "" if value == NONE else value
        return
    uid, _, step = rest.rpartition(":")
    talk = asking.talk.uid
    if step == "said":
        said, day = said_when(value, ground.today)
        await ground.vault.write(expectations.note, uid, day, said=said, talk=talk)
    else:
        met, day = met_when(value, ground.today)
        await ground.vault.write(expectations.note, uid, day, met=str(met), talk=talk)


async def _way(asking: Asking, ground: Ground, code: str, value: str) -> None:
    """Let what got in the way point at a turn, by its number."""
    number = int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else 0
    turn = next((turn for turn in asking.talk.turns if turn.number == number), None)
    if value and turn is None:
        raise NotHeard(f"There is no turn {value[:10]}; type 1 to {len(asking.talk.turns)}.")
    await ground.vault.write(talk_parts.point, asking.talk.uid, code, turn.uid if turn else None)


_PARTS = {
    "head": _head, "turn": _turn, "after": _after, "say": _say, "build": _build,
    "option": _option, "round": _round, "tried": _tried, "wish": _wish, "way": _way, "end": _end,
}  # fmt: skip


async def _change(
    asking: Asking, ground: Ground, sort: str, uid: str, name: str, value: Any
) -> None:
    talk = asking.talk
    rows: tuple[Any, ...] = {
        "alternative": talk.alternatives, "option": talk.options, "rehearsal": talk.rounds,
        "attempt": talk.attempts,
    }[sort]  # fmt: skip
    seen = next((row.updated_at for row in rows if row.uid == uid), None)
    await ground.vault.write(talk_parts.change, sort, uid, seen, **{name: value})


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


def _moment(ground: Ground, typed: str) -> Moment:
    """Return the day of a try. Raises NotHeard for none, or for one to come."""
    reader = Reader(ground.today, southern=ground.southern, day_starts_at=ground.day_starts_at)
    try:
        _, moment = reader.whole(typed)
    except DateNotUnderstood as error:
        raise NotHeard(str(error)) from None
    if moment is None:
        raise NotHeard("Type the day on which it was tried: 12 nov, or yesterday.")
    refuse_to_come(moment.day, ground.today)
    return moment


def _on_scale(asking: Asking, value: str) -> int:
    if not NUMBER.fullmatch(value) or not asking.talk.scale.holds(number_of(value)):
        raise NotHeard(asking.talk.scale.refusal)
    return number_of(value)


def _up_to_ten(value: str) -> int | None:
    if not value:
        return None
    if not (value.isascii() and value.isdecimal() and int(value[:3]) <= 10):
        raise NotHeard("Please type a number from 0 to 10.")
    return int(value)
