"""Where the answers go that let something grow out of a talk: lines, options, rounds, tries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.capture_dates import DateNotUnderstood, Reader
from ipt_tui.ipt.heard import NotHeard, met_when, refuse_to_come, said_when
from ipt_tui.ipt.i_statement import Parts, compose
from ipt_tui.tui.areas.talk_choices import NONE
from ipt_tui.tui.areas.talk_keys import AGAIN, ROLES
from ipt_tui.vault import expectations, talk_parts, talking

if TYPE_CHECKING:
    from datetime import date, time

    from ipt_tui.ipt.moments import Moment
    from ipt_tui.tui.areas.talk_flow import Asking
    from ipt_tui.vault.thread import VaultThread


@dataclass(frozen=True, slots=True)
class Ground:
    """What an answer is read with: the day being lived, whose seasons, when a day begins."""

    vault: VaultThread
    today: date
    southern: bool
    day_starts_at: time


async def tell(asking: Asking, ground: Ground, **values: Any) -> None:
    """Change what is told of the talk as a whole."""
    await ground.vault.write(talking.tell, asking.talk.uid, asking.talk.updated_at, **values)


async def _say(asking: Asking, ground: Ground, rest: str, value: str) -> None:
    uid, _, name = rest.partition(":")
    if rest == "new":
        turn = asking.held.get("turn")
        await ground.vault.write(
            talk_parts.add, "alternative", asking.talk.uid, turn=turn, line=value
        )
        for name in ("turn", "composed", "begun"):
            asking.held.pop(name, None)
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
    begun = asking.held.get("begun", "")
    asking.held["composed"] = " ".join(filter(None, (begun, compose(Parts(*parts)))))


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
    elif rest in ("sure_before", "sure_after"):
        await tell(asking, ground, **{rest: _up_to_ten(value)})
    else:
        told: Any = value == "yes" if name == "worst_case" else value
        await _change(asking, ground, "rehearsal", uid, name, told)


async def _tried(asking: Asking, ground: Ground, rest: str, value: str) -> None:
    uid, _, name = rest.partition(":")
    if rest == "new":
        moment = _moment(ground, value)
        if asking.talk.line.day is not None and moment.day < asking.talk.line.day:
            raise NotHeard("That is before the talk; type the day after it on which it was tried.")
        asking.held |= {"tried_at": value, "tried_on": moment.day.isoformat()}
        found = await ground.vault.read(
            talk_parts.events_on, asking.talk.uid, moment.day.isoformat()
        )
        if not found:
            await _try(asking, ground, moment, None)
            for name in ("tried_on", "tried_at"):
                asking.held.pop(name, None)
    elif rest == "which":
        moment = _moment(ground, asking.held.get("tried_at", ""))
        await _try(asking, ground, moment, None if value == NONE else value)
        for name in ("tried_on", "tried_at"):
            asking.held.pop(name, None)
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


GROWN = {
    "say": _say, "build": _build, "option": _option, "round": _round, "tried": _tried,
    "wish": _wish, "way": _way,
}  # fmt: skip
"""By the first word of a question's key."""


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


def _up_to_ten(value: str) -> int | None:
    if not value:
        return None
    if not (value.isascii() and value.isdecimal() and int(value[:3]) <= 10):
        raise NotHeard("Please type a number from 0 to 10.")
    return int(value)
