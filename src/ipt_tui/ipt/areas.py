"""The problem areas of IPT: which there are, the words for them, and what each works through.

They are data (`content/areas.toml`), over which a person's own file is laid. Which of them fits is
a person's to say: nothing here chooses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.content import ContentError, load
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.workbench import Choice, Prompt, said_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ipt_tui.ipt.audience import Audience

FILE = "areas.toml"
IDS = ("grief", "role_dispute", "role_transition", "interpersonal_deficits")
"""The four that came with the program, by what is kept of them."""


@dataclass(frozen=True, slots=True)
class Area:
    """One problem area; `id` is what is kept, `label` how the practitioner reads it.

    `client` is how it is said to the client, `words` what may stand behind # in a note. `who` asks
    whom it is about. It is `joined` to a name by "with", or stands before it in brackets. `note`
    is for the practitioner alone. One with `stages` has those of a dispute, one with a `ledger`
    reads what the two expect of each other. `people` are those who are offered as evidence: about,
    died, living or none.
    """

    id: str
    label: str
    client: str
    words: tuple[str, ...] = ()
    who: str = ""
    own_who: str = ""
    joined: bool = False
    plain: str = ""
    alone: str = ""
    own_plain: str = ""
    own_alone: str = ""
    note: str = ""
    stages: bool = False
    ledger: bool = False
    people: str = "none"
    prompts: tuple[Prompt, ...] = ()

    def said(self, audience: Audience) -> str:
        """Return what it is called."""
        return audience.pick(self.label, self.client)

    def asks_who(self, audience: Audience) -> str:
        """Return the question whom it is about."""
        return audience.pick(self.who, self.own_who)

    def in_plain_words(self, audience: Audience, code: str, name: str) -> str:
        """Return what is worked on where it is this, with somebody or with nobody named."""
        if name:
            return said_with(audience.pick(self.plain, self.own_plain), code, name)
        return said_with(audience.pick(self.alone, self.own_alone), code, "")

    def prompt(self, name: str) -> Prompt | None:
        """Return the prompt of this id, None for one that is not known any more."""
        return next((prompt for prompt in self.prompts if prompt.id == name), None)

    @property
    def safety(self) -> Prompt | None:
        """The prompt that comes before all others: whether it may be dangerous."""
        return next((p for p in self.prompts if any(c.stops for c in p.choices)), None)

    def stops(self, name: str, kept: str) -> bool:
        """Return whether an answer to a prompt sets aside what confronts: it may be dangerous."""
        prompt = self.prompt(name)
        choice = prompt.choice(kept) if prompt is not None else None
        return choice is not None and choice.stops


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a dispute; `line` says what is meant."""

    id: str
    label: str
    client: str
    line: str


@dataclass(frozen=True)
class Areas:
    """All problem areas by their ids, those `offered`, the stages of a dispute.

    `problem` is one sentence where a person's own file cannot be used, "" else.
    """

    by_id: Mapping[str, Area]
    offered: tuple[Area, ...]
    stages: tuple[Stage, ...] = ()
    problem: str = field(default="", compare=False)

    @cached_property
    def by_word(self) -> Mapping[str, str]:
        """The words for an area as they may stand in a note, folded, each with what is kept."""
        return {folded(word): area.id for area in self.by_id.values() for word in area.words}

    def get(self, kept: str) -> Area:
        """Return the area that was kept; one that is not known is called by what was kept."""
        return self.by_id.get(kept) or Area(kept, kept, kept, alone=kept, own_alone=kept)

    def stage(self, kept: str) -> Stage:
        """Return the stage that was kept; one that is not known is called by what was kept."""
        known = next((stage for stage in self.stages if stage.id == kept), None)
        return known or Stage(kept, kept, kept, "")


@cache
def shipped() -> Areas:
    """Return the areas as they came with the program."""
    return _read(load(FILE))


def read(folder: Path | None = None, offered: Sequence[str] = ()) -> Areas:
    """Return the areas, a person's own file laid over those that came with the program.

    Only those of `offered` are offered, in their order; without, those the file says. A faulty
    file leaves what came with the program, and its `problem` says so. Never raises for it.
    """
    problem = ""
    try:
        found = _read(load(FILE, folder)) if folder is not None else shipped()
    except ContentError as error:
        found, problem = shipped(), f"{str(error).rstrip('.')}; it was left out."
    if offered:
        kept = tuple(found.by_id[name] for name in offered if name in found.by_id)
        found = Areas(found.by_id, kept or found.offered, found.stages)
    return Areas(found.by_id, found.offered, found.stages, problem)


@dataclass(slots=True)
class _Use:
    """What was said to `use`, and what that came to once somebody asked."""

    folder: Path | None = None
    offered: tuple[str, ...] = ()
    found: Areas | None = None


_USED = _Use()


def use(folder: Path | None, offered: Sequence[str] = ()) -> None:
    """Say at the start which areas this program has; they are read when first asked for."""
    _USED.folder, _USED.offered, _USED.found = folder, tuple(offered), None


def in_use() -> Areas:
    """Return the areas this program has, those that came with it where nothing was said."""
    if _USED.found is None:
        _USED.found = read(_USED.folder, _USED.offered)
    return _USED.found


def _read(data: Mapping[str, Any]) -> Areas:
    """Return the areas of a file. Raises ContentError, one sentence, for what does not fit."""
    prompts = [_prompt(table) for table in _tables(data, "prompt")]
    namings = {_text(table, "id"): table for table in _tables(data, "naming")}
    found = {}
    for table in _tables(data, "area"):
        area = _area(table, _naming(data, namings, _text(table, "id")), prompts)
        found[area.id] = area
    strays = [prompt.area for prompt in prompts if prompt.area not in found]
    wanted = data.get("areas", [])
    if not isinstance(wanted, list) or not wanted:
        raise ContentError(FILE, "areas should be a list of those that are offered")
    strays += [str(name) for name in wanted if name not in found]
    if strays:
        raise ContentError(FILE, f"there is no area with the id “{strays[0]}”")
    stages = tuple(
        Stage(_text(each, "id"), _text(each, "label"), _or(each, "client", "label"),
              _text(each, "line", ""))
        for each in _tables(data, "stage")
    )  # fmt: skip
    return Areas(found, tuple(found[name] for name in wanted), stages)


def _naming(
    data: Mapping[str, Any], namings: Mapping[str, Mapping[str, Any]], area: str
) -> Mapping[str, Any]:
    """Return the words that are used for an area, by what `called` says."""
    called = data.get("called", {})
    wanted = called.get(area) if isinstance(called, dict) else None
    naming = namings.get(wanted) if isinstance(wanted, str) else None
    if naming is None or naming.get("area") != area:
        known = ", ".join(name for name, each in namings.items() if each.get("area") == area)
        raise ContentError(FILE, f"called.{area} should be one of: {known}")
    return naming


def _area(table: Mapping[str, Any], naming: Mapping[str, Any], prompts: Sequence[Prompt]) -> Area:
    name, words = _text(table, "id"), table.get("words", [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ContentError(FILE, f"in {name}, words should be a list of words")
    return Area(
        name,
        _text(naming, "label"),
        _or(naming, "client", "label"),
        tuple(words),
        _text(table, "who"),
        _or(table, "own_who", "who"),
        _flag(table, "with"),
        _text(table, "plain"),
        _text(table, "alone"),
        _or(table, "own_plain", "plain"),
        _or(table, "own_alone", "alone"),
        _text(table, "note", ""),
        _flag(table, "stages"),
        _flag(table, "ledger"),
        _text(table, "people", "none"),
        tuple(prompt for prompt in prompts if prompt.area == name),
    )


def _prompt(table: Mapping[str, Any]) -> Prompt:
    choices = tuple(
        Choice(_text(each, "id"), _text(each, "label"), _or(each, "client", "label"),
               _flag(each, "stops"))
        for each in _tables(table, "choice", 0)
    )  # fmt: skip
    return Prompt(
        _text(table, "id"),
        _text(table, "area"),
        _text(table, "part"),
        _text(table, "ask"),
        _or(table, "own", "ask"),
        _flag(table, "many"),
        _flag(table, "done"),
        _text(table, "rating", ""),
        _text(table, "own_rating", _text(table, "rating", "")),
        _flag(table, "confronts"),
        _flag(table, "private"),
        choices,
    )


def _tables(data: Mapping[str, Any], name: str, least: int = 1) -> Iterator[Mapping[str, Any]]:
    """Yield the tables of a list."""
    found = data.get(name, [])
    if not isinstance(found, list) or len(found) < least:
        raise ContentError(FILE, f"there should be a [[{name}]]")
    for table in found:
        if not isinstance(table, dict):
            raise ContentError(FILE, f"every {name} should be a table")
        yield table


def _text(table: Mapping[str, Any], key: str, instead: str | None = None) -> str:
    """Return a text, `instead` of one that is not there."""
    value = table.get(key, instead)
    if not isinstance(value, str):
        raise ContentError(FILE, f"in {table.get('id', 'one of them')}, {key} should be a text")
    return value


def _or(table: Mapping[str, Any], key: str, other: str) -> str:
    return _text(table, key, _text(table, other))


def _flag(table: Mapping[str, Any], key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise ContentError(FILE, f"in {table.get('id')}, {key} should be true or false")
    return value
