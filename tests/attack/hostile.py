"""Hostile text: all that has ever steered a terminal, a parser or a database, and mixes of it."""

import random

from hypothesis import strategies as st

PLANTED = "app.planted"
"""An action that text may name and that must never hang on anything shown."""
PIECES = (
    # markup
    "[/]", "[no] [b]", "[b]x[/b]", f"[@click={PLANTED}]here[/]", "[link=https://x.invalid]y[/link]",
    "[$error on red]", "\\[b]", "[[", "]", "[red", "[reverse]",
    # sequences for the terminal
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]8;;https://x.invalid\x1b\\l\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[H", "\x1bP+q\x1b\\", "\x9b31m", "\x9d0;t\x9c", "\x1b]52;c;eA==\x07", "\x1b",
    "\x00", "a\x00b", "\x07\x08\x0b\x0c\x0e\x7f", "\x80\x85\x9f", "\x01\x02\x03",
    # writing that turns around, joins or piles up
    "\u202eevil\u202c", "\u2066x\u2069", "\u200e\u200f", "שלום", "مرحبا", "👨‍👩‍👧", "🙂", "🏳️‍🌈",
    "e" + "\u0301" * 60, "Z͑ͫ̓a̴͝l̕g̀o", "\u0301", "\u200b", "\u200d", "\ufeff", "\ufe0f", "\u00ad",
    "İ", "ß", "ﬀ", "ｗｉｄｅ", "漢字", "\u1160\u11ff", "\U0010ffff", "\ufffe", "\ue000",
    # halves of pairs
    "\ud800", "\udfff", "\udc80", "\ud83d",
    # lines
    "\n", "\r\n", "\r", "\t", "\u2028", "\u2029", "\v", "two\nlines", " ", "  ", "\xa0", "\u3000",
    # databases and searches
    "'; DROP TABLE person;--", '"', "''", "NEAR(a b)", "a* OR b", "NOT x", "text:", "^a", "(",
    "%", "_", "{text}", "\\", "NULL", "1=1", '{"a": 1}', "%00", "*",
    # marks of captured lines
    "~3", "~3 hurt, left out", "!talk @Sam", "@", "@Sam", '@"Mr Ito"', "!", "!!", ">ask", "-- x",
    "#dispute", "me: no", "sam:", '"said"', "todo x", "mood 3", "event", "symptom 2011",
    # formats
    "{0}", "{}", "%s", "%(x)d", "$HOME", "`id`", "${x}", "{{", "\\n", "\\x1b[31m", "&lt;", "<b>",
    # dates and numbers
    "2019-21", "2019-04~", "2019/..", "../..", "9999-12-31", "0000-00-00", "spring 2019", "3d",
    "yesterday", "around March", "2026-02-30", "0", "-1", "+3", "1e9", "٣", "²", "½", "10", "11",
    "9" * 30, "Infinity", "NaN", "true", "0x10", "1_0", "１", "−5", "8:15", "25:99",
    # lengths
    "x" * 130, "y" * 1001, "word " * 300, "z" * 10_000, "漢" * 5000, "a,b;c|d",
)  # fmt: skip
"""One of every kind; texts are made of one or of several."""

_pieces = st.sampled_from(PIECES)
_letters = st.characters(codec=None, exclude_categories=())
texts: st.SearchStrategy[str] = st.one_of(
    _pieces,
    st.lists(_pieces, min_size=2, max_size=5).map("".join),
    st.tuples(st.sampled_from(["Sam", "a word", ""]), _pieces, _pieces).map(" ".join),
    st.text(_letters, max_size=40),
    st.tuples(_pieces, st.text(_letters, max_size=12), _pieces).map("".join),
)
"""Hostile texts."""
short: st.SearchStrategy[str] = st.one_of(
    _pieces.filter(lambda piece: len(piece) <= 60),
    st.text(_letters, max_size=12),
)
"""Hostile texts that mostly fit where a name does."""


def chosen(chance: random.Random) -> str:
    """Return a hostile text picked by `chance`, for where texts are typed one after the other."""
    return "".join(chance.choices(PIECES, k=chance.choice((1, 1, 2, 3))))
