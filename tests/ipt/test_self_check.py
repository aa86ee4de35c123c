"""The self-check: what is kept of an answer, and how it is read."""

from ipt_tui.ipt.self_check import answered, answers, lines, words


def test_answers_are_kept_line_by_line_and_can_be_taken_away() -> None:
    kept = answered(answered("", "focus", "yes"), "affect", "partly")
    assert kept == "focus yes, affect partly"
    assert answers(kept) == {"focus": "yes", "affect": "partly"}
    assert words(kept) == "the focus: yes · a feeling: partly"
    assert answered(kept, "focus", "") == "affect partly"
    assert answered(kept, "focus", "no") == "focus no, affect partly"


def test_a_line_of_another_day_stays_as_it_stands() -> None:
    kept = answered("tone yes", "focus", "no")
    assert kept == "tone yes, focus no"
    assert words(kept) == "tone: yes · the focus: no"
    assert words("") == ""
    assert words("nonsense") == ""


def test_each_line_asks_something_of_its_own() -> None:
    assert len({line.id for line in lines()}) == len(lines()) == 3
    assert all(line.question.endswith("?") and " " not in line.id for line in lines())
