"""Where each answer about an entry of the timeline goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.categories import find as find_category
from ipt_tui.ipt.entry_words import sort_of
from ipt_tui.ipt.heard import NotHeard, number, on_scale, refuse_to_come
from ipt_tui.ipt.timeline import Entry, EventEntry, MoodEntry, SpellEntry
from ipt_tui.tui.areas.timeline.keys import TIE
from ipt_tui.vault import timed
from ipt_tui.vault.dating import dated, of_event
from ipt_tui.vault.dating import timed as moment_fields

if TYPE_CHECKING:
    from ipt_tui.tui.areas.inquiry import Ground
    from ipt_tui.tui.areas.timeline.inquiry import EntryInquiry

_NUMBERS = {"valence": (-5, 5), "severity": (0, 10)}


async def keep(inquiry: EntryInquiry, key: str, value: str) -> None:
    """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
    ground, entry = inquiry.ground, inquiry.entry
    sort = sort_of(entry)
    if key == TIE:
        await _tie(ground, entry, value)
    elif key == "people":
        named = await ground.named(value)
        await ground.vault.write(timed.name_people, sort, entry.uid, ground.today, *named)
    else:
        values = _when(ground, entry, value) if key == "when" else {key: _value(entry, key, value)}
        await ground.vault.write(timed.change, sort, entry.uid, entry.updated_at, **values)


async def _tie(ground: Ground, entry: Entry, value: str) -> None:
    do, _, uid = value.partition(":")
    pair = (entry.uid, uid) if isinstance(entry, MoodEntry) else (uid, entry.uid)
    if do == "tie":
        await ground.vault.write(timed.tie, *pair)
    elif do == "untie":
        await ground.vault.write(timed.untie, *pair)


def _when(ground: Ground, entry: Entry, typed: str) -> dict[str, Any]:
    """Return the fields of a date as typed. Raises NotHeard for one that does not fit here."""
    if not typed.strip():
        if not isinstance(entry, EventEntry):
            raise NotHeard("Please type when it was; yesterday or 9 nov will do.")
        return of_event(None, None)
    found, moment = ground.when(typed)
    if isinstance(entry, SpellEntry):
        return dated("lasted", found)
    if isinstance(entry, EventEntry):
        return of_event(found, moment)
    if moment is None:
        raise NotHeard("This is of one day; type the day, and the time if you like.")
    refuse_to_come(moment.day, ground.today)
    return moment_fields(moment)


def _value(entry: Entry, key: str, value: str) -> Any:
    if key in ("sensitive", "anniversary"):
        return value == "yes"
    if key == "value" and isinstance(entry, MoodEntry):
        return on_scale(value, entry.scale)
    if key in _NUMBERS:
        return number(value, *_NUMBERS[key])
    if key == "category":
        category = find_category(value) if value else None
        if value and category is None:
            raise NotHeard(f"“{value[:40]}” is not one of the words below; one of them, or none.")
        return category.id if category else ""
    if key == "feelings":
        return ", ".join(filter(None, (word.strip() for word in value.split(","))))
    return value
