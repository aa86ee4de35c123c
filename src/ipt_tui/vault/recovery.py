"""The recovery sheet: the vault's raw key as letters on paper, and back.

A key of 32 bytes and the first 3 bytes of its SHA-256 make 280 bits, exactly 56 letters of
Crockford's base 32 (https://www.crockford.com/base32.html: no I, L, O, U), in 14 groups of four.
The checksum covers all 14 groups and depends on their order. When it does not fit, every single
change of a letter is tried: if exactly one group could be put right, that group is named. With
24 bits of checksum a wrong group is named about once in 10,000 typing mistakes, and a wrong key
accepted about once in 16 million.
"""

import hashlib
import unicodedata
from collections.abc import Iterator
from datetime import date

from ipt_tui.vault.errors import VaultError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEY_LENGTH = 32
GROUP = 4
LETTERS = 56
_CHECK_LENGTH = 3
_ROW = 7
_SEEN_AS = {"O": "0", "I": "1", "L": "1"}
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}
_DASHES = ("Pd", "Cf")
_MINUS = "\u2212"
_ROUGHLY = range(LETTERS - 6, LETTERS + 7)
_FEWEST_DIGITS = 6


class RecoveryError(VaultError):
    """What was typed is no recovery key; the sentence says where to look."""

    sentence = "There is a typing mistake in these letters. Please compare them with the sheet."


def encode(key: bytes) -> str:
    """Return the 56 letters of a raw key of 32 bytes, in 14 groups of four with spaces between.

    Raises ValueError for a key of another length.
    """
    if len(key) != KEY_LENGTH:
        raise ValueError(f"A recovery key is made of {KEY_LENGTH} bytes.")
    number = int.from_bytes(key + _check(key))
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(5 * (LETTERS - 1), -1, -5))
    return " ".join(_groups(letters))


def decode(text: str) -> bytes:
    """Return the raw key of 32 bytes from what was typed.

    Forgives case, spaces, line ends and dashes anywhere, O for 0, and I or L for 1.

    Raises RecoveryError, one sentence: a sign that cannot be there, too few or too many letters,
    or near which group a letter differs from the sheet.
    """
    letters = _clean(text)
    for place, letter in enumerate(letters):
        if letter not in _VALUES:
            shown = f"“{letter}”" if letter.isprintable() else "A sign that cannot be seen"
            raise RecoveryError(f"{shown} in group {_group(place)} is never in a recovery key.")
    if len(letters) != LETTERS:
        raise RecoveryError(_wrong_count(letters))
    key = _read(letters)
    if key is None:
        raise RecoveryError(_near(_one_changed(letters)))
    return key


def looks_like(text: str) -> bool:
    """Return whether a recovery key was meant, even one with a few mistakes, not a passphrase.

    True for every key that decodes, and for about 56 letters and digits with at least 6 digits
    typed as such: nearly every key has as many, and hardly any passphrase of words has.
    """
    letters = _clean(text)
    if len(letters) == LETTERS and _read(letters) is not None:
        return True
    plain = letters.isascii() and letters.isalnum()
    return plain and len(letters) in _ROUGHLY and sum(map(str.isdigit, text)) >= _FEWEST_DIGITS


def sheet(key: bytes, vault_name: str, on: date) -> str:
    """Return the page to print, as plain text that ends in a line end.

    `key` is the raw key of 32 bytes, `vault_name` the file's name, `on` the day it is made.
    """
    name = "".join(letter if letter.isprintable() else "?" for letter in vault_name)
    return _SHEET.format(name=name, day=f"{on.day} {on:%B %Y}", rows=_rows(encode(key)))


def _check(key: bytes) -> bytes:
    return hashlib.sha256(b"ipt-tui recovery 1\0" + key).digest()[:_CHECK_LENGTH]


def _groups(letters: str) -> Iterator[str]:
    return (letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def _group(place: int) -> int:
    """The number on the sheet of the group a place is in; one past the end is in the last."""
    return min(place, LETTERS - 1) // GROUP + 1


def _clean(text: str) -> str:
    """The letters that were meant: no spaces or dashes, capitals, 0 and 1 for their lookalikes."""
    kept = (letter for letter in unicodedata.normalize("NFKC", text) if not _between(letter))
    capitals = (letter.upper() if letter.isascii() else letter for letter in kept)
    return "".join(_SEEN_AS.get(letter, letter) for letter in capitals)


def _between(letter: str) -> bool:
    """Whether it only stands between groups: a space, a dash, or something without a width."""
    return letter.isspace() or letter == _MINUS or unicodedata.category(letter) in _DASHES


def _read(letters: str) -> bytes | None:
    """The key of a row of 56 letters, or None if a letter or the checksum does not fit."""
    number = 0
    for letter in letters:
        value = _VALUES.get(letter)
        if value is None:
            return None
        number = number << 5 | value
    whole = number.to_bytes(KEY_LENGTH + _CHECK_LENGTH)
    key, check = whole[:KEY_LENGTH], whole[KEY_LENGTH:]
    return key if check == _check(key) else None


def _wrong_count(letters: str) -> str:
    count = f"{len(letters)} letters were typed, and a recovery key has {LETTERS}"
    if len(letters) == LETTERS - 1:
        near = _place(_one_added(letters))
        return f"{count}: one is missing{near}."
    if len(letters) == LETTERS + 1:
        near = _place(_one_left_out(letters))
        return f"{count}: there is one too many{near}."
    return f"{count}."


def _near(places: Iterator[int]) -> str:
    near = _place(places)
    return f"There is a typing mistake{near}. Please compare it with the sheet." if near else ""


def _place(places: Iterator[int]) -> str:
    """Words for the one group all these places are in; nothing if there is none, or are two."""
    groups = {_group(place) for place in places}
    return f" near group {groups.pop()}" if len(groups) == 1 else ""


def _one_changed(letters: str) -> Iterator[int]:
    """Places where another letter, or the next two swapped, would make the checksum fit."""
    for place in range(LETTERS):
        before, after = letters[:place], letters[place + 1 :]
        swapped = before + after[:1] + letters[place] + after[1:]
        if any(_read(before + other + after) for other in ALPHABET) or _read(swapped):
            yield place


def _one_added(letters: str) -> Iterator[int]:
    """Places where a letter put in would make the checksum fit."""
    for place in range(LETTERS):
        if any(_read(letters[:place] + other + letters[place:]) for other in ALPHABET):
            yield place


def _one_left_out(letters: str) -> Iterator[int]:
    """Places where a letter left out would make the checksum fit."""
    return (place for place in range(LETTERS + 1) if _read(letters[:place] + letters[place + 1 :]))


def _rows(encoded: str) -> str:
    groups = encoded.split()
    numbers = [f"{number:^{GROUP}}" for number in range(1, len(groups) + 1)]
    halves = [
        f"    {'  '.join(row[start : start + _ROW]).rstrip()}"
        for start in range(0, len(groups), _ROW)
        for row in (numbers, groups)
    ]
    return "\n".join((*halves[:2], "", *halves[2:]))


_SHEET = """\
RECOVERY SHEET

For the file   {name}
Made on        {day}

{rows}

The numbers above the groups only count them; leave them out.
No letter is an I, L, O or U: what looks like one is a 1 or a 0.

What this is
    These letters are the key to the file named above. They open it
    when the passphrase is forgotten. Type them where the passphrase is
    asked for. Capitals, spaces and dashes do not matter.

Where to keep it
    On paper, away from the computer, where you keep what matters.
    Please do not photograph it or keep it in a cloud.

Who holds it can read everything
    Whoever has both this sheet and the file, or a backup of it, can
    read all that is in it. Nobody else can, and nobody can make a new
    sheet without opening the file.

When it is void
    After a change of passphrase this sheet opens only backups made
    before the change. Print a new one, then destroy this one.
"""
