"""The help lines page: who can be reached now, from a dated list that people may change.

The list is `content/helplines.toml`. Every number says whether it was seen at its source, and the
page says so in words, together with its age and that nobody watches what is written here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from ipt_tui.ipt.content import load
from ipt_tui.ipt.regions import code_of

FILE = "helplines.toml"
ANYWHERE = "anywhere"
DAYS_FRESH = 180
TITLE = "Help lines"
MORE_TITLE = "More lines"
NOT_MONITORED = "No one is monitoring this program."
NOT_CHECKED = "not checked"
_NOT_CHECKED_MEANS = "“not checked”: nobody has confirmed this for this list."

_CALL = re.compile(r"[\W_]*(?:please\W*)?help(?:\W*me)?(?:\W*(?:please|now))*[\W_]*")


class How(StrEnum):
    """How a line is reached; `label` is the word before its number or address."""

    CALL = "call"
    TEXT = "text"
    CHAT = "chat"
    EMAIL = "email"
    POST = "post"
    WEB = "web"

    @property
    def label(self) -> str:
        """The word that stands before a number or an address."""
        return {"chat": "chat at", "email": "write to", "post": "post to", "web": "look at"}.get(
            self.value, self.value
        )


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One line: its name, how and at which number or address, and whether that was checked."""

    name: str
    how: tuple[How, ...]
    at: str
    hours: str = ""
    note: str = ""
    checked: bool = True

    @property
    def reach(self) -> str:
        """What to do, as in "call or text 988"."""
        return f"{' or '.join(way.label for way in self.how)} {self.at}"

    @property
    def remarks(self) -> str:
        """Hours, note and "not checked", as far as there are any."""
        doubt = "" if self.checked else NOT_CHECKED
        return " · ".join(part for part in (self.hours, self.note, doubt) if part)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """All there is to say for one region; `stale` and `problem` are sentences or None."""

    region: str
    region_name: str
    emergency: HelpLine
    help_lines: tuple[HelpLine, ...]
    more: tuple[HelpLine, ...]
    last_checked: date
    stale: str | None = None
    problem: str | None = None

    @property
    def age(self) -> str:
        """When the numbers were last checked, as a sentence."""
        if self.stale:
            return self.stale
        checked = [line for line in self.help_lines if line.checked]
        if not checked:
            return f"This list is of {_say(self.last_checked)}."
        which = "These numbers" if len(checked) == len(self.help_lines) else "The others"
        return f"{which} were last checked on {_say(self.last_checked)}."

    def lines(self, *, more: bool = False) -> tuple[str, ...]:
        """Return the page as plain lines for any terminal, the emergency number first.

        Nobody is made to doubt that number in the moment they need it.

        With `more` it is the page "More lines", which is shown only when it was asked for.
        """
        shown = self.more if more else self.help_lines
        where = "" if self.region == ANYWHERE else f" · {self.region_name}"
        head = f"{MORE_TITLE if more else TITLE}{where}"
        body = [
            f"In an emergency  {_row(replace(self.emergency, checked=True))}",
            "",
            *_table(shown),
        ]
        doubt = [] if all(line.checked for line in shown) else [_NOT_CHECKED_MEANS]
        trouble = [self.problem] if self.problem else []
        return (head, "", *body, "", NOT_MONITORED, self.age, *doubt, *trouble)


def help_page(region: str | None, today: date, extra_dir: Path | None = None) -> HelpPage:
    """Return the page for a region such as "UK", in any case; for an unknown one the general page.

    `extra_dir` may hold a person's own `helplines.toml`, laid over the shipped one. If that cannot
    be read, the page is the shipped one, and `problem` says so in a sentence. Never raises for
    anything a person wrote.
    """
    try:
        page = _read(load(FILE, extra_dir), region)
    except (OSError, ValueError) as error:
        page = _read(load(FILE), region)
        why = str(error).rstrip(".")
        problem = f"Your own list of help lines was left out ({why}); these came with the program."
        page = replace(page, problem=problem)
    if (today - page.last_checked).days <= DAYS_FRESH:
        return page
    when = _say(page.last_checked)
    return replace(page, stale=f"These numbers were last checked on {when}; please check them.")


def calls_for_help(typed: str) -> bool:
    """Whether an answer is the word help and nothing but what may go with it: "HELP.", "help me!".

    "help with the flat" and "he helped" are answers like any other.
    """
    return bool(_CALL.fullmatch(typed.strip().casefold()))


def region_of(wished: Iterable[str | None], extra_dir: Path | None = None) -> str:
    """Return the first of the regions wished for that there is a list for, else ANYWHERE.

    `extra_dir` is as for `help_page`; where the list there cannot be read, the shipped one counts.
    """
    try:
        tables = dict(_tables(load(FILE, extra_dir)))
        for table in tables.values():
            _text(table, "name")
    except (OSError, ValueError):
        tables = dict(_tables(load(FILE)))
    found = (_region(tables, wish) for wish in wished if wish)
    return next((code for code in found if code != ANYWHERE), ANYWHERE)


def unlisted(region: str) -> str:
    """Return what is to be said of a region for which there is no list of its own, "" for one."""
    wanted = region.strip()
    if not wanted or wanted.casefold() == ANYWHERE or region_of([wanted]) != ANYWHERE:
        return ""
    return f"There are no help lines for “{wanted[:40]}” here; the list for anywhere is shown."


def territory(env: Mapping[str, str]) -> str:
    """Guess the region from the language setting of the terminal: "GB" of "en_GB.UTF-8"."""
    return env.get("LANG", "").partition(".")[0].rpartition("_")[2]


def regions(extra_dir: Path | None = None) -> tuple[tuple[str, str], ...]:
    """Return all regions there is a page for, as (code, name), in the order of the list."""
    try:
        data = load(FILE, extra_dir)
        return tuple((code, _text(table, "name")) for code, table in _tables(data))
    except (OSError, ValueError):
        return regions() if extra_dir else ()


def _read(data: Mapping[str, Any], region: str | None) -> HelpPage:
    """The page for a region from the whole list; raises ValueError if that is not as it should."""
    checked_on = data.get("last_checked")
    if type(checked_on) is not date:
        raise ValueError(f"{FILE}: last_checked should be a date like 2026-11-01")
    tables = dict(_tables(data))
    code = _find(tables, (region or ANYWHERE).strip().casefold())
    table = tables[code]
    return HelpPage(
        region=code,
        region_name=_text(table, "name"),
        emergency=_line({"name": "emergency", "how": "call", **_table_at(table, "emergency")}),
        help_lines=_lines(table, "lines"),
        more=_lines(table, "more"),
        last_checked=checked_on,
    )


def _region(tables: Mapping[str, Mapping[str, Any]], wish: str) -> str:
    """Return the region of a code or a name; a name of the list itself goes first."""
    found = _find(tables, wish.strip().casefold())
    return found if found != ANYWHERE else _find(tables, code_of(wish).casefold())


def _find(tables: Mapping[str, Mapping[str, Any]], wanted: str) -> str:
    for code, table in tables.items():
        also = table.get("also", [])
        names = [code, _text(table, "name"), *(also if isinstance(also, list) else [])]
        if wanted in (str(name).casefold() for name in names):
            return code
    return ANYWHERE


def _tables(data: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    return [(code, table) for code, table in data.items() if isinstance(table, dict)]


def _table_at(table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    inner = table.get(key, {})
    if not isinstance(inner, dict):
        raise ValueError(f"{key} should be a table")
    return inner


def _lines(table: Mapping[str, Any], key: str) -> tuple[HelpLine, ...]:
    inner = _table_at(table, key)
    return tuple(_named(_table_at(inner, name), name) for name in inner)


def _named(table: Mapping[str, Any], key: str) -> HelpLine:
    try:
        return _line(table)
    except ValueError as error:
        raise ValueError(f"{FILE}, {key}: {error}") from None


def _line(table: Mapping[str, Any]) -> HelpLine:
    ways = table.get("how", "")
    checked = table.get("checked", True)
    if not isinstance(checked, bool):
        raise ValueError("checked should be true or false")
    return HelpLine(
        name=_text(table, "name"),
        how=tuple(_way(way) for way in (ways if isinstance(ways, list) else [ways])),
        at=_text(table, "at"),
        hours=_text(table, "hours", ""),
        note=_text(table, "note", ""),
        checked=checked,
    )


def _way(way: object) -> How:
    if not isinstance(way, str) or way not in list(How):
        raise ValueError(f"how should be one of {', '.join(How)}")
    return How(way)


def _text(table: Mapping[str, Any], key: str, default: str | None = None) -> str:
    """A printable text of the table; raises ValueError if it is missing or something else."""
    text = table.get(key, default)
    if (
        not isinstance(text, str)
        or not text.isprintable()
        or (default is None and not text.strip())
    ):
        raise ValueError(f"{key} should be text")
    return text


def _row(line: HelpLine) -> str:
    return f"{line.reach}  ({line.remarks})" if line.remarks else line.reach


def _table(shown: tuple[HelpLine, ...]) -> list[str]:
    if not shown:
        return ["No lines are listed here for this region."]
    names = max(len(line.name) for line in shown)
    return [f"{line.name:{names}}  {_row(line)}" for line in shown]


def _say(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
