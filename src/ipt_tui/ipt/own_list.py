"""Lists that people extend: what they wrote wrong gets a sentence, and the rest works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ipt_tui.ipt.content import ContentError, load

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What a content file lists, in its order, and a sentence for each thing that is wrong."""

    items: tuple[T, ...]
    problems: tuple[str, ...] = ()


class Entry:
    """One table of a content file; what is wrong with it is said as a `ContentError`."""

    def __init__(self, file: str, called: str, data: Mapping[str, Any]) -> None:
        """Read a table of `file`; `called` is how a sentence names it: "the form “soap”"."""
        self._file, self._called, self._data = file, called, data

    def fault(self, reason: str) -> ContentError:
        """Return the error that says what is wrong."""
        return ContentError(self._file, f"{self._called} {reason}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it has to be there."""
        value = self._data.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.fault(f"needs a text for {key}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, an empty one where there is none."""
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.fault(f"needs a list of texts for {key}")
        return tuple(value)

    def words(self, key: str) -> dict[str, str]:
        """Return a table of texts, an empty one where there is none."""
        value = self._data.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
            raise self.fault(f"needs a table of texts for {key}")
        return dict(value)

    def tables(self, key: str) -> tuple[Entry, ...]:
        """Return a list of tables, of which there has to be at least one."""
        value = self._data.get(key)
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(each, dict) for each in value)
        ):
            raise self.fault(f"needs at least one {key}")
        return tuple(Entry(self._file, self._called, each) for each in value)


def read_list(
    file: str, what: str, make: Callable[[Entry], T], extra_dir: Path | None = None
) -> Found[T]:
    """Return what the tables called `what` stand for, a person's own laid over the shipped ones.

    An own table that is faulty is left out with a sentence; where it was to replace a shipped one,
    that one stays. Never raises for anything a person wrote.
    """
    shipped = {each["id"]: make(_entry(file, what, each)) for each in load(file)[what]}
    try:
        listed = load(file, extra_dir)[what]
    except ContentError as problem:
        return Found(tuple(shipped.values()), (_left_out(problem),))
    items: list[T] = []
    problems: list[str] = []
    for each in listed:
        entry = _entry(file, what, each)
        try:
            entry.text("id")
            items.append(make(entry))
        except ContentError as problem:
            problems.append(_left_out(problem))
            instead = shipped.get(str(each.get("id"))) if isinstance(each, dict) else None
            items += [] if instead is None else [instead]
    return Found(tuple(items), tuple(problems))


def _entry(file: str, what: str, data: Any) -> Entry:
    data = data if isinstance(data, dict) else {}
    return Entry(file, f"the {what} “{data.get('id', '')}”", data)


def _left_out(problem: ContentError) -> str:
    return f"{str(problem).rstrip('.')}; it was left out."
