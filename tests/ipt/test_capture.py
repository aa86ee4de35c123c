"""Captured lines, read by their marks; what looks like a mark and is none stays text."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.capture_words import complete, preview, shown
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.scales import Scale

TODAY = date(2026, 11, 23)
NAMES = ("Sam", "Mum", "Dad", "Priya", "Lena", "Ben", "Mr Ito", "Jo", "Noor")


def read(text: str, names: tuple[str, ...] = NAMES) -> tuple[Captured, ...]:
    return parse(text, TODAY, names)


def one(text: str) -> Captured:
    (piece,) = read(text)
    return piece


@pytest.mark.parametrize(
    ("line", "value", "feelings", "wall"),
    [
        ("~3 hurt, left out", 3, ("hurt", "left out"), None),
        ('~3 hurt @"Mr Ito"', 3, ("hurt",), None),
        ("mood 3 hurt", 3, ("hurt",), None),
        ("~10", 10, (), None),
        ("~3 hurt, left out yesterday", 3, ("hurt", "left out"), "2026-11-22T12:00"),
        ("~3 hurt 8 oct evening", 3, ("hurt",), "2026-10-08T20:00"),
        ("~3 sat there", 3, ("sat there",), None),
        ("~3 cold sun", 3, ("cold sun",), None),
        ("~3 4 oct evening flat, tired", 3, ("flat", "tired"), "2026-10-04T20:00"),
        ("~4 13 oct morning nervous", 4, ("nervous",), "2026-10-13T09:00"),
        ("~2 yesterday 21:30 lonely", 2, ("lonely",), "2026-11-22T21:30"),
        ("~5 ok at 9pm yesterday", 5, ("ok yesterday",), "2026-11-23T21:00"),
        ("~3 this morning", 3, (), "2026-11-23T09:00"),
        ("~3 last night cold", 3, ("cold",), "2026-11-22T23:00"),
        ("~3 hurt on 2026-11-09", 3, ("hurt",), "2026-11-09T12:00"),
        ("~3 3d tired", 3, ("tired",), "2026-11-20T12:00"),
    ],
)
def test_moods(line: str, value: int, feelings: tuple[str, ...], wall: str | None) -> None:
    piece = one(line)
    assert (piece.mark, piece.value, piece.feelings) == (Mark.MOOD, value, feelings)
    assert (piece.moment.wall if piece.moment else None) == wall


@pytest.mark.parametrize(
    "line",
    [
        "~4h", "~3 weeks", "~20", "~11", "~-1", "~meh", "~3.5", "~3 days", "~5 people", "~50%",
        "!!", "great!", "so great !", "! rota", "@2pm", "@ home", "me@home.org", ">10", "a > b",
        "[sic]", "#1", "#hashtag", "so -- what", "---", "treatment went well", "symptom free",
        "x~3", "mood swings", "focus on her", "99", "meh", "it was > 5", "mood 11",
        "practice done, easily", "Practice went well",
    ],
)  # fmt: skip
def test_what_stays_text(line: str) -> None:
    piece = one(line)
    assert piece.mark is Mark.TEXT
    assert piece.words == line
    assert piece.value is None


@pytest.mark.parametrize(
    ("line", "mark", "text"),
    [
        ("!rota changed", Mark.EVENT, "rota changed"),
        ("event rota changed", Mark.EVENT, "rota changed"),
        ("!talk @Sam kitchen", Mark.TALK, "kitchen"),
        ("!talk @Sam", Mark.TALK, ""),
        ("!talk", Mark.TALK, ""),
        ("talk with @Sam and @Noor about the flat", Mark.TALK, "the flat"),
        ("!talk @Sam: the flat", Mark.TALK, "the flat"),
        ("!talk kitchen @Sam", Mark.TALK, "kitchen"),
        ("!talk asked @Sam to stay", Mark.TALK, "asked Sam to stay"),
        ("!talk @Sam's sister rang", Mark.TALK, "Sam's sister rang"),
        ("!ca kitchen", Mark.TALK, "kitchen"),
        ("talk kitchen", Mark.TALK, "kitchen"),
        (">ask Sam for Tuesdays", Mark.PRACTICE, "ask Sam for Tuesdays"),
        ("practice ask Sam", Mark.PRACTICE, "ask Sam"),
        ("todo letter to GP", Mark.TODO, "letter to GP"),
        ("!safety asked", Mark.SAFETY, "asked"),
        ("safety asked", Mark.SAFETY, "asked"),
        ("!concern bruises", Mark.CONCERN, "bruises"),
        ("concern bruises", Mark.CONCERN, "bruises"),
        ("-- her sister", Mark.THIS_HOUR, "her sister"),
        ("--her sister", Mark.THIS_HOUR, "her sister"),
        ("-- she hit me ~2 scared #dispute", Mark.THIS_HOUR, "she hit me ~2 scared #dispute"),
    ],
)
def test_marks_at_the_start_of_a_line(line: str, mark: Mark, text: str) -> None:
    assert (one(line).mark, one(line).text) == (mark, text)


def test_a_focus_needs_a_known_area() -> None:
    assert one("#dispute").area == "role_dispute"
    assert one("focus grief").area == "grief"


def test_one_line_holds_an_event_its_mood_and_one_date() -> None:
    happened, mood = read("!rota changed overnight @Ito ~3 angry, dismissed on 8 oct")
    assert (happened.text, happened.names[0].name) == ("rota changed overnight", "Mr Ito")
    assert (mood.value, mood.feelings) == (3, ("angry", "dismissed"))
    assert happened.moment == mood.moment
    assert happened.moment is not None
    assert happened.moment.day == date(2026, 10, 8)


@pytest.mark.parametrize(
    ("line", "text", "category", "edtf"),
    [
        ("!spring 2019 met Sam", "met Sam", "", "2019-21"),
        ("!conflict: 15 oct found the papers", "found the papers", "conflict", "2026-10-15"),
        ("!15 oct row: found the papers", "found the papers", "conflict", "2026-10-15"),
        ("!Mum: she rang", "Mum: she rang", "", None),
        ("!around June 2026 @Sam began looking", "Sam began looking", "", "2026-06~"),
        ("!walk with @Jo after shift on 11 oct", "walk with Jo after shift", "", "2026-10-11"),
        ("!lunch with @Jo", "lunch with Jo", "", None),
        ('!9 nov evening kitchen, "do what you want" @Sam', 'kitchen, "do what you want"', "",
         "2026-11-09"),
        ("!rota changed yesterday", "rota changed", "", "2026-11-22"),
        ("!met @Sam in spring 2019", "met Sam", "", "2019-21"),
        ("!it was a good fall", "it was a good fall", "", None),
        ("!read 1984", "read 1984", "", None),
        ("!may be late", "may be late", "", None),
        ("!sun came out", "sun came out", "", None),
        ("!2026-02-30 x", "2026-02-30 x", "", None),
        ("!moved last Blursday", "moved last Blursday", "", None),
        ("!moves to the coast next year", "moves to the coast", "", "2027"),
    ],
)  # fmt: skip
def test_events(line: str, text: str, category: str, edtf: str | None) -> None:
    piece = one(line)
    assert (piece.mark, piece.text, piece.category) == (Mark.EVENT, text, category)
    assert (piece.when.edtf if piece.when else None) == edtf


def test_spells_need_their_span() -> None:
    low = one("symptom winter 2011 first low spell, after leaving home")
    assert (low.mark, low.text) == (Mark.SYMPTOM, "first low spell, after leaving home")
    taken = one("treatment since august 2026 sertraline 50 mg")
    assert (taken.mark, taken.text) == (Mark.TREATMENT, "sertraline 50 mg")
    assert taken.when is not None
    assert taken.when.ongoing


def test_since_makes_one_mood_with_its_span() -> None:
    piece = one("~7 calm since sunday")
    assert (piece.value, piece.feelings, piece.since) == (7, ("calm",), date(2026, 11, 22))


def test_a_time_after_midnight_is_of_the_night_before() -> None:
    now = datetime(2026, 11, 23, 18, tzinfo=UTC)
    (piece,) = parse("~2 00:40", TODAY, now=now)
    assert piece.moment is not None
    assert (piece.moment.wall, piece.moment.day) == ("2026-11-23T00:40", date(2026, 11, 22))
    (later,) = parse("~2 21:00", TODAY, now=now)
    assert later.moment is not None
    assert later.moment.day == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("@sam", "Sam"), ("@Ito", "Mr Ito"), ("@Mr Ito", "Mr Ito"), ('@"mr ito"', "Mr Ito"),
     ("@No", "Noor"), ("@Sam's", "Sam")],
)  # fmt: skip
def test_who_is_meant(typed: str, name: str) -> None:
    assert one(f"late again {typed}").names[0].name == name


def test_a_name_that_could_be_several_is_open_and_a_new_one_is_new() -> None:
    assert one("late @M").names[0].could_be == ("Mr Ito", "Mum")
    assert one("late @Kim").names[0].is_new
    assert one('late @"Dr Grey"').names[0].typed == "Dr Grey"


def test_lines_of_a_talk_become_turns() -> None:
    talk, first, second, text = read(
        "!talk @Sam february\nme: i need you to remember\nsam: i thought\nthen: quiet"
    )
    assert talk.mark is Mark.TALK
    assert [(t.mark, t.speaker, t.text) for t in (first, second)] == [
        (Mark.TURN, "me", "i need you to remember"),
        (Mark.TURN, "Sam", "i thought"),
    ]
    assert text.mark is Mark.TEXT


@pytest.mark.parametrize(
    "line",
    [
        "!talk @Sam kitchen on 9 nov",
        "!talk 9 nov @Sam kitchen",
        "!talk @Sam 9 nov kitchen",
        "!talk @Sam 9 nov: kitchen",
        "!talk @Sam kitchen 9 nov",
        "talk kitchen @Sam 9 nov",
    ],
)
def test_a_talk_is_dated_as_an_event_is(line: str) -> None:
    piece = one(line)
    assert (piece.text, [name.name for name in piece.names]) == ("kitchen", ["Sam"])
    assert piece.moment is not None
    assert piece.moment.day == date(2026, 11, 9)


@pytest.mark.parametrize(
    ("line", "about", "edtf"),
    [
        ("!talk @Sam february", "february", None),
        ("!talk with @Sam and @Noor: christmas, february", "christmas, february", None),
        ("!talk @Sam spring holidays", "spring holidays", None),
        ("!talk @Sam february on 9 nov", "february", "2026-11-09"),
        ("!talk @Sam in february", "", "2026-02"),
        ("!talk @Sam february 2025 the move", "the move", "2025-02"),
        ("!talk february @Sam the move", "the move", "2026-02"),
        ("!talk @Sam sunday kitchen", "kitchen", "2026-11-22"),
        ("!talk @Sam yesterday", "", "2026-11-22"),
    ],
)
def test_a_month_alone_after_those_it_was_with_is_what_a_talk_was_about(
    line: str, about: str, edtf: str | None
) -> None:
    piece = one(line)
    assert (piece.text, piece.when.edtf if piece.when else None) == (about, edtf)


def test_somebody_new_may_speak_in_the_talk_that_names_them() -> None:
    talk, turn, other, text = read("!talk @Kim hello\nkim: hi\nme: oh\nzed: no")
    assert talk.names[0].is_new
    assert [(t.mark, t.speaker) for t in (turn, other)] == [(Mark.TURN, "Kim"), (Mark.TURN, "me")]
    assert text.mark is Mark.TEXT
    assert [p.mark for p in read("!talk @Sam hello\nkim: hi")] == [Mark.TALK, Mark.TEXT]


def test_a_text_may_go_on_where_a_talk_was() -> None:
    def marks(text: str, *, in_talk: bool) -> list[Mark]:
        return [piece.mark for piece in parse(text, TODAY, NAMES, in_talk=in_talk)]

    assert marks("me: so\nsam: well", in_talk=True) == [Mark.TURN, Mark.TURN]
    assert marks("me: so\nsam: well", in_talk=False) == [Mark.TEXT, Mark.TEXT]
    assert marks("quiet\nsam: well", in_talk=True) == [Mark.TEXT, Mark.TEXT]
    assert marks("!talk @Sam\nsam: well", in_talk=True) == [Mark.TALK, Mark.TURN]


def test_their_words_are_quotes() -> None:
    text, quote = read('came in bright. "i said it" and smiled')
    assert (text.mark, quote.mark, quote.text) == (Mark.TEXT, Mark.QUOTE, "i said it")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("~3 hurt", "mood 3 of 10 (1 worst – 10 best) · hurt · now"),
        ("!rota @Ito on 8 oct", "event “rota” · with Mr Ito · Thu 8 Oct"),
        ("~11", "kept as you wrote it · ~11 stays text: A mood here is a whole number"),
        ("!rota on 30 feb", "“30 feb” is no date in the calendar: kept as text"),
        ("~3 on may", "a mood is of one day that has been, so it is noted as now"),
        ("late @M", "@M could be Mr Ito or Mum; type a little more"),
        ("hello @Kim", "Kim is new: beside the circle"),
        ("-- secret", "for this hour only: not kept"),
        ("!talk @Sam kitchen", "talk with Sam: kitchen · now"),
        ("!talk @Sam on 9 nov", "talk with Sam · Mon 9 Nov"),
        ("!talk the flat ~3 hurt @Sam", "talk with Sam: the flat + mood 3 of 10"),
        ("!talk the flat", "talk: the flat · now"),
        ("!talk @Kim hello", "talk with Kim: hello · now · Kim is new: beside the circle"),
        ("!talk @Sam\nsam: Fine, I will.", "talk with Sam · now   Sam: Fine, I will."),
        ("!talk @Sam\nme: ~meh on 30 feb", "talk with Sam · now   me: ~meh on 30 feb"),
        (">ask Sam", "practice, kept as you wrote it"),
        ("treatment went well", "kept as you wrote it"),
    ],
)
def test_what_will_be_kept_is_said(line: str, told: str) -> None:
    assert told in preview(read(line), TODAY)


def test_who_may_not_be_shown_speaks_as_typed() -> None:
    pieces = read("!talk @sa kitchen\nsa : i thought\nme: oh")
    assert preview(pieces, TODAY).endswith("talk with Sam: kitchen · now   Sam: i thought   me: oh")
    told = preview(shown(pieces, ["Noor"]), TODAY)
    assert told == "talk with sa: kitchen · now   sa: i thought   me: oh"


def test_names_are_finished() -> None:
    assert complete("~3 hurt @No", 11, NAMES) == "~3 hurt @Noor"
    assert complete("~3 @ito", 7, NAMES) == "~3 @Mr Ito"
    assert complete("~3 hurt", 7, NAMES) is None
    assert complete("~3 betr", 7, NAMES) == "~3 betrayed"
    assert complete("~3 hurt, on e", 13, NAMES) == "~3 hurt, on edge"
    assert complete("~-2 bur", 7, NAMES) == "~-2 a burden"
    assert complete("betr", 4, NAMES) is None
    assert complete("~3 zz", 5, NAMES) is None
    assert complete("@Xy", 3, NAMES) is None


def test_a_scale_that_runs_the_other_way_is_read_on_its_numbers() -> None:
    scale = Scale(0, 4, "best", "worst", "low")
    (piece,) = parse("~0 calm", TODAY, NAMES, scale)
    assert piece.value == 0
    (text,) = parse("~5 calm", TODAY, NAMES, scale)
    assert text.mark is Mark.TEXT


MARKED = st.text(
    st.sampled_from(list("~!@#>-\"'“”:,. \n0123456789abmnoprstuy")), max_size=60
) | st.text(max_size=60)


@given(MARKED)
def test_it_never_fails_and_loses_no_line(text: str) -> None:
    pieces = read(text)
    lines = text.split("\n")
    assert {piece.line for piece in pieces} == {n for n, line in enumerate(lines) if line.strip()}
    for piece in pieces:
        assert piece.words == lines[piece.line]
        assert 0 <= piece.start <= piece.stop <= len(text)
    assert pieces == read(text)
    preview(pieces, TODAY)


@given(st.text(st.characters(exclude_characters='~!@#>-"“”\n:'), max_size=40))
def test_without_a_mark_there_is_only_text(text: str) -> None:
    first = text.strip().split(" ")[0].lower()
    pieces = read(text)
    if first in ("mood", "event", "talk", "practice", "todo", "to", "focus", "safety", "concern",
                 "symptom", "treatment"):  # fmt: skip
        return
    assert all(piece.mark is Mark.TEXT for piece in pieces)


@pytest.mark.parametrize("piece", ["~3 ", "@Sam ", "on on ", "since ", '"', "!a: ", "21:30 ", "~"])
def test_ten_thousand_characters_come_to_an_end(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    assert read(text)


def test_what_happened_can_be_dated_by() -> None:
    anchors = {"Dad's move": "2019-04", "the flood": "2011/2012"}
    (one_,) = parse("!around dad's move quarrel with @Ben", TODAY, NAMES, anchors=anchors)
    assert one_.when is not None
    assert (one_.when.edtf, one_.when.words, one_.text) == (
        "2019-04~", "around dad's move", "quarrel with Ben"
    )  # fmt: skip
    (two,) = parse("!lost the job around the flood", TODAY, NAMES, anchors=anchors)
    assert two.when is not None
    assert (two.when.edtf, two.text) == ("2011~/2012~", "lost the job")
    (three,) = parse("!around the block with @Jo", TODAY, NAMES, anchors=anchors)
    assert three.when is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("!lunch with June", "lunch with June"),
        ("!I hate summer", "I hate summer"),
        ("!met Sam in june", "met Sam"),
        ("!met Sam spring 2019", "met Sam"),
    ],
)
def test_a_month_alone_may_be_a_name(line: str, title: str) -> None:
    assert [piece.text for piece in read(line)] == [title]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("~meh", "~meh stays text: A mood here is a whole number from 1 to 10"),
        ("~4.5 so so", "~4.5 stays text: A mood here is a whole number from 1 to 10"),
        ("~3 hurt !row about dishes", "!row stays text: an event stands first"),
        ("~5 tomorrow", "a mood is of one day that has been, so it is noted as now"),
    ],
)
def test_why_something_stays_text_is_said(line: str, said: str) -> None:
    assert said in preview(read(line), TODAY)


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("  todo: letter to GP", "letter to GP"),
        ("!concern @Sam shouted", "@Sam shouted"),
        (">ask Sam", "ask Sam"),
        ("~3 hurt", " hurt"),
        ("came in bright", "came in bright"),
    ],
)
def test_a_piece_knows_where_its_mark_ends(line: str, body: str) -> None:
    text = f"first\n{line}"
    piece = read(text)[-1]
    assert text[piece.start + piece.lead : piece.stop] == body
