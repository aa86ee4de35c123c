import re
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ipt_tui.ipt.feelings import groups
from ipt_tui.ipt.hints import hints
from ipt_tui.ipt.i_statement import Parts, check_feeling, check_request, compose

PIECES = (
    "I I'd feel hurt, sad and When you that like us to because Could ? . … [no] [/] Sam "
    "decide together; if"
).split()
TYPED = st.text() | st.lists(st.sampled_from(PIECES)).map(" ".join)
PARTS = st.builds(Parts, TYPED, TYPED, TYPED, TYPED)


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (
            Parts(
                "left out",
                "the flat goes ahead without me",
                "it is my home too",
                "us to decide together on Sunday",
            ),
            "I feel left out when the flat goes ahead without me, because it is my home too."
            " I'd like us to decide together on Sunday.",
        ),
        (
            Parts("I feel hurt.", "When you leave,", "Because I care!", "I'd like you to ring."),
            "I feel hurt when you leave, because I care. I'd like you to ring.",
        ),
        (
            Parts("… Hurt", "…you’re late", "… it's cold", "…To talk …"),
            "I feel hurt when you’re late, because it's cold. I'd like to talk.",
        ),
        (Parts("Hurt", "Sam leaves"), "I feel hurt when Sam leaves."),
        (Parts("hurt", "You're late"), "I feel hurt when you're late."),
        (Parts("hurt", "I'm late"), "I feel hurt when I'm late."),
        (Parts("hurt", "IT is down"), "I feel hurt when IT is down."),
        (Parts("hurt", "that you left"), "I feel hurt that you left."),
        (Parts("hurt", because="of the noise"), "I feel hurt because of the noise."),
        (Parts("hurt, left out"), "I feel hurt and left out."),
        (Parts("hurt, tired, left out"), "I feel hurt, tired and left out."),
        (Parts("tired, but calm"), "I feel tired, but calm."),
        (Parts("feeling low"), "I am feeling low."),
        (Parts("i felt low"), "I felt low."),
        (Parts("don't feel heard"), "I don't feel heard."),
        (Parts("that you\n don't  care"), "I feel that you don't care."),
        (
            Parts("", "the flat goes", "it is mine", "us to talk"),
            "When the flat goes, I'd like us to talk, because it is mine.",
        ),
        (
            Parts("", "You go", "", "Could you ring me?"),
            "When you go, could you ring me?",
        ),
        (Parts("", "the flat goes", "it is mine"), "When the flat goes, because it is mine …"),
        (Parts("", "the flat goes"), "When the flat goes …"),
        (Parts(because="it is mine"), "Because it is mine …"),
        (
            Parts("[no]", "[/]", "[b]", "[/no]"),
            "I feel [no] when [/], because [b]. I'd like [/no].",
        ),
        (Parts(" ", "…", "?", "\n"), ""),
        (Parts(), ""),
    ],
)
def test_the_parts_make_one_line(parts: Parts, line: str) -> None:
    assert compose(parts) == line


@pytest.mark.parametrize(
    ("like", "line"),
    [
        ("to talk", "I'd like to talk."),
        ("you to ask me", "I'd like you to ask me."),
        ("Sam to ask me", "I'd like Sam to ask me."),
        ("like us to talk", "I'd like us to talk."),
        ("love and time", "I'd like love and time."),
        ("I would like to talk", "I would like to talk."),
        ("want us to talk", "I want us to talk."),
        ("that we decide together", "I'd ask that we decide together."),
        ("that book back", "I'd like that book back."),
        ("if you asked me", "I'd like it if you asked me."),
        ("we eat together", "I'd like it if we eat together."),
        ("decide together on Sunday", "I'd like us to decide together on Sunday."),
        ("ring me when you are late", "I'd like you to ring me when you are late."),
        ("Don't shout", "Please don't shout."),
        ("please ring me", "Please ring me."),
        ("let’s talk", "Let’s talk."),
        ("could you ring me", "Could you ring me?"),
        ("a call every evening", "I'd like a call every evening."),
    ],
)
def test_a_request_is_led_in_by_what_it_needs(like: str, line: str) -> None:
    assert compose(Parts(like=like)) == line


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def follow(part: list[str], line: list[str]) -> bool:
    rest = iter(line)
    return all(word in rest for word in part)


@given(PARTS)
@example(Parts("\ud800", "\u0130t", "ßo", "ŉ"))
@example(Parts("[no], [/]", "[/] [no]", "Of [b]", "decide [/]"))
def test_the_words_of_the_parts_are_kept(parts: Parts) -> None:
    line = compose(parts)
    for part in (parts.feel, parts.when, parts.because, parts.like):
        assert follow(words(part), words(line))
        assert line.count("[/]") >= part.count("[/]")
        assert line.count("[no]") >= part.count("[no]")
    assert line == line.strip()
    assert "  " not in line


@given(st.sampled_from([f.word for group in groups() for f in group.feelings]))
def test_a_feeling_of_the_list_is_a_feeling(word: str) -> None:
    assert check_feeling(word, "Sam") == ""
    assert check_feeling(f"I feel so {word.upper()} when you go.", "Sam") == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "I feel",
        "left out",
        "I’m hurt, tired",
        "hurt and ignored",
        "like crying",
        "used to it",
        "it hurts",
        "wütend",
        "close to you",
    ],
)
def test_feelings_and_words_of_ones_own_are_taken(text: str) -> None:
    assert check_feeling(text, "Sam") == ""


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("that you don't care", "That sounds like a thought:"),
        ("I feel that you don’t care", "That sounds like a thought:"),
        ("Like you don't care", "That sounds like a thought:"),
        ("as if nobody cares", "That sounds like a thought:"),
        ("you never ask", "That sounds like a thought:"),
        ("Sam is mean", "That sounds like a thought:"),
        ("like Sam hates me", "That sounds like a thought:"),
        ("ignored", "That says what Sam may have done:"),
        ("so IGNORED by you", "That says what Sam may have done:"),
        ("attacked", "That says what Sam may have done:"),
        ("abandoned", "That says what Sam may have done:"),
        ("manipulated", "That says what Sam may have done:"),
        ("used", "That says what Sam may have done:"),
        ("unheard", "That says what Sam may have done:"),
        ("not listened to", "That says what Sam may have done:"),
        ("I don't feel heard", "That says what Sam may have done:"),
        ("put down", "That says what Sam may have done:"),
        ("a knot in my stomach before every meal", "Which one or two words"),
    ],
)
def test_what_is_no_feeling_is_asked_about(text: str, begins: str) -> None:
    assert check_feeling(text, "Sam").startswith(begins)


def test_without_a_name_it_is_the_other_person() -> None:
    assert "the other person" in check_feeling("ignored")
    assert "the other person" in check_request("more respect")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "us to decide together on Sunday",
        "decide together on Sunday",
        "Ring me when you’re late",
        "I'd like you to ask me first",
        "you to hoover on Saturdays",
        "you to be home by seven",
        "you to tell me if you don't come",
        "you to try to ring me",
        "you to stop by on Sunday",
        "you to stop shouting and to ask me first",
        "to know my shifts three weeks ahead",
        "that we eat at six",
        "we eat together",
        "if you rang me",
        "could you ring me?",
        "let's eat",
        "a call every evening",
    ],
)
def test_what_can_be_done_is_taken(text: str) -> None:
    assert check_request(text, "Sam") == ""


@pytest.mark.parametrize(
    "text",
    [
        "more respect",
        "I’d like more respect",
        "you to care",
        "you to be nicer",
        "you to be nicer when we talk",
        "you to really understand me",
        "to be happy",
        "if you cared",
        "respect to me",
        "you to be kind to Sam",
        "kindness to Sam",
        "you to show me respect",
        "you to try harder",
    ],
)
def test_a_wish_is_asked_what_would_be_seen(text: str) -> None:
    question = "What would Sam do, that one could see, if that came true?"
    assert check_request(text, "Sam") == question


@pytest.mark.parametrize(
    "text",
    [
        "you to stop shouting",
        "you to please stop shouting",
        "you not to ring me",
        "Don’t shout",
        "no more shouting",
        "not to be left out",
    ],
)
def test_what_should_stop_is_asked_what_instead(text: str) -> None:
    assert check_request(text, "Sam") == "What would you like instead?"


@given(TYPED, st.text())
@example("to \ud800", "\ud800")
@example("to", "to")
def test_any_text_is_judged(text: str, name: str) -> None:
    assert check_feeling(text, name)[-1:] in ("", "?")
    assert check_request(text, name)[-1:] in ("", "?")


@pytest.mark.parametrize(
    "piece", ["é", " ", ",", "could you and ", "to please ", "hurt, ", "stop "]
)
def test_a_very_long_text_is_judged_at_once(piece: str) -> None:
    text = (piece * 50_000)[:50_000]
    begun = process_time()
    compose(Parts(text, text, text, text))
    check_feeling(text, "Sam")
    check_request(text, "Sam")
    assert process_time() - begun < 4


def test_a_built_line_raises_no_hint() -> None:
    parts = Parts("hurt", "the plans change", "I had cooked", "us to decide together on Sunday")
    assert hints(compose(parts), "Sam") == ()
