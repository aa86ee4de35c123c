"""The ending as rows: its parts, what could go into them, and what is on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.called import KINDS
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.ending import course_words, spoken_words
from ipt_tui.ipt.ending_page import sections, span_words
from ipt_tui.ipt.ending_words import shipped
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.ending import Ending, EndingPage, LeftOut, Offer
    from ipt_tui.ipt.ending_page import Table

PART, OFFER, LEFT, SIDE = "part:", "offer:", "left:", "side:"
CALLED, TALKS, AGREED = "called", "talks", "agreed"
TICKED, OPEN = "✓", "·"
SAYS = {"tried": "tried", "practice": "practised", "said": "said aloud"}
"""What is offered, in words."""
_MARK = 3
_BESIDE = ("wishes", "goals", "scores", "talks")
"""The parts of the page that stand beside the circle."""


# The parts.


def ending_rows(ending: Ending, audience: Audience) -> tuple[Row, ...]:
    """Return the ending as the rows of its screen."""
    return tuple(_rows(ending, audience))


def _rows(ending: Ending, audience: Audience) -> Iterator[Row]:
    where = audience.pick(course_words(ending.told), span_words(ending.page))
    yield Row(None, (Cell(where, "label"),), wraps=True)
    if spoken := spoken_words(ending.told):
        yield Row(None, (Cell(spoken, "strong"),), wraps=True)
    for part in shipped().parts:
        yield Row(None)
        yield Row(None, (Cell(part.title, "heading"),), wraps=True)
        if part.key == "sad":
            yield from (Row(None, (Cell(words, "muted"),), wraps=True) for words in shipped().sad)
        yield _part(ending, part.key)
        if part.key == "did":
            yield from map(_offer, ending.offers)
    yield Row(None)
    yield Row(None, (Cell("On the page", "heading"),))
    yield from _on_page(ending)


def _part(ending: Ending, key: str) -> Row:
    if key in ending.told.veiled:
        cell = Cell(f"{VEIL} names somebody or something sensitive", "muted")
    elif text := ending.told.texts.get(key, ""):
        cell = Cell(shipped().part(key).says(text))
    else:
        cell = Cell(OPEN, "muted")
    return Row(f"{PART}{key}", (Cell("", "", _MARK), cell), wraps=True)


def _offer(offer: Offer) -> Row:
    mark = Cell(f" {TICKED if offer.taken else '+'}", "accent" if offer.taken else "muted", _MARK)
    what = Cell(SAYS[offer.what], "label", 12)
    return Row(f"{OFFER}{offer.key}", (mark, what, Cell(offer.words, "muted")), wraps=True)


def _on_page(ending: Ending) -> Iterator[Row]:
    called = "who they are: partner, friend" if ending.told.called == KINDS else "by their names"
    yield _choice(CALLED, "people", called)
    yield _choice(TALKS, "two talks", _pair(ending.page))
    yield from map(_left, ending.left_out)
    day = (
        short(ending.told.agreed, ending.told.today)
        if ending.told.agreed
        else "not yet; space says so"
    )
    yield _choice(AGREED, "agreed", day)


def _pair(page: EndingPage) -> str:
    pair = page.talks
    if pair is None:
        return "none side by side; t chooses them"
    days = [short(day, page.on) for each in (pair.then, pair.now) if (day := each.line.day)]
    return ", ".join(filter(None, (f"with {pair.who}", " and ".join(days))))


def _choice(key: str, label: str, words: str) -> Row:
    return Row(key, (Cell("", "", _MARK), Cell(label, "label", 12), Cell(words)), wraps=True)


def _left(one: LeftOut) -> Row:
    """Return something sensitive: whether it goes in, what it is, and what it says where shown."""
    mark = Cell(f" {TICKED if one.ticked else OPEN}", "accent" if one.ticked else "muted", _MARK)
    words = one.words.split("\n")[0] or VEIL
    told = "goes in" if one.ticked else "sensitive: left out"
    cells = (mark, Cell(one.kind, "label", 12), Cell(words), Cell(f"  {told}", "muted", 22))
    return Row(f"{LEFT}{one.key}", cells)


# Then and now.


def beside_rows(page: EndingPage) -> tuple[Row, ...]:
    """Return what stands under the circle: said aloud, goals, scores, two talks side by side."""
    return tuple(_beside(page))


def _beside(page: EndingPage) -> Iterator[Row]:
    """Yield the parts of the page as they are worded there."""
    from ipt_tui.ipt.ending_page import Paragraph, Table

    found = {section.key: section for section in sections(page)}
    circle = found.get("circle")
    if circle is not None:
        for block in circle.blocks:
            if isinstance(block, Paragraph):
                yield Row(f"{SIDE}circle", (Cell(block.text),), wraps=True)
    for key in _BESIDE:
        section = found.get(key)
        if section is None:
            continue
        yield Row(None)
        yield Row(None, (Cell(section.title, "heading"),), wraps=True)
        for number, block in enumerate(section.blocks):
            if isinstance(block, Table):
                yield from _table(f"{SIDE}{key}:{number}", block)
            elif isinstance(block, Paragraph):
                yield Row(f"{SIDE}{key}:{number}", (Cell(block.text, "muted"),), wraps=True)


def _table(key: str, table: Table) -> Iterator[Row]:
    """Yield a table: narrow columns for few letters, else what each row is about, wrapped."""
    widths = [
        max(len(head), *(len(row[n]) for row in table.rows)) + 2
        for n, head in enumerate(table.head)
    ]
    if sum(widths[1:]) <= 40:
        yield Row(None, (Cell(table.head[0], "label"), *_narrow(table.head, widths, "label")))
        for number, row in enumerate(table.rows):
            yield Row(f"{key}:{number}", (Cell(row[0]), *_narrow(row, widths)), wraps=True)
        return
    half = 24
    yield Row(None, (Cell("", "", 12), Cell("then", "label", half), Cell("now", "label")))
    for number, (label, then, now) in enumerate(table.rows):
        cells = (Cell(label, "label", 12, wraps=True), Cell(then, "", half, wraps=True), Cell(now))
        yield Row(f"{key}:{number}", cells, wraps=True)


def _narrow(texts: tuple[str, ...], widths: list[int], role: str = "") -> tuple[Cell, ...]:
    return tuple(Cell(text, role, width) for text, width in zip(texts[1:], widths[1:], strict=True))


def page_rows(lines: list[str]) -> tuple[Row, ...]:
    """Return the lines of the file as rows to go through."""
    return tuple(Row(f"line:{n}", (Cell(text),), wraps=True) for n, text in enumerate(lines))
