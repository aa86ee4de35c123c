"""Measures: what one reads of them, alone and looking together, and what one changes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt import instruments
from ipt_tui.ipt.moments import on_day
from ipt_tui.tui.areas.measures.area import MeasuresArea
from ipt_tui.vault import clients, measures, measuring, session_begin
from tests.tui.running import NOW, filled, press, resize, running, said, screen_text, write
from tests.vault.k7_met import meet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

TODAY = NOW.date()
ALONE = ("Item 9", "syndrome", "sensitivity", "reliable change", "rule of thumb", "of 27, ")
"""Words of what only the practitioner reads."""


def seen(pilot: Pilot[str]) -> str:
    """Return what is on the screen, in one line."""
    return " ".join(screen_text(pilot).split())


def area(pilot: Pilot[str]) -> MeasuresArea:
    return pilot.app.screen.query_one(MeasuresArea)


async def test_the_last_score_how_it_changed_and_the_times_before(
    vault: Vault, clock: Clock
) -> None:
    meet(vault)
    async with running(vault, clock, size=(160, 50)) as pilot:
        await press(pilot, "g", "m")
        shown = screen_text(pilot)
        row = next(line for line in shown.splitlines() if line.startswith(" PHQ-9 "))
        assert row.split("  ")[0] == " PHQ-9"
        assert "9 of 27, mild" in row
        assert "due · down 8 since 6 Oct (17): clinically significant change" in row
        assert "(NHS Talking Therapies: 6 points; rule of thumb)" in seen(pilot)
        assert "session 1 2 3 4 5 6 7" in seen(pilot)
        assert "· behind it: moods, on their own scale" in seen(pilot)
        assert "A score is for screening; it is not a diagnosis." in seen(pilot)
        assert "with an educational grant from Pfizer Inc." in seen(pilot)
        await press(pilot, "comma", "comma", "comma")
        assert "6 Oct, session 1, from paper" in seen(pilot)
        assert "Item 9 answered 1: ask about safety." in seen(pilot)
        await press(pilot, "full_stop", "v")
        assert "27 Oct: 13 of 27, moderate" in seen(pilot)
        assert "1 Little interest or pleasure in doing things 2, More than half" in seen(pilot)
        assert "Item 9 at 0 never means safe" in seen(pilot)
        await resize(pilot, (80, 24))
        assert "Little interest" in seen(pilot)  # beneath the list, which is not high
        assert "a lot more than usual" not in seen(pilot)
        await press(pilot, "tab")
        assert "a lot more than usual" in seen(pilot)
        assert "another measure" not in seen(pilot)  # one pane at a time
        await press(pilot, "escape", "down")
        assert "GAD-7 6 of 21, mild" in seen(pilot)


async def test_the_list_says_first_what_needs_a_person_and_then_what_waits(
    vault: Vault, clock: Clock
) -> None:
    client = meet(vault).client
    for ninth in (2, 0):
        answers = (*(0,) * 8, ninth)
        vault.write(measuring.answer, client, "phq9", answers, on_day(TODAY), finished=False)
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "6")
        first = seen(pilot).index("Item 9 answered 2: ask about safety")  # of one begun before
        assert first < seen(pilot).index("all answered: enter finishes")
        assert first < seen(pilot).index("down 8 since 6 Oct")
        assert "due · down 6 since 6 Oct (12): reliable change" in seen(pilot)
        await press(pilot, "down", "i")
        await write(pilot, "12")
        await press(pilot, "escape", "end", "i", "end", "enter")
        await write(pilot, "3")
        await press(pilot, "escape")
        assert "typed from paper, not kept: i · due" in seen(pilot)
        assert "WSAS: typed from paper, not kept: i" in seen(pilot)
        await press(pilot, "home", "down", "o")
        assert "every 4th session ✓" in seen(pilot)
        await press(pilot, "x")
        assert "due · scores hidden · down 6" in seen(pilot)
        await press(pilot, "v", "tab", *["pagedown"] * 3)
        assert "Asked for: every 4th session. Its scores are hidden" in seen(pilot)
        await press(pilot, "v", "tab", "w")
        assert "safety" not in seen(pilot)
        assert "all answered: enter finishes · filled in 17 Nov" in seen(pilot)


async def test_looking_together_shows_nothing_of_the_practitioners(
    vault: Vault, clock: Clock
) -> None:
    client = meet(vault).client
    last = vault.read(measures.measures, client, TODAY).lines[0].responses[0]
    vault.write(measuring.tell, last.uid, note="quillon doubts it")
    async with running(vault, clock, size=(160, 50)) as pilot:
        await press(pilot, "6", "comma", "comma")
        assert "quillon doubts it" in seen(pilot)
        await press(pilot, "w")
        assert "On 6 Oct you came to 17" in seen(pilot)
        for keys in ((), ("v",)):
            await press(pilot, *keys)
            assert not [words for words in (*ALONE, "quillon") if words in seen(pilot)]
        await press(pilot, "o", "x")
        assert "You filled in PHQ-9 on 6 Oct. Thank you." in seen(pilot)
        assert "17" not in seen(pilot).replace("17 Nov", "")
        await press(pilot, "w")
        assert "17 of 27, moderately severe" in seen(pilot)  # hidden from the client alone


async def test_taken_out_and_brought_back_and_how_often(vault: Vault, clock: Clock) -> None:
    client = meet(vault).client
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "comma", "x")
        assert said(pilot)[-1] == "PHQ-9 of 27 Oct is taken out. u brings it back."
        assert "17 Nov, session 7" in seen(pilot)
        await press(pilot, "u")
        assert "27 Oct, session 4, from paper" in seen(pilot)  # where it was taken out
        await press(pilot, "n", "1", "1", "escape", "x")
        assert said(pilot)[-1] == "PHQ-9, begun 23 Nov, is taken out. u brings it back."
        assert vault.read(measures.measures, client, TODAY).lines[0].unfinished == ()
        assert "9 of 27, mild" in seen(pilot)  # what was finished stays
        await press(pilot, "o", "n")
        assert said(pilot)[-1] == "PHQ-9: only when chosen."
        assert vault.read(measures.measures, client, TODAY).due == ("GAD-7",)
        await press(pilot, "1", "tab")
        today = pilot.app.screen.area  # type: ignore[attr-defined]
        today.day.cursor = "due"
        await press(pilot, "enter")
        assert pilot.app.screen.area.id == "measures"  # type: ignore[attr-defined]


async def test_a_note_is_found_and_leads_to_its_answers(vault: Vault, clock: Clock) -> None:
    client = meet(vault).client
    given = vault.read(measures.measures, client, TODAY).lines[1].responses[1]
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "down", "comma", "e", "n")
        await write(pilot, "zebrafinch week")
        await press(pilot, "enter", "2")
        assert "Note: zebrafinch week" in seen(pilot)
        await press(pilot, "1", "slash")
        await write(pilot, "zebraf")
        await press(pilot, "enter")
        assert area(pilot).given is not None
        assert area(pilot).given.uid == given.uid  # type: ignore[union-attr]
        assert "27 Oct, session 4" in seen(pilot)


async def test_what_is_answered_in_a_session_belongs_to_it(vault: Vault, clock: Clock) -> None:
    client = meet(vault).client
    other = vault.write(clients.add, "M2")
    vault.write(session_begin.start_next, client, clock.now(), TODAY, clock.day_starts_at)
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "i")
        assert "session 8" in seen(pilot)
        await write(pilot, "1111111101")
        await press(pilot, "enter")
        assert "23 Nov, session 8, from paper" in seen(pilot)
        await press(pilot, "1")
        line = next(x for x in vault.read(clients.listing) if x.uid == other)
        pilot.app.context = type(pilot.app.context).of(line)  # type: ignore[attr-defined]
        await press(pilot, "6")
        assert "Here stand questionnaires" in seen(pilot)
        assert "session 8" not in seen(pilot)
        area(pilot).turn_to_other_client()  # that there are none is said once it is known
        assert area(pilot).listing.rows == ()


async def test_from_a_session_one_comes_to_what_was_answered_in_it(
    vault: Vault, clock: Clock
) -> None:
    client = meet(vault).client
    gad = vault.read(measures.measures, client, TODAY).lines[1].responses
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "down", "5")
        while pilot.app.context.session != gad[1].session:  # type: ignore[attr-defined]
            await press(pilot, "comma")
        await press(pilot, "g", "m")
        assert area(pilot).given is not None
        assert area(pilot).given.uid == gad[1].uid  # type: ignore[union-attr]
        await press(pilot, "comma", "2", "6")  # by its number one comes back to where one was
        assert area(pilot).given.uid == gad[0].uid  # type: ignore[union-attr]


@pytest.fixture
def faulty(tmp_path: Path) -> Iterator[None]:
    """Instruments of one's own, one of them faulty."""
    (tmp_path / "instruments").mkdir()
    (tmp_path / "instruments" / "mine.toml").write_text('id = "mine"\nversion = 2\n')
    instruments.use(tmp_path)
    yield
    instruments.use(None)


@pytest.mark.usefixtures("faulty")
async def test_a_faulty_file_of_ones_own_is_said_and_the_rest_works(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault)
    vault.write(measuring.answer, client, "gad7", (0,) * 7, on_day(TODAY))
    async with running(vault, clock, size=(100, 30)) as pilot:
        await press(pilot, "6")
        assert "instruments/mine.toml" in seen(pilot)
        assert "it was left out" in seen(pilot)
        assert "GAD-7 0 of 21" in seen(pilot)


async def test_the_picture_keeps_its_height_and_the_words_below_it_are_walked_through(
    vault: Vault, clock: Clock
) -> None:
    client = meet(vault).client
    vault.write(measuring.answer, client, "ipip_ipc", (3,) * 32, on_day(TODAY))
    for size, rows in (((80, 24), 8), ((100, 30), 11)):
        async with running(vault, clock, size=size) as pilot:
            await press(pilot, "6")
            assert len(area(pilot).pane.plot.drawn.rows) >= rows
            assert "1 worst at the top" not in seen(pilot)
            assert "more lines: tab, pgdn" in seen(pilot)
            await press(pilot, "tab", *["pagedown"] * 4)
            assert "10 best at the foot" in seen(pilot)
            assert "translate, display or distribute." in seen(pilot)  # all of its licence
            assert "↑ that is all: pgup" in seen(pilot)
            assert len(area(pilot).pane.plot.drawn.rows) >= rows
            await press(pilot, "comma", "comma")  # of another time one begins at the first word
            first = seen(pilot).index("Item 9 answered 1: ask about safety.")
            whole = seen(pilot).index("hurting yourself in some way”: 1")
            assert first < whole < seen(pilot).index("Major depressive syndrome")
            await press(pilot, "v", "tab", "down")
            assert "PICTURE" in seen(pilot)  # of another measure first its picture
            await press(pilot, "down")
            assert "no total" in seen(pilot)
            assert "Arrogant-Calculating 3" in seen(pilot)
            assert area(pilot).pane.plot.drawn.rows == ()
