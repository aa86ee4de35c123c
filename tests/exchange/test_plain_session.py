"""One session as plain lines: all that was told, nothing of the veiled, nothing made up."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.exchange.plain_session import session_lines
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.course import Course
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.phases import Bounds
from ipt_tui.ipt.practice import Practice
from ipt_tui.ipt.progress_note import AddendumLine, ProgressNote
from ipt_tui.ipt.session import AgendaLine, Session, SessionLine
from ipt_tui.ipt.text import cells

GOLDEN = Path(__file__).parent / "golden" / "session.txt"
TODAY, DAY = date(2026, 11, 23), date(2026, 11, 17)
COURSE = Course("c", "k", "K7", "ipt16", date(2026, 10, 6), Bounds(16, 4, 14))
LINE = SessionLine(
    "s", "k", "K7", "c", 7, 16,
    started=moment(datetime(2026, 11, 17, 14, tzinfo=UTC)),
    ended=moment(datetime(2026, 11, 17, 14, 50, tzinfo=UTC)),
    place="room 2", modality="in_person", attendance="attended", signed=False,
)  # fmt: skip
SEVENTH = Session(
    LINE,
    COURSE,
    TODAY,
    {
        "plan": "look at Tuesday", "since_last": "asked on the 12th, partly. first tuesday tonight",
        "safety_asked": "yes", "safety_summary": "nothing new", "plan_next": "halfway look",
        "question": "",
    },
    frozenset({"question"}),
    (
        AgendaLine("a", "since_last", "How has it been?", done=True),
        AgendaLine("b", "", "", veiled=True),
    ),
    ("role_play", "communication_analysis"),
)  # fmt: skip
NOTE = "came in bright\nmood 7, calm, since Sunday 15 Nov\n\n  Techniques: none of ours\n"
FILED = ProgressNote(
    "n", LINE, "soap",
    {"first": "Asked for Tuesdays.", "fourth": "Halfway look.\nSessions left: 9"},
    frozenset({"third"}), datetime(2026, 11, 17, 15, 5, tzinfo=UTC), "R. Moss",
    (AddendumLine("a", date(2026, 11, 18), "left out", "Slept badly."),),
)  # fmt: skip
AGREED = (
    Practice("p", DAY, "ask Sam for Tuesdays", done="part", session="s"),
    Practice("q", DAY, veiled=True),
    Practice("r", date(2026, 11, 10), "tell Mr Ito", done="full", looked_at=DAY, session="t"),
)
EMPTY = Session(SessionLine("s", "k", "K7", "c", 8), replace(COURSE, bounds=Bounds()), TODAY)


def test_a_session_in_lines() -> None:
    told = session_lines(SEVENTH, NOTE, AGREED, filed=FILED)
    assert told == GOLDEN.read_text("utf-8").splitlines()
    assert told == session_lines(SEVENTH, NOTE, AGREED, filed=FILED)
    draft = session_lines(SEVENTH, "", filed=replace(FILED, signed_at=None))
    assert "Progress note: not signed yet" in draft


def test_what_was_not_told_is_not_said() -> None:
    assert session_lines(EMPTY, "") == ["K7 · session 8 · no date yet · planned"]
    far = replace(EMPTY, line=replace(EMPTY.line, modality="phone", attendance="no_show"))
    assert session_lines(far, "") == ["K7 · session 8 · no date yet · phone · did not come"]


def test_a_veiled_note_is_a_word() -> None:
    told = session_lines(replace(SEVENTH, veiled=frozenset({"note", "plan"})), "")
    assert "Note: sensitive, and not shown" in told
    assert "Planned for it: sensitive, and not shown" in told


def test_in_ones_own_vault_the_words_are_ones_own() -> None:
    assert session_lines(SEVENTH, "slept", AGREED[:1], Audience.CLIENT, filed=FILED) == [
        "Meeting 7 · Tue 17 Nov, 14:00 to 14:50 · room 2",
        "",
        "What we planned: look at Tuesday",
        "How it had been: asked on the 12th, partly. first tuesday tonight",
        "Note: slept",
        "To try: ask Sam for Tuesdays · part",
        "What we planned next: halfway look",
    ]


@pytest.mark.parametrize("width", [12, 30, 80])
def test_wrapped_no_line_is_wider(width: int) -> None:
    assert max(map(cells, session_lines(SEVENTH, NOTE, AGREED, filed=FILED, width=width))) <= width


@given(st.text(max_size=60), st.sampled_from(list(Audience)))
def test_nothing_that_was_typed_steers_the_terminal_or_looks_like_a_label(
    typed: str, who: Audience
) -> None:
    texts = dict.fromkeys(SEVENTH.values, typed)
    whole = replace(SEVENTH, values=texts, line=replace(LINE, place=typed))
    filed = replace(FILED, values=dict.fromkeys(FILED.values, typed), signed_by=typed)
    for told in session_lines(whole, f"{typed}\nProgress note: signed", (), who, filed=filed):
        assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in told if c != "\t")
        assert told != "Progress note: signed"
