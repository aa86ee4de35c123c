"""The left side of Today as rows: the clients, and below them what is still to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.concern import line_of
from ipt_tui.ipt.today import place, when
from ipt_tui.tui.areas.today.keys import (
    CONCERN,
    RUNNING,
    START,
    TIDY,
    TODO,
    TODOS,
    UNSAID,
    UNSIGNED,
)
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.ipt.today import ClientDay, Owed, Today, TodoOf, ToTidy

LONGEST_CODE, LABEL, GAP, MOST = 10, 11, 2, 4
MOST_TO_TIDY = 3
"""So many sessions are named, the newest; the others come up as those are tidied."""
SENSITIVE, CONCERN_LEAD = "sensitive", " Open concern:"


def rows(today: Today, *, narrow: bool) -> tuple[Row, ...]:
    """Return all of the left side; in a `narrow` pane the words are fewer."""
    found = [Row(None, (Cell("Clients", "heading"),))]
    if not today.clients:
        words = "n adds the first, under a code: K7"
        return (*found, Row(START, (Cell(words, "muted"),), wraps=True))
    code = min(LONGEST_CODE, max(cell_len(client.code) for client in today.clients))
    places = [place(client, brief=narrow) for client in today.clients]
    widths = (code + GAP + 1, max(map(len, places)) + GAP)
    for client, words in zip(today.clients, places, strict=True):
        found.append(_client(client, words, when(client, today.today), *widths))
    found.append(Row(None))
    found += _concerns(today)
    found += _owed(UNSAID, "Not said", today.unsaid)
    found += _owed(RUNNING, "Not ended", today.running)
    found += _owed(UNSIGNED, "Unsigned", today.unsigned)
    found += _to_tidy(today.to_tidy, narrow)
    found += _todos(today.todos)
    return tuple(found)


def _client(client: ClientDay, words: str, hour: str, code: int, place_: int) -> Row:
    role = "" if client.active and client.course else "muted"
    told = (Cell(f" {client.code}", "strong", code), Cell(words, role, place_), Cell(hour, "muted"))
    return Row(client.uid, told)


def _owed(kind: str, label: str, owed: tuple[Owed, ...]) -> Iterator[Row]:
    for number, one in enumerate(owed):
        hour = f", {one.at.at:%H:%M}" if one.at and kind != UNSIGNED else ""
        lead = Cell("" if number else f" {label}", "label", LABEL)
        yield Row(f"{kind}{one.uid}", (lead, Cell(f"{one.words}{hour}")), wraps=True)


def _concerns(today: Today) -> Iterator[Row]:
    for one in today.concerns:
        lead = Cell(CONCERN_LEAD, "label", len(CONCERN_LEAD) + 1)
        told = Cell(line_of(one, today.today), "strong")
        yield Row(f"{CONCERN}{one.uid}", (lead, told), wraps=True)


def _to_tidy(waiting: tuple[ToTidy, ...], narrow: bool) -> Iterator[Row]:
    for number, one in enumerate(waiting):
        lead = Cell("" if number else " To tidy", "label", LABEL)
        if number == MOST_TO_TIDY:
            more = plural(len(waiting) - number, "more session")
            yield Row(None, (lead, Cell(f"and {more}", "muted")))
            return
        yield Row(f"{TIDY}{one.session.uid}", (lead, Cell(one.told(brief=narrow))), wraps=True)


def _todos(todos: tuple[TodoOf, ...]) -> Iterator[Row]:
    for number, one in enumerate(todos):
        lead = Cell("" if number else " To do", "label", LABEL)
        text = Cell(f"{one.code}  {one.todo.text or SENSITIVE}", "muted" if one.todo.veiled else "")
        yield Row(f"{TODO}{one.todo.uid}", (lead, text), wraps=True, most=MOST)
    yield Row(TODOS, (Cell("" if todos else " To do", "label", LABEL), Cell("n adds one", "muted")))
