"""Instruments as data: what ships is what its licence allows, and a faulty file says where."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt import instruments
from ipt_tui.ipt.instrument import Policy

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.ipt.instrument import Instrument

ASKED = ("core10", "gad7", "ipip_ipc", "mspss", "pcl5", "phq9", "ucla3", "who5")
TYPED = ("bdi2", "edeq", "epds", "iip32", "scoff", "wsas")
FROZEN = {
    "core10": "f245472f0c1ce978", "gad7": "d0542fc0ddca8cca", "ipip_ipc": "f3e5cb394b1ce5d9",
    "mspss": "e379e4bbc4b3920d", "pcl5": "efed58a9abd6c2e1", "phq9": "23725869766a710b",
    "ucla3": "2fb9b93860b75080", "who5": "dd5dbb1c7497cc3e",
}  # fmt: skip
"""Fingerprints of the words of each form, their order and their options: none may change."""
OWN = """id = "mine"
version = "1"
title = "My scale"
short = "MS"
about = "rest"
embed_policy = "OK"
licence = "my own"
better = "low"
lower = "you were less tired"
higher = "you were more tired"
reversed = [2]

[score]
how = "sum"

[[option]]
value = 0
label = "no"

[[option]]
value = 1
label = "yes"

[[item]]
text = "Tired"

[[item]]
text = "Rested"

[[subscale]]
id = "a"
label = "A"
items = [1]

[[band]]
from = 0
to = 1
words = "rested"

[[band]]
from = 2
to = 2
words = "tired"

[[flag]]
item = 1
from = 1
kind = "soft"
"""


def words_of(instrument: Instrument) -> str:
    """Return all the words of a form, one a line."""
    lines = [instrument.instruction, instrument.stem]
    extra = [instrument.difficulty] if instrument.difficulty else []
    for item in (*instrument.items, *extra):
        lines += [item.text, *(f"{option.value} {option.label}" for option in item.options)]
    return "\n".join(lines)


def test_what_ships() -> None:
    shipped = instruments.shipped()
    assert sorted(shipped) == sorted(ASKED + TYPED)
    assert {name for name, each in shipped.items() if each.asked} == set(ASKED)
    for name in TYPED:
        each = shipped[name]
        assert each.policy is Policy.SCORE_ENTRY
        assert words_of(each).strip() == ""
    for name, mark in FROZEN.items():
        assert hashlib.sha256(words_of(shipped[name]).encode()).hexdigest()[:16] == mark, name
        assert shipped[name].attribution
    assert shipped["phq9"].items[8].text == (
        "Thoughts that you would be better off dead or of hurting yourself in some way"
    )
    assert shipped["core10"].reversed == {2, 3}
    assert shipped["core10"].policy is Policy.OK_UNMODIFIED
    assert [option.value for option in shipped["who5"].items[0].options] == [5, 4, 3, 2, 1, 0]
    assert [s.items for s in shipped["mspss"].subscales] == [
        (1, 2, 5, 10), (3, 4, 8, 11), (6, 7, 9, 12),
    ]  # fmt: skip
    assert shipped["phq9"].loinc_total == "44261-6"
    assert shipped["phq9"].items[8].loinc == "44260-8"
    assert shipped["gad7"].items[5].loinc == "69689-8"


def test_what_may_not_be_used_commercially_can_be_switched_off() -> None:
    assert instruments.load().get("who5") is not None
    assert instruments.load(noncommercial=False).get("who5") is None
    assert instruments.load(noncommercial=False).get("phq9") is not None
    assert instruments.load().get("phq9", "1") is not None
    assert instruments.load().get("phq9", "0") is None


def own(folder: Path, text: str, name: str = "mine.toml") -> instruments.Instruments:
    """Load with one file of one's own."""
    place = folder / "instruments"
    place.mkdir(exist_ok=True)
    (place / name).write_text(text)
    return instruments.load(folder)


def test_an_own_instrument_is_added(tmp_path: Path) -> None:
    found = own(tmp_path, OWN)
    assert found.problems == ()
    mine = found.by_id["mine"]
    assert (mine.own, mine.lowest, mine.highest, mine.bands[1].words) == (True, 0, 2, "tired")
    assert set(found.by_id) == {*instruments.shipped(), "mine"}


_BAND = '[[band]]\nfrom = 0\nto = 1\nwords = "rested"\n'
_ITEM = '[[item]]\ntext = "Tired"\n'
FAULTS = [
    (_BAND, "", "line 37: band 1 leaves a gap: nothing is said of 0"),
    ("from = 2\nto = 2", "from = 1\nto = 2", "line 41: band 2 overlaps"),
    ("to = 1", "to = 0", "line 41: band 2 leaves a gap: nothing is said of 1"),
    ("to = 2", "to = 3", "line 42: band 2 should end at the highest score, 2"),
    ("to = 1\n", "to = -1\n", "line 37: band 1 ends before it begins"),
    ("reversed = [2]", "reversed = [3]", "line 11: names item 3 in reversed, which there is not"),
    ("items = [1]", "items = [1, 7]", "line 33: subscale 1 names item 7"),
    ("items = [1]", "items = [1, 1]", "line 33: subscale 1 names an item twice"),
    ("value = 1", "value = 0", "item 1 has two options with the same value"),
    ("item = 1\n", "item = 3\n", "line 46: flag 1 is on an item that there is not"),
    ("item = 1\n", 'part = "x"\n', "flag 1 is on a part that there is not"),
    ("from = 1\nkind", "from = 2\nkind", "line 47: flag 1 is above the highest answer, 1"),
    ('"OK"', '"FREE"', "line 6: needs one of OK, OK_UNMODIFIED"),
    ('"OK"', '"NO"', "line 6: says NO"),
    ('"OK"', '"SCORE_ENTRY"', "says SCORE_ENTRY, so there can be no"),
    ("Rested", "R" * 1001, "line 28: item 2 has a text of more than 1000 letters"),
    ('id = "mine"', 'id = "phq9"', "there is an instrument with the id “phq9” already"),
    ('how = "sum"', 'how = "median"', "line 14: score needs one of sum"),
    ('how = "sum"', 'how = "sum', "line 14: illegal character"),
    ("title =", "titel =", "needs a text for title"),
    ('kind = "soft"', 'kind = "soft"\nhue = 1', "line 49: flag 1 has “hue”, which means nothing"),
    ('version = "1"', "version = 1", "line 2: needs a text for version"),
    (_ITEM, _ITEM * 10_000, "has 10,001 of item"),
    ('label = "A"', f'label = "{"A" * 201}"', "line 32: subscale 1 needs a label of at most 200"),
    ('version = "1"', f'version = "{"1" * 41}"', "line 2: needs a version of at most 40 letters"),
]


@pytest.mark.parametrize(("old", "new", "reason"), FAULTS)
def test_a_faulty_file_says_where_and_the_rest_works(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    assert old in OWN
    found = own(tmp_path, OWN.replace(old, new))
    assert set(found.by_id) == set(instruments.shipped())
    (problem,) = found.problems
    assert problem.startswith("instruments/mine.toml")
    assert reason in problem
    assert problem.endswith("; it was left out.")


_CHANGE = """
[[change]]
name = "reliable change"
kind = "points"
threshold = 1
citation = "somebody"
"""


def test_what_could_not_be_kept_or_said_is_refused(tmp_path: Path) -> None:
    """A score that no record takes, and a change for the better of a form that has no better."""
    bands = OWN[OWN.index("[[band]]") : OWN.index("[[flag]]")]
    large = OWN.replace('how = "sum"', 'how = "sum"\ntimes = 100').replace(
        "value = 1", "value = 99"
    )
    large = large.replace(bands, "").replace('better = "low"', 'better = "low"\nno_bands = "none"')
    (problem,) = own(tmp_path, large).problems
    assert "line 16: score comes to scores beyond 10,000, which cannot be kept" in problem
    (problem,) = own(tmp_path, OWN.replace('"low"', '"neither"') + _CHANGE).problems
    assert "line 50: change 1 says what a change means, and neither end" in problem
    assert own(tmp_path, OWN + _CHANGE).problems == ()


def test_nothing_replaces_what_came_with_the_program(tmp_path: Path) -> None:
    found = own(tmp_path, OWN, "phq9.toml")
    assert found.by_id["phq9"] is instruments.shipped()["phq9"]
    assert "name of a file that came with the program" in found.problems[0]
    own(tmp_path, "#" * 300_001, "mine.toml")
    large = instruments.load(tmp_path)
    assert any("has more than 300,000 letters" in problem for problem in large.problems)


def test_what_is_in_use_is_said_once(tmp_path: Path) -> None:
    own(tmp_path, OWN)
    try:
        instruments.use(tmp_path)
        assert instruments.in_use().get("mine") is not None
    finally:
        instruments.use(None)
    assert instruments.in_use().get("mine") is None


def test_a_name_is_not_said_twice() -> None:
    assert instruments.shipped()["scoff"].full_name == "SCOFF"
    assert instruments.shipped()["who5"].full_name == "WHO-5 Well-Being Index"
    assert instruments.shipped()["gad7"].full_name == "GAD-7, Generalized Anxiety Disorder-7"
