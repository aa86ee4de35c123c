import pytest

from ipt_tui.ipt.feelings import find, groups, is_starred, split


def test_the_words_of_the_list_are_all_different() -> None:
    words = [feeling.word for group in groups() for feeling in group.feelings]
    assert len(words) == len(set(words))
    assert all(find(word) for word in words)
    assert [group.id for group in groups()] == (
        ["sad", "anxious", "angry", "hurt", "guilt", "numb", "mixed", "connected", "positive"]
    )


def test_those_beside_which_help_is_shown() -> None:
    starred = {f.word for group in groups() for f in group.feelings if f.starred}
    assert starred == {"hopeless", "unsafe", "worthless", "a burden", "trapped"}
    assert is_starred(["sad", "A burden"])
    assert is_starred(["tired, hopeless"])
    assert not is_starred(["sad", "left out", "dying to see her", "no word is read for more"])
    assert not is_starred([])


def test_a_word_is_found_however_it_is_written() -> None:
    found = find("  On-Edge ")
    assert found is not None
    assert (found.word, found.group) == ("on edge", "anxious")
    assert find("left out") is None
    assert find("") is None


@pytest.mark.parametrize(
    ("text", "feelings"),
    [
        ("hurt, left out", ("hurt", "left out")),
        ("Hurt,left out ; tired", ("Hurt", "left out", "tired")),
        ("sad and angry", ("sad", "angry")),
        ("sad & close, proud", ("sad", "close", "proud")),
        ("left out and alone", ("left out and alone",)),
        ("", ()),
        (" , ;", ()),
    ],
)
def test_feelings_are_split(text: str, feelings: tuple[str, ...]) -> None:
    assert split(text) == feelings
