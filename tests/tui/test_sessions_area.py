"""A session on the screen: typed, tidied, ticked, timed, ended, signed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.exchange.config import Config
from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.moments import moment
from ipt_tui.vault import (
    clients,
    courses,
    drafts,
    measuring,
    people,
    practices,
    progress_notes,
    session_times,
    session_told,
    sessions,
    timeline,
    todos,
)
from tests.tui.running import NOW, press, running, said, screen_text, send, settle, write
from tests.tui.sitting import BEGAN, NOTE, TODAY, agree, area, begin, eighth, to_row
from tests.vault import autumn

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault


async def test_it_opens_at_the_next_session_with_the_plan_and_what_is_left(
    vault: Vault, client: str, clock: Clock
) -> None:
    vault.write(measuring.enter, client, "gad7", 6, moment(NOW))
    async with running(vault, clock) as pilot:
        await press(pilot, "5")
        text = screen_text(pilot)
        assert "K7 · session 8 of 16 · Tue 24 Nov, 14:00" in text
        assert "Plan: halfway look · 8 left after it" in text
        assert "due  PHQ-9\n" in text
        assert "GAD-7" not in text
        await press(pilot, "escape", "comma")
        assert "session 7 of 16" in screen_text(pilot)
        assert "due  " not in screen_text(pilot)
        await press(pilot, "full_stop", "full_stop")
        assert "session 9 of 16" in screen_text(pilot)


async def test_s_begins_and_the_cursor_is_in_the_note(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "came in bright")
        assert area(pilot).pad.has_focus
        assert area(pilot).pad.text == "came in bright\n"
        assert "0 of 50 min" in screen_text(pilot)
        assert "How has it been since we last" in screen_text(pilot)
        assert eighth(vault, client).line.running


async def test_marks_are_read_when_their_line_is_done_and_never_while_it_is_typed(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot)
        await write(pilot, "~7 calm")
        assert area(pilot).items == ()
        await press(pilot, "enter")
        assert [item.becomes.partition(" ·")[0] for item in area(pilot).items] == ["mood 7"]
        assert "to tidy 1" in screen_text(pilot)


async def test_each_is_taken_or_left_with_one_key(vault: Vault, client: str, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, *NOTE)
        assert len(area(pilot).items) == 4
        await press(pilot, "ctrl+g", "y", "z")
        assert len(area(pilot).items) == 3
        await press(pilot, "enter", "space", "enter")
        assert area(pilot).items == ()
        session = eighth(vault, client)
        assert [t.text for t in vault.read(todos.of_client, client)] == ["letter to the GP"]
        (agreed,) = vault.read(practices.of_client, client, session_uid=session.uid)
        assert (agreed.what, agreed.who.name if agreed.who else "") == (
            "ask Sam for Sundays",
            "Sam",
        )
        found = vault.read(timeline.timeline, client, timeline.Asked(TODAY))
        assert not [m for m in found.moods if m.value == 7 and m.when.day == TODAY]


async def test_the_open_loop_asks_with_what_and_t_ties(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "!rota changed ~4 tired", "~7 calm")
        assert "mood 7 · with what, with whom?" in screen_text(pilot)
        await press(pilot, "escape", "enter", "t")
        assert "Which event goes with mood 7, calm?" in screen_text(pilot)
        choices = area(pilot).bar.asked.choices  # type: ignore[union-attr]
        digit = next(d for d, _, words in choices if "rota changed" in words)
        await press(pilot, digit)
        found = vault.read(timeline.timeline, client, timeline.Asked(TODAY))
        mood = next(m for m in found.moods if m.value == 7 and m.when.day == TODAY)
        assert found.tied(mood.uid)
        assert "with what, with whom?" not in screen_text(pilot)


async def test_a_line_that_waits_is_changed_in_the_note(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "so", "~7 calm", "and on")
        await press(pilot, "ctrl+g", "y", "e")
        assert area(pilot).pad.cursor_location == (1, 7)
        await write(pilot, ", glad")
        assert area(pilot).pad.text.splitlines()[1] == "~7 calm, glad"


async def test_what_is_taken_while_one_prepares_is_of_now(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "5", "ctrl+g", "n")
        await write(pilot, "~3 hurt")
        await press(pilot, "enter", "ctrl+g", "y", "enter")
    shown = vault.read(timeline.timeline, client, timeline.Asked(moment(NOW).day))
    assert [m.when.instant for m in shown.moods if m.feelings == ("hurt",)] == [NOW]


async def test_the_note_is_a_draft_at_once_and_one_step_when_one_leaves(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, *NOTE)
        place = area(pilot).pad.place
        await pilot.app.drafting.flush()  # type: ignore[attr-defined]
        draft = vault.read(drafts.load, place)
        assert draft is not None
        assert "she looked at the clock" in draft.text
        await press(pilot, "escape", "1")
        note = eighth(vault, client).text("note")
        assert note.splitlines() == [line for line in NOTE if not line.startswith("--")]
        await press(pilot, "5")
        assert "she looked at the clock" in area(pilot).pad.text


async def test_ending_forgets_what_was_for_this_hour_and_drafts_a_note_unsigned(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, *NOTE)
        place = area(pilot).pad.place
        await press(pilot, "ctrl+g", ".")
        assert "A draft of its note waits" in said(pilot)[-1]
        assert said(pilot)[-1].endswith("to be taken; Today lists them.")
        session = eighth(vault, client)
        assert (session.line.running, session.line.signed) == (False, False)
        assert "clock" not in area(pilot).pad.text
        await pilot.app.drafting.flush()  # type: ignore[attr-defined]
        assert vault.read(drafts.load, place) is None
        assert [line.number for line in vault.read(progress_notes.unsigned, client)] == [8]


async def test_the_progress_note_is_read_changed_signed_and_added_to(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, *NOTE)
        await press(pilot, "ctrl+g", ".", "escape", "v")
        assert "Subjective" in screen_text(pilot)
        assert "drafted from marks, ticks and scores" in screen_text(pilot)
        assert "“I said it”" in screen_text(pilot)
        await press(pilot, "enter")
        await write(pilot, "Lighter. ")
        await press(pilot, "escape")
        note = eighth(vault, client).progress_note
        assert note is not None
        assert vault.read(progress_notes.note, note).values["first"].endswith("”\nLighter.")
        area(pilot).progress_note.cursor = "note:form"
        await press(pilot, "enter", "2")
        assert vault.read(progress_notes.note, note).format == "dap"
        assert "Subjective" not in screen_text(pilot)
        await press(pilot, "u")
        assert vault.read(progress_notes.note, note).values["first"].endswith("Lighter.")
        area(pilot).progress_note.cursor = "sign:"
        await press(pilot, "enter")
        assert "Who signs this note?" in screen_text(pilot)
        await write(pilot, "K. Aalto")
        await press(pilot, "enter")
        assert "Sign it as “K. Aalto”?" in screen_text(pilot)
        await press(pilot, "1")
        assert "signed by K. Aalto" in screen_text(pilot)
        area(pilot).progress_note.cursor = "part:first"
        await press(pilot, "enter")
        assert "what is signed stays" in said(pilot)[-1]
        area(pilot).progress_note.cursor = "addendum:"
        await press(pilot, "enter")
        await write(pilot, "left out")
        await press(pilot, "enter")
        assert "Who adds it?" in screen_text(pilot)
        await write(pilot, "K. Aalto")
        await press(pilot, "enter")
        await write(pilot, "slept badly")
        await press(pilot, "enter")
        assert "enter once more adds it" in screen_text(pilot)
        assert vault.read(progress_notes.note, note).addenda == ()
        await press(pilot, "enter")
        assert "slept badly (left out; K. Aalto)" in screen_text(pilot)


async def test_the_progress_note_is_copied_section_by_section(
    vault: Vault, client: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(paste_profile="therapynotes", paste_ascii=True)
    async with running(vault, clock, config=config) as pilot:
        copied: list[str] = []
        monkeypatch.setattr(pilot.app, "copy_to_clipboard", copied.append)
        await begin(pilot, *NOTE)
        await press(pilot, "escape", "y")
        assert copied == []
        assert "v shows the progress note" in said(pilot)[-1]
        await press(pilot, "s", "v", "y", "y")
        assert len(copied) == 2
        assert len(set(copied)) == 2
        assert '"I said it"' in "".join(copied)
        assert "she looked at the clock" not in "".join(copied)
        assert "".join(copied).isascii()
        assert said(pilot)[-1].startswith("2 of ")


async def test_what_is_to_do_is_ticked_added_moved_and_taken_out(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot)
        await press(pilot, "escape")
        await to_row(pilot, "agenda:")
        await press(pilot, "space", "J")
        agenda = eighth(vault, client).agenda
        assert [line.code for line in agenda if line.done] == ["since_last"]
        assert agenda[1].code == "since_last"
        await press(pilot, "n")
        await write(pilot, "the forms")
        await press(pilot, "enter", "enter")
        assert eighth(vault, client).agenda[-1].text == "the forms"
        await to_row(pilot, f"agenda:{eighth(vault, client).agenda[-1].uid}")
        send(pilot, "space", "e", "!", "enter")  # the question waits for the tick
        await settle(pilot)
        assert eighth(vault, client).agenda[-1].text == "the forms!"
        await press(pilot, "x")
        assert "the forms" not in screen_text(pilot)


async def test_a_practice_is_looked_at_again(vault: Vault, client: str, clock: Clock) -> None:
    names = vault.read(people.names, client)
    vault.write(practices.agree, client, "ask for Tuesdays", BEGAN, names["Sam"])
    async with running(vault, clock) as pilot:
        await press(pilot, "5", "escape")
        await to_row(pilot, "practice:")
        await press(pilot, "enter", "2")
        await write(pilot, "Tuesdays yes")
        await press(pilot, "enter", "escape")
        (one,) = vault.read(practices.of_client, client)
        assert (one.done, one.happened, one.looked_at) == ("part", "Tuesdays yes", TODAY)
        assert "ask for Tuesdays · part" in screen_text(pilot)


async def test_looking_together_the_note_is_not_shown(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        vault.write(session_told.use, eighth(vault, client).uid, ["communication_analysis"])
        await begin(pilot, "pulled to reassure her")
        assert "did today" in screen_text(pilot)
        await press(pilot, "escape", "w")
        assert "did today" not in screen_text(pilot)
        assert "reassure" not in screen_text(pilot)
        assert "not shown while you look together" in screen_text(pilot)
        await press(pilot, "w")
        assert "reassure" in screen_text(pilot)


async def test_kept_in_brief_only_what_was_taken_stays(
    vault: Vault, client: str, clock: Clock
) -> None:
    agree(vault, client, "brief")
    async with running(vault, clock) as pilot:
        await begin(pilot, *NOTE)
        await press(pilot, "ctrl+g", "y", "enter", "escape", "escape", "1", "5")
        assert "came in bright" in area(pilot).pad.text
        assert eighth(vault, client).text("note") == ""
        place = area(pilot).pad.place
        await press(pilot, "ctrl+g", ".")
        assert "wait to be taken; the rest goes" in said(pilot)[-1]
        await press(pilot, "ctrl+g", ".")
        assert area(pilot).pad.text == ""
        await pilot.app.drafting.flush()  # type: ignore[attr-defined]
        assert vault.read(drafts.load, place) is None
        assert eighth(vault, client).text("note") == ""
        found = vault.read(timeline.timeline, client, timeline.Asked(TODAY))
        assert [m for m in found.moods if m.value == 7 and m.when.day == TODAY]


async def test_of_dates_only_there_is_no_note(vault: Vault, client: str, clock: Clock) -> None:
    line = vault.read(clients.listing)[0]
    vault.write(clients.change, client, line.updated_at, kept="dates", kept_since="2026-10-06")
    async with running(vault, clock) as pilot:
        await press(pilot, "5")
        assert not area(pilot).pad.display
        assert "there is no note" in screen_text(pilot)


async def test_a_note_changed_elsewhere_is_told_and_nothing_is_lost(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "mine")
        vault.write(session_told.tell, eighth(vault, client).uid, note="theirs")
        await press(pilot, "escape", "1")
        assert "What you typed is kept as a draft; type on" in said(pilot)[-1]
        assert eighth(vault, client).text("note") == "theirs"
        await press(pilot, "5")
        assert area(pilot).pad.text == "mine\n"


async def test_a_note_that_tells_of_the_sensitive_is_veiled_once_the_session_is_over(
    vault: Vault, client: str, clock: Clock
) -> None:
    names = vault.read(people.names, client)
    vault.write(people.tell, names["Noor"], sensitive=True)
    async with running(vault, clock) as pilot:
        await begin(pilot, "Noor made pancakes")
        assert "pancakes" in screen_text(pilot)
        await press(pilot, "escape", "s")
        assert "pancakes" not in screen_text(pilot)
        await press(pilot, "enter")
        assert "pancakes" in screen_text(pilot)


async def test_a_clock_set_back_is_told_and_the_session_goes_on(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "so")
        pilot.app.clock = Clock(NOW - timedelta(hours=2))  # type: ignore[attr-defined]
        await press(pilot, "escape", "s")
        assert "before it began" in said(pilot)[-1]
        assert eighth(vault, client).line.running
        assert "so" in area(pilot).pad.text


async def test_without_a_course_words_say_what_belongs_here(vault: Vault, clock: Clock) -> None:
    autumn.fill(vault)
    vault.begin()
    async with running(vault, clock) as pilot:
        await press(pilot, "5")
        assert "Here stand the sessions of a course" in screen_text(pilot)


async def test_in_ones_own_vault_there_is_no_such_tab(vault: Vault, clock: Clock) -> None:
    from ipt_tui.vault import settings

    autumn.fill(vault)
    vault.keep(settings.put, settings.AUDIENCE, "me")
    vault.begin()
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "5")
        record: Any = pilot.app.screen
        assert record.area.id == "working"
        assert "Sessions" not in screen_text(pilot)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50)], ids=str)
async def test_every_size_shows_the_note_and_what_is_to_do(
    size: tuple[int, int], vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock, size=size) as pilot:
        await begin(pilot, "came in bright", "~7 calm")
        assert "came in bright" in screen_text(pilot)
        await press(pilot, "ctrl+g", "a")
        assert "each time" in screen_text(pilot)
        await press(pilot, "ctrl+g", "n")
        assert area(pilot).pad.has_focus
        assert "to tidy 1" in screen_text(pilot)


# What a hurried hand, another window and a veil must not do.


async def test_where_the_note_cannot_be_kept_the_session_goes_on_with_every_word(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "mine")
        vault.write(session_told.tell, eighth(vault, client).uid, note="theirs")
        await press(pilot, "ctrl+g", ".")
        assert "changed in another window" in said(pilot)[-1]
        assert eighth(vault, client).line.running
        assert area(pilot).pad.text == "mine\n"
        await write(pilot, "and on")
        await press(pilot, "ctrl+g", ".")
        assert eighth(vault, client).text("note") == "mine\nand on"
        assert not eighth(vault, client).line.running


async def test_what_was_told_beside_the_note_does_not_keep_a_session_from_ending(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "mine")
        await press(pilot, "ctrl+g", "a")
        vault.write(session_told.tell, eighth(vault, client).uid, since_last="lighter")
        await press(pilot, "s")
        assert not any("another window" in told for told in said(pilot))
        session = eighth(vault, client)
        assert not session.line.running
        assert (session.text("note"), session.text("since_last")) == ("mine\n", "lighter")


async def test_leaving_twice_does_not_write_over_another_window(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "mine")
        vault.write(session_told.tell, eighth(vault, client).uid, note="theirs")
        await press(pilot, "escape", "1", "5", "1", "5")
        assert eighth(vault, client).text("note") == "theirs"
        assert area(pilot).pad.text == "mine\n"


async def test_today_opens_the_session_that_it_begins(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "5", "escape", "comma", "1", "s")
        assert "session 8 of 16" in screen_text(pilot)
        assert area(pilot).pad.has_focus
        await write(pilot, "here")
        await press(pilot, "escape", "1")
        assert eighth(vault, client).text("note") == "here"


async def test_two_enters_at_once_take_two_lines_not_one_twice(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "~7 calm", "~6 tired")
        await press(pilot, "ctrl+g", "y")
        send(pilot, "enter", "enter")
        await settle(pilot)
        found = vault.read(timeline.timeline, client, timeline.Asked(TODAY))
        assert sorted(m.value for m in found.moods if m.when.day == TODAY) == [6, 7]


async def test_keys_of_the_list_do_nothing_while_one_is_elsewhere(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "~7 calm")
        before = eighth(vault, client).agenda
        await press(pilot, "ctrl+g", "y", "x", "J")
        assert eighth(vault, client).agenda == before
        await press(pilot, "v", "space", "x")
        assert eighth(vault, client).agenda == before


async def test_a_veiled_session_lends_its_place_to_no_other_and_nothing_of_it_is_asked(
    vault: Vault, client: str, clock: Clock
) -> None:
    names = vault.read(people.names, client)
    seventh = vault.read(sessions.last_before, eighth(vault, client).uid)
    assert seventh is not None
    vault.write(session_told.tell, seventh.uid, note="~3 low, Noor", since_last="Noor came late")
    vault.write(people.tell, names["Noor"], sensitive=True)
    async with running(vault, clock) as pilot:
        await press(pilot, "5")
        await write(pilot, "~5 so so")
        await press(pilot, "enter", "escape", "comma")
        assert area(pilot).items == ()
        assert "Noor" not in screen_text(pilot)
        await to_row(pilot, "field:since_last")
        await press(pilot, "e")
        assert area(pilot).bar.asked is None
        await press(pilot, "enter")
        assert "Noor" in screen_text(pilot)
        await press(pilot, "w", "w")
        assert "Noor" not in screen_text(pilot)
        assert area(pilot).items == ()


async def test_what_is_the_practitioners_alone_is_not_there_looking_together(
    vault: Vault, client: str, clock: Clock
) -> None:
    vault.write(
        session_told.tell, eighth(vault, client).uid, question="whose worry", safety_summary="none"
    )
    async with running(vault, clock) as pilot:
        await press(pilot, "5", "escape")
        assert "whose worry" in screen_text(pilot)
        await press(pilot, "w")
        assert "whose worry" not in screen_text(pilot)
        assert "safety" not in screen_text(pilot)


async def test_what_is_for_this_hour_outlives_an_undo_and_not_the_session(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "-- the clock", "kept")
        await press(pilot, "escape", "1")
        assert eighth(vault, client).text("note") == "kept\n"
        await press(pilot, "u", "5")
        assert area(pilot).pad.text == "-- the clock"
        assert eighth(vault, client).text("note") == ""


async def test_a_date_in_a_practice_is_not_lost(vault: Vault, client: str, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, ">ring Mum on sunday", "todo letter to the GP on friday")
        await press(pilot, "ctrl+g", "y", "enter", "enter")
        (agreed,) = vault.read(practices.of_client, client)
        assert (agreed.what, agreed.when_words) == ("ring Mum", "sunday")
        assert "friday" in vault.read(todos.of_client, client)[0].text


async def test_search_opens_the_session_in_which_it_stands(
    vault: Vault, client: str, clock: Clock
) -> None:
    seventh = vault.read(sessions.last_before, eighth(vault, client).uid)
    assert seventh is not None
    vault.write(session_told.tell, seventh.uid, note="an umbrella")
    async with running(vault, clock) as pilot:
        await press(pilot, "slash")
        await write(pilot, "umbrella")
        await press(pilot, "enter")
        assert "session 7 of 16" in screen_text(pilot)


async def test_signing_is_never_under_the_cursor_by_itself_and_can_be_left(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, *NOTE)
        await press(pilot, "ctrl+g", ".", "escape", "v")
        assert area(pilot).progress_note.cursor == "part:first"
        area(pilot).progress_note.cursor = "sign:"
        await press(pilot, "enter")
        await write(pilot, "said twice")
        await press(pilot, "enter", "2")
        assert "not signed" in screen_text(pilot)
        assert eighth(vault, client).line.signed is False


async def test_an_s_too_many_does_not_end_what_has_only_begun(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot)
        await press(pilot, "escape", "s")
        assert "only just begun" in said(pilot)[-1]
        assert eighth(vault, client).line.running
        await press(pilot, "s")
        assert not eighth(vault, client).line.running


async def test_undo_takes_back_what_was_typed_last_and_nothing_is_told_of_another_window(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "first")
        await press(pilot, "escape", "escape")
        await write(pilot, "second")
        await press(pilot, "escape", "u")
        assert area(pilot).pad.text == "first\n"
        await press(pilot, "1")
        assert eighth(vault, client).text("note") == "first\n"
        assert not any("another window" in told for told in said(pilot))


async def test_looking_together_no_sentence_of_before_stays(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        pilot.app.tell("Taken back: Sam: can talk.")  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "2", "w")
        assert said(pilot) == []


async def test_keys_in_a_burst_keep_and_end_without_a_word_of_another_window(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "so")
        send(pilot, "a", "escape", "1", "5", "g", "n", "b", "escape", "s")
        await settle(pilot)
        assert not any("another window" in told for told in said(pilot))
        assert eighth(vault, client).text("note") == "so\nab"
        assert not eighth(vault, client).line.running


async def test_in_one_pane_there_is_something_to_look_at_together(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock, size=(80, 24)) as pilot:
        await begin(pilot, "so")
        await press(pilot, "escape", "w")
        assert area(pilot).each_time.has_focus
        assert "each time" in screen_text(pilot)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)], ids=str)
async def test_what_is_typed_after_s_goes_to_the_note_where_one_looked_before_there_was_a_course(
    size: tuple[int, int], vault: Vault, clock: Clock
) -> None:
    client = autumn.fill(vault)
    vault.begin()
    async with running(vault, clock, size=size) as pilot:
        await press(pilot, "5", "1")
        course = vault.write(courses.begin, client, "ipt16", TODAY)
        vault.write(session_times.plan, course)
        pilot.app.record.mark_stale()  # type: ignore[attr-defined]
        await press(pilot, "2", "1")
        send(pilot, "s", *"came")
        await settle(pilot)
        assert area(pilot).pad.has_focus
        assert area(pilot).pad.text == "came"
