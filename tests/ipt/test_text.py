import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ipt_tui.ipt.text import MARKS_KEPT, cells, clean, fit, one_line

anything = st.text(st.characters(), max_size=200)
"""Every character there is, halves of surrogate pairs too."""
REMOVED = {
    *map(chr, (*range(9), *range(11, 32), *range(0x7F, 0xA0))),
    *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
}


@given(anything)
def test_clean_takes_away_what_steers_and_nothing_else(text: str) -> None:
    kept = [c for c in text if c not in REMOVED and unicodedata.category(c) != "Cs"]
    assert clean(text) == "".join(kept)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\x00b\x07c\x08d\re\x7ff\x85g\x9bh", "abcdefgh"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066a\u2069\u2067b\u2068", "ab"),
        ("[/] [red]no[/red]", "[/] [red]no[/red]"),
        ("מירה \u200fכהן", "מירה \u200fכהן"),
        ("half\ud83d", "half"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(anything, st.integers(0, 40))
def test_one_line_is_one_line_and_fits(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert cells(line) <= limit
    assert line == clean(line).strip()
    assert not set(line) & set("\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")


@given(anything, st.integers(0, 40))
def test_one_line_fits_also_as_the_screen_measures(text: str, limit: int) -> None:
    assert cell_len(one_line(text, limit, cell_len)) <= limit


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Sam", 10, "Sam"),
        ("  Mr\n\tIto ", 10, "Mr Ito"),
        ("Margarethe", 10, "Margarethe"),
        ("Margarethe", 6, "Marga…"),
        ("Mr Ito", 4, "Mr…"),
        ("Margarethe", 2, "M…"),
        ("Margarethe", 1, ""),
        ("Margarethe", 0, ""),
        ("J", 1, "J"),
        ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("日本語", 2, ""),
        ("Zoe\u0308 Muller", 4, "Zoe\u0308…"),
        ("x" * 10_000, 5, "xxxx…"),
        (" " * 10_000 + "Sam", 5, "Sam"),
        ("", 5, ""),
        ("\x1b\x07", 5, ""),
        ("\u200b\u0301", 5, ""),
    ],
)
def test_one_line(text: str, limit: int, expected: str) -> None:
    assert one_line(text, limit) == expected


def test_marks_do_not_smear_over_other_lines() -> None:
    line = one_line("Z" + "\u0337" * 10_000 + "a" + "\u0301" * 2, 10)
    assert line == "Z" + "\u0337" * MARKS_KEPT + "a\u0301\u0301"


def test_emoji_are_taken_apart_where_terminals_disagree() -> None:
    assert one_line("👩\u200d👧 ❤\ufe0f", 20) == "👩👧 ❤"


@pytest.mark.parametrize("word", ["می\u200cخواهم", "क्\u200dष"])
def test_letters_that_join_stay_joined(word: str) -> None:
    assert one_line(word, 20) == word


@pytest.mark.parametrize(
    "name",
    [
        "Sam",
        "Zoë",
        "Ærøskøbing",
        "Ελένη",
        "Ольга",
        "मीरा",
        "علی",
        "מירה",
        "日本語",
        "김민지",
        "👧🏽",
        "▒▒▒ †",
    ],
)
def test_cells_agrees_with_the_screen(name: str) -> None:
    assert cells(name) == cell_len(name)
    decomposed = unicodedata.normalize("NFD", name)
    assert cells(decomposed) == cell_len(decomposed)


def test_fit_measures_as_it_is_told() -> None:
    assert fit("abcdef", 8, lambda text: 2 * len(text)) == "abc…"
