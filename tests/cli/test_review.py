"""`review --plain`: an evening line by line, stopped and gone on with, in one's own vault alone."""

from __future__ import annotations

import io
import os
from contextlib import closing
from typing import TYPE_CHECKING
from unittest import mock

from ipt_tui.cli import saying
from ipt_tui.cli.review import A_MINUTE, HOW, LINE_KEPT, STOPPED, WAITS
from ipt_tui.ipt.heard import EMPTY_SKIPS, ONCE_MORE
from ipt_tui.ipt.review_words import HOW_LONG, NOT_OWN
from ipt_tui.ipt.safe_now import ALONE, QUESTION, SAFE, Because
from ipt_tui.vault import drafts, transfer
from tests.cli.prompt import Done, Place, k7, opened

if TYPE_CHECKING:
    from pathlib import Path


def review(place: Place, *lines: str, **env: str) -> Done:
    """Give these lines to the command, one after the other."""
    typed = io.StringIO("".join(f"{line}\n" for line in lines))
    with mock.patch("sys.stdin", typed):
        return place.call("review", "--plain", env=env)


def test_an_evening_line_by_line_stands_in_the_record(tmp_path: Path) -> None:
    place = k7(tmp_path / "own", "me")
    begun = ["about", "11", "3 low", "", "the kitchen", "Sma", "sam", ""]
    first = review(place, *begun, "help me!", "not sure", "stop")
    assert first.code == 0
    assert f"{Because.HELP.label}\n{ALONE}\n{QUESTION}\n" in first.out
    how_long = f"Kit, {HOW_LONG[:1].lower()}{HOW_LONG[1:]}"
    assert first.out.startswith(f"{HOW}\n\n{how_long}\n  1  a minute\n")
    assert (
        "A mood here is a whole number from 1 to 10 (1 worst – 10 best). Empty skips.\n"
        in first.out
    )
    assert "“Sma” is not on the circle yet; @Sma adds that name." in first.out
    assert "In an emergency" in first.out
    assert first.out.endswith(f"{STOPPED}\n")
    told = ["me: Do what you want.", "Sam: Fine, I will.", "", "2 hurt", "2", "", "2", "2"]
    second = review(place, "1", *told)
    assert second.code == 0
    assert "You stopped earlier today, at: “What was said" in second.out
    assert "Leave it there for tonight" in second.out
    noted = "You noted: This evening: 3, low. The kitchen, with Sam. It left you at 2, hurt."
    assert noted in second.out
    assert "Someone you said you can talk to:" in second.out
    assert "Can I be with you for a while?" in second.out
    shown = place.call("show", "timeline").out
    assert "Mon 23 Nov: event: the kitchen · hurt · Sam · mood after: 2 · talk" in shown
    assert "the kitchen" in place.call("show", "talks").out
    assert "Fine, I will." in place.call("show", "talks", "--person", "Sam").out


def test_danger_leads_to_the_numbers_and_no_line_is_asked_for(tmp_path: Path) -> None:
    place = k7(tmp_path / "own", "me")
    told = ["2", "", "", "the car", "Sam", "", "", "", "look", "", "find", "not sure", "?", "3"]
    done = review(place, *told)
    assert done.code == 0
    assert f"{Because.DANGER.label}\n{ALONE}\n{QUESTION}\n" in done.out
    assert "In an emergency" in done.out
    assert "Then let's not practise saying it here." in done.out
    assert "What might you say?" not in done.out


def test_who_stops_within_what_was_said_or_at_the_question_loses_nothing_and_sees_the_numbers(
    tmp_path: Path,
) -> None:
    place = k7(tmp_path / "own", "me")
    begun = [
        "2",
        "tired",
        "",
        "the car",
        "S\x1b[31mx",
        "Sam",
        "",
        "me: Why\x1b[31m?",
        "help",
        "safe",
        "Sam: So.",
    ]
    stopped = review(place, *begun, "stop", LANG="de_DE.UTF-8")
    assert "So far: tired\n" in stopped.out
    assert stopped.out.count(SAFE[0]) == 1
    assert "In an emergency  call 112" in stopped.out
    assert stopped.out.endswith(f"{STOPPED}\n")
    assert "\x1b" not in stopped.out
    there = place.call("show", "talks", "--person", "Sam").out
    assert "Why[31m?" in there
    assert "So." in there
    again = review(place, "1", "me: Well.", "", "", "look", "", "words", "y")
    assert "So far: me: Why" in again.out
    assert "In an emergency" in again.out[again.out.index(QUESTION) :]
    assert again.out.endswith(f"{STOPPED}\n")
    with mock.patch("sys.stdin.readline", side_effect=KeyboardInterrupt):
        assert place.call("review", "--plain").out.endswith(f"{STOPPED}\n")


def test_lines_that_cannot_be_kept_wait_at_their_question_on_the_screen(tmp_path: Path) -> None:
    place = k7(tmp_path / "own", "me")
    long = "me: " + "so " * 40_000
    refused = review(place, "2", "", "", "the car", "Sam", "", long, "Sam: No.", "stop")
    assert WAITS in refused.out
    assert refused.out.endswith(f"{STOPPED}\n")
    with closing(opened(place)) as vault:
        (kept,) = vault.read(drafts.places, "review:")
        line = vault.read(drafts.load, kept)
    assert line is not None
    assert line.text == f"{long.strip()}\nSam: No."
    assert kept.endswith(":said")


def test_words_at_a_day_wait_as_a_draft_and_given_once_more_stand_as_a_line(
    tmp_path: Path,
) -> None:
    place = k7(tmp_path / "own", "me")
    first = review(place, "2", "", "", "the car", "Sam", "he hits me", "stop")
    assert f"{EMPTY_SKIPS} {ONCE_MORE}" in " ".join(first.out.split())
    with closing(opened(place)) as vault:
        (kept,) = vault.read(drafts.places, "review:")
        line = vault.read(drafts.load, kept)
        assert line is not None
        assert line.text == "he hits me"
    again = review(place, "1", "he hits me", "he hits me", "stop")
    assert LINE_KEPT in again.out
    assert again.out.index("What was said") > again.out.index(LINE_KEPT)
    with closing(opened(place)) as vault:
        assert not vault.read(drafts.places, "review:")
        assert "he hits me" in [row["text"] for row in vault.read(transfer.dump)["jotting"]]


def test_an_empty_line_first_takes_the_minute_and_words_stay_whole(tmp_path: Path) -> None:
    place = k7(tmp_path / "own", "me")
    done = review(place, "", "2", "i want to die", "help", "", "1")
    assert f"{A_MINUTE}\n\nHow are you right now?" in done.out
    assert "people I can call" in done.out
    assert "You noted: 2, i want to die." in done.out
    assert "In an emergency" in done.out
    with (
        mock.patch("sys.stdout", Terminal()) as out,
        mock.patch("shutil.get_terminal_size", return_value=os.terminal_size((20, 9))),
    ):
        assert saying.in_width("  1  as long as it takes me") == "  1  as long as it\n    takes me"
        out.close()


class Terminal(io.StringIO):
    """Says that somebody reads it."""

    def isatty(self) -> bool:
        return True


def test_every_question_can_be_left_empty_and_a_practitioner_is_refused(tmp_path: Path) -> None:
    place = k7(tmp_path / "own", "me")
    before = place.call("show", "timeline").out
    done = review(place, "3", *[""] * 20)
    assert done.code == 0
    assert "Nothing noted, and that is fine." in done.out
    assert place.call("show", "timeline").out == before
    assert review(place).out.endswith(f"{STOPPED}\n")
    theirs = review(k7(tmp_path / "theirs"), "1")
    assert (theirs.code, theirs.out, theirs.err) == (1, "", f"{NOT_OWN}\n")


def test_an_evening_of_the_first_week_line_by_line(tmp_path: Path) -> None:
    place = k7(tmp_path / "own", "me")

    def week(*words: str, lines: tuple[str, ...]) -> Done:
        with mock.patch("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines))):
            return place.call("review", "--plain", "--first-week", *words)

    listed = week(lines=("", "stop"))
    assert "  1  Who is around me: new\n" in listed.out
    first = week("1", lines=("1", "Ada, ADA", "Lena", "", "1", "7", "stop"))
    assert first.code == 0
    assert "Who is Ada to you?" in first.out
    again = week("1", lines=("1", "", ""))
    assert "You stopped earlier today, at: “Who is Lena to you?”" in again.out
    assert "people stand in People now. 2 shows them." in again.out
    assert "friend" in place.call("show", "people", "--person", "Ada").out
    assert "  1  Who is around me: done\n" in week(lines=("stop",)).out
    too_far = week("9", lines=())
    assert (too_far.code, too_far.err) == (1, "The first week has 7 evenings.\n")
