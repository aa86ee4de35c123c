"""The instruments there are: those that came with the program, and a practitioner's own files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ipt_tui.ipt import content
from ipt_tui.ipt.content import ContentError
from ipt_tui.ipt.instrument import Instrument, Policy
from ipt_tui.ipt.instrument_file import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "instruments"
LARGEST = 300_000
"""So many letters a file may have."""


@dataclass(frozen=True, slots=True)
class Instruments:
    """All that can be used, by their ids; and a sentence for each file that cannot."""

    by_id: Mapping[str, Instrument]
    problems: tuple[str, ...] = ()

    def get(self, name: str, version: str = "") -> Instrument | None:
        """Return an instrument; with a version only if it is that one."""
        found = self.by_id.get(name)
        return found if found is not None and version in ("", found.version) else None


@cache
def shipped() -> Mapping[str, Instrument]:
    """Return the instruments that came with the program, in the order of their short names."""
    found = [
        read(name, content.text(name), content.load(name))
        for name in content.names(FOLDER, ".toml")
    ]
    return MappingProxyType({each.id: each for each in sorted(found, key=lambda i: i.short)})


def load(folder: Path | None = None, *, noncommercial: bool = True) -> Instruments:
    """Return the instruments there are; never raises for anything a person wrote.

    Args:
        folder: The person's own folder; its `instruments/*.toml` are added. A faulty one, or one
            that would replace what is there, is left out and said in `problems`.
        noncommercial: Whether those are wanted that may not be used commercially.
    """
    found = dict(shipped())
    problems: list[str] = []
    for name in _own_names(folder, problems):
        try:
            own = _own(name, folder, found)
        except ContentError as problem:
            problems.append(f"{str(problem).rstrip('.')}; it was left out.")
        else:
            found[own.id] = own
    if not noncommercial:
        found = {name: i for name, i in found.items() if i.policy is not Policy.NC_ONLY}
    return Instruments(MappingProxyType(found), tuple(problems))


def _own_names(folder: Path | None, problems: list[str]) -> tuple[str, ...]:
    if folder is None:
        return ()
    ours = set(content.names(FOLDER, ".toml"))
    try:
        both = content.names(FOLDER, ".toml", folder)
        theirs = {f"{FOLDER}/{file.name}" for file in (folder / FOLDER).glob("*.toml")}
    except OSError as problem:
        reason = (problem.strerror or "it cannot be read").lower()
        problems.append(f"Your own folder {FOLDER} was left out ({reason}).")
        return ()
    problems.extend(
        f"{name}: this is the name of a file that came with the program; it was left out."
        for name in sorted(ours & theirs)
    )
    return tuple(name for name in both if name not in ours)


def _own(name: str, folder: Path | None, there: Mapping[str, Instrument]) -> Instrument:
    source = content.text(name, folder)
    if len(source) > LARGEST:
        raise ContentError(name, f"has more than {LARGEST:,} letters")
    own = read(name, source, content.load(name, folder), own=True)
    if own.id in there:
        raise ContentError(name, f"there is an instrument with the id “{own.id}” already")
    return own


@dataclass(slots=True)
class _Use:
    """What was said to `use`, and what that came to once somebody asked."""

    folder: Path | None = None
    noncommercial: bool = True
    found: Instruments | None = None


_USED = _Use()


def use(folder: Path | None, *, noncommercial: bool = True) -> None:
    """Say at the start which instruments this program has; they are read when first asked for."""
    _USED.folder, _USED.noncommercial, _USED.found = folder, noncommercial, None


def in_use() -> Instruments:
    """Return the instruments this program has, those that came with it where nothing was said."""
    if _USED.found is None:
        _USED.found = load(_USED.folder, noncommercial=_USED.noncommercial)
    return _USED.found
