"""The problem areas as data: what they are called, what a person's own file may say instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt import areas
from ipt_tui.ipt.audience import Audience

if TYPE_CHECKING:
    from pathlib import Path

THERAPIST, CLIENT = Audience.PRACTITIONER, Audience.CLIENT
CLINICAL = (
    "grief",
    "dispute",
    "transition",
    "deficit",
    "sensitivit",
    "formulation",
    "interpersonal",
)


def test_the_four_areas_each_have_prompts_and_none_says_a_clinical_word_to_the_client() -> None:
    shipped = areas.shipped()
    assert tuple(shipped.by_id) == areas.IDS
    assert [area.id for area in shipped.offered] == [*areas.IDS]
    ids = [prompt.id for area in shipped.by_id.values() for prompt in area.prompts]
    assert len(ids) == len(set(ids)) > 30
    for area in shipped.by_id.values():
        own = [area.client, area.own_who, area.own_plain, area.own_alone]
        for prompt in area.prompts:
            if not prompt.private:
                own += [prompt.words(CLIENT, "K7", "Dad"), prompt.own_rating]
                own += [choice.client for choice in prompt.choices]
        said = " ".join(own).lower()
        assert not [word for word in CLINICAL if word in said], area.id
        assert "{" not in " ".join(p.words(THERAPIST, "K7", "") for p in area.prompts)
    stages = " ".join(stage.client for stage in shipped.stages)
    assert not any(stage.id in stages for stage in shipped.stages)
    assert [stage.id for stage in shipped.stages] == [
        "renegotiation", "impasse", "dissolution", "resolved",
    ]  # fmt: skip


def test_a_name_is_put_in_as_it_was_typed() -> None:
    dispute = areas.shipped().get("role_dispute")
    assert (
        dispute.in_plain_words(CLIENT, "K7", "{code}") == "what you and {code} expect of each other"
    )
    assert dispute.in_plain_words(THERAPIST, "K7", "Sam") == "what K7 and Sam expect of each other"
    safe = dispute.prompt("dispute_safe")
    assert safe is not None
    assert "with them" in safe.words(CLIENT, "K7", "")


def test_other_words_and_three_areas_by_a_file_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "areas.toml"
    own.write_text(
        'areas = ["grief", "role_dispute", "role_transition"]\n'
        '[called]\ninterpersonal_deficits = "sensitivities"\n'
        '[[prompt]]\nid = "dispute_issue"\narea = "role_dispute"\npart = "First"\nask = "So?"\n'
    )
    found = areas.read(tmp_path)
    assert found.problem == ""
    assert [area.id for area in found.offered] == [*areas.IDS[:3]]
    # what is kept of one that is not offered any more is still called by its name
    assert found.get("interpersonal_deficits").label == "sensitivities"
    assert found.by_word["loneliness"] == "interpersonal_deficits"
    issue = found.get("role_dispute").prompt("dispute_issue")
    assert issue is not None
    assert issue.words(CLIENT, "K7", "Sam") == "So?"
    assert [area.id for area in areas.read(tmp_path, ("role_dispute",)).offered] == ["role_dispute"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("areas = 3", "areas should be a list"),
        ('areas = ["love"]', "there is no area with the id “love”"),
        ('[called]\ngrief = "isolation"', "called.grief should be one of: grief, loss"),
        ('[[prompt]]\nid = "x"\narea = "grief"\npart = "y"', "in x, ask should be a text"),
        ('[[area]]\nid = "grief"\nwords = 3', "in grief, words should be a list of words"),
        ("prompt = 3", "prompt should be a list"),
        ("[[", "line 1"),
    ],
)
def test_a_faulty_file_of_ones_own_is_said_and_left_out(
    tmp_path: Path, typed: str, said: str
) -> None:
    (tmp_path / "areas.toml").write_text(typed)
    found = areas.read(tmp_path)
    assert found == areas.shipped()
    assert found.problem.startswith("areas.toml")
    assert said in found.problem
    assert found.problem.endswith("; it was left out.")


def test_an_area_nobody_knows_is_called_by_what_was_kept() -> None:
    strange = areas.shipped().get("friendship")
    assert (strange.label, strange.in_plain_words(CLIENT, "K7", "")) == ("friendship", "friendship")
    assert strange.prompts == ()
    assert areas.shipped().stage("thaw").label == "thaw"
