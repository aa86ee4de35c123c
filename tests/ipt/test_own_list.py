"""What people write into content lists: a fault gets one sentence, the rest works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.note_draft import _TELL
from ipt_tui.ipt.note_forms import FILE, SOURCES, forms

if TYPE_CHECKING:
    from pathlib import Path

GIRP = """
[[form]]
id = "girp"
name = "GIRP"
[[form.part]]
id = "goal"
name = "Goal"
takes = ["plan_next"]
"""


def own(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


def test_what_is_shipped_is_whole() -> None:
    found = forms()
    assert [form.id for form in found.items] == ["soap", "dap", "birp"]
    assert found.problems == ()
    assert set(SOURCES) == set(_TELL)


def test_each_form_takes_everything_there_is_once() -> None:
    for form in forms().items:
        taken = [taken.source for part in form.parts for taken in part.takes]
        assert sorted(taken) == sorted(SOURCES), form.name


def test_a_form_of_ones_own_stands_behind_the_others(tmp_path: Path) -> None:
    found = forms(own(tmp_path, GIRP))
    assert found.problems == ()
    assert [form.name for form in found.items] == ["SOAP", "DAP", "BIRP", "GIRP"]
    (goal,) = found.items[-1].parts
    assert [(taken.source, taken.lead) for taken in goal.takes] == [("plan_next", "Next session")]


def test_a_lead_of_ones_own(tmp_path: Path) -> None:
    found = forms(own(tmp_path, '[[lead]]\nid = "plan_next"\nwords = "Next time"\n'))
    leads = {t.source: t.lead for part in found.items[0].parts for t in part.takes}
    assert leads["plan_next"] == "Next time"
    assert leads["moods"] == "Mood"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GIRP.replace("plan_next", "plans"), "the form “girp” takes “plans”, and there is nothing"),
        (GIRP.replace('name = "GIRP"', "name = 3"), "the form “girp” needs a text for name"),
        (GIRP.replace('["plan_next"]', '"plan_next"'), "needs a list of texts for takes"),
        (GIRP.replace('"goal"', '"goals"'), "has a part called “goals”, which every note has"),
        (GIRP + GIRP.partition('name = "GIRP"')[2], "has two parts with one id"),
        ('[[form]]\nid = "girp"\nname = "GIRP"\n', "needs at least one part"),
        ('[[form]]\nname = "GIRP"\n', "the form “” needs a text for id"),
        ("form = [3]", "the form “” needs a text for id"),
        ("form = 3", "form should be a list"),
        ("form = ", "notes.toml, line 1"),
        ('[[lead]]\nid = "mood"\n', "the lead “mood” leads to nothing"),
    ],
)
def test_a_fault_is_one_sentence_and_the_rest_works(tmp_path: Path, text: str, said: str) -> None:
    found = forms(own(tmp_path, text))
    assert [form.id for form in found.items] == ["soap", "dap", "birp"]
    (problem,) = found.problems
    assert said in problem
    assert problem.startswith("notes.toml")
    assert problem.endswith("; it was left out.")


def test_the_shipped_one_stays_where_ones_own_of_its_name_is_faulty(tmp_path: Path) -> None:
    found = forms(own(tmp_path, '[[form]]\nid = "dap"\nname = "My DAP"\n'))
    assert [form.name for form in found.items] == ["SOAP", "DAP", "BIRP"]
    assert len(found.problems) == 1
