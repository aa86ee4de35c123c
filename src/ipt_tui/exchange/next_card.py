"""The card for one's next session as it is handed over: shown, copied and written alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.ending_text import markdown_lines, text_lines
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.new_file import refuse_taken, write_new
from ipt_tui.ipt.next_card import NAME, sections, span_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipt_tui.ipt.next_card import NextCard

NO_FORM = "The name of the file should end in .txt or .md, so nothing was written."
EMPTY = "Nothing is on the card yet, so nothing was written."


def as_text(card: NextCard) -> list[str]:
    """Return the card as lines: beside the list, as it is copied, and in a text file."""
    return [line.rstrip() for line in text_lines(NAME, span_words(card), sections(card))]


def as_markdown(card: NextCard) -> list[str]:
    """Return the same as Markdown, in which nothing typed is markup."""
    return markdown_lines(NAME, span_words(card), sections(card))


FORMS: dict[str, Callable[[NextCard], list[str]]] = {".txt": as_text, ".md": as_markdown}
"""What a file holds, by the ending of its name."""


def copied(card: NextCard) -> str:
    """Return the card as it is copied."""
    return "\n".join([*as_text(card), ""])


def fits(path: Path) -> None:
    """Raise ExchangeError where the card cannot have this name, or there is such a file."""
    form_of(path)
    refuse_taken(path)


def write(path: Path, card: NextCard, *, replace: bool = False) -> None:
    """Write the card to a new file. Raises ExchangeError, also where nothing is on it."""
    form = form_of(path)
    if not card.kept:
        raise ExchangeError(EMPTY)
    write_new(path, (f"{line}\n" for line in form(card)), replace=replace)


def form_of(path: Path) -> Callable[[NextCard], list[str]]:
    """Return what makes the lines of a file of this name. Raises ExchangeError for another name."""
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise ExchangeError(NO_FORM)
    return form
