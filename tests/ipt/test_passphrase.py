"""Passphrases: what is refused, how strength is said, and which bytes are derived from."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipt_tui.ipt.passphrase import SHORTEST, Level, judge, prepare

WORDS = ["kitchen", "window", "otter", "violin", "marble", "lantern", "pepper", "saddle"]


@pytest.mark.parametrize("text", ["", "a", "sam", "otter 7", "1234567"])
def test_under_eight_characters_is_refused(text: str) -> None:
    strength = judge(text)
    assert strength.level is Level.TOO_SHORT
    assert not strength.accepted


def test_composed_and_decomposed_letters_count_the_same() -> None:
    seven = unicodedata.normalize("NFD", "éèêëàâä")
    assert len(seven) > SHORTEST
    assert judge(seven).level is Level.TOO_SHORT


@pytest.mark.parametrize("text", ["aaaaaaaa", "AaAaAaAa", " " * 9, "!!!!!!!!!!!!"])
def test_one_character_again_and_again_is_refused(text: str) -> None:
    strength = judge(text)
    assert not strength.accepted
    assert "again and again" in strength.sentence


@pytest.mark.parametrize(
    "text",
    [
        "password",
        "Password1!",
        "PASSWORD2026",
        "p4ssw0rd",
        "letmein123",
        "qwertyuiop",
        "12345678",
        "987654321",
        "abcdefghij",
        "correct horse battery staple",
        "i love you",
    ],
)
def test_the_very_common_ones_are_refused(text: str) -> None:
    strength = judge(text)
    assert not strength.accepted
    assert strength.level is Level.WEAK
    assert "stranger" in strength.sentence


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("sam and jo", Level.WEAK),
        ("12061987", Level.WEAK),
        ("kitchen window", Level.WEAK),
        ("otter otter otter otter otter", Level.WEAK),
        ("xkxkxkxkxkxkxkxkxkxkxk", Level.WEAK),
        ("kitchen window otter", Level.FAIR),
        ("x7Kp2mQz", Level.FAIR),
        ("kitchen window otter violin", Level.STRONG),
        ("kitchen-window-otter-violin", Level.STRONG),
        ("9f3K-xQ2m-7Zp", Level.STRONG),
        ("kqzvbnwtyrpdlmxcaeof", Level.STRONG),
        ("今天天气很好我们去公园", Level.STRONG),
    ],
)
def test_strength_in_words(text: str, level: Level) -> None:
    strength = judge(text)
    assert strength.level is level
    assert strength.accepted


def test_every_sentence_is_one_calm_line_without_figures() -> None:
    sentences = {
        judge(text).sentence
        for text in [
            "sam",
            "aaaaaaaa",
            "password",
            "sam and jo",
            *(" ".join(WORDS[:n]) for n in (3, 4)),
        ]
    }
    assert len(sentences) == 6
    for sentence in sentences:
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert not any(letter.isdigit() for letter in sentence)


def test_advice_names_four_unrelated_words() -> None:
    for text in ("sam", "aaaaaaaa", "password", "sam and jo"):
        assert "Four or more unrelated words" in judge(text).sentence


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=8, unique=True))
def test_another_word_never_weakens(words: list[str]) -> None:
    order = list(Level)
    fewer, more = judge(" ".join(words[:-1])), judge(" ".join(words))
    assert order.index(more.level) >= order.index(fewer.level)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_judged_and_prepared(text: str) -> None:
    assert judge(text).sentence
    assert prepare(text).decode("utf-8") == unicodedata.normalize("NFC", text)


@settings(deadline=None)
@given(st.text())
def test_both_forms_of_the_same_text_give_the_same_bytes(text: str) -> None:
    assert prepare(unicodedata.normalize("NFD", text)) == prepare(text)


def test_nothing_but_the_form_is_changed() -> None:
    assert prepare(" Otter  ﬁsh ") == " Otter  ﬁsh ".encode()
    assert prepare("e\u0301") == b"\xc3\xa9"
    assert prepare("\udc80") == b"\xed\xb2\x80"
