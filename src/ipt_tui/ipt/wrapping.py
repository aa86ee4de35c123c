"""Wrapping text to a width in terminal cells, losing nothing."""

from collections.abc import Callable

ARROW = "→"
_BETWEEN = ("·", ARROW)


def wrap(text: str, width: int, measure: Callable[[str], int] = len) -> list[str]:
    """Return the lines of `text`, each at most `width` cells by `measure`; words stay whole.

    A word longer than a line is broken. Line breaks in the text are kept; there is always at
    least one line.
    """
    lines: list[str] = []
    for paragraph in text.replace("\t", " ").split("\n"):
        lines += _wrap_paragraph(paragraph, max(1, width), measure)
    return lines or [""]


def _wrap_paragraph(text: str, width: int, measure: Callable[[str], int]) -> list[str]:
    if measure(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    used = 0
    for word in _words(text, width, measure):
        size = measure(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        *full, line = _break(word, width, measure) if size > width else [word]
        lines += full
        used = measure(line)
    lines.append(line)
    return lines


def _words(text: str, width: int, measure: Callable[[str], int]) -> list[str]:
    """Return what is not to be parted where a line has room: words, "Sam ·" and "5 → 6"."""
    words: list[str] = []
    for word in text.split(" "):
        belongs = words and words[-1] and (word in _BETWEEN or words[-1].endswith(f" {ARROW}"))
        if belongs and measure(f"{words[-1]} {word}") <= width:
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _break(word: str, width: int, measure: Callable[[str], int]) -> list[str]:
    """Cut a word into pieces of at most `width` cells."""
    pieces, piece, used = [], "", 0
    for char in word:
        size = measure(char)
        if piece and used + size > width:
            pieces.append(piece)
            piece, used = "", 0
        piece += char
        used += size
    return [*pieces, piece]
