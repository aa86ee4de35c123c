"""The circle as a picture for a page: well made, nothing over another, readable without eyes."""

import re
from datetime import date
from xml.etree import ElementTree as ET

from ipt_tui.exchange.circle_svg import FONT, HIGH, SIZES, WIDE, circle_svg, size_for
from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.people import Ring, View

SVG = "{http://www.w3.org/2000/svg}"
NAMES = (
    "Sam",
    "Mum",
    "Dad",
    "Jo & <b>Ann</b>",
    "Ana-Maria dos Santos",
    "李小龙",
    "Wim Mommsen",
    "Noor",
)


def circle(count: int) -> Circle:
    rings = (Ring.CLOSEST, Ring.CLOSE, Ring.WIDER, Ring.OUTSIDE)
    people = tuple(
        Placed(
            str(n), NAMES[n % len(NAMES)] + ("" if n < len(NAMES) else str(n)),
            ring=rings[n % 4], before=rings[(n + (n % 3 == 0)) % 4],
            life="died" if n == 2 else None,
        )
        for n in range(count)
    )  # fmt: skip
    return Circle("c", "K7", View.NOW, date(2027, 1, 19), date(2026, 10, 20), people=people)


def drawn(found: Circle) -> ET.Element:
    size = size_for([found])
    return ET.fromstring("\n".join(circle_svg(found, "now", "Nine <people>.", size, "now")))


def boxes(root: ET.Element) -> list[tuple[float, float, float, float, str]]:
    """Return the boxes of the names: left, right, top, bottom, as wide as their cells."""
    found = []
    for text in root.iter(f"{SVG}text"):
        if text.get("class") == "halo":
            continue
        told = "".join(text.itertext())
        wide = sum(2 if ord(letter) > 0x2E80 else 1 for letter in told) * WIDE * 0.85
        x, y = float(text.get("x", 0)), float(text.get("y", 0))
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.get("text-anchor", "")]
        found.append((left, left + wide, y - FONT * 0.8, y, told))
    return found


def test_no_name_lies_on_another_or_beyond_the_edge() -> None:
    for count in (1, 9, 30):
        root = drawn(circle(count))
        _, _, width, height = map(float, root.get("viewBox", "").split())
        placed = boxes(root)
        assert len(placed) == count + 1
        for n, one in enumerate(placed):
            assert one[0] >= 0, one
            assert one[1] <= width + WIDE, one
            assert 0 < one[2] < one[3] <= height, one
            for other in placed[n + 1 :]:
                apart = one[1] <= other[0] or other[1] <= one[0]
                assert apart or one[3] <= other[2] or other[3] <= one[2], (one, other)


def test_whole_names_are_given_room_and_a_crowd_a_larger_ground() -> None:
    assert size_for([circle(4)]) == SIZES[0]
    assert size_for([circle(30)]) > SIZES[0]
    told = "".join(drawn(circle(9)).itertext())
    assert "Ana-Maria dos Santos" in told
    assert "…" not in told


def test_it_says_what_it_shows_and_where_each_has_come_from() -> None:
    root = drawn(circle(9))
    told = {node.tag.removeprefix(SVG): node.text or "" for node in root}
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "now-title now-desc"
    assert told["title"] == "now"
    assert told["desc"].startswith("Nine <people>. Closest: Sam")
    assert "Dad †" in told["desc"]
    moved = [person for person in circle(9).people if person.moved]
    assert len(list(root.iter(f"{SVG}line"))) == len(moved) > 0


def test_a_name_is_never_markup_and_nothing_is_called_from_elsewhere() -> None:
    source = "\n".join(circle_svg(circle(9), "a", "b", SIZES[0], "x"))
    assert "<b>" not in source
    assert not re.search(r"href|url\(|script|style=", source)
    assert f"{SIZES[0][0] * WIDE:g} {SIZES[0][1] * HIGH:g}" in source
