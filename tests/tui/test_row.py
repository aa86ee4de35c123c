"""The lines of one row: every line has the whole width, and no word of a text is lost."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ipt_tui.tui.widgets.row import Cell, Row, lines

LABEL = 14


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"])), st.integers(30, 120))
def test_every_line_has_the_whole_width(text: str, width: int) -> None:
    row = Row("a", (Cell("Began", "label", LABEL), Cell(text)), wraps=True)
    for line in lines(row, width):
        assert sum(cell_len(piece) for piece, _ in line) == width
        assert [role for _, role in line] == ["label", ""]


def test_what_wraps_keeps_every_word_and_says_its_label_once() -> None:
    words = "she said [no] and [/] nothing fell"
    made = lines(Row("a", (Cell("What", "label", LABEL), Cell(words)), wraps=True), 30)
    assert " ".join(line[1][0].strip() for line in made) == words
    assert [line[0][0].strip() for line in made] == ["What", *[""] * (len(made) - 1)]
    assert len(made) > 1


def test_what_does_not_wrap_is_cut_with_an_ellipsis() -> None:
    (line,) = lines(Row("a", (Cell("a long code", "", 6), Cell("one\ntwo three"))), 14)
    assert [text for text, _ in line] == ["a lo… ", "one two…"]


def test_what_stands_between_signs_has_a_role_of_its_own_over_the_ends_of_lines() -> None:
    cell = Cell("so ‹and Dad, too› then [+x]", marks=(("‹", "›", "theirs"), ("[+", "]", "added")))
    made = lines(Row("a", (cell,), wraps=True), 12)
    assert [[(text.rstrip(), role) for text, role in line] for line in made] == [
        [("so", ""), ("‹and Dad,", "theirs")],
        [("too›", "theirs"), (" then", "")],
        [("[+x]", "added"), ("", "")],
    ]
    assert all(sum(cell_len(text) for text, _ in line) == 12 for line in made)
