"""Where each answer about an entry of the timeline goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.capture_dates import DateNotUnderstood, Reader
from ipt_tui.ipt.categories import find as find_category
from ipt_tui.ipt.entry_words import sort_of
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.heard import NotHeard, refuse_to_come
from ipt_tui.ipt.scales import number_of
from ipt_tui.ipt.timeline import Entry, EventEntry, MoodEntry, SpellEntry
from ipt_tui.vault import people, timed
from ipt_tui.vault.dating import NO_TIME, dated, on_one_day
from ipt_tui.vault.dating import timed as moment_fields

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from ipt_tui.vault.thread import VaultThread

_NUMBER = re.compile(r"[-−+]?[0-9]{1,4}")


async def keep(
    vault: VaultThread, entry: Entry, key: str, value: str, client: str, today: date,
    *, southern: bool, day_starts_at: time,
) -> None:  # fmt: skip
    """Write an answer about an entry of this client's.

    Raises VaultError or NotHeard with a sentence; then nothing changed.
    """
    sort = sort_of(entry)
    if key == "tie":
        await _tie(vault, entry, value)
    elif key == "people":
        names = await vault.read(people.names, client)
        await vault.write(timed.name_people, sort, entry.uid, named(value, names))
    else:
        if key == "when":
            values = when(entry, value, today, southern=southern, day_starts_at=day_starts_at)
        else:
            values = {key: _value(entry, key, value)}
        await vault.write(timed.change, sort, entry.uid, entry.updated_at, **values)


async def _tie(vault: VaultThread, entry: Entry, value: str) -> None:
    do, _, uid = value.partition(":")
    pair = (entry.uid, uid) if isinstance(entry, MoodEntry) else (uid, entry.uid)
    if do == "tie":
        await vault.write(timed.tie, *pair)
    elif do == "untie":
        await vault.write(timed.untie, *pair)


def named(typed: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the uids of the people named, separated by commas. Raises NotHeard for one unknown."""
    found = []
    for name in filter(None, (part.strip(" @") for part in typed.split(","))):
        wanted = folded(name)
        whole = [uid for known, uid in names.items() if folded(known) == wanted]
        near = whole or [uid for known, uid in names.items() if folded(known).startswith(wanted)]
        if len(near) != 1:
            many = "Several people are called" if near else "Nobody here is called"
            raise NotHeard(f"{many} “{name[:40]}”; type the name as it stands on the circle.")
        found += near
    return tuple(dict.fromkeys(found))


def when(
    entry: Entry, typed: str, today: date, *, southern: bool, day_starts_at: time
) -> dict[str, Any]:
    """Return the fields of a date as typed. Raises NotHeard for one that does not fit here."""
    if not typed.strip():
        if not isinstance(entry, EventEntry):
            raise NotHeard("Please type when it was; yesterday or 9 nov will do.")
        return dated("happened", None) | NO_TIME
    try:
        reader = Reader(today, southern=southern, day_starts_at=day_starts_at)
        found, moment = reader.whole(typed)
    except DateNotUnderstood as error:
        raise NotHeard(str(error)) from None
    if isinstance(entry, SpellEntry):
        return dated("lasted", found)
    if isinstance(entry, EventEntry):
        if moment is not None:
            return on_one_day(moment)
        return dated("happened", found) | NO_TIME
    if moment is None:
        raise NotHeard("This is of one day; type the day, and the time if you like.")
    refuse_to_come(moment.day, today)
    return moment_fields(moment)


def _value(entry: Entry, key: str, value: str) -> Any:
    if key in ("sensitive", "anniversary"):
        return value == "yes"
    if key in ("value", "valence", "severity"):
        return _number(entry, key, value)
    if key == "category":
        category = find_category(value) if value else None
        if value and category is None:
            raise NotHeard(f"“{value[:40]}” is not one of the words below; one of them, or none.")
        return category.id if category else ""
    if key == "feelings":
        return ", ".join(filter(None, (word.strip() for word in value.split(","))))
    return value


def _number(entry: Entry, key: str, value: str) -> int | None:
    if not value and key != "value":
        return None
    low, high = {"valence": (-5, 5), "severity": (0, 10)}.get(key, (-100, 100))
    sentence = f"Please type a whole number from {low} to {high}."
    if isinstance(entry, MoodEntry) and key == "value":
        low, high, sentence = entry.scale.low, entry.scale.high, entry.scale.refusal
    if not _NUMBER.fullmatch(value) or not low <= number_of(value) <= high:
        raise NotHeard(sentence)
    return number_of(value)
