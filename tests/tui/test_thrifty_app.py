"""Only what changes is sent, and the terminal shows all of it."""

from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from ipt_tui.tui.thrifty_app import Shown

WIDTH, HEIGHT = 12, 3
CONSOLE = Console(color_system="truecolor", force_terminal=True, width=WIDTH)
STYLES = (Style.parse("white on black"), Style.parse("bold red on black"))
texts = st.lists(st.tuples(st.text("ab ·●→漢字é", max_size=5), st.sampled_from(STYLES)), max_size=5)
screens = st.lists(texts, min_size=HEIGHT, max_size=HEIGHT)


def line(parts: list[tuple[str, Style]]) -> Strip:
    strip = Strip([Segment(text, style) for text, style in parts])
    return strip.adjust_cell_length(WIDTH, STYLES[0])


def whole(strips: list[Strip]) -> LayoutUpdate:
    return LayoutUpdate([[strip] for strip in strips], Region(0, 0, WIDTH, HEIGHT))


def seen(*sent: str) -> list[list[tuple[str, str, bool]]]:
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    for text in sent:
        stream.feed(text)
    rows = [[screen.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]
    return [[(cell.data, cell.fg, cell.bold) for cell in row] for row in rows]


@given(st.lists(screens, min_size=1, max_size=4))
def test_what_changes_one_screen_into_the_next_is_enough(
    frames: list[list[list[tuple[str, Style]]]],
) -> None:
    shown, sent = Shown(), []
    for frame in frames:
        strips = [line(parts) for parts in frame]
        sent.append(shown.sent(whole(strips), CONSOLE))
        assert seen(*sent) == seen(whole(strips).render_segments(CONSOLE))


def test_what_is_shown_already_is_not_sent_and_all_of_it_after_forgetting() -> None:
    shown = Shown()
    strips = [line([("one two", STYLES[0])])] * HEIGHT
    first = shown.sent(whole(strips), CONSOLE)
    assert first.count("one two") == HEIGHT
    assert shown.sent(whole(strips), CONSOLE) == ""
    shown.forget()
    assert shown.sent(whole(strips), CONSOLE) == first


def test_of_pieces_of_lines_only_the_cells_that_differ_are_sent() -> None:
    shown = Shown()
    shown.sent(whole([line([("abcdef", STYLES[0])])] * HEIGHT), CONSOLE)
    chops = [{0: line([("abcdeX", STYLES[0])])}] * HEIGHT
    update = ChopsUpdate(chops, [(1, 0, 2), (1, 5, 6)], [[WIDTH]] * HEIGHT)
    sent = shown.sent(update, CONSOLE)
    assert sent.startswith("\x1b[2;6H")
    assert "X" in sent
    assert "abc" not in sent
