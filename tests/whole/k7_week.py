"""K7's own week, 16 to 22 November, as she keeps it at home: an evening's review each.

It is keyed into her own vault, of what the demo holds up to that week. `python -m
tests.whole.k7_week` keys it in and writes the demo of one's own vault anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ipt_tui import __version__
from ipt_tui.exchange import demo, json_file
from ipt_tui.ipt import content
from ipt_tui.vault import settings, transfer, unlock
from tests.whole.k7 import PASSPHRASE
from tests.whole.k7_sessions import CLOCK_SET, MADE_AT, kept, set_clock
from tests.whole.terminal import Terminal

FIRST_DAY = "2026-11-16"
MINUTE, TEN, LONG = "1", "2", "3"
CHOSEN = ("You put", "Leave it there", "What would you like", "You noted")
"""How the questions begin that a digit answers."""


@dataclass(frozen=True)
class Evening:
    """One evening: when, how long, and what is answered to which question; "" skips.

    Where a choice is asked the answer is its digit. `plain` is told line by line; at the question
    `closed_at` the terminal is closed over half an answer, and it goes on there.
    """

    at: str
    length: str
    told: tuple[tuple[str, str], ...]
    plain: bool = False
    closed_at: str = ""


FEBRUARY = (
    "me: February is hard for me. I kept waiting for you to see it.",
    "Sam: I saw it. I didn't know how to say so.",
    "me: Say it badly, then.",
)

WEEK = (
    Evening(
        "2026-11-16T23:40",
        MINUTE,
        (("How are you", "5"), ("One word", "tired"), ("You noted", "3")),
        plain=True,
    ),
    Evening(
        "2026-11-17T21:30",
        TEN,
        (
            ("How are you", "7"),
            ("One word", "close"),
            ("Was there a moment", "first Tuesday evening, the three of us"),
            ("Who was it with", " sam, NOOR"),
            ("When was it", "19:00"),
            ("What was said", "Noor: Phones in the drawer?\nSam: All of them.\nme: I liked this."),
            ("How did it leave you", "7 close"),
            ("Leave it there", "1"),
            ("You noted", "3"),
        ),
    ),
    Evening(
        "2026-11-19T00:40",
        MINUTE,
        (("How are you", "6"), ("One word", ""), ("You noted", "3")),
    ),
    Evening(
        "2026-11-19T22:10",
        TEN,
        (
            ("How are you", "5"),
            ("One word", "okay"),
            ("You put something aside on Tuesday, with Sam and Noor", "3"),
            ("Was there a moment", "Sam late, rang first"),
            ("Who was it with", "Sam"),
            ("When was it", "18:30"),
            ("What was said", "Sam: I'm late. I wanted you to know.\nme: Thank you for ringing."),
            ("How did it leave you", "6"),
            ("Leave it there", "1"),
            ("You noted", "1"),
            ("Hard day", ""),
        ),
        plain=True,
    ),
    Evening(
        "2026-11-21T23:00",
        LONG,
        (
            ("How are you", "6"),
            ("One word", "sad, close"),
            ("You put something aside on Thursday, with Sam", "2"),
            ("Was there a moment", "talked about February, both cried"),
            ("Who was it with", "Sam"),
            ("When was it", "20:30"),
            ("What was said", "\n".join(FEBRUARY)),
            ("How did it leave you", "6 sad, close"),
            ("Leave it there", "2"),
            ("What had you hoped for", "that he would know it is hard"),
            ("What would you like to do", "1"),
            ("Could saying this", "no"),
            ("What might you say", "I'd like us to light a candle in February, the two of us."),
            ("One of your goals", ""),
            ("You noted", "3"),
        ),
        closed_at="What had you hoped for",
    ),
    Evening(
        "2026-11-22T21:15",
        LONG,
        (
            ("How are you", "7"),
            ("One word", "calm"),
            ("You put something aside", "2"),
            ("Was there a moment", "walk by the water"),
            ("Who was it with", "Noor"),
            ("When was it", "15:00"),
            ("What was said", "She asked if we move again. I said I don't know yet."),
            ("How did it leave you", "7"),
            ("Leave it there", "2"),
            ("What had you hoped for", ""),
            ("What would you like to do", "2"),
            ("One of your goals", "7"),
            ("You noted", "3"),
        ),
    ),
)


def before_the_week(home: Path) -> None:
    """Make her own vault in a folder, of what the demo holds up to that week."""
    _, data = json_file.record(content.load(demo.FILE), demo.FILE)
    gone = {row["uid"] for row in data["mood"] if row["at"] >= FIRST_DAY}
    gone |= {row["uid"] for row in data["event"] if row["first_day"] >= FIRST_DAY}
    gone |= {row["uid"] for row in data["talk"] if row["event"] in gone}
    left = {
        table: [
            {**row, "talk": None} if table == "outcome" and row["talk"] in gone else row
            for row in rows
            if table == "outcome" or not gone & {value for value in row.values() if value}
        ]
        for table, rows in data.items()
    }
    vault = unlock.create(home / "record.ipt", PASSPHRASE)
    vault.keep(settings.put, settings.AUDIENCE, "me")
    vault.write(transfer.load, left)
    vault.close()


def key_in(home: Path) -> None:
    """Key the week into the vault in a folder, with a clock that is set from here."""
    for evening in WEEK:
        set_clock(home, *evening.at.split("T"))
        if evening.plain:
            _line_by_line(home, evening)
        else:
            _on_screen(home, evening)


def _line_by_line(home: Path, evening: Evening) -> None:
    """Tell an evening in line mode; several lines end with an empty one."""
    with Terminal("review", "--plain", home=home, script=CLOCK_SET) as terminal:
        terminal.wait("[Pp]assphrase")
        terminal.answer(PASSPHRASE)
        terminal.wait("How much do you have")
        terminal.answer(evening.length)
        for question, typed in evening.told:
            terminal.wait(question)
            terminal.answer(typed.replace("\n", "\r") + ("\r" if "\n" in typed else ""))
        assert terminal.ended() == 0


def _on_screen(home: Path, evening: Evening) -> None:
    """Tell an evening on the screen; where the terminal is closed, begin it anew and go on."""
    told = evening.told
    if evening.closed_at:
        at = [question for question, _ in told].index(evening.closed_at)
        with Terminal(home=home, script=CLOCK_SET) as terminal:
            _begin(terminal)
            terminal.press(evening.length)
            _tell(terminal, told[:at])
            terminal.wait(evening.closed_at)
            half, rest = told[at][1][:9], told[at][1][9:]
            terminal.type(half)
            terminal.wait(half)
            terminal.hang_up()
        told = ((evening.closed_at, rest), *told[at + 1 :])
    with Terminal(home=home, script=CLOCK_SET) as terminal:
        _begin(terminal)
        if evening.closed_at:
            terminal.wait("You stopped earlier today")
            terminal.press("1")
        else:
            terminal.press(evening.length)
        _tell(terminal, told)
        terminal.wait("Good night")
        terminal.press("1")
        terminal.wait_gone("Good night")
        terminal.control("q")
        assert terminal.ended() == 0


def _begin(terminal: Terminal) -> None:
    terminal.wait("[Pp]assphrase")
    terminal.answer(PASSPHRASE)
    terminal.wait("1 Today")
    terminal.press("1")
    terminal.wait("How are you right now")
    terminal.press("s")
    terminal.wait("How much do you have|You stopped")


def _tell(terminal: Terminal, told: tuple[tuple[str, str], ...]) -> None:
    for question, typed in told:
        terminal.wait(question)
        if question.startswith(CHOSEN):
            terminal.press(typed)
        else:
            terminal.answer(typed)


def main() -> None:
    """Write the demo of one's own vault anew, with the week as it is keyed in by now."""
    with TemporaryDirectory() as folder:
        before_the_week(Path(folder))
        key_in(Path(folder))
        data = kept(Path(folder))
    target = Path(content.__file__).parent / demo.OWN_FILE
    json_file.write(target, data, json_file.Header(MADE_AT, f"ipt-tui {__version__}"), replace=True)
    target.chmod(0o644)


if __name__ == "__main__":
    main()
