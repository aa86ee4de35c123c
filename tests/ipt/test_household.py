"""What is said before the first word: losing the passphrase first, in words for anybody."""

from __future__ import annotations

from ipt_tui.ipt import household
from tests.ipt.reading_age import grade, hard_words

OLDEST = 6.0
"""As in the guide: the school year (US) in which one is 11."""
PATH = "/home/k/.local/share/ipt-tui/record.ipt"


def test_what_happens_without_the_passphrase_stands_first_and_where_it_lies_is_said() -> None:
    told = list(household.before(PATH))
    assert told[0] == household.LOST
    assert [number for number, words in enumerate(told) if PATH in words] == [2]
    later = list(household.again(PATH, "/b/backups", "/c/config.toml"))
    assert later[: len(told)] == told
    assert "/b/backups" in later[-2]
    assert "/c/config.toml" in later[-1]


def test_it_reads_as_one_of_eleven_reads() -> None:
    told = [*household.first_time("x"), household.ASKED]
    assert hard_words(told) == []
    assert grade(told) < OLDEST


def test_a_sentence_can_do_without_the_name_of_the_program() -> None:
    said = f"There is no vault at {PATH}. Please update ipt-tui."
    assert household.without_name(said, PATH, "ipt-tui") == (
        "There is no vault at record.ipt. Please update this program."
    )
    for said, instead in (
        ("This is not an ipt-tui vault.", "This is not a vault of this program."),
        ("It is of a newer ipt-tui.", "It is of a newer version of this program."),
    ):
        assert household.without_name(said, PATH, "ipt-tui") == instead
