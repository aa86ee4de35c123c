"""The page of an ending as one HTML file: it needs nothing else, runs nothing and calls nobody."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ipt_tui.exchange.circle_svg import circle_svg, size_for
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.ending_page import Circles, Items, Paragraph, Table, sections, span_words, title
from ipt_tui.ipt.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.ipt.ending import EndingPage
    from ipt_tui.ipt.ending_page import Block, Section

STYLE = """
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #22262b; --faint: #5c636b;
  --line: #d5d2ca; --quote: #f3f0e9; }
@media (prefers-color-scheme: dark) { :root { --paper: #16191d; --ink: #e6e3dc; --faint: #a3a9b0;
  --line: #3a3f46; --quote: #1e2227; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.6 Georgia, "Noto Serif", serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2 { font-family: system-ui, sans-serif; line-height: 1.25; }
h1 { font-size: 1.7rem; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2.4rem 0 .5rem; padding-top: .8rem;
  border-top: 1px solid var(--line); }
p, ul { margin: .6rem 0; }
.span { color: var(--faint); margin: 0; }
.own { white-space: pre-line; overflow-wrap: anywhere; padding: .6rem .9rem;
  background: var(--quote); border-left: 3px solid var(--line); }
li { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th, tbody th { font-weight: normal; color: var(--faint); }
tbody th { overflow-wrap: break-word; min-width: 6.5rem; }
.circles { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; }
figure { flex: 1 1 19rem; margin: 0; min-width: 0; }
figcaption { text-align: center; color: var(--faint); font-family: system-ui, sans-serif; }
svg { display: block; width: 100%; height: auto; }
.halo { stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round; }
@media print {
  :root { --paper: #fff; --ink: #000; --faint: #444; --line: #aaa; --quote: #fff; }
  body { font-size: 11pt; } main { max-width: none; padding: 0; }
  h2 { break-after: avoid; } tr, figure, .own { break-inside: avoid; }
  .circles { flex-wrap: nowrap; }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Whatever a browser is told to, it loads nothing and runs nothing."""


def as_html(page: EndingPage) -> list[str]:
    """Return the page as the lines of an HTML file."""
    name = _told(title())
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex">',
        f"<title>{name}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{name}</h1>",
        f'<p class="span">{_told(span_words(page))}</p>',
    ]
    for section in sections(page):
        lines += _section(section, page)
    return [*lines, "</main>", "</body>", "</html>"]


def _section(section: Section, page: EndingPage) -> Iterator[str]:
    yield "<section>"
    if section.title:
        yield f"<h2>{_told(section.title)}</h2>"
    for block in section.blocks:
        yield from _block(block, page)
    yield "</section>"


def _block(block: Block, page: EndingPage) -> Iterator[str]:
    """Yield a block; words of a person's take their own direction."""
    if isinstance(block, Paragraph):
        how = ' class="own"' if block.own else ""
        yield f'<p{how} dir="auto">{_told(block.text)}</p>'
    elif isinstance(block, Items):
        yield "<ul>"
        yield from (f'<li dir="auto">{_told(item)}</li>' for item in block.items)
        yield "</ul>"
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield from _circles(block, page)


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    heads = "".join(f'<th scope="col">{_told(head)}</th>' for head in table.head)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for first, *others in table.rows:
        cells = "".join(f'<td dir="auto">{_told(text)}</td>' for text in others)
        yield f'<tr><th scope="row" dir="auto">{_told(first)}</th>{cells}</tr>'
    yield "</tbody>"
    yield "</table>"


def _circles(pair: Circles, page: EndingPage) -> Iterator[str]:
    """Yield the circle of then, where anybody stood on it, beside that of now with its trails."""
    size = size_for((pair.then, pair.now))
    yield '<div class="circles">'
    both = (("then", pair.then, page.since), ("now", pair.now, page.on))
    for name, circle, day in both:
        if circle.drawn:
            caption = f"{name}, {short(day)}"
            yield "<figure>"
            yield from circle_svg(circle, f"The circle {caption}", _shown(name, pair), size, name)
            yield f"<figcaption>{_told(caption)}</figcaption>"
            yield "</figure>"
    yield "</div>"


def _shown(name: str, pair: Circles) -> str:
    return pair.words if name == "now" else "Three rings around you."


def _told(text: str) -> str:
    """Return a text as it may stand in a page: nothing of it is markup."""
    return escape(clean(text))
