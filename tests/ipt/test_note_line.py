"""What a line of a note is about."""

from __future__ import annotations

from datetime import date

import pytest

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.note_line import named_at, talk_at
from ipt_tui.ipt.tidy import Tidied, fingerprint, to_tidy

NAMES = ("Sam", "Sam Lee", "Noor", "Mr Ito")
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("line", "column", "who"),
    [
        ("sunday easy, noor made pancakes", 31, "Noor"),
        ("!talk @Sam february", 0, "Sam"),
        ("Noor rang, then Sam", 12, "Noor"),
        ("Noor rang, then Sam", 17, "Sam"),
        ("sam: i thought not", 9, "Sam"),
        ("with Sam Lee again", 7, "Sam Lee"),
        ("@ito wrote", 10, "Mr Ito"),
        ("the same noorish day", 20, ""),
        ("@Kim is new", 3, ""),
        ("", 0, ""),
    ],
)
def test_who_is_named_where_the_cursor_stands(line: str, column: int, who: str) -> None:
    assert named_at(line, column, NAMES) == who


NOTE = """came in bright
!talk @Sam february
me: remember
-- aside
sam: i thought not

so then
!talk @Noor the flat
noor: hm"""


@pytest.mark.parametrize(
    ("row", "head"),
    [(0, ""), (1, "@Sam"), (2, "@Sam"), (3, "@Sam"), (4, "@Sam"), (5, "@Sam"), (6, ""),
     (7, "@Noor"), (8, "@Noor")],
)  # fmt: skip
def test_which_talk_a_line_is_of(row: int, head: str) -> None:
    pieces = parse(NOTE, TODAY, NAMES)
    items = to_tidy(pieces, (), TODAY)
    found = talk_at(pieces, items, (), row)
    assert (found is None) == (not head)
    if found is not None:
        assert head in found.head
        assert [item.lines[0] for item in found.waiting] == [found.head]
        assert found.uid == ""


def test_a_turn_further_down_is_of_the_talk_above() -> None:
    pieces = parse("!talk @Sam february\nso then\n~3\nsam: well", TODAY, NAMES)
    items = to_tidy(pieces, (), TODAY)
    assert talk_at(pieces, items, (), 1) is None
    found = talk_at(pieces, items, (), 3)
    assert found is not None
    assert [item.lines for item in found.waiting] == [("!talk @Sam february", "sam: well")]


def test_a_talk_that_was_taken_is_known_and_the_turns_after_wait() -> None:
    head = "!talk @Sam february"
    done = [Tidied(fingerprint(head, "s8"), taken=True, talk="t1")]
    pieces = parse(NOTE, TODAY, NAMES)
    found = talk_at(pieces, to_tidy(pieces, done, TODAY, of="s8"), done, 4, of="s8")
    assert found is not None
    assert found.uid == "t1"
    assert [item.talk for item in found.waiting] == ["t1"]
