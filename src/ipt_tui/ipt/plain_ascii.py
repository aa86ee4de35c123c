"""Text in ASCII alone, for where nothing else can be pasted. What cannot be told is a "?"."""

import re
from functools import lru_cache
from unicodedata import category, decimal, normalize

UNKNOWN = "?"
_BREAK = re.compile(r"\r\n|[\r\x85\u2028\u2029]")
_PLAIN = {
    "—": "--", "―": "--", "−": "-", "·": "-", "•": "*", "‣": "*", "…": "...",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "‹": "'", "›": "'", "′": "'", "´": "'", "ʼ": "'",
    "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "⇐": "<=",
    "†": "(died)", "✓": "(x)", "✔": "(x)", "✗": "( )", "×": "x", "÷": "/", "⁄": "/",
    "±": "+/-", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "°": "deg", "£": "GBP ", "€": "EUR ",
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "ħ": "h", "Ħ": "H", "ı": "i",
}  # fmt: skip
"""The dagger is how this program marks who has died; it is read as that."""


def to_ascii(text: str) -> str:
    """Return a text in ASCII: plain quotes and dashes, letters without accents, else "?".

    Only what has no place of its own goes: accents and marks on a letter, and joiners.
    """
    return text if text.isascii() else "".join(map(_plain, _BREAK.sub("\n", text)))


@lru_cache(1024)
def _plain(char: str) -> str:
    if char.isascii() or char in _PLAIN:
        return _PLAIN.get(char, char)
    kind = category(char)
    if kind in ("Mn", "Me", "Cf"):
        return ""
    if kind == "Nd":
        return str(decimal(char))
    if kind in ("Pd", "Zs"):
        return "-" if kind == "Pd" else " "
    letters = "".join(_PLAIN.get(c, c) for c in normalize("NFKD", char) if category(c) != "Mn")
    return letters if letters.isascii() and letters.strip() else UNKNOWN
