"""Who people are in place of what they are called."""

import pytest

from ipt_tui.ipt.called import WhoTheyAre

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
