"""What the circle says in one's own vault: no verdict from one answer, and never "no one"."""

from __future__ import annotations

from datetime import date

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.circle_words import noticed
from ipt_tui.ipt.people import Ring, View


def said(*confides: str | None) -> str:
    people = tuple(
        Placed(uid=str(n), name=f"P{n}", ring=Ring.CLOSE, confide=each)
        for n, each in enumerate(confides)
    )
    circle = Circle("me", "me", View.NOW, date(2026, 11, 23), None, "", people, ())
    return " ".join(noticed(circle, (), Audience.CLIENT))


def test_whom_one_can_tell_is_said_once_more_than_half_were_asked_and_never_no_one() -> None:
    assert said("no", None, None) == ""
    assert said("yes", None) == ""
    assert said("no", "no") == ""
    assert said("yes", "no", None) == "You can tell what matters to: P0."
    assert said("no", "some", None) == "Some of it: P1."
