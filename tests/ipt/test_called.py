"""Who people are in place of what they are called."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ipt_tui.ipt.called import WhoTheyAre
from ipt_tui.ipt.folding import folded

WHO = WhoTheyAre(
    {
        "Sam": "partner", "Noor": "Sam's daughter", "Mr Ito": "manager", "Kim": "",
        "Hope": "friend", "Ana": "Noor's friend's mother", "Jo (work)": "colleague",
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Sam listened. Then Sam asked", "My partner listened. Then my partner asked"),
        ("I told my Sam about @Noor", "I told my partner about my partner's daughter"),
        ("sam's rota, ITO's rota, Ito", "My partner's rota, my manager's rota, my manager"),
        ("Kim knows", "Somebody knows"),
        ("I hope Hope comes", "I hope my friend comes"),
        ("the samovar", "the samovar"),
        ("Jo (work) helped", "My colleague helped"),
        ("“Sam?” I said\nNoor cooked", "“My partner?” I said\nMy partner's daughter cooked"),
        ("", ""),
    ],
)
def test_a_text_names_nobody(typed: str, said: str) -> None:
    assert WHO.text(typed) == said


@pytest.mark.parametrize(
    ("kinds", "typed", "said"),
    [
        ({"Weiß": "boss"}, "WEISS and Weiß", "My boss and my boss"),
        ({"Zoë": "friend"}, "Zoe, Zoe\u0308 and ZOË", "My friend, my friend and my friend"),
        ({"Ali": "partner"}, "ALİ said", "My partner said"),
        ({"O'Neil": "boss"}, "O’Neil said", "My boss said"),
        ({"Jean-Luc": "friend"}, "Jean. Luc. Jean‑Luc", "My friend. My friend. My friend"),
        ({"Jo Smith": "sister"}, "Jo and jo", "My sister and jo"),
        ({"sam smith": "partner"}, "So Sam smiled", "So my partner smiled"),
        ({"Sam's mother": "mother"}, "Sam's idea", "Somebody's idea"),
        (
            {"Sam": "partner"},
            "Sams plan, _Sam_, Sam2",
            "My partner's plan, _my partner_, my partner2",
        ),
        (
            {"Anna Berg": "friend", "Tom Berg": "uncle"},
            "Anna, Tom Berg and the Bergs",
            "My friend, my uncle and the somebody",
        ),
        ({"The Old Boss": "boss"}, "in the old days", "in the old days"),
    ],
)
def test_names_are_known_however_they_are_typed(
    kinds: dict[str, str], typed: str, said: str
) -> None:
    assert WhoTheyAre(kinds).text(typed) == said


_LETTERS = st.text("abeëéiİlmoößuzñŁж", min_size=1, max_size=6)
_PART = st.builds(lambda first, rest: first + rest, st.sampled_from("ABÉİOZÑŁЖ"), _LETTERS)
_NAMES = st.lists(st.tuples(_PART, st.sampled_from([" ", "-", "'"]), _PART), max_size=3)
_FORMS: list[Callable[[str], str]] = [
    str, str.upper, str.title, lambda part: unicodedata.normalize("NFD", part),
    lambda part: part.replace("'", "’"), lambda part: f"{part}'s", lambda part: f"{part}s",
    lambda part: f"“{part}”,", lambda part: f"my {part}", lambda part: f"@{part}",
]  # fmt: skip
_TYPED = st.sampled_from(_FORMS)


@given(_NAMES, st.data())
def test_no_part_of_a_name_is_left(names: list[tuple[str, str, str]], data: st.DataObject) -> None:
    whole = ["".join(each) for each in names]
    alone = {part for one, _, other in names for part in (one, other)}
    if any(between == "'" for _, between, _ in names):  # O'Neil is not called Neil
        alone = {part for name in whole for part in re.split("[ -]", name)}
    secret = {folded(part) for part in alone}
    kinds = dict.fromkeys(whole, "partner")
    assume(not secret & {"in", "on"})  # words that are nobody's names
    said = [data.draw(_TYPED)(part) for part in [*whole, *alone]]
    left = WhoTheyAre(kinds).text(" and ".join(said))
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", folded(left))
    assert not secret & {each for word in words for each in (word, re.sub("'?s$", "", word))}, left


def test_words_to_the_client_say_your() -> None:
    assert WHO.text("what you and Sam expect", "your") == "what you and your partner expect"


def test_beside_a_sign_stands_the_word_alone_and_no_further_name() -> None:
    assert WHO.label("Sam") == "partner"
    assert WHO.label("Noor") == "partner's daughter"
    assert WHO.label("Kim") == WHO.label("nobody") == "somebody"
    assert not {"Noor", "Sam"} & set(WHO.label("Ana").replace("'s", "").split())


def test_without_people_a_text_stays() -> None:
    assert WhoTheyAre({}).text("Sam [/] $1 \\1") == "Sam [/] $1 \\1"
    assert WhoTheyAre({"Sam": r"\1 $& [b]"}).text("Sam") == r"My \1 $& [b]"
