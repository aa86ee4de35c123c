"""The recovery sheet: letters and back, mistakes found, and not mistaken for a passphrase."""

from datetime import date
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ipt_tui.vault.errors import VaultError
from ipt_tui.vault.recovery import (
    ALPHABET,
    GROUP,
    KEY_LENGTH,
    LETTERS,
    RecoveryError,
    decode,
    encode,
    looks_like,
    sheet,
)

KEY = bytes(range(32))
keys = st.binary(min_size=KEY_LENGTH, max_size=KEY_LENGTH)
places = st.integers(0, LETTERS - 1)


def letters_of(key: bytes) -> str:
    return encode(key).replace(" ", "")


def complaint(text: str) -> str:
    with pytest.raises(RecoveryError) as caught:
        decode(text)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_the_letters_never_change_between_versions() -> None:
    """A sheet printed today must be read by every later version."""
    assert encode(KEY) == ("000G 40R4 0M30 E209 185G R38E 1W81 24GK 2GAH C5RR 34D1 P70X 3RFS 6MT1")


@settings(deadline=None)
@given(keys)
def test_a_key_survives_the_paper(key: bytes) -> None:
    encoded = encode(key)
    assert decode(encoded) == key
    groups = encoded.split(" ")
    assert len(groups) == 14
    assert all(len(group) == GROUP and set(group) <= set(ALPHABET) for group in groups)


@settings(deadline=None)
@given(keys, st.randoms(use_true_random=False))
def test_case_spaces_dashes_and_lookalikes_are_forgiven(key: bytes, random: Random) -> None:
    looks = {"0": "0Oo", "1": "1IiLl"}
    between = ["", "", "", " ", "-", "\n", "\t", "–", "−", "\u00a0", "\u200b", "\u00ad"]
    typed = "".join(
        random.choice(looks.get(letter, letter + letter.lower())) + random.choice(between)
        for letter in letters_of(key)
    )
    assert decode(typed) == key
    assert looks_like(typed)


def assert_near(sentence: str, place: int) -> None:
    """The group is right, or, where another mistake would explain it too, none is named."""
    assert f"near group {place // GROUP + 1}." in sentence or "compare them" in sentence


@pytest.mark.parametrize("place", range(0, LETTERS, 5))
def test_a_wrong_letter_is_placed(place: int) -> None:
    right = letters_of(KEY)
    typed = right[:place] + ("A" if right[place] != "A" else "B") + right[place + 1 :]
    assert f"near group {place // GROUP + 1}." in complaint(typed)


@settings(deadline=None)
@given(keys, places, st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_found_near_its_group(key: bytes, place: int, wrong: str) -> None:
    right = letters_of(key)
    assume(right[place] != wrong)
    typed = right[:place] + wrong + right[place + 1 :]
    assert_near(complaint(typed), place)


@settings(deadline=None)
@given(keys, st.integers(0, LETTERS - 2))
def test_two_swapped_letters_are_found(key: bytes, place: int) -> None:
    right = letters_of(key)
    assume(right[place] != right[place + 1])
    typed = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    assert_near(complaint(typed), place)


@settings(deadline=None)
@given(keys, st.permutations(range(14)))
def test_groups_in_another_order_are_no_key(key: bytes, order: list[int]) -> None:
    groups = encode(key).split()
    mixed = [groups[place] for place in order]
    assume(mixed != groups)
    assert "typing mistake" in complaint(" ".join(mixed))


@settings(deadline=None)
@given(keys, places)
def test_a_missing_letter_is_counted_and_placed(key: bytes, place: int) -> None:
    right = letters_of(key)
    sentence = complaint(right[:place] + right[place + 1 :])
    assert sentence.startswith("55 letters were typed, and a recovery key has 56: one is missing")
    alone = right[place] not in right[place - 1 : place] + right[place + 1 : place + 2]
    if alone and 0 < place % GROUP < GROUP - 1:
        assert sentence.endswith(f"near group {place // GROUP + 1}.")


@settings(deadline=None)
@given(keys, places, st.sampled_from(ALPHABET))
def test_a_letter_too_many_is_counted(key: bytes, place: int, more: str) -> None:
    right = letters_of(key)
    sentence = complaint(right[:place] + more + right[place:])
    assert sentence.startswith("57 letters were typed, and a recovery key has 56: there is one too")
    if place % GROUP > 0 and more not in right[max(0, place - 4) : place + 4]:
        assert sentence.endswith(f"near group {place // GROUP + 1}.")


def test_a_letter_too_many_at_the_end_is_near_the_last_group() -> None:
    last = letters_of(KEY)[-1]
    other = "7" if last != "7" else "8"
    assert complaint(letters_of(KEY) + other).endswith("near group 14.")


@pytest.mark.parametrize("count", [0, 1, 30, 54, 58, 120])
def test_other_lengths_are_only_counted(count: int) -> None:
    typed = (letters_of(KEY) * 3)[:count]
    assert complaint(typed) == f"{count} letters were typed, and a recovery key has 56."


@pytest.mark.parametrize(
    ("sign", "shown"), [("U", "“U”"), ("é", "“é”"), ("?", "“?”"), ("\x1b", "cannot be seen")]
)
def test_a_sign_that_cannot_be_there_is_named_with_its_group(sign: str, shown: str) -> None:
    right = letters_of(KEY)
    sentence = complaint(right[:9] + sign + right[10:])
    assert shown in sentence
    assert "group 3" in sentence
    assert "\x1b" not in sentence


def test_many_mistakes_name_no_group() -> None:
    assert "group" not in complaint(letters_of(KEY)[::-1])


def test_a_recovery_error_is_shown_like_any_vault_error() -> None:
    assert issubclass(RecoveryError, VaultError)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_only_32_bytes_are_a_key(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        encode(bytes(length))


@settings(deadline=None)
@given(keys)
def test_every_key_looks_like_one(key: bytes) -> None:
    assert looks_like(encode(key))
    assert looks_like(encode(key).lower().replace(" ", "-"))


def test_a_key_with_mistakes_still_looks_like_one() -> None:
    right = encode(bytes(range(100, 132)))
    assert looks_like(right[:-2])
    assert looks_like(right[:3] + "U" + right[4:])


@pytest.mark.parametrize(
    "passphrase",
    [
        "",
        "kitchen window otter violin",
        "only lonely little oily ill loo cool wool pool fool loll hello",
        "correct horse battery staple 1234 correct horse battery staple",
        "kitchen window otter violin marble lantern pepper 2026 saddle!",
        "0123456789",
        "1234567890" * 8,
        "naïve café 123456 " * 3,
    ],
)
def test_a_passphrase_does_not_look_like_a_key(passphrase: str) -> None:
    assert not looks_like(passphrase)


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_either_read_or_refused_in_a_sentence(text: str) -> None:
    looks_like(text)
    assert complaint(text)


def test_the_sheet_holds_the_key_and_says_what_it_is() -> None:
    page = sheet(KEY, "record.ipt", date(2026, 11, 3))
    rows = [line.split() for line in page.splitlines()]
    groups = [
        group for row in rows if row and len(row) == 7 for group in row if len(group) == GROUP
    ]
    assert decode(" ".join(groups)) == KEY
    assert "record.ipt" in page
    assert "3 November 2026" in page
    for said in ("away from the computer", "read", "change of passphrase", "When it is void"):
        assert said in page
    assert page.endswith(".\n")
    assert max(map(len, page.splitlines())) <= 72


def test_the_numbers_on_the_sheet_stand_above_their_groups() -> None:
    lines = sheet(KEY, "record.ipt", date(2026, 11, 3)).splitlines()
    groups = encode(KEY).split()
    for number, group in enumerate(groups, 1):
        line = next(index for index, text in enumerate(lines) if group in text.split())
        column = lines[line].index(group)
        assert lines[line - 1][column : column + GROUP].strip() == str(number)


def test_a_hostile_name_stays_on_its_line() -> None:
    page = sheet(KEY, "a\x1b[2J\n{rows}b", date(2026, 11, 3))
    assert "\x1b" not in page
    assert "For the file   a?[2J?{rows}b\n" in page
