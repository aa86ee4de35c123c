"""Scoring: published and hand-worked examples, every reversed item, every band edge."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.instrument import FlagKind, How, Instrument
from ipt_tui.ipt.instruments import shipped
from ipt_tui.ipt.paper_row import parse
from ipt_tui.ipt.scoring import DECLINED, Answer, Answers, entered, score

ASKED = [each for each in shipped().values() if each.asked]

EXAMPLES = [
    ("phq9", "2 3 2 3 1 2 2 1 1", 17, "moderately severe"),  # K7, 6 October
    ("phq9", "2 2 2 2 1 2 1 1 0", 13, "moderate"),
    ("phq9", "1 1 1 2 1 1 1 1 0", 9, "mild"),
    ("phq9", "000000000", 0, "none-minimal"),
    ("phq9", "333333333", 27, "severe"),
    ("gad7", "2 2 2 2 1 2 1", 12, "moderate"),
    ("gad7", "1 2 2 1 1 2 1", 10, "moderate"),
    ("gad7", "1 1 1 1 0 1 1", 6, "mild"),
    ("gad7", "3333333", 21, "severe"),
    ("who5", "5 5 5 5 5", 100, "above the cut-off"),  # raw times four
    ("who5", "3 2 3 2 2", 48, "low well-being"),  # raw 12
    ("who5", "1 1 2 1 2", 28, "possible depression"),  # raw 7
    ("who5", "3 3 3 2 2", 52, "above the cut-off"),  # raw 13
    ("pcl5", "3" + "2" * 14 + "0" * 5, 31, ""),
    ("pcl5", "4" * 20, 80, ""),
    ("pcl5", "1" * 20, 20, ""),
    ("mspss", "1" * 12, 1, "low"),
    ("mspss", "4 4 5 5 4 6 6 5 6 4 5 6", 5, "moderate"),  # 60 of 12 items
    ("mspss", "5 5 5 5 5 5 5 5 5 5 5 6", 5.1, "high"),  # 61: 5.083
    ("mspss", "3 3 3 3 3 3 3 3 3 3 3 2", 2.9, "low"),  # 35: 2.917
    ("ucla3", "1 1 1", 3, "not lonely"),
    ("ucla3", "2 2 1", 5, "not lonely"),
    ("ucla3", "2 2 2", 6, "lonely"),
    ("core10", "0 4 4 0 0 0 0 0 0 0", 0, "non-clinical"),
    ("core10", "4 0 0 4 4 4 4 4 4 4", 40, "severe"),
    ("core10", "2 2 2 1 1 0 2 2 2 1", 15, "moderate"),
    ("core10", "0 0 0 0 0 0 0 0 0 0", 8, "non-clinical"),  # the two reversed items alone
]
"""Instrument, answers in the order of the form, total by hand, band of its authors."""


def row(instrument: Instrument, digits: str) -> Answers:
    read = parse(instrument, digits)
    assert read.whole, read.refusal
    return read.answers


@pytest.mark.parametrize(("name", "digits", "total", "band"), EXAMPLES)
def test_examples(name: str, digits: str, total: float, band: str) -> None:
    instrument = shipped()[name]
    found = score(instrument, row(instrument, digits))
    assert found.total == total
    assert (found.band.words if found.band else "") == band


def test_there_are_three_examples_of_each() -> None:
    count = {each.id: sum(each.id == name for name, *_ in EXAMPLES) for each in ASKED}
    assert {name for name, many in count.items() if many < 3} == {"ipip_ipc"}


def test_each_reversed_item_and_no_other_lowers_the_score() -> None:
    for instrument in ASKED:
        low = [item.lowest for item in instrument.items]
        if instrument.how is How.NONE:
            assert not instrument.reversed
            continue
        base = score(instrument, tuple(low)).total
        assert base is not None
        for number in range(1, len(low) + 1):
            high = list(low)
            high[number - 1] = instrument.items[number - 1].highest
            total = score(instrument, tuple(high)).total
            assert total is not None
            assert (total < base) == (number in instrument.reversed), (instrument.id, number)
            assert total != base


def test_band_edges_meet_and_cover_the_range() -> None:
    edges = {
        "phq9": [4, 9, 14, 19, 27], "gad7": [4, 9, 14, 21], "who5": [28, 50, 100],
        "mspss": [2.9, 5, 7], "ucla3": [5, 9],
        "core10": [10, 14, 19, 24, 40], "wsas": [9, 20, 40], "scoff": [1, 5],
    }  # fmt: skip
    for name, instrument in shipped().items():
        assert [band.high for band in instrument.bands] == edges.get(name, [])
        step = 10**-instrument.decimals
        for lower, upper in pairwise(instrument.bands):
            assert instrument.band(lower.high) is lower
            assert instrument.band(upper.low) is upper
            assert upper.low == pytest.approx(lower.high + step)
        assert instrument.band(instrument.highest + 1) is None
        assert instrument.band(None) is None


def test_an_answer_not_given_is_not_nought() -> None:
    phq = shipped()["phq9"]
    found = score(phq, (2, DECLINED, 2, 3, None, 2, 2, 1, 1))
    assert (found.total, found.band) == (None, None)
    assert found.reason == "No total: item 5 not answered and item 2 rather not said."
    every = score(phq, (None,) * 9)
    assert every.reason == "No total: 9 items not answered."

    core = shipped()["core10"]
    one = score(core, (2, 2, 2, 1, 1, 0, 2, 2, 2, DECLINED))  # 14 of 9 items, times 10
    assert (one.total, one.band and one.band.words) == (16, "moderate")
    assert one.worked_out == (
        "Worked out from the other 9, as its rule allows: item 10 rather not said."
    )
    assert score(core, (2, 2, 2, 1, 1, 0, 2, 2, None, DECLINED)).total is None
    with pytest.raises(ValueError, match="PHQ-9 has 9 items; here are answers to 8"):
        score(phq, (0,) * 8)
    with pytest.raises(ValueError, match="Item 1 has no answer 4; it goes from 0 to 3"):
        score(phq, (4, *(0,) * 8))


def test_subscales_and_patterns() -> None:
    mspss = shipped()["mspss"]
    found = score(mspss, row(mspss, "7 7 2 2 7 4 4 2 4 7 2 4"))
    assert [part.total for part in found.parts] == [7, 2, 4]
    assert score(mspss, (None, *(4,) * 11)).parts[0].total is None

    pcl = shipped()["pcl5"]
    fits = row(pcl, "2 0 0 0 0 2 0 2 2 0 0 0 0 0 2 2 0 0 0 0")
    assert [part.total for part in score(pcl, fits).parts] == [2, 2, 4, 4]
    assert [one.name for one in score(pcl, fits).patterns] == ["provisional PTSD"]
    for item in (1, 6, 8, 15):
        without = (*fits[: item - 1], 1, *fits[item:])
        assert score(pcl, without).patterns == ()

    phq = shipped()["phq9"]
    names = {
        "222220000": ["major depressive syndrome"],
        "220220001": ["major depressive syndrome"],  # item 9 counts from 1 on
        "220000000": ["other depressive syndrome"],
        "002222200": [],  # neither item 1 nor 2
        "211111110": [],
    }
    assert {d: [p.name for p in score(phq, row(phq, d)).patterns] for d in names} == names

    ipc = shipped()["ipip_ipc"]
    answers = tuple(5 if number in (6, 14, 22, 30) else 1 for number in range(1, 33))
    octants = score(ipc, answers)
    assert octants.total is None
    assert octants.reason == "IPIP-IPC has no total, only its parts."
    assert [part.total for part in octants.parts] == [5, *[1] * 7]
    labels = sorted(number for each in ipc.subscales for number in each.items)
    assert labels == list(range(1, 33))


def test_what_needs_a_person() -> None:
    phq, core, pcl = (shipped()[name] for name in ("phq9", "core10", "pcl5"))
    (nine,) = score(phq, row(phq, "000000001")).flags
    assert (nine.kind, nine.item, nine.value, nine.asks_for_safety) == (FlagKind.SELF, 9, 1, True)
    assert score(phq, (3,) * 8 + (0,)).flags == ()
    assert score(phq, (3,) * 8 + (DECLINED,)).flags == ()
    (plans,) = score(core, row(core, "0000010000")).flags
    assert (plans.kind, plans.label) == (FlagKind.PLANS, "I made plans to end my life")
    assert score(pcl, (1,) * 20).flags == ()
    (soft,) = score(pcl, (2,) * 20).flags
    assert (soft.item, soft.asks_for_safety) == (16, False)
    epds = shipped()["epds"]
    (typed,) = entered(epds, 12, {"item10": 1}).flags
    assert (typed.kind, typed.label) == (FlagKind.SELF, "item 10, harming oneself")
    assert entered(epds, 12, {"item10": 0}).flags == ()


def test_a_score_typed_from_a_form() -> None:
    wsas = shipped()["wsas"]
    bands = {9: "subclinical", 10: "significant impairment", 20: "significant impairment"}
    for total, band in (bands | {21: "moderately severe or worse"}).items():
        found = entered(wsas, total, {"work": 3})
        assert (found.band and found.band.words, found.parts[0].total) == (band, 3)
    scoff = [entered(shipped()["scoff"], total).band for total in (0, 1, 2)]
    assert [band and band.words for band in scoff] == [
        "below the cut of 2", "below the cut of 2", "further assessment",
    ]  # fmt: skip
    edeq = entered(shipped()["edeq"], 2.35, {"shape": 4.5})
    assert (edeq.total, edeq.band, edeq.parts[0].label) == (2.35, None, "shape concern")
    assert entered(shipped()["bdi2"], 63).total == 63
    assert entered(shipped()["iip32"], 40).total == 40
    assert entered(wsas, None).reason == "No total was given."
    with pytest.raises(ValueError, match="WSAS goes from 0 to 40"):
        entered(wsas, 41)
    with pytest.raises(ValueError, match="work goes from 0 to 8"):
        entered(wsas, 4, {"work": 9})
    with pytest.raises(ValueError, match="WSAS has no such part"):
        entered(wsas, 4, {"rent": 9})


@st.composite
def answered(draw: st.DrawFn) -> tuple[Instrument, Answers]:
    """A form and any answers to it."""
    instrument = draw(st.sampled_from(ASKED))
    each = [
        st.sampled_from([*(option.value for option in item.options), None, DECLINED])
        for item in instrument.items
    ]
    return instrument, draw(st.tuples(*each))


@given(answered(), st.data())
def test_bounds_and_rows_for_any_answers(
    given_: tuple[Instrument, Answers], data: st.DataObject
) -> None:
    instrument, answers = given_
    found = score(instrument, answers)
    whole = all(isinstance(answer, int) for answer in answers)
    if found.total is None:
        assert found.reason
        assert not whole or instrument.how is How.NONE
    else:
        assert instrument.lowest <= found.total <= instrument.highest
        assert (found.band is None) == bool(instrument.no_bands)
        assert whole or found.worked_out
    asks = instrument.difficulty is not None
    difficulty = data.draw(st.sampled_from([None, 0, 1, 2, 3])) if asks else None
    marks: dict[Answer, str] = {DECLINED: "-", None: "."}
    row = " ".join(marks.get(each) or str(each) for each in answers)
    again = parse(instrument, row if difficulty is None else f"{row} / {difficulty}")
    assert (again.answers, again.difficulty, again.whole) == (answers, difficulty, True)
