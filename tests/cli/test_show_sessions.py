"""`show today`, `brief` and `session`: as told, veiled, in the words of whose vault it is."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import (
    clients,
    courses,
    drafts,
    progress_notes,
    session_times,
    session_told,
    todos,
)
from ipt_tui.vault.pads import note_place
from tests.cli.prompt import Done, Place, k7, new, opened, ready
from tests.cli.test_show import ESCAPES
from tests.vault.k7_met import at

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.vault.vault import Vault

SECRET = "the one we lost"
COURSE_WORDS = ("session", "client", "K7", "supervision", "Techniques", "promised", "course", "GP")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return k7(tmp_path / "home")


GOALS = (
    "say what I want before I'm angry 5 → 6 of 8 · one evening a week with Sam that is ours "
    "0 → 4 of 7 · answer my friends 4 → 6 of 7"
)


def client_of(vault: Vault, code: str = "K7") -> str:
    return next(line.uid for line in vault.read(clients.listing) if line.code == code)


def numbered(vault: Vault, number: int) -> str:
    from ipt_tui.vault.sessions import of_course

    (course,) = vault.read(courses.of_client, client_of(vault))
    return next(line.uid for line in vault.read(of_course, course.uid) if line.number == number)


def second(vault: Vault) -> str:
    """Add a client M2 with a session today and an unsigned note; return the session's uid."""
    client = vault.write(clients.add, "M2")
    course = vault.write(courses.begin, client, "ipt12", date(2026, 11, 9))
    early = vault.write(session_times.plan, course, at(date(2026, 11, 16), 9))
    vault.write(progress_notes.draft, early)
    vault.write(todos.add, client, "ring the ward")
    return vault.write(session_times.plan, course, at(date(2026, 11, 23), 9), place="room 1")


def test_a_brief_in_lines(place: Place) -> None:
    done = place.run("show", "brief", "--passphrase-file", str(place.passphrase))
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "K7 · session 8 tomorrow 14:00",
        "",
        "Plan from last time: halfway look",
        "Working on: saying it to Sam (renegotiation since session 7); second: Dad and February",
        "Since session 7 (6 days): no moods noted",
        "Talks: Sam, 12 Nov: new",
        "Said aloud: 2 of 3 wishes with Sam; at the start none",
        "Practice: ask for Tuesdays: part, “Tuesdays yes, flat not yet”",
        "Measures: PHQ-9 17 · 13 · 9",
        "GAD-7 12 · 10 · 6",
        f"Goals: {GOALS}",
        "Due: PHQ-9, GAD-7",
        "I promised: letter to the GP",
        "Sessions: 8 of 16, 8 left after it · halfway look",
    ]
    assert place.call("show", "brief").out == done.out


def test_in_ones_own_vault_the_words_are_ones_own(tmp_path: Path) -> None:
    own = k7(tmp_path / "own", "me")
    assert own.call("show", "brief").out.splitlines() == [
        "Meeting 8 tomorrow 14:00",
        "",
        "What we planned: halfway look",
        "What you are working on: saying it to Sam; Dad and February",
        "Talks you noted: Sam, 12 Nov",
        "Said out loud: 2 of your 3 wishes, to Sam; at the start none",
        "What you tried: ask for Tuesdays: you did a part of it, “Tuesdays yes, flat not yet”",
        f"Your goals: {GOALS}",
        "To fill in: PHQ-9, GAD-7, WHO-5",
        "Meetings: 8 after this one",
    ]
    assert own.call("show", "session").out.startswith("Meeting 7 · Tue 17 Nov, 14:00 to 14:50")
    told = own.call("show", "today").out
    assert told.startswith("Today, Mon 23 Nov 2026\n\nNo meeting is today.\n")
    for what in ("brief", "session"):
        said = own.call("show", what).out
        assert [word for word in COURSE_WORDS if word in said] == []
    refused = own.call("show", "session", "--number", "40")
    assert refused == Done(1, "", "There is no meeting 40 here.\n")


def test_the_day_in_the_order_of_time(place: Place) -> None:
    with closing(opened(place)) as vault:
        second(vault)
        vault.write(session_times.move, numbered(vault, 8), at(date(2026, 11, 23), 20))
        vault.write(session_told.tell, numbered(vault, 5), note=">ring Lena")
    told = place.call("show", "today").out.splitlines()
    assert told[:3] == ["Today, Mon 23 Nov 2026", "", "M2 · session 2 today 09:00, room 1"]
    assert told.index("K7 · session 8 today 20:00") > 3
    assert told[-6:] == [
        "Unsigned: M2 session 1, 16 Nov", "", "To tidy: 1 line from K7 session 5", "",
        "To do: K7, letter to the GP",
        "To do: M2, ring the ward",
    ]  # fmt: skip
    only = place.call("show", "today", "--client", "m2").out
    assert "K7" not in only
    assert only.endswith("Unsigned: M2 session 1, 16 Nov\n\nTo do: M2, ring the ward\n")


def test_what_is_over_is_one_line(place: Place) -> None:
    with closing(opened(place)) as vault:
        uid = second(vault)
        vault.write(session_times.attend, uid, "no_show")
    assert "M2 · session 2 today 09:00, did not come\n" in place.call("show", "today").out


def test_a_session_in_lines(place: Place) -> None:
    with closing(opened(place)) as vault:
        note = "came in bright\n~7 calm since sunday\n-- the bus\n!talk @Sam the flat\nme: please"
        vault.write(session_told.tell, numbered(vault, 7), note=note)
    told = place.call("show", "session").out.splitlines()
    assert told[0] == "K7 · session 7 of 16 · Tue 17 Nov, 14:00 to 14:50 · room 2 · came"
    assert told[2:7] == [
        "Note:",
        "  came in bright",
        "  mood 7, calm, since Sunday 15 Nov",
        "  talk with Sam: the flat",
        "  K7: “please”",
    ]
    assert told[-6:] == [
        "Plan for next time: halfway look",
        "For supervision: how to hear February and not hurry",
        "Progress note: signed by R. Moss, Tue 17 Nov 2026, 15:05",
        "Subjective: Asked for Tuesdays; partly.",
        "Plan: Halfway look.",
        "Addendum 1, Wed 18 Nov 2026: Stage: renegotiation. (reason: left out)",
    ]
    first = place.call("show", "session", "--number", "1").out
    assert "Safety: asked about; passive thoughts, no plan, agreed what she'd do" in first
    assert "Note: story of the summer" in first


def test_of_a_session_that_runs_it_is_what_is_typed_so_far(place: Place) -> None:
    with closing(opened(place)) as vault:
        uid, client = numbered(vault, 8), client_of(vault)
        vault.write(session_times.start, uid, at(date(2026, 11, 23), 17))
        vault.keep(drafts.save, note_place(uid), "came in bright\n-- the bus\nabout nobody", client)
    assert "Note:\n  came in bright\n  about nobody\n" in place.call("show", "session").out
    with closing(opened(place)) as vault:
        vault.keep(drafts.save, note_place(uid), f"about {SECRET}", client)
    assert "Note: sensitive, and not shown\n" in place.call("show", "session").out
    assert f"about {SECRET}" in place.call("show", "session", "--reveal").out
    with closing(opened(place)) as vault:
        vault.write(clients.change, client, kept="brief", kept_since="2026-11-23")
    assert "about" not in place.call("show", "session", "--reveal").out


def test_there_are_sentences_for_what_is_not_there(place: Place, tmp_path: Path) -> None:
    missing = place.call("show", "session", "--number", "40")
    assert missing == Done(1, "", "There is no session 40 here.\n")
    assert place.call("show", "session", "--number", "x").code == 2
    bare = ready(tmp_path / "bare", new)
    assert bare.call("show", "today").out == (
        "Today, Mon 23 Nov 2026\n\nNo session is planned for today.\n"
    )
    with closing(opened(bare)) as vault:
        vault.write(clients.add, "K7")
    assert bare.call("show", "brief").out == "K7: no course goes on.\n"
    assert bare.call("show", "session").err == "No session has taken place yet.\n"
    with closing(opened(place)) as vault:
        second(vault)
    assert "Whose record?" in place.call("show", "brief").err
    assert place.call("show", "brief", "--client", "M2").out.startswith("M2 · session 2 today")


def test_the_sensitive_is_veiled_until_it_is_asked_for(place: Place) -> None:
    with closing(opened(place)) as vault:
        text = f"about {SECRET}"
        vault.write(
            session_told.tell, numbered(vault, 7), note=text, plan_next=text, since_last=text
        )
        vault.write(session_told.tell, numbered(vault, 8), place=text)
        vault.write(session_times.move, numbered(vault, 8), at(date(2026, 11, 23), 20))
        vault.write(todos.add, client_of(vault), text)
    for what in ("today", "brief", "session"):
        veiled, shown = place.call("show", what), place.call("show", what, "--reveal")
        assert (veiled.code, shown.code) == (0, 0)
        assert SECRET not in veiled.out
        assert SECRET in shown.out
    assert "Note: sensitive, and not shown" in place.call("show", "session").out


def test_what_was_typed_cannot_steer_the_terminal(place: Place) -> None:
    hostile = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eSam\r\nProgress note: signed"
    with closing(opened(place)) as vault:

        def spoil(session: object) -> None:
            from ipt_tui.vault.steps import describe

            raw = session.connection().connection.cursor()  # type: ignore[attr-defined]
            raw.execute("UPDATE session SET note = ?, plan_next = ?, place = ?", [hostile] * 3)
            raw.execute("UPDATE todo SET text = ?", [hostile])
            describe(session, None, "spoiled")  # type: ignore[arg-type]

        vault.write(spoil)
        vault.write(session_times.move, numbered(vault, 8), at(date(2026, 11, 23), 20))
    for what in ("today", "brief", "session"):
        shown = place.call("show", what)
        assert (shown.code, shown.err) == (0, "")
        assert "owned" in shown.out
        assert not set(shown.out) & (ESCAPES | {"\u202e"})
