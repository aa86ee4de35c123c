"""The picture as rows of text: what is drawn where, before any colour."""

import itertools
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.circle_lines import RING, TRAIL, draw
from ipt_tui.ipt.circle_picture import Part, Row, picture
from ipt_tui.ipt.circle_words import sentence
from ipt_tui.ipt.people import Quality, Ring, View
from ipt_tui.ipt.placing import place
from ipt_tui.ipt.text import cells

PEOPLE = (
    Placed("Sam", "Sam", ring=Ring.CLOSEST, before=Ring.CLOSEST, quality=Quality.STRESSFUL),
    Placed("Mum", "Mum", ring=Ring.CLOSE, before=Ring.CLOSEST, quality=Quality.MIXED),
    Placed("Dad", "Dad", ring=Ring.CLOSEST, before=Ring.CLOSEST, life="died"),
    Placed("Priya", "Priya", ring=Ring.CLOSE, before=Ring.CLOSEST, quality=Quality.SUPPORTIVE),
    Placed("Lena", "Lena", ring=Ring.CLOSE, before=Ring.WIDER, quality=Quality.SUPPORTIVE),
    Placed("Ben", "Ben", ring=Ring.WIDER, before=Ring.WIDER),
    Placed("Ito", "Mr Ito", ring=Ring.WIDER, before=Ring.WIDER, quality=Quality.STRESSFUL),
    Placed("Jo", "Jo", ring=Ring.CLOSE, before=Ring.WIDER, quality=Quality.SUPPORTIVE),
    Placed("Noor", "Noor", ring=Ring.CLOSE, before=Ring.CLOSE, quality=Quality.SUPPORTIVE),
)
K7 = Circle("c", "K7", View.NOW, date(2026, 11, 23), people=PEOPLE)
NINE_PEOPLE = """\

             ⢀ ⠄⠂⠐ ⠁⠈ ⠁⠈ ⠂⠐⠠ ⡀
           ⠄⠂                 ⠐⠠
        ⠠⠈    ⠶    ⡀⢀ ⡀⢀         ⠁⠄
      ⠠⠈       ⠡⠂⠈       ⠁⠐⠠       ⠁⠄
     ⡐      ⠠⠈  ● Lena       ⠁⠄  ○ Ben
    ⠄     ⠠⠈       ⡀⠠ ⠄⢀       ⠁⠄     ⠠
   ⡐     ⡐      ⠠⠈       ⠁⠄      ⢂     ⢂
   ⠄    ⠠  ● Noor     ◆ Sam ⠄     ⠄    ⠠
  ⠐     ⠂     ⠂             ⠐     ⠐     ⠂
  ⢈     ⡁    ⢈      you   ⠶⠠⠠⠠ ◐ Mum    ⡁
  ⠠     ⠄     ⢀ ⠶           ⠠     ⠠     ⠄
   ⠂ Priya ● ⠈⠐⢀      ○ Dad †     ⠂    ⠐
   ⠡     ⠡      ⠐⢀       ⡀⠂      ⠌     ⠌
    ⠂     ⠐⢀       ⠁⠐ ⠂⠈       ⡀⠂     ⠐
     ⠡      ⠐⢀  ● Jo         ⡀⠂  ◆ Mr Ito
      ⠐⢀       ⠠⠁⢀       ⡀⠠⠐       ⡀⠂
        ⠐⢀    ⠶    ⠁⠈ ⠁⠈         ⡀⠂
           ⠂⠄                 ⠠⠐
             ⠈ ⠂⠄⠠ ⡀⢀ ⡀⢀ ⠄⠠⠐ ⠁

"""


def lines(rows: tuple[Row, ...]) -> list[str]:
    return ["".join(run.text for run in row).rstrip() for row in rows]


def test_the_nine_people_of_the_case() -> None:
    assert lines(picture(place(K7, 44, 21))) == NINE_PEOPLE.splitlines()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            Placed,
            uid=st.uuids().map(str),
            name=st.text(max_size=30),
            ring=st.sampled_from([None, *Ring]),
            before=st.sampled_from([None, *Ring]),
            veiled=st.booleans(),
        ),
        max_size=30,
    ),
    st.integers(0, 90),
    st.integers(0, 40),
)
def test_every_row_fills_the_width(people: list[Placed], width: int, height: int) -> None:
    rows = picture(place(replace(K7, people=tuple(people)), width, height))
    assert len(rows) == (height if width else 0)
    for row in rows:
        assert sum(cells(run.text) for run in row) == width
        assert all(run.text for run in row)


def test_each_run_knows_whose_it_is() -> None:
    rows = picture(place(K7, 44, 21))
    runs = [run for row in rows for run in row]
    assert [run.text for run in runs if run.part is Part.YOU] == ["you"]
    glyphs = {run.person.uid: run.text for run in runs if run.part is Part.GLYPH and run.person}
    assert glyphs == {person.uid: person.glyph for person in PEOPLE}
    names = {run.person.uid: run.text for run in runs if run.part is Part.NAME and run.person}
    assert names == {p.uid: f"{p.label} " if p.uid == "Priya" else f" {p.label}" for p in PEOPLE}
    trails = {run.person.uid for run in runs if run.part is Part.TRAIL and run.person}
    assert trails == {"Mum", "Priya", "Lena", "Jo"}


def test_there_is_a_free_cell_on_both_sides_of_a_name() -> None:
    for row in picture(place(K7, 44, 21)):
        for before, run in itertools.pairwise(row):
            if run.person and before.person is not run.person:
                assert run.part in (Part.BEFORE, Part.TRAIL)
        edges = [run for run in row if run.part in (Part.BEFORE, Part.AFTER)]
        assert {run.text for run in edges} <= {" "}
        assert len(edges) == 2 * sum(run.part is Part.GLYPH for run in row)


def test_those_without_room_are_counted_in_the_corner() -> None:
    people = tuple(Placed(str(n), "Anna", ring=Ring.CLOSEST) for n in range(30))
    placing = place(replace(K7, people=people), 24, 9)
    last = picture(placing)[-1][-1]
    assert last == (f"+{len(placing.hidden)}", Part.MORE, None)


def test_a_trail_is_dotted_and_has_its_cells_to_itself() -> None:
    drawing = draw(place(K7, 44, 21))
    inks = {(x, y): ink for y, (_, row) in enumerate(drawing.rows) for x, ink in enumerate(row)}
    assert {cell for cell, ink in inks.items() if ink == TRAIL} <= set(drawing.trails)
    assert sum(ink == RING for ink in inks.values()) > 100
    still = replace(K7, people=tuple(replace(p, before=p.ring) for p in PEOPLE))
    assert not draw(place(still, 44, 21)).trails


def test_a_trail_keeps_off_the_word_in_the_centre() -> None:
    people = tuple(Placed(str(n), "Jo", ring=Ring.CLOSE, before=Ring.CLOSEST) for n in range(9))
    placing = place(replace(K7, people=people), 24, 9)
    text, _ = draw(placing).rows[placing.you.y]
    assert any(spot.was in ((9, placing.you.y), (13, placing.you.y)) for spot in placing.spots)
    assert text[placing.you.x - 1 : placing.you.x + 4] == " " * 5


def test_no_ring_is_counted_while_nobody_is_placed() -> None:
    nobody = [replace(person, ring=None, before=None) for person in PEOPLE[:3]]
    circle = Circle("c", "K7", View.NOW, date(2026, 11, 23), people=tuple(nobody))
    assert sentence(circle, Audience.CLIENT) == "3 people, not placed yet."
    one = replace(circle, people=(*nobody[:2], PEOPLE[2]))
    assert sentence(one, Audience.CLIENT).startswith("3 people, 1 closest to you. Not placed yet:")


def test_a_picture_without_people_is_the_rings_and_the_word() -> None:
    rows = picture(place(replace(K7, people=()), 44, 21, "K7"))
    parts = {run.part for row in rows for run in row}
    assert parts == {Part.RING, Part.YOU}
    assert any("K7" in line for line in lines(rows))
