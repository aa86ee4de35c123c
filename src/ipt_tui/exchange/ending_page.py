"""The page of an ending as a file that is the client's own, by the ending of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.ending_html import as_html
from ipt_tui.exchange.ending_text import as_markdown, as_text
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.new_file import refuse_taken, write_new

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipt_tui.ipt.ending import EndingPage

FORMS: dict[str, Callable[[EndingPage], list[str]]] = {
    ".md": as_markdown,
    ".html": as_html,
    ".txt": as_text,
}
"""What a file holds, by the ending of its name."""
NO_FORM = "The name of the file should end in .md, .html or .txt, so nothing was written."


def form_of(path: Path) -> Callable[[EndingPage], list[str]]:
    """Return what makes the lines of a file of this name. Raises ExchangeError for another name."""
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise ExchangeError(NO_FORM)
    return form


def fits(path: Path) -> None:
    """Raise ExchangeError where the page cannot have this name, or there is such a file."""
    form_of(path)
    refuse_taken(path)


def write(path: Path, page: EndingPage, *, replace: bool = False) -> None:
    """Write the page to a new file. Raises ExchangeError as `new_file.write_new` does."""
    lines = form_of(path)(page)
    write_new(path, (f"{line}\n" for line in lines), replace=replace)
