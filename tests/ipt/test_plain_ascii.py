"""ASCII alone: what can be told is told, what cannot is a question mark."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.plain_ascii import to_ascii


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“Do what you want.” – ‘no’ … fine", "\"Do what you want.\" - 'no' ... fine"),
        ("5 → 2 — it’s 1–10", "5 -> 2 -- it's 1-10"),
        ("Dad †, PHQ-9 17 · 13", "Dad (died), PHQ-9 17 - 13"),
        ("Zoë, José, Łukasz, Jürgen, Straße, Ærø", "Zoe, Jose, Lukasz, Jurgen, Strasse, AEro"),
        ("e\u0301 ﬁ ² ½ ٣ Ａ", "e fi 2 1/2 3 A"),
        ("a\u00a0b\u2009c\u200bd\u2028e\r\nf\x85g", "a b cd\ne\nf\ng"),
        ("▆ 愛 Ω ¨ 🙂", "? ? ? ? ?"),
        ("20 °C, £5, ±1, ≤ 3", "20 degC, GBP 5, +/-1, <= 3"),
        ("plain\ttext\n", "plain\ttext\n"),
    ],
)
def test_what_characters_become(text: str, plain: str) -> None:
    assert to_ascii(text) == plain


@given(st.text(max_size=80))
def test_it_is_ascii_and_no_letter_is_dropped(text: str) -> None:
    plain = to_ascii(text)
    assert plain.isascii()
    for char in text:
        assert to_ascii(char) or category(char) in ("Mn", "Me", "Cf"), char


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_is_left_alone(text: str) -> None:
    assert to_ascii(text) == text
