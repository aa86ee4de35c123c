"""Circles to draw: the people of the case, a crowd, and any people at all."""

from datetime import date
from math import pi, tau

from hypothesis import strategies as st

from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.people import Ring, View
from ipt_tui.ipt.placing import Placing, Spot
from ipt_tui.ipt.seating import Span

K7 = (
    ("Sam", 1, 1),
    ("Mum", 2, 1),
    ("Dad", 1, 1),
    ("Priya", 2, 1),
    ("Lena", 2, 3),
    ("Ben", 3, 3),
    ("Mr Ito", 3, 3),
    ("Jo", 2, 3),
    ("Noor", 2, 2),
)
HOSTILE = (
    "",
    " ",
    "x" * 10_000,
    "\n\x1b[2J",
    "[/]",
    "👩‍👩‍👧‍👦" * 9,
    "مريم " * 40,
    "日本語の名前",
    "Z" + "̷" * 99,
)


def circle(*people: Placed) -> Circle:
    return Circle("c", "K7", View.NOW, date(2026, 11, 23), people=people)


def k7() -> Circle:
    return circle(
        *(
            Placed(
                uid=name,
                name=name,
                ring=Ring(ring),
                before=Ring(before),
                life="died" if name == "Dad" else "living",
            )
            for name, ring, before in K7
        )
    )


def crowd(count: int, *rings: int, name: str = "Person") -> Circle:
    people = (
        Placed(uid=str(n), name=f"{name} {n}", ring=Ring(rings[n % len(rings)]))
        for n in range(count)
    )
    return circle(*people)


def written(placing: Placing) -> list[Span]:
    spans = [spot.span for spot in placing.spots] + [placing.you]
    return [span for span in [*spans, *([placing.more] if placing.more else [])] if span.width]


def check_room(placing: Placing) -> None:
    """Whatever is written lies on the picture, with a free cell between it and the next."""
    taken: set[tuple[int, int]] = set()
    for span in written(placing):
        assert 0 <= span.x <= placing.rings.width - span.width
        assert 0 <= span.y < placing.rings.height
        own = {(x, span.y) for x in range(span.x, span.x + span.width)}
        assert not (own | {(span.x - 1, span.y), (span.x + span.width, span.y)}) & taken
        taken |= own


def turned(placing: Placing, spot: Spot) -> float:
    """How far somebody stands from their own side, in radians."""
    return abs((placing.rings.angle(spot.cell) - spot.angle + pi) % tau - pi)


rings_ = st.sampled_from([None, *Ring])
names = st.one_of(
    st.sampled_from(HOSTILE),
    st.sampled_from(["Sam", "Jo", "Mr Ito", "Margarethe", "Anne-Marie Wolff"]),
    st.text(max_size=40),
)


@st.composite
def circles(draw: st.DrawFn) -> Circle:
    one_ring = draw(st.one_of(st.none(), st.sampled_from(list(Ring))))
    return circle(
        *(
            Placed(
                uid=str(uid),
                name=draw(names),
                ring=one_ring if one_ring is not None else draw(rings_),
                before=draw(rings_),
                life=draw(st.sampled_from(["living", "died"])),
                veiled=draw(st.booleans()),
            )
            for uid in range(draw(st.integers(0, 30)))
        )
    )


widths, heights = st.integers(24, 120), st.integers(9, 60)
