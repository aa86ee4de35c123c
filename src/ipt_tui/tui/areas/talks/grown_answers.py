"""Where the answers go that let something grow out of a talk: lines, options, rounds, tries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.heard import NotHeard, met_when, number, refuse_to_come, said_when
from ipt_tui.ipt.i_statement import Parts, compose
from ipt_tui.tui.areas.talks.choice_questions import NONE
from ipt_tui.tui.areas.talks.keys import AGAIN, ROLES
from ipt_tui.vault import expectations, talk_parts, talking

if TYPE_CHECKING:
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.tui.areas.talks.inquiry import TalkInquiry


async def tell(inquiry: TalkInquiry, **values: Any) -> None:
    """Change what is told of the talk as a whole."""
    await inquiry.ground.vault.write(
        talking.tell, inquiry.talk.uid, inquiry.talk.updated_at, **values
    )


async def _say(inquiry: TalkInquiry, rest: str, value: str) -> None:
    uid, _, name = rest.partition(":")
    if rest == "new":
        turn = inquiry.held.get("turn")
        await inquiry.ground.vault.write(
            talk_parts.add, "alternative", inquiry.talk.uid, turn=turn, line=value
        )
        for name in ("turn", "composed", "begun"):
            inquiry.held.pop(name, None)
    elif name == "line" and not value:
        await inquiry.ground.vault.write(talk_parts.remove, "alternative", uid)
    else:
        await _change(inquiry, "alternative", uid, name, value)


async def _build(inquiry: TalkInquiry, name: str, value: str) -> None:
    """Hold a part of the line; the line is put together from what is held."""
    inquiry.held[f"build:{name}"] = value
    parts = [
        inquiry.held.get(f"build:{part}", "") for part in ("feel", "when_it", "because", "like")
    ]
    begun = inquiry.held.get("begun", "")
    inquiry.held["composed"] = " ".join(filter(None, (begun, compose(Parts(*parts)))))


async def _option(inquiry: TalkInquiry, rest: str, value: str) -> None:
    uid, _, name = rest.partition(":")
    if rest == "new":
        inquiry.held["option"] = await inquiry.ground.vault.write(
            talk_parts.add, "option", inquiry.talk.uid, text=value
        )
    elif name == "text" and not value:
        await inquiry.ground.vault.write(talk_parts.remove, "option", uid)
    else:
        told: Any = number(value, 0, 10) if name == "feasible" else value
        await _change(inquiry, "option", uid, name, told)


async def _round(inquiry: TalkInquiry, rest: str, value: str) -> None:
    uid, _, name = rest.partition(":")
    if f"round:{rest}" == ROLES:
        inquiry.held["round"] = await inquiry.ground.vault.write(
            talk_parts.add, "rehearsal", inquiry.talk.uid, day=inquiry.ground.today.isoformat(),
            reversed=value == "reversed",
        )  # fmt: skip
    elif f"round:{rest}" == AGAIN:
        inquiry.held["again"] = value
    elif rest in ("sure_before", "sure_after"):
        await tell(inquiry, **{rest: number(value, 0, 10)})
    else:
        told: Any = value == "yes" if name == "worst_case" else value
        await _change(inquiry, "rehearsal", uid, name, told)


async def _tried(inquiry: TalkInquiry, rest: str, value: str) -> None:
    uid, _, name = rest.partition(":")
    if rest == "new":
        moment = _moment(inquiry, value)
        if inquiry.talk.line.day is not None and moment.day < inquiry.talk.line.day:
            raise NotHeard("That is before the talk; type the day after it on which it was tried.")
        inquiry.held |= {"tried_at": value, "tried_on": moment.day.isoformat()}
        found = await inquiry.ground.vault.read(
            talk_parts.events_on, inquiry.talk.uid, moment.day.isoformat()
        )
        if not found:
            await _try(inquiry, moment, None)
            for name in ("tried_on", "tried_at"):
                inquiry.held.pop(name, None)
    elif rest == "which":
        moment = _moment(inquiry, inquiry.held.get("tried_at", ""))
        await _try(inquiry, moment, None if value == NONE else value)
        for name in ("tried_on", "tried_at"):
            inquiry.held.pop(name, None)
    else:
        await _change(inquiry, "attempt", uid, name, value)


async def _try(inquiry: TalkInquiry, moment: Moment, event: str | None) -> None:
    subject = inquiry.talk.line.subject
    inquiry.held["tried"] = await inquiry.ground.vault.write(
        talk_parts.attempt, inquiry.talk.uid, moment, f"tried: {subject}"[:1000], event
    )


async def _wish(inquiry: TalkInquiry, rest: str, value: str) -> None:
    if rest == "which":
        inquiry.held["wish"] = "" if value == NONE else value
        return
    uid, _, step = rest.rpartition(":")
    talk = inquiry.talk.uid
    if step == "said":
        said, day = said_when(value, inquiry.ground.today)
        await inquiry.ground.vault.write(expectations.note, uid, day, said=said, talk=talk)
    else:
        met, day = met_when(value, inquiry.ground.today)
        await inquiry.ground.vault.write(expectations.note, uid, day, met=str(met), talk=talk)


async def _way(inquiry: TalkInquiry, code: str, value: str) -> None:
    """Let what got in the way point at a turn, by its number."""
    turns = inquiry.talk.turns
    wanted = number(value, 1, len(turns))
    turn = turns[wanted - 1] if wanted else None
    await inquiry.ground.vault.write(
        talk_parts.point, inquiry.talk.uid, code, turn.uid if turn else None
    )


GROWN = {
    "say": _say, "build": _build, "option": _option, "round": _round, "tried": _tried,
    "wish": _wish, "way": _way,
}  # fmt: skip
"""By the first word of a question's key."""


async def _change(inquiry: TalkInquiry, sort: str, uid: str, name: str, value: Any) -> None:
    talk = inquiry.talk
    rows: tuple[Any, ...] = {
        "alternative": talk.alternatives, "option": talk.options, "rehearsal": talk.rounds,
        "attempt": talk.attempts,
    }[sort]  # fmt: skip
    seen = next((row.updated_at for row in rows if row.uid == uid), None)
    await inquiry.ground.vault.write(talk_parts.change, sort, uid, seen, **{name: value})


def _moment(inquiry: TalkInquiry, typed: str) -> Moment:
    """Return the day of a try. Raises NotHeard for none, or for one to come."""
    _, moment = inquiry.ground.when(typed)
    if moment is None:
        raise NotHeard("Type the day on which it was tried: 12 nov, or yesterday.")
    refuse_to_come(moment.day, inquiry.ground.today)
    return moment
