"""What a progress note is drafted from, read: K7's seventh session, nothing it must not hold."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.note_source import NotedMood, ScoreLine, header
from ipt_tui.ipt.people import Ring
from ipt_tui.ipt.practice_words import PracticeLine
from ipt_tui.ipt.tidy import to_tidy
from ipt_tui.vault import (
    agendas,
    note_sources,
    noting,
    people,
    practices,
    progress_notes,
    session_times,
    session_told,
    talk_parts,
    talking,
    talks,
    tidying,
    todos,
)
from ipt_tui.vault.clients import add as add_client
from ipt_tui.vault.clients import change as change_client
from ipt_tui.vault.courses import begin
from ipt_tui.vault.hidden import EVERYTHING
from tests.vault.k7_met import DAYS, Met, at, meet
from tests.vault.world import NOW, TODAY

if TYPE_CHECKING:
    from ipt_tui.ipt.note_source import NoteSource
    from ipt_tui.vault.vault import Vault

SECRET = "Quillfeather"
NOTE = """\
came in bright. "i said it and nothing fell down"
-- the bus "was late" again
!concern @Sam "threw the cup"
concern she said "i hid the keys"
sunday easy, “noor made pancakes”
~7 calm since sunday
"""


@pytest.fixture
def met(vault: Vault) -> Met:
    met = meet(vault)
    vault.write(practices.look_at, met.practice, DAYS[6], "part", happened="Tuesdays yes")
    vault.write(session_told.use, met.sessions[6], ["role_play", "from later"])
    vault.write(
        session_told.tell, met.sessions[6], note=NOTE, since_last="asked on the 12th, partly",
        safety_asked="yes", safety_summary="nothing new", plan_next="halfway look",
    )  # fmt: skip
    return met


def noted(
    vault: Vault, met: Met, number: int = 7, revealed: frozenset[str] = frozenset()
) -> NoteSource:
    uid = met.sessions[number - 1]
    return vault.read(note_sources.source, uid, TODAY, revealed, time(4))


def test_k7s_seventh_session(vault: Vault, met: Met) -> None:
    found = noted(vault, met)
    assert header(found) == (
        ("Client", "K7"),
        ("Session", "7 of 16"),
        ("Date", "Tue 17 Nov 2026"),
        ("Time", "14:00 to 14:50, 50 minutes"),
        ("Setting", "in person, room 2"),
        ("Present", "K7"),
    )
    assert found.moods == (
        NotedMood(3, "Tue 10 Nov"),
        NotedMood(
            6, "Thu 12 Nov", ("surprised", "hopeful"), ("asked Sam for Tuesdays; he listened",)
        ),
        NotedMood(6, "Sat 14 Nov", ("included",), ("Lena answered",)),
    )
    assert found.links == (
        "2 of 3 moods tied to an event.",
        "“asked Sam for Tuesdays; he listened”, 12 Nov: mood 3 before, 6 after.",
        "“Lena answered”, 14 Nov: mood 6 before, 6 after.",
    )
    assert found.scores == (
        ScoreLine("PHQ-9", "9 of 27, mild", "down 4 since 27 Oct (13), down 8 since 6 Oct (17)"),
        ScoreLine("GAD-7", "6 of 21, mild", "down 4 since 27 Oct (10), down 6 since 6 Oct (12)"),
    )
    assert noted(vault, met, 6).scores == ()
    assert found.quotes == ("i said it and nothing fell down", "noor made pancakes")
    assert found.techniques == ("role play", "from later")
    assert (found.since_last, found.plan_next) == ("asked on the 12th, partly", "halfway look")
    assert (found.safety_asked, found.safety, found.sessions_left) == (True, "nothing new", 9)
    assert found.practice_looked_at == (
        PracticeLine("ask Sam for Tuesdays", "part", "Tuesdays yes"),
    )
    assert found.practice_agreed == ()
    assert noted(vault, met, 6).practice_agreed == ("ask Sam for Tuesdays",)


def test_what_was_ticked_looked_at_and_taken_on_is_told_and_nothing_veiled(
    vault: Vault, met: Met
) -> None:
    uid = met.sessions[6]
    done = vault.write(agendas.add, uid, "Sum up")
    vault.write(agendas.tick, done)
    vault.write(agendas.add, uid, "not yet done")
    vault.write(todos.add, met.client, "of no session")
    pieces = parse("!talk @Sam february\nme: i need it\ntodo ring Sam's surgery", TODAY, ("Sam",))
    for item in to_tidy(pieces, (), TODAY):
        vault.write(tidying.take, uid, item, at(DAYS[6]))
    talk = next(
        t for t in vault.read(talks.talks, met.client, TODAY).lines if t.subject == "february"
    )
    vault.write(talking.tell, talk.uid, got_across="partly")
    vault.write(talk_parts.mark_all, talk.uid, ["nonverbal_indirect"])
    found = noted(vault, met)
    assert found.worked_on == ("Sum up",)
    assert found.todos == ("letter to GP", "ring Sam's surgery")
    assert found.talks == (
        "talk with Sam (10 Nov to 17 Nov), about “february”; got across: partly; "
        "in the way: hinted",
    )
    assert "i need it" not in str(found)
    vault.write(people.tell, met.sam, sensitive=True)
    found = noted(vault, met)
    assert (found.talks, found.todos) == ((), ("letter to GP",))


def test_each_mood_is_in_one_note_only(vault: Vault, met: Met) -> None:
    for line in ("~9 on 17 nov 14:20", "~8 on 17 nov 15:10", "~1 on 17 nov"):
        vault.write(noting.note, met.client, parse(line, TODAY), NOW)
    vault.write(session_times.start, met.sessions[7], at(date(2026, 11, 24)))
    values = [[mood.value for mood in noted(vault, met, number).moods] for number in (6, 7, 8)]
    assert values == [[5, 5, 4, 5, 5, 2], [3, 6, 6, 9], [1, 8, 7, 6, 5, 6, 7]]


def test_a_mood_of_the_minute_in_which_a_session_ends_is_of_that_session(
    vault: Vault, met: Met
) -> None:
    eighth = date(2026, 11, 24)
    vault.write(session_times.start, met.sessions[7], at(eighth))
    vault.write(session_times.end, met.sessions[7], at(eighth))
    for line in ("~9 on 17 nov 14:50", "~8 on 24 nov 14:00"):
        vault.write(noting.note, met.client, parse(line, eighth), NOW)
    values = [[mood.value for mood in noted(vault, met, number).moods] for number in (7, 8)]
    assert values == [[3, 6, 6, 9], [7, 6, 5, 6, 7, 8]]


def test_a_mood_of_some_days_says_since_when(vault: Vault, met: Met) -> None:
    pieces = parse("~7 calm since sunday", DAYS[6])
    vault.write(noting.note, met.client, pieces, at(DAYS[6], 14, 10))
    assert noted(vault, met).moods[-1] == NotedMood(7, "since Sun 15 Nov", ("calm",))


def test_the_first_session_has_the_two_weeks_before_it(vault: Vault, met: Met) -> None:
    assert [mood.value for mood in noted(vault, met, 1).moods] == [3]


def test_marks_leave_as_words_and_some_lines_not_at_all(vault: Vault, met: Met) -> None:
    text = "~3 hurt by @Sam\n-- ring the garage\n!concern @Sam the cup\n>ask @Sam"
    vault.write(
        session_told.tell, met.sessions[6], since_last=text, plan_next=text, safety_summary=text
    )
    found = noted(vault, met)
    for told in (found.since_last, found.plan_next, found.safety):
        assert told == "mood 3, hurt by Sam\npractice: ask Sam"


@pytest.mark.parametrize("form", ["soap", "dap", "birp"])
def test_neither_a_concern_nor_a_line_for_this_hour_reaches_a_draft(
    vault: Vault, met: Met, form: str
) -> None:
    uid = vault.write(progress_notes.draft, met.sessions[6], form)
    told = str(vault.read(progress_notes.note, uid).parts)
    assert "nothing fell down" in told
    for word in ("bus", "again", "cup", "keys", "concern", "came in bright"):
        assert word not in told


def test_one_that_is_still_to_come_says_what_is_known(vault: Vault, met: Met) -> None:
    found = noted(vault, met, 8)
    assert (found.day, found.start, found.end) == (date(2026, 11, 24), time(14), None)
    assert (found.participants, found.safety_asked) == ((), None)
    other = vault.write(add_client, "M2")
    course = vault.write(begin, other, "maint", TODAY)
    undated = vault.write(session_times.plan, course)
    found = vault.read(note_sources.source, undated, TODAY, frozenset(), time(4))
    assert (found.day, found.start, found.of, found.sessions_left) == (TODAY, None, None, None)


def test_who_else_was_there_is_told(vault: Vault, met: Met) -> None:
    vault.write(session_told.tell, met.sessions[6], attendees="Sam", modality="video", place="")
    told = dict(header(noted(vault, met)))
    assert (told["Present"], told["Setting"]) == ("K7 and Sam", "video")


def test_nothing_of_the_veiled_is_in_it(vault: Vault, met: Met) -> None:
    write, text, seventh = vault.write, f"quince {SECRET}", met.sessions[6]
    her = write(people.add, met.client, PersonLine(SECRET, "aunt", now=Ring.WIDER), DAYS[0])
    write(noting.note, met.client, parse(f"!{text} ~1 on 13 nov", TODAY), NOW)
    agreed = write(practices.agree, met.client, text, DAYS[5], session_uid=seventh)
    looked = write(practices.agree, met.client, text, DAYS[5], her)
    write(practices.look_at, looked, DAYS[6], "full", happened="quince")
    write(
        session_told.tell, seventh, note=f'"{text}"', since_last=text, plan_next=text,
        safety_summary=text, attendees=text, place=text,
    )  # fmt: skip
    before = noted(vault, met)
    assert str(before).count(SECRET) >= 9
    write(people.tell, her, sensitive=True)
    found = noted(vault, met)
    assert SECRET not in str(found)
    assert "quince" not in str(found)
    assert (found.quotes, found.practice_agreed) == ((), ())
    assert [mood.value for mood in found.moods] == [3, 6, 6]
    assert noted(vault, met, revealed=EVERYTHING) == before
    for form in ("soap", "dap", "birp"):
        uid = write(progress_notes.draft, seventh, form)
        assert "quince" not in str(vault.read(progress_notes.note, uid, EVERYTHING).parts)
        write(progress_notes.remove, uid)
    assert agreed


def test_a_scale_of_ones_own_is_said(vault: Vault, met: Met) -> None:
    vault.write(change_client, met.client, mood_high=20)
    assert {mood.scale.high for mood in noted(vault, met).moods} == {10}
