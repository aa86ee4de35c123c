"""Reading CSV: any program's file, one sentence for what is none, and nothing of it told."""

import os
import tracemalloc
from pathlib import Path

import pytest

from ipt_tui.exchange import csv_file
from ipt_tui.exchange.csv_file import Line
from tests.exchange.complaints import SECRET, complaint_of

ROWS = [Line(1, ("date", "mood")), Line(2, ("2026-11-09", "rad, ä"))]
TOO_LONG = "In moods.csv, line 3 has a cell that is too long to be read."
OTHER = "moods.csv is not UTF-8 text: line {} has another encoding."
TEXT = 'date,mood\n2026-11-09,"rad, ä"\n'


def file_of(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "moods.csv"
    path.write_bytes(content)
    return path


def read(tmp_path: Path, content: bytes) -> list[Line]:
    return list(csv_file.read(file_of(tmp_path, content)))


def complaint(path: Path) -> str:
    return complaint_of(lambda: list(csv_file.read(path)))


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        'date;mood\n2026-11-09;"rad, ä"'.encode(),
        "date\tmood\n2026-11-09\trad, ä\n".encode(),
        '"date", "mood"\n"2026-11-09", "rad, ä"\n'.encode(),
        '"the, date","mood"\n'.replace("the, ", "").encode() + '2026-11-09,"rad, ä"\n'.encode(),
    ],
)
def test_any_programs_file_is_read(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path, content) == ROWS


def test_lines_are_counted_through_mixed_ends_empty_rows_and_long_cells(tmp_path: Path) -> None:
    found = read(tmp_path, b'\n\r\na,b\r"one\ntwo\r\nthree ""3""",x\n\n , \n\r\n=1+1,@x\r\n')
    assert found == [
        Line(3, ("a", "b")),
        Line(4, ('one\ntwo\r\nthree "3"', "x")),
        Line(10, ("=1+1", "@x")),
    ]


def test_formulas_are_text(tmp_path: Path) -> None:
    cells = ("=SUM(A1:A9)", "+1", "-1", "@now", '=HYPERLINK("x")', "=cmd|' /C calc'!A0")
    content = "a,b,c,d,e,f\n" + ",".join('"' + c.replace('"', '""') + '"' for c in cells)
    assert read(tmp_path, content.encode())[1].cells == cells


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "moods.csv is empty."),
        (b"\xef\xbb\xbf", "moods.csv is empty."),
        (b" \n\r\n", "moods.csv is empty."),
        (b"a\n\x00\n", "moods.csv is not text: line 2 holds a zero byte."),
        ("a,b\n".encode("utf-16-le"), "moods.csv is not text: line 1 holds a zero byte."),
        ("a\nä\n".encode("latin-1"), OTHER.format(2)),
        (b"\xff\xfea\x00\x00\xd8a\x00", OTHER.format(1)),
        (b"a\n1\n" + b"x" * 200_000, TOO_LONG),
    ],
)
def test_what_is_no_csv(tmp_path: Path, content: bytes, sentence: str) -> None:
    assert complaint(file_of(tmp_path, content)) == sentence


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (f'1,"{SECRET}\n2,3\n4,5\n', 2),
        (f'1,2\n3,"{SECRET}\n4,5\n6,"seven"\n', 3),
        ('1,"2\n""3"\n"4""\n5\n', 4),
        ('"1\n2",x\n"3",4\n"5\n6",  "7\n8\n', 6),
        (f'1,"2" {SECRET}\n', 2),
        ('1,"2\r3\r', 2),
        ('1,"' + "x\n" * 200_000, 2),
    ],
)
def test_a_quote_left_open_is_found_where_it_began(tmp_path: Path, rows: str, line: int) -> None:
    said = complaint(file_of(tmp_path, f"a,b\n{rows}".encode()))
    assert said == (
        f"In moods.csv, the quote that begins on line {line} is not closed where it should be."
    )


def test_what_is_not_a_file(tmp_path: Path) -> None:
    assert complaint(tmp_path / "no.csv") == f"There is no file {tmp_path}/no.csv."
    assert complaint(tmp_path).endswith("is a folder; please name a file in it.")
    os.mkfifo(tmp_path / "pipe")
    assert complaint(tmp_path / "pipe") == "pipe is not a file that can be read as a whole."


def test_a_long_file_takes_little_memory(tmp_path: Path) -> None:
    path = file_of(tmp_path, b"date,mood,note\n" + b'2026-11-09,7,"a, b"\n' * 200_000)
    tracemalloc.start()
    try:
        assert sum(1 for _ in csv_file.read(path)) == 200_001
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()
