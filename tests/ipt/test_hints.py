import re
from collections.abc import Iterator
from time import process_time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ipt_tui.ipt.content import ContentError, load
from ipt_tui.ipt.hints import FILE, Phrases, asked, content, generality, hints, plain, words_of

HARD = "You never listen and you are selfish and also you always decide everything."
BUILT = "I feel left out when the flat goes ahead without me. I'd like us to decide together."
IDS = {"absolute", "verdict", "many", "no_request"}
WORDS = "you i feel that like never so are 're selfish also please could and . , ' to “".split()


def ids(line: str) -> list[str]:
    return [hint.id for hint in hints(line, "Sam")]


def test_a_line_that_says_a_feeling_and_a_request_is_left_alone() -> None:
    assert hints(BUILT, "Sam") == ()
    assert hints("", "Sam") == ()


def test_a_hard_line_is_asked_about_in_the_order_of_the_file() -> None:
    assert ids(HARD) == ["absolute", "verdict", "many", "no_request"]


@pytest.mark.parametrize(
    ("line", "raised"),
    [
        ("You NEVER ask.", True),
        ("Névèr", True),
        ("“always”", True),
        ("I always enjoy our walks.", True),
        ("It is like this every single time", True),
        ("As always, thank you.", False),
        ("I’ll always love you", False),
        ("Never mind, see you on Sunday.", False),
        ("nevertheless", False),
        ("I was hurt on Sunday.", False),
    ],
)
def test_absolutes(line: str, raised: bool) -> None:
    assert ("absolute" in ids(line)) is raised


@pytest.mark.parametrize(
    ("line", "raised"),
    [
        ("You are selfish.", True),
        ("you’re SO selfish", True),
        ("You're being really unfair.", True),
        ("You are such a liar", True),
        ("You idiot.", True),
        ("That was mean of you.", True),
        ("I feel that you do not want me there.", True),
        ("I feel like you’re somewhere else", True),
        ("I feel you could have asked.", True),
        ("I feel hurt, you know.", False),
        ("I feel sad. You left.", False),
        ("I feel like crying.", False),
        ("You are late.", False),
        ("You were getting cold.", False),
        ("I don't think you are lazy.", False),
        ("You mean a lot to me.", False),
        ("Do what you want.", False),
    ],
)
def test_verdicts(line: str, raised: bool) -> None:
    assert ("verdict" in ids(line)) is raised


@pytest.mark.parametrize(
    ("line", "raised"),
    [
        ("I was hurt, and another thing, the rent.", True),
        ("I'd like you to ring me and could you do the dishes?", True),
        ("You left. You came back. You shouted. You slept.", True),
        ("You left. You came back. You slept.", False),
        ("Please ring. Could you cook? Let's go out.", True),
        ("Please ring. Could you cook?", False),
        ("Could you please ring me, please?", False),
        ("I feel hurt and I need you to ask me first.", False),
        ("And also this.", False),
    ],
)
def test_more_than_one_thing(line: str, raised: bool) -> None:
    assert ("many" in ids(line)) is raised


@pytest.mark.parametrize(
    ("line", "raised"),
    [
        ("You went ahead without me.", True),
        ("I felt so alone at the table.", True),
        ("I'm really sad about Sunday.", True),
        ("Have you rung them about the flat?", True),
        ("How could you do this to me?", True),
        ("You never tell me anything.", True),
        ("You hurt me.", False),
        ("You went ahead. Would you ask me?", False),
        ("You went ahead. Let’s decide together.", False),
        ("You went ahead. Please ask me.", False),
        ("When you are late, ring me.", False),
        ("I need you to wait for me.", False),
        ("When are you coming home tonight?", False),
        ("Thank you for coming with me.", False),
        ("The rota is on the fridge.", False),
    ],
)
def test_nothing_asked_for(line: str, raised: bool) -> None:
    assert ("no_request" in ids(line)) is raised


def test_the_question_names_the_other_person() -> None:
    line = "You went ahead without me."
    assert [hint.question for hint in hints(line, "Sam [no]")] == [
        "What could Sam [no] do, if they knew exactly?"
    ]
    assert [hint.question for hint in hints(line)] == [
        "What could the other person do, if they knew exactly?"
    ]


@pytest.mark.parametrize(
    ("about", "asks"),
    [
        ("he never listens", True),
        ("Always the same", True),
        ("whenever I ask", True),
        ("Dad keeps drinking", True),
        ("on Sundays", True),
        ("the flat", False),
        ("who keeps the flat", False),
        ("he never rang back on Sunday", False),
        ("Sunday lunch", False),
        ("", False),
    ],
)
def test_a_generality_is_asked_for_one_time(about: str, asks: bool) -> None:
    assert generality(about) == ("Pick the most recent time: when was that?" if asks else "")


@given(st.frozensets(st.sampled_from(sorted(IDS))))
def test_what_was_dismissed_is_never_shown(dismissed: frozenset[str]) -> None:
    assert {hint.id for hint in hints(HARD, "Sam", dismissed)} == IDS - dismissed


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join), st.text())
@example("\ud800 never", "\ud800")
@example("you are \u0130 ﷺ never", "{name}")
def test_any_text_is_read(text: str, who: str) -> None:
    for hint in hints(text, who):
        assert hint.question == hint.question.replace("{name}", "") or "{name}" in who
        assert hint.id in IDS
    generality(text)


@given(st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join))
def test_capitals_accents_and_apostrophes_make_no_difference(line: str) -> None:
    other = line.upper().replace("'", "’").replace("E", "É")
    assert ids(other) == ids(line)


@pytest.mark.parametrize(
    "piece", ["a", "é", " ", "\n", ".", "'", "you are so ", "so ", "I'd like ", "could you and "]
)
def test_a_very_long_line_is_read_at_once(piece: str) -> None:
    text = (piece * 50_000)[:50_000]
    hints(text)
    begun = process_time()
    hints(text)
    generality(text)
    assert process_time() - begun < 1.5


def test_a_plain_text_is_words_stops_and_pauses() -> None:
    assert plain("Do what YOU’RE 'told', Él — now?!") == ". do what you 're told , el , now . . "
    assert words_of(plain("Yes, (no) [/]…\nyes.")) == ["yes", "no", "yes"]
    assert plain("") == ". "


def test_phrases_hide_and_cut_what_they_are() -> None:
    phrases = Phrases({"words": ["stop", "<so*> <day>"], "but_not": ["stop by"]})
    text = plain("stop by and stop so very Monday")
    assert phrases.hide(text) == ". stop by and ~ ~ . "
    assert phrases.cut(text) == text
    assert phrases.cut(plain("Stop there")) == ". there . "
    assert phrases.after(text) == ". so very monday . "
    assert phrases.after(plain("go")) == ""
    assert not Phrases({}).are_in(text)


def test_words_left_out_stay_within_a_sentence() -> None:
    phrases = Phrases({"words": ["if … then"]})
    assert phrases.are_in(plain("if so, and only so, then"))
    assert phrases.are_in(plain("if then"))
    assert not phrases.are_in(plain("if so. And then"))
    assert not phrases.are_in(plain(f"if {'so ' * 13}then"))


def test_a_list_that_is_not_there_is_told() -> None:
    with pytest.raises(ContentError, match=r"^hints\.toml: there is no list named nowhere\.$"):
        Phrases({"words": ["a <nowhere>"]})


def tables(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from tables(inner)


def test_every_question_is_one_sentence() -> None:
    questions = [table["question"] for table in tables(load(FILE)) if "question" in table]
    assert len(questions) == 10
    for question in (asked(question, "Sam") for question in questions):
        assert re.fullmatch(r"[A-Z][^.?!{}]+\?", question)
    reasons = [entry["reason"] for entry in load(FILE)["hint"]]
    assert all(re.fullmatch(r"[A-Z“][^.?!{}]+\.", reason) for reason in reasons)


def test_no_question_begins_with_the_name() -> None:
    assert not [t for t in tables(load(FILE)) if t.get("question", "").startswith("{")]


def test_every_phrase_can_be_read_and_every_list_is_used() -> None:
    written = [
        phrase
        for table in tables(load(FILE))
        for entries in table.values()
        if isinstance(entries, list)
        for phrase in entries
        if isinstance(phrase, str)
    ]
    Phrases({"words": written})
    assert all(words_of(plain(phrase)) or phrase in (".", ",") for phrase in written)
    used = {name for phrase in written for name in re.findall(r"<(\w+)\*?>", phrase)}
    assert used == {*load(FILE)["list"], "feeling"}


def test_the_rules_come_from_the_file() -> None:
    assert {entry["id"] for entry in content()["hint"]} == IDS
