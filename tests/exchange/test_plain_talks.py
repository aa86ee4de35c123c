"""Talks as plain lines: all that is told, nothing of the veiled, nothing that steers a terminal."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.exchange.plain_talks import talks_lines
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.talk import DifficultyLine, Talks
from ipt_tui.ipt.text import cells
from ipt_tui.ipt.timeline import Named
from tests.ipt.k7_talks import ATTEMPT, HIDDEN, TODAY, bare, kitchen, phone, rota, talk, talks

LINES = talks(kitchen(note="came in bright"), HIDDEN, rota(), phone())
OPENED = (
    bare(phone()),
    bare(rota(), values={"got_across": "partly", "style": "from later"}),
    talk(LINES.lines[0]),
)
BOXES = set(map(chr, range(0x2500, 0x25A0)))


def test_talks_in_words() -> None:
    assert talks_lines(LINES, OPENED) == [
        "K7, talks with Sam",
        "",
        "Mon 9 Nov, evening, kitchen, the flat · K7 with Sam, Noor there too · "
        "mood 5 before, 2 after · danger in saying it: no, 10 Nov · looked at",
        "Before it: after her shift",
        "Sam: “The landlord wants an answer.” (tone: flat)",
        "K7: “Do what you want.” (meant: please ask me; felt: hurt 7)",
        "Sam: “Fine, I will.” (guessed: angry; not asked)",
        "Noor: “Are you two fighting?”",
        "K7: (body: left the room)",
        "Hoped for: that he asks me",
        "Needed: a say",
        "Came of it: he signed alone",
        "Did Sam get it? no · Did you ask? not yet",
        "In the way: hinted · went quiet",
        "Their side: he was in a hurry",
        "Style: passive",
        "Could say: “I want us to decide it together.” (instead of “Do what you want.”)",
        "Decided: ask on Tuesday (2 options looked at)",
        "Rehearsed: 2 rounds, sure 4 → 7, 10 Nov",
        "Tried: 12 Nov, part: Tuesdays yes, flat not yet",
        "Said aloud: evenings together when I am off, 12 Nov",
        "Note: came in bright",
        "",
        "Thu 5 Nov: a sensitive talk",
        "",
        "Tue 3 Nov, the rota · K7 with Sam · looked at",
        "Did Sam get it? partly · Did you ask? not yet",
        "Style: from later",
        "",
        "Fri 30 Oct · K7 with Sam · new",
        "",
        "3 talks with Sam, 30 Oct to 9 Nov; 2 looked at.",
        "In the way: hinted in 2 of 2, went quiet in 1.",
        "Got across: partly in 1 of 2, no in 1.",
        "2 of 3 wishes with Sam have been said aloud.",
        "With 1 talk it is noted that a wish was said aloud.",
        "Tried 1 time: part.",
        "1 more is sensitive and not counted.",
    ]


def test_in_ones_own_record_the_words_are_ones_own() -> None:
    told = talks_lines(LINES, OPENED, Audience.CLIENT)
    assert told[0] == "Your talks with Sam"
    assert "K7" not in "\n".join(told)
    assert "me: “Do what you want.” (meant: please ask me; felt: hurt 7)" in told
    assert "You have said 2 of 3 wishes with Sam aloud." in told


@pytest.mark.parametrize(
    ("person", "heading"),
    [
        (None, "K7, talks"),
        (Named("x", ""), "K7, talks with someone"),
        (Named("s", "S\nam\x1b"), "K7, talks with S am"),
    ],
)
def test_no_talk_at_all(person: Named | None, heading: str) -> None:
    nothing = Talks("k7", "K7", TODAY, person=person)
    assert talks_lines(nothing, ()) == [heading, "", "No talk is noted here."]


def test_what_is_not_opened_is_told_by_its_heading() -> None:
    told = talks_lines(LINES, ())
    assert "Mon 9 Nov, evening, the flat · K7 with Sam · looked at" in told
    assert "Note: came in bright" in told


def test_nothing_of_a_veiled_one_is_told_even_if_it_was_opened() -> None:
    hidden = replace(kitchen(), veiled=True, note="nobody knows")
    for audience in Audience:
        told = talks_lines(talks(hidden, wishes=(0, 0)), [talk(hidden)], audience)
        assert told[1:] == [
            "", "Mon 9 Nov: a sensitive talk", "", "1 talk is sensitive and not counted.",
        ]  # fmt: skip


def test_every_line_stands_alone() -> None:
    for told in talks_lines(LINES, OPENED):
        assert told == told.strip()
        assert not BOXES & set(told)
        assert not set("●○◆▲■▼") & set(told)


@pytest.mark.parametrize("width", [1, 20, 40])
def test_lines_are_wrapped_only_when_asked(width: int) -> None:
    whole = talks_lines(LINES, OPENED)
    assert max(map(len, whole)) > 120
    assert max(map(cells, talks_lines(LINES, OPENED, width=width))) <= width
    together = " ".join(talks_lines(LINES, OPENED, width=40))
    assert together.split() == " ".join(whole).split()


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_nothing_a_person_wrote_steers_the_terminal(name: str, words: str) -> None:
    steering = {"Cc", "Cs", "Zl", "Zp"}
    attempt = replace(ATTEMPT, title=name, done=words, what=words, left_them=words)
    one = replace(
        kitchen(), people=(Named("x", name),), about=words, note=words, got_across=words,
        difficulties=(words,), tried=(attempt,),
    )  # fmt: skip
    values = dict.fromkeys(
        ("place", "channel", "hoped", "result", "got_across", "checked", "style", "safe"), words
    )
    opened = talk(
        one,
        values=values,
        others=(Named("y", name),),
        turns=tuple(
            replace(t, speaker=t.speaker + name, said=words, body=words) for t in talk().turns
        ),
        difficulties=(DifficultyLine("1", words),),
        attempts=(attempt,),
    )
    told = talks_lines(replace(talks(one), code=name, person=Named("x", name)), [opened])
    assert len(told) > 20
    for line in told:
        assert not {unicodedata.category(letter) for letter in line} & steering
        assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_what_is_written_cannot_make_a_line_of_its_own() -> None:
    forged = bare(kitchen(), values={"hoped": "x\nDecided: leave"})
    told = talks_lines(talks(kitchen()), [forged])
    assert not any(line.startswith("Decided") for line in told)
