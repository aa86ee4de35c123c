import pytest

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.categories import Lane, categories, find, label, lane
from ipt_tui.ipt.text import cells

DOMAIN = """death illness conflict separation reconciliation birth move migration work money legal
abuse anniversary celebration support_received support_lost other"""


def test_every_category_of_the_domain_is_there_once() -> None:
    assert [category.id for category in categories()] == DOMAIN.split()


@pytest.mark.parametrize(
    ("word", "category"),
    [
        ("conflict", "conflict"),
        ("Row", "conflict"),
        ("quarrel", "conflict"),
        ("argument", "conflict"),
        ("break up", "separation"),
        ("Break-up", "separation"),
        ("making up", "reconciliation"),
        ("pregnancy", "birth"),
        ("support lost", "support_lost"),
        ("support_lost", "support_lost"),
        ("school", "work"),
    ],
)
def test_a_category_is_found_by_what_people_call_it(word: str, category: str) -> None:
    found = find(word)
    assert found is not None
    assert found.id == category


@pytest.mark.parametrize("word", ["", " ", "kitchen", "Mum", "12", "–"])
def test_another_word_is_none(word: str) -> None:
    assert find(word) is None


def test_a_word_belongs_to_one_category() -> None:
    for category in categories():
        for word in (category.id, category.label, category.client, *category.aliases):
            assert find(word) is category, word


def test_every_lane_has_a_sign_of_one_cell() -> None:
    assert {category.lane for category in categories()} == set(Lane)
    assert [item.glyph for item in Lane] == ["◆", "●", "■", "▼", "○", "○"]
    assert all(cells(item.glyph) == 1 for item in Lane)


def test_categories_are_said_in_two_ways_and_unknown_ones_as_they_stand() -> None:
    assert label("abuse") == "abuse or violence"
    assert label("abuse", Audience.CLIENT) == "being hurt or not safe"
    assert label("money", Audience.CLIENT) == "money"
    assert label("from later") == "from later"
    assert (lane("conflict"), lane("from later"), lane("")) == (
        Lane.FRICTION,
        Lane.OTHER,
        Lane.OTHER,
    )
