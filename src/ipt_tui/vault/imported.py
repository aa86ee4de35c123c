"""Moods from a file of another program: what would be new, and adding it as one step.

A mood is known again by its wall time, its word in the file and its note, so the same file a
second time adds nothing. Everything is looked at row by row, so a long file needs little room.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from sqlalchemy import insert
from sqlmodel import Session, col, select

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.imported import (
    ImportedMood,
    MoodFile,
    Refused,
    Unfit,
    numbered,
    same,
    told,
    untold,
)
from ipt_tui.ipt.scales import Scale
from ipt_tui.ipt.uid import new_uid
from ipt_tui.records import Client, Mood, MoodPerson, Person
from ipt_tui.records.mood import MoodFields
from ipt_tui.vault import clients
from ipt_tui.vault.editing import one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.scaled import on_scale
from ipt_tui.vault.steps import describe

_AT_ONCE = 1000
_New = tuple[MoodFields, tuple[int, ...]]


@dataclass(slots=True)
class Plan:
    """What an import does: how many moods are new, how many the same as one here or before it.

    `first` and `last` are the wall times the new ones lie between, "" while there are none.
    `refused` are the rows kept out, in the order of their lines.
    """

    new: int = 0
    same: int = 0
    first: str = ""
    last: str = ""
    refused: list[Refused] = field(default_factory=list)


def scale_of(session: Session, client_uid: str) -> Scale:
    """Return the scale that a client's moods are given on."""
    return clients.scale_of(one(session, Client, client_uid))


def plan(
    session: Session, client_uid: str, file: MoodFile, mapping: Mapping[str, int | None]
) -> Plan:
    """Return what `load` would do. `mapping` gives mood words (see `imported.same`) numbers."""
    told_of, new = _sorted(session, one(session, Client, client_uid), file, mapping)
    for _ in new:
        pass
    return _in_order(told_of)


def load(
    session: Session, client_uid: str, file: MoodFile, mapping: Mapping[str, int | None]
) -> Plan:
    """Add every mood of the file that is new to a client's record. One step."""
    client = one(session, Client, client_uid)
    told_of, new = _sorted(session, client, file, mapping)
    while batch := list(islice(new, _AT_ONCE)):
        _insert(session, client.id or 0, batch)
    describe(session, client.id, f"imported {plural(told_of.new, 'mood')}")
    return _in_order(told_of)


def _sorted(
    session: Session, client: Client, file: MoodFile, mapping: Mapping[str, int | None]
) -> tuple[Plan, Iterator[_New]]:
    """Return a plan that grows while the new moods are taken."""
    told_of = Plan(refused=list(file.refused))
    scale, people = clients.scale_of(client), _people(session, client)
    here = _here(session, client, file)

    def new() -> Iterator[_New]:
        seen: set[ImportedMood] = set()
        for mood in file.moods:
            if (row := replace(mood, line=0)) in seen:
                told_of.same += 1
                continue
            seen.add(row)
            try:
                found = _fields(mood, file.source, numbered(mood, mapping, scale), scale, people)
            except (Unfit, NotValid) as problem:
                told_of.refused.append(Refused(mood.line, str(problem)))
                continue
            key = _key(found[0].at, found[0].source_words, found[0].note)
            if here[key]:
                here[key] -= 1
                told_of.same += 1
                continue
            told_of.new += 1
            told_of.first = min(told_of.first or mood.at, mood.at)
            told_of.last = max(told_of.last, mood.at)
            yield found

    return told_of, new()


def _in_order(plan_: Plan) -> Plan:
    plan_.refused.sort(key=lambda row: row.line)
    return plan_


def _fields(
    mood: ImportedMood, source: str, value: int, scale: Scale, people: Mapping[str, list[int]]
) -> _New:
    """Return a mood as it is kept, and who is linked; names of others stay in its note."""
    linked = {name: people[same(name)][0] for name in mood.people if len(people[same(name)]) == 1}
    fields = validated(
        MoodFields,
        at=mood.at,
        offset=mood.offset,
        known=mood.known,
        value=value,
        **on_scale(scale),
        feelings=mood.feelings,
        note=told(mood.note, tuple(name for name in mood.people if name not in linked)),
        source=source,
        source_words=mood.mood_words,
    )
    return fields, tuple(dict.fromkeys(linked.values()))


def _key(at: str, words: str, note: str) -> tuple[str, str, str]:
    """Return what a mood is known by; who is named may have become known meanwhile."""
    return at, words, untold(note)


def _here(session: Session, client: Client, file: MoodFile) -> Counter[tuple[str, str, str]]:
    rows = session.exec(
        select(Mood.at, Mood.source_words, Mood.note).where(
            Mood.client_id == client.id, Mood.source == file.source
        )
    )
    return Counter(_key(*row) for row in rows)


def _people(session: Session, client: Client) -> defaultdict[str, list[int]]:
    people: defaultdict[str, list[int]] = defaultdict(list)
    for number, name in session.exec(
        select(Person.id, Person.name).where(Person.client_id == client.id)
    ):
        people[same(name)].append(number or 0)
    return people


def _insert(session: Session, client_id: int, batch: list[_New]) -> None:
    now = session.info["clock"].utc()

    def identity() -> dict[str, object]:
        return {
            "uid": new_uid(),
            "created_at": now,
            "updated_at": now,
            "client_id": client_id,
        }

    moods = [fields.model_dump() | identity() for fields, _ in batch]
    session.execute(insert(Mood), moods)
    named = {
        str(mood["uid"]): people for mood, (_, people) in zip(moods, batch, strict=True) if people
    }
    rows = session.exec(select(Mood.id, Mood.uid).where(col(Mood.uid).in_(named)))
    links = [
        identity() | {"mood_id": number, "person_id": person}
        for number, uid in rows
        for person in named[uid]
    ]
    if links:
        session.execute(insert(MoodPerson), links)


__all__ = ["Plan", "load", "plan", "scale_of"]
