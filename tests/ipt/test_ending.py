"""The ending of a course, and the sections of its page."""

from dataclasses import replace
from datetime import date

import pytest

from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.content import ContentError
from ipt_tui.ipt.course import Course
from ipt_tui.ipt.ending import (
    EndingPage,
    EndingTold,
    WishThenNow,
    bare,
    course_words,
    has_line,
    leaves,
    spoken_words,
    then_circle,
    with_line,
)
from ipt_tui.ipt.ending_page import Items, Paragraph, Section, Table, sections, span_words
from ipt_tui.ipt.ending_words import KEYS, read, shipped
from ipt_tui.ipt.people import Ring, View
from ipt_tui.ipt.phases import Bounds
from ipt_tui.records.ending import EndingFields

ON, SINCE, START = date(2027, 1, 19), date(2026, 10, 20), date(2026, 10, 6)
PAGE = EndingPage(ON, START, SINCE, ON, 16, 16)
CIRCLE = Circle(
    "c", "K7", View.NOW, ON, SINCE,
    people=(
        Placed("1", "Sam", "partner", Ring.CLOSEST, True, Ring.CLOSEST, "unsafe", friction=7),
        Placed("2", "Dad", "father", Ring.CLOSEST, before=Ring.CLOSEST, life="died"),
        Placed("3", "Jo", "colleague", Ring.CLOSE, before=Ring.WIDER, why="the rota"),
        Placed("4", "Kim", "friend", Ring.WIDER),
        Placed("5", "Ben", "brother", Ring.OFF, before=Ring.WIDER),
        Placed("6", "", ring=Ring.CLOSE, before=Ring.CLOSE, veiled=True),
    ),
)  # fmt: skip
COURSE = Course("k", "c", "K7", "ipt16", START, Bounds(16, 4, 14))


def section(page: EndingPage, key: str) -> Section | None:
    return next((each for each in sections(page) if each.key == key), None)


def words(page: EndingPage) -> str:
    return repr(sections(page))


def test_a_line_is_taken_once_and_given_back() -> None:
    text = with_line(with_line("", "asked"), "stayed")
    assert text == "asked\nstayed"
    assert has_line(text, "asked")
    assert with_line(text, "asked") == "stayed"


def test_lines_for_one_hour_only_do_not_leave() -> None:
    assert (
        leaves("kept\n-- not this\n  --nor this\n--- a rule\na -- b") == "kept\n--- a rule\na -- b"
    )


def test_the_circle_of_then_has_everybody_on_their_own_side_and_nobody_who_is_veiled() -> None:
    shown = bare(CIRCLE)
    assert [p.name for p in shown.people] == ["Sam", "Dad", "Jo", "Kim", "Ben"]
    assert {(p.quality, p.friction, p.why) for p in shown.people} == {(None, None, "")}
    then = then_circle(shown, SINCE)
    assert [(p.name, p.ring, p.before) for p in then.people] == [
        ("Sam", 1, None), ("Dad", 1, None), ("Jo", 3, None), ("Kim", None, None), ("Ben", 3, None),
    ]  # fmt: skip
    page = section(replace(PAGE, circle=shown), "circle")
    assert page is not None
    table = page.blocks[1]
    assert isinstance(table, Table)
    assert table.rows == (
        ("closest", "Sam and Dad (has died)", "Sam and Dad (has died)"),
        ("close", "nobody", "Jo"),
        ("wider circle", "Jo and Ben", "Kim"),
        ("off the circle", "nobody", "Ben"),
    )


def test_not_better_is_said_without_blame_and_with_what_else_there_is() -> None:
    for outcome, lead in (("not", "not your failing"), ("partly", "not your failing")):
        found = section(replace(PAGE, texts={"outcome": outcome}), "besides")
        assert found is not None
        assert isinstance(found.blocks[0], Paragraph)
        assert lead in found.blocks[0].text
        assert isinstance(found.blocks[1], Items)
        assert any("medicine" in item for item in found.blocks[1].items)
    assert section(replace(PAGE, texts={"outcome": "better"}), "besides") is None
    assert section(PAGE, "besides") is None


def test_an_empty_page_has_the_words_on_being_sad_and_no_empty_part() -> None:
    assert [each.key for each in sections(PAGE)] == ["sad"]
    assert span_words(PAGE) == "6 October 2026 to 19 January 2027 · 16 of 16 meetings"
    assert span_words(replace(PAGE, last=None, held=1, planned=0)) == "6 October 2026 · 1 meeting"


def test_signs_with_people_come_first_and_what_follows_is_a_contract_of_its_own() -> None:
    told = {"signs": "awake at four", "signs_people": "I go quiet", "coming": "sessions"}
    page = replace(PAGE, texts=told)
    assert words(page).index("I go quiet") < words(page).index("awake at four")
    assert shipped().new_contract in words(page)
    assert shipped().new_contract not in words(replace(page, texts={"coming": "stop"}))


def test_wishes_are_counted_only_where_it_is_known() -> None:
    known = (
        WishThenNow("evenings", "Sam", False, True, "partly"),
        WishThenNow("calls", "Jo", False),
    )
    told = words(replace(PAGE, wishes=known))
    assert "('evenings (Sam)', 'not said', 'said, partly met')" in told
    assert "1 of 2 wishes is said aloud; then it was none." in told
    unknown = (*known, WishThenNow("a key", "Jo", None, True))
    assert "2 of 3 wishes are said aloud." in words(replace(PAGE, wishes=unknown))


@pytest.mark.parametrize(
    ("number", "spoken"),
    [(11, ""), (12, "4 meetings after this one."), (15, "1 meeting after this one."),
     (16, "This is the last meeting."), (18, "This is the last meeting.")],
)  # fmt: skip
def test_the_count_is_spoken_from_where_the_ending_is_named(number: int, spoken: str) -> None:
    ending = EndingTold(COURSE, ON, number)
    assert spoken_words(ending) == spoken
    assert ending.is_near is bool(spoken)
    ended = replace(ending, course=replace(COURSE, ended=ON))
    assert (spoken_words(ended), course_words(ended)) == ("", "the course ended 19 Jan 2027")


def test_every_part_that_is_asked_is_kept_and_has_its_words() -> None:
    assert set(KEYS) <= set(EndingFields.model_fields)
    assert [part.key for part in shipped().parts] == list(KEYS)
    assert all(part.question.endswith("?") for part in shipped().parts)


def test_a_file_of_ones_own_changes_words_and_a_faulty_one_says_where(tmp_path) -> None:  # type: ignore[no-untyped-def]
    own = tmp_path / "ending.toml"
    own.write_text('title = "My page"\n[[part]]\nid = "plan"\ntitle = "Mine"\nquestion = "What?"\n')
    assert (read(tmp_path).title, read(tmp_path).part("plan").title) == ("My page", "Mine")
    for faulty in ("title = 3", "sad = 1", "sad = [1]", '[[part]]\nid = "plan"'):
        own.write_text(faulty)
        with pytest.raises(ContentError, match=r"^ending\.toml"):
            read(tmp_path)
