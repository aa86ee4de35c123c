"""A page in sections as plain text, and as Markdown in which nothing typed is markup.

Such are the page of an ending and the card for one's next session.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipt_tui.exchange.plain import line, wrapped
from ipt_tui.ipt.ending_page import Items, Paragraph, Table, sections, span_words, title
from ipt_tui.ipt.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipt_tui.ipt.ending import EndingPage
    from ipt_tui.ipt.ending_page import Block, Section

PRINTED = 76
"""Letters of a line that is printed."""
_SHORT = 48
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$]|:(?=//)|(?<=www)\.)")
_NUMBERED = re.compile(r"(\d{1,9})(?=[.)])")


# Plain text.


def as_text(page: EndingPage) -> list[str]:
    """Return the page as the lines of a text file."""
    return wrapped(text_lines(title(), span_words(page), sections(page)), PRINTED)


def text_lines(heading: str, span: str, parts: Iterable[Section]) -> list[str]:
    """Return a page as lines of plain text, each paragraph and each item on one."""
    return [heading, span, *_text_sections(parts)]


def _text_sections(parts: Iterable[Section]) -> Iterator[str]:
    for section in parts:
        yield ""
        if section.title:
            heading = line(section.title)
            yield from ("", heading, "-" * min(len(heading), PRINTED))
        told = [lines for block in section.blocks if (lines := list(_text_block(block)))]
        for number, lines in enumerate(told):
            yield from ([""] if number else [])
            yield from lines


def _text_block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from map(line, clean(block.text).split("\n"))
    elif isinstance(block, Items):
        yield from (f"- {line(item)}" for item in block.items)
    elif isinstance(block, Table):
        yield from _text_table(block)


def _text_table(table: Table) -> Iterator[str]:
    """Yield a table so that it can be read aloud: what each row is about, then its cells."""
    for first, *others in table.rows:
        told = [
            f"{head}: {line(text)}"
            for head, text in zip(table.head[1:], others, strict=True)
            if text
        ]
        yield line(first)
        together = f"  {'; '.join(told)}"
        short = len(together) <= _SHORT
        yield from ([together] if short and told else (f"  {text}" for text in told))


# Markdown.


def as_markdown(page: EndingPage) -> list[str]:
    """Return the page as the lines of a Markdown file."""
    return markdown_lines(title(), span_words(page), sections(page))


def markdown_lines(heading: str, span: str, parts: Iterable[Section]) -> list[str]:
    """Return a page as the lines of a Markdown file."""
    lines = [f"# {_typed(heading)}", "", _typed(span)]
    for section in parts:
        if section.title:
            lines += ["", f"## {_typed(section.title)}"]
        for block in section.blocks:
            told = list(_markdown_block(block))
            lines += ["", *told] if told else []
    return lines


def _markdown_block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        *first, last = [_typed(each) for each in clean(block.text).strip().split("\n")]
        yield from (f"{each}  " if each else "" for each in first)
        yield last
    elif isinstance(block, Items):
        yield from (f"- {_typed(item)}" for item in block.items)
    elif isinstance(block, Table):
        yield _row(block.head)
        yield _row(("---",) * len(block.head), typed=False)
        yield from map(_row, block.rows)


def _row(texts: tuple[str, ...], *, typed: bool = True) -> str:
    return f"| {' | '.join(_typed(text) if typed else text for text in texts)} |"


def _typed(text: str) -> str:
    """Return what was typed on one line, every sign of it that would be a mark made a letter."""
    told = _MARKS.sub(r"\\\1", line(text))
    if number := _NUMBERED.match(told):
        return f"{number[1]}\\{told[number.end(1) :]}"
    return f"\\{told}" if told.startswith(("-", "+", "=")) else told
