"""Drafts of progress notes: K7's seventh session in each form, and nothing that was not noted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from ipt_tui.ipt.note_draft import addendum, draft, late_entry
from ipt_tui.ipt.note_forms import NoteForm, forms
from ipt_tui.ipt.note_source import NotedMood, NoteSource, header
from ipt_tui.ipt.scales import Scale
from tests.ipt.k7_course import SEVENTH

FORMS = {form.id: form for form in forms().items}
EMPTY = NoteSource("K7", 7, date(2026, 11, 17))
JUDGED = re.compile(
    r"\b(because|caus\w+|due to|low risk|high risk|moderate risk|risk|appears|seems|improved"
    r"|worsened|denies)\b",
    re.IGNORECASE,
)
every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)

MOOD = (
    "Mood: 3 entries (1 worst – 10 best), median 6, lowest 3, highest 6. Beside an event: "
    "6 (Thu 12 Nov, surprised, hopeful, with “asked Sam for Tuesdays; he listened”); "
    "6 (Sat 14 Nov, included, with “Lena answered”)"
)
SINCE = "Since last session: asked on the 12th, partly. first tuesday tonight"
QUOTES = "In the client's words: “Tuesdays yes, flat not yet”"
PRACTICE = "Practice from last time: ask Sam for Tuesdays: part, “Tuesdays yes, flat not yet”"
SCORES = "Measures completed: PHQ-9 9 of 27, mild; GAD-7 6 of 21, mild"
CHANGES = "Change in measures: PHQ-9 13 on 27 Oct, 9 now; GAD-7 10 on 27 Oct, 6 now"
LINKS = "Mood and events: Sam is named in 8 entries."
TECHNIQUES = "Techniques: encouragement of affect and communication analysis"
RESPONSE = "Response: what February was like, short, she chose to stop"
PLAN = "Next session: halfway look\nSessions left: 9 after this one"


def lines(*texts: str) -> str:
    return "\n".join(texts)


def told(source: NoteSource, form: str) -> dict[str, str]:
    return {part.name: part.text for part in draft(source, FORMS[form]).parts}


def test_soap() -> None:
    assert told(SEVENTH, "soap") == {
        "Subjective": lines(SINCE, MOOD, QUOTES, PRACTICE),
        "Objective": lines(SCORES, TECHNIQUES, RESPONSE),
        "Assessment": f"{LINKS}\n{CHANGES}",
        "Plan": PLAN,
    }


def test_dap() -> None:
    assert told(SEVENTH, "dap") == {
        "Data": lines(SINCE, MOOD, QUOTES, PRACTICE, SCORES, TECHNIQUES, RESPONSE),
        "Assessment": f"{LINKS}\n{CHANGES}",
        "Plan": PLAN,
    }


def test_birp() -> None:
    assert told(SEVENTH, "birp") == {
        "Behaviour": lines(SINCE, MOOD, QUOTES, PRACTICE, LINKS),
        "Intervention": f"{TECHNIQUES}\n{SCORES}",
        "Response": lines(RESPONSE.removeprefix("Response: "), CHANGES),
        "Plan": PLAN,
    }


@every_form
def test_an_empty_session_leaves_every_part_empty(form: NoteForm) -> None:
    assert [part.text for part in draft(EMPTY, form).parts] == [""] * len(form.parts)


@every_form
def test_the_same_session_is_the_same_note_and_nothing_is_judged(form: NoteForm) -> None:
    note = draft(SEVENTH, form)
    assert note == draft(replace(SEVENTH), form)
    assert note.goals == SEVENTH.goals
    assert not any(JUDGED.search(part.text) for part in note.parts)


@every_form
def test_what_was_done_looked_at_and_taken_on_is_in_each_form(form: NoteForm) -> None:
    source = replace(
        EMPTY, worked_on=("Tie a mood to something", "Sum up"), talks=("talk with Sam", "a talk"),
        todos=("letter to the GP",),
    )  # fmt: skip
    parts = told(source, form.id)
    assert [text for text in parts.values() if text] == [
        "Agenda, done:\nTie a mood to something\nSum up\nLooked at:\ntalk with Sam\na talk",
        "Practitioner to do: letter to the GP",
    ]
    assert parts["Plan"].startswith("Practitioner")


def test_the_header_stands_apart() -> None:
    assert draft(SEVENTH, FORMS["soap"]).header == (
        ("Client", "K7"),
        ("Session", "7 of 16"),
        ("Date", "Tue 17 Nov 2026"),
        ("Time", "14:00 to 14:50, 50 minutes"),
        ("Setting", "in person, room 2"),
        ("Present", "K7"),
        ("Focus", "saying it to Sam"),
    )
    assert header(EMPTY) == (("Client", "K7"), ("Session", "7"), ("Date", "Tue 17 Nov 2026"))


@pytest.mark.parametrize(
    ("start", "end", "minutes", "said"),
    [
        (time(14), None, None, "from 14:00"),
        (None, time(14, 50), None, "until 14:50"),
        (None, None, 1, "1 minute"),
        (time(14), time(14, 50), 45, "14:00 to 14:50, 45 minutes"),
        (time(23, 30), time(0, 20), None, "23:30 to 00:20, 50 minutes"),
    ],
)
def test_the_time_as_far_as_it_is_known(
    start: time | None, end: time | None, minutes: int | None, said: str
) -> None:
    pairs = header(replace(EMPTY, start=start, end=end, minutes=minutes))
    assert dict(pairs)["Time"] == said


def test_few_moods_are_given_one_by_one_and_scales_stay_apart() -> None:
    other = Scale(0, 5, "calm", "worst", "low")
    moods = (NotedMood(7), NotedMood(2, scale=other), NotedMood(5, "Mon 16 Nov", ("okay",)))
    assert told(replace(EMPTY, moods=moods), "soap")["Subjective"] == (
        "Mood:\n2 entries (1 worst – 10 best): 7; 5 (Mon 16 Nov, okay)\n"
        "1 entry (0 calm – 5 worst): 2"
    )
    alike = (NotedMood(6),) * 3
    assert told(replace(EMPTY, moods=alike), "soap")["Subjective"] == (
        "Mood: 3 entries (1 worst – 10 best), each 6"
    )


@pytest.mark.parametrize(
    ("asked", "summary", "said"),
    [
        (True, "", "Safety: asked about"),
        (True, "passive thoughts, no plan", "Safety: asked about; passive thoughts, no plan"),
        (False, "", "Safety: not asked about"),
        (None, "passive thoughts", "Safety: passive thoughts"),
        (None, "", ""),
    ],
)
def test_safety_is_what_was_asked_and_answered(asked: bool | None, summary: str, said: str) -> None:
    source = replace(EMPTY, safety_asked=asked, safety=summary)
    assert told(source, "soap")["Assessment"] == said


def test_what_was_written_stays_as_it_was_written() -> None:
    source = replace(EMPTY, since_last="came in bright\n  noor made pancakes\n")
    assert told(source, "dap")["Data"] == (
        "Since last session:\ncame in bright\n  noor made pancakes"
    )


def test_the_last_session_is_said_to_be_the_last() -> None:
    plan = told(replace(EMPTY, sessions_left=0), "soap")["Plan"]
    assert plan == "Sessions left: none; this was the last one agreed"


def test_what_came_later_says_when() -> None:
    written = datetime(2026, 11, 20, 9, 10)  # noqa: DTZ001 - wall time
    assert late_entry(date(2026, 11, 17), written, "ill") == (
        "Late entry, written on Fri 20 Nov 2026, 09:10 for the session of Tue 17 Nov 2026. "
        "Reason: ill"
    )
    assert late_entry(date(2026, 11, 17), written).endswith("of Tue 17 Nov 2026.")
    assert addendum(1, written, "Sam, not Ben", "slip") == (
        "Addendum 1, Fri 20 Nov 2026, 09:10 (reason: slip): Sam, not Ben"
    )
    assert addendum(2, written, "x") == "Addendum 2, Fri 20 Nov 2026, 09:10: x"
