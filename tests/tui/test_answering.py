"""Answering a measure: by digits, stopped and gone on with, from paper, and what matters first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipt_tui.ipt import instruments
from ipt_tui.ipt.moments import on_day
from ipt_tui.ipt.scoring import DECLINED
from ipt_tui.tui.areas.measures.flags import SOFT
from ipt_tui.tui.screens.answering.paper import PaperForm
from ipt_tui.tui.screens.answering.screen import ELSEWHERE, TAKEN_OUT, AnsweringScreen
from ipt_tui.tui.screens.help_lines import HelpLinesScreen
from ipt_tui.vault import concern_sources, concerns, measures, measuring
from ipt_tui.vault.hidden import EVERYTHING
from tests.ipt.test_instruments import OWN
from tests.tui.running import NOW, filled, press, resize, running, said, screen_text, write
from tests.vault.k7_met import meet

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.ipt.measures import MeasureLine
    from ipt_tui.vault.vault import Vault

TODAY = NOW.date()
TO_PHQ = ("6", "n", *["down"] * 5, "enter")
"""From the list of all measures, where none was answered yet."""


def line(vault: Vault, client: str, name: str = "phq9") -> MeasureLine:
    found = vault.read(measures.measures, client, TODAY).line(name)
    assert found is not None
    return found


def seen(pilot: Pilot[str]) -> str:
    """Return what is on the screen, in one line."""
    return " ".join(screen_text(pilot).split())


async def test_stopped_at_the_fourth_and_gone_on_with_after_the_vault_was_shut(
    vault: Vault, clock: Clock
) -> None:
    client = meet(vault).client
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "n")
        assert "Over the last 2 weeks, how often" in seen(pilot)
        assert "it was last answered 6 days ago" in seen(pilot)
        await press(pilot, "1", "2", "minus", "7")
        assert "7 is no answer here; they go from 0 to 3." in seen(pilot)
        begun = line(vault, client).begun
        assert begun is not None  # each answer is kept as it is given
        assert begun.answers[:4] == (1, 2, DECLINED, None)
        await press(pilot, "up", "up", "0", "down", "3", "escape")
        assert "4 of 9, begun today: enter goes on" in seen(pilot)
        assert line(vault, client).last is not None
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "enter", "1", "1", "1", "1", "0", "1")
        assert "enter: that is all, 9 of 9 answered" in seen(pilot)
        await press(pilot, "enter")
        assert "No total: item 3 rather not said." in seen(pilot)
    done = line(vault, client)
    assert done.begun is None
    assert done.last is not None
    assert (done.last.answers, done.last.difficulty) == ((1, 0, DECLINED, 3, 1, 1, 1, 1, 0), 1)


async def test_words_typed_are_no_answers_and_help_opens_the_help_lines(
    vault: Vault, clock: Clock
) -> None:
    client = meet(vault).client
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "n")
        await write(pilot, "hex")
        assert "“hex” is no answer: a digit answers" in seen(pilot)
        await write(pilot, "help")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HelpLinesScreen)
        await press(pilot, "escape", "ctrl+g", "h")
        assert isinstance(pilot.app.screen, HelpLinesScreen)
        await press(pilot, "escape", "v")
        assert "1 of 9" in seen(pilot)
        assert "Feeling down" not in seen(pilot)
        await press(pilot, "end")
        assert "nothing is answered yet; esc leaves it at that" in seen(pilot)
        assert "enter: " not in seen(pilot)
        await press(pilot, "enter")
        assert "Nothing is answered yet." in seen(pilot)
        await press(pilot, "escape")
    assert line(vault, client).begun is None


async def test_one_at_a_time_says_how_to_go_back_and_whose_the_form_is(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "6", "n")
        offered = [row.key for row in pilot.app.screen.query_one("#offered").rows]  # type: ignore[attr-defined]
        await press(pilot, *["down"] * offered.index("who5"), "enter")
        assert "CC BY-NC-SA 3.0 IGO, World Health Organization. Not for commercial use" in seen(
            pilot
        )
        assert "up goes back" in seen(pilot)
        assert "? help" in seen(pilot)
        await press(pilot, "enter")
        assert "That one is left open; up goes back to it" in seen(pilot)
        await press(pilot, "backspace", "3", "left")
        assert "1 of 5" in seen(pilot)
        await write(pilot, "a2")  # the letter takes no digit after it for its own
        begun = line(vault, client, "who5").begun
        assert begun is not None
        assert begun.answers[0] == 2
        await press(pilot, "right", *"333", "end")
        assert "That was the last question. enter: leave it at that, 4 of 5" in seen(pilot)
        assert "up: back to a question" in seen(pilot)
        await press(pilot, "v", "home")
        assert "- rather not say up goes back esc stops" in seen(pilot)


async def test_what_was_left_open_may_stay_so(vault: Vault, clock: Clock) -> None:
    client = meet(vault).client
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "n", "1", "down", *"1111111")
        screen = pilot.app.screen
        assert isinstance(screen, AnsweringScreen)
        assert screen.filled.at == 1  # after the last item the first one that is open
        await press(pilot, "end")
        assert "8 of 9 answered; open: 2" in seen(pilot)
        await press(pilot, "enter")
        assert "PHQ-9" in seen(pilot)
    last = line(vault, client).last
    assert last is not None
    assert (last.total, last.answers[1]) == (None, None)


async def test_a_row_from_paper_is_checked_as_it_is_typed(vault: Vault, clock: Clock) -> None:
    client = meet(vault).client
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "i")
        await write(pilot, "114")
        assert "Item 3: 4 is too high; the answers are 0 to 3." in seen(pilot)
        await press(pilot, "backspace")
        await write(pilot, "b")
        assert "Item 3: “b” is no number" in seen(pilot)
        await press(pilot, "backspace")
        await write(pilot, "=15")
        assert "= comes first, before a total alone" in seen(pilot)
        await press(pilot, *["backspace"] * 3)
        await resize(pilot, (80, 24))
        await write(pilot, "1")
        assert "or sleeping too much" in seen(pilot)  # the one that is typed, in all its words
        assert "Feeling bad about yourself — or tha…" in seen(pilot)
        await press(pilot, "backspace")
        await resize(pilot, (100, 30))
        await write(pilot, "111111")
        await press(pilot, "enter")
        assert "8 of 9: item 9 is missing" in seen(pilot)
        await write(pilot, "1")
        assert "9 of 27, mild · as on 17 Nov" in seen(pilot)
        assert "Item 9 answered 1: ask about safety." in seen(pilot)
        await press(pilot, "ctrl+g", "w")  # somebody looks on
        assert "of 27" not in seen(pilot)
        assert "safety" not in seen(pilot)
        await press(pilot, "ctrl+g", "w")
        assert "9 of 27, mild" in seen(pilot)
        await press(pilot, "ctrl+g", "h", "g", "w")  # a page that would go on showing what it did
        assert said(pilot)[-1] == "Close this first; then w looks together."
        await press(pilot, "escape")
        assert "9 of 27, mild" in seen(pilot)
        await write(pilot, "011")
        assert "here are more" in seen(pilot)
        await press(pilot, "backspace", "backspace", "down")
        await write(pilot, "tomorrow")
        await press(pilot, "enter")
        assert "That day is still to come" in seen(pilot)
        await press(pilot, *["backspace"] * 8)
        await write(pilot, "3 nov")
        assert "session 5" in seen(pilot)
        await press(pilot, "escape", "6", "i")  # what is typed waits
        assert "1111111110" in seen(pilot)
        await press(pilot, "down", "end", *["backspace"] * 5)
        await write(pilot, "30 nov")
        await press(pilot, "enter")
        assert "That day is still to come; type 30 Nov 2025 for last year." in seen(pilot)
        await press(pilot, *["backspace"] * 6)
        await write(pilot, "3 nov")
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, PaperForm)
        assert "3 Nov, session 5, from paper" in seen(pilot)
        assert "Item 9 answered 1: ask about safety." in seen(pilot)
        await press(pilot, "i")
        await write(pilot, "111111110")
        await press(pilot, "down")
        await write(pilot, "3 nov")
        await press(pilot, "enter")
        assert said(pilot)[-1].startswith("There are two PHQ-9 of 3 Nov now")
    kept = next(each for each in line(vault, client).responses if each.day == date(2026, 11, 3))
    assert (kept.total, kept.difficulty, kept.number) == (9, 0, 5)


async def test_a_score_alone_is_typed_and_corrected(vault: Vault, clock: Clock) -> None:
    client = meet(vault).client
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "end", "n")
        offered = [row.key for row in pilot.app.screen.query_one("#offered").rows]  # type: ignore[attr-defined]
        assert offered[:2] == ["phq9", "gad7"]  # those in use first
        await press(pilot, *["down"] * offered.index("epds"), "enter")
        assert "the score, 0 to 30, then its parts, each after a /" in seen(pilot)
        await write(pilot, "31")
        await press(pilot, "enter")
        assert "The score goes from 0 to 30." in seen(pilot)
        await press(pilot, "backspace", "backspace")
        await write(pilot, "12 / 1")
        await press(pilot, "enter")
        assert "Item 10, harming oneself answered 1: ask about safety." in seen(pilot)
    first = line(vault, client, "epds").last
    assert first is not None
    vault.write(measuring.tell, first.uid, when=on_day(date(2026, 11, 22)))
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "end", "up", "tab", "e", "a", "backspace")
        assert "day       22 Nov" in screen_text(pilot)
        await write(pilot, "3")
        await press(pilot, "escape", "e", "a")
        assert "12 / 3" in seen(pilot)  # what was typed waits, over what is kept
        await press(pilot, "home", "ctrl+k")
        await write(pilot, "13")
        await press(pilot, "enter")
    last = line(vault, client, "epds").last
    assert last is not None
    assert (last.total, last.parts) == (13, last.parts[:0])


async def test_in_ones_own_vault_the_person_comes_first(vault: Vault, clock: Clock) -> None:
    client = filled(vault, whose="me")
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, *TO_PHQ)
        assert "1 of 9" in seen(pilot)  # one question a screen
        await press(pilot, *"000000001")
        assert "You don't have to handle it alone." in seen(pilot)
        assert "Are you safe right now?" in seen(pilot)
        assert "of 27" not in seen(pilot)
        await press(pilot, *"1231", "enter")  # typed on in a rhythm, a digit answers nothing
        assert "y, ? or n first, then enter." in seen(pilot)
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, HelpLinesScreen)
        await press(pilot, "escape")  # it is not answered yet
        assert "Are you safe right now?" in seen(pilot)
        await press(pilot, "y", "down")
        assert "Good that you are" not in seen(pilot)
        assert "I am not sure · enter" in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HelpLinesScreen)
        assert "No one is monitoring this program." in seen(pilot)
        await press(pilot, "escape", "escape")  # stopped there; it is kept
        assert "all answered: enter finishes" in seen(pilot)
        await press(pilot, "enter", "enter", "enter")
        assert said(pilot)[-1] == "Thank you. It is kept."
        assert "of 27" not in seen(pilot)
        await press(pilot, "enter")
        assert "On 23 Nov you came to 1, on a scale of 0 to 27." in seen(pilot)
        assert "not a diagnosis" in seen(pilot)
        await press(pilot, "o")
        assert "every session" not in seen(pilot)  # there are none
        await press(pilot, "x")
        assert "you came to 1" not in seen(pilot)
        assert "You filled in PHQ-9 on 23 Nov. Thank you." in seen(pilot)
        assert "●" not in screen_text(pilot)
    last = line(vault, client).last
    assert last is not None
    assert last.total == 1


async def test_a_client_sees_what_it_came_to_when_they_ask(vault: Vault, clock: Clock) -> None:
    filled(vault, whose="me")
    async with running(vault, clock) as pilot:  # wide: the list and what it came to side by side
        await press(pilot, *TO_PHQ, *"111111110", "1", "enter")
        assert "enter shows what you came to, when you want to see it." in seen(pilot)
        assert "came to 8" not in seen(pilot)
        await press(pilot, "enter")
        assert "On 23 Nov you came to 8" in seen(pilot)
        assert "●" not in screen_text(pilot)  # one score alone is no picture
        await press(pilot, "tab", *("n", *"000000000", "0", "enter"))
        assert "came to" not in seen(pilot).replace("you came to, when", "")
        assert "●" not in screen_text(pilot)
        await press(pilot, "tab")
        assert "you came to 0" in seen(pilot)
        assert "●" in screen_text(pilot)


async def test_in_the_middle_of_a_form_and_from_paper_the_person_comes_first_too(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "n", "enter", *"000001")  # CORE-10: plans; nothing is asked
        assert isinstance(pilot.app.screen, HelpLinesScreen)
        assert "You don't have to handle it alone." in said(pilot)[-1]
        await press(pilot, "escape", "0")  # the seventh item
        screen = pilot.app.screen
        assert isinstance(screen, AnsweringScreen)
        assert screen.filled.at == 7
        await press(pilot, "escape", "end", "i", *["down"] * 5, "enter")
        await write(pilot, "111111111")
        await press(pilot, "enter")
        assert "Are you safe right now?" in seen(pilot)
        await press(pilot, "n", "enter")
        assert isinstance(pilot.app.screen, HelpLinesScreen)
        await press(pilot, "escape")
        assert "PHQ-9 low mood filled in 23 Nov" in seen(pilot)
        await press(pilot, "n", "end", "up", "up", "1")  # no digit answers whether one is safe
        await press(pilot, *"1111", "y", "enter")
        assert "You can stop here, too." in seen(pilot)
        await press(pilot, "escape", "0", "escape")
    assert line(vault, client, "core10").begun is not None


async def test_for_a_practitioner_a_concern_is_raised_that_an_outcome_takes_away(
    vault: Vault, clock: Clock
) -> None:
    client = meet(vault).client
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "n", *"11111111")
        assert not vault.read(concerns.open_concerns, client, TODAY)
        await press(pilot, "2", "up", "1", "escape")  # once for each item
        assert "Item 9 answered 1: ask about safety." in seen(pilot)
        (raised,) = vault.read(concerns.open_concerns, client, TODAY, EVERYTHING)
        assert raised.words.splitlines()[0] == "PHQ-9, item 9: more than half the days"
        begun = line(vault, client).begun
        assert begun is not None
        assert (raised.kind, raised.raised_by, raised.source) == ("self", "item", begun.uid)
        await press(pilot, "enter", "ctrl+g", "w")  # from within the form
        assert "safety" not in seen(pilot)
        await press(pilot, "ctrl+g", "w")
        assert "Item 9 answered 1: ask about safety." in seen(pilot)
        await press(pilot, "escape")
        await press(pilot, "w")
        assert "safety" not in seen(pilot)
        await press(pilot, "w")
        vault.write(concerns.conclude, raised.uid, "asked; a plan is agreed")
        pilot.app.screen.mark_stale()  # type: ignore[attr-defined]
        await press(pilot, "1", "6")
        assert "ask about safety" not in seen(pilot)


async def test_a_soft_hint_is_one_quiet_line(vault: Vault, clock: Clock) -> None:
    client = meet(vault).client
    answers = (*(0,) * 15, 2, *(0,) * 4)
    kept = vault.write(measuring.answer, client, "pcl5", answers, on_day(TODAY))
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "end", "up", "tab")
        assert "Item 16 answered 2: worth asking about." in seen(pilot)
        assert "! looks at it" not in seen(pilot)  # no concern that could be ticked away
        await press(pilot, "w", "e", "a")
        assert SOFT in seen(pilot)
        assert "Item 16" not in seen(pilot)
    assert vault.write(concern_sources.raise_by_answers, kept.uid, kept.scored.flags) == ""


TENS = OWN.replace('value = 1\nlabel = "yes"', 'value = 10\nlabel = "yes"').replace(
    "from = 2\nto = 2", "from = 2\nto = 20"
)


async def test_an_own_form_with_answers_of_two_digits_and_a_total_alone(
    vault: Vault, clock: Clock, tmp_path: Path
) -> None:
    client = meet(vault).client
    (tmp_path / "instruments").mkdir()
    (tmp_path / "instruments" / "mine.toml").write_text(TENS)
    instruments.use(tmp_path)
    try:
        async with running(vault, clock) as pilot:
            await press(pilot, "6", "end", "n")
            offered = [row.key for row in pilot.app.screen.query_one("#offered").rows]  # type: ignore[attr-defined]
            await press(pilot, *["down"] * offered.index("mine"), "enter")
            await write(pilot, "10")
            await press(pilot, "enter")
            begun = line(vault, client, "mine").begun
            assert begun is not None
            assert begun.answers[0] == 10
            await press(pilot, "escape", "home", "i")
            await write(pilot, "=15")
            assert "15 of 27, moderately severe" in seen(pilot)
            assert "Item 9 is not known: ask." in seen(pilot)
            await press(pilot, "enter")
            assert "Item 9 is not known: ask." in seen(pilot)
            await press(pilot, "e", "a")
            assert "=15" in seen(pilot)
            await press(pilot, "backspace")
            await write(pilot, "4")
            await press(pilot, "enter")
        last = line(vault, client).last
        assert last is not None
        assert (last.total, last.answers, last.source) == (14, (), "score")
    finally:
        instruments.use(None)


async def test_what_was_begun_long_ago_is_asked_about(vault: Vault, clock: Clock) -> None:
    client = meet(vault).client
    four = (1, 1, 1, 1, *(None,) * 5)
    vault.write(measuring.answer, client, "phq9", four, on_day(date(2026, 10, 1)), finished=False)
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "n")
        assert "PHQ-9, 4 of 9, begun 1 Oct" in seen(pilot)
        await press(pilot, "escape", "n", "a", "2", "escape")
        assert said(pilot)[-1] == "What was begun on 1 Oct stays until x takes it out."
        assert [each.answers[0] for each in line(vault, client).unfinished] == [1, 2]
        await press(pilot, "x", "n", "g", *"111110", "end", "enter")
    done = line(vault, client)
    assert done.unfinished == ()
    assert done.last is not None
    assert (done.last.day, done.last.total) == (TODAY, 9)  # no PHQ-9 of 1 October


async def test_changed_or_taken_out_in_another_window_while_it_is_answered(
    vault: Vault, clock: Clock
) -> None:
    client = meet(vault).client
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "n", "1", "1")
        begun = line(vault, client).begun
        assert begun is not None
        vault.write(measuring.go_on, begun.uid, (2, *(None,) * 8))
        await press(pilot, "3")
        assert said(pilot)[-1] == ELSEWHERE
        assert "2, More than half the days" in seen(pilot)  # what stands there now
        await press(pilot, "3")
        stands = line(vault, client).begun
        assert stands is not None
        assert stands.answers[:4] == (2, None, 3, None)
        vault.write(measuring.remove, begun.uid)
        await press(pilot, "1", "1")
        assert said(pilot)[-1] == TAKEN_OUT
        again = line(vault, client).begun
        assert again is not None
        assert again.answers[:5] == (2, None, 3, 1, None)


async def test_somebody_may_rather_not_say_to_everything(vault: Vault, clock: Clock) -> None:
    client = meet(vault).client
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "n", *["minus"] * 9, "end", "enter")
        assert not isinstance(pilot.app.screen, AnsweringScreen)
    last = line(vault, client).last
    assert last is not None
    assert last.reason == "No total: 9 items rather not said."


async def test_a_form_that_has_changed_since_begins_anew(
    vault: Vault, clock: Clock, tmp_path: Path
) -> None:
    client = meet(vault).client
    (tmp_path / "instruments").mkdir()
    file = tmp_path / "instruments" / "mine.toml"
    file.write_text(OWN)
    instruments.use(tmp_path)
    try:
        vault.write(measuring.answer, client, "mine", (1, None), on_day(TODAY), finished=False)
        more = OWN.replace("[[subscale]]", '[[item]]\ntext = "Slow"\n\n[[subscale]]')
        file.write_text(more.replace('"1"', '"2"').replace("to = 2", "to = 3"))
        instruments.use(tmp_path)
        assert instruments.in_use().problems == ()
        async with running(vault, clock) as pilot:
            await press(pilot, "6", "end", "up")
            assert "begun today in an older form: x takes it out" in seen(pilot)
            await press(pilot, "n", "0", "0", "0", "enter")
            assert said(pilot)[-1].startswith("MS has changed since 23 Nov, so it begins anew.")
            await press(pilot, "x")
        mine = line(vault, client, "mine")
        assert (mine.unfinished, mine.last and mine.last.answers) == ((), (0, 0, 0))
    finally:
        instruments.use(None)


async def test_answers_and_the_day_are_corrected(vault: Vault, clock: Clock) -> None:
    meet(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "6", "tab", "e", "a", "3", "escape")
        assert "17 Nov: 11 of 27, moderate" in seen(pilot)
        await press(pilot, "e", "d")
        await write(pilot, "tomorrow")
        await press(pilot, "enter")
        assert "That day is still to come" in seen(pilot)
        await press(pilot, *["backspace"] * 8)
        await write(pilot, "18 nov")
        await press(pilot, "enter")
        assert "18 Nov: 11 of 27" in seen(pilot)
        assert "18 Nov, from paper" in seen(pilot)  # and of no session: none was held that day
