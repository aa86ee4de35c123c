"""Where each answer of the interview goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.ipt import spoken
from ipt_tui.ipt.dates import DateNotUnderstood, FuzzyDate
from ipt_tui.ipt.heard import NotHeard, met_when, refuse_to_come, said_when
from ipt_tui.ipt.people import Ring, View
from ipt_tui.tui.areas.interview import NEW_DEMAND, NEW_WISH, REVERSE, TIE_KIND, TIE_WHO
from ipt_tui.vault import expectations, people, ties
from ipt_tui.vault.errors import NotValid

if TYPE_CHECKING:
    from ipt_tui.ipt.questions import Question
    from ipt_tui.tui.areas.interview import Interview
    from ipt_tui.vault.thread import VaultThread


async def keep(interview: Interview, vault: VaultThread, key: str, value: str) -> None:
    """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
    subject, _, rest = key.partition(":")
    if subject == "field":
        question = interview.question(rest)
        if question:
            await _keep_field(interview, vault, question, value)
    elif subject == "wish":
        await _keep_wish(interview, vault, key, value)
    elif subject == "move":
        await _keep_move(interview, vault, key, value)
    else:
        await _keep_other(interview, vault, key, value)


async def _keep_field(
    interview: Interview, vault: VaultThread, question: Question, value: str
) -> None:
    person, today = interview.person, interview.today
    if question.what == "ring":
        view = View(question.field.partition(".")[2])
        await vault.write(people.place, person, Ring(int(value)), today, view)
        return
    values = _values(interview, question, value)
    if question.dated:
        await vault.write(people.stand, person, today, **values)
    else:
        await vault.write(people.tell, person, interview.card.updated_at, **values)
    if question.what == "kind":
        _note_new_kind(interview, value, interview.after_field(question.field))


def _values(interview: Interview, question: Question, value: str) -> dict[str, Any]:
    """Return the fields an answer fills. Raises NotHeard for a number or a date that is none."""
    name = question.field
    if question.what == "yes_no":
        return {name: value == "yes"}
    if question.what == "rating":
        if value and not (value.isascii() and value.isdecimal() and int(value[:3]) <= 10):
            raise NotHeard("Please type a number from 0 to 10.")
        return {name: int(value) if value else None}
    if question.what == "date":
        edtf = _date(interview, value).edtf if value else ""
        return {name: edtf, f"{name}_words": value}
    return {name: value}


def _note_new_kind(interview: Interview, word: str, after: str | None) -> None:
    """Hold a word that is no known kind, so that its way back is asked for next."""
    if word and interview.inventory.kinds.find(word) is None:
        interview.held |= {"kind": word, "after": after or ""}


async def _keep_wish(interview: Interview, vault: VaultThread, key: str, value: str) -> None:
    if key in (NEW_WISH, NEW_DEMAND):
        whose = key.rsplit(":", 1)[-1]
        interview.held["wish"] = await vault.write(expectations.add, interview.person, value, whose)
        return
    line, step = interview.wish(key), key.rsplit(":", 1)[-1]
    if line is None:
        return
    if step == "said":
        said, day = said_when(value, interview.today)
        await vault.write(expectations.note, line.uid, day, said=said)
    elif step == "met":
        met, day = met_when(value, interview.today)
        await vault.write(expectations.note, line.uid, day, met=str(met))
    elif step == "text" and not value:
        await vault.write(expectations.remove, line.uid)
    else:
        await vault.write(expectations.change, line.uid, line.updated_at, **{step: value})


async def _keep_move(interview: Interview, vault: VaultThread, key: str, value: str) -> None:
    move = interview.move(key)
    if move is None:
        return
    if key.endswith(":why"):
        await vault.write(people.redate, move.uid, move.updated_at, why=value)
        return
    day = _date(interview, value).first
    refuse_to_come(day, interview.today)
    await vault.write(people.redate, move.uid, move.updated_at, day=day)


async def _keep_other(interview: Interview, vault: VaultThread, key: str, value: str) -> None:
    if key == TIE_WHO:
        interview.held["other"] = _named(interview, value)
    elif key == TIE_KIND:
        await vault.write(ties.tie, interview.person, interview.held["other"], value)
    elif key == REVERSE:
        client = interview.card.client_uid
        await vault.write(ties.add_kind, interview.held["kind"], value, client)


def _date(interview: Interview, words: str) -> FuzzyDate:
    try:
        return spoken.parse(words, interview.today, interview.southern)
    except DateNotUnderstood as error:
        raise NotHeard(str(error)) from None


def _named(interview: Interview, name: str) -> str:
    """Return the uid of the one other person with this name, or with a name that begins so."""
    wanted = name.strip().casefold()
    people_ = interview.inventory.circle.people
    shown = [p for p in people_ if not p.veiled and p.uid != interview.person]
    found = [p for p in shown if p.name.casefold() == wanted]
    found = found or [p for p in shown if wanted and p.name.casefold().startswith(wanted)]
    if len(found) == 1:
        return found[0].uid
    if found:
        raise NotValid("Several people are called that; type a little more of the name.")
    raise NotValid("Nobody here is called that; add them first, or type a name from below.")
