"""A course: its forms, how many sessions are left, and what is said before one goes on."""

from datetime import date
from pathlib import Path

import pytest

from ipt_tui.ipt.content import ContentError
from ipt_tui.ipt.course import (
    Course,
    Format,
    afterwards,
    ending_named_at,
    gates,
    left_after,
    left_words,
    phase_words,
    place_words,
    template_words,
    templates,
)
from ipt_tui.ipt.phases import Bounds

ALL = frozenset({"focus", "formulation", "contract", "ending_named"})
WHOLE = """
[[template]]
id = "own"
label = "six at home"
planned = 6
middle_from = 2
ending_from = 6
"""


def course(template: str = "ipt16", vocabulary: str = "termination") -> Course:
    bounds = templates()[template].bounds
    return Course("c", "k", "K7", template, date(2026, 10, 6), bounds, vocabulary=vocabulary)


def own(tmp_path: Path, text: str) -> Path:
    (tmp_path / "courses.toml").write_text(text)
    return tmp_path


def test_the_forms_in_which_ipt_is_offered() -> None:
    said = {
        one.id: (one.bounds.planned, one.bounds.middle_from, one.bounds.ending_from, one.minutes)
        for one in templates().values()
    }
    assert said == {
        "ipt16": (16, 4, 14, 50), "iptuk16": (16, 5, 13, 50), "ipt12": (12, 4, 10, 50),
        "ipt8_brief": (8, 3, 8, 50), "ipta12": (12, 5, 10, 50), "ipt_ed20": (20, 5, 18, 50),
        "ipt_ptsd14": (14, 4, 12, 50), "group8": (8, 2, 8, 90), "ipsrt": (20, 5, 17, 50),
        "maint": (0, 0, 0, 50), "self_review": (0, 0, 0, 0),
    }  # fmt: skip
    group = templates()["group8"]
    assert (group.before, group.format) == (1, Format.GROUP)
    assert template_words("ipt16") == "16 sessions"
    assert template_words("from later") == "from later"


def test_how_many_are_left() -> None:
    said = {number: left_words(course(), number) for number in (8, 15, 16, 17, 18)}
    assert said == {
        8: "8 left after today", 15: "1 left after today", 16: "the last one",
        17: "one more than planned", 18: "2 more than planned",
    }  # fmt: skip
    assert left_words(course(), 8, today=False) == "8 left after it"
    assert left_after(course(), 8) == 8
    assert left_after(course(), 20) == 0
    assert left_after(course("maint"), 8) is None
    assert left_words(course("maint"), 8) == ""
    assert place_words(course(), 8) == "session 8 of 16"
    assert place_words(course("maint"), 8) == "session 8"
    assert place_words(course("group8"), 0) == "before the group"


def test_the_ending_is_called_as_the_course_calls_it() -> None:
    assert [phase_words(course(), n) for n in (1, 8, 15)] == ["beginning", "middle", "ending"]
    other = course(vocabulary="conclusion")
    assert (phase_words(other, 15), afterwards(other)) == ("conclusion", "maintenance")
    assert afterwards(course()) == "after the ending"
    assert phase_words(course(vocabulary="from later"), 15) == "ending"
    assert phase_words(course("maint"), 15) == ""


def test_what_is_missed_is_said_from_its_phase_on_and_never_before() -> None:
    assert gates(course(), 3, frozenset()) == ()
    said = gates(course(), 4, frozenset({"formulation"}))
    assert len(said) == 2
    assert "no focus is agreed" in said[0]
    assert gates(course(), 4, ALL) == ()
    assert gates(course(), 13, ALL - {"ending_named"}) == ()
    assert "not been spoken of" in gates(course(), 14, ALL - {"ending_named"})[0]
    concluding = gates(course(vocabulary="conclusion"), 14, ALL - {"ending_named"})
    assert concluding[0].startswith("The conclusion has begun")
    assert "no focus is agreed" in gates(course(), 16, ALL - {"focus"})[0]
    assert "16 sessions were agreed" in gates(course(), 17, ALL)[0]
    assert gates(course("maint"), 9, frozenset()) == ()
    assert gates(course("group8"), 0, frozenset()) == ()


def test_the_ending_is_spoken_of_two_to_four_sessions_before_the_last() -> None:
    assert [ending_named_at(n) for n in (16, 12, 8, 20, 14)] == [12, 9, 6, 16, 11]
    for planned in range(4, 60):
        assert 2 <= planned - ending_named_at(planned) <= 4
    assert [ending_named_at(n) for n in (1, 2, 3)] == [1, 1, 1]


def test_a_form_of_ones_own_stands_beside_the_others(tmp_path: Path) -> None:
    found = templates(own(tmp_path, WHOLE))
    assert list(found)[-1] == "own"
    assert found["own"].bounds == Bounds(6, 2, 6)
    assert len(found) == len(templates()) + 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[template]]\nid = 'x'\n", "every template needs an id and a label"),
        ("template = 3", "template should be a list"),
        (WHOLE.replace("planned = 6", "planned = 'six'"), "planned should be a whole number"),
        (WHOLE.replace("planned = 6", "planned = -1"), "planned should be a whole number"),
        (WHOLE.replace("planned = 6", "planned = true"), "planned should be a whole number"),
        (WHOLE.replace("planned = 6", "planned = 4"), "the phases do not follow"),
        (WHOLE + "format = 'circle'\n", "format should be individual"),
        (WHOLE + "format = 3\n", "format should be individual"),
        ("[[template]", r"courses\.toml, line 1"),
    ],
)
def test_what_is_faulty_is_said_in_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(ContentError, match=sentence):
        templates(own(tmp_path, text))
