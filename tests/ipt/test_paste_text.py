"""Sections to paste: each profile's order, lengths, ASCII, widths, and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.note_draft import Draft, DraftPart, draft
from ipt_tui.ipt.note_forms import forms
from ipt_tui.ipt.paste_profiles import FILE, Profile, profiles
from ipt_tui.ipt.paste_text import Section, sections
from tests.ipt.k7_course import SEVENTH

if TYPE_CHECKING:
    from pathlib import Path

PROFILES = {profile.id: profile for profile in profiles().items}
SOAP = forms().items[0]
NOTE = replace(
    draft(SEVENTH, SOAP), late="Late entry, written later.", addenda=("Addendum 1: a", "b")
)
SHORT = Draft(
    "soap",
    (("Client", "K7"), ("Date", "17 Nov")),
    (DraftPart("subjective", "Subjective", "“calm”"), DraftPart("plan", "Plan", "halfway look")),
    ("one: 3 → 5", "two: 0 → 4"),
)
MINE = """
[[profile]]
id = "mine"
name = "Mine"
leaves_out = ["header"]
[[profile.section]]
title = "What next"
holds = ["plan"]
[profile.names]
subjective = "Told"
"""


def own(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


def titles(found: tuple[Section, ...]) -> list[str]:
    return [section.title for section in found]


def test_what_is_shipped_is_whole() -> None:
    assert list(PROFILES) == ["plain", "simplepractice", "therapynotes", "jane"]
    assert profiles().problems == ()


def test_one_note_is_one_section() -> None:
    (section,) = sections(SHORT, PROFILES["simplepractice"])
    assert section.text == (
        "Client: K7\nDate: 17 Nov\n\nSubjective\n“calm”\n\nPlan\nhalfway look\n\n"
        "Goals\none: 3 → 5\ntwo: 0 → 4"
    )
    assert section.length == len(section.text) == 90


def test_separate_fields_and_goals_one_each() -> None:
    found = sections(SHORT, PROFILES["therapynotes"])
    assert [(each.title, each.text) for each in found] == [
        ("Session details", "Client: K7\nDate: 17 Nov"),
        ("Subjective", "“calm”"),
        ("Plan", "halfway look"),
        ("Goal 1", "one: 3 → 5"),
        ("Goal 2", "two: 0 → 4"),
    ]


def test_parts_apart_and_goals_together() -> None:
    assert titles(sections(NOTE, PROFILES["jane"])) == [
        "Session details", "Subjective", "Objective", "Assessment", "Plan", "Goals", "Addenda",
    ]  # fmt: skip


def test_a_part_without_text_is_left_out() -> None:
    note = replace(SHORT, parts=(DraftPart("plan", "Plan", " \n"),), goals=())
    assert titles(sections(note, PROFILES["therapynotes"])) == ["Session details"]


def test_a_profile_of_ones_own(tmp_path: Path) -> None:
    found = profiles(own(tmp_path, MINE))
    assert found.problems == ()
    told = sections(SHORT, found.items[-1])
    assert [(each.title, each.text) for each in told] == [
        ("What next", "halfway look"),
        ("Told", "“calm”"),
        ("Goals", "one: 3 → 5\ntwo: 0 → 4"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MINE.replace('"plan"', '"plann"'), "the profile “mine” names “plann”, and no note has"),
        (MINE.replace('["header"]', '["haeder"]'), "names “haeder”"),
        (MINE.replace('["plan"]', "[]"), "has a section that holds nothing"),
        (MINE.replace('["plan"]', '["each part", "plan"]'), "each is one of its own"),
        (MINE.replace('title = "What next"', ""), "needs a text for title"),
        (MINE.replace('"Told"', "4"), "needs a table of texts for names"),
        (
            '[[profile]]\nid = "jane"\nname = "Jane"',
            "the profile “jane” needs at least one section",
        ),
    ],
)
def test_a_fault_is_one_sentence_and_the_rest_works(tmp_path: Path, text: str, said: str) -> None:
    found = profiles(own(tmp_path, text))
    assert [profile.id for profile in found.items] == list(PROFILES)
    (problem,) = found.problems
    assert said in problem


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_nothing_of_a_note_is_lost(profile: Profile) -> None:
    told = "\n".join(each.text for each in sections(NOTE, profile))
    for text in (*(part.text for part in NOTE.parts), *NOTE.goals, NOTE.late, *NOTE.addenda):
        assert text in told


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_in_ascii_alone(profile: Profile) -> None:
    for section in sections(NOTE, profile, ascii_only=True):
        assert section.text.isascii()
        assert "?" not in section.text
    told = sections(SHORT, PROFILES["therapynotes"], ascii_only=True)
    assert told[1].text == '"calm"'
    assert told[3].text == "one: 3 -> 5"


def test_line_ends_and_what_steers_a_terminal() -> None:
    note = replace(SHORT, header=(), parts=(DraftPart("plan", "Plan", "a\r\nb\x1b[2Jc\rd "),))
    assert sections(note, PROFILES["jane"])[0].text == "a\nb[2Jc\nd"


@given(st.text("ab →·\n", max_size=80), st.integers(1, 30))
def test_words_are_broken_only_where_they_are_longer_than_a_line(text: str, width: int) -> None:
    note = replace(SHORT, header=(), goals=(), parts=(DraftPart("plan", "Plan", text),))
    (section, *_) = sections(note, PROFILES["jane"], width=width) or (Section("", ""),)
    lines = section.text.split("\n")
    assert all(len(line) <= width for line in lines)
    words = [word for word in text.split() if len(word) <= width]
    left = [word for line in lines for word in line.split()]
    for word in words:
        assert word in left
