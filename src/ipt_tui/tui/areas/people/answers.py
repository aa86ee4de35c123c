"""Where each answer of the interview goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.heard import (
    NotHeard,
    met_when,
    named,
    number,
    refuse_to_come,
    said_when,
)
from ipt_tui.ipt.people import Ending, Quality, Ring, View
from ipt_tui.tui.areas.people.keys import NEW_DEMAND, NEW_WISH, REVERSE, TIE_KIND, TIE_WHO
from ipt_tui.vault import expectations, people, ties
from ipt_tui.vault.errors import Gone

if TYPE_CHECKING:
    from ipt_tui.ipt.questions import Question
    from ipt_tui.tui.areas.people.inquiry import PersonInquiry


_UNSAFE = {"quality": Quality.UNSAFE.value, "argue_outcome": Ending.PHYSICAL.value}
"""The answers that say that somebody is not safe to be with."""


async def keep(inquiry: PersonInquiry, key: str, value: str) -> None:
    """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
    subject, _, rest = key.partition(":")
    if subject == "field":
        question = inquiry.question(rest)
        if question is None:
            raise Gone
        await _keep_field(inquiry, question, value)
    elif subject == "wish":
        await _keep_wish(inquiry, key, value)
    elif subject == "move":
        await _keep_move(inquiry, key, value)
    else:
        await _keep_other(inquiry, key, value)


async def _keep_field(inquiry: PersonInquiry, question: Question, value: str) -> None:
    write, person, today = inquiry.ground.vault.write, inquiry.person, inquiry.ground.today
    if question.what == "ring":
        view = View(question.field.partition(".")[2])
        await write(people.place, person, Ring(int(value)), today, view)
        return
    values = _values(inquiry, question, value)
    if question.dated:
        await write(people.stand, person, today, **values)
    else:
        await write(people.tell, person, inquiry.card.updated_at, **values)
    inquiry.unsafe = _UNSAFE.get(question.field) == value
    if question.what == "kind":
        _note_new_kind(inquiry, value, inquiry.after_field(question.field))


def _values(inquiry: PersonInquiry, question: Question, value: str) -> dict[str, Any]:
    """Return the fields an answer fills. Raises NotHeard for a number or a date that is none."""
    name = question.field
    if question.what == "yes_no":
        return {name: value == "yes"}
    if question.what == "rating":
        return {name: number(value, 0, 10)}
    if question.what == "date":
        edtf = inquiry.ground.when(value)[0].edtf if value else ""
        return {name: edtf, f"{name}_words": value}
    return {name: value}


def _note_new_kind(inquiry: PersonInquiry, word: str, after: str | None) -> None:
    """Hold a word that is no known kind, so that its way back is asked for next."""
    if word and inquiry.inventory.kinds.find(word) is None:
        inquiry.held |= {"kind": word, "after": after or ""}


async def _keep_wish(inquiry: PersonInquiry, key: str, value: str) -> None:
    write, today = inquiry.ground.vault.write, inquiry.ground.today
    if key in (NEW_WISH, NEW_DEMAND):
        whose = key.rsplit(":", 1)[-1]
        inquiry.held["wish"] = await write(expectations.add, inquiry.person, value, whose)
        return
    line, step = inquiry.wish(key), key.rsplit(":", 1)[-1]
    if line is None:
        raise Gone
    if step == "said":
        said, day = said_when(value, today)
        await write(expectations.note, line.uid, day, said=said)
    elif step == "met":
        met, day = met_when(value, today)
        await write(expectations.note, line.uid, day, met=str(met))
    elif step == "text" and not value:
        await write(expectations.remove, line.uid)
    else:
        await write(expectations.change, line.uid, line.updated_at, **{step: value})


async def _keep_move(inquiry: PersonInquiry, key: str, value: str) -> None:
    write, move = inquiry.ground.vault.write, inquiry.move(key)
    if move is None:
        raise Gone
    if key.endswith(":why"):
        await write(people.redate, move.uid, move.updated_at, why=value)
        return
    day = inquiry.ground.when(value)[0].first
    refuse_to_come(day, inquiry.ground.today)
    await write(people.redate, move.uid, move.updated_at, day=day)


async def _keep_other(inquiry: PersonInquiry, key: str, value: str) -> None:
    write = inquiry.ground.vault.write
    if key == TIE_WHO:
        inquiry.held["other"] = _other(inquiry, value)
    elif key == TIE_KIND:
        await write(ties.tie, inquiry.person, _held(inquiry, "other"), value)
    elif key == REVERSE:
        client = inquiry.card.client_uid
        await write(ties.add_kind, _held(inquiry, "kind"), value, client)


def _held(inquiry: PersonInquiry, name: str) -> str:
    """Return what was answered before. Raises Gone where it is not known any more."""
    if name not in inquiry.held:
        raise Gone
    return inquiry.held[name]


def _other(inquiry: PersonInquiry, typed: str) -> str:
    """Return the uid of the one other person who is named. Raises NotHeard for none or several."""
    shown = (p for p in inquiry.inventory.circle.people if not p.veiled)
    found = named(typed, {p.name: p.uid for p in shown if p.uid != inquiry.person})
    if len(found) != 1:
        raise NotHeard("Please type one name; the others can be tied after it.")
    return found[0]
