"""What a session's agenda begins with: by its place in the course, and in words of our own."""

from pathlib import Path

import pytest

from ipt_tui.ipt.agenda import Item, prefilled, read, shipped, technique_words, techniques
from ipt_tui.ipt.content import ContentError
from ipt_tui.ipt.course import templates
from ipt_tui.ipt.phases import Bounds

EVERY = {item.code for item in shipped().each}
MUST = {
    1: {"welcome", "reason", "symptoms", "rule_out", "safety", "explain"},
    2: {"circle", "set_aside", "life_line"},
    3: {"expectations", "choose_focus", "formulation", "contract", "goals"},
    4: {"area_history"},
    5: {"first_talk"},
    6: {"decide", "measures"},
    7: {"second_talk", "support"},
    8: {"halfway"},
    9: {"deepen"},
    10: {"deepen"},
    11: {"deepen"},
    12: {"name_ending", "measures", "what_works"},
    13: {"ahead"},
    14: {"ending_feelings", "whose_gains", "early_signs"},
    15: {"if_it_returns", "then_and_now", "not_done"},
    16: {"last_measures", "goodbye", "afterwards"},
}


def own(template: str, number: int) -> set[str]:
    """Return the codes of what belongs to one session of a form alone."""
    bounds = templates()[template].bounds
    return {item.code for item in prefilled(template, bounds, number)} - EVERY


def where(template: str) -> dict[str, list[int]]:
    """Return the sessions of each thing that is done once."""
    found: dict[str, list[int]] = {}
    for number in range(templates()[template].bounds.planned + 1):
        for code in own(template, number):
            found.setdefault(code, []).append(number)
    return found


@pytest.mark.parametrize("number", MUST)
def test_the_usual_course_session_by_session(number: int) -> None:
    assert own("ipt16", number) == MUST[number]


@pytest.mark.parametrize("number", [17, 40])
def test_after_the_last_session_there_is_what_comes_every_time(number: int) -> None:
    assert own("ipt16", number) == set()
    assert prefilled("ipt16", templates()["ipt16"].bounds, number)


@pytest.mark.parametrize(
    "template", [name for name, form in templates().items() if form.bounds.planned]
)
def test_in_every_form_everything_is_done_in_its_phase_and_in_order(template: str) -> None:
    bounds, found = templates()[template].bounds, where(template)
    assert set(found) >= set().union(*MUST.values())
    for item in shipped().once:
        assert {bounds.of(number) for number in found.get(item.code, [])} <= {item.phase}
    placed = [item for item in shipped().once if not item.place and item.code != "measures"]
    firsts = [found[item.code][0] for item in placed if item.code in found]
    assert firsts == sorted(firsts)


def test_eight_sessions_are_merged() -> None:
    found = where("ipt8_brief")
    assert found["welcome"] == found["circle"] == [1]
    assert found["choose_focus"] == [2]
    assert (found["halfway"], found["name_ending"]) == ([4], [6])
    assert found["goodbye"] == found["early_signs"] == [8]


def test_before_a_group_one_meets_alone() -> None:
    assert own("group8", 0) == {"group_meeting", "group_safety"}
    assert own("ipt16", 0) == {"group_meeting", "group_safety"}


def test_each_time_in_the_middle() -> None:
    codes = [item.code for item in prefilled("ipt16", Bounds(16, 4, 14), 10)]
    assert codes == [
        "since_last", "mood_event", "scores", "focus", "worked", "deepen", "gains", "practice",
        "summary", "left",
    ]  # fmt: skip


def test_the_last_phase_is_called_as_the_course_calls_it() -> None:
    def told(vocabulary: str) -> str:
        items = prefilled("ipt16", Bounds(16, 4, 14), 12, vocabulary=vocabulary)
        return next(item.text for item in items if item.code == "name_ending")

    assert told("termination").startswith("Speak of the ending for the first time")
    assert told("conclusion").startswith("Speak of the conclusion for the first time")
    assert told("") == told("termination")


def test_an_open_course_has_what_comes_every_time_and_no_count() -> None:
    codes = [item.code for item in prefilled("maint", Bounds(), 3)]
    assert codes == ["since_last", "mood_event", "scores", "gains", "practice", "summary"]
    assert prefilled("self_review", Bounds(), 3) == ()


@pytest.mark.parametrize(
    ("modality", "asked"), [("video", True), ("phone", True), ("in_person", False), ("", False)]
)
def test_by_video_or_phone_one_asks_first_who_hears(modality: str, asked: bool) -> None:
    first = prefilled("ipt16", Bounds(16, 4, 14), 6, modality)[0]
    said = "Where are you, are you alone, can you be overheard?"
    assert (first == Item("overheard", said)) is asked


@pytest.mark.parametrize("planned", range(1, 30))
def test_nothing_stands_twice_in_a_session_and_nothing_is_lost(planned: int) -> None:
    bounds = Bounds(16, 4, 14).scaled(planned)
    every = [prefilled("ipt16", bounds, number) for number in range(1, planned + 1)]
    for items in every:
        codes = [item.code for item in items]
        assert len(set(codes)) == len(codes)
    assert set().union(*MUST.values()) <= {item.code for items in every for item in items}


def test_no_phase_may_be_empty_without_losing_what_belongs_to_it() -> None:
    bounds = Bounds(6, 1, 7)
    first = {item.code for item in prefilled("ipt16", bounds, 1)}
    assert {"welcome", "goals"} <= first
    assert {"goodbye"} <= {item.code for item in prefilled("ipt16", bounds, 6)}


def test_words_are_short_and_every_code_means_one_thing() -> None:
    data = shipped()
    items = [*data.remote, *data.each, *data.once]
    said = {(item.code, item.text) for item in items}
    assert len({code for code, _ in said}) == len(said)
    assert all(len(text) <= 100 for _, text in said)
    assert [one.id for one in techniques()] == [
        "nondirective_exploration", "direct_elicitation", "encouragement_of_affect",
        "clarification", "communication_analysis", "decision_analysis", "role_play",
        "use_of_therapeutic_relationship", "psychoeducation", "problem_solving", "joint_session",
        "safety_work",
    ]  # fmt: skip
    assert technique_words("role_play") == "role play"
    assert technique_words("from later") == "from later"


def test_ones_own_is_laid_over(tmp_path: Path) -> None:
    (tmp_path / "agendas.toml").write_text(
        '[[once]]\ncode = "own"\ntext = "water the plant"\nphase = "middle"\nat = 5\n'
    )
    found = prefilled("ipt16", Bounds(16, 4, 14), 5, agendas=read(tmp_path))
    assert Item("own", "water the plant") in found


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[[once]]\ntext = "x"\n', "something has no code"),
        ('[[remote]]\ncode = "x"\n', "something has no text"),
        ('[[once]]\ncode = "x"\ntext = "x"\nphase = "late"\n', "the phase or the place"),
        ('[[once]]\ncode = "x"\ntext = "x"\nphase = "middle"\nplace = "up"\n', "the place"),
        ('[[once]]\ncode = "x"\ntext = "x"\nphase = "middle"\nat = 2\n', "a session of its phase"),
        ('[[once]]\ncode = "x"\ntext = "x"\nphase = "middle"\nat = "5"\n', "a session of its"),
        ('[[each]]\ncode = "x"\ntext = "x"\nphases = ["late"]\n', "phases should be a list"),
        ('[[each]]\ncode = "x"\ntext = "x"\nphases = ["open"]\nopening = 1\n', "true or false"),
        ("each = 3", "each should be a list"),
    ],
)
def test_what_is_faulty_is_said_in_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "agendas.toml").write_text(text)
    with pytest.raises(ContentError, match=sentence):
        read(tmp_path)
