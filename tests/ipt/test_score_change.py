"""What a change of a score means: each rule by its threshold, its name and its source."""

from __future__ import annotations

from datetime import date

import pytest

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.instruments import shipped
from ipt_tui.ipt.score_change import change, change_sentence, verdict_words

DAY, TODAY = date(2026, 10, 6), date(2026, 11, 23)

SAID: list[tuple[str, float, float, list[str]]] = [
    ("phq9", 17, 9, ["clinically significant change, better", "reliable change, better",
                     "caseness: now below 10", "minimal important difference, better"]),
    ("phq9", 18, 9, ["response", "clinically significant change, better",
                     "reliable change, better", "caseness: now below 10",
                     "minimal important difference, better"]),
    ("phq9", 5, 4, ["remission: now below 5"]),
    ("phq9", 4, 5, ["remission: no longer below 5"]),
    ("phq9", 17, 12, ["clinically significant change, better",
                      "minimal important difference, better"]),
    ("phq9", 17, 14, []),  # 3 of 17 are less than 20 %
    ("phq9", 8, 6, []),  # milder at first: the rule of 20 % is not of it
    ("phq9", 9, 15, ["clinically significant change, worse", "reliable change, worse",
                     "caseness: no longer below 10"]),
    ("phq9", 0, 0, []),
    ("gad7", 12, 6, ["reliable change, better", "caseness: now below 8",
                     "minimal important difference, better",
                     "minimal important difference, better"]),
    ("gad7", 12, 9, []),
    ("gad7", 10, 14, ["reliable change, worse", "minimal important difference, worse"]),
    ("who5", 40, 50, ["meaningful change, better"]),
    ("who5", 50, 40, ["meaningful change, worse"]),
    ("who5", 40, 48, []),
    ("pcl5", 50, 45, ["too small to rely on"]),
    ("pcl5", 50, 44, []),
    ("pcl5", 50, 41, ["perhaps minimal important difference, better"]),
    ("pcl5", 50, 35, ["perhaps reliable change, better", "minimal important difference, better"]),
    ("pcl5", 46, 28, ["reliable change, better", "clinically significant: now below 29",
                      "minimal important difference, better"]),
    ("core10", 16, 10, ["reliable change, better", "caseness: now below 11"]),
    ("core10", 16, 11, []),
    ("wsas", 20, 12, ["minimal important difference, better"]),
    ("ucla3", 9, 3, []),
    ("mspss", 2, 6, []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "now", "said"), SAID)
def test_rules(name: str, before: float, now: float, said: list[str]) -> None:
    found = change(shipped()[name], before, now, DAY, first=True)
    assert [each.words for each in found.verdicts] == said
    assert found.by == now - before


def test_every_rule_is_tried_and_cited() -> None:
    """Each rule of each form speaks in one of the examples; what nobody checked is of thumb."""
    for name, instrument in shipped().items():
        spoken = {
            each.rule
            for other, before, now, _ in SAID
            if other == name
            for each in change(instrument, before, now, DAY, first=True).verdicts
        }
        assert spoken == set(instrument.changes), name
        for rule in instrument.changes:
            assert rule.cited.endswith("rule of thumb") == (not rule.verified)


def test_a_response_is_of_the_first_score_alone() -> None:
    phq = shipped()["phq9"]
    assert "response" in [each.words for each in change(phq, 16, 8, DAY, first=True).verdicts]
    assert "response" not in [each.words for each in change(phq, 16, 8, DAY).verdicts]


def test_sentences() -> None:
    phq, ucla = shipped()["phq9"], shipped()["ucla3"]
    fell = change(phq, 17, 9, DAY)
    assert change_sentence(phq, fell, TODAY, Audience.PRACTITIONER) == (
        "Down 8 since 6 Oct (17): clinically significant change, better (5 points, in the "
        "tradition of the PHQ manual; rule of thumb); reliable change, better (NHS Talking "
        "Therapies: 6 points; rule of thumb); caseness: now below 10 (NHS Talking Therapies: 10 "
        "and more; rule of thumb); minimal important difference, better (Kounali 2022: about 20 % "
        "of a moderate score)."
    )
    assert change_sentence(phq, fell, TODAY, Audience.CLIENT) == (
        "On 6 Oct it was 17, now it is 9: these problems bothered you less. "
        "That is a change one can notice."
    )
    small = change(phq, 10, 11, DAY)
    assert change_sentence(phq, small, TODAY, Audience.CLIENT) == (
        "On 6 Oct it was 10, now it is 11: these problems bothered you more. "
        "A change this small can come and go by itself."
    )
    worse = change(phq, 10, 12, DAY)  # 8 after 10 would be a change one can notice
    told = change_sentence(phq, worse, TODAY, Audience.CLIENT)
    assert told == "On 6 Oct it was 10, now it is 12: these problems bothered you more."
    for name, before, now, size in (
        ("phq9", 8, 4, ""),  # remission and a response: not small, and nobody says how large
        ("phq9", 2, 1, ""),  # half of next to nothing
        ("phq9", 9, 10, ""),  # a line crossed
        ("gad7", 9, 6, ""),  # caseness alone
        ("phq9", 9, 15, " That is perhaps a change one can notice."),  # by rules of thumb alone
        ("who5", 40, 50, " That is perhaps a change one can notice."),
        ("pcl5", 45, 34, " That is perhaps a change one can notice."),  # its sources differ
        ("pcl5", 45, 33, " That is a change one can notice."),
        ("pcl5", 32, 28, " A change this small can come and go by itself."),
        ("who5", 40, 44, " A change this small can come and go by itself."),
    ):
        form = shipped()[name]
        told = change_sentence(
            form, change(form, before, now, DAY, first=True), TODAY, Audience.CLIENT
        )
        assert told.partition(".")[2] == size, (name, before, now)
    same = change(phq, 9, 9, DAY)
    assert change_sentence(phq, same, TODAY, Audience.CLIENT) == "On 6 Oct it was 9 too."
    assert change_sentence(phq, same, TODAY, Audience.PRACTITIONER) == (
        "As on 6 Oct: no rule of change is met."
    )
    assert verdict_words(ucla, change(ucla, 9, 3, DAY)) == "no rule of change is known for UCLA-3"
    assert change_sentence(ucla, change(ucla, 9, 3, DAY), TODAY, Audience.CLIENT) == (
        "On 6 Oct it was 9, now it is 3: you felt less alone."
    )
