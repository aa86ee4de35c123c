import pytest

from ipt_tui.ipt.difficulties import (
    NONE,
    Difficulty,
    difficulties,
    find,
    short,
    style_caveat,
    styles,
)
from ipt_tui.ipt.talk_vocabulary import Style
from ipt_tui.ipt.text import cells

DOMAIN = """nonverbal_indirect assumed_said assumed_understood verbal_indirect silence kitchen_sink
mind_reading bad_timing text_instead_of_talk apology_flood attack no_request none"""
JUDGING = {"should", "wrong", "bad communicator", "fault", "always", "never", "failed", "must have"}


def test_every_difficulty_of_the_domain_is_there_once() -> None:
    assert [one.id for one in difficulties()] == DOMAIN.split()


@pytest.mark.parametrize("one", difficulties(), ids=lambda one: one.id)
def test_each_is_short_enough_for_a_row_and_asks_a_question(one: Difficulty) -> None:
    assert 0 < cells(one.short) <= 20
    assert len(one.id) <= 40, "as long as a code may be in the record"
    assert one.cue.endswith("?")
    assert one.cue[0].isupper()
    assert one.label[0].isupper()
    assert not one.label.endswith(".")
    assert not one.short[0].isupper()
    told = f"{one.short} {one.label} {one.cue}".casefold()
    assert not [word for word in JUDGING if word in told]


def test_short_words_and_labels_are_told_apart() -> None:
    for words in ([one.short for one in difficulties()], [one.label for one in difficulties()]):
        assert len(set(words)) == len(words)


def test_a_code_is_found_and_said_and_an_unknown_one_stands_as_it_is() -> None:
    found = find("silence")
    assert found is not None
    assert (found.short, short("silence"), short(NONE)) == ("went quiet", "went quiet", "nothing")
    assert find("from later") is None
    assert short("from later") == "from later"


def test_every_style_has_one_sentence() -> None:
    assert [style for style, _ in styles()] == [s for s in Style if s is not Style.OTHER]
    for _, line in styles():
        assert line.endswith(".")
        assert line.count(".") == 1
    assert "not where it is not safe" in style_caveat()
