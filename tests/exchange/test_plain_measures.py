"""Measures as plain lines: K7's as they were keyed, for either side, and nothing that steers."""

from __future__ import annotations

from dataclasses import replace

from ipt_tui.exchange.plain_measures import measures_lines
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.instruments import shipped
from ipt_tui.ipt.measures import Plan, Response
from ipt_tui.ipt.moments import on_day
from ipt_tui.ipt.scoring import entered
from tests.ipt.test_measures import DAYS, K7, given, measures

NINTH = "Thoughts that you would be better off dead or of hurting yourself in some way"


def test_for_the_practitioner() -> None:
    noted = [*K7[:-2], replace(K7[4], note="in a hurry\x1b[31m", source="paper"), K7[5]]
    lines = measures_lines(measures(noted), problems=["instruments/mine.toml: is faulty."])
    assert lines[:2] == ["K7, measures", "Due: PHQ-9, GAD-7"]
    assert lines[3] == "PHQ-9, 17 Nov: 9 of 27, mild."
    at = lines.index("17 Nov, from paper: 9 of 27, mild")
    assert lines[at : at + 9] == [
        "17 Nov, from paper: 9 of 27, mild",
        "17 Nov, note: in a hurry[31m",
        "27 Oct: 13 of 27, moderate",
        "6 Oct: 17 of 27, moderately severe",
        f"6 Oct, item 9, “{NINTH}”: 1; ask about safety",
        "Asked for: every 4th session",
        "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, "
        "with an educational grant from Pfizer Inc.",
        "Copyright Pfizer Inc. No permission required to reproduce, translate, display or "
        "distribute.",
        "",
    ]
    assert "A score is for screening; it is not a diagnosis." in lines
    assert lines[-1] == "instruments/mine.toml: is faulty."


def test_what_is_begun_tells_what_needs_a_person() -> None:
    """Item 9 was answered, and nobody went on: it is said all the same, to the practitioner."""
    begun = replace(given("phq9", DAYS[6], "11......3"), total=None, finished=False)
    lines = measures_lines(measures([begun]))
    at = lines.index("Begun on 17 Nov, not finished.")
    assert lines[at - 1 : at + 2] == [
        "PHQ-9: not answered yet.",
        "Begun on 17 Nov, not finished.",
        f"17 Nov, item 9, “{NINTH}”: 3; ask about safety",
    ]
    lines = measures_lines(measures([begun]), settled=frozenset({begun.uid}))
    assert f"17 Nov, item 9, “{NINTH}”: 3" in lines  # an outcome is recorded
    earlier = replace(given("phq9", DAYS[5], "........1"), total=None, finished=False)
    lines = measures_lines(measures([earlier, begun]))
    at = lines.index("Begun on 10 Nov, not finished.")
    assert lines[at + 1].startswith(f"10 Nov, item 9, “{NINTH}”: 1")
    own = measures_lines(measures([begun]), Audience.CLIENT)
    assert "Begun on 17 Nov, not finished." in own
    assert not any("tem 9" in text for text in own)


def test_a_part_that_needs_a_person_is_told_once() -> None:
    epds = entered(shipped()["epds"], 12, {"item10": 1})
    kept = Response(
        "e", "epds", "EPDS", "1", on_day(DAYS[6]), source="score", total=12,
        parts=epds.parts, flags=epds.flags,
    )  # fmt: skip
    told = [text for text in measures_lines(measures([kept])) if "item 10" in text]
    assert told == ["17 Nov, item 10, harming oneself: 1; ask about safety"]


def test_for_a_client() -> None:
    lines = measures_lines(measures(K7), Audience.CLIENT)
    assert lines[:2] == ["What you filled in", "To fill in: PHQ-9, GAD-7"]
    assert "17 Nov: 9" in lines
    bands = [text for text in lines if "mild" in text]
    assert set(bands) == {"Those who made the form call that “mild”."}
    assert lines[3] == "PHQ-9, low mood"
    assert not any(word in text for text in lines for word in ("change,", "caseness", "tem 9"))
    hidden = {name: Plan("", hidden=True) for name in ("phq9", "gad7")}
    told = measures_lines(measures(K7, plans=hidden), Audience.CLIENT)
    assert not any(char.isdigit() for text in told for char in text.replace("PHQ-9", "").replace(
        "GAD-7", "").replace("17 Nov", ""))  # fmt: skip
    assert measures_lines(measures([], None), Audience.CLIENT)[-1] == (
        "No measure was answered here yet."
    )
